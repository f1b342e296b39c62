"""The whole document's opinion of its names: what was named in full once is known again in short.

Every rule looks at words as written, without regard to letter case, so that headlines follow the running text. In the
sentences of a rule `<P Ann Roe>` is a person that the network is firm on, `<P? Ann Roe>` one that it is not,
`<P! Ann Roe>` one that it is certain of; so are `<O ...>` organizations, `<L ...>` places and `<E ...>` events.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language.en.model.decoding import NAME_TYPES, FoundName
from generator.language.en.model.words import CAPITALIZED, INITIAL, LOWER, UPPER, find_case, find_tokens
from generator.language.en.names.steps import strip_marks
from generator.language.world.places import legal_forms
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_pairs

PERSON, ORGANIZATION, PLACE, EVENT = range(len(NAME_TYPES))
Words = tuple[str, ...]
FIRM = 0.6
"""A name that is likelier than this may speak for others."""
CERTAIN = 0.95
"""A name that is likelier than this lets nobody speak for it."""
TITLE = "+"
"""The mark of a title: the network now and then takes titles for a name when they follow each other."""
LONGEST = 20
"""Words of a name that may be two, or stand elsewhere again."""
LOCAL = frozenset({"in", "near", "at", "from", "to", "outside", "around", "across"})
"""Words before a place, case-folded."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a document as the rules see them; lists of equal length."""

    words: Sequence[str]
    """Case-folded."""
    cases: Sequence[int]
    """Letter case, see `pieces`."""
    openings: Sequence[bool]
    """Whether the word opens a sentence or a block."""

    def of(self, name: FoundName) -> Words:
        """The words of a name."""
        return tuple(self.words[name.start : name.end])


Agree = Callable[[Sequence[FoundName], Text], Sequence[FoundName]]
"""From the names of a document to those that it agrees on."""


def agree(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """The names after the document had its say, in order; what a rule adds or changes carries its name."""
    agreed = list(names)
    for rule in AGREEMENT:
        before = {(name.start, name.end, name.kind) for name in agreed}
        agreed = [
            name if (name.start, name.end, name.kind) in before else replace(name, rule=rule.name)
            for name in rule.find(agreed, text)
        ]
    return agreed


def join_suffixes(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """The names, a company with the "Inc." that the network took for another."""
    joined: list[FoundName] = []
    for name in names:
        if joined and is_suffix_of(joined[-1], name, text):
            joined[-1] = replace(joined[-1], end=name.end)
        else:
            joined.append(name)
    return joined


def join_initials(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """The names, a person with the initials that the network took for another."""
    joined: list[FoundName] = []
    for name in names:
        if joined and are_initials_of(joined[-1], name, text):
            joined[-1] = replace(name, start=joined[-1].start)
        else:
            joined.append(name)
    return joined


def drop_unnamed(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """The names without addresses and titles."""
    return [name for name in names if not is_address(name, text) and not is_title(name, text)]


def is_suffix_of(before: FoundName, name: FoundName, text: Text) -> bool:
    """Whether a name is nothing but the legal form of the company before it."""
    is_legal = all(word.replace(".", "") in legal_forms() for word in text.of(name))
    return is_legal and list(text.words[before.end : name.start]) in ([], [","])


def are_initials_of(before: FoundName, name: FoundName, text: Text) -> bool:
    """Whether a name is nothing but the initials of the person behind it."""
    are_people = before.kind == name.kind == PERSON and before.end == name.start
    return are_people and all(len(word) == 2 and word[1] == "." for word in text.of(before))


def is_address(name: FoundName, text: Text) -> bool:
    """Whether a name is an e-mail address, a web address or a file."""
    return any(sign in word for word in text.of(name) for sign in ("@", "://", "www.", ".com", ".org", ".doc"))


def split_known(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """A name that is a known one with a known person after it becomes the two: OSCE | Alexander Lukashevich."""
    people = {text.of(name): name for name in names if is_full_person(name)}
    others = {text.of(name): name for name in names if name.kind != PERSON}
    parted: list[FoundName] = []
    for name in names:
        words = text.of(name)
        cuts = range(1, len(words) - 1) if len(words) <= LONGEST else ()
        cut = next((at for at in cuts if words[:at] in others and words[at:] in people), 0)
        if cut:
            parted.append(replace(others[words[:cut]], start=name.start, end=name.start + cut))
            parted.append(replace(people[words[cut:]], start=name.start + cut, end=name.end))
        else:
            parted.append(name)
    return parted


def is_title(name: FoundName, text: Text) -> bool:
    """Whether a name is nothing but titles, or the State of a Secretary of State."""
    if text.of(name) == ("state",) and list(text.words[max(0, name.start - 2) : name.start]) == ["secretary", "of"]:
        return True
    return all(kind_of_abbreviation(word) == TITLE for word in text.of(name))


def kind_of_abbreviation(word: str) -> str | None:
    """The mark that the list of abbreviations has for a folded word."""
    return load_pairs("abbreviations.txt").get(word.capitalize())


def share_types(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """Equal words get the type that all their mentions together make likeliest, except where one is certain."""
    sums: dict[Words, list[float]] = defaultdict(lambda: [0.0] * len(NAME_TYPES))
    for name in names:
        sums[text.of(name)] = [total + chance for total, chance in zip(sums[text.of(name)], name.chances, strict=True)]
    shared = []
    for name in names:
        total = sums[text.of(name)]
        best = max(range(len(total)), key=total.__getitem__)
        shared.append(name if name.chances[name.kind] > CERTAIN else replace(name, kind=best))
    return shared


def follow_full_names(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """A single word that ends a person's full name is that person, unless the network is certain of another type."""
    last = {text.of(name)[-1] for name in names if is_full_person(name)}
    first = {text.of(name)[0] for name in names if is_full_person(name)}
    return [
        replace(name, kind=PERSON)
        if name.end - name.start == 1
        and name.kind != PERSON
        and (text.of(name)[0] in last or (text.of(name)[0] in first and name.chances[PERSON] > 0.2))
        and name.chances[name.kind] < CERTAIN
        and not stands_as_place(name, text)
        else name
        for name in names
    ]


def stands_as_place(name: FoundName, text: Text) -> bool:
    """Whether a likely place stands where places do: "in Washington", whoever else is called so."""
    return name.kind == PLACE and name.chances[PLACE] > FIRM and text.words[name.start - 1] in LOCAL


def is_full_person(name: FoundName) -> bool:
    """Whether the network is firm that this is a person, named with two to four words."""
    return name.kind == PERSON and 2 <= name.end - name.start <= 4 and name.chances[PERSON] > FIRM


def find_acronyms(names: Sequence[FoundName], text: Text) -> dict[Words, int]:
    """Capitals that an organization's name begins its words with: IAEA, once the agency was named in full."""
    found: dict[Words, int] = {}
    for name in names:
        if name.kind == ORGANIZATION and name.end - name.start >= 3 and name.chances[ORGANIZATION] > FIRM:
            run = range(name.start, name.end)
            capitals = [text.words[index][0] for index in run if text.cases[index] in (CAPITALIZED, INITIAL)]
            if len(capitals) >= 3:
                found[("".join(capitals),)] = ORGANIZATION
    return found


def find_repeated(names: Sequence[FoundName], text: Text) -> dict[Words, int]:
    """Names worth looking for where the network saw none: firm ones, and the last words of persons' full names."""
    sums: dict[Words, list[float]] = defaultdict(lambda: [0.0] * len(NAME_TYPES))
    for name in names:
        words = text.of(name)
        sums[words][name.kind] += name.chances[name.kind] > FIRM
        if is_full_person(name) and len(words[-1]) > 2:
            sums[words[-1:]][PERSON] += 1
    return {
        words: max(range(len(total)), key=total.__getitem__)
        for words, total in sums.items()
        if any(total) and len(words) <= LONGEST and (len(words) > 1 or len(words[0]) > 2)
    }


def add_overlooked(names: Sequence[FoundName], text: Text) -> list[FoundName]:
    """The names, and the known words where none was seen: capitalized, and not merely as a sentence opens."""
    known = {**find_acronyms(names, text), **find_repeated(names, text)}
    taken = {index for name in names for index in range(name.start, name.end)}
    longest: dict[str, int] = {}
    for words in known:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    lowered = {word for word, case in zip(text.words, text.cases, strict=True) if case == LOWER}
    added = []
    index = 0
    while index < len(text.words):
        size = min(longest.get(text.words[index], 0), len(text.words) - index)
        while size and not (
            (words := tuple(text.words[index : index + size])) in known
            and taken.isdisjoint(range(index, index + size))
            and looks_named(text, index, size, lowered)
        ):
            size -= 1
        if size:
            kind = known[words]
            added.append(FoundName(index, index + size, tuple(float(k == kind) for k in range(len(NAME_TYPES))), kind))
        index += max(1, size)
    return sorted([*names, *added], key=lambda name: name.start)


def looks_named(text: Text, start: int, size: int, lowered: set[str]) -> bool:
    """Whether the words are written as a name; one that is also an everyday word must not open its sentence."""
    if text.cases[start] not in (CAPITALIZED, UPPER, INITIAL):
        return False
    return size > 1 or not (text.openings[start] and text.words[start] in lowered)


MARKED = re.compile(r"<(?P<kind>[POLE])(?P<doubt>[?!]?) (?P<words>[^>]+)>")
"""A name in a sentence of a rule."""
_CHANCES = {"?": 0.5, "": 0.9, "!": 0.99}


def find_agreed(rule: Rule[Agree], sentence: str) -> Iterator[Span]:
    """What a rule adds to the names of a sentence or changes in them; else what it leaves out."""
    plain, marked, places = strip_marks(sentence, MARKED)
    [tokens] = find_tokens(plain, [Span(0, len(plain))])
    written = [token.of(plain) for token in tokens]
    text = Text(
        [word.casefold() for word in written],
        [find_case(word) for word in written],
        [at == 0 or written[at - 1] == "." for at in range(len(written))],
    )
    names = []
    for match, span in marked:
        inside = [at for at, token in enumerate(tokens) if span.holds(token)]
        kind, chance = "POLE".index(match["kind"]), _CHANCES[match["doubt"]]
        names.append(FoundName(inside[0], inside[-1] + 1, tuple(chance * (k == kind) for k in range(4)), kind))
    before, after = ({(name.start, name.end, name.kind) for name in found} for found in (names, rule.find(names, text)))
    for start, end, _ in after - before or before - after:
        yield Span(places[tokens[start].start], places[tokens[end - 1].end - 1] + 1)


AGREEMENT: Chain[Agree] = Chain(
    "names of one document",
    (
        Rule(
            "company and its legal form",
            join_suffixes,
            yes=("<O |Vestra>, <O Inc.|> fell.", "<O |Vestra> <L Sdn Bhd|> fell."),
            no=("<O Vestra> and <O Inc.> fell.", "<O Vestra>, <O Brenlow> fell."),
        ),
        Rule(
            "initials and surname",
            join_initials,
            yes=("They met <P |A.> <P Vale|> there.",),
            no=("They met <P A.> and <P Vale> there.", "They met <O A.> <P Vale> there.", "They met <P Ann> <P Vale>."),
        ),
        Rule(
            "address or title",
            drop_unnamed,
            yes=(
                "Write to <L |a@b.org|> now.",
                "See <O |www.vestra.org|> now.",
                "They met <P |Gen. Col.|> there.",
                "The Secretary of <L |State|> left.",
            ),
            no=(
                "The Secretary in <L State> left.",
                "The Secretary of <L State Hill> left.",
                "They met <P Gen. Roe> there.",
                "<O Vestra> fell.",
            ),
        ),
        Rule(
            "two known names run together",
            split_known,
            yes=("<O |Vestra| |Alexander Lukash|> spoke. <P Alexander Lukash> left <O Vestra>.",),
            no=("<O Vestra Alexander Lukash> spoke. <P Alexander Lukash> left.",),
        ),
        Rule(
            "commonest type of the words",
            share_types,
            yes=("<L Vestra> fell. <L Vestra> rose. <O? |Vestra|> left.",),
            no=("<L Lima> fell. <O Vestra> left.", "<L Vestra> fell. <L Vestra> rose. <O! Vestra> left."),
        ),
        Rule(
            "part of a full name",
            follow_full_names,
            yes=("<P Annalena Baer> spoke and <L? |Baer|> left.",),
            no=(
                "<P Denzel Washington> went to <L Washington>.",
                "<L? Baer> left.",
                "<P Annalena Baer> spoke and <L! Baer> left.",
                "<O Annalena Baer> spoke and <L? Baer> left.",
            ),
        ),
        Rule(
            "named again",
            add_overlooked,
            yes=(
                "<P Annalena Baer> spoke. Then |Annalena Baer| left as |BAER| said.",
                "The <O International Atomic Energy Agency> said the |IAEA| knew.",
            ),
            no=("<P Ann Price> fell. Price rises hit every price.", "<P? Annalena Baer> spoke. Then Baer left."),
        ),
    ),
    find_agreed,
)
"""How the document agrees on its names."""
