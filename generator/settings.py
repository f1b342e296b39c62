"""Everything that a user can set, in one frozen value; the faces fill it, the rest reads it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one site. Paths are absolute."""

    seeds: Path
    """Folder of the sources."""
    templates: Path | None = None
    """Folder whose templates win over the packaged ones; None: packaged only."""
    cache: Path | None = None
    """Folder of the cache; None: no cache on disk."""
    others: Path | None = None
    """Folder with the indexes of other sites, whose pages of the same names are linked; None: none."""
    published: Path | None = None
    """Folder of the list of what was published, with which a build is compared; None: with nothing."""
    date: str | None = None
    """The day of this build, as ISO 8601 has it; None: it was given none."""
    site_name: str = "Briefs"
    """Heading of the home page."""
    site_url: str | None = None
    """The address at which the site is published, as mkdocs.yml says; None: it does not say."""
    directory_urls: bool = False
    """Whether the addresses of the site are those of folders, `briefs/rain/`, and not of files, `briefs/rain.html`."""
    workers: int | str = 0
    """Processes that study sources side by side; 0: one per core, at most 8; an address: those of a Dask cluster."""
    max_source_mb: int = 20
    """A source larger than this (in MiB) is skipped with a warning."""
    study_seconds: int = 300
    """Processor time for studying one source, for each million characters of its text or part of one; 0: no limit."""
    check_evidence: bool = True
    """Whether a build holds all that it publishes of a source studied anew against the text of that source."""
    summary_sentences: int = 5
    """Sentences in a summary, at most."""
    related_briefs: int = 5
    """Related briefs shown on a brief, at most."""
    newest_briefs: int = 10
    """Briefs that the home page shows as the newest, at most."""
    timeline_statements: bool = False
    """Whether the timeline lists, folded below a month, the sentences that have a date and tell of no event."""
    index_split: int = 200
    """An index with more rows than this is split by letter or by month."""
    source_page_chars: int = 120_000
    """A source text longer than this goes on over several pages."""
    record_builds: bool = True
    """Whether each build of the site is noted as published; no: only `briefs publish` notes one."""
    search: Literal["briefs", "material"] = "briefs"
    """`briefs`: the search of Briefs, of which nothing is loaded before it is used; `material`: that of the theme."""
    search_source_text: bool | None = None
    """Whether source texts are searched; None: yes, by the theme's search up to `search_limit` briefs."""
    search_limit: int = 300
    """See `search_source_text`."""
    summarizer: str | None = None
    """The address of an OpenAI-compatible endpoint, which then gets the sentences of the briefs; None: nobody does."""
    summarizer_model: str | None = None
    """What that endpoint calls the model that is asked."""
    summarizer_key: str | None = None
    """The name of the environment variable that holds the key; None: no key is sent."""
    summarizer_seconds: int = 60
    """Seconds for one answer; after the first one that fails nothing more is asked in this build."""
    summarizer_briefs: int = 100
    """Briefs that one build asks about, at most, the newest first; answers are kept in the cache."""
    summarizer_chars: int = 24_000
    """Characters of one text that are sent, at most, in whole sentences from the first on."""
    labels: str | None = None
    """The language of the words of the pages: one that is packaged, or the path of a file of labels; None: English."""
    review: bool | None = None
    """Whether the site has the page of what is to be decided; None: the one of `serve` has."""
    entity_page_mentions: int = 2
    """A name with fewer mentions than this, and no stated role, has a line in the index and no page of its own."""
    converter: Literal["fast", "markdown"] = "fast"
    """What makes HTML of the pages of Briefs: a fast converter, or Python-Markdown with the site's extensions."""
    entity_pages_limit: int = 100
    """With more briefs than this, only a name in four of them, or in two with a role or a quotation, has a page, and an
    event that two tell."""


FOLDERS = {
    "seeds": "seeds", "templates": "templates", "cache": ".cache", "others": "others", "published": "published",
}  # fmt: skip
"""The settings that name a folder, with the folder they mean when left out, relative to mkdocs.yml."""


_GIVEN = frozenset({"date", "site_name", "site_url", "directory_urls"})
"""What does not stand under `briefs:`."""


def plain_options() -> dict[str, Any]:
    """The settings that are no folders, with their default values: what a user may write under `briefs:`."""
    return {f.name: f.default for f in fields(Settings) if f.name not in {*FOLDERS, *_GIVEN}}


def settings_from(
    root: Path,
    options: Mapping[str, Any],
    *,
    site_name: str,
    site_url: str | None = None,
    epoch: str | None = None,
    directory_urls: bool = False,
) -> Settings:
    """The settings of the site at `root` (absolute) from what its mkdocs.yml says under `briefs:`; `epoch` are the
    seconds since 1970 that stand for the time of the build (SOURCE_DATE_EPOCH).

    Raises ValueError, naming the option, for an unknown name or a value of the wrong type.
    """
    known, hints = plain_options(), get_type_hints(Settings)
    folders: dict[str, Any] = {n: root / _text(n, options.get(n, default)) for n, default in FOLDERS.items()}
    values = {name: value for name, value in options.items() if name not in FOLDERS}
    for name, value in values.items():
        if name not in known:
            raise ValueError(f"unknown setting '{name}'; known: {', '.join(sorted([*FOLDERS, *known]))}")
        (_check_text if hints[name] == str | None else _check)(name, value, hints[name])
    _check_summarizer(values)
    if Path(values.get("labels") or "").suffix:
        values["labels"] = str(root / values["labels"])
    return Settings(
        **folders,
        **values,
        site_name=site_name,
        site_url=site_url or None,
        date=day_of_epoch(epoch),
        directory_urls=directory_urls,
    )


def day_of_epoch(epoch: str | None) -> str | None:
    """The day, in UTC, of some seconds since 1970; None for none, and for what is no number of them."""
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else None
    except (ValueError, OverflowError, OSError):
        return None


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"'{name}' must be the name of a folder, not {value!r}")
    return value


def _check(name: str, value: object, hint: object) -> None:
    """A switch takes true or false, a choice one of its words, a number a whole number that is not negative."""
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise ValueError(f"'{name}' must be {' or '.join(map(str, get_args(hint)))}, not {value!r}")
    elif bool in (hint, *get_args(hint)):
        if not isinstance(value, bool) and (value is not None or hint is bool):
            raise ValueError(f"'{name}' must be true or false, not {value!r}")
    elif isinstance(value, str) and str in get_args(hint):
        if not _ADDRESS.fullmatch(value):
            raise ValueError(f"'{name}' must be a whole number, or an address such as tcp://host:8786, not {value!r}")
    elif isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"'{name}' must be a whole number of 0 or more, not {value!r}")


def _check_text(name: str, value: object, hint: object) -> None:
    """A word on one line, or none."""
    if value is not None and not (isinstance(value, str) and value.isprintable() and value.strip()):
        raise ValueError(f"'{name}' must be text, not {value!r}")


def _check_summarizer(values: Mapping[str, Any]) -> None:
    """The address of an endpoint has no password in it; a key goes to this machine or over https."""
    address, key = values.get("summarizer"), values.get("summarizer_key")
    if key is not None and not _VARIABLE.fullmatch(key):
        raise ValueError("'summarizer_key' must be the name of an environment variable, not the key itself")
    if address is None:
        return
    match = _ENDPOINT.fullmatch(address)
    if match is None:
        raise ValueError("'summarizer' must be an address such as http://127.0.0.1:8080/v1, without user or query")
    if key is not None and match["scheme"] == "http" and not _LOCAL.fullmatch(match["host"]):
        raise ValueError("'summarizer' must begin with https:// where a key is sent to another machine")
    if not values.get("summarizer_model"):
        raise ValueError("'summarizer_model' must name the model that 'summarizer' is asked for")
    if values.get("summarizer_seconds") == 0:
        raise ValueError("'summarizer_seconds' must be 1 or more")


_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{0,99}")
"""The name of an environment variable; a key has small letters, or a hyphen."""
_ENDPOINT = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(?::\d{1,5})?(?:/[A-Za-z0-9._~/%-]*)?"
)
_LOCAL = re.compile(r"localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]")
_ADDRESS = re.compile(r"(?:tcp|tls|ucx|wss?)://(?:\[[0-9A-Fa-f:.]+\]|[^\s/:\[\]]+):\d{1,5}")
"""Where the scheduler of a cluster listens."""
