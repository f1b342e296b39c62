"""Who speaks, followed from sentence to sentence: "he added" is whoever spoke last, not the name that stands nearest.

A pronoun is resolved only to the speaker of the running statement, in the same paragraph or the one before, or else to
the one person whom its paragraph has named. A release speaks for the body that released it. All else stays open.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from generator.language.en.persons import FORMS, classify_person, resolve_pronoun
from generator.language.en.speech.cues import Statement, Told, find_untold
from generator.language.en.speech.refusals import find_statements
from generator.language.en.speech.statements import leading_name
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import group
from generator.language.frames import QUOTATION, Context, Frame, read_frames
from generator.model import Span
from generator.text.rules import Chain, Rule, rules_of_list


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement with the one who makes it."""

    statement: Statement
    entity: str | None
    """`LocalEntity.id`; None: not determined."""
    via: str | None = None
    speaker_rule: str = ""
    """The rule by which the subject stands for the entity; empty where nobody is determined."""

    @property
    def rule(self) -> str:
        """The rule that found the words, and the one that tells whom they mean; a name needs none."""
        rules = (self.statement.rule, "" if self.speaker_rule == NAMED else self.speaker_rule)
        return "; ".join(rule for rule in rules if rule)


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


Find = Callable[[Context, Frame, Statement, _Running], str | None]
NAMED = "a name"
"""The rule by which a name stands for whom it names."""


def follow_speech(context: Context) -> Iterator[Speech]:
    """The statements of all frames with their speakers, in order. Linear in the number of units."""
    running = _Running()
    for frame in read_frames(context):
        told = _with_cue(context, frame, find_statements(context, frame))
        voices = []
        for statement in told.statements:
            entity, rule = _speaker(context, frame, statement, running)
            via = told.via or _carried_via(frame, entity, running)
            voices.append(Voice(statement, entity, via, rule))
            _remember(context, frame, voices[-1], running)
        if not told.statements:
            _interrupt(context, frame, running)
        if told.via:
            running.via, running.via_paragraph = told.via, frame.paragraph
        _note_names(context, frame, running)
        yield Speech(frame, told, tuple(voices))


def _with_cue(context: Context, frame: Frame, told: Told) -> Told:
    """What a frame tells, with the cue of a quotation for which no reporting verb speaks."""
    if told.statements or frame.stands_alone:
        return told
    cue = find_untold(context, frame)
    return replace(told, statements=(cue,)) if cue else told


def _speaker(context: Context, frame: Frame, statement: Statement, running: _Running) -> tuple[str | None, str]:
    """The entity that makes a statement, with the rule that tells; None where it is not determined."""
    for rule in SPEAKERS if statement.subject else ():
        entity = rule.find(context, frame, statement, running)
        if entity:
            return entity, rule.name
    return None, ""


def named(context: Context, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """Whom a name names."""
    subject = statement.subject
    return subject.entity if subject and subject.kind == "name" else None


def _words_of(context: Context, statement: Statement) -> list[str]:
    """The words of a subject that is a common noun, in lower case; none for others."""
    subject = statement.subject
    return subject.span.of(context.text).lower().split() if subject and subject.kind == "noun" else []


def _is_document(words: list[str]) -> bool:
    """Whether words mean a document that was named before: "the release"."""
    return bool(words) and words[-1] in group("documents") and words[0] in group("sealed")


def releasing(context: Context, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """Who put out the document that is said to tell it."""
    return running.release if _is_document(_words_of(context, statement)) else None


def holding_office(context: Context, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """The one person named so far whose role has all the words of "the foreign minister"."""
    words, subject = _words_of(context, statement), statement.subject
    if subject is None or _is_document(words):
        return None
    return _holder(context, subject.span, words)


def _holder(context: Context, span: Span, words: list[str]) -> str | None:
    """Who was named before a span and alone has a role with all the words; "the government" is no person."""
    if len(words) < 2 or words[0] != "the" or classify_person(words[-1]) is None:
        return None
    people = set(context.offices.get(words[-1], ()))
    for word in words[1:-1]:
        people &= context.offices.get(word, frozenset())
    holder = next(iter(people)) if len(people) == 1 else None
    before = context.unquoted.starting_in(Span(0, span.start))
    return holder if any(mention.entity == holder for mention in before) else None


def _pronoun(context: Context, statement: Statement) -> str:
    """The pronoun that a subject is, in its first form; empty for other words."""
    subject = statement.subject
    if subject is None or subject.kind not in ("person", "thing"):
        return ""
    word = subject.span.of(context.text).lower()
    return FORMS.get(word, word)


def _is_near(frame: Frame, running: _Running) -> bool:
    """Whether anybody spoke in this paragraph or the one before."""
    return frame.paragraph - running.paragraph <= 1 and running.is_known


def leading_to_words(context: Context, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """The person before the colon that leads to the words."""
    pronoun = _pronoun(context, statement)
    leading = _leading_to_words(context, frame, statement) if pronoun not in ("", "it") else None
    return leading if leading and _is_called(context, running, leading, pronoun) else None


def still_speaking(context: Context, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """Who spoke last, here or in the paragraph before."""
    pronoun, entity = _pronoun(context, statement), running.entity
    if not pronoun or entity is None or not _is_near(frame, running):
        return None
    fits = (context.types.get(entity) == "Person") == (pronoun != "it")
    return entity if fits and _is_called(context, running, entity, pronoun) else None


def only_person(context: Context, frame: Frame, statement: Statement, running: _Running) -> str | None:
    """The one person whom the sentence before names; where nobody spoke, the only one of the paragraph."""
    pronoun, subject = _pronoun(context, statement), statement.subject
    if subject is None or pronoun in ("", "it"):
        return None
    one = resolve_pronoun(context.text, subject.span, context.sentences, context.unquoted, context.called)
    if one is None and not _is_near(frame, running):
        named = _persons_before(context, frame, statement, running) or running.named.get(frame.paragraph - 1, [])
        one = named[0] if len(set(named)) == 1 else None
    return one if _is_called(context, running, one, pronoun) else None


def _leading_to_words(context: Context, frame: Frame, statement: Statement) -> str | None:
    """The only person named before the colon that leads to the words beside a statement, where he or she is the subject
    there: "Roe was sad: “...,” she said", not "The mayor saw Roe: “...,” she said"."""
    colons = [at for at in range(statement.first) if frame.reads(at, ":", QUOTATION)]
    mentions = (unit.mention for unit in frame.units[: colons[-1] if colons else 0])
    named = [mention for mention in mentions if mention and mention.type == "Person"]
    top = context.trees.top(context.trees.inside(named[0].span)) if len(named) == 1 else None
    if top is None:
        return None
    over = context.trees.head(top) if context.trees.relation(top) == "appos" else top
    return named[0].entity if context.trees.relation(over) in ("nsubj", "nsubj:pass") else None


def _is_called(context: Context, running: _Running, entity: str | None, pronoun: str) -> bool:
    """Whether a pronoun may stand for an entity by all that is known."""
    used, known = running.pronouns.get(entity or ""), context.called.get(entity or "")
    return used in (None, pronoun) and known in (None, FORMS.get(pronoun))


def _persons_before(context: Context, frame: Frame, statement: Statement, running: _Running) -> list[str]:
    """The persons named in the paragraph before the statement."""
    inside = [t.mention for t in frame.units[: statement.first] if t.mention]
    return running.named.get(frame.paragraph, []) + [m.entity for m in inside if m.type == "Person"]


def _carried_via(frame: Frame, entity: str | None, running: _Running) -> str | None:
    """The medium that reported what the same speaker said just before, in the same paragraph."""
    same = entity is not None and entity == running.entity and running.via_paragraph == frame.paragraph
    return running.via if same else None


def _remember(context: Context, frame: Frame, voice: Voice, running: _Running) -> None:
    """Take a statement as the running one."""
    if voice.entity != running.entity:
        running.via = None
    running.entity, running.paragraph, running.is_known = voice.entity, frame.paragraph, True
    subject = voice.statement.subject
    if voice.entity and subject and subject.kind == "person":
        word = subject.span.of(context.text).lower()
        running.pronouns[voice.entity] = FORMS.get(word, word)
    if _names_release(frame, voice.statement) and subject and subject.kind == "name":
        running.release = voice.entity


def _names_release(frame: Frame, statement: Statement) -> bool:
    """Whether the statement is made "in a press release", "in a statement"."""
    documents = group("documents")
    words = [frame.word(i) for i in range(statement.last + 1, statement.last + 8)]
    return any(word in documents for word in words) and words[0] in ("in", "through", "via", "by", "on")


def _interrupt(context: Context, frame: Frame, running: _Running) -> None:
    """A sentence about another person ends the running statement: "he" may now be either."""
    leading = leading_name(context, frame)
    if leading and leading.entity != running.entity and context.types.get(leading.entity or "") == "Person":
        running.entity = None


def _note_names(context: Context, frame: Frame, running: _Running) -> None:
    """Remember the persons whom a frame names outside quotations."""
    kept = {p: names for p, names in running.named.items() if p >= frame.paragraph - 1}
    found = [t.mention.entity for t in frame.units if t.mention and t.mention.type == "Person"]
    # Two are enough to know that there is not one.
    kept[frame.paragraph] = list(dict.fromkeys([*kept.get(frame.paragraph, []), *found]))[:2]
    running.named = kept


def try_speaker(rule: Rule[Find], text: str) -> Iterator[Span]:
    """The last name before each statement, or in it, of whom its subject means by a rule."""
    context, _ = read_frames_of(text)
    for speech in follow_speech(context):
        for voice in speech.voices:
            if voice.speaker_rule == rule.name and voice.statement.subject:
                before = context.mentions.starting_in(Span(0, voice.statement.subject.span.end))
                yield next(mention.span for mention in reversed(before) if mention.entity == voice.entity)


SPEAKERS: Chain[Find] = Chain(
    "speech: speakers",
    (
        Rule(NAMED, named, ("|Jane Roe| said no.",), ("The mayor said no.", "Jane Roe came late. She said no.")),
        Rule(
            "who put out the release",
            releasing,
            (
                "“We go,” the |Harbor Ministry| said in a press release.\n“We will pay for it all,” the release said.",
                "Rents will rise, the |Harbor Ministry| said in a statement. Max Poe will pay, its statement said.",
            ),
            (
                "Jane Roe spoke. “We will lead the talks,” the release said.",
                "“We go,” the Harbor Ministry said in a press release. “We pay,” a release said.",
            ),
        ),
        Rule(
            "who holds the office",
            holding_office,
            ("Foreign Minister |Maria Lopez| met the crowd. “We have time,” the foreign minister said.",),
            (
                "Foreign Minister Maria Lopez met Foreign Minister John Smith. “We go,” the foreign minister said.",
                "“We have time,” the foreign minister said. Foreign Minister Maria Lopez left.",
                "Foreign Minister Maria Lopez met the crowd. “We have time,” a foreign minister said.",
                "Government official Maria Lopez died. “We will mourn her,” the government said.",
            ),
        ),
        Rule(
            "who leads to the words",
            leading_to_words,
            ("Adil Farouk said no. |Morgan Hale| was sad: “We will not go there,” he said.",),
            (
                "Adil Farouk said no. He blamed Morgan Hale: “We will not go there,” he said.",
                "Adil Farouk said no. Morgan Hale was sad. “We will not go there,” he said.",
            ),
        ),
        Rule(
            "who spoke last",
            still_speaking,
            (
                "“We will go,” |Jane Roe| told the board.\n“It is late,” she added.",
                "|Jane Roe| said the talks with Max Poe had failed. “It is late,” she added.",
            ),
            (
                "Jane Roe said it was late.\nThe rain fell.\nIt was wet.\n“We go,” she said.",
                "John Smith said no. “We will go,” she added.",
                "The Harbor Board said no. “We will go,” he added.",
            ),
        ),
        Rule(
            "the only person named",
            only_person,
            (
                "|Jane Roe| came late. “We are tired now,” she said.",
                "|Jane Roe| came late.\n“We are tired now,” she said.",
            ),
            (
                "Adil Farouk met Morgan Hale. “We are tired now,” he said.",
                "The board came late. “We are tired now,” it said.",
            ),
        ),
    ),
    try_speaker,
)


def try_class(rule: Rule[str], text: str) -> Iterator[Span]:
    """The words that name who speaks in a text."""
    context, _ = read_frames_of(text)
    for speech in follow_speech(context):
        for voice in speech.voices:
            if voice.statement.subject:
                yield voice.statement.subject.span


GRAMMAR = Chain("speech: grammar", rules_of_list("reporting_grammar.txt"), try_class)
"""Classes of words, of which the steps of speech ask one or several at a time: they have no order, and no loop."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a document tells of speaking, frame by frame."""

    context: Context
    speeches: tuple[Speech, ...]


def listen(context: Context) -> Hearing:
    """A document heard once: quotations, claims and events all read from it. Linear in the length of the text."""
    return Hearing(context, tuple(follow_speech(context)))
