"""Everything published is in the source, word for word, or the check says where it is not."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from generator.checking import MOST, check, list_slices
from generator.model import (
    Analysis,
    Authors,
    Claim,
    Credit,
    DatedStatement,
    DateMention,
    Declaration,
    Document,
    Ending,
    Field,
    LocalEntity,
    LocalEvent,
    Mention,
    Quotation,
    Span,
)
from tests.linking.analyses import make_analysis, span_of

TEXT = "Warden Mira Vale spoke on Monday. “We will wait,” Vale said, as per Grain Wire.\nThe bridge, she said, holds."


def analysis_of() -> Analysis:
    """An analysis with one finding of each kind."""
    made = make_analysis(
        "a",
        TEXT,
        [("Person", "Mira Vale/Vale"), ("Organization", "Grain Wire")],
        roles=[("Mira Vale", "Warden")],
        dates=[("Monday", "2020-02-03")],
        events=[(0, 0, ("Mira Vale",), None)],
    )
    said = span_of(TEXT, "said")
    quotation = Quotation(span_of(TEXT, "We will wait,"), "direct", "e1", Span(50, 54), said, "Grain Wire")
    claim = Claim(2, span_of(TEXT, "The bridge"), "e1", span_of(TEXT, "she"), said, None, (span_of(TEXT, "as per"),))
    return replace(
        made,
        credits=(Credit("cited", "Grain Wire", span_of(TEXT, "Grain Wire")),),
        metadata=replace(made.metadata, title=Field("Warden Mira Vale", "derived", Span(0, 16))),
        quotations=(quotation,),
        claims=(claim,),
    )


def fresh(text: str = TEXT, **changes: object) -> Document:
    """The source read anew, its digest as analysed."""
    return replace(analysis_of().document, text=text, blocks=(), **changes)  # type: ignore[arg-type]


def faults(analysis: Analysis, document: Document | None = None) -> str:
    """All faults, one a line."""
    return "\n".join(str(problem) for problem in check(analysis, document or fresh()))


def test_all_is_verbatim() -> None:
    """An analysis of the source as it is has no fault."""
    assert check(analysis_of(), fresh()) == ()


def test_one_changed_character() -> None:
    """One changed character is told with the file, the number of the sentence and both texts."""
    found = check(analysis_of(), fresh(TEXT.replace("wait", "bait")))
    assert {problem.severity for problem in found} == {"error"}
    assert any(str(problem).startswith("a.txt: sentence 2: ““We will wait,” Vale said") for problem in found)
    assert "which has “We will bait,”" in str(found[-1])


def test_corrupt_analysis() -> None:
    """A changed character in the analysed text is found as well as one in the source."""
    analysis = analysis_of()
    corrupt = replace(analysis, document=replace(analysis.document, text=TEXT.replace("bridge", "fridge")))
    assert "a.txt: sentence 3: “The fridge, she said, holds.”" in faults(corrupt)


def test_changed_file() -> None:
    """Another digest is a fault of its own, even where all words are still there."""
    assert faults(analysis_of(), fresh(sha256="0" * 64)) == "a.txt: changed since it was analysed; build once more"


def test_shortened_source() -> None:
    """A source that lost its end is told, not crashed on."""
    assert "which has “”" in faults(analysis_of(), fresh(TEXT[:40]))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"credits": (Credit("wire", "Mill Wire", span_of(TEXT, "Grain Wire")),)}, "credit in sentence 2: “Mill Wire”"),
        ({"sentences": (Span(0, 33), Span(30, 60), Span(80, 108))}, "sentences overlap"),
        ({"sentences": (Span(0, 33), Span(34, 79), Span(80, 1000))}, "[80, 1000] is no part of the text"),
        ({"summary": (1, 0)}, "leaves the order"),
        ({"summary": (7,)}, "points at no sentence"),
        (
            {"mentions": (Mention(Span(7, 16), "Place", "e1"), Mention(Span(68, 78), "Organization", "e2"))},
            "of another",
        ),
        (
            {"entities": (LocalEntity("e1", "Person", "Mira"), LocalEntity("e2", "Organization", "Grain Wire"))},
            "“Mira”",
        ),
        ({"quotations": (Quotation(Span(35, 48), "direct", "e9"),)}, "a speaker, claimant"),
        ({"quotations": (Quotation(Span(35, 48), "direct", via="Mill Wire"),)}, "the medium “Mill Wire” is nowhere"),
        ({"quotations": (Quotation(Span(48, 35), "direct"),)}, "[48, 35] is no part of the text"),
        ({"claims": (Claim(9, Span(0, 6)),)}, "points at no sentence"),
        ({"dates": (DateMention(Span(26, 32), None, "why", "resolved"),)}, "a date is open and has a value"),
        ({"events": (LocalEvent(0, 3),)}, "points at no date"),
        ({"events": (LocalEvent(0, None, (), "e7"),)}, "participant or place points at no entity"),
        ({"events": (LocalEvent(0, 0, assumed="2022-01-07~"),)}, "has a day of its own and one that is assumed"),
        ({"dated": (DatedStatement(0, 3),)}, "an event or a dated statement points at no date"),
        ({"events": (LocalEvent(0, None, ending=Ending("cancelled", "asserted")),)}, "called off as a fact and is not"),
    ],
)
def test_broken_findings(changes: dict[str, object], message: str) -> None:
    """A finding that is not the source's words, or points nowhere, is a fault."""
    assert message in faults(replace(analysis_of(), **changes))  # type: ignore[arg-type]


def test_every_span_is_checked() -> None:
    """Each span of an analysis, however deep it stands, is held against the source: a new finding needs no line."""
    slices = list(list_slices(analysis_of()))
    assert sorted(piece.span for piece in slices) == sorted(_list_spans(analysis_of()))
    assert {piece.what for piece in slices} == {
        *("block", "sentence", "title", "credit", "name", "role", "quotation", "speaker", "cue", "claim", "claimant"),
        *("hedge", "date", "argument"),
    }


def _list_spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _list_spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _list_spans(getattr(value, field.name))


def test_role_that_is_not_stated() -> None:
    """A role's title must be the words at its place."""
    analysis = analysis_of()
    entity = replace(analysis.entities[0], roles=(replace(analysis.entities[0].roles[0], title="Chief Warden"),))
    assert "role in sentence 1: “Chief Warden” is not in the source" in faults(
        replace(analysis, entities=(entity, analysis.entities[1]))
    )


def test_metadata() -> None:
    """A title stands at its place, or where it has none, in the front matter; one from outside is the editor's."""
    analysis = analysis_of()

    def titled(field: Field) -> Analysis:
        return replace(analysis, metadata=replace(analysis.metadata, title=field))

    assert "title in sentence 1: “Warden Tom”" in faults(titled(Field("Warden Tom", "stated", Span(0, 10))))
    assert "the title “Vale waits” is nowhere" in faults(titled(Field("Vale waits", "stated")))
    declared = fresh(declarations=(Declaration("title", ("Vale waits",), "front matter"),))
    assert faults(titled(Field("Vale waits", "stated")), declared) == ""
    authors = replace(analysis, metadata=replace(analysis.metadata, authors=Authors(("Tom Reed",), "stated")))
    assert "the author “Tom Reed” is nowhere" in faults(authors)


def test_sentence_outside_the_body() -> None:
    """Only sentences of body blocks are published."""
    analysis = analysis_of()
    block = replace(analysis.document.blocks[0], kind="boilerplate", reason="chrome")
    cut = replace(analysis, document=replace(analysis.document, blocks=(block,)))
    assert "sentence 1 is not in the body" in faults(cut)


def test_words_outside_every_block() -> None:
    """Cleaning labels and deletes nothing: between two blocks is white space only."""
    analysis = analysis_of()
    first, second = (replace(analysis.document.blocks[0], span=span) for span in (Span(0, 33), Span(80, 108)))
    assert "words stand outside every block" in faults(
        replace(analysis, document=replace(analysis.document, blocks=(first, second)))
    )


def test_not_every_fault_is_told() -> None:
    """A source changed from its first word on has a bounded number of messages, the last of which says so."""
    analysis = make_analysis("a", "Mira slept. " * 200)
    found = check(analysis, replace(analysis.document, text="!" + analysis.document.text))
    assert len(found) == MOST + 1
    assert found[-1].what == "more of this kind"
