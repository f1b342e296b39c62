"""Exports of news databases: each article is a source of its own, with what the service states of it as metadata."""

from pathlib import Path

import pytest

from generator.model import Document
from generator.readers import Collection, collect, read
from generator.readers.members import open_file
from tests.hostile.files import refused_files
from tests.readers.exports.making import (
    COUNTED,
    EBSCO,
    FACTIVA_LINES,
    FIRST,
    NEXIS_LINES,
    PLAIN_FIRST,
    PLAIN_SECOND,
    PROQUEST,
    SECOND,
    TAGGED_LINES,
    as_docx,
    as_page,
    as_rtf,
    as_text,
)
from tests.readers.making import cuts, kept, stated

FILES = {
    "nexis.docx": as_docx(NEXIS_LINES),
    "nexis.rtf": as_rtf(NEXIS_LINES),
    "nexis.html": as_page(NEXIS_LINES),
    "nexis.txt": as_text(NEXIS_LINES),
    "counted.txt": COUNTED.encode(),
    "counted.html": as_page([line.strip() for line in COUNTED.split("\n") if line.strip()]),
    "factiva.html": as_page(FACTIVA_LINES),
    "factiva.rtf": as_rtf(FACTIVA_LINES),
    "factiva.txt": as_text(FACTIVA_LINES),
    "tagged.rtf": as_rtf(TAGGED_LINES),
    "tagged.txt": as_text(TAGGED_LINES),
    "proquest.txt": PROQUEST.encode(),
    "proquest.rtf": as_rtf(PROQUEST.split("\n")),
    "proquest.html": as_page([line for line in PROQUEST.split("\n") if line]),
    "ebsco.txt": EBSCO.encode(),
}
NAMES = {SECOND[3][0].upper(): SECOND[3][0]}
"""Names in capitals, as some bylines have them."""


def gather(folder: Path, **files: bytes) -> Collection:
    """The sources of a folder with these files; `nexis_docx` is `nexis.docx`."""
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    return collect(folder, max_mb=8)


def told(document: Document) -> tuple[str, str, str, tuple[str, ...], str]:
    """What an article states of itself, and its text."""
    found = stated(document)
    authors = tuple(NAMES.get(name, name) for name in found["authors"])
    body = "\n".join(text for kind, text in kept(document) if kind != "title")
    return found["title"][0], found["published"][0], found["publisher"][0], authors, body


@pytest.mark.parametrize("name", FILES)
def test_each_article_is_a_source(name: str, tmp_path: Path) -> None:
    """By the marks of its service, in every format in which that writes them; its text is the article alone."""
    (tmp_path / name).write_bytes(FILES[name])
    found = collect(tmp_path, max_mb=1)
    assert found.problems == ()
    assert sorted(told(read(source)) for source in found.sources) == [FIRST, SECOND]


@pytest.mark.parametrize("name", FILES)
def test_what_the_service_wrote_is_cut_with_a_reason(name: str, tmp_path: Path) -> None:
    """Numbers, copyright, subjects and the like."""
    (tmp_path / name).write_bytes(FILES[name])
    for source in collect(tmp_path, max_mb=1).sources:
        assert {reason for reason, _ in cuts(read(source))} == {"details of the export"}


def test_addresses_stay_when_articles_are_added_or_come_in_another_order(tmp_path: Path) -> None:
    """They are made of title, day and publisher; the place in the file is told beside."""
    articles = COUNTED.partition("                               2 of 2")
    third = articles[0].replace("Dredging bill doubles", "Ferry sold").replace("The bill for dredging", "The ferry of")
    turned = "2 of 3 DOCUMENTS".join(["", articles[2].partition("DOCUMENTS")[2]])
    more = third.replace("1 of 2", "1 of 3") + turned + articles[0].replace("1 of 2", "3 of 3")
    before = {source.path: source for source in gather(tmp_path, nexis_txt=COUNTED.encode()).sources}
    after = {source.path: source for source in gather(tmp_path, nexis_txt=more.encode()).sources}
    assert len(after) == 3
    assert before.keys() < after.keys()
    assert {path: after[path].id for path in before} == {path: source.id for path, source in before.items()}
    assert {path: after[path].content for path in before} == {path: one.content for path, one in before.items()}
    assert sorted(source.place for source in after.values()) == ["article 1", "article 2", "article 3"]


def test_an_article_of_two_exports_counts_once(tmp_path: Path) -> None:
    """Word for word the same: it is that of the first file by path, and has its address."""
    found = gather(tmp_path, a_txt=COUNTED.encode(), b_txt=COUNTED.encode())
    assert [source.path.partition("#")[0] for source in found.sources] == ["a.txt", "a.txt"]
    assert found.problems == ()


def test_two_articles_of_one_title_and_day_are_told_apart(tmp_path: Path) -> None:
    """By their texts."""
    twice = COUNTED.replace("School bus row ends", "Dredging bill doubles").replace("July 9, 2015", "June 3, 2014")
    twice = twice.replace("The Eastmoor Echo (Eastmoor)", "The Norwell Guardian")
    found = gather(tmp_path, nexis_txt=twice.encode())
    assert len({source.id for source in found.sources}) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"Dredging bill doubles\n\n{PLAIN_FIRST}\n\nEnd of Document\n",
        f"{PLAIN_FIRST}\n\nLoad-Date: June 3, 2014\n\nEnd of Document\n",
        f"How exports end\n\nEach article has a line.\n\nEnd of Document\n\n{PLAIN_FIRST}\n\nEnd of Document\n",
        f"The clerk counted.\n\n1 of 2 DOCUMENTS\n\n{PLAIN_FIRST}\n\n2 of 2 DOCUMENTS\n\n{PLAIN_SECOND}\n",
        f"{PLAIN_FIRST}\n\nDocument NORGDN0020140603ea630001x\n\nDocument NORGDN0020140603ea630002x\n",
        f"{'_' * 60}\n\nTitle: One\n\n{PLAIN_FIRST}\n\n{'_' * 60}\n\nTitle: Two\n\nProQuest document ID: 1\n",
        f"Record: 1\n\n{PLAIN_FIRST}\n\nRecord: 2\n\nThe Accession Number of the find. Accession Number\n",
    ],
)
def test_a_file_that_is_one_article_stays_one(text: str, tmp_path: Path) -> None:
    """A mark alone makes no export: two articles have the head that the service writes, or the file stays whole."""
    (source,) = gather(tmp_path, a_txt=text.encode()).sources
    assert source.path == "a.txt"


def test_one_article_with_its_marks_stays_one_file(tmp_path: Path) -> None:
    """Its path and address are those of the file."""
    (source,) = gather(tmp_path, a_docx=as_docx(NEXIS_LINES[8:23])).sources
    assert (source.path, source.id) == ("a.docx", "a")


def test_an_article_without_a_day_has_none(tmp_path: Path) -> None:
    """Some have "Correction Appended" in its place; a day of loading is not that of publication."""
    lines = [line if line != "June 3, 2014 Tuesday" else "Correction Appended" for line in NEXIS_LINES[8:]]
    found = [stated(read(source)) for source in gather(tmp_path, a_docx=as_docx(lines)).sources]
    assert [("published" in one, one["publisher"][0]) for one in found] == [
        (False, "The Norwell Guardian"),
        (True, "The Eastmoor Echo (Eastmoor)"),
    ]


def test_headlines_are_without_the_numbers_that_a_page_counts_them_by(tmp_path: Path) -> None:
    """They would change with the order; a number that is no count stays."""
    numbered = ["1) Dredging bill doubles", "2) School bus row ends"]
    lines = [next((one for one in numbered if one.endswith(line)), line) for line in FACTIVA_LINES]
    titles = [stated(read(source))["title"][0] for source in gather(tmp_path, a_html=as_page(lines)).sources]
    assert sorted(titles) == ["Dredging bill doubles", "School bus row ends"]


def test_a_hostile_word_document_is_one_source(tmp_path: Path) -> None:
    """Bombs, wrecks and what is encrypted: looking for marks opens no more than is searched, and raises nothing."""
    files = {name: content for name, content in refused_files().items() if name.endswith(".docx")}
    files["wreck.docx"] = as_docx(NEXIS_LINES)[:-30]
    assert {"bomb.docx", "encrypted.docx", "laughs.docx"} < files.keys()
    for name, content in files.items():
        assert [source.path for source in open_file(name, content).sources] == [name]
