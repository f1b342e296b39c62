"""One small file of every format that is read, each with words of its own."""

import gzip
import plistlib
from collections.abc import Mapping

from tests.readers.mail.making import BODY, SUBJECT, outlook
from tests.readers.making import archive, docx, epub, odt, pdf, pptx, shape, word_paragraph, xlsx

_MORE = "The town council paid for it, and the ferry will land there."
_CHAT = "[05.05.21, 10:05:33] Ann Lee: {}\n" + "[05.05.21, 10:06:33] Bo Ek: So it is.\n" * 2
_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<rdf:Description><z:itemType>webpage</z:itemType><dc:title>The pier</dc:title>"
    "<dcterms:abstract>{} {}</dcterms:abstract></rdf:Description></rdf:RDF>"
)


def words(suffix: str) -> str:
    """The sentence that the file of a format holds; for addresses that were kept, the address."""
    if suffix in (".url", ".webloc", ".opml"):
        return f"https://example.org/{suffix.removeprefix('.')}"
    return f"Ann Bell opened the {suffix.removeprefix('.')} pier of Westport on 5 May 2021."


def _page(suffix: str) -> str:
    return f"<!doctype html><html><body><article><h1>The pier</h1><p>{words(suffix)}</p></article></body></html>"


def _message(suffix: str) -> str:
    return f"From: Ann Lee <ann@example.org>\nDate: Wed, 05 May 2021 10:00:00 +0000\nSubject: Pier\n\n{words(suffix)}\n"


def _response(page: str) -> str:
    """A web archive of one page, long enough to be one."""
    body = f"{page}<p>{'The town council paid for it, and the ferry will land there from June on. ' * 4}</p>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}"
    return (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://echo.example/pier\r\n"
        "WARC-Date: 2021-05-06T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http.encode())}\r\n\r\n{http}\r\n\r\n"
    )


def _parts_of_page(page: str) -> str:
    """A page in MIME."""
    return (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://echo.example/pier\n"
        "Date: Thu, 6 May 2021 10:00:00 +0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="--b"\n\n'
        f"----b\nContent-Type: text/html\nContent-Location: https://echo.example/pier\n\n{page}\n----b--\n"
    )


def _feed(suffix: str) -> str:
    """A feed of one entry, long enough to have its text."""
    text = f"&lt;p&gt;{words(suffix)}&lt;/p&gt;&lt;p&gt;{'The town council paid for it, says the Echo. ' * 8}&lt;/p&gt;"
    entry = f"<item><title>A</title><description>{text}</description></item>"
    return f"<rss><channel><title>Echo</title>{entry}</channel></rss>"


def _contents() -> dict[str, bytes | str]:
    book = ["<nav>One</nav>", f"<h1>One</h1><p>{words('.epub')}</p>"]
    list_ = '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>{}</string></dict></plist>'
    return {
        ".atom": _feed(".atom"),
        ".bib": f"@article{{a, title = {{The pier}}, abstract = {{{words('.bib')} {_MORE}}}}}\n",
        ".csv": f"title,text,date\nThe pier,{words('.csv')},2021-05-06\n",
        ".docx": docx(word_paragraph(words(".docx"))),
        ".eml": _message(".eml"),
        ".enex": f"<en-export><note><title>Pier</title><content>{words('.enex')}</content></note></en-export>",
        ".epub": epub(book, "<dc:title>The pier</dc:title>"),
        ".json": f'{{"title": "The pier", "text": "{words(".json")}"}}',
        ".jsonl": f'{{"title": "The pier", "text": "{words(".jsonl")}"}}\n',
        ".htm": _page(".htm"),
        ".html": _page(".html"),
        ".markdown": f"# The pier\n\n{words('.markdown')}\n",
        ".mbox": f"From ann@example.org Wed May  5 10:00:00 2021\n{_message('.mbox')}\n",
        ".md": f"# The pier\n\n{words('.md')}\n",
        ".msg": outlook({SUBJECT: "Pier", BODY: words(".msg")}),
        ".mht": _parts_of_page(_page(".mht")),
        ".mhtml": _parts_of_page(_page(".mhtml")),
        ".ndjson": f'{{"title": "The pier", "text": "{words(".ndjson")}"}}\n',
        ".odt": odt(f"<office:body><office:text><text:p>{words('.odt')}</text:p></office:text></office:body>"),
        ".opml": f'<opml><body><outline text="Pier" htmlUrl="{words(".opml")}"/></body></opml>',
        ".pdf": pdf([[(60, 700, 12, words(".pdf"))]]),
        ".pptx": pptx(shape(words(".pptx"))),
        ".rdf": _RDF.format(words(".rdf"), _MORE),
        ".ris": f"TY  - NEWS\nTI  - The pier\nAB  - {words('.ris')} {_MORE}\nER  -\n",
        ".rss": _feed(".rss"),
        ".rtf": rf"{{\rtf1\ansi {words('.rtf')}\par}}",
        ".shtml": _page(".shtml"),
        ".srt": f"1\n00:00:01,000 --> 00:00:02,000\n{words('.srt')}\n",
        ".tsv": f"title\ttext\tdate\nThe pier\t{words('.tsv')}\t2021-05-06\n",
        ".txt": f"The pier\n\n{words('.txt')}\n",
        ".url": f"[InternetShortcut]\r\nURL={words('.url')}\r\n",
        ".vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words('.vtt')}\n",
        ".wacz": archive({"archive/data.warc.gz": gzip.compress(_response(_page(".wacz")).encode(), mtime=0)}),
        ".warc": _response(_page(".warc")),
        ".warc.gz": gzip.compress(_response(_page(".warc.gz")).encode(), mtime=0),
        ".webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": _page(".webarchive").encode()}}),
        ".webloc": list_.format(words(".webloc")),
        ".xlsx": xlsx({"Pier": [["Day", "What"], [44321, words(".xlsx")]]}),
        ".zip": archive({"_chat.txt": _CHAT.format(words(".zip"))}),
        ".xhtml": _page(".xhtml"),
    }


FILES: Mapping[str, bytes] = {
    suffix: content.encode() if isinstance(content, str) else content for suffix, content in _contents().items()
}
"""The content of a file, by suffix."""
