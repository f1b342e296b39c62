"""What the chains of publication share: a source as its rules see it, the loop that asks them, what is declared, and
the small sources on which they are tried.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Literal, NamedTuple, TypeVar, get_args

from generator.model import BODY_KINDS, Authors, Block, BlockKind, Declaration, Document, Field, Span, Status
from generator.text.rules import Chain, Rule

MISSING = Field(None, "missing")
MAIL = "header of the message"
"""The reason of the headers of a mail, and of those that are forwarded in it."""
PIER = "title> Pier opens"
STORY = "The harbour of Westport will open again on Monday, the mayor said after a long meeting of the council."
"""A title and a paragraph for small sources."""
Told = TypeVar("Told", Field, Authors)
FieldName = Literal["title", "publisher", "published", "authors", "url", "language", "section"]
Origin = Literal["structured data", "front matter", "sidecar"]


class Scene(NamedTuple):
    """A source as the rules see it."""

    document: Document
    sentences: Sequence[Span]
    url: str | None = None
    """The address of its text, where one is known."""
    language: str = "und"
    """What the words of the text tell."""
    shown: Field = MISSING
    """The day that the text shows."""


FindField = Callable[[Scene], Field | None]
FindAuthors = Callable[[Scene], Authors | None]


def ask(chain: Chain[Callable[[Scene], Told | None]], scene: Scene, missing: Told) -> Told:
    """What the first rule says that says anything, with its name."""
    for rule in chain:
        found = rule.find(scene)
        if found is not None:
            return name_rule(found, rule)
    return missing


def name_rule(found: Told, rule: Rule[Any]) -> Told:
    """What was found with the name of the rule, before that of the rule that found its words."""
    return replace(found, rule=f"{rule.name}; {found.rule}" if found.rule else rule.name)


def state(document: Document, start: int, end: int) -> Field:
    """A field whose value is a slice of the text, on one line."""
    return Field(" ".join(document.text[start:end].split()), "stated", Span(start, end))


def agree(fields: Sequence[Field]) -> Field | None:
    """The first of some fields that say the same; None where they differ or there is none."""
    return fields[0] if len({field.value for field in fields}) == 1 else None


def is_mail(document: Document) -> bool:
    """Whether a source is a message."""
    return any(block.reason == MAIL for block in document.blocks)


def declare(field: FieldName) -> tuple[Rule[FindField], ...]:
    """What a sidecar says, or else the file of itself: of several, the last."""
    return tuple(
        Rule(origin, partial(_find_declared, field, origin), *_try_declared(field, origin))
        for origin in ("sidecar", "front matter", "structured data")
    )


def declare_authors() -> tuple[Rule[FindAuthors], ...]:
    """The same of authors, who are several."""
    return tuple(
        Rule(origin, partial(_find_declared_authors, origin), *_try_declared("authors", origin))
        for origin in ("sidecar", "front matter", "structured data")
    )


def last_declared(document: Document, field: FieldName, origin: Origin) -> Declaration | None:
    """The last declaration of a field at one place."""
    declared = (item for item in reversed(document.declarations) if (item.field, item.origin) == (field, origin))
    return next(declared, None)


def _find_declared(field: FieldName, origin: Origin, scene: Scene) -> Field | None:
    found = last_declared(scene.document, field, origin)
    return Field(found.values[0], _status(origin), rule=found.rule) if found else None


def _find_declared_authors(origin: Origin, scene: Scene) -> Authors | None:
    found = last_declared(scene.document, "authors", origin)
    return Authors(found.values, _status(origin)) if found else None


def _status(origin: Origin) -> Status:
    """How much it counts: a sidecar overrides what the file says of itself."""
    return "override" if origin == "sidecar" else "stated"


def _try_declared(field: FieldName, origin: Origin) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Small sources that declare the field at this place, and that do not."""
    elsewhere = "front matter" if origin == "sidecar" else "sidecar"
    other = "title" if field == "section" else "section"
    return (f"{origin}: {field} = x",), (f"{elsewhere}: {field} = x", f"{origin}: {other} = x", "title> x")


_LINE = re.compile(
    rf"(?:(?P<kind>{'|'.join(get_args(BlockKind))}|mail)> )?(?P<words>[^\n]+)",
)
_DECLARED = re.compile(
    r"(?P<origin>structured data|front matter|sidecar): (?P<field>\w+) = (?P<value>.+)|language: (?P<language>.+)"
)


def source(*lines: str) -> str:
    """A small source of these lines."""
    return "\n".join(lines)


def read_scene(text: str) -> Scene:
    """A small source: each line a block, a paragraph unless its kind stands before it ("byline> By Ann Lee"), what
    is declared ("sidecar: title = The pier") or told by the words ("language: fr")."""
    declared, blocks, language = [], [], "und"
    for line in _LINE.finditer(text):
        found = _DECLARED.fullmatch(line[0])
        if found and found["language"]:
            language = found["language"]
        elif found:
            field: Any = found["field"]
            origin: Any = found["origin"]
            declared.append(Declaration(field, (found["value"],), origin))
        else:
            blocks.append(_read_block(line))
    document = Document("example.txt", "example", "", text, tuple(blocks), tuple(declared))
    url = next((item.values[0] for item in declared if item.field == "url"), None)
    return Scene(document, [block.span for block in blocks if block.kind in BODY_KINDS], url, language)


def _read_block(line: re.Match[str]) -> Block:
    kind: Any = line["kind"] or "paragraph"
    span = Span(*line.span("words"))
    return Block("boilerplate", span, MAIL) if kind == "mail" else Block(kind, span)


def try_source(rule: Rule[Callable[[Scene], Told | None]], text: str) -> Iterator[Span]:
    """The words from which a rule gives something; the beginning of the source where they stand outside the text."""
    found = rule.find(read_scene(text))
    if found is not None:
        yield found.span or Span(0, 0)
