"""What counts as one person, organization or place: one measure for the front page and for what is new."""

from collections import Counter
from collections.abc import Iterable

from generator.model import Entity, EntityType


def counted_as(entity: Entity) -> tuple[EntityType, str] | None:
    """Under which words an entity is counted; None for a bare name, which may be somebody who is counted already.

    Two of one name count once, as whoever reads the number cannot part them either.
    """
    return None if entity.is_partial else (entity.type, " ".join(entity.name.split()).casefold())


def count_names(entities: Iterable[Entity]) -> Counter[EntityType]:
    """How many there are of each type."""
    return Counter(type_ for type_, _ in set(filter(None, map(counted_as, entities))))
