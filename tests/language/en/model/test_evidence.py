"""Evidence settles types where the network is unsure, and only there."""

import pytest

from generator.language.en.model.decoding import NAME_TYPES, FoundName
from generator.language.en.model.evidence import weigh

SETTLED = [
    ("the commissioner , Ugochi Nnadi , said", "Ugochi Nnadi", (0.22, 0.7, 0.06, 0), "Person"),
    ("why Imran Qureshi was held", "Imran Qureshi", (0.37, 0.58, 0.02, 0), "Person"),
    ("with Park Ki-moon today", "Park Ki-moon", (0.3, 0.1, 0.5, 0), "Person"),
    ("Ali Poe , 34 , left", "Ali Poe", (0.3, 0.5, 0.1, 0), "Person"),
    ("bridges in Imo State would", "Imo State", (0, 0.52, 0.37, 0), "Place"),
    ("will meet in Suva this", "Suva", (0.02, 0.55, 0.4, 0), "Place"),
    ("visitors from Ipoh came", "Ipoh", (0.01, 0.49, 0.48, 0), "Place"),
    ("the Kamrup Zila Parishad met", "Kamrup Zila Parishad", (0, 0.26, 0.71, 0), "Organization"),
    ("of VinFast said", "VinFast", (0.2, 0.3, 0.45, 0), "Organization"),
    ("the broadcaster Kanta said", "Kanta", (0.5, 0.4, 0.1, 0), "Organization"),
    ("and Petrobras closed", "Petrobras", (0.1, 0.3, 0.5, 0), "Organization"),
    ("the EFCC appealed", "EFCC", (0.4, 0.35, 0.1, 0), "Organization"),
    ("her doctor Zanele left", "Zanele", (0.4, 0.1, 0.45, 0), "Person"),
]
"""Words, a name in them, what the network holds of it, and its type in the light of the evidence."""
FIRM = [
    ("in Congress today", "Congress", (0, 0.97, 0.02, 0), "Organization"),
    ("at Johnson Space Center today", "Johnson Space Center", (0.02, 0.3, 0.6, 0), "Place"),
    ("the West Bank was", "West Bank", (0, 0.05, 0.94, 0), "Place"),
    ("met Santa Clara officials", "Santa Clara", (0.03, 0.02, 0.95, 0), "Place"),
    (
        "a Coronado Unified School District office",
        "Coronado Unified School District",
        (0, 0.8, 0.15, 0),
        "Organization",
    ),
    ("by Stratford-upon-Avon council", "Stratford-upon-Avon", (0.2, 0.2, 0.6, 0), "Place"),
    ("who told Washington so", "Washington", (0.6, 0.1, 0.25, 0), "Person"),
]
"""The like, where the network's type stays."""


@pytest.mark.parametrize(("text", "words", "chances", "expected"), [*SETTLED, *FIRM])
def test_types(text: str, words: str, chances: tuple[float, ...], expected: str) -> None:
    """Given names, offices, ages, words for places and bodies and the lists settle what the network leaves open."""
    written, named = text.split(), words.split()
    start = next(at for at in range(len(written)) if written[at : at + len(named)] == named)
    kind = max(range(4), key=lambda at: chances[at])
    [name] = weigh([FoundName(start, start + len(named), chances, kind)], written)
    assert NAME_TYPES[name.kind] == expected
    assert sum(name.chances) == pytest.approx(sum(chances))
