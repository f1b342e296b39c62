"""Where a frame says that somebody says something: the reporting verb, its subject, and the medium that reports it."""

from dataclasses import dataclass

from generator.language.en.polarity import is_sign
from generator.language.en.speech.agreement import agreed
from generator.language.en.speech.parse import is_speech, is_told
from generator.language.en.speech.subjects import Subject, subject_after, subject_before
from generator.language.en.speech.words import ReportingVerb, first_words, group, load_verbs
from generator.language.frames import Article, Frame
from generator.model import Span
from generator.text.wordlists import load_set

QUOTING = frozenset({"quoted", "cited", "record"})
"""What stands before "as saying"; "on record as saying" is said of oneself."""
QUOTED_REACH = 20
"""Tokens before "saying" within which "quoted" may stand: "quoted Roe, the former head of the port, as saying"."""
ACCOUNTS = (("according", "to"), ("as", "per"), ("in", "the", "words", "of"))
"""Cues that are no verb and stand before whose account it is."""
INTERJECTED = frozenset({"however", "meanwhile", "too", "though", "therefore", "also", "instead"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One reporting verb, or "according to", with its subject."""

    cue: Span
    kind: str
    """The verb's class in reporting_verbs.txt, or `according`."""
    subject: Subject | None
    is_inverted: bool
    """Whether the subject stands behind the verb."""
    first: int
    """Index of the first token of subject and verb together."""
    last: int
    """Index of the last one."""
    is_participle: bool = False
    """", saying that": its subject is that of the statement before it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one frame tells of speaking."""

    statements: tuple[Statement, ...]
    via: str | None = None
    """The medium that is said to report it."""
    medium: Statement | None = None
    """The statement that says so; the medium may be unnamed."""


def find_statements(article: Article, frame: Frame) -> Told:
    """All statements of a frame, in order; those of media apart."""
    found: list[Statement] = []
    openings = first_words()
    for at in (index for index, word in enumerate(frame.words) if word in openings):
        statement = _according(article, frame, at) or _statement(article, frame, at, found[-1] if found else None)
        if statement and _is_speech(article, frame, statement):
            found.append(statement)
    has_speaker = any(s.subject and s.kind not in ("according", "report") for s in found)
    flags = [_is_medium(article, frame, s, has_speaker) for s in found]
    media = [s for s, is_medium in zip(found, flags, strict=True) if is_medium]
    rest = tuple(s for s, is_medium in zip(found, flags, strict=True) if not is_medium)
    named = [name for s in media if (name := _medium_name(article, frame, s) or _organization(article, s))]
    named = named or _told_media(frame, rest)
    return Told(rest, named[0] if named else None, media[0] if media else None)


def _is_speech(article: Article, frame: Frame, statement: Statement) -> bool:
    """Whether it is speaking, and told as a fact."""
    if not is_speech(frame, statement.kind, statement.subject, statement.first, statement.last):
        return False
    return statement.kind == "according" or is_told(article, frame, statement.cue, statement.subject)


def _according(article: Article, frame: Frame, at: int) -> Statement | None:
    """A statement whose cue is "according to", "as per" or "in the words of"."""
    last = next((at + len(words) - 1 for words in ACCOUNTS if _reads(frame, at, words)), None)
    if last is None:
        return None
    subject = _object_pronoun(frame, last + 1) or subject_after(article, frame, last + 1)
    cue = Span(frame.tokens[at].span.start, frame.tokens[last].span.end)
    return Statement(cue, "according", subject, True, at, subject.last if subject else last)


def _object_pronoun(frame: Frame, at: int) -> Subject | None:
    """The "him" of "according to him, ..."; not the "her" of "her lawyer"."""
    if frame.word(at) not in ("him", "her") or frame.kind(at + 1) in ("word", "name"):
        return None
    return Subject(frame.tokens[at].span, "person", None, at, at)


def _reads(frame: Frame, at: int, words: tuple[str, ...]) -> bool:
    """Whether some words stand at an index."""
    return all(frame.word(at + number) == word for number, word in enumerate(words))


def _statement(article: Article, frame: Frame, at: int, previous: Statement | None) -> Statement | None:
    """The statement whose verb stands at an index."""
    verb, last = _verb_at(frame, at)
    if verb is None or frame.tokens[at].is_capital:
        return None
    if frame.word(at).startswith("continu") and frame.word(last + 1) == "to":
        return None
    parts = _verb_group(frame, at)
    if parts is None:
        return None
    first, is_quoted = parts
    cue = Span(frame.tokens[at].span.start, frame.tokens[last].span.end)
    quoting = _quoting_at(frame, at, first) if is_quoted else None
    if quoting is not None:
        quoted = subject_after(article, frame, quoting + 1)
        return Statement(cue, verb.kind, quoted, False, first, last) if quoted else None
    if frame.word(at).endswith("ing") and first == at and not is_quoted:
        return _participle(article, frame, at, cue, verb, previous)
    before = subject_before(article, frame, first - 1) if first else None
    before = agreed(article, frame, before, cue, first) if before else None
    if _is_inverted(article, frame, first, at, last, verb):
        after = subject_after(article, frame, last + 1)
        return Statement(cue, verb.kind, after, True, first, after.last if after else last)
    if before is None or (verb.is_noun and before.kind not in ("name", "person")):
        return None
    is_led = frame.word(at - 1) == "to" and first < at
    if frame.word(before.first - 1) in ("if", "whether", "unless", "what") or (
        verb.is_base and not is_led and not _is_plural(frame, before)
    ):
        return None
    return Statement(cue, verb.kind, before, False, before.first, last)


def _is_plural(frame: Frame, subject: Subject) -> bool:
    """Whether "say" may follow the subject."""
    if subject.kind != "noun":
        return False
    word = frame.word(subject.last)
    return word.endswith("s") or word in group("plural-nouns") or word in group("others")


def _verb_at(frame: Frame, at: int) -> tuple[ReportingVerb | None, int]:
    """The reporting verb that begins at an index, of one word or two, and the index of its last word."""
    verbs, word = load_verbs(), frame.word(at)
    pair = verbs.get(f"{word}_{frame.word(at + 1)}")
    return (pair, at + 1) if pair else (verbs.get(word), at)


def _verb_group(frame: Frame, at: int) -> tuple[int, bool] | None:
    """The index where the verb with its auxiliaries begins, and whether it is "quoted as saying".

    None where nobody says anything: "did not say", "will say", "to say", "was told".
    """
    first = at
    is_quoted = frame.word(at) == "saying" and frame.word(at - 1) == "as"
    if is_quoted:
        first = next((i for i in range(at - 2, max(-1, at - QUOTED_REACH), -1) if frame.word(i) in QUOTING), -1)
        if first < 0:
            return None
        first -= frame.word(first) == "record"
        first -= frame.word(first) == "on" and frame.word(first - 1) in group("goes-on")
    first = first if is_quoted else _led_to(frame, at)
    while first > 0:
        word = frame.word(first - 1)
        if is_sign(word) or word in group("before-infinitives"):
            return None
        if word in group("forms-of-be") and not is_quoted and not frame.word(at).endswith("ing"):
            return None
        is_part = word in group("auxiliaries") or word in group("forms-of-be") or _is_adverb(word)
        if not is_part and not _is_interjected(frame, first - 1):
            break
        first -= 3 if _is_interjected(frame, first - 1) else 1
    return max(first, 0), is_quoted


def _led_to(frame: Frame, at: int) -> int:
    """The index of the verb that leads to one of saying: "went on to say", "took to Facebook to say"; else its own."""
    if frame.word(at - 1) != "to":
        return at
    if frame.word(at - 2) == "on" and frame.word(at - 3) in group("goes-on"):
        return at - 3
    if frame.word(at - 2) in ("out", "forward") and frame.word(at - 3) in ("come", "comes", "came"):
        return at - 3
    for first in range(at - 3, max(-1, at - 9), -1):
        if frame.word(first) in ("took", "takes", "take") and frame.word(first + 1) == "to":
            return first
        if frame.kind(first) in ("mark", "quotation"):
            break
    return at


def _quoting_at(frame: Frame, saying: int, first: int) -> int | None:
    """The index of "quoted" in "the paper quoted Roe as saying"; None where Roe "was quoted as saying"."""
    at = next(i for i in range(saying - 2, first - 1, -1) if frame.word(i) in QUOTING)
    is_passive = frame.word(at) == "record" or any(frame.word(i) in group("forms-of-be") for i in range(first, at))
    return None if is_passive or frame.word(at + 1) == "as" else at


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in group("no-adverbs")


def _is_interjected(frame: Frame, at: int) -> bool:
    """Whether ", however," ends at an index."""
    return frame.word(at) == "," and frame.word(at - 1) in INTERJECTED and frame.word(at - 2) == ","


def _is_inverted(article: Article, frame: Frame, first: int, at: int, last: int, verb: ReportingVerb) -> bool:
    """Whether the subject stands behind the verb: ", said Smith", ", reported Reuters"."""
    before = frame.word(first - 1)
    if first != at or verb.kind == "tell" or (first > 0 and before != "," and frame.kind(first - 1) != "quotation"):
        return False
    if frame.kind(last + 1) != "name" and frame.word(last + 1) in ("that", "it", ""):
        return False
    after = subject_after(article, frame, last + 1)
    if after is None:
        return False
    if after.kind in ("person", "thing"):
        return frame.kind(first - 1) == "quotation" or frame.word(after.last + 1) in ("", ".", ",")
    quoted = first > 0 and (frame.kind(first - 1) == "quotation" or frame.kind(first - 2) == "quotation")
    # "Roe, his wife, said Smith “worked hard”": the name goes on into the quotation.
    ends = after.last + 1 >= len(frame.tokens) or frame.kind(after.last + 1) == "mark"
    goes_on = frame.word(after.last + 1) in group("setting")
    if after.kind == "noun" and not quoted:
        # "Smith, the mayor, said the toll rose." has its subject before the verb.
        plain = ends and before == "," and frame.word(at) in ("said", "says")
        return plain and subject_before(article, frame, first - 1) is None
    return ends or goes_on or quoted


def _participle(
    article: Article, frame: Frame, at: int, cue: Span, verb: ReportingVerb, previous: Statement | None
) -> Statement | None:
    """ ", saying that ...": the one who spoke before, or the name with which the frame begins."""
    if verb.is_noun:
        return None
    if frame.word(at - 1) not in (",", "and", "by", "while", "before", "after") or at == 0:
        subject = subject_before(article, frame, at - 1) if at else None
        is_own = subject is not None and subject.kind == "name" and frame.kind(at - 1) == "name"
        return Statement(cue, verb.kind, subject, False, subject.first, at) if is_own and subject else None
    if previous and previous.kind != "according":
        return Statement(cue, verb.kind, previous.subject, False, at, at, is_participle=True)
    leading = leading_name(article, frame)
    return Statement(cue, verb.kind, leading, False, at, at, is_participle=True) if leading else None


def leading_name(article: Article, frame: Frame) -> Subject | None:
    """The name with which a frame begins, its titles aside, if a verb seems to follow."""
    for at, token in enumerate(frame.tokens[:12]):
        if token.kind == "name" and token.mention and token.mention.type in ("Person", "Organization"):
            following = frame.tokens[at + 1] if at + 1 < len(frame.tokens) else None
            if following is None or following.kind != "word" or following.is_capital or frame.word(at + 1) == "and":
                continue
            if article.part_of_speech(following.span.start) in ("NOUN", "PROPN", "ADJ"):
                # "The Roe campaign": the name only tells whose it is.
                return None
            subject = subject_before(article, frame, at)
            return subject if subject and subject.kind == "name" and subject.first == 0 else None
        if token.kind in ("mark", "quotation") and token.text != ".":
            return None
    return None


def _is_medium(article: Article, frame: Frame, statement: Statement, has_speaker: bool) -> bool:
    """Whether the statement says that a medium reports, not that somebody speaks."""
    if statement.kind not in ("according", "report"):
        return False
    subject = statement.subject
    if subject is None or _medium_name(article, frame, statement):
        return True
    words = subject.span.of(article.document.text).lower().split()
    if subject.kind != "name" or subject.entity is None:
        return subject.kind == "noun" and words[-1] in ("report", "reports", "media", "newspaper", "agency")
    return has_speaker and article.types.get(subject.entity) == "Organization"


def _medium_name(article: Article, frame: Frame, statement: Statement) -> str | None:
    """The name of the medium in the subject of a statement; None where it has none."""
    if statement.subject is None:
        return None
    names = load_set("media_names.txt")
    for token in frame.tokens[statement.subject.first : statement.subject.last + 1]:
        if token.text in names:
            return token.text
    words = statement.subject.span.of(article.document.text).removeprefix("the ")
    is_cited = statement.kind == "report" and statement.is_inverted and statement.subject.kind == "name"
    is_person = article.types.get(statement.subject.entity or "") == "Person"
    return words if words in names or (is_cited and not is_person) else None


def _organization(article: Article, statement: Statement) -> str | None:
    """The name of an organization by whose account somebody else spoke."""
    subject = statement.subject
    return subject.span.of(article.document.text) if subject and subject.kind == "name" else None


def _told_media(frame: Frame, statements: tuple[Statement, ...]) -> list[str]:
    """The medium to which somebody spoke: "Smith told Reuters"."""
    names = load_set("media_names.txt")
    told = [frame.tokens[s.last + 1] for s in statements if s.kind == "tell" and s.last + 1 < len(frame.tokens)]
    return [token.text for token in told if token.text in names]
