"""How a predicate is told by what stands over it: "refused to", "denied that", "urged the board to", "no plans to"."""

from typing import Literal, NamedTuple

from generator.language.en.polarity.denials import denies, has_no_subject, is_none, is_question
from generator.language.en.polarity.signs import (
    SUBJECTS,
    find_condition,
    find_own_standing,
    has_condition,
    is_to_be,
)
from generator.language.en.polarity.words import (
    OVER,
    combine,
    find_section,
    is_be,
    is_past,
    is_plain,
    list_words,
    verb_of,
)
from generator.language.trees import Trees
from generator.model import Standing

STEPS = 8
"""Steps up the tree."""
COMPLEMENTS = ("ccomp", "xcomp", "csubj", "csubj:pass", "csubj:outer")
NOMINAL = ("obj", "obl", "nmod", "nsubj:pass", "dep")
"""Relations by which a noun such as "plans" or "denial" hangs on what is said of it."""
TEMPORAL = frozenset({"when", "once", "after", "until", "before", "till"})
GROWING = frozenset({"become", "be"})
"""Verbs that tell what came about behind "to": "rose to become"."""
WOULD = frozenset({"would", "'d", "’d"})
OPEN = frozenset({"planned", "possible", "demanded", "conditional", "asked", "counterfactual"})


class Step(NamedTuple):
    """From a word to what stands over it."""

    to: int
    standing: Standing
    """What the word over it makes of it."""
    part: Literal["all", "clause", "loose", "moment", "none"] = "all"
    """Which words of the one over it hold for it too: `all`, those of its `clause` only, all but a denial (`loose`),
    what is to come of it (`moment`), or `none`."""


def find_standing(trees: Trees, at: int, *, through: tuple[str, ...] = ()) -> Standing:
    """How the text speaks of what a word says. `through`: the sections of the words over it that leave it as it is: one
    cancels by "deciding" it."""
    found = find_own_standing(trees, at)
    for _ in range(STEPS):
        step = find_step(trees, at, through)
        if step is None:
            break
        found = combine(_of_part(trees, step), combine(step.standing, found))
        at = step.to
        if step.part == "moment":
            break
    if found in ("asserted", "planned", "possible") and trees.relation(at) in ("root", "conj"):
        return "asked" if is_question(trees, at) else found
    return found


def is_fact(trees: Trees, at: int) -> bool:
    """Whether what a word says is told as a fact."""
    return find_standing(trees, at) == "asserted"


def is_said(trees: Trees, at: int) -> bool:
    """Whether a verb of saying tells that somebody spoke, if only by hearsay."""
    return find_standing(trees, at, through=("opining",)) in ("asserted", "reported")


def is_habit(trees: Trees, at: int) -> bool:
    """Whether "would" may tell what somebody used to say: "“...,” he would say"; no condition and no question."""
    modals = set(trees.words_having(at, "aux"))
    return bool(modals) and modals <= WOULD and not has_condition(trees, at) and find_standing(trees, at) == "possible"


def find_predicate(trees: Trees, at: int) -> int | None:
    """The predicate that a word of a phrase belongs to: the nearest verb or noun with "is" over it."""
    for _ in range(STEPS):
        if trees.tokens[at].pos in ("VERB", "AUX") or trees.having(at, "cop"):
            return at
        if trees.head(at) == at:
            return None
        at = trees.head(at)
    return None


def _of_part(trees: Trees, step: Step) -> Standing:
    """What a word over another holds for it by its own signs."""
    if step.part == "none":
        return "asserted"
    if step.part == "clause":
        return find_condition(trees, step.to) or ("denied" if has_no_subject(trees, step.to) else "asserted")
    found = find_own_standing(trees, step.to)
    if step.part == "moment":
        # "It may be signed before he visits India": the visit is planned.
        return found if found in ("planned", "conditional", "counterfactual") else "asserted"
    if step.part == "loose":
        return found if found in OPEN else "asserted"
    return found


def find_step(trees: Trees, at: int, through: tuple[str, ...]) -> Step | None:
    """The step from a word to the one that says whether it is so; None where nothing does."""
    relation, head = trees.relation(at), trees.head(at)
    if head == at:
        return None
    if relation in COMPLEMENTS:
        return _to_governor(trees, at, head, through)
    if relation == "acl" or (relation == "acl:relcl" and find_over(trees, head) and _has_mark(trees, at, "that")):
        return _to_noun(trees, at, head, through)
    if relation == "advcl":
        return _from_clause(trees, at, head)
    if relation == "conj":
        return _to_first(trees, at, head)
    return _from_noun(trees, at, head, through) if relation in NOMINAL else None


def _from_noun(trees: Trees, at: int, head: int, through: tuple[str, ...]) -> Step | None:
    """The step from a noun such as "plans" to what is said of it; what its own "no" denies is not denied twice."""
    if trees.tokens[at].pos != "NOUN" or trees.having(at, "cop") or is_none(trees, at):
        return None
    told = find_over(trees, head, through)
    return Step(head, told or "asserted") if told or find_section(trees.lower(at), OVER) else None


def find_over(trees: Trees, head: int, through: tuple[str, ...] = ()) -> Standing | None:
    """What a word makes of its complement; None where it leaves it as it is."""
    found = find_section(verb_of(trees, head), OVER)
    return None if found and through and trees.lower(head) in list_words(*through) else found


def _to_governor(trees: Trees, at: int, head: int, through: tuple[str, ...]) -> Step | None:
    """The step from a complement to its verb, adjective or noun."""
    word, relation = trees.lower(head), trees.relation(at)
    marks = set(trees.words_having(at, "mark"))
    is_bound = relation == "xcomp" and bool(marks & {"to", "from"})
    if is_bound and word in ("has", "have", "having", "'ve"):
        is_yet = any(trees.lower(sign) == "yet" for sign in trees.having(head, "advmod"))
        return Step(head, "denied" if is_yet else "demanded")
    if word in list_words("keeping") and "from" in marks:
        return Step(head, "denied")
    is_passive = bool(trees.having(head, "aux:pass", "nsubj:pass"))
    if is_bound and is_passive and word in list_words("said to be"):
        return Step(head, "reported")
    if (is_bound or _is_subjunctive(trees, at)) and word in list_words("asking to"):
        return Step(head, "demanded")
    told = find_over(trees, head, through)
    if told:
        return Step(head, told)
    if is_bound and any(trees.lower(sign) == "too" for sign in trees.having(head, "advmod")):
        return Step(head, "denied")
    if is_bound and trees.tokens[head].pos == "ADJ" and word not in list_words("succeeding"):
        return Step(head, "possible")
    if relation == "xcomp" or word in list_words("truth"):
        return Step(head, "asserted")
    return None if word in list_words("knowing") else _from_content(trees, head)


def _from_content(trees: Trees, head: int) -> Step:
    """The step from what is said: who did not say it leaves it open."""
    if find_own_standing(trees, head) != "denied":
        return Step(head, "asserted")
    return Step(head, "possible", "none")


def _is_subjunctive(trees: Trees, at: int) -> bool:
    """Whether a clause with "that" has its verb in the plain form: "asked that the board resign"."""
    marks = trees.words_having(at, "mark")
    return marks == ["that"] and is_plain(trees, at) and not trees.having(at, "aux", "cop")


def _to_noun(trees: Trees, at: int, head: int, through: tuple[str, ...]) -> Step | None:
    """The step from a clause to the noun that it explains: "plans to", "the denial that"; None for a description."""
    marks = set(trees.words_having(at, "mark"))
    told = find_over(trees, head, through)
    if told and (marks or trees.lower(at).endswith("ing")):
        return Step(head, told)
    if through and marks and trees.lower(head) in list_words(*through):
        return Step(head, "asserted")
    if "that" in marks:
        return Step(head, "asserted")
    if "to" not in marks or _is_first(trees, head):
        return None
    # "Board to close port", "the port to be closed"; of "the foresight to close it" nothing is known.
    is_headline = trees.relation(head) == "root"
    return Step(head, "planned", "none") if is_headline or trees.having(at, "aux:pass") else None


def _is_first(trees: Trees, noun: int) -> bool:
    """Whether a noun is the first, the last or the only one to do something: it is done."""
    words = set(trees.words_having(noun, "amod", "nummod")) | {trees.lower(noun)}
    return bool(words & {"first", "last", "only", "latest", "youngest", "oldest", "second", "third", "next"})


def _from_clause(trees: Trees, at: int, head: int) -> Step | None:
    """The step from an adverbial clause: a purpose is planned, what goes with something open is open."""
    marks = set(trees.words_having(at, "mark"))
    if "to" in marks and not trees.lower(at).endswith("ing"):
        is_grown = trees.lower(at) in GROWING or trees.having(at, "cop")
        if is_grown or trees.lower(head) in list_words("coming about"):
            return Step(head, "asserted")
        return Step(head, find_over(trees, head) or "planned")
    if trees.lower(head) in list_words("if"):
        return Step(head, "conditional")
    if marks == {"from"}:
        is_kept = trees.lower(head) in list_words("keeping")
        return Step(head, find_over(trees, head) or ("denied" if is_kept else "asserted"))
    if is_past(trees, at) or (marks and not marks <= TEMPORAL):
        return None
    if not marks and trees.lower(at).endswith("ing") and head < at <= head + 2 and (told := find_over(trees, head)):
        # "ruled out postponing": right behind its verb, it is what is ruled out.
        return Step(head, told)
    return Step(head, "asserted", "moment" if marks else "loose")


def _to_first(trees: Trees, at: int, head: int) -> Step | None:
    """The step from a word joined by "and" to the first: it shares what holds for both."""
    is_verbal = trees.tokens[at].pos in ("VERB", "AUX") or trees.having(at, "cop")
    if not is_verbal:
        return Step(head, "asserted")
    if trees.having(at, *SUBJECTS):
        return Step(head, "asserted", "clause") if find_condition(trees, head) else _if_content(trees, head)
    if any(trees.lower(word) == "nor" for word in trees.having(at, "cc")):
        return Step(head, "asserted", "none")
    if shares_auxiliaries(trees, at, head):
        return Step(head, "asserted")
    is_open = trees.having(head, "aux") or is_to_be(trees, head) or _has_mark(trees, head)
    return None if is_open and not has_no_subject(trees, head) else Step(head, "asserted", "clause")


def _if_content(trees: Trees, head: int) -> Step | None:
    """The step to the first of several clauses of one content: "denied that the board met and the mayor spoke"."""
    return Step(head, "asserted", "none") if trees.relation(head) in ("ccomp", "csubj", "acl") else None


def _has_mark(trees: Trees, at: int, word: str = "to") -> bool:
    return any(trees.lower(mark) == word for mark in trees.having(at, "mark"))


def shares_auxiliaries(trees: Trees, at: int, first: int) -> bool:
    """Whether "did not", "will" or "to" before the first verb holds for one joined to it as well: it has the same form
    and none of its own."""
    joined = set(trees.words_having(at, "cc"))
    if joined & {"or", "nor"} or any(denies(trees, word) for word in trees.having(first, "cc:preconj")):
        return True
    own = trees.words_having(at, "aux", "aux:pass", "mark")
    if any(not is_be(word) or word not in ("be", "been") for word in own):
        return False
    leading = set(trees.words_having(first, "aux", "aux:pass"))
    if is_past(trees, at):
        return is_past(trees, first) and any(is_be(word) or word in ("has", "have", "had") for word in leading)
    return is_plain(trees, at) and (bool(leading) or _has_mark(trees, first))
