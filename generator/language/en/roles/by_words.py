"""Where the words around a name state a role: a title before it, an apposition or "is" behind it, and offices.

Titles, appositions and "is" hold for every language whose titles are known; where there is a parse, it completes what
they find and says whether it is told as a fact. An office and a rank or style behind it are two roles: "Foreign
Minister | Sheikh", "Defence Secretary | Lt Gen".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.language.by_rules.statements import find_apposition, find_copula, find_relative, find_title_before
from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.polarity import is_fact
from generator.language.en.roles.stated import Person, Scene, Stated, complete, list_role_words, state, with_span
from generator.language.trees import Trees
from generator.model import Span
from generator.text.rules import Chain, Rule

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


OFFICE = (
    r"(?:[Mm]inister|[Pp]resident|[Gg]overnor|[Cc]hairman|[Cc]hairperson|[Cc]hairwoman|[Ss]ecretary|[Ss]peaker|[Mm]ayor"
    r"|[Aa]mbassador|[Cc]ommissioner|[Ll]eader|[Dd]irector|[Rr]uler|[Ss]pokes(?:man|woman|person)|[Cc]ommander"
    r"|(?:[Cc]hief|[Hh]ead) of(?: (?:the )?[A-Z]\w{2,14}){1,4}?)"
)
"""An office behind which a rank is another role."""
COMPLEMENT = r"(?: (?:of|for) (?:the )?[A-Z][\w-]{1,20}(?:(?: and| &|,) [A-Z][\w-]{1,20}){0,3})?"
"""What the office is for: " of Works and Housing"."""
RANK = (
    r"(?:(?:Lt|Maj|Brig|Gen|Col|Adm|Capt|Cmdr|Sgt|Rev)\.?|Lieutenant|Major|Brigadier|General|Colonel|Admiral|Captain"
    r"|Commodore|Marshal|Air|Field|Rear|Vice|Reverend|Pastor|Bishop|Sheikha?|Shaikh|Ayatollah|Imam|Chief|Sir|Dame|Lord|Prince"
    r"|Princess|Emir|Rabbi)"
)
"""A word of a rank or a style that is a role too."""
BEHIND = re.compile(rf"(?P<office>.{{0,80}}?\b{OFFICE}{COMPLEMENT}) (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind it: "Defence Secretary | Lt Gen"."""
BEHIND_COMMA = re.compile(rf"(?P<office>[\w ]{{3,80}}), (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind a comma: "army chief, | General"."""
HIGHER = re.compile(r"(?:[Ss]ecretary|[Dd]irector|[Gg]overnor|[Cc]ommissioner)$")
"""Offices that "General" belongs to: "Director General"."""
Part = Callable[[str, Span], tuple[Span, ...]]
"""A rule: the roles that the words of one are made of, by their place in the text; none where it does not hold."""


def part_rank(text: str, span: Span) -> tuple[Span, ...]:
    """The office and the rank right behind it."""
    both = BEHIND.fullmatch(text, span.start, span.end)
    if both is None or (both["rank"] == "General" and HIGHER.search(both["office"])):
        return ()
    return Span(*both.span("office")), Span(*both.span("rank"))


def part_rank_behind_comma(text: str, span: Span) -> tuple[Span, ...]:
    """The office and the rank behind a comma."""
    both = BEHIND_COMMA.fullmatch(text, span.start, span.end)
    return (Span(*both.span("office")), Span(*both.span("rank"))) if both else ()


def part(text: str, stated: Stated) -> Iterator[Stated]:
    """What is stated, or the roles that it is made of; a rank behind an office has the name of its rule."""
    parts = [stated]
    for rule in PARTS:
        parts = [
            name_part(text, one, span, rule) if at else with_span(text, one, span)
            for one in parts
            for at, span in enumerate(rule.find(text, one.role.span) or (one.role.span,))
        ]
    return iter(parts)


def name_part(text: str, stated: Stated, span: Span, rule: Rule[Part]) -> Stated:
    """What is stated behind an office."""
    found = with_span(text, stated, span)
    return found._replace(role=replace(found.role, rule=rule.name))


def try_part(rule: Rule[Part], text: str) -> Iterator[Span]:
    """The parts of a role, which is the text."""
    return iter(rule.find(text, Span(0, len(text))))


PARTS: Chain[Part] = Chain(
    "parts of roles",
    (
        Rule(
            "rank behind the office",
            part_rank,
            yes=(
                "|Foreign Minister| |Sheikh|",
                "|Deputy Chief of Staff| |Gen.|",
                "|Minister of Works and Housing| |Lt Gen|",
                "|Vice President| |Chief|",
            ),
            no=("Director General", "Vice Admiral", "Chief Justice", "Minister of Health"),
        ),
        Rule(
            "rank behind the office and a comma",
            part_rank_behind_comma,
            yes=("|army chief|, |General|",),
            no=("Permanent Secretary, Ministry of Works", "army chief"),
        ),
    ),
    try_part,
)
