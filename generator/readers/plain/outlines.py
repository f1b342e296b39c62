"""What Logseq and Notion put into a note beside its text: data of their own, marks of tasks, properties of a page."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.readers.metadata.front_matter import is_known

_MACRO = re.compile(r"\{\{[^{}\n]{0,300}(?:\{\{[^{}\n]{0,300}\}\}[^{}\n]{0,300})?\}\}")
_REFERENCE = re.compile(r"\(\([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\)\)")
"""A block of another note, whose text is not here."""
_CLOCKS = re.compile(r"^[ \t]*:LOGBOOK:[ \t]*\n(?:[ \t]*CLOCK:[^\n]{0,200}\n){0,1000}[ \t]*:END:[ \t]*$", re.MULTILINE)
_PLANNED = re.compile(r"^[ \t]*(?:SCHEDULED|DEADLINE): <[^<>\n]{1,60}>[ \t]*$", re.MULTILINE)
_TASK = re.compile(
    r"^(?P<bullet>[ \t]{0,40}- )(?:TODO|DOING|DONE|LATER|NOW|WAITING|CANCELED|CANCELLED) (?:\[#[ABC]\] )?", re.MULTILINE
)
_OWN = r"id|collapsed|heading|background-color|template|template-including-parent|logseq\.[\w.-]{1,40}"
_OWN_FIELD = re.compile(rf"^(?P<bullet>[ \t]{{0,60}}(?:- )?)(?:{_OWN}):: [^\n]{{0,200}}$", re.MULTILINE)
_HIGHLIGHT = re.compile(r"\^\^(?=\S)([^\^\n]{1,1000})(?<=\S)\^\^")
_CALLOUT = re.compile(r"^</?aside>[ \t]*$", re.MULTILINE)
_NOTION = re.compile(r"[ -][0-9a-f]{32}\.(?:md|markdown)\Z")
"""The number that Notion sets behind the name of a page."""
_FIELDS = re.compile(
    r"\A\s{0,99}(?P<title># [^\n]{1,500}\n)\s{0,9}\n"
    r"(?P<rows>(?:[^\W\d_][^:\n]{0,40}: [^\n]{0,1000}(?:\n|\Z)){1,30})(?=\s|\Z)"
)


class Page(NamedTuple):
    """A page of Notion taken apart."""

    text: str
    fields: str = ""
    """Its properties, as they stand below its title."""
    values: Mapping[str, object] = {}


def plain_outline(text: str) -> str:
    """The text without what Logseq keeps for itself; a block of another note is three dots."""
    plain = _OWN_FIELD.sub("", _PLANNED.sub("", _CLOCKS.sub("", text)))
    # "NOW" at the head of a line is a mark only where others show whose note it is.
    text = plain if plain == text else _TASK.sub(r"\g<bullet>", plain)
    text = _REFERENCE.sub("…", _MACRO.sub("", text))
    return _CALLOUT.sub("\n", _HIGHLIGHT.sub(r"\1", text))


def read_page(path: str, text: str) -> Page:
    """The properties of a page that Notion exported, known by its name; the text as it is for every other file."""
    found = _FIELDS.match(text) if _NOTION.search(path) else None
    if found is None:
        return Page(text)
    rows = [line.partition(":") for line in found["rows"].splitlines()]
    values = {key.strip(): value.strip() for key, _, value in rows if is_known(key)}
    return Page(f"{found['title']}\n{text[found.end() :]}", found["rows"].strip(), values)
