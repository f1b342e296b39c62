"""Hostile files of every format, made here: bombs, wrecks, and files that call for other files, hosts and programs.

`REFUSED` have no page: one line says why. `READ` have one, with `WORDS` on it and nothing of what they call for.
"""

import base64
import gzip
import io
import plistlib
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from tests.readers.every_format import FILES
from tests.readers.making import archive, assemble_pdf, docx, epub, odt, pdf, word_paragraph
from tests.readers.scans.making import jpeg, png, tiff

WORDS = "Ann Bell opened the harbour of Westport on 5 May 2021."
CANARY = "Q-canary-of-no-page-q"
"""What stands in a file beside the sources, which files of `READ` try to draw in."""
SECRET = "secret.txt"
"""The name of that file, one folder above the sources."""
PASSWORDS = "/etc/passwd"


def read_files(secret: str, host: str) -> dict[str, bytes]:
    """Files that are read; `secret` is the path of a file, `host` the address of a server that they must not ask."""
    made = {**_pages(secret, host), **_messages(secret, host), **_archives(secret, host), **_notes(secret, host)}
    return {name: content.encode() if isinstance(content, str) else content for name, content in made.items()}


def _pages(secret: str, host: str) -> dict[str, str | bytes]:
    """Web pages."""
    call = (
        f'<script src="{host}/a.js"></script><iframe src="file://{secret}"></iframe><object data="{host}/o"></object>'
        f'<img src="{host}/i.png" onerror="alert(1)"><link rel=stylesheet href="{host}/c.css"><base href="{host}/">'
        f'<meta http-equiv=refresh content="0;url={host}/r"><embed src="file://{secret}">'
        f'<style>@import "{host}/s";</style>'
    )
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/>'
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    svg = f'<svg onload="alert(1)"><image href="{host}/v.png"/><use href="{host}/u#x"/><script>alert(1)</script></svg>'
    stated = '{"@type":"NewsArticle","headline":"<img src=x onerror=alert(1)>"}'
    data = f'<script type="application/ld+json">{stated}</script>'
    link = "<p><a href='javascript:alert(1)'>Read it</a></p>"
    article = f"<article><h1>The harbour</h1><p>{WORDS}</p></article>"
    return {
        "calls.html": f"<html><head>{call}</head><body>{call}{article}{call}</body></html>",
        "include.html": f"<html><body>{include}{article}</body></html>",
        "entity.html": f"{entity}<html><body>&x;{article}</body></html>",
        "svg.html": f"<html><body>{svg}{article}<math><mi href='javascript:alert(1)'>x</mi></math></body></html>",
        "data.html": f"<html><head>{data}</head><body>{article}</body></html>",
        "cells.html": f"<table>{'<tr><td>' * 56_000}{WORDS}",
        "nested.html": f"<html><body>{'<div>' * 200}{article}",
        "handlers.html": f"<html><body onload=alert(1)>{article}{link}</body></html>",
        "calls.mhtml": f"Content-Type: text/html\nContent-Location: file://{secret}\n\n{call}{article}",
        "calls.webarchive": plistlib.dumps(
            {
                "WebMainResource": {
                    "WebResourceData": f"{call}{article}".encode(),
                    "WebResourceURL": f"file://{secret}",
                },
                "WebSubresources": [{"WebResourceURL": f"{host}/w"}],
            }
        ),
    }


def _messages(secret: str, host: str) -> dict[str, str | bytes]:
    """Mails and subtitles."""
    head = "From: Ann Lee <ann@example.org>\nDate: Wed, 05 May 2021 10:00:00 +0000\n"
    outside = f'Content-Type: message/external-body; access-type=local-file; name="{secret}"\n\n'
    attached = f'--b\nContent-Type: application/x; name="../../../{SECRET}"\nContent-Disposition: attachment\n\nx\n'
    mixed = "Content-Type: multipart/mixed; boundary=b\n\n"
    page = f'<p>{WORDS}</p><img src="{host}/pixel.gif"><script>alert(1)</script>'
    return {
        "header.eml": f"From: =?utf-8?q?a=0Ab?= <a@example.org>\nSubject: =?utf-8?q?x=0D=0ABcc=3A_b?=\n\n{WORDS}\n",
        "outside.eml": f"{head}Subject: Outside\n{mixed}--b\n\n{WORDS}\n--b\n{outside}\n{attached}--b--\n",
        "pixel.eml": f"{head}Subject: Pixel\nContent-Type: text/html\n\n{page}\n",
        "nested.eml": f"{head}Subject: Nested\n\n{WORDS}\n" + "> " * 20_000 + "x\n",
        "calls.srt": f"1\n00:00:01,000 --> 00:00:02,000\n<img src={host}/s.png onerror=alert(1)>{WORDS}\n",
        "calls.enex": f'<!DOCTYPE e [<!ENTITY x SYSTEM "file://{secret}">]><en-export><note><title>Calls</title><content>'
        f'<![CDATA[<en-note>{page}<en-media hash="x"/></en-note>]]>&x;</content></note></en-export>',
        "calls.ris": f"TY  - NEWS\nTI  - Pier\nAB  - {WORDS} No one waits for ferries.\nL1  - file://{secret}\nER  -\n",
        "calls.bib": f"@misc{{a, title={{Calls}}, abstract={{{WORDS} {WORDS}}}, file={{:../{SECRET}:PDF}}}}\n",
        "style.vtt": f"WEBVTT\n\nSTYLE\n::cue {{ background: url({host}/v) }}\n\n00:01.000 --> 00:02.000\n{WORDS}\n",
    }


def _archives(secret: str, host: str) -> dict[str, str | bytes]:
    """Office documents and e-books."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="e" Type="t" Target="file://{secret}" TargetMode="External"/>'
        f'<Relationship Id="u" Type="t" Target="../../../../{secret}"/>'
        f'<Relationship Id="h" Type="t" Target="{host}/t.html" TargetMode="External"/></Relationships>'
    )
    ns = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    chunks = "".join(f'<w:altChunk {ns} r:id="{name}"/>' for name in "euh")
    calls = _replace(docx(word_paragraph(WORDS) + chunks), {"word/_rels/document.xml.rels": relation})
    field = f'<w:p><w:r><w:instrText>INCLUDETEXT "{secret}"</w:instrText></w:r><w:r><w:t>{WORDS}</w:t></w:r></w:p>'
    link = f'<text:section xmlns:xlink="http://www.w3.org/1999/xlink"><text:section-source xlink:href="file://{secret}"/></text:section>'
    book = f'<manifest><item id="s" href="../../../../..{secret}"/><item id="p" href="file://{secret}"/></manifest>'
    chapter = f'<h1>One</h1><script>alert(1)</script><p>{WORDS}</p><img src="{host}/b.png"/>'
    escaping = {"../../../../../../escaped.txt": CANARY, "/escaped.txt": CANARY, "..\\..\\escaped.txt": CANARY}
    return {
        "calls.docx": calls,
        "field.docx": docx(field),
        "escaping.docx": _replace(docx(word_paragraph(WORDS)), escaping),
        "calls.odt": odt(f"<office:body><office:text>{link}<text:p>{WORDS}</text:p></office:text></office:body>"),
        "escaping.epub": _replace(epub(["<nav>One</nav>", chapter], book), escaping),
        "include.rtf": rf'{{\rtf1\ansi {{\field{{\*\fldinst INCLUDETEXT "{secret}"}}}} {WORDS}\par}}',
        "action.pdf": pdf(
            [[(60, 700, 12, WORDS)]],
            catalog=f"/OpenAction<</S/URI/URI({host}/p)>>/AA<</O<</S/Launch/F({secret})>>>>",
        ),
    }


def _notes(secret: str, host: str) -> dict[str, str | bytes]:
    """Plain text and Markdown."""
    head = "title: !!python/object/apply:os.system ['touch ran']\n"
    include = (
        f'--8<-- "{secret}"\n\n![[{SECRET}]]\n\n{{% include "{secret}" %}}\n\n[a]({secret})\n\n![]({host}/m.png)\n'
    )
    marks = "\n\n".join(("[" * 20_000, "<a " * 7_000, "![](" * 15_000, "[^1]" * 9_000))
    return {
        "include.txt": f"The harbour\n\n{WORDS}\n\n{include}",
        "include.md": f"# The harbour\n\n{WORDS}\n\n{include}",
        "code.md": f"---\n{head}---\n\n# The harbour\n\n{WORDS}\n",
        "template.txt": f"The harbour {{{{ config }}}}\n\n{WORDS} {{{{ ''.__class__.__mro__ }}}} {{% for x in y %}}\n",
        "frame.txt": f"---\ntemplate: ../../{SECRET}\nhide: [all]\n---\n\n{WORDS}\n",
        "sidecar.txt": f"The harbour\n\n{WORDS}\n",
        "sidecar.yml": _laughing_yaml(),
        "marks.txt": f"The harbour\n\n{WORDS}\n\n{marks}\n",
        "quotes.txt": f"The harbour\n\n{WORDS}\n\n{'“' * 20_000}\n\n{'> ' * 20_000}\n\n{'* ' * 20_000}\n",
    }


def _laughing_yaml() -> str:
    """Aliases of aliases: a billion titles."""
    lines = [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(["x0: &x0 [ha]", *lines, "title: *x9"])


def _replace(content: bytes, files: Mapping[str, str]) -> bytes:
    """The archive with other files in it."""
    with ZipFile(io.BytesIO(content)) as given:
        kept = {name: given.read(name) for name in given.namelist() if name not in files}
    return archive({**kept, **files})


def _bomb(name: str, megabytes: int) -> bytes:
    """An archive whose one file unpacks to so much."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as made, made.open(name, "w") as member:
        for _ in range(megabytes):
            member.write(b"\0" * (1 << 20))
    return content.getvalue()


def _flate() -> bytes:
    """A PDF whose one page unpacks to 300 MB of drawing."""
    packer, packed = zlib.compressobj(9), io.BytesIO()
    for _ in range(300):
        packed.write(packer.compress(b"BT /F 12 Tf (x) Tj ET\n" * 45_590))
    packed.write(packer.flush())
    stream = packed.getvalue()
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>>>",
        f"<</Length {len(stream)}/Filter/FlateDecode>>stream\n{stream.decode('latin-1')}\nendstream",
        "<<>>",
    ]
    return assemble_pdf(objects)


LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
"""Entities of entities: a billion words."""
_OUTSIDE = f'<!DOCTYPE l [<!ENTITY x SYSTEM "file://{PASSWORDS}">]>'
_ENCRYPTED_PDF = base64.b64decode(
    "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8PC9UeXBlL1BhZ2VzL0tpZHNbXS9Db3Vu"
    "dCAwPj5lbmRvYmoKMyAwIG9iajw8L0ZpbHRlci9TdGFuZGFyZC9WIDEvUiAyL1AgLTQvTygwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw"
    "MSkvVSgwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMSk+PmVuZG9iagp0cmFpbGVyPDwvU2l6ZSA0L1Jvb3QgMSAwIFIvRW5jcnlwdCAz"
    "IDAgUi9JRFs8MDA+PDAwPl0+PgolJUVPRg=="
)
"""A PDF that wants a password."""


def _encrypted(content: bytes) -> bytes:
    """The archive with the mark of encryption on each file."""
    local, central = content.replace(b"PK\3\4\x14\0\0", b"PK\3\4\x14\0\1"), b"PK\1\2\x14\3\x14\0"
    return local.replace(central + b"\0", central + b"\1")


def refused_files() -> dict[str, bytes]:
    """Files that no page is made of."""
    bombs = {
        "bomb.docx": _bomb("word/document.xml", 600),
        "bomb.odt": _bomb("content.xml", 300),
        "bomb.epub": _bomb("META-INF/container.xml", 300),
        "flate.pdf": _flate(),
        "bomb.warc.gz": gzip.compress(b"WARC/1.0\r\nContent-Length: 314572800\r\n\r\n" + bytes(300 << 20), 1),
        "bomb.zip": _bomb("_chat.txt", 300),
        "bomb.wacz": _bomb("archive/a.warc", 300),
        "laughs.webarchive": f"{LAUGHS}]><plist><string>&i;</string></plist>".encode(),
        "laughs.docx": docx(word_paragraph("&i;"), head=f"{LAUGHS}]>"),
        "laughs.odt": archive({"content.xml": f"{LAUGHS}]><d>&i;</d>"}),
        "laughs.opml": f"{LAUGHS}]><opml><body><outline text='&i;'/></body></opml>".encode(),
        "laughs.enex": f"{LAUGHS}]><en-export><note><content>&i;</content></note></en-export>".encode(),
        "outside.rdf": f"{_OUTSIDE}<r>&x;</r>".encode(),
        "laughs.webloc": f"{LAUGHS}]><plist><string>&i;</string></plist>".encode(),
        "outside.docx": docx(word_paragraph("&x;"), head=_OUTSIDE),
        "outside.odt": archive({"content.xml": f"{_OUTSIDE}<d>&x;</d>"}),
        "encrypted.docx": _encrypted(docx(word_paragraph(WORDS))),
        "encrypted.pdf": _ENCRYPTED_PDF,
        "deep.html": f"<html><body>{'<div>' * 3_000}<p>{WORDS}".encode(),
        "huge.png": png(size=(60_000, 60_000)),
        "bomb.png": png(grey=bytes(60_000_000), size=(1_000, 60_000)),
        "loop.tif": tiff("", "", loop=True, size=(60_000, 60_000)),
        "wreck.jpg": jpeg("", (300, 300))[:40],
        "script.url": b"[InternetShortcut]\nURL=javascript:alert(1)\n",
        "local.url": f"[InternetShortcut]\nURL=file://{PASSWORDS}\n".encode(),
    }
    cut = {f"cut{suffix}": FILES[suffix][: len(FILES[suffix]) // 2] for suffix in (".docx", ".odt", ".epub", ".webloc")}
    empty = {f"empty{suffix}": b"" for suffix in FILES}
    return {**bombs, **cut, **empty}


NAMES = (
    "<img src=x onerror=alert(1)>.txt",
    '" onmouseover="alert(1).txt',
    "{{ config }}.txt",
    "[a](javascript:alert(1)).txt",
    "..%2f..%2fetc%2fpasswd.txt",
    "....txt",
    "-rf.txt",
    "$(touch ran).txt",
    "`touch ran`.txt",
    "a\nb.txt",
    "\x1b[2Ja.txt",
    "\u202egpj.txt",
    "CON.txt",
    "nul.txt",
    "index.txt",
    "sitemap.xml.txt",
    "404.txt",
    "a|b*c?.txt",
    "\u00e9.txt",
    "e\u0301.txt",
    "\u00c9.txt",
    "x" * 200 + ".txt",
)
"""Names of files, each with a text of its own."""
