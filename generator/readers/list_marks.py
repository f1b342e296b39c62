"""What programs put around the text of a mail: notes and footers of mailing lists, signatures, armour of PGP."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SIGNATURE, LIST, ARMOUR, NOTICE = (
    "signature",
    "footer of the mailing list",
    "signature of a program",
    "notice of the sender's house",
)
_SIGNATURE = re.compile(
    r"(?:- )?--[ \t]*|[ \t]*(?:Sent from my (?:iPhone|iPad|Android|BlackBerry|mobile|phone|Samsung)[^\n]{0,80})"
)
_BEGIN = re.compile(r"-----BEGIN PGP (?P<what>SIGNED MESSAGE|SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----[ \t]*")
_HASH = re.compile(r"(?:Hash|NotDashEscaped|Charset): [^\n]{1,80}")
_NEXT_PART = re.compile(r"-{5,40} next part -{5,40}[ \t]*")
_SCRUBBED = re.compile(r"(?:An? [^\n]{0,80}was scrubbed|<?Skipped content of type)[^\n]{0,200}", re.IGNORECASE)
_SCRUB_FIELD = re.compile(r"(?:Name|Type|Size|Desc|Url|URL|From|Subject|Date)[ \t]{0,3}:[^\n]{0,400}")
_RULE = re.compile(r"[ \t]*[_=~#-]{10,100}[ \t]*")
_FOOTER = re.compile(
    r"You (?:received|are receiving) this (?:e-?mail |message )?because you(?:'re| are) subscribed|"
    r"To unsubscribe(?:,| from this (?:group|list)\b| send )|"
    r"(?:-{5,40} ?)?Yahoo! Groups (?:Links|Sponsor)|Your use of Yahoo! Groups is subject",
    re.IGNORECASE,
)
_UNDER_RULE = re.compile(r"[^\n]{0,80}\b(?:mailing list\b|unsubscribe\b|listinfo/|/options/|lists?[.@])", re.IGNORECASE)
"""What stands in the footer of a list under a rule; `_FOOTER` is clear without one."""
_CONFIDENTIAL = re.compile(
    r"(?:This e-?mail (?:has been|was) (?:scanned|checked|sent)|"
    r"This (?:e-?mail|message|communication)(?:,? (?:and|including|with) any [^\n]{0,60})?,? (?:is|are|may|contains)"
    r" [^\n]{0,80}(?:confidential|privileged|intended)|CONFIDENTIALITY NOTICE|DISCLAIMER:|"
    r"The information (?:contained )?in this (?:e-?mail|message)|Diese E-Mail enthält vertrauliche|"
    r"Ce (?:message|courriel)[^\n]{0,80}confidentiel)",
    re.IGNORECASE,
)
_NEAR_END = 25
"""Lines before the end of a text in which a footer begins."""
_LINES_OF_FOOTER = 6


class Run(NamedTuple):
    """Lines in a row."""

    text: str
    reason: str | None
    """Why they are no part of what was written; None for what was."""


def find_runs(text: str) -> Iterator[Run]:
    """The lines of a text by what they are; what stands under the mark of a signature belongs to it."""
    lines, held, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        found = _read_mark(lines, at)
        if found is None:
            held.append(lines[at])
            at += 1
            continue
        end, reason = found
        yield Run("\n".join(held), None)
        yield Run("\n".join(lines[at:end]), reason)
        held, at = [], end
    yield Run("\n".join(held), None)


def _read_mark(lines: list[str], at: int) -> tuple[int, str] | None:
    """Where the run ends that a program put here, and what it is."""
    line, count = lines[at], len(lines)
    begin = _BEGIN.fullmatch(line)
    if begin is not None:
        return _end_of_armour(lines, at, begin["what"]), ARMOUR
    if _NEXT_PART.fullmatch(line) or _SCRUBBED.match(line):
        return _end_of_note(lines, at), LIST
    if _SIGNATURE.fullmatch(line):
        return _end_of_signature(lines, at), SIGNATURE
    is_late = count - at <= _NEAR_END
    under = lines[at + 1 : at + 1 + _LINES_OF_FOOTER] if _RULE.fullmatch(line) else []
    if is_late and (_FOOTER.match(line) or any(_ends(one) for one in under)):
        return count, LIST
    return (count, NOTICE) if is_late and at and not lines[at - 1].strip() and _CONFIDENTIAL.match(line) else None


def _ends(line: str) -> bool:
    """Whether the line stands under a rule in what a list or a house adds."""
    return any(pattern.match(line) for pattern in (_UNDER_RULE, _FOOTER, _CONFIDENTIAL))


def _end_of_armour(lines: list[str], at: int, what: str) -> int:
    if what == "SIGNED MESSAGE":
        end = at + 1
        while end < len(lines) and _HASH.fullmatch(lines[end]):
            end += 1
        return end
    last = f"-----END PGP {what}-----"
    return next((n + 1 for n in range(at, len(lines)) if lines[n].startswith(last)), len(lines))


def _end_of_note(lines: list[str], at: int) -> int:
    """The end of what the archive's program says of a part that it took out."""
    end = at + 1
    is_scrubbed = _SCRUBBED.match(lines[at]) is not None
    while end < len(lines):
        line = lines[end]
        if _SCRUBBED.match(line):
            is_scrubbed = True
        elif not (is_scrubbed and _SCRUB_FIELD.fullmatch(line)):
            break
        end += 1
    return end


def _end_of_signature(lines: list[str], at: int) -> int:
    """A signature goes to the end, or to the next mark of a program."""
    for n in range(at + 1, len(lines)):
        if _NEXT_PART.fullmatch(lines[n]) or _BEGIN.fullmatch(lines[n]):
            return n
        if lines[n].startswith("You received this message") or (
            _RULE.fullmatch(lines[n]) and _SIGNATURE.fullmatch(lines[n]) is None
        ):
            return n
    return len(lines)
