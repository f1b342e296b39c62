"""A pronoun stands for a person only where exactly one fits."""

import pytest

from generator.language.en.persons import ALIAS, BORN, know_pronouns, resolve_pronoun
from generator.model import Span
from generator.text.spans import Spans
from tests.analysis.articles import article
from tests.analysis.found import entities

NAMES = {"Jane Roe": "p1", "Roe": "p1", "Peter Poe": "p2", "Poe": "p2", "Ashu Doe": "p3", "Doe": "p3", "Lima": "l1"}


def resolve(text: str, roles: dict[str, str] | None = None) -> str | None:
    """Whom the last " he " or " she " of the text stands for."""
    made = article(text, NAMES, roles)
    at = max(text.rfind(" he ") + 1, text.rfind(" she ") + 1)
    known = know_pronouns(text, made.entities, made.mentions)
    return resolve_pronoun(text, Span(at, text.index(" ", at)), Spans(made.sentences), Spans(made.mentions), known)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Jane Roe came. Then she left.", "p1"),
        ("Ashu Doe came to Lima. It rained. Then she left.", "p3"),
        ("Jane Roe met Peter Poe. Then she left.", "p1"),
        ("Jane Roe met Peter Poe. Then he left.", "p2"),
        ("Jane Roe met Mr. Doe, and then he left.", "p3"),
        ("Jane Roe met Ashu Doe. Then she left.", None),
        ("Jane Roe came. Then he left.", None),
        ("Jane Roe came. It rained. It hailed. Then she left.", None),
        ("It rained. Then she left.", None),
        ("Mr. Doe met Ms. Doe. Then she left.", None),
    ],
)
def test_one_person_must_fit(text: str, person: str | None) -> None:
    """Named in the sentence or the two before, and not known to be called otherwise."""
    assert resolve(text) == person


def test_a_role_tells_the_pronoun() -> None:
    """A spokeswoman is called she; the husband of a queen is not."""
    text = "Jane Roe, a spokeswoman, met Ashu Doe, husband of the Queen. Then she left."
    assert resolve(text, {"p1": "spokeswoman", "p3": "husband of the Queen"}) == "p1"


def test_an_honorific_tells_two_of_one_surname_apart() -> None:
    """ "Smt." and "Shri", "Mme" and "M." before one surname are two people."""
    found, _ = entities("Shri Nitin Bhandari spoke. Smt. Bhandari wept.\nShri Bhandari left.")
    assert [(entity.name, entity.aliases) for entity in found] == [("Nitin Bhandari", ("Bhandari",)), ("Bhandari", ())]


KNOWN = "also better best popularly commonly widely formerly previously otherwise professionally once now then usually"
PASSES = [
    *(f", {how} known as " for how in KNOWN.split()),
    *(f" known {how}as " for how in ("", "simply ", "now ", "online ", "to her fans ", "to their friends ")),
    *(f", more {how} known as " for how in ("commonly", "widely")),
    *(f", {how} called " for how in ("also", "commonly", "usually", "formerly", "popularly")),
    *(
        f" (whose {kind} name is "
        for kind in ["real", "birth", "full", "legal", "given", "stage", "pen", "original", "maiden"]
    ),
    *(f", {kind} name: " for kind in ("real", "birth")),
    *(f" under the {name} " for name in ("stage name", "pen name", "pseudonym", "alias", "name", "nom de guerre of")),
    *(f" {doing} under the name " for doing in ["performs", "performed", "performing", "writes", "wrote", "writing"]),
    *(f" who {doing} by the name of " for doing in ["sings", "sang", "publishes", "blogs"]),
    *(f", {going} by " for going in ("who goes", "who went", "going")),
    *(" who goes by the name of ", ", going by the stage name "),
    *(" and who is also known as ", ", he was also called ", ", she is formerly "),
    *(
        " aka ",
        ", a.k.a., ",
        " alias ",
        " née ",
        " né ",
        " was formerly ",
        ", nom de guerre ",
        " alias the “",
        " alias Mr. ",
    ),
]


@pytest.mark.parametrize("words", PASSES)
def test_words_that_lead_from_a_name_to_another_of_the_same_person(words: str) -> None:
    """Each way to say how somebody is called."""
    assert ALIAS.fullmatch(words)


@pytest.mark.parametrize("words", [" (born ", ", born as ", " was born ", ", born “"])
def test_words_before_the_name_that_somebody_was_given(words: str) -> None:
    """Each way to say how somebody was called first."""
    assert BORN.fullmatch(words)


@pytest.mark.parametrize(
    "words", [" known ", " is ", " and formerly of ", " under ", " who sang ", ", born in ", " called "]
)
def test_words_that_tell_of_somebody_else(words: str) -> None:
    """What only begins so."""
    assert not (ALIAS.fullmatch(words) or BORN.fullmatch(words))
