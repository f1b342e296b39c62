"""What is new: facts by content, one difference for two states, a list that git can keep."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import study
from generator.linking import link
from generator.model import Analysis, Evidence, Library, News, Opposition, Position, Side, Source
from generator.news import FILE, Published, compare, manifest, note_published, read_published

TEXTS = {
    "rain": "Rain stops the games\n\n5 May 2021\n\n“We had no choice,” said Ann Bell, the chair of the Leeds Games "
    "Trust. The games in Leeds were stopped by rain.\n",
    "port": "A port reopens\n\n8 May 2021\n\nOmar Nasser, the director of the port, met Ann Bell in York on 7 May "
    "2021. “The ships sail again,” Nasser said.\n",
    "talks": "Talks in York\n\n9 May 2021\n\nOmar Nasser met Ann Bell in York on 7 May 2021, a spokesman said.\n",
}


@pytest.fixture(scope="module")
def studied() -> dict[str, Analysis]:
    """Each text alone."""
    found = {name: study_text(name, text) for name, text in TEXTS.items()}
    return found | {"moved": study_text("elsewhere/other-name", TEXTS["rain"])}


def study_text(name: str, text: str) -> Analysis:
    """What is found in a text."""
    done = study(Source(f"{name}.txt", name.replace("/", "-"), text.encode()), summary_sentences=3)
    assert done.analysis
    return done.analysis


def told(studied: dict[str, Analysis], names: str, folder: Path, date: str | None = None) -> tuple[Library, News]:
    """The library of some texts with what is new in it, which is noted."""
    library = link([studied[name] for name in names.split()])
    news = compare(library, read_published(folder), date)
    assert news
    library = replace(library, news=news)
    note_published(folder, library)
    return library, news


def new(news: News) -> Counter[str]:
    """How many of each kind came with the last build."""
    return Counter(fact.kind for fact in news.facts if fact.build == news.builds[-1].number)


def gone(news: News) -> set[str]:
    """The words of what the last build lost."""
    return {fact.words for fact in news.gone if fact.gone == news.builds[-1].number}


def test_what_came_and_what_is_gone(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """One source, then two, then the second alone: each fact with its build, and what the first alone told is gone."""
    _, first = told(studied, "rain", tmp_path)
    assert len(first.builds) == 1 and not first.gone
    _, second = told(studied, "rain port", tmp_path)
    came = {fact.words for fact in second.facts if fact.build == 2}
    assert {"A port reopens", "Omar Nasser", "The ships sail again,"} <= came
    assert not {"Ann Bell", "Rain stops the games"} & came
    assert new(second)["brief"] == 1 and not second.gone
    _, third = told(studied, "port", tmp_path)
    assert {"Rain stops the games", "We had no choice,"} <= gone(third)
    assert "Ann Bell" not in gone(third)
    assert not new(third)


def test_to_build_again_changes_nothing(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """Neither what is told nor the file; the file before and the file after give the same."""
    told(studied, "rain", tmp_path)
    before = read_published(tmp_path)
    library, second = told(studied, "rain port", tmp_path)
    content = (tmp_path / FILE).read_bytes()
    assert compare(library, read_published(tmp_path), None) == second == compare(library, before, None)
    told(studied, "rain port", tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


def test_ids_are_made_of_content(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """Another folder, another file name and another order of sources are no news."""
    told(studied, "rain port", tmp_path)
    _, moved = told(studied, "port moved", tmp_path)
    assert len(moved.builds) == 1
    assert not moved.gone


def test_what_a_second_brief_tells_is_an_agreement(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """The event was known: that another brief tells it is new. Without that brief it is gone, and the event stays."""
    told(studied, "port", tmp_path)
    library, both = told(studied, "port talks", tmp_path)
    assert any(len(event.parts) == 2 for event in library.events)
    assert new(both)["agreement"] == 1 and new(both)["event"] == 0
    _, alone = told(studied, "port", tmp_path)
    assert [fact.kind for fact in alone.gone if fact.kind in ("agreement", "event")] == ["agreement"]


def test_a_fuller_name_is_no_new_person(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """Who was known by one form of the name is known by another."""
    library = link([studied["port"]])
    bare = [replace(one, name="Nasser", aliases=()) if one.name == "Omar Nasser" else one for one in library.entities]
    fuller = [replace(one, aliases=("Nasser",)) if one.name == "Omar Nasser" else one for one in library.entities]
    known = bare_library(library, fuller)
    first = compare(bare_library(library, bare), Published(), None)
    assert first
    note_published(tmp_path, replace(bare_library(library, bare), news=first))
    news = compare(known, read_published(tmp_path), None)
    assert news and len(news.builds) == 1


def bare_library(library: Library, entities: list) -> Library:  # type: ignore[type-arg]
    """The library with other entities."""
    return replace(library, entities=tuple(entities))


def test_a_later_day_without_news_is_a_build(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """A build gets the day that it is given; the same facts on a later day are one without news, once."""
    _, first = told(studied, "rain", tmp_path, "2026-11-20")
    assert first.builds[-1].date == "2026-11-20" and first.builds[-1].newest == "2021-05-05"
    for day in ("2026-11-21", "2026-11-22"):
        _, later = told(studied, "rain", tmp_path, day)
        assert [build.date for build in later.builds] == ["2026-11-20", day]
        assert not new(later) and not later.gone
    _, undated = told(studied, "rain", tmp_path)
    assert undated.builds == later.builds
    _, third = told(studied, "rain port", tmp_path, "2026-11-23")
    assert [build.number for build in third.builds] == [1, 2, 3]


def test_the_day_may_be_given_later(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """A build that was noted without a day gets that of its publication."""
    told(studied, "rain", tmp_path)
    _, dated = told(studied, "rain", tmp_path, "2026-11-20")
    assert [build.date for build in dated.builds] == ["2026-11-20"]


def test_what_comes_back_is_new(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """And no longer among what is gone."""
    for names in ("rain port", "port"):
        told(studied, names, tmp_path)
    _, back = told(studied, "rain port", tmp_path)
    assert new(back)["brief"] == 1 and not back.gone


def test_the_list_is_one_fact_a_line_in_order(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """Each line is JSON, the facts are sorted, and a second source only adds lines and changes none of facts."""
    told(studied, "rain", tmp_path)
    before = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    told(studied, "rain port", tmp_path)
    after = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    assert set(before) < set(after)
    rows = [json.loads(line) for line in after[3:]]
    assert rows == sorted(rows, key=lambda row: (row[0], row[3], row[1]))


def test_words_of_the_bulk_are_left_out(
    studied: dict[str, Analysis], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With more facts of a kind than the limit their ids are kept: what came is told, what is gone counted."""
    monkeypatch.setattr(manifest, "BULK", 1)
    told(studied, "rain port", tmp_path)
    assert "We had no choice" not in (tmp_path / FILE).read_text(encoding="utf-8")
    _, news = told(studied, "port", tmp_path)
    # The one organization is no bulk.
    assert gone(news) == {"", "Leeds Games Trust"}
    assert new(news) == Counter()


@pytest.mark.parametrize(
    "content",
    ["", "no json", '{"briefs":"published facts","version":2}\n', "<<<<<<< ours", '["build",1,null,null]\n["x"]'],
)
def test_a_damaged_list_is_told_and_stays(studied: dict[str, Analysis], tmp_path: Path, content: str) -> None:
    """Nothing is told to be new, nothing is written in its place, and a warning says what to do."""
    head = json.dumps(manifest.HEAD, separators=(",", ":"))
    text = f"{head}\n{content}" if content.startswith(("<", "[")) else content
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    published = read_published(tmp_path)
    assert published.problem and "git" in str(published.problem)
    library = link([studied["rain"]])
    assert compare(library, published, None) is None
    note_published(tmp_path, library)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text


def test_without_a_folder_all_is_first(studied: dict[str, Analysis]) -> None:
    """An export of any folder of sources has facts of build 1."""
    news = compare(link([studied["rain"]]), read_published(None), None)
    assert news and {fact.build for fact in news.facts} == {1}


def oppose(library: Library, *sides: tuple[str, ...]) -> Library:
    """The library with the first sentences of some briefs against each other."""
    first = {brief.id: Evidence(brief.id, brief.analysis.sentences[0]) for brief in library.briefs}
    held = [Side((), tuple(Position(first[brief], first[brief]) for brief in side)) for side in sides]
    return replace(library, oppositions=(Opposition("rain-or-not", "denial", tuple(held)),))


def test_a_disagreement_comes_and_goes(studied: dict[str, Analysis], tmp_path: Path) -> None:
    """It comes with the younger brief, is the same when a third takes a side, and is gone when it is found no more."""
    library = link([studied[name] for name in ("rain", "port", "talks")])
    states = (library, oppose(library, ("rain",), ("port",)), oppose(library, ("rain",), ("port", "talks")), library)
    found = []
    for state in states:
        news = compare(state, read_published(tmp_path), None)
        assert news
        found.append(news)
        note_published(tmp_path, replace(state, news=news))
    (fact,) = [fact for fact in found[1].facts if fact.kind == "disagreement"]
    assert (fact.build, fact.brief) == (2, "port")
    assert [len(news.builds) for news in found] == [1, 2, 2, 3]
    assert [fact.kind for fact in found[3].gone] == ["disagreement"]
