"""From an analysis of the normalized text back to the source: its places, and its own words for what is published."""

from dataclasses import replace

from generator.model import Analysis, Authors, Document, Field, LocalEntity, Span
from generator.text.normal import Normal, to_source


def restore(analysis: Analysis, document: Document, normal: Normal) -> Analysis:
    """The analysis of the view of `document`, told in the words and places of the source."""
    there = to_source(analysis, normal)
    forms = _find_forms(analysis, document, normal)
    return replace(
        there,
        document=document,
        metadata=replace(
            there.metadata,
            title=_field(there.metadata.title, document),
            publisher=_field(there.metadata.publisher, document),
            section=_field(there.metadata.section, document),
            authors=_authors(analysis.metadata.authors, there.metadata.authors, document, normal),
        ),
        credits=tuple(replace(credit, name=credit.span.of(document.text)) for credit in there.credits),
        entities=tuple(_entity(entity, forms, document) for entity in there.entities),
        quotations=tuple(replace(q, via=_words(q.via, document, normal)) for q in there.quotations),
        claims=tuple(replace(claim, via=_words(claim.via, document, normal)) for claim in there.claims),
    )


def fold(text: str) -> str:
    """The text with white space folded."""
    return " ".join(text.split())


def _find_forms(analysis: Analysis, document: Document, normal: Normal) -> dict[str, str]:
    """For each form of a name in the view, the source's; the plain one where it occurs too."""
    forms: dict[str, str] = {}
    for mention in analysis.mentions:
        view = fold(mention.span.of(normal.text))
        source = fold(normal.to_source(mention.span).of(document.text))
        if source == view or view not in forms:
            forms[view] = source
    return forms


def _entity(entity: LocalEntity, forms: dict[str, str], document: Document) -> LocalEntity:
    name, *aliases = (forms.get(fold(form), form) for form in (entity.name, *entity.aliases))
    roles = tuple(replace(role, title=role.span.of(document.text)) for role in entity.roles)
    return replace(entity, name=name, aliases=tuple(aliases), roles=roles)


def _field(field: Field, document: Document) -> Field:
    """The field with the words of its span, if it has one."""
    return replace(field, value=fold(field.span.of(document.text))) if field.span else field


def _authors(view: Authors, authors: Authors, document: Document, normal: Normal) -> Authors:
    """The authors as their byline has them."""
    if view.span is None:
        return authors
    at = view.span.start
    names = []
    for name in view.value:
        start = normal.text.find(name, at, view.span.end)
        found = normal.to_source(Span(start, start + len(name))) if start >= 0 else None
        names.append(fold(found.of(document.text)) if found else name)
    return replace(authors, value=tuple(names))


def _words(words: str | None, document: Document, normal: Normal) -> str | None:
    """These words as the source has them where they first stand."""
    start = normal.text.find(words) if words else -1
    return fold(normal.to_source(Span(start, start + len(words or ""))).of(document.text)) if start >= 0 else words
