"""The forms of English words."""

import pytest

from generator.language.en.inflection import plural, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("arrest", ("arrest", "arrests", "arresting", "arrested")),
        ("ban", ("ban", "bans", "banning", "banned")),
        ("die", ("die", "dies", "dying", "died")),
        ("agree", ("agree", "agrees", "agreeing", "agreed")),
        ("marry", ("marry", "marries", "marrying", "married")),
        ("clash", ("clash", "clashes", "clashing", "clashed")),
        ("go", ("go", "goes", "going", "went", "gone")),
        ("visit", ("visit", "visits", "visiting", "visited")),
        ("travel", ("travel", "travels", "travelling", "traveling", "travelled", "traveled")),
    ],
)
def test_the_forms_of_a_verb(verb: str, forms: tuple[str, ...]) -> None:
    """By rule and by list."""
    assert verb_forms(verb) == forms


def test_the_plural_of_a_noun() -> None:
    """By rule and by list."""
    assert [plural(noun) for noun in ("strike", "injury", "euro", "crisis", "gunman", "human")] == [
        "strikes",
        "injuries",
        "euros",
        "crises",
        "gunmen",
        "humans",
    ]
