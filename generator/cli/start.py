"""`briefs new`: a fresh site with the least in it that can be understood."""

import os
from pathlib import Path

from generator.cli.project import next_lines, this_call
from generator.errors import BriefsError
from generator.formats import FORMATS

_MKDOCS = """\
site_name: {name}
docs_dir: templates/static

theme:
  name: material
  font: false
  features:
    - navigation.tabs
    - navigation.top
    - search.highlight
    - toc.follow
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle: {{icon: material/weather-night, name: Dark}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle: {{icon: material/weather-sunny, name: Light}}

markdown_extensions:
  - md_in_html
  - tables

extra_css:
  - own.css

plugins:
  - search
  - offline
  - briefs
"""

_SEEDS = f"""\
# Sources

Drop files here: {", ".join(row.suffixes[0] for row in FORMATS)}.
Each becomes a brief; of a mailbox, each message does. `briefs add https://...` fetches a page. This note is no source.

Beside `report.txt`, a file `report.yml` may say what the text does not:

    title: The title
    publisher: Who published it
    published: 2022-01-07
    authors: [Jane Doe]
    url: https://example.org/report
    language: en
"""

_TEMPLATES = """\
# Templates

A template here wins over the packaged one of the same name. `briefs template` lists them;
`briefs template brief.md.j2` puts a copy here, ready to be edited. Files in `static/` become part of the site;
`static/own.css` is loaded last.
"""

_OVERRIDES = """\
# yaml-language-server: $schema=_overrides.schema.json
# What you decide of names, roles, speakers and dates; `briefs review` lists what is open. It is read at every build.
#
# - merge: [Ned Price, Den Price]
# - apart: [Ann Bell (Person in one-brief), Ann Bell (Person in another)]
# - entity: Ned Price
#   describe: Spokesman.
#   links: [Q42]
# - hide: Read More
"""

_WORDLIST = """\
# yaml-language-server: $schema=_wordlist.schema.json
# Names to look for, also where nothing shows that they are names.
#
# - name: Iron Bridge Forum
#   type: Organization
#   aliases: [IBF]
"""

_DATA = Path(__file__).resolve().parent.parent / "data"
_SCHEMAS = {
    "seeds/_overrides.schema.json": "overrides.schema.json",
    "seeds/_wordlist.schema.json": "wordlist.schema.json",
}
"""What gives editors completion: copies, so that nothing is looked up elsewhere."""
_FILES = {
    "mkdocs.yml": _MKDOCS,
    "seeds/README.md": _SEEDS,
    "seeds/_overrides.yml": _OVERRIDES,
    "seeds/_wordlist.yml": _WORDLIST,
    "templates/README.md": _TEMPLATES,
    "templates/static/own.css": "/* Your own styles. */\n",
    ".gitignore": "/site/\n/.cache/\n",
}


def start_site(folder: Path) -> list[str]:
    """Write a fresh site into `folder` (new or empty) and return what to do next, line by line.

    Raises BriefsError where something stands there already: nothing is ever overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BriefsError(str(folder), "is there already and not empty", "name a new folder")
    name = " ".join(folder.absolute().name.replace("-", " ").replace("_", " ").split()).capitalize()
    for path, text in _FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.format(name=_quoted(name)) if path == "mkdocs.yml" else text, encoding="utf-8")
    for path, schema in _SCHEMAS.items():
        (folder / path).write_bytes((_DATA / schema).read_bytes())
    lines = next_lines(os.path.realpath(folder), this_call(), os.path.realpath("."), ["serve"])
    return [f"{folder} is ready. Drop sources into {folder / 'seeds'}, then:", *(f"    {line}" for line in lines)]


def _quoted(name: str) -> str:
    """The name as a YAML string: folders may be called `yes` or `1: 2`."""
    return "'" + name.replace("'", "''") + "'"


def template_names(packaged: Path) -> list[str]:
    """The names of the packaged templates, sorted."""
    return sorted(file.name for file in packaged.glob("*.j2"))


def copy_template(name: str, packaged: Path, folder: Path) -> Path:
    """Put a copy of a packaged template into `folder` and return its path. Never overwrites one."""
    if name not in template_names(packaged):
        raise BriefsError(name, "no such template", f"known: {', '.join(template_names(packaged))}")
    target = folder / name
    if target.exists():
        raise BriefsError(str(target), "is there already", "edit it, or remove it first")
    folder.mkdir(parents=True, exist_ok=True)
    target.write_bytes((packaged / name).read_bytes())
    return target
