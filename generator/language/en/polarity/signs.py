"""How a predicate is told by the words that hang on it: "not", "may", "if", "nobody", "had he", a question mark.

The words of `polarity.txt`: what denies, opens, demands or plans, and how two of them act together.
"""

import re
from functools import cache
from typing import get_args

from generator.language.en.speech.words import group, load_verbs
from generator.language.trees import Trees
from generator.model import Standing
from generator.text.wordlists import load_sections, load_set

STANDINGS: tuple[Standing, ...] = get_args(Standing)
MODALS = ("may", "must", "will")
"""Sections of the auxiliaries that tell of no fact."""
SIGNS = ("not", *MODALS)
"""Sections of the words before a verb by which nobody does what it says."""
PARTICLES = frozenset({"off", "out"})
CONDITIONS: tuple[Standing, ...] = ("conditional", "counterfactual")
OVER = (
    "denying",
    "demanding",
    "planning",
    "bound",
    "deciding",
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


def list_words(*names: str) -> frozenset[str]:
    """The words of some sections."""
    return frozenset().union(*(_sections()[name][1] for name in names))


def find_section(word: str, names: tuple[str, ...]) -> Standing | None:
    """The standing of the first of some sections that has a word; None where none has."""
    return next((standing for name in names if word in (found := _sections()[name])[1] for standing in found[:1]), None)


def is_sign(word: str) -> bool:
    """Whether a word beside a verb makes it no fact, by its form alone: "not", "didn't", "may"."""
    return word in list_words(*SIGNS) or word.replace("’", "'").endswith("n't") or word == "cannot"


def word_of(trees: Trees, at: int) -> str:
    """A word in lower case."""
    return trees.word(at).lower()


def verb_of(trees: Trees, at: int) -> str:
    """A word in lower case, with its particle where the two are listed: "ruled_out"."""
    word = word_of(trees, at)
    pairs = (f"{word}_{particle}" for particle in particles_of(trees, at))
    return next((pair for pair in pairs if pair in list_words("denying")), word)


def particles_of(trees: Trees, at: int) -> tuple[str, ...]:
    """The particles of a verb: "called off the talks", "put them off"."""
    found = trees.having(at, "compound:prt", "advmod")
    found += [at + 1] if any(is_object_of_particle(trees, child) for child in trees.children[at]) else []
    return tuple(word_of(trees, child) for child in found)


def is_object_of_particle(trees: Trees, at: int) -> bool:
    """Whether the parse takes the particle between a verb and its object for a preposition of the object."""
    verb, relation = trees.head(at), trees.relation(at)
    if relation not in ("obj", "nsubj:pass", "obl") or (relation == "obl" and trees.having(verb, "obj")):
        return False
    return any(case == verb + 1 and word_of(trees, case) in PARTICLES for case in trees.having(at, "case"))


def is_past(trees: Trees, at: int) -> bool:
    """Whether a word has the form of a past tense or participle."""
    word = word_of(trees, at)
    return word in load_set("past_forms.txt") or word.endswith("ed")


def is_plain(trees: Trees, at: int) -> bool:
    """Whether a verb has the form that follows "to" and "will", as far as its letters tell."""
    word = word_of(trees, at)
    return not is_past(trees, at) and not word.endswith("ing") and (not word.endswith("s") or word.endswith("ss"))


def combine(outer: Standing, inner: Standing) -> Standing:
    """How two of them act together: "no plan to" denies, "did not deny that" leaves open, "urged not to" denies."""
    if outer == "asserted" or inner == "asked" or (inner in CONDITIONS and outer in ("planned", "possible")):
        return inner
    if inner == "asserted":
        return outer
    if outer == "denied":
        return "denied" if inner == "planned" else "possible"
    if inner == "denied" and outer in ("planned", "demanded", "reported", "possible"):
        return "denied"
    return outer


def is_be(word: str) -> bool:
    """Whether a word is a form of "be"."""
    return word in group("forms-of-be") or word in ("'s", "’s")


SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
HUNG = ("advmod", "aux", "mark", "det", "cc:preconj", "cc", "case")
"""Relations of the words that tell how a predicate is told."""
LATER = frozenset({"later", "eventually", "subsequently", "ultimately"})
"""Words with which "would" tells what came to be: "she would later become mayor"."""
PERFECT = frozenset({"have", "'ve", "’ve", "of"})
ONLY = frozenset({"only", "just", "merely", "simply"})
"""Words behind "not" that take the denial back: "not only"."""
LEAST = frozenset({"fewer", "less", "more", "doubt", "matter", "later", "sooner"})
"""Words behind "no" that deny nothing of what follows: "no fewer than ten"."""
COMMANDING = frozenset({"please", "do", "never", "just", "always", "now"})
"""Words before a command."""
QUOTES = frozenset('"“”«»')
CLOSING = "\"'”’»)] \n"
"""Signs that may stand behind the mark that ends a sentence."""
DOUBLE = re.compile(r"[“”«»\"]")
"""A double mark that opens or closes a quotation."""
SINGLE = re.compile(r"‘|(?<!\w)'")
"""A single mark that may open one."""
NEAR = 9
"""Words within which the subject stands behind a verb before it: "had the board of the port resigned"."""
INVERTING = {"had": "counterfactual", "were": "counterfactual", "should": "conditional"}
"""Verbs that make a condition where they stand before their subject."""


def find_own_standing(trees: Trees, at: int) -> Standing:
    """How a predicate is told by the words that hang on it, whatever stands over it."""
    condition = find_condition(trees, at)
    if condition:
        return condition
    if is_asked(trees, at):
        return "asked"
    if is_command(trees, at):
        return "demanded"
    told = _by_auxiliaries(trees, at)
    # "If they win, officials say, taxes will fall": the saying is under no condition.
    is_open = told == "planned" or (told == "asserted" and not is_past(trees, at) and not is_saying(trees, at))
    return "conditional" if is_open and has_condition(trees, at) else told


def is_command(trees: Trees, at: int) -> bool:
    """Whether a verb begins a sentence or what is quoted in its plain form, without a subject: "Close the port!" """
    is_bare = trees.tokens[at].pos == "VERB" and is_plain(trees, at) and not word_of(trees, at).endswith("ing")
    if not is_bare or trees.having(at, *SUBJECTS, "aux", "aux:pass", "mark"):
        return False
    before = at - 1
    while before >= 0 and trees.is_one_sentence(before, at) and word_of(trees, before) in COMMANDING:
        before -= 1
    is_first = before < 0 or not trees.is_one_sentence(before, at) or trees.word(before) in QUOTES
    return is_first and trees.word(before + 1)[:1].isupper()


def is_saying(trees: Trees, at: int) -> bool:
    """Whether a word is a form of a reporting verb."""
    return word_of(trees, at) in load_verbs()


def find_condition(trees: Trees, at: int) -> Standing | None:
    """Whether a clause is itself a condition or an indirect question: "if", "whether", "had he", "in case"."""
    words = {word_of(trees, sign) for sign in trees.having(at, "mark", "advmod") if is_beside(trees, sign, at)}
    if words & list_words("if"):
        return "asked" if trees.relation(at) in ("ccomp", "csubj") else "conditional"
    if "whether" in words:
        return "asked"
    if trees.relation(at) == "advcl" and _is_in_case(trees, at):
        return "conditional"
    return _inverted(trees, at)


def _is_in_case(trees: Trees, at: int) -> bool:
    """Whether "in case" stands before a clause or "as long" over it."""
    if any(word_of(trees, word) == "case" for mark in trees.having(at, "mark") for word in trees.having(mark, "fixed")):
        return True
    first = min([at, *trees.having(at, *SUBJECTS, "aux", "advmod", "mark")])
    before = [word_of(trees, word) for word in range(max(0, first - 3), first)]
    return before[-2:] == ["in", "case"] or word_of(trees, trees.head(at)) == "long"


def _inverted(trees: Trees, at: int) -> Standing | None:
    """The condition of "had the board resigned", "should it resign", "were it to resign"."""
    if is_question(trees, at):
        return None
    subjects = trees.having(at, *SUBJECTS)
    for verb in trees.having(at, "aux", "aux:pass", "cop"):
        told = INVERTING.get(word_of(trees, verb))
        is_before = bool(subjects) and verb < subjects[0] < min(at, verb + NEAR)
        if told and is_before and not is_after_quotation(trees, verb):
            return "conditional" if told == "conditional" else "counterfactual"
    first = _first_of_sentence(trees, at)
    comma = next((word for word in range(first, at) if trees.word(word) == ","), None)
    is_first = word_of(trees, first) == "were" and comma is None and trees.relation(at) == "xcomp"
    return "counterfactual" if is_first else None


def _first_of_sentence(trees: Trees, at: int) -> int:
    """The first word of the sentence of a word."""
    while at > 0 and trees.is_one_sentence(at - 1, at):
        at -= 1
    return at


def is_after_quotation(trees: Trees, at: int) -> bool:
    """Whether the sign before a word ends a quotation: "“...,” had the board said"."""
    return at > 0 and trees.word(at - 1) in QUOTES and trees.is_one_sentence(at - 1, at)


def has_condition(trees: Trees, at: int) -> bool:
    """Whether a condition hangs on a predicate."""
    return any(
        find_condition(trees, clause) in ("conditional", "counterfactual") for clause in trees.having(at, "advcl")
    )


def _by_auxiliaries(trees: Trees, at: int) -> Standing:
    """How a predicate is told by its auxiliaries, adverbs and negative subjects or objects."""
    hung = [sign for sign in trees.having(at, *HUNG) if is_beside(trees, sign, at)]
    words = {word_of(trees, sign) for sign in hung}
    auxiliaries = {word_of(trees, sign) for sign in hung if trees.relation(sign) == "aux"} | _hidden_may(trees, at)
    modal = next((found for word in sorted(auxiliaries) if (found := find_section(word, MODALS))), None)
    is_denied = (any(denies(trees, sign) for sign in hung) and not is_until(trees, at)) or has_no(trees, at)
    if modal in ("possible", "demanded") and words & PERFECT and not auxiliaries & {"may", "might", "must", "can"}:
        return _would_have(auxiliaries, is_denied)
    if is_denied:
        return "possible" if auxiliaries & {"may", "might"} else "denied"
    if auxiliaries & {"would"} and words & LATER:
        return "asserted"
    if modal:
        return "possible" if "must" in auxiliaries and words & PERFECT else modal
    hedged = (find_section(word, ("reportedly", "perhaps")) for word in sorted(words))
    return next((found for found in hedged if found), "planned" if is_to_be(trees, at) else "asserted")


def _would_have(auxiliaries: set[str], is_denied: bool) -> Standing:
    """How what "should have" been is told: it was not. What should not have been was, what would not may have been."""
    if not is_denied:
        return "counterfactual"
    if auxiliaries & {"should", "ought"}:
        return "asserted"
    return "denied" if "could" in auxiliaries else "possible"


def _hidden_may(trees: Trees, at: int) -> set[str]:
    """The "may" that the parse took for the month: "the talks on May 5 may be held"."""
    before = at - 1
    while before > 0 and trees.tokens[before].pos == "AUX" and trees.head(before) == at:
        before -= 1
    is_may = trees.word(before) == "may" and trees.tokens[before].pos == "AUX" and before < at - 1
    return {"may"} if is_may else set()


def is_beside(trees: Trees, sign: int, at: int) -> bool:
    """Whether no quotation mark stands between a word and its predicate: "“No,” she said" denies no saying."""
    return not any(trees.word(word) in QUOTES for word in range(min(sign, at), max(sign, at)))


def denies(trees: Trees, sign: int) -> bool:
    """Whether a word denies what it hangs on; "not only" and "no fewer" do not, "longer" does behind "no"."""
    word, following = word_of(trees, sign), word_of(trees, sign + 1) if sign + 1 < len(trees.tokens) else ""
    if word == "longer":
        return sign > 0 and word_of(trees, sign - 1) in ("no", "any")
    if word not in list_words("not"):
        return False
    return following not in ONLY | LEAST and not following.isdigit()


def is_until(trees: Trees, at: int) -> bool:
    """Whether something is told to be from a time on: "will not open until May"."""
    hung = (word for below in trees.having(at, "obl", "advcl") for word in trees.having(below, "case", "mark"))
    return any(word_of(trees, word) in ("until", "till") for word in hung)


def has_no(trees: Trees, at: int) -> bool:
    """Whether a predicate has a negative subject or object: "nobody", "no minister", "neither X nor Y"."""
    objects = [noun for noun in trees.having(at, "obj", "iobj") if is_none(trees, noun)]
    if is_saying(trees, at):
        # "Reported no results": something is said.
        objects = [noun for noun in objects if word_of(trees, noun) in list_words("nobody")]
    return bool(objects) or has_no_subject(trees, at)


def has_no_subject(trees: Trees, at: int) -> bool:
    """Whether the subject of a predicate is nobody."""
    return any(is_none(trees, noun) for noun in trees.having(at, "nsubj", "nsubj:pass"))


def is_none(trees: Trees, noun: int) -> bool:
    """Whether a noun or pronoun says that there is none."""
    if word_of(trees, noun) in list_words("nobody"):
        return True
    signs = trees.having(noun, "det", "cc:preconj", "advmod", "det:predet", "cc")
    return any(sign < noun and denies(trees, sign) for sign in signs)


def is_to_be(trees: Trees, at: int) -> bool:
    """Whether "to" makes a predicate what is to come: "the board is to close", "board to close port"."""
    signs = {word_of(trees, sign): sign for sign in trees.having(at, "mark", "aux")}
    if "to" not in signs:
        return False
    if any(is_be(word) and sign < signs["to"] for word, sign in signs.items()):
        return True
    is_bound = trees.relation(at) in ("xcomp", "advcl", "acl", "csubj", "conj")
    return not is_bound and any(subject < signs["to"] for subject in trees.having(at, *SUBJECTS))


def is_asked(trees: Trees, at: int) -> bool:
    """Whether a question mark hangs on a predicate and stands in the same words: "“Did it close?” she asked"."""
    marks = [sign for sign in trees.having(at, "punct") if trees.word(sign) == "?"]
    return any(at < mark and is_beside(trees, mark, at) for mark in marks)


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
