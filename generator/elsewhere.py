"""What other sites of Briefs hold: which names of this collection have a page of the same name there.

A large collection can be several sites, by year or by theme. Each exports an index of its entities
(`briefs export OUT --format index`); a site that has the indexes of others in its folder `others` links to them. Names
are compared by spelling, and it is only said that they are the same name: whether it is the same person, the sources
of two sites cannot tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from generator.model import Elsewhere, EntityIndex, Library, Problem
from generator.text.addresses import is_web_address
from generator.text.names import fold_name
from generator.text.unicode import printable

SUFFIX = ".json"
_PLACE = "others"
_MOST_BYTES = 500_000_000
_LEAST_WORDS = {"Person": 2}
"""A name of fewer words is no name of anybody in particular."""


def read_indexes(folder: Path | None) -> tuple[list[EntityIndex], list[Problem]]:
    """The indexes in a folder, by the name of their file; each that cannot be used is one problem and no more."""
    found, problems = [], []
    if folder is None or not folder.is_dir():
        return [], []
    for file in sorted(folder.rglob(f"*{SUFFIX}")):
        try:
            if file.stat().st_size > _MOST_BYTES:
                raise ValueError("it is too large")
            index = msgspec.json.decode(file.read_bytes(), type=EntityIndex)
            if not is_web_address(index.url):
                raise ValueError("its site has no address")
            found.append(index)
        except (OSError, ValueError) as error:
            fault = f"is no index of entities ({printable(str(error))})"
            cure = "set site_url in the other site, export it again with --format index, or remove the file"
            problems.append(Problem(f"{_PLACE}/{printable(file.relative_to(folder).as_posix())}", fault, cure))
    return found, problems


def find_elsewhere(library: Library, indexes: Sequence[EntityIndex]) -> tuple[Elsewhere, ...]:
    """For each entity the pages of the same name and type in other sites, in the order of the sites."""
    there: dict[tuple[str, str], list[Elsewhere]] = defaultdict(list)
    for index in indexes:
        for other in index.entities:
            address = f"{index.url.rstrip('/')}/{other.path}"
            for key in _keys(other.type, (other.name,)):
                if is_web_address(address):
                    there[key].append(Elsewhere("", index.name, address, other.name, other.briefs))
    found: list[Elsewhere] = []
    for entity in library.entities:
        links = [link for key in _keys(entity.type, (entity.name, *entity.aliases)) for link in there.get(key, ())]
        unique = {link.address: Elsewhere(entity.id, link.site, link.address, link.name, link.briefs) for link in links}
        found += unique.values()
    return tuple(found)


def _keys(kind: str, names: Iterable[str]) -> list[tuple[str, str]]:
    folded = dict.fromkeys(fold_name(name) for name in names)
    return [(kind, name) for name in folded if len(name.split()) >= _LEAST_WORDS.get(kind, 1)]
