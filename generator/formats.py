"""The formats that are read, a row each: whoever needs to know something of a format asks this table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

_MEMBER = re.compile(r"#(?:[1-9]\d{0,8}|[a-z0-9-]{2,80})\Z")
"""What stands behind the path of a file for one of the sources in it: `box.mbox#3`."""
MAILBOX = ".mbox"
MAIL = frozenset({".eml", MAILBOX, ".msg"})
"""Suffixes of files that hold messages; what is attached to one is a source of its own."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    suffixes: tuple[str, ...]
    """Lower case, the usual one first."""
    name: str
    """What people call such a file."""
    reader: str
    """`module:function` in `generator.readers`: from bytes to an `Extract`, or from a `Source` to a `Document`."""
    account: str
    """What becomes of such a file, as the manual tells it; rows with the same words are told together."""
    media_types: tuple[str, ...] = ()
    """As servers state them."""
    is_plain: bool = False
    """Whether it is text, which is read in this process and not in a child process that can be stopped."""
    parts: str = ""
    """As `reader`: what finds the sources in a file that may hold several; empty for a format that holds one."""
    is_table: bool = False
    """Whether it is a table or a list of records, a source a row."""
    has_columns: bool = False
    """Whether it may hold tables whose columns `_columns.yml` names."""
    is_collection: bool = False
    """Whether each of its parts is a source, also where there is only one."""
    holds_pages: bool = False
    """Whether each of its parts is a page that the reader gets as a file of this format."""
    is_library: bool = False
    """Whether it states what is known of other files, and has at most an abstract of them."""
    is_spoken: bool = False
    """Whether it holds what somebody says, so that no line of it is a headline."""
    images: str = ""
    """As `reader`: what reads its scanned pages where Tesseract is installed."""
    is_image: bool = False
    """Whether it has no other text than that."""
    page: str = "p."
    """What the number of one of its pages is called where it has pages; `CLOCK`: it is a second, shown as a time."""


CLOCK = "clock"
_ATTACHED = "mail.attachments:split_mail"
_SPLITTING = "exports.splitting"
_TABLES = "tables.splitting"
_ARCHIVES = "saved.archives"

_TEXT = "The file's characters exactly; in UTF-8, or in the likeliest encoding, which is then said."
_MARKDOWN = (
    "What a reader of the page sees; front matter is metadata. Of notes (Obsidian, Logseq, Notion): links as "
    "words, boxes as text, properties as metadata; comments (`%%`, `<!--`), embedded files, macros and what a "
    'program keeps for itself (ids, clocks, marks of tasks) are nowhere; a block of another note is "…".'
)
_PAGE = (
    "All visible text; what is outside the article is listed as cut. Metadata from schema.org, OpenGraph and the "
    "like. A text that the page has only in data for its scripts (`articleBody`, `__NEXT_DATA__`) is read where "
    "it would be shown. A page that SingleFile or a browser saved has the address that these noted, and the brief"
    " says when it was saved."
)
_SAVED = "The page that was saved, with its address and day; frames, styles and pictures are left out."
_ARCHIVE = (
    "One source for each page that a server gave (HTML, status 200), with its address; the brief says when it was"
    " saved. Of a WACZ the pages that its list names. The same page twice counts once; frames with hardly any "
    "text are left out, PDFs in it are counted and not read."
)
_FEED = (
    "One source for each entry of a saved feed that has its text in it (300 characters or more), with title, day,"
    " authors and address; teasers are left out and counted, nothing is fetched."
)
_PACKED = (
    "A chat of Slack or WhatsApp as it was packed: one source for each day with messages, as of other chats. Of any "
    "other archive each file in a format of this table is a source: `papers.zip#report-docx-5f0c2a91`; others, "
    "archives in it too, are named."
)
_SLIDES = (
    "The slides in order: title, text, tables, diagrams, what the speaker noted; evidence names the slide: "
    '"slide 4, sentence 12". Hidden slides are left out and counted.'
)
_BOOK_OF_SHEETS = (
    "A sheet whose columns are those of articles, by their usual names or as `_columns.yml` names them, is read as a "
    "table, a source a row. Any other workbook is one source:"
    " the values in rows, each sheet under its name. Hidden sheets are left out and named."
)
_PDF = (
    'The text in reading order; running heads and page numbers are cut; evidence names the page: "p. 4, sentence '
    '12". Pages that are images are read as images are.'
)
_IMAGE = (
    "Where Tesseract is installed, the text that it recognizes (OCR), marked so wherever it is evidence: "
    '"p. 1, sentence 3, by OCR"; the brief says how sure it is of its words. A page of which it is less than 70 % sure'
    " is not read, a paragraph below 60 % is cut; at most 25 pages of a file, of 40 million pixels each. In English and"
    " French, or in the `language` of the file beside it. Images attached to mails or in archives are not read."
)
_OFFICE = "Paragraphs, headings, lists, rows of tables, notes; comments and deleted text are left out."
_BOOK = "The chapters in order, with what the book states of itself."
_MAIL = (
    "One message; its headers are title, author and date; what is forwarded in it or attached as a message is "
    "text; quoted replies, signatures and footers of mailing lists are cut. Where what is forwarded is longer "
    "than what is written above it, its sender is the author, and the brief tells its day in the words of the "
    "mail. Attached files in a format of this table are sources of their own: `mail.eml#report-docx-5f0c2a91`; "
    "others are named. Of an alert that marks its items (Google Alerts) each item is a source with its title, "
    "publisher, address and excerpt; the page is not fetched, and no day is stated."
)
_MESSAGES = (
    "One source for each message: `box.mbox#3`; attached files and alerts as in one mail: "
    "`box.mbox#report-docx-5f0c2a91`."
)
_NOTES = (
    "One source for each note; what is encrypted in one and attached files are not shown. The day of an own note "
    "is when it was made; a page that was kept has its address and no day, and the brief says when it was kept."
)
_LIBRARY = (
    'As Zotero (with "Export Files"), Mendeley, JabRef and EndNote write them. What an entry states of the files '
    "that it names (title, publication, day, authors, address) counts more than what the file itself says, and "
    'less than a sidecar. An entry without its file gives its abstract as a source that says so: "abstract only";'
    " those with neither are counted in one line. Notes are private and not read."
)
_SPEECH = (
    "What is said, as paragraphs; a new one for each who begins to speak, as the file marks it; evidence names its "
    'time: "00:01:12, sentence 12".'
)
_RECORDS = (
    "One source for each row or record that has a text; the brief names its row. Columns are known by the names "
    "that newspaper3k/4k, trafilatura, news-please, MediaStack, NewsAPI and Event Registry give them; a file "
    "`_columns.yml` in the same folder may name others."
)
_BOOKMARK = "Addresses only; nothing is fetched, and a note says so."

FORMATS: tuple[Format, ...] = (
    Format(
        (".txt",),
        "plain text",
        "plain.text:read_text",
        _TEXT,
        ("text/plain",),
        is_plain=True,
        parts=f"{_SPLITTING}:split_text",
    ),
    Format(
        (".md", ".markdown"),
        "Markdown",
        "plain.markdown:read_markdown",
        _MARKDOWN,
        ("text/markdown",),
        is_plain=True,
        parts=f"{_SPLITTING}:split_note",
    ),
    Format(
        (".html", ".htm", ".xhtml", ".shtml"),
        "web page",
        "html.page:extract_html",
        _PAGE,
        ("text/html", "application/xhtml+xml"),
        parts=f"{_SPLITTING}:split_page",
    ),
    Format((".mhtml", ".mht"), "saved page", "saved.pages:extract_mhtml", _SAVED, ("multipart/related",)),
    Format((".webarchive",), "saved page", "saved.pages:extract_webarchive", _SAVED, ("application/x-webarchive",)),
    Format(
        (".warc", ".warc.gz", ".wacz"),
        "web archive",
        f"{_ARCHIVES}:read_archive",
        _ARCHIVE,
        ("application/warc", "application/wacz"),
        parts=f"{_ARCHIVES}:split_archive",
        is_collection=True,
        holds_pages=True,
    ),
    Format(
        (".rss", ".atom"),
        "feed",
        "saved.feeds:read_feed",
        _FEED,
        ("application/rss+xml", "application/atom+xml"),
        parts="saved.feeds:split_feed",
        is_collection=True,
    ),
    Format(
        (".zip",),
        "archive",
        "saved.packed:read_zip",
        _PACKED,
        ("application/zip",),
        parts="saved.packed:split_zip",
        is_collection=True,
    ),
    Format(
        (".enex",),
        "notes of Evernote",
        "saved.evernote:read_notes",
        _NOTES,
        parts="saved.evernote:split_notes",
        is_collection=True,
    ),
    Format((".ris",), "library", "libraries.ris:read_ris", _LIBRARY, parts="libraries.ris:split_ris", is_library=True),
    Format(
        (".bib",),
        "library",
        "libraries.bibtex:read_bibtex",
        _LIBRARY,
        parts="libraries.bibtex:split_bibtex",
        is_library=True,
    ),
    Format(
        (".rdf",), "library", "libraries.zotero:read_rdf", _LIBRARY, parts="libraries.zotero:split_rdf", is_library=True
    ),
    Format(
        (".pdf",),
        "PDF",
        "pdf.pdf:extract_pdf",
        _PDF,
        ("application/pdf",),
        images="scans.recognizing:recognize_pdf",
    ),
    Format(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
        "image",
        "scans.images:extract_image",
        _IMAGE,
        images="scans.recognizing:recognize_image",
        is_image=True,
    ),
    Format(
        (".docx",),
        "Word document",
        "office.documents:extract_docx",
        _OFFICE,
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        parts=f"{_SPLITTING}:split_docx",
    ),
    Format(
        (".odt",),
        "OpenDocument text",
        "office.documents:extract_odt",
        _OFFICE,
        ("application/vnd.oasis.opendocument.text",),
    ),
    Format(
        (".rtf",),
        "rich text",
        "plain.rtf:extract_rtf",
        _OFFICE,
        ("application/rtf", "text/rtf"),
        parts=f"{_SPLITTING}:split_rtf",
    ),
    Format(
        (".pptx",),
        "presentation",
        "office.slides:extract_pptx",
        _SLIDES,
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation",),
        page="slide",
    ),
    Format(
        (".xlsx",),
        "workbook",
        "office.sheets:extract_xlsx",
        _BOOK_OF_SHEETS,
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
        parts="office.sheets:split_xlsx",
        has_columns=True,
    ),
    Format((".epub",), "e-book", "office.epub:extract_epub", _BOOK, ("application/epub+zip",)),
    Format((".eml",), "e-mail", "mail.mail:extract_mail", _MAIL, ("message/rfc822",), parts=_ATTACHED),
    Format((".mbox",), "e-mail", "mail.mail:extract_mail", _MESSAGES, ("application/mbox",), parts=_ATTACHED),
    Format(
        (".msg",),
        "e-mail of Outlook",
        "mail.outlook:extract_msg",
        _MAIL,
        ("application/vnd.ms-outlook",),
        parts="mail.outlook:split_msg",
    ),
    Format(
        (".srt", ".vtt"),
        "subtitles",
        "plain.subtitles:extract_subtitles",
        _SPEECH,
        ("application/x-subrip", "text/vtt"),
        is_spoken=True,
        page=CLOCK,
    ),
    Format((".csv", ".tsv"), "table", f"{_TABLES}:read_table", _RECORDS, parts=f"{_TABLES}:split_table", is_table=True),
    Format((".json",), "records", f"{_TABLES}:read_json", _RECORDS, parts=f"{_TABLES}:split_json", is_table=True),
    Format(
        (".jsonl", ".ndjson"),
        "records",
        f"{_TABLES}:read_jsonl",
        _RECORDS,
        parts=f"{_TABLES}:split_jsonl",
        is_table=True,
    ),
    Format((".url",), "bookmark", "plain.bookmarks:extract_shortcut", _BOOKMARK),
    Format((".opml",), "list of addresses", "plain.bookmarks:extract_opml", _BOOKMARK, ("text/x-opml",)),
    Format((".webloc",), "bookmark", "plain.bookmarks:extract_webloc", _BOOKMARK),
)
"""In the order in which they are told to people."""

BY_SUFFIX: Mapping[str, Format] = {suffix: row for row in FORMATS for suffix in row.suffixes}
BY_MEDIA_TYPE: Mapping[str, Format] = {kind: row for row in FORMATS for kind in row.media_types}
KNOWN = ", ".join(sorted(BY_SUFFIX))
"""The suffixes, for messages."""


_SUFFIXES_OF_TWO = tuple(suffix for suffix in BY_SUFFIX if suffix.count(".") > 1)


def suffix_of_file(path: str) -> str:
    """The suffix of a file's path, lower case: ".pdf", ".warc.gz"; empty where there is none."""
    name = PurePosixPath(path.lower()).name
    of_two = (suffix for suffix in _SUFFIXES_OF_TWO if name.endswith(suffix) and name != suffix)
    return next(of_two, PurePosixPath(name).suffix)


def stem_of_file(path: str) -> str:
    """The path without its suffix: what a source and its sidecar share."""
    return path[: len(path) - len(suffix_of_file(path))]


def file_of(path: str) -> str:
    """The path of the file that holds a source: of a message in a mailbox, that of the mailbox."""
    found = _MEMBER.search(path[-100:])
    if not found:
        return path
    file = path[: len(path) - len(found[0])]
    row = BY_SUFFIX.get(suffix_of_file(file))
    is_number = found[0][1:].isdigit()
    is_member = file.lower().endswith(MAILBOX) if is_number else row is not None and bool(row.parts)
    return file if is_member else path


def suffix_of(path: str) -> str:
    """The suffix of a source's path, lower case; that of the file for one of its members."""
    return suffix_of_file(file_of(path))


def is_plain(path: str) -> bool:
    """Whether a source of this path is text as somebody wrote it, without the page around it."""
    row = BY_SUFFIX.get(suffix_of(path))
    return row is not None and row.is_plain


def is_table(path: str) -> bool:
    """Whether a file of this path is a table or a list of records."""
    row = BY_SUFFIX.get(suffix_of(path))
    return row is not None and row.is_table


def has_columns(path: str) -> bool:
    """Whether a file `_columns.yml` may name the columns of one of this path."""
    row = BY_SUFFIX.get(suffix_of(path))
    return row is not None and (row.is_table or row.has_columns)


def has_images(path: str) -> bool:
    """Whether a source of this path may have pages that are images."""
    row = BY_SUFFIX.get(suffix_of(path))
    return row is not None and bool(row.images)


def holds_pages(path: str) -> bool:
    """Whether a file of this path holds web pages, each a source."""
    row = BY_SUFFIX.get(suffix_of(path))
    return row is not None and row.holds_pages


def is_spoken(path: str) -> bool:
    """Whether a source of this path holds what somebody says."""
    row = BY_SUFFIX.get(suffix_of(path))
    return row is not None and row.is_spoken


def name_format(path: str) -> str:
    """What people call a file of this path."""
    row = BY_SUFFIX.get(suffix_of(path))
    return row.name if row else "text"


def name_page(path: str, number: int) -> str:
    """What a page of a source of this path is called: "p. 4", "slide 4"; of a recording the time: "00:01:12"."""
    row = BY_SUFFIX.get(suffix_of(path))
    if row and row.page == CLOCK:
        minutes, seconds = divmod(number - 1, 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    return f"{row.page if row else 'p.'} {number}"
