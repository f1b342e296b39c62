"""Everything that a user can set, in one frozen value; the faces fill it, the rest reads it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one site. Paths are absolute."""

    seeds: Path
    """Folder of the sources."""
    templates: Path | None = None
    """Folder whose templates win over the packaged ones; None: packaged only."""
    cache: Path | None = None
    """Folder of the cache; None: no cache on disk."""
    site_name: str = "Briefs"
    """Heading of the home page."""
    workers: int = 0
    """Processes that study sources side by side; 0: one per core, at most 8."""
    max_source_mb: int = 20
    """A source larger than this (in MiB) is skipped with a warning."""
    summary_sentences: int = 5
    """Sentences in a summary, at most."""
    related_briefs: int = 5
    """Related briefs shown on a brief, at most."""
    index_split: int = 200
    """An index with more rows than this is split by letter or by month."""
    source_page_chars: int = 120_000
    """A source text longer than this goes on over several pages."""
    search_source_text: bool | None = None
    """Whether source texts are in the search index; None: while there are at most `search_limit` briefs."""
    search_limit: int = 300
    """See `search_source_text`."""
    entity_page_mentions: int = 1
    """A name with fewer mentions than this has a line in the index and no page of its own."""
