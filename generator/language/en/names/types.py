"""One word has one type in one text: the full, titled or defined form decides for the short ones."""

import re
from collections.abc import Iterable, Sequence

from generator.language.by_rules.lexicon import is_common, is_head, is_taken
from generator.language.en.names.steps import Prose, Step
from generator.language.name import Name
from generator.language.world.countries import company_words, legal_forms
from generator.text.rules import Rule

LOCAL = re.compile(r"\b(?:in|near|at|around|outside|across|to|from|of|the) $")
"""What stands before a place or body rather than before somebody's surname."""


def settle_surnames(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a single word that is the surname of a person of the text as a person, but where a place stands."""
    forms = [name.span.of(prose.text) for name in names]
    people = find_surnames(names, forms)
    return [
        name._replace(type="Person") if form in people and is_surname_here(prose.text, name, form) else name
        for name, form in zip(names, forms, strict=True)
    ]


def find_surnames(names: Sequence[Name], forms: Iterable[str]) -> frozenset[str]:
    """The last words of the people whom the text names in full."""
    people = [form.split() for name, form in zip(names, forms, strict=True) if name.type == "Person"]
    return frozenset(words[-1] for words in people if len(words) > 1)


def is_surname_here(text: str, name: Name, form: str) -> bool:
    """Whether a surname that was taken for a place or body is the person's here."""
    is_other = name.type in ("Place", "Organization") and not is_taken(form)
    return is_other and LOCAL.search(text, max(0, name.span.start - 10), name.span.start) is None


SURNAME_TYPE: Rule[Step] = Rule(
    "type of a surname",
    settle_surnames,
    yes=("<P Trevo Chalobe> scored. <L |Chalobe|> was glad.",),
    no=(
        "<P Trevo Chalobe> lives in <L Chalobe>.",
        "<P Ann London> went to see <L London>.",
        "<O Trevo Chalobe> opened. <L Chalobe> is near.",
    ),
)


def settle_firms(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, what a body of the text may be called for short as a body."""
    forms = [name.span.of(prose.text) for name in names]
    firms = find_firms(names, forms)
    return [
        name._replace(type="Organization") if name.type == "Person" and form in firms else name
        for name, form in zip(names, forms, strict=True)
    ]


def find_firms(names: Sequence[Name], forms: Sequence[str]) -> frozenset[str]:
    """What bodies of the text may be called for short: all but the words that head their name; no name of a person."""
    borne: set[str] = set()
    short: set[str] = set()
    for name, form in zip(names, forms, strict=True):
        words = form.split()
        if name.type == "Person" and len(words) > 1:
            borne.update(words)
        while name.type == "Organization" and len(words) > 1 and ends_firm(words[-1]):
            is_legal = plain_word(words.pop()) in legal_forms()
            short |= {" ".join(words).rstrip(",")} | ({words[0]} if is_legal and not is_common(words[0]) else set())
    return frozenset(form for form in short if borne.isdisjoint(form.split()))


def plain_word(word: str) -> str:
    """A word in small letters, without a full stop or comma behind it."""
    return word.rstrip(".,").casefold()


def ends_firm(word: str) -> bool:
    """Whether a word at the end of a company's name is left out where it is called for short."""
    return plain_word(word) in company_words() or is_head(word)


FIRM_TYPE: Rule[Step] = Rule(
    "type of a short form",
    settle_firms,
    yes=(
        "<O Meghna Group> sold it. <P |Meghna|> denied that.",
        "<P Ines Duran> sued <O Marlow Haulage Co>. <P |Marlow|> denied it.",
    ),
    no=(
        "<O Meghna Group> is <P Ann Meghna>'s. <P Meghna> denied that.",
        "<O Meghna Foundation Lagos> sold it. <P Meghna> denied that.",
    ),
)
