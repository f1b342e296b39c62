"""Made-up sources that try to become more than text: elements, links, requests, files, commands."""

import html
import json
from collections.abc import Callable
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from generator.text.unicode import one_line
from tests.hostile.files import NAMES
from tests.readers.making import docx, epub, odt, word_paragraph
from tests.rendering.browse import naughty_strings

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


def page(text: str) -> bytes:
    """A web page with `text` as it is in its body, and stated as its title, its site and its author."""
    said = html.escape(text)
    data = json.dumps({"@type": "NewsArticle", "headline": text, "author": {"name": text}}).replace("</", "<\\/")
    meta = f'<title>{said}</title><meta property="og:site_name" content="{said}"><meta name="author" content="{said}">'
    ld = f'<script type="application/ld+json">{data}</script>'
    paragraphs = "".join(f"<p>{part}</p>" for part in article(text).split("\n\n"))
    return f"<html><head>{meta}{ld}</head><body><article><h1>{said}</h1>{paragraphs}</article></body></html>".encode()


def message(text: str) -> bytes:
    """A mail with `text` as its subject, its sender and the name of what is attached."""
    made = EmailMessage()
    made["Subject"] = clean(text)
    made["From"] = Address(clean(text), "ann", "example.org")
    made["Date"] = "Wed, 05 May 2021 10:00:00 +0000"
    made.set_content(article(text))
    made.add_attachment(b"x", "application", "x", filename=clean(text))
    return made.as_bytes()


def clean(text: str) -> str:
    """Words that a header can hold."""
    return "".join(character for character in text if character.isprintable())


def paragraphs_of(text: str) -> list[str]:
    """The same article as XML."""
    return [html.escape(part) for part in article(text).split("\n\n")]


def subtitles(text: str) -> bytes:
    """The article as captions."""
    parts = article(text).strip().split("\n\n")
    return "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{part}\n\n" for n, part in enumerate(parts, 1)).encode()


def rich(text: str) -> bytes:
    """The article as rich text."""
    marked = article(text).replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("\n\n", "\\par\n")
    return ("{\\rtf1\\ansi " + "".join(c if ord(c) < 128 else f"\\u{ord(c) % 65536}?" for c in marked) + "}").encode()


_OPEN_TEXT = "<office:body><office:text>{}</office:text></office:body>"
FORMATS: dict[str, Callable[[str], bytes]] = {
    ".html": page,
    ".eml": message,
    ".docx": lambda text: docx("".join(map(word_paragraph, paragraphs_of(text)))),
    ".odt": lambda text: odt(_OPEN_TEXT.format("".join(f"<text:p>{part}</text:p>" for part in paragraphs_of(text)))),
    ".epub": lambda text: epub(["<nav>One</nav>", "".join(f"<p>{p}</p>" for p in paragraphs_of(text))]),
    ".srt": subtitles,
    ".rtf": rich,
}
"""How a file of each other format holds the article."""
_NO_TITLES = frozenset({"", "null", "none", "true", "false", "~"})
# YAML holds no control characters.
_KNOWN = [text for text in naughty_strings() if one_line(text).strip("\ufffd").lower() not in _NO_TITLES]
TITLES = _KNOWN[:: len(_KNOWN) // 273][:273]
"""Hostile titles, each of a brief of its own."""


def write_hostile_seeds(folder: Path) -> None:
    """One text and one Markdown source for each string, and one of another format in turn; a brief's address tells its
    number. Then the hostile titles and the hostile names."""
    kinds = list(FORMATS)
    for number, text in enumerate(STRINGS):
        (folder / f"text-{number:02}.txt").write_text(article(text), encoding="utf-8")
        (folder / f"matter-{number:02}.md").write_text(front_matter(text), encoding="utf-8")
        suffix = kinds[number % len(kinds)]
        (folder / f"other-{number:02}{suffix}").write_bytes(FORMATS[suffix](text))
    for number, text in enumerate(TITLES):
        words = f"Ann Bell opened pier {number} of Port {chr(65 + number % 26)}{number}.\n"
        head = f"---\ntitle: {json.dumps(text, ensure_ascii=False)}\n---\n\n"
        (folder / f"title-{number:03}.md").write_text(head + words, encoding="utf-8", errors="replace")
    for number, name in enumerate(NAMES):
        (folder / name).write_text(f"Pier {number}\n\nCarl Hill closed pier {number}.\n", encoding="utf-8")
