"""Which sentences answer a question: those that hold its names and words, and what it asks for."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import TOLD, Brief, Claim, Evidence, Quotation, Span
from generator.rendering.answers.lines import Answer, Line, Told, read_lines
from generator.rendering.answers.questions import (
    Asked,
    Question,
    begin_topic,
    called,
    list_synonyms,
    read_question,
    stems,
)
from generator.rendering.catalog import Catalog
from generator.rendering.search import fold

_LEAST = 0.5
"""The share of what is asked that an answer holds, at least."""
_ASIDE = 0.3
"""What a word counts that stands in the title or in the sentence before."""
_AGE = re.compile(
    r"\b(?:aged|(?:at|of) (?:the )?age(?: of)?|was|is|turned) (?P<behind>\d{1,3})(?=[.,;]?\s|[.,;]?$)"
    r"|\b(?P<before>\d{1,3})[- ]years?[- ]old\b|(?<=[^\W\d_], )(?P<between>\d{1,3})(?=,)"
)
"""An age: "aged 90", "was 90.", "90 years old", "Jane Roe, 90, said"."""
Found = tuple[float, Answer]
"""What in a sentence answers, and how much that is worth."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is found for a question."""

    question: Question
    answers: tuple[Answer, ...]
    """The best first."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """How much the words and names of a question count: the rare ones most."""

    topics: Mapping[str, float]
    names: tuple[float, ...]
    total: float


def answer(catalog: Catalog, text: str, limit: int = 5) -> Reply:
    """The best answers to a question, none of them twice in the same words."""
    known = called(catalog.library.entities)
    question = read_question(text, known)
    briefs = list(_promising(catalog, question))
    lines = list(read_lines(catalog, briefs))
    weights = _weigh(question, lines, sum(len(brief.analysis.sentences) for brief in catalog.originals))
    found = [answered for line in lines if (answered := _judge(catalog, question, weights, line))]
    order = {brief.id: at for at, brief in enumerate(catalog.originals)}
    found.sort(key=lambda one: (-one[1].score, order[one[0].brief.id], one[0].index))
    unique: dict[str, Answer] = {}
    for line, one in found:
        unique.setdefault(" ".join(stems(line.text)), one)
        if len(unique) == limit:
            break
    return Reply(question, tuple(unique.values()))


def _promising(catalog: Catalog, question: Question) -> Iterable[Brief]:
    """The briefs, newest first, that name who is asked for; where nobody is, those that may have every word."""
    asked = question.asked_for
    naming = {mention.brief for who in asked for mention in catalog.entities[who].mentions}
    ways = [begin_topic(topic) for topic in question.topics]
    for brief in catalog.originals:
        if brief.id in naming:
            yield brief
        elif ways and not asked:
            text = fold(brief.analysis.document.text).lower()
            if all(any(way in text for way in some) for some in ways):
                yield brief


def _weigh(question: Question, lines: Sequence[Line], size: int) -> _Weights:
    """By how few sentences have them; `size` is the number of all sentences."""
    counts: Counter[str] = Counter()
    held = [0] * len(question.names)
    for line in lines:
        counts.update(topic for topic in question.topics if topic in line.stems)
        for at, ids in enumerate(question.names):
            held[at] += bool(ids & line.names)
    topics = {topic: math.log(1 + size / max(1, counts[topic])) for topic in question.topics}
    names = tuple(max(2.0, math.log(1 + size / max(1, count))) for count in held)
    return _Weights(topics, names, sum(topics.values()) + sum(names))


def _judge(catalog: Catalog, question: Question, weights: _Weights, line: Line) -> tuple[Line, Answer] | None:
    """What a sentence is worth as an answer; None where it holds too little of what is asked."""
    held = line.stems | _held_by_findings(question, line)
    here = sum(weight for topic, weight in weights.topics.items() if topic in held)
    aside = sum(w for topic, w in weights.topics.items() if topic in line.before and topic not in held)
    speakers = {who for _, who in line.said if who} | _taking_part(line)
    for ids, weight in zip(question.names, weights.names, strict=True):
        here += weight if ids & (line.names | speakers) else 0
    share = (here + _ASIDE * aside) / weights.total if weights.total else 0
    # A name alone answers only who somebody is and what he says.
    is_about = not question.topics or question.asked == "said" or any(topic in held for topic in question.topics)
    if not here or share < _LEAST or not is_about:
        return None
    bonus, found = max(_RULES[question.asked](catalog, question, line), key=lambda pair: pair[0])
    # Of two that hold the same the shorter one says it more plainly.
    score = 10 * share + bonus - min(1.0, len(line.text) / 600)
    return line, replace(found, score=round(score, 3))


def _held_by_findings(question: Question, line: Line) -> set[str]:
    """The topics that a sentence has in other words: "refuted" of whom it is asked what he denied, "died" of "die"."""
    acts: set[str | None] = {stance.act for stance, who in line.stances if who & question.asked_for}
    acts |= {said.act for said, who in line.said if who in question.asked_for}
    found = {topic for topic, done in question.doing.items() if not done.isdisjoint(acts)}
    found |= {topic for topic, kind in question.kinds.items() if not line.stems.isdisjoint(list_synonyms(kind))}
    return found | {topic for topic, kind in question.kinds.items() if _befalls(question, line, kind)}


def _befalls(question: Question, line: Line, kind: str) -> bool:
    """Whether a sentence tells that it happened to one who is asked for, or there."""
    return any(_is_of_life(question, told) for told in line.told if told.local.kind == kind)


def _is_of_life(question: Question, told: Told) -> bool:
    """Whether a happening is one of those of a life that are asked for, of who is asked for."""
    if told.event is None or told.local.standing not in TOLD or told.local.kind not in question.kinds.values():
        return False
    there = {*told.event.participants, *told.event.places}
    return not question.asked_for or not there.isdisjoint(question.asked_for)


def _taking_part(line: Line) -> set[str]:
    return {who for told in line.told if told.event for who in told.event.participants}


def _plain(line: Line) -> Found:
    return 0.0, Answer("sentence", 0, line.brief.id, line.index, ())


def _share(question: Question, text: str) -> float:
    """How much of what the question is about stands in some words."""
    held = set(stems(text))
    return sum(topic in held for topic in question.topics) / max(1, len(question.topics))


def _said(catalog: Catalog, question: Question, line: Line) -> Iterable[Found]:
    """What one who is asked for says, best where what he says is what is asked."""
    yield -2.0, _plain(line)[1]
    asked = question.asked_for
    text = line.brief.analysis.document.text
    for said, who in line.said:
        is_his = who in asked if asked else bool(who)
        worth = 4.0 if is_his else -1.0 if who else 0.0
        worth += 2 * _share(question, said.span.of(text)) + (0.5 if isinstance(said, Quotation) else 0)
        worth += 1.5 if question.acts and said.act in question.acts else 0
        yield worth, _spoken(line, said, who)
    for stance, holders in line.stances:
        if stance.act in question.acts and (his := sorted(holders & asked)):
            worth = 5.5 + 2 * _share(question, stance.span.of(text)) - stance.is_bare
            words = (Evidence(line.brief.id, stance.span),)
            yield worth, Answer("claim", 0, line.brief.id, line.index, words, his[0])


def _spoken(line: Line, said: Quotation | Claim, who: str | None) -> Answer:
    kind = "quotation" if isinstance(said, Quotation) else "claim"
    return Answer(kind, 0, line.brief.id, line.index, (Evidence(line.brief.id, said.span),), who)  # type: ignore[arg-type]


def _who(catalog: Catalog, question: Question, line: Line) -> Iterable[Found]:
    """Who somebody is or who holds an office; who does or says it."""
    yield _plain(line)
    asked, text = frozenset().union(*question.names), line.brief.analysis.document.text
    if question.is_identity:
        yield from _holders(question, line, asked)
    others = [catalog.entities[who] for who in sorted(line.names) if who not in asked]
    if any(other.type in ("Person", "Organization") for other in others):
        yield 1.0, _plain(line)[1]
    for said, who in line.said:
        if who and who not in asked:
            worth = 2.0 * _share(question, said.span.of(text))
            yield worth + (2.0 if question.acts and said.act in question.acts else 0), _spoken(line, said, who)
    wanted = ("patient", "theme") if question.is_passive else ("agent",)
    for told in line.told:
        people = [one.span for one in told.local.arguments if one.role in wanted]
        if people and _is_asked(question, line, told):
            yield 3.0, _happening(line, told, *people)


def _holders(question: Question, line: Line, asked: frozenset[str]) -> Iterable[Found]:
    """The roles that it states of one who is asked for, or that are called as what is asked for."""
    for who, span in line.roles:
        held = _share(question, span.of(line.brief.analysis.document.text)) if question.topics else float(who in asked)
        if held:
            worth = 5.0 * held + (2.0 if who in asked else 0)
            yield worth, Answer("role", 0, line.brief.id, line.index, (Evidence(line.brief.id, span),), who)


def _is_asked(question: Question, line: Line, told: Told) -> bool:
    """Whether a happening is told by a word of the question, or is of the kind that is asked for."""
    if _is_of_life(question, told):
        return True
    trigger = told.local.trigger
    words = stems(trigger.of(line.brief.analysis.document.text)) if trigger else []
    return not set(words).isdisjoint(question.topics)


def _date(told: Told) -> str | None:
    return told.event.date if told.event else None


def _when(catalog: Catalog, question: Question, line: Line) -> Iterable[Found]:
    """The day of a happening, by this sentence or by another one that tells it; else any date in it."""
    yield -1.0, _plain(line)[1]
    for span in line.dates:
        yield 1.5, Answer("sentence", 0, line.brief.id, line.index, (Evidence(line.brief.id, span),))
    dates = line.brief.analysis.dates
    for told in line.told:
        value, own = _date(told), told.local.date
        if value or own is not None:
            words = () if own is None else (Evidence(line.brief.id, dates[own].span),)
            worth = (3.5 if _is_asked(question, line, told) else 1.8) - (0.7 if own is None else 0)
            worth += 0.5 * _share(question, _clause(line, told))
            yield worth, Answer("event", 0, line.brief.id, line.index, words, None, value)


def _clause(line: Line, told: Told) -> str:
    return " ".join(span.of(line.brief.analysis.document.text) for span in told.local.clause)


def _where(catalog: Catalog, question: Question, line: Line) -> Iterable[Found]:
    """The place of a happening, else any place that the question does not name."""
    yield -1.0, _plain(line)[1]
    text, asked = line.brief.analysis.document.text, set(question.topics)
    known = question.asked_for
    names = {form for who in known for form in (catalog.entities[who].name, *catalog.entities[who].aliases)}
    for span in line.places:
        if span.of(text) not in names and not set(stems(span.of(text))) & asked:
            yield 1.5, Answer("sentence", 0, line.brief.id, line.index, (Evidence(line.brief.id, span),))
    for told in line.told:
        for place in (one.span for one in told.local.arguments if one.role == "place"):
            if place.of(text) not in names:
                worth = 3.5 if _is_asked(question, line, told) else 2.0
                yield worth, _happening(line, told, place)


def _happening(line: Line, told: Told, *spans: Span) -> Answer:
    words = tuple(Evidence(line.brief.id, span) for span in spans)
    return Answer("event", 0, line.brief.id, line.index, words, None, _date(told))


def _how_old(catalog: Catalog, question: Question, line: Line) -> Iterable[Found]:
    """The age of one who is asked for, where no other person stands between."""
    yield -2.0, _plain(line)[1]
    text, start = line.brief.analysis.document.text, line.brief.analysis.sentences[line.index].start
    people = {who for who in line.names if catalog.entities[who].type == "Person"}
    is_his = not question.asked_for or (bool(people) and people <= question.asked_for)
    for match in _AGE.finditer(text, start, start + len(line.text)):
        at = Span(*match.span(next(name for name in match.groupdict() if match[name])))
        words = (Evidence(line.brief.id, at),)
        yield (4.0 if is_his else 0.5), Answer("sentence", 0, line.brief.id, line.index, words)


def _how_many(catalog: Catalog, question: Question, line: Line) -> Iterable[Found]:
    """A number with what it counts, best where the question names that."""
    yield -1.0 if not any(letter.isdigit() for letter in line.text) else 0.0, _plain(line)[1]
    text = line.brief.analysis.document.text
    for span in line.numbers:
        words = (Evidence(line.brief.id, span),)
        yield 1.5 + 2.5 * _share(question, span.of(text)), Answer("sentence", 0, line.brief.id, line.index, words)
    for told in line.told:
        for one in told.local.arguments:
            if one.role == "quantity":
                worth = 2.5 * _share(question, f"{one.span.of(text)} {one.measure or ''}")
                yield 1.5 + worth, _happening(line, told, one.span)


def _what(catalog: Catalog, question: Question, line: Line) -> Iterable[Found]:
    """A happening that a word of the question tells, else the sentence."""
    yield _plain(line)
    for told in line.told:
        if _is_asked(question, line, told):
            yield 1.5, _happening(line, told, *told.local.clause)


_RULES: Mapping[Asked, Callable[[Catalog, Question, Line], Iterable[Found]]] = {
    "said": _said,
    "who": _who,
    "when": _when,
    "where": _where,
    "how old": _how_old,
    "how many": _how_many,
    "what": _what,
}
