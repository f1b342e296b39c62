"""The border between text and Markdown."""

import jinja2
import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.markup import INLINE_LIMIT, Markdown, Untrusted, inert, joined, md, md_long, md_part, safe_url
from generator.rendering.templates import fill, load_templates
from generator.text.unicode import one_line
from tests.rendering.browse import browse, fold, naughty_strings, xss_payloads

CONTEXTS = {
    "paragraph": "{}",
    "heading": "## {}",
    "list": "- {}",
    "quotation": "> {}",
    "link": "[{}](a.md)",
    "strong": "**{}**",
    "table": "| a | b |\n|---|---|\n| {} | c |",
    "inline element": 'a <span class="x">{}</span> b',
    "attribute": 'a <span title="{}">x</span> b',
    "raw block": "<div>\n<p>{}</p>\n</div>",
    "block with Markdown": '<div class="x" markdown>\n\n- {}\n\n</div>',
    "heading with Markdown": '<h2 id="x" markdown>{}</h2>',
    "definition": "a\n\n:   {}",
}


def write(context: str, texts: list[Markdown]) -> str:
    return "\n\n".join(f"{CONTEXTS[context].format(text)}\n\n<p>and</p>" for text in texts)


@pytest.mark.parametrize("context", CONTEXTS)
def test_naughty_strings_make_no_markup(context: str) -> None:
    """Each string gives, wherever it stands, the elements that plain letters give, and its own text."""
    strings = [s for s in naughty_strings() if one_line(s)]
    seen = browse(write(context, [md(s) for s in strings]))
    plain = browse(write(context, [Markdown("word")]))
    if context == "attribute":
        titles = [dict(attributes).get("title") for tag, attributes in seen.elements if tag == "span"]
        assert titles == [one_line(s) for s in strings]
        assert [tag for tag, _ in seen.elements] == [tag for tag, _ in plain.elements] * len(strings)
        return
    # The id of a heading is made of its words.
    elements, expected = ([found for found in page.elements if found[0] != "h2"] for page in (seen, plain))
    assert elements == expected * len(strings)
    framed = fold("".join(plain.text))
    assert seen.text == "".join(framed.replace("word", fold(one_line(s))) for s in strings)


def test_attack_strings_make_no_markup() -> None:
    """No payload of the list makes an element or changes a character."""
    payloads = xss_payloads()[::5]
    seen = browse("\n\n".join(md(s) for s in payloads))
    assert {tag for tag, _ in seen.elements} == {"p", "/p"}
    assert seen.text == fold("".join(one_line(s, INLINE_LIMIT) for s in payloads))


@given(
    st.lists(st.text(st.sampled_from("ab1 \n\t*_`~[](){}<>!#|-+=:;.,\"'\\/&%$^@?é\u200d\u202e\x00\x02"), min_size=1))
)
def test_no_mix_of_marks_makes_markup(texts: list[str]) -> None:
    """Marks in any mix stay text, inline and in a raw block."""
    kept = [text for text in texts if one_line(text)]
    raw = "".join(f"<p>{inert(text)}</p>\n" for text in kept)
    seen = browse("".join(f"- {md(text)}\n" for text in kept) + f"\n<div>\n{raw}</div>")
    assert not {tag for tag, _ in seen.elements} - {"ul", "/ul", "li", "/li", "div", "/div", "p", "/p"}
    assert seen.text == fold("".join(one_line(text) for text in kept)) * 2


@given(st.text())
def test_a_raw_block_keeps_every_character(text: str) -> None:
    """`inert` writes no line feed, no tag and no reference but its own."""
    out = inert(text)
    assert "\n" not in out and "<" not in out
    assert fold(out.unescape()) == fold(one_line(text, len(text) + 1))


def test_edges_of_parts_are_kept() -> None:
    """Between two parts of a line the space stays where it was."""
    assert joined([md_part("a "), Markdown("<mark>b</mark>"), md_part(", c")]) == "a <mark>b</mark>&#44; c"
    assert md(" a  b ") == "a b"


def test_length_is_bounded_inline_only() -> None:
    """An inline string is cut with an ellipsis; the text of a source never is."""
    assert len(md("x" * 10_000)) == len(md_part("x" * 10_000)) == INLINE_LIMIT
    assert md("x" * 10_000).endswith("…")
    assert len(md_long("x" * 10_000)) == len(inert("x" * 10_000)) == 10_000


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//evil.example/x",
        "/x",
        "x",
        "",
        "http://",
        "https://user@host/",
        "https://user:pass@host/",
        "http://host:port/",
        'http://host/"onclick=x',
        "http://host/<x>",
        "http://host/a b",
        "http://host/\\x",
        "http://[::1",
        "ftp://host/",
        "mailto:a@b.example",
        "vbscript:x",
        "http://host/" + "x" * 3_000,
    ],
)
def test_no_unsafe_address_is_linked(url: str) -> None:
    """Only an absolute http(s) address without credentials and without delimiters is an address."""
    assert safe_url(url) is None


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://example.org:80/a?b=c&d=%20#e", " https://bücher.example/ä "]
)
def test_plain_addresses_are_linked(url: str) -> None:
    """A usual address passes unchanged, white space aside."""
    assert safe_url(url) == url.strip()


IDIOMS = [
    "{{ x }}",
    "{{ x|safe }}",
    "{{ x ~ x }}",
    "{{ 'a' ~ x }}",
    "{{ m() ~ x }}",
    "{{ x + x }}",
    "{{ 'a' + x }}",
    "{{ '%s' % x }}",
    "{{ '%s'|format(x) }}",
    "{{ '%s'|safe|format(x) }}",
    "{{ '{}'.format(x) }}",
    "{{ x.upper() }}",
    "{{ x|upper }}",
    "{{ x|title ~ m() }}",
    "{{ x|replace('q', x) ~ m() }}",
    "{{ [x, x]|join(', ') }}",
    "{{ [x, x]|join('<br>'|safe) }}",
    "{{ (x,)|first ~ m() }}",
    "{{ x[:9] ~ m() }}",
    "{{ x.split()|join(m()) }}",
    "{% set y %}{{ x }}{% endset %}{{ y ~ x }}",
    "{{ x|default('z') ~ m() }}",
    "{{ x|trim ~ m() }}",
    "{{ [x]|map('upper')|join ~ m() }}",
    "{{ x|string ~ m() }}",
    "{{ x|truncate(5) ~ m() }}",
    "{% for c in x %}{{ c }}{% endfor %}",
    "{{ v.name ~ m() }}",
    "{{ v.names|join(m()) }}",
    "{{ v.names[0] ~ m() }}",
    "{% for n in v.names %}{{ n ~ m() }}{% endfor %}",
    "{{ v['name']|indent }}",
    "{{ x|list|join }}",
    "{{ x|wordwrap(3) ~ m() }}",
    "{{ x|center(30) ~ m() }}",
    "{{ x|reverse ~ m() }}",
    "{{ v.names|map('trim')|list|join(m()) }}",
]


class View:
    """A view as templates get it."""

    name = "<b>*q*</b>"
    names = ("<b>*q*</b>", "[q](http://q)")


@pytest.mark.parametrize("idiom", IDIOMS)
def test_no_template_idiom_lets_text_through(idiom: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """However a template joins, cuts, formats or marks as safe what comes from a source, it comes out escaped."""
    macro = "{% macro m() %}<i>m</i>{% endmacro %}"
    (tmp_path / "t.md.j2").write_text(macro + idiom, encoding="utf-8")
    out = fill(load_templates(tmp_path), "t.md.j2", {"x": "<b>*q*</b>", "v": View()})
    left = out.replace("<i>m</i>", "").replace("<br>", "")
    assert not set(left) & set("<>*[]()"), out


def test_untrusted_text_is_escaped_by_any_markup() -> None:
    """The escape belongs to the value: plain MarkupSafe uses it too."""
    assert markupsafe.Markup("<i>%s</i>") % Untrusted("*") == "<i>&#42;</i>"
    assert Markdown("<i>{}</i>").format("*") == "<i>&#42;</i>"
    assert jinja2.Environment(autoescape=True).from_string("{{ x }}").render(x=Untrusted("*")) == "&#42;"
