"""The medium by whose account somebody spoke: "reported Reuters", "as per the Daily Post". A medium is no speaker."""

from generator.language.en.speech.cues import Statement, Told
from generator.language.en.speech.words import group
from generator.language.frames import Context, Frame
from generator.text.wordlists import load_set


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
