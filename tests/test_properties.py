"""What goes in as text comes out as text, whatever it is: escapes, spans, cleaning, dates and readers, tried at random.

The same inputs in every run, and few of each: more is tried by `tools/fuzz.py`, at length.
"""

import csv
import datetime
import io
from html.parser import HTMLParser

import icalendar
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.cleaning import clean
from generator.errors import SourceError
from generator.language.dates.finding import find_dates
from generator.language.packs import pack_for
from generator.model import Span
from generator.rendering.exports.tables import FORMULA, write_cell
from generator.rendering.ics import escape, fold
from generator.rendering.markup import Untrusted, inert, md, md_long
from generator.rendering.templates import load_templates
from generator.text.edtf import bounds, is_edtf
from generator.text.unicode import one_line
from tests.readers.every_format import FILES
from tests.readers.test_blocks import assert_lawful
from tests.showing import document
from tools.fuzz import SUFFIXES, make_file, make_input, try_file

steady = settings(
    derandomize=True, database=None, deadline=None, max_examples=150, phases=[Phase.generate, Phase.shrink]
)
few = settings(steady, max_examples=25)

MARKS = "ab1é \t\n\r\"'`<>&=+-@,;:\\/|*_~#!?()[]{}^$%.\u202e\u2028\u0085\x00\x0b\ud800\ufeff\u200d😀"
TEXT = st.text(st.sampled_from(MARKS), max_size=60) | st.text(max_size=60)


class Shown(HTMLParser):
    """The text and the titles of an HTML text, and the elements in it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.titles, self.tags = "", list[str | None](), list[str]()
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.titles += [value for name, value in attrs if name == "title"]


@steady
@given(TEXT)
def test_html_shows_the_text(text: str) -> None:
    """In an element and in an attribute of either quotation mark."""
    for mark in "\"'":
        shown = Shown(f"<b title={mark}{md(text)}{mark}>{md(text)}</b>")
        assert (shown.text, shown.titles, shown.tags) == (one_line(text, 4000), [one_line(text, 4000)], ["b"])
    for escaped in (inert(text), md_long(text)):
        assert Shown(escaped).text.split() == one_line(text, 4000).split()
        assert Shown(escaped).tags == []


@few
@given(TEXT)
def test_a_template_shows_the_text(text: str) -> None:
    """Also where it is marked as safe or joined to markup; what it holds is never a template."""
    templates = load_templates(None)
    made = templates.environment.from_string("{% set b = '<b>'|safe %}{{ x }}{{ x|safe }}{{ b ~ x }}")
    assert Shown(made.render(x=Untrusted(text))).tags == ["b"]
    assert not set(made.render(x=Untrusted(text)).replace("<b>", "")) & set("{}<>[]()*_`")


@steady
@given(TEXT)
def test_a_calendar_holds_the_text(text: str) -> None:
    """A library that reads calendar files finds the words, and no property or event that they would make."""
    words = one_line(text, 200)
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{escape(words)}", "END:VEVENT", "END:VCALENDAR", ""]
    (event,) = icalendar.Calendar.from_ical("\r\n".join(map(fold, lines))).walk("VEVENT")
    assert list(event) == ["SUMMARY"] if words else True
    assert str(event.get("SUMMARY", "")) == words


@steady
@given(st.lists(TEXT, min_size=1, max_size=4))
def test_a_table_holds_the_text(texts: list[str]) -> None:
    """A row stays a row, a cell a cell; none begins a formula, and its words are as they were."""
    file = io.StringIO(newline="")
    csv.writer(file).writerow(map(write_cell, texts))
    (row,) = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert not any(cell.startswith(FORMULA) for cell in row)
    assert [cell.removeprefix("'") for cell in row] == [one_line(text).removeprefix("'") for text in texts]


LINES = st.lists(
    TEXT
    | st.sampled_from(
        ["By Ann Lee", "(Image: AP)", "Read more", "The end. (AP)", "© 2021 A", "12", "- a", "Advertisement"]
    )
    | st.just("The harbour of Westport will open again on Monday, the mayor said."),
    max_size=12,
).map("\n\n".join)


@steady
@given(LINES, st.sampled_from([".txt", ".md"]))
def test_cleaning_labels_and_deletes_nothing(text: str, suffix: str) -> None:
    """The text stays, every visible character of it has a label, and a second cleaning changes none."""
    try:
        read = document(text, suffix=suffix)
    except SourceError:
        return
    cleaned = clean(read)
    assert cleaned.text == read.text
    assert_lawful(cleaned)
    assert clean(cleaned) == cleaned


MONTHS = {
    "en": ("January", "February", "March", "April", "June", "September", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "juin", "septembre", "novembre", "décembre"),
}
DAY, YEAR = st.integers(0, 32), st.sampled_from([1, 99, 1582, 1900, 2000, 2021, 2024, 9999])


@few
@given(DAY, st.integers(0, 7), YEAR, DAY)
@pytest.mark.parametrize("language", sorted(MONTHS))
def test_no_date_is_out_of_the_calendar(language: str, day: int, month: int, year: int, last: int) -> None:
    """Whatever day is written, a value is EDTF whose days there are; the words are a slice of the text."""
    name = MONTHS[language][month]
    forms = (f"{name} {day}, {year}", f"{day} {name} {year}", f"{day}-{last} {name} {year}", f"{year}-{month}-{day}")
    for form in (*forms, f"{name} {day} to {last}", f"du {day} au {last} {name}", f"{day}/{month}/{year}"):
        text = f"On {form} it rained." if language == "en" else f"Il pleut le {form}."
        made = document(text)
        sentence = Span(0, len(text))
        for mention in find_dates(made, (sentence,), "2021-05-05", pack_for(language).dating):
            assert mention.span.of(made.text)
            assert mention.value is None or is_edtf(mention.value)
            covered = bounds((mention.value or "2000").rstrip("~?"))
            assert covered is None or covered[0] <= covered[1] <= datetime.date.max


@few
@given(st.sampled_from(SUFFIXES), st.lists(st.tuples(st.integers(0, 4000), st.binary(max_size=3)), max_size=8))
def test_no_reader_stumbles_over_a_damaged_file(suffix: str, changes: list[tuple[int, bytes]]) -> None:
    """A file of each format with some bytes changed is read or refused, and a text that is read keeps the laws."""
    content = FILES[suffix]
    for at, other in changes:
        at %= len(content)
        content = content[:at] + other + content[at + 1 :]
    try_file(suffix, content)


@few
@given(
    st.sampled_from(SUFFIXES), st.binary(max_size=200) | TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_reader_stumbles_over_chance_bytes(suffix: str, content: bytes) -> None:
    """The same for what is no such file at all; of an archive it is the main part."""
    try_file(*make_file(make_input(suffix, content)))
