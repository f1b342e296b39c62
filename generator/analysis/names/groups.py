"""Which names of one document are one entity: a chain of rules joins the forms of a name. What only might be the same
stays apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.analysis.names.bodies import (
    join_acronyms,
    join_companies,
    join_ministries,
    join_organizations,
    join_teams,
)
from generator.analysis.names.forms import Forms, collect_forms
from generator.analysis.names.people import join_aliases, join_people, join_spellings
from generator.language.name import Name
from generator.language.people.short_forms import is_cut
from generator.language.wording import read_sentence
from generator.model import EntityType, Span
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
