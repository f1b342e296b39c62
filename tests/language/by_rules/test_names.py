"""Names by rules: exact spans, a type only with evidence, and nothing invented."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.by_rules.names import find_names
from generator.model import Span
from tests.language.reading import names

FOUND = {
    "titles are no part of a name": (
        "Talks with Foreign Minister Anna Valdez and Lt. Gen. Robert Kranz ended.",
        "Anna Valdez P, Robert Kranz P",
    ),
    "a title of a hundred words stays a title": (
        "It was signed by Deputy Assistant Secretary of Trade for Peru, Chile and Oceania Laura Kemp on Friday.",
        "Laura Kemp P",
    ),
    "a country before a title is a place": (
        "The US Deputy Secretary of State Carla Noonan spoke.",
        "US O, Carla Noonan P".replace("US O", "US P"),
    ),
    "a title in lower case": (
        "US Labor Department spokesperson Dan Prewitt said so.",
        "US Labor Department O, Dan Prewitt P",
    ),
    "an acronym in brackets inside a long form": (
        "The Organization for Trade and Growth (OTGA) in Africa met.",
        "Organization for Trade and Growth (OTGA) in Africa O",
    ),
    "an acronym after its long form": (
        "The Council of Baltic Ports (CBP) met. The CBP agreed.",
        "Council of Baltic Ports O, CBP O, CBP O",
    ),
    "one organization, one name": (
        "The OSCE Permanent Council and the NATO-Russia Council met with the Brazilian Chamber of Commerce.",
        "OSCE Permanent Council O, NATO-Russia Council O, Brazilian Chamber of Commerce O",
    ),
    "hyphens between blanks join nothing": (
        "Progress in Moscow - Washington and Russia - NATO talks is slow.",
        "Moscow P, Washington P, Russia P, NATO O",
    ),
    "a hyphen between two countries": ("The Russia-Ukraine border is closed.", "Russia P, Ukraine P"),
    "a possessive is cut off": ("Peru's army and Chile’s navy met.", "Peru P, Chile P"),
    "a leading article is cut off": ("They left the United States for The Hague.", "United States P, The Hague P"),
    "a hyphen before two small words": ("Troops in Basra-based-units left.", "Basra P"),
    "for and its article": ("The Council for the Baltic met.", "Council for the Baltic O"),
    "and inside an office": ("The Food and Drug Administration met.", "Food and Drug Administration O"),
    "and behind the first word": ("Food and Drug Administration met.", "Drug Administration O"),
    "US is a country, us is not": ("Join us in the US.", "US P"),
    "U.S.-backed names the country only": ("The U.S.-backed plan failed.", "U.S. P"),
    "a surname follows its full name": (
        "It was Maria Kowalczyk. Later Kowalczyk left.",
        "Maria Kowalczyk P, Kowalczyk P",
    ),
    "a place by the word before it": ("Fire broke out in Brzezno on Monday.", "Brzezno P"),
    "a place by the country after it": ("Brzezno, Poland, is small.", "Brzezno P, Poland P"),
    "a place by its kind": ("The village of Ostrava Dolna and the Karvun district burnt.", "Ostrava Dolna P, Karvun P"),
    "an organization by its kind": ("The newspaper Vestra reported it.", "Vestra O"),
    "a school": ("She studied at the Norwood Institute of Technology.", "Norwood Institute of Technology O"),
    "of and its country": ("The Supreme Court of Chile ruled.", "Supreme Court of Chile O"),
    "small words inside people's names": (
        "It was Ursula von Trassen and Ali bin Hamad.",
        "Ursula von Trassen P, Ali bin Hamad P",
    ),
    "initials": ("John Q. Hartwell and R. Saravan met.", "John Q. Hartwell P, R. Saravan P"),
    "a river": ("Boats on the Orrin River sank.", "Orrin River P"),
    "an event": ("She won at the Lindvall Film Festival.", "Lindvall Film Festival E"),
}


def letters(found: list[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in found)


@pytest.mark.parametrize("rule", FOUND)
def test_names_with_their_types(rule: str) -> None:
    """Each rule finds exactly these names (P: person or place, O: organization, E: event)."""
    text, expected = FOUND[rule]
    assert letters(names(text)) == expected


NOTHING = [
    "Reportedly, he left on Wednesday in January. Meanwhile, Allies met. Furthermore, I waited.",
    "The Russian and German delegations spoke French.",
    "The CEO saw it on TV. OK?",
    "Write to anna@example.org or see @annavaldez and MFA_Peru.",
    "Growth Is Strong This Year, But Prices Rise Again",
    "Orlando Says Strong Water Will Bring Growth",
    "WE WILL NEVER GIVE THIS UP",
    "Spring came. Flowers grew. Rain fell.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_name_is_left_out(text: str) -> None:
    """Openers, dates, peoples, languages, everyday capitals, addresses and headline words are no names."""
    assert names(text) == []


def test_a_headline_shows_what_lists_and_the_text_know() -> None:
    """In headline case only listed names and names that the running text gives count."""
    text = "Kowalczyk Says Strong Peru Deal Will Bring Growth\nMaria Kowalczyk spoke on Monday."
    assert names(text) == [("Kowalczyk", "P"), ("Peru", "P"), ("Maria Kowalczyk", "P")]


def test_the_title_with_a_for_keeps_its_places() -> None:
    """Countries inside "Secretary for ..." belong to the title; they are no mentions."""
    assert names("Under Secretary for Peru and Chile Tom Arden spoke.") == [("Tom Arden", "P")]


def test_a_list_of_people_is_no_headline() -> None:
    """Many names in a row do not make a block a headline."""
    text = "With Maria Kowalczyk, Peter Hansen, Laura Kemp and James Ortega at the table, talks began."
    assert [name for name, _ in names(text)] == ["Maria Kowalczyk", "Peter Hansen", "Laura Kemp", "James Ortega"]


@pytest.mark.parametrize("language", ["zh", "ja", "ar", "hi", "th"])
def test_scripts_without_capitals_have_no_names(language: str) -> None:
    """Where the script has no case, the rules say nothing."""
    assert names("Maria Kowalczyk spoke in Peru.", language) == []


def test_german_nouns_are_no_names() -> None:
    """German capitalizes every noun: only what the lists know is a name."""
    assert names("Die Regierung will mit Anna Kowalczyk in Peru die Lage ändern.", "de") == [
        ("Anna Kowalczyk", "P"),
        ("Peru", "P"),
    ]


WORDS = [
    "Peru",
    "the",
    "of",
    "and",
    "Minister",
    "Anna",
    "Kemp",
    "US",
    "(",
    ")",
    ",",
    ".",
    "\n",
    "’s",
    "-",
    "Bank",
    "for",
    "NATO",
    "“",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_names_are_ordered_apart_and_inside_their_blocks(words: list[str]) -> None:
    """Whatever the words, names are in order, do not overlap, hold a letter and stay within one block."""
    text = " ".join(words)
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    found = find_names(text, spans, "en")
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))
    assert all(any(block.holds(name.span) for block in spans) for name in found)
    assert all(name.span.of(text)[0].isalpha() and name.span.of(text) == name.span.of(text).strip() for name in found)


@pytest.mark.parametrize(
    "unit", ["a", "A", "A ", "Of ", "Anna ", "U.", "A-", "Bank of ", "(A) ", "Minister for ", "’s", "and A "]
)
def test_long_monotonous_texts_go_through(unit: str) -> None:
    """Twenty thousand characters of one kind are read to the end: the name after them is found."""
    text = unit * (20_000 // len(unit)) + "\nIt happened in Peru."
    assert names(text)[-1] == ("Peru", "P")


def test_a_very_long_block_is_read_sentence_by_sentence() -> None:
    """A block without line breaks that is longer than a book chapter loses no name."""
    text = "Anna Kowalczyk met nobody there. " * 4000
    assert len(names(text)) == 4000


def test_a_company_name_can_be_a_surname() -> None:
    """After a given name a listed company is a surname, and its bearer's short form is no company."""
    text = "The mayor, Ann Bell, went home. Bell slept. Later Apple called."
    found = find_names(text, [Span(0, len(text))], "en")
    assert [(name.span.of(text), name.type) for name in found] == [
        ("Ann Bell", "Person"),
        ("Bell", "Person"),
        ("Apple", "Organization"),
    ]
