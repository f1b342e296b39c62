"""What leaves the site for other programs, one row each: `briefs export --format NAME`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import Library
from generator.rendering.exports.contract import write_json
from generator.settings import Settings
from generator.text.memo import load

Write = Callable[[Library, Path, Settings], Sequence[Path]]
"""Writes the collection into a folder; the paths of the files."""


@dataclass(frozen=True, slots=True)
class Export:
    """A form in which the collection can be written."""

    name: str
    what: str
    """For the help of the command."""
    write: Write


def _later(place: str) -> Write:
    """What stands at `module:name` of this room, loaded when it is called: JSON needs nothing that makes pages."""
    return lambda library, out, settings: _load(place)(library, out, settings)


def _load(place: str) -> Write:
    write: Write = load(f"generator.rendering.exports.{place}")
    return write


EXPORTS: tuple[Export, ...] = (
    Export("markdown", "plain Markdown pages", _later("markdown:write_markdown")),
    Export("json", "all findings as JSON (see EXPORT.md)", lambda library, out, _: write_json(library, out)),
    Export("zensical", "a project that Zensical builds", _later("markdown:write_project")),
    Export("index", "the entities, for other sites to link to", _later("markdown:write_index")),
    Export("csv", "who is named, what is said, dated and counted, as tables", _later("tables:write_tables")),
    Export("bibtex", "the sources for BibTeX", _later("citations:write_bibtex")),
    Export("ris", "the sources for Zotero and other reference managers (RIS)", _later("citations:write_ris")),
    Export("csl", "the sources for Pandoc (CSL-JSON)", _later("citations:write_csl")),
    Export("sqlite", "one database, for Datasette and SQL", _later("database:write_database")),
    Export("graphml", "names and happenings as a graph, for Gephi", _later("graph:write_graph")),
    Export("annotations", "findings as W3C Web Annotations of the texts", _later("annotations:write_annotations")),
    Export("ftm", "entities of FollowTheMoney, for Aleph", _later("followthemoney:write_entities")),
    Export("obsidian", "a vault of plain Markdown notes, for Obsidian", _later("vault:write_vault")),
)
