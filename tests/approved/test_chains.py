"""Every rule on every sentence of its chain, and every sentence in the hands of the whole house."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest

from generator.build import study
from generator.model import Source
from generator.text.rules import Chain, Rule, read_marked
from tests.approved.conftest import RECORDS
from tests.approved.telling import clip, show_spans, tell
from tests.approved.test_collection import RECORDED
from tests.test_rules import CHAINS

Approve = Callable[[str, Iterable[str]], None]
PUBLISHED = "published: 2022-05-04\n"
"""The day of writing: a Wednesday."""
LANGUAGES = {"French": "fr", "names of any language": "nl"}
"""How the names of chains begin whose sentences are not English."""
PART = 100
"""Characters of either end of a long text that are shown."""
WHOLE = [pytest.param(chain, id=chain.name) for chain in CHAINS]


def name_record(chain: Chain[Any]) -> str:
    """The file of a chain."""
    return re.sub(r"[^a-z0-9]+", "-", chain.name.lower())


def list_sentences(rule: Rule[Any]) -> list[str]:
    """The sentences of a rule without bars, those that it must find first."""
    return list(dict.fromkeys(read_marked(sentence)[0] for sentence in (*rule.yes, *rule.no)))


def try_chain(chain: Chain[Any]) -> Iterator[str]:
    """Each sentence of a chain with the rules that find something in it, and what."""
    for rule in chain:
        yield f"# {rule.name}"
        for text in list_sentences(rule):
            yield shorten(clip(text))
            for other in chain:
                if spans := list(chain.try_rule(other, text)):
                    yield f"    {other.name}: {show_spans(text, spans)}"


def shorten(line: str) -> str:
    """A long text by its first and last words: the same pages stand around many sentences."""
    return line if len(line) <= 2 * PART else f"{line[:PART]} ... {line[-PART:]}"


def study_chain(chain: Chain[Any]) -> Iterator[str]:
    """What the whole house finds in the sentences of each rule: a page of its own for some lines, else a paragraph."""
    language = next((tag for begin, tag in LANGUAGES.items() if chain.name.startswith(begin)), "en")
    for rule in chain:
        sentences = list_sentences(rule)
        pages = [(text, "") for text in sentences if "\n" in text]
        together = "\n\n".join(text for text in sentences if "\n" not in text)
        if together:
            pages.append((together, f"{PUBLISHED}language: {language}\n"))
        for text, sidecar in pages:
            yield f"# {rule.name}"
            yield from study_text(text, sidecar)


def study_text(text: str, sidecar: str, name: str = "x.txt") -> list[str]:
    """What is found in a text."""
    studied = study(Source(name, "x", text.encode(), sidecar.encode() or None), summary_sentences=2)
    return tell(studied.analysis) if studied.analysis else [str(studied.problem)]


@pytest.mark.parametrize("chain", WHOLE)
def test_rules_find_what_was_approved(chain: Chain[Any], approve: Approve) -> None:
    """On each sentence of its chain a rule finds what it found when somebody last read the record."""
    approve(f"rules/{name_record(chain)}", try_chain(chain))


@pytest.mark.parametrize("chain", WHOLE)
def test_the_house_finds_what_was_approved(chain: Chain[Any], approve: Approve) -> None:
    """On the sentences of a chain the house finds what it found when somebody last read the record."""
    approve(f"house/{name_record(chain)}", study_chain(chain))


def test_each_record_has_its_chain() -> None:
    """A record whose chain is gone is gone too; no two chains share one."""
    names = sorted(name_record(chain) for chain in CHAINS)
    assert len(set(names)) == len(names)
    for folder in ("rules", "house"):
        assert sorted(PurePosixPath(file).stem for file in (RECORDS / folder).iterdir()) == names
    assert sorted(file.stem for file in RECORDS.iterdir() if file.is_file()) == list(RECORDED)
