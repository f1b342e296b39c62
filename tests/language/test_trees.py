"""What can be asked of the trees of a reading."""

import pytest

from generator.language.en.model import Reading, Token
from generator.language.trees import Trees, asked_once, read_trees
from generator.model import Span

TEXT = "The man who runs the port left."
WORDS = (
    ("The", "DET", 1, "det"),
    ("man", "NOUN", 6, "nsubj"),
    ("who", "PRON", 3, "nsubj"),
    ("runs", "VERB", 1, "acl:relcl"),
    ("the", "DET", 5, "det"),
    ("port", "NOUN", 3, "obj"),
    ("left", "VERB", 6, "root"),
    (".", "PUNCT", 6, "punct"),
)


def build_trees() -> Trees:
    """The trees of `TEXT`, as the model would read it."""
    tokens, place = [], 0
    for word, pos, head, relation in WORDS:
        place = TEXT.index(word, place)
        tokens.append(Token(Span(place, place + len(word)), pos, head, relation, 0))
        place += len(word)
    return Trees(TEXT, Reading(tuple(tokens), (Span(0, len(TEXT)),), ()))


TREES = build_trees()


def test_what_hangs_on_a_word() -> None:
    """Descendants are the word and all below it; children only those right below."""
    assert sorted(TREES.descendants(3)) == [2, 3, 4, 5]
    assert TREES.children[3] == (2, 5)
    assert TREES.words_having(5, "det", "amod") == ["the"]


def test_what_stands_over_a_word() -> None:
    """Ancestors go up to the root and end there."""
    assert list(TREES.ancestors(4)) == [5, 3, 1, 6]
    assert list(TREES.ancestors(6)) == []


def test_whom_a_clause_is_about() -> None:
    """A predicate has its subject below; "who" stands for the noun that its clause describes."""
    assert TREES.subjects_of(6) == [1]
    assert TREES.antecedent(2) == 1
    assert TREES.antecedent(1) is None


def test_where_words_stand() -> None:
    """Words by their place, and the place of words."""
    assert TREES.starting_at(TEXT.index("port")) == 5
    assert TREES.starting_at(TEXT.index("ort")) is None
    assert TREES.span_of((5, 4)).of(TEXT) == "the port"
    assert list(TREES.inside(Span(0, 11))) == [0, 1, 2]
    assert TREES.top(range(2, 6)) == 3


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Deputy Minister of Trade Ann Bell was arrested in Lima on Monday, the police said.", ["Minister"]),
        ("Minister Ann Bell said the police will search the house.", ["police"]),
        ("Asked about the house, Ann Bell said it will be sold.", ["it"]),
    ],
)
def test_a_phrase_before_its_verb_is_its_subject(text: str, subjects: list[str]) -> None:
    """Where the parse hangs it on the verb of saying behind; no other subject is moved."""
    trees = read_trees(text, [Span(0, len(text))])
    verb = next(at for at, token in enumerate(trees.tokens) if trees.having(at, "aux", "aux:pass"))
    assert [trees.word(at) for at in trees.subjects_of(verb)] == subjects


def test_a_question_is_answered_once_for_each_word_and_each_trees() -> None:
    """Other arguments, other trees and other questions have answers of their own."""
    asked = []

    @asked_once
    def find(trees: Trees, at: int, *, ending: str = "") -> str:
        asked.append(at)
        return trees.lower(at) + ending

    @asked_once
    def find_other(trees: Trees, at: int) -> str:
        return trees.pos(at)

    trees = build_trees()
    assert [find(trees, 0), find(trees, 0), find(trees, 1)] == ["the", "the", "man"]
    assert [find(trees, 0, ending="!"), find_other(trees, 0)] == ["the!", "DET"]
    assert find(build_trees(), 0) == "the"
    assert asked == [0, 1, 0, 0]


def test_what_hangs_on_a_word_by_some_relations_comes_in_order() -> None:
    """Nothing where none of the relations is there."""
    trees = build_trees()
    assert trees.having(1, "acl:relcl", "det") == [0, 3]
    assert trees.having(1, "obj", "amod") == trees.having(0, "det") == []
    assert (trees.words_having(3, "nsubj"), trees.word(0), trees.relation(0)) == (["who"], "The", "det")
