"""What nouns, pronouns and kin say of a person: offices, whom "he" or "she" stands for, who is also called
otherwise. A person only where exactly one fits.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from generator.language.name import Name
from generator.language.people.honorifics import look_up
from generator.model import LocalEntity, Mention, Span
from generator.text.spans import Spans
from generator.text.wordlists import load_sections

HOW = "also|better|best|popularly|commonly|widely|formerly|previously|otherwise|professionally|once|now|then|usually"
KNOWN = rf"(?:(?:more )?(?:{HOW}) )?known (?:simply |now |online |to (?:his|her|their) (?:fans|followers|friends) )?as"
NAMED = "(?:whose )?(?:real|birth|full|legal|given|stage|pen|original|maiden) name(?: is| was|:)?"
UNDER = "(?:under|by) the (?:stage name|pen name|pseudonym|alias|name|nom de guerre)(?: of)?"
DOING = "(?:(?:who )?(?:performs|performed|performing|writes|wrote|writing|sings|sang|singing|publishes|blogs) )?"
GOING = "(?:who goes|who went|going) by(?: the (?:name|stage name))?(?: of)?"
CALLED = "(?:also|commonly|usually|formerly|popularly) called"
ALIAS = re.compile(
    "[ ,(\u2013\u2014-]{0,3}(?:(?:and )?(?:who|he|she|they) (?:is|was|are|were) |(?:is|was) |who's )?"
    rf"(?:{KNOWN}|{CALLED}|a\.?k\.?a\.?,?|alias|n\u00e9e?|formerly|{NAMED}|{GOING}|{DOING}{UNDER}|nom de guerre)"
    "(?: Mr\\.?| Ms\\.?)?(?: the)? ?[\u201c\"'\u2018]?"
)
"""What stands between a name and another of the same person."""
BORN = re.compile(r"(?:,? \(|, | (?:was|is) )born (?:as )?[\u201c\"]?")
"""The same of the name that somebody was given."""
NOT_NAME = re.compile(r"['\u2019]s?\b|-| (?:and|or) [A-Z]")
"""What follows the name of another person: "formerly Jane's friend"."""
BIRTH = ("n\u00e9", "born", "maiden")
KIN = re.compile(r",? (?:is |was |and )?(?:the )?(?:\w+ )?(?P<kin>[\w-]{3,20}) of (?:\w+[.]? ){0,3}?(?=[A-Z])")
"""What tells whose relation somebody is, up to a name."""


def is_alias(text: str, left: Name, right: Name) -> bool:
    """Whether the words between two names of people lead from one to another of the same person."""
    between = text[left.span.end : right.span.start]
    if NOT_NAME.match(text, right.span.end):
        return False
    return (ALIAS.fullmatch(between) or BORN.fullmatch(between)) is not None


def tells_birth(text: str, left: Name, right: Name) -> bool:
    """Whether these words speak of the name that somebody was born with."""
    between = text[left.span.end : right.span.start]
    return any(word in between for word in BIRTH)


def find_kin(text: str, name: Name) -> int | None:
    """Where the name begins whose bearer the words behind a name tell its own to be a relation of: "X, son of | Y"."""
    told = KIN.match(text, name.span.end)
    return told.end() if told and classify_person(told["kin"]) == "relation" else None


PersonNoun = Literal["role", "relation", "address"]
KINDS: dict[str, PersonNoun] = {"roles": "role", "relations": "relation", "address": "address"}
"""The heading of each section of the list, and what its words are."""
PREFIXES = ("ex-", "vice-", "co-", "then-")
PLURALS = (("ies", "y"), ("men", "man"), ("wives", "wife"), ("es", "e"), ("es", ""), ("s", ""))
"""Endings of plurals, each with that of the singular."""


@cache
def _nouns() -> dict[str, PersonNoun]:
    return {word: KINDS[heading] for heading, words in load_sections("person_nouns.txt") for word in words}


@lru_cache(maxsize=20_000)
def classify_person(word: str) -> PersonNoun | None:
    """What a noun says of a person, singular or plural; of "prize-winner" the last part counts. None: nothing."""
    lower = word.lower().replace("\u2019", "'")
    return next((_nouns()[form] for form in (*_forms(lower), *_singulars(lower)) if form in _nouns()), None)


def is_plural_person(word: str) -> bool:
    """Whether a noun speaks of several people: "senators", "sons"."""
    lower = word.lower()
    return not any(form in _nouns() for form in _forms(lower)) and any(f in _nouns() for f in _singulars(lower))


def _forms(word: str) -> list[str]:
    """The word, without a prefix, and its last part."""
    bare = next((word.removeprefix(prefix) for prefix in PREFIXES if word.startswith(prefix)), word)
    return [word, bare, word.rpartition("-")[2]]


def _singulars(word: str) -> list[str]:
    """What the word may be the plural of."""
    made = [word.removesuffix(ending) + single for ending, single in PLURALS if word.endswith(ending)]
    return [form for single in made for form in _forms(single)]


Pronoun = Literal["he", "she"]
FORMS: Mapping[str, Pronoun] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
"""Each form of a pronoun, in lower case, with its first."""
LOOK_BACK = 2
"""Sentences before that of the pronoun in which a person may be named."""
TITLE_REACH = 24
"""Characters before a name in which a form of address stands."""


def know_pronouns(text: str, entities: Sequence[LocalEntity], mentions: Sequence[Mention]) -> dict[str, Pronoun | None]:
    """What each person is called, by `LocalEntity.id`; without those of whom it is not known. None: told both ways."""
    stated: dict[str, set[Pronoun]] = {}
    for mention in mentions:
        if mention.type == "Person":
            before = text[max(0, mention.span.start - TITLE_REACH) : mention.span.start].split()
            stated.setdefault(mention.entity, set()).update(tell(before[-1:]))
    known: dict[str, Pronoun | None] = {}
    for entity in entities:
        if entity.type == "Person":
            roles = {word for role in entity.roles for word in tell(head_words(role.title))}
            said = stated.get(entity.id, set()) | roles or set(tell_by_name(entity))
            if said:
                known[entity.id] = said.pop() if len(said) == 1 else None
    return known


def told_before(text: str, name: Span) -> Pronoun | None:
    """What the form of address or the honorific right before a name tells: "Mr.", "Mrs.", "Smt."."""
    words = text[max(0, name.start - TITLE_REACH) : name.start].split()[-1:]
    return next(tell(words), None) if words and is_address(words[0]) else None


def is_address(word: str) -> bool:
    """Whether a word is only how somebody is spoken to."""
    honorific = look_up(word)
    return classify_person(word) == "address" or (honorific is not None and not honorific.is_role)


def head_words(title: str) -> list[str]:
    """The words of a role before its complement: of "wife of the chairman" only the first speaks of the person."""
    return title.partition(" of ")[0].partition(" for ")[0].partition(" to ")[0].split()[-1:]


def tell(words: Sequence[str]) -> Iterator[Pronoun]:
    """The pronouns that these words tell."""
    for word in words:
        if word.lower() in evidence():
            yield evidence()[word.lower()]


@cache
def evidence() -> dict[str, Pronoun]:
    """Each word that tells of a person what he or she is called."""
    pronouns = load_sections("pronoun_evidence.txt")
    return {word: FORMS[heading] for heading, words in pronouns for word in words}


@cache
def pronouns_of_names() -> dict[str, Pronoun]:
    """The given names that only men or only women bear."""
    sexes = dict(load_sections("names_by_sex.txt"))
    return {**dict.fromkeys(sexes["men"], FORMS["he"]), **dict.fromkeys(sexes["women"], FORMS["she"])}


def tell_by_name(entity: LocalEntity) -> Iterator[Pronoun]:
    """The pronoun that the given name of a person with a full name tells."""
    for form in (entity.name, *entity.aliases):
        first, _, rest = form.partition(" ")
        if rest and first in pronouns_of_names():
            yield pronouns_of_names()[first]


def resolve_pronoun(
    text: str,
    pronoun: Span,
    sentences: Spans[Span],
    mentions: Spans[Mention],
    known: Mapping[str, Pronoun | None],
) -> str | None:
    """The `LocalEntity.id` of the one person whom a pronoun can stand for; None where there is none or several.

    Persons count whom `mentions` (leave out those that cannot be meant) name before the pronoun, in its
    sentence or the two before. `known` is what `know_pronouns` gives; of whom it is not known, both fit.
    """
    called = FORMS.get(pronoun.of(text).lower())
    at = sentences.index_at(pronoun.start)
    if called is None or at is None:
        return None
    before = Span(sentences[max(0, at - LOOK_BACK)].start, pronoun.start)
    people = {mention.entity for mention in mentions.starting_in(before) if mention.type == "Person"}
    fitting = [person for person in people if known.get(person, called) in (called, None)]
    return fitting[0] if len(fitting) == 1 and known.get(fitting[0], called) else None
