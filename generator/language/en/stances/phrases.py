"""Phrases and clauses of the parse that a stance is made of: who, what, whose."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.en.stances.words import is_noun_of
from generator.language.trees import RELATIVE, Trees
from generator.model import Span

OUTSIDE = frozenset({"acl", RELATIVE, "parataxis", "appos", "advcl", "cop", "nsubj", "nsubj:pass", "aux", "punct"})
"""Relations of what hangs on a noun and does not belong to its phrase."""
ASIDE = frozenset({"parataxis", "discourse", "advcl:relcl"})
"""Relations of what is said beside a clause."""
CLAUSES = ("ccomp", "xcomp", "advcl", "acl")
"""Relations of a clause that says what is denied, demanded or held."""
OPEN = frozenset({"it", "this", "that", "them", "all", "these", "those", "which", "so"})
"""Words for what was said elsewhere."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A stance as words of the parse."""

    act: str
    cue: int
    holder: int | None
    """The word that heads who holds it; None: not told."""
    content: Span
    """What is held, denied, refused or demanded."""
    against: tuple[int, ...] = ()
    """The words that head whose claim or demand it is, who is accused, or of whom it is demanded."""
    is_bare: bool = False
    """Whether its words only point at what is said elsewhere."""


def phrase(trees: Trees, head: int) -> set[int]:
    """The words of the phrase of a noun, without clauses that describe it."""
    found, waiting = set[int](), [head]
    while waiting:
        at = waiting.pop()
        found.add(at)
        waiting += [child for child in trees.children[at] if trees.relation(child) not in OUTSIDE]
    return found


def span_of_phrase(trees: Trees, head: int) -> Span:
    """The phrase of a noun, with what goes before it and with its object."""
    words = _run(trees, head, phrase(trees, head))
    while trees.relation(min(words)) in ("case", "cc", "mark", "advmod") and len(words) > 1:
        words.remove(min(words))
    return trees.span_of(words)


def _run(trees: Trees, head: int, words: set[int]) -> set[int]:
    """Those words around the head between which nothing stands that hangs elsewhere."""
    below, first, last = {*trees.descendants(head)}, head, head
    while first - 1 in below:
        first -= 1
    while last + 1 in below:
        last += 1
    return {word for word in words if first <= word <= last}


def span_of_clause(trees: Trees, verb: int, after: int) -> Span:
    """The words of a clause that stand behind a place, up to where another clause of its own begins."""
    words = set[int]()
    waiting = [verb]
    while waiting:
        at = waiting.pop()
        words.add(at)
        for child in trees.children[at]:
            own = trees.relation(child) == "conj" and at == verb and trees.subjects_of(child)
            if not own and trees.relation(child) not in ASIDE:
                waiting.append(child)
    inside = sorted(word for word in words if word > after)
    while len(inside) > 1 and trees.relation(inside[-1]) in ("punct", "cc"):
        inside.pop()
    while len(inside) > 1 and trees.relation(inside[0]) in ("punct", "mark") and trees.lower(inside[0]) != "to":
        inside.pop(0)
    return trees.span_of(inside or [verb])


def find_clause(trees: Trees, at: int, *relations: str) -> int | None:
    """The clause behind a word that says what is meant by it; no purpose and no circumstance."""
    return next((c for c in trees.having(at, *(relations or CLAUSES)) if c > at and _says_what(trees, c)), None)


def _says_what(trees: Trees, clause: int) -> bool:
    """Whether a clause behind a verb is a complement: with "that", a gerund without a preposition, or read as one."""
    if trees.relation(clause) in ("ccomp", "xcomp"):
        return True
    marks = trees.words_having(clause, "mark", "case")
    verbs = (clause, *trees.having(clause, "aux", "aux:pass", "cop"))
    return "that" in marks or (not marks and any(trees.lower(verb).endswith("ing") for verb in verbs))


def find_owners(trees: Trees, noun: int) -> Iterator[int]:
    """Whose claim or demand a noun names: "Russia's demands", "a claim by Ann Bell", "demands presented by Russia"."""
    yield from trees.having(noun, "nmod:poss")
    of = ["of"] if is_noun_of(trees, noun, "demand") else []
    for child in trees.having(noun, "nmod", "obl"):
        case = trees.words_having(child, "case")[:1]
        if case == ["by"] or (case in (["from"], of) and trees.pos(child) == "PROPN"):
            yield child
    for verb in trees.having(noun, "acl"):
        yield from trees.having(verb, "obl:agent")
    for child in trees.having(noun, "amod", "compound"):
        if trees.word(child)[:1].isupper():
            yield child


def find_topic(trees: Trees, noun: int) -> Span | None:
    """What a claim or demand is about, as far as its words say so: "claims that it plans an attack", "of attack"."""
    clause = next((c for c in trees.having(noun, "acl", "ccomp", "xcomp", RELATIVE) if _tells(trees, c)), None)
    if clause is None and trees.relation(noun) == "obj":
        # "calls to resign": the clause may hang on the verb over it.
        behind = [child for child in trees.having(trees.head(noun), "xcomp", "ccomp") if child > noun]
        clause = next((child for child in behind if "to" in trees.words_having(child, "mark")), None)
    if clause is not None:
        return span_of_clause(trees, clause, noun)
    owners = set(find_owners(trees, noun))
    for child in trees.having(noun, "nmod"):
        cases = trees.words_having(child, "case")[:1]
        if child not in owners and cases in (["of"], ["about"], ["for"], ["over"], ["against"]):
            return span_of_phrase(trees, child)
    return None


def _tells(trees: Trees, clause: int) -> bool:
    """Whether a clause behind a noun says what is claimed or demanded, and does not describe the noun."""
    return bool({"that", "to", "of"} & {*trees.words_having(clause, "mark")})


def find_noun(trees: Trees, head: int, heading: str) -> int | None:
    """The noun of a section that heads a phrase, or that "some of" leads to."""
    if is_noun_of(trees, head, heading):
        return head
    inner = [child for child in trees.having(head, "nmod") if trees.words_having(child, "case") == ["of"]]
    return next((child for child in inner if is_noun_of(trees, child, heading)), None)
