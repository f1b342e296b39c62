"""The search: what can be found, words as it counts them, and its index, made of what the library knows; nothing is
read out of finished pages again. Of a question the script puts the lines first that hold what it asks for.

The index is many small files, of which a reader loads the few that hold what is typed. Each is a script that hands its
content to `assets/search-index.js`: a script loads from a folder on disk as from a server. Numbers are written in 64
signs, five bits each, the lowest first. Equal records give equal bytes. `assets/search.js` reads what is typed by the
same rules as `split_words`: change both.
"""

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import Analysis, Brief, Entity, Library, Page, Span
from generator.rendering.addresses import (
    HOME,
    Leaves,
    LinkStyle,
    address,
    block_anchor,
    entity_page,
    href,
    lay_out,
    name_anchor,
    sentence_anchor,
    text_page,
)
from generator.rendering.labels import Text, say_english
from generator.rendering.layout import find_lines
from generator.rendering.readable import counted, date_in_words, shortened
from generator.rendering.templates import read_words
from generator.settings import Settings
from generator.text.names import is_acronym
from generator.text.spans import Spans
from generator.text.unicode import one_line
from generator.text.wordlists import load_pairs, load_sections

LINE_CHARS = 1_000
"""Characters of a line that are searched and shown, at most."""
LINES = 150
"""Lines of one record; a longer text is several, so that a result never loads a book."""
_KINDS = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "named_event": "Event",
    "event": "Event",
}
"""Kinds of pages that are found by what they are called."""
_UNSEARCHED = frozenset({"boilerplate", "title"})


@dataclass(frozen=True, slots=True)
class Called:
    """A page that is found by what it is called."""

    name: str
    kind: str
    note: str
    href: str
    """From the top of the site."""
    forms: tuple[str, ...]
    """Its name and all other spellings."""
    weight: int
    """How often it is named."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text, or a part of one, that is found by its lines."""

    title: str
    kind: str
    note: str
    href: str
    lines: tuple[tuple[str, ...], ...]
    """An anchor, or an address where the line stands on another page, and the words; behind them what a question may
    find in it (`find_hints`), where there is something.
    """


def find_called(
    library: Library, pages: Iterable[Page], style: LinkStyle, settings: Settings | None = None
) -> tuple[Called, ...]:
    """Every page of a name or an event, the most named first; with `settings` acronyms that have only a line, too."""
    text = read_words(settings).text if settings else say_english
    entities = {entity_page(entity): entity for entity in library.entities}
    shown = [page for page in pages if page.kind in _KINDS and page.searchable]
    found = [_call(page, entities, style, text) for page in shown]
    if settings:
        found += _acronyms(library, settings, {page.path for page in shown}, style, text)
    return tuple(sorted(found, key=lambda called: (-called.weight, called.name, called.href)))


def _acronyms(
    library: Library, settings: Settings, pages: Collection[str], style: LinkStyle, text: Text
) -> Iterator[Called]:
    """Names with an acronym and no page: who types "EU" means nothing else. They lead to their line in the index."""
    lines = find_lines(library.entities, settings.index_split)
    for entity in library.entities:
        forms = (entity.name, *entity.aliases)
        if any(map(is_acronym, forms)) and not entity.is_partial and entity_page(entity) not in pages:
            target = f"{lines[entity.id]}#{name_anchor(entity)}"
            page = Page(target, one_line(entity.name), "", "", "")
            yield replace(_call(page, {target: entity}, style, text), kind=text(entity.type))


def _call(page: Page, entities: Mapping[str, Entity], style: LinkStyle, text: Text) -> Called:
    entity, target = entities.get(page.path), str(href(page.path, HOME, style))
    if entity is None:
        return Called(page.title, text(_KINDS[page.kind]), "", target, (page.title,), 0)
    role = next((shortened(role.title, 80) for role in entity.roles), None)
    note = " · ".join(filter(None, (role, text(counted(len(entity.mentions), "mention")))))
    forms = tuple(dict.fromkeys((page.title, *(one_line(alias) for alias in entity.aliases))))
    return Called(page.title, text(_KINDS.get(page.kind, "")), note, target, forms, len(entity.mentions))


def find_told(library: Library, pages: Mapping[str, Page], settings: Settings, style: LinkStyle) -> Iterator[Told]:
    """The lines of every brief, the newest brief first; of briefs with one text, those of the first."""
    text = read_words(settings).text
    for brief in sorted(library.briefs, key=lambda brief: brief.analysis.metadata.published.value or "", reverse=True):
        page = pages.get(text_page(brief.id))
        if page and not brief.duplicate_of:
            yield from _tell(brief, page, settings, style, text)


def _tell(brief: Brief, page: Page, settings: Settings, style: LinkStyle, text: Text) -> Iterator[Told]:
    metadata, target = brief.analysis.metadata, str(href(page.path, HOME, style))
    day = metadata.published.value
    note = [text(date_in_words(day) if day else "Date not stated"), shortened(metadata.publisher.value or "", 100)]
    about = " · ".join(filter(None, (metadata.publisher.value, *metadata.authors.value, brief.analysis.document.path)))
    lines = [("", one_line(about, LINE_CHARS)), *_lines(brief, target, settings, style)]
    for start in range(0, len(lines), LINES):
        shown = tuple(lines[start : start + LINES])
        yield Told(page.title, text("Brief"), " · ".join(filter(None, note)), target, shown)


def _lines(brief: Brief, target: str, settings: Settings, style: LinkStyle) -> Iterator[tuple[str, ...]]:
    analysis = brief.analysis
    hints = find_hints(analysis)
    if settings.search_source_text is False:
        spans = [analysis.sentences[index] for index in analysis.summary]
        anchors = [sentence_anchor(index) for index in analysis.summary]
    else:
        spans, anchors = _whole_text(analysis)
    leaves = None
    if 0 < settings.source_page_chars < len(analysis.document.text):
        leaves = lay_out(brief.id, analysis, settings.source_page_chars)
    for span, anchor in zip(spans, anchors, strict=True):
        where = _elsewhere(leaves, span, target, style) if leaves else anchor
        words = one_line(span.of(analysis.document.text), LINE_CHARS)
        yield (where, words, hints[span]) if span in hints else (where, words)


def find_hints(analysis: Analysis) -> dict[Span, str]:
    """For each sentence what a question may look for in it: `d` a date, `p` a place, `n` a number, `r` a role; behind a
    stroke who says something there, also where the sentence has only a pronoun.
    """
    at = Spans(analysis.sentences)
    names = {entity.id: entity.name for entity in analysis.entities}
    signs: dict[Span, dict[str, None]] = defaultdict(dict)
    said: dict[Span, dict[str, None]] = defaultdict(dict)
    found = [("d", date.span) for date in analysis.dates]
    found += [("p", mention.span) for mention in analysis.mentions if mention.type == "Place"]
    found += [("n", quantity.span) for quantity in analysis.quantities]
    found += [("r", role.span) for entity in analysis.entities for role in entity.roles if role.kind == "role"]
    for sign, span in sorted(found):
        for sentence in at.overlapping(span):
            signs[sentence][sign] = None
    voices = [(quotation.span, quotation.speaker) for quotation in analysis.quotations]
    for span, who in (*voices, *((claim.span, claim.claimant) for claim in analysis.claims)):
        for sentence in at.overlapping(span) if who in names else ():
            said[sentence][names[who or ""]] = None
    hints = {sentence: "".join(signs[sentence]) for sentence in {**signs, **said}}
    return hints | {sentence: f"{hints[sentence]}|{one_line(' '.join(who), 200)}" for sentence, who in said.items()}


def _whole_text(analysis: Analysis) -> tuple[list[Span], list[str]]:
    """Every sentence, and every block outside the sentences that was not cut, in the order of the text."""
    found = [(span, sentence_anchor(index)) for index, span in enumerate(analysis.sentences)]
    for index, block in enumerate(analysis.document.blocks):
        if not block.is_body and block.kind not in _UNSEARCHED:
            found.append((block.span, block_anchor(index)))
    found.sort()
    return [span for span, _ in found], [anchor for _, anchor in found]


def _elsewhere(leaves: Leaves, span: Span, target: str, style: LinkStyle) -> str:
    """The anchor of words on the brief's own page, the whole address where the text has gone on to another page."""
    path, _, anchor = str(href(address(leaves, span), HOME, style)).partition("#")
    return anchor if path == target else f"{path}#{anchor}"


_ACCENTS = re.compile("[\u0300-\u036f]")
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that are no letter with an accent."""
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that put no space between words: each sign counts as a word."""
_VOWEL_SIGNS = "".join(chr(code) for code in range(0x370, 0xFFFF) if unicodedata.category(chr(code)) in ("Mn", "Mc"))
_WORDS = re.compile(
    rf"(?:[^\W\d_]\.){{2,40}}|['’]s(?!\w)|[{_UNSPACED}]|(?:(?![{_UNSPACED}])(?:[^\W_]|[{_VOWEL_SIGNS}]))+"
)
"""Initials with points, the ending of a possessive, one sign, a word."""
_ASCII = re.compile(r"(?:[A-Za-z]\.){2,40}|'s(?![A-Za-z0-9_])|[A-Za-z0-9]+")
"""The same for plain text, which nearly all is: three times as fast."""
_MARKS = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
"""Marks that part words as their plain forms do."""
_LONGEST = 40

Word = tuple[str, bool]
"""A word, and whether it is written in capitals."""


def fold(text: str) -> str:
    """The text without accents, capitals as they are."""
    return (
        text if text.isascii() else unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
    )


def split_words(text: str) -> Iterator[Word]:
    """The words of a line. "U.S." is `us` in capitals; the ending of "Ann's" is left out."""
    folded = fold(text)
    for match in (_ASCII if folded.isascii() else _WORDS).finditer(folded):
        found = match[0]
        if found[0] in "'’":
            continue
        written = found.replace(".", "")[:_LONGEST]
        word = written.lower()
        yield word if word.isascii() else word.translate(_SPELLED), len(written) > 1 and written.isupper()


SHARD = 12_000
"""Characters of one file of words, about."""
GROUP = 32
"""Names in one file."""
_MOST = 24
"""Places of one word that are kept of one record."""
_MOST_FORMS = 6
"""Other spellings of a name under which texts are looked for too."""
_LEAST_MISSPELLED = 5
"""Letters from which on a word may be misspelled."""
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_CODES: list[str] = [*_SIGNS[:32], *(_SIGNS[number % 32 + 32] + _SIGNS[number // 32] for number in range(32, 1024))]
"""The short numbers, which nearly all are."""

File = tuple[str, str]
"""Its name, and what stands in it."""
Places = dict[str, list[int]]
"""Where each word of a record stands: line and place, in turn."""


class Postings:
    """For each word, the records that hold it, in a form that grows by a few bytes for each."""

    def __init__(self) -> None:
        self.written: dict[str, bytearray] = {}
        self._last: dict[str, int] = {}

    def add(self, record: int, places: Places) -> None:
        """Add one record; records come in the order of their numbers."""
        for word, found in places.items():
            kept = found[: 2 * _MOST]
            codes = [record - self._last.get(word, 0), len(kept) // 2]
            line = 0
            for at in range(0, len(kept), 2):
                codes += (kept[at] - line, kept[at + 1])
                line = kept[at]
            self._last[word] = record
            self.written.setdefault(word, bytearray()).extend("".join(map(write_number, codes)).encode())


def write_number(number: int) -> str:
    """A number in signs of five bits, the lowest first; all but the last have the sixth bit."""
    if number < len(_CODES):
        return _CODES[number]
    return f"{_SIGNS[number % 32 + 32]}{write_number(number // 32)}"


class Index:
    """An index in the making: needs no more memory than what it will be on disk."""

    def __init__(self, called: Sequence[Called], stops: frozenset[str], names: Iterable[str] = ()) -> None:
        """Begin with the pages of names; `names` are all names, with a page or without, which may be misspelled."""
        self._called, self._stops = called, stops
        self._spelled = {word for name in names for word, _ in split_words(name)}
        self._names, self._texts, self._count = Postings(), Postings(), 0
        self._digest = hashlib.sha256()
        for number, page in enumerate(called):
            self._names.add(number, place_forms(page.forms))

    def add(self, text: Told) -> File:
        """Add a text; the file in which it is shown. What comes first is shown first among equals."""
        self._texts.add(self._count, place_lines((text.title, *(line[1] for line in text.lines)), self._stops))
        self._count += 1
        shown = {"t": text.title, "k": text.kind, "n": text.note, "u": text.href, "l": text.lines}
        return self._file(f"t{self._count - 1}", shown)

    def finish(self) -> Iterator[File]:
        """All other files, `index.js` last."""
        shards, initials = list(_shards(self._names, self._texts)), _by_initial(self._spelled)
        for number, group in enumerate(_grouped(self._called)):
            yield self._file(f"n{number}", group)
        for number, shard in enumerate(shards):
            yield self._file(f"w{number}", "\n".join(shard))
        for number, words in enumerate(initials.values()):
            yield self._file(f"f{number}", " ".join(words))
        head = {
            "texts": self._count,
            "group": GROUP,
            "stops": " ".join(sorted(self._stops)),
            "asks": dict(load_sections("question_words.txt")),
            "words": " ".join(shard[0].partition(" ")[0] for shard in shards),
            "initials": "".join(initials),
            "spelled": [sum(map(len, words)) + len(words) for words in initials.values()],
            "version": self._digest.hexdigest()[:12],
        }
        yield self._file("index", head)

    def _file(self, name: str, content: object) -> File:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        self._digest.update(text.encode())
        return f"{name}.js", f'briefsSearch.got("{name}",{text})\n'


def place_forms(forms: Iterable[str]) -> Places:
    """Where the words of all spellings of a name stand; the place of the last word of a spelling is odd."""
    places: Places = {}
    for line, form in enumerate(forms):
        words = [word for word, _ in split_words(form)]
        for place, word in enumerate(words):
            places.setdefault(word, []).extend((line, 2 * place + (place == len(words) - 1)))
    return places


def place_lines(lines: Iterable[str], stops: frozenset[str]) -> Places:
    """Where the words of some lines stand; no function words, but "US" and "WHO" in a line that is not all capitals."""
    places: Places = {}
    for line, text in enumerate(lines):
        words: list[Word] = list(split_words(text))
        shouts = all(is_upper for word, is_upper in words if len(word) > 1)
        for place, (word, is_upper) in enumerate(words):
            if word not in stops or (is_upper and not shouts):
                places.setdefault(word, []).extend((line, place))
    return places


def _grouped(called: Sequence[Called]) -> Iterator[list[list[str]]]:
    for start in range(0, len(called), GROUP):
        group = called[start : start + GROUP]
        yield [[page.name, page.kind, page.note, page.href, *_others(page)] for page in group]


def _others(page: Called) -> list[str]:
    """The other spellings of a name: who types one finds the texts that have another."""
    return [form for form in page.forms if form != page.name][:_MOST_FORMS]


def _shards(names: Postings, texts: Postings) -> Iterator[list[str]]:
    """Rows of a word, its names and its texts, in the order of code points, in groups of about one size."""
    shard: list[str] = []
    size = 0
    for word in sorted({*names.written, *texts.written}):
        row = f"{word} {names.written.get(word, b'').decode()} {texts.written.get(word, b'').decode()}"
        if shard and size + len(row) > SHARD:
            yield shard
            shard, size = [], 0
        shard.append(row)
        size += len(row) + 1
    if shard:
        yield shard


def _by_initial(words: Iterable[str]) -> dict[str, list[str]]:
    """The words of names that may be misspelled, by their first letter."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= _LEAST_MISSPELLED - 1 and word.isalpha():
            found.setdefault(word[0], []).append(word)
    return found


def start_index(library: Library, pages: Collection[Page], settings: Settings, *, links: LinkStyle) -> Index:
    """Begin the index with all names that have a page. Equal libraries give equal files, byte for byte."""
    names = (form for entity in library.entities for form in (entity.name, *entity.aliases))
    return Index(find_called(library, pages, links, settings), find_stops(library), names)


def find_stops(library: Library) -> frozenset[str]:
    """The function words of the languages of the collection, as the search folds them."""
    listed = load_pairs("function_words.txt")
    languages = {brief.analysis.language.partition("-")[0] for brief in library.briefs} | {"en"}
    words = (word for language in sorted(languages) for word in listed.get(language, "").split())
    return frozenset(folded for word in words for folded, _ in split_words(word))
