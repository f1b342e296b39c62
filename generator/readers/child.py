"""The program of the child process: reads requests from standard input, answers with JSON, ends with its input.

A request is a suffix, a line break, the length of the file in 8 bytes and the file. An answer is a length in 8 bytes
and the JSON of an `Answer`; an empty one means that memory ran out. The first one, which is empty, says that it is up.
"""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import BinaryIO

import msgspec

from generator.formats import BY_SUFFIX
from generator.readers import load_function
from generator.readers.isolation import IMAGES, PARTS, Answer, seconds_more
from generator.readers.pieces import Extract, UnreadableError, fit
from generator.text.unicode import one_line

try:
    import resource
except ImportError:  # Windows cannot bound memory this way
    resource = None  # type: ignore[assignment]

Extractor = Callable[[bytes], Extract]
PLACES: Mapping[str, str] = {
    **{suffix: row.reader for suffix, row in BY_SUFFIX.items() if not row.is_plain},
    **{f"{PARTS}{suffix}": row.parts for suffix, row in BY_SUFFIX.items() if row.parts},
    **{f"{IMAGES}{suffix}": row.images for suffix, row in BY_SUFFIX.items() if row.images},
}
"""By suffix, and by suffix for what finds several sources in a file: a module of this room and its function, which
raises UnreadableError."""
_LEAST = 32 << 20
"""Bytes that must be free before the libraries are loaded."""
MOST_PIECES = 40_000
MOST_CHARACTERS = 20_000_000
"""As much as the largest plain text that is read."""
MOST_CHARACTERS_OF_PARTS = 60_000_000


def main(megabytes: int, seconds: int) -> None:
    """Answer requests until the input ends. `seconds`: an alarm for a child whose parent is gone."""
    requests, answers = _take_pipes()
    _bound(megabytes)
    extractors = {suffix: load(place) for suffix, place in PLACES.items()}
    _send(answers, b"")
    while line := requests.readline():
        size = int.from_bytes(requests.read(8), "big")
        name = line.decode().removesuffix("\n")
        _alarm(max(seconds, int(seconds_more(name)) + 5))
        answer = answer_for(extractors[name], requests.read(size))
        _alarm(0)
        _send(answers, b"" if answer is None else msgspec.json.encode(answer))


def load(place: str) -> Extractor | ImportError:
    """The function at `module:function` of this room; what is missing for it, which costs its formats only."""
    try:
        extractor: Extractor = load_function(place)
    except ImportError as error:
        return error
    return extractor


def answer_for(extractor: Extractor | ImportError, content: bytes) -> Answer | None:
    """The answer for one file; None where memory ran out."""
    try:
        if isinstance(extractor, ImportError):
            raise extractor
        extract = extractor(content)
        refuse_too_much(extract)
        return Answer(_fit_all(extract))
    except UnreadableError as error:
        return Answer(fault=fit(error.fault), cure=error.cure, late=error.late)
    except MemoryError:
        return None
    except ImportError as error:
        return Answer(missing=one_line(str(error), 200))
    except Exception as error:  # the border: whatever a library raises costs one file
        kind = type(error).__name__
        what = one_line(f"it is damaged or not what its name says ({kind}: {error})", 200)
        return Answer(fault=what, cure="open it in its own program and save it again, or take it out")


def _fit_all(extract: Extract) -> Extract:
    """The extract, and those in it, with text that every page holds."""
    pieces = tuple(piece._replace(text=fit(piece.text)) for piece in extract.pieces)
    stated = tuple(item._replace(values=tuple(map(fit, item.values))) for item in extract.stated)
    parts = tuple(map(_fit_all, extract.parts))
    return replace(extract, pieces=pieces, stated=stated, notes=tuple(map(fit, extract.notes)), parts=parts)


def refuse_too_much(extract: Extract) -> None:
    """Refuse what would keep the later stages busy for minutes."""
    sources = (extract, *extract.parts)
    if any(len(source.pieces) > MOST_PIECES for source in sources):
        raise UnreadableError(f"more than {MOST_PIECES:,} paragraphs", "split it, or take it out")
    most = MOST_CHARACTERS_OF_PARTS if extract.parts else MOST_CHARACTERS
    if sum(len(piece.text) for source in sources for piece in source.pieces) > most:
        raise UnreadableError(f"more than {most:,} characters of text", "split it, or take it out")


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes. What a library prints goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return requests, answers


def _bound(megabytes: int) -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        bytearray(_LEAST)  # raises MemoryError: a library that finds no room would look like one that is missing


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _send(answers: BinaryIO, answer: bytes) -> None:
    answers.write(len(answer).to_bytes(8, "big") + answer)
    answers.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
