"""Listed media, companies and parties are bodies, unless the text says otherwise."""

from generator.language.en.names.listed import may_stand_alone


def test_what_may_stand_alone() -> None:
    """Towns, given names and common words that are listed count as evidence only."""
    assert may_stand_alone("Safaricom") and may_stand_alone("ZANU-PF") and may_stand_alone("Tata Motors")
    assert not any(map(may_stand_alone, ("Kenya", "Reliance", "DA", "Mary")))
