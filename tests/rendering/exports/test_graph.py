"""The graph opens in networkx and says why two things are joined."""

from pathlib import Path

import networkx
import pytest

from generator.rendering.exports.graph import write_graph
from tests.rendering.browse import naughty_strings
from tests.rendering.shelf import SETTINGS, Words, full_library


def test_networkx_reads_it(tmp_path: Path) -> None:
    """Names and happenings are nodes; edges have their sentences; how a happening is told is with it."""
    (path,) = write_graph(full_library(), tmp_path, SETTINGS)
    graph = networkx.read_graphml(path)
    person, event = graph.nodes["entity.the-person"], graph.nodes["event.opening"]
    assert person == {"label": "Jane Doe", "kind": "person", "briefs": 2, "mentions": 2}
    assert (event["kind"], event["date"], event["standing"]) == ("meeting", "2022-01-08/2022-01-13", "asserted")
    together = graph.edges["entity.the-organization", "entity.the-person"]
    assert (together["kind"], together["weight"]) == ("named together", 2)
    assert together["evidence"] == "bridge-one.txt 33-138; bridge-two.txt 33-138"
    part = graph.edges["entity.the-person", "event.opening"]
    assert (part["kind"], part["role"]) == ("has a part in", "agent")


@pytest.mark.parametrize("words", ["\x00\x0b\x1f]]>&<!--", "\ud800\ufffe", *naughty_strings()[::40]])
def test_no_name_breaks_it(words: str, tmp_path: Path) -> None:
    """What XML cannot hold is replaced."""
    (path,) = write_graph(full_library(Words(person=f"X{words}")), tmp_path, SETTINGS)
    assert networkx.read_graphml(path).nodes["entity.the-person"]["label"].startswith("X")
