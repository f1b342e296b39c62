"""The body of a message of Outlook in its own form: Rich Text, compressed (MS-OXRTFCP)."""

import struct

from striprtf.striprtf import rtf_to_text

_HEADER = struct.Struct("<IIII")
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_MOST = 20_000_000
_RING = 4096
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What every message is taken to begin with, so that it can be referred to."""


def read_rtf_body(content: bytes) -> str:
    """The text of the body; empty where there is none or it is damaged."""
    text: str = rtf_to_text(unpack(content).decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]
    return text.replace("\xa0", " ").strip()


def unpack(content: bytes) -> bytes:
    """The Rich Text; as far as it goes where it breaks off."""
    if len(content) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(content)
    packed = content[_HEADER.size :]
    if kind == _PLAIN:
        return packed[:size]
    return _unpack(packed, min(size, _MOST)) if kind == _COMPRESSED else b""


def _unpack(packed: bytes, size: int) -> bytes:
    """What runs of eight signs say, each under a byte that tells which of them are letters and which are references."""
    ring, write = bytearray(_KNOWN.ljust(_RING, b" ")), len(_KNOWN)
    out, at = bytearray(), 0
    while at < len(packed) and len(out) < size:
        kinds, at = packed[at], at + 1
        for bit in range(8):
            is_reference = kinds >> bit & 1
            pair = packed[at : at + 1 + is_reference]
            at += len(pair)
            place = pair[0] << 4 | pair[1] >> 4 if is_reference and len(pair) == 2 else write
            if len(pair) <= is_reference or (is_reference and place == write):
                return bytes(out[:size])
            for n in range((pair[1] & 15) + 2 if is_reference else 1):
                letter = ring[(place + n) % _RING] if is_reference else pair[0]
                ring[write] = letter
                out.append(letter)
                write = (write + 1) % _RING
    return bytes(out[:size])
