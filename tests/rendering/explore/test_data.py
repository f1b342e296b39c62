"""The data of Explore: which rows, which values they have, and how a browser gets both."""

import dataclasses
import json
import random

import pytest

from generator.model import Page
from generator.rendering import render
from generator.rendering.explore.files import FIRST, MORE, Files, write_days, write_rows
from generator.rendering.explore.tables import Table, days_of
from tests.rendering.shelf import SETTINGS, full_library

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


def read(text: str) -> list[int]:
    """The numbers of a text, as a browser reads them."""
    found, value, weight = [], 0, 1
    for sign in map(SIGNS.index, text):
        value += (sign & 31) * weight
        weight *= 32
        if not sign & 32:
            found.append(value)
            value, weight = 0, 1
    return found


def data_of(files: dict[str, bytes], name: str) -> object:
    """What a file hands over."""
    text = files[name].decode()
    assert text.startswith(f'briefsExplore.got("{name}",') and text.endswith(")\n")
    return json.loads(text[text.index(",") + 1 : -2])


def page_of(**options: object) -> tuple[Page, dict[str, bytes]]:
    """The page of a small collection, and its files by name."""
    (page,) = (
        page for page in render(full_library(), settings=SETTINGS, links=options.get("links", "file"))  # type: ignore[arg-type]
        if page.kind == "explore"
    )  # fmt: skip
    return page, {file.path.removeprefix("explore/").removesuffix(".js"): file.content for file in page.files}


def test_a_row_has_what_its_source_says() -> None:
    """A copy of a text is no row. Names, speaker, theme, publisher and agency are values; each leads to a sentence."""
    page, files = page_of()
    head = data_of(files, "briefs")
    assert isinstance(head, dict) and head["rows"] == 1
    values = {facet["name"]: facet["values"].split("\t")[:3] for facet in head["facets"]}
    assert values["person"] == ["Jane Doe", "the-person", "1"]
    assert values["publisher"] == ["Valley Post", "Valley Post", "1"]
    assert values["origin"] == ["Valley Wire", "valley wire", "1"]
    rows = data_of(files, "briefs-rows-0")
    assert isinstance(rows, list)
    (row,) = rows
    assert (row["t"], row["d"], row["p"]) == ("A bridge opens", "7 January 2022", "Valley Post")
    line = row["l"][row["m"]["speaker"][1]]
    assert line[0] == "../briefs/one.html#s2" and "the bridge is safe" in line[1]
    assert page.problem is None


def test_statements_tell_how_sure_they_are() -> None:
    """A few words, hedges and the medium that reported them stand beside what is said."""
    _, files = page_of()
    rows = data_of(files, "statements-rows-0")
    assert isinstance(rows, list)
    notes = {row["t"]: row["k"] for row in rows if row["s"]}
    assert notes["the old one will go"] == ["hedged", "via Radio Valley"]
    assert "a few words" in [note for row in rows for note in row["k"]]


def test_plain_markdown_has_no_data() -> None:
    """There no script runs; the page leads to the lists."""
    page, files = page_of(links="markdown")
    assert not files and "(../people/index.md)" in page.markdown


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2022-01-07", 1),
        ("2022-02", 28),
        ("2022", 365),
        ("2022-01-08/2022-01-13", 6),
        ("2022-01-08/..", 1),
        ("2021~", 365),
        ("2022-02-30", None),
        ("soon", None),
        (None, None),
    ],
)
def test_a_date_is_its_first_and_last_day(edtf: str | None, days: int | None) -> None:
    """What is no day of a calendar has none."""
    found = days_of(edtf)
    assert (found and found[1] - found[0] + 1) == days


def test_rows_and_days_can_be_read_again() -> None:
    """Numbers that rise and days that fall, of any size."""
    chance = random.Random(1)
    rows = sorted(chance.sample(range(100_000), 500))
    steps = read(write_rows(rows))
    assert [sum(steps[: at + 1]) for at in range(len(steps))] == rows
    days = [(700_000, 700_009), (699_000, 699_000), (699_000, 699_001), None]
    firsts, lengths = write_days(days)
    assert read(firsts) == [700_000, 1_000, 0] and read(lengths) == [9, 0, 1]


def test_rare_values_stand_behind_the_common_ones() -> None:
    """The head has the most frequent; each other is in the file of its number, and under the letters of its words."""
    count = FIRST + MORE + 7
    table = Table("briefs", ("person",), [None] * count)
    for row in range(count):
        table.add(row, "person", ((f"k{at}", f"Name {at:04}") for at in range(row, count)))
    files = {name: make() for name, make in Files(table)}
    head = data_of(files, "briefs")
    assert isinstance(head, dict)
    (facet,) = head["facets"]
    assert facet["count"] == count and len(facet["values"].split("\n")) == FIRST
    assert facet["most"] == [count - FIRST, 7] and head["letters"] == ["0", "k", "n"]
    last = str(data_of(files, "briefs-person-2")).split("\n")
    assert len(last) == 7 and last[-1].split("\t")[:3] == ["Name 0000", "k0", "1"]
    directory = str(data_of(files, f"briefs-letter-{head['letters'].index('n')}")).split("\n")
    assert f"person\t{count - 1}\tName 0000\tk0" in directory


def test_the_data_is_the_same_every_time() -> None:
    """Equal libraries give equal bytes; another text gives another version, so that no old file is taken for new."""
    assert page_of() == page_of()
    library = full_library()
    other = dataclasses.replace(
        library.briefs[0].analysis.metadata, published=library.briefs[1].analysis.metadata.published
    )
    analysis = dataclasses.replace(library.briefs[0].analysis, metadata=other)
    changed = dataclasses.replace(
        library, briefs=(dataclasses.replace(library.briefs[0], analysis=analysis), library.briefs[1])
    )
    (page,) = (page for page in render(changed, settings=SETTINGS, links="file") if page.kind == "explore")
    files = {file.path.removeprefix("explore/").removesuffix(".js"): file.content for file in page.files}
    old, new = data_of(page_of()[1], "briefs"), data_of(files, "briefs")
    assert isinstance(old, dict) and isinstance(new, dict) and old["version"] != new["version"]
