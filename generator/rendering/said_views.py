"""The view of what somebody says: a quotation or a claim, with who says it and through which medium."""

from dataclasses import dataclass

from generator.model import Brief, Claim, Evidence, Quotation
from generator.rendering.catalog import Catalog
from generator.rendering.readable import shortened
from generator.rendering.views import (
    SENTENCE_CHARS,
    BriefLine,
    Link,
    SentenceLine,
    show_brief,
    show_link,
    show_sentence,
)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A quotation or a claim."""

    text: str
    is_fragment: bool
    speaker: Link | None
    called: str | None
    """The words that name the speaker in that place, where they are not his name."""
    via: str | None
    is_hedged: bool
    cue: str | None
    """The words that make it a claim, such as "has demanded"; None for a quotation."""
    act: str | None
    """What is done by saying it, where it is more than a statement: "demands"."""
    sentence: SentenceLine
    brief: BriefLine
    is_by_editor: bool
    """The curator decided who says it, or that it stays open."""
    rule: str | None = None
    """How the speaker was found where the sentence does not tell."""


def show_said(catalog: Catalog, brief: Brief, said: Quotation | Claim, here: str) -> SaidLine:
    """A quotation or claim as a line of the page `here`."""
    text = brief.analysis.document.text
    who = said.speaker if isinstance(said, Quotation) else said.claimant
    words = said.speaker_span if isinstance(said, Quotation) else said.claimant_span
    entity = catalog.entities.get(catalog.known_as[brief.id].get(who or "", ""))
    called = words.of(text) if words else None
    return SaidLine(
        text=shortened(said.span.of(text), SENTENCE_CHARS),
        is_fragment=isinstance(said, Quotation) and said.kind == "fragment",
        speaker=show_link(entity.name, catalog.addresses.entities[entity.id], here) if entity else None,
        called=None if entity and called in (entity.name, *entity.aliases) else called,
        via=said.via,
        is_hedged=isinstance(said, Claim) and bool(said.hedges),
        cue=said.cue.of(text) if isinstance(said, Claim) and said.cue else None,
        act=None if said.act == "states" else said.act,
        sentence=show_sentence(catalog, Evidence(brief.id, said.span), here, [said.span]),
        brief=show_brief(catalog, brief.id, here),
        is_by_editor=said.by_editor,
        rule=said.rule if isinstance(said, Quotation) else None,
    )


@dataclass(frozen=True, slots=True)
class HeadlineLine:
    """Words that the headline has between quotation marks and that nobody is quoted as saying."""

    text: str
    is_written: bool
    """Whether the text has the same words, outside quotation marks."""
    nearest: SentenceLine | None
    """Where the text has these or most of these words."""


def show_headlines(catalog: Catalog, brief: Brief, here: str) -> tuple[HeadlineLine, ...]:
    """The quotations of the headline that the text does not have as such."""
    text = brief.analysis.document.text
    return tuple(
        HeadlineLine(
            text=shortened(said.span.of(text), SENTENCE_CHARS),
            is_written=said.found == "unquoted",
            nearest=show_sentence(catalog, Evidence(brief.id, said.evidence), here, [said.evidence])
            if said.evidence
            else None,
        )
        for said in brief.analysis.headline_quotations
        if said.found != "quoted"
    )
