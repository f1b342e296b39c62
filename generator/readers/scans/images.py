"""How large an image is, and how many a file holds, by its first bytes: what would take too long or too much memory is
refused before a program decodes it. PNG, JPEG and TIFF.
"""

from collections.abc import Iterator

from generator.readers.pieces import Extract, UnreadableError

MOST_PIXELS = 40_000_000
"""Of one page; a page of A4 at 600 dots per inch has 35 million."""
_LEAST_PIXELS = 20_000
"""Smaller ones are icons."""
_MOST_IMAGES = 5_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_TIFF = {b"II*\0": "little", b"MM\0*": "big"}
_NO_SIZE = frozenset({0xC4, 0xC8, 0xCC})
"""Markers of JPEG that lie among those which tell the size."""
_WIDTH, _HEIGHT = 256, 257
_ENTRY = 12
Size = tuple[int, int]


def extract_image(content: bytes) -> Extract:
    """The numbers of the images in a file, which are to be read. Raises UnreadableError."""
    sizes = list(find_sizes(content))
    if not sizes or not all(width and height for width, height in sizes):
        raise UnreadableError("it is damaged or no image", "open it in its own program and save it again")
    if any(width * height > MOST_PIXELS for width, height in sizes):
        raise UnreadableError(f"more than {MOST_PIXELS:,} pixels", "save a smaller copy")
    if all(width * height < _LEAST_PIXELS for width, height in sizes):
        width, height = sizes[0]
        raise UnreadableError(f"too small for a text ({width} x {height} pixels)", "take it out")
    return Extract((), scanned=tuple(range(1, len(sizes) + 1)))


def find_sizes(content: bytes) -> Iterator[Size]:
    """Width and height of each image; none where a file is none of the three formats, or ends too early."""
    if content.startswith(_PNG):
        yield int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    elif content.startswith(_JPEG):
        yield from _find_in_jpeg(content)
    elif content[:4] in _TIFF:
        yield from _find_in_tiff(content, little=content[:4] == b"II*\0")


def _find_in_jpeg(content: bytes) -> Iterator[Size]:
    at = len(_JPEG)
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            yield int.from_bytes(content[at + 7 : at + 9], "big"), int.from_bytes(content[at + 5 : at + 7], "big")
            return
        else:
            at += 2 + max(2, int.from_bytes(content[at + 2 : at + 4], "big"))


def _find_in_tiff(content: bytes, *, little: bool) -> Iterator[Size]:
    """The directories, each of which leads to the next one."""

    def number(at: int, size: int) -> int:
        return int.from_bytes(content[at : at + size], "little" if little else "big")

    at, seen = number(4, 4), set[int]()
    while 0 < at < len(content) and at not in seen and len(seen) < _MOST_IMAGES:
        seen.add(at)
        count = number(at, 2)
        values = dict[int, int]()
        for entry in range(at + 2, min(at + 2 + count * _ENTRY, len(content)), _ENTRY):
            tag, is_short = number(entry, 2), number(entry + 2, 2) == 3
            values[tag] = number(entry + 8, 2 if is_short else 4)
        yield values.get(_WIDTH, 0), values.get(_HEIGHT, 0)
        at = number(at + 2 + count * _ENTRY, 4)
