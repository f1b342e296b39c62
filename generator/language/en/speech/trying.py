"""A text of its own, read as a source is: how the rules of speech are tried on their sentences."""

import re
from functools import lru_cache

from generator.language.en.names.chain import find_english_names
from generator.language.en.roles.chain import find_roles
from generator.language.frames import Context, Frame, read_context, read_frames
from generator.language.sentences import split_block
from generator.language.trees import read_trees
from generator.model import Block, Document, LocalEntity, Mention, Span

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
"""A line without white space at its ends."""


@lru_cache(maxsize=4)
def read_frames_of(text: str) -> tuple[Context, tuple[Frame, ...]]:
    """The frames of a text whose every line is a paragraph, or a heading behind "# ". A person is one by the last word
    of the name."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    blocks = tuple(Block("heading" if line.of(text).startswith("# ") else "paragraph", line) for line in lines)
    spans = [block.span for block in blocks if block.is_body]
    document = Document("", "", "", text, blocks)
    sentences = [sentence for span in spans for sentence in split_block(text, span)]
    mentions = []
    for name in find_english_names(text, spans):
        words = name.span.of(text)
        mentions.append(Mention(name.span, name.type, words.split()[-1] if name.type == "Person" else words))
    roles = find_roles(text, spans, mentions)
    entities = [
        LocalEntity(mention.entity, mention.type, mention.span.of(text), (), tuple(roles.get(mention.entity, ())))
        for mention in {mention.entity: mention for mention in mentions}.values()
    ]
    context = read_context(document, sentences, entities, mentions, read_trees(text, spans))
    return context, tuple(read_frames(context))
