"""Happenings of several articles are counted and joined as the gold says; some are drawn for the eye."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.events import crossdoc, drawing

TEXTS = {"a": "Bell resigned on Monday.", "b": "Bell, who resigned, is 61.", "c": "Reed resigned. The fair opened."}
GOLD = (
    ("a", "resigned", "one"), ("b", "resigned", "one"), ("b", "is", "two"), ("c", "resigned", "three"),
    ("c", "opened", "four"),
)  # fmt: skip


def place(doc: str, words: str) -> list[int]:
    """The span of words in a text."""
    start = TEXTS[doc].index(words)
    return [start, start + len(words)]


def analysis(doc: str, name: str | None) -> dict[str, Any]:
    """An article in which a resignation is found, perhaps with a name."""
    event = {
        "sentence": 0, "kind": "resignation", "trigger": place(doc, "resigned"), "participants": [name] if name else [],
        "date": 0 if doc == "a" else None, "assumed": None, "status": "reported", "standing": "asserted",
        "arguments": [{"role": "agent", "measure": None, "span": place(doc, "Bell"), "entity": name}] if name else [],
        "clause": [place(doc, "Bell"), place(doc, "resigned")] if name else [], "within": None,
    }  # fmt: skip
    return {
        "path": f"{doc}.txt", "text": TEXTS[doc], "sentences": [[0, len(TEXTS[doc])]], "events": [event],
        "entities": [{"id": "e1", "name": "Ann Bell"}], "dates": [{"span": [0, 4], "value": "2022-05-02"}],
    }  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An export of three articles; the first and second are joined, and wrongly the third."""
    export = tmp_path / "work" / "export"
    export.mkdir(parents=True)
    records = [analysis(doc, "e1" if doc != "c" else None) for doc in TEXTS]
    (export / "analyses.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    evidence = [{"brief": doc, "event": 0} for doc in TEXTS]
    events = [{"id": "e", "date": "2022-05-02", "assumed": None, "evidence": evidence}]
    library = {"briefs": [{"id": doc, "path": f"{doc}.txt"} for doc in TEXTS], "events": events}
    (export / "library.json").write_text(json.dumps(library), encoding="utf-8")
    mentions = [
        {"doc": doc, "start": place(doc, words)[0], "end": place(doc, words)[1], "text": words, "cluster": cluster}
        for doc, words, cluster in GOLD
    ]
    rows = [
        {
            "doc": doc, "title": doc.upper(), "dct": "2022-05-03", "text": text,
            "mentions": [{**mention, "kind": "event"} for mention in mentions if mention["doc"] == doc],
        }
        for doc, text in TEXTS.items()
    ]  # fmt: skip
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_happenings_of_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A word that tells none is not counted; one event for two happenings costs precision."""
    crossdoc.main([str(folder / "gold.jsonl"), str(folder / "work")])
    told = capsys.readouterr().out
    assert "in a sentence: 4, found: 3 (0.75)" in told
    assert "a day in its article: 1 (0.25)" in told
    assert "a day in the collection: 2 (0.50)" in told
    assert "as joined: precision 0.556 recall 1.000" in told
    assert "gold 1, found 3, right 1" in told


def test_articles_are_written_to_be_exported(folder: Path) -> None:
    """As sources with title and day."""
    crossdoc.main([str(folder / "gold.jsonl"), str(folder / "new")])
    assert (folder / "new" / "sources" / "a.txt").read_text(encoding="utf-8") == TEXTS["a"]
    assert "published: '2022-05-03'" in (folder / "new" / "sources" / "a.yml").read_text(encoding="utf-8")


def test_a_draw(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same seed draws the same, with the words that tell it."""
    command = [str(folder / "work" / "export"), "--count", "3", "--seed", "5"]
    drawing.main(command)
    told = capsys.readouterr().out
    drawing.main(command)
    assert capsys.readouterr().out == told
    assert "- Bell … resigned [resigned]\n   - agent: Bell = Ann Bell" in told
    assert "3 of 3 events, seed 5" in told
