"""One small file of every format that is read, each with words of its own."""

from collections.abc import Mapping

from tests.readers.making import docx, epub, odt, pdf, word_paragraph


def words(suffix: str) -> str:
    """The sentence that the file of a format holds; for addresses that were kept, the address."""
    if suffix in (".url", ".webloc"):
        return f"https://example.org/{suffix.removeprefix('.')}"
    return f"Ann Bell opened the {suffix.removeprefix('.')} pier of Westport on 5 May 2021."


def _page(suffix: str) -> str:
    return f"<!doctype html><html><body><article><h1>The pier</h1><p>{words(suffix)}</p></article></body></html>"


def _message(suffix: str) -> str:
    return f"From: Ann Lee <ann@example.org>\nDate: Wed, 05 May 2021 10:00:00 +0000\nSubject: Pier\n\n{words(suffix)}\n"


def _contents() -> dict[str, bytes | str]:
    book = ["<nav>One</nav>", f"<h1>One</h1><p>{words('.epub')}</p>"]
    list_ = '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>{}</string></dict></plist>'
    return {
        ".csv": f"title,text,date\nThe pier,{words('.csv')},2021-05-06\n",
        ".docx": docx(word_paragraph(words(".docx"))),
        ".eml": _message(".eml"),
        ".epub": epub(book, "<dc:title>The pier</dc:title>"),
        ".json": f'{{"title": "The pier", "text": "{words(".json")}"}}',
        ".jsonl": f'{{"title": "The pier", "text": "{words(".jsonl")}"}}\n',
        ".htm": _page(".htm"),
        ".html": _page(".html"),
        ".mbox": f"From ann@example.org Wed May  5 10:00:00 2021\n{_message('.mbox')}\n",
        ".md": f"# The pier\n\n{words('.md')}\n",
        ".ndjson": f'{{"title": "The pier", "text": "{words(".ndjson")}"}}\n',
        ".odt": odt(f"<office:body><office:text><text:p>{words('.odt')}</text:p></office:text></office:body>"),
        ".pdf": pdf([[(60, 700, 12, words(".pdf"))]]),
        ".rtf": rf"{{\rtf1\ansi {words('.rtf')}\par}}",
        ".srt": f"1\n00:00:01,000 --> 00:00:02,000\n{words('.srt')}\n",
        ".tsv": f"title\ttext\tdate\nThe pier\t{words('.tsv')}\t2021-05-06\n",
        ".txt": f"The pier\n\n{words('.txt')}\n",
        ".url": f"[InternetShortcut]\r\nURL={words('.url')}\r\n",
        ".vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words('.vtt')}\n",
        ".webloc": list_.format(words(".webloc")),
    }


FILES: Mapping[str, bytes] = {
    suffix: content.encode() if isinstance(content, str) else content for suffix, content in _contents().items()
}
"""The content of a file, by suffix."""
