"""Addresses that hold on every file system, in every order."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.addresses import RESERVED, slugify, unique_slugs

ADDRESS = re.compile(r"[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?")
NAMES = st.dictionaries(st.text(), st.sampled_from(["A", "a", "á", "b b", "b-b", "", "con", "x" * 90]) | st.text())


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Über uns", "uber-uns"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "page-con"),
        ("404", "page-404"),
        ("///", "untitled"),
        ("", "untitled"),
        ("Москва", "moskva"),
        ("a\nb\udcff", "a-b"),
        ("AT&T's <b>", "at-t-s-b"),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    """ASCII letters and digits parted by hyphens; reserved and empty names give way."""
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_keeps_to_its_alphabet(text: str) -> None:
    """`[a-z0-9-]{1,60}`, no hyphen at either end, never a reserved name."""
    slug = slugify(text)
    assert ADDRESS.fullmatch(slug)
    assert slug not in RESERVED


@given(NAMES, st.randoms())
def test_the_order_of_keys_changes_no_address(wanted: dict[str, str], rng: random.Random) -> None:
    """An address follows from its key, its text and the set of the others, never from who came first."""
    keys = list(wanted)
    rng.shuffle(keys)
    assert unique_slugs(wanted) == unique_slugs({key: wanted[key] for key in keys})


@given(NAMES)
def test_addresses_are_unique(wanted: dict[str, str]) -> None:
    """As many addresses as keys, all within the alphabet; slugs have no capitals, so case cannot join two."""
    slugs = unique_slugs(wanted)
    assert slugs.keys() == wanted.keys()
    assert len(set(slugs.values())) == len(wanted)
    assert all(ADDRESS.fullmatch(slug) for slug in slugs.values())


def test_whoever_clashes_gets_a_suffix_and_nobody_else() -> None:
    """Of two keys that want one address neither has it; the third keeps its own."""
    slugs = unique_slugs({"a/x.txt": "x", "b/X.txt": "X", "y.txt": "y"})
    assert slugs["y.txt"] == "y"
    assert all(re.fullmatch(r"x-[0-9a-f]{8}", slugs[key]) for key in ("a/x.txt", "b/X.txt"))
    more = unique_slugs({"a/x.txt": "x", "b/X.txt": "X", "y.txt": "y", "z.txt": "z"})
    assert all(more[key] == slug for key, slug in slugs.items())


def test_a_name_that_looks_like_a_suffixed_address_is_told_apart() -> None:
    """A key that wants by chance what another one was given as its suffixed address gets one of its own."""
    clash = unique_slugs({"a": "x", "b": "x"})
    slugs = unique_slugs({"a": "x", "b": "x", "c": clash["a"]})
    assert len(set(slugs.values())) == 3


def test_an_address_has_at_most_sixty_characters() -> None:
    """It ends with a whole word."""
    assert [len(slugify("word " * count)) for count in (11, 12, 13, 24)] == [54, 59, 59, 59]
