"""The sources for reference managers: what is stated, and nothing that a source may say breaks the form."""

import json
import re
from dataclasses import replace

import pytest

from generator.model import Field, Library
from generator.rendering.exports.citations import Work, list_works, make_bibtex, make_csl, make_ris, parts_of, read_work
from tests.rendering.browse import naughty_strings
from tests.rendering.shelf import Words, full_library

LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")
HOSTILE = 'Rain & {50 %} of $_#~^\\ }{ "x" @article{y,\nER  - \r\nTY  - BOOK\x00\x07'
CSL_FIELDS = {"id", "type", "title", "author", "container-title", "issued", "section", "URL", "language", "note"}


def works(title: str = "A bridge opens", **options: str) -> list[Work]:
    return list_works(full_library(Words(title=title, **options)))


def unescape(text: str) -> str:
    """What LaTeX prints of a field."""
    for mark, word in (("{", "braceleft"), ("}", "braceright"), ("\\", "backslash")):
        text = text.replace(f"{{\\text{word}}}", mark)
    text = text.replace(r"{\textasciitilde}", "~").replace(r"{\textasciicircum}", "^")
    return re.sub(r"\\([$&#%_])", r"\1", text)


def test_each_form_has_every_source_with_what_it_states() -> None:
    """Title, authors whole, publication, day, address, and where in the text each stands."""
    bib, ris = make_bibtex(works()).decode(), make_ris(works()).decode()
    first, second = json.loads(make_csl(works()))
    note = "file bridge-one.txt; title: characters 17-31; authors: characters 270-280; publication: characters 285-296"
    assert "@article{one,\n  author = {{Ada Writer}},\n  title = {{A bridge opens}},\n  journal = {Valley Post}," in bib
    assert "  date = {2022-01-07},\n  year = {2022},\n  url = {https://example.org/a?b=c&d=e}," in bib
    assert "TY  - NEWS\r\nID  - one\r\nTI  - A bridge opens\r\nAU  - Ada Writer\r\nT2  - Valley Post\r\n" in ris
    assert f"PY  - 2022\r\nDA  - 2022/01/07/\r\nUR  - https://example.org/a?b=c&d=e\r\nLA  - en\r\nN1  - {note}" in ris
    assert first["author"] == [{"literal": "Ada Writer"}]
    assert (first["issued"], first["note"]) == ({"date-parts": [[2022, 1, 7]]}, f"{note}; day: given by the editor")
    assert "issued" not in second and second["note"] == note.replace("one", "two")
    assert set(first) <= CSL_FIELDS


def test_what_is_not_stated_is_left_out() -> None:
    """No publication, no day, no author: none is made up; the file stands in for a title."""
    brief = full_library().briefs[0]
    missing = Field(None, "missing")
    metadata = replace(brief.analysis.metadata, title=missing, publisher=missing, published=missing, url=missing)
    work = read_work(replace(brief, analysis=replace(brief.analysis, metadata=metadata, language="und")))
    assert work.title == "bridge-one.txt"
    bib, ris, csl = make_bibtex([work]).decode(), make_ris([work]).decode(), json.loads(make_csl([work]))[0]
    assert bib.startswith("@misc{one,") and not re.search("journal|year|date|url|langid", bib)
    assert ris.startswith("TY  - GEN") and not re.search("^(T2|PY|DA|UR|LA)", ris, re.MULTILINE)
    assert csl["type"] == "document" and not {"container-title", "issued", "URL", "language"} & set(csl)


@pytest.mark.parametrize("words", [HOSTILE, "@comment{", "a\\", "{{{", "% x", *naughty_strings()[::25]])
def test_no_title_breaks_a_form(words: str) -> None:
    """Braces stay balanced and the words come back; RIS has one value a line and as many ends as sources."""
    bib, ris = make_bibtex(works(words, publisher=words)).decode(), make_ris(works(words, author=words)).decode()
    depth, lowest = 0, 0
    for mark in re.sub(r"\\[$&#%_]", "", bib):
        depth += (mark == "{") - (mark == "}")
        lowest = min(depth, lowest)
    assert (depth, lowest, len(re.findall(r"^@", bib, re.MULTILINE))) == (0, 0, 2)
    shown = works(words)[0].title
    title = re.search(r"^  title = \{\{(.*)\}\},?$", bib, re.MULTILINE)
    assert title and unescape(title[1]) == shown
    lines = ris.split("\r\n")
    assert all(LINE.fullmatch(line) for line in lines[:-1]) and lines[-1] == ""
    assert lines.count("ER  - ") == sum(line.startswith("TY  - ") for line in lines) == 2
    assert json.loads(make_csl(works(words)))[0]["title"] == shown


@pytest.mark.parametrize(
    ("edtf", "parts"),
    [
        ("2022-01-07", [((2022, 1, 7), False)]),
        ("2021~", [((2021,), True)]),
        ("2022-01/2022-03-04", [((2022, 1), False), ((2022, 3, 4), False)]),
        ("2022/..", []),
        (None, []),
    ],
)
def test_dates_are_as_exact_as_they_are(edtf: str | None, parts: list[tuple[tuple[int, ...], bool]]) -> None:
    """A month stays a month; an open end gives none."""
    assert parts_of(edtf) == parts


def test_an_empty_collection_is_an_empty_file() -> None:
    """Nothing is cited."""
    assert (make_bibtex([]), make_ris([]), make_csl([])) == (b"", b"", b"[]\n")
    assert list_works(Library((), (), ())) == []
