"""Where the words around a name state a role: a title before it, an apposition or "is" behind it, and offices.

Titles, appositions and "is" hold for every language whose titles are known; where there is a parse, it completes what
they find and says whether it is told as a fact.
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.by_rules.statements import find_apposition, find_copula, find_relative, find_title_before
from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.polarity import is_fact
from generator.language.en.roles.phrases import complete
from generator.language.en.roles.stated import Person, Scene, Stated, list_role_words, state, with_span
from generator.language.trees import Trees
from generator.model import Span

OFFICE_WORD = re.compile(r"[\w'\u2019\u2010\u2011&-]+")
"""A word of an office, its hyphens inside: "Inspector-General"."""
LEAST = 3
"""Words of an office in capitals, at least: "Inspector-General of Police"."""
EXPLAINING = re.compile(r",(?! (?:and|or|as well)\b)")
"""What stands behind a name that explains an office; behind the first of a list not: "X, and Y"."""


def find_title(scene: Scene, person: Person) -> Iterator[Stated]:
    """The title before a name: "Foreign Minister | X"."""
    span = find_title_before(scene.text, person.before, person.mention.span)
    if span:
        yield from completed(scene, person, state(scene, person, span, "title"))


def find_stated_apposition(scene: Scene, person: Person) -> Iterator[Stated]:
    """The apposition behind a name: "X, | head of Vestra,"."""
    span = find_apposition(scene.text, person.mention.span, person.after)
    if span:
        yield from completed(scene, person, state(scene, person, span, "apposition"))


def find_stated_relative(scene: Scene, person: Person) -> Iterator[Stated]:
    """What "who is" tells of a name: "X, who was the | governor of Nevada,"."""
    span = find_relative(scene.text, person.mention.span, person.after)
    if span:
        yield from completed(scene, person, state(scene, person, span, "relative"))


def find_stated_copula(scene: Scene, person: Person) -> Iterator[Stated]:
    """What "is" tells of a name: "X is the | mayor of Lima"."""
    span = find_copula(scene.text, person.mention.span, person.after)
    if span:
        yield from completed(scene, person, state(scene, person, span, "copula"))


def completed(scene: Scene, person: Person, stated: Stated) -> Iterator[Stated]:
    """What words state, with those that the parse ties to it; nothing that ends in the middle of something, and nothing
    that is no fact."""
    if not scene.trees.tokens:
        yield stated
        return
    trees, role = scene.trees, stated.role
    words = complete(trees, behind_case(trees, trees.inside(role.span), person.words), person.words)
    if words and (role.form == "title" or is_fact(trees, trees.top(words) or words[0])):
        yield with_span(scene.text, stated, trees.span_of(words))


def behind_case(trees: Trees, words: range, name: range) -> range:
    """The words behind a preposition that governs the name: of "painter of Shah X" only "Shah" is his."""
    cases = [word for word in words if trees.relation(word) == "case" and trees.head(word) in name]
    rest = range(cases[-1] + 1, words.stop) if cases else words
    return rest if rest and classify_person(trees.word(rest[-1])) else words


def find_office(scene: Scene, person: Person) -> Iterator[Stated]:
    """The office in capitals with its complement before a name in commas: "the | Inspector-General of Police, X, said".

    The parse often ties such words to something else; all of them are capitals and small words, so that the text shows
    it.
    """
    text, name = scene.text, person.mention.span
    if not scene.trees.tokens or text[name.start - 2 : name.start] != ", " or not EXPLAINING.match(text, name.end):
        return
    office = read_office(text, person.block.start, name.start - 2)
    if office:
        yield state(scene, person, office, "apposition")


def read_office(text: str, first: int, end: int) -> Span | None:
    """The office that ends at `end`, opened by an article or the sentence; None where there is none."""
    words = list(OFFICE_WORD.finditer(text, first, end))
    start = len(words)
    while start > 0 and goes_on(text, words, start - 1, end):
        start -= 1
    while start < len(words) and words[start][0].lower() in list_role_words("links"):
        start += 1
    if start == len(words) or not is_opened(text, words, start):
        return None
    is_office = len(words) - start >= LEAST and is_headed(text, words[start:])
    return Span(words[start].start(), end) if is_office else None


def is_headed(text: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether words begin with the noun for one person, before all that it governs."""
    head = next((word[0] for word in words if classify_person(word[0]) == "role"), "")
    before = [word[0] for word in words if word.start() < text.find(head, words[0].start())]
    return bool(head) and not is_plural_person(head) and not any(word in list_role_words("links") for word in before)


def goes_on(text: str, words: Sequence[re.Match[str]], at: int, end: int) -> bool:
    """Whether a word belongs to the office that goes on behind it."""
    following = words[at + 1] if at + 1 < len(words) else None
    gap = text[words[at].end() : following.start() if following else end]
    is_comma = gap == ", " and following is not None and following[0] in list_role_words("bodies")
    word = words[at][0]
    return (gap in ("", " ") or is_comma) and (word in list_role_words("links") or word[0].isupper()) and word != "The"


def is_opened(text: str, words: Sequence[re.Match[str]], start: int) -> bool:
    """Whether an office begins behind an article, or begins its sentence."""
    if start == 0:
        return text[: words[0].start()].rstrip()[-1:] in ("", "\n", ".", "\u201d", '"')
    before = words[start - 1]
    gap = text[before.end() : words[start].start()]
    return (before[0].lower() == "the" and gap == " ") or gap in (". ", "! ", "? ")
