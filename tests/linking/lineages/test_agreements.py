"""What several briefs tell that one has said."""

from collections.abc import Sequence
from dataclasses import replace

from generator.linking.lineages.agreements import find_agreements
from generator.model import Agreement, Analysis, Brief, Claim, Library, Quotation
from tests.linking.analyses import make_analysis, span_of

TOLD = "the northern harbour of Holm would stay closed until the 14 wrecks are lifted"


def brief(id_: str, said: str, *, who: str = "Mira Vale", quoted: bool = False) -> Brief:
    """A brief in which one says something."""
    analysis: Analysis = make_analysis(id_, f"{who} said {said}.", [("Person", who)])
    span = span_of(analysis.document.text, said)
    if quoted:
        analysis = replace(analysis, quotations=(Quotation(span, "direct", speaker="e1"),))
    else:
        analysis = replace(analysis, claims=(Claim(0, span, "e1"),))
    return Brief(id_, analysis, (("e1", who.lower()),))


def agree(*briefs: Brief) -> Sequence[Agreement]:
    found = find_agreements(Library(briefs, (), ()))
    assert {one.id for one in found} == {one.id for one in find_agreements(Library(briefs[::-1], (), ()))}
    return found


def test_one_statement_in_several_briefs() -> None:
    """Nearly the same words of one speaker, claimed or quoted; once for each brief."""
    (found,) = agree(brief("a", TOLD), brief("b", TOLD.replace("northern ", "")), brief("c", TOLD, quoted=True))
    assert (found.speaker, [place.brief for place in found.evidence]) == ("mira vale", ["a", "b", "c"])
    assert found.corroboration.briefs == 3
    assert found.corroboration.independence == "not established"


def test_what_is_another_statement() -> None:
    """Of another speaker, with another number, with a denial, with few words in common; and within one brief."""
    first = brief("a", TOLD)
    for other in (
        brief("b", TOLD, who="Tom Roe"),
        brief("b", TOLD.replace("14", "15")),
        brief("b", TOLD.replace("would", "would not")),
        brief("b", TOLD.replace("would", "wouldn’t")),
        brief("b", "the harbour of Holm needs a new crane, more light and a fence"),
        brief("b", "it is closed"),
    ):
        assert agree(first, other) == ()
    twice = replace(first.analysis, claims=first.analysis.claims * 2)
    assert agree(replace(first, analysis=twice)) == ()


def test_a_copy_of_a_text_agrees_with_nobody() -> None:
    """It is the same brief once more."""
    assert agree(brief("a", TOLD), replace(brief("b", TOLD), duplicate_of="a")) == ()
