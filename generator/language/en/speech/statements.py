"""Sentence by sentence, where the text says that somebody says something: the cue and its subject.

`CUES` are the ways in which a cue has its subject; the first that gives one is right.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.language.en.speech.cues import Cue, Statement, quoting_at, read_cue
from generator.language.en.speech.parse import agreed
from generator.language.en.speech.subjects import Subject, subject_after, subject_before
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import first_words, group
from generator.language.frames import WORD, Context, Frame
from generator.model import Span
from generator.text.rules import Chain, Rule

Find = Callable[[Context, Frame, Cue, Statement | None], Statement | None]
_LEADING = 12
"""Units within which the name stands with which a frame begins."""


def read_statements(
    context: Context, frame: Frame, is_refused: Callable[[Context, Frame, Statement], bool]
) -> list[Statement]:
    """The statements of a frame, in order, without those that are refused."""
    found: list[Statement] = []
    openings = first_words()
    for at in (index for index, word in enumerate(frame.words) if word in openings):
        cue = read_cue(frame, at)
        statement = _state(context, frame, cue, found[-1] if found else None) if cue else None
        if statement and not is_refused(context, frame, statement):
            found.append(statement)
    return found


def _state(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    for rule in CUES:
        statement = rule.find(context, frame, cue, previous)
        if statement:
            return replace(statement, rule=rule.name)
    return None


def according(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """By whose account it is."""
    if cue.form != "account":
        return None
    subject = _object_pronoun(frame, cue.last + 1) or subject_after(context, frame, cue.last + 1)
    return Statement(cue.span, "according", subject, True, cue.at, subject.last if subject else cue.last)


def _object_pronoun(frame: Frame, at: int) -> Subject | None:
    """The "him" of "according to him, ..."; not the "her" of "her lawyer"."""
    if frame.word(at) not in ("him", "her") or frame.kind(at + 1) in ("word", "name"):
        return None
    return Subject(frame.units[at].span, "person", None, at, at)


def quoted_by_another(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """Whom a third one quotes."""
    at = quoting_at(frame, cue.at, cue.first) if cue.form == "quoting" else None
    quoted = subject_after(context, frame, at + 1) if at is not None else None
    return Statement(cue.span, cue.kind, quoted, False, cue.first, cue.last) if quoted else None


def quoted_as_saying(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """Who "was quoted" or "is on record"."""
    return _by_subject(context, frame, cue) if cue.form == "quoted" else None


def led_to_say(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """Whose other verb leads to one of saying."""
    return _by_subject(context, frame, cue) if cue.form == "led" else None


def named_participle(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """The name right before a participle that goes on with no other verb."""
    if not _may_participate(cue) or _follows_clause(frame, cue.at):
        return None
    subject = subject_before(context, frame, cue.at - 1) if cue.at else None
    is_own = subject is not None and subject.kind == "name" and frame.kind(cue.at - 1) == "name"
    return Statement(cue.span, cue.kind, subject, False, subject.first, cue.at) if is_own and subject else None


def same_speaker_saying(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """The one who spoke before in the sentence."""
    if not _may_participate(cue) or not _follows_clause(frame, cue.at):
        return None
    if previous is None or previous.kind == "according":
        return None
    return Statement(cue.span, cue.kind, previous.subject, False, cue.at, cue.at, is_participle=True)


def leading_name_saying(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """The name with which the sentence begins, where nobody spoke before."""
    if not _may_participate(cue) or not _follows_clause(frame, cue.at):
        return None
    leading = leading_name(context, frame)
    return Statement(cue.span, cue.kind, leading, False, cue.at, cue.at, is_participle=True) if leading else None


def verb_before_speaker(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """The subject behind a verb."""
    if cue.form != "verb" or not _may_stand_first(frame, cue):
        return None
    after = subject_after(context, frame, cue.last + 1)
    if after is None or not _stands_behind(context, frame, cue, after):
        return None
    return Statement(cue.span, cue.kind, after, True, cue.first, after.last)


def speaker_before_verb(context: Context, frame: Frame, cue: Cue, previous: Statement | None) -> Statement | None:
    """The subject in front of a verb."""
    return _by_subject(context, frame, cue) if cue.form == "verb" else None


def _by_subject(context: Context, frame: Frame, cue: Cue) -> Statement | None:
    """The statement of the subject in front of a verb."""
    before = subject_before(context, frame, cue.first - 1) if cue.first else None
    before = agreed(context, frame, before, cue.span, cue.first) if before else None
    if before is None or frame.word(before.first - 1) in group("conditions") | {"what"}:
        return None
    if not _may_be_its_verb(frame, cue, before):
        return None
    return Statement(cue.span, cue.kind, before, False, before.first, cue.last)


def _may_be_its_verb(frame: Frame, cue: Cue, subject: Subject) -> bool:
    """Whether the form of a verb goes with a subject: "they claim" but neither "the people's claim" nor "she claim"."""
    assert cue.verb is not None
    if cue.verb.is_noun and subject.kind not in ("name", "person"):
        return False
    return not cue.verb.is_base or cue.form == "led" or _is_plural(frame, subject)


def _is_plural(frame: Frame, subject: Subject) -> bool:
    """Whether "say" may follow the subject."""
    if subject.kind != "noun":
        return False
    word = frame.word(subject.last)
    return word.endswith("s") or word in group("plural-nouns") or word in group("others")


_GOVERNING = frozenset({"against", "for", "of", "on", "to", "with"})
"""Prepositions at the end of a verb, behind which its object stands: "“...” calls for an increase"."""


def _may_stand_first(frame: Frame, cue: Cue) -> bool:
    """Whether a verb may stand before its subject: alone, behind a comma, quoted words or nothing."""
    if cue.first != cue.at or cue.kind == "tell" or frame.word(cue.last) in _GOVERNING:
        return False
    is_apart = cue.first == 0 or frame.word(cue.first - 1) == "," or frame.kind(cue.first - 1) == "quotation"
    return is_apart and (frame.kind(cue.last + 1) == "name" or frame.word(cue.last + 1) not in ("that", "it", ""))


def _stands_behind(context: Context, frame: Frame, cue: Cue, after: Subject) -> bool:
    """Whether the words behind a verb are its subject: ", said Smith", ", reported Reuters"."""
    before, behind = cue.first - 1, after.last + 1
    if after.kind in ("person", "thing"):
        return frame.kind(before) == "quotation" or frame.word(behind) in ("", ".", ",")
    is_quoted = frame.kind(before) == "quotation" or frame.kind(before - 1) == "quotation"
    # "Roe, his wife, said Smith “worked hard”": the name goes on into the quotation.
    ends = behind >= len(frame.units) or frame.kind(behind) == "mark"
    if after.kind != "noun" or is_quoted:
        return ends or is_quoted or frame.word(behind) in group("setting")
    # "Smith, the mayor, said the toll rose." has its subject before the verb.
    is_plain = ends and frame.reads(before, ",", ("said", "says"))
    return is_plain and subject_before(context, frame, before) is None


def _may_participate(cue: Cue) -> bool:
    """Whether a cue is a participle that is no noun as well."""
    return cue.form == "participle" and cue.verb is not None and not cue.verb.is_noun


def _follows_clause(frame: Frame, at: int) -> bool:
    """Whether a participle goes on with a clause before it."""
    return at > 0 and (frame.word(at - 1) == "," or frame.word(at - 1) in group("before-participles"))


def leading_name(context: Context, frame: Frame) -> Subject | None:
    """The name with which a frame begins, its titles aside, if a verb seems to follow."""
    for at in range(min(_LEADING, len(frame.units))):
        mention = frame.mention(at)
        if mention and mention.type in ("Person", "Organization"):
            if not frame.reads(at + 1, WORD) or frame.units[at + 1].is_capitalized or frame.word(at + 1) == "and":
                continue
            if context.kind_of(frame, at + 1) in ("NOUN", "PROPN", "ADJ"):
                # "The Roe campaign": the name only tells whose it is.
                return None
            subject = subject_before(context, frame, at)
            return subject if subject and subject.kind == "name" and subject.first == 0 else None
        if frame.kind(at) == "quotation" or (frame.kind(at) == "mark" and frame.word(at) != "."):
            return None
    return None


def try_cue(rule: Rule[Find], text: str) -> Iterator[Span]:
    """Who speaks by a rule in a text of one paragraph or several, in the words that name him; else its cue."""
    context, frames = read_frames_of(text)
    for frame in frames:
        for statement in read_statements(context, frame, lambda *_: False):
            if statement.rule == rule.name:
                yield statement.subject.span if statement.subject else statement.cue


CUES: Chain[Find] = Chain(
    "speech: cues",
    (
        Rule(
            "according to",
            according,
            (
                "According to |Jane Roe|, the bridge was safe.",
                "The bridge was safe, according to |the harbor board|.",
                "As per |Jane Roe|, the bridge was safe.",
                "In the words of |Jane Roe|, “nobody knew what to do”.",
                "Jane Roe said no. According to |her|, the bridge was safe.",
                "According to |her lawyer|, the bridge was safe.",
            ),
            ("Jane Roe said in few words that the bridge was safe.",),
        ),
        Rule(
            "quoted by another",
            quoted_by_another,
            (
                "The paper quoted |Jane Roe| as saying that the port was closed.",
                "Reuters also cited |Jane Roe| as saying “we will go there”.",
                "Reuters quoted |Jane Roe|, formerly the deputy head of the port, as saying “it is closed”.",
            ),
            (
                "Jane Roe was quoted as saying that the port was closed.",
                "Jane Roe is on record as saying that the port was closed.",
            ),
        ),
        Rule(
            "quoted as saying",
            quoted_as_saying,
            (
                "|Jane Roe| was later quoted as saying that the port was closed.",
                "|Jane Roe| is on record as saying that the port was closed.",
                "|Jane Roe| has gone on record as saying that the port was closed.",
            ),
            (
                "The paper quoted Jane Roe as saying that the port was closed.",
                "Jane Roe came in as saying no was hard.",
            ),
        ),
        Rule(
            "led to say",
            led_to_say,
            (
                "|Jane Roe| went on to say that the port was closed.",
                "|Jane Roe| came out to say that the port was closed.",
                "|Jane Roe| took to the radio to say that the port was closed.",
            ),
            (
                "Jane Roe did not go on to say that the port was closed.",
                "Jane Roe took the bus to say that the port was closed.",
                "Jane Roe refused to say that the port was closed.",
                "Jane Roe said that the port was closed.",
            ),
        ),
        Rule(
            "a name that is saying",
            named_participle,
            ("In a letter to the board |Jane Roe| saying no was read.",),
            (
                "Jane Roe left, saying that the port was closed.",
                "In a letter to the board the mayor saying that the port was closed.",
            ),
        ),
        Rule(
            "the same one, saying",
            same_speaker_saying,
            ("|Jane Roe| said no, adding that the port was closed.",),
            (
                "Jane Roe left, adding that the port was closed.",
                "According to Jane Roe, the talks failed, adding to the costs.",
            ),
        ),
        Rule(
            "the one in front, saying",
            leading_name_saying,
            ("|Jane Roe| left the hall, adding that the port was closed.",),
            (
                "The mayor left the hall, adding that the port was closed.",
                "The Jane Roe campaign began, saying that the port was closed.",
                "Jane Roe said no, adding that the port was closed.",
            ),
        ),
        Rule(
            "verb before the speaker",
            verb_before_speaker,
            (
                "“We will go,” said |Jane Roe|.",
                "“We will go,” added |the mayor|.",
                "The port was closed, said |Jane Roe| in May.",
                "The port was closed, said |the mayor|.",
                "“We will go,” said |she|.",
            ),
            (
                "Jane Roe, the mayor, said the toll rose.",
                "Jane Roe said that the toll rose.",
                "Jane Roe has said Max Poe left.",
                "Maria Lopez, his wife, said John Smith “worked until his last breath”.",
            ),
        ),
        Rule(
            "speaker before the verb",
            speaker_before_verb,
            (
                "|Jane Roe| said that the port was closed.",
                "“We will go,” |Jane Roe| has also said.",
                "|Jane Roe|, however, said: “We will go.”",
                "|She| said that the port was closed.",
                "|Officials| say that rents will rise.",
                "|She| claims that the port was closed.",
            ),
            (
                "Jane Roe was told that the port was closed.",
                "Jane Roe will say that the port was closed.",
                "If Jane Roe said so much, it is true.",
                "The people's claims that the port was closed are old.",
                "Let Jane Roe say what the mayor say.",
                "They continued to work.",
                "It was what Jane Roe called for.",
            ),
        ),
    ),
    try_cue,
)
