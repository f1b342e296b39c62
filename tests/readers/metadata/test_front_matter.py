"""Front matter as the programs of this trade write it: its forms, its keys and its values."""

import pytest

from generator.language.en.dates.fields import read_day
from generator.model import Document
from generator.readers.metadata.front_matter import find_key
from tests.showing import document

BODY = "The mayor of Wexby said on Monday that the pier would open."


def stated(made: Document) -> dict[str, tuple[str, ...]]:
    """Field and values of what it declares."""
    return {d.field: d.values for d in made.declarations}


def yaml(*lines: str) -> Document:
    """A note with these lines of front matter."""
    return document("\n".join(["---", *lines, "---", "", BODY, ""]), suffix=".md")


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: The pier\ndate: 2020-11-03 17:40:00 +0000\nauthor: Ann Lee\n---\n",
        "--- \n# of Jekyll\ntitle: 'The pier'\ndate: 2020-11-03\nauthor: [Ann Lee]\nlayout: post\n...\n",
        '+++\ntitle = "The pier"\ndate = 2020-11-03T09:15:00+01:00\nauthors = ["Ann Lee"]\ndraft = false\n+++\n',
        '+++\n[params]\nauthor = "Ann Lee"\ndate = 2020-11-03\ntitle = "The pier"\n+++\n',
        '---json\n{"title": "The pier", "date": "2020-11-03", "author": "Ann Lee"}\n---\n',
        '{\n  "title": "The pier",\n  "date": "2020-11-03",\n  "author": {"name": "Ann Lee"}\n}\n',
        "title:: The pier\ndate:: [[Nov 3rd, 2020]]\nauthor:: [[Ann Lee]]\ntags:: harbour\n",
        "- title:: The pier\n  date:: 2020-11-03\n  author:: Ann Lee\n",
        "% The pier\n% Ann Lee\n% 3 November 2020\n",
        "Title: The pier\nAuthor: Ann Lee\nDate: 2020-11-03\nTags: harbour, town\n",
    ],
)
def test_front_matter_has_many_forms(head: str) -> None:
    """YAML, TOML, JSON, lines of Logseq, Pandoc and plain ones; none of it is text."""
    made = document(f"{head}\n{BODY}\n", suffix=".md")
    assert stated(made) == {"title": ("The pier",), "published": ("2020-11-03",), "authors": ("Ann Lee",)}
    assert [block.reason for block in made.blocks] == ["front matter", None]
    assert not made.problems


@pytest.mark.parametrize(
    "text",
    [
        "Title: the pier\nIt will open.\n",
        "REPORTER: Will you go?\nJOURNALIST: And when?\n\nNobody knows.",
        "Date: 5 May 2021\n\nThe pier is open.",
        "{ the pier } is open.\n",
        '{"a": 1}\n\nThe pier is open.',
        "---\nThe mayor said: no.\n---\nThe pier is open.",
        "+++\nThe pier is open.\n+++\n",
        "100 % of the pier is open.",
    ],
)
def test_other_openings_are_text(text: str) -> None:
    """A rule, a turn of an interview, one line with a colon, braces."""
    made = document(text, suffix=".md")
    assert not made.declarations
    assert all(block.reason is None for block in made.blocks)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("pubDate: Tue, 03 Nov 2020 09:15:00 GMT", "published", "2020-11-03"),
        ("publishDate: 2020-11-03T09:15:00Z", "published", "2020-11-03"),
        ("published_at: 2020-11-03T09:15:00.000+01:00", "published", "2020-11-03"),
        ("created: 2020-11-03", "published", "2020-11-03"),
        ("published_date: 25.11.2020", "published", "2020-11-25"),
        ("fecha: 3 de noviembre de 2020", "published", "2020-11-03"),
        ("date: [2020-11-03]", "published", "2020-11-03"),
        ("article date: 2020-11-03", "published", "2020-11-03"),
        ("source: https://a.example/b", "url", "https://a.example/b"),
        ("source: '[The pier](https://a.example/b)'", "url", "https://a.example/b"),
        ("source_url: <https://a.example/b>", "url", "https://a.example/b"),
        ("link: https://a.example/b", "url", "https://a.example/b"),
        ("canonical_url: https://a.example/b", "url", "https://a.example/b"),
        ("source: The Wexby Echo", "publisher", "The Wexby Echo"),
        ("publication: '[[The Wexby Echo]]'", "publisher", "The Wexby Echo"),
        ("site: The Wexby Echo", "publisher", "The Wexby Echo"),
        ("titel: Der Pier", "title", "Der Pier"),
        ("headline: The pier", "title", "The pier"),
        ("category: Harbour", "section", "Harbour"),
        ("categories: [Harbour]", "section", "Harbour"),
        ("lang: en_GB", "language", "en-GB"),
        ("language: English", "language", "en"),
        ("autor: Ann Lee", "authors", "Ann Lee"),
        ("byline: By Ann Lee, Political Editor", "authors", "Ann Lee"),
        ("author: {name: Ann Lee, url: x}", "authors", "Ann Lee"),
        ("author: {given: Ann, family: Lee}", "authors", "Ann Lee"),
        ("creators: [{firstName: Ann, lastName: Lee}]", "authors", "Ann Lee"),
        ("primary_author: Ann Lee", "authors", "Ann Lee"),
        ("date: {created: 2020-11-03, updated: 2020-11-05}", "published", "2020-11-03"),
        ("date: {date: 2020-11-03}", "published", "2020-11-03"),
        ("date: {published: 2020-11-03, date: 2020-11-05}", "published", "2020-11-03"),
    ],
)
def test_keys_and_values_of_many_programs_are_understood(line: str, field: str, value: str) -> None:
    """Synonyms in several languages, dates as feeds and people write them, links."""
    made = yaml(line)
    assert stated(made) == {field: (value,)}
    assert not made.problems


@pytest.mark.parametrize(
    "lines",
    [
        ["author: Ann Lee and Bo Ek"],
        ["authors: [Ann Lee, Bo Ek]"],
        ["author:", "  - '[[Ann Lee]]'", "  - '[[people/bo|Bo Ek]]'"],
        ["author:", "  - name: Ann Lee", "    affiliation: The Echo", "  - name: {given: Bo, family: Ek}"],
    ],
)
def test_several_authors_are_several(lines: list[str]) -> None:
    """In one string, in a list, as links of a note, as tables of Quarto."""
    assert stated(yaml(*lines)) == {"authors": ("Ann Lee", "Bo Ek")}


@pytest.mark.parametrize(
    "line",
    [
        "layout: post",
        "cssclass: wide",
        "draft: true",
        "published: true",
        "permalink: /a/b/",
        "url: /a/b/",
        "aliases: [x]",
        "weight: 3",
        "tags: [clippings]",
        "rating: 5",
        "rate: 5",
        "tile: x",
        "state: open",
        "updated: 2021-01-01",
        "date_accessed: 2021-01-01",
        "event_date: 2021-01-01",
        "author_image: x.png",
        "date: today",
        "date: '{{ page.date }}'",
        "author: Staff",
        "links: [a.md]",
        "published-title: Posted",
        "data: {a: 1}",
        "categories: news local",
        "sidebar: {title: x}",
    ],
)
def test_keys_that_are_clearly_other_things_are_silent(line: str) -> None:
    """They declare nothing, and nobody is told."""
    made = yaml(line)
    assert (made.declarations, made.problems) == ((), ())


@pytest.mark.parametrize("title", ["{{ 7 * 7 }} is 49", "{{ title }}", "Why {% raw %} is no news"])
def test_marks_of_a_template_are_no_day_but_words(title: str) -> None:
    """Where a day or an address should stand, they have yet to be filled in; in words they are what is stated."""
    assert [d.values for d in yaml(f"title: '{title}'").declarations] == [(title,)]
    assert yaml("date: '{{ page.date }}'\nurl: '<% tp.url %>'").declarations == ()


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("pubished: 2020-11-03", "'pubished' in the front matter is not read"),
        ("authro: Ann Lee", "'authro' in the front matter is not read"),
        ("soruce: The Echo", "'soruce' in the front matter is not read"),
        ("hearing date: 2020-11-03", "'hearing date' in the front matter is not read"),
        ("publisher: https://a.example", "is an address, no publisher"),
        ("date: 03/04/2020", "'date' in the front matter is no date: '03/04/2020'"),
        ("date: soon", "'date' in the front matter is no date: 'soon'"),
    ],
)
def test_a_key_that_looks_like_one_of_ours_is_named(line: str, part: str) -> None:
    """In one line, with the cure; it counts for nothing."""
    made = yaml(line)
    (problem,) = made.problems
    assert part in problem.what
    assert problem.cure
    assert not made.declarations


def test_the_surest_key_counts() -> None:
    """A day of publication before any other; the day on which a clipping was made is never that of the article."""
    found = yaml("created: 2021-01-01", "date: 2020-12-01", "published: 2020-11-03")
    assert stated(found) == {"published": ("2020-11-03",)}
    clipping = yaml("source: https://a.example/b", "created: 2021-01-01")
    assert stated(clipping) == {"url": ("https://a.example/b",)}
    assert [problem.severity for problem in clipping.problems] == ["note"]


def test_broken_toml_costs_itself_only() -> None:
    """It is named, and the text is read."""
    made = document(f"+++\ntitle = broken\n+++\n{BODY}", suffix=".md")
    assert ["broken front matter (TOML)" in problem.what for problem in made.problems] == [True]
    assert made.text.endswith(f"{BODY}\n")


@pytest.mark.parametrize(
    "text",
    [
        "{" * 5000,
        '{"title": ' + "[" * 5000,
        '+++\na = "' + "x" * 70_000,
        "+++\na = " + "[" * 5000 + "\n+++\n",
        "% " * 40_000,
    ],
)
def test_hostile_front_matter_is_read_as_text(text: str) -> None:
    """Deep or endless, it raises nothing."""
    assert document(f"{text}\n\n{BODY}", suffix=".md").blocks


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-11-03T09:00", "2020-11-03"),
        ("2020-11-03 17:40:00 Europe/London", "2020-11-03"),
        ("20201103", "2020-11-03"),
        ("2020/1/3", "2020-01-03"),
        ("12/25/2020", "2020-12-25"),
        ("Nov 3rd, 2020", "2020-11-03"),
        ("3. November 2020", "2020-11-03"),
        ("Dienstag, 3. November 2020", "2020-11-03"),
        ("1er mai 2020", "2020-05-01"),
        ("2020-11", "2020-11"),
        ("03/11/2020", None),
        ("Wed, 03 Nov 2020 09:15:00 GMT", None),
        ("2020-02-30", None),
        ("1604394900", None),
        ("yesterday", None),
    ],
)
def test_days_are_read_as_they_are_written(written: str, day: str | None) -> None:
    """One that can be read in two ways, has the wrong weekday or does not exist is none."""
    assert read_day(written) == day


def test_every_known_key_means_what_its_section_says() -> None:
    """No key stands in two sections that contradict each other."""
    assert [find_key(key) and find_key(key).field for key in ("date", "source", "link", "tags", "time")] == [  # type: ignore[union-attr]
        "published",
        "source",
        "url",
        None,
        None,
    ]
