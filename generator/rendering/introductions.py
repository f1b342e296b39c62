"""How a source first introduces somebody or something: the oldest sentence that does, and the words that describe."""

import re
from collections.abc import Sequence

from generator.model import Entity, Evidence, Span
from generator.rendering.catalog import Catalog, text_of, unit_of, unit_span

APPOSITION = re.compile(
    r"[’']?s?, ((?:an? [a-z]|the [a-z][^,.;:()“”\"—]{2,60} (?:of|in|for) )[^,.;:()“”\"—]{3,120})[,.;]"
)
"""What stands between commas behind a name: `, a town in the north of Peru,`."""
COPULA = re.compile(
    r" ?(?:\([^()]{1,40}\) )?(?:is|was|are|were) ((?:an? [a-z]|the [a-z][^.;:()“”\"—]{2,60} (?:of|in|for) )"
    r"[^.;:()“”\"—]{3,120})[,.;]"
)
"""What a name is said to be: ` is a city in Russia.`"""
SAID = re.compile(r"\b(?:said|says|told|added|reported|according)\b")
"""What makes a clause of its own of the words between commas."""
_LOOKED_AT = 200
"""Sentences among which the introduction is sought."""


def find_introduction(catalog: Catalog, entity: Entity) -> tuple[Evidence, tuple[Span, ...]]:
    """The mention that introduces an entity, and the spans in its sentence that are to be set off, its name first.

    Of the oldest brief the first sentence with a stated role or a description behind the name; else that of any
    brief, oldest first; else the first sentence of all.
    """
    mentions = sorted(entity.mentions, key=lambda mention: _age(catalog, mention))[:_LOOKED_AT]
    roles = {unit_of(catalog.addresses, role.evidence): role.evidence.span for role in entity.roles}
    for mention in mentions:
        unit = unit_of(catalog.addresses, mention)
        # A headline or caption names without introducing.
        if unit[1] < 0:
            continue
        if words := roles.get(unit) or describe(catalog, mention, unit_span(catalog, unit)):
            return mention, _apart(mention.span, words)
    told = [mention for mention in mentions if unit_of(catalog.addresses, mention)[1] >= 0]
    first = (told or mentions)[0]
    return first, (first.span,)


def describe(catalog: Catalog, mention: Evidence, sentence: Span) -> Span | None:
    """The words behind a name that say what it is."""
    text = text_of(catalog, Evidence(mention.brief, Span(mention.span.end, max(mention.span.end, sentence.end))))
    for pattern in (APPOSITION, COPULA):
        if (match := pattern.match(text)) and not SAID.search(match[1]):
            return Span(mention.span.end + match.start(1), mention.span.end + match.end(1))
    return None


def _apart(name: Span, words: Span) -> tuple[Span, ...]:
    """Both, or the longer one where one holds the other."""
    spans: Sequence[Span] = (name, words)
    if words.overlaps(name):
        spans = (max(spans, key=lambda span: span.end - span.start),)
    return tuple(sorted(spans))


def _age(catalog: Catalog, mention: Evidence) -> tuple[str, str, Span]:
    """The order in which sources wrote: by date, those without one last."""
    published = catalog.briefs[mention.brief].analysis.metadata.published.value
    return published or "\uffff", mention.brief, mention.span
