"""From a library to Markdown pages, through templates that a user can edit. Nothing is printed and no clock is read."""

from collections.abc import Iterator

from generator.model import Library, Page
from generator.rendering.addresses import LinkStyle
from generator.rendering.catalog import make_catalog
from generator.rendering.pages.drafts import (
    draft_about,
    draft_briefs,
    draft_calendar,
    draft_days,
    draft_each_brief,
    draft_each_entity,
    draft_each_event,
    draft_entities,
    draft_events,
    draft_home,
    draft_matrix,
    draft_quotations,
    draft_review,
    draft_source_texts,
    draft_sources,
    draft_timeline,
    make_page,
)
from generator.rendering.templates import load_templates
from generator.settings import Settings

__all__ = ["LinkStyle", "render"]


def render(library: Library, *, settings: Settings, links: LinkStyle = "directory") -> Iterator[Page]:
    """Make every page of the site. Equal libraries give equal pages, byte for byte.

    A template that fails costs the pages of its own kind only: each comes all the same, with `problem` set and a
    notice for its body. Links in Markdown are relative `.md` links; `links` is for those inside raw HTML.
    """
    catalog, templates = make_catalog(library, settings, links), load_templates(settings.templates)
    yield from (make_page(templates, draft) for draft in draft_home(catalog))
    yield from (make_page(templates, draft) for draft in draft_briefs(catalog))
    yield from (make_page(templates, draft) for draft in draft_each_brief(catalog))
    yield from (make_page(templates, draft) for draft in draft_source_texts(catalog))
    yield from (make_page(templates, draft) for draft in draft_each_entity(catalog, "Person"))
    yield from (make_page(templates, draft) for draft in draft_each_entity(catalog, "Organization"))
    yield from (make_page(templates, draft) for draft in draft_each_entity(catalog, "Place"))
    yield from (make_page(templates, draft) for draft in draft_each_entity(catalog, "Event"))
    yield from (make_page(templates, draft) for draft in draft_each_event(catalog))
    yield from (make_page(templates, draft) for draft in draft_entities(catalog))
    yield from (make_page(templates, draft) for draft in draft_events(catalog))
    yield from (make_page(templates, draft) for draft in draft_quotations(catalog))
    yield from (make_page(templates, draft) for draft in draft_matrix(catalog))
    yield from (make_page(templates, draft) for draft in draft_timeline(catalog))
    yield from (make_page(templates, draft) for draft in draft_calendar(catalog))
    yield from (make_page(templates, draft) for draft in draft_days(catalog))
    yield from (make_page(templates, draft) for draft in draft_sources(catalog))
    yield from (make_page(templates, draft) for draft in draft_review(catalog))
    yield from (make_page(templates, draft) for draft in draft_about(catalog))
