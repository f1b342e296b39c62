"""Towns that reports open with are places, in every form of dateline; labels and turns of speech are not."""

import pytest

from generator.language.en.names.towns import find_dateline_towns
from generator.language.name import Name
from generator.model import Span

TOWNS = {
    "ENUGU, April 6 — The works were stopped.": ["ENUGU"],
    "KHULNA: The works were stopped.": ["KHULNA"],
    "PUTRAJAYA, Nov 21 (Bernama) — Works were stopped.": ["PUTRAJAYA"],
    "KYIV. Drones hit a depot.": ["KYIV"],
    "PORT-AU-PRINCE, Haiti — Gangs burned a market.": ["PORT-AU-PRINCE"],
    "NEW DELHI: The works were stopped.": ["NEW DELHI"],
    "Lagos – The works were stopped.": ["Lagos"],
    "MOSCOW, May 7. /TASS/. Deputy minister Oleg Tarasov left.": ["MOSCOW"],
    "NEW DELHI, Aug 9 (PTI) Chief Minister Tom Arden left.": ["NEW DELHI"],
    "KESWICK, Feb. 14, 2022 /PRNewswire/ -- Brenlow sold its mill.": ["KESWICK"],
    "MOSCOW/KYIV (Reuters) - Talks began.": ["MOSCOW", "KYIV"],
    "THE HAGUE, Netherlands (AP) — The court met.": ["HAGUE"],
    "Accra, Jan. 4, GNA – The works were stopped.": ["Accra"],
    "WASHINGTON, D.C. — The works were stopped.": ["WASHINGTON"],
    "ODIENDA, Tuesday – The works were stopped.": ["ODIENDA"],
    "RIO DE JANEIRO: The works were stopped.": ["RIO DE JANEIRO"],
    "ABUJA— The works were stopped.": ["ABUJA"],
    "GENEVA (7 May 2021) – Experts met.": ["GENEVA"],
    "CHENNAI/NEW DELHI: The works were stopped.": ["CHENNAI", "NEW DELHI"],
    "BRAKPAN: The men were held.": ["BRAKPAN"],
    "DUNMORE, Ohio--(BUSINESS WIRE)--Brenlow sold its mill.": ["DUNMORE"],
    "By Our Correspondent, Harare": ["Harare"],
}
"""Heads of blocks, and the towns in them."""
NONE = [
    "CORRECTION: The mayor was there.",
    "WATCH: Amina sings.",
    "EXCLUSIVE: Air Peace will buy ten planes.",
    "FIFA: The men were held.",
    "BREAKING — The men were held.",
    "NELL SELBY, HOST: Good morning.",
    "MS. ABARA: I have nothing to add.",
    "QUESTION: Is it over?",
    "IN PICTURES: The flood.",
    "John Smith — who was there — left.",
    "UNHCR — The camp is full.",
    "Editor - The camp is full.",
    "He left. The men stayed.",
    "U.S. The word stands for a country.",
    "PETRA: Hello.",
    "By Jane Poe",
]
"""Heads of blocks without a town."""


@pytest.mark.parametrize(("text", "towns"), TOWNS.items())
def test_towns_of_datelines(text: str, towns: list[str]) -> None:
    """A town stands at the head of a block, before a dash, a date and agency, or, in capitals, a colon."""
    assert [town.of(text) for town in find_dateline_towns(text, [Span(0, len(text))], [])] == towns


@pytest.mark.parametrize("text", NONE)
def test_labels_are_no_towns(text: str) -> None:
    """Common words, bodies, people with their office and titles at the head of a block are no towns."""
    assert find_dateline_towns(text, [Span(0, len(text))], []) == []


def test_turns_are_no_towns() -> None:
    """What labels several blocks, or is a surname of the text, tells who speaks."""
    text = "BRAKPAN: I left.\nBRAKPAN: I came back.\nODIENDA: So did I."
    lines = [Span(0, 16), Span(17, 38), Span(39, len(text))]
    assert find_dateline_towns(text, lines[:2], []) == []
    told = "ODIENDA: So did I. Mary Odienda laughed."
    name = Name(Span(told.index("Mary"), told.index(" laughed")), "Person")
    assert find_dateline_towns(told, [Span(0, len(told))], [name]) == []
