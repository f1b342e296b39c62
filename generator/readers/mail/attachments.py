"""The sources in one mail beside its text: what is attached to it and can be read, or the items of an alert."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage

from generator.formats import BY_SUFFIX, Format, name_format, suffix_of_file
from generator.readers import load_function
from generator.readers.exports.lines import lines_of_text
from generator.readers.exports.marks import may_be_export
from generator.readers.mail.alerts import find_items
from generator.readers.mail.mail import attachments_of, day_of, inner_of, parse_mail
from generator.readers.mail.marks import ATTACHMENT
from generator.readers.pieces import Extract, Stated, UnreadableError, tell_scanned
from generator.readers.tables.splitting import PLAIN_REQUEST
from generator.text.unicode import one_line

_MOST = 50
_DEEPEST = 3


def split_mail(content: bytes) -> Extract:
    """The sources in a mail beside its text; the items of an alert stand in its place."""
    message = parse_mail(content)
    items = find_items(message, day_of(message) or "")
    if items:
        return Extract((), parts=tuple(items))
    parts, notes = list[Extract](), list[str]()
    for name, payload in list(_find_files(message))[:_MOST]:
        try:
            parts += [_place(part, name) for part in read_file(name, payload) if has_text(part)]
        except UnreadableError as error:
            notes.append(f"attachment '{one_line(name, 60)}': {error.fault}")
        except Exception as error:  # the border: whatever a library raises costs one attachment
            notes.append(f"attachment '{one_line(name, 60)}': it is damaged ({type(error).__name__})")
    return Extract((), notes=tuple(notes), parts=tuple(parts))


def _find_files(message: EmailMessage, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the files attached to a mail, and to the mails attached to it, that somebody reads."""
    for part in attachments_of(message):
        inner = inner_of(part)
        if inner is not None:
            yield from _find_files(inner, depth + 1) if depth < _DEEPEST else ()
            continue
        name, payload = part.get_filename() or "", part.get_payload(decode=True)
        if is_read(name) and isinstance(payload, bytes) and payload:
            yield name, payload


def is_read(name: str) -> bool:
    """Whether an attached file of this name is read; an image of a mail or an archive is mostly none of a text."""
    row = BY_SUFFIX.get(suffix_of_file(name))
    is_text = row is not None and not row.holds_pages and not row.is_image
    return is_text and name_format(name) not in ("bookmark", "library")


def read_file(name: str, content: bytes) -> Sequence[Extract]:
    """The sources in an attached file. Raises UnreadableError, and what a library raises."""
    suffix = suffix_of_file(name)
    row = BY_SUFFIX[suffix]
    if row.is_table:
        return _split(row, PLAIN_REQUEST + content)
    if row.is_collection or (row.parts and may_be_export(suffix, content)):
        request = PLAIN_REQUEST + content if row.has_columns else content
        return _split(row, request) or [_read(row, content)]
    return [_read(row, content)]


def _split(row: Format, content: bytes) -> Sequence[Extract]:
    extract: Extract = load_function(row.parts)(content)
    return extract.parts


def _read(row: Format, content: bytes) -> Extract:
    if row.is_plain:
        return Extract(tuple(lines_of_text(content)))
    extract: Extract = load_function(row.reader)(content)
    return tell_scanned(extract)


def has_text(part: Extract) -> bool:
    """Whether a part has more than a title."""
    return any(piece.kind not in ("boilerplate", "title") and piece.text.strip() for piece in part.pieces)


def _place(part: Extract, name: str) -> Extract:
    """The part with the name of its file, of which its address is made where it has no title."""
    file = one_line(name, 100)
    where = f"attached: {file}" + (f", {part.place}" if part.place else "")
    return replace(part, stated=(Stated(ATTACHMENT, (file,)), *part.stated), place=where)
