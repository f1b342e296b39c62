"""The forms of English verbs and nouns: by rules, and by a list where they are irregular."""

import re
from functools import cache

from generator.text.wordlists import load_sections

_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdgklmnprt]")
"""A verb of one syllable with one short vowel: its last letter is doubled ("ban", "stop", "quit")."""
_HISSING = ("s", "x", "z", "ch", "sh")


@cache
def _section(heading: str) -> dict[str, tuple[str, ...]]:
    """Under a heading of the list of irregular forms: what stands behind the first word of each line."""
    lines = dict(load_sections("irregular_forms.txt"))[heading]
    return {base: tuple(forms) for base, *forms in (line.split() for line in lines)}


@cache
def verb_forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb: first its base, second its present, then those in -ing, then its past forms."""
    stems = _stems(verb)
    past = _section("verbs").get(verb) or tuple(stem + "ed" for stem in stems)
    is_y = verb.endswith("y") and verb[-2] not in "aeiou"
    is_ie = verb.endswith("ie")
    ing = (verb[:-2] + "ying",) if is_ie else tuple(_before_ing(verb, stem) + "ing" for stem in stems)
    third = verb + "es" if verb.endswith("o") else plural(verb)
    return (verb, third, *ing, *((verb[:-1] + "ied",) if is_y else past))


def _stems(verb: str) -> tuple[str, ...]:
    """What stands before -ed; two where both "travelled" and "traveled" are written."""
    if verb.endswith("e"):
        return (verb[:-1],)
    doubled = verb + verb[-1]
    if verb in _section("either"):
        return (doubled, verb)
    return (doubled,) if _SHORT.fullmatch(verb) or verb in _section("doubling") else (verb,)


def _before_ing(verb: str, stem: str) -> str:
    return verb if verb.endswith(("ee", "ye", "oe")) else stem


@cache
def plural(word: str) -> str:
    """The plural of a noun."""
    if word in _section("nouns"):
        return _section("nouns")[word][0]
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith("man") and word not in _section("-mans"):
        return word[:-2] + "en"
    return word + "es" if word.endswith(_HISSING) else word + "s"


@cache
def irregular_plurals() -> frozenset[str]:
    """The plurals of nouns that the rules do not make."""
    return frozenset(form for forms in _section("nouns").values() for form in forms)
