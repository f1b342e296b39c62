"""The curator's decisions on a linked collection: each does what it says, is marked, and leaves no trace when gone."""

from dataclasses import replace

import pytest

from generator.curation import Curation, read_overrides
from generator.linking import link
from generator.model import Analysis, Entity, Library, Quotation, Span
from tests.linking.analyses import make_analysis


def collection() -> list[Analysis]:
    """Three briefs: one man under two names, two women under one, and something that is no name."""
    one = make_analysis(
        "one",
        'Den Price, the chair, met Ann Bell. "We agree," it was heard. Read More came on Wednesday.',
        [("Person", "Den Price"), ("Person", "Ann Bell"), ("Place", "Read More")],
        published="2022-01-10",
        dates=[("Wednesday", None)],
        roles=[("Den Price", "the chair")],
    )
    quoted = one.document.text.index("We agree,")
    one = replace(one, quotations=(Quotation(Span(quoted, quoted + 9), "direct"),))
    two = make_analysis("two", "Ned Price and Ann Bell left.", [("Person", "Ned Price"), ("Person", "Ann Bell")])
    three = make_analysis("three", "Ned Price stayed. Price slept.", [("Person", "Ned Price/Price")])
    return [one, two, three]


def curated(text: str) -> Library:
    """The collection with the decisions of a file."""
    found, problems = read_overrides(text, "_overrides.yml")
    return link(collection(), curation=Curation(found, (), problems))


def named(library: Library, name: str) -> list[Entity]:
    """The entities of this name."""
    return [entity for entity in library.entities if entity.name == name]


def briefs(entity: Entity) -> set[str]:
    """Where an entity is named."""
    return {mention.brief for mention in entity.mentions}


def test_no_decision_changes_nothing() -> None:
    """An empty file gives the library that no file gives."""
    assert curated("# nothing\n") == link(collection())


def test_merging() -> None:
    """Two names become one page, with the first name, the other as an alias, and the editor named."""
    library = curated("- merge: [Ned Price, Den Price (Person)]\n")
    (entity,) = named(library, "Ned Price")
    assert briefs(entity) == {"one", "two", "three"}
    assert "Den Price" in entity.aliases
    assert "merged by the editor" in (entity.rule or "")
    assert entity.edits[0].what == "merged by the editor: Ned Price, Den Price"
    assert not named(library, "Den Price")
    assert not library.problems


def test_a_name_that_another_has_merges() -> None:
    """Who is renamed to somebody who is there already is the same person."""
    library = curated("- entity: Den Price\n  name: Ned Price\n")
    assert [briefs(entity) for entity in named(library, "Ned Price")] == [{"one", "two", "three"}]


@pytest.mark.parametrize(
    "text",
    [
        "- split: Ann Bell\n  briefs: [two]\n",
        "- apart: [Ann Bell (Person in one), Ann Bell (Person in two)]\n",
        "- split: Ann Bell\n  briefs: [two]\n  name: Ann Bell\n",
    ],
)
def test_parting(text: str) -> None:
    """One name becomes two pages, by brief."""
    library = curated(text)
    assert sorted(map(sorted, map(briefs, named(library, "Ann Bell")))) == [["one"], ["two"]]
    assert not library.problems


def test_parting_under_another_name() -> None:
    """The one who is held apart may get a name of his own."""
    library = curated("- split: Ann Bell\n  briefs: [two]\n  name: Ann Bell of Leeds\n")
    (entity,) = named(library, "Ann Bell of Leeds")
    assert briefs(entity) == {"two"}
    assert entity.id == "ann-bell-of-leeds"


def test_what_is_said_after_parting_is_said_of_the_rest() -> None:
    """A description of the name is not one of whoever was held apart, and does not join the two again."""
    split = "- split: Ann Bell\n  briefs: [two]\n  name: Ann Bell of Leeds\n"
    library = curated(split + "- entity: Ann Bell\n  describe: A painter.\n")
    assert [entity.description for entity in named(library, "Ann Bell")] == ["A painter."]
    assert [entity.description for entity in named(library, "Ann Bell of Leeds")] == [None]


def test_hiding() -> None:
    """What is no name is nowhere: neither among the entities nor in its brief."""
    library = curated("- hide: Read More (Place)\n")
    assert not named(library, "Read More")
    one = next(brief for brief in library.briefs if brief.id == "one")
    assert all(entity.name != "Read More" for entity in one.analysis.entities)
    assert len(one.analysis.mentions) == 2


def test_describing() -> None:
    """Description, links and aliases stand beside the source's words, marked."""
    text = "- entity: Ann Bell\n  describe: A painter.\n  links: [Q42]\n  aliases: [A. Bell]\n  note: seen\n"
    (entity,) = named(curated(text), "Ann Bell")
    assert entity.description == "A painter."
    assert entity.links == ("https://www.wikidata.org/wiki/Q42",)
    assert "A. Bell" in entity.aliases
    assert [edit.note for edit in entity.edits] == ["seen", None, None]


def test_another_type() -> None:
    """A type is set in the briefs too."""
    library = curated("- entity: Ann Bell\n  type: Organization\n")
    (entity,) = named(library, "Ann Bell")
    assert entity.type == "Organization"
    types = {
        m.type for b in library.briefs for m in b.analysis.mentions if m.span.of(b.analysis.document.text)[0] == "A"
    }
    assert types == {"Organization"}


def test_speaker() -> None:
    """A quotation gets its speaker, or stays open for good; both are marked as the editor's."""
    library = curated('- speaker: Ann Bell\n  quotation: "We agree,"\n')
    one = next(brief for brief in library.briefs if brief.id == "one")
    assert (one.analysis.quotations[0].speaker, one.analysis.quotations[0].by_editor) == ("e2", True)
    library = curated('- speaker: unknown\n  quotation: "We agree,"\n')
    one = next(brief for brief in library.briefs if brief.id == "one")
    assert (one.analysis.quotations[0].speaker, one.analysis.quotations[0].by_editor) == (None, True)


def test_role() -> None:
    """A role is dropped, or stands in the editor's words with the source's place."""
    (entity,) = named(curated("- role: the chair\n  of: Den Price\n  drop: true\n"), "Den Price")
    assert not entity.roles
    (entity,) = named(curated("- role: the chair\n  of: Den Price\n  instead: the chairman\n"), "Den Price")
    assert [(role.title, role.by_editor) for role in entity.roles] == [("the chairman", True)]


def test_date() -> None:
    """A date gets its day, or stays open for good."""
    text = "- date: Wednesday\n  brief: one\n  sentence: {}\n  value: 2022-01-12\n"
    library = curated(text.format("Read More came on Wednesday."))
    one = next(brief for brief in library.briefs if brief.id == "one")
    date = one.analysis.dates[0]
    assert (date.value, date.status, date.rule) == ("2022-01-12", "resolved", "set by the editor")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- hide: Anne Bell\n", "1: nothing is called 'Anne Bell'; did you mean 'Ann Bell'?"),
        ("- merge: [Ann Bell, Nobody]\n", "1: nothing is called 'Nobody'; copy the name from its page, or"),
        ("- split: Ann Bell\n  briefs: [one, two]\n", "1: 'Ann Bell' is named in no other brief; name only"),
        ("- split: Ann Bell\n  briefs: [one, six]\n", "1: 'Ann Bell' is not named in six; delete that brief"),
        ("- speaker: Ann Bell\n  quotation: We left\n", "1: no source has the quotation 'We left'; copy its"),
        ("- speaker: Ned Price\n  quotation: We agree,\n", "1: 'Ned Price' is not named in one; name somebody"),
        ("- role: chief\n  of: Den Price\n  drop: true\n", "1: 'Den Price' has no role 'chief'; copy its words"),
        ("- date: Friday\n  value: open\n", "1: no sentence has the date 'Friday'; copy the words from"),
        ("- merge: [Den Price, Ned Price]\n- apart: [Den Price, Ned Price]\n", "2: another entry makes these one"),
    ],
)
def test_what_matches_nothing_is_told(text: str, line: str) -> None:
    """A decision that is about nothing is a warning with its line and a cure, and changes nothing else."""
    (problem,) = [problem for problem in curated(text).problems if problem.path.startswith("_")]
    assert str(problem).startswith(f"_overrides.yml:{line}")
    assert problem.cure
