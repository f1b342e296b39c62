"""From a cleaned document to all that was found in it: plain calls, one module per kind of finding."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.claims import find_claims
from generator.analysis.credits import find_credits
from generator.analysis.dates import find_dates
from generator.analysis.entities import find_entities
from generator.analysis.events import find_events
from generator.analysis.headlines import check_headlines
from generator.analysis.hearing import hear
from generator.analysis.metadata import find_metadata
from generator.analysis.quotations import find_quotations, find_unbalanced
from generator.analysis.restoring import restore
from generator.analysis.summary import choose_summary
from generator.curation import Word
from generator.language import detect_language, find_sentences, is_english
from generator.model import BODY_KINDS, Analysis, Document, Problem
from generator.text.languages import name_language
from generator.text.views import view_document


def analyse(document: Document, *, summary_sentences: int = 5, words: Sequence[Word] = ()) -> Analysis:
    """Find everything in one cleaned document. Pure: equal documents give equal analyses.

    `words` are names that the curator lists.

    It is looked for in the normalized text; every span and every word of the analysis is the source's own.
    """
    view, normal = view_document(document)
    analysis = analyse_view(view, summary_sentences=summary_sentences, words=words)
    return analysis if view is document else restore(analysis, document, normal)


def analyse_view(document: Document, *, summary_sentences: int, words: Sequence[Word] = ()) -> Analysis:
    """Find everything in a document whose text is as plain as it can be."""
    language = declared_language(document) or detect_language(document.text)
    body = [block.span for block in document.blocks if block.is_body]
    sentences = find_sentences(document.text, body, language)
    metadata = find_metadata(document, sentences, language)
    entities, mentions = find_entities(document, sentences, language, words)
    dates = find_dates(document, sentences, metadata.published.value)
    hearing = hear(document, sentences, entities, mentions, language)
    quotations = find_quotations(hearing)
    analysis = Analysis(
        document=document,
        language=language,
        metadata=metadata,
        credits=find_credits(document, sentences),
        sentences=sentences,
        mentions=mentions,
        entities=entities,
        quotations=quotations,
        claims=find_claims(hearing),
        headline_quotations=check_headlines(document, sentences, quotations, language),
        dates=dates,
        events=find_events(hearing, dates, metadata.published.value, language),
        problems=document.problems + note_language(document, language) + find_unbalanced(document),
    )
    return replace(analysis, summary=choose_summary(analysis, limit=summary_sentences))


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


def declared_language(document: Document) -> str | None:
    """The language that front matter or a sidecar names; the sidecar wins."""
    stated = [d.values[0] for d in document.declarations if d.field == "language"]
    return stated[-1].strip().lower() if stated else None
