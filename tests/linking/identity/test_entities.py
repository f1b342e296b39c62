"""Who is who across documents: by rules that can be told, never by likeness."""

import pytest

from generator.linking import link
from generator.linking.identity.forms import fold, is_generic, split_initials
from generator.model import Entity, EntityType, Evidence, Library
from tests.linking.analyses import make_analysis


def find(library: Library, name: str) -> list[Entity]:
    """All entities of this name."""
    return [entity for entity in library.entities if entity.name == name]


def briefs_of(entity: Entity) -> set[str]:
    """The briefs that mention the entity."""
    return {mention.brief for mention in entity.mentions}


def link_names(*names: tuple[EntityType, str]) -> Library:
    """One brief for each name, which it says once in each of its forms."""
    texts = [f"Seen: {' and '.join(forms.split('/'))} in number {at}." for at, (_, forms) in enumerate(names)]
    return link([make_analysis(f"b{at}", texts[at], [name]) for at, name in enumerate(names)])


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("Organization", "Harvest Organisation for Co-operation", "Harvest Organization for Cooperation"),
        ("Organization", "River Board (RB) of Ostrava", "River Board of Ostrava"),
        ("Person", "José Álvarez", "Jose Alvarez"),
        ("Person", "Mira Vale", "Mira T. Vale"),
        ("Person", "Anne-Lise Dahl", "Anne Lise Dahl"),
        ("Place", "US", "United States"),
        ("Organization", "U.S. Grain Office", "United States Grain Office"),
        ("Organization", "Fennel & Sons Ltd.", "Fennel and Sons"),
        ("Place", "U.K.", "United Kingdom"),
        ("Event", "Autumn Games", "AUTUMN GAMES"),
    ],
)
def test_one_entity(kind: EntityType, one: str, other: str) -> None:
    """Case, accents, hyphens, British or American spelling, a middle initial and a country's short form part nobody."""
    library = link_names((kind, one), (kind, other))
    assert [briefs_of(entity) for entity in library.entities] == [{"b0", "b1"}]
    assert library.entities[0].rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Person", "Mira Vale"), ("Person", "Mira Vail")),
        (("Person", "Vale"), ("Person", "Vale")),
        (("Person", "J. Vale"), ("Person", "J. Vale")),
        (("Person", "Mira Vale"), ("Person", "Vale")),
        (("Person", "Sterling"), ("Organization", "Sterling")),
        (("Organization", "Supreme Court"), ("Organization", "Supreme Court")),
        (("Organization", "Ministry of Health"), ("Organization", "Ministry of Health")),
        (("Place", "Ostrava"), ("Person", "Ostrava")),
        (("Place", "Georgia"), ("Place", "Georgia")),
    ],
)
def test_two_entities(one: tuple[EntityType, str], other: tuple[EntityType, str]) -> None:
    """Similar names, bare surnames, initials, names of different types and names that several have stay apart."""
    library = link_names(one, other)
    assert [briefs_of(entity) for entity in library.entities] in ([{"b0"}, {"b1"}], [{"b1"}, {"b0"}])
    assert {entity.rule for entity in library.entities} == {None}


def test_middle_initials_that_compete() -> None:
    """Two middle initials are two persons, and the form without one is held for neither."""
    library = link_names(("Person", "Tom A. Reed"), ("Person", "Tom B. Reed"), ("Person", "Tom Reed"))
    assert len(library.entities) == 3


def test_acronym_defined_once() -> None:
    """An acronym is the long form that one brief gives for it, and the rule names that brief."""
    library = link_names(
        ("Organization", "Northern Grain Exchange/NGE"), ("Organization", "NGE"), ("Organization", "NGE")
    )
    (entity,) = library.entities
    assert (entity.name, entity.aliases) == ("Northern Grain Exchange", ("NGE",))
    assert entity.rule == "acronym defined in b0"


def test_acronym_defined_twice() -> None:
    """An acronym with two long forms is neither of them, and not the same thing in two briefs that give none."""
    library = link_names(
        ("Organization", "Northern Grain Exchange/NGE"),
        ("Organization", "National Gas Enterprise/NGE"),
        ("Organization", "NGE"),
        ("Organization", "NGE"),
    )
    assert len(library.entities) == 4


def test_short_form_of_a_company() -> None:
    """A company that one brief calls by both names is the one that another calls by the short one."""
    library = link_names(("Organization", "Vestra Motor Co/Vestra"), ("Organization", "Vestra"))
    (entity,) = library.entities
    assert entity.rule == "short form used in b0"
    assert set(entity.aliases) | {entity.name} == {"Vestra Motor Co", "Vestra"}


def test_short_form_of_two_companies() -> None:
    """A short form that two companies have joins neither with a bare one; nor does one that no brief gives."""
    library = link_names(
        ("Organization", "Vestra Motors/Vestra"),
        ("Organization", "Vestra Steel Group/Vestra"),
        ("Organization", "Vestra"),
        ("Organization", "Vestra Industries"),
    )
    assert len(library.entities) == 4


def test_acronym_of_other_letters() -> None:
    """A short form defines an acronym only by its letters or by standing in brackets after the long form."""
    names: list[tuple[EntityType, str]] = [("Organization", "Gardeners Without Fences/JSC")]
    bare = make_analysis("a", "Gardeners Without Fences met. JSC agreed.", names)
    given = make_analysis("a", "Gardeners Without Fences (JSC) met.", names)
    other = make_analysis("b", "JSC spoke.", [("Organization", "JSC")])
    assert len(link([bare, other]).entities) == 2
    assert len(link([given, other]).entities) == 1


@pytest.mark.parametrize(
    ("names", "rule"),
    [
        ([("Place", "France"), ("Place", "France")], "same full name"),
        ([("Place", "US"), ("Place", "United States")], "the same country by the list of countries"),
        ([("Person", "Mira Vale"), ("Person", "Mira T. Vale")], "same full name, middle initial aside"),
        ([("Organization", "Grain Centre"), ("Organization", "Grain Center")], "same full name, spelling aside"),
    ],
)
def test_rule_says_what_was_needed(names: list[tuple[EntityType, str]], rule: str) -> None:
    """The rule names what made one of two names, and nothing more where the names are equal."""
    assert [entity.rule for entity in link_names(*names).entities] == [rule]


def test_name_is_most_frequent_full_form() -> None:
    """The name is the form found most often in full; of equals the longest, then the first by alphabet."""
    one = make_analysis("a", "Mira T. Vale spoke. Vale left. Vale slept.", [("Person", "Mira T. Vale/Vale")])
    two = make_analysis("b", "Mira Vale came. Mira Vale went.", [("Person", "Mira Vale")])
    (entity,) = link([one, two]).entities
    assert entity.name == "Mira Vale"
    assert entity.aliases == ("Vale", "Mira T. Vale")
    (alone,) = link([one]).entities
    assert alone.name == "Mira T. Vale"


def test_order_of_mentions_and_roles() -> None:
    """Mentions and roles: newest brief first, those without a date last, then by id and by place in the text."""
    text = "Warden Mira Vale spoke. Mira Vale left."
    people: list[tuple[EntityType, str]] = [("Person", "Mira Vale")]
    briefs = [
        make_analysis("d", text + " So d.", people, roles=[("Mira Vale", "Warden")]),
        make_analysis("c", text + " So c.", people, roles=[("Mira Vale", "Warden")], published="2020-01-02"),
        make_analysis("a", text + " So a.", people, published="2021-01-02"),
        make_analysis("b", text + " So b.", people, published="2021-01-02"),
    ]
    (entity,) = link(briefs).entities
    assert [mention.brief for mention in entity.mentions] == list("aabbccdd")
    assert all(one.span < two.span for one, two in zip(entity.mentions[::2], entity.mentions[1::2], strict=True))
    assert [role.evidence.brief for role in entity.roles] == ["c", "d"]
    assert entity.roles[0].evidence == Evidence("c", briefs[1].entities[0].roles[0].span)


def test_ids_are_unique_over_types() -> None:
    """Addresses are unique over all types, and a name of one brief leaves the plain address to the shared one."""
    library = link_names(("Place", "Sterling"), ("Person", "Sterling"), ("Organization", "Ash & Co"))
    assert {(entity.type, entity.id) for entity in library.entities} == {
        ("Place", "sterling"),
        ("Person", "sterling-in-b1"),
        ("Organization", "ash-co"),
    }


def test_pairs_cover_all_local_entities() -> None:
    """Each local entity points at its entity of the collection."""
    library = link([make_analysis("a", "Mira Vale met NGE.", [("Person", "Mira Vale"), ("Organization", "NGE")])])
    assert dict(library.briefs[0].entities) == {"e1": "mira-vale", "e2": "nge"}


def test_folding() -> None:
    """Names are compared without case, accents, a leading "the" and an acronym in brackets."""
    assert fold("The Wörld Bänk (WB)") == fold("world bank") == "world bank"
    assert fold("!!!") == "!!!"
    assert split_initials("Mira T. U. Vale") == ("mira vale", "t u")
    assert is_generic("High Court of Justice")
    assert not is_generic("High Court of Ostrava")


def link_ministries(*texts: str) -> list[set[str]]:
    """The briefs of each ministry, one brief a text that names one "Ministry of Health" or "Health Ministry"."""
    forms = [next(form for form in ("Ministry of Health", "Health Ministry") if form in text) for text in texts]
    found = link([make_analysis(f"b{at}", text, [("Organization", forms[at])]) for at, text in enumerate(texts)])
    return sorted((briefs_of(entity) for entity in found.entities), key=sorted)


def test_ministries_of_one_country_meet() -> None:
    """A ministry is one across briefs where both tell its country, in whichever form; else each brief has its own."""
    assert link_ministries("Kenya's Ministry of Health paid.", "The Kenyan Health Ministry paid.") == [{"b0", "b1"}]
    assert link_ministries("Kenya's Ministry of Health paid.", "Peru's Ministry of Health paid.") == [{"b0"}, {"b1"}]
    assert link_ministries("Kenya's Ministry of Health paid.", "The Health Ministry paid.") == [{"b0"}, {"b1"}]
    assert link_ministries("The Ministry of Health paid.", "Now the Ministry of Health left.") == [{"b0"}, {"b1"}]
