"""The library as a whole: independent of order, complete, with all problems."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.linking import link
from generator.linking.duplicates import find_origins
from generator.model import TOLD, Analysis, Credit, Library, Problem, Span
from tests.linking.analyses import Names, make_analysis

PEOPLE = ["Mira Vale", "Mira T. Vale", "Vale", "Tom Reed", "Reed"]
PLACES = ["Ostrava", "US", "United States", "Sterling"]
GROUPS = ["NGE", "Northern Grain Exchange/NGE", "Supreme Court", "Sterling"]


@st.composite
def collections(draw: st.DrawFn) -> list[Analysis]:
    """Small collections in which names, days and whole texts recur."""
    made = []
    for at in range(draw(st.integers(0, 5))):
        names: Names = [
            ("Person", draw(st.sampled_from(PEOPLE))),
            ("Place", draw(st.sampled_from(PLACES))),
            ("Organization", draw(st.sampled_from(GROUPS))),
        ]
        said = " and ".join(form for _, forms in names for form in forms.split("/"))
        full = [forms.split("/")[0] for _, forms in names]
        day = draw(st.sampled_from(["2020-02-03", "2020-02", None]))
        made.append(
            make_analysis(
                f"b{at}",
                f"On Monday {said} met.",
                names,
                published=draw(st.sampled_from([None, "2020-02-04", "2020-02-05"])),
                dates=[("Monday", day)],
                events=[(0, 0, (full[0], full[2]), full[1]), (0, None, (full[0],), None)],
            )
        )
    return made


@settings(max_examples=60, deadline=None)
@given(collections(), st.randoms(use_true_random=False))
def test_order_changes_nothing(analyses: list[object], random: object) -> None:
    """The same analyses in another order give an equal library."""
    shuffled = list(analyses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link(shuffled) == link(analyses)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(collections())
def test_everything_resolves(analyses: list[object]) -> None:
    """Ids are unique over entities and events, all references resolve, all evidence lies in its brief."""
    library: Library = link(analyses)  # type: ignore[arg-type]
    texts = {brief.id: brief.analysis.document.text for brief in library.briefs}
    entities = {entity.id for entity in library.entities}
    ids = [*entities, *(event.id for event in library.events)]
    assert len(ids) == len(set(ids)) == len(library.entities) + len(library.events)
    for brief in library.briefs:
        assert [local for local, _ in brief.entities] == [entity.id for entity in brief.analysis.entities]
        assert {entity for _, entity in brief.entities} <= entities
        assert {related.brief for related in brief.related} <= texts.keys() - {brief.id}
        assert all(related.reasons for related in brief.related)
    for entity in library.entities:
        said = [mention.span.of(texts[mention.brief]) for mention in entity.mentions]
        assert entity.name in said
        assert set(said) <= {entity.name, *entity.aliases}
    for event in library.events:
        assert event.parts
        assert event.standing in TOLD
        assert {*event.participants, *event.places, *([event.place] if event.place else [])} <= entities
        assert {one.entity for one in event.arguments} <= entities | {None}
        assert all(place.span.of(texts[place.brief]) for one in event.arguments for place in one.evidence)


def test_empty_collection() -> None:
    """No sources make an empty library."""
    assert link([]) == Library((), (), ())


def test_problems_of_all() -> None:
    """The library's problems are those given and those of all analyses, each once, by path and place."""
    skipped, empty = Problem("z.bin", "no reader"), Problem("b.txt", "no date", severity="note")
    late, early = Problem("b.txt", "odd", span=Span(5, 6)), Problem("b.txt", "odd", span=Span(2, 3))
    analysis = replace(make_analysis("b", "Grain fell."), problems=(late, empty, early))
    assert link([analysis], [skipped, empty]).problems == (empty, early, late, skipped)


def test_origins() -> None:
    """Origins are wire services and cited media, once without regard to case, as first named; images are none."""
    text = "Grain Wire, Mill Post, GRAIN WIRE, Picture House."
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in text.strip(".").split(", ")}
    kinds = {"Grain Wire": "wire", "Mill Post": "cited", "GRAIN WIRE": "cited", "Picture House": "image"}
    credits = tuple(Credit(kinds[name], name, span) for name, span in spans.items())  # type: ignore[arg-type]
    assert find_origins(replace(make_analysis("a", text), credits=credits)) == ("Grain Wire", "Mill Post")
