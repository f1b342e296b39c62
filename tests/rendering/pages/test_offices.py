"""Offices: roles that name one of one country or body stand together, and what does not say so stays apart."""

import dataclasses
from collections.abc import Mapping
from html import unescape

import pytest

from generator.model import (
    Brief,
    Entity,
    EntityType,
    Evidence,
    Library,
    LocalEntity,
    Mention,
    Page,
    Role,
    Span,
    StatedRole,
)
from generator.rendering import render
from generator.rendering.offices import find_offices, read_office
from generator.rendering.pages.overview.offices import ROWS
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of, find


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Russian Foreign Minister", ("foreign minister", "Russia")),
        ("the foreign minister of Russia", ("foreign minister", "Russia")),
        ("Russia's foreign minister", ("foreign minister", "Russia")),
        ("Russia’s Foreign Minister", ("foreign minister", "Russia")),
        ("deputy Russian foreign minister", ("deputy foreign minister", "Russia")),
        ("U.S. Deputy Secretary of State", ("deputy secretary of state", "United States")),
        ("President of the United States", ("president", "United States")),
        ("US President", ("president", "United States")),
        ("New Zealand Prime Minister", ("prime minister", "New Zealand")),
        ("Deputy Minister of Defence of Georgia", ("deputy minister of defence", "Georgia")),
        ("Russian ambassador to France", ("ambassador to france", "Russia")),
        ("acting president of Ukraine", ("acting president", "Ukraine")),
        ("Vice-President of Kenya", ("vice president", "Kenya")),
        ("current president of Kenya", ("president", "Kenya")),
        ("Minister of Health and Social Care of Kenya", ("minister of health and social care", "Kenya")),
    ],
)
def test_spellings_of_one_office_are_one(role: str, office: tuple[str, str]) -> None:
    """The office of a country, wherever its name or adjective stands."""
    assert read_office(role) == office


@pytest.mark.parametrize(
    "role",
    [
        "president",
        "foreign minister",
        "Russian journalist",
        "Russian general",
        "Kenyan minister",
        "Canadian ambassador",
        "ambassador to Russia",
        "former president of Kenya",
        "ex-president of Chile",
        "president-elect of Chile",
        "Chilean presidential candidate",
        "French president's wife",
        "wife of the president of France",
        "Russian President's envoy",
        "American president of the Football League",
        "President of the Supreme Court of Kenya",
        "foreign ministers of Kenya",
        "chairman of the board",
        "Kenyan president and prime minister",
        "formerly a deputy minister of health of Kenya",
        "mayor of Lowtown",
        "",
    ],
)
def test_what_does_not_name_one_office_of_one_country_is_none(role: str) -> None:
    """No country, several of a kind, another body, somebody near the office, or somebody who does not hold it."""
    assert read_office(role) is None


Stated = tuple[str, str, str | None, str | None]
"""A person, the role, what it is of, and the day of the brief."""


def collection(*stated: Stated, places: Mapping[str, EntityType] | None = None) -> Library:
    """A library in which a brief states each of these roles."""
    types: dict[str, EntityType] = {**(places or {}), **{person: "Person" for person, *_ in stated}}
    briefs, mentions, roles = [], dict[str, list[Evidence]](), dict[str, list[StatedRole]]()
    for number, (person, title, of, day) in enumerate(stated):
        base = analysis_of(f"b{number}", [("paragraph", [f"The {title} {person} spoke."])], date=day)
        text, id_ = base.document.text, f"b{number}"
        named = [(name, find(text, name)) for name in types if name in text]
        span = find(text, title)
        role = Role(title, span, of=f"e-{of}" if of else None)
        local = tuple(
            LocalEntity(f"e-{name}", types[name], name, (), (role,) if name == person else ()) for name, _ in named
        )
        found = tuple(Mention(where, types[name], f"e-{name}") for name, where in named)
        analysis = dataclasses.replace(base, entities=local, mentions=found)
        briefs.append(Brief(id_, analysis, tuple((f"e-{name}", slug(name)) for name, _ in named)))
        roles.setdefault(person, []).append(StatedRole(title, Evidence(id_, span)))
        for name, where in named:
            mentions.setdefault(name, []).append(Evidence(id_, where))
    entities = tuple(
        Entity(slug(name), types[name], name, (), tuple(roles.get(name, ())), tuple(places_))
        for name, places_ in sorted(mentions.items())
    )
    return Library(tuple(briefs), entities, ())


def slug(name: str) -> str:
    """The id of a name."""
    return name.lower().replace(" ", "-")


def shown(library: Library) -> dict[str, Page]:
    """The pages by path."""
    return {page.path: page for page in render(library, settings=SETTINGS, links="markdown")}


HELD = (
    ("Ann Poe", "Kenyan foreign minister", None, "2019-05-01"),
    ("Ann Poe", "foreign minister of Kenya", None, "2020-02-03"),
    ("Bo Ray", "Kenya's foreign minister", None, "2021-06-07"),
    ("Cy Lee", "former foreign minister of Kenya", None, "2021-06-08"),
    ("Di Fox", "foreign minister", None, "2021-06-09"),
)


def test_who_held_an_office_stands_in_the_order_of_what_is_told() -> None:
    """Each holder once with the first and last day that says so; not who held it formerly, nor of what is not said."""
    (office,) = find_offices(collection(*HELD))
    assert [(one.person, one.first, one.last) for one in office.holders] == [
        ("ann-poe", "2019-05-01", "2020-02-03"),
        ("bo-ray", "2021-06-07", "2021-06-07"),
    ]
    page = shown(collection(*HELD))["people/by-office.md"].markdown
    assert "1 office" in page and page.index("Ann Poe") < page.index("Bo Ray")
    assert "1 May 2019" in unescape(page) and "Cy Lee" not in page and "Di Fox" not in page
    assert page.count("#s1)") == 3


def test_an_office_of_a_body_is_known_by_the_name_in_the_role() -> None:
    """The body whose name stands in the words of the role; the same words of two bodies are two offices."""
    library = collection(
        ("Ann Poe", "chair of the River Board", "River Board", "2020-01-01"),
        ("Bo Ray", "River Board chair", "River Board", "2021-01-01"),
        ("Cy Lee", "chair of the Hill Board", "Hill Board", "2021-01-01"),
        places={"River Board": "Organization", "Hill Board": "Organization"},
    )
    found = {office.of: [holder.person for holder in office.holders] for office in find_offices(library)}
    assert found == {"Hill Board": ["cy-lee"], "River Board": ["ann-poe", "bo-ray"]}
    check_links(shown(library))


def test_a_country_and_a_person_show_their_offices() -> None:
    """The page of the country names the holders with their days; that of a person has one role with both spellings."""
    library = collection(
        *HELD,
        ("Ann Poe", "foreign minister of Kenya", None, "2020-02-04"),
        places={"Kenya": "Place"},
    )
    settings = dataclasses.replace(SETTINGS, entity_page_mentions=1)
    pages = {page.path: page for page in render(library, settings=settings, links="markdown")}
    country = unescape(pages["places/kenya.md"].markdown)
    assert "Offices, and who is named with them" in country and "[Ann Poe](../people/ann-poe.md)" in country
    person = unescape(pages["people/ann-poe.md"].markdown)
    roles = person.split("Roles as stated")[1].split("<h2")[0]
    assert roles.count('<bdi class="briefs-role">') == 1
    assert "foreign minister of Kenya</bdi>" in roles and "“<bdi>Kenyan foreign minister</bdi>”" in roles
    assert 'as stated <time datetime="2019-05-01">' in roles
    check_links(pages)


def test_the_list_of_offices_goes_on_over_pages() -> None:
    """No page without bound."""
    many = [
        (f"P{n} Q", f"Kenyan minister of {'abcdefghij'[n % 10]}{'klmnopqrstuvw'[n // 10]}", None, None)
        for n in range(2 * ROWS + 1)
    ]
    pages = shown(collection(*many))
    paths = [path for path, page in pages.items() if page.kind == "offices"]
    assert paths == ["people/by-office.md", "people/by-office/page-2.md", "people/by-office/page-3.md"]


def test_words_before_a_span_are_not_part_of_it() -> None:
    """A role states its office at its own words, which the way leads to."""
    (office,) = find_offices(collection(HELD[0]))
    (stated,) = office.holders[0].stated
    assert stated.evidence == Evidence("b0", Span(4, 4 + len("Kenyan foreign minister")))
