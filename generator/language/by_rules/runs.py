"""Runs of capitalized words that may be one name, with the small words inside them: "Gulf of Aden"."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.language.by_rules.lexicon import (
    Token,
    cues,
    head_words,
    is_common,
    is_function,
    is_given,
    is_name_word,
    is_taken,
    known_type,
    longest_known,
)

LONGEST = 12
"""Words of a run, at most."""


def find_runs(tokens: Sequence[Token], masked: Sequence[bool]) -> list[tuple[int, int]]:
    """Index ranges of the runs, in order; masked words belong to none."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        if masked[at] or not begins_run(tokens, at):
            at += 1
            continue
        end = run_end(tokens, masked, at)
        runs.append((at, end))
        at = end
    return runs


def begins_run(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name may begin at `at`: a capitalized word; one that opens a sentence must not be a function word."""
    token = tokens[at]
    if token.text in cues("begins a surname") and at + 1 < len(tokens):
        return tokens[at + 1].is_joined and is_name_word(tokens[at + 1]) and not is_taken(tokens[at + 1].text)
    if not is_name_word(token) or not token.text[0].isalpha():
        return False
    return not (is_function(token.text)) or known_from(tokens, at) > 1


def known_from(tokens: Sequence[Token], at: int) -> int:
    """The number of words of the longest listed phrase that begins at `at`; 0 for none."""
    words = [tokens[at].text]
    best = 1 if known_type(words[0]) else 0
    for index in range(at + 1, min(len(tokens), at + longest_known())):
        if tokens[index - 1].possessive or not tokens[index].is_joined:
            break
        words.append(tokens[index].text)
        if tokens[index].is_capitalized and known_type(" ".join(words)):
            best = len(words)
    return best


def run_end(tokens: Sequence[Token], masked: Sequence[bool], start: int) -> int:
    """The index after the last word of the run that begins at `start`."""
    end = max(start + 1, start + known_from(tokens, start))
    while end < min(len(tokens), start + LONGEST) and not masked[end]:
        if tokens[end - 1].possessive and not goes_on_after_possessive(tokens[end - 1]):
            break
        if is_joined(tokens[end]) and (is_name_word(tokens[end]) or is_surname_may(tokens, end)):
            end += 1
            continue
        step = linked(tokens, start, end)
        if not step or any(masked[end : end + step]):
            break
        end += step
    return end


def is_surname_may(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is "May" right after a given name that is no common word: a surname, not the month."""
    before = tokens[at - 1].text
    return tokens[at].text == "May" and is_given(before) and not is_common(before)


def is_joined(token: Token) -> bool:
    """Whether a word goes on with the word before it: white space or "&" between."""
    return token.is_joined or token.gap == " & "


def goes_on_after_possessive(token: Token) -> bool:
    """Whether a name goes on after 's: "Lord's Resistance Army", but not "Britain's Foreign Office"."""
    return is_common(token.text) and not is_taken(token.text)


def linked(tokens: Sequence[Token], start: int, at: int) -> int:
    """How many words from `at` on (a small word and the next capitalized one) go on with the run; 0 for none."""
    if not tokens[at].is_joined or tokens[at - 1].possessive:
        return 0
    has_article = at + 1 < len(tokens) and tokens[at + 1].text == "the" and tokens[at].text in ("of", "for", "and")
    step = 2 if has_article else 1
    if at + step >= len(tokens) or not tokens[at + step].is_joined or not is_name_word(tokens[at + step]):
        return 0
    accepts = LINKS.get(tokens[at].text, joins_people)
    return step + 1 if accepts(Link(tokens, start, at, at + step)) else 0


class Link(NamedTuple):
    """A small word inside what may be one name: the run from `start`, the word itself, the capitalized one behind."""

    tokens: Sequence[Token]
    start: int
    at: int
    after: int

    @property
    def inside(self) -> list[str]:
        """The words of the run before the small word."""
        return [token.text for token in self.tokens[self.start : self.at]]

    @property
    def left(self) -> str:
        """The word before the small word."""
        return self.tokens[self.at - 1].text

    @property
    def right(self) -> str:
        """The word in capitals behind it."""
        return self.tokens[self.after].text


def joins_of(link: Link) -> bool:
    """Whether "of" stands inside one name: "Gulf of Aden", "Supreme Court of Chile"."""
    bodies = head_words("org_words")[0]
    if known_type(link.right) == "Place" and not bodies.isdisjoint(link.inside):
        return True
    return link.left in bodies or any(link.left in head_words(name)[1] for name in ("place_words", "event_words"))


def joins_to(link: Link) -> bool:
    """Whether "to" stands inside one name: "Embassy to the Vatican"."""
    return link.left in cues('organization with "for"')


def joins_for(link: Link) -> bool:
    """Whether "for" stands inside one name: "Organization for Security"."""
    return not cues('organization with "for"').isdisjoint(link.inside)


def joins_and(link: Link) -> bool:
    """Whether "and" stands inside one name: "Ministry of Health and Welfare", "Food and Drug Administration"."""
    inside, bodies = link.inside, head_words("org_words")[0]
    is_apart = link.after > link.at + 1 or known_type(link.left) or known_type(link.right) or is_given(link.right)
    if is_apart or not (is_common(link.left) or (len(inside) > 1 and is_common(inside[0]))):
        return False
    if "of" in inside or "for" in inside:
        return link.right not in bodies
    for token in link.tokens[link.after + 1 : link.after + 4]:
        if not token.is_joined or not is_name_word(token):
            return False
        if token.text in bodies:
            return not link.tokens[link.at - 1].is_first
    return False


def joins_people(link: Link) -> bool:
    """Whether a small word stands inside a person's name: "Ursula von Trassen"."""
    if link.tokens[link.at].text not in cues("inside people's names"):
        return False
    return not (is_taken(link.left) or is_common(link.left) or is_taken(link.right))


LINKS: Mapping[str, Callable[[Link], bool]] = {"of": joins_of, "to": joins_to, "for": joins_for, "and": joins_and}
"""Small words inside names of bodies and places, each with what decides whether it is one; others join people."""
