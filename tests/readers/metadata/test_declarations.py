"""Front matter and sidecars: what is declared, and what is wrong with it."""

import pytest

from generator.model import Declaration
from tests.showing import document


def declared(yaml: str) -> dict[str, tuple[str, ...]]:
    """Field and values of a sidecar."""
    return {d.field: d.values for d in document("Text.", sidecar=yaml).declarations}


def test_every_field_can_be_declared() -> None:
    """Title, publisher, date, authors, address and language, each as text."""
    yaml = (
        "title: 1984\npublisher: No\npublished: 2022-01-07\nauthors: [Ann Lee, Bo Ek]\n"
        "url: https://example.org/a?b=c\nlanguage: en\nother: {x: [1]}\n"
    )
    assert declared(yaml) == {
        "title": ("1984",),
        "publisher": ("No",),
        "published": ("2022-01-07",),
        "authors": ("Ann Lee", "Bo Ek"),
        "url": ("https://example.org/a?b=c",),
        "language": ("en",),
    }


@pytest.mark.parametrize(
    ("source", "field"), [("Westport Daily", "publisher"), ("https://westport.example/pier", "url")]
)
def test_a_source_is_a_publisher_or_an_address(source: str, field: str) -> None:
    """By the form of what is written."""
    assert declared(f"source: {source}") == {field: (source,)}


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2022-01-07 10:30:00+02:00", "2022-01-07"),
        ("January 7, 2022", "2022-01-07"),
        ("2022-01", "2022-01"),
        ("2021~", "2021~"),
        ("2022-01-08/2022-01-13", "2022-01-08/2022-01-13"),
    ],
)
def test_dates_become_edtf(written: str, edtf: str) -> None:
    """Any unambiguous way to write a date is taken."""
    assert declared(f"published: {written}") == {"published": (edtf,)}


@pytest.mark.parametrize(
    ("yaml", "part"),
    [
        ("published: 03/04/2022", "'published' in the sidecar is no date"),
        ("published: 2022-02-30", "'published' in the sidecar is no date"),
        ("url: javascript:alert(1)", "'url' in the sidecar is no web address"),
        ("url: /relative", "'url' in the sidecar is no web address"),
        ("url: https://user:pass@example.org/", "'url' in the sidecar is no web address"),
        ("title: [a, b]", "'title' in the sidecar is not one line of text"),
        ("author: {twitter: x}", "'author' in the sidecar is not a name or a list of names"),
        ("language: the English one", "'language' in the sidecar is no language code"),
        ("just text", "the sidecar is not a list of keys"),
        ("title: a\nb: [", "broken sidecar, line 2"),
        ("title: &a x\npublisher: *a", "line 2: aliases (*name) are not allowed"),
        ("a: " + "[" * 5000, "broken sidecar"),
        ("a: " + "b" * 70000, "longer than 65,536"),
        ("\0", "not a text file"),
    ],
)
def test_a_wrong_declaration_is_one_warning_and_counts_for_nothing(yaml: str, part: str) -> None:
    """The message names the file, the key and the cure; the source is read all the same."""
    made = document("Text.", sidecar=yaml)
    (problem,) = made.problems
    assert part in problem.what
    assert problem.path == "x.yml" or problem.path == "x.txt"
    assert problem.cure
    assert problem.severity == "warning"
    assert all(declaration.field == "title" for declaration in made.declarations)


def test_empty_values_declare_nothing() -> None:
    """A key without a value, or with null, is as good as no key."""
    made = document("Text.", sidecar="title:\npublisher: null\nauthors: []\n")
    assert (made.declarations, made.problems) == ((), ())


def test_the_sidecar_comes_after_front_matter() -> None:
    """The later one wins, so the sidecar overrides what the file says of itself."""
    made = document("---\ntitle: A\n---\nText.", sidecar="title: B")
    assert made.declarations == (Declaration("title", ("A",), "front matter"), Declaration("title", ("B",), "sidecar"))


def test_broken_front_matter_names_its_line_in_the_file() -> None:
    """Line numbers count from the first line of the file."""
    (problem,) = document("---\ntitle: ok\npublisher: a: b\n---\nText.").problems
    assert "front matter, line 3" in problem.what


def test_front_matter_without_an_end_is_text() -> None:
    """Nothing is cut where nobody can say how far it reaches."""
    made = document("---\ntitle: A\n\nText.")
    assert "no end" in made.problems[0].what
    assert [block.kind for block in made.blocks] == ["paragraph"] * 3
