"""Credits: who is credited or cited, by name only."""

import pytest

from generator.analysis.publication.credits import find_credits
from generator.build import study
from generator.cleaning import clean
from generator.model import BODY_KINDS, Source
from tests.showing import document


def credits(text: str) -> list[tuple[str, str]]:
    """Kind and name of each credit, each block taken for one sentence."""
    cleaned = clean(document(text))
    found = find_credits(cleaned, [block.span for block in cleaned.blocks if block.kind in BODY_KINDS])
    assert all(credit.name == credit.span.of(text) for credit in found)
    assert list(found) == sorted(found, key=lambda credit: credit.span)
    return [(credit.kind, credit.name) for credit in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port is open again, she said. (ANI/Xinhua)", [("wire", "ANI"), ("wire", "Xinhua")]),
        ("The port is open again, she said.\n\n(Inputs from AP)", [("wire", "AP")]),
        ("The port is open again, she said.\n\n(With inputs from Northern Wire)", [("wire", "Northern Wire")]),
        ("The port is open again, she said.\n\n(With inputs from agencies)", []),
        ("GENEVA, Jan. 7 (Xinhua) -- The port is open again.", [("wire", "Xinhua")]),
        ("LONDON (Reuters) - The port is open again.", [("wire", "Reuters")]),
        ("The port is open again, she said.\n\n(Image: Twitter/MFA_Russia)", [("image", "Twitter/MFA_Russia")]),
        ("The port is open again, she said.\n\nPhoto by Ann Lee/Getty Images", [("image", "Ann Lee/Getty Images")]),
        ("The port is open again, she said.\n\nFile photo", []),
        ("A red boat in the port (File photo: Ann Lee)\n\nThe port is open again.", [("image", "Ann Lee")]),
        ("A red boat in the port (Photo: Ann Lee)\n\nThe port is open again.", [("image", "Ann Lee")]),
    ],
)
def test_credits_name_wires_and_image_owners(text: str, expected: list[tuple[str, str]]) -> None:
    """Wherever they stand: at the end of the last sentence, on a line of their own, or in front of the first."""
    assert credits(text) == expected


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ships are back, reported Sputnik.", ["Sputnik"]),
        ("Ships are back, reported Westport Courier.", ["Westport Courier"]),
        ("As per the AP report, ships are back.", ["AP"]),
        ("Ships are back, as per AP.", ["AP"]),
        ("AP reported that ships are back.", ["AP"]),
        ("“Ships are back,” she told Reuters on Monday.", ["Reuters"]),
        ("According to the BBC, ships are back.", ["BBC"]),
        ("The news agency TASS said ships are back, citing Interfax.", ["TASS", "Interfax"]),
        ("Ships are back, he told the Guardian Monday.", ["Guardian"]),
    ],
)
def test_cited_media_are_found(sentence: str, names: list[str]) -> None:
    """A medium counts where the sentence says that it reported or was told something."""
    assert credits(sentence) == [("cited", name) for name in names]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sputnik was the first satellite in space.",
        "The Tehran Times reporter stayed at home, the Times man did not.",
        "He was speaking to the Atlantic Council about ships.",
        "The captain of the ship is Ann Westport, and all is well, reported Westport.",
        "According to the National Transportation Safety Board, ships are back.",
        "As per the news report, ships are back.",
        "It was reported that ships are back.",
        "The apple reported by the farmer was red.",
    ],
)
def test_other_names_are_not_cited(sentence: str) -> None:
    """A name alone is no citation, nor is part of a longer name or a person's."""
    assert [name for _, name in credits(sentence)] == []


def test_chrome_cites_nobody() -> None:
    """Links to other stories are not searched."""
    assert credits("The port is open again, she said.\n\nALSO READ: Storm is near, reported AP") == []


def test_a_study_tells_the_rules_of_what_is_published() -> None:
    """Credits, title, day and authors keep the name of their rule where odd characters are put back."""
    head = "Harbour opens on Monday\n\nBy Ann Lee, 4 March 2021"
    text = f"{head}\n\nThe pier\u00a0is open, she told Reuters.\n\n(Inputs from AP)"
    found = study(Source("a.txt", "a", text.encode()), summary_sentences=1).analysis
    assert found is not None
    assert [(credit.name, credit.rule) for credit in found.credits] == [
        ("Reuters", "word before the medium"),
        ("AP", "agency in a credit line"),
    ]
    fields = (found.metadata.title, found.metadata.published, found.metadata.authors)
    assert all(field.value and field.rule for field in fields)
