"""The child process: bounded in time and memory, and one bad file never harms the next one."""

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

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
        with pytest.raises(UnreadableError, match=r"needs more memory than allowed|ended its process"):
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
