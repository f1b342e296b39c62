"""Versions of one text tell each happening once."""

import pytest

from generator.build import study as study_source
from generator.linking import link
from generator.model import Analysis, Event, Library, Source

FIRST = (
    "Halden Motors agreed on Wednesday to buy the battery maker Brox for $2.1 billion, the companies said in a "
    "statement. "
    "Its chief executive Ann Bell announced the deal in Oslo. "
    "Workers at the Brox plant in Lund protested against the sale on Thursday. "
    "The police arrested two men in Lund after the march. "
    "Brox was founded in 1998 by Karl Lind. Lind resigned as chairman in January after a dispute over pay."
)
EDITED = (
    ("a statement", "a joint statement"),
    ("announced the deal", "announced the agreement"),
    ("protested against", "protested"),
    ("Lind resigned", "He resigned"),
    ("two men", "three men"),
)
UPDATE = " Talks between the union and the company broke down on Friday."


def dated(name: str, text: str, day: str = "2024-05-03") -> Analysis:
    """A text of a Friday, as it is analysed."""
    source = Source(f"{name}.md", name, f"---\npublished: {day}\n---\n\n{text}".encode())
    analysis = study_source(source, summary_sentences=3).analysis
    assert analysis
    return analysis


def edit(text: str, *edits: tuple[str, str]) -> str:
    """A text with words changed that stand in it."""
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text


def list_told(library: Library) -> dict[str, list[Event]]:
    """The events by kind."""
    found: dict[str, list[Event]] = {}
    for event in library.events:
        found.setdefault(event.kind or "", []).append(event)
    return found


def briefs_of(event: Event) -> set[str]:
    """Who tells it."""
    return {part.evidence.brief for part in event.parts}


def test_an_edited_text_tells_nothing_twice() -> None:
    """Each happening is one, with a sentence of either text, and of one origin."""
    alone = link([dated("a", FIRST)])
    both = link([dated("a", FIRST), dated("b", edit(FIRST, *EDITED) + UPDATE)])
    first = {kind: len(events) for kind, events in list_told(alone).items()}
    assert {"agreement", "protest", "arrest", "resignation"} <= first.keys()
    told = list_told(both)
    for kind in first:
        events = told[kind]
        assert len(events) == first[kind]
        assert all(briefs_of(event) == {"a", "b"} for event in events)
        assert all(event.corroboration and event.corroboration.independence == "one origin" for event in events)


@pytest.mark.parametrize(
    ("kind", "edits"),
    [
        ("protest", [("on Thursday", "on Friday")]),
        ("protest", [("in Lund protested", "in Malmö protested")]),
        ("resignation", [("Lind resigned", "Ann Bell resigned")]),
        ("resignation", [("in January", "in March")]),
    ],
    ids=["another day", "another place", "another person", "another month"],
)
def test_what_was_changed_is_another_happening(kind: str, edits: list[tuple[str, str]]) -> None:
    """A version that says another day, place or person of it tells another happening."""
    events = list_told(link([dated("a", FIRST), dated("b", edit(FIRST, *edits))]))[kind]
    assert sorted(map(briefs_of, events), key=sorted) == [{"a"}, {"b"}]


def test_one_kind_and_day_make_no_version() -> None:
    """Two texts that have nothing else in common tell of two strikes, two arrests."""
    other = (
        "Dockers in Gdynia protested on Thursday, blocking the gate until noon. The police arrested two men there. "
        "A bishop called for calm, and the port asked its clients to send no lorries before the weekend."
    )
    events = list_told(link([dated("a", FIRST), dated("b", other)]))
    assert [briefs_of(event) for event in events["arrest"]] in ([{"a"}, {"b"}], [{"b"}, {"a"}])
    assert [briefs_of(event) for event in events["protest"]] in ([{"a"}, {"b"}], [{"b"}, {"a"}])


def make_variants(count: int) -> list[str]:
    """Texts that each leave out one of five sentences and change some of five words; no two are the same."""
    sentences, texts = FIRST.split(". "), []
    for number in range(count):
        left, bits = 1 + number % 5, number // 5
        text = ". ".join(words for at, words in enumerate(sentences) if at != left)
        for at, (old, new) in enumerate(EDITED):
            text = text.replace(old, new) if bits >> at & 1 else text
        texts.append(text)
    return texts


def test_forty_versions_tell_one_happening_each() -> None:
    """However many there are, whichever sentence they leave out, by all that tell it."""
    library = link([dated(f"v{number:02}", text) for number, text in enumerate(make_variants(40))])
    told = list_told(library)
    telling = {
        brief.id
        for brief in library.briefs
        if "protested" in brief.analysis.document.text and brief.duplicate_of is None
    }
    assert len(telling) > 20
    assert [briefs_of(event) for event in told["protest"]] == [telling]
    assert len(told["arrest"]) == len(told["resignation"]) == 1
