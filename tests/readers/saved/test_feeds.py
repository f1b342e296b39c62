"""Saved feeds: each entry with its text is a source with what the feed states of it."""

from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.readers import collect, read
from tests.readers.making import document, kept, stated

WORDS = [
    f"{who} told the council of Westport that the ferry should land at the pier {when}."
    for who, when in (
        ("Ann Bell", "from the first of June on"),
        ("Rolf Hale", "once the timbers are mended"),
        ("Ken Osei", "never again"),
        ("Tara Quill", "as often as there are passengers"),
        ("Iris Vale", "on market days, and on no other days"),
    )
]
RSS = """<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Westport Echo</title><link>https://echo.example</link>
 <item><title>The pier</title><link>https://echo.example/pier</link><dc:creator>Iris Vale</dc:creator>
 <pubDate>Thu, 06 May 2021 10:00:00 +0100</pubDate><description>A teaser.</description>
 <content:encoded><![CDATA[{html}]]></content:encoded></item>{more}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Westport Echo</title><entry><title>The pier</title>
 <link rel="self" href="https://echo.example/feed/1"/><link href="https://echo.example/pier"/>
 <author><name>Iris Vale</name></author><published>2021-05-06T10:00:00+01:00</published>
 <updated>2021-05-09T10:00:00Z</updated>{content}</entry></feed>"""
HTML = "".join(f"<p>{line}</p>" for line in WORDS)
XHTML = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content>'
STATED = {
    "title": ("The pier",),
    "publisher": ("Westport Echo",),
    "url": ("https://echo.example/pier",),
    "published": ("2021-05-06",),
    "authors": ("Iris Vale",),
}


@pytest.mark.parametrize(
    ("name", "feed"),
    [
        ("a.rss", RSS.format(html=HTML, more="")),
        ("a.atom", ATOM.format(content=XHTML)),
        ("a.atom", ATOM.format(content=f"<content type='html'>{HTML.replace('<', '&lt;')}</content>")),
        ("a.rss", ATOM.format(content=f"<summary>Teaser</summary><content><![CDATA[{HTML}]]></content>")),
    ],
)
def test_an_entry_is_a_source_with_what_the_feed_states(tmp_path: Path, name: str, feed: str) -> None:
    """Its key is made of title, day, publisher and address, so that it stays when entries are added."""
    (tmp_path / name).write_text(feed)
    found = collect(tmp_path, max_mb=1)
    (source,) = found.sources
    assert (source.path[:26], source.place, found.problems) == (f"{name}#the-pier-2021-05-06-"[:26], "entry 1", ())
    assert stated(read(source)) == STATED
    assert kept(read(source)) == [("title", "The pier"), *(("paragraph", line) for line in WORDS)]


def test_teasers_are_left_out_and_counted(tmp_path: Path) -> None:
    """An entry without its text would be a brief of nothing."""
    more = "<item><title>More</title><description>Read it on our site.</description></item>"
    (tmp_path / "a.rss").write_text(RSS.format(html=HTML, more=more))
    found = collect(tmp_path, max_mb=1)
    assert len(found.sources) == 1
    assert [problem.what for problem in found.problems] == ["entries with a teaser only were left out (1 of 2)"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "damaged"),
        ("<rss><channel>", "damaged"),
        ("<html><body><p>Hello</p></body></html>", "no feed"),
        ("<rss><channel><item><title>A</title></item></channel></rss>", "only teasers"),
        (
            '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><description>&x;</description></item></rss>',
            "only teasers",
        ),
    ],
)
def test_one_line_says_what_cannot_be_read(content: str, what: str) -> None:
    """Wrecks, other XML, feeds of teasers; no entity is opened."""
    with pytest.raises(SourceError) as error:
        document("a.rss", content)
    assert what in str(error.value)
