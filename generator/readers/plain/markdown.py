"""Markdown (CommonMark and tables), the marks of Obsidian and other wikis included: the text that a reader of the
page would see, block by block. Links are their words; comments and embedded files are gone. Inside code nothing is
a mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import BlockKind, Document, Source, Span
from generator.readers.metadata.declarations import declare
from generator.readers.opening import make_document, open_source
from generator.readers.pieces import CLOSE, OPEN, Piece, find_marked, is_prose, lay_out, make_rows
from generator.readers.plain.outlines import plain_outline, read_page

_STAND_IN = "\uf8f0{}\uf8f1"
"""Stands for a piece of code until all marks are read."""
_STOOD = re.compile("\uf8f0(\\d{1,7})\uf8f1")
_FENCE = re.compile(r" {0,12}(?:> ?){0,5}(`{3,}|~{3,})")
_INLINE_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]{1,1000}(?<!`)\1(?!`)")
_COMMENT = re.compile(r"(?<!\d)%%")
_EMBED = re.compile(r"!\[\[[^\[\]\n]{0,500}\]\]")
_LINK = re.compile(r"\[\[(?P<page>[^\[\]|\n]{0,400})(?:\\?\|(?P<words>[^\[\]\n]{1,400}))?\]\](?!\()")
_SPECIAL = re.compile(r"([\\`*_<>])")
_HIGHLIGHT = re.compile(r"(?<!=)==(?=[^\s=])([^=\n]{1,1000})(?<=\S)==(?!=)")
_BLOCK_ID = re.compile(r"(?:^|(?<=\S)[ \t]+)\^[A-Za-z0-9-]{2,60}[ \t]*$", re.MULTILINE)
_CALLOUT = re.compile(r"(?P<mark> {0,3}> ?)\[!(?P<kind>[\w-]{1,40})(?:\|[^\]\n]{0,60})?\][+-]?[ \t]*(?P<title>[^\n]*)")
_QUOTES = frozenset({"quote", "cite"})
_CHECKBOX = re.compile(r"^(?P<bullet>[ \t>]{0,40}(?:[-*+]|\d{1,4}[.)])[ \t]+)\[[ xX/>!?<*-]\][ \t]+", re.MULTILINE)
_FIELD_RUN = re.compile(r"(?:^[ \t]*[^\W\d_][\w -]{0,40}:: .*(?:\n|\Z))+", re.MULTILINE)
_MANY_FIELDS = 50
"""Lines of data in a row that are a table rather than a few words on the note."""
_PLAIN_FIELD = re.compile(r"[\w ./,:+()-]{1,120}")
_FIELDS = "~~~ \uf8f2"
"""Opens a fence that holds lines of data."""
_FIELD = re.compile(r"(?P<open>[\[(])(?P<key>[^\W\d_][\w -]{0,40})::[ \t]*(?P<value>[^\[\]()\n]{1,300})[\])]")
_NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]{1,60})\]:[ \t]*", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^(?P<name>[^\]\s]{1,60})\](?!:)")
_INLINE_NOTE = re.compile(r"\^\[(?P<words>[^\[\]\n]{1,600})\]")
_DEEPEST = 4
_TAGS = re.compile(r"(?:(?:^|(?<=\s))#(?=[\w/-]*[^\W\d])[\w/-]{1,60}[ \t]*)+\Z")
"""The tags that a paragraph ends with, or is."""
_LONGEST_TAGS = 400
_ENDED = tuple('.!?…:"”’»)]')
FIELD = re.compile(r"[^\W\d_][\w -]{0,40}:: \S")
"""A line of data: `key:: value`."""


def plain_note(text: str) -> str:
    """The Markdown without marks that CommonMark does not know, and without what is not shown."""
    if "\uf8f0" in text:
        return text
    code: list[str] = []
    text = _without_comments(_stash(text, code))
    text = _LINK.sub(_words_of_link, _EMBED.sub("", text))
    text = plain_outline(_HIGHLIGHT.sub(r"\1", text))
    text = _BLOCK_ID.sub("", text)
    text = _CHECKBOX.sub(r"\g<bullet>", text)
    text = _FIELD.sub(lambda m: m["value"] if m["open"] == "(" else f"{m['key']}: {m['value']}", text)
    text = _FIELD_RUN.sub(lambda run: "\n".join(_set_fields_apart(run[0])), text)
    text = _open_boxes(_number_notes(text))
    return _STOOD.sub(lambda match: code[int(match[1])] if int(match[1]) < len(code) else "", text)


def find_tags(text: str) -> int:
    """Where the tags begin that a paragraph consists of, or that stand behind its last sentence; its end for none."""
    found = _TAGS.search(text, max(0, len(text) - _LONGEST_TAGS))
    before = text[: found.start()].rstrip() if found else text
    return found.start() if found and (not before or before.endswith(_ENDED)) else len(text)


def without_html_comments(text: str) -> str:
    """The HTML without its comments, whether they end or not."""
    first, *others = text.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


def _stash(text: str, code: list[str]) -> str:
    """The text with a stand-in for each fence and each run of inline code, which go to `code`."""
    lines, fence, held = list[str](), "", list[str]()
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence:
            held.append(line)
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                lines.append(_keep("".join(held), code))
                fence, held = "", []
        elif mark:
            fence, held = mark[1], [line]
        else:
            lines.append(_INLINE_CODE.sub(lambda match: _keep(match[0], code), line))
    return "".join([*lines, _keep("".join(held), code)])


def _keep(words: str, code: list[str]) -> str:
    """The stand-in for a piece of code, with the line break behind it."""
    if not words:
        return ""
    plain = words.rstrip("\r\n")
    code.append(plain)
    return _STAND_IN.format(len(code) - 1) + words[len(plain) :]


def _without_comments(text: str) -> str:
    """Without what stands between two `%%`, or behind one that has no end: to the end of its line, or of the note."""
    parts: list[str] = []
    at = 0
    while opening := _COMMENT.search(text, at):
        parts.append(text[at : opening.start()])
        closing = text.find("%%", opening.end())
        if closing >= 0:
            at = closing + 2
            continue
        line = text.find("\n", opening.end())
        begins = text[text.rfind("\n", 0, opening.start()) + 1 : opening.start()].strip() == ""
        at = len(text) if begins or line < 0 else line
    return "".join([*parts, text[at:]])


def _words_of_link(match: re.Match[str]) -> str:
    """What is shown of a link: its words, or the name of the page and the heading in it."""
    if match["words"]:
        words = match["words"]
    else:
        page, *heads = match["page"].split("#")
        page = page.rsplit("/", 1)[-1].removesuffix(".md")
        words = " > ".join(filter(None, [page, *(head for head in heads if not head.startswith("^"))]))
    return _SPECIAL.sub(r"\\\1", words.strip())


def _set_fields_apart(run: str) -> Iterator[str]:
    """Lines of data as paragraphs of their own; very many plain ones stand in a fence, as nothing in them is a mark."""
    lines = run.splitlines()
    is_table = len(lines) > _MANY_FIELDS
    for is_plain, some in groupby(lines, key=lambda line: is_table and _is_plain(line)):
        if is_plain:
            yield "\n".join(("", _FIELDS, *some, "~~~", ""))
        else:
            yield from (f"\n{line}\n" for line in some)


def _is_plain(line: str) -> bool:
    """Whether a line of data has no marks and is no sentence."""
    return _PLAIN_FIELD.fullmatch(line) is not None and not is_prose(line)


def _number_notes(text: str) -> str:
    """Footnotes with their numbers: in the text, and before the note."""
    numbers: dict[str, int] = {}
    for match in _NOTE_MARK.finditer(text):
        numbers.setdefault(match["name"], len(numbers) + 1)
    text = _NOTE_MARK.sub(lambda match: f"\\[{numbers[match['name']]}\\]", text)
    text = _NOTE.sub(lambda match: f"\n\\[{numbers.get(match['name'], match['name'])}\\] ", text)
    return _INLINE_NOTE.sub(r" (\g<words>)", text)


def _open_boxes(text: str) -> str:
    """Boxes ("> [!note] Title") as text: the title, then what stands in them. What quotes stays a quotation."""
    for _ in range(_DEEPEST if "[!" in text else 0):
        opened = "\n".join(_open_lines(text.split("\n")))
        if opened == text:
            break
        text = opened
    return text


def _open_lines(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        box = _CALLOUT.fullmatch(line.rstrip("\r"))
        if box is not None:
            is_quote = box["kind"].lower() in _QUOTES
            inside = not is_quote
            yield from ("", box["title"], "") if box["title"].strip() else ("",)
        elif inside and line.lstrip(" ").startswith(">"):
            yield line.lstrip(" ").removeprefix(">").removeprefix(" ")
        else:
            if inside and line.strip():
                yield ""
            inside = False
            yield line


_PARSER = MarkdownIt("commonmark", {"maxNesting": 200}).enable(["table", "strikethrough"]).disable("code")
"""Without indented code: in pasted articles an indent is an indent."""
_SPACES = re.compile(r"[ \t]{2,}")
_RAW: dict[str, str] = {"html_block": "raw HTML", "fence": "code", "code_block": "code"}
"""Tokens that are not prose, with the reason to leave them out."""


def read_markdown(source: Source) -> Document:
    """The document of a .md file; its text is made of the visible text of its blocks. Raises SourceError."""
    opened = open_source(source)
    pieces = [Piece("boilerplate", opened.front_matter, "front matter")] if opened.front_matter else []
    page = read_page(source.path, opened.text[opened.body :])
    declared, problems = declare(page.values, source.path, "front matter")
    opened = replace(opened, declarations=opened.declarations + declared, problems=opened.problems + problems)
    found = _mark_title(list(_find_pieces(_PARSER.parse(plain_note(page.text)))))
    pieces += [*found[:1], Piece("boilerplate", page.fields, "front matter"), *found[1:]] if page.fields else found
    return make_document(opened, *lay_out(pieces))


def _mark_title(pieces: list[Piece]) -> list[Piece]:
    """The first heading of the first level is the title, where no prose stands before it."""
    opening = takewhile(lambda piece: piece.kind in ("title", "heading", "boilerplate", "caption"), pieces)
    first = next((n for n, piece in enumerate(opening) if piece.kind == "title"), None)
    return [p._replace(kind="heading") if p.kind == "title" and n != first else p for n, p in enumerate(pieces)]


def _find_pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Walk over the block tokens; headings of the first level come out as titles."""
    containers: list[BlockKind] = []
    leaf: BlockKind | None = None
    cells: list[str] | None = None
    for token in tokens:
        if token.type in _RAW:
            content = without_html_comments(token.content) if token.type == "html_block" else token.content
            if token.info and _FIELDS.endswith(token.info):
                yield Piece("boilerplate", content, "field of the note")
                continue
            yield Piece("boilerplate", content, _RAW[token.type])
        elif token.type == "inline" and cells is not None:
            cells.append(_visible(token)[0])
        elif token.type == "inline":
            yield from _inline_pieces(token, leaf or (containers[-1] if containers else "paragraph"))
        elif token.type in ("tr_open", "tr_close"):
            if cells:
                yield from make_rows(cells)
            cells = [] if token.type == "tr_open" else None
        elif token.type in ("heading_open", "heading_close"):
            leaf = None if token.nesting < 0 else "title" if token.tag == "h1" and not containers else "heading"
        elif token.type in ("blockquote_open", "list_item_open"):
            containers.append("quotation" if token.type == "blockquote_open" else "list_item")
        elif token.type in ("blockquote_close", "list_item_close"):
            containers.pop()


def _inline_pieces(token: Token, kind: BlockKind) -> Iterator[Piece]:
    """The text of a paragraph, then a caption for each image in it."""
    text, code, _ = _visible(token)
    tags = find_tags(text)
    if FIELD.match(text) and not is_prose(text):
        yield Piece("boilerplate", text, "field of the note")
    else:
        yield Piece(kind, text[:tags].rstrip(), code=code)
        yield Piece("boilerplate", text[tags:], "tags of the note")
    for child in token.children or ():
        if child.type == "image":
            yield Piece("caption", " ".join(child.content.split()))


def _visible(token: Token) -> tuple[str, tuple[Span, ...], bool]:
    """The text of an inline token without markup and images, and its code; a hard break is a line break."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "text_special"):
            parts.append(child.content)
        elif child.type == "code_inline":
            parts += OPEN, child.content, CLOSE
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content[:3].lower() == "<br"):
            parts.append("\n")
    return find_marked(_SPACES.sub(" ", "".join(parts)).strip())
