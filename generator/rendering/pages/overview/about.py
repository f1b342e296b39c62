"""How the site is made, and what its program found: figures of the collection, each with the way to its list."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import TOLD
from generator.rendering.addresses import ABOUT, ORIGINS, QUOTATIONS, SOURCES, TIMELINE, relative
from generator.rendering.catalog import Catalog, speaker_of
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.markup import Markdown
from generator.rendering.metadata.downloads import list_downloads, offer_tables
from generator.rendering.pages.quotations import unsaid_place
from generator.rendering.pages.sources.indexes import find_missing
from generator.rendering.pages.sources.origins import find_origins
from generator.rendering.readable import counted, figure
from generator.rendering.views import Link, open_place


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some things something is known of, with the way to the others, or to all."""

    words: Markdown
    """`Quotations with a speaker`."""
    number: Markdown
    """`12 of 15`, or how many there are."""
    rest: Markdown | None
    """`3 without a speaker`, where there are any; `list` where all are listed."""
    href: Markdown
    """To their list."""


@dataclass(frozen=True, slots=True)
class AboutView:
    """The page about the site."""

    site_name: str
    briefs: Markdown
    sources_href: Markdown
    shares: tuple[Share, ...]
    """What is known of the collection, and of how much of it nothing is; empty for an empty one."""
    downloads: tuple[Link, ...]
    """The collection in other forms, each a file of the site."""


def view_about(catalog: Catalog) -> AboutView:
    """Make the view of the page about the site."""
    return AboutView(
        site_name=catalog.settings.site_name,
        briefs=counted(len(catalog.listed), "brief"),
        sources_href=relative(SOURCES, ABOUT),
        shares=tuple(_shares(catalog)) if catalog.library.briefs else (),
        downloads=tuple(Link(words, relative(path, ABOUT)) for path, words in list_downloads()),
    )


def _shares(catalog: Catalog) -> Iterator[Share]:
    said = [(brief, quotation) for brief in catalog.originals for quotation in brief.analysis.quotations]
    known = sum(speaker_of(catalog, brief, quotation.speaker) is not None for brief, quotation in said)
    yield _share("Quotations with a speaker", known, len(said), "without a speaker", unsaid_place(catalog), QUOTATIONS)
    dates = sum(
        part.date is not None for event in catalog.library.events for part in event.parts if event.standing in TOLD
    )
    placed = dates - len(catalog.open_dates)
    yield _share("Dates of events that were placed", placed, dates, "open", open_place(catalog), TIMELINE)
    sources = catalog.library.briefs
    for words, facet, lack in (
        ("Sources with a day of publication", "year", "without a day"),
        ("Sources with an author", "author", "without an author"),
        ("Sources with a publisher", "publisher", "without a publisher"),
    ):
        missing, place = find_missing(catalog, facet)
        yield _share(words, len(sources) - missing, len(sources), lack, place, SOURCES)
    agencies = {row.key for row in find_origins(catalog)}
    yield Share(Markdown("Agencies and media"), figure(len(agencies)), Markdown("list"), relative(ORIGINS, ABOUT))


def _share(words: str, known: int, total: int, lack: str, place: str | None, otherwise: str) -> Share:
    rest = Markdown(f"{figure(total - known)} {lack}") if total > known else None
    number = Markdown(f"{figure(known)} of {figure(total)}")
    return Share(Markdown(words), number, rest, relative(place or otherwise, ABOUT))


def draft_about(catalog: Catalog) -> Iterator[Draft]:
    """The page about the site."""
    yield Draft(
        ABOUT,
        catalog.labels.text("About {name}", name=catalog.settings.site_name),
        catalog.labels.text("How this site is made, and its limits."),
        partial(view_about, catalog),
        files=offer_tables(catalog),
    )


PAGE = PageKind("about", "about", draft_about, is_called=True)
