"""`briefs digest`: the state of things as one file, to send or to print."""

from datetime import date

from generator.errors import SettingsError
from generator.model import Library
from generator.rendering.catalog import make_catalog
from generator.rendering.digest.choosing import choose
from generator.rendering.digest.writing import write_html, write_markdown
from generator.settings import Settings

WRITERS = {"html": write_html, "markdown": write_markdown}


def check_days(first: str | None, last: str | None) -> None:
    """Before anything is read: raises SettingsError for a day that is none, or days the wrong way round."""
    for option, day in (("--from", first), ("--to", last)):
        if day is not None:
            _check_day(option, day)
    if first and last and first > last:
        raise SettingsError("--from", f"{first} is after {last}", "give the earlier day first")


def make_digest(library: Library, settings: Settings, first: str | None, last: str | None, form: str) -> str:
    """The digest of some days, which are checked, in one of `WRITERS`."""
    catalog = make_catalog(library, settings, "directory" if settings.directory_urls else "file")
    return WRITERS[form](catalog, choose(catalog, first, last))


def _check_day(option: str, day: str) -> None:
    try:
        is_day = date.fromisoformat(day).isoformat() == day
    except ValueError:
        is_day = False
    if not is_day:
        raise SettingsError(option, f"'{day[:40]}' is no day", "write it as 2026-11-27")
