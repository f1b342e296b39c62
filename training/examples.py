"""Texts with marks as rows of numbers: one `Example` is a document, cut into windows anew in every pass."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from generator.language.en.model.decoding import NAME_TAGS, NAME_TYPES, PARTS_OF_SPEECH, RELATIONS
from generator.language.en.model.words import Window, cut_windows, find_case, find_pieces, find_tokens, rank_break
from generator.model import Span
from training.corpora import Name, Record, Tree

UNKNOWN = -100
"""The label of a word that teaches nothing."""
WEAK_O = len(NAME_TAGS)
"""The label of a word that is no name, or an event: in sets that do not mark events."""
WITHOUT_EVENTS = frozenset({"gmb", "uner_ewt", "btc_g"})
PART = {name: number for number, name in enumerate(PARTS_OF_SPEECH)}
RELATION = {name: number for number, name in enumerate(RELATIONS)}


@dataclass(slots=True)
class Example:
    """A document, word by word; lists of equal length."""

    source: str
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    pieces: list[list[int]] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    """The block of each word."""
    names: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """1 at the last word of a sentence, else 0."""
    sentences: list[int] = field(default_factory=list)
    """The sentence of each word."""
    pos: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    """Index of the head; a root is its own head."""
    relations: list[int] = field(default_factory=list)


def build_example(source: str, text: str, blocks: Sequence[Span]) -> Example:
    """The words of a text, nothing known of them."""
    example = Example(source, text)
    for number, found in enumerate(find_tokens(text, blocks)):
        example.spans += found
        example.blocks += [number] * len(found)
    words = [span.of(text) for span in example.spans]
    example.pieces, example.cases = find_pieces(words), [find_case(word) for word in words]
    for row in (example.names, example.ends, example.pos, example.heads, example.relations):
        row += [UNKNOWN] * len(words)
    example.sentences = [0] * len(words)
    return example


def locate(spans: Sequence[Span], wanted: Span) -> range:
    """The indexes of those of `spans`, which are in order, that share a character with `wanted`."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if spans[middle].end <= wanted.start else (low, middle)
    end = low
    while end < len(spans) and spans[end].start < wanted.end:
        end += 1
    return range(low, end)


def mark_names(example: Example, names: Iterable[Name], missing: Iterable[Span]) -> None:
    """Write the tags of the names into `example`."""
    weak = example.source in WITHOUT_EVENTS
    example.names = [WEAK_O if weak and case not in (1, 6) else 0 for case in example.cases]
    for span in missing:
        for index in locate(example.spans, span):
            example.names[index] = UNKNOWN
    for name in names:
        tag = 1 + 2 * NAME_TYPES.index(name.kind)
        for index in locate(example.spans, name.span):
            example.names[index] = tag
            tag += tag % 2


def mark_sentences(example: Example, sentences: Iterable[Span]) -> list[range]:
    """Write the sentences into `example`; returns the words of each."""
    runs = [found for span in sentences if (found := locate(example.spans, span))]
    example.ends = [0] * len(example.spans)
    for number, run in enumerate(runs):
        example.ends[run[-1]] = 1
        for index in run:
            example.sentences[index] = number
    return runs


def mark_tree(example: Example, tree: Tree, spans: Sequence[Span]) -> None:
    """Write the parse of one sentence, whose words stand at `spans`, into `example`."""
    runs = [locate(example.spans, span) for span in spans]
    homes = [run[0] if run else -1 for run in runs]
    for number, (word, run) in enumerate(zip(tree.words, runs, strict=True)):
        if not run or example.heads[run[0]] != UNKNOWN:
            continue
        head = word.head
        # A word of ours that holds several of the tree's takes the topmost one's head.
        while head >= 0 and homes[head] == homes[number] and head != number:
            number, head = head, tree.words[head].head
        home = homes[number]
        if len(run) == 1 and example.spans[home] == spans[number]:
            example.pos[home] = PART.get(word.pos, UNKNOWN)
        example.heads[home] = home if head < 0 else homes[head] if homes[head] >= 0 else UNKNOWN
        example.relations[home] = RELATION.get(tree.words[number].relation, RELATION["dep"])


def place_trees(trees: Sequence[Tree]) -> tuple[str, list[Span], list[list[Span]]]:
    """The text of a document of trees, its blocks, and where the words of each tree stand in it."""
    text, blocks, placed = "", list[int](), list[list[Span]]()
    for tree in trees:
        if tree.starts_block or not blocks:
            text = text.rstrip() + "\n" if text else text
            blocks.append(len(text))
        spans = []
        for word in tree.words:
            spans.append(Span(len(text), len(text) + len(word.text)))
            text += word.text + " " * word.spaced
        text += "" if text.endswith(" ") else " "
        placed.append(spans)
    return text, [Span(*pair) for pair in zip(blocks, [*blocks[1:], len(text)], strict=True)], placed


def build_tree_examples(trees: Iterable[Tree], records: dict[str, Record]) -> Iterator[Example]:
    """A document each: parse, sentences, and where `records` knows the same text its names."""
    for document, group in groupby(trees, key=lambda tree: tree.document):
        own = list(group)
        text, blocks, placed = place_trees(own)
        record = records.get(document)
        example = build_example(record.source if record else "trees", text, blocks)
        mark_sentences(example, (Span(spans[0].start, spans[-1].end) for spans in placed))
        for tree, spans in zip(own, placed, strict=True):
            mark_tree(example, tree, spans)
        if record:
            shift = align(record.text, text)
            moved = [Name(Span(shift[n.span.start], shift[n.span.end - 1] + 1), n.kind) for n in record.names]
            missing = [Span(shift[span.start], shift[span.end - 1] + 1) for span in record.missing]
            mark_names(example, moved, missing)
        yield example


def align(old: str, new: str) -> list[int]:
    """Where each character of `old` stands in `new`, which differs from it in white space only."""
    shift, at = [], 0
    for sign in old:
        while at < len(new) and new[at].isspace() and not sign.isspace():
            at += 1
        shift.append(min(at, len(new) - 1))
        if not sign.isspace():
            if new[at] != sign:
                raise ValueError(f"the texts of names and trees differ at {at}: {new[at - 20 : at + 20]!r}")
            at += 1
    return shift


def build_record_examples(records: Sequence[Record], rng: random.Random, most: int) -> Iterator[Example]:
    """Records of one sentence each, up to `most` neighbors joined to one document."""
    at = 0
    while at < len(records):
        count = rng.randint(1, most)
        group, text, starts = records[at : at + count], "", []
        for record in group:
            starts.append(len(text))
            text += record.text + " "
        example = build_example(group[0].source, text, [Span(0, len(text))])
        names = [
            Name(Span(n.span.start + start, n.span.end + start), n.kind)
            for record, start in zip(group, starts, strict=True)
            for n in record.names
        ]
        missing = [
            Span(span.start + start, span.end + start)
            for record, start in zip(group, starts, strict=True)
            for span in record.missing
        ]
        mark_names(example, names, missing)
        mark_sentences(example, (Span(s, s + len(r.text)) for r, s in zip(group, starts, strict=True)))
        if example.spans:
            yield example
        at += count


def cut_example(example: Example, width: int) -> list[Window]:
    """The windows of an example, without context."""
    words = [span.of(example.text) for span in example.spans]
    count = len(words)
    breaks = [
        rank_break(
            words[i],
            words[i + 1] if i + 1 < count else None,
            is_block_end=i + 1 == count or example.blocks[i] != example.blocks[i + 1],
        )
        for i in range(count)
    ]
    return cut_windows([len(pieces) for pieces in example.pieces], breaks, width=width, context=0)
