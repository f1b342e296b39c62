"""Scans: read where Tesseract is installed, marked as recognized, told where it is unsure or not there."""

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from generator.cache import reading_key
from generator.errors import SourceError
from generator.model import Source
from generator.programs import find_tesseract
from generator.readers.isolation import IMAGES, Child
from generator.readers.pieces import UnreadableError
from generator.readers.scans import recognizing
from generator.readers.scans.request import Wanted
from tests.readers.making import cuts, document, kept, pdf
from tests.readers.scans.making import calls_of, jpeg, path_with, photograph, png, put_tesseract, tiff

_TURNS = 1_200
"""How often something is asked that must hold in the end, twenty times a second."""
TALK = "Ann Bell opened the|new pier of Westport."


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of Tesseract."""
    made = put_tesseract(tmp_path / "bin")
    monkeypatch.setenv("PATH", path_with(made))
    return made


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("name", "content"), [("a.png", png(f"91 {TALK}")), ("a.jpg", jpeg(f"91 {TALK}")), ("a.TIF", tiff(f"91 {TALK}"))]
)
def test_an_image_is_read_and_says_how_surely(name: str, content: bytes) -> None:
    """Each block has the page and the certainty; a note has that of all."""
    found = document(name, content)
    assert kept(found) == [("paragraph", "Ann Bell opened the\nnew pier of Westport.")]
    assert [(block.page, block.certainty) for block in found.blocks] == [(1, 91)]
    assert [problem.what for problem in found.problems] == [
        "page 1 was read by OCR, 91 % sure of its words: hold what matters against the image"
    ]


def test_the_words_that_are_seen_are_the_words_that_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By Tesseract itself where it is installed; else by a program that is told what the image shows."""
    if shutil.which("tesseract") is None:
        monkeypatch.setenv("PATH", path_with(put_tesseract(tmp_path / "bin")))
    found = document("a.png", photograph("The new pier of Westport was", "opened on Monday by Ann Bell."))
    assert " ".join(found.text.split()) == "The new pier of Westport was opened on Monday by Ann Bell."
    assert all(block.certainty is not None and block.certainty > 80 for block in found.blocks)


@pytest.mark.usefixtures("program")
def test_scanned_pages_of_a_pdf_are_read_in_their_place() -> None:
    """Pages with a text of their own have no certainty."""
    written = [(72, 700, 12, "The harbour board met in Westport on Monday and heard the mayor.")]
    found = document("a.pdf", pdf([written, []]))
    assert [(block.page, block.certainty) for block in found.blocks] == [(1, None), (2, 90)]
    assert kept(found)[1] == ("paragraph", "The page was drawn,\nand it is grey all over.")


def test_a_whole_pdf_of_scans_is_read(program: Path) -> None:
    """Page by page; it is drawn for the program, which sees no file."""
    found = document("a.pdf", pdf([[], []]))
    assert [block.page for block in found.blocks] == [1, 2]
    calls = calls_of(program)
    assert [call.split()[:2] for call in calls] == [["-", "-"]] * 2


@pytest.mark.usefixtures("program")
def test_what_it_is_unsure_of_is_not_read() -> None:
    """A page below the bar is told, a paragraph below its own is cut; an image of nothing is one line."""
    found = document("a.tif", tiff(f"95 {TALK}", f"69 {TALK}", f"95 {TALK}"))
    assert [block.page for block in found.blocks] == [1, 3]
    assert "page 2 was not read: OCR is 69 % sure of its words, and 70 % are needed" in [p.what for p in found.problems]
    with pytest.raises(SourceError, match="page 1 was not read: OCR is 40 % sure of its words"):
        document("a.png", png(f"40 {TALK}"))
    with pytest.raises(SourceError, match="no text on page 1: OCR finds 2 words on it"):
        document("a.png", png("99 Way out"))


@pytest.mark.usefixtures("program")
def test_letters_tell_title_and_furniture() -> None:
    """Large ones are a heading, a number at the edge is that of the page, divided words are whole."""
    found = document("a.png", png("95 #A second pier||The council of the harbour de-|cided it on Monday evening.||3"))
    assert kept(found) == [
        ("title", "A second pier"),
        ("paragraph", "The council of the harbour decided it on Monday evening."),
    ]
    assert cuts(found) == [("page number", "3")]


@pytest.mark.usefixtures("program")
def test_what_bullets_are_taken_for_is_no_copyright() -> None:
    """Several lines that begin so are items."""
    found = document("a.png", png("95 The pier has three things:|© Six new lamps|¢ Two benches|e One clock"))
    assert [kind for kind, _ in kept(found)] == ["paragraph", "list_item", "list_item", "list_item"]
    assert kept(found)[1][1] == "• Six new lamps"


@pytest.mark.usefixtures("program")
def test_a_sentence_that_runs_over_the_page_is_whole() -> None:
    """It has the page on which it begins; what stands at the edge of that page comes behind it."""
    found = document(
        "a.tif", tiff("95 The board met twice and||1", "95 heard the mayor. Then it|closed its doors again.")
    )
    assert [(block.page, block.span.of(found.text)) for block in found.blocks] == [
        (1, "The board met twice and\nheard the mayor."),
        (1, "1"),
        (2, "Then it\nclosed its doors again."),
    ]


def test_a_language_that_is_stated_is_the_one_it_is_read_in(program: Path) -> None:
    """If there is data for it."""
    document("a.png", png(f"91 {TALK}"), b"language: de")
    document("a.png", png(f"91 {TALK}"), b"language: tlh")
    assert ["-l deu" in call for call in calls_of(program)] == [True, False]


@pytest.mark.parametrize(
    ("name", "content"), [("a.png", png(f"91 {TALK}")), ("a.tif", tiff(f"91 {TALK}")), ("a.pdf", pdf([[]]))]
)
def test_without_the_program_one_line_says_how_to_get_it(
    name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails for that file only."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceError, match=r"it is a scan or a picture; install Tesseract, which reads scans \(apt"):
        document(name, content)


def test_a_program_that_comes_later_makes_it_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read without it is not kept for it; other formats do not care."""
    scan, note = Source("a.png", "a", png(f"91 {TALK}")), Source("a.txt", "a", b"Pier")
    monkeypatch.setenv("PATH", "")
    before = reading_key(scan), reading_key(note)
    monkeypatch.setenv("PATH", str(put_tesseract(tmp_path / "bin").parent))
    assert (reading_key(scan) != before[0], reading_key(note) == before[1]) == (True, True)


def test_a_program_beside_the_sources_is_never_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search path may name the folder in which somebody stands."""
    put_tesseract(tmp_path / "seeds")
    monkeypatch.chdir(tmp_path / "seeds")
    monkeypatch.setenv("PATH", os.pathsep.join([".", ""]))
    assert find_tesseract() is None


@pytest.mark.parametrize(
    "before", ["sys.exit(1)", "print('5\\t' * 11); sys.exit()", "os.write(1, bytes(range(256)) * 99); sys.exit()"]
)
def test_a_program_that_fails_is_one_line(before: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or one that prints what is no table."""
    monkeypatch.setenv("PATH", path_with(put_tesseract(tmp_path / "bin", before=before)))
    with pytest.raises(SourceError, match="OCR"):
        document("a.png", png(f"91 {TALK}"))


def test_it_has_a_limit_of_time_and_of_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes too long may go well another time; what is behind the last page is told."""
    slow, quick = (put_tesseract(tmp_path / name, before=b) for name, b in (("a", "time.sleep(60)"), ("b", "")))
    monkeypatch.setattr(recognizing, "SECONDS", 1.0)
    with pytest.raises(UnreadableError, match="took longer than") as caught:
        recognizing.recognize_image(_request(slow, (1,)) + png(f"91 {TALK}"))
    assert caught.value.late
    monkeypatch.setattr(recognizing, "SECONDS", 60.0)
    monkeypatch.setattr(recognizing, "MOST_PAGES", 2)
    found = recognizing.recognize_image(_request(quick, (1, 2, 3, 4)) + png(f"91 {TALK}"))
    assert found.notes[-1] == "no text on page 3, 4: of scanned pages only 2 are read"


def test_the_program_ends_with_the_child_that_called_it(tmp_path: Path) -> None:
    """A reading that is given up leaves nothing behind."""
    pid = tmp_path / "pid"
    slow = put_tesseract(tmp_path / "bin", before=f"open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    child = Child()
    asking = threading.Thread(target=_ask, args=(child, _request(slow, (1,)) + png(f"91 {TALK}")))
    asking.start()
    _await(lambda: pid.exists() and pid.read_text() != "")
    child.close()
    asking.join()
    _await(lambda: not _runs(int(pid.read_text())))


def _request(program: Path, pages: tuple[int, ...]) -> bytes:
    return msgspec.json.encode(Wanted(str(program), ("eng",), pages)) + b"\n"


def _ask(child: Child, request: bytes) -> None:
    with pytest.raises(UnreadableError):
        child.extract(f"{IMAGES}.png", request)


def _await(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(_TURNS):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it never held")


def _runs(pid: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.png", png(size=(30_000, 30_000)), "more than 40,000,000 pixels"),
        ("a.jpg", jpeg("", (60_000, 60_000)), "more than 40,000,000 pixels"),
        ("a.tif", tiff("", "", size=(60_000, 60_000)), "more than 40,000,000 pixels"),
        ("a.png", png(size=(32, 32)), "too small for a text"),
        ("a.png", b"", "damaged or no image"),
        ("a.png", b"GIF89a", "damaged or no image"),
        ("a.png", png()[:18], "damaged or no image"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x00" * 9, "damaged or no image"),
        ("a.tif", b"II*\0\x08\0\0\0\xff\xff", "damaged or no image"),
    ],
)
def test_what_no_program_should_open_is_refused(program: Path, name: str, content: bytes, told: str) -> None:
    """By its first bytes, before any program decodes it."""
    with pytest.raises(SourceError, match=told):
        document(name, content)
    assert calls_of(program) == []


@pytest.mark.usefixtures("program")
def test_directories_in_a_circle_are_as_many_as_there_are() -> None:
    """The images of a file may lead back to the first."""
    assert [b.page for b in document("a.tif", tiff(f"95 {TALK}", f"95 {TALK}", loop=True)).blocks] == [1, 2]
