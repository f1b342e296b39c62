"""Key points: the acts of those who are named, each once, and none that the summary has."""

from dataclasses import replace

from generator.model import Claim, Span
from generator.rendering.addresses import text_page
from generator.rendering.findings.choosing import MOST, choose_points
from generator.rendering.findings.gist import view_gist
from tests.rendering.findings.collection import catalog


def test_demands_and_refusals_come_before_statements() -> None:
    """Who demands, refuses and warns stands first, with the name of the collection and the act."""
    brief, here = catalog().briefs["harbour"], text_page("harbour")
    points = view_gist(catalog(), brief, here).points
    told = [(point.who.text if point.who else None, *point.tags[:1]) for point in points]
    assert {("Ann Bell", "demands"), ("Max Poe", "refuses"), ("Ann Bell", "warns")} == set(told[:3])
    assert all(point.who for point in points)


def test_no_point_says_what_another_or_the_summary_says() -> None:
    """Each sentence once, words that come twice once, and none of the summary; at most six."""
    brief = catalog().briefs["harbour"]
    points = choose_points(brief)
    sentences = [point.sentence for point in points]
    assert len(set(sentences)) == len(sentences) <= MOST
    assert not set(sentences) & set(brief.analysis.summary)
    words = [point.span.of(brief.analysis.document.text) for point in points]
    assert len([one for one in words if "two new piers" in one]) == 1


def test_what_others_say_that_somebody_said_is_no_point_of_his() -> None:
    """Where the verb stands inside another claim, only that one may be told."""
    brief = catalog().briefs["harbour"]
    claims = brief.analysis.claims
    inner = next(point for point in choose_points(brief) if isinstance(point.found, Claim))
    whole = brief.analysis.sentences[inner.sentence]
    outer = Claim(inner.sentence, whole, None, Span(whole.start, whole.start), Span(whole.start, whole.start))
    told = replace(brief, analysis=replace(brief.analysis, claims=(*claims, outer)))
    assert inner.found not in [point.found for point in choose_points(told)]


def test_a_point_is_a_slice_with_the_way_to_its_sentence() -> None:
    """Its words stand in the sentence to which it leads."""
    brief, here = catalog().briefs["harbour"], text_page("harbour")
    for point, line in zip(choose_points(brief), view_gist(catalog(), brief, here).points, strict=True):
        sentence = brief.analysis.sentences[point.sentence]
        assert sentence.holds(point.span)
        assert line.way.href == f"#s{point.sentence + 1}"
