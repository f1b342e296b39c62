"""What an atlas adds to a place, and when it adds nothing."""

import pytest

from generator.linking import link
from generator.model import Entity
from tests.linking.analyses import make_analysis


def place_of(text: str, *names: str) -> Entity:
    """The first of the places of one brief."""
    library = link([make_analysis("a", text, [("Place", name) for name in names])])
    return next(entity for entity in library.entities if entity.name == names[0])


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("It rained in Kenya.", ("Kenya",), "Kenya"),
        ("It rained in Nairobi.", ("Nairobi",), "Kenya"),
        ("It rained in Kiev.", ("Kiev",), "Ukraine"),
        ("It rained in Cambridge, Massachusetts.", ("Cambridge", "Massachusetts"), "United States"),
        ("It rained in Cambridge, Massachusetts. On Monday it did not.", ("Cambridge",), "United States"),
        ("After the talks in Brussels, US Secretary Ann Bell spoke.", ("Brussels",), "Belgium"),
        ("After the talks in Brussels, U.S. Secretary Ann Bell spoke.", ("Brussels",), "Belgium"),
        ("It rained in Leeds and all over Britain.", ("Leeds", "Britain"), "United Kingdom"),
        ("It rained in Washington, D.C., all day.", ("Washington",), "United States"),
    ],
)
def test_known_place(text: str, names: tuple[str, ...], country: str) -> None:
    """A country, a large city, and a city of which the text says where it is have a reference."""
    reference = place_of(text, *names).reference
    assert reference
    assert reference.country == country
    assert reference.geonames
    assert -90 <= reference.latitude <= 90


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained in Cambridge.", ("Cambridge",)),
        ("It rained in Georgia.", ("Georgia",)),
        ("It rained in Washington.", ("Washington",)),
        ("It rained in Springfield, Kenya.", ("Springfield", "Kenya")),
        ("It rained in Leeds.", ("Leeds",)),
        ("It rained in Kandahar province.", ("Kandahar",)),
        ("It rained in Upper Wexcombe.", ("Upper Wexcombe",)),
    ],
)
def test_unsure_place_has_no_reference(text: str, names: tuple[str, ...]) -> None:
    """A name that several places have, or a province has too, is none of them where the text does not say which."""
    assert place_of(text, *names).reference is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Moscow said it would wait.", 1),
        ("On Friday Moscow again rejected the plan.", 1),
        ("They spoke of the talks between Moscow and Tehran.", 1),
        ("They spoke of the ties between Tehran and Moscow.", 1),
        ("Officials in Moscow said so.", 0),
        ("The road between Moscow and Tehran is long.", 0),
        ("It rained in Moscow.", 0),
        ("He came from Moscow and agreed.", 0),
    ],
)
def test_capital_for_its_government(text: str, count: int) -> None:
    """A capital that speaks or negotiates stands for its government; one where something happens does not."""
    assert len(place_of(text, "Moscow", "Tehran").metonyms) == count
