"""Names that are none: parts of products and laws, peoples."""

import pytest

from generator.language.name import Name
from generator.language.refusals import drop_titles, is_no_name
from generator.model import EntityType, Span


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Alabama Human Life Protection Act passed.", "Alabama Human Life Protection", "Organization"),
        ("A Boeing 747 landed.", "Boeing", "Organization"),
        ("Votes on Super Tuesday count.", "Super", "Event"),
        ("He toured Great Britain.", "Great", "Place"),
        ("The belief of Alabamians and Californians.", "Alabamians", "Person"),
    ],
)
def test_what_is_no_name(text: str, words: str, kind: EntityType) -> None:
    """A law, a people, the maker in the name of a product and the first word of a longer name are none."""
    assert is_no_name(text, Name(Span(text.index(words), text.index(words) + len(words)), kind))


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Paris Agreement holds.", "Paris", "Place"),
        ("Parliament met.", "Parliament", "Organization"),
        ("Apple Chief Tom Arden left.", "Apple", "Organization"),
        ("Boeing acted at once.", "Boeing", "Organization"),
        ("Jude German met Ann Welsh.", "Ann Welsh", "Person"),
    ],
)
def test_what_stays_a_name(text: str, words: str, kind: EntityType) -> None:
    """A place in the name of an agreement, a company that acts, and people called like a people are names."""
    assert not is_no_name(text, Name(Span(text.index(words), text.index(words) + len(words)), kind))


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["Princess", "Ana Soto"], ["Ana Soto"]),
        (["Martin King", "King"], ["Martin King", "King"]),
        (["Soto", "Judge"], ["Soto"]),
    ],
)
def test_a_title_alone_is_nobody(names: list[str], kept: list[str]) -> None:
    """A title is no person, unless it is the surname of somebody whom the text names in full."""
    text = ", ".join(names)
    found = [Name(Span(text.rindex(name), text.rindex(name) + len(name)), "Person") for name in names]
    assert [name.span.of(text) for name in drop_titles(text, found)] == kept
