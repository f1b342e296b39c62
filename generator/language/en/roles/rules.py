"""Who is told to be what: every way in which a text states a role, in the order in which they are asked.

What the words around a name say comes first, then what the parse ties to it. Of roles that overlap, one counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language.en.persons import is_plural_person
from generator.language.en.roles.by_parse import (
    beside,
    by_noun,
    find_leading,
    of_joined_subjects,
    of_several,
    over_name,
    participles,
    predicates,
    relatives,
    titles,
    turned,
)
from generator.language.en.roles.by_words import (
    find_office,
    find_stated_apposition,
    find_stated_copula,
    find_stated_relative,
    find_title,
)
from generator.language.en.roles.stated import Finder, Scene, Stated, try_scene
from generator.model import Role, RoleForm, Span
from generator.text.rules import Chain, Rule

ORDER: Sequence[RoleForm] = ("title", "apposition", "relative", "copula")
"""Whose words they are where two people could claim them: whose name stands nearest."""


def list_stated(scene: Scene, rules: Sequence[Rule[Finder]]) -> Iterator[Stated]:
    """What each person is told to be, by some rules; one of those that overlap."""
    return settle([stated for rule in rules for stated in tell(scene, rule)])


def tell(scene: Scene, rule: Rule[Finder]) -> Iterator[Stated]:
    """What one rule finds of all people, with its name."""
    for person in scene.people:
        for stated in rule.find(scene, person):
            yield stated._replace(role=replace(stated.role, rule=rule.name))


def settle(stated: Sequence[Stated]) -> Iterator[Stated]:
    """What is stated in order of text. Of words that overlap, the longest of one person count; of two people only the
    plural is both one's, anything else his whose name is nearest."""
    kept: list[Stated] = []
    for one in sorted(stated, key=lambda one: (one.role.span, ORDER.index(one.role.form))):
        while kept and kept[-1].role.span.overlaps(one.role.span):
            better = choose(kept[-1], one)
            if better is None:
                break
            one = better
            kept.pop()
        kept.append(one)
    return iter(kept)


def choose(last: Stated, one: Stated) -> Stated | None:
    """Which of two roles that overlap counts; None where both do."""
    if is_named_inside(one, last.role.span):
        return None
    if last.entity == one.entity:
        return max(last, one, key=lambda each: each.role.span.end - each.role.span.start)
    if is_shared(one.role) and is_shared(last.role):
        return None
    return min(last, one, key=lambda each: ORDER.index(each.role.form))


def is_named_inside(stated: Stated, span: Span) -> bool:
    """Whether a title and its name are part of another's role: "King Tom" in "painter of King Tom"."""
    return stated.role.form == "title" and span.holds(stated.role.span) and span.holds(stated.name)


def is_shared(role: Role) -> bool:
    """Whether a role is said of several people at once: "senators"."""
    return any(is_plural_person(word) for word in role.title.split())


def try_finder(rule: Rule[Finder], text: str) -> Iterator[Span]:
    """The words that a rule finds by itself."""
    return (stated.role.span for stated in list_stated(try_scene(text), (rule,)))


ROLES: Chain[Finder] = Chain(
    "roles",
    (
        Rule(
            "title before the name",
            find_title,
            yes=(
                "|Peruvian Foreign Minister| Ana Soto left.",
                "|US Secretary of Labor| Tom Arden met |Lt. Gen.| Robert Kranz.",
                "She met |Under Secretary for Arms Control and Regional Security| Nora Lind.",
                "It went to |Deputy Assistant Secretary of Trade for Peru, Chile and Oceania| Laura Kemp.",
                "The |US Labor Department spokesperson| Dan Prewitt left.",
            ),
            no=(
                "Mr. Arden met his brother Tom Arden.",
                "They failed to elect Jane Dorran mayor of Leeds.",
                "They met the mayor and Tom Arden.",
                "The minister left. Tom Arden stayed.",
            ),
        ),
        Rule(
            "apposition behind the name",
            find_stated_apposition,
            yes=(
                "Ana Soto, |Chilean Representative to the Organisation for Ports and Ships (OPS)| underlined it.",
                "Jane Dorran, the |head of Vestra|, left.",
                "Laura Kemp, 45, a |teacher|, left.",
            ),
            no=("Tom Arden, the Queen left.", "Tom Arden, a cold, left him.", "They asked Tom Arden, Queen Ana Soto."),
        ),
        Rule(
            "who is",
            find_stated_relative,
            yes=("Tom Arden, who was the |governor of Nevada|, left.",),
            no=("Tom Arden, who was never the governor of Nevada, left.", "Tom Arden, who was ill, left."),
        ),
        Rule(
            "is, was or became",
            find_stated_copula,
            yes=(
                "Tom Arden is the |mayor of Lima|.",
                "Tom Arden (1900 – 1980) was a |painter|.",
                "Jane Dorran was an |American jazz singer and songwriter|.",
            ),
            no=(
                "Tom Arden is ill.",
                "Tom Arden is not the mayor of Lima.",
                "If Tom Arden is the mayor, they will go.",
                "Is Tom Arden the mayor of Lima?",
            ),
        ),
        Rule(
            "noun that hangs on the name",
            by_noun(titles),
            yes=("|His father| Tom Arden left.", "We spoke with |veteran sculptor| Tom Arden."),
            no=("The minister left. Tom Arden stayed.", "They met the mayor and Tom Arden."),
        ),
        Rule(
            "noun that the name hangs on",
            by_noun(over_name),
            yes=(
                "The |company's president|, Jane Dorran, left.",
                "|Company founder and captain of the team|, Tom Arden, said so.",
                "It went to the |main founder| (Tom Arden) in May.",
                "We were shown round by the |new mayor of Lima|, Mayor Tom Arden.",
            ),
            no=(
                "Among those who came were users, producer Tom Arden and Jane Dorran.",
                "The port, Tom Arden said, is old.",
            ),
        ),
        Rule(
            "plural before several names",
            by_noun(of_several),
            yes=("They met |senators| Tom Arden and Jane Dorran.",),
            no=("They met senator Tom Arden and Jane Dorran.",),
        ),
        Rule(
            "noun behind the name",
            by_noun(beside),
            yes=(
                "Among the dead were Piet Kemp and Jane Dorran, the |famed lawyer| who led it.",
                "It was denied by Jane Dorran, |Arden's lawyer|.",
                "Tom Arden, 45, a |baker from Leeds|, left.",
            ),
            no=(
                "Tom Arden, not the mayor of Leeds, spoke.",
                "It was denied by Jane Dorran, a rare thing.",
                "Tom Arden, the Queen left.",
            ),
        ),
        Rule(
            "predicate of the name",
            by_noun(predicates),
            yes=(
                "Tom Arden became |chairman of the party| in 2012.",
                "Jane Dorran served as |governor of Nevada|.",
                "Tom Arden was elected |mayor of Lima|.",
                "Tom Arden did not attend and became |mayor of Leeds|.",
            ),
            no=(
                "Tom Arden could become chairman of the party.",
                "Tom Arden was nearly elected mayor of Lima.",
                "Tom Arden wants to become mayor of Leeds.",
                "Tom Arden claimed that he was the mayor of Leeds.",
                "Tom Arden met the governor of Nevada.",
            ),
        ),
        Rule(
            "said of joined subjects",
            by_noun(of_joined_subjects),
            yes=("Tom Arden and Jane Dorran are |members of the council|.",),
            no=("Neither Tom Arden nor Jane Dorran are members of the council.", "Tom Arden and Jane Dorran are ill."),
        ),
        Rule(
            "role first",
            by_noun(turned),
            yes=("The |president of the club| is Tom Arden.",),
            no=("The president of the club is not Tom Arden.", "A president of the club is Tom Arden."),
        ),
        Rule(
            "participle on the name",
            by_noun(participles),
            yes=("Tom Arden, elected |mayor of Lima| in May, left.",),
            no=("Tom Arden, seen by the mayor of Lima in May, left.",),
        ),
        Rule(
            "clause with who",
            by_noun(relatives),
            yes=("Jane Dorran, who served as |governor of Nevada|, left.",),
            no=("Tom Arden, who never became mayor of Leeds, left.", "Jane Dorran, who served in Nevada, left."),
        ),
        Rule(
            "who heads",
            find_leading,
            yes=("Jane Dorran, who |heads the ministry|, left.",),
            no=("Jane Dorran, who left the ministry, is ill.", "Jane Dorran, who may head the ministry, left."),
        ),
        Rule(
            "office in capitals",
            find_office,
            yes=(
                "The |Inspector-General of Police|, Tom Arden, denied it.",
                "The |Permanent Secretary, Ministry of Works|, Kofi Antwi, spoke.",
            ),
            no=(
                "He met the Governor of Lagos, Tom Arden, and Jane Dorran.",
                "The Bank of Vestra, Tom Arden, said, was small.",
                "The mayor, Tom Arden, spoke.",
            ),
        ),
    ),
    try_finder,
)
