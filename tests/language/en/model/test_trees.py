"""Whatever the network points at becomes a tree."""

from hypothesis import given
from hypothesis import strategies as st

from generator.language.en.model.decoding import RELATIONS, ROOT, build_tree


@given(st.lists(st.integers(-3, 30), min_size=1, max_size=24), st.integers(0, 5))
def test_heads_become_a_tree(pointed: list[int], start: int) -> None:
    """One word is its own head, it alone is called root, and from every word the heads lead there."""
    end = start + len(pointed)
    heads = [0] * start + [head + start for head in pointed]
    tree, relations = build_tree(heads, [ROOT] * end, [0.0] * end, start, end)
    roots = [word for word, head in enumerate(tree, start) if head == word]
    assert len(roots) == 1
    assert [word for word, relation in enumerate(relations, start) if RELATIONS[relation] == "root"] == roots
    for word in range(start, end):
        for _ in tree:
            word = tree[word - start]
        assert word == roots[0]
