"""Whether the words behind a closing quotation mark only say who spoke: "“Who pays?” Mr. Poe, 92, asked the court."

Such words belong to the sentence of the quotation. Words that tell something of their own ("Poe said the road was
closed") are a sentence of their own. English only; bounded by a reach of words.
"""

import re
from collections.abc import Sequence

from generator.language.en.polarity import is_sign
from generator.language.en.speech.words import ReportingVerb, group, load_verbs
from generator.text.wordlists import load_pairs, load_set

REACH = 260
"""Characters looked at behind the mark."""
WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*['\u2019]?\.?|[^\w\s]")
"""A word, with a full stop that may belong to it, or one mark."""
INITIAL = re.compile(r"(?:[A-Z]\.-?){1,3}$")
"""One initial or several: "J.", "J.-P."."""
LONGEST_NAME = 12
"""Words of a name with its titles."""
LONGEST_ASIDE = 34
"""Words between two commas behind a name."""
LISTENERS = 7
"""Words that may name the listener of "told" and "asked"."""
ENDS = frozenset({".", "!", "?"})
"""Marks that end a sentence."""
ASIDE_ENDS = ENDS | {";", ":", '"', "\u201c", "\u201d", "\u00ab", "\u00bb"}
"""Marks that end what stands between two commas."""


def is_attribution(text: str, at: int, end: int, *, is_open: bool) -> bool:
    """Whether the words from `at` say who said what is quoted before, and nothing else.

    `is_open`: what is quoted ends with "?" or "!", behind which a sentence may go on with any verb of saying; behind a
    full stop it goes on with the plainest only.
    """
    words = read_words(text[at : min(end, at + REACH)])
    verb = find_verb(words)
    if verb is None:
        return False
    is_plain = words[verb].lower() in group("plain-verbs")
    is_pronoun = verb == 1 and words[0] in ("He", "She", "They", "It")
    if not is_plain and (not is_open or is_pronoun):
        return False
    return tells_nothing(words, verb)


def read_words(text: str) -> list[str]:
    """The words and marks of a passage; a full stop stays with an abbreviation or an initial."""
    words: list[str] = []
    for word in WORD.findall(text):
        if (
            word.endswith(".")
            and len(word) > 1
            and not (word in load_pairs("abbreviations.txt") or INITIAL.match(word))
        ):
            words += [word[:-1], "."]
        else:
            words.append(word)
    return words


def find_verb(words: Sequence[str]) -> int | None:
    """The index of the reporting verb whose subject is the noun phrase at the head of the words."""
    at = 0
    while at < min(len(words), LONGEST_NAME):
        word = words[at]
        if at and is_reporting(words, at):
            return at
        if word == "(":
            at = next((i for i in range(at + 1, min(len(words), at + 8)) if words[i] == ")"), len(words))
        elif word == "," and at:
            return behind_aside(words, at)
        elif not may_name(words, at):
            return None
        at += 1
    return None


def may_name(words: Sequence[str], at: int) -> bool:
    """Whether a word may stand in the noun phrase of the one who speaks."""
    word = words[at]
    lower = word.lower()
    if not word[0].isalnum():
        return False
    if at == 0:
        # "The minister asked."
        return word[0].isupper() and (lower in group("determiners") or not is_function(lower))
    is_link = lower in group("name-links") or word in ("later", "then", "also", "had", "has")
    return is_link or word[0].isupper() or not is_function(lower)


def is_function(word: str) -> bool:
    """Whether a word can be no part of a name or of what somebody is."""
    names = ("clause-words", "auxiliaries", "forms-of-be", "before-infinitives", "prepositions", "relatives")
    return word in load_set("past_forms.txt") or is_sign(word) or any(word in group(name) for name in names)


def behind_aside(words: Sequence[str], comma: int) -> int | None:
    """The index of the verb behind ", 92,", ", a farmer from the north," or ", who had voted against it,"."""
    for at in range(comma + 1, min(len(words) - 1, comma + LONGEST_ASIDE)):
        if words[at] in ASIDE_ENDS:
            return None
        if words[at] != ",":
            continue
        verb = at + 1
        while verb < len(words) - 1 and words[verb].lower() in group("auxiliaries"):
            verb += 1
        if is_reporting(words, verb):
            return verb
    return None


def is_reporting(words: Sequence[str], at: int) -> bool:
    """Whether a verb of saying stands at an index in a form that says that somebody did."""
    known = verb_at(words, at)
    return known is not None and not known.is_noun and not known.is_base and not words[at].endswith("ing")


def verb_at(words: Sequence[str], at: int) -> ReportingVerb | None:
    """What is known of the verb at an index, of one word or two."""
    verbs, word = load_verbs(), words[at]
    pair = f"{word}_{words[at + 1]}" if at + 1 < len(words) else word
    return verbs.get(pair) or verbs.get(word)


def tells_nothing(words: Sequence[str], verb: int) -> bool:
    """Whether behind the verb only a listener, a place, a time or a manner stand."""
    known = verb_at(words, verb)
    at = verb + 1 if words[verb] in load_verbs() else verb + 2
    if (known and known.kind == "tell") or words[verb] == "asked":
        at = behind_listener(words, at)
    while at < len(words):
        word = words[at].lower()
        if word in ENDS or word in group("turns"):
            return True
        if word == ",":
            return not opens_words(words, at + 1)
        if word == "to" and words[verb].lower() not in group("addressing"):
            return False
        if word.endswith("ly") or word in group("times") or word in ("again", "later", "too"):
            at += 1
        elif word in group("setting") or word in group("prepositions") or word == "of":
            at = behind_setting(words, at + 1)
        else:
            return False
    # The reach ends here: too long to tell only who spoke.
    return words[-1] not in ENDS and at == len(words) and len(words) < LONGEST_ASIDE


def opens_words(words: Sequence[str], at: int) -> bool:
    """Whether a quotation begins before the end of the sentence: "Poe said, in a letter to the council, “...”"."""
    ending = next((i for i in range(at, len(words)) if words[i] in ENDS), len(words))
    return any(word in ASIDE_ENDS - ENDS for word in words[at:ending])


def behind_listener(words: Sequence[str], at: int) -> int:
    """The index behind the one who is told or asked."""
    last = min(len(words), at + LISTENERS)
    stops = group("setting") | group("clause-words") | group("turns") | {"to"}
    while at < last and words[at][0].isalnum() and (words[at].lower() not in stops or words[at] == "and"):
        if words[at].lower() in group("finite") or words[at].lower() in load_set("past_forms.txt"):
            # "told the court he was innocent"
            return len(words) + 1
        at += 1
    return at


def behind_setting(words: Sequence[str], at: int) -> int:
    """The index behind a place or time; far outside where a verb shows that something is told."""
    while at < len(words) and words[at][0].isalnum() and words[at].lower() not in group("turns"):
        word = words[at].lower()
        is_verb = word in group("finite") or word in load_set("past_forms.txt") or is_reporting(words, at)
        if is_verb or word == "that":
            return len(words) + 1
        if word in group("setting") and words[at] != "May":
            return at
        at += 1
    return at
