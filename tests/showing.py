"""Documents in one line, and documents as lines of text, for tests."""

from generator.model import Document, Source
from generator.readers import read


def document(text: str, *, suffix: str = ".txt", sidecar: str | None = None) -> Document:
    """The document of a file that holds `text`."""
    aside = sidecar.encode() if sidecar is not None else None
    return read(Source(f"x{suffix}", "x", text.encode("utf-8", "surrogatepass"), aside))


def show_blocks(document: Document) -> str:
    """One line a block: its kind, why it is boilerplate, its text with line breaks as ⏎."""
    lines = []
    for block in document.blocks:
        reason = f" ({block.reason})" if block.reason else ""
        lines.append(f"{block.kind}{reason}: {block.span.of(document.text)}".replace("\n", "⏎"))
    return "\n".join(lines)
