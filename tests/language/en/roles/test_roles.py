"""Roles are stated words, attached to the right person."""

import pytest

from tests.analysis.found import entities, roles

STATED = {
    "with of": ("US Secretary of Labor Tom Arden left.", {"Tom Arden": ["US Secretary of Labor"]}),
    "with for, commas and and": (
        "Deputy Assistant Secretary of Trade for Peru, Chile and Oceania Laura Kemp left.",
        {"Laura Kemp": ["Deputy Assistant Secretary of Trade for Peru, Chile and Oceania"]},
    ),
    "two people, one role each": (
        "It fell to Secretary of Trade Laura Kemp and Lt. Gen. Robert Kranz.",
        {"Laura Kemp": ["Secretary of Trade"], "Robert Kranz": ["Lt. Gen."]},
    ),
    "head in lower case": (
        "US Labor Department spokesperson Dan Prewitt left.",
        {"Dan Prewitt": ["US Labor Department spokesperson"]},
    ),
    "after an article": (
        "Yesterday, the Chilean Permanent Representative to the OSCE Ana Soto left.",
        {"Ana Soto": ["Chilean Permanent Representative to the OSCE"]},
    ),
    "an office before a name in commas": (
        "Governor opens clinic\n\nThe Commissioner for Health, Engr. Tunde Bakare, said the clinic cost much.",
        {"Tunde Bakare": ["Commissioner for Health"]},
    ),
    "a verb before a name": ("They failed to elect Jane Dorran mayor of Leeds.", {}),
    "elect behind an office": ("President-elect Ana Soto left.", {"Ana Soto": ["President-elect"]}),
    "former": ("They met former President Tom Arden.", {"Tom Arden": ["former President"]}),
    "apposition with its own name first": (
        "Jane Dorran, chief executive of the Bank of Peru, left.",
        {"Jane Dorran": ["chief executive of the Bank of Peru"]},
    ),
    "any words before the head, after an article": (
        "Tom Arden was an American jazz singer and songwriter.",
        {"Tom Arden": ["American jazz singer and songwriter"]},
    ),
    "after dates and an age": (
        "Tom Arden (1900 – 1980) was a painter. Laura Kemp, 45, a teacher, left.",
        {"Tom Arden": ["painter"], "Laura Kemp": ["teacher"]},
    ),
    "the same words once": (
        "President Tom Arden left. Later President Arden slept.",
        {"Tom Arden": ["President"]},
    ),
    "other words besides": (
        "US President Tom Arden left. President Arden slept.",
        {"Tom Arden": ["US President", "President"]},
    ),
}


@pytest.mark.parametrize("rule", STATED)
def test_stated_roles(rule: str) -> None:
    """A role is exactly what stands before the name, after a comma or after "is", in text order."""
    text, expected = STATED[rule]
    assert roles(text) == expected


NONE = [
    "Mr. Arden met Mrs. Kemp. His brother Tom Arden left.",
    "Tom Arden, the Queen left.",
    "Tom Arden, a cold, left him.",
    "The minister left. Tom Arden stayed.",
    "They met the mayor and Tom Arden.",
    "Tom Arden is ill.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_role_is_invented(text: str) -> None:
    """Forms of address, kinship, other people's titles and what is no title give no role."""
    assert roles(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Arden is not the mayor of Lima.",
        "Tom Arden would be president.",
        "Is Tom Arden the mayor of Lima?",
        "If Tom Arden is the mayor, they will go.",
        "Tom Arden denied that Jane Dorran was a spy.",
        "Tom Arden will become the minister of trade in June.",
    ],
)
def test_what_is_not_told_as_a_fact_is_no_role(text: str) -> None:
    """Denials, conditions, the future and questions state no role."""
    assert roles(text) == {}


PARSED = {
    "age in words": ("Tom Arden, a 14-year-old student, left.", {"Tom Arden": ["14-year-old student"]}),
    "two offices": (
        "Vestra president and CEO Jane Dorran left.",
        {"Jane Dorran": ["Vestra president and CEO"]},
    ),
    "a plural is said of each": (
        "They met senators Tom Arden and Jane Dorran.",
        {"Tom Arden": ["senators"], "Jane Dorran": ["senators"]},
    ),
    "of the nearest of two": (
        "Among the dead were Arden and Jane Dorran, the famed lawyer who led it.",
        {"Jane Dorran": ["famed lawyer"]},
    ),
    "of the nearer of two nouns": (
        "They chose a keeper upon a letter from her brother, King Tom Arden.",
        {"Tom Arden": ["King"]},
    ),
    "with a title between": (
        "We were shown round by the new mayor of Lima, Mayor Tom Arden.",
        {"Tom Arden": ["new mayor of Lima", "Mayor"]},
    ),
    "a title behind another role's of": (
        "It shows the painter of Queen Jane Dorran.",
        {"Jane Dorran": ["Queen"]},
    ),
    "of a person with a title": (
        "Jane Dorran, court painter of Queen Ana Soto, left.",
        {"Jane Dorran": ["court painter of Queen Ana Soto"], "Ana Soto": ["Queen"]},
    ),
    "an office before the title right before the name": (
        "She outran another harbor club member, veteran sculptor Tom Arden.",
        {"Tom Arden": ["harbor club member", "veteran sculptor"]},
    ),
    "a plural without its number": (
        "Two Liberal senators, Tom Arden and Jane Dorran, opposed it.",
        {"Tom Arden": ["Liberal senators"], "Jane Dorran": ["Liberal senators"]},
    ),
    "said of both subjects": (
        "Tom Arden and Jane Dorran are members of the council.",
        {"Tom Arden": ["members of the council"], "Jane Dorran": ["members of the council"]},
    ),
    "what else there is": (
        "They met officials, including former director Tom Arden.",
        {"Tom Arden": ["former director"]},
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARSED.values(), ids=PARSED.keys())
def test_the_parse_finds_roles(text: str, expected: dict[str, list[str]]) -> None:
    """Appositions in both orders, copulas, clauses with "who"; without articles and what says when."""
    assert roles(text) == expected


def test_kinship_and_address_are_kept_apart() -> None:
    """ "His brother" is a relation and "Mrs." a form of address; neither is a role."""
    found, _ = entities("His brother Tom Arden met Mrs. Kemp.")
    assert [(role.title, role.kind) for e in found for role in e.roles] == [
        ("His brother", "relation"),
        ("Mrs.", "address"),
    ]


def test_a_role_names_whose_it_is() -> None:
    """A role links the one organization or place that its words name."""
    found, _ = entities("Tom Arden, the governor of Nevada, met Jane Dorran, a lawyer.")
    names = {entity.id: entity.name for entity in found}
    assert [names.get(role.of or "") for e in found for role in e.roles] == ["Nevada", None]


def test_a_title_belongs_to_the_name_after_it() -> None:
    """A title between two people is the second one's."""
    assert roles("They asked Tom Arden, President Ana Soto said.") == {"Ana Soto": ["President"]}


def test_a_role_points_at_its_words() -> None:
    """The span of a role holds its title."""
    text = "There, Foreign Minister Ana Soto left."
    found, _ = entities(text)
    assert [role.span.of(text) for role in found[0].roles] == ["Foreign Minister"]


QUALIFIED = {
    "Tom Arden, formerly deputy administrator at the port, left.": "formerly deputy administrator at the port",
    "They met ex-President Tom Arden.": "ex-President",
    "Tom Arden, the late mayor of Lima, was honored.": "late mayor of Lima",
    "They met outgoing president Tom Arden.": "outgoing president",
}


@pytest.mark.parametrize(("text", "expected"), QUALIFIED.items())
def test_what_qualifies_a_role_stays_in_its_words(text: str, expected: str) -> None:
    """What is past, to come or in another's stead is never shown as a present role."""
    assert roles(text) == {"Tom Arden": [expected]}


def test_what_is_no_longer_so_is_no_role() -> None:
    """ "No longer the mayor" states no role."""
    assert roles("Tom Arden is no longer the mayor of Lima.") == {}


@pytest.mark.parametrize(
    "text",
    ["Jane Dorran became the first woman in the House.", "Two other contenders, Tom Arden and Jane Dorran, left."],
)
def test_a_rank_or_a_number_is_no_role(text: str) -> None:
    """Who is first, and of how many, is no role."""
    assert roles(text) == {}


WHOLE = {
    "The county's Police and Crime Commissioner Tom Arden left.": "Police and Crime Commissioner",
    "Additionally, businessman and Vestra loyalist Tom Arden left.": "businessman and Vestra loyalist",
    "The now-former governor Tom Arden left.": "now-former governor",
    "The prosecutor general of Lima, Tom Arden, left.": "prosecutor general of Lima",
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.items())
def test_a_role_has_all_its_words(text: str, expected: str) -> None:
    """A role begins and ends with the words that belong to it, and has both signs of a pair."""
    assert roles(text)["Tom Arden"] == [expected]


BARE = {
    "According to Nevada Senator Tom Arden, the plane is old.": "Nevada Senator",
    "Vestra professor Dr Tom Arden left.": "Vestra professor",
}


@pytest.mark.parametrize(("text", "expected"), BARE.items())
def test_what_leads_over_to_a_role_is_none_of_it(text: str, expected: str) -> None:
    """Verbs of speech, "according to" and a form of address behind the office stay outside."""
    assert roles(text)["Tom Arden"] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They told journalists Arden had left. Tom Arden is well.",
        "She had a part in a film by Tom Arden, The Man Who Slept.",
        "Tom Arden was among eleven migrants who died.",
        "Jane Dorran was a true hero.",
        "Thanks came from port users, Tom Arden and Jane Dorran.",
        "They led him to an anti-Arden protest. Tom Arden is well.",
    ],
)
def test_what_only_looks_like_a_role_is_none(text: str) -> None:
    """A plural before one name, the title of a work and part of a word state no role."""
    assert roles(text) == {}


def test_words_right_before_the_next_name_are_its_title() -> None:
    """ "X, MP (Member of Parliament) Y" says nothing of X."""
    text = "They met Jane Dorran, Liberal MP (Member of Parliament) Tom Arden, and Ana Soto."
    assert roles(text) == {"Tom Arden": ["Liberal MP (Member of Parliament)"]}


def test_a_clause_behind_two_names_says_nothing_of_the_first() -> None:
    """In "X, the son of Y, who served as president" X is no president."""
    assert "Tom Arden" not in roles("He met Tom Arden, the son of Joe Biller, who served as president.")


def test_a_name_that_begins_a_clause_has_no_title_of_the_person_before() -> None:
    """In "X, a fundraiser Y appointed" Y is no fundraiser."""
    assert "Jane Kemp" not in roles("Tom Arden, a party fundraiser Jane Kemp appointed to the post, left.")


def test_what_is_said_of_some_of_a_list_is_not_said_of_all() -> None:
    """A plural before names ends where other words say what the next ones are."""
    text = "She has two brothers Tom and Piet Arden, and four sisters, Maud, Greta, Hanne, and Lotte Arden."
    found = {entity.name: [role.title for role in entity.roles] for entity in entities(text)[0]}
    assert all(
        "brothers" not in title for name in ("Maud", "Greta", "Hanne", "Lotte Arden") for title in found.get(name, [])
    )


UNTOLD = [
    "Neither Ann Poe nor Tom Arden is the mayor of Leeds.",
    "Tom Arden is not the mayor of Leeds.",
    "Tom Arden was never the mayor of Leeds.",
    "Tom Arden has never been the mayor of Leeds.",
    "Tom Arden is no longer the mayor of Leeds.",
    "Tom Arden, who never became mayor of Leeds, left.",
    "Tom Arden, not the mayor of Leeds, spoke.",
    "Tom Arden would be mayor of Leeds if he won.",
    "Tom Arden could become mayor of Leeds.",
    "Tom Arden may become mayor of Leeds.",
    "Tom Arden will become mayor of Leeds.",
    "Tom Arden should be mayor of Leeds.",
    "Tom Arden was nearly elected mayor of Leeds.",
    "Tom Arden was almost elected mayor of Leeds.",
    "Tom Arden denied being mayor of Leeds.",
    "Tom Arden denied that he was mayor of Leeds.",
    "Tom Arden failed to become mayor of Leeds.",
    "Tom Arden refused to become mayor of Leeds.",
    "Tom Arden wants to become mayor of Leeds.",
    "Tom Arden hopes to be elected mayor of Leeds.",
    "Had Tom Arden been the mayor of Leeds, all would be well.",
    "If Tom Arden becomes mayor of Leeds, the port will close.",
    "It is unclear whether Tom Arden is the mayor of Leeds.",
    "Is Tom Arden the mayor of Leeds?",
    "Tom Arden is allegedly the leader of the gang.",
    "Tom Arden is said to be the leader of the gang.",
    "Tom Arden claimed that he was the mayor of Leeds.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_nobody_gets_a_role_from_what_is_no_fact(text: str) -> None:
    """Denied, possible, conditional, planned, asked or by hearsay: nobody gets a role from it."""
    assert roles(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Arden is the mayor of Leeds.",
        "Tom Arden, who did not attend, is the mayor of Leeds.",
        "Tom Arden did not attend and became mayor of Leeds.",
        "Tom Arden was not only the mayor of Leeds but a painter.",
        "Tom Arden was elected mayor of Leeds although nobody voted.",
        "Will Tom Arden, who is the mayor of Leeds, resign?",
    ],
)
def test_a_denial_of_another_clause_takes_no_role(text: str) -> None:
    """What is told as a fact stays, whatever else the sentence denies."""
    assert list(roles(text).values()) == [["mayor of Leeds"]]


def test_a_role_has_the_name_of_its_rule() -> None:
    """The rule that found a role is told with it, and the one that gave it to another or parted it."""
    found, _ = entities("Foreign Minister Sheikh Ali bin Hamad met Dr Tom Arden, who heads the ministry.")
    assert [(role.title, role.rule) for entity in found for role in entity.roles] == [
        ("Foreign Minister", "title before the name"),
        ("Sheikh", "rank behind the office"),
        ("Dr", "honorific"),
        ("heads the ministry", "who heads"),
    ]
