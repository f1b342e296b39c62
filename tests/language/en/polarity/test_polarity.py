"""Whether a text tells something as a fact: the sentences beside each word list, and how two signs act together."""

import re
from collections.abc import Iterator

import pytest

from generator.language.en.polarity import find_happening_standing, find_standing, is_sign
from generator.language.en.polarity.signs import OVER, list_words
from generator.language.trees import Trees, read_trees
from generator.model import Span
from generator.text.wordlists import find_list
from tests.language.en.polarity.sentences import HAPPENINGS, STANDINGS

HEADING = re.compile(r"\[([\w ]+)(?:: (\w+))?\]")
SENTENCE = re.compile(r"# (yes|no): (.+)")
WITHOUT_SENTENCES = {"may", "will"}


def parse(marked: str) -> tuple[Trees, int]:
    """The trees of a sentence and the word between bars in it."""
    before, word, after = marked.split("|")
    text = before + word + after
    trees = read_trees(text, [Span(0, len(text))])
    return trees, trees.inside(Span(len(before), len(before + word)))[0]


def list_sentences() -> Iterator[tuple[str, str, bool, str]]:
    """Each sentence of the word list with its section, the standing that the section gives, and whether it has it."""
    section, standing = "", "asserted"
    for line in find_list("polarity.txt").read_text(encoding="utf-8").splitlines():
        if heading := HEADING.fullmatch(line):
            section, standing = heading[1], heading[2] or "asserted"
        elif sentence := SENTENCE.fullmatch(line):
            yield section, standing, sentence[1] == "yes", sentence[2]


@pytest.mark.parametrize(("section", "standing", "has", "marked"), list(list_sentences()))
def test_the_sentences_of_the_list(section: str, standing: str, has: bool, marked: str) -> None:
    """Each sentence beside a list of words has the standing that the list gives, or has not."""
    trees, at = parse(marked)
    is_noun = section in ("being held", "beginning")
    found = find_happening_standing(trees, at) if is_noun else find_standing(trees, at)
    # These lists have no standing of their own: "yes" is where what denies their words denies the marked one.
    standing = "denied" if is_noun or section == "truth" else standing
    assert (found == standing) == has, found


def test_every_list_has_sentences() -> None:
    """Each section shows what it makes a fact and what not."""
    shown: dict[str, set[bool]] = {}
    for section, _, has, _ in list_sentences():
        shown.setdefault(section, set()).add(has)
    assert all(shown.get(section) == {True, False} for section in ("not", "nobody", "may", "must", "will", "if", *OVER))


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
