"""The words of `polarity.txt`: what denies, opens, demands or plans, how two of them act together, and what denies
a verb next to it.
"""

import re
from functools import cache
from typing import get_args

from generator.language.en.speech.words import group, load_verbs
from generator.language.trees import Trees, asked_once
from generator.model import Standing
from generator.text.wordlists import load_sections, load_set

STANDINGS: tuple[Standing, ...] = get_args(Standing)
MODALS = ("may", "must", "will")
"""Sections of the auxiliaries that tell of no fact."""
SIGNS = ("not", *MODALS)
"""Sections of the words before a verb by which nobody does what it says."""
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
"""Relations of a noun or clause to the predicate whose subject it is."""
PARTICLES = frozenset({"off", "out"})
CONDITIONS: tuple[Standing, ...] = ("conditional", "counterfactual")
OVER = (
    "denying",
    "demanding",
    "planning",
    "bound",
    "deciding",
    "threatening",
    "doubting",
    "opining",
    "trying",
    "chance",
    "claiming",
    "whether",
    "if",
)
"""Sections of the words whose complements are no fact; of a word in two the first counts."""


@cache
def _sections() -> dict[str, tuple[Standing, frozenset[str]]]:
    """Each section with its standing; `asserted` for those that name none."""
    found: dict[str, tuple[Standing, frozenset[str]]] = {}
    for heading, lines in load_sections("polarity.txt"):
        name, _, given = heading.partition(": ")
        standing: Standing = next((known for known in STANDINGS if known == given), "asserted")
        found[name] = standing, frozenset(word for line in lines for word in line.split())
    return found


@cache
def list_words(*names: str) -> frozenset[str]:
    """The words of some sections."""
    return frozenset().union(*(_sections()[name][1] for name in names))


def find_section(word: str, names: tuple[str, ...]) -> Standing | None:
    """The standing of the first of some sections that has a word; None where none has."""
    return next((standing for name in names if word in (found := _sections()[name])[1] for standing in found[:1]), None)


def is_sign(word: str) -> bool:
    """Whether a word beside a verb makes it no fact, by its form alone: "not", "didn't", "may"."""
    return word in list_words(*SIGNS) or word.replace("’", "'").endswith("n't") or word == "cannot"


def verb_of(trees: Trees, at: int) -> str:
    """A word in lower case, with its particle where the two are listed: "ruled_out"."""
    word = trees.lower(at)
    pairs = (f"{word}_{particle}" for particle in particles_of(trees, at))
    return next((pair for pair in pairs if pair in list_words("denying")), word)


@asked_once
def particles_of(trees: Trees, at: int) -> tuple[str, ...]:
    """The particles of a verb: "called off the talks", "put them off"."""
    found = trees.having(at, "compound:prt", "advmod")
    found += [at + 1] if any(is_object_of_particle(trees, child) for child in trees.children[at]) else []
    return tuple(trees.lower(child) for child in found)


def is_object_of_particle(trees: Trees, at: int) -> bool:
    """Whether the parse takes the particle between a verb and its object for a preposition of the object."""
    verb, relation = trees.head(at), trees.relation(at)
    if relation not in ("obj", "nsubj:pass", "obl") or (relation == "obl" and trees.having(verb, "obj")):
        return False
    return any(case == verb + 1 and trees.lower(case) in PARTICLES for case in trees.having(at, "case"))


def is_past(trees: Trees, at: int) -> bool:
    """Whether a word has the form of a past tense or participle."""
    word = trees.lower(at)
    return word in load_set("past_forms.txt") or word.endswith("ed")


def is_gerund_of(trees: Trees, at: int) -> bool:
    """Whether a form in "ing" stands right behind the verb that it hangs on, or behind the particle of that verb."""
    verb = trees.head(at)
    between = range(verb + 1, at)
    is_next = all(trees.relation(word) == "compound:prt" for word in between) and verb < at
    return is_next and trees.lower(at).endswith("ing")


def is_plain(trees: Trees, at: int) -> bool:
    """Whether a verb has the form that follows "to" and "will", as far as its letters tell."""
    word = trees.lower(at)
    return not is_past(trees, at) and not word.endswith("ing") and (not word.endswith("s") or word.endswith("ss"))


def combine(outer: Standing, inner: Standing) -> Standing:
    """How two of them act together: "no plan to" denies, "did not deny that" leaves open, "urged not to" denies."""
    is_condition = inner in CONDITIONS and outer in ("planned", "possible")
    if outer == "asserted" or inner == "asked" or is_condition:
        return inner
    if inner == "asserted":
        return outer
    if (outer, inner) == ("reported", "possible"):
        # "Charged with trying to kill her".
        return "possible"
    if outer == "denied":
        return "denied" if inner in ("planned", "threatened") else "possible"
    if inner == "denied" and outer in ("planned", "demanded", "reported", "possible", "threatened"):
        return "denied"
    return outer


def is_be(word: str) -> bool:
    """Whether a word is a form of "be"."""
    return word in group("forms-of-be") or word in ("'s", "’s")


def is_saying(trees: Trees, at: int) -> bool:
    """Whether a word is a form of a reporting verb."""
    return trees.lower(at) in load_verbs()


ONLY = frozenset({"only", "just", "merely", "simply"})
"""Words behind "not" that take the denial back: "not only"."""
LEAST = frozenset({"fewer", "less", "more", "doubt", "matter", "later", "sooner"})
"""Words behind "no" that deny nothing of what follows: "no fewer than ten"."""
QUOTES = frozenset('"“”«»')
CLOSING = "\"'”’»)] \n"
"""Signs that may stand behind the mark that ends a sentence."""
DOUBLE = re.compile(r"[“”«»\"]")
"""A double mark that opens or closes a quotation."""
SINGLE = re.compile(r"‘|(?<!\w)'")
"""A single mark that may open one."""


def is_beside(trees: Trees, sign: int, at: int) -> bool:
    """Whether no quotation mark stands between a word and its predicate: "“No,” she said" denies no saying."""
    return not any(trees.word(word) in QUOTES for word in range(min(sign, at), max(sign, at)))


def denies(trees: Trees, sign: int) -> bool:
    """Whether a word denies what it hangs on; "not only" and "no fewer" do not, "longer" does behind "no"."""
    word, following = trees.lower(sign), trees.lower(sign + 1) if sign + 1 < len(trees.tokens) else ""
    if word == "longer":
        return sign > 0 and trees.lower(sign - 1) in ("no", "any")
    if word in ("instead", "rather"):
        # "Instead of signing it", "rather than sign it".
        return following in ("of", "than") and trees.relation(sign + 1) == "fixed"
    if word not in list_words("not"):
        return False
    return following not in ONLY | LEAST and not following.isdigit()


def is_until(trees: Trees, at: int) -> bool:
    """Whether something is told to be from a time on: "will not open until May"."""
    hung = (word for below in trees.having(at, "obl", "advcl") for word in trees.words_having(below, "case", "mark"))
    return any(word in ("until", "till") for word in hung)


def has_no(trees: Trees, at: int) -> bool:
    """Whether a predicate has a negative subject or object: "nobody", "no minister", "neither X nor Y"."""
    objects = [noun for noun in trees.having(at, "obj", "iobj") if is_none(trees, noun)]
    if is_saying(trees, at):
        # "Reported no results": something is said.
        objects = [noun for noun in objects if trees.lower(noun) in list_words("nobody")]
    return bool(objects) or has_no_subject(trees, at)


@asked_once
def has_no_subject(trees: Trees, at: int) -> bool:
    """Whether the subject of a predicate is nobody."""
    return any(is_none(trees, noun) for noun in trees.having(at, "nsubj", "nsubj:pass"))


def is_none(trees: Trees, noun: int) -> bool:
    """Whether a noun or pronoun says that there is none."""
    if trees.lower(noun) in list_words("nobody"):
        return True
    signs = trees.having(noun, "det", "cc:preconj", "advmod", "det:predet", "cc")
    return any(sign < noun and denies(trees, sign) for sign in signs)


def is_after_quotation(trees: Trees, at: int) -> bool:
    """Whether the sign before a word ends a quotation: "“...,” had the board said"."""
    return at > 0 and trees.word(at - 1) in QUOTES and trees.is_one_sentence(at - 1, at)


def is_question(trees: Trees, at: int) -> bool:
    """Whether the sentence of a word ends with a question mark that is its own, not that of words quoted behind it."""
    sentence = trees.reading.sentences[trees.tokens[at].sentence]
    text = trees.text[sentence.start : sentence.end]
    bare = text.rstrip(CLOSING)
    if not bare.endswith("?"):
        return False
    place = trees.tokens[at].span.start - sentence.start
    opened = find_opened(bare, text[len(bare) :])
    return place >= (bare.rfind(": ") + 1 if opened is None else opened)


def find_opened(text: str, behind: str) -> int | None:
    """Where the quotation opens in which a text ends; None where it ends in none. `behind`: the marks after it."""
    opened: int | None = None
    for mark in DOUBLE.finditer(text):
        closes = mark[0] in "”»" or (mark[0] == '"' and opened is not None)
        opened = None if closes else mark.start()
    singles = [mark.start() for mark in SINGLE.finditer(text)] if opened is None and set(behind) & {"'", "’"} else []
    return singles[-1] if singles else opened


def hidden_may(trees: Trees, at: int) -> set[str]:
    """The "may" that the parse took for the month: "the talks on May 5 may be held"."""
    before = at - 1
    while before > 0 and trees.tokens[before].pos == "AUX" and trees.head(before) == at:
        before -= 1
    is_may = trees.word(before) == "may" and trees.tokens[before].pos == "AUX" and before < at - 1
    return {"may"} if is_may else set()


def is_to_be(trees: Trees, at: int) -> bool:
    """Whether "to" makes a predicate what is to come: "the board is to close", "board to close port"."""
    signs = {trees.lower(sign): sign for sign in trees.having(at, "mark", "aux", "cop")}
    if "to" not in signs:
        return False
    if any(is_be(word) and sign < signs["to"] for word, sign in signs.items()):
        return True
    is_bound = trees.relation(at) in ("xcomp", "advcl", "acl", "csubj", "conj")
    return not is_bound and any(subject < signs["to"] for subject in trees.having(at, *SUBJECTS))
