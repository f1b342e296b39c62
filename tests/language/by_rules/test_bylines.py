"""Bylines of languages without a folder."""

import pytest

from generator.analysis.publication.days import find_published
from generator.language.wording import find_byline
from generator.model import Block, Document, Span


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Anna Lee, 24. April 2024", ["Anna Lee"]),
        ("Von Anna Lee und Robert Ek", ["Anna Lee", "Robert Ek"]),
        ("Por María García | 24 de abril de 2024", ["María García"]),
        ("di Marco Rossi", ["Marco Rossi"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("Текст: Анна Берг, Иван Петров", ["Анна Берг", "Иван Петров"]),
        ("\u200fبقلم: محمد أحمد\u200f | \u200f٢٤ أبريل ٢٠٢٤\u200f", ["محمد أحمد"]),
        ("作者：王小明", ["王小明"]),
        ("记者 王小明 2024年4月24日", ["王小明"]),
        ("लेखक: राम कुमार", ["राम कुमार"]),
    ],
)
def test_a_line_names_authors_as_its_language_does(line: str, names: list[str]) -> None:
    """Behind a label, or behind "by" with a known given name; a day may follow."""
    found = find_byline(line)
    assert found is not None
    assert [line[start:end] for start, end in found.names] == names


@pytest.mark.parametrize(
    "line",
    [
        "Von Montag an ist der Hafen offen",
        "Von Anna Lee ist nichts zu hören. Sie ging.",
        "Par avion et par bateau",
        "Di Maio ha parlato",
        "Автор книги Иван Петров сказал.",
        "记者昨天从市政府获悉，港口将重新开放。",
        "كتب الوزير رسالة إلى المجلس",
        "संवाददाता सम्मेलन में महापौर ने कहा।",
        "Por la mañana en el puerto",
    ],
)
def test_a_sentence_names_no_author(line: str) -> None:
    """The same words begin sentences."""
    assert find_byline(line) is None


def test_a_day_behind_the_names_is_that_of_publication() -> None:
    """In the way of the language, as in English."""
    blocks = (
        Block("title", Span(0, 12)),
        Block("byline", Span(14, 42)),
        Block("paragraph", Span(44, 70)),
    )
    text = "Hafen öffnet\n\nVon Anna Lee, 24. April 2024\n\nDer Hafen öffnet im Mai jetzt."
    assert find_published(Document("a.txt", "a", "", text, blocks)).value == "2024-04-24"
