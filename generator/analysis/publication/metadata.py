"""What is known of a source as a publication: declared first, then as the text says; never guessed.

Each field is a chain; `PUBLISHED` stands in `published.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from generator.analysis.publication.days import before_article
from generator.analysis.publication.official import COURT, JUDGE, NUMBER, RESOLUTION
from generator.analysis.publication.published import PUBLISHED, show
from generator.analysis.publication.rules import (
    MISSING,
    STORY,
    FindAuthors,
    FindField,
    Scene,
    agree,
    ask,
    declare,
    declare_authors,
    is_mail,
    source,
    state,
    try_source,
)
from generator.language.wording import (
    find_address_line,
    find_byline,
    find_lead,
    find_said,
    find_section_line,
    find_signature,
)
from generator.model import Authors, Block, Document, Field, Metadata, Span
from generator.text.addresses import is_web_address
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_words

_DERIVED_TITLE = 120
"""Code points of a title that is made of the first sentence, at most."""
_SHORTEST_CLAUSE = 70
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[\u2013\u2014-](?=\s)")


def derive_title(text: str, sentence: Span) -> Span:
    """The opening words of a sentence, cut at the end of a clause or else of a word."""
    lead = find_lead(text, sentence.start)
    start = lead.end if lead and lead.end < sentence.end else find_said(text, sentence.start)
    start = start if start < sentence.end else sentence.start
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


def _find_line(scene: Scene) -> Field | None:
    """The line that cleaning or the format labelled as the title."""
    title = next((block for block in scene.document.blocks if block.kind == "title"), None)
    return state(scene.document, *title.span) if title else None


def _find_opening_words(scene: Scene) -> Field | None:
    span = derive_title(scene.document.text, scene.sentences[0]) if scene.sentences else Span(0, 0)
    words = " ".join(span.of(scene.document.text).split())
    return Field(words, "derived", span) if words else None


TITLE: Chain[FindField] = Chain(
    "title",
    (
        *declare("title"),
        Rule(
            "title line",
            _find_line,
            yes=(source("title> |Pier opens|", STORY),),
            no=(source("Pier opens", STORY), source("heading> Pier opens", STORY)),
        ),
        RESOLUTION,
        Rule(
            "opening words",
            _find_opening_words,
            yes=(
                "|The harbour opens|.",
                "GENEVA, Jan. 7 (Xinhua) -- |The harbour will open|.",
                "Ann Lee: |The harbour opens|.",
                "|Ann Lee: “The harbour opens.”|",
                "TRANSCRIPT: |The harbour opens|.",
                "|Harbour opens: ships are back|.",
                "|Bo Ek, who leads the union of the fishermen of Westport and of two towns on the coast|, said that "
                "the council must pay for the season.",
            ),
            no=("title> Pier opens", "caption> The pier of Westport"),
            reason="A slice of the text that stands in for a title, and is called so.",
        ),
    ),
    try_source,
)


NOBODY = Authors((), "missing")
UNKNOWN = Metadata(MISSING, MISSING, MISSING, NOBODY, MISSING)
"""Nothing is known."""


def find_metadata(document: Document, sentences: Sequence[Span], language: str = "und") -> Metadata:
    """Title, publisher, date, authors, address, section and language, each with where it comes from.

    `language` is what the words of the text tell, where nobody declared one; `und` for nothing.
    """
    scene = Scene(document, sentences, language=language)
    url = ask(ADDRESS, scene, MISSING)
    scene = show(scene._replace(url=url.value))
    return Metadata(
        title=ask(TITLE, scene, MISSING),
        publisher=ask(PUBLISHER, scene, MISSING),
        published=ask(PUBLISHED, scene, scene.shown),
        authors=ask(AUTHORS, scene, NOBODY),
        url=url,
        section=ask(SECTION, scene, MISSING),
        language=ask(LANGUAGE, scene, MISSING),
        number=ask(NUMBER, scene, MISSING),
    )


def _find_signature(scene: Scene) -> Field | None:
    """The publisher who signed the standfirst."""
    for block in before_article(scene.document):
        signature = find_signature(block.span.of(scene.document.text)) if block.kind == "credit" else None
        if signature is not None:
            start, end = signature.span("name")
            return state(scene.document, block.span.start + start, block.span.start + end)
    return None


def _find_byline(scene: Scene) -> Authors | None:
    """The names in the first byline that names anybody."""
    text = scene.document.text
    for block in scene.document.blocks:
        byline = find_byline(block.span.of(text)) if block.kind == "byline" else None
        if byline is not None and byline.names:
            at = block.span.start
            spans = [Span(at + start, at + end) for start, end in byline.names]
            names = tuple(" ".join(span.of(text).split()) for span in spans)
            return Authors(names, "stated", Span(spans[0].start, spans[-1].end))
    return None


def _find_labelled_address(scene: Scene) -> Field | None:
    """The address that a line of its own gives as the article's; two that differ count for none."""
    return agree(_labelled(scene.document))


def _find_bare_address(scene: Scene) -> Field | None:
    """The address that stands bare over the article; an address in a mail is of something else."""
    if is_mail(scene.document) or _labelled(scene.document):
        return None
    return agree([field for field, _ in _addresses(scene.document, before_article(scene.document))])


def _labelled(document: Document) -> Sequence[Field]:
    return [field for field, label in _addresses(document, document.blocks) if label]


def _addresses(document: Document, blocks: Iterable[Block]) -> Iterator[tuple[Field, str | None]]:
    """The addresses that fill a line, with the word before each."""
    for block in blocks:
        line = find_address_line(block.span.of(document.text))
        # The bare address of a site says nothing of one of its pages.
        if line is not None and is_web_address(line.url) and urlsplit(line.url).path.strip("/"):
            start = block.span.start
            yield Field(line.url, "stated", Span(start + line.start, start + line.end)), line.label


def _find_section(scene: Scene) -> Field | None:
    """The section that a line of its own names; two that differ count for none."""
    fields = []
    for block in scene.document.blocks:
        name = find_section_line(block.span.of(scene.document.text))
        if name is not None:
            fields.append(state(scene.document, block.span.start + name.start, block.span.start + name.end))
    return agree(fields)


def _find_declared_language(scene: Scene) -> Field | None:
    for rule in declare("language"):
        found = rule.find(scene)
        if found is not None and found.value:
            return Field(found.value.strip().lower(), found.status, rule=rule.name)
    return None


def _find_told_language(scene: Scene) -> Field | None:
    return None if scene.language == "und" else Field(scene.language, "derived")


PUBLISHER: Chain[FindField] = Chain(
    "publisher",
    (
        *declare("publisher"),
        Rule(
            "signature of the standfirst",
            _find_signature,
            yes=(source("title> Pier opens", "credit> It opens on Monday ...reports |Westport Daily|", STORY),),
            no=(
                source("title> Pier opens", "credit> Photo by Ann Lee", STORY),
                source(STORY, "credit> It opens on Monday ...reports Westport Daily"),
            ),
        ),
        COURT,
    ),
    try_source,
)
AUTHORS: Chain[FindAuthors] = Chain(
    "authors",
    (
        *declare_authors(),
        Rule(
            "byline",
            _find_byline,
            yes=(source("title> Pier opens", "byline> By |Ann Lee and Bo Ek|", STORY, "byline> By Tom Reed"),),
            no=(source("title> Pier opens", "By Ann Lee", STORY), source("byline> By our staff", STORY)),
        ),
        JUDGE,
    ),
    try_source,
)
ADDRESS: Chain[FindField] = Chain(
    "address",
    (
        *declare("url"),
        Rule(
            "line that gives an address",
            _find_labelled_address,
            yes=(source("title> Pier opens", STORY, "Source: |https://a.example/pier|"),),
            no=(
                source("title> Pier opens", "https://a.example/pier", STORY),
                source(STORY, "Source: https://a.example/pier", "Source: https://b.example/pier"),
                "Source: https://a.example/",
            ),
        ),
        Rule(
            "address above the article",
            _find_bare_address,
            yes=(source("title> Pier opens", "|https://a.example/pier|", STORY),),
            no=(
                source(STORY, "https://a.example/pier"),
                source("mail> From: Ann Lee", "https://a.example/pier", STORY),
                source("https://a.example/pier", "https://b.example/pier", STORY),
            ),
        ),
    ),
    try_source,
)
SECTION: Chain[FindField] = Chain(
    "section",
    (
        *declare("section"),
        Rule(
            "line that names the section",
            _find_section,
            yes=(source("Filed under |World News|", STORY),),
            no=(source("section one is closed", STORY), source("Section: World", "Section: Sport")),
        ),
    ),
    try_source,
)
LANGUAGE: Chain[FindField] = Chain(
    "language",
    (
        Rule(
            "declared",
            _find_declared_language,
            yes=("sidecar: language = DE", "structured data: language = de"),
            no=("sidecar: title = x", STORY),
        ),
        Rule(
            "words of the text",
            _find_told_language,
            yes=("language: fr",),
            no=(STORY, "sidecar: language = fr"),
            reason="What they tell is found before (`language/packs.py`).",
        ),
    ),
    try_source,
)
