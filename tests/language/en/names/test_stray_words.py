"""What stands in an article like a name and is none."""

import pytest

from generator.language.en.names.refusals import is_stray
from generator.language.name import Name
from generator.language.packs import find_names
from generator.model import EntityType, Span

STRAY: list[tuple[str, str, EntityType]] = [
    ("Shares of Brenlow (NYSE: BRL) fell.", "BRL", "Organization"),
    ("Shares of Brenlow (NYSE: BRL) fell.", "NYSE", "Organization"),
    ("Shares of Brenlow (NASDAQ: BRL; TSX: BRX) fell.", "BRX", "Organization"),
    ("He said Jama- — that Jamaica agreed.", "Jama", "Place"),
    ("He said Oster-- Osteria would agree.", "Oster", "Place"),
    ("He said Jama — that Jamaica agreed.", "Jama", "Place"),
    ("By Staff Reporter", "Staff Reporter", "Person"),
    ("By Our Correspondent, Harare", "Our Correspondent", "Organization"),
    ("Daily Courier Reporter", "Daily Courier", "Organization"),
    ("WATCH: Amina sings.", "WATCH", "Organization"),
    ("HL: I left.", "HL", "Person"),
    ("She met Wang Xiuying (王秀英) on Friday.", "王秀英", "Person"),
    ("The island (中業島) is near.", "中業島", "Place"),
    ("It cost R4bn more.", "R4bn", "Organization"),
    ("In 2020 they won.", "2020", "Event"),
    ("The Games begin.", "Games", "Event"),
    ("A Project Officer, Publicity and Research, left.", "Publicity", "Organization"),
    ("A Project Officer, Publicity and Research, left.", "Research", "Organization"),
    ("The head of Recruitment and Welfare agreed.", "Recruitment", "Organization"),
    ("The Director of Public Prosecutions left.", "Public Prosecutions", "Organization"),
    ("The Crown appealed.", "Crown", "Organization"),
    ("He thanked the Amir.", "Amir", "Person"),
]
"""A text, words in it and the type they were found with."""
NAMES: list[tuple[str, str, EntityType]] = [
    ("Brenlow (Nigeria) fell.", "Nigeria", "Place"),
    ("He said: (Reuters) it fell.", "Reuters", "Organization"),
    ("Lagos- and Abuja-based firms grew.", "Lagos", "Place"),
    ("He left Israel — that is certain.", "Israel", "Place"),
    ("By Jane Poe, Staff Reporter", "Jane Poe", "Person"),
    ("NATO: The camp is full.", "NATO", "Organization"),
    ("M23 rebels came.", "M23", "Organization"),
    ("The head of Kenya Airways agreed.", "Kenya Airways", "Organization"),
    ("The head of the Health Ministry agreed.", "Health Ministry", "Organization"),
    ("Amir left.", "Amir", "Person"),
    ("Crown Holdings rose.", "Crown Holdings", "Organization"),
    ("She met 王秀英 on Friday.", "王秀英", "Person"),
    ("The Olympic Games begin.", "Olympic Games", "Event"),
    ("Training centres of Research grew.", "Research", "Organization"),
]
"""The like, where the words are a name."""


def block_name(text: str, words: str, kind: EntityType) -> Name:
    """The words, where they stand in the text first."""
    return Name(Span(text.index(words), text.index(words) + len(words)), kind)


@pytest.mark.parametrize(("text", "words", "kind"), STRAY)
def test_what_is_no_name(text: str, words: str, kind: EntityType) -> None:
    """Tickers, words broken off, bylines without a person, labels, amounts, stumps and departments are no names."""
    assert is_stray(text, block_name(text, words, kind), Span(0, len(text)))


@pytest.mark.parametrize(("text", "words", "kind"), NAMES)
def test_what_stays_a_name(text: str, words: str, kind: EntityType) -> None:
    """Brackets, hyphens, dashes, bylines and offices leave other names as they are."""
    assert not is_stray(text, block_name(text, words, kind), Span(0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Her Highness opened the school, and His Excellency thanked the teachers.",
        "The Chair said Mr Speaker was right, and the Honourable Member sat down.",
        "He signed it. Enditem",
    ],
)
def test_nobody_is_called_by_a_style(text: str) -> None:
    """Forms of address, styles and the mark at the end of a dispatch are no names."""
    assert find_names(text, [Span(0, len(text))], "en") == ()
