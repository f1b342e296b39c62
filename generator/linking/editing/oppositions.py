"""What the curator decided of oppositions, and which of them he is asked about.

A side is referred to by the words of one sentence of it; where one sentence tells both sides, by the words in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.curation import OVERRIDES, NoOpposition, Opposes, Override, Ref, write_entry
from generator.faults import Faults
from generator.linking.editing.events import cut
from generator.linking.oppositions.building import Found, find_oppositions, make_id, make_side
from generator.linking.oppositions.pairing import list_related
from generator.linking.oppositions.parties import Register
from generator.model import (
    Analysis,
    Answer,
    Doubt,
    Entity,
    Event,
    Evidence,
    Lineage,
    Opposition,
    Position,
    Problem,
    Related,
)
from generator.text.unicode import Wanted, fold_line

_QUESTIONS = {
    "denial": "Does one deny what the other says?",
    "refusal": "Does one refuse what the other demands?",
    "number": "Do these numbers oppose each other?",
    "date": "Do these days oppose each other?",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """What opposes each other, by the rules and by the curator, with what is asked and what is wrong."""

    found: Found
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()


Known = tuple[Sequence[Entity], Sequence[Event], Register, Mapping[str, Sequence[Related]], Sequence[Lineage]]
"""The entities and events of the collection, who is who, the related briefs of each, and which are of one origin."""


def tell_oppositions(
    analyses: Sequence[Analysis], known: Known, overrides: Iterable[Override], faults: Faults
) -> Decided:
    """What opposes each other, by the rules and by what the curator decided; either may fail by itself."""
    entities, events, register, related, lineages = known
    near = list_related((brief, other.brief) for brief, others in related.items() for other in others)
    lost = "what opposes each other is missing"
    found = faults.attempt(lost, Found(), find_oppositions, analyses, events, entities, register, near, lineages)
    texts = {analysis.document.id: analysis for analysis in analyses}
    return faults.attempt(lost, Decided(found), decide_oppositions, found, texts, overrides)


def decide_oppositions(found: Found, texts: Mapping[str, Analysis], overrides: Iterable[Override]) -> Decided:
    """Carry out the decisions on oppositions, and ask about what only a person can decide."""
    problems, wanted = list[Problem](), [one for one in overrides if isinstance(one, Opposes | NoOpposition)]
    for override in wanted:
        found, problem = carry_out(found, override, texts)
        problems += [problem] if problem else []
    doubts = tuple(doubt for one in found.likely if (doubt := ask_opposition(one, texts)))
    return Decided(found, doubts, tuple(problems))


def carry_out(
    found: Found, override: Opposes | NoOpposition, texts: Mapping[str, Analysis]
) -> tuple[Found, Problem | None]:
    """One decision; with what is wrong with it."""
    known = [one for one in (*found.sure, *found.likely) if means(one, override.targets, texts)]
    if isinstance(override, NoOpposition):
        sure = tuple(one for one in found.sure if one not in known)
        likely = tuple(one for one in found.likely if one not in known)
        return replace(found, sure=sure, likely=likely), None if known else _miss(override)
    if known:
        told = tuple(replace(one, by_editor=True) if one in known else one for one in found.sure)
        told += tuple(replace(one, by_editor=True) for one in found.likely if one in known)
        return replace(found, sure=told, likely=tuple(one for one in found.likely if one not in known)), None
    places = [find_sentence(ref, texts) for ref in override.targets]
    if not all(places):
        return found, _miss(override)
    sides = tuple(make_side([Position(place, place)]) for place in places if place)
    new = Opposition(make_id("denial", sides, texts), "denial", sides, rule="said by the editor", by_editor=True)
    return replace(found, sure=(*found.sure, new)), None


def _miss(override: Opposes | NoOpposition) -> Problem:
    """The entry that means nothing."""
    words = " / ".join(str(ref)[:60] for ref in override.targets)
    what, cure = f"no two sides have the words '{words}'", "copy the sentences from the page, or delete the entry"
    return Problem(f"{OVERRIDES}:{override.line}", what, cure)


def means(one: Opposition, refs: Sequence[Ref], texts: Mapping[str, Analysis]) -> bool:
    """Whether each of some references means another side."""
    sides = [
        [at for at, side in enumerate(one.sides) if any(_is(ref, p, texts) for p in side.positions)] for ref in refs
    ]
    return all(sides) and len({at for found in sides for at in found}) >= len(refs)


def _is(ref: Ref, position: Position, texts: Mapping[str, Analysis]) -> bool:
    """Whether a reference means a position: by its sentence or by its words."""
    if ref.brief not in (None, position.evidence.brief):
        return False
    wanted = Wanted([ref.name])
    return any(word_place(place, texts) in wanted for place in (position.evidence, position.words))


def find_sentence(ref: Ref, texts: Mapping[str, Analysis]) -> Evidence | None:
    """The first sentence that a reference means."""
    wanted = Wanted([ref.name])
    for brief, analysis in texts.items():
        for span in analysis.sentences if ref.brief in (None, brief) else ():
            if fold_line(span.of(analysis.document.text)) in wanted:
                return Evidence(brief, span)
    return None


def word_place(place: Evidence, texts: Mapping[str, Analysis]) -> str:
    """The words of a place on one line."""
    return fold_line(place.span.of(texts[place.brief].document.text))


def ask_opposition(one: Opposition, texts: Mapping[str, Analysis]) -> Doubt | None:
    """The question whether two sides oppose each other; None where no words mean one of them alone."""
    firsts = [side.positions[0] for side in one.sides]
    refs = list(refer_to(firsts, texts))
    if len(set(refs)) < len(refs):
        return None
    return Doubt(
        "opposition",
        _QUESTIONS[one.kind],
        tuple(position.evidence for position in firsts),
        (
            Answer("They oppose each other: shown side by side", write_entry({"opposes": refs})),
            Answer("They do not: never asked again", write_entry({"no_opposition": refs})),
        ),
        len(one.briefs),
    )


def refer_to(firsts: Sequence[Position], texts: Mapping[str, Analysis]) -> Iterator[str]:
    """How a curator writes each side: by its sentence, where several stand in one by the words of each."""
    sentences: defaultdict[Evidence, int] = defaultdict(int)
    for position in firsts:
        sentences[position.evidence] += 1
    for position in firsts:
        place = position.evidence if sentences[position.evidence] == 1 else position.words
        yield str(Ref(cut(word_place(place, texts)), brief=place.brief))
