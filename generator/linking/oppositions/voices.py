"""Who stands where, in the terms of the collection: out of stances, claims and quotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.language.wording import is_pronoun, tells_not
from generator.linking.identity.forms import fold, list_plain
from generator.linking.oppositions.parties import (
    NOBODY,
    Named,
    Party,
    Register,
    Scene,
    make_scene,
    name_entities,
    name_within,
)
from generator.model import Act, Analysis, Claim, Evidence, Position, Quotation, Span, Stance, StanceAct
from generator.text.spans import Spans

WORD = re.compile(r"[^\W\d_]{3,}")
ENDINGS = ("ings", "ing", "ed", "es", "s", "e")
"""Endings that one word may have in one text and not in another."""
SHORTEST = 4
"""Letters of what remains of a word without its ending."""
HELD: frozenset[Act | None] = frozenset({None, "states", "warns", "accuses", "admits"})
"""What is done by saying something that somebody may deny."""
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "some", "many", "both"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One who stands somewhere, with what he holds, denies, demands or refuses."""

    brief: str
    sentence: int
    act: StanceAct
    who: Named
    named: Named
    """Whom its words name, and whom it is against."""
    against: Named
    """Those who are accused, of whom it is demanded, or whose claim or demand it is."""
    stems: frozenset[str]
    """Its words that say something, without endings and names."""
    at: Span
    """What is held, denied, demanded or refused."""
    cue: Span | None
    is_bare: bool
    is_denying: bool
    """Whether its words say that something is not so."""
    rule: str
    position: Position
    owner: Evidence | None = None
    """The words that name whose claim or demand it is."""
    around: Named = NOBODY
    """Whom the sentence of a demand names: "asked that the firm sell the plant"."""

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody knows by name whose it is."""
        return not self.who.ids


def list_voices(analysis: Analysis, register: Register) -> list[Voice]:
    """All voices of a brief, in the order of its text."""
    scene, cues = make_scene(analysis, register), {stance.cue for stance in analysis.stances}
    found = [voice for stance in analysis.stances if (voice := from_stance(scene, stance))]
    found += [
        voice
        for claim in analysis.claims
        if claim.act in HELD and claim.cue not in cues and (voice := from_claim(scene, claim))
    ]
    sentences = Spans(analysis.sentences)
    for said in analysis.quotations:
        if said.kind == "direct" and said.speaker and said.act in HELD:
            found.append(from_quotation(scene, said, sentences.index_by(said.span.start)))
    return sorted((mark_denying(voice, scene.text) for voice in found), key=lambda voice: (voice.at, voice.act))


def mark_denying(voice: Voice, text: str) -> Voice:
    """The voice with whether its words say that something is not so."""
    return replace(voice, is_denying=tells_not(voice.at.of(text)))


def from_stance(scene: Scene, stance: Stance) -> Voice | None:
    """A stance as a voice; None where nobody knows whose it is."""
    if stance.holder is None:
        return None
    who = name_holder(scene, stance.holders, stance.holder)
    against = name_against(scene, stance)
    position = make_position(scene, stance.sentence, stance.span, stance.act, stance.holder, who)
    voice = make_voice(scene, stance.act, who, stance.span, position)
    if voice is None:
        return None
    named = Named(voice.named.own | against.own, voice.named.behind | against.behind, voice.named.ids + against.ids)
    return replace(
        voice,
        sentence=stance.sentence,
        named=named,
        against=against,
        cue=stance.cue,
        is_bare=stance.is_bare,
        rule=stance.rule,
        owner=Evidence(scene.brief, stance.against_spans[0]) if stance.against_spans else None,
        around=name_within(scene, position.evidence.span) if stance.act == "demands" else NOBODY,
    )


def name_against(scene: Scene, stance: Stance) -> Named:
    """Whom a stance is against: by name, else by the words."""
    against = name_entities(scene, stance.against)
    for span in stance.against_spans:
        within = name_within(scene, span)
        against = Named(against.own | within.own, against.behind | within.behind, against.ids or within.ids)
    if stance.against_spans and not against.own:
        return Named(frozenset({word_party(scene, stance.against_spans[0])} - {"words"}), frozenset(), ())
    return against


def word_party(scene: Scene, span: Span) -> Party:
    """Who has no name, by the words."""
    words = [word for word in fold(span.of(scene.text)).split() if word not in ARTICLES]
    return " ".join(["words", *(word.removesuffix("'s").rstrip("'’") for word in words if not is_pronoun(word))])


def from_claim(scene: Scene, claim: Claim) -> Voice | None:
    """A claim as a voice; None where nobody knows whose it is."""
    if claim.claimant_span is None:
        return None
    holders = (claim.claimant,) if claim.claimant else ()
    who = name_holder(scene, holders, claim.claimant_span)
    position = make_position(scene, claim.sentence, claim.span, "holds", claim.claimant_span, who)
    voice = make_voice(scene, "holds", who, claim.span, position)
    return replace(voice, sentence=claim.sentence, cue=claim.cue, rule="claims") if voice else None


def from_quotation(scene: Scene, said: Quotation, sentence: int) -> Voice:
    """A quotation with a speaker as a voice."""
    who = name_entities(scene, (said.speaker,))
    position = make_position(scene, sentence, said.span, "holds", said.speaker_span, who)
    voice = make_voice(scene, "holds", who, said.span, position)
    assert voice is not None
    return replace(voice, sentence=sentence, cue=said.cue, rule="quotations")


def name_holder(scene: Scene, holders: tuple[str, ...], span: Span) -> Named:
    """Whose a stance is: those known by name, with those for whom the words say that they speak; else the words."""
    named, within = name_entities(scene, holders), name_within(scene, span)
    if named.own:
        return Named(named.own, named.behind | within.all - named.own, named.ids)
    return Named(frozenset({word_party(scene, span)}), within.all, ())


def make_position(scene: Scene, sentence: int, span: Span, act: StanceAct, holder: Span | None, who: Named) -> Position:
    """The place that proves a voice."""
    brief = scene.brief
    return Position(
        Evidence(brief, scene.analysis.sentences[sentence]),
        Evidence(brief, span),
        act,
        Evidence(brief, holder) if holder else None,
        who.ids,
    )


def make_voice(scene: Scene, act: StanceAct, who: Named, span: Span, position: Position) -> Voice | None:
    """A voice without what only its finding knows; None of a pronoun that stands for nobody."""
    if position.holder and not who.ids and is_pronoun(fold(position.holder.span.of(scene.text))):
        return None
    named = name_within(scene, span)
    return Voice(
        brief=scene.brief,
        sentence=0,
        act=act,
        who=who,
        named=named,
        against=NOBODY,
        stems=frozenset(list_stems(scene, span)),
        at=span,
        cue=None,
        is_bare=False,
        is_denying=False,
        rule="",
        position=position,
    )


def list_stems(scene: Scene, span: Span) -> Iterator[str]:
    """The words of a span that say something, in lower case, without endings; no name."""
    plain, text = list_plain(scene.analysis.language), span.of(scene.text)
    for match in WORD.finditer(text):
        word = match[0].lower()
        if word not in plain and not match[0][0].isupper():
            yield find_stem(word)


def find_stem(word: str) -> str:
    """A word without its ending: "attacked" and "attacks" are "attack"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word


def touches(who: Named, voice: Voice) -> bool:
    """Whether what a voice says is about somebody, or about those for whom he speaks."""
    return not who.all.isdisjoint(voice.named.own | voice.named.behind)
