"""Official texts: an embargo is a note, notes on distribution are cut, the words of a resolution stay."""

import pytest

from generator.analysis.publication.metadata import find_metadata
from generator.cleaning import clean
from tests.readers.making import cuts, document, kept

RESOLUTION = """United Nations

S/RES/2991 (2021)

Distr.: General

Resolution 2991 (2021)

The Security Council,

Recalling its previous resolutions on Velonia,

1. Decides to extend the mandate of the Mission in Velonia until 31 May 2022;

2. Urges the Government of Velonia to resume talks in Geneva;

21-17712 (E)
"""
NEWS = "The harbour of Westport opened again on Monday.\n\nThe mayor thanked the crews of the ships.\n"
OPINION = "SUPREME COURT OF NORTHMARK\n\nNo. 19-1257\n\nJUSTICE MARLOWE delivered the opinion of the Court.\n\n"


def test_a_resolution_keeps_its_paragraphs() -> None:
    """Only what is for librarians goes; the symbol is its number."""
    found = clean(document("a.txt", RESOLUTION))
    assert [text for _, text in cuts(found)] == [
        "United Nations",
        "S/RES/2991 (2021)",
        "Distr.: General",
        "21-17712 (E)",
    ]
    assert any(text.startswith("Recalling") for _, text in kept(found))
    metadata = find_metadata(found, [])
    assert (metadata.number.value, metadata.title.value) == ("S/RES/2991 (2021)", "Resolution 2991 (2021)")


def test_an_embargo_is_a_note_and_no_sentence() -> None:
    """The note points at its words; cleaning twice tells it once."""
    found = clean(clean(document("a.txt", f"EMBARGOED UNTIL 00:01 GMT, 5 MAY 2021\n\nHarbour opens\n\n{NEWS}")))
    (note,) = [problem for problem in found.problems if "before the hour" in problem.what]
    assert note.span is not None
    assert note.span.of(found.text) == "EMBARGOED UNTIL 00:01 GMT, 5 MAY 2021"


def test_an_opinion_names_court_docket_and_who_wrote_it() -> None:
    """A docket number without a court above it is none."""
    metadata = find_metadata(clean(document("a.txt", f"{OPINION}{NEWS}")), [])
    assert (metadata.publisher.value, metadata.number.value) == ("SUPREME COURT OF NORTHMARK", "19-1257")
    assert metadata.authors.value == ("MARLOWE",)
    assert find_metadata(clean(document("a.txt", f"No. 19-1257\n\n{NEWS}")), []).number.value is None


@pytest.mark.parametrize(("line", "number"), [(24, "S/RES/2991 (2021)"), (25, None)])
def test_a_document_says_what_it_is_in_its_first_lines(line: int, number: str | None) -> None:
    """A symbol further down is that of another document."""
    lines = "".join(f"The Council notes paragraph {at} of the report.\n\n" for at in range(1, line))
    assert find_metadata(document("a.txt", f"{lines}S/RES/2991 (2021)\n"), []).number.value == number
