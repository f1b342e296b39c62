"""The page of places on a map: what is on it, what is not, and why."""

from dataclasses import replace

import pytest

from generator.model import Entity, Library, PlaceReference
from generator.rendering import render
from generator.rendering.catalog import make_catalog
from generator.rendering.pages.pictures.places import MapView, view_map
from tests.rendering.shelf import SETTINGS, full_library


def atlas(name: str, latitude: float, longitude: float, kind: str = "city") -> PlaceReference:
    return PlaceReference(name, kind, "Kenya", "KE", "Africa", latitude, longitude, 9, 1, "one")  # type: ignore[arg-type]


NAIROBI = atlas("Nairobi", -1.28, 36.82, "capital")


def library_of(*places: Entity) -> Library:
    library = full_library()
    kept = tuple(entity for entity in library.entities if entity.type != "Place")
    return replace(
        library, entities=tuple(sorted((*kept, *places), key=lambda entity: entity.id)), events=(), themes=()
    )


def place(
    name: str, reference: PlaceReference | None = None, briefs: tuple[str, ...] = ("one",), **more: object
) -> Entity:
    """A place whose mentions stand where the briefs of the shelf have theirs."""
    library = full_library()
    (known,) = (entity for entity in library.entities if entity.type == "Place")
    mentions = tuple(mention for mention in known.mentions if mention.brief in briefs)
    id_ = "the-place" if name == "Lowtown" else name.lower().replace(" ", "-")
    return replace(known, id=id_, name=name, mentions=mentions, reference=reference, **more)  # type: ignore[arg-type]


def view(*places: Entity, style: str = "file") -> MapView:
    kept = place("Lowtown")
    return view_map(make_catalog(library_of(kept, *places), SETTINGS, style))  # type: ignore[arg-type]


def test_a_place_that_is_known_is_on_the_map() -> None:
    """Its mark leads to its page and says what it is and how many briefs name it."""
    shown = view(place("Nairobi", NAIROBI, ("one", "two")))
    assert shown.count == "1 place"
    assert "capital of Kenya: 2</title>" in str(shown.picture)
    assert 'href="places/' in str(shown.picture)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Georgia", "uncertain"),
        ("Paris", "uncertain"),
        ("Springfield", "uncertain"),
        ("Lowtown", "unknown"),
        ("Texas", "unknown"),
    ],
)
def test_a_place_that_is_not_certain_is_listed(name: str, group: str) -> None:
    """No pin is put where the sources do not say which place is meant: a wrong one is worse than none."""
    shown = view(*([place(name)] if name != "Lowtown" else []))
    assert shown.picture is None
    found = {link.text: missing.anchor for missing in shown.missing for link in missing.places.rows}
    assert found[name] == group


def test_a_capital_that_stands_for_its_government_is_no_place_there() -> None:
    """Briefs that only name the government do not make its mark larger; where all do, it is listed."""
    both = place("Nairobi", NAIROBI, ("one", "two"))
    once = replace(both, metonyms=both.mentions[:1])
    assert "capital of Kenya: 1</title>" in str(view(once).picture)
    shown = view(replace(both, metonyms=both.mentions))
    assert shown.picture is None
    assert [group.anchor for group in shown.missing] == ["unknown", "government"]


def test_two_names_of_one_place_are_one_mark() -> None:
    """The one of more briefs stands for both."""
    shown = view(place("Nairobi", NAIROBI, ("one", "two")), place("Nairobi City", NAIROBI))
    assert shown.count == "1 place"
    assert "Nairobi City" not in str(shown.picture)


def test_lists_of_what_is_missing_are_bounded() -> None:
    """Forty names, and how many more there are."""
    (group,) = view(*(place(f"Upper Wexcombe {at}") for at in range(60))).missing
    assert (len(group.places.rows), group.places.more) == (40, 21)


def test_a_name_that_is_not_certain_stands_once() -> None:
    """However many places of the name are held apart."""
    apart = [replace(place("Georgia"), id=f"georgia-{at}") for at in range(3)]
    (uncertain, _) = view(*apart).missing
    assert [link.text for link in uncertain.places.rows] == ["Georgia"]


def test_plain_markdown_has_no_map() -> None:
    """There are no links in raw HTML; the lists stay."""
    assert view(place("Nairobi", NAIROBI), style="markdown").picture is None


def test_the_index_of_places_leads_to_the_map() -> None:
    """And the map back; other indexes do not."""
    pages = {page.path: page.markdown for page in render(full_library(), settings=SETTINGS)}
    assert "](../map.md)" in pages["places/index.md"]
    assert "](places/index.md)" in pages["map.md"]
    assert "map.md" not in pages["people/index.md"]
