"""Who is named with whom and who has a part in what, as GraphML, for Gephi, yEd, Cytoscape and networkx.

Two names are joined where sentences name both; a name and a happening where sentences give it a part in it. An edge
carries the places of all these sentences.
"""

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from generator.disk import revised
from generator.model import Entity, Event, Evidence, Library
from generator.rendering.catalog import Catalog, Unit, make_catalog, unit_span
from generator.rendering.days import date_of
from generator.rendering.happenings import event_title
from generator.settings import Settings
from generator.text.unicode import clean

FILE = "network.graphml"
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = {
    "label": "string",
    "kind": "string",
    "briefs": "int",
    "mentions": "int",
    "date": "string",
    "standing": "string",
}
_EDGE = {"kind": "string", "role": "string", "weight": "int", "evidence": "string"}
"""Attributes with their types. `weight` is the number of sentences, `evidence` where they stand."""


class Edge(NamedTuple):
    """What joins two nodes."""

    one: str
    other: str
    kind: str
    role: str
    places: tuple[Evidence, ...]


def write_graph(library: Library, out: Path, settings: Settings) -> tuple[Path, ...]:
    """Write network.graphml into the folder `out`; its path. Raises OSError where that fails."""
    content = make_graph(make_catalog(library, settings, "markdown"))
    with revised(out, keep=False, only=(FILE,)) as folder:
        (folder / FILE).write_bytes(content)
    return (out / FILE,)


def make_graph(catalog: Catalog) -> bytes:
    """The graph, as UTF-8."""
    root = ET.Element("graphml", {"xmlns": _SPACE})
    for owner, known in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in known.items():
            key = {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind}
            ET.SubElement(root, "key", key)
    graph = ET.SubElement(root, "graph", {"id": "briefs", "edgedefault": "undirected"})
    for entity in catalog.library.entities:
        _add(graph, "node", {"id": _entity(entity.id)}, _about_entity(entity))
    for event in catalog.library.events:
        _add(graph, "node", {"id": _event(event.id)}, _about_event(catalog, event))
    for edge in (*_together(catalog), *_parts(catalog.library.events)):
        evidence = "; ".join(_place(catalog, place) for place in edge.places)
        told = {"kind": edge.kind, "role": edge.role, "weight": str(len(edge.places)), "evidence": evidence}
        _add(graph, "edge", {"source": edge.one, "target": edge.other}, told)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + text.encode() + b"\n"


def _add(graph: ET.Element, name: str, known: Mapping[str, str], told: Mapping[str, str]) -> None:
    element = ET.SubElement(graph, name, dict(known))
    for key, value in told.items():
        if value:
            ET.SubElement(element, "data", {"key": f"{name}-{key}"}).text = clean(value)


def _entity(name: str) -> str:
    return f"entity.{name}"


def _event(name: str) -> str:
    return f"event.{name}"


def _about_entity(entity: Entity) -> dict[str, str]:
    briefs = {mention.brief for mention in entity.mentions}
    counts = {"briefs": str(len(briefs)), "mentions": str(len(entity.mentions))}
    return {"label": entity.name, "kind": entity.type.lower(), **counts}


def _about_event(catalog: Catalog, event: Event) -> dict[str, str]:
    briefs = {part.evidence.brief for part in event.parts}
    when = {"date": date_of(event) or "", "standing": event.standing}
    return {"label": event_title(catalog, event), "kind": event.kind or "happening", "briefs": str(len(briefs)), **when}


def _together(catalog: Catalog) -> Iterator[Edge]:
    """Two names in one sentence, or in one heading or row."""
    found: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit, names in catalog.units().items():
        for pair in combinations(sorted(set(names)), 2):
            found[pair].append(unit)
    for (one, other), units in sorted(found.items()):
        places = tuple(Evidence(unit[0], unit_span(catalog, unit)) for unit in sorted(units))
        yield Edge(_entity(one), _entity(other), "named together", "", places)


def _parts(events: Iterable[Event]) -> Iterator[Edge]:
    """What part a name has in a happening: each pair once, with all its roles."""
    for event in events:
        roles: defaultdict[str, dict[str, None]] = defaultdict(dict)
        places: defaultdict[str, set[Evidence]] = defaultdict(set)
        for argument in event.arguments:
            if argument.entity:
                roles[argument.entity][argument.role] = None
                places[argument.entity].update(argument.evidence)
        for entity in sorted(roles):
            role = "; ".join(roles[entity])
            yield Edge(_entity(entity), _event(event.id), "has a part in", role, tuple(sorted(places[entity])))


def _place(catalog: Catalog, evidence: Evidence) -> str:
    """Where words stand: `a.txt 12-80`."""
    return f"{catalog.briefs[evidence.brief].analysis.document.path} {evidence.span.start}-{evidence.span.end}"
