"""Lines that many files of one site have are chrome; what one article says, or its agency, is not."""

import random

import pytest

from generator.cleaning import clean, find_repeated
from generator.cleaning.repetition import REASON
from generator.model import Declaration, Document, Source
from generator.readers import read

STORIES = [
    f"The {thing} of Westport {verb} on Monday, the mayor said, and {rest}."
    for thing, verb, rest in [
        ("harbour", "opened again", "forty ships came in before the evening"),
        ("library", "was closed", "its books went to the school in the next town"),
        ("old bridge", "fell into the river", "nobody was hurt, though a bus had just crossed it"),
        ("market", "moved", "the traders were not asked whether they wanted to go"),
        ("theatre", "lost its roof", "the storm took it as far as the railway station"),
        ("museum", "sold a painting", "the buyer did not want to be named in any paper"),
        ("school", "won a prize", "the pupils had built a boat from nothing but bottles"),
    ]
]


def page(n: int, *around: str, folder: str = "", declared: tuple[Declaration, ...] = ()) -> Document:
    """A made-up page: its own headline and story among lines that stand around it."""
    text = "\n\n".join([f"Westport news number {n} is told here", *around[:1], STORIES[n % len(STORIES)], *around[1:]])
    read_ = read(Source(f"{folder}p{n}.txt", f"p{n}", text.encode()))
    return Document(read_.path, read_.id, read_.sha256, read_.text, read_.blocks, declared)


def cut(document: Document, repeated: dict[str, tuple[str, ...]]) -> list[str]:
    cleaned = clean(document, repeated=frozenset(repeated.get(document.path, ())))
    return [b.span.of(cleaned.text) for b in cleaned.blocks if b.reason == REASON]


def test_a_short_line_of_three_files_is_the_sites() -> None:
    """Wherever it stands, with white space folded; a line of two files stays."""
    pages = [page(n, "The Daily Tide", "Puzzles and  games") for n in range(3)] + [page(3, "Tide tables")]
    repeated = find_repeated([*pages, page(4, "Tide tables")])
    assert repeated == {f"p{n}.txt": ("Puzzles and games", "The Daily Tide") for n in range(3)}
    assert cut(pages[0], repeated) == ["The Daily Tide", "Puzzles and  games"]


def test_a_rare_line_of_a_large_site_stays() -> None:
    """Three files of many are not enough: a fifth of the site is."""
    few = [page(n, "Chess column" if n < 3 else "Nothing else") for n in range(7)]
    assert "p0.txt" in find_repeated(few)
    many = [
        Document(f"q{n}", "q", "", f"Story {n} {'x' * n} is a long one that says what it says.", ()) for n in range(20)
    ]
    long = [read(Source(d.path + ".txt", "q", d.text.encode())) for d in many]
    assert "p0.txt" not in find_repeated([*few, *long])


@pytest.mark.parametrize("line", ["March 3, 2021", "By Ann Lee", "LONDON, 5 May 2021 (AP) — The rain went on"])
def test_what_says_something_of_the_article_is_no_chrome(line: str) -> None:
    """Dates, bylines and datelines recur and mean the one article each time."""
    assert find_repeated([page(n, line) for n in range(6)]) == {}


def test_a_sentence_is_cut_at_the_edge_and_only_if_most_files_have_it() -> None:
    """Agencies repeat whole paragraphs: inside an article they stay."""
    notice = "The Daily Tide is printed on paper that was made from the nets of our fishermen."
    edge = [page(n, "", notice) for n in range(7)]
    assert cut(edge[0], find_repeated(edge)) == [notice]
    assert find_repeated(edge[:5]) == {}
    inside = [page(n, "", notice, f"The {n} men of the crew went home in the evening, he said.") for n in range(7)]
    assert cut(inside[0], find_repeated(inside)) == []


def test_copies_of_one_article_are_one() -> None:
    """Ten versions of one text do not make its headline the site's."""
    copies = [Document(f"c{n}", "c", "", page(1).text, page(1).blocks) for n in range(10)]
    assert find_repeated(copies) == {}


def test_sites_are_told_apart() -> None:
    """By publisher, else by host, else by folder: three files of three sites have nothing in common."""
    publishers = [page(n, "Weekend", declared=(Declaration("publisher", (f"P{n}",), "sidecar"),)) for n in range(3)]
    hosts = [
        page(n, "Weekend", declared=(Declaration("url", (f"https://h{n}.example/a",), "sidecar"),)) for n in range(3)
    ]
    folders = [page(n, "Weekend", folder=f"f{n}/") for n in range(3)]
    assert [find_repeated(pages) for pages in (publishers, hosts, folders)] == [{}, {}, {}]


def test_a_template_shows_across_folders() -> None:
    """Three files that share five lines are of one site, whatever folder they lie in."""
    lines = ("The Daily Tide", "Puzzles", "Tide tables", "Our town", "Letters to us")
    mixed = [page(n, *lines, folder=f"f{n}/") for n in range(3)]
    assert find_repeated(mixed)["f0/p0.txt"] == tuple(sorted(lines))


def test_order_and_one_more_file_change_nothing_else() -> None:
    """The order counts for nothing; a new file of the site leaves the lines of the others as they are."""
    pages = [page(n, "The Daily Tide", "Puzzles") for n in range(6)]
    repeated = find_repeated(pages)
    shuffled = pages[:]
    random.Random(3).shuffle(shuffled)
    assert find_repeated(shuffled) == repeated
    more = find_repeated([*pages, page(6, "The Daily Tide", "Something new")])
    assert {path: more[path] for path in repeated} == repeated


def report(n: int, first: str, lead: str) -> Document:
    """One of several reports in one folder, its first line over its lead."""
    text = f"{first}\n\n{lead}\n\nThe harbour was empty by noon on day {n}, and {'no ' * n}ships came."
    return read(Source(f"r{n}.txt", f"r{n}", text.encode()))


LEADS = (
    "A ship has run aground at the mouth of the harbour of Holm, the pilot said on Monday.",
    "One sailor is missing since a ship ran aground at Holm, the pilot, Ines Duran, said on Tuesday.",
    "Divers have found the sailor who was missing after his ship had run aground in the harbour.",
)


def test_a_headline_that_several_reports_share_stays() -> None:
    """What stands first in a text, over its lead, heads it, in however many files."""
    reports = [report(n, "Ship aground in harbour of Holm", lead) for n, lead in enumerate(LEADS)]
    assert find_repeated(reports) == {}
    assert [b.kind for b in clean(reports[2]).blocks] == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize("line", ["Riverside Post", "Puzzles, games and more", "Subscribe to our newsletter"])
def test_a_line_of_the_site_over_its_lead_is_still_the_sites(line: str) -> None:
    """It says nothing that the report says."""
    reports = [report(n, line, lead) for n, lead in enumerate(LEADS)]
    assert all(clean(r, repeated=frozenset(find_repeated(reports).get(r.path, ()))).blocks[0].reason for r in reports)
