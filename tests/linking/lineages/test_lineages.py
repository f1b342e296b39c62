"""Lineages: what shares a text, wording or an agency."""

from dataclasses import replace

import pytest

from generator.linking import link
from generator.linking.lineages.tracing import find_lineages, list_versions
from generator.model import Analysis, Credit, Lineage, Quotation
from tests.linking.analyses import make_analysis, span_of

LEAD = "The ferry Ostrava ran aground off the northern islands on Monday evening with ninety people on board."
MIDDLE = "Two fishing boats took all of them to the harbour of Holm within an hour, the coast guard told the press."
END = "The company owns six more ships of the same age and has not said whether they will sail this week."
STORY = f"{LEAD} {MIDDLE} {END}"
NEW = (
    "Divers went down to the wreck at noon and found a crack as long as a bus. "
    "A crane from the south is expected on Friday. The mayor of Holm called a meeting for the families. "
    "Tickets are paid back at every office of the line."
)


def kinds(*analyses: Analysis) -> list[tuple[str, tuple[str, ...]]]:
    return [(lineage.kind, lineage.briefs) for lineage in find_lineages(analyses, {})]


def credit(analysis: Analysis, words: str, *, is_part: bool = False) -> Analysis:
    found = Credit("wire", words, span_of(analysis.document.text, words), "a rule", is_part)
    return replace(analysis, credits=(*analysis.credits, found))


def test_an_update_is_a_version() -> None:
    """The newest stands for all; of one day the longest."""
    old = make_analysis("a", STORY, published="2022-05-02")
    new = make_analysis("b", f"{NEW} {STORY}", published="2022-05-03")
    assert kinds(old, new) == [("version", ("b", "a"))]
    assert kinds(old, replace(new, metadata=old.metadata)) == [("version", ("b", "a"))]
    assert list_versions(find_lineages([old, new], {})) == {"a": "b"}


def test_a_text_inside_a_longer_one_shares_wording() -> None:
    """It is no version: most of the longer one is something else."""
    long = " ".join(
        f"Nothing of all this was known to the {n} sailors who came home from {n} ports." for n in range(20)
    )
    assert kinds(make_analysis("a", STORY), make_analysis("b", f"{STORY} {long}")) == [("wording", ("b", "a"))]


def test_quotations_and_questions_are_left_out() -> None:
    """Two reporters who heard one speech, or asked the same, share no wording."""
    one, other = (make_analysis(brief, f"{words} {STORY}") for brief, words in (("a", NEW), ("b", NEW.upper())))
    other = make_analysis("b", f"It was told so in the town hall of the harbour, late in the evening. {STORY}")

    def quoted(analysis: Analysis) -> Analysis:
        return replace(analysis, quotations=(Quotation(span_of(analysis.document.text, STORY), "direct"),))

    assert kinds(one, other) == [("version", ("a", "b"))]
    assert kinds(quoted(one), quoted(other)) == []
    asked = STORY.replace(".", "?")
    assert kinds(make_analysis("a", asked + NEW), make_analysis("b", asked)) == []


@pytest.mark.parametrize(("day", "found"), [("2022-05-05", 1), ("2022-05-06", 0)])
def test_versions_are_published_within_three_days(day: str, found: int) -> None:
    """What recurs later is background; a text that is the same but for a word is one at any time."""
    old = make_analysis("a", STORY, published="2022-05-02")
    grown = make_analysis("b", f"{NEW} {STORY}", published=day)
    assert [kind for kind, _ in kinds(old, grown)].count("version") == found
    assert kinds(old, make_analysis("b", STORY.replace("six", "five"), published="2023-01-01")) == [
        ("version", ("b", "a"))
    ]


def test_wording_of_many_weeks_is_background() -> None:
    """Two briefs of one day do not share what a third of another month has too."""
    first = make_analysis("a", f"{NEW} {STORY}", published="2022-05-02")
    second = make_analysis("b", f"{NEW.replace('a', 'o').replace('e', 'i')} {STORY}", published="2022-05-02")
    assert [kind for kind, _ in kinds(first, second)] == ["version"]
    others = "Snow fell in the hills all week, and no train ran to the lakes. Farmers lost sheep. Hotels were empty."
    assert kinds(first, second, make_analysis("c", f"{others} {STORY}", published="2022-08-01")) == []


def test_a_digest_does_not_join_its_reports() -> None:
    """What stands beside each other in a digest is of two lineages, each with the digest."""
    reports = [f"{LEAD} {MIDDLE} {END}", NEW]
    digest = make_analysis("z", " ".join(reports))
    found = kinds(digest, *(make_analysis(brief, text) for brief, text in zip("ab", reports, strict=True)))
    assert sorted(briefs for _, briefs in found) == [("z", "a"), ("z", "b")]


def test_one_agency_is_one_lineage() -> None:
    """However it is spelled; not where it gave a part of the report only."""
    spelled = ("AP", "Associated Press", "the AP")
    one, two, part = (
        make_analysis(brief, f"Sheep {brief} left. ({name})") for brief, name in zip("abc", spelled, strict=True)
    )
    wires = [credit(one, "AP"), credit(two, "Associated Press"), credit(part, "AP", is_part=True)]
    (lineage,) = find_lineages(wires, {})
    assert (lineage.kind, lineage.briefs, lineage.origins) == ("wire", ("a", "b"), ("AP",))
    assert [evidence.span for evidence in lineage.evidence] == [wire.credits[0].span for wire in wires[:2]]


def test_a_copy_is_in_the_lineage_of_its_text_only() -> None:
    """It is no version, and not credited again."""
    first, copy = (credit(make_analysis(brief, f"{STORY} (AP)"), "AP") for brief in "ab")
    (lineage,) = find_lineages([first, copy], {"b": "a"})
    assert (lineage.kind, lineage.briefs) == ("same text", ("a", "b"))


def test_the_order_of_sources_changes_nothing() -> None:
    """Ids neither."""
    analyses = [
        make_analysis(brief, f"{text} {STORY}") for brief, text in (("a", NEW), ("b", ""), ("c", "Ships left."))
    ]
    found: set[tuple[Lineage, ...]] = {find_lineages(order, {}) for order in (analyses, analyses[::-1])}
    assert len(found) == 1


def test_the_library_says_it() -> None:
    """The older version names the newest; its evidence is a shared sentence of either."""
    library = link([make_analysis("a", STORY), make_analysis("b", f"{NEW} {STORY}")])
    assert [brief.version_of for brief in library.briefs] == ["b", None]
    (lineage,) = library.lineages
    texts = {brief.id: brief.analysis.document.text for brief in library.briefs}
    assert {evidence.span.of(texts[evidence.brief]) for evidence in lineage.evidence} <= {LEAD, MIDDLE, END}


def test_empty_sources_share_nothing() -> None:
    """Nor do texts of a few words."""
    texts = {"a": "", "b": "", "c": "It fell.", "d": "It fell."}
    assert kinds(*(make_analysis(brief, text) for brief, text in texts.items())) == []


LONG = f"{STORY} {NEW} The coast guard will ask the crew what they saw. Nobody knows yet who held the wheel that night."


def make_versions(count: int) -> list[Analysis]:
    """So many versions of one text, each with some words changed or left out; no two are the same."""
    edits = (("Two", "Three"), ("noon", "dawn"), ("a bus", "a car"), ("Friday", "Sunday"), ("press", "paper"))
    texts = []
    for number in range(count):
        text = LONG
        for at, (old, new) in enumerate((*edits, ("six more", "five more"), ("families", "crew"), ("six", "ten"))):
            text = text.replace(old, new) if number >> at & 1 else text
        texts.append(make_analysis(f"v{number:03}", text, published=f"2022-05-{2 + number % 2:02}"))
    return texts


@pytest.mark.parametrize("count", [12, 40, 120])
def test_versions_are_one_lineage_however_many_there_are(count: int) -> None:
    """Though of more than seventeen not every pair is compared."""
    texts = make_versions(count)
    found = find_lineages([*texts, make_analysis("z", "A goat won the first prize on Saturday.")], {})
    assert [(one.kind, len(one.briefs)) for one in found] == [("version", count)]


def test_a_digest_joins_no_large_groups() -> None:
    """Twenty versions of one text, twenty of another, and a text that is made of both: no lineage of all."""
    other = "The council of Elm voted to close both schools at the end of the year. Parents filled the hall and sang. "
    other += "A teacher read out a letter of her pupils. The mayor said that he would not change his mind about it. "
    other += "Buses will bring the children to the next town from then on, twelve miles over the moor."
    first = make_versions(20)
    second = [
        make_analysis(f"w{number:02}", f"{other} So it was told for the {number}th time.", published="2022-05-02")
        for number in range(20)
    ]
    digest = make_analysis("digest", f"{LONG} {other}", published="2022-05-03")
    groups = [set(briefs) for kind, briefs in kinds(*first, *second, digest) if kind == "version"]
    assert not any({"v001", "w01"} <= group for group in groups)
    assert any({one.document.id for one in first} <= group for group in groups)
    assert any({one.document.id for one in second} <= group for group in groups)
