"""An office and a rank or style behind it are two roles: "Foreign Minister | Sheikh", "Defence Secretary | Lt Gen"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.role_checks import Claim
from generator.model import Role, Span

OFFICE = (
    r"(?:[Mm]inister|[Pp]resident|[Gg]overnor|[Cc]hairman|[Cc]hairperson|[Cc]hairwoman|[Ss]ecretary|[Ss]peaker|[Mm]ayor"
    r"|[Aa]mbassador|[Cc]ommissioner|[Ll]eader|[Dd]irector|[Rr]uler|[Ss]pokes(?:man|woman|person)|[Cc]ommander"
    r"|(?:[Cc]hief|[Hh]ead) of(?: (?:the )?[A-Z]\w{2,14}){1,4}?)"
)
"""An office behind which a rank is another role."""
COMPLEMENT = r"(?: (?:of|for) (?:the )?[A-Z][\w-]{1,20}(?:(?: and| &|,) [A-Z][\w-]{1,20}){0,3})?"
"""What the office is for."""
RANK = (
    r"(?:(?:Lt|Maj|Brig|Gen|Col|Adm|Capt|Cmdr|Sgt|Rev)\.?|Lieutenant|Major|Brigadier|General|Colonel|Admiral|Captain"
    r"|Commodore|Marshal|Air|Field|Rear|Vice|Reverend|Pastor|Bishop|Sheikha?|Shaikh|Ayatollah|Imam|Chief|Sir|Dame|Lord|Prince"
    r"|Princess|Emir|Rabbi)"
)
"""A word of a rank or a style that is a role too."""
RETIRED = re.compile(r" \((?:[Rr]et|[Rr]e?td|[Rr]etired)\.?\)")
"""That somebody no longer serves, behind his rank."""
BOTH = re.compile(rf"(?P<office>.{{0,80}}?\b{OFFICE}{COMPLEMENT}) (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind it."""
APART = re.compile(rf"(?P<office>[\w ]{{3,80}}), (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind a comma: "army chief, | General"."""
HIGHER = re.compile(r"(?:[Ss]ecretary|[Dd]irector|[Gg]overnor|[Cc]ommissioner)$")
"""Offices that "General" belongs to."""
TWO_WORDS = re.compile(
    r"\b(?:Director|Secretary|Attorney|Inspector|Auditor|Solicitor|Governor|Comptroller|Controller|Consul|Registrar"
    r"|Accountant|Surveyor|Postmaster|Advocate|Commissioner|Lieutenant|Major|Brigadier) $"
)
"""The first word of an office whose second is "General"."""


def split_rank(text: str, claim: Claim) -> Iterator[Claim]:
    """The claim, or the two that it is made of: an office, and a rank behind it."""
    role = claim.role
    both = BOTH.fullmatch(role.title) or APART.fullmatch(role.title)
    if both is None or (both["rank"] == "General" and HIGHER.search(both["office"])):
        yield claim
        return
    for part in ("office", "rank"):
        span = Span(role.span.start + both.start(part), role.span.start + both.end(part))
        yield claim._replace(role=replace(role, span=span, title=span.of(text)))


def with_first_word(text: str, role: Role) -> Role:
    """A role that begins with "General" with the first word of the office: "Director | General of Sports"."""
    before = TWO_WORDS.search(text, max(0, role.span.start - 16), role.span.start)
    if before is None or not role.title.startswith("General"):
        return role
    span = Span(before.start(), role.span.end)
    return replace(role, span=span, title=span.of(text))


def with_retired(text: str, role: Role) -> Role:
    """A role with the "(Retd)" behind it, without which it would say too much."""
    retired = RETIRED.match(text, role.span.end)
    span = Span(role.span.start, retired.end()) if retired else role.span
    return replace(role, span=span, title=span.of(text))
