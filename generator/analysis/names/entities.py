"""Who and what a document names: the mentions, and for each the entity it stands for within the document.

A chain of rules joins the forms of a name; what only might be the same stays apart. Names of the curator's list are
found where nothing else sees them, with the type that the list gives; a name and its aliases are one entity. A listed
name replaces what it covers or cuts into; inside a longer name that was found it says nothing: "Bridge" in "Tower
Bridge".
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.analysis.names.short_forms import (
    Forms,
    collect_forms,
    join_acronyms,
    join_aliases,
    join_companies,
    join_ministries,
    join_organizations,
    join_people,
    join_spellings,
    join_teams,
)
from generator.analysis.speech import leave_out_labels
from generator.curation import Word, find_words
from generator.language.packs import Name, pack_for
from generator.language.people.short_forms import is_cut
from generator.language.wording import read_sentence
from generator.model import NAMED_KINDS, Document, EntityType, LocalEntity, Mention, Span
from generator.text.groups import Groups
from generator.text.rules import Chain, Rule

Join = Callable[[Forms], Iterable[tuple[int, int]]]
"""Pairs of forms, by index, that name one."""


class Group(NamedTuple):
    """The mentions of one entity, in order."""

    type: EntityType
    names: tuple[Name, ...]


def join_events(found: Forms) -> Iterator[tuple[int, int]]:
    """The last word of an event's name with the whole: "Iona" with "Hurricane Iona"."""
    forms = found.forms
    single = {form.key: index for index, form in enumerate(forms) if form.type == "Event" and " " not in form.key}
    for index, form in enumerate(forms):
        last = form.key.rpartition(" ")[2]
        if form.type == "Event" and " " in form.key and last in single:
            yield single[last], index


def find_joined(rule: Rule[Join], sentence: str) -> Iterator[Span]:
    """The names of a sentence that a rule joins to another, and those others; names are marked as in `steps.py`."""
    text, names, places = read_sentence(sentence)
    found = Forms(text, names, collect_forms(text, names), {})
    for earlier in JOINS:
        if earlier is rule:
            break
        found = found._replace(same={**found.same, **dict(earlier.find(found))})
    for index in {index for pair in rule.find(found) for index in pair}:
        for name in found.forms[index].names:
            yield Span(places[name.span.start], places[name.span.end - 1] + 1)


JOINS: Chain[Join] = Chain(
    "forms of one name",
    (
        Rule(
            "another order or spelling",
            join_spellings,
            yes=(
                "<P |Orbán Viktor|> spoke. <P |Viktor Orbán|> said no.",
                "<P |Abdel Fattah el-Sisi|> spoke. <P |Abdel Fattah al-Sisi|> left.",
            ),
            no=("<P Laura Kemp> met <P Kemp Laura>.", "<O Orbán Viktor> met <O Viktor Orbán>."),
        ),
        Rule(
            "another name of a person",
            join_aliases,
            yes=(
                "<P |Wang Xiuying|>, who is also known as <P |Wang Lili|>, left.",
                "<P |Tom Arden|>, better known as <P |Lil Dorro|>, was jailed.",
                "<P |Jane Dorran|> (née <P |Poe|>) left.",
            ),
            no=(
                "<P Tom Arden>, formerly <P Jane Dorran>'s driver, said no.",
                "<P Ali Reza> called <P Tom Arden>.",
                "<P Jane Dorran> (née <P Poe>) met <P Tom Poe>.",
                "<O Vestra>, also known as <O Vest>, fell.",
            ),
        ),
        Rule(
            "short form of a person",
            join_people,
            yes=(
                "<P |Laura Kemp|> spoke. <P |Kemp|> left.",
                "<P |Pham Minh Chinh|> spoke. <P |Chinh|> left.",
                "<P |Laura Kemp|> spoke, and <P |Laura B. Kemp|> left.",
                "<P |Laura Kemp|> met <P Peter Kemp>. Mrs. <P |Kemp|> spoke.",
            ),
            no=(
                "<P Laura Kemp> met <P Peter Kemp>. Then <P Kemp> left.",
                "<P Laura Kemp> sang. Her mother, <P Laura Morgan Kemp>, wept.",
                "<P Mahamat Idriss Déby> took over when <P Idriss Déby> died.",
                "<P Nicolás Maduro Guerra>, son of <P Nicolás Maduro>, spoke.",
                "<P Laura Kemp> spoke. <O Kemp> left.",
            ),
        ),
        Rule(
            "acronym",
            join_acronyms,
            yes=(
                "The <O |Council of Baltic Ports|> (<O |CBP|>) met.",
                "The <O |CBP|> (<O |Council of Baltic Ports|>) met.",
                "The <O |Council of Baltic Ports|> met. <O |CBP|> ships wait.",
                "The <O |Trade Union (OTGA) in Africa|> met. The <O |OTGA|> agreed.",
                "The <O |Institute of Volcanology|> (<O |Involc|>) met.",
                "The <O |United States Commission on Debates in May|> met. The <O |CDM|> left.",
            ),
            no=(
                "The <O Council of Baltic Ports> met. <O FDA> ships wait.",
                "The <O Council of Baltic Ports> and the <O Court of Bern in Peru> met. <O CBP> ships wait.",
                "The <O Council of Baltic Ports> (<L CBP>) met.",
            ),
        ),
        Rule(
            "body without its country",
            join_organizations,
            yes=("The <O |US Labor Department|> agreed. The <O |Labor Department|> said so.",),
            no=(
                "The <O Peru Central Bank> wrote. The <O Chile Central Bank> answered. The <O Central Bank> waits.",
                "The <O US Bank> agreed. The <O Bank> said so.",
            ),
        ),
        Rule(
            "team without its town",
            join_teams,
            yes=("The <O |Chicago Bulls|> lost. The <O |Bulls|> won.",),
            no=(
                "The <O Chicago Bulls> met the <O London Bulls>. The <O Bulls> won.",
                "The <O Chicago Bull> lost. The <O Bull> won.",
            ),
        ),
        Rule(
            "short form of a company",
            join_companies,
            yes=("<O |Nissan Motor Co|> made cars. <O |Nissan|> paid.",),
            no=(
                "<O Nissan Motor Co> met <O Nissan Steel Co>. <O Nissan> paid.",
                "<O Nissan Foundation> paid. <O Nissan> left.",
                "<O Kenya Oil> paid. <O Kenya> left.",
            ),
        ),
        Rule(
            "ministry",
            join_ministries,
            yes=(
                "The <O |Health Ministry|> paid. The <O |Ministry of Health|> is late.",
                "Kenya's <O |Ministry of Health|> paid. The <O |Health Ministry|> is late.",
            ),
            no=(
                "Kenya's <O Ministry of Health> paid. Peru's <O Ministry of Health> did not.",
                "The <O Health Ministry> paid. The <O Defense Ministry> is late.",
            ),
        ),
        Rule(
            "last word of an event",
            join_events,
            yes=("<E |Hurricane Iona|> came. <E |Iona|> left.",),
            no=("<E Hurricane Iona> came. <P Iona> left.", "<E Hurricane Iona> came. <E Hurricane> over."),
        ),
    ),
    find_joined,
)
"""How forms are joined; a later rule knows what earlier ones joined."""


def group_names(text: str, names: Sequence[Name]) -> tuple[Group, ...]:
    """The names by entity, each group in order, the groups by first mention."""
    forms = collect_forms(text, names)
    found = Forms(text, names, forms, {})
    owners = Groups(range(len(forms)))
    for rule in JOINS:
        pairs = tuple(rule.find(found))
        found = found._replace(same={**found.same, **dict(pairs)})
        for left, right in pairs:
            owners.join(left, right)
    made = [
        Group(forms[joined[0]].type, tuple(sorted(name for index in joined for name in forms[index].names)))
        for joined in owners
    ]
    return tuple(sorted(made, key=lambda group: group.names[0].span))


def choose_name(forms: Sequence[str], kind: EntityType) -> str:
    """The form that stands for the entity, out of all forms in order of mention.

    Of a person the commonest of two words or more, else the commonest, but never one that leaves out the first name or
    a part of a compound surname that a fuller one has. Of anything else the longest by words, among those the
    commonest. The first of equals.
    """
    counts = Counter(forms)
    order = {form: place for place, form in reversed(list(enumerate(forms)))}
    if kind == "Person":
        best = min(counts, key=lambda form: (" " not in form, -counts[form], order[form]))
        fuller = [form for form in counts if is_cut(best, form)]
        return min(fuller, key=lambda form: (-len(form.split()), order[form]), default=best)
    return min(counts, key=lambda form: (-len(form.split()), -counts[form], order[form]))


Listed = dict[Span, int]
"""Where a listed name stands, and its index in the list."""
CURATED = "curator's list"
"""The rule of such a name."""


def add_listed(
    text: str, spans: Sequence[Span], names: Sequence[Name], words: Sequence[Word]
) -> tuple[tuple[Name, ...], Listed]:
    """The names with the listed ones among them, in order, and which those are."""
    kept: Listed = {}
    longer = iter(sorted(name.span for name in names))
    current = next(longer, None)
    for found in find_words(text, spans, words):
        while current and current.end <= found.span.start:
            current = next(longer, None)
        if not current or not current.holds(found.span) or current == found.span:
            kept[found.span] = found.word
    if not kept:
        return tuple(names), kept
    listed = sorted(kept)
    at, others = 0, []
    for name in names:
        while at < len(listed) and listed[at].end <= name.span.start:
            at += 1
        if at == len(listed) or not listed[at].overlaps(name.span):
            others.append(name)
    return tuple(sorted([*others, *(Name(span, words[word].type, CURATED) for span, word in kept.items())])), kept


def join_listed(groups: Sequence[Group], listed: Listed, words: Sequence[Word]) -> tuple[Group, ...]:
    """The groups, those of one entry of the list made one, with its type; in order of first mention."""
    if not listed:
        return tuple(groups)
    joined: dict[int, list[Name]] = {}
    others = []
    for group in groups:
        word = next((listed[name.span] for name in group.names if name.span in listed), None)
        if word is None:
            others.append(group)
        else:
            joined.setdefault(word, []).extend(group.names)
    made = [
        Group(words[word].type, tuple(sorted(name._replace(type=words[word].type) for name in found)))
        for word, found in joined.items()
    ]
    return tuple(sorted([*others, *made], key=lambda group: group.names[0].span))


def find_entities(
    document: Document, sentences: Sequence[Span], language: str, words: Sequence[Word] = ()
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities, numbered by first mention, and all mentions in order.

    Names are looked for in every block of a kind that bears names; two mentions are one entity only where the text
    shows it: a short form, a defined acronym, another spelling. A name has one type within a document. `words` are
    those that the curator lists. Their roles are a step of their own (`add_roles`).
    """
    spans = list_named(document)
    found = pack_for(language).find_names(document.text, spans)
    named = leave_out_labels(document, found)
    names, listed = add_listed(document.text, spans, named, words)
    groups = join_listed(group_names(document.text, names), listed, words)
    mentions = tuple(
        sorted(
            (
                Mention(name.span, group.type, f"e{n}", name.rule)
                for n, group in enumerate(groups, 1)
                for name in group.names
            ),
            key=lambda mention: mention.span,
        )
    )
    entities = tuple(make_entity(f"e{n}", document.text, group) for n, group in enumerate(groups, 1))
    return entities, mentions


def add_roles(
    document: Document, entities: Sequence[LocalEntity], mentions: Sequence[Mention], language: str
) -> tuple[LocalEntity, ...]:
    """The entities with the roles that the text gives them."""
    roles = pack_for(language).find_roles(document.text, list_named(document), mentions)
    return tuple(replace(entity, roles=roles.get(entity.id, ())) for entity in entities)


def list_named(document: Document) -> list[Span]:
    """The blocks in which names are looked for."""
    return [block.span for block in document.blocks if block.kind in NAMED_KINDS]


def make_entity(identity: str, text: str, group: Group) -> LocalEntity:
    """The entity of these mentions, with the name that stands for it and its other forms."""
    forms = [name.span.of(text) for name in group.names]
    name = choose_name(forms, group.type)
    aliases = tuple(dict.fromkeys(form for form in forms if form != name))
    return LocalEntity(identity, group.type, name, aliases)
