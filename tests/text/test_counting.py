"""One measure of how many people, organizations and places there are."""

from generator.model import Entity, EntityType, Evidence, Span
from generator.text.counting import count_names, counted_as


def entity(name: str, type_: EntityType = "Person", *, is_partial: bool = False) -> Entity:
    """An entity that one brief names."""
    mention = Evidence("b", Span(0, len(name)))
    return Entity(name.lower(), type_, name, (), (), (mention,), is_partial=is_partial)


def test_a_bare_name_counts_as_nobody() -> None:
    """It may be somebody who is counted already."""
    assert counted_as(entity("Quill", is_partial=True)) is None
    assert counted_as(entity("Ann  Quill")) == ("Person", "ann quill")


def test_two_of_one_name_count_once_and_types_are_apart() -> None:
    """A reader cannot part them by the number either."""
    some = [entity("Ann Quill"), entity("ann quill"), entity("Bo Ray"), entity("Lisbon", "Place")]
    assert count_names([*some, entity("Ray", is_partial=True)]) == {"Person": 2, "Place": 1}
