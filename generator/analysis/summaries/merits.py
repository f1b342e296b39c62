"""What speaks for a sentence whatever else is chosen: a few measures and what each counts.

The measures are those of Luhn (The automatic creation of literature abstracts, 1958) and Edmundson (New methods in
automatic extracting, 1969): place, central words, words of the title, cue words; and length, names and who speaks.
Their weights are a ridge regression on people's summaries (`training/summaries.py`).
"""

from collections import Counter
from collections.abc import Sequence
from math import log, log2, sqrt
from typing import NamedTuple

from generator.analysis.summaries.sentences import can_open, content_words, tokens_of
from generator.language.wording import tells_subject, words_of
from generator.model import Analysis, Span
from generator.text.quotes import pair_marks
from generator.text.spans import Spans

FULL = 40
"""Words up to which a longer sentence tells more."""
NEAR = 2
"""Sentences behind the lead that go on with it."""


class Measures(NamedTuple):
    """One sentence in numbers; or what each of them counts."""

    lead: float
    """1 for the lead: the first sentence that can open a text."""
    near: float
    """1 right behind the lead."""
    place: float
    """0 for the first sentence of the text, near 1 for the last."""
    central: float
    """How alike its words are to those of the whole text: a cosine."""
    title: float
    """The share of the title's words that it has."""
    writer: float
    """The share of words for the writer and the reader: "I", "you"."""
    cue: float
    """1 where it says what the text is about."""
    length: float
    """Logarithm of its words, of `FULL` at most."""
    over: float
    """Words beyond that, in twenties."""
    quoted: float
    """The share that is between quotation marks."""
    salient: float
    """The share of all mentions that are of those whom it names."""


WEIGHTS = Measures(
    lead=0.80,
    near=0.32,
    place=-0.34,
    central=2.72,
    title=0.55,
    writer=-0.50,
    cue=0.41,
    length=0.44,
    over=-0.32,
    quoted=-0.38,
    salient=0.59,
)
"""What each measure counts, in standard deviations of what a sentence shares with people's summaries."""


def weigh(measures: Measures) -> float:
    """What speaks for a sentence."""
    return sum(number * weight for number, weight in zip(measures, WEIGHTS, strict=True))


def measure(analysis: Analysis, sentences: Sequence[Span], words: Sequence[Sequence[str]]) -> list[Measures]:
    """The measures of sentences. `words`: the content words of each."""
    text = analysis.document.text
    said = [span.of(text) for span in sentences]
    lead = next((index for index, sentence in enumerate(said) if can_open(sentence, words[index])), 0)
    central, salient = weigh_words(words), weigh_names(analysis, sentences)
    title = set(content_words(title_of(analysis)))
    return [
        Measures(
            lead=float(index == lead),
            near=float(lead < index <= lead + NEAR),
            place=index / len(analysis.sentences),
            central=central[index],
            title=len(title & set(words[index])) / len(title) if title else 0.0,
            writer=share_of_writer(sentence),
            cue=float(tells_subject(sentence)),
            length=log(1 + min(len(tokens_of(sentence)), FULL)),
            over=max(0, len(tokens_of(sentence)) - FULL) / 20,
            quoted=share_quoted(text, sentences[index]),
            salient=salient[index],
        )
        for index, sentence in enumerate(said)
    ]


def weigh_words(sentences: Sequence[Sequence[str]]) -> list[float]:
    """For each sentence, how alike its words are to those of all; a word counts by the sentences that have it."""
    counts = Counter(word for words in sentences for word in set(words))
    worth = {word: log2(1 + count) for word, count in counts.items()}
    norm = sqrt(sum(worth[word] ** 2 for word in sorted(worth))) or 1.0
    return [sum(worth[word] for word in sorted(set(words))) / (norm * sqrt(len(set(words)) + 1)) for words in sentences]


def weigh_names(analysis: Analysis, sentences: Sequence[Span]) -> list[float]:
    """For each sentence, the share of all mentions that are of those whom it names."""
    counts, shelf = Counter(mention.entity for mention in analysis.mentions), Spans(analysis.mentions)
    total = len(analysis.mentions) or 1
    named = ({mention.entity for mention in shelf.inside(span)} for span in sentences)
    return [sum(counts[entity] for entity in entities) / total for entities in named]


def share_of_writer(sentence: str) -> float:
    """The share of its words that mean the writer or the reader."""
    tokens = tokens_of(sentence)
    return sum(word in words_of("words of the writer") for word in tokens) / max(1, len(tokens))


def share_quoted(text: str, sentence: Span) -> float:
    """The share of a sentence between its quotation marks."""
    pairs = pair_marks(text, sentence).pairs
    return sum(pair.end - pair.start for pair in pairs) / max(1, sentence.end - sentence.start)


def title_of(analysis: Analysis) -> str:
    """The title where the source states one."""
    title = analysis.metadata.title
    return title.value or "" if title.status in ("stated", "override") else ""
