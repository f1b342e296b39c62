"""A happening told as a short sentence of the words of its own."""

import pytest

from generator.language.en.events.arguments import find_arguments
from generator.language.en.events.clause import tell_clause
from generator.language.en.events.triggers import find_triggers
from generator.language.trees import read_trees
from generator.model import Mention, Span


def tell(sentence: str) -> list[str]:
    """The clause of each happening of a sentence, its slices parted by blanks."""
    trees = read_trees(sentence, [Span(0, len(sentence))])
    mentions = [Mention(name.span, name.type, name.span.of(sentence)) for name in trees.reading.names]
    told = []
    for trigger in find_triggers(trees, mentions):
        spans = tell_clause(trees, trigger, find_arguments(trees, trigger, mentions), mentions)
        assert sorted(spans) == list(spans)
        told.append(" ".join(span.of(sentence) for span in spans))
    return told


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("The mayors of Cork and Leeds met in Lima on Monday.", ["The mayors of Cork and Leeds met in Lima"]),
        ("The minister, who resigned on Friday, left.", ["The minister resigned"]),
        ("The minister did not resign after the vote.", ["The minister did not resign"]),
        ("On Monday Ann Bell agreed to meet Max Poe in Vienna.", ["Ann Bell agreed to meet Max Poe in Vienna"]),
        ("Police said that three men had been arrested in Lyon.", ["three men had been arrested in Lyon"]),
        ("Three men arrested in Lyon on Friday were poor.", ["Three men arrested in Lyon"]),
        ("The board urged Max Poe, its head since 2014, to resign.", ["The board urged Max Poe to resign"]),
        ("Mayor to meet striking nurses in Hull on May 19", ["Mayor to meet striking nurses in Hull"]),
        ("The arrest of Max Poe by federal agents shocked the town.", ["arrest of Max Poe by federal agents"]),
        (
            "Novelist Jane Roe died in a hospital in Leeds at the age of 80.",
            ["Novelist Jane Roe died in a hospital in Leeds"],
        ),
        ("He met her in 2019.", ["He met her"]),
    ],
)
def test_a_happening_reads_as_a_sentence(sentence: str, clauses: list[str]) -> None:
    """Who did what to whom and where, without dates, clauses beside it and invented words."""
    assert tell(sentence) == clauses


@pytest.mark.parametrize("sentence", ["Did the mayor meet the nurses?", "The meeting was long."])
def test_no_sentence_is_made_of_what_reads_as_none(sentence: str) -> None:
    """A question, a bare noun."""
    assert tell(sentence) == [""]
