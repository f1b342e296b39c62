"""A fault of the program costs what it would have found: one line says so, and the rest is published."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator import analysis, cleaning, linking
from generator.analysis import analyse
from generator.build import Memory, build, study
from generator.cleaning import clean
from generator.faults import Faults, is_fault
from generator.linking.editing.curating import curate
from generator.model import Analysis, Credit, Document, Problem, Source, Span
from generator.readers import read
from generator.rendering import render
from generator.rendering.pages import brief as brief_pages
from generator.rendering.pages import entity as entity_pages
from generator.settings import Settings
from generator.text.rules import Rule

TEXT = """Rain stops the games in Leeds

By Nora Lind

LONDON, 5 May 2021 (Reuters) — The games in Leeds were stopped by rain on Tuesday, the organizers said.

"We had no choice," said Ann Bell, the chair of the Leeds Games Trust. "Nobody could stand."

Bell said the games would go on in June. The mayor of Leeds, Tom Arden, met her on 7 May 2021.
Arden denied that he had stopped them.

Some 1,200 seats stayed empty.
"""
PLAIN = analyse(clean(read(Source("rain.txt", "rain", TEXT.encode()))))
STEPS: dict[str, tuple[str, ...]] = {
    "find_language": ("language",),
    "find_sentences": ("sentences",),
    "find_metadata": ("metadata",),
    "find_entities": ("entities", "mentions"),
    "add_roles": ("entities",),
    "find_dates": ("dates",),
    "find_credits": ("credits",),
    "hear": ("quotations", "claims", "stances", "events", "dated", "quantities"),
    "find_quotations": ("quotations",),
    "find_claims": ("claims",),
    "find_stances": ("stances",),
    "find_events": ("events",),
    "find_dated": ("dated",),
    "find_quantities": ("quantities",),
    "check_headlines": (),
    "sum_up": ("summary",),
    "find_notes": (),
}
"""Each step of the analysis with the fields that it alone fills."""
FOLLOWS = {
    "find_language": {
        "entities",
        "mentions",
        "metadata",
        "quotations",
        "claims",
        "events",
        "dated",
        "quantities",
        "summary",
        "stances",
    },
    "find_sentences": {
        "credits",
        "claims",
        "stances",
        "events",
        "dated",
        "quantities",
        "summary",
        "dates",
        "quotations",
    },
    "find_metadata": {"dates", "events", "dated", "quantities", "summary"},
    "find_entities": {"quotations", "claims", "stances", "events", "dated", "quantities", "summary"},
    "add_roles": {"quotations", "claims", "stances", "events", "dated", "quantities", "summary"},
    "find_dates": {"events", "dated", "quantities", "summary"},
    "hear": {"summary"},
    "find_events": {"dated", "quantities"},
    "find_quotations": {"summary"},
    "find_claims": {"summary"},
}
"""What may differ besides, because it is told from that."""


def broken(*_: object, **__: object) -> None:
    """A step that fails."""
    raise IndexError("list index out of range")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "rain.txt").write_text(TEXT, encoding="utf-8")
    return Settings(seeds=tmp_path / "seeds", cache=tmp_path / "cache", workers=1)


def told(found: Analysis | Document) -> list[str]:
    """The lines about faults."""
    return [str(problem) for problem in found.problems if is_fault(problem)]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_costs_its_own_findings(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that does not rest on it is as it was; one line names the source, what is missing and where it failed."""
    monkeypatch.setattr(analysis, step, broken)
    found = analyse(PLAIN.document)
    (line,) = told(found)
    assert line.startswith("rain.txt: ")
    assert line.endswith("(IndexError: list index out of range); please report it; the rest is published")
    may_differ = {*STEPS[step], *FOLLOWS.get(step, ()), "problems"}
    assert all(
        getattr(found, field) == getattr(PLAIN, field) for field in Analysis.__slots__ if field not in may_differ
    )
    assert all(getattr(found, field) != getattr(PLAIN, field) for field in STEPS[step])


@pytest.mark.parametrize("step", ["view_document", "restore"])
def test_a_text_with_odd_characters_is_read_as_it_is(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they cannot be mended, or the way back fails, the text is looked through unmended."""
    document = replace(PLAIN.document, text=PLAIN.document.text.replace("rain on", "rain\u00a0on"))
    monkeypatch.setattr(analysis, step, broken)
    found = analyse(document)
    assert len(told(found)) == 1
    assert found.document == document
    assert [entity.name for entity in found.entities] == [entity.name for entity in PLAIN.entities]


@pytest.mark.parametrize("rule", cleaning.CLEANERS.rules, ids=lambda rule: rule.name)
def test_a_cleaner_that_fails_costs_itself(
    rule: Rule[Callable[[Document], Document]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others go on, every word is kept, and the line names the step."""

    def failing(document: Document) -> Document:
        raise ValueError(document.path)

    others = tuple(replace(other, find=failing) if other is rule else other for other in cleaning.CLEANERS)
    monkeypatch.setattr(cleaning, "CLEANERS", replace(cleaning.CLEANERS, rules=others))
    document = clean(read(Source("rain.txt", "rain", TEXT.encode())))
    (line,) = told(document)
    assert f"the step '{rule.name}' being left out (ValueError: rain.txt, " in line
    assert document.text == PLAIN.document.text
    assert any(block.kind == "paragraph" for block in document.blocks)


def test_a_cleaning_that_fails_as_a_whole_leaves_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The source is published as it was read."""
    monkeypatch.setattr(cleaning, "read_overrides", broken)
    document = read(Source("rain.txt", "rain", TEXT.encode()))
    cleaned = clean(document)
    assert cleaned.blocks == document.blocks
    assert len(told(cleaned)) == 1


def test_a_fault_is_tried_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that failed is kept: memory may have been short. The next build has what was missing."""
    memory: Memory = {}
    with monkeypatch.context() as short:
        short.setattr(analysis, "find_dates", broken)
        library = build(settings, memory=memory)
    assert [problem.severity for problem in library.problems if is_fault(problem)] == ["warning"]
    assert library.briefs[0].analysis.dates == ()
    again = build(settings, memory=memory)
    assert again.briefs[0].analysis.dates == PLAIN.dates
    assert again.problems == ()


def lie(*_: object) -> tuple[Credit, ...]:
    """A finder of credits that tells words of its own."""
    return (Credit("wire", "Mill Wire", Span(0, 4)),)


def test_a_build_holds_its_findings_against_the_source(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that the source does not have are a warning with file and place; the setting turns it off and on again."""
    monkeypatch.setattr(analysis, "find_credits", lie)
    for _ in range(2):
        (problem,) = (problem for problem in build(settings).problems if problem.severity != "note")
        assert problem.severity == "warning"
        assert str(problem) == (
            "rain.txt: credit in line 1: “Mill Wire” is not in the source, which has “Rain”; "
            "please report it; the rest is published"
        )
    assert build(replace(settings, check_evidence=False)).problems == ()
    assert len(build(settings).problems) == 1


def test_a_kept_study_of_another_text_is_told(settings: Settings) -> None:
    """A text that was changed in the cache is compared with what was read, without a study."""
    build(settings)
    assert settings.cache
    with sqlite3.connect(settings.cache / "studies.sqlite") as database:
        (value,) = database.execute("SELECT value FROM studies").fetchone()
        database.execute("UPDATE studies SET value = ?", (value.replace("could stand", "could stamp"),))
    told = [str(problem) for problem in build(settings).problems]
    assert any("could stamp" in line and "which has" in line for line in told)
    assert build(replace(settings, check_evidence=False)).problems == ()


def test_a_check_that_fails_is_told_too(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings are published all the same."""
    monkeypatch.setattr("generator.build.check", broken)
    library = build(settings)
    assert [problem.what.partition(" (")[0] for problem in library.problems] == [
        "what is published of it was not checked"
    ]
    assert len(library.briefs) == 1


def test_the_line_names_the_place_in_the_program() -> None:
    """The last line of this program that the fault went through, for whoever mends it."""
    faults = Faults("a.txt", [Problem("a.txt", "a note")])
    assert faults.attempt("its blocks are missing", None, replace, PLAIN.document, none=1) is None
    assert faults.attempt("its title is missing", 7, read, Source("a.xyz", "a", b"")) == 7
    assert [problem.what.partition(" (")[0] for problem in faults.found] == [
        "a note",
        "its blocks are missing",
        "its title is missing",
    ]
    assert ", readers/__init__.py line " in faults.found[2].what


def test_what_fails_outside_every_step_costs_one_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last border: the source is left out, in one line."""
    monkeypatch.setattr("generator.build.analyse", broken)
    found = study(Source("rain.txt", "rain", TEXT.encode()), summary_sentences=5)
    assert found.analysis is None
    assert str(found.problem).startswith("rain.txt: could not be analysed (IndexError: list index out of range, ")
    assert str(found.problem).endswith("); please report it; the other sources are built")


LINKS = {
    "find_duplicates": "copies of one text are counted each",
    "list_tellings": "the events of rain.txt are missing",
    "compare": "related briefs and themes are missing",
    "find_related": "related briefs are missing",
    "find_themes": "themes are missing",
    "find_doubts": "questions to decide are missing",
}
"""What may fail while all sources are linked, with what the line says is lost."""


@pytest.mark.parametrize("step", LINKS)
def test_linking_goes_on_without_what_fails(step: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The briefs and their names are there, and one line says what is not."""
    monkeypatch.setattr(linking, step, broken)
    library = build(settings)
    (problem,) = (problem for problem in library.problems if is_fault(problem))
    assert problem.what.startswith(LINKS[step])
    assert [brief.id for brief in library.briefs] == ["rain"]
    assert {"Ann Bell", "Tom Arden"} <= {entity.name for entity in library.entities}


def test_decisions_that_fail_leave_the_rules(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the curator's decisions cannot be put in, the collection is as the rules make it."""
    (settings.seeds / "_overrides.yml").write_text("- name: Ann Bell\n  instead: Anna Bell\n", encoding="utf-8")
    plain = build(replace(settings, seeds=settings.seeds))
    real = curate

    def fail_with_decisions(*given: Any) -> Any:
        return real(*given) if given[-1] == linking.NOTHING else broken()

    monkeypatch.setattr(linking, "curate", fail_with_decisions)
    library = build(settings)
    assert [problem.what.partition(" (")[0] for problem in library.problems if is_fault(problem)] == [
        "what the editor decided is not used"
    ]
    assert [brief.id for brief in library.briefs] == [brief.id for brief in plain.briefs]


@pytest.mark.parametrize(
    ("module", "view", "kind"), [(brief_pages, "view_brief", "brief"), (entity_pages, "view_entity", "person")]
)
def test_a_page_that_cannot_be_made_says_so(
    module: ModuleType, view: str, kind: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands where it was, with a warning; all other kinds of pages are as they were."""
    library = build(settings)
    good = {page.path: page for page in render(library, settings=settings)}
    monkeypatch.setattr(module, view, broken)
    bad = {page.path: page for page in render(library, settings=settings)}
    assert set(good) == set(bad)
    failed = [page for page in bad.values() if page.problem]
    assert kind in {page.kind for page in failed}
    assert all("This page could not be made" in page.markdown for page in failed)
    assert {page.problem.severity for page in failed if page.problem} == {"warning"}
    assert all(bad[path] == page for path, page in good.items() if bad[path] not in failed)
