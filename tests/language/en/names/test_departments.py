"""What an office is for is no organization."""

import pytest

from generator.language.en.names.listed import drop_departments
from generator.language.packs import Name
from generator.model import Span


def is_dropped(text: str, name: str) -> bool:
    """Whether the words are no name where they stand last in the text."""
    at = text.rindex(name)
    return not list(drop_departments(text, [Name(Span(at, at + len(name)), "Organization")]))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The head of Recruitment and Welfare agreed.", "Recruitment"),
        ("The head of Recruitment and Welfare agreed.", "Welfare"),
        ("The head of Recruitment and Welfare agreed.", "Recruitment and Welfare"),
        ("The Commissioner for Works, Bola Ade, spoke.", "Works"),
        ("She is Project Officer, Publicity and Research, there.", "Publicity"),
        ("She is Project Officer, Publicity and Research, there.", "Research"),
        ("The Minister of State for Power spoke.", "State for Power"),
        ("the Minister for Education, Youth and Sports", "Youth and Sports"),
        ("the director of Research and Planning", "Research and Planning"),
        ("Vice President for Corporate Affairs Ann Bell", "Corporate Affairs"),
        ("the manager in charge of Operations", "Operations"),
    ],
)
def test_a_department_is_dropped(text: str, name: str) -> None:
    """Words for tasks alone, behind the noun for an office with "of", "for" or a comma."""
    assert is_dropped(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the head of Apple and Google", "Google"),
        ("the chief executive of Orange", "Orange"),
        ("the director of Human Rights Watch", "Human Rights Watch"),
        ("the head of the Training Institute", "Training Institute"),
        ("the Ministry of Health", "Health"),
        ("She works for Justice.", "Justice"),
        ("the secretary of State Farm", "State Farm Bureau"[:10]),
        ("a teacher, Justice for All said", "Justice for All"),
        ("said Tom Arden of Transport for London", "Transport for London"),
    ],
)
def test_a_body_is_kept(text: str, name: str) -> None:
    """A body that an office names, and words for tasks without an office, stay."""
    assert not is_dropped(text, name)
