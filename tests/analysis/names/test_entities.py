"""Entities within one document: what is shown to be one is one, the rest stays apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.found import entities

TOGETHER = {
    "surname": ("Laura Kemp spoke. Kemp left.", "Laura Kemp", ["Kemp"]),
    "middle initial": ("Laura Kemp spoke. Then Laura B. Kemp and Kemp left.", "Laura Kemp", ["Laura B. Kemp", "Kemp"]),
    "surname first, full name later": ("It was up to Ortega. James Ortega agreed.", "James Ortega", ["Ortega"]),
    "acronym after the long form": (
        "The Council of Baltic Ports (CBP) met. CBP ships wait.",
        "Council of Baltic Ports",
        ["CBP"],
    ),
    "acronym before the long form": (
        "The CBP (Council of Baltic Ports) met.",
        "Council of Baltic Ports",
        ["CBP"],
    ),
    "acronym inside the long form": (
        "The Organization for Trade and Growth (OTGA) in Africa met. The OTGA agreed.",
        "Organization for Trade and Growth (OTGA) in Africa",
        ["OTGA"],
    ),
    "spelling": (
        "The Organisation for Economic Co-operation met in Paris. The Organization for Economic Cooperation left.",
        "Organisation for Economic Co-operation",
        ["Organization for Economic Cooperation"],
    ),
    "order around a hyphen": (
        "The NATO-Peru Council met. The Peru-NATO Council ended. The NATO-Peru Council is new.",
        "NATO-Peru Council",
        ["Peru-NATO Council"],
    ),
    "a country's forms": ("The US and the U.S. are the United States.", "United States", ["US", "U.S."]),
    "without its country": (
        "The US Labor Department agreed. The Labor Department said so.",
        "US Labor Department",
        ["Labor Department"],
    ),
    "a company's legal form": (
        "Vestra Holdings Inc. grew. Vestra Holdings is old.",
        "Vestra Holdings Inc.",
        ["Vestra Holdings"],
    ),
    "a short form in brackets": (
        "The Institute of Volcanology and Seismology (Involcs) met. Involcs ships wait.",
        "Institute of Volcanology and Seismology",
        ["Involcs"],
    ),
    "a company's short form": (
        "Nissan Motor Co. made cars in 2010. Nissan, the carmaker, paid.",
        "Nissan Motor Co.",
        ["Nissan"],
    ),
}


@pytest.mark.parametrize("rule", TOGETHER)
def test_one_entity(rule: str) -> None:
    """The forms are one entity with the fullest form as its name, the others as aliases by first mention."""
    text, name, aliases = TOGETHER[rule]
    found = {entity.name: list(entity.aliases) for entity in entities(text)[0]}
    assert found.get(name) == aliases


APART = {
    "two companies that begin alike": (
        "Nissan Motor Co. met Nissan Steel Co. in May. Nissan, the carmaker, paid.",
        ["Nissan Motor Co.", "Nissan Steel Co.", "Nissan"],
    ),
    "a mother of nearly the same name": (
        "Laura Kemp sang. Her mother, Laura Morgan Kemp, wept.",
        ["Laura Kemp", "Laura Morgan Kemp"],
    ),
    "a couple by their titles": ("Mr. Kemp met Mrs. Kemp.", ["Kemp", "Kemp"]),
    "two of one surname": ("Laura Kemp met Peter Kemp. Then Kemp left.", ["Laura Kemp", "Peter Kemp", "Kemp"]),
    "two middle initials": (
        "Laura B. Kemp met Laura C. Kemp. Laura Kemp left.",
        ["Laura B. Kemp", "Laura C. Kemp", "Laura Kemp"],
    ),
    "two of one given name": (
        "Laura Kemp met Laura Ortega. Later Laura left.",
        ["Laura Kemp", "Laura Ortega", "Laura"],
    ),
    "two countries' banks": (
        "The Peru Central Bank wrote. The Chile Central Bank answered. The Central Bank waits.",
        ["Peru Central Bank", "Chile Central Bank", "Central Bank"],
    ),
    "an organization and its council": ("NATO met. The NATO Council left.", ["NATO", "NATO Council"]),
    "a part of a country": ("The UK and Scotland agreed.", ["UK", "Scotland"]),
}


@pytest.mark.parametrize("rule", APART)
def test_different_entities(rule: str) -> None:
    """What only might be the same stays apart."""
    text, names = APART[rule]
    assert [entity.name for entity in entities(text)[0]] == names


def test_ids_follow_the_first_mention() -> None:
    """Entities are numbered by first mention, and mentions are in order."""
    found, mentions = entities("Peru met Chile. Laura Kemp spoke in Peru.")
    assert [(e.id, e.name) for e in found] == [("e1", "Peru"), ("e2", "Chile"), ("e3", "Laura Kemp")]
    assert [m.entity for m in mentions] == ["e1", "e2", "e3", "e1"]


def test_boilerplate_has_no_names() -> None:
    """Names count in titles, captions and body; never in what was cut."""
    found, _ = entities("# Peru waits\n~ More on Chile\nLaura Kemp spoke.\n> Kemp in Brazil")
    assert [entity.name for entity in found] == ["Peru", "Laura Kemp", "Brazil"]


def test_the_commonest_full_form_is_a_persons_name() -> None:
    """Of a person's full forms the commonest is the name, whichever comes first."""
    found, _ = entities("Laura B. Kemp spoke. Laura Kemp sat. Laura Kemp left.")
    assert [(e.name, e.aliases) for e in found] == [("Laura Kemp", ("Laura B. Kemp",))]


PARTS = [
    "Laura Kemp",
    "Kemp",
    "Laura",
    "the US",
    "U.S.",
    "NATO",
    "(NATO)",
    "Bank of Peru",
    "Peru",
    "said.",
    "Mr.",
    "and",
    "in",
    "Peru-NATO Council",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25))
def test_mentions_and_entities_fit_together(parts: list[str]) -> None:
    """Each entity has mentions, each mention an entity of its type; names and aliases are forms that occur."""
    text = " ".join(parts)
    found, mentions = entities(text)
    by_id = {entity.id: entity for entity in found}
    assert [entity.id for entity in found] == [f"e{number}" for number in range(1, len(found) + 1)]
    assert {mention.entity for mention in mentions} == set(by_id)
    for mention in mentions:
        entity = by_id[mention.entity]
        assert mention.type == entity.type
        assert mention.span.of(text) in (entity.name, *entity.aliases)
    for entity in found:
        forms = {m.span.of(text) for m in mentions if m.entity == entity.id}
        assert forms == {entity.name, *entity.aliases}
    assert all(role.span.of(text) == role.title for entity in found for role in entity.roles)


def test_a_form_of_address_tells_two_of_one_surname_apart() -> None:
    """ "Mrs. Kemp" is the one of the Kemps whose given name only women bear; the bare surname stays open."""
    found = entities("Laura Kemp met Peter Kemp. Mrs. Kemp spoke. Mr. Kemp left. Kemp laughed.")[0]
    assert [(entity.name, list(entity.aliases)) for entity in found] == [
        ("Laura Kemp", ["Kemp"]),
        ("Peter Kemp", ["Kemp"]),
        ("Kemp", []),
    ]


def test_a_surname_and_a_town_are_two() -> None:
    """A surname that a town of the text bears too is two entities, each with its own mentions."""
    found, _ = entities("Denzel Washington spoke in Washington. Washington, 61, left Washington for Lima.")
    assert [(entity.type, entity.name, entity.aliases) for entity in found][:2] == [
        ("Person", "Denzel Washington", ("Washington",)),
        ("Place", "Washington", ()),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Health Ministry paid. The Ministry of Health is late.", [["Health Ministry", "Ministry of Health"]]),
        (
            "Kenya's Ministry of Health paid. The Health Ministry is late.",
            [["Ministry of Health", "Health Ministry"]],
        ),
        (
            "The Ministry of the Interior paid. The Interior Ministry is late, the Ministry of Interior said.",
            [["Ministry of the Interior", "Interior Ministry", "Ministry of Interior"]],
        ),
        (
            "Kenya's Ministry of Health paid. Peru's Ministry of Health did not.",
            [["Ministry of Health"], ["Ministry of Health"]],
        ),
        (
            "The Health Ministry paid. The Defense Ministry is late.",
            [["Health Ministry"], ["Defense Ministry"]],
        ),
    ],
)
def test_ministries(text: str, expected: list[list[str]]) -> None:
    """A ministry is one in all its forms; those of two countries or fields are two."""
    found, _ = entities(text)
    bodies = [sorted((entity.name, *entity.aliases)) for entity in found if entity.type == "Organization"]
    assert sorted(bodies) == sorted(map(sorted, expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He joined the Charlotte Hornets. The Hornets won; the Los Angeles Lakers lost.",
            [["Charlotte Hornets", "Hornets"], ["Los Angeles Lakers"]],
        ),
        (
            "The Chicago Bulls met the Leeds Bulls. The Bulls won.",
            [["Chicago Bulls"], ["Leeds Bulls"], ["Bulls"]],
        ),
        (
            "The United States Commission on Presidential Debates met on Friday. The CPD said that the debate was off.",
            [["United States Commission on Presidential Debates", "CPD"]],
        ),
        (
            "The United States Commission on Presidential Debates met on Friday. The FDA said that the debate was off.",
            [["United States Commission on Presidential Debates"], ["FDA"]],
        ),
    ],
)
def test_what_stands_before_a_body_may_be_left_out(text: str, expected: list[list[str]]) -> None:
    """A team goes without its town where it is the only one, an acronym without the country of its long form."""
    found, _ = entities(text)
    bodies = [sorted((entity.name, *entity.aliases)) for entity in found if entity.type == "Organization"]
    assert sorted(bodies) == sorted(map(sorted, expected))
