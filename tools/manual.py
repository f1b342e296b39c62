"""Writes into the manual, `docs/pages`, what the program itself says: formats, commands, exports, the workflow.

Each piece stands between `<!-- made: NAME -->` and `<!-- end -->`. `make docs` writes them and builds the manual.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from generator.cli import main as briefs
from generator.formats import FORMATS, Format
from generator.rendering.exports import EXPORTS

PAGES = Path(__file__).parents[1] / "docs/pages"
EXAMPLES = PAGES.parent / "examples"
LANGUAGES = {".css": "css", ".yml": "yaml", ".j2": "jinja"}
WORKFLOW = PAGES / "files/github-pages.yml"
PIECE = re.compile(r"(<!-- made: (\w{1,20}) -->\n).*?(<!-- end -->)", re.DOTALL)
"""A piece with its marks."""
RANGE = re.compile(r" +\[[^\]]{1,40}\]$")
"""What click says of a number's range, behind the help."""
FILE = re.compile(r"(?<![`\w])(_?\w{1,30}\.yml)\b")
"""The name of a file in a text of help."""


def tell_formats() -> Iterator[str]:
    """A row for each format; those that are told with the same words share one."""
    yield "| Files | What they are | What becomes of them |"
    yield "|---|---|---|"
    accounts: dict[str, list[Format]] = {}
    for row in FORMATS:
        accounts.setdefault(row.account, []).append(row)
    for account, rows in accounts.items():
        files = ", ".join(f"`{suffix}`" for row in rows for suffix in row.suffixes)
        yield f"| {files} | {', '.join(dict.fromkeys(row.name for row in rows))} | {account} |"


def tell_commands() -> Iterator[str]:
    """A section for each command: its help, how it is called, and all its options."""
    for name, command in sorted(briefs.commands.items()):
        context = click.Context(command, info_name=f"briefs {name}")
        yield f"## briefs {name}\n"
        yield f"{_prose(command.help or '')}\n"
        yield f"```\nbriefs {name} {' '.join(_pieces(command, context))}\n```\n"
        options = [_option(option, context) for option in command.params if isinstance(option, click.Option)]
        if options:
            yield "\n".join(options) + "\n"


def _pieces(command: click.Command, context: click.Context) -> list[str]:
    """What stands behind the command where it is called; those of MkDocs count as options."""
    pieces = [piece for piece in command.collect_usage_pieces(context) if piece.strip("[].") != "OPTIONS"]
    return pieces if len(command.params) == len(pieces) else ["[OPTIONS]", *pieces]


def _option(option: click.Option, context: click.Context) -> str:
    """An option as a line of a list: what may stand behind it is told in words."""
    names, words = option.get_help_record(context) or ("", "")
    if isinstance(option.type, click.Choice):
        choices = [f"`{choice}`" for choice in option.type.choices]
        names = f"{names.partition(' ')[0]} FORM"
        words = f"{', '.join(choices[:-1])} or {choices[-1]}: see [the forms](#forms-of-an-export)."
        words = words if len(choices) > 3 else f"{words.partition(':')[0]}; {option.default}, if left out."
    return f"* `{names.replace('INTEGER RANGE', 'NUMBER')}`: {_prose(RANGE.sub('', words))}"


def _prose(words: str) -> str:
    """Help as Markdown: on one line, names of files as code."""
    return FILE.sub(r"`\1`", " ".join(words.split()))


def tell_exports() -> Iterator[str]:
    """A row for each form."""
    yield "| Command | What it writes |"
    yield "|---|---|"
    for row in EXPORTS:
        yield f"| `briefs export OUT --format {row.name}` | {row.what} |"


def tell_workflow() -> Iterator[str]:
    """The file itself."""
    yield f"```yaml\n{WORKFLOW.read_text(encoding='utf-8')}```"


def tell_examples() -> Iterator[str]:
    """A section for each example: what it does, and its files."""
    for folder in sorted(EXAMPLES.iterdir()):
        title = folder.name.partition("-")[2].replace("-", " ").capitalize()
        yield f"## {title}\n"
        yield (folder / "README.md").read_text(encoding="utf-8")
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "README.md"):
            language = LANGUAGES.get(path.suffix, "text")
            text = path.read_text(encoding="utf-8").strip()
            yield f"`{path.relative_to(folder).as_posix()}`:\n\n```{language}\n{text}\n```\n"


MADE: Mapping[str, Callable[[], Iterator[str]]] = {
    "formats": tell_formats,
    "commands": tell_commands,
    "exports": tell_exports,
    "workflow": tell_workflow,
    "examples": tell_examples,
}


def fill_in(page: str) -> str:
    """A page with all its pieces made anew."""
    return PIECE.sub(lambda found: found[1] + "\n" + "\n".join(MADE[found[2]]()) + "\n\n" + found[3], page)


def write() -> list[Path]:
    """Write the pages that are out of step; which they were."""
    written = []
    for path in sorted(PAGES.rglob("*.md")):
        old = path.read_text(encoding="utf-8")
        if (new := fill_in(old)) != old:
            path.write_text(new, encoding="utf-8", newline="\n")
            written.append(path)
    return written


if __name__ == "__main__":
    for changed in write():
        print(changed.relative_to(PAGES.parents[1]))
