"""Who matters in a brief: those that are named most and have a say in it."""

from collections import Counter

from generator.model import Brief, LocalEntity

MOST = 6
_SAID, _ROLE, _PERSON = 2, 4, 1
"""What a statement, a stated role and being a person count, beside one for each mention."""
_LEAST = 3
"""The weight of a name that is nobody's and has no role: a place or a body named in passing is left to the list."""


def choose_leading(brief: Brief) -> list[LocalEntity]:
    """At most six, the weightiest first, then in the order of the text: of places only those that have a say."""
    analysis = brief.analysis
    named = Counter(mention.entity for mention in analysis.mentions)
    first = {mention.entity: mention.span for mention in reversed(analysis.mentions)}
    said = Counter(one.speaker for one in analysis.quotations) + Counter(one.claimant for one in analysis.claims)
    said += Counter(who for stance in analysis.stances for who in stance.holders)

    def weigh(entity: LocalEntity) -> int:
        is_told = any(role.kind == "role" for role in entity.roles)
        is_person = entity.type == "Person"
        return named[entity.id] + _SAID * said[entity.id] + _ROLE * is_told + _PERSON * is_person

    def fits(entity: LocalEntity) -> bool:
        if entity.type == "Person":
            return True
        has_say = entity.type == "Organization" or said[entity.id] > 0
        return entity.type != "Event" and has_say and weigh(entity) >= _LEAST

    known = [entity for entity in analysis.entities if entity.id in first and fits(entity)]
    return sorted(known, key=lambda entity: (-weigh(entity), first[entity.id]))[:MOST]
