"""How a predicate is told by the words that hang on it: "not", "may", "if", "nobody", "had he", a question mark.

The rules stand in one list and are asked in its order: what makes the clause itself a condition, a question, a command,
then its auxiliaries and adverbs. The first that answers counts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.language.en.polarity.words import (
    MODALS,
    OVER,
    QUOTES,
    SUBJECTS,
    denies,
    find_section,
    has_no,
    hidden_may,
    is_after_quotation,
    is_beside,
    is_past,
    is_plain,
    is_question,
    is_saying,
    is_to_be,
    is_until,
    list_words,
)
from generator.language.trees import Trees, asked_once, read_trees
from generator.model import Span, Standing
from generator.text.rules import Chain, Rule

HUNG = ("advmod", "aux", "mark", "det", "cc:preconj", "cc", "case")
"""Relations of the words that tell how a predicate is told."""
LATER = frozenset({"later", "eventually", "subsequently", "ultimately"})
"""Words with which "would" tells what came to be: "she would later become mayor"."""
PERFECT = frozenset({"have", "'ve", "’ve", "of"})
COMMANDING = frozenset({"please", "do", "never", "just", "always", "now"})
"""Words before a command."""
CERTAIN = frozenset({"may", "might", "must", "can"})
"""Auxiliaries whose "have" tells of the past, not of what would have been."""
NEAR = 9
"""Words within which the subject stands behind a verb before it: "had the board of the port resigned"."""
WOULD = frozenset({"would", "'d", "’d"})
INVERTING: dict[str, Standing] = {"had": "counterfactual", "were": "counterfactual", "should": "conditional"}
"""Verbs that make a condition where they stand before their subject."""


@dataclass(frozen=True)
class Predicate:
    """A predicate with the signs that hang on it, read once for all rules."""

    trees: Trees
    at: int

    @cached_property
    def hung(self) -> tuple[int, ...]:
        """The words that may tell how it is told, in no other's quotation."""
        return tuple(sign for sign in self.trees.having(self.at, *HUNG) if is_beside(self.trees, sign, self.at))

    @cached_property
    def words(self) -> frozenset[str]:
        """Those words in lower case."""
        return frozenset(self.trees.lower(sign) for sign in self.hung)

    @cached_property
    def auxiliaries(self) -> frozenset[str]:
        """The auxiliaries among them, and a "may" that the parse took for the month."""
        own = {self.trees.lower(sign) for sign in self.hung if self.trees.relation(sign) == "aux"}
        return frozenset(own | hidden_may(self.trees, self.at))

    @cached_property
    def modal(self) -> Standing | None:
        """What its auxiliaries make of it."""
        return next((found for word in sorted(self.auxiliaries) if (found := find_section(word, MODALS))), None)

    @cached_property
    def is_denied(self) -> bool:
        """Whether a word, its subject or its object denies it."""
        is_not = any(denies(self.trees, sign) for sign in self.hung) and not is_until(self.trees, self.at)
        return is_not or has_no(self.trees, self.at)

    @property
    def would_have(self) -> bool:
        """Whether it is told of what "would have" been."""
        is_open = self.modal in ("possible", "demanded") and bool(self.words & PERFECT)
        return is_open and not self.auxiliaries & CERTAIN


Sign = Callable[[Predicate], Standing | None]
"""A rule: how a predicate is told; None where it does not say."""


@asked_once
def find_own_standing(trees: Trees, at: int) -> Standing:
    """How a predicate is told by the words that hang on it, whatever stands over it."""
    return ask(Predicate(trees, at), SIGNS.rules) or "asserted"


@asked_once
def find_condition(trees: Trees, at: int) -> Standing | None:
    """Whether a clause is itself a condition or an indirect question: "if", "whether", "had he", "in case"."""
    return ask(Predicate(trees, at), CONDITIONS)


def ask(predicate: Predicate, rules: Sequence[Rule[Sign]]) -> Standing | None:
    """What the first rule says that says anything."""
    return next((told for rule in rules if (told := rule.find(predicate))), None)


def by_if(predicate: Predicate) -> Standing | None:
    """ "If", "unless"; where its clause is what is asked, a question."""
    if not list_words("if") & _openings(predicate):
        return None
    return "asked" if predicate.trees.relation(predicate.at) in ("ccomp", "csubj") else "conditional"


def by_whether(predicate: Predicate) -> Standing | None:
    """ "Whether" before the clause."""
    return "asked" if "whether" in _openings(predicate) else None


def _openings(predicate: Predicate) -> set[str]:
    """The words that open a clause, or hang on its predicate as adverbs."""
    trees, at = predicate.trees, predicate.at
    return {trees.lower(sign) for sign in trees.having(at, "mark", "advmod") if is_beside(trees, sign, at)}


def by_case(predicate: Predicate) -> Standing | None:
    """ "In case" before a clause or "as long" over it."""
    trees, at = predicate.trees, predicate.at
    if trees.relation(at) != "advcl":
        return None
    marks = trees.having(at, "mark")
    if any("case" in trees.words_having(mark, "fixed") for mark in marks) or trees.lower(trees.head(at)) == "long":
        return "conditional"
    first = min([at, *trees.having(at, *SUBJECTS, "aux", "advmod", "mark")])
    before = [trees.lower(word) for word in range(max(0, first - 3), first)]
    return "conditional" if before[-2:] == ["in", "case"] else None


def by_inversion(predicate: Predicate) -> Standing | None:
    """ "Had the board resigned", "should it resign", "were it to resign"."""
    told = _read_inverted(predicate.trees, predicate.at)
    return told if told and not is_question(predicate.trees, predicate.at) else None


def _read_inverted(trees: Trees, at: int) -> Standing | None:
    """What a verb before its subject makes of a clause, if it is no question."""
    subjects = trees.having(at, *SUBJECTS)
    for verb in trees.having(at, "aux", "aux:pass", "cop"):
        told = INVERTING.get(trees.lower(verb))
        is_before = bool(subjects) and verb < subjects[0] < min(at, verb + NEAR)
        if told and is_before and not is_after_quotation(trees, verb):
            return told
    if trees.relation(at) != "xcomp":
        return None
    first = trees.first_of_sentence(at)
    is_first = trees.lower(first) == "were" and "," not in map(trees.word, range(first, at))
    return "counterfactual" if is_first else None


def by_question_mark(predicate: Predicate) -> Standing | None:
    """A question mark that hangs on a predicate and stands in the same words: "“Did it close?” she asked"."""
    trees, at = predicate.trees, predicate.at
    marks = [sign for sign in trees.having(at, "punct") if trees.word(sign) == "?"]
    return "asked" if any(at < mark and is_beside(trees, mark, at) for mark in marks) else None


def by_command(predicate: Predicate) -> Standing | None:
    """A verb that begins a sentence or what is quoted in its plain form, without a subject: "Close the port!" """
    trees, at = predicate.trees, predicate.at
    is_bare = trees.tokens[at].pos == "VERB" and is_plain(trees, at) and not trees.lower(at).endswith("ing")
    if not is_bare or trees.having(at, *SUBJECTS, "aux", "aux:pass", "mark"):
        return None
    before = at - 1
    while before >= 0 and trees.is_one_sentence(before, at) and trees.lower(before) in COMMANDING:
        before -= 1
    is_first = before < 0 or not trees.is_one_sentence(before, at) or trees.word(before) in QUOTES
    return "demanded" if is_first and trees.word(before + 1)[:1].isupper() else None


def under_condition(predicate: Predicate) -> Standing | None:
    """A condition that hangs on what is planned or not told as past. "If they win, officials say, taxes will fall": the
    saying is under none."""
    trees, at = predicate.trees, predicate.at
    if not has_condition(trees, at):
        return None
    told = ask(predicate, AUXILIARIES) or "asserted"
    is_open = told == "asserted" and not is_past(trees, at) and not is_saying(trees, at)
    return "conditional" if told == "planned" or is_open else None


@asked_once
def has_condition(trees: Trees, at: int) -> bool:
    """Whether a condition hangs on a predicate."""
    clauses = trees.having(at, "advcl")
    return any(find_condition(trees, clause) in ("conditional", "counterfactual") for clause in clauses)


def would_have(predicate: Predicate) -> Standing | None:
    """What "should have" been: it was not. What should not have been was, what would not may have been."""
    if not predicate.would_have:
        return None
    if not predicate.is_denied:
        return "counterfactual"
    if predicate.auxiliaries & {"should", "ought"}:
        return "asserted"
    return "denied" if "could" in predicate.auxiliaries else "possible"


def by_denial(predicate: Predicate) -> Standing | None:
    """ "Not", "never", "nobody"; what "may not" be is open."""
    if not predicate.is_denied:
        return None
    return "possible" if predicate.auxiliaries & {"may", "might"} else "denied"


def would_later(predicate: Predicate) -> Standing | None:
    """ "Would" of what came to be."""
    return "asserted" if "would" in predicate.auxiliaries and predicate.words & LATER else None


def would_as_said(predicate: Predicate) -> Standing | None:
    """ "Said it would": what was said is that it will."""
    trees, over = predicate.trees, predicate.trees.head(predicate.at)
    is_content = trees.relation(predicate.at) == "ccomp" and is_saying(trees, over) and is_past(trees, over)
    is_plain_saying = is_content and find_section(trees.lower(over), (*OVER, "warning")) is None
    return "planned" if is_plain_saying and predicate.auxiliaries & WOULD else None


def by_modal(predicate: Predicate) -> Standing | None:
    """ "May", "must", "will"; what "must have" been is only likely."""
    is_likely = "must" in predicate.auxiliaries and predicate.words & PERFECT
    return "possible" if predicate.modal and is_likely else predicate.modal


def by_hedge(predicate: Predicate) -> Standing | None:
    """ "Reportedly", "perhaps"."""
    hedges = (find_section(word, ("reportedly", "perhaps")) for word in sorted(predicate.words))
    return next((found for found in hedges if found), None)


def by_to(predicate: Predicate) -> Standing | None:
    """ "Is to", and "to" in a headline."""
    return "planned" if is_to_be(predicate.trees, predicate.at) else None


def try_sign(rule: Rule[Sign], text: str) -> Iterator[Span]:
    """The verbs of which a rule tells how they are told."""
    trees = read_trees(text, [Span(0, len(text))])
    for at, token in enumerate(trees.tokens):
        predicate = Predicate(trees, at)
        first = next((one for one in SIGNS if one.find(predicate)), None)
        if token.pos == "VERB" and first == rule:
            yield token.span


CONDITIONS: tuple[Rule[Sign], ...] = (
    Rule(
        "if",
        by_if,
        yes=(
            "If NATO |cancels| the summit, Russia may leave.",
            "Unless NATO |cancels| the summit, Russia may leave.",
            "As long as NATO does not cancel the summit, Russia may leave if Spain |leaves|.",
        ),
        no=("When NATO |cancels| the summit, Russia leaves.", "Even NATO |cancelled| the summit."),
    ),
    Rule(
        "whether",
        by_whether,
        yes=("It is unclear whether NATO |cancelled| the summit.",),
        no=("It is clear that NATO |cancelled| the summit.",),
    ),
    Rule(
        "in case",
        by_case,
        yes=(
            "Russia may leave in case NATO |cancels| the summit.",
            "As long as NATO does not |cancel| the summit, Russia may stay.",
        ),
        no=("In this case NATO |cancelled| the summit.",),
    ),
    Rule(
        "verb before its subject",
        by_inversion,
        yes=(
            "Had NATO |cancelled| the summit, Russia might have come.",
            "Should NATO |cancel| the summit, Russia may leave.",
        ),
        no=("Had NATO |cancelled| the summit?", "NATO had |cancelled| the summit."),
    ),
)
"""What makes a clause itself a condition or an indirect question."""

AUXILIARIES: tuple[Rule[Sign], ...] = (
    Rule(
        "would have",
        would_have,
        yes=(
            "NATO would have |cancelled| the summit.",
            "NATO should never have |cancelled| the summit.",
            "NATO could not have |cancelled| the summit.",
        ),
        no=("NATO may have |cancelled| the summit.", "NATO would |cancel| the summit."),
    ),
    Rule(
        "denied",
        by_denial,
        yes=(
            "NATO did not |cancel| the summit.",
            "NATO has never |cancelled| a summit.",
            "No minister |cancelled| the summit.",
            "Neither of the ministers |cancelled| the summit.",
            "NATO might not |cancel| the summit.",
            "Without |cancelling| the summit, NATO moved on.",
        ),
        no=(
            "NATO not only |cancelled| the summit but also left.",
            "No fewer than ten ministers |left| the summit.",
            "No less than ten ministers |left| the summit.",
            "No doubt ten ministers |left| the summit.",
            "“No, never,” the minister |said|.",
            "NATO will not |open| the summit until May.",
            "The minister, who did not attend, |cancelled| the summit.",
        ),
    ),
    Rule(
        "would later",
        would_later,
        yes=("She would later |become| mayor of Leeds.",),
        no=("She would |become| mayor of Leeds.",),
    ),
    Rule(
        "would, as somebody said",
        would_as_said,
        yes=("The minister said NATO would |cancel| the summit.",),
        no=("The minister says NATO would |cancel| the summit.", "The minister warned NATO would |cancel| the summit."),
    ),
    Rule(
        "modal",
        by_modal,
        yes=(
            "NATO may |cancel| the summit.",
            "NATO must |cancel| the summit.",
            "NATO'll |cancel| the summit.",
            "The summit on May 5 may be |cancelled|.",
            "NATO must have |cancelled| the summit.",
        ),
        no=("The minister, who may resign, |cancelled| the summit.", "In May NATO |cancelled| the summit."),
    ),
    Rule(
        "reportedly or perhaps",
        by_hedge,
        yes=("NATO allegedly |cancelled| the summit.", "NATO perhaps |cancelled| the summit."),
        no=("NATO |cancelled| the allegedly unsafe summit.",),
    ),
    Rule(
        "is to",
        by_to,
        yes=("NATO is to |cancel| the summit.", "The summit is to be |cancelled|."),
        no=("NATO managed to |cancel| the summit.", "She rose to |become| mayor of Leeds."),
    ),
)
"""What auxiliaries and adverbs make of a predicate."""

SIGNS: Chain[Sign] = Chain(
    "signs on a predicate",
    (
        *CONDITIONS,
        Rule(
            "question mark",
            by_question_mark,
            yes=("Did NATO |cancel| the summit?", "“Did NATO |cancel| the summit?” the minister asked."),
            no=("The minister |said|: “Will they come?”",),
        ),
        Rule(
            "command",
            by_command,
            yes=("|Cancel| the summit in Geneva!", "Please |cancel| it.", "“|Cancel| the summit,” read a sign."),
            no=("Police |cancel| the march.", "Rebels |put| off the march.", "NATO |cancels| summit in Geneva"),
        ),
        Rule(
            "under a condition",
            under_condition,
            yes=("If Russia leaves, NATO will |cancel| the summit.", "NATO will |cancel| the summit if Russia leaves."),
            no=(
                "If they win, officials |say|, taxes will fall.",
                "Because Russia left, NATO will |cancel| the summit.",
            ),
        ),
        *AUXILIARIES,
    ),
    try_sign,
)
