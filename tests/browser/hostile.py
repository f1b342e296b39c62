"""Made-up sources that try to become more than text: elements, links, requests, files, commands."""

from pathlib import Path

STRINGS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "</textarea><iframe src=https://example.org/></iframe>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "[click](javascript:alert(1))",
    "[click](https://example.org/out)",
    "![picture](https://example.org/picture.png)",
    "<https://example.org/auto>",
    "[ref]: https://example.org/ref 'title'",
    "[ref][ref] and ![ref]",
    "[^1]: a note from nowhere",
    "*[HTML]: an abbreviation from nowhere",
    "# A heading that is none",
    "===",
    "- [ ] a task that is none",
    "| a | b |",
    "``` mermaid",
    "~~~{.python onclick=alert(1)}",
    "{: onclick=alert(1) #stolen .class }",
    "{#stolen} {.class} { data-x=1 }",
    "{{ 7 * 7 }} {% raw %} {# gone #}",
    "{{ config.__class__.__init__.__globals__ }}",
    "--8<-- 'pyproject.toml'",
    "/// html | script",
    "!!! danger",
    ":material-account: :smile:",
    "<!-- gone -->",
    "&lt;b&gt; &#60;i&#62; &amp;amp;",
    "<b>bold</b> <style>body{display:none}</style>",
    "<base href=https://example.org/><link rel=stylesheet href=https://example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "$(touch stolen) `touch stolen` ; touch stolen",
    "../../../../etc/passwd %2e%2e%2f",
    '=HYPERLINK("https://example.org")',
    "\u202egnp.exe \u2066isolate\u2069 \u200bzero",
    "\U0001f4a9 e\u0301\u0301\u0301\u0301",
    "$$ \\href{javascript:alert(1)}{x} $$",
    "++keys++ ==mark== ^^ins^^ ~~del~~ H~2~O x^2^",
)
"""Each is one line; none holds a line break."""


def article(text: str) -> str:
    """A small article in which `text` stands in every place that a page shows."""
    return (
        f"{text}\n\n"
        f"Harbour Minister Ada Example {text} opened the new pier in Exampleton on 3 May 2021.\n\n"
        f'"We will {text} build two more piers next year," Ada Example said on Monday. '
        f"The Exampleton Port Authority {text} welcomed the plan.\n\n"
        f"{text}\n\n"
        f"(Image: {text})\n"
    )


def front_matter(text: str) -> str:
    """The same article as Markdown with every field of its metadata set to `text`."""
    quoted = "'" + text.replace("'", "''") + "'"
    fields = "".join(f"{field}: {quoted}\n" for field in ("title", "publisher"))
    return f"---\n{fields}authors: [{quoted}]\nurl: 'https://example.org/'\n---\n\n{article(text)}"


def write_hostile_seeds(folder: Path) -> None:
    """One text and one Markdown source for each string; a brief's address tells its number."""
    for number, text in enumerate(STRINGS):
        (folder / f"text-{number:02}.txt").write_text(article(text), encoding="utf-8")
        (folder / f"matter-{number:02}.md").write_text(front_matter(text), encoding="utf-8")
