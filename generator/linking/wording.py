"""Words and word pairs that two briefs can share, the rare ones weighing most."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log

from generator.linking.plain import list_plain
from generator.model import Analysis

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A run of letters, perhaps with one apostrophe inside."""
ADJACENT = frozenset({" ", "-", "\n"})
"""What may stand between the two words of a pair."""
MOST_WORDS = 5000
"""Words of one body that are looked at: more would compare a book with a note."""
MOST_TERMS = 40
"""Terms kept for one brief, the rarest first."""
SHORTEST = 4
"""Letters of a word that is a term."""


def weigh_wording(analyses: Sequence[Analysis]) -> list[dict[str, float]]:
    """For each brief its rarest terms that another brief has too, with their rarity, log(1 + briefs / briefs with it).

    A term is a word or two words that follow each other, in lower case. A term of more than half of the briefs is left
    out (of three briefs or fewer: of none).
    """
    terms: dict[str, int] = {}
    found = [array("I", [terms.setdefault(t, len(terms)) for t in list_terms(a)]) for a in analyses]
    spread = Counter(number for numbers in found for number in numbers)
    names = list(terms)
    most = max(3, len(analyses) // 2)
    weights = []
    for numbers in found:
        shared = ((spread[n], names[n]) for n in numbers if 2 <= spread[n] <= most)
        weights.append({term: log(1 + len(analyses) / n) for n, term in sorted(shared)[:MOST_TERMS]})
    return weights


def list_terms(analysis: Analysis) -> list[str]:
    """The words and pairs of words of the body that say something of the subject, each once."""
    plain = list_plain(analysis.language)
    text, terms = analysis.document.text, dict[str, None]()
    left, end = "", -1
    for match in islice(list_words(analysis), MOST_WORDS):
        word = match.group().lower().removesuffix("'s").removesuffix("’s")
        telling = len(word) >= SHORTEST and word not in plain
        if telling:
            terms[word] = None
            if left and text[end : match.start()] in ADJACENT:
                terms[f"{left} {word}"] = None
        left, end = (word if telling else ""), match.end()
    return list(terms)


def list_words(analysis: Analysis) -> Iterator[re.Match[str]]:
    """The words of the body outside its names, one after the other; names count for themselves."""
    names = iter([mention.span for mention in analysis.mentions])
    name = next(names, None)
    for span in analysis.sentences:
        for match in WORD.finditer(analysis.document.text, span.start, span.end):
            while name and name.end <= match.start():
                name = next(names, None)
            if not name or match.end() <= name.start:
                yield match
