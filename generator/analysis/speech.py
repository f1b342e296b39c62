"""Turns of a transcript, and quotation marks in a headline.

What is said in the turns of a transcript, an interview or a chat, and by whom: the label in front of it names him.
Initials stand for the one person who has them and is named before the first turn; an office, for the one who is said
there to hold it. "Q", another office and initials of nobody are words, not people; what an unnamed asker says is no
quotation.

What a headline puts between quotation marks is held against the body: whether anybody is quoted as saying so. Words are
compared without case, marks and possessives. Nothing is mended: where the body has them otherwise, the nearest place is
given as evidence and the difference is shown.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language.packs import Name, is_english, lay_over
from generator.language.wording import CLOCKED, TIMED, find_labelled, is_office, is_title_of_work, is_unnamed
from generator.model import Block, Document, HeadlineQuotation, LocalEntity, Mention, Quotation, Span
from generator.text.quotes import find_passages
from generator.text.spans import Spans
from generator.text.wordlists import load_pairs

RULE = "the label of the turn"
INITIALS = re.compile(r"(?:[A-Z]\.?){2,4}")
"""Letters that may stand for a name."""
ASKER = re.compile(r"(?:Q|A|QUESTION|ANSWER|INTERVIEWER|REPORTER|SPEAKER \d{1,2})[. \t:\u00a0]*", re.IGNORECASE)
"""Labels of nobody, who only asks or answers."""
NOTE = re.compile(r" ?[,(:]")
"""Where what is told of a speaker begins behind the name."""
_MARKS = " \n\"“”„«»‘'"
"""What stands between what is said in a turn and what is quoted there."""
LONGEST = 200
"""Blocks that one turn may have."""


def find_turn_quotations(
    document: Document, mentions: Sequence[Mention], entities: Sequence[LocalEntity]
) -> tuple[Quotation, ...]:
    """A quotation for each paragraph of each turn whose speaker is told."""
    labels = [n for n, block in enumerate(document.blocks) if block.is_label]
    if not labels:
        return ()
    before = document.blocks[labels[0]].span.start
    known = _holders(entities, before) | _short_forms(document.text, mentions, before)
    shelf, found = Spans(mentions), list[Quotation]()
    for n, following in zip(labels, [*labels[1:], -1], strict=True):
        words = label_words(document.text, document.blocks[n].span)
        if ASKER.fullmatch(words.of(document.text)):
            continue
        speaker, span = _speaker(document.text, words, shelf, known)
        for block in _said(document, n, following):
            found.append(Quotation(block.span, "direct", speaker, span, rule=RULE, is_carried=True))
    return tuple(found)


def label_words(text: str, label: Span) -> Span:
    """The label without stamp, hour and colon."""
    stamp = TIMED.match(text, *label)
    start = stamp.end() if stamp else label.start
    words = CLOCKED.sub("", text[start : label.end].rstrip(" :\t\u00a0")).rstrip(" :\t\u00a0")
    return Span(start, max(start, start + len(words)))


def _speaker(text: str, words: Span, mentions: Spans[Mention], known: dict[str, str]) -> tuple[str | None, Span | None]:
    """Whom a label names, and by which words."""
    for mention in mentions.starting_in(words):
        if mention.type == "Person" or mention.span == words:
            return mention.entity, mention.span
    label = words.of(text)
    name = NOTE.split(label)[0].rstrip(".") or label
    if is_unnamed(name):
        return None, words
    whole, last = name.removeprefix("The ").removeprefix("THE "), name.split()[-1]
    return known.get(name.replace(".", "")) or known.get(whole.casefold()) or known.get(last.casefold()), words


def _said(document: Document, label: int, following: int) -> Iterator[Block]:
    """The paragraphs of a turn: its own, and those up to the next label or heading, without what is cut between them.

    Of the last turn its own only, as nothing shows where it ends.
    """
    end = following if following > 0 else len(document.blocks)
    before = None
    for block in document.blocks[label + 1 : min(end, label + 1 + LONGEST)]:
        if block.kind == "boilerplate":
            continue
        is_apart = before is not None and "\n" in document.text[before.span.end : block.span.start]
        if not block.is_body or (following < 0 and is_apart):
            return
        yield block
        before = block


def with_turns(
    document: Document, mentions: Sequence[Mention], entities: Sequence[LocalEntity], quotations: Sequence[Quotation]
) -> tuple[Quotation, ...]:
    """The quotations with those of the turns; what is quoted in a turn is apart where another is named as saying it."""
    turns = find_turn_quotations(document, mentions, entities)
    said, names = Spans(turns), Spans(mentions)
    kept = [q for q in quotations if not said.overlapping(q.span) or _is_of_another(q, said, names)]
    inner = Spans(kept)
    parted = [part for turn in turns for part in _around(document.text, turn, inner.overlapping(turn.span))]
    return tuple(sorted([*kept, *parted], key=lambda quotation: quotation.span))


def _around(text: str, turn: Quotation, inner: Sequence[Quotation]) -> Iterator[Quotation]:
    """What is said in a turn outside of what it quotes of others."""
    at = turn.span.start
    for end, following in [*(quotation.span for quotation in inner), Span(turn.span.end, turn.span.end)]:
        words = text[at:end].rstrip(_MARKS if end < turn.span.end else None)
        start = at + len(words) - len(words.lstrip(_MARKS if at > turn.span.start else None))
        if any(map(str.isalnum, words)):
            yield replace(turn, span=Span(start, at + len(words)))
        at = following


def _is_of_another(quotation: Quotation, turns: Spans[Quotation], names: Spans[Mention]) -> bool:
    """Whether what is quoted in a turn is said by somebody else, whom a name there tells."""
    if quotation.speaker is None or quotation.speaker_span is None:
        return False
    is_named = any(name.entity == quotation.speaker for name in names.overlapping(quotation.speaker_span))
    return is_named and all(turn.speaker != quotation.speaker for turn in turns.overlapping(quotation.span))


def _holders(entities: Sequence[LocalEntity], before: int) -> dict[str, str]:
    """Offices, in lower case, by the one person who is said before the first turn to hold them."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        for role in entity.roles:
            if entity.type == "Person" and role.kind == "role" and role.span.start < before:
                found.setdefault(role.title.casefold(), set()).add(entity.id)
    return {office: holders.pop() for office, holders in found.items() if len(holders) == 1}


def _short_forms(text: str, mentions: Sequence[Mention], before: int) -> dict[str, str]:
    """The people by their last word in lower case, and those named before the first turn by their initials too; nobody
    where two have the same."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type != "Person":
            continue
        words = re.split(r"[\s-]+", mention.span.of(text))
        letters = "".join(word[0] for word in words if word[:1].isupper())
        for last in {words[-1].casefold(), mention.span.of(text).split()[-1].casefold()}:
            found.setdefault(last, set()).add(mention.entity)
        if len(letters) > 1 and mention.span.start < before:
            found.setdefault(letters, set()).add(mention.entity)
    return {letters: people.pop() for letters, people in found.items() if len(people) == 1}


def leave_out_labels(document: Document, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names without those that are only initials or "Q" in the label of a turn, and with those of speakers whom a
    label names with a title or in full."""
    labels = [block.span for block in document.blocks if block.is_label]
    if not labels:
        return tuple(names)
    shelf, kept = Spans(labels), list[Name]()
    for name in names:
        inside = bool(shelf.overlapping(name.span))
        words = name.span.of(document.text)
        if not (inside and is_no_name(words.rstrip(",.: "))):
            bare = Span(name.span.start, name.span.start + len(words.rstrip(",: ")))
            kept.append(name._replace(span=bare) if inside else name)
    people = Spans([name for name in kept if name.type == "Person"])
    return lay_over(kept, [name for name in _labelled(document.text, labels) if not people.overlapping(name.span)])


def is_no_name(words: str) -> bool:
    """Whether words in a label are letters, an office or a word for anybody."""
    return INITIALS.fullmatch(words) is not None or is_unnamed(words) or is_office(words)


def _labelled(text: str, labels: Sequence[Span]) -> Iterator[Name]:
    """The speakers whom labels name with a title or in full."""
    for label in labels:
        words = label_words(text, label)
        found = find_labelled(words.of(text))
        if found is not None:
            yield Name(Span(words.start + found.start, words.start + found.end), "Person", RULE)


_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
"""A word with what a hyphen or full stop joins to it."""
_MOST = 4000
"""Sentences and quotations of the body that are searched."""
_SHARE = 0.6
"""Of the longer words of a headline's quotation, those that the nearest place has."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation or a sentence of the body, as words."""

    span: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    speaker: str | None
    is_quoted: bool


def check_headlines(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation], language: str
) -> tuple[HeadlineQuotation, ...]:
    """Each quotation of the title and the standfirst with where the body has its words, in order."""
    headlines = [block.span for block in document.blocks if block.kind in ("title", "standfirst")]
    passages = find_passages(document.text, headlines)[0] if headlines else ()
    if is_english(language):
        passages = tuple(one for one in passages if not _is_work(document.text, one.span, headlines))
    if not passages:
        return ()
    places = [_place(document.text, q.span, q.speaker, is_quoted=True) for q in quotations[:_MOST]]
    places += [_place(document.text, span, None, is_quoted=False) for span in sentences[:_MOST]]
    return tuple(_check(document.text, passage.span, places, small_words(language)) for passage in passages)


def _is_work(text: str, span: Span, headlines: Sequence[Span]) -> bool:
    headline = next((line for line in headlines if line.start <= span.start < line.end), span)
    return is_title_of_work(text, span, headline)


def small_words(language: str) -> frozenset[str]:
    """The words that tell nothing of what is said, in English where the language has none listed."""
    listed = load_pairs("function_words.txt")
    return frozenset(listed.get(language.partition("-")[0], listed["en"]).split())


def _place(text: str, span: Span, speaker: str | None, *, is_quoted: bool) -> _Place:
    matches = list(_WORD.finditer(text, *span))
    words = tuple(match[0].casefold() for match in matches)
    return _Place(span, words, tuple(m.start() for m in matches), tuple(m.end() for m in matches), speaker, is_quoted)


def _check(text: str, span: Span, places: Sequence[_Place], small: frozenset[str]) -> HeadlineQuotation:
    """Where the body has the words of one quotation: said, only written, in part, or nowhere."""
    words = tuple(match[0].casefold() for match in _WORD.finditer(text, *span))
    for place in places:
        for at in _runs(place.words, words):
            evidence = Span(place.starts[at], place.ends[at + len(words) - 1])
            return HeadlineQuotation(span, "quoted" if place.is_quoted else "unquoted", evidence, place.speaker)
    long = {word for word in words if word not in small and len(word) > 1} or set(words)
    best = max(places, key=lambda place: (len(long & set(place.words)), place.is_quoted), default=None)
    if best is None or len(long) < 2 or len(long & set(best.words)) < _SHARE * len(long):
        return HeadlineQuotation(span, "not found")
    return HeadlineQuotation(span, "partly", best.span, best.speaker)


def _runs(words: tuple[str, ...], wanted: tuple[str, ...]) -> Iterator[int]:
    """The indexes at which `wanted` stands as a run."""
    if wanted and set(wanted) <= set(words):
        yield from (at for at in range(len(words)) if words[at : at + len(wanted)] == wanted)
