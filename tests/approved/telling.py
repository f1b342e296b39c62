"""All that was found in a document, and in a collection, as lines that a person reads."""

from collections.abc import Iterable, Iterator

from generator.model import Analysis, Block, Brief, Doubt, Entity, Event, Library, Opposition, Span

FIELDS = ("title", "publisher", "published", "authors", "url", "section", "language")
Told = tuple[Span, str]
"""Where a line belongs, and the line."""


def tell(analysis: Analysis) -> list[str]:
    """A document block by block, with what was found in each below it."""
    text, found = analysis.document.text, sorted(tell_findings(analysis))
    lines = list(tell_metadata(analysis))
    for block in analysis.document.blocks:
        lines.append(tell_block(block, analysis))
        lines += [f"    {line}" for span, line in found if block.span.holds(span)]
    outside = [line for span, line in found if not any(block.span.holds(span) for block in analysis.document.blocks)]
    noted = [
        f"{problem.severity}: {problem.what}" + (f": {clip(problem.span.of(text))}" if problem.span else "")
        for problem in analysis.problems
    ]
    return lines + [f"outside of blocks: {line}" for line in outside] + noted


def tell_metadata(analysis: Analysis) -> Iterator[str]:
    """What is known of it as a publication, where anything is."""
    text = analysis.document.text
    for name in FIELDS:
        field = getattr(analysis.metadata, name)
        if field.status != "missing":
            value = ", ".join(field.value) if name == "authors" else field.value
            how = mark(field.status, slice_of(text, field.span), field.rule and f"[{field.rule}]")
            yield f"{name} = {clip(value)} {how}"
    if analysis.summary:
        yield f"summary = {' '.join(map(str, analysis.summary))}"
    for found in analysis.referents:
        yield f"in brackets: {found.span.of(text)} = {found.name.of(text)} [{found.rule}]"


def tell_block(block: Block, analysis: Analysis) -> str:
    """A block with its kind, why it has it, and a stroke between its sentences."""
    signs = [f"p{block.page}" if block.page else "", "row" * block.is_row, "label" * block.is_label]
    head = mark(block.kind, block.reason and f"({block.reason})", block.rule and f"[{block.rule}]", *signs)
    text, at = "", block.span.start
    for sentence in analysis.sentences:
        if block.span.holds(sentence):
            text += analysis.document.text[at : sentence.end] + "¦"
            at = sentence.end
    return f"{head}: {clip(text + analysis.document.text[at : block.span.end])}"


def tell_findings(analysis: Analysis) -> Iterator[Told]:
    """Each finding of a document, a line each."""
    yield from tell_names(analysis)
    yield from tell_speech(analysis)
    text = analysis.document.text
    for credit in analysis.credits:
        yield credit.span, mark("credit", credit.kind, credit.name, f"[{credit.rule}]")
    for date in analysis.dates:
        yield date.span, mark("date", clip(date.span.of(text)), "=", date.value, date.status, f"[{date.rule}]")
    for one in analysis.quantities:
        value = f"{one.value:g}" + (f"..{one.until:g}" if one.until is not None else "")
        counted = slice_of(text, one.counted)
        told = mark(one.unit, counted and f"of {counted}", one.comparator, one.measure, f"[{one.rule}]")
        yield one.span, mark("figure", clip(one.span.of(text)), "=", value, told)
    for event in analysis.events:
        when = event.assumed if event.date is None else f"on {clip(analysis.dates[event.date].span.of(text))}"
        ending = f"/ {event.ending.kind} {event.ending.standing}" if event.ending else ""
        what = mark(event.status, event.standing, ending, event.kind, slice_of(text, event.trigger), when)
        parts = (f"{one.role}{slice_of(text, one.span)}" for one in event.arguments)
        who = mark(*event.participants, event.place and f"in {event.place}", *parts)
        clause = " ".join(slice_of(text, span) for span in event.clause)
        yield analysis.sentences[event.sentence], mark("event", what, who, clause and f"= {clause}", f"[{event.rule}]")
    for stance in analysis.stances:
        who = mark(slice_of(text, stance.holder), *stance.holders, "bare" * stance.is_bare)
        against = mark(*(slice_of(text, span) for span in stance.against_spans), *stance.against)
        what = mark("stance", stance.act, slice_of(text, stance.span), "by", who, against and f"against {against}")
        yield stance.cue, f"{what} [{stance.rule}]"
    for statement in analysis.dated:
        date = analysis.dates[statement.date]
        yield analysis.sentences[statement.sentence], mark("dated", clip(date.span.of(text)))


def tell_names(analysis: Analysis) -> Iterator[Told]:
    """Mentions and roles; with the first mention of an entity its name and other forms."""
    text, known = analysis.document.text, {entity.id: entity for entity in analysis.entities}
    for mention in analysis.mentions:
        entity = known.pop(mention.entity, None)
        forms = " / ".join([entity.name, *entity.aliases]) if entity else mention.span.of(text)
        kind = mention.type if entity is None or entity.type == mention.type else f"{mention.type} ({entity.type})"
        parts = (mention.entity, kind, clip(mention.span.of(text)), f"[{mention.rule}]")
        yield mention.span, mark("name", *parts, "" if forms == mention.span.of(text) else f"= {forms}")
    for entity in analysis.entities:
        for role in entity.roles:
            of = role.of and f"of {role.of}"
            yield role.span, mark("role", entity.id, clip(role.title), role.form, role.kind, of, f"[{role.rule}]")


def tell_speech(analysis: Analysis) -> Iterator[Told]:
    """Quotations, those of the headline, and claims."""
    text = analysis.document.text
    for said in analysis.quotations:
        who = mark(said.speaker, slice_of(text, said.speaker_span), "carried" * said.is_carried)
        cue = mark(slice_of(text, said.cue), said.act, said.via and f"via {said.via}", f"[{said.rule}]")
        yield said.span, mark("quotation", said.kind, clip(said.span.of(text)), "by", who, cue)
    for head in analysis.headline_quotations:
        yield (
            head.span,
            mark("headline", head.found, clip(head.span.of(text)), slice_of(text, head.evidence), head.speaker),
        )
    for claim in analysis.claims:
        who = mark(claim.claimant, slice_of(text, claim.claimant_span))
        cue = mark(slice_of(text, claim.cue), claim.act, claim.via and f"via {claim.via}", f"[{claim.rule}]")
        hedges = mark(*(slice_of(text, hedge) for hedge in claim.hedges))
        yield claim.span, mark("claim", clip(claim.span.of(text)), "by", who, cue, hedges and f"hedged {hedges}")


def tell_library(library: Library) -> list[str]:
    """A collection: each brief with its document, then what was made of all of them."""
    lines = [line for brief in library.briefs for line in ["", *tell_brief(brief)]]
    lines += ["", "# names", *(line for entity in library.entities for line in tell_entity(entity))]
    lines += ["", "# events", *(line for event in library.events for line in tell_event(event))]
    lines += ["", "# disputed", *(line for one in library.oppositions for line in tell_opposition(one))]
    lines += ["", "# questions", *map(tell_doubt, library.doubts)]
    return [*lines, "", "# problems", *(f"{problem.severity} {problem}" for problem in library.problems)]


def tell_brief(brief: Brief) -> list[str]:
    """A brief among the others, and all that was found in it."""
    lines = [f"# {brief.analysis.document.path}", *(f"origin {origin}" for origin in brief.origins)]
    if brief.duplicate_of:
        lines.append(f"same as {brief.duplicate_of}")
    for other in brief.related:
        why = "; ".join(f"{reason.kind}: {reason.label}" for reason in other.reasons)
        lines.append(f"related {other.brief} {other.score:.2f} {why}")
    return lines + tell(brief.analysis)


def tell_entity(entity: Entity) -> Iterator[str]:
    """A name of the collection."""
    count = f"{len(entity.mentions)}x" + (f" {len(entity.metonyms)} metonyms" if entity.metonyms else "")
    yield mark(entity.id, entity.type, " / ".join([entity.name, *entity.aliases]), count, "partial" * entity.is_partial)
    place = entity.reference
    parts = [entity.rule, place and mark("place", place.name, place.kind, place.code, place.rule)]
    parts += [f"role {clip(role.title)} ({role.evidence.brief})" for role in entity.roles]
    yield from (f"    {part}" for part in [*parts, entity.description, *entity.links] if part)
    yield from (f"    edit {mark(edit.what, edit.note)}" for edit in entity.edits)


def tell_event(event: Event) -> Iterator[str]:
    """What the collection tells of one day."""
    who = mark(event.place and f"in {event.place}", *event.participants)
    title = f"told by {event.clause[0].brief} {event.clause[0].span.start}" if event.clause else None
    yield mark(event.date or "open", event.id, event.kind, event.status, event.standing, who, title)
    for part in event.parts:
        at = f"{part.evidence.brief} {part.evidence.span.start}"
        known = mark("known from", *part.known_from) if part.known_from else ""
        yield f"    {mark(at, part.status, part.standing, part.rule and f'[{part.rule}]', known)}"


def tell_opposition(opposition: Opposition) -> Iterator[str]:
    """What opposes each other, and where each side stands."""
    yield mark(opposition.kind, opposition.id, f"[{opposition.rule}]")
    for side in opposition.sides:
        places = (f"{position.words.brief} {position.words.span.start} {position.act}" for position in side.positions)
        yield f"    {mark(*side.who)}: {'; '.join(places)}"


def tell_doubt(doubt: Doubt) -> str:
    """A question to the curator."""
    return mark(doubt.kind, clip(doubt.question), *(f"| {answer.label}" for answer in doubt.answers))


def mark(*parts: str | None) -> str:
    """The parts that there are, with a blank between them."""
    return " ".join(part for part in parts if part)


def slice_of(text: str, span: Span | None) -> str:
    """The words of a span between quotation marks; empty where there is none."""
    return f"‹{clip(span.of(text))}›" if span else ""


def clip(words: str | None) -> str:
    """Words on one line."""
    return (words or "").replace("\r", "␍").replace("\n", "⏎")


def show_spans(text: str, spans: Iterable[Span]) -> str:
    """Slices of a text, each once, in order."""
    return ", ".join(f"‹{clip(span.of(text))}›{span.start}" for span in sorted(set(spans)))
