"""Libraries in BibTeX, Zotero RDF, CSL-JSON and Zotero's JSON: metadata of the files beside them, and abstracts."""

import json
from pathlib import Path

import pytest

from generator.readers import Collection, collect, read
from generator.readers.libraries.bibtex import read_latex
from tests.readers.making import kept, stated

ABSTRACT = "The pier of Westport has been shut for a year, and nobody in the town knows why it was built at all."
STATED = {
    "title": ("The pier of Westport",),
    "publisher": ("Westport Echo",),
    "published": ("2021-05-06",),
    "authors": ("Iris Vale", "The Echo"),
    "url": ("https://echo.example/pier",),
}
BIBTEX = """
@comment{nothing}
@string{echo = "Westport " # {Echo}}
An @ in a remark.
@article{vale, title = {The {pier} of {W}estport}, author = "Vale, Iris and {The Echo} and others",
  journal = echo, year = 2021, month = may, day = {6}, url = {https://echo.example/pier},
  abstract = {%s},
  file = {Full Text:files/12/The pier.html:text/html;PDF:C\\:\\a.pdf:application/pdf}}
@book{bare, title = {Another}, date = {2020}}
@article{broken, title = {It never ends
"""
NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "z": "http://www.zotero.org/namespaces/export#",
        "dcterms": "http://purl.org/dc/terms/",
        "link": "http://purl.org/rss/1.0/modules/link/",
        "bib": "http://purl.org/net/biblio#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
RDF = f"""<rdf:RDF {NAMES}>
<rdf:Description rdf:about="https://echo.example/pier"><z:itemType>newspaperArticle</z:itemType>
<dcterms:isPartOf><bib:Newspaper><dc:title>Westport Echo</dc:title></bib:Newspaper></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Vale</foaf:surname><foaf:givenName>Iris</foaf:givenName>
</foaf:Person></rdf:li><rdf:li><foaf:Person><foaf:surname>The Echo</foaf:surname></foaf:Person></rdf:li></rdf:Seq>
</bib:authors>
<link:link rdf:resource="#item_3"/><dc:title>The pier of Westport</dc:title><dcterms:abstract>%s</dcterms:abstract>
<dc:date>May 6, 2021</dc:date>
<dc:identifier><dcterms:URI><rdf:value>https://echo.example/pier</rdf:value></dcterms:URI></dc:identifier>
</rdf:Description>
<z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType>
<rdf:resource rdf:resource="files/12/The%%20pier.html"/>
<dc:title>Snapshot</dc:title></z:Attachment>
<bib:Memo rdf:about="#item_4"><rdf:value>A private note.</rdf:value></bib:Memo>
<bib:Book><z:itemType>book</z:itemType><dc:title>Another</dc:title></bib:Book></rdf:RDF>"""
OWN = {
    "items": [
        {
            "itemType": "newspaperArticle",
            "title": "The pier of Westport",
            "creators": [{"firstName": "Iris", "lastName": "Vale"}, {"name": "The Echo", "creatorType": "author"}],
            "publicationTitle": "Westport Echo",
            "date": "2021-05-06",
            "url": "https://echo.example/pier",
            "abstractNote": "%s",
            "attachments": [{"path": "files/12/The pier.html"}],
        },
        {"itemType": "book", "title": "Another"},
        {"itemType": "note", "note": "A private note."},
    ]
}
CSL = [
    {
        "id": "vale",
        "type": "article-newspaper",
        "title": "The pier of Westport",
        "author": [{"family": "Vale", "given": "Iris"}, {"literal": "The Echo"}],
        "container-title": "Westport Echo",
        "issued": {"date-parts": [["2021", 5, 6]]},
        "URL": "https://echo.example/pier",
        "abstract": "<jats:p>%s</jats:p>",
    },
    {"id": "bare", "type": "book", "title": "Another", "issued": {"raw": "2020"}},
]
LIBRARIES = {"a.bib": BIBTEX, "a.rdf": RDF, "own.json": json.dumps(OWN), "csl.json": json.dumps(CSL)}
LEFT_OUT = "1 of 2 entries have no file here and no abstract; they were left out"


def gather(folder: Path, name: str, content: str) -> Collection:
    """What a folder with this file holds."""
    (folder / name).write_text(content, encoding="utf-8")
    return collect(folder, max_mb=1)


@pytest.mark.parametrize("name", [name for name in LIBRARIES if name != "csl.json"])
def test_an_entry_states_its_file(tmp_path: Path, name: str) -> None:
    """That counts more than what the page says; its abstract is no source then, as the text is at hand."""
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "The pier.html").write_text("<title>Saved</title><p>Ann Bell opened the pier.</p>")
    found = gather(tmp_path, name, LIBRARIES[name] % ABSTRACT)
    (source,) = found.sources
    assert {one.field: one.values for one in read(source).declarations if one.origin == "sidecar"} == STATED
    assert [problem.what for problem in found.problems] == [LEFT_OUT]


@pytest.mark.parametrize("name", LIBRARIES)
def test_an_abstract_is_a_source_where_no_file_is(tmp_path: Path, name: str) -> None:
    """The brief says that it is an abstract only. Notes are private, and what is broken costs its entry."""
    found = gather(tmp_path, name, LIBRARIES[name] % ABSTRACT)
    (source,) = found.sources
    document = read(source)
    assert stated(document) == STATED
    assert kept(document) == [("title", "The pier of Westport"), ("paragraph", ABSTRACT)]
    assert source.path.startswith(f"{name}#the-pier-of-westport-2021-05-06-")
    assert (source.place, [problem.what for problem in document.problems]) == (
        "entry 1 of the library",
        ["abstract only; the library has no text of it"],
    )
    assert [(problem.what, problem.severity) for problem in found.problems] == [(LEFT_OUT, "note")]


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.bib", "Dear Ann, see @you.", "there is no entry in it"),
        ("a.bib", "@article{" * 20_000, "there is no entry in it"),
        ("a.bib", "@article{a, title = " + "{" * 300_000, "there is no entry in it"),
        ("a.rdf", "<rdf:RDF", "its XML is damaged"),
        ("a.rdf", f"<rdf:RDF {NAMES}/>", "it is no library of Zotero, and no feed"),
        ("a.rdf", f"<rdf:RDF {NAMES}><bib:Memo/></rdf:RDF>", "it is no library of Zotero, and no feed"),
        ("a.json", '[{"itemType": "note"}]', "there is no entry in it"),
    ],
)
def test_a_broken_library_is_told_in_a_line(tmp_path: Path, name: str, content: str, what: str) -> None:
    """It costs its file only."""
    found = gather(tmp_path, name, content)
    assert (found.sources, [problem.what for problem in found.problems]) == ((), [what])


def test_records_that_are_no_library_stay_articles(tmp_path: Path) -> None:
    """A list with `id` and `type` is one as any other."""
    rows = [{"id": 1, "type": "post", "title": "One", "text": ABSTRACT, "date": "2021-05-06"}] * 2
    rows[1] = {**rows[1], "title": "Two"}
    found = gather(tmp_path, "a.json", json.dumps(rows))
    assert [source.place for source in found.sources] == ["record 1", "record 2"]


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"G{\"o}del", "Gödel"),
        (r"Dvo{\v r}\'{a}k, Ji{\v{r}}{\'\i}", "Dvořák, Jiří"),
        (r"Stra{\ss}e \& \O re", "Straße & Øre"),
        (r"\textbf{We} measure 40\% -- all", "We measure 40% – all"),
        (r"``So'' she~said", "“So” she said"),
    ],
)
def test_latex_is_read_as_it_shows(latex: str, shown: str) -> None:
    """Accents, letters, dashes."""
    assert read_latex(latex) == shown
