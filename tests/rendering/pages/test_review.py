"""The review page: left out unless asked for, paged, and inert whatever the questions say."""

import re
from dataclasses import replace
from html import unescape
from typing import get_args, get_type_hints

from generator.model import Answer, Doubt, Edit, Evidence, Library, Page, Problem
from generator.rendering import render
from generator.rendering.labels import load_labels
from generator.rendering.pages.review import KINDS
from generator.rendering.templates import PACKAGED
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


def kinds_of(counts: dict[str, int]) -> Library:
    """A library with so many questions of each kind, the last of each touching most briefs."""
    library = library_of(0)
    place = library.entities[0].mentions[0]
    doubts = tuple(
        Doubt(kind, f"{kind} {number}", (Evidence(*place),), (Answer("Yes", "- keep: A"),), number)  # type: ignore[arg-type]
        for kind, count in counts.items()
        for number in range(1, count + 1)
    )
    return replace(library, doubts=doubts)


def test_questions_are_divided_by_kind() -> None:
    """The first page has those that touch most pages and leads to each kind; each page has at most twenty."""
    found = {path: page for path, page in pages(kinds_of({"name": 45, "date": 3})).items() if page.kind == "review"}
    assert list(found) == [
        "review/index.md",
        "review/name.md",
        "review/name/page-2.md",
        "review/name/page-3.md",
        "review/date.md",
    ]
    assert max(page.markdown.count('briefs-doubt"') for page in found.values()) == 20
    front = found["review/index.md"].markdown
    assert "[45 doubtful names](name.md)" in front and "[3 open dates](date.md)" in front
    assert sum(page.markdown.count('briefs-doubt"') for page in found.values()) == 20 + 48


def test_what_touches_most_pages_is_asked_first() -> None:
    """The briefs that a question is about count, and the page of the name that stands there."""
    front = pages(kinds_of({"name": 30, "date": 2}))["review/index.md"].markdown
    asked = re.findall(r"touches (\d+) pages", unescape(front))
    assert asked == [str(number) for number in range(31, 11, -1)]


def test_few_questions_stand_on_one_page() -> None:
    """Then nothing leads to their kinds."""
    found = pages(kinds_of({"name": 3, "date": 2}))
    assert [path for path in found if path.startswith("review/")] == ["review/index.md"]
    assert "5 questions: 3 doubtful names and 2 open dates" in found["review/index.md"].markdown
    assert "Questions by kind" not in found["review/index.md"].markdown


def test_every_kind_of_question_has_its_words_in_each_language() -> None:
    """What a question is, one of them and many."""
    german = load_labels("de", None, PACKAGED)
    for kind in get_args(get_type_hints(Doubt)["kind"]):
        for words in KINDS[kind]:
            assert german.say(words) != words
            assert german.say(f"7 {words}") != f"7 {words}"


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
