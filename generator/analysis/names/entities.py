"""Who and what a document names: the mentions, and for each the entity it stands for within the document.

Names of the curator's list are found where nothing else sees them, with the type that the list gives; a name and its
aliases are one entity. A listed name replaces what it covers or cuts into; inside a longer name that was found it says
nothing: "Bridge" in "Tower Bridge".
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.names.groups import Group, choose_name, group_names
from generator.analysis.speech.turns import leave_out_labels
from generator.curation import Word, find_words
from generator.language.packs import Name, pack_for
from generator.model import NAMED_KINDS, Document, LocalEntity, Mention, Span

Listed = dict[Span, int]
"""Where a listed name stands, and its index in the list."""
CURATED = "curator's list"
"""The rule of such a name."""


def add_listed(
    text: str, spans: Sequence[Span], names: Sequence[Name], words: Sequence[Word]
) -> tuple[tuple[Name, ...], Listed]:
    """The names with the listed ones among them, in order, and which those are."""
    kept: Listed = {}
    longer = iter(sorted(name.span for name in names))
    current = next(longer, None)
    for found in find_words(text, spans, words):
        while current and current.end <= found.span.start:
            current = next(longer, None)
        if not current or not current.holds(found.span) or current == found.span:
            kept[found.span] = found.word
    if not kept:
        return tuple(names), kept
    listed = sorted(kept)
    at, others = 0, []
    for name in names:
        while at < len(listed) and listed[at].end <= name.span.start:
            at += 1
        if at == len(listed) or not listed[at].overlaps(name.span):
            others.append(name)
    return tuple(sorted([*others, *(Name(span, words[word].type, CURATED) for span, word in kept.items())])), kept


def join_listed(groups: Sequence[Group], listed: Listed, words: Sequence[Word]) -> tuple[Group, ...]:
    """The groups, those of one entry of the list made one, with its type; in order of first mention."""
    if not listed:
        return tuple(groups)
    joined: dict[int, list[Name]] = {}
    others = []
    for group in groups:
        word = next((listed[name.span] for name in group.names if name.span in listed), None)
        if word is None:
            others.append(group)
        else:
            joined.setdefault(word, []).extend(group.names)
    made = [
        Group(words[word].type, tuple(sorted(name._replace(type=words[word].type) for name in found)))
        for word, found in joined.items()
    ]
    return tuple(sorted([*others, *made], key=lambda group: group.names[0].span))


def find_entities(
    document: Document, sentences: Sequence[Span], language: str, words: Sequence[Word] = ()
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities, numbered by first mention, and all mentions in order.

    Names are looked for in every block of a kind that bears names; two mentions are one entity only where the text
    shows it: a short form, a defined acronym, another spelling. A name has one type within a document. `words` are
    those that the curator lists. Their roles are a step of their own (`add_roles`).
    """
    spans = list_named(document)
    found = pack_for(language).find_names(document.text, spans)
    names, listed = add_listed(document.text, spans, leave_out_labels(document, found), words)
    groups = join_listed(group_names(document.text, names), listed, words)
    mentions = tuple(
        sorted(
            (
                Mention(name.span, group.type, f"e{n}", name.rule)
                for n, group in enumerate(groups, 1)
                for name in group.names
            ),
            key=lambda mention: mention.span,
        )
    )
    entities = tuple(make_entity(f"e{n}", document.text, group) for n, group in enumerate(groups, 1))
    return entities, mentions


def add_roles(
    document: Document, entities: Sequence[LocalEntity], mentions: Sequence[Mention], language: str
) -> tuple[LocalEntity, ...]:
    """The entities with the roles that the text gives them."""
    roles = pack_for(language).find_roles(document.text, list_named(document), mentions)
    return tuple(replace(entity, roles=roles.get(entity.id, ())) for entity in entities)


def list_named(document: Document) -> list[Span]:
    """The blocks in which names are looked for."""
    return [block.span for block in document.blocks if block.kind in NAMED_KINDS]


def make_entity(identity: str, text: str, group: Group) -> LocalEntity:
    """The entity of these mentions, with the name that stands for it and its other forms."""
    forms = [name.span.of(text) for name in group.names]
    name = choose_name(forms, group.type)
    aliases = tuple(dict.fromkeys(form for form in forms if form != name))
    return LocalEntity(identity, group.type, name, aliases)
