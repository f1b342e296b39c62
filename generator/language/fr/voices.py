"""Who speaks in a French sentence: a verb of saying, and the one whom the words around it name; else nobody."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from generator.language.fr.verbs import PRONOUNS, Verb, find_verb, plain, words_of
from generator.language.frames import Context, Frame, read_context, read_frames
from generator.model import Block, Document, LocalEntity, Mention, Span
from generator.text.rules import Chain, Rule

FAR = 14
"""Tokens from a verb to the name of its subject, with its office between."""
CLAUSE = frozenset(
    {";", ":", "(", ")", ".", "?", "!", "et", "mais", "puis", "car", "que", "où", "dont", "qui", "tandis"}
)
"""Where the words of a subject before its verb begin at the latest."""
PREPOSITIONS = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "à",
        "au",
        "aux",
        "avec",
        "par",
        "contre",
        "dans",
        "chez",
        "sur",
        "sous",
        "devant",
        "vers",
        "en",
        "sans",
        "parmi",
        "après",
        "avant",
    ]
)


class Subject(NamedTuple):
    """Who speaks: an entity, if the words name one, and the words."""

    entity: str | None
    span: Span | None


class Voice(NamedTuple):
    """One telling that somebody speaks."""

    verb: Span
    subject: Subject
    first: int
    """The first token of verb and subject."""
    last: int
    cue: Verb | None
    rule: str


@dataclass
class Running:
    """Who spoke last, while reading on."""

    entity: str | None = None
    paragraph: int = -9
    named: dict[int, list[str]] = field(default_factory=dict)
    """The persons named so far, by paragraph."""


class Reading(NamedTuple):
    """A frame as the rules look at it."""

    context: Context
    frame: Frame
    running: Running


Finder = Callable[[Reading], Iterator[Voice]]


def _speaks(reading: Reading, mention: Mention | None) -> bool:
    return bool(mention) and mention.type in ("Person", "Organization", "Place")  # type: ignore[union-attr]


_NO_SUBJECT = (".", ";", ":", "?", "!", "que", "qui", "(")
"""What ends the words behind a verb that may say who speaks."""


def _subject_behind(reading: Reading, verb: Verb) -> tuple[Subject, int] | None:
    """Whom the words behind a verb name, and the last token of them: "a déclaré le maire de Pau, | Luc Roy"."""
    frame, at = reading.frame, verb.last + 1
    if plain(frame.word(at)) in PREPOSITIONS | {"que", "qu'il", "qu'elle", ":", ""} and frame.kind(at) != "name":
        return None
    best: int | None = None
    for index in range(at, min(at + FAR, len(frame.units))):
        token, word = frame.units[index], plain(frame.word(index))
        if token.kind == "quotation" or word in _NO_SUBJECT or word.startswith("qu'"):
            break
        if word == "," and (best is not None or frame.kind(index + 1) != "name"):
            break
        if token.kind == "name" and _speaks(reading, token.mention) and not _is_governed(frame, index, at):
            if token.mention and token.mention.type == "Person":
                best = index
                break
            best = index if best is None else best
    if best is not None:
        mention = frame.units[best].mention
        return Subject(mention.entity if mention and verb.number == "one" else None, frame.units[best].span), best
    return _office_behind(reading, verb)


def _office_behind(reading: Reading, verb: Verb) -> tuple[Subject, int] | None:
    """The one person who holds the office that is named: "a répondu la préfète"; nobody where it goes on to a name."""
    frame = reading.frame
    words = list(
        takewhile(
            lambda at: frame.kind(at) == "word" and plain(frame.word(at)) != "qui",
            range(verb.last + 1, min(verb.last + 6, len(frame.units))),
        )
    )
    if not words or (
        plain(frame.word(words[0])) not in ("le", "la", "un", "une", "les", "des", "son", "sa", "l'un", "l'une")
        and not plain(frame.word(words[0])).startswith("l'")
    ):
        return None
    if frame.kind(words[-1] + 1) == "name":
        return None
    people = _holders(reading.context, [frame.word(at) for at in words])
    span = Span(frame.units[words[0]].span.start, frame.units[words[-1]].span.end)
    return Subject(people, span), words[-1]


def _holders(context: Context, words: Sequence[str]) -> str | None:
    """The one person in whose role the first of these words stands that is in anybody's; definite words only."""
    if plain(words[0]) not in ("le", "la") and not plain(words[0]).startswith("l'"):
        return None
    for word in takewhile(lambda word: word not in PREPOSITIONS, (plain(word).removeprefix("l'") for word in words)):
        if people := context.offices.get(word):
            return next(iter(people)) if len(people) == 1 else None
    return None


def _subject_before(reading: Reading, verb: Verb) -> tuple[Subject, int] | None:
    """Whom the words before a verb name, and the first token of them."""
    frame = reading.frame
    first = _begin_of_clause(frame, _behind_brackets(frame, verb.first))
    if verb.first - 1 >= 0 and plain(frame.word(verb.first - 1)) in PRONOUNS:
        word = plain(frame.word(verb.first - 1))
        return Subject(_resolve(reading, word), frame.units[verb.first - 1].span), verb.first - 1
    names = [at for at in range(first, verb.first) if frame.kind(at) == "name" and not _is_governed(frame, at, first)]
    if first and plain(frame.word(first - 1)) == "qui" and not names:
        names = [at for at in (first - 2, first - 3) if frame.kind(at) == "name"][:1]
    if any(plain(frame.word(at)) == "ni" for at in range(first, verb.first)):
        return None
    people = [at for at in names if type_at(frame, at) == "Person"]
    chosen = people[:1] if len({entity_at(frame, at) for at in people}) == 1 else ([] if people else names[:1])
    if not chosen:
        return None
    entity = entity_at(frame, chosen[0]) if verb.number == "one" else None
    return Subject(entity, frame.units[chosen[0]].span), chosen[0]


def _behind_brackets(frame: Frame, at: int) -> int:
    """Where brackets right before a unit open: "l'Office de la mer (OFM) | a dit"; the unit itself where none do."""
    if frame.word(at - 1) != ")":
        return at
    return next((begin for begin in range(at - 2, max(-1, at - 8), -1) if frame.word(begin) == "("), at)


def _begin_of_clause(frame: Frame, at: int) -> int:
    """Where the words of a subject that end at a unit begin at the latest."""
    while at > 0 and plain(frame.word(at - 1)) not in CLAUSE and frame.kind(at - 1) != "quotation":
        at -= 1
    return at


def _is_governed(frame: Frame, at: int, first: int) -> bool:
    """Whether a name hangs on a preposition: "le maire de | Pau"."""
    before = plain(frame.word(at - 1)) if at > first else ""
    return (
        before in PREPOSITIONS
        or before.endswith("d'")
        or (before in ("la", "le", "les", "l'") and plain(frame.word(at - 2)) in PREPOSITIONS)
    )


def type_at(frame: Frame, at: int) -> str:
    mention = frame.units[at].mention
    return mention.type if mention else ""


def entity_at(frame: Frame, at: int) -> str | None:
    mention = frame.units[at].mention
    return mention.entity if mention else None


def _resolve(reading: Reading, pronoun: str) -> str | None:
    """Whom a pronoun stands for: who spoke last, in this paragraph or the one before, or the one person named here."""
    if PRONOUNS[pronoun] == "several":
        return None
    running, paragraph = reading.running, reading.frame.paragraph
    here = {
        entity_at(reading.frame, at)
        for at, token in enumerate(reading.frame.units)
        if token.kind == "name" and type_at(reading.frame, at) == "Person"
    }
    near = set(running.named.get(paragraph, ())) | {one for one in here if one}
    if running.entity and running.paragraph >= paragraph - 1 and reading.context.types.get(running.entity) == "Person":
        return running.entity if _fits(reading.context, running.entity, pronoun) else None
    fitting = {one for one in near if _fits(reading.context, one, pronoun)}
    return fitting.pop() if len(fitting) == 1 else None


def _fits(context: Context, entity: str, pronoun: str) -> bool:
    called = context.called.get(entity)
    return called is None or (called == "she") == pronoun.startswith("elle")


def _verbs(frame: Frame) -> Iterator[Verb]:
    at = 0
    while at < len(frame.units):
        verb = find_verb(frame, at) if frame.kind(at) == "word" else None
        if verb:
            yield verb
        at = verb.last + 1 if verb else at + 1


def is_question(frame: Frame) -> bool:
    return frame.word(len(frame.units) - 1) == "?"


def find_inverted(reading: Reading) -> Iterator[Voice]:
    """The verb before its subject, behind what is said: "..., a déclaré Luc Roy", "..., a-t-elle ajouté"."""
    frame = reading.frame
    for verb in _verbs(frame):
        before = verb.first - 1
        is_behind = frame.word(before) in (",", "?", "!", "…") or frame.kind(before) == "quotation"
        if not is_behind or (is_question(frame) and frame.kind(before) != "quotation"):
            continue
        if verb.pronoun:
            subject = Subject(_resolve(reading, verb.pronoun), frame.units[verb.first].span)
            yield Voice(verb.span(frame), subject, verb.first, verb.last, verb, "verb before the speaker")
        elif (named := _subject_behind(reading, verb)) and (named[0].entity or _is_quoted_before(frame, verb)):
            yield Voice(verb.span(frame), named[0], verb.first, named[1], verb, "verb before the speaker")


def _is_quoted_before(frame: Frame, verb: Verb) -> bool:
    """Whether a quotation stands right before a verb, with or without a mark between."""
    return "quotation" in (frame.kind(verb.first - 1), frame.kind(verb.first - 2))


def _plain_order(reading: Reading) -> Iterator[Voice]:
    """The subject before its verb, which what is said follows: "Luc Roy a affirmé que", "Luc Roy dit :"."""
    frame = reading.frame
    for verb in _verbs(frame):
        if verb.pronoun or is_question(frame):
            continue
        named = _subject_before(reading, verb)
        if named is not None:
            yield Voice(verb.span(frame), named[0], named[1], verb.last, verb, "speaker before the verb")


def _according(reading: Reading) -> Iterator[Voice]:
    """ "Selon Luc Roy, ...", "..., d'après Luc Roy"."""
    frame = reading.frame
    for at in range(len(frame.units)):
        for length in (1, 2, 3, 4):
            words = " ".join(plain(frame.word(index)) for index in range(at, at + length))
            is_purpose = words == "pour" and (at or frame.kind(1) != "name")
            if words not in words_of("according") or is_purpose:
                continue
            end = next(
                (
                    i
                    for i in range(at + length, len(frame.units))
                    if frame.kind(i) == "mark" and frame.word(i) not in ("'", "’")
                ),
                len(frame.units),
            )
            names = [
                i
                for i in range(at + length, end)
                if frame.kind(i) == "name" and _speaks(reading, frame.units[i].mention)
            ]
            if names and (words != "pour" or frame.word(end) == ","):
                person = next((i for i in names if type_at(frame, i) == "Person"), names[-1])
                span = Span(frame.units[at].span.start, frame.units[at + length - 1].span.end)
                yield Voice(
                    span, Subject(entity_at(frame, person), frame.units[person].span), at, end - 1, None, "according to"
                )


def _colon(reading: Reading) -> Iterator[Voice]:
    """A name and a colon: "Luc Roy : « ... »"."""
    frame = reading.frame
    if frame.kind(0) == "name" and frame.word(1) == ":" and frame.kind(2) == "quotation":
        yield Voice(
            frame.units[1].span, Subject(entity_at(frame, 0), frame.units[0].span), 0, 1, None, "name and colon"
        )


TRIED = re.compile(r"\b(?:Luc|Lise|Aïda)\s[A-Z]\w+")
"""The people of the sentences below."""


def try_voice(rule: Rule[Finder], text: str) -> Iterable[Span]:
    """The words that name who speaks by one rule, in a sentence by itself."""
    spans = [Span(*match.span()) for match in TRIED.finditer(text)]
    people = [LocalEntity(span.of(text), "Person", span.of(text)) for span in spans]
    mentions = [Mention(span, "Person", span.of(text)) for span in spans]
    whole = Span(0, len(text))
    document = Document("", "", "", text, (Block("paragraph", whole),))
    context = read_context(document, [whole], people, mentions)
    found = (voice for frame in read_frames(context) for voice in rule.find(Reading(context, frame, Running())))
    return [voice.subject.span for voice in found if voice.subject.span]


VOICES: Chain[Finder] = Chain(
    "French speech",
    (
        Rule(
            "name and colon",
            _colon,
            ("|Luc Roy| : « Il part. »",),
            ("Luc Roy : un homme seul.", "Trois noms : Luc Roy."),
        ),
        Rule(
            "verb before the speaker",
            find_inverted,
            (
                "« Il part », a déclaré |Luc Roy|.",
                "Il part, a fait savoir la préfète, |Lise Roy|.",
                "« Oui », dit |Aïda Sow|.",
            ),
            (
                "« Il part », n'a pas dit Luc Roy.",
                "« Il part », a répondu à Luc Roy.",
                "A déclaré Luc Roy.",
                "Le maire, élu en mai, a demandé la démission de Luc Roy.",
                "Le maire, élu en mai, a demandé la démission du ministre.",
                "« Il part », a dit le frère de Lise Roy.",
                *(
                    f"« Il part », a déclaré hier soir le vieux maire {word} Luc Roy est là."
                    for word in [".", ";", ":", "?", "!", "que", "qui", "("]
                ),
            ),
        ),
        Rule(
            "according to",
            _according,
            ("Selon |Luc Roy|, il part.", "Il part, d'après |Lise Roy|.", "Pour |Aïda Sow|, il part."),
            ("Selon des témoins, Luc Roy part.", "Il part pour Luc Roy."),
        ),
        Rule(
            "speaker before the verb",
            _plain_order,
            ("|Luc Roy| a affirmé que tout va bien.", "|Lise Roy|, maire de Pau, estime que c'est faux."),
            (
                "Luc Roy n'a pas dit que tout va bien.",
                "Ni Luc Roy n'a dit.",
                "Luc Roy pourrait dire que non.",
                "Luc Roy aurait dit que non.",
                "Luc Roy est accusé d'« abus ».",
                "Luc Roy a été accusé d'« abus ».",
            ),
        ),
    ),
    try_voice,
)
"""In this order: what one sees, those behind it do not see again."""
