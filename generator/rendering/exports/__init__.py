"""What leaves the site for other programs, one row each: `briefs export --format NAME`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import Library
from generator.rendering.exports.contract import write_json
from generator.rendering.exports.index import write_index
from generator.rendering.exports.markdown import write_markdown
from generator.rendering.exports.tables import write_tables
from generator.rendering.exports.zensical import write_project
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Export:
    """A form in which the collection can be written."""

    name: str
    what: str
    """For the help of the command."""
    write: Callable[[Library, Path, Settings], Sequence[Path]]
    """Writes it into a folder; the paths of the files."""


EXPORTS: tuple[Export, ...] = (
    Export("markdown", "plain Markdown pages", write_markdown),
    Export("json", "all findings as JSON (see EXPORT.md)", lambda library, out, _: write_json(library, out)),
    Export("zensical", "a project that Zensical builds", write_project),
    Export("index", "the entities, for other sites to link to", write_index),
    Export("csv", "what is said and what is dated, as tables", write_tables),
)
