"""Whose a bare surname is, and who is not who in spite of one name."""

from generator.linking import link
from generator.model import Entity
from tests.linking.analyses import Names, make_analysis


def people(*analyses) -> list[Entity]:  # type: ignore[no-untyped-def]  # analyses as they come
    """The persons of a collection."""
    return [entity for entity in link(analyses).entities if entity.type == "Person"]


def test_same_role_makes_a_surname_its_person() -> None:
    """A bare surname with the same role of two words is the one person of that surname; the rule says so."""
    one = make_analysis(
        "a", "Foreign Minister Ann Bell left.", [("Person", "Ann Bell")], roles=[("Ann Bell", "Foreign Minister")]
    )
    two = make_analysis("b", "Foreign Minister Bell left.", [("Person", "Bell")], roles=[("Bell", "Foreign Minister")])
    (person,) = people(one, two)
    assert person.name == "Ann Bell"
    assert person.rule == "only person of that surname + same role (foreign minister)"
    assert not person.is_partial


def test_same_company_makes_a_surname_its_person() -> None:
    """So do two other names that few briefs have."""
    both: Names = [("Organization", "Acme Works"), ("Place", "Wexcombe")]
    one = make_analysis("a", "Ann Bell of Acme Works left Wexcombe.", [("Person", "Ann Bell"), *both])
    two = make_analysis("b", "Bell of Acme Works left Wexcombe.", [("Person", "Bell"), *both])
    (person,) = people(one, two)
    assert person.rule == "only person of that surname + named with acme works and wexcombe, as in a"


def test_surname_alone_is_nobody() -> None:
    """Without support, or with two persons of that surname, a bare surname stays a part of a name."""
    one = make_analysis("a", "Ann Bell left.", [("Person", "Ann Bell")])
    two = make_analysis("b", "Bell left.", [("Person", "Bell")])
    assert sorted((p.name, p.is_partial) for p in people(one, two)) == [("Ann Bell", False), ("Bell", True)]
    role: Names = [("Organization", "Acme Works"), ("Place", "Wexcombe")]
    one = make_analysis("a", "Ann Bell of Acme Works left Wexcombe.", [("Person", "Ann Bell"), *role])
    two = make_analysis("b", "Bell of Acme Works left Wexcombe.", [("Person", "Bell"), *role])
    three = make_analysis("c", "Bob Bell slept.", [("Person", "Bob Bell")])
    assert len(people(one, two, three)) == 3


def test_namesakes_stay_apart() -> None:
    """One full name with different roles and no other name in common is two persons; with one in common it is one."""
    one = make_analysis(
        "a",
        "The chemist Ann Bell left Leeds.",
        [("Person", "Ann Bell"), ("Place", "Leeds")],
        roles=[("Ann Bell", "chemist")],
    )
    two = make_analysis(
        "b",
        "The goalkeeper Ann Bell left Lyon.",
        [("Person", "Ann Bell"), ("Place", "Lyon")],
        roles=[("Ann Bell", "goalkeeper")],
    )
    assert len(people(one, two)) == 2
    three = make_analysis(
        "c", "Ann Bell left Leeds for Lyon.", [("Person", "Ann Bell"), ("Place", "Leeds"), ("Place", "Lyon")]
    )
    assert len(people(one, two, three)) == 1


def test_bodies_that_one_country_has_many_of_stay_apart() -> None:
    """An embassy, and a paper that is called the Post, are of their brief alone."""
    for name in ("United States Embassy", "Post"):
        briefs = [make_analysis(brief, f"The {name} wrote to {brief}.", [("Organization", name)]) for brief in "ab"]
        assert len(link(briefs).entities) == 2


def test_a_short_form_of_a_culture_is_its_person() -> None:
    """Who is called by the first word of the name, or by a surname of several words, is known by it elsewhere too."""
    for full, short in (
        ("Wang Xiuying", "Wang"),
        ("Faizal Osman", "Faizal"),
        ("Pham Minh Chinh", "Chinh"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Abdel Fattah al-Sisi", "el-Sisi"),
        ("Gabriel García Márquez", "García Márquez"),
        ("Nomsa Ndlela-Khoza", "Ndlela-Khoza"),
    ):
        one = make_analysis("a", f"Works Minister {full} left.", [("Person", full)], roles=[(full, "Works Minister")])
        two = make_analysis(
            "b", f"Works Minister {short} left.", [("Person", short)], roles=[(short, "Works Minister")]
        )
        (person,) = people(one, two)
        assert person.name == full


def test_the_wrong_part_of_a_name_is_nobody() -> None:
    """A father's name, a given name or half of a hyphenated surname proves nothing, whatever role it has."""
    for full, short in (
        ("Mohammed bin Salman", "Salman"),
        ("Faizal Osman", "Osman"),
        ("Jane Dorran", "Jane"),
        ("Duduzile Zuma-Sambudla", "Zuma"),
        ("Pham Minh Chinh", "Pham"),
        ("Ursula von der Leyen", "Leyen"),
    ):
        one = make_analysis("a", f"Works Minister {full} left.", [("Person", full)], roles=[(full, "Works Minister")])
        two = make_analysis(
            "b", f"Works Minister {short} left.", [("Person", short)], roles=[(short, "Works Minister")]
        )
        assert len(people(one, two)) == 2


def test_a_surname_with_its_particle_joins_no_briefs_alone() -> None:
    """ "al-Assad" of one brief is not that of another for its words alone."""
    for name in ("al-Assad", "bin Laden", "Ndlela-Khoza"):
        one = make_analysis("a", f"Yesterday {name} left.", [("Person", name)])
        two = make_analysis("b", f"Later {name} slept.", [("Person", name)])
        assert len(people(one, two)) == 2


def test_one_name_in_two_orders_and_spellings_is_one() -> None:
    """A Hungarian or Japanese name in either order, "el-" and "al-", initials with a space or without are one."""
    for one, other in (
        ("Orbán Viktor", "Viktor Orbán"),
        ("Abe Shinzo", "Shinzo Abe"),
        ("Abdel Fattah al-Sisi", "Abdel Fattah el-Sisi"),
        ("M.K. Stalin", "M. K. Stalin"),
        ("Lech Wałęsa", "Lech Walesa"),
    ):
        first = make_analysis("a", f"Yesterday {one} left.", [("Person", one)])
        second = make_analysis("b", f"Later {other} slept.", [("Person", other)])
        assert len(people(first, second)) == 1
