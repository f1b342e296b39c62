"""The whole way from files to a library: each bad file costs itself and one line; nothing else changes."""

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from generator import readers as extracts
from generator.build import Memory, build, check_all
from generator.cache import Study
from generator.readers.isolation import Child
from generator.settings import Settings

RAIN = """Rain stops the games

LONDON, 5 May 2021 — The games in Leeds were stopped by rain on Tuesday, the organizers said.

"We had no choice," said Ann Bell, the chair of the Leeds Games Trust. "Nobody could stand."

Bell said the games would go on in June.
"""
SUN = """Sun over the games

8 June 2021

The games in Leeds went on under a hot sun on Monday. Ann Bell, the chair of the Leeds Games Trust, thanked the crowd.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "rain.txt").write_text(RAIN, encoding="utf-8")
    (seeds / "sun.txt").write_text(SUN, encoding="utf-8")
    return Settings(seeds=seeds, cache=tmp_path / ".cache", workers=1)


def test_two_sources_become_two_linked_briefs(settings: Settings) -> None:
    """The same person in two sources is one person, and the briefs know of each other."""
    library = build(settings)
    assert [brief.id for brief in library.briefs] == ["rain", "sun"]
    bell = next(entity for entity in library.entities if entity.name == "Ann Bell")
    assert {mention.brief for mention in bell.mentions} == {"rain", "sun"}
    assert {related.brief for related in library.briefs[0].related} == {"sun"}


def test_the_cache_changes_nothing(settings: Settings) -> None:
    """A first build, one from the cache, one from memory and one without a cache give equal libraries."""
    memory: dict = {}  # type: ignore[type-arg]  # filled by build
    first = build(settings, memory=memory)
    assert first == build(settings) == build(settings, memory=memory) == build(replace(settings, cache=None))


def test_a_reading_that_took_too_long_is_tried_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither cache nor memory keep it: the machine may have been busy."""
    (settings.seeds / "page.html").write_text(f"<h1>Rain again</h1><p>{SUN.splitlines()[-1]}</p>", encoding="utf-8")
    memory: dict = {}  # type: ignore[type-arg]  # filled by build
    slow = Child(seconds=0.0)
    with monkeypatch.context() as busy:
        busy.setattr(extracts, "CHILD", slow)
        first = build(settings, memory=memory)
    slow.close()
    assert [problem.path for problem in first.problems] == ["page.html"]
    assert {brief.id for brief in build(settings, memory=memory).briefs} == {"page", "rain", "sun"}


def test_the_order_of_files_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    """Files written in another order give the same library."""
    other = tmp_path / "other"
    other.mkdir()
    names = ["sun.txt", "rain.txt"]
    random.Random(7).shuffle(names)
    for name in names:
        (other / name).write_bytes((settings.seeds / name).read_bytes())
    assert build(settings) == build(replace(settings, seeds=other, cache=None))


BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "table.xyz": b"a,b",
    "broken.md": b"---\ntitle: [open\n---\n\nThe text is read all the same.\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_costs_itself_and_one_line(settings: Settings, name: str) -> None:
    """The other briefs are as they were; one problem names the file, the fault and the cure."""
    alone = build(settings)
    (settings.seeds / name).write_bytes(BAD[name])
    library = build(settings)
    told = [problem for problem in library.problems if problem.severity != "note"]
    assert [problem.path.rpartition("/")[2] for problem in told] == [name]
    assert told[0].what
    assert told[0].cure
    kept = {brief.id: brief.analysis for brief in library.briefs}
    assert all(kept[brief.id] == brief.analysis for brief in alone.briefs)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf16.txt", SUN.encode("utf-16")),
        ("utf16be.txt", SUN.encode("utf-16-be")),
        ("bom.txt", SUN.encode("utf-8-sig")),
        ("cp1252.txt", SUN.replace("crowd.", "crowd – “all of it”, in a café.").encode("cp1252")),
        ("with space.txt", SUN.encode()),
        ("Новости дня.txt", SUN.encode()),
        ("quo'te\"s.txt", SUN.encode()),
        ("..hidden..txt.txt", SUN.encode()),
        ("CON.txt", SUN.encode()),
        ("a" * 200 + ".txt", SUN.encode()),
    ],
)
def test_strange_names_and_encodings_are_read(settings: Settings, name: str, content: bytes) -> None:
    """Whatever the file is called and however it is encoded, its brief has a plain address and its words."""
    (settings.seeds / "sun.txt").unlink()
    (settings.seeds / name).write_bytes(content)
    library = build(settings)
    if name.startswith("."):
        assert [brief.id for brief in library.briefs] == ["rain"]
        return
    assert [problem for problem in library.problems if problem.severity != "note"] == []
    (brief,) = (brief for brief in library.briefs if brief.id != "rain")
    assert set(brief.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "thanked the crowd" in brief.analysis.document.text


def test_two_files_with_one_address_both_get_another(settings: Settings) -> None:
    """Neither brief is lost, and the warning names both files."""
    (settings.seeds / "Sun.md").write_text("# Sun\n\nAnother text about the sun stands here.\n", encoding="utf-8")
    library = build(settings)
    assert len({brief.id for brief in library.briefs}) == 3
    assert any("sun.txt" in str(problem).lower() and "sun.md" in str(problem).lower() for problem in library.problems)


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need rights on Windows")
def test_links_out_and_loops_are_not_followed(settings: Settings, tmp_path: Path) -> None:
    """A link that leads out of the folder or in a circle costs one line, and no file outside is read."""
    (tmp_path / "secret.txt").write_text("Nobody may read this sentence.", encoding="utf-8")
    (settings.seeds / "out.txt").symlink_to(tmp_path / "secret.txt")
    (settings.seeds / "loop").symlink_to(settings.seeds, target_is_directory=True)
    library = build(settings)
    assert [brief.id for brief in library.briefs] == ["rain", "sun"]
    assert {problem.path.rpartition("/")[2] for problem in library.problems} >= {"out.txt", "loop"}


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A folder without sources gives an empty library and one line that says what to do."""
    (tmp_path / "seeds").mkdir()
    for seeds in (tmp_path / "seeds", tmp_path / "missing"):
        library = build(Settings(seeds=seeds))
        assert library.briefs == ()
        assert len(library.problems) == 1
        assert library.problems[0].cure


def test_a_text_over_the_limit_is_skipped(settings: Settings) -> None:
    """The line names the limit's setting."""
    (settings.seeds / "large.txt").write_bytes(b"word " * 300_000)
    library = build(replace(settings, max_source_mb=1))
    assert len(library.briefs) == 2
    (problem,) = (problem for problem in library.problems if problem.severity != "note")
    assert "max_source_mb" in str(problem)


def test_a_text_that_takes_too_long_to_study_is_skipped(settings: Settings, tmp_path: Path) -> None:
    """It costs itself only, in one line, and nothing of it is kept: the next build tries again."""
    text = "Ann Lee said on Monday that the harbour of Westport would get a pier. " * 12_000
    (settings.seeds / "long.txt").write_text(text, encoding="utf-8")
    memory: Memory = {}
    library = build(replace(settings, study_seconds=1, cache=tmp_path / "cache"), memory=memory)
    assert len(library.briefs) == 2
    (problem,) = (problem for problem in library.problems if problem.severity != "note")
    assert str(problem).startswith("long.txt: analysing it took too long;")
    assert sum(isinstance(value, Study) for value in memory.values()) == 2


def test_check_finds_nothing_in_what_was_built(settings: Settings) -> None:
    """All that is published from an untouched cache is verbatim."""
    build(settings)
    assert check_all(settings) == (2, ())


def chrome_of(settings: Settings, brief: str) -> list[str]:
    document = next(brief_.analysis.document for brief_ in build(settings).briefs if brief_.id == brief)
    return [block.span.of(document.text) for block in document.blocks if block.kind == "boilerplate"]


def test_lines_that_the_files_share_are_cut_and_only_their_studies_change(settings: Settings) -> None:
    """A line of three files is chrome in all of them, also where the cache held the first two; the rest is kept."""
    for name in ("rain", "sun"):
        file = settings.seeds / f"{name}.txt"
        file.write_text(file.read_text(encoding="utf-8") + "\nThe Leeds Weekend Page\n", encoding="utf-8")
    (settings.seeds / "other.txt").write_text("A cold day\n\nNobody in Hull saw the sun today, they said.\n")
    memory: dict = {}  # type: ignore[type-arg]  # filled by build
    build(settings, memory=memory)
    before = dict(memory)
    assert chrome_of(settings, "sun") == []
    (settings.seeds / "third.txt").write_text(
        "Fog in York\n\nThe ships waited for the fog to lift, a pilot said.\n\nThe Leeds Weekend Page\n"
    )
    build(settings, memory=memory)
    assert {chrome_of(settings, brief)[0] for brief in ("rain", "sun", "third")} == {"The Leeds Weekend Page"}
    assert chrome_of(settings, "other") == []
    assert len(before.keys() & memory.keys()) == 3 + 1, "three readings and the study of the file without the line"


def test_a_listed_name_concerns_only_the_sources_that_have_it(settings: Settings) -> None:
    """A name in the list renews the study of the source that it occurs in; one that occurs nowhere is told."""
    memory: dict = {}  # type: ignore[type-arg]  # filled by build
    build(settings, memory=memory)
    before = set(memory)
    text = "# names\n- name: hot sun\n  type: Organization\n- name: cold moon\n  type: Place\n"
    (settings.seeds / "_wordlist.yml").write_text(text, encoding="utf-8")
    library = build(settings, memory=memory)
    assert len(set(memory) - before) == 1
    assert [entity.name for entity in library.entities if entity.name == "hot sun"]
    assert [str(p) for p in library.problems if p.path.startswith("_")] == [
        "_wordlist.yml:4: 'cold moon' occurs in no source; correct its spelling, or delete the entry"
    ]
    (settings.seeds / "_wordlist.yml").write_text("\n" + text, encoding="utf-8")
    kept = set(memory)
    build(settings, memory=memory)
    assert set(memory) == kept
