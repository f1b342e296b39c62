"""Which messages stand in a mail: what its sender wrote, what is forwarded in it, and what a reply quotes; and what
programs put around the text: footers of mailing lists, signatures, armour of PGP. Of a forwarded mail the forwarded
text is what it is about.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from generator.text.wordlists import load_sections

Kind = Literal["own", "forwarded", "quoted", "header"]
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Il|Op|Den|Em) [^\n]{4,200}(?:\n[^\n]{1,200})?"
    r"(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu)[^\n]{0,80}:\s{0,9}\Z",
    re.IGNORECASE,
)
"""The line that introduces a quoted message."""
_RULE = re.compile(r"[ \t]*_{8,80}[ \t]*")
_END = re.compile(r"[ \t]*-{2,20} ?End (?:of )?forwarded message[^\n]{0,200}", re.IGNORECASE)
_MOST_QUOTED = 0.8
_HEADERS_NEAR = 12
"""Lines in which the headers of a message stand together."""


class Part(NamedTuple):
    """A run of lines of a mail."""

    kind: Kind
    text: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A forwarded subject; a line that opens a message (groups `forwarded`, `quoted`); a first and any header."""
    words = dict(load_sections("mail_words.txt"))
    any_of = {
        name: "|".join(re.escape(word) for word in sorted(group, key=len, reverse=True))
        for name, group in words.items()
    }
    forwarded, quoted = any_of["forwarded"], any_of["quoted"]
    opening = (
        rf"[ \t]*(?:[-_=*]{{2,30}} ?(?:(?P<forwarded>{forwarded})[^\n]{{0,120}}?|(?P<quoted>{quoted})) ?[-_=*]{{2,30}}"
        rf"|(?P<begin>{forwarded}) ?:)[ \t]*"
    )
    first, headers = any_of["from"], "|".join(any_of[name] for name in ("from", "sent", "other headers"))
    return (
        re.compile(
            rf"(?:\[[^\]\n]{{1,60}}\] ?)?(?:{any_of['prefixes of forwarded subjects']}) ?(?:\[\d{{1,3}}\])? ?[:：]",
            re.IGNORECASE,
        ),
        re.compile(opening, re.IGNORECASE),
        re.compile(rf"[ \t]*\*{{0,2}}(?:{first})\*{{0,2}}[ \u00a0]?[:：]\*{{0,2}}[ \t]*\S", re.IGNORECASE),
        re.compile(
            rf"[ \t]*\*{{0,2}}(?P<name>{headers})\*{{0,2}}[ \u00a0]?[:：]\*{{0,2}}[ \t]*(?P<value>[^\n]{{0,1000}})",
            re.IGNORECASE,
        ),
    )


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(dict(load_sections("mail_words.txt"))[section])


def is_forwarded(subject: str) -> bool:
    """Whether a subject says that the message is forwarded: "FW: ...", but not "Re: FW: ..."."""
    return _patterns()[0].match(subject.lstrip()) is not None


def split_parts(text: str, subject: str) -> list[Part]:
    """The parts of a plain text, in order."""
    lines = text.split("\n")
    parts, kind, at, start = list[Part](), "own", 0, 0
    while at < len(lines):
        opened = _read_opening(lines, at, subject)
        if opened is None or kind == "quoted":
            end = _END.fullmatch(lines[at]) is not None and kind == "forwarded"
            if end:
                parts += _part(kind, lines[start:at]), Part("header", lines[at])
                kind, start = "own", at + 1
            at += 1
            continue
        parts.append(_part(kind, lines[start:at]))
        after, is_forward, subject = opened
        if is_forward:
            parts.append(Part("header", "\n".join(lines[at:after])))
        kind, start = ("forwarded", after) if is_forward else ("quoted", at)
        at = after
    parts.append(_part(kind, lines[start:]))
    return [part for part in parts if part.text.strip()]


def _part(kind: str, lines: Sequence[str]) -> Part:
    """A part; of a forwarded one the marks of quotation go, where all of it has them."""
    written = [line for line in lines if line.strip()]
    if kind == "forwarded" and sum(bool(_QUOTE.match(line)) for line in written) > _MOST_QUOTED * len(written):
        lines = [_QUOTE.sub("", line, count=1) for line in lines]
    name: Kind = "own" if kind == "own" else "forwarded" if kind == "forwarded" else "quoted"
    return Part(name, "\n".join(lines))


def _read_opening(lines: Sequence[str], at: int, subject: str) -> tuple[int, bool, str] | None:
    """Where the text of a message that opens in this line begins, whether it is forwarded, and its subject."""
    # Some programs quote all that they forward, the line that opens it included.
    line = _QUOTE.sub("", lines[at], count=1) if is_forwarded(subject) else lines[at]
    _, opening, first, _ = _patterns()
    match = opening.fullmatch(line) if len(line) < 300 else None
    if match is None and not (first.match(line) or (_RULE.fullmatch(line) and _next(lines, at + 1, first))):
        return None
    begins = at + 1 if match or _RULE.fullmatch(line) else at
    end, inner, names = _read_headers(lines, begins)
    if match is None and len(names) < (2 if names & _words("sent") else 3):
        return None
    forwarded = is_forwarded(subject) or (match is not None and match["quoted"] is None)
    return end, forwarded, inner or subject


def _next(lines: Sequence[str], at: int, pattern: re.Pattern[str]) -> bool:
    """Whether the next line that is not blank is of this form."""
    return any(pattern.match(line) for line in list(filter(str.strip, lines[at : at + 3]))[:1])


def _read_headers(lines: Sequence[str], at: int) -> tuple[int, str | None, set[str]]:
    """Where the headers end that stand here, the subject among them, and their names."""
    subject, names, end = None, set[str](), at
    for n in range(at, min(at + _HEADERS_NEAR, len(lines))):
        line = _QUOTE.sub("", lines[n], count=1)
        match = _patterns()[3].fullmatch(line)
        if match is not None:
            names.add(match["name"].casefold())
            subject = match["value"] if match["name"].casefold() in _words("subjects") else subject
            end = n + 1
        elif end == n > at and line[:1] in (" ", "\t") and line.strip():
            end = n + 1  # a long line goes on
        elif line.strip() or names:
            break
    return end, subject, names


def is_introduction(text: str) -> bool:
    """Whether the text ends with the line that introduces a quoted message."""
    return _WROTE.search(text[-500:]) is not None


def label_opened(texts: Sequence[str], subject: str) -> Iterator[Kind]:
    """What each block of a mail that is laid out (HTML) belongs to."""
    kind: Kind = "own"
    rest = 0
    for n, text in enumerate(texts):
        if rest:
            rest -= 1
            yield "header" if kind == "forwarded" else kind
            continue
        lines = text.split("\n")
        opened = None if kind == "quoted" else _read_opening([*lines, *_following(texts, n)], 0, subject)
        if opened is None:
            yield kind
            continue
        end, is_forward, subject = opened
        rest = max(0, end - len(lines))
        kind = "forwarded" if is_forward else "quoted"
        yield "header" if is_forward and end >= len(lines) else kind


def _following(texts: Sequence[str], n: int) -> list[str]:
    """The lines of the next blocks that are one line each: headers may be laid out as blocks."""
    found = list[str]()
    for text in texts[n + 1 : n + 1 + _HEADERS_NEAR]:
        if "\n" in text:
            break
        found.append(text)
    return found


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
_LINE_OF_SIGNS = re.compile(r"[ \t]*[_=~#-]{10,100}[ \t]*")
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
    under = lines[at + 1 : at + 1 + _LINES_OF_FOOTER] if _LINE_OF_SIGNS.fullmatch(line) else []
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
            _LINE_OF_SIGNS.fullmatch(lines[n]) and _SIGNATURE.fullmatch(lines[n]) is None
        ):
            return n
    return len(lines)
