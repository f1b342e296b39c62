"""What a reading of scans is asked for; apart from the reader, whose libraries only the child needs."""

import msgspec


class Wanted(msgspec.Struct, frozen=True):
    """What is to be read, and how."""

    program: str
    """The path of Tesseract."""
    languages: tuple[str, ...]
    pages: tuple[int, ...]
    """From 1."""
    finds_top: bool = False
    """Whether it can tell which side of a page is up."""
