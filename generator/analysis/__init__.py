"""From a cleaned document to all that was found in it: plain calls, one module per kind of finding.

Each call is a step that may fail alone: it then costs what it would have found, and those behind it go on with nothing
in its place.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.dates import find_dates
from generator.analysis.events import find_events
from generator.analysis.names.entities import add_roles, find_entities
from generator.analysis.oddities import find_oddities
from generator.analysis.publication.credits import find_credits
from generator.analysis.publication.metadata import UNKNOWN, find_metadata
from generator.analysis.restoring import restore
from generator.analysis.speech.claims import find_claims
from generator.analysis.speech.headlines import check_headlines
from generator.analysis.speech.quotations import Hearing, find_quotations, find_unbalanced, hear
from generator.analysis.speech.turns import with_turns
from generator.analysis.summary import choose_summary
from generator.curation import Word
from generator.faults import Faults
from generator.language.packs import detect_language, find_sentences, is_english, pack_for
from generator.model import BODY_KINDS, Analysis, Claim, Document, LocalEntity, Mention, Problem, Quotation, Span
from generator.text.languages import name_language
from generator.text.normal import view_document

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
    analysis = Analysis(
        document=document,
        language=language,
        metadata=metadata,
        credits=attempt("its credits are missing", (), find_credits, document, sentences),
        sentences=sentences,
        mentions=mentions,
        entities=attempt("its roles are missing", entities, add_roles, document, entities, mentions, language),
        dates=attempt("its dates are missing", (), find_dates, document, sentences, metadata.published.value, language),
    )
    analysis = add_speech(analysis, faults)
    summary = attempt("its summary is missing", (), choose_summary, analysis, limit=summary_sentences)
    noted = attempt("notes on it are missing", (), find_notes, document, sentences, language)
    return replace(analysis, summary=summary, problems=faults.found + noted)


def add_speech(analysis: Analysis, faults: Faults) -> Analysis:
    """The analysis with what is said in the document, and what happens in it, which is told beside that."""
    document, sentences, language, attempt = analysis.document, analysis.sentences, analysis.language, faults.attempt
    lost, published = "its quotations, statements and events are missing", analysis.metadata.published.value
    hearing = attempt(lost, None, hear, document, sentences, analysis.entities, analysis.mentions, language)
    if hearing is None:
        return analysis
    quotations, claims = read_said(hearing, language, faults)
    lost = "the quotations of its headline were not compared"
    return replace(
        analysis,
        quotations=quotations,
        claims=claims,
        headline_quotations=attempt(lost, (), check_headlines, document, sentences, quotations, language),
        events=attempt("its events are missing", (), find_events, hearing, analysis.dates, published, language),
    )


def read_said(hearing: Hearing, language: str, faults: Faults) -> tuple[tuple[Quotation, ...], tuple[Claim, ...]]:
    """The quotations and the indirect statements, as the language of the text tells who speaks."""
    attempt, read = faults.attempt, pack_for(language).read_speech
    if read is None:
        quotations = attempt("its quotations are missing", (), find_quotations, hearing)
        return quotations, attempt("its indirect statements are missing", (), find_claims, hearing)
    context = hearing.context
    quotations, claims = attempt("its quotations and indirect statements are missing", ((), ()), read, context)
    return with_turns(context.document, context.mentions, quotations), claims


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
    return (Problem(document.path, f"{told}: names are found by rules only", cure, "note"),)


def find_language(document: Document) -> str:
    """The language that front matter or a sidecar names, the sidecar first; else that of the words."""
    stated = [d.values[0] for d in document.declarations if d.field == "language"]
    return (stated[-1].strip().lower() if stated else "") or detect_language(document.text)
