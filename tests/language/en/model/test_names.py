"""Tags become names: none begins in the middle, none crosses a block, and the document has its say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from generator.language.en.model.consistency import ORGANIZATION, PERSON, PLACE, Text, agree
from generator.language.en.model.decoding import NAME_TAGS, FoundName, decode_tags
from generator.language.en.model.words import CAPITALIZED, LOWER, UPPER


def scores_of(rows: list[list[float]]) -> NDArray[np.float32]:
    """Log-chances from any numbers."""
    chances = np.exp(np.array(rows, dtype=np.float32))
    return np.asarray(np.log(chances / chances.sum(axis=1, keepdims=True)), dtype=np.float32)


ROW = st.lists(st.floats(-5, 5, width=32), min_size=len(NAME_TAGS), max_size=len(NAME_TAGS))


@given(st.lists(st.tuples(ROW, st.booleans()), min_size=1, max_size=30))
def test_a_name_goes_on_only_where_it_began(words: list[tuple[list[float], bool]]) -> None:
    """An I- follows a B- or I- of its own type, inside its own block."""
    stops = [stop for _, stop in words]
    tags = decode_tags(scores_of([row for row, _ in words]), stops)
    for index, tag in enumerate(tags):
        if tag and tag % 2 == 0:
            assert index and not stops[index - 1] and tags[index - 1] in (tag, tag - 1)


def name(start: int, end: int, kind: int, chance: float = 0.9) -> FoundName:
    """A name that is of its type with this chance."""
    return FoundName(start, end, tuple(chance if k == kind else 0.0 for k in range(4)), kind)


def text_of(words: str) -> Text:
    """Words with their letter case."""
    split = words.split()
    cases = [UPPER if w.isupper() and len(w) > 1 else CAPITALIZED if w[0].isupper() else LOWER for w in split]
    return Text(
        [word.casefold() for word in split],
        cases,
        [True, *(word == "." for word in split[:-1])],
    )


def test_a_full_name_fixes_its_short_form() -> None:
    """The surname is the person's where the network took it for a place, and where it saw no name at all."""
    text = text_of("Annalena Baerbock spoke and Baerbock left as BAERBOCK said")
    names = agree([name(0, 2, PERSON), name(4, 5, PLACE, 0.5)], text)
    assert [(n.start, n.end, n.kind) for n in names] == [(0, 2, PERSON), (4, 5, PERSON), (7, 8, PERSON)]


def test_a_certain_place_stays_a_place() -> None:
    """Where the network is certain, a namesake changes nothing."""
    names = agree([name(0, 2, PERSON), name(4, 5, PLACE, 0.99)], text_of("Denzel Washington went to Washington"))
    assert names[1].kind == PLACE


def test_an_acronym_follows_its_long_form() -> None:
    """Capitals of an organization's name are found again as that organization."""
    text = text_of("the International Atomic Energy Agency said the IAEA knew")
    names = agree([name(1, 5, ORGANIZATION)], text)
    assert [(n.start, n.end, n.kind) for n in names] == [(1, 5, ORGANIZATION), (7, 8, ORGANIZATION)]


def test_an_everyday_word_is_no_surname() -> None:
    """A word that the text also writes small is not added where it opens a sentence."""
    text = text_of("Ann Price fell . Price rises hit every price")
    assert [(n.start, n.end) for n in agree([name(0, 2, PERSON)], text)] == [(0, 2)]


def test_a_known_person_is_parted_from_what_stands_before() -> None:
    """Two names that the network ran together are two, where the document knows both."""
    text = text_of("OSCE Alexander Lukashevich spoke . Alexander Lukashevich left the OSCE")
    names = agree([name(0, 3, ORGANIZATION), name(5, 7, PERSON), name(9, 10, ORGANIZATION)], text)
    assert [(n.start, n.end, n.kind) for n in names][:2] == [(0, 1, ORGANIZATION), (1, 3, PERSON)]


def test_a_company_keeps_its_legal_form() -> None:
    """Google, Inc. is one name; so is a person with initials; an address is none."""
    text = text_of("Google , Inc. and A. Vale wrote to a@b.org")
    parts = [
        name(0, 1, ORGANIZATION),
        name(2, 3, ORGANIZATION),
        name(4, 5, PERSON),
        name(5, 6, PERSON),
        name(8, 9, PLACE),
    ]
    assert [(n.start, n.end, n.kind) for n in agree(parts, text)] == [(0, 3, ORGANIZATION), (4, 6, PERSON)]
