"""Fields that name authors: each author by itself, and nothing that is no author."""

import pytest

from generator.language.en.pages.bylines import find_byline
from generator.language.people.authors import split_authors


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Omar Dell and Petya Florin", ["Omar Dell", "Petya Florin"]),
        ("A. Lee, Bo Berg and Cy Dale", ["A. Lee", "Bo Berg", "Cy Dale"]),
        ("Ann Lee , Bo Berg , Cy Dale", ["Ann Lee", "Bo Berg", "Cy Dale"]),
        ("Ann Lee & Bo Berg", ["Ann Lee", "Bo Berg"]),
        ("Ann Lee; Bo Berg", ["Ann Lee", "Bo Berg"]),
        ("Ann Lee | Bo Berg", ["Ann Lee", "Bo Berg"]),
        ("OMAR DELL AND PETYA FLORIN", ["OMAR DELL", "PETYA FLORIN"]),
        ("Smith, John and Doe, Jane", ["Smith, John", "Doe, Jane"]),
        ("Smith, John; Doe, Jane", ["Smith, John", "Doe, Jane"]),
        ("von Hans Maier und Ute Kranz", ["Hans Maier", "Ute Kranz"]),
        ("par Luc Petit et Anne Roy", ["Luc Petit", "Anne Roy"]),
        ("Juan Pérez y Ana Ruiz", ["Juan Pérez", "Ana Ruiz"]),
        ("Иван Петров и Ольга Иванова", ["Иван Петров", "Ольга Иванова"]),
        ("牛镛、岳弘彬", ["牛镛", "岳弘彬"]),
        ("Ann Lee in Leeds and Bo Berg in York", ["Ann Lee", "Bo Berg"]),
        ("Ann Lee, Political Editor and Bo Berg, Reporter", ["Ann Lee", "Bo Berg"]),
        ("Jane Doe, PhD, and Max Roe, MD", ["Jane Doe", "Max Roe"]),
        ("Ann Lee and Reuters", ["Ann Lee", "Reuters"]),
    ],
)
def test_several_authors_are_told_apart(field: str, names: list[str]) -> None:
    """By "and" in many languages, by marks, and by commas between full names."""
    assert list(split_authors([field])) == names


@pytest.mark.parametrize(
    "field",
    [
        "Marks & Spencer",
        "Barnes & Noble",
        "Ortega y Gasset",
        "José Ortega y Gasset",
        "Smith, John",
        "Bell, Ann",
        "Lee, Ann Marie",
        "García Márquez, Gabriel",
        "Martin Luther King, Jr.",
        "Ursula von der Leyen",
        "Ann Lee, Bo de",
        "von Trapp",
        "Von Neumann",
        "Bill and Melinda Gates",
        "Department of Health and Social Care",
        "Procter and Gamble Company",
        "Human Rights Watch",
        "Jack London",
        "Paris Hilton",
        "Mary Editor",
        "bell hooks",
        "dpa",
    ],
)
def test_what_may_be_one_name_stays_one(field: str) -> None:
    """A name with an "and", a comma or a particle in it is kept as it is written."""
    assert split_authors([field]) == (field,)


@pytest.mark.parametrize(
    "field",
    [
        "By Ann Lee",
        "Written by Ann Lee",
        "Text: Ann Lee",
        "Ann Lee, Political Editor",
        "Ann Lee Senior Reporter",
        "Ann Lee, correspondante à Berlin",
        "Ann Lee, University of Leeds",
        "Ann Lee, The Westport Herald",
        "Ann Lee, Nairobi",
        "Ann Lee in Leeds",
        "Ann Lee for The Guardian",
        "Ann Lee (ale)",
        "Ann LeeTwitter",
        "Ann Lee Follow @annlee",
        "Ann Lee <ann@x.example>",
        "ann at x.example (Ann Lee)",
        "Ann Lee et al.",
        "Ann Lee and agencies",
        "[[people/ann|Ann Lee]]",
        "Ann Lee on 5 May 2021",
        "Ann&nbsp;Lee",
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(field: str) -> None:
    """Offices, houses, places, initials, addresses and the words of links."""
    assert split_authors([field]) == ("Ann Lee",)


@pytest.mark.parametrize(
    "field",
    [
        "778140",
        "Staff",
        "admin",
        "Reuters Staff",
        "Daily Mail Reporter",
        "Guardian staff and agencies",
        "Guest Contributors",
        "Our Correspondent",
        "Redaktion",
        "null",
        "echo.example",
        "https://echo.example/#person",
        "@annlee",
        "ann-lee",
        "ann@x.example",
        "jdoe12",
        "jdoe",
        "",
    ],
)
def test_nobody_in_particular_is_no_author(field: str) -> None:
    """Numbers, addresses, user names, desks and staffs."""
    assert split_authors([field]) == ()


def test_a_site_is_not_its_own_author() -> None:
    """Its name says nothing that the publisher does not say."""
    assert split_authors(["The Echo", "Ann Lee"], site=["the echo", None]) == ("Ann Lee",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee in Leeds and Bo Ek in York", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Political Editor, and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Senior Reporter and Bo Ek, Photographer", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee and Bo Ek, Staff Writers", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee; Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee with Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee, Westport Daily", ["Ann Lee"]),
        ("By Ann Lee (Reuters)", ["Ann Lee"]),
        ("By Ann Lee | The Echo", ["Ann Lee"]),
        ("By Ann Lee - our chief reporter", ["Ann Lee"]),
        ("By Ann Lee and Bo Ek\nOur chief reporter in Lima", ["Ann Lee", "Bo Ek"]),
        ("By Ann Lee\nThe Echo's chief reporter", ["Ann Lee"]),
        ("By Ann Lee ann.lee@echo.example", ["Ann Lee"]),
        ("Von Hans Maier und Ute Kranz", ["Hans Maier", "Ute Kranz"]),
        ("Von Hans Maier, Berlin", ["Hans Maier"]),
        ("Par Luc Petit et Anne Roy", ["Luc Petit", "Anne Roy"]),
        ("Por Juan Pérez y Ana Ruiz", ["Juan Pérez", "Ana Ruiz"]),
        ("By José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("By Marks & Spencer", ["Marks & Spencer"]),
        ("By Smith, John", ["Smith, John"]),
        ("By Reuters Staff", []),
        ("By Staff Reporter", []),
    ],
)
def test_a_byline_names_its_authors_alike(line: str, names: list[str]) -> None:
    """The rules of a field hold in the line over a text; each name is a slice of it."""
    byline = find_byline(line)
    assert byline
    assert [line[start:end] for start, end in byline.names] == names


@pytest.mark.parametrize("line", ["Von Neumann", "Von Montag an", "Par Avion", "Von Berlin nach Paris", "Por Siempre"])
def test_other_lines_are_no_bylines(line: str) -> None:
    """Behind "von" and its like stands a given name."""
    assert find_byline(line) is None
