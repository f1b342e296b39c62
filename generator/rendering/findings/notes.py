"""What was found in each sentence, as notes to stand beside it: who says it, when it is, how many, what is disputed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from generator.model import Brief, Claim, Evidence, Quotation
from generator.rendering.addresses import has_page, href, text_page
from generator.rendering.catalog import Catalog, speaker_of
from generator.rendering.disputes import KINDS, ROWS, find_disputes
from generator.rendering.findings.quantities import figures_of, words_of
from generator.rendering.happenings import Reached, group_happenings, show_happening, show_statement
from generator.rendering.markup import Markdown, inert, joined
from generator.rendering.readable import mark_date, shortened

_CHARS = 60
_STEM = 4
"""Letters in which a verb and what is done by it are alike."""
Found = Iterator[tuple[int, Markdown]]
"""The number of a sentence, and a note on it."""


def write_notes(catalog: Catalog, brief: Brief, here: str, wanted: Collection[int]) -> dict[int, tuple[Markdown, ...]]:
    """For each of some sentences its notes, each once, as raw HTML for the page `here`."""
    notes: defaultdict[int, dict[Markdown, None]] = defaultdict(dict)
    makers: tuple[Callable[[Catalog, Brief, str, Collection[int]], Found], ...]
    makers = (_said, _happening, _dated, _counted, _disputed, _odd)
    for index, note in chain.from_iterable(make(catalog, brief, here, wanted) for make in makers):
        notes[index][note] = None
    return {index: tuple(found) for index, found in notes.items()}


def _sentence_at(catalog: Catalog, brief: Brief, place: int) -> int:
    found = catalog.addresses.leaves[brief.id].sentences.at(place)
    return found[0] if found else -1


def _words(text: str) -> Markdown:
    return inert(shortened(" ".join(text.split()), _CHARS))


def _tag(catalog: Catalog, words: str) -> Markdown:
    return Markdown(f", <em>{catalog.labels.say(words)}</em>")


def _missing(catalog: Catalog, words: str) -> Markdown:
    return Markdown(f'<span class="briefs-missing">{catalog.labels.say(words)}</span>')


def _said(catalog: Catalog, brief: Brief, here: str, wanted: Collection[int]) -> Found:
    """Who says it, by which verb: one note for all that one sentence has of one speaker by one verb."""
    told: defaultdict[tuple[int, object], list[Quotation | Claim]] = defaultdict(list)
    for quotation in brief.analysis.quotations:
        index = _sentence_at(catalog, brief, quotation.span.start)
        told[index, (quotation.speaker, quotation.cue)].append(quotation)
    for claim in brief.analysis.claims:
        told[claim.sentence, (claim.claimant, claim.cue)].append(claim)
    for (index, _), said in told.items():
        if index in wanted:
            yield index, _speech(catalog, brief, said, here)


def _speech(catalog: Catalog, brief: Brief, said: Sequence[Quotation | Claim], here: str) -> Markdown:
    """With a sign where words are quoted."""
    first, text = said[0], brief.analysis.document.text
    speaker = next(filter(None, (_speaker(catalog, brief, one, here) for one in said)), None)
    parts = [Markdown('<span class="briefs-quoted">“”</span> ') if isinstance(first, Quotation) else Markdown("")]
    parts.append(speaker or _missing(catalog, "speaker not determined"))
    if speaker and first.cue:
        parts.append(Markdown(f' <span class="briefs-cue">{_words(first.cue.of(text))}</span>'))
    if via := next((one.via for one in said if one.via), None):
        parts.append(Markdown(f", {catalog.labels.say('via')} {_words(via)}"))
    acts = dict.fromkeys(one.act for one in said if one.act and _adds(one.act, one.cue.of(text) if one.cue else ""))
    hedged = ["hedged"] if any(isinstance(one, Claim) and one.hedges for one in said) else []
    edited = ["by the editor"] if any(one.by_editor for one in said) else []
    return joined([*parts, *(_tag(catalog, words) for words in (*acts, *hedged, *edited))])


def _adds(act: str, cue: str) -> bool:
    """Whether what is done by saying it is not told by the verb: of "demanded" all is said."""
    return act != "states" and not cue.lower().startswith(act[:_STEM])


def _speaker(catalog: Catalog, brief: Brief, said: Quotation | Claim, here: str) -> Markdown | None:
    who, words = (
        (said.speaker, said.speaker_span) if isinstance(said, Quotation) else (said.claimant, said.claimant_span)
    )
    if entity := speaker_of(catalog, brief, who):
        way = href(catalog.addresses.entities[entity.id], here, catalog.style)
        return Markdown(f'<a href="{way}">{_words(entity.name)}</a>')
    return Markdown(f"“{_words(words.of(brief.analysis.document.text))}”") if words else None


def _happening(catalog: Catalog, brief: Brief, here: str, wanted: Collection[int]) -> Found:
    """When it happens, of which kind it is and how it stands, with the way to the page of its event."""
    for at in chain.from_iterable(group_happenings(brief.analysis.events)):
        event = brief.analysis.events[at]
        if event.sentence not in wanted:
            continue
        line = show_happening(catalog, brief, [at], here)
        known = catalog.event_told.get((brief.id, at))
        page = catalog.addresses.events[known[0].id] if known else ""
        words = joined([*_when(catalog, line.reached), catalog.labels.say(line.kind or "")]).strip()
        if page and has_page(page):
            told = words or catalog.labels.say("event")
            words = Markdown(f'<a href="{href(page, here, catalog.style)}">{told}</a>')
        if words:
            tags = (_tag(catalog, tag) for tag in line.tags)
            yield event.sentence, joined([words, *tags, *_reached_by(catalog, line.reached)])


def _when(catalog: Catalog, reached: Reached) -> Iterator[Markdown]:
    when = reached.when or (reached.known.when if reached.known else None)
    if when:
        yield Markdown(f"{mark_date(replace(when, words=catalog.labels.say(when.words)))} ")
    elif reached.expression:
        yield Markdown(f"{_missing(catalog, 'date open')} ")


def _reached_by(catalog: Catalog, reached: Reached) -> Iterator[Markdown]:
    """What the sentence does not state of its day."""
    if reached.known:
        words = "day from another brief" if reached.known.briefs else "day from another sentence"
        yield Markdown(f" ({catalog.labels.say(words)})")
    elif reached.is_assumed:
        yield Markdown(f" ({catalog.labels.say('day of publication')})")


def _dated(catalog: Catalog, brief: Brief, here: str, wanted: Collection[int]) -> Found:
    """The date of a sentence that tells of no happening."""
    for at, stated in enumerate(brief.analysis.dated):
        if stated.sentence in wanted:
            yield stated.sentence, joined(_when(catalog, show_statement(catalog, brief, at, here).reached)).strip()


def _counted(catalog: Catalog, brief: Brief, here: str, wanted: Collection[int]) -> Found:
    """The figures that tell much."""
    for row in figures_of(brief)[0]:
        if row[0].sentence in wanted:
            yield row[0].sentence, Markdown("; ").join(_words(words_of(brief, one)) for one in row)


def _disputed(catalog: Catalog, brief: Brief, here: str, wanted: Collection[int]) -> Found:
    """That it is of one side of what opposes each other, with the way to both."""
    for opposition in find_disputes(catalog, [brief.id])[:ROWS]:
        way = href(f"{text_page(brief.id)}#{opposition.id}", here, catalog.style)
        kind = catalog.labels.say(KINDS[opposition.kind])
        note = Markdown(f'<a class="briefs-note-disputed" href="{way}">{kind}</a>')
        places = (one.evidence for side in opposition.sides for one in side.positions)
        own = dict.fromkeys(_sentence_of(catalog, brief, place) for place in places)
        yield from ((index, note) for index in own if index in wanted)


def _sentence_of(catalog: Catalog, brief: Brief, place: Evidence) -> int:
    return _sentence_at(catalog, brief, place.span.start) if place.brief == brief.id else -1


def _odd(catalog: Catalog, brief: Brief, here: str, wanted: Collection[int]) -> Found:
    """What is odd in its words."""
    for problem in brief.analysis.problems:
        index = _sentence_at(catalog, brief, problem.span.start) if problem.span else -1
        if index in wanted:
            yield index, Markdown(f"{catalog.labels.say('sic:')} {_words(catalog.labels.text(problem.what))}")
