"""The words of one who has a part in a happening, by the parse: without article, without clauses, dates and places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from generator.language.en.persons import classify_person
from generator.language.en.polarity.words import denies
from generator.language.trees import Trees
from generator.language.world.places import country_of
from generator.model import Mention, Span
from generator.text.wordlists import load_sections, load_set

CLOCK = re.compile(r"\d{1,2}:\d\d")
"""A time of day."""
ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
BEFORE = frozenset(
    {"amod", "compound", "nmod:poss", "nummod", "flat", "nmod:desc", "advmod", "det", "det:predet", "nmod"}
)
"""Relations of what stands before a noun and belongs to it."""
BEHIND = frozenset({"flat", "nmod", "nummod", "compound", "fixed", "nmod:desc", "goeswith", "nmod:unmarked"})
"""Relations of what stands behind it."""
INSIDE = BEFORE | BEHIND | {"case", "cc", "conj", "punct", "goeswith"}
"""What may stand inside its complements."""
NAMING = ("appos", "flat", "nmod:desc", "compound")
"""Relations of a name to the noun before it that says what it is."""
ARTICLES = frozenset({"the", "a", "an"})
HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})
_ASKING = frozenset({"why", "how", "when", "where"})
QUOTES = frozenset({'"', "“", "‘", "'", "«"})
SEPARATE = frozenset({"'s", "’s", "'", "’"})


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a section of `argument_words.txt`."""
    return frozenset(word for line in dict(load_sections("argument_words.txt"))[name] for word in line.split())


class Names:
    """The names of a text, asked by word."""

    def __init__(self, trees: Trees, mentions: Sequence[Mention]) -> None:
        self.trees = trees
        self._mentions = mentions

    def at(self, word: int) -> Mention | None:
        """The name that a word is of."""
        span = self.trees.tokens[word].span
        place = bisect_right(self._mentions, span.start, key=lambda mention: mention.span.start) - 1
        mention = self._mentions[place] if place >= 0 else None
        return mention if mention and mention.span.overlaps(span) else None

    def meant(self, head: int) -> Mention | None:
        """Whom or what a noun phrase names: the name itself, or the one that stands behind "the novelist"."""
        own = self.at(head)
        if own and (own.type != "Place" or not self._named_beside(head)):
            return own
        return self._named_beside(head) or self.behind_joined(head)

    def _named_beside(self, head: int) -> Mention | None:
        # "The husband of the mayor, Jane Roe": it is she.
        is_kin = self.trees.lower(head) in words_of("kin")
        within = self.trees.having(head, "nmod") if classify_person(self.trees.word(head)) and not is_kin else []
        # "The head of the bank, Jane Roe": the parse may hang the name on the bank.
        named = [child for word in within for child in self.trees.having(word, "appos")]
        for child in (*self.trees.having(head, *NAMING), *named):
            mention = self.at(child) if child > head else None
            cases = [case for case in self.trees.having(child, "case") if head < case < child]
            is_verbal = any(self.trees.pos(word) == "VERB" for word in range(head + 1, child))
            of_another = is_kin and any(head < word < child for word in self.trees.having(head, "nmod"))
            is_aside = beside(self.trees, child - 1) in ("(", "[") or bool(cases) or is_verbal or of_another
            wanted = ("Person",) if child in named else ("Person", "Organization")
            if mention and mention.type in wanted and not is_aside:
                return mention
        return self._right_behind(head) if classify_person(self.trees.word(head)) else None

    def _right_behind(self, head: int) -> Mention | None:
        """The person whose name begins right behind a noun, whatever the parse says: "journalist | Sara Lind"."""
        mention = self.at(head + 1) if head + 1 < len(self.trees.tokens) else None
        is_first = mention is not None and mention.span.start == self.trees.start(head + 1)
        return mention if mention is not None and is_first and mention.type == "Person" else None

    def behind_joined(self, head: int) -> Mention | None:
        """The person whose name stands right behind the last of several nouns for him: "singer and poet | Ann Bell"."""
        joined = self.trees.having(head, "conj")
        last = joined[-1] if joined else head
        is_one = last != head and not self.trees.having(last, "det", "appos", "nummod")
        return self._right_behind(last) if is_one and classify_person(self.trees.word(last)) else None

    def beside(self, head: int) -> list[int]:
        """The first of several names behind a plural: "ministers Ann Bell and Max Poe"."""
        found = [word for word in self.trees.having(head, "appos", "flat") if word > head and self.at(word)]
        return [word for word in found if self.trees.having(word, "conj") and not _has_mark(self.trees, word)]

    def starting_in(self, span: Span) -> list[Mention]:
        """The names that begin in a span."""
        first = bisect_left(self._mentions, span.start, key=lambda mention: mention.span.start)
        last = bisect_left(self._mentions, span.end, lo=first, key=lambda mention: mention.span.start)
        return list(self._mentions[first:last])

    def of_country(self, country: str) -> str | None:
        """The entity of a country that the text names, by its common name."""
        places = (mention for mention in self._mentions if mention.type == "Place")
        return next((m.entity for m in places if country_of(m.span.of(self.trees.text)) == country), None)

    def is_place(self, word: int) -> bool:
        """Whether a word is of the name of a place."""
        mention = self.at(word)
        return mention is not None and mention.type == "Place"

    def is_person(self, head: int) -> bool:
        """Whether a noun or name is of people."""
        mention = self.meant(head)
        if mention is not None:
            return mention.type == "Person"
        return classify_person(self.trees.word(head)) is not None or self.trees.lower(head) in words_of("people")


def is_time(trees: Trees, word: int) -> bool:
    """Whether a noun or number tells when: a weekday, a month, a year, "week"."""
    if trees.word(word) == "Times" and trees.pos(word) == "PROPN":
        # A newspaper.
        return False
    if trees.word(word) in load_set("calendar_words.txt") or trees.lower(word) in words_of("times"):
        return not trees.having(word, "nmod") or trees.lower(word) not in words_of("spells")
    if trees.lower(word) == "half" and trees.relation(word) == "conj":
        # "A year and a | half", whatever the parse joins it to.
        return "a" in trees.words_having(word, "det")
    if trees.lower(word) in ("end", "beginning", "start", "middle", "early", "late"):
        return any(is_time(trees, below) for below in trees.having(word, "nmod"))
    text = trees.word(word)
    if ORDINAL.fullmatch(text) and any(is_time(trees, below) for below in trees.having(word, "nmod")):
        # "On the 12th of May".
        return True
    if text[:1].isdigit() and CLOCK.fullmatch(text):
        return True
    if any(
        trees.word(below) in load_set("calendar_words.txt") for below in trees.having(word, "nmod:unmarked", "compound")
    ):
        return True
    return text.isdigit() and len(text) == 4


def beside(trees: Trees, word: int) -> str:
    """A word in lower case; empty before the first and behind the last."""
    return trees.lower(word) if 0 <= word < len(trees.tokens) else ""


def is_joined(trees: Trees, sign: int) -> bool:
    """Whether a sign stands between two words without blanks: "follow|-|up"."""
    is_inner = 0 < sign < len(trees.tokens) - 1
    return is_inner and trees.tokens[sign - 1].span.end == trees.start(sign) == trees.start(sign + 1) - 1


def is_tied(trees: Trees, word: int) -> bool:
    """Whether no blank stands between a word and the one before it: "60|-|year|-|old"."""
    return word > 0 and trees.tokens[word - 1].span.end == trees.start(word) and trees.pos(word - 1) != "PUNCT"


def case_of(trees: Trees, word: int) -> str:
    """The preposition before a noun: "against", "in_favour_of"; empty where it has none."""
    cases = [case for case in trees.having(word, "case") if case < word and trees.word(case) not in SEPARATE]
    if not cases:
        return _stray_case(trees, word)
    more = [below for case in cases for below in trees.having(case, "fixed")]
    return "_".join(trees.lower(at) for at in sorted({*cases, *more}))


def _stray_case(trees: Trees, word: int) -> str:
    """The preposition right before a noun that the parse hangs on another noun: "parliament | in | New Delhi"."""
    first = min((at for at in trees.having(word, "amod", "compound", "det") if at < word), default=word)
    is_stray = first > 0 and trees.relation(first - 1) == "case"
    return trees.lower(first - 1) if is_stray and trees.relation(word) in ("nmod", "obl") else ""


def phrase_of(trees: Trees, names: Names, head: int, apart: frozenset[int]) -> list[int]:
    """The words of a noun with what belongs to it, in a row; `apart`: words that have a part of their own."""
    found, waiting = {head}, [head]
    while waiting:
        at = waiting.pop()
        for child in trees.children[at]:
            if child not in apart and _belongs(trees, names, head, at, child):
                found.add(child)
                waiting.append(child)
    return _trimmed(trees, head, _within_name(trees, names, head, found))


def _within_name(trees: Trees, names: Names, head: int, found: set[int]) -> set[int]:
    """Of the words of a name no more than the name and the titles before it; of "Secretary of State X" X alone."""
    mention = names.at(head)
    if mention is None:
        return found
    own = trees.inside(mention.span)
    # "Told her | Trump had left": the parse takes "her" for an owner.
    before = {word for word in found if word < own.start and not _is_stray_owner(trees, mention, word)}
    titles = before if own.start - 1 in before else set()
    first = min(titles, default=own.start)
    is_cut = first > 0 and trees.lower(first - 1) in ("of", "for", "and", "-")
    return {*own} if is_cut or any(names.at(word) not in (None, mention) for word in titles) else {*own, *titles}


def _is_stray_owner(trees: Trees, mention: Mention, word: int) -> bool:
    """Whether a pronoun stands right before the name of a person, who is nobody's."""
    is_next = word == trees.inside(mention.span).start - 1
    return is_next and mention.type == "Person" and trees.pos(word) == "PRON"


def _belongs(trees: Trees, names: Names, head: int, at: int, child: int) -> bool:
    relation = trees.relation(child)
    if any(trees.word(between) == ";" for between in range(min(head, child), max(head, child))):
        return False
    if at != head:
        is_other = relation == "nmod" and trees.pos(at) != "NUM" and is_aside(trees, names, child)
        return relation in INSIDE and not is_other
    if child < at:
        # "According to the agency, the delegates": the parse may take the first for an owner of the second.
        is_apart = relation == "nmod" and any(trees.word(between) == "," for between in range(child, at))
        return relation in BEFORE and not is_apart and trees.lower(child) not in _ASKING
    if relation in ("appos", "conj"):
        mention = names.meant(at)
        is_named = mention is not None and mention == names.at(child) and relation == "appos"
        return is_named and child > 0 and trees.relation(child - 1) != "punct"
    is_other = relation.startswith("nmod") and (is_aside(trees, names, child) or _has_opening_mark(trees, child))
    return relation in BEHIND and not is_other


def is_aside(trees: Trees, names: Names, word: int) -> bool:
    """Whether a complement of a noun tells when or where."""
    case = case_of(trees, word)
    if is_time(trees, word) or case in words_of("asides"):
        return True
    mention = names.at(word)
    return case in words_of("locative") and (mention is None or mention.type != "Organization")


def _trimmed(trees: Trees, head: int, found: set[int]) -> list[int]:
    """The words in a row around the head, without an article before and a sign at either end."""
    first = last = head
    while first - 1 in found or (first - 2 in found and trees.pos(first - 1) in ("PUNCT", "SYM", "PART", "CCONJ")):
        first -= 1
    while last + 1 in found or (last + 2 in found and trees.pos(last + 1) in ("PUNCT", "SYM", "PART", "CCONJ")):
        last += 1
    while first < head and (trees.lower(first) in ARTICLES or trees.pos(first) in ("PUNCT", "CCONJ")):
        first += 1
    first += first < head and trees.lower(first) == "to" and trees.pos(head) == "PROPN"
    opened = [word for word in range(head + 1, last + 1) if trees.word(word) == "("]
    if opened and ")" not in [trees.word(word) for word in range(opened[0], last + 1)]:
        last = opened[0] - 1
    if [trees.word(word) for word in range(first, last + 1)].count('"') == 1 and beside(trees, first - 1) == '"':
        first -= 1
    is_open = "]" in [trees.word(word) for word in range(first, last + 1)] and beside(trees, first - 1) == "["
    first -= is_open
    while is_tied(trees, first) or (beside(trees, first - 1) in HYPHENS and is_joined(trees, first - 1)):
        first -= 1
    while last > head and (trees.pos(last) in ("PUNCT", "ADP", "CCONJ", "DET") or trees.word(last) in SEPARATE):
        last -= 1
    return list(range(first, last + 1))


def conjuncts(trees: Trees, head: int) -> Iterator[int]:
    """A noun and those that "and" or "nor" joins to it; none that "not" leaves out: "Norway, not | Chile"."""
    yield head
    for other in trees.having(head, "conj"):
        signs = [sign for sign in trees.having(other, "advmod", "cc") if trees.lower(sign) != "nor"]
        is_left_out = any(denies(trees, sign) for sign in signs)
        is_noun = trees.pos(other) in ("NOUN", "PROPN", "PRON", "NUM", "SYM") and not is_left_out
        if is_noun and not (_goes_on_describing(trees, head, other) or _goes_on_placing(trees, head, other)):
            yield from conjuncts(trees, other)


def _goes_on_placing(trees: Trees, head: int, other: int) -> bool:
    """Whether a name joined to a noun belongs to the place of the noun: "authorities in Peru and | Chile"."""
    before = min(trees.having(other, "cc"), default=other) - 1
    inner = trees.having(head, "nmod") if trees.pos(other) == "PROPN" and trees.pos(head) == "NOUN" else []
    return any(before in (word, *trees.having(word, "flat")) and case_of(trees, word) == "in" for word in inner)


def _goes_on_describing(trees: Trees, head: int, other: int) -> bool:
    """Whether what is joined to a noun belongs to what describes it: "Ann Bell, the mayor and a | friend of Poe"."""
    inner = [word for word in trees.having(head, "appos") if head < word < other and _has_opening_mark(trees, word)]
    before = min(trees.having(other, "cc"), default=other) - 1
    return bool(inner) and before > 0 and trees.pos(before) != "PUNCT"


def _has_opening_mark(trees: Trees, word: int) -> bool:
    """Whether a comma stands before a phrase."""
    return beside(trees, min(trees.descendants(word), default=word) - 1) == "," or "," in trees.words_having(
        word, "punct"
    )


def _has_mark(trees: Trees, word: int) -> bool:
    """Whether a comma stands before a name."""
    return word > 0 and trees.pos(word - 1) == "PUNCT"


def _is_where(trees: Trees, word: int) -> bool:
    """Whether "at" or "over" before a number is a preposition: "at | 11 hospitals", not "at | least nine"."""
    return trees.lower(word) == "at" and beside(trees, word + 1) not in ("least", "most", "around", "about")


def count_phrase(trees: Trees, names: Names, word: int, apart: frozenset[int]) -> list[int]:
    """The words of a number with what it counts: "at least nine people", "300 votes to 12"."""
    words = phrase_of(trees, names, word, apart)
    first = words[0]
    while beside(trees, first - 1) in words_of("about a number") and not _is_where(trees, first - 1):
        first -= 1
    is_to = trees.lower(first) == "to" and beside(trees, first - 1) != "up"
    words = [*range(first + is_to, words[0]), *words]
    while beside(trees, words[-1] + 1) in HYPHENS and is_joined(trees, words[-1] + 1):
        words += [words[-1] + 1, words[-1] + 2]
    after = words[-1] + 1
    if after + 1 < len(trees.tokens) and trees.lower(after) == "to" and trees.pos(after + 1) == "NUM":
        words += [after, after + 1]
    return words
