"""Titles and offices of people exactly as the text states them: before the name, after a comma, after "is" or "was".

The rooms in their order: `rules` lists who is told to be what, `edges` where its words begin and end, `ranks` parts an
office from a rank behind it, `refusals` drops what only looks like a role.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.language.en.roles.edges import Edge, mend, try_edge
from generator.language.en.roles.refusals import REFUSALS, Case, list_cases
from generator.language.en.roles.rules import ROLES, list_stated
from generator.language.en.roles.stated import Scene, Stated, set_scene, with_span
from generator.model import Mention, Role, Span
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans

HONORIFIC = "honorific"
"""The name of the rule by which somebody has a form of address."""


RETIRED = re.compile(r" \((?:[Rr]et|[Rr]e?td|[Rr]etired)\.?\)")
"""That somebody no longer serves, behind his rank: " (Retd)"."""


def find_roles(
    text: str, spans: Sequence[Span], mentions: Sequence[Mention], language: str = "en"
) -> Mapping[str, tuple[Role, ...]]:
    """The roles by entity, in text order; the same words once. `mentions` are in order, `spans` the blocks."""
    scene = set_scene(text, spans, mentions, language)
    cases = list_cases(scene, list_stated(scene, ROLES.rules))
    sound = (case.stated for case in cases if not is_refused(case))
    found: dict[str, dict[str, Role]] = {}
    for stated in (*sound, *find_honors(scene, mentions)):
        role = finish(scene, stated)
        found.setdefault(stated.entity, {}).setdefault(role.title.casefold(), role)
    return {entity: tuple(sorted(roles.values(), key=lambda role: role.span)) for entity, roles in found.items()}


def is_refused(case: Case) -> bool:
    """Whether a rule says that it is no role."""
    return any(rule.find(case) for rule in REFUSALS)


def finish(scene: Scene, stated: Stated) -> Role:
    """The role with its last words, and with whose office it is."""
    span = mend(scene, stated.role.span, LAST_EDGES.rules)
    return replace(with_span(scene.text, stated, span).role, of=find_bearer(stated.role.span, scene.mentions))


def find_honors(scene: Scene, names: Sequence[Mention]) -> Iterator[Stated]:
    """The honorifics before people's names, as forms of address: "Dr", "Datuk Seri"."""
    for mention, honored in zip(names, scene.mentions, strict=True):
        words = scene.text[honored.span.start : mention.span.start].rstrip()
        if words and words[0] != "(":
            span = Span(honored.span.start, honored.span.start + len(words))
            yield Stated(Role(words, span, "title", "address", rule=HONORIFIC), mention.entity, mention.span)


def find_bearer(span: Span, mentions: Spans[Mention]) -> str | None:
    """The one organization that a role names, or else the one place."""
    for kind in ("Organization", "Place"):
        named = {mention.entity for mention in mentions.starting_in(span) if mention.type == kind}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def add_retired(scene: Scene, span: Span) -> Span:
    """With the "(Retd)" behind it."""
    retired = RETIRED.match(scene.text, span.end)
    return Span(span.start, retired.end()) if retired else span


LAST_EDGES: Chain[Edge] = Chain(
    "last edges of roles",
    (
        Rule(
            "no longer in service",
            add_retired,
            yes=(
                "|General (Retd)| Tom Arden spoke.",
                "|Interior Minister Maj Gen (rtd)| Joe Bako spoke.",
            ),
            no=(
                "General Tom Arden spoke.",
                "General (Navy) Tom Arden spoke.",
            ),
            reason='Asked of roles that stand, as "(Retd)" is kept with the name behind it until then.',
        ),
    ),
    try_edge,
)
