"""Which changes are made to a rule, and where."""

import ast

import pytest

from tools.mutations import apply, list_mutants

CHANGES = {
    "a comparison": ("def f(a, b):\n    return a < b != 1", ["a <= b != 1", "a < b == 1"]),
    "a membership": ("def f(a, b):\n    return a not in b", ["a in b"]),
    "a term": ("def f(a, b, c):\n    return a and b and c", ["b and c", "a and c", "a and b"]),
    "one of two terms": ("def f(a, b):\n    return a or b", ["b", "a"]),
    "a not": ("def f(a):\n    return not a", ["a"]),
    "a number": ("_MOST = 3", ["6", "4"]),
    "a number of one": ("MOST: int = 1", ["2"]),
    "a number without a name": ("most = 3\nMOST = f(3)", []),
    "no number that bounds time or size": ("_EXIT_SECONDS = 5.0\nMOST_BYTES: int = 9\n_WORK_LIMIT = 3", []),
    "no number of a thousand and more that bounds work": ("_MOST = 1000\nLARGE = 1000", ["2000"]),
    "no step of one where the number is large": ("LONGEST = 120\nSHARE = 0.5", ["240", "1.0"]),
    "no number that says how much a cache keeps": ("KEPT = 9\n@cache(KEPT)\ndef f(): ...", []),
    "a truth": ("def f():\n    return False", ["True"]),
    "a truth that is no number": ("IS_ON = True", []),
    "a word of a set": ("A = frozenset({'x', 'y'})", ["{'y'}", "{'x'}"]),
    "a word of a tuple": ("A = ('x', 'y')", ["('y',)", "('x',)"]),
    "a word of a line": ("A = frozenset('x y'.split())", ["'y'.split()", "'x'.split()"]),
    "no word of a row": ("A = (('x', 'y'), ('z', 'w'))\nb, c = 'x', 'y'\n", []),
    "no word of a type": ("def f(a: Literal['x', 'y']) -> Literal['x', 'y']:\n    return g[Literal['x', 'y']]", []),
    "no name that is offered": ("__all__ = ['x', 'y']", []),
    "an alternative": ("A = re.compile('x|y(?:z|w)')", ["'y(?:z|w)'", "'x'", "'x|y(?:w)'", "'x|y(?:z)'"]),
    "no bar that is a character": (r"A = re.compile(r'[]|]\|[^]|]')", []),
    "no bar in a comment": ("A = re.compile('x # a|b', re.VERBOSE)", []),
    "no alternative that is needed": (r"A = re.compile(r'(x)|\1')", [r"'(x)'"]),
    "an alternative of a part": ("A = 'x|y'", ["'y'", "'x'"]),
    "no bar of other strings": ("a = 'x|y'\nf('x|y')", []),
    "an alternative with values in it": ("A = re.compile(f'{X}|y')", ["'y'", "f'{X}'"]),
    "a line of a list": ("def f(): ...\ndef g(): ...\nA = [f, g]", ["[g]", "[f]"]),
    "a line of a table": (
        "from x import f, g\nA = (('a', f), *B, ('b', g))",
        ["(*B, ('b', g))", "(('a', f), *B)"],
    ),
    "a rule, but none of its sentences": (
        "A = (Rule('a', 1, yes=('x', 'y')), Rule('b', 2, no=('x', 'y')))",
        ["(Rule('b', 2, no=('x', 'y')),)", "(Rule('a', 1, yes=('x', 'y')),)"],
    ),
    "no sentence of a rule that has no name": ("A = Rule('a', 1, ('x', 'y'), ('x', 'y'))", []),
    "no constant that only sentences mention": ("X = ('x', 'y')\nA = Rule('a', 1, yes=(*X,), no=X)", []),
    "a constant that something else mentions": ("X = ('x', 'y')\nA = Rule('a', X, yes=X)", ["('y',)", "('x',)"]),
    "no line of other lists": ("def f(a, b):\n    return [a, b]", []),
}


@pytest.mark.parametrize(("source", "changes"), CHANGES.values(), ids=CHANGES)
def test_what_is_changed(source: str, changes: list[str]) -> None:
    """Each kind of place becomes what is told here, and nothing else does."""
    whole = ast.unparse(ast.parse(source))
    made = [apply(source.encode(), [mutant]).decode() for place in list_mutants("x.py", source) for mutant in place]
    assert len(made) == len(changes)
    for text, change in zip(made, changes, strict=True):
        changed = ast.unparse(ast.parse(text))
        assert changed != whole
        assert ast.unparse(ast.parse(change, mode="eval")) in changed


def test_a_change_stands_where_it_was_found() -> None:
    """Letters of several bytes and strings over several lines move nothing."""
    source = "A = 'é’'; B = 3\n\nC = re.compile(\n    'ä|'\n    'ö'\n)\n"
    number, pattern = list_mutants("x.py", source)
    assert apply(source.encode(), [number[0], pattern[0]]).decode() == (
        "A = 'é’'; B = (6)\n\nC = re.compile(\n    ('ö')\n)\n"
    )
    assert [number[0].line, pattern[0].line] == [1, 4]


def test_a_change_knows_its_function() -> None:
    """The outermost function with its class, or else the name that is bound."""
    source = (
        "LEAST = 2\nclass A:\n    def f(self):\n        def g():\n            return True\n        return g\n"
        "    IS = not 0\ndef h():\n    B = 4\n    return lambda a: not a\n"
    )
    found = [(place[0].function, place[0].names, place[0].kind) for place in list_mutants("x.py", source)]
    assert found == [
        ("", ("LEAST",), "number"),
        ("A.f", (), "return"),
        ("A", (), "not"),
        ("h", (), "number"),
        ("h", (), "not"),
    ]


def test_only_what_differs_is_shown() -> None:
    """A long text is cut on either side of the change."""
    (place,) = list_mutants("x.py", f"A = {tuple(f'word {n}' for n in range(20))}")
    shown = place[9]
    assert shown.old.startswith("…") and shown.old.endswith("…")
    assert "word 9" in shown.old and "word 9" not in shown.new
    assert "word 8" in shown.new and "word 10" in shown.new
    assert len(shown.old) < 80
