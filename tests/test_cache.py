"""The cache gives back what was stored, or nothing; it never runs, trusts or loses anything."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache import Cache, Reading, Study, reading_key, study_key
from generator.model import Analysis, Authors, Block, Document, Field, Metadata, Problem, Source, Span
from tests.rights import open_folder, without_rights

MISSING = Field(None, "missing")
METADATA = Metadata(MISSING, MISSING, MISSING, Authors((), "missing"), MISSING)
SOURCE = Source("a/b.txt", "b", b"It rained.")


def study_of(text: str) -> Study:
    span = Span(0, len(text))
    document = Document("a/b.txt", "b", "0" * 64, text, (Block("paragraph", span),))
    return Study(analysis=Analysis(document, "en", METADATA, sentences=(span,), summary=(0,)))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_stored_studies_come_back_equal(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """What is stored under a key is loaded under it, to the letter, whatever the text."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    cache.store(Study, [("a/b.txt", "k", study_of(text))])
    assert cache.load(Study, {"a/b.txt": "k"}) == {"a/b.txt": study_of(text)}


def test_problems_are_kept(tmp_path: Path) -> None:
    """A source that cannot be read is not read again, and its warning is not lost."""
    study = Study(problem=Problem("a/b.txt", "is empty", "remove it"))
    Cache(tmp_path).store(Study, [("a/b.txt", "k", study)])
    assert Cache(tmp_path).load(Study, {"a/b.txt": "k"}) == {"a/b.txt": study}


def test_another_key_is_a_miss(tmp_path: Path) -> None:
    """A row made from other bytes, code or settings is not used."""
    Cache(tmp_path).store(Study, [("a/b.txt", "old", study_of("x"))])
    assert Cache(tmp_path).load(Study, {"a/b.txt": "new"}) == {}


@pytest.mark.parametrize(
    "rubbish", ["", "null", "[]", "{}", '{"analysis": 3}', '{"analysis":{"language":"en"}}', b"\x80\x04."]
)
def test_rubbish_rows_are_misses(tmp_path: Path, rubbish: str | bytes) -> None:
    """A row that does not have the types of a study is computed again: nothing in it is trusted or run."""
    Cache(tmp_path).store(Study, [("a/b.txt", "k", study_of("x"))])
    with sqlite3.connect(tmp_path / "studies.sqlite") as database:
        database.execute("UPDATE studies SET value = ?", (rubbish,))
    assert Cache(tmp_path).load(Study, {"a/b.txt": "k"}) == {}


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def overwrite(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))


def write_prose(file: Path) -> None:
    file.write_text("No database at all, but long enough to look like one. " * 50)


def take_names(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE studies (name TEXT, age INTEGER)")
        database.execute("INSERT INTO studies VALUES ('Ann', 3)")


@pytest.mark.parametrize("spoil", [cut, overwrite, write_prose, take_names])
def test_a_damaged_or_foreign_file_is_put_aside_and_made_anew(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    """It costs one build its time and one warning; nothing is deleted, and the next build finds what this one kept."""
    file = tmp_path / "studies.sqlite"
    Cache(tmp_path).store(Study, [(f"a/{n:03}.txt", "k", study_of("x" * 500)) for n in range(100)])
    spoil(file)
    spoiled = file.read_bytes()
    cache = Cache(tmp_path)
    assert set(cache.load(Study, {"a/b.txt": "k"})) == set()
    cache.store(Study, [("a/b.txt", "k", study_of("x"))])
    assert cache.problem is not None
    assert "put aside as studies.sqlite.damaged" in (cache.problem.cure or "")
    assert (tmp_path / "studies.sqlite.damaged").read_bytes() == spoiled
    after = Cache(tmp_path)
    assert after.load(Study, {"a/b.txt": "k"}) == {"a/b.txt": study_of("x")}
    assert after.problem is None


def test_a_folder_in_the_place_of_the_file_costs_time_only(tmp_path: Path) -> None:
    """It is not ours to remove: the line says so."""
    (tmp_path / "studies.sqlite" / "mine").mkdir(parents=True)
    cache = Cache(tmp_path)
    cache.store(Study, [("a/b.txt", "k", study_of("x"))])
    assert cache.problem is not None
    assert "delete what stands in its place; the build went on without it" in (cache.problem.cure or "")
    assert (tmp_path / "studies.sqlite" / "mine").is_dir()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_file_that_may_not_be_read_or_written_costs_time_only() -> None:
    """What may be read is read, what may not be written is said."""
    with open_folder() as folder:
        Cache(folder).store(Study, [("a/b.txt", "k", study_of("x"))])
        for mode, found in ((0o444, {"a/b.txt"}), (0, set())):
            (folder / "studies.sqlite").chmod(mode)
            with without_rights():
                cache = Cache(folder)
                assert set(cache.load(Study, {"a/b.txt": "k"})) == found
                cache.store(Study, [("a/c.txt", "k", study_of("x"))])
            assert cache.problem is not None
            assert "make the folder writable" in (cache.problem.cure or "")


def test_what_came_is_kept_where_the_rest_does_not(tmp_path: Path) -> None:
    """A build that is stopped loses nothing that it had."""
    cache = Cache(tmp_path)
    with pytest.raises(KeyboardInterrupt), cache.storing(Study) as keep:
        keep("a/b.txt", "k", study_of("x"))
        raise KeyboardInterrupt
    assert set(Cache(tmp_path).load(Study, {"a/b.txt": "k"})) == {"a/b.txt"}


def test_many_rows_are_written_as_they_come(tmp_path: Path) -> None:
    """A build that is killed loses a few only, and nobody who writes waits for one who reads."""
    cache, keys = Cache(tmp_path), {f"{n}.txt": "k" for n in range(200)}
    with cache.storing(Study) as keep:
        for path in keys:
            keep(path, "k", study_of("x"))
        assert 100 < len(Cache(tmp_path).load(Study, keys)) < 200
    assert set(Cache(tmp_path).load(Study, keys)) == set(keys)


def test_an_unwritable_folder_costs_time_not_the_build(tmp_path: Path) -> None:
    """Where the cache's folder cannot be made, the build goes on and says so."""
    (tmp_path / "taken").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "taken")
    cache.store(Study, [("a/b.txt", "k", study_of("x"))])
    assert cache.problem is not None


def test_rows_of_removed_sources_go(tmp_path: Path) -> None:
    """The cache holds what the folder of sources holds."""
    cache = Cache(tmp_path)
    cache.store(Study, [("a/b.txt", "k", study_of("x")), ("gone.txt", "k", study_of("y"))])
    cache.forget_except(["a/b.txt"])
    assert set(cache.load(Study, {"a/b.txt": "k", "gone.txt": "k"})) == {"a/b.txt"}


def test_readings_and_studies_are_kept_apart(tmp_path: Path) -> None:
    """A source has a row of each step; neither is taken for the other, and both go with the source."""
    cache, study = Cache(tmp_path), study_of("x")
    assert study.analysis is not None
    reading = Reading(document=study.analysis.document)
    cache.store(Reading, [("a/b.txt", "k", reading)])
    assert cache.load(Study, {"a/b.txt": "k"}) == {}
    cache.store(Study, [("a/b.txt", "k", study)])
    assert cache.load(Reading, {"a/b.txt": "k"}) == {"a/b.txt": reading}
    cache.forget_except([])
    assert not cache.load(Reading, {"a/b.txt": "k"})
    assert not cache.load(Study, {"a/b.txt": "k"})


@pytest.mark.parametrize(
    "other",
    [
        replace(SOURCE, content=b"It rained!"),
        replace(SOURCE, path="a/c.txt"),
        replace(SOURCE, id="c"),
        replace(SOURCE, sidecar=b""),
        replace(SOURCE, content=b"It", sidecar=b" rained."),
    ],
)
def test_everything_that_matters_is_in_the_key_of_a_reading(other: Source) -> None:
    """Another byte, path, address or sidecar is another key."""
    assert reading_key(other) != reading_key(SOURCE) == reading_key(replace(SOURCE))


def test_everything_that_matters_is_in_the_key_of_a_study() -> None:
    """Another reading, another repeated line or another setting is another key; the order of lines is none."""
    key = study_key("r", ("a", "b"), {"n": 1})
    assert key == study_key("r", ("b", "a"), {"n": 1})
    others = [study_key("q", ("a", "b"), {"n": 1}), study_key("r", ("a",), {"n": 1}), study_key("r", ("a", "b"), {})]
    assert key not in others
