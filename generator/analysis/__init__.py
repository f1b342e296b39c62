"""From a cleaned document to all that was found in it: plain calls, one module per kind of finding.

Each call is a step that may fail alone: it then costs what it would have found, and those behind it go on with nothing
in its place.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.analysis.names.entities import add_roles, find_entities
from generator.analysis.oddities import find_oddities, find_unbalanced
from generator.analysis.publication.credits import find_credits
from generator.analysis.publication.metadata import UNKNOWN, find_metadata
from generator.analysis.speech import check_headlines, with_turns
from generator.analysis.summaries.choosing import sum_up
from generator.curation import Word
from generator.faults import Faults
from generator.language.dates.finding import find_dates
from generator.language.frames import read_context
from generator.language.packs import Pack, detect_language, find_sentences, is_english, pack_for
from generator.model import (
    BODY_KINDS,
    NAMED_KINDS,
    Analysis,
    Claim,
    DatedStatement,
    Document,
    LocalEntity,
    LocalEvent,
    Mention,
    Problem,
    Quantity,
    Quotation,
    Referent,
    Span,
    Stance,
)
from generator.text.languages import name_language
from generator.text.normal import restore, view_document

_UNMENDED = "odd characters in its names and sentences were not looked through"
_NOBODY: tuple[tuple[LocalEntity, ...], tuple[Mention, ...]] = ((), ())


def analyse(document: Document, *, summary_sentences: int = 5, words: Sequence[Word] = ()) -> Analysis:
    """Find everything in one cleaned document. Pure: equal documents give equal analyses.

    `words` are names that the curator lists.

    It is looked for in the normalized text; every span and every word of the analysis is the source's own.
    """
    faults = Faults(document.path)
    view, normal = faults.attempt(_UNMENDED, (document, None), view_document, document)
    analysis = analyse_view(view, summary_sentences=summary_sentences, words=words)
    if normal is not None and view is not document:
        restored = faults.attempt(_UNMENDED, None, restore, analysis, document, normal)
        analysis = restored or analyse_view(document, summary_sentences=summary_sentences, words=words)
    return replace(analysis, problems=analysis.problems + faults.found) if faults.found else analysis


def analyse_view(document: Document, *, summary_sentences: int, words: Sequence[Word] = ()) -> Analysis:
    """Find everything in a document whose text is as plain as it can be."""
    faults = Faults(document.path, document.problems)
    attempt, body = faults.attempt, tuple(block.span for block in document.blocks if block.is_body)
    language = attempt("its language was not determined", "und", find_language, document)
    sentences = attempt("its sentences are not told apart", body, find_sentences, document.text, body, language)
    metadata = attempt("its title and date are missing", UNKNOWN, find_metadata, document, sentences, language)
    entities, mentions = attempt("its names are missing", _NOBODY, find_entities, document, sentences, language, words)
    published, pack = metadata.published.value, pack_for(language)
    names = [mention.span for mention in mentions]
    analysis = Analysis(
        document=document,
        language=language,
        metadata=metadata,
        credits=attempt("its credits are missing", (), find_credits, document, sentences),
        sentences=sentences,
        mentions=mentions,
        entities=attempt("its roles are missing", entities, add_roles, document, entities, mentions, language),
        dates=attempt("its dates are missing", (), find_dates, document, sentences, published, pack.dating, names),
    )
    analysis = add_speech(analysis, faults)
    nothing: tuple[tuple[int, ...], tuple[Referent, ...]] = ((), ())
    summary, referents = attempt("its summary is missing", nothing, sum_up, analysis, limit=summary_sentences)
    noted = attempt("notes on it are missing", (), find_notes, document, sentences, language)
    return replace(analysis, summary=summary, referents=referents, problems=faults.found + noted)


def add_speech(analysis: Analysis, faults: Faults) -> Analysis:
    """The analysis with what is said in the document, and what happens in it, which is told beside that."""
    document, attempt, pack = analysis.document, faults.attempt, pack_for(analysis.language)
    lost = "its quotations, statements and events are missing"
    heard = attempt(lost, None, hear, analysis, pack)
    if heard is None:
        return analysis
    quotations = attempt("its quotations are missing", (), find_quotations, analysis, heard, pack)
    events = attempt("its events are missing", (), find_events, heard, analysis, pack)
    lost = "the quotations of its headline were not compared"
    return replace(
        analysis,
        quotations=quotations,
        claims=attempt("its indirect statements are missing", (), find_claims, heard, pack),
        stances=attempt("who denies or demands what is missing", (), find_stances, heard, pack),
        headline_quotations=attempt(
            lost, (), check_headlines, document, analysis.sentences, quotations, analysis.language
        ),
        events=events,
        dated=attempt("its dated statements are missing", (), find_dated, heard, analysis, pack, events),
        quantities=attempt("its figures are missing", (), find_quantities, heard, analysis, pack, events),
    )


def hear(analysis: Analysis, pack: Pack) -> Any:
    """What the document tells of speaking, heard once, with the parse where the language has one."""
    document = analysis.document
    # The blocks in which names were looked for: the reading is kept and costs nothing more.
    trees = pack.read_trees(document.text, [block.span for block in document.blocks if block.kind in NAMED_KINDS])
    return pack.listen(read_context(document, analysis.sentences, analysis.entities, analysis.mentions, trees))


def find_quotations(analysis: Analysis, heard: Any, pack: Pack) -> tuple[Quotation, ...]:
    """The quotations of the document; in a transcript or chat each turn is said by the one whom its label names."""
    return with_turns(analysis.document, analysis.mentions, analysis.entities, pack.find_quotations(heard))


def find_claims(heard: Any, pack: Pack) -> tuple[Claim, ...]:
    """Indirect speech: what somebody is said to have said, without quotation marks around it."""
    return pack.find_claims(heard)


def find_stances(heard: Any, pack: Pack) -> tuple[Stance, ...]:
    """Who denies, refuses, demands or holds what."""
    return pack.find_stances(heard)


def find_events(heard: Any, analysis: Analysis, pack: Pack) -> tuple[LocalEvent, ...]:
    """Happenings, with the day that the text gives them, who and what has a part in them and where."""
    return pack.find_events(heard, analysis.dates, analysis.metadata.published.value)


def find_dated(heard: Any, analysis: Analysis, pack: Pack, events: Sequence[LocalEvent]) -> tuple[DatedStatement, ...]:
    """Sentences with a day on which no happening was found."""
    return pack.find_dated(heard, analysis.dates, analysis.metadata.published.value, events)


def find_quantities(heard: Any, analysis: Analysis, pack: Pack, events: Sequence[LocalEvent]) -> tuple[Quantity, ...]:
    """Numbers with what they count or measure."""
    return pack.find_quantities(heard, analysis.dates, events)


def find_notes(document: Document, sentences: Sequence[Span], language: str) -> tuple[Problem, ...]:
    """What a reader must know of the source: how well it could be read, and what is odd in it."""
    odd = find_unbalanced(document) + find_oddities(document, sentences, language)
    return note_language(document, language) + tuple(sorted(odd, key=lambda note: note.span or (0, 0)))


def note_language(document: Document, language: str) -> tuple[Problem, ...]:
    """What the reader must know of a text that is not in English: less is found in it."""
    if is_english(language) or not any(block.kind in BODY_KINDS for block in document.blocks):
        return ()
    told = (
        f"the text is in {name_language(language)}"
        if language != "und"
        else "the language of the text was not determined"
    )
    cure = "names may be missing, as may roles and speakers; 'language: en' beside the source says that it is English"
    how = "names are found by rules only"
    if not pack_for(language).is_fallback:
        how = "names, roles, dates and speakers are read by rules and lists, not by a model"
    return (Problem(document.path, f"{told}: {how}", cure, "note"),)


def find_language(document: Document) -> str:
    """The language that front matter or a sidecar names, the sidecar first; else that of the words."""
    stated = [d.values[0] for d in document.declarations if d.field == "language"]
    return (stated[-1].strip().lower() if stated else "") or detect_language(document.text)
