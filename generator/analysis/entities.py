"""Who and what a document names: the mentions, and for each the entity it stands for within the document."""

from collections.abc import Mapping, Sequence

from generator.analysis.entity_groups import Group, choose_name, group_names
from generator.analysis.listed import add_listed, join_listed
from generator.analysis.name_checks import check_names
from generator.analysis.roles import find_roles
from generator.curation import Word
from generator.language import find_names
from generator.model import NAMED_KINDS, Document, LocalEntity, Mention, Role, Span


def find_entities(
    document: Document, sentences: Sequence[Span], language: str, words: Sequence[Word] = ()
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities, numbered by first mention, and all mentions in order.

    Names are looked for in every block of a kind that bears names; two mentions are one entity only where the text
    shows it: a short form, a defined acronym, another spelling. A name has one type within a document. `words` are
    those that the curator lists.
    """
    spans = [block.span for block in document.blocks if block.kind in NAMED_KINDS]
    found = check_names(document.text, find_names(document.text, spans, language), spans, language)
    names, listed = add_listed(document.text, spans, found, words)
    groups = join_listed(group_names(document.text, names), listed, words)
    mentions = tuple(
        sorted(
            (Mention(name.span, group.type, f"e{n}") for n, group in enumerate(groups, 1) for name in group.names),
            key=lambda mention: mention.span,
        )
    )
    roles = find_roles(document.text, spans, mentions, language)
    entities = tuple(make_entity(f"e{n}", document.text, group, roles) for n, group in enumerate(groups, 1))
    return entities, mentions


def make_entity(identity: str, text: str, group: Group, roles: Mapping[str, tuple[Role, ...]]) -> LocalEntity:
    """The entity of these mentions, with the name that stands for it, its other forms and its roles."""
    forms = [name.span.of(text) for name in group.names]
    name = choose_name(forms, group.type)
    aliases = tuple(dict.fromkeys(form for form in forms if form != name))
    return LocalEntity(identity, group.type, name, aliases, roles.get(identity, ()))
