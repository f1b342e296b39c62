"""Runs of capitalized words that may be one name, with the small words inside them: "Gulf of Aden"."""

from collections.abc import Sequence

from generator.language.rules.lexicon import (
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
from generator.language.rules.tokens import Token

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
    step = 2 if at + 1 < len(tokens) and tokens[at + 1].text == "the" and tokens[at].text in ("of", "for", "and") else 1
    if at + step >= len(tokens) or not tokens[at + step].is_joined or not is_name_word(tokens[at + step]):
        return 0
    return step + 1 if accepts(tokens, start, at, at + step) else 0


def accepts(tokens: Sequence[Token], start: int, at: int, after: int) -> bool:
    """Whether the small word at `at` joins the run from `start` with the word at `after`."""
    word, before = tokens[at].text, tokens[at - 1].text
    inside = [token.text for token in tokens[start:at]]
    if (
        word == "of"
        and known_type(tokens[after].text) == "Place"
        and any(w in head_words("org_words")[0] for w in inside)
    ):
        return True
    if word == "of":
        return before in head_words("org_words")[0] or any(
            before in head_words(n)[1] for n in ("place_words", "event_words")
        )
    if word == "to":
        return before in cues('organization with "for"')
    if word == "for":
        return any(head in cues('organization with "for"') for head in inside)
    if word == "and":
        return joins_with_and(tokens, inside, at, after)
    return (
        word in cues("inside people's names")
        and not is_taken(before)
        and not is_common(before)
        and not is_taken(tokens[after].text)
    )


def joins_with_and(tokens: Sequence[Token], inside: Sequence[str], at: int, after: int) -> bool:
    """Whether "and" stands inside one name: "Ministry of Health and Welfare", "Food and Drug Administration"."""
    left, right = inside[-1], tokens[after].text
    if after > at + 1 or known_type(left) or known_type(right) or is_given(right):
        return False
    if not (is_common(left) or (len(inside) > 1 and is_common(inside[0]))):
        return False
    if any(word in ("of", "for") for word in inside):
        return right not in head_words("org_words")[0]
    following = after + 1
    while following < min(len(tokens), after + 4) and tokens[following].is_joined and is_name_word(tokens[following]):
        if tokens[following].text in head_words("org_words")[0]:
            return not tokens[at - 1].is_first
        following += 1
    return False
