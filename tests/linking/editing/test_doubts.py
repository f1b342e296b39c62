"""The questions to the curator: what is asked, and that either answer is understood and ends the question."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from generator.curation import Curation, read_overrides
from generator.language.dates.finding import IN_SPEECH
from generator.linking import link
from generator.linking.editing.doubts import ask_date, is_near
from generator.model import Analysis, DateMention, Doubt, Field, Library, Span
from tests.linking.analyses import Names, make_analysis
from tests.linking.editing.test_curating import collection
from tests.test_laws import TEXTS, study


def doubtful() -> list[Analysis]:
    """The collection of the decisions, with a bare surname, a court that every country has and a misread type."""
    names: Names = [("Person", "Price"), ("Organization", "Supreme Court"), ("Organization", "Leeds")]
    return [
        *collection(),
        make_analysis("four", "Price told the Supreme Court of Leeds.", names, published="2022-02-01"),
        make_analysis(
            "five", "The Supreme Court is in Leeds.", [("Organization", "Supreme Court"), ("Place", "Leeds")]
        ),
    ]


def decide(analyses: list[Analysis], *entries: str) -> Library:
    """The collection with these entries in the file."""
    found, problems = read_overrides("".join(entries), "_overrides.yml")
    return link(analyses, curation=Curation(found, (), problems))


def same(one: Doubt, other: Doubt) -> bool:
    """Whether two questions are about the same, whatever answers are left."""
    return (one.kind, one.evidence) == (other.kind, other.evidence)


def test_what_is_asked() -> None:
    """Likely duplicates, bare surnames, unknown speakers and open dates; the widest question first."""
    doubts = link(doubtful()).doubts
    assert [(doubt.kind, doubt.question.partition(":")[0]) for doubt in doubts] == [
        ("duplicate", "Ned Price and Den Price"),
        ("duplicate", "Leeds as organization and place"),
        ("duplicate", "Supreme Court in 2 briefs"),
        ("short name", "Who is Price?"),
        ("speaker", "Who says “We agree,”?"),
        ("date", "When is “Wednesday”? A rule."),
    ]
    assert [doubt.briefs for doubt in doubts] == sorted((doubt.briefs for doubt in doubts), reverse=True)
    assert all(doubt.evidence and len(doubt.answers) > (doubt.kind != "date") for doubt in doubts)


def test_every_answer_ends_its_question() -> None:
    """Whatever answer is pasted: it is read, it matches, and the question is not asked again."""
    for doubt in link(doubtful()).doubts:
        for answer in doubt.answers:
            library = decide(doubtful(), "# decided\n", answer.yaml)
            assert not library.problems, answer
            assert not [left for left in library.doubts if same(left, doubt)], answer


@pytest.mark.parametrize("at", [0, -1])
def test_all_questions_can_be_answered_at_once(at: int) -> None:
    """With every first answer, or every last, in one file nothing is left to ask and nothing is wrong."""
    answers = [doubt.answers[at].yaml for doubt in link(doubtful()).doubts]
    library = decide(doubtful(), *answers)
    assert not library.problems
    assert not library.doubts


def test_an_answer_means_the_same_after_other_answers() -> None:
    """An answer that was copied before another was pasted still matches."""
    doubts = link(doubtful()).doubts
    rename = "- entity: Ned Price (Person)\n  name: Edward Price\n"
    for doubt in doubts:
        assert not decide(doubtful(), rename, doubt.answers[0].yaml).problems
    renamed = decide(doubtful(), rename)
    assert all(not decide(doubtful(), rename, d.answers[0].yaml).problems for d in renamed.doubts)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_every_answer_is_understood_whatever_the_text(one: str, two: str) -> None:
    """For any texts, each answer to each question is read, matches and ends it."""
    first, second = study(one), study(two)
    document = replace(second.document, id="b", path="b.txt")
    analyses = [first, replace(second, document=document)]
    for doubt in link(analyses).doubts[:8]:
        for answer in doubt.answers:
            library = decide(analyses, answer.yaml)
            assert not [p for p in library.problems if p.path.startswith("_")], answer
            assert not [left for left in library.doubts if same(left, doubt)], answer


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        *[("zelensky", "zelenskyy", True), ("den", "dan", True), ("anna", "anan", True), ("tom", "tom", True)],
        *[("den", "ned", False), ("tom", "timo", False), ("ab", "abcd", False)],
    ],
)
def test_near(one: str, other: str, near: bool) -> None:
    """One letter more, less, another, or two that changed places."""
    assert is_near(one, other) is near
    assert is_near(other, one) is near


@pytest.mark.parametrize(
    ("rule", "is_offered"),
    [
        (IN_SPEECH, True),
        ("the text states this month of another year", False),
        ("no publication date is stated", False),
    ],
)
def test_the_day_of_publication_is_offered_where_it_may_be_meant(rule: str, is_offered: bool) -> None:
    """ "Today" in somebody's words may be that day; "July 11" of another day is not, whatever else it is."""
    made = study("They met on July 11.")
    published = Field("2022-06-19", "override")
    analysis = replace(made, metadata=replace(made.metadata, published=published))
    doubt = ask_date(analysis, DateMention(Span(12, 19), None, rule, "open"), made.sentences[0])
    assert any("2022-06-19" in answer.yaml for answer in doubt.answers) is is_offered
