"""The view of what the curator of the collection says of an entity: apart from all that a source says."""

from dataclasses import dataclass

from generator.model import Edit, Entity
from generator.rendering.markup import Markdown, outside_link
from generator.rendering.readable import shortened

_LONGEST = 1_200
"""Characters of a description or note."""


@dataclass(frozen=True, slots=True)
class EditLine:
    """One thing that the curator changed."""

    what: str
    note: str | None
    """The curator's own words on it."""


@dataclass(frozen=True, slots=True)
class EditorView:
    """What the curator says and has changed."""

    description: str | None
    links: tuple[Markdown, ...]
    edits: tuple[EditLine, ...]


def view_editing(entity: Entity) -> EditorView | None:
    """Make the view of the curator's part of an entity; None where all is as the sources have it."""
    if not (entity.description or entity.links or entity.edits):
        return None
    return EditorView(
        shortened(entity.description, _LONGEST) if entity.description else None,
        tuple(outside_link(link, link) for link in entity.links),
        tuple(show_edit(edit) for edit in entity.edits),
    )


def show_edit(edit: Edit) -> EditLine:
    """One change as a line."""
    return EditLine(f"{edit.what[:1].upper()}{edit.what[1:]}", shortened(edit.note, _LONGEST) if edit.note else None)
