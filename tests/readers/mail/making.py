"""A message of Outlook, made here: a compound file with the few properties that one needs."""

import struct
from collections.abc import Mapping

_SECTOR, _SMALL = 512, 64
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT, _DATA = 0x001F, 0x0102
CLASS, SUBJECT, BODY, HEADERS, RTF = 0x001A, 0x0037, 0x1000, 0x007D, 0x1009


def outlook(values: Mapping[int, str], kind: str = "IPM.Note", *, rtf: bytes = b"") -> bytes:
    """The message with these texts, by the number of their property, and a body in Outlook's own form."""
    texts = {number: text.encode("utf-16-le") for number, text in {CLASS: kind, **values}.items()}
    rows = [struct.pack("<HHIII", _TEXT, number, 6, len(text) + 2, 0) for number, text in sorted(texts.items())]
    streams = {f"__substg1.0_{number:04X}{_TEXT:04X}": text for number, text in texts.items()}
    if rtf:
        rows.append(struct.pack("<HHIII", _DATA, RTF, 6, len(rtf), 0))
        streams[f"__substg1.0_{RTF:04X}{_DATA:04X}"] = rtf
    streams["__properties_version1.0"] = b"\0" * 32 + b"".join(rows)
    return _compound(dict(sorted(streams.items())))


def _compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file (OLE) with small streams in its root."""
    small, small_table, starts = b"", list[int](), dict[str, int]()
    for name, content in streams.items():
        count = -(-len(content) // _SMALL)
        starts[name] = len(small_table)
        small_table += [len(small_table) + n + 1 for n in range(count - 1)] + [_END]
        small += content.ljust(count * _SMALL, b"\0")
    entries = [_entry("Root Entry", 5, child=1, start=0, size=len(small))]
    for n, (name, content) in enumerate(streams.items(), 1):
        right = n + 1 if n < len(streams) else _FREE
        entries.append(_entry(name, 2, right=right, start=starts[name], size=len(content)))
    parts = [small, struct.pack(f"<{len(small_table)}I", *small_table), b"".join(entries)]
    table, firsts, body = list[int](), list[int](), b""
    for part, filler in zip(parts, (b"\0", b"\xff", b"\0"), strict=True):
        count = -(-len(part) // _SECTOR)
        firsts.append(len(table))
        table += [len(table) + n + 1 for n in range(count - 1)] + [_END]
        body += part.ljust(count * _SECTOR, filler)
    at = len(table)
    table.append(_TABLE)
    body += struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    entries_at = firsts[2]
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, entries_at, 0, 4096, firsts[1], 1, _END, 0, at)
    return head.ljust(_SECTOR, b"\xff") + body


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int, size: int) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    head = words.ljust(64, b"\0") + struct.pack("<HBBIII", len(words), kind, 1, _FREE, right, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)
