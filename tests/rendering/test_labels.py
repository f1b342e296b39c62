"""All words of the templates come from one file of labels; German is whole; a name of a source is never translated."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.rendering import labels, render
from generator.rendering.labels import Labels, find_faults, find_said, load_labels, read_labels, words_of_scripts
from generator.rendering.markup import Markdown, Untrusted
from generator.rendering.templates import PACKAGED
from tests.rendering.pages.test_kinds import ALL
from tests.rendering.shelf import full_library

ENGLISH = read_labels(PACKAGED / "labels/en.yml")
GERMAN = read_labels(PACKAGED / "labels/de.yml")
TEMPLATES = sorted(PACKAGED.glob("*.j2"))
SCRIPTS = sorted((PACKAGED / "static/assets").glob("*.js"))
WORDS = re.compile(r"[A-Za-z]{2,}[.,]? [A-Za-z]{2,} [a-z]|^[A-Z][a-z]+(?: [a-z]+)*:?$")
"""Three words, or one with a capital."""
KEYS = frozenset({"Escape", "Tab", "Enter"})
"""Keys of the keyboard."""

NO_WORDS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|\]\([^)\n]*\)", re.DOTALL)
"""What a template has besides words: Jinja, tags, the ends of links."""
SPOKEN = re.compile(r"""\bsay\(\s*(?:"([^"]+)"|'([^']+)')""")
ATTRIBUTE = re.compile(r'(?:aria-label|title|alt)="([^"{]*[A-Za-z][^"{]*)"')
PARTS = frozenset({"Atom"})
"""Names that are the same in each language."""


def said_in(text: str) -> Iterator[str]:
    """The words that a template says."""
    for double, single in SPOKEN.findall(text):
        yield double or single


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    """Outside Jinja and tags no letter stands in a template, nor in an attribute that is read aloud."""
    text = path.read_text(encoding="utf-8")
    words = re.findall(r"[A-Za-z]{2,}", unescape(NO_WORDS.sub(" ", text)))
    assert [word for word in words if word not in PARTS] == []
    assert ATTRIBUTE.findall(re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_a_template_says_has_a_label(path: Path) -> None:
    """Each word that it says stands in the list of labels."""
    assert [words for words in said_in(path.read_text(encoding="utf-8")) if words not in ENGLISH] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_has_no_words_of_its_own(path: Path) -> None:
    """What a reader sees of a script is said: a string with several words, or a capital, stands in no other place."""
    text = re.sub(r"/\*.*?\*/|^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    text = SPOKEN.sub("", text)
    strings = [one or other for one, other in re.findall(r'"([^"\n]*)"|`([^`\n]*)`', text)]
    assert [words for words in strings if words not in KEYS and WORDS.search(re.sub(r"\$\{[^}]*\}", "", words))] == []


def test_what_scripts_and_the_frame_say_has_a_label() -> None:
    """Each word stands in the list of labels, and scripts get all that are not the English ones."""
    files = [*SCRIPTS, *(PACKAGED / "theme").rglob("*.html")]
    assert [words for words in find_said(files) if words not in ENGLISH] == []
    given = words_of_scripts(Labels(GERMAN), [PACKAGED / "static", PACKAGED / "theme"])
    assert given["Nothing found"] == "Nichts gefunden"
    assert "Person" not in given, "the same in both"


@pytest.mark.parametrize(
    ("english", "given", "german"),
    [
        ("As a table", {}, "Als Tabelle"),
        ("Who is named beside {name}", {"name": "Summary"}, "Wer neben Summary genannt wird"),
        ("Not drawn: {number}.", {"number": Markdown("2 more rows")}, "Nicht gezeichnet: 2 weitere Zeilen."),
        ("no word of ours", {}, "no word of ours"),
    ],
)
def test_pictures_say_plain_text(english: str, given: dict[str, object], german: str) -> None:
    """A name put in stays as it is, also where it is a word of the program; what the program counts is translated."""
    assert Labels(GERMAN).text(english, **given) == german


def test_english_is_the_list_of_all_labels() -> None:
    """On both sides stand the same words."""
    assert {words for words, label in ENGLISH.items() if words != label} == set()


def test_german_is_whole() -> None:
    """It has all labels, no others, none empty, and each with its places."""
    assert set(GERMAN) == set(ENGLISH)
    assert list(find_faults(GERMAN, ENGLISH)) == []
    assert all(label.strip() for label in GERMAN.values())


def test_every_word_that_a_page_says_is_german(monkeypatch: pytest.MonkeyPatch) -> None:
    """On one page of every kind, what is said is a label, made of labels, or a name of the collection."""
    unknown: set[str] = set()
    find = Labels._find

    def note(self: Labels, text: str) -> str | None:
        found = find(self, text)
        if found is None and re.search("[A-Za-z]{2}", text) and "<" not in text:
            unknown.add(text)
        return found

    monkeypatch.setattr(labels.Labels, "_find", note)
    library = full_library()
    pages = {page.path: page for page in render(library, settings=replace(ALL, labels="de"))}
    names = {name for entity in library.entities for name in (entity.name, *entity.aliases)}
    names |= {words for problem in library.problems for words in (problem.what, problem.cure or "")}
    assert {words for words in unknown if words not in names} == set()
    assert "Zusammenfassung" in "".join(page.markdown for page in pages.values())


def test_pages_keep_their_addresses_in_another_language() -> None:
    """Paths, anchors and links are those of the English site."""
    there = re.compile(r'id="[^"]*"|\]\([^)]*\)')
    english = {page.path: there.findall(page.markdown) for page in render(full_library(), settings=ALL)}
    german = {
        page.path: there.findall(page.markdown) for page in render(full_library(), settings=replace(ALL, labels="de"))
    }
    assert german == english


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Summary", "Zusammenfassung"),
        ("12 briefs", "12 Dossiers"),
        ("1 brief", "1 Dossier"),
        ("1,525 characters", "1.525 Zeichen"),
        ("12,345", "12.345"),
        ("2 passages, 1,234,567 characters", "2 Stellen, 1.234.567 Zeichen"),
        ("“said” stands twice", "„said“ steht doppelt"),
        ("“Said” stands twice", "“Said” stands twice"),
        ("p. 4, sentence 12", "S. 4, Satz 12"),
        ("slide 4, sentence 12", "Folie 4, Satz 12"),
        ("Valley Post, sentence 1", "Valley Post, Satz 1"),
        ("2 people, 3 roles and 1 event", "2 Personen, 3 Ämter und 1 Ereignis"),
        ("7 January 2022", "7. Januar 2022"),
        ("8–13 January 2022", "8.–13. Januar 2022"),
        ("about March 2021", "etwa März 2021"),
        ("Timeline, April 2022", "Zeitleiste, April 2022"),
        ("Organizations, B", "Organisationen, B"),
        ("latest Friday before the publication date", "letzter Freitag vor dem Tag der Veröffentlichung"),
        ("told by 3 briefs of 2 origins: AP; The Hill", "von 3 Dossiers aus 2 Ursprüngen erzählt: AP; The Hill"),
        ("May", "May"),
        ("The march of April", "The march of April"),
        ("Rain, People and Places", "Rain, People and Places"),
    ],
)
def test_words_of_the_program(english: str, german: str) -> None:
    """Numbers, dates and lines of several labels are put together anew; what is no label stays as it is."""
    assert load_labels("de", None, PACKAGED).say(Markdown(english)) == german


def test_what_is_given_is_put_in_its_place() -> None:
    """A name of a source is escaped there and never translated; words of the program are translated there too."""
    german = load_labels("de", None, PACKAGED)
    assert (
        german.say("Explore what names {name}", name=Untrusted("People <b>"))
        == "Erkunden, was People &#60;b&#62; nennt"
    )
    told = german.say(
        "**Told** by {sentences} in {briefs}", sentences=Markdown("3 sentences"), briefs=Markdown("1 brief")
    )
    assert told == "**Erzählt** durch 3 Sätze in 1 Dossier"
    assert Labels().say("all of {sentences}", sentences=Markdown("3 sentences")) == "all of 3 sentences"


def test_without_labels_words_are_english() -> None:
    """What the program says passes as it is, and what a source says is escaped."""
    assert (Labels().say("Summary"), Labels().say(None), Labels().say(Untrusted("a<b"))) == ("Summary", "", "a&#60;b")


def test_labels_of_ones_own(tmp_path: Path) -> None:
    """A file of the user may have some of the words; it wins over the packaged one of its name."""
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/de.yml").write_text('Summary: "Kurz gesagt"\n', encoding="utf-8")
    for name in ("de", str(tmp_path / "labels/de.yml")):
        mine = load_labels(name, tmp_path, PACKAGED)
        assert (mine.say("Summary"), mine.say("Method")) == ("Kurz gesagt", "Method")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Sumary: Kurz", "mine.yml: the program has no words 'Sumary', but 'Summary'; correct it"),
        ("Page {number} of {count}: Seite {number}", "the places in braces of 'Page {number} of {count}' are not"),
        ("- Summary", "mine.yml: it is no list of words; write a line"),
        ("Summary: [a]", "mine.yml: it is no list of words; write a line"),
        ('Summary: "', "mine.yml: while scanning"),
    ],
)
def test_wrong_labels_are_told(text: str, fault: str, tmp_path: Path) -> None:
    """One line names the file, the fault and the cure."""
    file = tmp_path / "mine.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_labels(str(file), None, PACKAGED)
    assert fault in str(caught.value)


def test_a_language_that_is_not_there_is_told() -> None:
    """The error lists the languages that are."""
    with pytest.raises(SettingsError, match="labels: there is no 'xx'; known: de, en; or name a file"):
        load_labels("xx", None, PACKAGED)
