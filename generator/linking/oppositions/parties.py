"""Who is on whose side: a capital stands for its country, a ministry for the state whose it is, an envoy for whom he
is sent.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.language.world.places import country_of, country_of_people, find_country
from generator.linking.events.accounts import Atlas
from generator.linking.identity.entities import Key
from generator.model import Analysis, LocalEntity, Mention, PlaceReference, Span
from generator.text.spans import Spans

MARKS = ".,;:()“”\"'’"
"""What may stand around a word."""
Party = str
"""A country by its code, any other entity by its key, who has no name by the words."""


@dataclass(frozen=True, slots=True)
class Register:
    """Who is who in the collection, as far as sides are concerned."""

    keys: Mapping[tuple[str, str], Key]
    """By brief and `LocalEntity.id`."""
    ids: Mapping[Key, str]
    """`Entity.id`s."""
    references: Mapping[Key, PlaceReference | None]
    atlas: Atlas

    def find_party(self, key: Key) -> Party:
        """The party that an entity is."""
        reference = self.references.get(key)
        if reference and reference.kind in ("country", "capital"):
            return f"land {reference.code}"
        return "|".join(key)

    def list_behind(self, key: Key) -> frozenset[Party]:
        """For whom a body speaks: those after whom it is called."""
        return frozenset(self.find_party(member) for member in self.atlas.members.get(key, ()))


@dataclass(frozen=True, slots=True)
class Named:
    """Who some words name."""

    own: frozenset[Party]
    """The parties themselves."""
    behind: frozenset[Party]
    """Those for whom they speak."""
    ids: tuple[str, ...]
    """`Entity.id`s, in the order of the text."""

    @property
    def all(self) -> frozenset[Party]:
        """The parties and those behind them."""
        return self.own | self.behind


NOBODY = Named(frozenset(), frozenset(), ())


@dataclass(frozen=True, slots=True)
class Scene:
    """A brief with what is asked of it often."""

    analysis: Analysis
    register: Register
    entities: Mapping[str, LocalEntity]
    mentions: Spans[Mention]

    @property
    def text(self) -> str:
        """The text of the brief."""
        return self.analysis.document.text

    @property
    def brief(self) -> str:
        """Its id."""
        return self.analysis.document.id

    def find_key(self, local: str | None) -> Key | None:
        """An entity of the brief as one of the collection."""
        return self.register.keys.get((self.brief, local or ""))


def make_scene(analysis: Analysis, register: Register) -> Scene:
    """Put a brief in order."""
    return Scene(analysis, register, {entity.id: entity for entity in analysis.entities}, Spans(analysis.mentions))


def name_entities(scene: Scene, locals_: Iterable[str | None]) -> Named:
    """Some entities of a brief as parties."""
    own, behind, ids, register = set[Party](), set[Party](), list[str](), scene.register
    for local in locals_:
        key = scene.find_key(local)
        if key is None or local is None:
            continue
        own.add(register.find_party(key))
        behind |= register.list_behind(key)
        ids.append(register.ids[key])
        offices = (role.of for role in scene.entities[local].roles if role.of)
        for office in filter(None, map(scene.find_key, offices)):
            behind |= {register.find_party(office), *register.list_behind(office)}
    return Named(frozenset(own), frozenset(behind), tuple(dict.fromkeys(ids)))


def name_within(scene: Scene, span: Span) -> Named:
    """Whom the words of a span name, countries by their adjectives too: "Russian troops"."""
    named = name_entities(scene, (mention.entity for mention in scene.mentions.inside(span)))
    lands = set[Party]()
    for word in span.of(scene.text).split():
        if word[0].isalpha() and not word[0].isupper():
            continue
        plain = word.strip(MARKS).removesuffix("'s").removesuffix("’s")
        country = country_of_people(plain) or country_of_people(plain.removesuffix("s")) or country_of(plain)
        found = find_country(country) if country else None
        lands |= {f"land {found.code}"} if found else set()
    return Named(named.own | lands, named.behind, named.ids)


def are_apart(one: Named, other: Named) -> bool:
    """Whether two may oppose each other: neither is the other, or speaks for the other."""
    return one.own.isdisjoint(other.all) and other.own.isdisjoint(one.all)
