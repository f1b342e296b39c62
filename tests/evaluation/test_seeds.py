"""The comparison with a gold file counts what is right and names every gap and error."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from evaluation.seeds import Scores, compare, main, read_export
from generator.linking import link
from generator.model import Analysis, Claim, Credit, DateMention, Field, LocalEvent, Mention, Quotation, Span
from generator.rendering.exports.contract import write_json
from tests.evaluation.texts import BRIDGE, MARKET
from tests.linking.analyses import Names, make_analysis, span_of

GOLD = Path(__file__).parent / "gold.yml"
NAMES: Names = [("Person", "Mira Vale/Vale"), ("Person", "Tom Reed"), ("Place", "Ostrava")]


def bridge() -> Analysis:
    """The first source with all that the gold asks for."""
    made = make_analysis("bridge", BRIDGE, NAMES, roles=[("Mira Vale", "Warden")], dates=[("on Monday", None)])
    said = span_of(BRIDGE, "said")
    return replace(
        made,
        credits=(
            Credit("cited", "Grain Wire", span_of(BRIDGE, "Grain Wire")),
            Credit("wire", "Grain Wire", span_of(BRIDGE[:-1], "\n(Grain Wire")),
        ),
        metadata=replace(made.metadata, title=Field("Warden Mira Vale", "derived", Span(0, 16))),
        quotations=(Quotation(span_of(BRIDGE, "We will wait,"), "direct", "e1", None, said, "Grain Wire"),),
        claims=(Claim(2, span_of(BRIDGE, "The bridge holds"), "e2"),),
    )


def market() -> Analysis:
    """The second source with all that the gold asks for."""
    made = make_analysis("market", MARKET, [NAMES[0], NAMES[2]], published="2020-02-04")
    made = replace(made, dates=(DateMention(span_of(MARKET, "February 3"), "2020-02-03", "a rule", "resolved"),))
    return replace(made, metadata=replace(made.metadata, publisher=Field("Mill Post", "override")))


def scores_of(folder: Path, *analyses: Analysis) -> Scores:
    """The scores of an export of these analyses."""
    write_json(link(analyses), folder)
    return compare(yaml.safe_load(GOLD.read_text(encoding="utf-8")), *read_export(folder))


def test_all_right(tmp_path: Path) -> None:
    """An export with everything has no gap and no error."""
    scores = scores_of(tmp_path, bridge(), market())
    assert [(n, what) for n, judged in scores.items() for what, s in judged.items() if s.missing or s.errors] == []
    assert scores["bridge"]["quotations"].of == 2
    assert scores["across"]["shared entities"].right == 2


def test_nothing_found(tmp_path: Path) -> None:
    """An export that found nothing has gaps and no errors."""
    texts = {"bridge": BRIDGE, "market": MARKET}
    bare = [replace(make_analysis(name, text), sentences=(), summary=()) for name, text in texts.items()]
    scores = scores_of(tmp_path, *bare)
    assert scores["bridge"]["sentences"].right == 0
    assert scores["bridge"]["entities"].missing == ("Mira Vale", "Tom Reed", "Ostrava")
    assert not any(score.errors for judged in scores.values() for score in judged.values())


def test_missing_document(tmp_path: Path) -> None:
    """A document that is not in the export is an error."""
    scores = scores_of(tmp_path, market())
    assert scores["bridge"]["file"].errors == ("not in the export",)


MISTAKES = {
    "title": {"metadata": replace(bridge().metadata, title=Field("More news", "stated", span_of(BRIDGE, "More news")))},
    "publisher": {"metadata": replace(bridge().metadata, publisher=Field("Grain Wire", "stated"))},
    "published": {"metadata": replace(bridge().metadata, published=Field("2020-02-03", "stated"))},
    "credits": {"credits": (Credit("wire", "More news", span_of(BRIDGE, "More news")),)},
    "sentences": {"sentences": (*bridge().sentences, span_of(BRIDGE, "More news"))},
    "summary": {"sentences": (span_of(BRIDGE, "Warden Mira Vale spoke"),), "claims": (), "events": ()},
    "quotations": {"quotations": (replace(bridge().quotations[0], speaker="e2"),)},
    "claims": {"claims": (replace(bridge().claims[0], claimant="e1"),)},
    "events": {"dates": (DateMention(span_of(BRIDGE, "on Monday"), "2020-02-03", "a guess", "resolved"),)},
    "entities": {"mentions": (*bridge().mentions, Mention(span_of(BRIDGE, "Monday"), "Person", "e2"))},
    "roles": {
        "entities": (
            replace(bridge().entities[0], roles=()),
            replace(bridge().entities[1], roles=bridge().entities[0].roles),
            bridge().entities[2],
        )
    },
    "cut lines": {"mentions": (*bridge().mentions, Mention(span_of(BRIDGE, "More"), "Person", "e2"))},
}


@pytest.mark.parametrize("what", MISTAKES)
def test_mistakes(what: str, tmp_path: Path) -> None:
    """An invention, a wrong speaker, a wrong person and page furniture are errors where they belong."""
    wrong = replace(bridge(), **MISTAKES[what])  # type: ignore[arg-type]
    assert scores_of(tmp_path, wrong, market())["bridge"][what].errors


def test_undated_event_with_a_date(tmp_path: Path) -> None:
    """A year that the gold does not know is an error also where another date is right."""
    wrong = replace(market(), dates=(DateMention(span_of(MARKET, "February 3"), "2021-02-03", "a guess", "resolved"),))
    found = scores_of(tmp_path, bridge(), replace(wrong, events=(LocalEvent(0, 0),)))["market"]["events"]
    assert (found.right, found.errors) == (0, ("f1 on 2021-02-03, not 2020-02-03",))


def test_split_and_merged_entities(tmp_path: Path) -> None:
    """One person as two, and two as one, are errors."""
    mentions = bridge().mentions
    split = replace(bridge(), mentions=tuple(replace(m, entity="e2") if m.span[0] > 50 else m for m in mentions))
    errors = scores_of(tmp_path, split, market())["bridge"]["entities"].errors
    assert "Mira Vale is several entities" in errors
    assert "Mira Vale and Tom Reed are one entity" in errors


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints every gap by name and writes the scores beside the export."""
    write_json(link([bridge(), replace(market(), mentions=(), entities=())]), tmp_path)
    assert main([str(GOLD), str(tmp_path)]) == 0
    assert "missing  market entities: Ostrava" in capsys.readouterr().out
    written = json.loads((tmp_path / "seeds.out.json").read_text(encoding="utf-8"))
    assert written["market"]["entities"]["missing"] == ["Mira Vale", "Ostrava"]
    assert main([]) == 2
