"""The words of a brief that say something of its subject, and how much each of them tells."""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log, sqrt

from generator.linking.identity.forms import list_plain
from generator.model import Analysis
from generator.text.memo import remembered

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A run of letters, perhaps with one apostrophe inside."""
ADJACENT = frozenset({" ", "-", "\n"})
"""What may stand between the two words of a phrase."""
MOST_WORDS = 5000
"""Words of one body that are looked at: more would compare a book with a note."""
MOST_TERMS = 100
"""Words kept for one brief, the most telling first."""
SHORTEST = 4
"""Letters of a word that is a term."""
LEAD, LEAD_WEIGHT = 3, 2
"""A word of the first sentences counts twice: news begins with what it is about."""

GROWTH = 0.7
"""Exponent of a word's count."""
EVEN, FEWEST = 4, 3
"""They flatten rarity: what half of a small collection has still tells its subject from the other half's, and a word of
one brief is mostly an accident, no rarer than one of three."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the body of one brief is told with."""

    words: dict[str, int]
    """In lower case, each with how often it stands there; names included."""
    phrases: tuple[str, ...]
    """Two words that follow each other and are no part of a name, each once."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The terms of one brief, weighed against those of all others."""

    words: dict[str, float]
    """A vector of unit length, without the words of this brief alone."""
    phrases: dict[str, float]
    """Those that another brief has too, with their rarity."""


@remembered
def list_terms(analysis: Analysis) -> Terms:
    """The words and phrases of the body that say something of the subject."""
    plain = list_plain(analysis.language)
    text, words, phrases = analysis.document.text, Counter[str](), dict[str, None]()
    left, end = "", -1
    for match, weight, is_name in islice(list_words(analysis), MOST_WORDS):
        word = trim_word(match.group())
        is_telling = len(word) >= SHORTEST and word not in plain
        if is_telling:
            words[word] += weight
            if left and not is_name and text[end : match.start()] in ADJACENT:
                phrases[f"{left} {word}"] = None
        left, end = (word if is_telling and not is_name else ""), match.end()
    return Terms(dict(words), tuple(phrases))


def trim_word(word: str) -> str:
    """A word as it is compared."""
    return word.lower().removesuffix("'s").removesuffix("’s")


def list_words(analysis: Analysis) -> Iterator[tuple[re.Match[str], int, bool]]:
    """The words of the body, each with its weight by place and whether it is a part of a name."""
    names = iter([mention.span for mention in analysis.mentions])
    name = next(names, None)
    for at, span in enumerate(analysis.sentences):
        for match in WORD.finditer(analysis.document.text, span.start, span.end):
            while name and name.end <= match.start():
                name = next(names, None)
            yield match, LEAD_WEIGHT if at < LEAD else 1, name is not None and name.start < match.end()


def weigh_wording(analyses: Sequence[Analysis], older: Collection[str] = ()) -> list[Wording]:
    """The wording of each brief, in their order. `older` are versions of another brief and make no word common.

    A word weighs count ** `GROWTH` times log(`EVEN` + briefs / briefs with it), a tf-idf (Salton and Buckley 1988) that
    is flatter than usual at both ends. Words of one brief alone count for its length, so that briefs with much of their
    own are less alike; words of more than half of the briefs (of three or fewer: none) are left out.
    """
    listed = [list_terms(analysis) for analysis in analyses]
    carriers = Counter(word for terms in listed for word in terms.words)
    texts = [terms for terms, one in zip(listed, analyses, strict=True) if one.document.id not in older]
    spread = Counter(word for terms in texts for word in terms.words) if older else carriers
    most = max(FEWEST, len(texts) // 2)
    rarity = {word: log(EVEN + len(texts) / max(spread[word], FEWEST)) for word in carriers if spread[word] <= most}
    phrases = weigh_phrases([terms.phrases for terms in listed], [one.document.id in older for one in analyses])
    return [Wording(weigh_words(terms.words, carriers, rarity), phrases[at]) for at, terms in enumerate(listed)]


def weigh_words(words: dict[str, int], carriers: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    """The most telling words that another brief has too, of a vector of unit length."""
    telling = ((word, count) for word, count in words.items() if word in rarity)
    weighed = sorted((-(count**GROWTH) * rarity[word], word) for word, count in telling)[:MOST_TERMS]
    length = sqrt(sum(weight * weight for weight, _ in weighed))
    return {word: -weight / length for weight, word in weighed if carriers[word] > 1}


def weigh_phrases(listed: Sequence[tuple[str, ...]], older: Sequence[bool]) -> list[dict[str, float]]:
    """For each brief its phrases that another one has too, with one divided by the number of texts with it."""
    numbers: dict[str, int] = {}
    found = [array("I", [numbers.setdefault(phrase, len(numbers)) for phrase in phrases]) for phrases in listed]
    carriers = Counter(number for row in found for number in row)
    spread = Counter(number for row, is_older in zip(found, older, strict=True) if not is_older for number in row)
    return [
        {
            phrase: 1 / max(1, spread[number])
            for phrase, number in zip(phrases, row, strict=True)
            if carriers[number] > 1
        }
        for phrases, row in zip(listed, found, strict=True)
    ]
