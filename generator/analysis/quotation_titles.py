"""Where a name with its titles begins: "US Secretary of State Antony Blinken"."""

from generator.analysis.quotation_frames import Article, Frame
from generator.text.quotation_words import group

FARTHEST = 45
"""Tokens over which an apposition between commas may run."""


def first_of_name(article: Article, frame: Frame, at: int) -> int:
    """The index of the first token of a name with its titles: "US Secretary of State Antony Blinken"."""
    furthest = max(0, at - FARTHEST)
    while at > furthest:
        before = _first_of_role(article, frame, at)
        if before == at and not (is_title_word(frame, at - 1) or is_short_title(frame, at)):
            break
        at = min(before, at - 1)
    return at


def _first_of_role(article: Article, frame: Frame, at: int) -> int:
    """The index of the first token of the role that ends right before a token; its own index where none does."""
    text, start = article.document.text, frame.tokens[at].span.start
    role = article.roles.get(frame.span.start + len(text[frame.span.start : start].rstrip()))
    while role and at and frame.tokens[at - 1].span.start >= role.start:
        at -= 1
    return at


def is_title_word(frame: Frame, at: int) -> bool:
    """Whether a token may belong to the titles before a name."""
    token = frame.tokens[at]
    if token.mention:
        return token.mention.type in ("Organization", "Place")
    word = frame.word(at)
    if word in group("clause-words") or word in group("times") or is_preposition(frame, at):
        return False
    is_title = word in group("titles") or word in group("agents")
    return is_title or (token.is_capital and word not in group("determiners"))


def is_short_title(frame: Frame, at: int) -> bool:
    """Whether the token before an index is the full stop of "Lt." or "Mr."."""
    return frame.word(at - 1) == "." and at > 1 and frame.tokens[at - 2].is_capital and len(frame.word(at - 2)) < 5


def is_preposition(frame: Frame, at: int) -> bool:
    """Whether a preposition stands at an index."""
    return frame.word(at) in group("prepositions")
