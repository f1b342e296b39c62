"""Whether a text tells something as a fact: how two signs act together; each list is tried in `tests/test_rules.py`."""

import pytest

from generator.language.en.polarity import find_happening_standing, find_standing, is_sign
from generator.language.en.polarity.happenings import WORDS
from generator.language.en.polarity.words import OVER, list_words
from generator.language.trees import Trees, read_trees
from generator.model import Span
from tests.language.en.polarity.sentences import HAPPENINGS, STANDINGS


def parse(marked: str) -> tuple[Trees, int]:
    """The trees of a sentence and the word between bars in it."""
    before, word, after = marked.split("|")
    text = before + word + after
    trees = read_trees(text, [Span(0, len(text))])
    return trees, trees.inside(Span(len(before), len(before + word)))[0]


def test_every_list_over_a_predicate_shows_sentences() -> None:
    """Each section that decides by itself is a rule with sentences; those are tried with all others."""
    shown = {rule.name.partition(": ")[0] for rule in WORDS}
    assert shown >= {"not", "nobody", "may", "must", "will", "if", *OVER}


@pytest.mark.parametrize(("standing", "marked"), STANDINGS)
def test_a_predicate(standing: str, marked: str) -> None:
    """A predicate has the standing that its sentence gives it, and no other clause's."""
    trees, at = parse(marked)
    assert find_standing(trees, at) == standing


@pytest.mark.parametrize(("standing", "marked"), HAPPENINGS)
def test_a_happening(standing: str, marked: str) -> None:
    """What is done about a happening that is known leaves it as it is; what denies that it is held does not."""
    trees, at = parse(marked)
    assert find_happening_standing(trees, at) == standing


def test_deciding_is_doing_for_what_is_done_by_it() -> None:
    """A decision to call something off calls it off, where one asks for that; a plan does not."""
    for marked, standing in (
        ("The board decided to |cancel| the talks.", "asserted"),
        ("The board decided not to |cancel| the talks.", "denied"),
        ("The board plans to |cancel| the talks.", "planned"),
    ):
        trees, at = parse(marked)
        assert find_standing(trees, at, through=("deciding",)) == standing


@pytest.mark.parametrize("word", ["not", "didn't", "won’t", "cannot", "may", "must", "never", "will", "'t"])
def test_signs_by_their_form(word: str) -> None:
    """Where there is no parse, the words beside a verb are known by their form."""
    assert is_sign(word)
    assert not is_sign("said")
    assert "denied" in list_words("denying")
