"""What is known of a source as a publication: declared first, then as the text says; never guessed."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from generator.analysis.publication.days import MAIL, MISSING, before_article, find_published
from generator.language.wording import find_address_line, find_byline, find_lead, find_signature
from generator.model import Authors, Block, Document, Field, Metadata, Span, Status
from generator.text.addresses import is_web_address
from generator.text.wordlists import load_words

_MARKS, _LIKELY = ("?", "~"), "~"
"""How a reader marks a day that may be another one where the paper is made."""
_DERIVED_TITLE = 120
"""Code points of a title that is made of the first sentence, at most."""
_SHORTEST_CLAUSE = 70
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[\u2013\u2014-](?=\s)")
_SECTION = re.compile(
    r"(?:section|category|categories|filed under|filed in|posted in|published in|rubric)[ \t]{0,3}:?[ \t]{1,3}"
    r"(?P<name>[A-Z][\w&’'/-]{1,30}(?: (?:(?:and|of|the|&) )?[A-Z][\w&’'/-]{1,30}){0,3})",
)
"""A line that names the section of the article, from its second letter on: the first may be a capital."""

UNKNOWN = Metadata(MISSING, MISSING, MISSING, Authors((), "missing"), MISSING)
"""Nothing is known."""


def find_metadata(document: Document, sentences: Sequence[Span], language: str = "und") -> Metadata:
    """Title, publisher, date, authors, address, section and language, each with where it comes from.

    `language` is what the words of the text tell, where nobody declared one; `und` for nothing.
    """
    url = _declared(document, "url") or _find_address(document)
    return Metadata(
        title=_declared(document, "title") or _find_title(document, sentences),
        publisher=_declared(document, "publisher") or _find_publisher(document),
        published=_find_published(document, url.value),
        authors=_declared_authors(document) or _find_authors(document),
        url=url,
        section=_declared(document, "section") or _find_section(document),
        language=_declared_language(document) or (MISSING if language == "und" else Field(language, "derived")),
    )


def _last_declaration(document: Document, field: str) -> tuple[tuple[str, ...], Status] | None:
    """What was declared last, and how much it counts: a sidecar overrides what the file says of itself."""
    for declaration in reversed(document.declarations):
        if declaration.field == field:
            return declaration.values, "override" if declaration.origin == "sidecar" else "stated"
    return None


def _declared(document: Document, field: str) -> Field | None:
    found = _last_declaration(document, field)
    return Field(found[0][0], found[1]) if found else None


def _find_published(document: Document, url: str | None) -> Field:
    """The day of publication as declared; what the page shows counts where its structured data differs.

    The data may state the day on which a page was moved or made anew, and in a zone in which it is the day before or
    after ("?"; "~" where that is likely, and then only a day that is shown beside it counts). A later day on the page
    may be that of a change. A mail is of the day in its header.
    """
    declared, shown = _declared(document, "published"), find_published(document, url)
    if declared is None or declared.value is None:
        return shown
    origin = next(item.origin for item in reversed(document.declarations) if item.field == "published")
    if origin != "structured data" or _is_mail(document):
        return declared  # a day in the text of a mail is that of what is forwarded
    mark = declared.value[10:] if declared.value[10:] in _MARKS else ""
    declared = replace(declared, value=declared.value.removesuffix(mark))
    stated, seen = _day(declared), _day(shown) if shown.status == "stated" else None
    if stated is None or seen is None:
        near = _day(shown)
        is_near = stated is not None and near is not None and abs((stated - near).days) <= 1
        return declared if mark != _LIKELY else shown if is_near else MISSING
    if mark and abs((stated - seen).days) <= 1:
        return shown if stated != seen else declared
    return declared if seen >= stated - datetime.timedelta(days=1) else MISSING


def _is_mail(document: Document) -> bool:
    return any(block.reason == MAIL for block in document.blocks)


def _day(field: Field) -> datetime.date | None:
    """The day that a field states; None for a month, a year or nothing."""
    try:
        return datetime.date.fromisoformat((field.value or "")[:10])
    except ValueError:
        return None


def _declared_authors(document: Document) -> Authors | None:
    found = _last_declaration(document, "authors")
    return Authors(*found) if found else None


def _declared_language(document: Document) -> Field | None:
    found = _declared(document, "language")
    return Field(found.value.strip().lower(), found.status) if found and found.value else None


def _stated(document: Document, start: int, end: int) -> Field:
    """A field whose value is a slice of the text, on one line."""
    return Field(" ".join(document.text[start:end].split()), "stated", Span(start, end))


def _find_title(document: Document, sentences: Sequence[Span]) -> Field:
    """The title block, or the opening words of the first sentence."""
    title = next((block for block in document.blocks if block.kind == "title"), None)
    if title is not None:
        return _stated(document, *title.span)
    if not sentences:
        return MISSING
    span = derive_title(document.text, sentences[0])
    if span.start == span.end:
        return MISSING
    return Field(" ".join(span.of(document.text).split()), "derived", span)


def derive_title(text: str, sentence: Span) -> Span:
    """The opening words of a sentence, cut at the end of a clause or else of a word."""
    lead = find_lead(text, sentence.start)
    start = lead.end if lead and lead.end < sentence.end else sentence.start
    if sentence.end - start <= _DERIVED_TITLE:
        return Span(start, start + len(text[start : sentence.end].rstrip(".。 ")))
    window = text[start : start + _DERIVED_TITLE + 1]
    clauses = [
        m.start()
        for m in _CLAUSE_END.finditer(window)
        if m.start() >= _SHORTEST_CLAUSE and _closed(window[: m.start()])
    ]
    if clauses:
        return Span(start, start + clauses[-1])
    cut = window.rfind(" ")
    words = window[: cut if cut > 0 else _DERIVED_TITLE].rstrip(" ,;:–—-")
    while (last := _last_words().search(words[-20:])) is not None:
        words = words[: len(words) - (len(words[-20:]) - last.start())].rstrip(" ,;:–—-")
    return Span(start, start + len(words))


@cache
def _last_words() -> re.Pattern[str]:
    """A word that a title does not end with, at the end."""
    return re.compile(rf"\s(?:{'|'.join(load_words('no_last_words.txt'))})\Z", re.IGNORECASE)


def _closed(text: str) -> bool:
    """Whether every bracket in the text is closed."""
    return text.count("(") == text.count(")")


def _find_publisher(document: Document) -> Field:
    """The publisher who signed the standfirst."""
    for block in before_article(document):
        signature = find_signature(block.span.of(document.text)) if block.kind == "credit" else None
        if signature is not None:
            start, end = signature.span("name")
            return _stated(document, block.span.start + start, block.span.start + end)
    return MISSING


def _find_authors(document: Document) -> Authors:
    """The names in the first byline."""
    for block in document.blocks:
        byline = find_byline(block.span.of(document.text)) if block.kind == "byline" else None
        if byline is not None and byline.names:
            at = block.span.start
            spans = [Span(at + start, at + end) for start, end in byline.names]
            names = tuple(" ".join(span.of(document.text).split()) for span in spans)
            return Authors(names, "stated", Span(spans[0].start, spans[-1].end))
    return Authors((), "missing")


def _find_address(document: Document) -> Field:
    """The address that a line of its own gives as the article's, else one that stands bare over it.

    Two that differ count for none; an address in a mail is of something else.
    """
    labelled = [field for field, label in _addresses(document, document.blocks) if label]
    above = [] if labelled or _is_mail(document) else _addresses(document, before_article(document))
    fields = labelled or [field for field, _ in above]
    return fields[0] if len({field.value for field in fields}) == 1 else MISSING


def _addresses(document: Document, blocks: Iterable[Block]) -> Iterator[tuple[Field, str | None]]:
    """The addresses that fill a line, with the word before each."""
    for block in blocks:
        line = find_address_line(block.span.of(document.text))
        # The bare address of a site says nothing of one of its pages.
        if line is not None and is_web_address(line.url) and urlsplit(line.url).path.strip("/"):
            start = block.span.start
            yield Field(line.url, "stated", Span(start + line.start, start + line.end)), line.label


def _find_section(document: Document) -> Field:
    """The section that a line of its own names; two that differ count for none."""
    fields = []
    for block in document.blocks:
        words = block.span.of(document.text) if block.span.end - block.span.start < 200 else ""
        match = _SECTION.fullmatch(words[:1].lower() + words[1:])
        if match is not None:
            start, end = match.span("name")
            fields.append(_stated(document, block.span.start + start, block.span.start + end))
    return fields[0] if len({field.value for field in fields}) == 1 else MISSING
