"""The review page: left out unless asked for, paged, and inert whatever the questions say."""

from dataclasses import replace

from generator.model import Answer, Doubt, Edit, Evidence, Library, Page, Problem
from generator.rendering import render
from tests.rendering.browse import browse
from tests.rendering.shelf import SETTINGS, full_library

HOSTILE = '<script>alert(1)</script> [x](javascript:y) {{ 7 }} `*_"'


def pages(library: Library, *, review: bool | None = True) -> dict[str, Page]:
    """The pages by path."""
    return {page.path: page for page in render(library, settings=replace(SETTINGS, review=review))}


def library_of(count: int) -> Library:
    """A library with so many questions."""
    library = full_library()
    place = library.entities[0].mentions[0]
    answers = (Answer(HOSTILE, f"- hide: {HOSTILE}\n"), Answer("Yes", "- keep: A\n  note: B\n"))
    doubts = tuple(Doubt("name", f"{number} {HOSTILE}", (Evidence(*place),), answers, 1) for number in range(count))
    problem = Problem("_overrides.yml:3", HOSTILE, "mend it")
    return replace(library, doubts=doubts, problems=(*library.problems, problem))


def test_the_page_is_left_out_unless_asked_for() -> None:
    """A published site has no review page."""
    assert not [path for path in pages(library_of(1), review=None) if path.startswith("review/")]


def test_questions_are_shown_with_their_answers_as_they_are_pasted() -> None:
    """Question, sentence and entry stand on the page, line by line, and none of it is more than text."""
    seen = browse(pages(library_of(1))["review/index.md"].markdown)
    assert f"0{HOSTILE}".replace(" ", "") in seen.text.replace(" ", "")
    assert "-keep:A" in seen.text.replace(" ", "")
    assert "script" not in [tag for tag, _ in seen.elements]


def test_long_lists_go_on() -> None:
    """Forty questions stand on one page."""
    found = [path for path in pages(library_of(90)) if path.startswith("review/")]
    assert found == ["review/index.md", "review/pages/2.md", "review/pages/3.md"]


def test_the_curators_words_stand_apart() -> None:
    """A description and a change stand on the page of the entity, as the editor's."""
    library = full_library()
    entities = tuple(
        replace(e, description="A painter.", links=("https://a.example/x",), edits=(Edit("named by the editor", "so"),))
        for e in library.entities
    )
    seen = browse(pages(replace(library, entities=entities))["people/the-person.md"].markdown)
    for words in ("By the editor of this collection, not from the sources", "A painter.", "Named by the editor"):
        assert words.replace(" ", "") in seen.text.replace(" ", "")
