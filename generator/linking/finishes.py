"""What the curator says of an entity, set on the entity as the sources have it, and marked as the curator's."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Edit, Entity, StatedRole

MERGED = "merged by the editor"
"""The rule of an entity that the curator made of several."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What the curator says of one entity."""

    name: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    is_merged: bool = False


def join_finishes(one: Finish, other: Finish) -> Finish:
    """All that both say; the later name and description win."""
    return Finish(
        other.name or one.name,
        other.description or one.description,
        tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        tuple(dict.fromkeys((*one.links, *other.links))),
        tuple(dict.fromkeys((*one.edits, *other.edits))),
        one.is_merged or other.is_merged,
    )


def finish_entity(entity: Entity, finish: Finish, roles: Iterable[StatedRole]) -> Entity:
    """The entity with what the curator says of it; `roles` are in the curator's wording."""
    own = tuple(roles)
    rules = [MERGED] if finish.is_merged and MERGED not in (entity.rule or "") else []
    return replace(
        entity,
        aliases=tuple(dict.fromkeys(alias for alias in (*entity.aliases, *finish.aliases) if alias != entity.name)),
        roles=(*entity.roles, *own),
        rule="; ".join([*rules, entity.rule] if entity.rule else rules) or None,
        description=finish.description,
        links=finish.links,
        edits=(*finish.edits, *([Edit("a role corrected by the editor")] if own else [])),
    )
