"""Who and what a document names: the mentions, and for each the entity it stands for within the document."""

from collections.abc import Sequence
from dataclasses import replace

from generator.analysis.entity_groups import Group, choose_name, group_names
from generator.analysis.listed import add_listed, join_listed
from generator.analysis.name_checks import check_names
from generator.analysis.roles import find_roles
from generator.analysis.turns import leave_out_labels
from generator.curation import Word
from generator.language import find_names
from generator.model import NAMED_KINDS, Document, LocalEntity, Mention, Span


def find_entities(
    document: Document, sentences: Sequence[Span], language: str, words: Sequence[Word] = ()
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities, numbered by first mention, and all mentions in order.

    Names are looked for in every block of a kind that bears names; two mentions are one entity only where the text
    shows it: a short form, a defined acronym, another spelling. A name has one type within a document. `words` are
    those that the curator lists. Their roles are a step of their own (`add_roles`).
    """
    spans = list_named(document)
    found = check_names(document.text, find_names(document.text, spans, language), spans, language)
    names, listed = add_listed(document.text, spans, leave_out_labels(document, found), words)
    groups = join_listed(group_names(document.text, names), listed, words)
    mentions = tuple(
        sorted(
            (Mention(name.span, group.type, f"e{n}") for n, group in enumerate(groups, 1) for name in group.names),
            key=lambda mention: mention.span,
        )
    )
    entities = tuple(make_entity(f"e{n}", document.text, group) for n, group in enumerate(groups, 1))
    return entities, mentions


def add_roles(
    document: Document, entities: Sequence[LocalEntity], mentions: Sequence[Mention], language: str
) -> tuple[LocalEntity, ...]:
    """The entities with the roles that the text gives them."""
    roles = find_roles(document.text, list_named(document), mentions, language)
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
