"""What the editor keeps or cuts in the sidecar wins over every cleaner."""

import pytest

from generator.cleaning import clean
from generator.cleaning.overrides import REASON
from generator.model import Document, Source
from generator.readers import read

TEXT = """Harbour opens after eleven weeks

ALSO READ: Storm damage in Westport

The harbour of Westport will open again on Monday, the mayor said on Friday.

It had been closed since a storm in December.
Many ships went elsewhere.

Advertisement
"""


def cleaned(sidecar: str, text: str = TEXT) -> Document:
    return clean(read(Source("a/b.txt", "b", text.encode(), sidecar.encode())))


def kind_of(document: Document, words: str) -> tuple[str, str | None]:
    (block,) = (b for b in document.blocks if words in b.span.of(document.text))
    return block.kind, block.reason


def test_a_kept_line_is_no_chrome() -> None:
    """It gets the kind that it would have without the cleaner that cut it."""
    assert kind_of(cleaned(""), "ALSO READ")[0] == "boilerplate"
    kept = cleaned('keep:\n  - "ALSO READ:  Storm damage in Westport"\n')
    assert kind_of(kept, "ALSO READ")[0] != "boilerplate"
    assert kept.problems == ()


def test_a_cut_line_is_chrome() -> None:
    """Even a sentence of the article, with the editor named in the reason."""
    document = cleaned("cut: [Many ships went elsewhere.]")
    assert kind_of(document, "Many ships") == ("boilerplate", REASON)
    assert kind_of(document, "It had been closed")[0] == "paragraph"


def test_an_ellipsis_stands_for_the_rest_of_the_line() -> None:
    """A long line need not be written out."""
    document = cleaned('cut: ["The harbour of Westport …"]')
    assert kind_of(document, "The harbour of Westport") == ("boilerplate", REASON)


def test_invisible_characters_do_not_count() -> None:
    """What was copied from the page matches the line it was copied from."""
    document = cleaned("cut: [Many ships went elsewhere.]", TEXT.replace("Many ships", "Many\u00a0sh\u00adips\u200b"))
    assert kind_of(document, "went elsewhere") == ("boilerplate", REASON)


@pytest.mark.parametrize("field", ["keep", "cut"])
def test_a_line_that_is_not_there_is_a_warning(field: str) -> None:
    """It names the sidecar and the entry, and costs nothing else."""
    document = cleaned(f"{field}: [No such line, Advertisement]")
    (problem,) = document.problems
    assert (problem.path, problem.severity) == ("a/b.yml", "warning")
    assert field in problem.what and "No such line" in problem.what


def test_cleaning_again_tells_it_once() -> None:
    """The warning is there once however often the document is cleaned."""
    document = cleaned("cut: [No such line, 'Many ships went elsewhere.']\nkeep: [Advertisement]")
    assert clean(document) == document


def test_something_else_than_lines_is_a_warning() -> None:
    """A mapping where lines should stand is told with the way to write them."""
    (problem,) = cleaned("keep:\n  - {a: b}\n").problems
    assert "keep" in problem.what and problem.cure
