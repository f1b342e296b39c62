"""Lines that recur in many files of one site: the page around its articles, found by counting.

Before anything is cleaned, `find_repeated` counts the short lines of all documents; `label_repeated` then labels those
of one document. A source depends on the others only through its own repeated lines.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from urllib.parse import urlsplit

from generator.cleaning.chrome import content_words, is_headline, is_open, is_sentence, is_weak, labelled
from generator.cleaning.examples import ARTICLE, STORY, TEASERS, THANKS, Cleaner, page
from generator.formats import is_plain
from generator.language.wording import find_byline, find_chrome, find_date_line, find_lead
from generator.model import Block, Document
from generator.text.memo import remembered
from generator.text.rules import Rule

REASON = "repeated across the files of one site"
_LONGEST = 300
_FILES, _SHARE = 3, 0.2
"""A line is the site's that stands in so many of its files, and in such a part of them."""
_PROSE_FILES, _PROSE_SHARE = 6, 0.5
"""The same for a whole sentence, which is only cut at the edge of a text: agencies repeat paragraphs too."""
_COMPANY = 5
"""Lines that at least `_FILES` files share, in one file: so many show that the files come from one template."""


def find_repeated(documents: Sequence[Document]) -> dict[str, tuple[str, ...]]:
    """The lines that a document has in common with others of its site, by path, sorted; documents without any left out.

    Copies of one text count once: what their longest paragraph says tells them apart. The order changes nothing.
    """
    lines = {document.path: _lines_of(document) for document in documents}
    texts = {document.path: _longest(document) for document in documents}
    sites = {document.path: site_of(document) for document in documents}
    sizes = Counter(site for site, _ in {(sites[path], texts[path]) for path in lines})
    spread: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for path, own in lines.items():
        for line in own:
            spread[sites[path], line].add(texts[path])
    everywhere = _find_templates(lines, texts)
    found = {}
    for path, own in lines.items():
        site = sites[path]
        chosen = {line for line in own if _is_site_line(line, len(spread[site, line]), sizes[site])} | own & everywhere
        if needed := sorted(line for line in chosen if not _is_known(line)):
            found[path] = tuple(needed)
    return found


def _is_known(line: str) -> bool:
    """Whether the words of the line alone tell what it is: then it matters to nobody that others have it too."""
    reason = find_chrome(line)
    return reason is not None and not is_weak(reason)


def _is_site_line(line: str, files: int, size: int) -> bool:
    least, share = (_PROSE_FILES, _PROSE_SHARE) if is_sentence(line) else (_FILES, _SHARE)
    return files >= max(least, ceil(share * size))


def _find_templates(lines: dict[str, frozenset[str]], texts: dict[str, str]) -> frozenset[str]:
    """The short lines that several files share which have several such lines: pages of one site in any folder."""
    spread: defaultdict[str, set[str]] = defaultdict(set)
    for path, own in lines.items():
        for line in own:
            if not is_sentence(line):
                spread[line].add(texts[path])
    common = {line for line, files in spread.items() if len(files) >= _FILES}
    rich = {path: own & common for path, own in lines.items() if len(own & common) >= _COMPANY}
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for path, own in rich.items():
        for line in own:
            beside[line].add(texts[path])
    return frozenset(line for line, files in beside.items() if len(files) >= _FILES)


@remembered
def site_of(document: Document) -> str:
    """What tells the site of a document: its publisher, else the host of its address, else its folder."""
    stated = {declaration.field: declaration.values[0] for declaration in document.declarations}
    if "publisher" in stated:
        return "publisher " + stated["publisher"].casefold()
    if "url" in stated:
        host = urlsplit(stated["url"]).hostname or ""
        return "host " + host.removeprefix("www.")
    return "folder " + document.path.rpartition("/")[0]


@remembered
def _lines_of(document: Document) -> frozenset[str]:
    return frozenset(_list_lines(document))


def _list_lines(document: Document) -> Iterator[str]:
    """The folded texts of the blocks that may be the site's: not a date, a byline or anything else that says something
    of the one article, its headline included."""
    headline = _find_headline(document)
    for n, block in enumerate(document.blocks):
        text = block.span.of(document.text) if block.span.end - block.span.start <= _LONGEST else ""
        may_be_site = n != headline and bool(text) and is_open(block)
        if may_be_site and not text.endswith(":") and not _is_metadata(text):
            yield fold(text)


def _find_headline(document: Document) -> int | None:
    """The first line of a plain text that stands over its lead, with nothing but day and author between them.

    Several reports of one story have it in common. A line that shares no word with the text may be the site's name.
    """
    blocks = [n for n, block in enumerate(document.blocks) if is_open(block)]
    if not is_plain(document.path) or len(blocks) < 2:
        return None
    first, text = blocks[0], document.blocks[blocks[0]].span.of(document.text)
    below = (document.blocks[n].span.of(document.text) for n in blocks[1:])
    lead = next((words for words in below if not _is_metadata(words)), "")
    is_over = is_headline(text) and not is_sentence(text) and is_sentence(lead)
    own = content_words(document.text[document.blocks[first].span.end :])
    return first if is_over and content_words(text) & own and find_chrome(text) is None else None


def _is_metadata(text: str) -> bool:
    return bool(find_date_line(text) or find_byline(text) or find_lead(text, 0))


@remembered
def _longest(document: Document) -> str:
    """The longest paragraph, folded: versions and copies of one article share it."""
    spans = [block.span for block in document.blocks if is_open(block)]
    longest = max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)
    return fold(longest.of(document.text))[:1000] if longest else ""


def fold(text: str) -> str:
    """The text with white space folded: how lines are compared."""
    return " ".join(text.split())


def label_repeated(document: Document, repeated: frozenset[str] = frozenset()) -> Document:
    """Label the lines among `repeated`: short ones wherever they stand, sentences only before or after all others."""
    if not repeated:
        return document
    blocks = list(document.blocks)
    known = [n for n, block in enumerate(blocks) if _is_repeated(block, document.text, repeated)]
    edges = {*_edge(blocks, range(len(blocks)), known), *_edge(blocks, range(len(blocks) - 1, -1, -1), known)}
    for n in known:
        if n in edges or not is_sentence(blocks[n].span.of(document.text)):
            blocks[n] = labelled(blocks[n], REASON)
    return replace(document, blocks=tuple(blocks))


def _is_repeated(block: Block, text: str, repeated: frozenset[str]) -> bool:
    return is_open(block) and block.span.end - block.span.start <= _LONGEST and fold(block.span.of(text)) in repeated


def _edge(blocks: Sequence[Block], order: Iterable[int], known: Iterable[int]) -> Iterator[int]:
    """The blocks in this order up to the first one that is the article's own."""
    repeated = frozenset(known)
    for n in order:
        if is_open(blocks[n]) and n not in repeated:
            return
        yield n


REPEATED: Rule[Cleaner] = Rule(
    "lines of the site",
    label_repeated,
    yes=(
        page("|Holm Daily tonight|", *ARTICLE, "|Holm Daily tonight|"),
        page(f"|{TEASERS[0][1]}|", *ARTICLE, f"|{TEASERS[0][1]}|"),
    ),
    no=(page("Holm Daily tonight", *ARTICLE), page(*ARTICLE[:2], THANKS, STORY, THANKS, "Westport pays for it.")),
    reason="In an example, a line that stands twice is one that other files of the site have too.",
)
