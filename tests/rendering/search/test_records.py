"""What can be found: every name that has a page, every sentence of every brief, once."""

import dataclasses

from generator.model import Brief, Library, Page
from generator.rendering import render
from generator.rendering.addresses import LinkStyle
from generator.rendering.search import LINES, find_called, find_stops, find_told
from generator.settings import Settings
from tests.rendering.shelf import SETTINGS, analysis_of, full_library

LEEDS = Library(
    (Brief("rain", analysis_of("rain", [("title", "Rain"), ("paragraph", ["It rained.", "It stopped."]),
                                        ("boilerplate", "Read more"), ("caption", "Leeds in the rain")]), ()),),
    (), (),
)  # fmt: skip

LINES_ONLY = (("eu", "EU"), ("river-eu", "River Eu"))


def pages_of(library: Library, settings: Settings = SETTINGS, links: LinkStyle = "file") -> dict[str, Page]:
    return {page.path: page for page in render(library, settings=settings, links=links)}


def test_names_with_a_page_are_found_by_every_spelling() -> None:
    """The most named come first; each has its kind, its role and its other spellings."""
    library = full_library()
    found = find_called(library, pages_of(library).values(), "file")
    by_address = {name.href: name for name in found}
    person = by_address["people/the-person.html"]
    assert person.kind == "Person"
    assert person.forms == (person.name, *library.entities[2].aliases)
    assert person.note.endswith("mentions")
    assert [name.weight for name in found] == sorted((name.weight for name in found), reverse=True)
    assert {"places/the-place.html", "organizations/the-organization.html", "events/opening.html"} <= set(by_address)


def test_every_line_leads_to_its_place() -> None:
    """Sentences and what else was not cut, in the order of the text; what was cut and the title are not."""
    (told,) = find_told(LEEDS, pages_of(LEEDS), SETTINGS, "file")
    assert told.href == "briefs/rain.html"
    assert told.lines[0] == ("", "rain.txt")
    assert told.lines[1:] == (("s1", "It rained."), ("s2", "It stopped."), ("b4", "Leeds in the rain"))
    assert told.note == "Date not stated"


def test_an_acronym_without_a_page_leads_to_its_line() -> None:
    """Other names without a page are found in the texts only."""
    library = full_library()
    named = [dataclasses.replace(library.entities[0], id=slug, name=name, aliases=()) for slug, name in LINES_ONLY]
    library = dataclasses.replace(library, entities=(*library.entities, *named))
    pages = [page for path, page in pages_of(library).items() if not path.endswith(("/eu.md", "/river-eu.md"))]
    found = {called.name: called for called in find_called(library, pages, "file", SETTINGS)}
    assert found["EU"].href.endswith("/index.html#n-eu")
    assert found["EU"].forms == ("EU",)
    assert "River Eu" not in found


def test_a_line_tells_what_a_question_may_find_in_it() -> None:
    """A date, a place, a number, a role; who says something, also where the sentence has a pronoun only."""
    library = full_library()
    told = next(find_told(library, pages_of(library), SETTINGS, "file"))
    hints = {line[0]: line[2] for line in told.lines if len(line) > 2}
    assert hints == {"s1": "dnpr", "s2": "d|Jane Doe"}


def test_one_text_is_found_once() -> None:
    """A copy of a text is not a second result."""
    library = full_library()
    assert [told.href for told in find_told(library, pages_of(library), SETTINGS, "file")] == ["briefs/one.html"]


def test_a_long_text_is_several_records() -> None:
    """So that a result loads a part only; lines on further pages have the address of those."""
    sentences = [f"This is sentence {number} of a long text." for number in range(2 * LINES)]
    library = Library((Brief("long", analysis_of("long", [("paragraph", sentences)]), ()),), (), ())
    settings = dataclasses.replace(SETTINGS, source_page_chars=2_000)
    told = list(find_told(library, pages_of(library, settings), settings, "file"))
    assert len(told) == 3
    lines = [line for part in told for line in part.lines[1 if part is told[0] else 0 :]]
    assert [line[1] for line in lines] == sentences
    assert lines[0][0] == "s1"
    assert lines[-1][0].endswith(f"#s{2 * LINES}")
    assert lines[-1][0].startswith("briefs/long/text-")


def test_texts_can_be_left_out() -> None:
    """`search_source_text: false` keeps the summary only."""
    settings = dataclasses.replace(SETTINGS, search_source_text=False)
    (told,) = find_told(LEEDS, pages_of(LEEDS), settings, "file")
    assert [line[0] for line in told.lines] == [""]


def test_function_words_are_those_of_the_languages_of_the_collection() -> None:
    """English always: the site itself is written in it."""
    french = Library((Brief("x", analysis_of("x", [("paragraph", ["Il pleut."])], language="fr"), ()),), (), ())
    assert {"the", "us"} <= find_stops(LEEDS)
    assert "pour" not in find_stops(LEEDS)
    assert {"the", "pour", "ete"} <= find_stops(french)
