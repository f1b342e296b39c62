"""By how many origins something is told."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Analysis, Authors, Corroboration, Credit, Field, Lineage, Span
from generator.text.origins import count_origins, origin_key, trace_origins
from tests.linking.analyses import make_analysis


def report(brief: str, *wires: str, part: str = "", cites: str = "", paper: str = "", author: str = "") -> Analysis:
    """A report with its credits, publisher and author."""
    made = make_analysis(brief, "It fell.")
    credits = [Credit("wire", name, Span(at, at + 1)) for at, name in enumerate(wires)]
    credits += [Credit("wire", part, Span(5, 6), is_part=True)] if part else []
    credits += [Credit("cited", cites, Span(6, 7))] if cites else []
    publisher = Field(paper, "stated") if paper else Field(None, "missing")
    authors = Authors((author,), "stated") if author else Authors((), "missing")
    return replace(made, credits=tuple(credits), metadata=replace(made.metadata, publisher=publisher, authors=authors))


def count(reports: Sequence[Analysis], lineages: Sequence[Lineage] = ()) -> Corroboration:
    ids = [analysis.document.id for analysis in reports]
    found = count_origins(trace_origins(reports, lineages, {}), ids)
    assert found == count_origins(trace_origins(reports[::-1], lineages[::-1], {}), ids[::-1])
    assert found
    return found


def names(found: Corroboration) -> list[tuple[str, ...]]:
    return [origin.names for origin in found.origins]


def test_named_origins_without_a_name_in_common() -> None:
    """Agencies, and papers whose report has an author."""
    found = count([report("a", "AP"), report("b", "ANI", "Xinhua"), report("c", paper="The Courier", author="Ann Lee")])
    assert (found.briefs, found.independence) == (3, "several origins")
    assert names(found) == [("AP",), ("ANI", "Xinhua"), ("The Courier",)]


def test_one_agency_is_one_origin() -> None:
    """However it is spelled, and also as one of two."""
    found = count([report("a", "AP"), report("b", "The Associated Press", "Reuters")])
    assert (names(found), found.independence) == ([("AP", "Reuters")], "one origin")
    assert origin_key("The  Associated Press") == origin_key("ap")


def test_not_established() -> None:
    """Where an origin is not named, gives a part only, or is cited by the other."""
    agency = report("a", "AP")
    for other in (
        report("b"),
        report("b", paper="The Courier"),
        report("b", part="Reuters"),
        report("b", "Reuters", cites="Associated Press"),
        report("b", part="AP", paper="The Courier", author="Ann Lee"),
    ):
        assert count([agency, other]).independence == "not established"
    both_cite = [report("a", "AP", cites="Sputnik"), report("b", "dpa", cites="Sputnik")]
    assert count(both_cite).independence == "not established"


def test_inputs_are_named_though_they_establish_nothing() -> None:
    """The report is not from the agency as a whole."""
    found = count([report("a", part="AP"), report("b", "ANI", "Xinhua")])
    assert [(origin.names, origin.is_named) for origin in found.origins] == [
        (("AP",), False),
        (("ANI", "Xinhua"), True),
    ]


def test_lineages_join() -> None:
    """Two papers with versions of one text are one origin."""
    reports = [report("a", paper="The Courier", author="Ann Lee"), report("b", paper="The Post", author="Bo Ek")]
    lineage = Lineage("version-a", "version", ("a", "b"), (), ())
    assert count(reports).independence == "several origins"
    assert count(reports, [lineage]).independence == "one origin"


def test_one_brief_and_none() -> None:
    """One brief is one source; of no brief nothing is counted; a copy of a text counts with it once."""
    one, copy = report("a"), report("b")
    provenance = trace_origins([one, copy], (), {"b": "a"})
    assert count_origins(provenance, []) is None
    for briefs in (["a"], ["b"], ["a", "b"]):
        found = count_origins(provenance, briefs)
        assert found
        assert (found.briefs, found.independence) == (1, "one source")
