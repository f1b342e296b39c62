"""What only a person can decide, each with its sentences and the entry that decides it, either way.

What was decided is not asked again: two that are held apart, a name that is kept, a speaker or a date that stays open.
Names are referred to as the sources have them, so that an entry means the same whatever else is decided. Entities that
may be one, spelled nearly alike, or called alike and read as two types, are questions for the curator, never merges;
candidates share a feature, so that the cost is near-linear.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from generator.curation import UNKNOWN, write_entry
from generator.language.dates.expression import NOWADAYS
from generator.language.dates.finding import IN_SPEECH
from generator.language.people.short_forms import is_short_for
from generator.linking.editing.curating import Curated
from generator.linking.editing.rewriting import LEFT_OPEN, refer, sentence_of
from generator.linking.identity.entities import Group, Key, Member
from generator.linking.identity.forms import fold
from generator.model import Analysis, Answer, DateMention, Doubt, Evidence, Quotation, Span
from generator.text.memo import remembered
from generator.text.names import initials, is_acronym
from generator.text.spans import Spans
from generator.text.unicode import fold_line
from generator.text.wordlists import load_set

DIGITS = re.compile(r"\d+")
"""What no spelling mistake changes: the number of a thing."""
MOST_SHARING = 8
"""A feature that more entities have tells nothing."""
SHORTEST_GIVEN, SHORTEST_SURNAME, SHORTEST_NAME = 3, 5, 8
"""Letters of what may be misspelled."""
FEW_BRIEFS = 20
"""Of a name that several have, so many are asked about at once."""


class Likely(NamedTuple):
    """Entities that may be one, with what speaks for it."""

    keys: tuple[Key, ...]
    why: str


def find_likely(groups: Mapping[Key, Group]) -> list[Likely]:
    """All candidates, each pair once, in the order of their keys."""
    found: dict[tuple[Key, ...], str] = {}
    sharing: defaultdict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in sorted(groups):
        for feature in dict.fromkeys(list_features(key, groups[key].name)):
            sharing[feature].append(key)
    for feature, keys in sharing.items():
        if len(keys) < 2:
            continue
        if feature[0] == "several":
            found.setdefault(tuple(keys[:FEW_BRIEFS]), "a name that several have")
        elif len(keys) <= MOST_SHARING:
            for one, other in combinations(keys, 2):
                if why := compare(one, other, groups):
                    found.setdefault((one, other), why)
    return [Likely(keys, why) for keys, why in sorted(found.items())]


def list_features(key: Key, name: str) -> Iterator[tuple[str, ...]]:
    """What two entities that may be one have in common."""
    words = key.name.split()
    if key.brief:
        if key.type != "Person":
            yield "several", key.type, key.name
        return
    yield "name", key.name
    if key.type == "Person":
        if len(words) > 1:
            yield "order", " ".join(sorted(words))
            yield "ends", words[0], words[-1]
            yield "letters", words[-1], "".join(sorted(words[0]))
            yield from (("given", words[-1], part) for part in shorten(words[0], SHORTEST_GIVEN))
            yield from (("surname", words[0], part) for part in shorten(words[-1], SHORTEST_SURNAME))
    else:
        yield from (("whole", key.type, part) for part in shorten("".join(words), SHORTEST_NAME))
        if key.type == "Organization":
            letters = name.replace(".", "") if is_acronym(name) else initials(name) if len(words) > 2 else ""
            if letters:
                yield "acronym", letters


def shorten(word: str, least: int) -> list[str]:
    """The word, and the word without each of its letters; nothing for a word too short."""
    return [] if len(word) < least else [word, *(word[:at] + word[at + 1 :] for at in range(min(len(word), 30)))]


def compare(one: Key, other: Key, groups: Mapping[Key, Group]) -> str | None:
    """What speaks for it that two entities are one; None where nothing does."""
    if one.name == other.name:
        return f"called alike, read as {one.type.lower()} and {other.type.lower()}" if one.type != other.type else None
    if one.type != other.type or DIGITS.findall(one.name) != DIGITS.findall(other.name):
        return None
    if one.type != "Person":
        short = [is_acronym(groups[key].name) for key in (one, other)]
        if short[0] != short[1]:
            return "the first letters of the other name" if one.type == "Organization" else None
        return "spelled nearly alike" if is_near(one.name.replace(" ", ""), other.name.replace(" ", "")) else None
    left, right = one.name.split(), other.name.split()
    if sorted(left) == sorted(right):
        return "the same words in another order"
    if (left[0], left[-1]) == (right[0], right[-1]):
        return "the same first and last name"
    if left[-1] == right[-1] and (sorted(left[0]) == sorted(right[0]) or is_near(left[0], right[0])):
        return "the same surname, first names spelled nearly alike"
    if left[0] == right[0] and is_near(left[-1], right[-1]):
        return "the same first name, surnames spelled nearly alike"
    return None


def is_near(one: str, other: str) -> bool:
    """Whether one letter more, one less, another one or two changed places make the one word the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or (left[:2][::-1] + left[2:]) == right


def find_full_names(groups: Mapping[Key, Group]) -> Mapping[str, tuple[Key, ...]]:
    """The persons with a full name, by each of their folded first and last words."""
    found: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(groups):
        words = fold(groups[key].name).split()
        if key.type == "Person" and len(words) > 1 and len(words[0]) > 1:
            for word in {words[0], words[-1]}:
                found[word].append(key)
    return {word: tuple(keys) for word, keys in found.items()}


ODD = re.compile(r"[|@/:<>{}\[\]\\=+*#]|\d{3}")
"""Characters that few names have."""
LONGEST_PERSON, LONGEST = 5, 9
"""Words of a name."""


def doubt_name(group: Group) -> str | None:
    """Why a name may be none, as a clause for a person; None where nothing speaks against it."""
    name = group.name
    words = name.split()
    is_one_word = len(words) == 1 and group.key.type in ("Person", "Organization")
    if ODD.search(name) and group.key.type != "Event":
        return "It has characters that few names have"
    if len(words) > (LONGEST_PERSON if group.key.type == "Person" else LONGEST):
        return "It is longer than most names"
    if name == name.lower() and name != name.upper():
        return "It is written in small letters"
    if is_one_word and name.lower() in load_set("common_words.txt"):
        return "It is an everyday word too"
    return None if any(map(stands_in_sentence, group.members)) else "It stands in headings and captions only"


@remembered
def sentences_of(analysis: Analysis) -> Spans[Span]:
    """The sentences of the body, to be asked what lies where."""
    return Spans(analysis.sentences)


def stands_in_sentence(member: Member) -> bool:
    """Whether one of the mentions stands in a sentence of the body."""
    sentences = sentences_of(member.analysis)
    return any(sentences.overlapping(evidence.span) for evidence in member.mentions)


MOST_PLACES = 3
"""Sentences shown of each name."""
MOST_PERSONS = 4
"""Persons offered for a short name or a quotation."""
NEAR_MENTIONS = 12
"""Mentions before and behind a quotation among whose bearers its speaker is looked for."""
WORDS_SHOWN = 200
"""Characters of a quotation or sentence that an entry repeats."""
NOUNS = {"Person": "person", "Organization": "organization", "Place": "place", "Event": "event"}


def find_doubts(
    analyses: Sequence[Analysis],
    groups: Mapping[Key, Group],
    curated: Curated,
    *,
    repeated: Iterable[str],
    more: Iterable[Doubt] = (),
) -> tuple[Doubt, ...]:
    """All doubts and `more` of them, those that affect most briefs first. Copies of a text raise none."""
    skipped = frozenset(repeated)
    originals = sorted((a for a in analyses if a.document.id not in skipped), key=lambda a: a.document.id)
    found = [
        *ask_duplicates(groups, curated),
        *ask_short_names(groups, curated),
        *ask_names(groups, curated),
        *more,
        *(doubt for analysis in originals for doubt in ask_speakers(analysis, groups, curated)),
        *(doubt for analysis in originals for doubt in ask_dates(analysis)),
    ]
    return tuple(sorted(found, key=lambda doubt: -doubt.briefs))


def places_of(group: Group) -> tuple[Evidence, ...]:
    """The first mention in each of the first few briefs."""
    return tuple(member.mentions[0] for member in group.members[:MOST_PLACES])


def briefs_of(*groups: Group) -> int:
    """In how many briefs these are named."""
    return len({member.analysis.document.id for group in groups for member in group.members})


def refer_to(key: Key, groups: Mapping[Key, Group], curated: Curated, *, here: bool = False) -> str:
    """How a curator writes an entity: by the name that the rules alone give it; with its brief if needed or `here`."""
    member = groups[key].members[0]
    local = member.analysis.document.id, member.entity.id
    base = curated.base[local].key
    is_parted = curated.namings[local].key != base and curated.namings[local].key.brief
    return refer(curated.directory, base, local[0] if is_parted or here else None)


def ask_duplicates(groups: Mapping[Key, Group], curated: Curated) -> Iterator[Doubt]:
    """Entities that may be one, each pair once."""
    for likely in find_likely(groups):
        if not is_told_apart(likely, curated):
            refs = [refer_to(key, groups, curated) for key in order(likely.keys, groups)]
            if len(set(refs)) == len(refs):
                yield ask_duplicate(likely, refs, groups)


def is_told_apart(likely: Likely, curated: Curated) -> bool:
    """Whether the curator said of each two of them that they are not the same."""
    return all(frozenset(pair) in curated.apart for pair in combinations(likely.keys, 2))


def order(keys: Sequence[Key], groups: Mapping[Key, Group]) -> list[Key]:
    """The keys, that of the most mentioned entity first: it gives the name."""
    return sorted(keys, key=lambda key: (-sum(len(m.mentions) for m in groups[key].members), key))


def ask_duplicate(likely: Likely, refs: Sequence[str], groups: Mapping[Key, Group]) -> Doubt:
    """The question whether some are one."""
    names = list(dict.fromkeys(groups[key].name for key in order(likely.keys, groups)))
    types = list(dict.fromkeys(NOUNS[key.type] for key in likely.keys))
    where = f"in {len(refs)} briefs" if len(types) == 1 else f"as {' and '.join(types)}"
    who = " and ".join(names) if len(names) > 1 else f"{names[0]} {where}"
    return Doubt(
        "duplicate",
        f"{who}: the same? {likely.why[:1].upper()}{likely.why[1:]}.",
        tuple(place for key in likely.keys for place in places_of(groups[key]))[: 2 * MOST_PLACES],
        (
            Answer("The same: one page", write_entry({"merge": refs})),
            Answer("Not the same: never asked again", write_entry({"apart": refs})),
        ),
        briefs_of(*(groups[key] for key in likely.keys)),
    )


def is_kept(group: Group, curated: Curated) -> bool:
    """Whether the curator said that this name is right as it is."""
    return any((member.analysis.document.id, member.entity.id) in curated.kept for member in group.members)


def ask_short_names(groups: Mapping[Key, Group], curated: Curated) -> Iterator[Doubt]:
    """Persons of whom only a part of the name is known."""
    full_names = find_full_names(groups)
    for key in sorted(groups):
        group = groups[key]
        if key.type != "Person" or not key.brief or is_kept(group, curated):
            continue
        likely = full_names.get(fold(group.name).rpartition(" ")[2], ())
        persons = [other for other in likely if is_short_for(group.name, groups[other].name)]
        open_ = [other for other in persons if frozenset((key, other)) not in curated.apart]
        own = refer_to(key, groups, curated, here=True)
        answers = [
            Answer(f"It is {groups[other].name}", write_entry({"merge": [refer_to(other, groups, curated), own]}))
            for other in open_[:MOST_PERSONS]
        ]
        answers.append(Answer("Somebody else, known by this name only", write_entry({"keep": own})))
        if not open_:
            answers.append(Answer("It is no name", write_entry({"hide": own})))
        yield Doubt("short name", f"Who is {group.name}?", places_of(group), tuple(answers), briefs_of(group))


def ask_names(groups: Mapping[Key, Group], curated: Curated) -> Iterator[Doubt]:
    """Words that may be no name."""
    for key in sorted(groups):
        group = groups[key]
        why = None if is_kept(group, curated) else doubt_name(group)
        if why is None or (key.type == "Person" and key.brief):
            continue
        own = refer_to(key, groups, curated)
        answers = (
            Answer(f"It is the name of {article(key)}", write_entry({"keep": own})),
            Answer("It is no name, or not one to show", write_entry({"hide": own})),
        )
        yield Doubt("name", f"{group.name}: a name? {why}.", places_of(group), answers, briefs_of(group))


def article(key: Key) -> str:
    """The type with its article."""
    return f"{'an' if key.type in ('Organization', 'Event') else 'a'} {NOUNS[key.type]}"


def ask_speakers(analysis: Analysis, groups: Mapping[Key, Group], curated: Curated) -> Iterator[Doubt]:
    """Quotations of a clause or more of which nobody knows who speaks."""
    asked = set()
    for said in analysis.quotations:
        words = cut(fold_line(said.span.of(analysis.document.text)))
        is_known = said.speaker or said.by_editor or said.kind != "direct"
        if is_known or words in asked or not words:
            continue
        asked.add(words)
        entry = {"quotation": words, "brief": analysis.document.id}
        answers = tuple(
            Answer(f"{groups[key].name} says it", write_entry({"speaker": refer_to(key, groups, curated), **entry}))
            for key in islice(near(analysis, said, groups, curated), MOST_PERSONS)
        )
        unknown = Answer("The source does not tell", write_entry({"speaker": UNKNOWN, **entry}))
        place = Evidence(analysis.document.id, said.span)
        yield Doubt("speaker", f"Who says “{words}”?", (place,), (*answers, unknown), 1)


def near(analysis: Analysis, said: Quotation, groups: Mapping[Key, Group], curated: Curated) -> Iterator[Key]:
    """The persons and organizations named nearest to a quotation, persons first."""
    around = Spans(analysis.mentions).around(said.span.start, NEAR_MENTIONS)
    ordered = sorted(around, key=lambda m: (m.type != "Person", abs(m.span.start - said.span.start)))
    keys = (
        curated.namings[analysis.document.id, m.entity].key for m in ordered if m.type in ("Person", "Organization")
    )
    return (key for key in dict.fromkeys(keys) if key in groups)


def ask_dates(analysis: Analysis) -> Iterator[Doubt]:
    """Dates that are written and could not be placed."""
    asked, sentences = set(), Spans(analysis.sentences)
    for date in analysis.dates:
        if date.status == "open" and date.rule != LEFT_OPEN:
            doubt = ask_date(analysis, date, sentence_of(sentences, date.span))
            if doubt.answers[0].yaml not in asked:
                asked.add(doubt.answers[0].yaml)
                yield doubt


def ask_date(analysis: Analysis, date: DateMention, sentence: Span) -> Doubt:
    """The question what day some words mean."""
    text, published = analysis.document.text, analysis.metadata.published.value
    words = fold_line(date.span.of(text))
    entry = {"date": words, "brief": analysis.document.id, "sentence": cut(fold_line(sentence.of(text)))}
    answers = [
        Answer("The source does not tell; or write the day in place of 'open'", write_entry({**entry, "value": "open"}))
    ]
    if published and date.rule in (IN_SPEECH, NOWADAYS):
        # "Today" may be that day; "July 11" and "Saturday" say themselves which they are.
        label = f"It is {published}, the date of publication; or write another in its place"
        answers.append(Answer(label, write_entry({**entry, "value": published})))
    place = Evidence(analysis.document.id, date.span)
    return Doubt("date", f"When is “{words}”? {date.rule[:1].upper()}{date.rule[1:]}.", (place,), tuple(answers), 1)


def cut(words: str) -> str:
    """The beginning of words that are long, with an ellipsis."""
    return words if len(words) <= WORDS_SHOWN else f"{words[:WORDS_SHOWN].rstrip()} …"
