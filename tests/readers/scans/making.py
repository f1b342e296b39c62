"""Images with a text in them, and a program in the place of Tesseract that tells what they say."""

import os
import stat
import struct
import sys
import zlib
from pathlib import Path

import pypdfium2

from tests.readers.making import Words, pdf

MARK = b"\nwords of the test: "
"""Before the words of an image, for the program that cannot see."""
_FAKE = """#!{python}
import os, sys, time
if "--version" in sys.argv: print("tesseract 9.9"); sys.exit()
if "--list-langs" in sys.argv: print("List of languages (2):\\neng\\ndeu"); sys.exit()
content = sys.stdin.buffer.read()
open({log!r}, "a").write(" ".join(sys.argv[1:]) + "\\n")
{before}
page = int(next(arg for arg in sys.argv if arg.startswith("tessedit_page_number=")).rpartition("=")[2])
found = content.split({mark!r})[1:] or [b"90 The page was drawn,|and it is grey all over."]
certainty, _, text = found[min(page, len(found) - 1)].split(b"\\x00")[0].decode().partition(" ")
print("level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\\t"))
for n, paragraph in enumerate(text.split("||")):
    size = 40 if paragraph.startswith("#") else 20
    for m, line in enumerate(paragraph.lstrip("#").split("|")):
        for k, word in enumerate(line.split()):
            print(5, 1, 1, n, m, k, 10, 100 * n + 30 * m, 50, size, certainty, word, sep="\\t")
"""
_SIZE = 640, 400


def put_tesseract(folder: Path, *, before: str = "") -> Path:
    """A program called tesseract in a folder: it prints the words that stand behind the mark in an image, of any other
    that it was drawn. `before` is done first. What it was called with stands in `calls` beside it."""
    folder.mkdir(exist_ok=True)
    file = folder / "tesseract"
    file.write_text(_FAKE.format(python=sys.executable, log=str(folder / "calls"), mark=MARK, before=before))
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def calls_of(program: Path) -> list[str]:
    """What a program was called with, a line for each call."""
    log = program.with_name("calls")
    return log.read_text().splitlines() if log.exists() else []


def path_with(program: Path) -> str:
    """A search path on which a program is found first."""
    return os.pathsep.join([str(program.parent), os.environ["PATH"]])


def png(words: str = "", size: tuple[int, int] = _SIZE, grey: bytes = b"") -> bytes:
    """A grey image; what it says to the program that cannot see: certainty, paragraphs parted by ||, lines by |."""
    width, height = size
    rows = grey or bytes(min(width * height, 1_000_000))
    scan = b"".join(b"\0" + rows[at : at + width] for at in range(0, len(rows), width))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    told = _chunk(b"tEXt", MARK + words.encode() + b"\0") if words else b""
    chunks = _chunk(b"IHDR", head) + told + _chunk(b"IDAT", zlib.compress(scan)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def photograph(*lines: str) -> bytes:
    """An image that shows these lines, and says them too: whoever reads it, by eye or not, finds the same words."""
    drawn: list[Words] = [(40, 700 - 40 * n, 24, line) for n, line in enumerate(lines)]
    page = pypdfium2.PdfDocument(pdf([drawn]))[0]
    bitmap = page.render(scale=3, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    grey = b"".join(rows[at : at + bitmap.width] for at in range(0, bitmap.height * bitmap.stride, bitmap.stride))
    return png("95 " + "|".join(lines), (bitmap.width, bitmap.height), grey)


def tiff(*words: str, size: tuple[int, int] = _SIZE, loop: bool = False) -> bytes:
    """An image of several pages, without their dots; `loop`: the last leads to the first."""
    made, places = b"II*\0" + struct.pack("<I", 8), list[int]()
    for n in range(len(words)):
        places.append(len(made))
        entries = struct.pack("<HHHII", 2, 256, 3, 1, size[0]) + struct.pack("<HHII", 257, 4, 1, size[1])
        following = len(made) + len(entries) + 4 if n + 1 < len(words) else places[0] if loop else 0
        made += entries + struct.pack("<I", following)
    return made + b"".join(MARK + word.encode() + b"\0" for word in words)


def jpeg(words: str, size: tuple[int, int] = _SIZE) -> bytes:
    """The head of a photograph."""
    comment = MARK + words.encode() + b"\0"
    frame = struct.pack(">HBHHB", 8, 8, size[1], size[0], 0)
    return b"\xff\xd8\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + b"\xff\xc0" + frame + b"\xff\xd9"
