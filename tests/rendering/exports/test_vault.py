"""The vault: plain Markdown whose links lead to notes and lines that are there, whatever the sources say."""

import re
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from generator.model import Library
from generator.rendering.exports.notes import plain
from generator.rendering.exports.vault import file_name, unique_names, write_vault
from generator.text.unicode import fold_name, one_line
from tests.rendering.browse import Seen, fold, naughty_strings, xss_payloads
from tests.rendering.shelf import SETTINGS, Words, full_library

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render
LINK = re.compile(r"(?<!\\)\[\[([^\]|#]*)(?:#\^(\w+))?(?:\|[^\]|]*)?\]\]")
FORBIDDEN = set('[]#^|\\:<>"?*\0')


def notes(out: Path, library: Library) -> dict[str, str]:
    write_vault(library, out, SETTINGS)
    return {p.relative_to(out).as_posix(): p.read_text(encoding="utf-8") for p in out.rglob("*.md")}


def check(found: dict[str, str]) -> None:
    """Every link has its note and its line; front matter is YAML; no path is one that a system refuses."""
    anchors = {path: set(re.findall(r" \^(\w+)$", text, re.MULTILINE)) for path, text in found.items()}
    for path, text in found.items():
        assert not FORBIDDEN & set(path)
        for target, anchor in LINK.findall(text.partition("\n---\n")[2] or text):
            note = f"{target}.md" if target else path
            assert note in found, target
            assert not anchor or anchor in anchors[note], (target, anchor)
        if text.startswith("---\n"):
            assert isinstance(yaml.safe_load(text.split("\n---\n")[0]), dict)


def test_a_brief_and_a_name_are_notes(tmp_path: Path) -> None:
    """Each line with its sentence, each sentence with its id; how a happening is told is said."""
    found = notes(tmp_path, full_library())
    check(found)
    brief, person = found["Briefs/A bridge opens (one).md"], found["People/Jane Doe.md"]
    assert "2. He said “ the bridge is safe ” on Friday and that the old one will go . ^s2\n" in brief
    there = "([[#^s2|sentence 2]])"
    assert f"- [[People/Jane Doe|Jane Doe]]: “the bridge is safe” – via Radio Valley {there}\n" in brief
    assert f"- the old one will go – statement, said not to be so {there}\n" in brief
    assert 'aliases: ["Doe"]\n' in person
    assert "- chair of the River Board (A bridge opens, [[Briefs/A bridge opens (one)#^s1|sentence 1]])\n" in person
    assert not re.search(r"<\w|&#\d", "".join(found.values()))


@pytest.mark.parametrize("words", ["[[x|y]] ^s1 #tag %%", "a/../../b", "CON", "..", "<b>x</b> ![[p]]", "\x00\ud800"])
def test_no_name_leads_out_of_the_vault(words: str, tmp_path: Path) -> None:
    """Hostile titles and names become plain words and plain file names."""
    found = notes(tmp_path, full_library(Words(title=words, person=words, organization=words, quotation=words)))
    check(found)
    assert not any("![[" in text.replace("\\", "\0") for text in found.values())


def test_plain_words_mean_nothing() -> None:
    """What a reader sees is the words, and no element comes of them."""
    for text in [*naughty_strings(), *xss_payloads()[::20], "1. x", "- y", "+ z", "&lt;b&gt;", "== a == $x$ ~~b~~"]:
        seen = Seen()
        seen.feed(RENDER(f"- {plain(text)} b"))
        assert [name for name, _ in seen.elements] == ["ul", "li", "/li", "/ul"], text
        assert seen.text == fold(f"{one_line(text)} b")


def test_files_have_names_that_every_system_takes() -> None:
    """No forbidden character, no name of a device, no end that Windows drops, none twice without regard to case."""
    for text in [*naughty_strings(), "con", "Aux.txt", "a" * 500, "…" * 300, ". .", "a/b\\c:d", "😀" * 90]:
        name = file_name(text)
        assert name and not FORBIDDEN & set(name) and "/" not in name
        assert len(name.encode()) <= 170 and name == name.strip(" .") and one_line(name) == name
        assert name.partition(".")[0].casefold() not in {"con", "aux", "nul"}
    names = unique_names({"a": "Rain", "b": "RAIN", "c": "rain (b)", "d": "Sun"})
    assert len({fold_name(name) for name in names.values()}) == 4 and names["d"] == "Sun"
