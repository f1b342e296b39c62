"""Jinja for templates that users edit: escaped by default, and a fault names the file, the line and the cure."""

import dataclasses
import difflib
import functools
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
import markupsafe
from jinja2.utils import missing

from generator.errors import TemplateError
from generator.rendering.labels import Labels, load_labels
from generator.rendering.markup import Markdown, distrust, md
from generator.settings import Settings

_HERE = Path(__file__).parent.parent
PACKAGED = _HERE / "templates" if (_HERE / "templates").is_dir() else _HERE.parent / "templates"
"""The templates that come with the program: inside the package in a wheel, beside it in the repository."""

OURS = "packaged"
"""The folder under which a template finds those of the program: `{% extends "packaged/brief.md.j2" %}`."""
_WITHOUT = ("e", "escape", "forceescape", "pprint", "striptags", "tojson", "urlize", "xmlattr")
"""Filters that would undo or double the escaping, or make HTML that Markdown reads on."""
_UNKNOWN_NAME = re.compile(r"'([^']{1,100})' is undefined")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*\n")


class _Missing(jinja2.StrictUndefined):
    """A name that a template asks for and nobody has: the message names its nearest neighbour."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_obj is missing or self._undefined_hint:
            return str(super()._undefined_message)
        owner = type(self._undefined_obj).__name__
        known = _fields(self._undefined_obj)
        return f"{owner} has no {self._undefined_name!r}\n{_suggest(str(self._undefined_name), known)}"


class _Environment(jinja2.Environment):
    """Whatever a template takes out of a view comes out distrusted."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return distrust(super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        return distrust(super().getitem(obj, argument))


@dataclasses.dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one build: those of the user win over those of the program."""

    environment: jinja2.Environment
    folders: tuple[tuple[str, str], ...]
    """Pairs of a folder and how messages call it."""
    labels: Labels
    """What they say in the language of the site."""


def load_templates(user: Path | None, labels: str | None = None) -> Templates:
    """Prepare the templates of `user`, then the packaged ones, with their words in the language of `labels`.

    Raises SettingsError for labels that cannot be used. No template is read yet.
    """
    folders = [(str(user), user.name)] if user else []
    if not user or not _same(user, PACKAGED):
        folders.append((str(PACKAGED), "packaged templates"))
    environment = _Environment(
        loader=jinja2.ChoiceLoader(
            [
                *(jinja2.FileSystemLoader(folder) for folder, _ in folders),
                jinja2.PrefixLoader({OURS: jinja2.FileSystemLoader(PACKAGED)}),
            ]
        ),
        autoescape=True,
        undefined=_Missing,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    words = load_labels(labels, user, PACKAGED)
    environment.globals["say"] = words.say
    environment.filters = {n: _distrusting(f) for n, f in environment.filters.items() if n not in _WITHOUT}
    return Templates(environment, tuple(folders), words)


def read_words(settings: Settings) -> Labels:
    """The words of the pages, in the language that the settings name. Raises SettingsError."""
    return load_labels(settings.labels, settings.templates, PACKAGED)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _finalize(value: object) -> markupsafe.Markup:
    if isinstance(value, markupsafe.Markup):
        return value
    if value is None:
        return Markdown("")
    return Markdown(value) if type(value) is int else md(value)


def _distrusting(filter_: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(filter_)
    def distrusted(*args: Any, **options: Any) -> Any:
        return distrust(filter_(*args, **options))

    return distrusted


def fill(templates: Templates, name: str, values: Mapping[str, object]) -> str:
    """Fill one template and give back tidy Markdown: no run of blank lines, one line feed at the end.

    Raises TemplateError for whatever is wrong with the template, or with one that it uses.
    """
    given = {key: distrust(value) for key, value in values.items()}
    try:
        text = templates.environment.get_template(name).render(given)
    except Exception as error:  # A template can raise anything; each fault is the template's.
        raise _explain(templates, name, error, values) from error
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _explain(templates: Templates, name: str, error: Exception, values: Mapping[str, object]) -> TemplateError:
    """Say where the fault is, what it is and what to do."""
    where = _where(templates, name, error)
    if isinstance(error, jinja2.TemplateSyntaxError):
        return TemplateError(where, str(error.message), "correct the template")
    if isinstance(error, jinja2.TemplateNotFound):
        return _explain_lost(templates, where, str(error.name))
    if isinstance(error, UnicodeDecodeError):
        return TemplateError(where, "the file is not UTF-8", "save it as UTF-8")
    if isinstance(error, OSError):
        return TemplateError(where, f"cannot be read ({error.strerror})", "check that you may read it")
    if isinstance(error, jinja2.UndefinedError):
        return _explain_undefined(where, str(error.message), values)
    return TemplateError(where, f"{type(error).__name__}: {_first_line(str(error))}", "correct the template")


def _explain_lost(templates: Templates, where: str, name: str) -> TemplateError:
    names = templates.environment.list_templates(extensions=["j2"])
    known = [known for known in names if known.endswith(".md.j2") and "/" not in known]
    return TemplateError(where, f"there is no template {name!r}", _suggest(name, known))


def _explain_undefined(where: str, message: str, values: Mapping[str, object]) -> TemplateError:
    fault, _, cure = message.partition("\n")
    unknown = _UNKNOWN_NAME.search(fault)
    return TemplateError(where, fault, cure or _suggest(unknown[1] if unknown else "", values))


def _suggest(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known: {', '.join(names)}"


def _fields(value: object) -> list[str]:
    if dataclasses.is_dataclass(value):
        return [field.name for field in dataclasses.fields(value)]
    return [name for name in dir(value) if not name.startswith("_")]


def _first_line(text: str) -> str:
    return (text.splitlines() or [""])[0][:200]


def _where(templates: Templates, name: str, error: Exception) -> str:
    """The innermost line of a template that the error came through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{_shown(templates, error.filename or error.name or name)}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    inside = [f for f in frames if any(f.filename.startswith(folder) for folder, _ in templates.folders)]
    return f"{_shown(templates, inside[-1].filename)}:{inside[-1].lineno}" if inside else _shown(templates, name)


def _shown(templates: Templates, file: str) -> str:
    """A template's file as messages call it: relative to the folder that holds the templates."""
    for folder, called in templates.folders:
        if file.startswith(folder):
            return called + file[len(folder) :].replace("\\", "/")
        if Path(folder, file).is_file():
            return f"{called}/{file}"
    return f"{templates.folders[0][1]}/{file}"
