"""What the documents tell the reader to type is there: commands with their options, targets of make, modules."""

import importlib.util
import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click
import pytest
from mkdocs.__main__ import cli as mkdocs

from generator.cli import main as briefs

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs/pages"
WORKFLOW = MANUAL / "files/github-pages.yml"
TEXTS = sorted([*ROOT.glob("*.md"), *MANUAL.rglob("*.md"), ROOT / "templates/README.md", WORKFLOW])
FENCE = re.compile(r"^ {0,8}```\w{0,10}\n(.*?)^ {0,8}```", re.DOTALL | re.MULTILINE)
"""A block of code."""
INDENTED = re.compile(r"^ {4}(\S.*)$", re.MULTILINE)
CODE = re.compile(r"`([^`\n]{1,200})`")
"""Code in a line."""
CALL = re.compile(r"(?:^|[\s/(])(briefs(?: +(?:\"[^\"]*\"|[^\s;&|)#`]+))+)")
"""A call of the command, up to the end of a line, the next command or a note."""
MAKE = re.compile(r"(?:^|[\s(])make ([a-z][a-z-]{2,20})\b")
MODULE = re.compile(r"python -m ([a-z_.]{2,60})")
NOTE = re.compile(r"(?:^|\s)#\s.*")


def code_of(text: str) -> Iterator[str]:
    """Every line of code in a document."""
    for block in FENCE.findall(text):
        yield from (NOTE.sub("", line) for line in block.splitlines())
    rest = FENCE.sub("", text)
    yield from INDENTED.findall(rest)
    yield from CODE.findall(rest)


def calls_in(text: str) -> Iterator[list[str]]:
    """The calls of `briefs` in some code, word by word: `["export", "OUT", "--format", "json"]`."""
    for line in code_of(text):
        for call in CALL.findall(line):
            words = shlex.split(call.replace("'", ""), comments=True)[1:]
            if words and re.fullmatch(r"[a-z]+", words[0]):
                yield words


def options_of(command: click.Command) -> set[str]:
    """All that may be written, each spelling."""
    options = [option for option in command.params if isinstance(option, click.Option)]
    return {name for option in options for name in (*option.opts, *option.secondary_opts)} | {"--help", "-h"}


def fault_of(words: list[str]) -> str | None:
    """What is wrong with a call; None where nothing is."""
    command = briefs.commands.get(words[0])
    if command is None:
        return f"no command {words[0]}"
    known = options_of(command)
    if words[0] in ("serve", "build"):
        known |= options_of(mkdocs.commands[words[0]])
    unknown = [word for word in words[1:] if word.startswith("-") and word.partition("=")[0] not in known]
    return f"briefs {words[0]} has no {unknown[0]}" if unknown else _choice_fault(command, words)


def _choice_fault(command: click.Command, words: list[str]) -> str | None:
    """A value that an option does not take; one in capitals stands for any."""
    choices = {
        name: option.type.choices
        for option in command.params
        if isinstance(option.type, click.Choice)
        for name in option.opts
    }
    for name, value in pairwise(words):
        if value.islower() and value not in choices.get(name, [value]):
            return f"{name} of briefs {words[0]} takes no {value}"
    return None


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_documents_name_commands_that_are_there(path: Path) -> None:
    """Each `briefs …` has a command of that name, and each option behind it is one of it, or of MkDocs behind it."""
    if path.name != "CHANGELOG.md":  # tells of what was
        text = path.read_text(encoding="utf-8")
        text = f"```\n{text}```" if path.suffix == ".yml" else text
        assert [fault for words in calls_in(text) if (fault := fault_of(words))] == []


def test_a_wrong_command_would_be_found() -> None:
    """The check tells a command, an option and a form that are not there."""
    text = "`briefs bild`, `briefs show FILE --wy`, `briefs export OUT --format exel`, `briefs serve --open`"
    assert [fault_of(words) for words in calls_in(text)] == [
        "no command bild",
        "briefs show has no --wy",
        "--format of briefs export takes no exel",
        None,
    ]


def test_every_command_and_option_is_told() -> None:
    """The page of commands has a section for each, and in it every option."""
    page = (MANUAL / "commands.md").read_text(encoding="utf-8")
    for name, command in briefs.commands.items():
        section = page.partition(f"\n## briefs {name}\n")[2].partition("\n## ")[0]
        assert section, name
        assert [option for option in options_of(command) - {"--help", "-h"} if f"{option}" not in section] == []


def test_documents_name_targets_of_make_and_modules_that_are_there() -> None:
    """`make docs` has a rule, `python -m tools.manual` a module."""
    rules = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in TEXTS:
        code = "\n".join(code_of(path.read_text(encoding="utf-8")))
        assert set(MAKE.findall(code)) <= rules, path.name
        assert [name for name in MODULE.findall(code) if importlib.util.find_spec(name) is None] == [], path.name


def test_readme_has_the_two_commands() -> None:
    """Its first block runs the site and every test; the second is what the whole check calls last."""
    first = (ROOT / "README.md").read_text(encoding="utf-8").split("\n\n")[1]
    assert [line.split("#")[0].strip() for line in first.splitlines()] == ["make serve", "make test"]
    assert "\nmake test " in (ROOT / ".ci/run").read_text(encoding="utf-8")
