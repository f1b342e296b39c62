"""What a run of capitalized words names: one name or more, each with its type, as far as there is evidence."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.language.by_rules.lexicon import (
    Token,
    cues,
    head_words,
    is_calendar,
    is_common,
    is_function,
    is_given,
    is_head,
    is_initial,
    is_people,
    is_surname,
    is_taken,
    is_title,
    is_unknown,
    known_type,
    longest_known,
    span_of,
    split_tokens,
)
from generator.language.by_rules.runs import find_runs
from generator.language.world.places import find_country, is_demonym
from generator.model import EntityType, Span
from generator.text.names import is_acronym
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set


class Found(NamedTuple):
    """A name by the indexes of its words, the last exclusive."""

    start: int
    end: int
    type: EntityType
    rule: str
    """Which rule gave it its type."""


class Run(NamedTuple):
    """A run of words with no type so far, by indexes, the last exclusive."""

    start: int
    end: int


class Words(NamedTuple):
    """A run with the words around it, as the rules for its type see it."""

    tokens: Sequence[Token]
    start: int
    end: int

    @property
    def inside(self) -> list[str]:
        """The words of the run."""
        return [token.text for token in self.tokens[self.start : self.end]]

    @property
    def first(self) -> Token:
        """Its first word."""
        return self.tokens[self.start]

    @property
    def capitalized(self) -> list[str]:
        """Those of its words that are written with a capital."""
        return [word for word in self.inside if word[0].isupper()]

    @property
    def before(self) -> str:
        """The word right before the run, with but a blank between; else nothing."""
        return self.tokens[self.start - 1].text if self.start and self.first.is_joined else ""

    @property
    def second_before(self) -> str:
        """The word before that one."""
        is_joined = self.before and self.start > 1 and self.tokens[self.start - 1].is_joined
        return self.tokens[self.start - 2].text if is_joined else ""

    @property
    def following(self) -> Token | None:
        """The next word, whatever stands between."""
        return self.tokens[self.end] if self.end < len(self.tokens) else None

    @property
    def after(self) -> str:
        """The word right behind the run, with but a blank between; else nothing."""
        following = self.following
        is_owner = self.tokens[self.end - 1].possessive
        return following.text if following and following.is_joined and not is_owner else ""


Kind = Callable[[Words], EntityType | None]
"""What type a run has, as far as one rule knows."""


def read_run(tokens: Sequence[Token], start: int, end: int) -> list[Found | Run]:
    """The names in the run from `start` to `end`; what has no type comes back as `Run`."""
    start, end = trim(tokens, start, end)
    if start >= end or is_dropped_alone(tokens[start:end]):
        return []
    words = Words(tokens, start, end)
    whole, *others = KINDS
    if kind := whole.find(words):
        return [Found(start, end, kind, whole.name)]
    last = words.inside[-1]
    if "-" in last and all(known_type(part) for part in last.split("-")):
        return [Run(start, end)]
    split = split_known(tokens, start, end)
    if split:
        return split
    found = (Found(start, end, kind, rule.name) for rule in others if (kind := rule.find(words)))
    return [next(found, Run(start, end))]


def trim(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The run without function words and common sentence openers before it and small words after it."""
    while start < end and is_leader(tokens, start, end):
        start += 1
    while end > start and not tokens[end - 1].is_capitalized:
        end -= 1
    return start, end


def is_leader(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the word at `at` stands before the name rather than in it."""
    token, word = tokens[at], tokens[at].text
    is_letters = is_acronym(word) and not is_function(word)
    if is_letters or known_type(word) or word in cues("opens a storm"):
        return False
    is_unlisted = known_type(" ".join(t.text for t in tokens[at:end])) is None
    if is_function(word) and len(word) > 1:
        return is_unlisted
    if not token.is_first or not is_common(word) or end - at < 2:
        return False
    if word.endswith(("ed", "ing", "ly")):
        return is_unlisted
    return is_unlisted and not is_given(word) and not is_head(tokens[end - 1].text)


def whole_type(words: Words) -> EntityType | None:
    """The type of a run that is one name by the lists or by its head word."""
    inside = words.inside
    if kind := known_type(" ".join(inside)):
        return kind
    if len(inside) == 1:
        return "Organization" if is_organization_acronym(inside[0]) else None
    rest = " ".join(inside[1:])
    if find_country(rest) or (is_demonym(inside[0]) and known_type(rest) == "Place"):
        return None
    kind = head_type(inside)
    return None if kind == "Organization" and is_opened_by_chance(words) else kind


def is_opened_by_chance(words: Words) -> bool:
    """Whether a common word opens the sentence before one word that heads no name: "Allied Kowalski"."""
    inside = words.inside
    is_opened = words.first.is_first and is_common(inside[0])
    return is_opened and len(inside) == 2 and not is_head(inside[1])


def head_type(words: Sequence[str]) -> EntityType | None:
    """The type that the last word, the first word or the word before "of" gives a name of several words."""
    if words[-2] in cues("opens a storm"):
        return "Event"
    inner = [word for word, after in itertools.pairwise(words) if after in ("of", "for", "in")]
    orgs, places, events = (head_words(n) for n in ("org_words", "place_words", "event_words"))
    heads = inner or words[-1:]
    if not orgs[0].isdisjoint(heads):
        return "Organization"
    if words[-1] in events[0] or not events[1].isdisjoint(inner):
        return "Event"
    if not (places[1] if inner else places[0]).isdisjoint(heads):
        return "Place" if any(not is_demonym(word) for word in words[:-1]) else None
    is_pair = len(words) == 2 and not inner
    return "Place" if is_pair and words[0] in places[1] and not is_common(words[1]) else None


def is_organization_acronym(word: str) -> bool:
    """Whether a word is written as an acronym that is none of the everyday ones ("CEO", "TV")."""
    is_written_so = is_acronym(word) and word.isupper() and 2 < len(word) < 8
    return is_written_so and not is_common(word) and word not in load_set("not_names.txt")


def split_known(tokens: Sequence[Token], start: int, end: int) -> list[Found | Run] | None:
    """The run parted at a listed place or organization, a people, a title or a date at either of its ends."""
    words = [token.text for token in tokens[start:end]]
    if len(words) == 1:
        return None
    if is_dropped(words[0]):
        return read_run(tokens, start + 1, end)
    if is_dropped(words[-1]) and not is_given(words[0]):
        return read_run(tokens, start, end - 1)
    for size in range(min(len(words) - 1, longest_known()), 0, -1):
        kind = known_type(" ".join(words[:size]))
        if kind and not (size == 1 and is_given(words[0])):
            return [Found(start, start + size, kind, LISTED), *read_run(tokens, start + size, end)]
        kind = known_type(" ".join(words[-size:]))
        if kind and not is_given(words[0]):
            return [*read_run(tokens, start, end - size), Found(end - size, end, kind, LISTED)]
    return None


def is_dropped(word: str) -> bool:
    """Whether a word at the end of a run is no part of a name: a people, a date or a title."""
    return is_people(word) or is_calendar(word) or is_title(word)


def is_dropped_alone(run: Sequence[Token]) -> bool:
    """Whether a run is but such a word, and owns nothing: "Kurds left", not "Minister's"."""
    return len(run) == 1 and is_dropped(run[0].text) and not run[0].possessive


def cue_type(words: Words) -> EntityType | None:
    """The type that a noun beside the run names: "village of X", "X district", "newspaper X", "X party"."""
    inside = words.inside
    if not is_given(inside[0]) and any(map(is_common, inside)):
        return None
    kind = words.second_before if words.before == "of" else ""
    if kind in cues('kind of place, with "of"') or words.after in cues("after a place"):
        return "Place"
    is_body = words.before in cues("before an organization") or words.after in cues("after an organization")
    return "Organization" if is_body and not is_given(inside[0]) else None


def context_type(words: Words) -> EntityType | None:
    """The type that the words around an unknown run give it: "in Koszalin", "Koszalin, Poland", "Kuznetsov told"."""
    inside = words.inside
    if len(inside) > 2 or any(map(is_common, inside)):
        return None
    following = words.following
    if following and following.gap == ", " and known_type(following.text) == "Place":
        return "Place"
    if not all(is_unknown(word) and word[1:].islower() for word in inside):
        return None
    if words.before in cues("before a place") and not words.first.is_first:
        return "Place"
    return "Person" if len(inside) == 1 and words.after in cues("after a person") else None


def context_of_unknown(words: Words) -> EntityType | None:
    """The same, where neither the first word is a given name nor the last a surname."""
    inside = words.inside
    return None if is_given(inside[0]) or is_surname(inside[-1]) else context_type(words)


def person_type(words: Words) -> EntityType | None:
    """Person, where given names, initials and surnames say so."""
    if names_other(words.inside):
        return None
    if len(words.capitalized) == 1:
        return "Person" if is_single_name(words.inside) else None
    return "Person" if may_be_full_name(words) and is_full_name(words) else None


def names_other(inside: Sequence[str]) -> bool:
    """Whether a word of the run names a place, a body, a people or a date, or a title or a place begins here."""
    # A company may bear a surname: "Ann Bell" is no company.
    is_bearer = is_given(inside[0]) and known_type(inside[-1]) == "Organization"
    others = [word for word in (inside[:-1] if is_bearer else inside) if not is_given(word) and word != MAY]
    return is_title(inside[0]) or inside[0] in cues("opens a place") or any(map(is_taken, others))


def is_single_name(inside: Sequence[str]) -> bool:
    """Whether the run, of which one word is capitalized, is called so: a surname, or a given name of three letters."""
    is_plain_given = is_given(inside[0]) and len(inside[0]) > 2 and inside[0][1:].islower()
    return not is_common(inside[0]) and (is_surname(inside[-1]) or is_plain_given)


def may_be_full_name(words: Words) -> bool:
    """Whether nothing speaks against a full name: its length, an acronym in it, a common word last, the word before."""
    inside = words.inside
    if len(inside) > LONGEST_PERSON or any(
        is_acronym(word) and len(word) > 2 for word in inside if not is_initial(word)
    ):
        return False
    ends_plainly = len(inside) > 2 and is_common(inside[-1]) and inside[-1] != MAY
    return not ends_plainly and words.before not in cues("article")


def is_full_name(words: Words) -> bool:
    """Whether several words, none of which names anything else, read as a person's full name."""
    inside = words.inside
    if is_given(inside[0]) and not (is_common(inside[0]) and is_common(inside[-1])):
        return True
    if is_initial(inside[0]) and not is_common(inside[-1]):
        return True
    if not all(is_unknown(word) or is_initial(word) for word in words.capitalized):
        return False
    return is_surname(inside[-1]) or (len(inside) in (2, 3) and not words.first.is_first)


MAY = "May"
"""A month that is a surname too."""
LONGEST_PERSON = 5
"""Words of a person's full name, at most."""
LISTED = "listed beside another name"
"""The rule of a name that the lists know at an end of a longer run."""


def find_typed(rule: Rule[Kind], sentence: str) -> Iterator[Span]:
    """The runs of a sentence that a rule has a type for."""
    tokens = split_tokens(sentence, 0, len(sentence))
    for run in find_runs(tokens, [False] * len(tokens)):
        start, end = trim(tokens, *run)
        if start < end and rule.find(Words(tokens, start, end)):
            yield span_of(tokens[start:end])


KINDS: Chain[Kind] = Chain(
    "types of names",
    (
        Rule(
            "lists or head word",
            whole_type,
            yes=(
                "They left the |United States| for |The Hague|.",
                "She studied at the |Norwood Institute of Technology|.",
                "The |Supreme Court of Chile| ruled.",
                "Boats on the |Orrin River| sank.",
                "She won at the |Lindvall Film Festival|.",
                "|Hurricane Ida| came.",
                "The |KRTV| building burnt.",
                "They crossed |Lake Orrin|.",
            ),
            no=("The CEO saw it.", "He met Maria Kowalczyk.", "Polish France left.", "He saw Brzezno."),
        ),
        Rule(
            "noun beside the name",
            cue_type,
            yes=(
                "The village of |Ostrava Dolna| and the |Karvun| district burnt.",
                "The newspaper |Vestra| reported it.",
                "The |Vestra| company fell.",
            ),
            no=("The newspaper Anna left.", "The village and Karvun burnt.", "The newspaper Old Growth left."),
        ),
        Rule(
            "words around an unknown name",
            context_of_unknown,
            yes=(
                "Fire broke out in |Brzezno| on Monday.",
                "|Brzezno|, Poland, is small.",
                "Later |Kuznet| told them.",
            ),
            no=(
                "They believe in Anna.",
                "They met Brzezno on Monday.",
                "Fire broke out in Growth.",
                "In Brzezno it rained.",
            ),
        ),
        Rule(
            "form of a person's name",
            person_type,
            yes=(
                "It was |Maria Kowalczyk|.",
                "|John Q. Hartwell| and |R. Saravan| met.",
                "It was |Ursula von Trassen| and |Ali bin Hamad|.",
                "The mayor, |Ann Bell|, went home.",
                "They met |Theresa May|.",
            ),
            no=(
                "The Peru Chile talks began.",
                "They met Minister Growth.",
                "Lake Orrin is deep.",
                "He drove a KRTV Maria van.",
                "Brzezno fell.",
            ),
        ),
        Rule(
            "words around the name",
            context_type,
            yes=("|Anna|, Poland, is small.",),
            no=("They met Anna in May.", "Old Growth, Poland, is small."),
        ),
    ),
    find_typed,
)
"""By what a run has its type; the first rule that knows one decides, the first of all before the run is parted."""
