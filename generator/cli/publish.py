"""`briefs publish`: what the sources say now is noted as published, without a site being made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from generator.build import build
from generator.errors import SettingsError
from generator.model import Fact
from generator.news import FILE, note_published
from generator.progress import Progress
from generator.settings import Settings


def publish_lines(settings: Settings, day: str | None, progress: Progress) -> Iterator[str]:
    """Write the list of what is published and say what came and went. Raises SettingsError, OSError."""
    if settings.published is None:
        raise SettingsError("published", "no folder", "run it in the folder of a site")
    # The one clock of the house: the day is written down, and pages are made of what is written.
    given = read_day(day) if day else settings.date or datetime.now(UTC).date().isoformat()
    library = build(replace(settings, date=given), progress=progress)
    where = f"{settings.published.name}/{FILE}"
    if library.news is None:
        problem = next((problem for problem in library.problems if problem.path.startswith("published")), None)
        raise SettingsError(where, "not written", str(problem or "see the warnings of a build"))
    note_published(settings.published, library)
    last = library.news.builds[-1]
    came = [fact for fact in library.news.facts if fact.build == last.number]
    gone = [fact for fact in library.news.gone if fact.gone == last.number]
    yield f"{where}: build {last.number} of {last.date}, {len(library.briefs)} briefs."
    yield f"Came with it: {_count(came)}. Gone: {_count(gone)}."


def read_day(text: str) -> str:
    """A day as ISO 8601 has it. Raises SettingsError."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise SettingsError("--date", f"'{text[:40]}' is no day", "write it as 2026-11-27") from error


def _count(facts: list[Fact]) -> str:
    counts = Counter(fact.kind for fact in facts)
    return ", ".join(f"{kind} {number}" for kind, number in sorted(counts.items())) or "nothing"
