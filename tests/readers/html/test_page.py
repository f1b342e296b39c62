"""Web pages: all that is visible is text, the article is found in it, and the page's own data is believed."""

import json
from typing import Any

import pytest

from generator.errors import SourceError
from generator.readers.html.article import label_article
from generator.readers.html.looks import squeeze
from generator.readers.html.opening import Opening
from generator.readers.html.page import decode_html, parse_html
from generator.readers.html.visible import find_seen
from generator.readers.pieces import Piece
from tests.readers.making import cuts, document, kept, stated

PROSE = [
    "The harbour of Westport will get a second pier, the city council decided on Tuesday after a long debate.",
    "The pier is to cost 30 million euros, and building it will take three years, Mayor Anna Berg told reporters.",
    "Fishermen had asked for the pier since the storm of last winter, in which eleven boats were lost at anchor.",
    "The council votes on the contract in spring; the first stone could be laid in the summer of next year.",
]
MENU = "<nav><ul><li>Home</li><li>World</li></ul></nav>"
FOOT = "<footer><p>© 2022 Westport Daily. All rights reserved.</p></footer>"


def page(opening: str = "", *, head: str = "", extra: str = "") -> str:
    """A page with an article, chrome around it and an opening above it."""
    article = "".join(f"<p>{text}</p>" for text in PROSE)
    return (
        f"<html><head><title>A second pier - Westport Daily</title>{head}</head><body>{MENU}<main><article>{opening}"
        f"{article}</article></main>{extra}{FOOT}</body></html>"
    )


def test_the_article_is_kept_and_the_rest_is_cut_with_a_reason() -> None:
    """Nothing that is visible is lost: what is outside of the article stays in the text."""
    found = document("a.html", page("<h1>A second pier</h1>"))
    assert kept(found) == [("title", "A second pier"), *(("paragraph", text) for text in PROSE)]
    assert ("menu of the page", "World") in cuts(found)
    assert cuts(found)[-1] == ("foot of the page", "© 2022 Westport Daily. All rights reserved.")


def test_a_table_of_the_article_is_kept_whole() -> None:
    """Short rows with an empty cell belong to the article with the rows beside them."""
    cells = [
        ("new", "sent", "Failure of the pier"),
        ("sent", "done", "N/A", "&nbsp;"),
        ("lost", "done", "N/A", "&nbsp;"),
    ]
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    text = page("<h1>A second pier</h1>").replace(f"<p>{PROSE[2]}", f"<table>{rows}</table><p>{PROSE[2]}")
    assert [words for kind, words in kept(document("a.html", text)) if "N/A" in words] == [
        "sent | done | N/A",
        "lost | done | N/A",
    ]


def test_what_nobody_sees_is_no_text() -> None:
    """Scripts, styles, comments, and elements that are hidden."""
    hidden = '<script>s()</script><style>a{}</style><!-- c --><p hidden>h</p><div style="display: none">d</div>'
    assert document("a.htm", f"{hidden}<p>Seen.</p>").text == "Seen.\n"


@pytest.mark.parametrize("mark", ["<embed src=a.mp4>", "<source src=a.mp4>", "<track src=a.vtt>"])
def test_a_mark_without_an_end_hides_nothing(mark: str) -> None:
    """What stands behind a film in the same element is read like what stands before it."""
    page = f"<article><h1>The pier</h1><p>Ann Bell came first.</p>{mark}<p>Bob Hill came later.</p></article>"
    assert kept(document("a.html", page)) == kept(document("a.html", page.replace(mark, "")))


def test_blocks_follow_the_elements() -> None:
    """Headings, items, quotations, captions and rows of tables; two line breaks part paragraphs, one does not."""
    body = "<h2>H</h2><ul><li>I</li></ul><blockquote><p>Q</p></blockquote><figure><figcaption>C</figcaption></figure>"
    rows = "<table><tr><td>a</td><td><p>b</p></td></tr></table>one<br>line<br><br>next <b>bold</b>.<pre>x\n  y</pre>"
    assert kept(document("a.html", body + rows)) == [
        *(("heading", "H"), ("list_item", "I"), ("quotation", "Q"), ("caption", "C"), ("list_item", "a | b")),
        *(("paragraph", "one\nline"), ("paragraph", "next bold."), ("paragraph", "x\ny")),
    ]


def test_the_lines_above_an_article_are_known_by_what_they_say() -> None:
    """Standfirst, byline and date belong to the article; share buttons between them do not."""
    head = '<meta name="description" content="Fishermen win."><meta name="author" content="Ann Lee">'
    opening = "<h1>A second pier</h1><p>Fishermen win.</p><div>Ann Lee - 7 January 2022</div><div>Share</div>"
    found = document("a.html", page(opening, head=head))
    assert kept(found)[:4] == [
        *(("title", "A second pier"), ("standfirst", "Fishermen win.")),
        *(("dateline", "7 January 2022"), ("paragraph", PROSE[0])),
    ]
    assert ("outside the article", "Share") in cuts(found)


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("<p>The council pays for it out of the harbour dues, and boats come back in May.</p>", True),
        ("<h2>Council pays for it out of the harbour dues of two years</h2>", True),
        ("<p>3 May 2022</p><p>Boats come back in May, and the council pays for it for two years.</p>", True),
        ("<div>The council pays for it out of the harbour dues of two years</div>", True),
        ("<div><div>A ferry lies at the old pier of Westport on the third of May</div></div>", False),
        ("<p>A ferry lies at the old pier of Westport on the third of May. Photo: Ann Lee.</p>", False),
        ("<p>Sign up to our newsletter and read the best of our reports every Sunday morning.</p>", False),
        ("<p>Share</p><p>Town</p><p>Council pays for all of it out of the harbour dues in May.</p>", False),
        ("<p>A second bridge</p>", False),
    ],
)
def test_what_stands_right_under_the_headline_sums_up(line: str, is_kept: bool) -> None:
    """A sentence, or a line beside the headline; no caption and no call upon the reader."""
    assert ("standfirst" in [piece.kind for piece in label(f"<h1>A second pier</h1>{line}")]) is is_kept


def test_a_list_that_repeats_the_headline_moves_no_opening() -> None:
    """Lists of what is read most name this article too, over and in it."""
    again = '<div class="most-read"><h3>A second pier</h3><h3>A third pier</h3></div>'
    sum_up = "Fishermen win, and boats come back to the town in the month of May."
    pieces = label(f"{again}<h1>A second pier</h1><p>{sum_up}</p>", again, passages=["Asecondpier", *PROSE])
    assert [(piece.kind, piece.text) for piece in pieces if piece.kind != "boilerplate"] == [
        *(("title", "A second pier"), ("standfirst", sum_up)),
        *(("paragraph", text) for text in PROSE),
    ]


def label(opening: str, behind: str = "", passages: list[str] = PROSE) -> list[Piece]:
    """The pieces of a page of which an extractor found these passages."""
    seen = list(find_seen(parse_html(page(opening).replace("</article>", f"{behind}</article>"))))
    return label_article(seen, [squeeze(text) for text in passages], Opening("A second pier", (), None))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("7 January 2022 · 6 min read", [("dateline", "7 January 2022")]),
        ("on January 7, 2022 by Ann Lee", [("dateline", "January 7, 2022"), ("byline", "by Ann Lee")]),
        (f"7 September 2022{' · 6 min read' * 8}", [("dateline", "7 September 2022")]),
        (f"17 September 2022{(longer := ' · 6 min read' * 8)}", [("dateline", f"17 September 2022{longer}")]),
        ("Updated 8 January 2022, 6 min read", []),
        ("The storm of 7 January 2022", []),
        ("7 January 2022, 8 January 2022", []),
    ],
)
def test_a_date_above_the_article_is_its_date(line: str, found: list[tuple[str, str]]) -> None:
    """Where nothing else is in the line; a change, another happening and two dates are not."""
    blocks = kept(document("a.html", page(f"<h1>A second pier</h1><div>{line}</div>")))
    assert [block for block in blocks if block[0] in ("dateline", "byline")] == found


def test_the_page_states_its_metadata() -> None:
    """schema.org first; the name of the site is no part of the title."""
    data: dict[str, Any] = {
        "@graph": [{"@type": "NewsArticle", "headline": "A second pier", "datePublished": "2022-01-07T23:30:00-05:00"}]
    }
    data["@graph"][0] |= {"author": [{"@type": "Person", "name": "Ann Lee"}], "publisher": {"name": "Westport Daily"}}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    head += '<link rel="canonical" href="https://example.org/pier"><meta property="og:title" content="Pier!">'
    assert stated(document("a.html", page("<h1>A second pier</h1>", head=head))) == {
        "title": ("A second pier",),
        "publisher": ("Westport Daily",),
        "published": ("2022-01-07",),
        "authors": ("Ann Lee",),
        "url": ("https://example.org/pier",),
    }


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2022-01-07">',
        '<time datetime="2022-01-07">7 January</time>',
        '<meta itemprop="datePublished" content="2022-01-07"><meta itemprop="datePublished" content="2022-01-08">',
        '<meta name="date" content="soon">',
        '<script type="application/ld+json">[{"@type":"Article","headline":"A","datePublished":"2022-01-07"},'
        '{"@type":"Article","headline":"B","datePublished":"2022-01-08"}]</script>',
        '<script type="application/ld+json">{"@type":"NewsArticle",</script>',
    ],
)
def test_a_date_that_is_not_surely_of_publication_is_none(head: str) -> None:
    """A change, any time on the page, two that differ, another article's: none of them is stated."""
    assert "published" not in stated(document("a.html", page(head=head)))


def test_user_names_and_addresses_are_no_authors() -> None:
    """Only names are."""
    head = '<meta name="author" content="admin"><meta property="article:author" content="https://example.org/ann">'
    assert "authors" not in stated(document("a.html", page(head=head)))


def test_a_sidecar_wins_over_the_page() -> None:
    """It comes last."""
    found = document("a.html", page("<h1>A second pier</h1>"), b"title: Mine")
    assert [d.values for d in found.declarations if d.field == "title"] == [("A second pier",), ("Mine",)]


def test_the_declared_encoding_counts_where_it_is_not_utf8() -> None:
    """HTML names Latin-1 and means Windows-1252."""
    content = '<meta charset="iso-8859-1"><p>“Café” is a word of these.</p>'.encode("cp1252")
    assert document("a.html", content).text == "“Café” is a word of these.\n"


@pytest.mark.parametrize("content", ["", "<html></html>", "<script>x</script>", "<!-- -->", "<img src=a.png>"])
def test_a_page_without_text_says_so(content: str) -> None:
    """One line with a cure."""
    with pytest.raises(SourceError, match=r"there is no text in it|the file is empty"):
        document("a.html", content)


def test_bookmarks_are_addresses_only() -> None:
    """Nothing is fetched, and a note says so; an address that is no web address is left out."""
    content = (
        '<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Marks</H1><DL><DT><H3>News</H3><DL><DT><A HREF="https://a.example/b">'
    )
    found = document("a.html", content + 'A page</A><DT><A HREF="javascript:x()">B</A></DL></DL>')
    assert kept(found) == [("title", "Marks"), ("heading", "News"), ("list_item", "A page\nhttps://a.example/b")]
    assert [problem.severity for problem in found.problems] == ["note"]


def test_a_page_that_is_no_utf_8_is_read_all_the_same() -> None:
    """Its letters say which encoding it is in; its head says another."""
    prose = "Мэр Вестпорта сообщила во вторник, что гавань откроется в мае после ремонта старого причала. "
    content = f"<html><head><meta charset=utf-8></head><body><p>{prose * 3}</p></body></html>".encode("cp1251")
    assert "гавань откроется" in decode_html(content)
