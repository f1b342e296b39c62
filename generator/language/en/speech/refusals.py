"""What is only worded as if somebody said it: a thing "says" it, nobody does, or somebody may, will or did not.

`REFUSALS` are asked in order of every statement; one that holds leaves it out. What a medium only reports ("reported
Reuters", "as per the Daily Post") is put apart, as a medium is no speaker.
"""

from collections.abc import Callable, Iterator

from generator.language.en.polarity import find_own_standing, is_said, list_words
from generator.language.en.speech.cues import Statement, Told
from generator.language.en.speech.parse import hears
from generator.language.en.speech.statements import read_statements
from generator.language.en.speech.subjects import Subject, is_mute
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import group
from generator.language.frames import QUOTATION, Context, Frame
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

Refuse = Callable[[Context, Frame, Statement], bool]
_KEEPING = ("answer", "continu", "maintain", "observ")
"""How verbs begin by which words are said, but no things: "maintained that it was late", "maintained the lead"."""
_REACH = 10
"""Units from a verb to the colon before what is said: "fumed at the end of a long day: “...”"."""


def find_statements(context: Context, frame: Frame) -> Told:
    """All statements of a frame, in order; those of media apart."""
    return part_media(context, frame, read_statements(context, frame, is_refused))


def is_refused(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether nobody says anything by a statement after all."""
    return any(rule.find(context, frame, statement) for rule in REFUSALS)


def said_by_a_thing(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether a thing would speak that says nothing."""
    return statement.subject is not None and is_mute(frame, statement.subject)


def voiced_without_words(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether a verb that tells how somebody speaks stands away from what is said."""
    if statement.kind != "voice":
        return False
    # "Went on to say": the verb behind it is the cue.
    leads = frame.reads(statement.last, "on", "to")
    return leads or not _is_voiced(frame, statement.subject, statement.first - 1, statement.last + 1)


def _is_voiced(frame: Frame, subject: Subject | None, before: int, after: int) -> bool:
    """Whether what is said stands beside a verb that tells how somebody speaks: "“...,” Roe fumed"."""
    if frame.word(after) == "that":
        return subject is not None and subject.kind in ("name", "person")
    if "quotation" in (frame.kind(before), frame.kind(after)) or frame.reads_before(before + 1, QUOTATION, ","):
        return True
    return any(frame.reads(at, (",", ":"), QUOTATION) for at in range(after, after + _REACH))


def done_to_a_thing(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether a verb tells what is kept or done, with a thing for its object and no words beside it."""
    trees, verb = context.trees, context.trees.starting_at(statement.cue.start)
    if verb is None or not trees.lower(verb).startswith(_KEEPING):
        return False
    is_said = trees.having(verb, "ccomp", "xcomp", "parataxis") or "quotation" in map(
        frame.kind, range(len(frame.units))
    )
    return bool(trees.having(verb, "obj")) and not is_said


def said_by_nobody(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether the subject is "nobody" or "no official"."""
    subject = statement.subject
    if _is_account(statement) or subject is None or subject.kind == "name":
        return False
    first = subject.span.of(context.text).partition(" ")[0].lower()
    return first in list_words("not", "nobody")


def said_by_neither(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether a subject is the second of "neither X nor Y", or who it was not: "it was not X who said"."""
    subject = statement.subject
    return not _is_account(statement) and subject is not None and frame.word(subject.first - 1) in ("nor", "not")


def falsely_quoted(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether somebody is told to be misquoted."""
    if _is_account(statement):
        return False
    start = statement.subject.span.end if statement.subject else statement.cue.start
    between = range(frame.index_from(start), frame.index_from(statement.cue.start))
    return any(frame.units[at].text in group("falsely") for at in between)


def heard_from_another(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether the verb tells what somebody else was heard to say."""
    verb = None if _is_account(statement) else context.trees.starting_at(statement.cue.start)
    return verb is not None and hears(context.trees, verb)


def not_told_as_a_fact(context: Context, frame: Frame, statement: Statement) -> bool:
    """Whether who would say it did not, or may, will, should; or it is a condition, a purpose or a question."""
    trees = context.trees
    verb = None if _is_account(statement) else trees.starting_at(statement.cue.start)
    if verb is None:
        return False
    if trees.word(verb).endswith("ing") and trees.relation(verb) in ("advcl", "acl"):
        # "She will not come, saying that": the saying is done.
        return find_own_standing(trees, verb) not in ("asserted", "reported")
    return not is_said(trees, verb)


def _is_account(statement: Statement) -> bool:
    """Whether it is an account, which has no verb that could be denied."""
    return statement.kind == "according"


def try_refusal(rule: Rule[Refuse], text: str) -> Iterator[Span]:
    """The cues of a text that a rule refuses."""
    context, frames = read_frames_of(text)
    for frame in frames:
        for statement in read_statements(context, frame, lambda *_: False):
            if rule.find(context, frame, statement):
                yield statement.cue


REFUSALS: Chain[Refuse] = Chain(
    "speech: refusals",
    (
        Rule(
            "keeps or does a thing",
            done_to_a_thing,
            (
                "Jane Roe |maintained| her lead over Max Poe.",
                "Jane Roe |continued| her bid for the office.",
                "Jane Roe |answered| a series of questions.",
            ),
            (
                "Jane Roe maintained that the plan was sound.",
                "“We will go,” Jane Roe answered the man.",
                "Jane Roe denied the charge.",
            ),
        ),
        Rule(
            "a thing says nothing",
            said_by_a_thing,
            ("The light |said| the port was closed.", "The roof of the hall |said| the port was closed."),
            (
                "The fire department |said| the port was closed.",
                "A bus driver from the north |said| the port was closed.",
                "The sign |said| the port was closed.",
            ),
        ),
        Rule(
            "a verb of voice without words",
            voiced_without_words,
            (
                "Jane Roe |countered| the attack of the army.",
                "Jane Roe |thundered| at the guard in the hall.",
                "Jane Roe |went on| to say that the port was closed.",
            ),
            (
                "“They never asked us,” Jane Roe |fumed|.",
                "“It is the best day of my life,” |gushed| Jane Roe.",
                "Jane Roe |countered| that the port was open.",
                "Jane Roe, tired after a long night, |pleaded| with the crowd: “Let us go home.”",
                "Jane Roe |said| no.",
            ),
            "Such a verb has a life of its own.",
        ),
        Rule(
            "nobody said it",
            said_by_nobody,
            (
                "Nobody |said| that the port was closed.",
                "No official |said| that the port was closed.",
                "None of the officials |said| that the port was closed.",
            ),
            ("Jane Roe |said| that nobody had closed the port.", "The officials |said| no."),
        ),
        Rule(
            "neither said it",
            said_by_neither,
            (
                "Neither Hugo Stahl nor Ines Duran |said| that the port was closed.",
                "It was not Jane Roe who |said| that the port was closed.",
            ),
            ("It was Jane Roe who |said| that the port was closed.",),
        ),
        Rule(
            "falsely quoted",
            falsely_quoted,
            ("Jane Roe was falsely quoted as |saying| that the port was closed.",),
            (
                "Jane Roe |said| the army had falsely claimed the port.",
                "Jane Roe was later quoted as |saying| that the port was closed.",
            ),
        ),
        Rule(
            "heard from another",
            heard_from_another,
            ("“We cannot pay for it,” Ken Abbot |recalled| Maria Lopez saying.",),
            (
                "“We cannot pay for it,” Ken Abbot |recalled|.",
                "“We cannot pay for it,” Ken Abbot |recalled|, saying it with a smile.",
            ),
        ),
        Rule(
            "not told as a fact",
            not_told_as_a_fact,
            (
                "Did officials |say| that the port was closed?",
                "It is not true that Tom Arden |said| that the port was closed.",
                "Had Tom Arden |said| that the port was closed, they would have left.",
                "Tom Arden denied that he |said| that the port was closed.",
            ),
            (
                "Tom Arden |said| that the port was not closed.",
                "Tom Arden, who did not attend, |said| that the port was closed.",
                "Tom Arden will not run again, |saying| that the port was closed.",
            ),
            "How a predicate is told is a question of `language/en/polarity`.",
        ),
    ),
    try_refusal,
)


def part_media(context: Context, frame: Frame, found: list[Statement]) -> Told:
    """The statements of a frame, those of media apart."""
    has_speaker = any(s.subject and s.kind not in ("according", "report") for s in found)
    media = [statement for statement in found if _is_medium(context, frame, statement, has_speaker)]
    rest = tuple(statement for statement in found if statement not in media)
    named = [name for s in media if (name := _medium_name(context, frame, s) or _organization(context, s))]
    named = named or _told_media(frame, rest)
    return Told(rest, named[0] if named else None, media[0] if media else None)


def _is_medium(context: Context, frame: Frame, statement: Statement, has_speaker: bool) -> bool:
    """Whether the statement says that a medium reports, not that somebody speaks."""
    if statement.kind not in ("according", "report"):
        return False
    subject = statement.subject
    if subject is None or _medium_name(context, frame, statement):
        return True
    if subject.kind != "name" or subject.entity is None:
        words = subject.span.of(context.text).lower().split()
        return subject.kind == "noun" and words[-1] in group("reports")
    return has_speaker and context.types.get(subject.entity) == "Organization"


def _medium_name(context: Context, frame: Frame, statement: Statement) -> str | None:
    """The name of the medium in the subject of a statement; None where it has none."""
    subject, names = statement.subject, load_set("media_names.txt")
    if subject is None:
        return None
    for unit in frame.units[subject.first : subject.last + 1]:
        if unit.text in names:
            return unit.text
    words = subject.span.of(context.text).removeprefix("the ")
    is_cited = statement.kind == "report" and statement.is_inverted and subject.kind == "name"
    is_person = context.types.get(subject.entity or "") == "Person"
    return words if words in names or (is_cited and not is_person) else None


def _organization(context: Context, statement: Statement) -> str | None:
    """The name of an organization by whose account somebody else spoke."""
    subject = statement.subject
    return subject.span.of(context.text) if subject and subject.kind == "name" else None


def _told_media(frame: Frame, statements: tuple[Statement, ...]) -> list[str]:
    """The medium to which somebody spoke: "Smith told Reuters"."""
    names = load_set("media_names.txt")
    told = [frame.units[s.last + 1] for s in statements if s.kind == "tell" and s.last + 1 < len(frame.units)]
    return [unit.text for unit in told if unit.text in names]
