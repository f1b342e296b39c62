"""Quotations of a headline, held against the body."""

import pytest

from generator.analysis import analyse
from tests.analysis.found import make_document

BODY = "Mayor Maria Lopez said: “The pier was held together by rust and by hope.” The board would never pay for that."


def found(title: str) -> list[tuple[str, str | None]]:
    text = f"# {title}\n{BODY}"
    return [
        (said.found, said.evidence.of(text) if said.evidence else None)
        for said in analyse(make_document(text)).headline_quotations
    ]


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("Pier ‘held together by rust’, says Lopez", [("quoted", "held together by rust")]),
        ("Board ‘would never pay’", [("unquoted", "would never pay")]),
        ("‘Rust and hope’ held the pier", [("partly", "The pier was held together by rust and by hope.")]),
        ("Lopez calls the board ‘criminal liars’", [("not found", None)]),
        ("Mayor's board can't pay", []),
        ("Star of film “The Glass Ferry” opens the pier", []),
    ],
)
def test_a_headline_is_held_against_the_body(title: str, outcome: list[tuple[str, str | None]]) -> None:
    """Each quotation of the title is quoted, only written, partly there, or nowhere in the body; always verbatim."""
    assert found(title) == outcome


def test_the_speaker_of_a_headline_is_the_one_quoted_in_the_body() -> None:
    """Who is quoted with the words in the body is named; nobody where the words are not quoted."""
    analysis = analyse(make_document(f"# Pier ‘held together by rust’ and board ‘would never pay’\n{BODY}"))
    names = {entity.id: entity.name for entity in analysis.entities}
    assert [names.get(said.speaker or "") for said in analysis.headline_quotations] == ["Maria Lopez", None]
