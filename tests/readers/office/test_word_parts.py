"""Word: text in places of its own is read too."""

from tests.readers.making import cuts, document, docx, kept, word_paragraph

_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


def test_phonetic_text_and_formulas_stand_in_their_line() -> None:
    """The words themselves without how they are read; the parts of a fraction with a bar between them."""
    ruby = "<w:ruby><w:rt><w:r><w:t>read</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>word</w:t></w:r></w:rubyBase></w:ruby>"
    fraction = "<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
    body = f"<w:p><w:r>{ruby}</w:r><w:r><w:t> is </w:t></w:r><m:oMath {_M}>{fraction}</m:oMath></w:p>"
    assert kept(document("a.docx", docx(body))) == [("paragraph", "word is a/b")]


def test_an_inserted_page_is_text() -> None:
    """In its place."""
    body = word_paragraph("Before.") + f'<w:altChunk {_R} r:id="p.html"/>' + word_paragraph("After.")
    found = document("a.docx", docx(body, parts={"p.html": "<h2>Inserted</h2><p>Words.</p>"}))
    assert [text for _, text in kept(found)] == ["Before.", "Inserted", "Words.", "After."]


def test_labels_of_diagrams_and_titles_of_charts() -> None:
    """As items, and as a caption, behind the paragraph in which they are drawn."""
    diagram = f'<w:p><w:r><d:relIds xmlns:d="{_DRAWN}/diagram" {_R} r:dm="d.xml"/></w:r></w:p>'
    chart = f'<w:p><w:r><c:chart xmlns:c="{_DRAWN}/chart" {_R} r:id="c.xml"/></w:r></w:p>'
    parts = {name: f"<x {_A}><a:p><a:r><a:t>{name}</a:t></a:r></a:p></x>" for name in ("d.xml", "c.xml")}
    found = document("a.docx", docx(diagram + chart + word_paragraph("After."), parts=parts))
    assert kept(found) == [("list_item", "d.xml"), ("caption", "c.xml"), ("paragraph", "After.")]


def test_a_mark_in_the_text_is_text() -> None:
    """Pieces stand once, however often a document writes what looks like their mark."""
    body = f'<w:altChunk {_R} r:id="p.html"/>' + word_paragraph("\ue0000\ue000") * 2
    assert document("a.docx", docx(body, parts={"p.html": "<p>Words.</p>"})).text.count("Words.") == 1


def test_what_is_named_and_not_there_costs_nothing() -> None:
    """A relation may lead nowhere."""
    assert kept(document("a.docx", docx(f'<w:altChunk {_R} r:id="no"/>' + word_paragraph("Text.")))) == [
        ("paragraph", "Text.")
    ]


def test_notes_have_their_numbers() -> None:
    """As in the text; a paragraph of nothing but such a number is none."""
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>As told.</w:t></w:r></w:p></w:footnote>'
    parts = {"footnotes.xml": f'<w:footnotes xmlns:w="{_W}">{note}</w:footnotes>'}
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>It is built.</w:t></w:r>{mark}</w:p><w:p>{mark}</w:p>"
    found = document("a.docx", docx(body, parts=parts))
    assert [text for _, text in kept(found)] == ["It is built.[1]", "[1] As told.", "[2] As told."]
    assert cuts(found) == [("number of a note", "[2]")]
