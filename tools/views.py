"""A page of the manual for each template: what it makes and every variable that it is given, made from the views."""

import dataclasses
import importlib
import inspect
import pkgutil
import re
import types
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator import rendering
from generator.rendering.markup import Markdown
from generator.rendering.templates import PACKAGED
from tools.export_schema import read_words

FOLDER = "template"
"""MkDocs leaves a folder `templates` out."""
SHARED = f"{FOLDER}/shared.md"
ROW = re.compile(
    r"^\| (?P<files>`[^|]{1,200}) \| (?P<pages>[^|]{1,300}) \| `(?P<given>\w+)` \(`(?P<view>\w+)`\) \|$", re.M
)
"""A row of the table of templates, whose truth a test holds."""
BLOCK = re.compile(r"\{% block (\w{1,40})")
EXTENDS = re.compile(r'\{% extends "([\w.]{1,60})"')
PLAIN: Mapping[Any, str] = {
    str: "text of a source",
    Markdown: "words of the program",
    int: "number",
    bool: "true or false",
}


class Template(NamedTuple):
    """A template as the table tells it."""

    file: str
    pages: str
    given: str
    view: type


def list_templates() -> list[Template]:
    """The templates that make pages, in the order of the table."""
    views = {kind.__name__: kind for kind in list_views()}
    rows = ROW.finditer((PACKAGED / "README.md").read_text(encoding="utf-8"))
    return [
        Template(file, row["pages"], row["given"], views[row["view"]])
        for row in rows
        for file in re.findall(r"`([\w.]{1,60})`", row["files"])
    ]


def list_views() -> Iterator[type]:
    """Every class of the rooms that make views whose name says that it is one."""
    for module in pkgutil.walk_packages(rendering.__path__, f"{rendering.__name__}."):
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if name.endswith("View") and dataclasses.is_dataclass(kind):
                yield kind


def list_parts(view: type) -> list[type]:
    """The view and every class that its fields lead to, each once, nearest first."""
    found = [view]
    for kind in found:
        for hint in get_type_hints(kind).values():
            found += [part for part in _classes_in(hint) if part not in found]
    return found


def _classes_in(hint: Any) -> Iterator[type]:
    """The classes with fields that a type names."""
    origin = get_origin(hint)
    for part in (origin, hint, *get_args(hint)):
        if isinstance(part, type) and dataclasses.is_dataclass(part):
            yield part
    for part in get_args(hint):
        yield from _classes_in(part)


def template_pages() -> dict[str, str]:
    """The pages: a list of all, one for each template, and one for the classes that several are given."""
    templates = list_templates()
    parts = {template.view: list_parts(template.view) for template in templates}
    uses = Counter(kind for kinds in parts.values() for kind in kinds)
    shared = sorted((kind for kind in uses if uses[kind] > 1), key=lambda kind: kind.__name__)
    homes = {kind: f"{SHARED.rpartition('/')[2]}#{anchor_of(kind)}" for kind in shared}
    pages = {f"{FOLDER}/{stem_of(t.file)}.md": tell_template(t, parts[t.view], homes) for t in templates}
    told = (tell_class(kind, homes, "", level=2) for kind in shared)
    pages[SHARED] = "# What several templates are given\n\n" + "\n".join(told)
    pages[f"{FOLDER}/index.md"] = tell_list(templates)
    return pages


def stem_of(file: str) -> str:
    """`brief` of `brief.md.j2`."""
    return file.partition(".")[0]


def anchor_of(kind: type) -> str:
    """Where a class is told."""
    return f"{kind.__module__.rpartition('.')[2]}-{kind.__name__}".lower()


def tell_list(templates: list[Template]) -> str:
    """The list of all templates."""
    rows = [f"| [`{t.file}`]({stem_of(t.file)}.md) | {t.pages} | `{t.given}` |" for t in templates]
    head = "# The templates\n\nEach makes one kind of page, and is given one variable.\n"
    return "\n".join([head, "| Template | Pages | Variable |", "|---|---|---|", *rows, ""])


def tell_template(template: Template, parts: list[type], homes: Mapping[type, str]) -> str:
    """The page of one template."""
    named = f"Blocks: {', '.join(f'`{block}`' for block in list_blocks(template.file))}.\n"
    own = [kind for kind in parts if kind not in homes or kind is template.view]
    return "\n".join(
        [
            f"# {template.file}\n",
            f"Makes {template.pages}. Copy it with `briefs template {template.file}`: [how](../templates.md).\n",
            named,
            *(tell_class(kind, homes, f"{template.given}." if kind is template.view else "") for kind in own),
        ]
    )


def list_blocks(file: str) -> list[str]:
    """The blocks of a packaged template, and of the one that it extends."""
    text = (PACKAGED / file).read_text(encoding="utf-8")
    inner = [block for base in EXTENDS.findall(text) for block in list_blocks(base)]
    return list(dict.fromkeys([*inner, *BLOCK.findall(text)]))


def tell_class(kind: type, homes: Mapping[type, str], lead: str, level: int = 2) -> str:
    """A class as a section: what it is, and a row for each field."""
    words = read_words(importlib.import_module(kind.__module__))
    rows = [
        f"| `{lead}{field.name}` | {tell_type(hint, homes)} | {_cell(words.get(f'{kind.__name__}.{field.name}', ''))} |"
        for field, hint in zip(dataclasses.fields(kind), _hints(kind), strict=True)
    ]
    head = f"{'#' * level} {kind.__name__} {{ #{anchor_of(kind)} }}\n\n{_cell(inspect.getdoc(kind) or '')}\n"
    return "\n".join([head, "| Field | What it holds | |", "|---|---|---|", *rows, ""])


def _hints(kind: type) -> list[Any]:
    hints = get_type_hints(kind)
    return [hints[field.name] for field in dataclasses.fields(kind)]


def _cell(words: str) -> str:
    """Words in a table: outside code no tag is meant."""
    parts = " ".join(words.split()).replace("|", "\\|").split("`")
    return "`".join(part if number % 2 else part.replace("<", "&lt;") for number, part in enumerate(parts))


def tell_type(hint: Any, homes: Mapping[type, str]) -> str:
    """A type in words: `list of [Link](…), or none`."""
    origin, parts = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if origin in (Union, types.UnionType):
        told = " or ".join(tell_type(part, homes) for part in parts if part is not types.NoneType)
        return f"{told}, or none" if types.NoneType in parts else told
    if origin is tuple:
        return _tell_tuple(parts, homes)
    if isinstance(origin, type) and dataclasses.is_dataclass(origin):
        return f"{tell_type(origin, homes)} of {tell_type(parts[0], homes)}"
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return f"[{hint.__name__}]({homes.get(hint, '#' + anchor_of(hint))})"
    return str(getattr(hint, "__name__", hint))


def _tell_tuple(parts: tuple[Any, ...], homes: Mapping[type, str]) -> str:
    if parts[-1] is Ellipsis:
        return f"list of {tell_type(parts[0], homes)}"
    return " and ".join(tell_type(part, homes) for part in parts)
