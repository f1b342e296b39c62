"""What cannot be a name as it was read is put right or left out."""

from generator.language.en.names.checks import check_names
from generator.language.packs import Name
from generator.model import EntityType, Span


def checked(text: str, *names: tuple[str, EntityType]) -> list[str]:
    """The names that are left, of those read."""
    read = [Name(Span(at := text.index(words), at + len(words)), kind) for words, kind in names]
    return [name.span.of(text) for name in check_names(text, read, [Span(0, len(text))], "en")]


def test_one_letter_is_no_name() -> None:
    """A single letter is left out, two initials stay."""
    assert checked("J. met Ann Roe and T. S.", ("J.", "Person"), ("Ann Roe", "Person"), ("T. S.", "Person")) == [
        "Ann Roe",
        "T. S.",
    ]


def test_a_body_is_no_part_of_a_person() -> None:
    """ "Wilson of C-MORE" is Wilson; a place that a saint is called after stays."""
    assert checked("Wilson of C-MORE left.", ("Wilson of C-MORE", "Person")) == ["Wilson"]
    assert checked("Hilary of Poitiers left.", ("Hilary of Poitiers", "Person")) == ["Hilary of Poitiers"]


def test_a_nickname_in_brackets_is_part_of_the_name() -> None:
    """What was read as two names is one where the second closes a bracket; else the bracket's end is cut."""
    text = "They asked James (Jim) Hedges to come."
    assert checked(text, ("James", "Person"), ("Jim) Hedges", "Person")) == ["James (Jim) Hedges"]
    assert checked("Some (or Jim) Hedges came.", ("Jim) Hedges", "Person")) == ["Hedges"]


def test_an_adjective_is_no_organization() -> None:
    """ "Democratic" before a noun is not a body."""
    text = "The Democratic nominee met the Senate."
    assert checked(text, ("Democratic", "Organization"), ("Senate", "Organization")) == ["Senate"]


def test_two_surnames_with_a_hyphen_are_no_person() -> None:
    """ "Roe-Arden" is nobody where Ann Roe and Tom Arden are named; without them it is a name."""
    text = "Ann Roe and Tom Arden ran. The Roe-Arden team won."
    pair: tuple[str, EntityType] = ("Roe-Arden", "Person")
    assert checked(text, ("Ann Roe", "Person"), ("Tom Arden", "Person"), pair) == ["Ann Roe", "Tom Arden"]
    assert checked("The Roe-Arden team won.", pair) == ["Roe-Arden"]
