"""The sources for a reference manager: BibTeX, RIS and CSL-JSON, each metadata with the words that it rests on.

Nobody knows which word of a name is the family name, or whether a person is meant: a name stands whole, as it is
written. What is not stated is left out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.disk import revised
from generator.model import Analysis, Authors, Brief, Field, Library
from generator.settings import Settings
from generator.text.unicode import one_line

BIBTEX, RIS, CSL = "sources.bib", "sources.ris", "sources.csl.json"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST_CHARS = 2000
_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_LATEX: Mapping[int, str] = str.maketrans(
    {
        # BibTeX counts braces even behind a backslash: those of a text are written as words.
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{mark: f"\\{mark}" for mark in "$&#%_"},
    }
)
_SAFE_URL = "!$&'()*+,;=:@/?#[]%-._~"


@dataclass(frozen=True, slots=True)
class Work:
    """A source as something to cite."""

    key: str
    """The address of its brief."""
    title: str
    """As stated or derived, else the path of the file."""
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    """EDTF."""
    url: str | None
    section: str | None
    language: str | None
    path: str
    note: str
    """The file, and where in its text each of these stands."""


def list_works(library: Library) -> list[Work]:
    """Every source, by the address of its brief."""
    return [read_work(brief) for brief in library.briefs]


def read_work(brief: Brief) -> Work:
    """One source."""
    analysis, metadata = brief.analysis, brief.analysis.metadata
    return Work(
        key=brief.id,
        title=_line(metadata.title.value) or _line(analysis.document.path) or brief.id,
        authors=tuple(filter(None, map(_line, metadata.authors.value))),
        publisher=_line(metadata.publisher.value),
        published=metadata.published.value,
        url=quote(_line(metadata.url.value) or "", safe=_SAFE_URL) or None,
        section=_line(metadata.section.value),
        language=None if analysis.language == "und" else analysis.language,
        path=analysis.document.path,
        note=_note(analysis),
    )


def _line(text: str | None) -> str:
    return one_line(text or "", _MOST_CHARS)


def _note(analysis: Analysis) -> str:
    """Where each metadata stands: `file a.txt; title: characters 0-19; day: given by the editor`."""
    metadata = analysis.metadata
    told: tuple[tuple[str, Field | Authors], ...] = (
        ("title", metadata.title),
        ("authors", metadata.authors),
        ("publication", metadata.publisher),
        ("day", metadata.published),
    )
    known = (f"{name}: {_rests_on(field)}" for name, field in told if field.value)
    return "; ".join((f"file {_line(analysis.document.path)}", *known))


def _rests_on(field: Field | Authors) -> str:
    where = f"characters {field.span.start}-{field.span.end}" if field.span else "stated outside the text"
    if field.status == "override":
        return "given by the editor"
    return f"{where}, derived" if field.status == "derived" else where


def parts_of(edtf: str | None) -> list[tuple[tuple[int, ...], bool]]:
    """Year, month and day of a date, or of both ends of a span, and whether it is only about then; else nothing."""
    found = [_PART.fullmatch(part) for part in (edtf or "").split("/")]
    dates = [(tuple(int(n) for n in part.groups()[:3] if n), bool(part[4])) for part in found if part]
    return dates if len(dates) == len(found) else []


def make_bibtex(works: Iterable[Work]) -> bytes:
    """For BibTeX and BibLaTeX, as UTF-8."""
    return _encoded("\n".join(map(_bibtex, works)))


def _bibtex(work: Work) -> str:
    dates = parts_of(work.published)
    year, month = (dates[0][0] + (0, 0))[:2] if dates else (0, 0)
    fields = {
        # A second pair of braces keeps capitals, and a name whole: its words are not taken for first and last ones.
        "author": " and ".join(f"{{{_latex(author)}}}" for author in work.authors),
        "title": f"{{{_latex(work.title)}}}",
        "journal": _latex(work.publisher or ""),
        "date": work.published if dates else "",
        "year": f"{year:04d}" if year else "",
        "url": work.url or "",
        "langid": work.language or "",
        "note": _latex(work.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    if month:
        lines.append(f"  month = {_MONTHS[month - 1]}")
    body = ",\n".join(lines)
    return f"@{'article' if work.publisher else 'misc'}{{{work.key},\n{body}\n}}\n"


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def make_ris(works: Iterable[Work]) -> bytes:
    """For Zotero, EndNote, Mendeley: two letters and a value a line, ended as the form wants it."""
    return _encoded("".join(f"{line}\r\n" for work in works for line in _ris(work)))


def _ris(work: Work) -> Iterator[str]:
    yield f"TY  - {'NEWS' if work.publisher else 'GEN'}"
    yield f"ID  - {work.key}"
    yield f"TI  - {work.title}"
    for author in work.authors:
        yield f"AU  - {author}"
    if work.publisher:
        yield f"T2  - {work.publisher}"
    for numbers, _ in parts_of(work.published)[:1]:
        yield f"PY  - {numbers[0]:04d}"
        # Year, month, day and "other", each ended by a stroke but for the last.
        yield "DA  - " + "/".join([f"{numbers[0]:04d}", *(f"{n:02d}" for n in numbers[1:]), *[""] * (4 - len(numbers))])
    for tag, value in (("SE", work.section), ("UR", work.url), ("LA", work.language), ("N1", work.note)):
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "


def make_csl(works: Iterable[Work]) -> bytes:
    """For Pandoc, Zotero and other programs that know CSL."""
    text = json.dumps([_csl(work) for work in works], ensure_ascii=False, indent=1)
    return _encoded(f"{text}\n")


def _csl(work: Work) -> dict[str, object]:
    dates = parts_of(work.published)
    issued: dict[str, object] = {"date-parts": [list(numbers) for numbers, _ in dates]}
    if any(is_about for _, is_about in dates):
        issued["circa"] = True
    record: dict[str, object] = {
        "id": work.key,
        "type": "article-newspaper" if work.publisher else "document",
        "title": work.title,
        "author": [{"literal": author} for author in work.authors],
        "container-title": work.publisher,
        "issued": issued if dates else None,
        "section": work.section,
        "URL": work.url,
        "language": work.language,
        "note": work.note,
    }
    return {name: value for name, value in record.items() if value}


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def write_bibtex(library: Library, out: Path, _: Settings) -> tuple[Path, ...]:
    """Write sources.bib into the folder `out`; its path. Raises OSError where that fails."""
    return _write(out, BIBTEX, make_bibtex(list_works(library)))


def write_ris(library: Library, out: Path, _: Settings) -> tuple[Path, ...]:
    """Write sources.ris."""
    return _write(out, RIS, make_ris(list_works(library)))


def write_csl(library: Library, out: Path, _: Settings) -> tuple[Path, ...]:
    """Write sources.csl.json."""
    return _write(out, CSL, make_csl(list_works(library)))


def _write(out: Path, name: str, content: bytes) -> tuple[Path, ...]:
    with revised(out, keep=False, only=(name,)) as folder:
        (folder / name).write_bytes(content)
    return (out / name,)
