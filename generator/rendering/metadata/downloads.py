"""The collection in other forms, as files of the site: what can be cited beside the list of sources, tables beside the
page about the site. Longer forms are for the command only: they would outgrow the site."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.rendering.catalog import Catalog
from generator.rendering.exports.citations import BIBTEX, CSL, RIS, Work, list_works, make_bibtex, make_csl, make_ris
from generator.rendering.exports.tables import TABLES, make_table
from generator.rendering.metadata.beside import Offered

_FOLDER = "downloads"
_FORMS: tuple[tuple[str, str, Callable[[Iterable[Work]], bytes]], ...] = (
    (BIBTEX, "BibTeX", make_bibtex),
    (RIS, "RIS", make_ris),
    (CSL, "CSL-JSON", make_csl),
)
CITATIONS = tuple((f"sources/{file}", words) for file, words, _ in _FORMS)
"""The files with the sources, and what to call them."""


def offer_citations(catalog: Catalog) -> Offered:
    """The sources for reference managers."""
    return tuple((f"sources/{file}", partial(_cite, catalog, make)) for file, _, make in _FORMS)


def _cite(catalog: Catalog, make: Callable[[Iterable[Work]], bytes]) -> bytes:
    return make(list_works(catalog.library))


def offer_tables(catalog: Catalog) -> Offered:
    """The tables for spreadsheets."""
    offered = (table for table in TABLES if table.is_offered)
    return tuple((f"{_FOLDER}/{table.file}", partial(make_table, table, catalog)) for table in offered)


def list_downloads() -> Iterator[tuple[str, str]]:
    """The path of each file, and what it is."""
    for table in TABLES:
        if table.is_offered:
            yield f"{_FOLDER}/{table.file}", f"{table.file}: {table.what}"
