"""What may be changed in a rule to see whether a test notices: the places of a module, each with its changes.

Nothing is changed here: a `Mutant` says which bytes of which file another text replaces.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

FLIPPED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
OPERATORS: dict[str, type[ast.cmpop]] = {sign: kind for kind, (sign, _) in FLIPPED.items()}
CONSTANT = re.compile(r"_{0,2}[A-Z][A-Z0-9_]*")
"""The name of a constant."""
BOUND = re.compile(r"_(?:SECONDS|BYTES|LIMIT)\Z")
"""How the names of constants end that bound time or size and decide no finding: their numbers are left as they are."""
MOST = re.compile(r"_?(?:MOST|MAX|LONGEST)(?:_|\Z)")
"""How names begin that bound work too, where the number is large."""
LARGE = 1000
"""From here on such a number guards time and memory: no sentence and no line is that long."""
FEW = 12
"""Up to here a whole number is also changed by one; larger ones are measures, of which one more or less is the same."""
OPENING = re.compile(r"\?(?:P<\w+>|[aiLmsux-]*:|<?[=!]|>|P=\w+|\(\w+\))?")
"""What follows the bracket that opens a group, before its first alternative."""
EXAMPLES = frozenset({"yes", "no", "reason"})
"""Arguments of a rule that tell of it: what it must find and must not find, and why."""
Piece = str | ast.FormattedValue
"""A character of a pattern, or a value that is put into it."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Mutant:
    """One change of one file: `text` in place of the bytes from `start` to `end`."""

    path: str
    line: int
    function: str
    """The outermost function around it, with its class; empty where it stands in none."""
    names: tuple[str, ...]
    """What the statement around it binds, where it stands in no function."""
    kind: str
    start: int
    end: int
    text: str
    old: str
    new: str


@dataclass(frozen=True)
class Place:
    """A node that may be changed, and what it becomes."""

    kind: str
    node: ast.expr
    changes: tuple[ast.expr, ...]


@dataclass(frozen=True)
class Around:
    """What stands around a node."""

    function: str = ""
    names: tuple[str, ...] = ()
    parent: ast.AST | None = None
    is_inside: bool = False
    """Whether that function is complete; else it is only a class."""

    def enter(self, node: ast.AST) -> "Around":
        """The same for the children of a node."""
        if isinstance(node, Function | ast.ClassDef) and not self.is_inside:
            name = f"{self.function}.{node.name}".lstrip(".")
            return Around(name, self.names, node, is_inside=isinstance(node, Function))
        if isinstance(node, ast.Assign | ast.AnnAssign) and not self.names and not self.function:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            bound = (name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))
            return replace(self, names=tuple(bound), parent=node)
        return replace(self, parent=node)


def list_functions(tree: ast.Module) -> frozenset[str]:
    """Names that stand for functions: what the module defines, or imports, in lower case."""
    found = {node.name for node in ast.walk(tree) if isinstance(node, Function)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in node.names}
    return frozenset(name for name in found if name.islower())


def find_places(tree: ast.Module) -> Iterator[tuple[Place, Around]]:
    """Every place of a module, in the order of its text."""
    functions = list_functions(tree)
    shown = list_shown(tree) | list_kept(tree)

    def visit(node: ast.AST, around: Around) -> Iterator[tuple[Place, Around]]:
        if isinstance(node, ast.Assign) and shown.intersection(getattr(target, "id", "") for target in node.targets):
            return
        if isinstance(node, ast.expr):
            yield from ((place, around) for place in look(node, around.parent or tree, functions))
        inside = around.enter(node)
        if not isinstance(node, ast.JoinedStr):
            for child in list_children(node):
                yield from visit(child, inside)

    yield from visit(tree, Around())


def list_shown(tree: ast.Module) -> frozenset[str]:
    """Constants that only the sentences of rules mention."""
    return list_only_in(tree, [part for node in ast.walk(tree) for part in list_examples(node)])


def list_kept(tree: ast.Module) -> frozenset[str]:
    """Constants that only decorators mention: how much a cache keeps."""
    return list_only_in(tree, [part for node in ast.walk(tree) for part in getattr(node, "decorator_list", ())])


def list_only_in(tree: ast.Module, parts: Sequence[ast.expr]) -> frozenset[str]:
    """Constants that a module mentions in these parts of it and nowhere else."""
    inside, everywhere = (
        Counter(name.id for node in nodes for name in ast.walk(node) if isinstance(name, ast.Name) and is_read(name))
        for nodes in (parts, [tree])
    )
    return frozenset(name for name, count in inside.items() if CONSTANT.fullmatch(name) and everywhere[name] == count)


def is_read(name: ast.Name) -> bool:
    """Whether a name is mentioned, not bound."""
    return isinstance(name.ctx, ast.Load)


def list_examples(node: ast.AST) -> list[ast.expr]:
    """The arguments of a `Rule` that tell of it."""
    if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Rule"):
        return []
    return [*node.args[2:], *(keyword.value for keyword in node.keywords if keyword.arg in EXAMPLES)]


def list_children(node: ast.AST) -> Iterator[ast.AST]:
    """The children in which rules stand: no types, no decorators, nothing that is only for the reader."""
    skipped = ("annotation", "returns", "decorator_list", "type_params")
    if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets):
        return
    examples = list_examples(node)
    if isinstance(node, ast.keyword) and node.arg in EXAMPLES:
        return
    for name, value in ast.iter_fields(node):
        if name not in skipped:
            yield from (
                child
                for child in (value if isinstance(value, list) else [value])
                if isinstance(child, ast.AST) and child not in examples
            )


def look(node: ast.expr, parent: ast.AST, functions: frozenset[str]) -> Iterator[Place]:
    """The places that a node is."""
    found: list[tuple[str, list[ast.expr]]] = [
        ("comparison", flip(node)),
        ("term", drop_term(node)),
        ("not", drop_not(node)),
        ("number", change_number(node, parent)),
        ("word", drop_word(node, parent)),
        ("alternative", drop_alternative(node, parent)),
        ("return", turn_over(node, parent)),
    ]
    yield from (Place(kind, node, tuple(changes)) for kind, changes in found if changes)
    yield from (Place("line", node, (change,)) for change in drop_line(node, functions))


def flip(node: ast.expr) -> list[ast.expr]:
    """A comparison with one of its signs turned over."""
    if not isinstance(node, ast.Compare):
        return []
    found: list[ast.expr] = []
    for at, sign in enumerate(node.ops):
        other = OPERATORS[FLIPPED[type(sign)][1]]()
        found.append(ast.Compare(node.left, [*node.ops[:at], other, *node.ops[at + 1 :]], node.comparators))
    return found


def drop_term(node: ast.expr) -> list[ast.expr]:
    """An "and" or "or" without one of its terms."""
    if not isinstance(node, ast.BoolOp):
        return []
    left = [without(node.values, at) for at in range(len(node.values))]
    return [values[0] if len(values) == 1 else ast.BoolOp(node.op, values) for values in left]


def drop_not(node: ast.expr) -> list[ast.expr]:
    """What stands behind a "not"."""
    return [node.operand] if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) else []


def change_number(node: ast.expr, parent: ast.AST) -> list[ast.expr]:
    """A number that a constant names, doubled; a small one also with one added."""
    number = node.value if isinstance(node, ast.Constant) and is_named(parent) else None
    if isinstance(number, bool) or not isinstance(number, int | float) or is_bound(parent, number):
        return []
    other = number + 1 if isinstance(number, int) and number <= FEW else number * 2
    return [ast.Constant(value) for value in dict.fromkeys((number * 2, other)) if value != number]


def is_named(parent: ast.AST) -> bool:
    """Whether a constant is bound."""
    if not isinstance(parent, ast.Assign | ast.AnnAssign):
        return False
    target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
    return isinstance(target, ast.Name) and bool(CONSTANT.fullmatch(target.id))


def is_bound(parent: ast.AST, number: float) -> bool:
    """Whether a number only bounds time or size, by its name: `_SECONDS`; or `MOST`, where it is large."""
    names = [node.id for node in ast.iter_child_nodes(parent) if isinstance(node, ast.Name)]
    return any(BOUND.search(name) or (number >= LARGE and MOST.match(name)) for name in names)


def drop_word(node: ast.expr, parent: ast.AST) -> list[ast.expr]:
    """A set, tuple or list of words, or words that are split, without one of them."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        text = node.func.value
        if node.args or node.keywords or not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
            return []
        words = text.value.split()
        lines = [" ".join(words[:at] + words[at + 1 :]) for at in range(len(words)) if len(words) > 1]
        return [ast.Call(ast.Attribute(ast.Constant(line), "split", ast.Load()), [], []) for line in lines]
    if not isinstance(node, ast.Set | ast.Tuple | ast.List) or len(node.elts) < 2 or is_row(node, parent):
        return []
    if not all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in node.elts):
        return []
    return [rebuild(node, without(node.elts, at)) for at in range(len(node.elts))]


def is_row(node: ast.expr, parent: ast.AST) -> bool:
    """Whether a tuple is a row of a table, a type or an unpacking: without one part it would be broken, not wrong."""
    if isinstance(parent, ast.Assign):
        return any(isinstance(target, ast.Tuple | ast.List) for target in parent.targets)
    return isinstance(parent, ast.Subscript) or (
        isinstance(node, ast.Tuple) and isinstance(parent, ast.Tuple | ast.List)
    )


def drop_alternative(node: ast.expr, parent: ast.AST) -> list[ast.expr]:
    """A pattern without one of its alternatives. A pattern is what is compiled, or a constant with a bar in it."""
    if isinstance(parent, ast.Call):
        is_pattern = getattr(parent.func, "attr", "") == "compile" and parent.args[:1] == [node]
        is_verbose = any("VERBOSE" in ast.unparse(flag) for flag in (*parent.args[1:], *parent.keywords))
    else:
        is_pattern, is_verbose = is_named(parent), False
    if not is_pattern:
        return []
    pieces = split_pattern(node)
    cuts = find_alternatives(pieces, is_verbose)
    return [change for start, end in cuts if is_sound(change := join_pattern(pieces[:start] + pieces[end:]))]


def split_pattern(node: ast.expr) -> list[Piece]:
    """The characters of a string or f-string, and the values that are put into it."""
    if isinstance(node, ast.Constant):
        return list(node.value) if isinstance(node.value, str) else []
    if not isinstance(node, ast.JoinedStr):
        return []
    pieces: list[Piece] = []
    for value in node.values:
        pieces += [value] if isinstance(value, ast.FormattedValue) else split_pattern(value)
    return pieces


def join_pattern(pieces: list[Piece]) -> ast.expr:
    """The string or f-string of the pieces."""
    if all(isinstance(piece, str) for piece in pieces):
        return ast.Constant("".join(map(str, pieces)))
    return ast.JoinedStr([ast.Constant(piece) if isinstance(piece, str) else piece for piece in pieces])


def is_sound(node: ast.expr) -> bool:
    """Whether a pattern can still be compiled; one with values in it is believed."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return True
    try:
        re.compile(node.value)
    except re.error:
        return False
    return True


def find_alternatives(pieces: list[Piece], is_verbose: bool) -> list[tuple[int, int]]:
    """The runs of pieces that are an alternative with one of its bars, at every depth, in their order."""
    text = "".join(piece if isinstance(piece, str) else "\0" for piece in pieces)
    groups: list[list[int]] = [[0]]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "[":
            at = end_of_class(text, at)
        elif is_verbose and text[at] == "#":
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        elif text[at] == "(":
            opening = OPENING.match(text, at + 1)
            groups.append([opening.end() if opening else at + 1])
        elif text[at] == "|":
            groups[-1].append(at + 1)
        elif text[at] == ")" and len(groups) > 1:
            found += cut(groups.pop(), at)
        at += 1
    return sorted(found + cut(groups[0], len(text)))


def cut(starts: list[int], end: int) -> list[tuple[int, int]]:
    """For a group whose alternatives begin at `starts`: each with the bar behind it, the last with the one before."""
    if len(starts) < 2:
        return []
    return [*pairwise(starts), (starts[-1] - 1, end)]


def end_of_class(text: str, at: int) -> int:
    """Where the bracket closes that opens a class of characters."""
    at += 2 if text[at + 1 : at + 2] == "^" else 1
    first = at
    while at < len(text) and (text[at] != "]" or at == first):
        at += 2 if text[at] == "\\" else 1
    return at


def turn_over(node: ast.expr, parent: ast.AST) -> list[ast.expr]:
    """The other truth, where one is returned."""
    if isinstance(parent, ast.Return) and isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return [ast.Constant(not node.value)]
    return []


def drop_line(node: ast.expr, functions: frozenset[str]) -> list[ast.expr]:
    """A list of rules without one of them."""
    if not isinstance(node, ast.List | ast.Tuple):
        return []
    lines = [at for at, item in enumerate(node.elts) if not isinstance(item, ast.Starred)]
    if len(lines) < 2 or not all(is_rule(node.elts[at], functions) for at in lines):
        return []
    return [rebuild(node, without(node.elts, at)) for at in lines]


def is_rule(node: ast.expr, functions: frozenset[str]) -> bool:
    """Whether an item is a function, a tuple that has one in it, or a `Rule`."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "Rule"
    if isinstance(node, ast.Tuple):
        return any(is_rule(part, functions) for part in node.elts if not isinstance(part, ast.Tuple))
    return isinstance(node, ast.Lambda) or (isinstance(node, ast.Name) and node.id in functions)


def rebuild(node: ast.Set | ast.Tuple | ast.List, items: list[ast.expr]) -> ast.expr:
    """The same kind of collection with other items."""
    return ast.Set(items) if isinstance(node, ast.Set) else type(node)(items, ast.Load())


def without(items: Sequence[ast.expr], at: int) -> list[ast.expr]:
    """The items less one."""
    return [*items[:at], *items[at + 1 :]]


def list_mutants(path: str, source: str) -> list[list[Mutant]]:
    """For each place of a module the mutants that can be made there, in the order of the text."""
    tree = ast.parse(source)
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for place, around in find_places(tree):
        node = place.node
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        where = (path, node.lineno, around.function, () if around.function else around.names, place.kind, start, end)
        old = ast.unparse(node)
        changed = ((old, ast.unparse(change)) for change in place.changes)
        found.append([Mutant(*where, f"({new})", *trim(old, new)) for old, new in changed])
    return found


def trim(old: str, new: str, around: int = 24) -> tuple[str, str]:
    """Both texts without what they share, but for a few characters on either side."""
    least = min(len(old), len(new))
    before = next((at for at in range(least) if old[at] != new[at]), least)
    behind = next((at for at in range(least - before) if old[-1 - at] != new[-1 - at]), least - before)
    first, last = max(before - around, 0), max(behind - around, 0)
    return tuple(  # type: ignore[return-value]
        ("…" if first else "") + text[first : len(text) - last] + ("…" if last else "") for text in (old, new)
    )


def apply(source: bytes, mutants: Sequence[Mutant]) -> bytes:
    """The file with the mutants in it, which must not overlap."""
    for mutant in sorted(mutants, key=lambda m: m.start, reverse=True):
        source = source[: mutant.start] + mutant.text.encode() + source[mutant.end :]
    return source
