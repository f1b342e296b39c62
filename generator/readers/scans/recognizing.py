"""Scanned pages, read by Tesseract: in the child process, one page after the other, within limits of pages and of time.
The program gets a page on its standard input and answers with a table of words; it never sees a file.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pypdfium2

from generator.readers.pieces import Extract, UnreadableError, list_numbers
from generator.readers.scans.images import MOST_PIXELS
from generator.readers.scans.request import Wanted
from generator.readers.scans.words import LEAST_CERTAIN, LEAST_WORDS, Page, certainty_of, find_pieces, parse_page

try:
    import resource
except ImportError:  # Windows cannot bound time this way
    resource = None  # type: ignore[assignment]

MOST_PAGES = 25
"""Pages of one file that are read."""
SECONDS = 280.0
"""Time for all of them: a page takes two to nine."""
_DOTS = 300
"""Dots per inch at which a page of a PDF is drawn."""
_POINTS = 72
_KEPT = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What the program is told of its surroundings."""
_LATE = f"text recognition (OCR) took longer than {SECONDS:g} s"
_CURE = "split it, or save its text as a .txt file"


Run = Callable[[float], bytes]
"""What gives the table of words of a page, told how many seconds are left. Raises UnreadableError."""


def recognize_pdf(request: bytes) -> Extract:
    """The text of pages of a PDF. Raises UnreadableError."""
    wanted, content = _open(request)
    document = pypdfium2.PdfDocument(content)
    return _recognize(wanted, lambda number: _run(wanted, draw_page(document, number), 0))


def recognize_image(request: bytes) -> Extract:
    """The text of the images in a file. Raises UnreadableError."""
    wanted, content = _open(request)
    return _recognize(wanted, lambda number: _run(wanted, content, number - 1))


def draw_page(document: pypdfium2.PdfDocument, number: int) -> bytes:
    """A page (from 1) as a grey image in the plainest format that there is (PGM)."""
    page = document[number - 1]
    width, height = page.get_size()
    most = (MOST_PIXELS / max(1.0, width * height)) ** 0.5
    bitmap = page.render(scale=min(_DOTS / _POINTS, most), grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    drawn = b"".join(rows[at : at + bitmap.width] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + drawn


def _open(request: bytes) -> tuple[Wanted, bytes]:
    head, _, content = request.partition(b"\n")
    return msgspec.json.decode(head, type=Wanted), content


def _recognize(wanted: Wanted, read: Callable[[int], Run]) -> Extract:
    """The pages that are read with some certainty, and what is to be said of them and of the others."""
    end = time.monotonic() + SECONDS
    pages = [parse_page(read(number)(end - time.monotonic()), number) for number in wanted.pages[:MOST_PAGES]]
    sure = [page for page in pages if len(page.words) >= LEAST_WORDS and certainty_of(page.words) >= LEAST_CERTAIN]
    notes = [*_tell_read(sure), *(_tell_unsure(page) for page in pages if page not in sure)]
    left = wanted.pages[MOST_PAGES:]
    if left:
        notes.append(f"no text on page {list_numbers(left)}: of scanned pages only {MOST_PAGES} are read")
    return Extract(tuple(find_pieces(sure)), notes=tuple(notes))


def _tell_read(pages: Sequence[Page]) -> Iterator[str]:
    """How sure the program is of all pages together."""
    if pages:
        certainty = certainty_of([word for page in pages for word in page.words])
        numbers = list_numbers([page.number for page in pages])
        which = f"page {numbers} was" if len(pages) == 1 else f"pages {numbers} were"
        yield f"{which} read by OCR, {certainty} % sure of its words: hold what matters against the image"


def _tell_unsure(page: Page) -> str:
    if len(page.words) < LEAST_WORDS:
        return f"no text on page {page.number}: OCR finds {len(page.words) or 'no'} words on it"
    sure = certainty_of(page.words)
    return f"page {page.number} was not read: OCR is {sure} % sure of its words, and {LEAST_CERTAIN} % are needed"


def _run(wanted: Wanted, image: bytes, page: int) -> Run:
    """What gives the table of words of a page (from 0) of an image. Raises UnreadableError."""

    def run(seconds: float) -> bytes:
        if seconds <= 0:
            raise UnreadableError(_LATE, _CURE, late=True)
        try:
            done = subprocess.run(
                _command(wanted, page),
                input=image,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=True,
                env={name: os.environ[name] for name in _KEPT if name in os.environ} | {"OMP_THREAD_LIMIT": "1"},
                cwd=Path(wanted.program).parent,
                preexec_fn=_bound if resource else None,
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableError(_LATE, _CURE, late=True) from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise UnreadableError("text recognition (OCR) fails on it", "write its text into a .txt file") from error
        return done.stdout

    return run


def _command(wanted: Wanted, page: int) -> Sequence[str]:
    """The program with what it is to do; told the form of its answer, it looks for no file that has the form's name."""
    layout = "1" if wanted.finds_top else "3"
    answer = ("-c", "tessedit_create_tsv=1", "-c", f"tessedit_page_number={page}")
    return (wanted.program, "-", "-", "-l", "+".join(wanted.languages), "--psm", layout, *answer)


def _bound() -> None:
    """Of processor time: a program whose caller was killed ends all the same. Its memory is bounded as the caller's."""
    assert resource is not None  # else nobody calls this
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
