"""The child process: bounded in time and memory, and one bad file never harms the next one."""

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.model import Source
from generator.readers import read
from generator.readers.isolation import Child
from generator.readers.pieces import Extract, UnreadableError
from tests.readers.making import archive, docx, pdf, word_paragraph

GOOD = b"<p>Seen.</p>"
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows cannot bound memory")


def words(extract: Extract) -> list[str]:
    return [piece.text for piece in extract.pieces]


def test_a_file_that_takes_too_long_is_named_and_the_next_is_read() -> None:
    """The child is stopped at the limit."""
    child = Child(seconds=0.5)
    try:
        with pytest.raises(UnreadableError, match=r"took longer than 0\.5 s"):
            child.extract(".docx", docx(word_paragraph("x") * 60_000))
        assert words(child.extract(".html", GOOD)) == ["Seen."]
    finally:
        child.close()


@ON_POSIX
def test_a_file_that_needs_too_much_memory_is_named_and_the_next_is_read() -> None:
    """So little memory is left that a large page does not fit in."""
    child = Child(megabytes=300)
    try:
        assert words(child.extract(".html", GOOD)) == ["Seen."]
        with pytest.raises(UnreadableError, match=r"needs more than 300 MB|crashed the program"):
            child.extract(".html", b"<p>" + b"word " * 3_000_000)
        assert words(child.extract(".html", GOOD)) == ["Seen."]
    finally:
        child.close()


@ON_POSIX
def test_a_file_that_ends_the_process_is_named_and_the_next_is_read() -> None:
    """A child that dies between two files is replaced without a word."""
    child = Child()
    try:
        assert words(child.extract(".html", GOOD)) == ["Seen."]
        assert child._process
        child._process.kill()
        child._process.wait()
        assert words(child.extract(".html", GOOD)) == ["Seen."]
    finally:
        child.close()


RTF = rb"{\rtf1 Seen.}"


def fake_rtf(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> Child:
    """A child that finds, instead of the library for .rtf, a module with this body."""
    (folder / "striprtf").mkdir()
    (folder / "striprtf" / "__init__.py").touch()
    (folder / "striprtf" / "striprtf.py").write_text(body, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    return Child(seconds=30)


def fault_of(child: Child, suffix: str, content: bytes) -> UnreadableError:
    """Why the child does not read a file; it reads the next one of another format."""
    try:
        with pytest.raises(UnreadableError) as raised:
            child.extract(suffix, content)
        assert words(child.extract(".html", GOOD)) == ["Seen."]
        return raised.value
    finally:
        child.close()


@pytest.mark.parametrize(
    "body",
    [
        "import no_such_library",
        "raise ImportError('No module named no_such_library: it moved')",
        "def rtf_to_text(*_, **__):\n    import no_such_library",
    ],
    ids=["missing", "broken", "missing in use"],
)
def test_a_missing_library_costs_its_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """The line names what is missing and says to install it; nothing is said against the file, nothing is kept."""
    error = fault_of(fake_rtf(tmp_path, body, monkeypatch), ".rtf", RTF)
    assert error.fault.startswith("a library that reads this format is missing or broken (No module named")
    assert "no_such_library" in error.fault
    assert error.cure == "install Briefs anew with all that it needs, and start again"
    assert error.late


@ON_POSIX
@pytest.mark.parametrize(("end", "how"), [("os.kill(os.getpid(), 11)", "SIGSEGV"), ("os._exit(3)", "exit code 3")])
def test_a_crash_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, how: str) -> None:
    """The line says how the program ended; the cure is another copy of the file."""
    child = fake_rtf(tmp_path, f"import os\ndef rtf_to_text(*_, **__):\n    {end}\n", monkeypatch)
    error = fault_of(child, ".rtf", RTF)
    assert error.fault == f"crashed the program that reads it ({how})"
    assert error.cure == "open it in its own program and save it again, or save its text as a .txt file"
    assert not error.late


@ON_POSIX
def test_what_the_system_ends_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where memory is short the system kills: that may go well another time."""
    body = "import os\ndef rtf_to_text(*_, **__):\n    os.kill(os.getpid(), 9)\n"
    error = fault_of(fake_rtf(tmp_path, body, monkeypatch), ".rtf", RTF)
    assert (error.fault[:46], error.late) == ("the system ended the program that reads it (SI", True)
    assert "free memory" in error.cure


def test_a_limit_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory by its number; time by its seconds. The cure is less."""
    body = "def rtf_to_text(*_, **__):\n    raise MemoryError\n"
    error = fault_of(fake_rtf(tmp_path, body, monkeypatch), ".rtf", RTF)
    assert (error.fault, error.cure) == (
        "needs more than 1,024 MB of memory",
        "save its text as a .txt file, or take it out",
    )


@ON_POSIX
def test_a_child_that_cannot_start_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where the system starts no program, nor where it has no room for this one; nothing is kept."""
    small = Child(megabytes=20)
    with pytest.raises(UnreadableError, match="its reader did not start, it crashed") as raised:
        small.extract(".rtf", RTF)
    assert raised.value.late
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(UnreadableError, match=r"its reader did not start \(No such file or directory\)") as raised:
        Child().extract(".rtf", RTF)
    assert (raised.value.late, raised.value.cure) == (True, "build again when the machine has less to do")


def read_in_worker(path: str) -> str:
    """In a process of a pool: the text of a page, or why there is none."""
    return read(Source(path, "x", GOOD)).text


def test_it_works_inside_a_worker_of_a_pool() -> None:
    """Sources are studied in workers; each has a child of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(read_in_worker, "a.html").result() == "Seen.\n"


@ON_POSIX
def test_no_process_is_left_behind() -> None:
    """Not even when the parent is killed."""
    code = (
        "import os, signal; from generator.readers.isolation import CHILD\n"
        "CHILD.extract('.html', b'<p>x</p>'); print(CHILD._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    child = int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout)
    for _ in range(100):
        if not is_alive(child):
            return
        time.sleep(0.05)
    raise AssertionError("the child is still there")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("suffix", "content", "line"),
    [
        (".docx", docx(word_paragraph("&i;"), head=f"{LAUGHS}]>"), "declares entities"),
        (
            ".docx",
            docx(word_paragraph("&x;"), head='<!DOCTYPE l [<!ENTITY x SYSTEM "/etc/passwd">]>'),
            "declares entities",
        ),
        (".odt", archive({"content.xml": f"{LAUGHS}]><d>&i;</d>"}), "declares entities"),
        (".docx", archive({f"{n}.xml": b"\0" * (70 << 20) for n in range(3)}), "unpacks to more than 200 MiB"),
        (".epub", archive({str(n): b"" for n in range(20_001)}), "more than 20,000 files"),
        (".html", b"<p>word" * 40_001, "more than 40,000 paragraphs"),
        (".webloc", f"{LAUGHS}]><plist><string>&i;</string></plist>".encode(), "no property list"),
        (".docx", docx("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000), "damaged"),
        (".pdf", pdf([[]])[:60] + b"\xff" * 5000, "damaged"),
    ],
)
def test_bombs_are_refused(suffix: str, content: bytes, line: str) -> None:
    """Each in one line, at once; no other file is opened for them."""
    child_fault = pytest.raises(UnreadableError, match=line)
    with child_fault:
        SHARED.extract(suffix, content)
    assert words(SHARED.extract(".html", GOOD)) == ["Seen."]


@pytest.mark.parametrize(
    "content",
    [
        *(b"<div>" * 100_000, b"<a " * 100_000, b"<" * 500_000, b"&" * 500_000, b"<!--" * 100_000),
        *(b"<p " + b"a " * 100_000 + b">x", b"<p>" + b" " * 1_000_000 + b"x", b"<b>" * 50_000 + b"x"),
        *(b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>", b"\0" * 1000 + b"<p>x"),
    ],
)
def test_no_page_harms_the_next_one(content: bytes) -> None:
    """Whatever becomes of it, it is an extract or one line."""
    try:
        SHARED.extract(".html", content)
    except UnreadableError as error:
        assert "\n" not in error.fault
    assert words(SHARED.extract(".html", GOOD)) == ["Seen."]


SHARED = Child()


@pytest.fixture(scope="module", autouse=True)
def _close_shared() -> object:
    yield
    SHARED.close()
