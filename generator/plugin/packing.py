"""The Markdown of pages, packed: of ten thousand sources it is a gigabyte, of which one page is needed at a time."""

import zlib

from mkdocs.structure.files import File

_QUICK = 1


def pack(markdown: str) -> bytes:
    """The text in about a sixth of its room."""
    return zlib.compress(markdown.encode("utf-8"), _QUICK)


def unpack(packed: bytes) -> str:
    """The text again."""
    return zlib.decompress(packed).decode("utf-8")


class PackedFile(File):
    """A file of the site whose Markdown is packed until somebody asks for it."""

    packed = b""

    @property
    def content_string(self) -> str:
        """The Markdown."""
        return unpack(self.packed)

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.packed = pack(value)

    @property
    def content_bytes(self) -> bytes:
        """The Markdown as UTF-8."""
        return zlib.decompress(self.packed)

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.packed = zlib.compress(value, _QUICK)
