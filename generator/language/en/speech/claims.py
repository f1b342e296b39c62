"""Indirect speech: what somebody is said to have said, without quotation marks. A claim is a slice of the sentence
without the verb, the one who claims and the medium that reports it; one for each sentence. A medium that reports is
no claimant.
"""

import re
from collections.abc import Sequence

from generator.language.en.pages.leads import find_lead
from generator.language.en.speech.cues import SIGNED, UNTOLD, Statement
from generator.language.en.speech.extent import LEAST, VERBAL, find_end, find_start
from generator.language.en.speech.speakers import Hearing, Speech, Voice
from generator.language.en.speech.words import act_of, group
from generator.language.frames import QUOTATION, Context, Frame
from generator.model import Claim, Span

_LONGEST_OFFICE = 12
"""Units between where the speaker's clause begins and the name: "the mayor of Wexby, Jane Roe"."""
_AWAITING = frozenset({"and", "because", "but", "by", "of", "or", "than", "that"})
"""Words behind which something must follow."""


def find_content(context: Context, frame: Frame, statement: Statement) -> Span | None:
    """What a statement of a frame says, as a slice of the text; None where nothing but a quotation is said, or where
    its words do not stand alone."""
    span = _find_slice(context, frame, statement)
    return span if span is not None and _stands_alone(context, frame, statement, span) else None


def _stands_alone(context: Context, frame: Frame, statement: Statement, span: Span) -> bool:
    """Whether a slice can be read by itself: it is not cut behind a word that awaits another, as it may be within the
    sentence ("she could not accept that." ends well); before a verb of saying it is a clause."""
    inside = [at for at, unit in enumerate(frame.units) if span.start <= unit.span.start < span.end]
    kinds = [context.kind_of(frame, at) for at in inside]
    is_cut = any(frame.kind(at) != "mark" for at in range(inside[-1] + 1, len(frame.units)))
    if (is_cut and frame.word(inside[-1]) in _AWAITING) or _tells_nothing(kinds):
        return False
    is_before = statement.kind != "according" and span.end <= statement.cue.start and any(kinds)
    if not is_before or kinds[0] != "SCONJ":
        return not is_before or bool(VERBAL & set(kinds))
    # "If it rains, the match is off": the main clause is said as well.
    comma = next((at for at in inside if frame.word(at) == "," or frame.kind(at) == "quotation"), inside[-1])
    return (
        bool(VERBAL & {context.kind_of(frame, at) for at in inside if at > comma}) or frame.kind(comma) == "quotation"
    )


def _tells_nothing(kinds: Sequence[str]) -> bool:
    """Whether words end with an auxiliary that what stands before them completes: "where they said | it would be"."""
    return kinds[-1:] == ["AUX"] and set(kinds) <= {"ADV", "AUX", "DET", "PART", "PRON", "SCONJ", "PUNCT", ""}


def _find_slice(context: Context, frame: Frame, statement: Statement) -> Span | None:
    """What is said, whether or not it stands alone."""
    if _is_aside(frame, statement) or _is_set_in(context, frame, statement):
        return None
    end = find_end(context, frame, statement)
    first = find_start(context, frame, statement, end)
    first = first if first is not None and first < end else None
    after = _slice(frame, first, end) if first is not None else None
    before = _slice(frame, _behind_lead(context, frame), _before_speaker(context, frame, statement))
    if statement.kind == "according":
        return _accounted(context, frame, statement, before, after)
    if statement.is_inverted:
        quoted = [i for i in range(statement.first) if frame.kind(i) == "quotation"]
        if any(frame.word(i - 1) == ":" for i in quoted if i):
            # "Others were kinder: “...”, wrote Roe": the words before the colon are the text's own.
            return None
        return before or (None if quoted else after)
    if before and (_adds(context, frame, statement) or _only_sets(context, frame, statement, first)):
        return before
    if after is not None:
        return after
    # In "Writing for all, Roe said: “...”" the words before the name are not what is said.
    is_quoted = any(frame.kind(i) == "quotation" for i in range(statement.last + 1, end))
    is_before = frame.word(statement.first - 1) == "," or frame.kind(statement.first - 1) == "quotation"
    # In "On Monday, Roe said in Lima: ..." they are but a time.
    kinds = _kinds_before(context, frame, statement)
    is_setting = kinds[:1] == ["ADP"] and not VERBAL & set(kinds)
    return before if is_before and not (is_quoted or is_setting) else None


def _behind_lead(context: Context, frame: Frame) -> int:
    """The index of the first word behind the head of a dispatch, which nobody says: "GENEVA, March 3, 2023 —"."""
    lead = find_lead(context.text, frame.span.start)
    if lead is None:
        return 0
    return next((i for i, unit in enumerate(frame.units) if unit.span.start >= lead.end), 0)


def _accounted(
    context: Context, frame: Frame, statement: Statement, before: Span | None, after: Span | None
) -> Span | None:
    """What is told "according to" somebody. Where that is set into the clause, no one slice says it; behind words of
    time or place with which the sentence begins, the clause follows."""
    if statement.first <= 1 or before is None or frame.word(statement.first - 1) == ";":
        return after
    is_set_in = frame.word(statement.first - 1) == "," and frame.word(statement.last + 1) == "," and after is not None
    kinds = _kinds_before(context, frame, statement)
    if not is_set_in or not any(kinds) or VERBAL & set(kinds):
        return before
    return after if kinds[0] in ("ADP", "SCONJ") else None


def _adds(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether what is said stands before: "the crossing was hard, Roe said, adding ..."; not "if so, Roe said, parking
    will be free"."""
    last = statement.last
    kinds = _kinds_before(context, frame, statement)
    is_clause = bool(VERBAL & set(kinds)) and kinds[0] != "SCONJ"
    return (
        is_clause
        and frame.word(statement.first - 1) == ","
        and frame.word(last + 1) == ","
        and frame.word(last + 2).endswith("ing")
    )


def _only_sets(context: Context, frame: Frame, statement: Statement, first: int | None) -> bool:
    """Whether what is said stands before, and behind the verb only when or where it was said: "the port will open, Roe
    said on Monday after a meeting"."""
    trees, verb = context.trees, context.trees.starting_at(statement.cue.start)
    if verb is None or first is None or statement.is_participle:
        return False
    said = trees.having(verb, "ccomp", "xcomp") or [trees.head(verb)] * (trees.relation(verb) == "parataxis")
    is_told = max(said, default=verb) < verb and frame.word(statement.first - 1) == ","
    is_setting = frame.word(first) in group("setting") or context.kind_of(frame, first) in ("ADP", "SCONJ")
    return is_told and is_setting and frame.word(first - 1) != "that"


def _before_speaker(context: Context, frame: Frame, statement: Statement) -> int:
    """The index where the clause of the speaker begins: an office in commas before the name, "as"."""
    trees, verb = context.trees, context.trees.starting_at(statement.cue.start)
    if verb is None or statement.kind == "according":
        return statement.first
    own = [
        word for top in trees.having(verb, "nsubj", "mark") for word in (top, *trees.descendants(top)) if word < verb
    ]
    starts = [trees.start(min(own))] if own else []
    if frame.word(statement.first - 1) == "," and (
        office := context.roles.get(frame.units[statement.first - 2].span.end)
    ):
        starts.append(office.start)
    first = min((frame.index_from(start) for start in starts), default=statement.first)
    first -= frame.word(first - 1) in group("determiners")
    is_near = max(1, statement.first - _LONGEST_OFFICE) <= first < statement.first
    return first if is_near and frame.word(first - 1) in (",", ";") else statement.first


def _kinds_before(context: Context, frame: Frame, statement: Statement) -> list[str]:
    """What the words before a statement are by the parse; empty ones without it."""
    return [context.kind_of(frame, i) for i in range(statement.first)]


def _is_aside(frame: Frame, statement: Statement) -> bool:
    """Whether the statement is set into what is said: "it is, as officials noted, new". No one slice says that."""
    before = statement.first - 1
    return before > 0 and frame.word(before) == "as" and frame.word(statement.last + 1) == ","


def _is_set_in(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether it parts a subject from its verb: "workers, the union said, lost their jobs". No one slice says that."""
    trees, verb = context.trees, context.trees.starting_at(statement.cue.start)
    if verb is None or frame.word(statement.first - 1) != "," or frame.word(statement.last + 1) != ",":
        return False
    over = [trees.head(verb)] if trees.relation(verb) == "parataxis" else []
    said = [clause for clause in (*over, *trees.having(verb, "ccomp")) if clause > verb]
    return any(subject < verb for clause in said for subject in trees.subjects_of(clause))


def _slice(frame: Frame, first: int, end: int) -> Span | None:
    """The span of some units without marks at either end; None where they are nothing but quotations and
    what stands beside them: "“...”, while addressing the press"."""
    while first < end and frame.word(first) in (",", ":", ";", "-", "–", "—", "."):
        first += 1
    if end > first and frame.word(end - 1) == "as":
        end -= 1
    while end > first and frame.kind(end - 1) == "mark" and frame.word(end - 1) not in (")", "%", "]"):
        end -= 1
    is_quoted = frame.reads(first, QUOTATION, ",") and frame.word(first + 2) not in ("and", "but")
    if is_quoted or (frame.word(first) in ("and", "or", "but") and first > 0):
        return None
    words = sum(frame.kind(i) in ("word", "name") for i in range(first, end))
    if words < LEAST:
        return None
    return Span(frame.units[first].span.start, frame.units[end - 1].span.end)


def find_claims(hearing: Hearing) -> tuple[Claim, ...]:
    """All claims of the body in order, at most one for each sentence. What is only quoted is no claim."""
    context = hearing.context
    hedge = hedge_pattern()
    claims = []
    for speech in hearing.speeches:
        claim = _claim(context, speech, hedge) if not speech.frame.stands_alone else None
        if claim:
            claims.append(claim)
    return tuple(claims)


def hedge_pattern() -> re.Pattern[str]:
    """Any of the hedges as whole words."""
    phrases = sorted(group("hedges"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)


def _claim(context: Context, speech: Speech, hedge: re.Pattern[str]) -> Claim | None:
    """The claim of one frame, if it makes one: by its main verb of saying, else by one of the same speaker behind it.

    "Roe said no, adding that the port was closed": that is what she added.
    """
    voice = _main_voice(context, speech)
    if voice is None:
        return _reported(context, speech, hedge)
    if voice.statement.kind in (SIGNED, UNTOLD):
        return None
    later = [other for other in speech.voices if other.statement.is_participle and other.entity == voice.entity]
    for other in (voice, *later):
        statement = other.statement
        if statement.cue.of(context.text) in group("questions") or _is_own(speech.frame, statement):
            return None
        span = find_content(context, speech.frame, statement)
        if span is not None:
            return _claim_of(context, speech, other, span, hedge)
    return None


def _claim_of(context: Context, speech: Speech, voice: Voice, span: Span, hedge: re.Pattern[str]) -> Claim:
    """What a voice is said to have said by its verb."""
    statement = voice.statement
    return Claim(
        _sentence(context, statement.cue),
        span,
        voice.entity,
        statement.subject.span if statement.subject else None,
        statement.cue,
        voice.via,
        _hedges(context, speech.frame, hedge, span),
        act=act_of(statement.cue.of(context.text)),
        rule=voice.rule,
    )


def _is_own(frame: Frame, statement: Statement) -> bool:
    """Whether the text itself speaks, as in an interview: "I told you that", "as you say"."""
    subject = statement.subject
    word = frame.word(subject.last).replace("’", "'").partition("'")[0] if subject else ""
    return word in group("speakers-of-the-text")


def _main_voice(context: Context, speech: Speech) -> Voice | None:
    """The voice of the whole sentence: one that ends it (", Smith said"), or whose account the rest is (", according to
    prosecutors, but"), before the first one in it."""
    if not speech.voices:
        return None
    account = next((voice for voice in speech.voices[1:] if voice.statement.kind == "according"), None)
    if account and speech.frame.word(account.statement.first - 1) == ",":
        return account
    last = speech.voices[-1]
    closing = [i for i in range(last.statement.last + 1, len(speech.frame.units)) if speech.frame.word(i) != "."]
    before = speech.frame.word(last.statement.first - 1)
    return last if not closing and before == "," and not last.statement.is_participle else speech.voices[0]


def _reported(context: Context, speech: Speech, hedge: re.Pattern[str]) -> Claim | None:
    """The claim of a sentence that only a medium reports: it has no claimant."""
    media = speech.told.medium
    if media is None:
        return None
    span = find_content(context, speech.frame, media)
    if span is None:
        return None
    hedges = _hedges(context, speech.frame, hedge, span)
    act = act_of(media.cue.of(context.text))
    return Claim(
        _sentence(context, media.cue), span, None, None, media.cue, speech.told.via, hedges, act=act, rule=media.rule
    )


def _hedges(context: Context, frame: Frame, hedge: re.Pattern[str], span: Span) -> tuple[Span, ...]:
    """The hedges of the frame outside quotations; the month of May is none."""
    text = context.text
    quoted = [unit.span for unit in frame.units if unit.kind == "quotation"]
    names = [unit.span for unit in frame.units if unit.kind == "name"]
    found = [Span(*match.span()) for match in hedge.finditer(text, frame.span.start, frame.span.end)]
    covered = quoted + names
    return tuple(s for s in found if s.of(text) != "May" and not any(c.overlaps(s) for c in covered))


def _sentence(context: Context, cue: Span) -> int:
    """The index of the sentence in which the verb stands."""
    return context.sentences.index_by(cue.start)
