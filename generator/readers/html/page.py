"""Web pages: all visible text in order. Which pieces are the article: the passages that an extractor found, looked
up in the page; what is outside of them is labelled, not dropped.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import trafilatura
from lxml import etree, html

from generator.language.wording import FULL_DATE, date_of, find_byline, find_chrome, find_date_line, find_opening_date
from generator.model import BlockKind
from generator.readers.html.data_text import show_data_text
from generator.readers.html.page_data import find_description, find_stated
from generator.readers.html.saving import find_saved, name_day
from generator.readers.html.visible import Seen, find_seen, join_pieces, open_noscript, open_shadows
from generator.readers.pieces import CELL_BORDER, Extract, Piece, Stated, UnreadableError, cut
from generator.readers.plain.bookmarks import extract_bookmarks, is_bookmarks
from generator.text.decoding import UndecodableError, decode
from generator.text.wordlists import load_set

OUTSIDE = "outside the article"
BESIDE_TITLE = "beside the title"
_LONG = 25
"""Characters without white space from which a passage is looked up by its words alone."""
_PROSE = 60
"""Characters of a passage that reads like one of an article."""
_PARAGRAPH, _FEW = 100, 4
"""Characters of a paragraph that no caption has; paragraphs that show how an article is laid out."""
_STANDFIRST = re.compile(
    r"(?:stand-?first|\blead\b|-lead\b|__lead\b|vorspann|\bintro|__intro|-intro|abstract|\bdek\b|-dek\b|__dek\b|sub-?(?:title|headline)|"
    r"excerpt|teaser-?text|article-?summary|entradilla|chapo|chapeau|sommario|ingress)",
    re.IGNORECASE,
)
"""How pages class what sums an article up under its headline."""
_SAME_WORDS = 0.6
_SUMMING, _LONGEST_SUMMING, _SHORT_LABEL, _REACH = 45, 500, 25, 2
"""Characters of a line that sums an article up, at least and at most, and of a label over it; pieces looked at."""
_NO_SUMMING = re.compile(
    r"photo|picture by|copyright|©|®|\bfoto\b|getty|reuters|\(AP\b|\bimage[s:]|[Bb]ild:| \| |\d{1,2}[:h]\d{2}|https?:|"
    r"newsletter|subscri|abonn|cookie|facebook|whats\s?app",
    re.IGNORECASE,
)
"""What says that a line is of a picture, or calls upon the reader."""
_TEXT_TAGS = frozenset({"p", "div", "h2", "h3", "span", "section", "strong"})
_BORDERS = " ,|•·/–—-\u00a0"
_LONGEST_LINE = 120
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE: frozenset[BlockKind] = frozenset({"heading", "caption", "quotation"})


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page states about the lines above its article."""

    title: str | None
    authors: tuple[str, ...]
    description: str | None

    @classmethod
    def of(cls, stated: Sequence[Stated], description: str | None) -> "Opening":
        """From the stated metadata."""
        values = {item.field: item.values for item in stated}
        return cls(values.get("title", (None,))[0], values.get("authors", ()), description)


def squeeze(text: str) -> str:
    """The text without white space and cell borders: two tools set these differently."""
    return "".join(text.replace(CELL_BORDER, "").split())


def label_article(seen: Sequence[Seen], article: Sequence[str], opening: Opening) -> list[Piece]:
    """The pieces of the page; those outside of the article as boilerplate with a reason."""
    inside = _find_inside(seen, article)
    title = _find_title(seen, opening.title, max(inside, default=len(seen)))
    over = -1 if title is None else title
    inside -= {n for n in range(over) if n in inside and _repeats(seen[n].piece, opening.title)}
    first = min(inside - {title}, default=0)
    prose = next((n for n in sorted(inside) if _is_prose(seen[n].piece) and n != title), first)
    summing = _find_summing(seen, title, prose)
    pieces: list[Piece] = []
    for index, item in enumerate(seen):
        if index == title:
            pieces += _split_title(item.piece, opening.title)
        elif index in inside:
            found = list(_label_opening(item.piece, opening)) if index < prose else []
            pieces += found if any(piece.kind != "boilerplate" for piece in found) else [item.piece]
        elif not inside:
            pieces.append(cut(item.piece, item.region) if item.region else item.piece)
        elif over < index < prose and item.region is None:
            is_standfirst = title is not None and (index == summing or _is_standfirst(item, opening))
            pieces += [item.piece._replace(kind="standfirst")] if is_standfirst else _label_opening(item.piece, opening)
        else:
            pieces.append(cut(item.piece, item.region or item.piece.reason or OUTSIDE))
    return pieces


def _find_inside(seen: Sequence[Seen], article: Sequence[str]) -> set[int]:
    """Which of the pieces belong to the article."""
    passages, whole = set(article), article[0] if article else ""
    squeezed = [squeeze(item.piece.text) for item in seen]
    sure = {n for n, text in enumerate(squeezed) if len(text) >= _LONG and (text in passages or text in whole)}
    if not sure:
        return set()
    first, last = min(sure), max(sure)
    around = {id(seen[n].parent) for n in sure if seen[n].region is None}
    alike = _find_alike(seen, sure)
    for n in range(first, len(seen)):
        if seen[n].region is not None:
            continue
        short = n <= last and len(squeezed[n]) < _LONG and squeezed[n] in passages
        beside = n <= last and id(seen[n].parent) in around and _is_prose(seen[n].piece)
        like = _class_of(seen[n]) in alike and seen[n].tag == "p"
        is_alike = like and _is_long(seen[n].piece)
        if short or beside or is_alike:
            sure.add(n)
    return sure | set(_rows_beside(seen, sure))


def _find_alike(seen: Sequence[Seen], sure: set[int]) -> set[tuple[str, str]]:
    """Tag and class of the elements that hold most paragraphs of the article: an article may be laid out in several."""
    count = Counter(_class_of(seen[n]) for n in sure if seen[n].tag == "p" and _is_long(seen[n].piece))
    return {name for name, times in count.items() if name[1] and times >= max(_FEW, sum(count.values()) / 2)}


def _class_of(item: Seen) -> tuple[str, str]:
    return str(item.parent.tag) if item.parent is not None else "", _attribute(item.parent, "class")


def _attribute(element: Any, name: str) -> str:
    return (element.get(name) or "") if element is not None else ""


def _is_long(piece: Piece) -> bool:
    """Whether a piece is a paragraph of several lines that ends as a sentence does."""
    return len(piece.text) >= _PARAGRAPH and piece.text.rstrip("”\"’')")[-1:] in ".!?…"


def _rows_beside(seen: Sequence[Seen], inside: set[int]) -> Iterator[int]:
    """The rows that stand together with rows of the article: one table is inside as a whole."""
    for is_row, run in groupby(range(len(seen)), key=lambda n: seen[n].piece.is_row and seen[n].region is None):
        rows = list(run)
        if is_row and not inside.isdisjoint(rows):
            yield from rows


def _is_prose(piece: Piece) -> bool:
    """Whether a passage beside those of the article reads like one of them."""
    return piece.kind in _BESIDE or (len(piece.text) >= _PROSE and piece.text.rstrip("”\"’')")[-1:] in ".!?…")


def _find_title(seen: Sequence[Seen], title: str | None, before: int) -> int | None:
    """The headline: the heading that says the stated title, the last of the first level where lists of links repeat it;
    without a stated title, the only one of the first level."""
    wanted = squeeze(title or "").casefold()
    headings = [n for n in range(min(before + 1, len(seen))) if seen[n].piece.kind == "heading"]
    same = [n for n in headings if wanted and squeeze(seen[n].piece.text).casefold() == wanted]
    first = [n for n in headings if seen[n].tag == "h1" and seen[n].region is None]
    is_only = not same and len(first) == 1
    if is_only and (not wanted or _holds(seen[first[0]].piece.text, title or "")):
        return first[0]
    shown = [n for n in same if n in first]
    return (shown or same)[-1] if same else None


def _holds(text: str, title: str) -> bool:
    """Whether a heading is the title with a kicker or a label beside it."""
    return len(title) >= _LONG and title in text


def _repeats(piece: Piece, title: str | None) -> bool:
    """Whether a heading over the headline says the same: it links to this page."""
    return piece.kind == "heading" and squeeze(piece.text).casefold() == squeeze(title or "").casefold()


def _split_title(piece: Piece, title: str | None) -> Iterator[Piece]:
    """The title, parted from a kicker and labels in the same heading."""
    at = piece.text.find(title) if title and _holds(piece.text, title) else 0
    end = at + len(title) if title and _holds(piece.text, title) else len(piece.text)
    for text, is_title in ((piece.text[:at], False), (piece.text[at:end], True), (piece.text[end:], False)):
        if text.strip():
            part = piece._replace(text=text, code=piece.code if text == piece.text else ())
            yield part._replace(kind="title") if is_title else cut(part, BESIDE_TITLE)


def _label_opening(piece: Piece, opening: Opening) -> Iterator[Piece]:
    """A piece between the headline and the article: standfirst, date and authors belong to it, all else does not."""
    text = piece.text
    author = next((name for name in opening.authors if text.startswith(name)), None)
    rest = text[len(author) :].lstrip(_BORDERS) if author else ""
    if squeeze(text) == squeeze(opening.description or ""):
        yield piece._replace(kind="standfirst")
    elif find_date_line(text):
        yield piece._replace(kind="dateline")
    elif find_byline(text) or (author and not rest):
        yield piece._replace(kind="byline")
    elif (date := _find_date(text, opening.authors)) is not None:
        yield _beside_date(piece, text[: date.start()])
        yield piece._replace(kind="dateline", text=date[0], code=())
        yield _beside_date(piece, text[date.end() :])
    elif (line := find_opening_date(text)) is not None and line.label != "updated":
        yield piece._replace(kind="dateline")
    else:
        yield cut(piece, OUTSIDE)


def _is_standfirst(item: Seen, opening: Opening) -> bool:
    """Whether a piece between headline and article sums it up, by its class or in the words of the description."""
    text = item.piece.text
    if (
        len(text) < _PROSE
        or item.piece.kind not in ("paragraph", "heading")
        or text.rstrip("”\"’')")[-1:] not in ".!?…"
    ):
        return False
    own, said = set(_WORD.findall(text.casefold())), set(_WORD.findall((opening.description or "").casefold()))
    if said and len(own & said) >= _SAME_WORDS * min(len(own), len(said)):
        return True
    return any(_STANDFIRST.search(name) for name in (item.classes or "", _attribute(item.parent, "class")))


def _find_summing(seen: Sequence[Seen], title: int | None, prose: int) -> int | None:
    """The piece right under the headline that sums the article up: one label or day may stand between."""
    under = range(title + 1, min(title + _REACH + 1, prose)) if title is not None else ()
    for n in under:
        if seen[n].piece.kind == "caption" or not _is_line_between(seen[n].piece.text):
            return n if _sums_up(seen[n], seen[n - 1]) else None
    return None


def _sums_up(item: Seen, before: Seen) -> bool:
    """Whether a piece sums an article up: a sentence, or a line that belongs to the headline by its place."""
    text, kind = item.piece.text, item.piece.kind
    is_text = item.region is None and kind in ("paragraph", "heading") and item.tag in _TEXT_TAGS
    if not is_text or not _SUMMING <= len(text) <= _LONGEST_SUMMING or _NO_SUMMING.search(text):
        return False
    is_sentence = len(text) >= _PROSE and text.rstrip("”\"'’)")[-1:] in ".!?…"
    is_at_headline = item.tag in ("h2", "p") or item.parent is before.parent
    return (is_sentence or is_at_headline) and find_chrome(text) is None


def _is_line_between(text: str) -> bool:
    """Whether a line between headline and standfirst is a label, a day or a byline."""
    is_short = len(text) <= _SHORT_LABEL
    return is_short or bool(find_byline(text) or find_date_line(text) or find_opening_date(text))


def _find_date(text: str, authors: Sequence[str]) -> re.Match[str] | None:
    """The only date of a line in which besides it stand the authors and such words as "posted" and "min read"."""
    dates = list(FULL_DATE.finditer(text)) if len(text) <= _LONGEST_LINE else []
    if len(dates) != 1 or date_of(dates[0]) is None:
        return None
    parts = text[: dates[0].start()].strip(_BORDERS), text[dates[0].end() :].strip(_BORDERS)
    unknown = " ".join(part for part in parts if not find_byline(part)).lower()
    known = load_set("opening_words.txt") | set(_WORD.findall(" ".join(authors).lower()))
    return dates[0] if known.issuperset(_WORD.findall(unknown)) else None


def _beside_date(piece: Piece, text: str) -> Piece:
    """What stands before or after the date: who wrote it, or nothing that matters."""
    words = text.strip(_BORDERS)
    if find_byline(words):
        return piece._replace(kind="byline", text=words, code=())
    return cut(piece._replace(text=text, code=()), OUTSIDE)


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 4096
_MOST_ELEMENTS = 40_000
"""In a page with more, nobody looks for the article: it would take too long."""

_FEWEST = 200
"""Characters of a page that shows an article; on one with fewer it may stand where no script runs."""


def extract_html(content: bytes) -> Extract:
    """The text and the stated metadata of a page. Raises UnreadableError."""
    return extract_page(decode_html(content))


def extract_page(text: str, url: str = "") -> Extract:
    """The same of the text of a page. `url`: where it was saved, which counts where the page does not say."""
    if is_bookmarks(text):
        return extract_bookmarks(parse_html(text))
    tree = parse_html(text)
    changed = open_shadows(tree) | join_pieces(tree)
    seen = list(find_seen(tree))
    if sum(len(item.piece.text) for item in seen) < _FEWEST and open_noscript(tree):
        changed, seen = True, list(find_seen(tree))
    prose = sum(len(item.piece.text) for item in seen if item.region is None and _is_long(item.piece))
    if show_data_text(tree, [item.piece.text for item in seen], prose):
        changed, seen = True, list(find_seen(tree))
    text = html.tostring(tree, encoding="unicode") if changed else text
    saved = find_saved(text)
    stated = find_stated(tree, url or saved.url)
    article = find_article(text) if sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS else []
    pieces = label_article(seen, article, Opening.of(stated, find_description(tree)))
    return Extract(tuple(pieces), tuple(stated), place=name_day(saved.day))


def decode_html(content: bytes, charset: str = "") -> str:
    """The text of the file: byte-order mark, UTF-8, the charset that came with it, the one that the page declares, then
    a guess."""
    declared = _CHARSET.search(content, 0, _HEAD_BYTES)
    charset = charset or (declared[1].decode() if declared else "")
    try:
        decoded = decode(content)
        # What calls itself UTF-8 and is none is in another encoding: what is guessed of its letters is better.
        is_belied = codecs.lookup(charset or "ascii").name == "utf-8"
        if charset and decoded.note and not is_belied:
            # HTML names Latin-1 and means Windows-1252.
            name = codecs.lookup(charset).name.replace("iso8859-1", "cp1252")
            return content.decode("cp1252" if name == "ascii" else name, "replace")
    except UndecodableError as error:
        raise UnreadableError(error.fault, error.cure) from error
    except LookupError:
        return decoded.text
    return decoded.text


_EMPTY = ("embed", "source", "track")
"""Hidden elements that HTML has no end for, which the parser does not know: it puts all that follows into them."""


def parse_html(text: str) -> Any:
    """The tree of a page, whatever is wrong with it. Raises UnreadableError where there is none."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableError("there is no text in it", "put the text into it or delete it") from error
    for element in list(root.iter(*_EMPTY)):
        if len(element) or element.text:
            element.drop_tag()
    return root


def find_article(text: str) -> list[str]:
    """The passages of the article, in order; none where there is no telling."""
    try:
        found: Any = trafilatura.bare_extraction(text, include_comments=False, with_metadata=False)
    except MemoryError:
        raise
    except Exception:  # whatever it trips over, the page itself can be read
        return []
    body = found.body if found is not None else None
    return [] if body is None else [p for element in body.iter() if (p := squeeze("".join(element.itertext())))]
