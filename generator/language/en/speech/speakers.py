"""Who speaks, followed from sentence to sentence: "he added" is whoever spoke last, not the name that stands nearest.

A pronoun is resolved only to the speaker of the running statement, in the same paragraph or the one before, or else to
the one person whom its paragraph has named. A release speaks for the body that released it. All else stays open.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.language.en.persons import FORMS, resolve_pronoun
from generator.language.en.speech.cues import find_cue
from generator.language.en.speech.statements import Statement, Told, find_statements, leading_name
from generator.language.en.speech.words import group
from generator.language.frames import Article, Frame, read_frames
from generator.model import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement with the one who makes it."""

    statement: Statement
    entity: str | None
    """`LocalEntity.id`; None: not determined."""
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """What one frame tells of speaking, with those who speak."""

    frame: Frame
    told: Told
    voices: tuple[Voice, ...]


@dataclass
class _Running:
    """What was said last, while reading on."""

    entity: str | None = None
    paragraph: int = -9
    is_known: bool = False
    """Whether anybody spoke in this paragraph or the one before, known or not."""
    via: str | None = None
    via_paragraph: int = -9
    release: str | None = None
    """Who put out the press release that is being told."""
    pronouns: dict[str, str] = field(default_factory=dict)
    """The pronoun that was used for a person so far."""
    named: dict[int, list[str]] = field(default_factory=dict)
    """The persons named so far, by paragraph; only the last two are kept."""


def follow_speech(article: Article) -> Iterator[Speech]:
    """The statements of all frames with their speakers, in order. Linear in the number of tokens."""
    running = _Running()
    for frame in read_frames(article):
        told = _with_cue(article, frame, find_statements(article, frame))
        voices = []
        for statement in told.statements:
            entity = _speaker(article, frame, statement, running)
            via = told.via or _carried_via(frame, entity, running)
            voices.append(Voice(statement, entity, via))
            _remember(article, frame, voices[-1], running)
        if not told.statements:
            _interrupt(article, frame, running)
        if told.via:
            running.via, running.via_paragraph = told.via, frame.paragraph
        _note_names(article, frame, running)
        yield Speech(frame, told, tuple(voices))


def _with_cue(article: Article, frame: Frame, told: Told) -> Told:
    """What a frame tells, with the cue of a quotation for which no reporting verb speaks."""
    if told.statements or frame.stands_alone:
        return told
    cue = find_cue(article, frame)
    return replace(told, statements=(cue,)) if cue else told


def _speaker(article: Article, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """The entity that makes a statement; None where it is not determined."""
    subject = statement.subject
    if subject is None:
        return None
    if subject.kind == "name":
        return subject.entity
    if subject.kind in ("person", "thing"):
        return _resolve_pronoun(article, frame, statement, running)
    words = subject.span.of(article.document.text).lower().split()
    if words[-1] in group("documents") and words[0] in ("the", "its", "this"):
        return running.release
    return _holder(article, subject.span, words)


def _holder(article: Article, span: Span, words: list[str]) -> str | None:
    """The one person named so far whose role has all the words of "the foreign minister"; else None."""
    if words[0] != "the" or len(words) < 2:
        return None
    people = set(article.offices.get(words[-1], ()))
    for word in words[1:-1]:
        people &= article.offices.get(word, frozenset())
    holder = next(iter(people)) if len(people) == 1 else None
    before = bisect_left(article.unquoted, span.start, key=lambda mention: mention.span.start)
    return holder if any(mention.entity == holder for mention in article.unquoted[:before]) else None


def _resolve_pronoun(article: Article, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """Whom he, she or it stands for."""
    subject = statement.subject
    assert subject is not None
    word = subject.span.of(article.document.text).lower()
    pronoun = FORMS.get(word, word)
    near = frame.paragraph - running.paragraph <= 1 and running.is_known
    leading = _leading_to_words(article, frame, statement)
    if leading and pronoun != "it" and _is_called(article, running, leading, pronoun):
        return leading
    if near:
        entity = running.entity
        fits = entity is not None and (article.types.get(entity) == "Person") == (pronoun != "it")
        if fits and _is_called(article, running, entity, pronoun):
            return entity
    if pronoun == "it":
        return None
    one = resolve_pronoun(article.document.text, subject.span, article.sentences, article.unquoted, article.called)
    if one is None and not near:
        named = _persons_before(article, frame, statement, running) or running.named.get(frame.paragraph - 1, [])
        one = named[0] if len(set(named)) == 1 else None
    return one if _is_called(article, running, one, pronoun) else None


def _leading_to_words(article: Article, frame: Frame, statement: Statement) -> str | None:
    """The only person named before the colon that leads to the words beside a statement, where he or she is the subject
    there: "Roe was sad: “...,” she said", not "The mayor saw Roe: “...,” she said"."""
    colons = [i for i in range(statement.first) if frame.word(i) == ":" and frame.kind(i + 1) == "quotation"]
    mentions = (token.mention for token in frame.tokens[: colons[-1] if colons else 0])
    named = [mention for mention in mentions if mention and mention.type == "Person"]
    top = article.trees.top(article.trees.inside(named[0].span)) if len(named) == 1 else None
    if top is None:
        return None
    over = article.trees.head(top) if article.trees.relation(top) == "appos" else top
    return named[0].entity if article.trees.relation(over) in ("nsubj", "nsubj:pass") else None


def _is_called(article: Article, running: _Running, entity: str | None, pronoun: str) -> bool:
    """Whether a pronoun may stand for an entity by all that is known."""
    used, known = running.pronouns.get(entity or ""), article.called.get(entity or "")
    return used in (None, pronoun) and known in (None, FORMS.get(pronoun))


def _persons_before(article: Article, frame: Frame, statement: Statement, running: _Running) -> list[str]:
    """The persons named in the paragraph before the statement."""
    inside = [t.mention for t in frame.tokens[: statement.first] if t.mention]
    return running.named.get(frame.paragraph, []) + [m.entity for m in inside if m.type == "Person"]


def _carried_via(frame: Frame, entity: str | None, running: _Running) -> str | None:
    """The medium that reported what the same speaker said just before, in the same paragraph."""
    same = entity is not None and entity == running.entity and running.via_paragraph == frame.paragraph
    return running.via if same else None


def _remember(article: Article, frame: Frame, voice: Voice, running: _Running) -> None:
    """Take a statement as the running one."""
    if voice.entity != running.entity:
        running.via = None
    running.entity, running.paragraph, running.is_known = voice.entity, frame.paragraph, True
    subject = voice.statement.subject
    if voice.entity and subject and subject.kind == "person":
        word = subject.span.of(article.document.text).lower()
        running.pronouns[voice.entity] = FORMS.get(word, word)
    if _names_release(frame, voice.statement) and subject and subject.kind == "name":
        running.release = voice.entity


def _names_release(frame: Frame, statement: Statement) -> bool:
    """Whether the statement is made "in a press release", "in a statement"."""
    documents = group("documents")
    words = [frame.word(i) for i in range(statement.last + 1, statement.last + 8)]
    return any(word in documents for word in words) and words[0] in ("in", "through", "via", "by", "on")


def _interrupt(article: Article, frame: Frame, running: _Running) -> None:
    """A sentence about another person ends the running statement: "he" may now be either."""
    leading = leading_name(article, frame)
    if leading and leading.entity != running.entity and article.types.get(leading.entity or "") == "Person":
        running.entity = None


def _note_names(article: Article, frame: Frame, running: _Running) -> None:
    """Remember the persons whom a frame names outside quotations."""
    kept = {p: names for p, names in running.named.items() if p >= frame.paragraph - 1}
    found = [t.mention.entity for t in frame.tokens if t.mention and t.mention.type == "Person"]
    # Two are enough to know that there is not one.
    kept[frame.paragraph] = list(dict.fromkeys([*kept.get(frame.paragraph, []), *found]))[:2]
    running.named = kept
