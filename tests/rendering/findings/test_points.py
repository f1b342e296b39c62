"""Key points: the acts of those who are named, each once; those of the summary with a mark."""

from dataclasses import replace

from generator.model import Claim, Span
from generator.rendering.addresses import text_page
from generator.rendering.findings.choosing import MOST, choose_points
from generator.rendering.findings.gist import view_gist
from generator.rendering.findings.points import PointLine
from tests.rendering.findings.collection import catalog, catalog_of


def told_of(text: str) -> tuple[PointLine, ...]:
    """The key points of a text."""
    found = catalog_of({"one": text})
    return view_gist(found, found.briefs["one"], text_page("one")).points


def test_demands_and_refusals_come_before_statements() -> None:
    """Who demands, refuses and warns stands first, with the name of the collection and the act."""
    brief, here = catalog().briefs["harbour"], text_page("harbour")
    points = view_gist(catalog(), brief, here).points
    told = [(point.who.text if point.who else None, *point.tags[:1]) for point in points]
    assert {("Ann Bell", "demands"), ("Max Poe", "refuses"), ("Ann Bell", "warns")} == set(told[:3])
    assert all(point.who for point in points)


def test_no_point_says_what_another_says() -> None:
    """Each sentence once, and words that come twice once; at most six."""
    brief = catalog().briefs["harbour"]
    points = choose_points(brief)
    sentences = [point.sentence for point in points]
    assert len(set(sentences)) == len(sentences) <= MOST
    words = [point.span.of(brief.analysis.document.text) for point in points]
    assert len([one for one in words if "two new piers" in one]) == 1


def test_a_short_text_keeps_its_points() -> None:
    """Where the summary is the whole text, who demands and refuses is told all the same, and marked."""
    brief = catalog().briefs["harbour"]
    everything = replace(brief, analysis=replace(brief.analysis, summary=tuple(range(len(brief.analysis.sentences)))))
    lines = view_gist(catalog(), everything, text_page("harbour")).points
    assert {"demands", "refuses", "warns"} <= {tag for line in lines for tag in line.tags}
    assert all(line.is_summed for line in lines)
    assert not any(line.is_summed for line in view_gist(catalog(), brief, text_page("harbour")).points)


def test_what_the_summary_does_not_tell_comes_first() -> None:
    """Of two equals the one that the reader has not read yet."""
    brief = catalog().briefs["harbour"]
    first, second, *_ = choose_points(brief)
    told = replace(brief, analysis=replace(brief.analysis, summary=(first.sentence,)))
    assert [point.sentence for point in choose_points(told)][:2] == [second.sentence, first.sentence]


def test_who_has_no_name_is_told_where_his_words_name_him() -> None:
    """The mayor of a town, not officials, nor the same study, of which only the text says which it is."""
    assert [line.called for line in told_of("The mayor of Holm said the ferry sank near the old pier.")] == [
        "The mayor of Holm"
    ]
    assert not told_of("Officials said the ferry sank near the old pier.")
    assert not told_of("The same study said the ferry sank near the old pier.")


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
