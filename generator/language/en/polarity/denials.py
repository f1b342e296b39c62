"""What denies a predicate, and which marks of quotation and question are its own."""

import re

from generator.language.en.polarity.words import is_saying, list_words
from generator.language.trees import Trees

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
