"""Small files of many formats, made here."""

import io
import zipfile
from collections.abc import Mapping, Sequence

from generator.model import Document, Source
from generator.readers import read

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("text", "office", "table")
)
_RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/{}>>"
Words = tuple[int, int, int, str]
"""Left, bottom (points from the lower left corner), size and text of a line."""


def document(path: str, content: bytes | str, sidecar: bytes | None = None) -> Document:
    """The file, read."""
    return read(Source(path, "x", content.encode() if isinstance(content, str) else content, sidecar))


def kept(found: Document) -> list[tuple[str, str]]:
    """Kind and text of the blocks that were not cut."""
    return [(b.kind, b.span.of(found.text)) for b in found.blocks if b.kind != "boilerplate"]


def cuts(found: Document) -> list[tuple[str | None, str]]:
    """Reason and text of those that were."""
    return [(b.reason, b.span.of(found.text)) for b in found.blocks if b.kind == "boilerplate"]


def stated(found: Document) -> dict[str, tuple[str, ...]]:
    """The metadata of the file's own data."""
    return {d.field: d.values for d in found.declarations if d.origin == "structured data"}


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return content.getvalue()


def docx(body: str, *, head: str = "", properties: str | None = None, parts: Mapping[str, str] = {}) -> bytes:
    """A Word document; `body` in WordprocessingML, `head` before its root; `parts` are files that `body` names."""
    files = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS}
    files["word/document.xml"] = f"{head}<w:document {_W}><w:body>{body}</w:body></w:document>"
    related = "".join(f'<Relationship Id="{name}" Type="t" Target="{name}"/>' for name in parts)
    files["word/_rels/document.xml.rels"] = _RELATED.format(related)
    files |= {f"word/{name}": text for name, text in parts.items()}
    if properties is not None:
        files["docProps/core.xml"] = f'<p xmlns:dc="http://purl.org/dc/elements/1.1/">{properties}</p>'
    return archive(files)


def pptx(*slides: str, notes: Mapping[int, str] = {}) -> bytes:
    """A presentation of slides, each the inside of its tree of shapes; notes by the number of their slide."""
    spaces = f'xmlns:a="{_DRAWINGS}/2006/main" xmlns:p="{_OOXML}presentationml/2006/main" xmlns:r="{_OFFICE_LINKS}"'
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in range(1, len(slides) + 1))
    files = {
        "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": _relate(
            {f"s{n}": ("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)}
        ),
    }
    for n, shapes in enumerate(slides, 1):
        show = ' show="0"' if shapes.startswith("hidden") else ""
        files[f"ppt/slides/slide{n}.xml"] = f"<p:sld {spaces}{show}><p:spTree>{shapes}</p:spTree></p:sld>"
    for n, text in notes.items():
        files[f"ppt/slides/_rels/slide{n}.xml.rels"] = _relate({"n": ("notesSlide", f"../notesSlides/n{n}.xml")})
        files[f"ppt/notesSlides/n{n}.xml"] = f"<p:notes {spaces}>{shape(text)}{shape(str(n), 'sldNum')}</p:notes>"
    return archive(files)


def shape(text: str, place: str = "body") -> str:
    """A shape of a slide with a paragraph, and what it stands for in the layout."""
    text = f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody>"
    return f'<p:sp><p:nvPr><p:ph type="{place}"/></p:nvPr>{text}</p:sp>'


def xlsx(sheets: Mapping[str, Sequence[Sequence[str | int]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook of sheets by name; whole numbers are days."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="s{n}" state="{"hidden" if name in hidden else "visible"}"/>'
        for n, name in enumerate(sheets, 1)
    )
    book = f'<workbook xmlns="{_WORKBOOKS}" xmlns:r="{_OFFICE_LINKS}"><sheets>{listed}</sheets></workbook>'
    style = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    links = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
    files = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": _relate(links), "xl/styles.xml": style}
    for n, rows in enumerate(sheets.values(), 1):
        inside = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
        files[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{_WORKBOOKS}"><sheetData>{inside}</sheetData></worksheet>'
        )
    return archive(files)


def _cell(value: str | int) -> str:
    if isinstance(value, int):
        return f'<c s="1"><v>{value}</v></c>'
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def _relate(links: Mapping[str, tuple[str, str]]) -> str:
    """A file of relations by key, each with its kind and target."""
    rows = (
        f'<Relationship Id="{key}" Type="{_OFFICE_LINKS}/{kind}" Target="{to}"/>' for key, (kind, to) in links.items()
    )
    return f"<Relationships>{''.join(rows)}</Relationships>"


_OOXML = "http://schemas.openxmlformats.org/"
_DRAWINGS, _WORKBOOKS = f"{_OOXML}drawingml", f"{_OOXML}spreadsheetml/2006/main"
_OFFICE_LINKS = f"{_OOXML}officeDocument/2006/relationships"


def word_paragraph(text: str, style: str | None = None) -> str:
    """A paragraph for `docx`."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(body: str, **others: str) -> bytes:
    """An OpenDocument text; `body` in OpenDocument XML."""
    return archive({"content.xml": f"<office:document-content {_OPEN}>{body}</office:document-content>", **others})


def epub(chapters: Sequence[str], package: str = "") -> bytes:
    """An e-book; the first chapter is its table of contents."""
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml" properties="{"" if n else "nav"}"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    files = {"META-INF/container.xml": '<c><rootfiles><rootfile full-path="in/o.opf"/></rootfiles></c>'}
    files["in/o.opf"] = (
        f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{package}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    files |= {f"in/c{n}.xhtml": f"<html><body>{text}</body></html>" for n, text in enumerate(chapters)}
    return archive(files)


def pdf(pages: Sequence[Sequence[Words]], *, title: str | None = None, catalog: str = "") -> bytes:
    """A PDF in Helvetica; a text that begins with two stars is bold. `catalog`: more entries of the catalogue."""
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "",
        *(_FONT.format(name) for name in ("Helvetica", "Helvetica-Bold")),
    ]
    kids = []
    for lines in pages:
        drawn = "".join(map(_draw, lines))
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}endstream")
        resources = "<</Font<</F 3 0 R/B 4 0 R>>>>"
        contents = f"/Contents {len(objects)} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources{resources}{contents}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    objects.append(f"<</Title({_escaped(title or '')})>>")
    return assemble_pdf(objects)


def _draw(words: Words) -> str:
    x, y, size, text = words
    font = "B" if text.startswith("**") else "F"
    return f"BT /{font} {size} Tf {x} {y} Td ({_escaped(text.removeprefix('**'))}) Tj ET\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def assemble_pdf(objects: Sequence[str]) -> bytes:
    """The objects with their table of places."""
    made, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return f"{made}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
