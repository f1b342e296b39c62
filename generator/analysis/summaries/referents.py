"""Whom the pronouns and short names of a summary mean, for a reader who sees only these sentences.

A leading "he" or "she" is told where the rules of speech say who speaks, or where the sentence before begins with the
one person who can be meant. A surname is told at its first place in the summary by the full name of the same text.
All else stays open; the words of the source are never changed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analysis.summaries.sentences import tokens_of
from generator.language.wording import FORMS, Pronoun, classify_person, find_pronoun, know_pronouns, resolve_pronoun
from generator.model import Analysis, LocalEntity, Mention, Referent, Span
from generator.text.spans import Spans

SPEAKER = "who speaks"
SUBJECT = "the subject of the sentence before"
FULL_NAME = "the full name in this text"
"""The rules."""
_POSSESSIVE = re.compile(r"['\u2019]s?\b|['\u2019](?= )| and | or |, and ")
"""What stands behind a name that is not alone the subject."""
_PERSONAL = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[ -][A-Z]")
"""What stands behind a name that goes on: "Natsu Higuchi", "Abbas II"."""
_ARTICLE = 6
"""Characters before a name that are no title: "The ", "Mr. "."""


@dataclass(frozen=True)
class _Scene:
    """A document with what is looked up in it for each sentence."""

    text: str
    sentences: Spans[Span]
    mentions: Spans[Mention]
    """Outside quotation marks."""
    entities: Mapping[str, LocalEntity]
    quoted: Spans[Span]
    """The quotations."""
    speakers: Mapping[Span, str]
    """Whom the rules of speech hold for those who speak, by the words that name them."""
    known: Mapping[str, Pronoun | None]
    full: Mapping[str, Span]
    """Where each entity is first named in full."""


def resolve_openings(analysis: Analysis, sentences: Sequence[Span]) -> dict[int, Referent | None]:
    """For each sentence that begins with "he", "she" or a form of them, or in which nobody but a pronoun speaks, whom
    it means; None where that is not certain."""
    scene, found = _look(analysis), dict[int, Referent | None]()
    for index, sentence in enumerate(sentences):
        pronoun = _find_opening(scene, sentence)
        if pronoun is not None:
            entity, rule = _resolve(scene, index, pronoun, found)
            found[index] = _refer(scene, index, pronoun, entity, rule) if entity else None
    return found


def find_shown(
    analysis: Analysis, chosen: Sequence[int], openings: Mapping[int, Referent | None]
) -> tuple[Referent, ...]:
    """What is shown in the summary: pronouns that no sentence right before tells, surnames at their first place."""
    scene, found, told = _look(analysis), list[Referent](), set[str]()
    for index in chosen:
        opening = openings.get(index)
        if opening is not None and index - 1 not in chosen:
            found.append(opening)
            told.add(opening.entity)
        for mention in scene.mentions.inside(scene.sentences[index]):
            if mention.entity not in told and (referent := _name_in_full(scene, index, mention)):
                found.append(referent)
            told.add(mention.entity)
    return tuple(sorted(found, key=lambda referent: referent.span))


def _look(analysis: Analysis) -> _Scene:
    text, quoted = analysis.document.text, Spans(quotation.span for quotation in analysis.quotations)
    entities = {entity.id: entity for entity in analysis.entities}
    full: dict[str, Span] = {}
    for mention in analysis.mentions:
        if _fold(mention.span.of(text)) == entities[mention.entity].name:
            full.setdefault(mention.entity, mention.span)
    said = [(quotation.speaker_span, quotation.speaker) for quotation in analysis.quotations]
    said += [(claim.claimant_span, claim.claimant) for claim in analysis.claims]
    return _Scene(
        text,
        Spans(analysis.sentences),
        Spans(mention for mention in analysis.mentions if quoted.at(mention.span.start) is None),
        entities,
        quoted,
        {span: entity for span, entity in said if span and entity},
        know_pronouns(text, analysis.entities, analysis.mentions),
        full,
    )


def _find_opening(scene: _Scene, sentence: Span) -> Span | None:
    """The first "he" or "she" of a sentence in which no person stands before it, or a form of them in front."""
    words = sentence.of(scene.text)
    places = [found] if (found := find_pronoun(words)) else [Span(*match.span()) for match in _PERSONAL.finditer(words)]
    inside = (Span(sentence.start + place.start, sentence.start + place.end) for place in places)
    pronoun = next((span for span in inside if scene.quoted.at(span.start) is None), None)
    return pronoun if pronoun and _is_personal(scene, pronoun) and not _is_told(scene, sentence, pronoun) else None


def _is_told(scene: _Scene, sentence: Span, pronoun: Span) -> bool:
    """Whether somebody whom a pronoun may mean stands before it in its sentence, by name or by a noun."""
    before = Span(sentence.start, pronoun.start)
    named = any(mention.type == "Person" for mention in scene.mentions.inside(before))
    return named or any(classify_person(word) for word in tokens_of(before.of(scene.text)))


def _is_personal(scene: _Scene, span: Span) -> bool:
    return span.of(scene.text).lower() in FORMS


def _resolve(scene: _Scene, index: int, pronoun: Span, found: Mapping[int, Referent | None]) -> tuple[str | None, str]:
    """Whom a pronoun surely means, and the rule that tells."""
    called = FORMS[pronoun.of(scene.text).lower()]
    speaker = scene.speakers.get(pronoun)
    if speaker and scene.known.get(speaker, called) == called:
        return speaker, SPEAKER
    subject = _subject_of(scene, index - 1, found) if index else None
    only = resolve_pronoun(scene.text, pronoun, scene.sentences, scene.mentions, scene.known)
    is_sure = subject is not None and only in (subject, None) and scene.known.get(subject) == called
    return (subject, SUBJECT) if is_sure and not _others(scene, index, pronoun, subject) else (None, "")


def _others(scene: _Scene, index: int, pronoun: Span, subject: str | None) -> bool:
    """Whether the sentence before, or the words before the pronoun, name another person who can be meant."""
    before = Span(scene.sentences[index - 1].start, pronoun.start)
    people = {mention.entity for mention in scene.mentions.starting_in(before) if mention.type == "Person"}
    called = FORMS[pronoun.of(scene.text).lower()]
    return any(scene.known.get(person, called) in (called, None) for person in people - {subject})


def _subject_of(scene: _Scene, index: int, found: Mapping[int, Referent | None]) -> str | None:
    """The person with whose name a sentence begins, his titles aside, or whom its leading pronoun means."""
    opening, sentence = found.get(index), scene.sentences[index]
    if opening is not None:
        return opening.entity
    named = scene.mentions.inside(sentence)
    if not named or named[0].type != "Person" or _POSSESSIVE.match(scene.text, named[0].span.end):
        return None
    entity, before = scene.entities[named[0].entity], Span(sentence.start, named[0].span.start)
    titles = sum(role.span.end - role.span.start for role in entity.roles if before.holds(role.span))
    return entity.id if before.end - before.start - titles <= _ARTICLE else None


def _refer(scene: _Scene, index: int, words: Span, entity: str, rule: str) -> Referent | None:
    """What is shown behind the words; None for somebody who is named in full nowhere."""
    full = scene.full.get(entity)
    return Referent(index, words, entity, full, rule) if full else None


def _name_in_full(scene: _Scene, index: int, mention: Mention) -> Referent | None:
    """The full name of a person who is here called by its last word alone, and was named in full before."""
    words, full = mention.span.of(scene.text), scene.full.get(mention.entity)
    if mention.type != "Person" or full is None or full.start >= mention.span.start:
        return None
    bearers = {entity.id for entity in scene.entities.values() if entity.name.split()[-1:] == [words]}
    name = scene.entities[mention.entity].name.split()
    before = scene.text[max(0, mention.span.start - 40) : mention.span.start].split()[-1:]
    is_bare = not set(before) & set(name) and not _GOES_ON.match(scene.text, mention.span.end)
    is_sure = bearers == {mention.entity} and len(name) > 1
    return Referent(index, mention.span, mention.entity, full, FULL_NAME) if is_bare and is_sure else None


def _fold(words: str) -> str:
    return " ".join(words.split())
