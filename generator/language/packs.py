"""The only door to what is known of languages: the pack of a language, which language a text is in, its sentences.

A language is told by script, by its commonest function words, else by py3langid; "und" when not sure. Function words
settle the common cases at once and with a reason that one can check; py3langid (Lui and Baldwin 2012, 97 languages, its
model in the package) is asked about the rest, and only about texts long enough for it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from generator.language.en.model import load_model
from generator.language.en.pack import any_pack
from generator.language.name import Name, lay_over
from generator.language.pack import Pack, is_english, primary
from generator.language.sentences import split_block
from generator.model import Span
from generator.text.memo import load
from generator.text.wordlists import load_pairs

__all__ = [
    "Name",
    "Pack",
    "detect_language",
    "find_names",
    "find_sentences",
    "is_english",
    "lay_over",
    "load_model",
    "pack_for",
]

_FRENCH = "generator.language.fr.pack"
PACKS = (
    ("en", "generator.language.en.pack:ENGLISH"),
    ("fr-ca", f"{_FRENCH}:FRENCH_OF_CANADA"),
    ("fr", f"{_FRENCH}:FRENCH"),
)
"""For each language that has a folder where its pack stands, which is loaded with the first text in it; those of one
country before those of the language.
"""


@lru_cache(maxsize=64)
def pack_for(language: str) -> Pack:
    """The pack of a BCP 47 code; for a language without a folder what holds in any."""
    codes = (language.lower(), primary(language))
    place = next((place for code, place in PACKS if code in codes), None)
    pack: Pack = load(place) if place else any_pack(language)
    return pack


def find_names(text: str, spans: Sequence[Span], language: str) -> tuple[Name, ...]:
    """The names of people, organizations, places and events in the given blocks, in order, not overlapping."""
    return tuple(pack_for(language).find_names(text, spans))


def find_sentences(text: str, spans: Sequence[Span], language: str) -> tuple[Span, ...]:
    """The sentences inside each of the block spans, in order, trimmed of white space; never across two blocks.

    `language` is a BCP 47 code. A block without end marks is one sentence. The rules hold for every language; in
    edited English they beat the model (GUM, development part: F 0.982 against 0.959).
    """
    return tuple(sentence for span in spans for sentence in split_block(text, span, language))


SAMPLE = 20_000
"""Characters looked at: the beginning of the text."""
WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f\u0900-\u0903\u093a-\u094f])+")
"""A run of letters with the accents and the vowel signs of Devanagari that stand after them."""
SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f]")),
)
"""The language (or script, where several languages share it) that letters of a range point to."""
SHARED = frozenset({"cyrillic", "latin", "ar", "hi"})
"""Scripts of several languages: function words decide."""
LEAST_SHARE = 0.12
"""Of all words, the share that must be function words of the language."""
LEAST_LETTERS = 80
"""Of a text that py3langid is asked about: it guesses wildly at shorter ones."""
SURE = 0.98
"""The chance, by py3langid's own reckoning, from which its answer counts."""
LEAST_LEAD = 1.25
"""How many times more function words than the next language has."""


def detect_language(text: str) -> str:
    """The BCP 47 code of the language of `text`, from its first 20,000 characters; "und" when not sure."""
    sample = text[:SAMPLE]
    counts = {name: len(letters.findall(sample)) for name, letters in SCRIPTS}
    total = sum(counts.values())
    if not total:
        return "und"
    if counts["ja"] * 5 > counts["zh"] and counts["ja"] + counts["zh"] > total / 2:
        return "ja"
    script = max(counts, key=lambda name: counts[name])
    if counts[script] * 2 < total:
        return "und"
    if script not in SHARED:
        return script
    found = by_function_words(sample)
    return by_model(sample) if found == "und" and total >= LEAST_LETTERS else found


def by_function_words(sample: str) -> str:
    """The language whose function words are frequent enough and clearly more frequent than any other's."""
    words = [word.lower() for word in WORD.findall(sample)]
    counts: Counter[str] = Counter()
    languages = _languages_of()
    for word, count in Counter(words).items():
        for language in languages.get(word, ()):
            counts[language] += count
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < LEAST_SHARE * len(words):
        return "und"
    if len(ranked) > 1 and ranked[0][1] < LEAST_LEAD * ranked[1][1]:
        return "und"
    return ranked[0][0]


def by_model(sample: str) -> str:
    """The language that py3langid is sure of."""
    language, chance = load_identifier().classify(sample)
    return str(language) if chance >= SURE else "und"


@cache
def load_identifier() -> Any:
    """The identifier with its packaged model; takes most of a second, once."""
    place = "py3langid.langid"
    return load(f"{place}:LanguageIdentifier").from_model_file(load(f"{place}:MODEL_FILE"), norm_probs=True)


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Each function word with the languages that have it."""
    languages: dict[str, list[str]] = {}
    for language, words in load_pairs("function_words.txt").items():
        for word in words.split():
            languages.setdefault(word, []).append(language)
    return {word: tuple(found) for word, found in languages.items()}
