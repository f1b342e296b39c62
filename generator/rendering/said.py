"""The views of what is said: quotations and claims with their speakers, and what a source says of itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model import Authors, Brief, Claim, Corroboration, Credit, Evidence, Field, Origin, Quotation, Status
from generator.rendering.addresses import text_page
from generator.rendering.catalog import TITLE_CHARS, Catalog, unit_of
from generator.rendering.markup import Markdown, joined, md
from generator.rendering.readable import When, counted, shortened, show_date
from generator.rendering.views import (
    SENTENCE_CHARS,
    BriefLine,
    Link,
    SentenceLine,
    Way,
    show_brief,
    show_link,
    show_sentence,
    show_way,
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
    backing: Markdown | None = None
    """By how many briefs and origins it is told, where other briefs have it too."""
    fragments: tuple[str, ...] = ()
    """The words that the same sentence quotes of the same speaker besides, where these are a few words each."""


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
        rule=said.rule if isinstance(said, Quotation) and said.is_carried else None,
        backing=_backing(catalog, Evidence(brief.id, said.span)),
    )


def fold_fragments(
    catalog: Catalog, said: Iterable[tuple[Brief, Quotation]]
) -> list[tuple[Brief, Quotation, tuple[Quotation, ...]]]:
    """Put fragments under the longest quotation of the same speaker in their sentence; each of the others alone."""
    together: dict[tuple[object, ...], list[tuple[Brief, Quotation]]] = {}
    for brief, quotation in said:
        unit = unit_of(catalog.addresses, Evidence(brief.id, quotation.span))
        together.setdefault((*unit, quotation.speaker or quotation.speaker_span), []).append((brief, quotation))
    folded = []
    for same in together.values():
        head = max(same, key=lambda pair: (pair[1].span.end - pair[1].span.start, -pair[1].span.start))
        under = tuple(one for _, one in same if one is not head[1] and one.kind == "fragment")
        folded += [(brief, one, under if one is head[1] else ()) for brief, one in same if one not in under]
    return folded


def show_folded(catalog: Catalog, found: tuple[Brief, Quotation, tuple[Quotation, ...]], here: str) -> SaidLine:
    """A quotation as a line of the page `here`, with the fragments under it."""
    brief, quotation, under = found
    line = show_said(catalog, brief, quotation, here)
    text = brief.analysis.document.text
    return replace(line, fragments=tuple(shortened(one.span.of(text), SENTENCE_CHARS) for one in under))


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


@dataclass(frozen=True, slots=True)
class Backing:
    """By how many briefs and origins something is told."""

    words: Markdown
    """`told by 3 briefs of 2 origins: AP; The Courier`, `…; independence not established`, `one source only`."""
    briefs: int
    is_independent: bool
    """Several origins are named for whole reports, and none rests on another."""


_NAMES_SHOWN = 8


def _backing(catalog: Catalog, evidence: Evidence) -> Markdown | None:
    agreement = catalog.kin.agreed.get(evidence)
    backing = show_backing(agreement.corroboration) if agreement else None
    return backing.words if backing else None


def show_backing(corroboration: Corroboration | None) -> Backing | None:
    """By how many briefs and origins something is told, in words; None where that was not counted."""
    if corroboration is None:
        return None
    found, told = corroboration, joined([Markdown("told by "), counted(corroboration.briefs, "brief")])
    names = [name_origin(origin) for origin in found.origins if origin.names][:_NAMES_SHOWN]
    if found.independence == "one source":
        words = joined([Markdown("one source only"), *_after(": ", names, "; ")])
    elif found.independence == "one origin":
        words = joined([told, Markdown(" of one origin"), *_after(": ", names, "; ")])
    elif found.independence == "several origins":
        words = joined([told, Markdown(" of "), counted(len(found.origins), "origin"), *_after(": ", names, "; ")])
    else:
        known = [*_after("", names[:-1], ", "), *_after(" and " if names[1:] else "", names[-1:], "")]
        lead = [Markdown(", origins " if names[1:] else ", origin ")] if names else []
        words = joined([told, *lead, *known, Markdown("; independence not established")])
    return Backing(words, found.briefs, found.independence == "several origins")


def name_origin(origin: Origin) -> Markdown:
    """The names of one origin: `ANI/Xinhua`; `AP in part` where it gave a part of a report only."""
    names = Markdown("/").join([md(shortened(name, TITLE_CHARS)) for name in origin.names[:_NAMES_SHOWN]])
    return names if origin.is_named else joined([names, Markdown(" in part")])


def _after(lead: str, names: Sequence[Markdown], between: str) -> list[Markdown]:
    return [Markdown(lead), Markdown(between).join(names)] if names else []


_CREDITS_SHOWN = 100
CREDIT_WORDS = {"wire": "wire service", "image": "image", "cited": "cited"}
_NOTES: dict[Status, str] = {
    "stated": "",
    "missing": "",
    "derived": "derived from the text",
    "override": "given by the editor of this collection",
}
_OF_ADDRESS = "taken from the address of the page"
"""Where a date comes from that no words state."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of metadata; `text` is None where it is not stated."""

    text: str | None
    when: When | None
    """The text as a date, where it is one."""
    way: Way | None
    """To the words that say so."""
    note: Markdown
    """Where it comes from, if not from the text itself; empty else."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A wire service, an image's owner or a medium cited."""

    kind: Markdown
    name: str
    way: Way


def show_fact(catalog: Catalog, brief: Brief, field: Field | Authors, *, is_date: bool = False) -> Fact:
    """A piece of metadata for the brief's own page."""
    value = ", ".join(field.value) if isinstance(field, Authors) else field.value
    return Fact(
        text=shortened(value, SENTENCE_CHARS) if value else None,
        when=show_date(value) if is_date else None,
        way=show_way(catalog, Evidence(brief.id, field.span), text_page(brief.id)) if field.span else None,
        note=Markdown(_OF_ADDRESS if is_date and field.status == "derived" else _NOTES[field.status]),
    )


def credits_of(catalog: Catalog, brief: Brief, here: str) -> tuple[CreditLine, ...]:
    """The credits of a brief for the page `here`: each kind and name once, leading to where it first stands."""
    first: dict[tuple[str, str], Credit] = {}
    for credit in brief.analysis.credits:
        first.setdefault((credit.kind, credit.name), credit)
    return tuple(
        CreditLine(
            Markdown(CREDIT_WORDS[credit.kind]),
            shortened(credit.name, SENTENCE_CHARS),
            show_way(catalog, Evidence(brief.id, credit.span), here),
        )
        for credit in list(first.values())[:_CREDITS_SHOWN]
    )
