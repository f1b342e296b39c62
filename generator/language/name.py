"""What both ways of reading give: a name with its place and type."""

from typing import NamedTuple

from generator.model import EntityType, Span


class Name(NamedTuple):
    """A name in a text: its exact words without titles, leading "the" and possessive 's."""

    span: Span
    type: EntityType
