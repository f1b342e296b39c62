"""What stands twice in an English text by mistake: a word, a phrase, a verb of speech of one speaker."""

import re
from collections.abc import Callable, Iterator

from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

_DOUBLED = re.compile(r"(?<![\w'’.-])(?P<word>[A-Za-z][a-z]*)(?=\s{1,3}(?P<again>[a-z]+)(?![\w'’-]))")
_SMALL = r"(?:the|an?|of|to|for|with|from|into|in|at|was|were|said|has|have|its|their)"
_PHRASE = re.compile(rf"(?<![\w'’-])(?P<phrase>{_SMALL} [a-z]+|[a-z]+(?: [a-z]+){{2,4}}) (?P=phrase)(?![\w'’-])")
"""From two to five words that stand twice running; "try for try for" is none."""
_HOLDS = re.compile(rf"\b{_SMALL}\b")
_REPEATS = re.compile(r"\b(?:and|or|after|by|upon|on|ha|no|in|out|as)\b")
"""Words of phrases that are repeated on purpose: "again and again and again", "day after day after day"."""
_SAID_TWICE = re.compile(
    r"\b(?P<verb>said|says|told|announced|added|stated)(?: in| on| at| by| via| during| through)"
    r"(?: an?| the| its| his| her| their)?"
    r"(?: (?!(?:the|an?|he|she|they|it|we|who|that|which|and|but|his|her|its|their)\b)"
    r"(?:[a-z-]+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)){1,4}"
    r" (?P=verb)\b"
)
"""One who "said in a press release said": between the two stands a phrase and nobody else who could speak."""

FindTwice = Callable[[str, Span], Iterator[tuple[Span, str]]]
"""(text, block) -> what stands twice, and how to say so."""


def _find_words(text: str, block: Span) -> Iterator[tuple[Span, str]]:
    for match in _DOUBLED.finditer(text, *block):
        if match["word"].lower() == match["again"] and match["again"] in load_set("never_twice.txt"):
            yield Span(match.start(), match.end("again")), "a word stands twice"


def _find_phrases(text: str, block: Span) -> Iterator[tuple[Span, str]]:
    for match in _PHRASE.finditer(text, *block):
        if _HOLDS.search(match["phrase"]) and not _REPEATS.search(match["phrase"]):
            yield Span(*match.span()), "words stand twice"


def _find_verbs(text: str, block: Span) -> Iterator[tuple[Span, str]]:
    for match in _SAID_TWICE.finditer(text, *block):
        yield Span(*match.span()), f"“{match['verb']}” stands twice"


def _try_rule(rule: Rule[FindTwice], text: str) -> Iterator[Span]:
    return (span for span, _ in rule.find(text, Span(0, len(text))))


DOUBLED: Chain[FindTwice] = Chain(
    "doubled words",
    (
        Rule(
            "a word twice",
            _find_words,
            yes=("It lies in |the the| sea.",),
            no=("He had had it.", "No, no.", "It is so so good."),
        ),
        Rule(
            "a phrase twice",
            _find_phrases,
            yes=("The storm |of the sea of the sea| broke it.",),
            no=("It came again and again and again and again.", "They try for try for it."),
            reason="Some phrases are repeated on purpose.",
        ),
        Rule(
            "a verb of speech twice",
            _find_verbs,
            yes=("She |said in a press release said| that it holds.",),
            no=("She said in a letter that he said so.", "She said he said so."),
        ),
    ),
    _try_rule,
)
"""What no writer means."""


def find_doubled(text: str, block: Span) -> Iterator[tuple[Span, str]]:
    """What stands twice in a block, with how to say so."""
    return (found for rule in DOUBLED for found in rule.find(text, block))
