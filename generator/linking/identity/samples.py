"""Small collections on which the rules of linking are tried: a line a brief, in it names with their types.

"Person Jane Roe (mayor of Wexby), Roe; Place Wexby": other forms behind a comma, roles in brackets.
"""

from collections.abc import Iterator, Mapping
from typing import get_args

from generator.model import Analysis, Authors, Document, EntityType, Field, LocalEntity, Mention, Metadata, Role, Span

_MISSING = Field(None, "missing")
_TYPES: Mapping[str, EntityType] = {kind: kind for kind in get_args(EntityType)}


def read_sample(text: str) -> tuple[tuple[Analysis, ...], Mapping[tuple[str, str], Span]]:
    """The briefs of a text, named 1, 2, ..., and where in the text the name of each of their entities stands."""
    analyses: list[Analysis] = []
    places: dict[tuple[str, str], Span] = {}
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        found = list(_read_line(line))
        analyses.append(_build(str(number), line, [entity for entity, _ in found]))
        places |= {(str(number), entity.id): Span(start + at, start + at + len(entity.name)) for entity, at in found}
        start += len(line) + 1
    return tuple(analyses), places


def _read_line(line: str) -> Iterator[tuple[LocalEntity, int]]:
    """The entities of one brief, each with where its name begins."""
    at = 0
    for number, part in enumerate(line.split("; "), 1):
        kind, _, rest = part.partition(" ")
        forms, roles = [], []
        for form in rest.split(", "):
            name, _, title = form.rstrip(")").partition(" (")
            forms.append(name)
            roles += [Role(title, Span(line.index(title), line.index(title) + len(title)))] if title else []
        yield LocalEntity(f"e{number}", _TYPES[kind], forms[0], tuple(forms[1:]), tuple(roles)), at + len(kind) + 1
        at += len(part) + 2


def _build(brief: str, text: str, entities: list[LocalEntity]) -> Analysis:
    mentions = (
        Mention(Span(text.index(form), text.index(form) + len(form)), entity.type, entity.id)
        for entity in entities
        for form in (entity.name, *entity.aliases)
    )
    return Analysis(
        document=Document(f"{brief}.txt", brief, "", text, ()),
        language="en",
        metadata=Metadata(_MISSING, _MISSING, _MISSING, Authors((), "missing"), _MISSING),
        entities=tuple(entities),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
    )
