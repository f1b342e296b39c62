"""Libraries made by hand: a text with its findings in a few lines, and a whole small collection."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import (
    BODY_KINDS,
    Analysis,
    Argument,
    ArgumentRole,
    Authors,
    Block,
    BlockKind,
    Brief,
    Claim,
    Credit,
    DatedStatement,
    DateMention,
    Document,
    Entity,
    EntityType,
    Event,
    EventArgument,
    EventPart,
    Evidence,
    Field,
    Library,
    Lineage,
    LocalEntity,
    LocalEvent,
    Mention,
    Metadata,
    Problem,
    Quantity,
    Quotation,
    Reason,
    Related,
    Role,
    Span,
    StatedRole,
    Strand,
    Theme,
)
from generator.settings import Settings

SETTINGS = Settings(seeds=Path("seeds"))
ROLES: tuple[ArgumentRole, ...] = ("agent", "partner", "place")
TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Place", "Event")


def analysis_of(
    id_: str,
    blocks: Sequence[tuple[BlockKind, str | list[str]]],
    *,
    date: str | None = None,
    language: str = "en",
    **fields: object,
) -> Analysis:
    """An analysis of a text made of blocks; in a body block each string of a list is a sentence."""
    text, labelled, sentences = "", [], []
    for kind, words in blocks:
        start = len(text)
        for part in [words] if isinstance(words, str) else words:
            text += " " * (len(text) > start)
            if kind in BODY_KINDS and part:
                sentences.append(Span(len(text), len(text) + len(part)))
            text += part
        labelled.append(Block(kind, Span(start, len(text)), "a menu" if kind == "boilerplate" else None))
        text += "\n\n"
    metadata = Metadata(
        title=Field(None, "missing"),
        publisher=Field(None, "missing"),
        published=Field(date, "stated" if date else "missing"),
        authors=Authors((), "missing"),
        url=Field(None, "missing"),
    )
    document = Document(f"{id_}.txt", id_, "0123456789abcdef" * 4, text, tuple(labelled))
    known = {"metadata": metadata, "sentences": tuple(sentences), "language": language, **fields}
    return Analysis(document=document, **known)  # type: ignore[arg-type]


def find(text: str, words: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of words in a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@dataclass(frozen=True)
class Words:
    """The strings that a full library is made of; each one can be made hostile."""

    title: str = "A bridge opens"
    publisher: str = "Valley Post"
    author: str = "Ada Writer"
    person: str = "Jane Doe"
    organization: str = "River Board"
    place: str = "Lowtown"
    happening: str = "Lowtown Fair"
    role: str = "chair of the River Board"
    quotation: str = "the bridge is safe"
    claim: str = "the old one will go"
    alias: str = "Doe"
    via: str = "Radio Valley"
    credit: str = "Valley Wire"
    rule: str = "year from the dateline"
    heading: str = "What comes next"
    listed: str = "a first point"
    cut: str = "Home News Sport"
    reason: str = "a menu"
    problem: str = "a quotation mark is not closed"
    cure: str = "close it"
    path: str = "bridge"
    label: str = "Jane Doe"
    plain: str = "Nothing more is known."


def full_library(words: Words | None = None) -> Library:
    """Two briefs that name the same four entities and tell one event, with a finding of every kind."""
    words = words or Words()
    analyses = [_full_analysis("one", words, "2022-01-07"), _full_analysis("two", words, None)]
    spans = {a.document.id: a for a in analyses}
    ids = ("the-person", "the-organization", "the-place", "the-event")
    entities = tuple(
        Entity(
            id=id_,
            type=type_,
            name=analyses[0].entities[index].name,
            aliases=(words.alias,) if type_ == "Person" else (),
            roles=(StatedRole(words.role, Evidence("one", analyses[0].entities[0].roles[0].span)),)
            if not index
            else (),
            mentions=tuple(
                Evidence(b, m.span) for b, a in spans.items() for m in a.mentions if m.entity == f"e{index + 1}"
            ),
            rule=words.rule,
        )
        for index, (id_, type_) in enumerate(zip(ids, TYPES, strict=True))
    )
    parts = tuple(
        EventPart(Evidence(b, a.sentences[0]), Evidence(b, a.dates[0].span), words.rule, "announced", event=0)
        for b, a in spans.items()
    )
    arguments = tuple(
        EventArgument(argument.role, tuple(Evidence(b, a.events[0].arguments[at].span) for b, a in spans.items()), id_)
        for at, (argument, id_) in enumerate(zip(analyses[0].events[0].arguments, ids, strict=False))
    )
    clause = tuple(Evidence("one", span) for span in analyses[0].events[0].clause)
    open_part = EventPart(
        Evidence("two", spans["two"].sentences[1]),
        Evidence("two", spans["two"].dates[1].span),
        words.rule,
        "reported",
    )
    once = EventPart(Evidence("one", spans["one"].sentences[1]), None, words.rule, "reported")
    events = (
        Event(
            id="opening",
            date="2022-01-08/2022-01-13",
            place="the-place",
            participants=("the-person", "the-organization"),
            parts=parts,
            kind="meeting",
            arguments=arguments,
            places=("the-place",),
            clause=clause,
        ),
        Event("speech", "2021-12", None, ("the-person",), (once,)),
        Event("open", None, None, (), (open_part,)),
    )
    related = Related(
        "two",
        0.5,
        (
            Reason("entity", words.label, "the-person"),
            Reason("event", words.label, "opening"),
            Reason("wording", words.label),
        ),
    )
    pairs = tuple((f"e{index + 1}", id_) for index, id_ in enumerate(ids))
    briefs = (
        Brief("one", analyses[0], pairs, (related,), (words.credit,)),
        Brief("two", analyses[1], pairs, (), (), duplicate_of="one"),
    )
    lost = Problem(f"seeds/{words.path}", words.problem, words.cure, "error")
    problems = (lost, *(p for a in analyses for p in a.problems))
    return Library(
        tuple(sorted(briefs, key=lambda b: b.id)),
        tuple(sorted(entities, key=lambda e: e.id)),
        events,
        problems,
        lineages=(Lineage("wording-one", "wording", ("one", "two"), (words.credit,), _openings(analyses)),),
        themes=(_theme(analyses, words),),
    )


def _theme(analyses: Sequence[Analysis], words: Words) -> Theme:
    """Both briefs as one story in two parts."""
    leads = tuple(Evidence(analysis.document.id, analysis.sentences[0]) for analysis in analyses)
    return Theme(
        id="the-theme",
        name=f"{words.label}, {words.place}",
        briefs=("one", "two"),
        entities=("the-person", "the-organization", "the-place", "the-event"),
        events=("speech", "opening"),
        lead=leads[0],
        summary=leads,
        strands=(Strand(words.label, ("one",)), Strand(words.place, ("two",))),
        begins="2022-01-07",
        ends="2022-01-07",
    )


def _openings(analyses: Sequence[Analysis]) -> tuple[Evidence, ...]:
    return tuple(Evidence(analysis.document.id, analysis.sentences[0]) for analysis in analyses[:2])


def _full_analysis(id_: str, words: Words, date: str | None) -> Analysis:
    first = (
        f"On 8 January 2022 {words.person} , {words.role} , met the {words.organization} "
        f"in {words.place} for {words.happening} ."
    )
    second = f"He said “ {words.quotation} ” on Friday and that {words.claim} ."
    base = analysis_of(
        id_,
        [
            ("boilerplate", words.cut),
            ("title", words.title),
            ("paragraph", [first, second, words.plain]),
            ("heading", words.heading),
            ("list_item", words.listed),
            ("credit", f"By {words.author} for {words.publisher} ({words.credit})"),
        ],
        date=date,
    )
    text = base.document.text
    names = (words.person, words.organization, words.place, words.happening)
    # The frame words are searched for, not the words in it: those can be anything, also empty.
    at0 = base.sentences[0].start
    at, spans = at0, []
    for lead, name in zip(("On 8 January 2022 ", f" , {words.role} , met the ", " in ", " for "), names, strict=True):
        start = at + len(lead)
        spans.append(Span(start, start + len(name)))
        at = start + len(name)
    role = Span(spans[0].end + 3, spans[0].end + 3 + len(words.role))
    said = Span(
        base.sentences[1].start + len("He said “ "),
        base.sentences[1].start + len("He said “ ") + len(words.quotation),
    )
    claim_start = said.end + len(" ” on Friday and that ")
    claim = Span(claim_start, claim_start + len(words.claim))
    friday = Span(said.end + len(" ” on "), said.end + len(" ” on Friday"))
    credit_block = base.document.blocks[-1].span
    author = Span(credit_block.start + 3, credit_block.start + 3 + len(words.author))
    publisher = Span(author.end + 5, author.end + 5 + len(words.publisher))
    credit = Span(publisher.end + 2, publisher.end + 2 + len(words.credit))
    title = base.document.blocks[1].span
    blocks = (Block("boilerplate", base.document.blocks[0].span, words.reason), *base.document.blocks[1:])
    document = Document(f"{words.path}-{id_}.txt", id_, "ab" * 32, text, blocks)
    problem = Problem(f"{words.path}-{id_}.txt", words.problem, words.cure, "note", Span(0, 1))
    return Analysis(
        document=document,
        language="en",
        metadata=Metadata(
            title=Field(words.title, "stated", title),
            publisher=Field(words.publisher, "stated", publisher),
            published=Field(date, "override" if date else "missing"),
            authors=Authors((words.author,), "stated", author),
            url=Field("https://example.org/a?b=c&d=e", "override"),
        ),
        credits=(Credit("wire", words.credit, credit), Credit("cited", words.credit, credit)),
        sentences=base.sentences,
        summary=(0, len(base.sentences) - 1),
        mentions=tuple(
            Mention(span, type_, f"e{i + 1}") for i, (span, type_) in enumerate(zip(spans, TYPES, strict=True))
        ),
        entities=tuple(
            LocalEntity(f"e{i + 1}", type_, name, (), (Role(words.role, role),) if i == 0 else ())
            for i, (name, type_) in enumerate(zip(names, TYPES, strict=True))
        ),
        quotations=(
            Quotation(
                said,
                "direct",
                "e1",
                Span(base.sentences[1].start, base.sentences[1].start + 2),
                None,
                words.via,
            ),
            Quotation(said, "fragment"),
        ),
        claims=(Claim(1, claim, "e1", None, None, words.via, (friday,)), Claim(1, claim)),
        dates=(
            DateMention(
                Span(base.sentences[0].start + 3, base.sentences[0].start + 17),
                "2022-01-08",
                words.rule,
                "stated",
            ),
            DateMention(friday, None, words.rule, "open"),
        ),
        events=(
            LocalEvent(
                sentence=0,
                date=0,
                participants=("e1",),
                place="e3",
                kind="meeting",
                trigger=Span(spans[1].start - len("met the "), spans[1].start - len(" the ")),
                arguments=tuple(
                    Argument(role, span, f"e{at + 1}")
                    for at, (role, span) in enumerate(zip(ROLES, spans, strict=False))
                ),
                clause=(Span(spans[1].start - len("met the "), spans[1].end), Span(spans[2].start - 3, spans[2].end)),
            ),
            LocalEvent(1, None, ("e1",), standing="denied", kind="statement", within=0, clause=(claim,)),
        ),
        dated=(DatedStatement(1, 1),),
        quantities=(Quantity(0, spans[3], Span(at0 + 3, at0 + 4), 8.0, counted=spans[3], noun=spans[3], event=0),),
        problems=(problem,),
    )
