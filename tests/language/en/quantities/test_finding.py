"""What numbers count, compare and belong to."""

from evaluation.polarity import study
from generator.model import Analysis, Quantity


def find(text: str) -> tuple[Analysis, tuple[Quantity, ...]]:
    """The study of a text, and its figures."""
    found = study(text)
    return found, found.quantities


def test_comparators_have_one_name_each() -> None:
    """However it is written, before the number or behind it."""
    text = (
        "They lost at least 20 cows, no fewer than 21 pigs, over 22 hens, less than 23 goats, up to 24 dogs, some 25 "
        "cats, 26 mules or more and 27 ducks."
    )
    wanted = ["at least", "at least", "more than", "less than", "at most", "about", "at least", None]
    assert [one.comparator for one in find(text)[1]] == wanted


def test_a_figure_of_a_happening_says_so() -> None:
    """It has the happening whose argument it is, and what it measures there."""
    found, (first, second) = find("Nine people were killed and 31 injured in an attack in Lima on Monday.")
    assert [(one.measure, found.events[one.event or 0].kind) for one in (first, second)] == [
        ("killed", "attack"),
        ("injured", "attack"),
    ]
    assert second.counted is None


def test_every_slice_is_the_source_s_own() -> None:
    """The number and what is counted lie in the words of the figure, these in its sentence; the noun ends no later."""
    found, figures = find("Peru reported at least 126,000 confirmed cases of measles, up 12% on last year.")
    text = found.document.text
    assert [one.span.of(text) for one in figures] == ["at least 126,000 confirmed cases of measles", "12%"]
    assert (figures[0].counted, figures[0].noun) != (None, None)
    for one in figures:
        assert found.sentences[one.sentence].holds(one.span)
        assert all(one.span.holds(part) for part in (one.number, one.counted, one.noun) if part)
