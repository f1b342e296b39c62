"""Other programs that choose sentences, on the very same sentences.

`pip install sumy numpy` brings LexRank, TextRank and LSA, `pip install pytextrank` another TextRank. What is not
installed is left out; the product needs none of them.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

from generator.language.en.model import read_text
from generator.model import Analysis
from generator.text.spans import Spans

Choose = Callable[[Analysis, int], list[int]]
"""(analysis, how many) -> the indexes of the sentences chosen, ascending."""
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SUMY = {
    "LexRank (sumy)": ("lex_rank", "LexRankSummarizer"),
    "TextRank (sumy)": ("text_rank", "TextRankSummarizer"),
    "LSA (sumy)": ("lsa", "LsaSummarizer"),
}
_RELATIONS = {"obj": "dobj", "obl": "pobj", "nmod": "pobj", "nsubj:pass": "nsubjpass", "root": "ROOT"}
"""Relations by which pytextrank's chunks are found, as spaCy calls them."""


class _Words:
    """What sumy asks to cut a sentence into words; its own needs data from the network."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of letters and digits."""
        return tuple(_WORD.findall(sentence))


def list_rivals() -> Mapping[str, Choose]:
    """By name, those that are installed."""
    found: dict[str, Choose] = {}
    for name, (module, kind) in _SUMY.items():
        with suppress(ImportError):
            found[name] = _of_sumy(getattr(import_module(f"sumy.summarizers.{module}"), kind))
    with suppress(ImportError):
        found["pytextrank"] = _of_pytextrank(import_module("spacy"), import_module("pytextrank"))
    return found


def _of_sumy(kind: Any) -> Choose:
    dom, stemmer, utils = (import_module(f"sumy.{name}") for name in ("models.dom", "nlp.stemmers", "utils"))

    def choose(analysis: Analysis, count: int) -> list[int]:
        text, words = analysis.document.text, _Words()
        held = [dom.Sentence(span.of(text), words) for span in analysis.sentences]
        document = dom.ObjectDocumentModel([dom.Paragraph(held)])
        summarizer = kind(stemmer.Stemmer("english"))
        summarizer.stop_words = utils.get_stop_words("english")
        places = {id(sentence): index for index, sentence in enumerate(held)}
        return sorted(places[id(sentence)] for sentence in summarizer(document, count))

    return choose


def _of_pytextrank(spacy: Any, pytextrank: Any) -> Choose:
    """With the parse of this house's model in the place of one of spaCy's, and its own names."""
    pipeline, tokens = spacy.blank("en"), import_module("spacy.tokens")

    def choose(analysis: Analysis, count: int) -> list[int]:
        read = read_text(analysis.document.text, analysis.sentences)
        words = [token.span.of(analysis.document.text) for token in read.tokens]
        document = tokens.Doc(
            pipeline.vocab,
            words=words,
            pos=[token.pos for token in read.tokens],
            lemmas=[word.lower() for word in words],
            heads=[token.head for token in read.tokens],
            deps=[_RELATIONS.get(token.relation, token.relation) for token in read.tokens],
        )
        rank = pytextrank.BaseTextRankFactory()(document)
        rank._.textrank.calc_textrank()
        shelf = Spans(analysis.sentences)
        chosen: dict[int, None] = {}
        for sentence in rank._.textrank.summary(limit_phrases=15, limit_sentences=2 * count):
            at = shelf.index_at(read.tokens[sentence.start].span.start)
            chosen |= {} if at is None else {at: None}
        return sorted(list(chosen)[:count])

    return choose
