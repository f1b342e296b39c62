"""An office and a rank or style behind it are two roles: "Foreign Minister | Sheikh", "Defence Secretary | Lt Gen"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.language.en.roles.stated import Stated, with_span
from generator.model import Span
from generator.text.rules import Chain, Rule

OFFICE = (
    r"(?:[Mm]inister|[Pp]resident|[Gg]overnor|[Cc]hairman|[Cc]hairperson|[Cc]hairwoman|[Ss]ecretary|[Ss]peaker|[Mm]ayor"
    r"|[Aa]mbassador|[Cc]ommissioner|[Ll]eader|[Dd]irector|[Rr]uler|[Ss]pokes(?:man|woman|person)|[Cc]ommander"
    r"|(?:[Cc]hief|[Hh]ead) of(?: (?:the )?[A-Z]\w{2,14}){1,4}?)"
)
"""An office behind which a rank is another role."""
COMPLEMENT = r"(?: (?:of|for) (?:the )?[A-Z][\w-]{1,20}(?:(?: and| &|,) [A-Z][\w-]{1,20}){0,3})?"
"""What the office is for: " of Works and Housing"."""
RANK = (
    r"(?:(?:Lt|Maj|Brig|Gen|Col|Adm|Capt|Cmdr|Sgt|Rev)\.?|Lieutenant|Major|Brigadier|General|Colonel|Admiral|Captain"
    r"|Commodore|Marshal|Air|Field|Rear|Vice|Reverend|Pastor|Bishop|Sheikha?|Shaikh|Ayatollah|Imam|Chief|Sir|Dame|Lord|Prince"
    r"|Princess|Emir|Rabbi)"
)
"""A word of a rank or a style that is a role too."""
BEHIND = re.compile(rf"(?P<office>.{{0,80}}?\b{OFFICE}{COMPLEMENT}) (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind it: "Defence Secretary | Lt Gen"."""
BEHIND_COMMA = re.compile(rf"(?P<office>[\w ]{{3,80}}), (?P<rank>{RANK}(?:[ -]{RANK}){{0,3}})")
"""An office with a rank behind a comma: "army chief, | General"."""
HIGHER = re.compile(r"(?:[Ss]ecretary|[Dd]irector|[Gg]overnor|[Cc]ommissioner)$")
"""Offices that "General" belongs to: "Director General"."""
Part = Callable[[str, Span], tuple[Span, ...]]
"""A rule: the roles that the words of one are made of, by their place in the text; none where it does not hold."""


def part_rank(text: str, span: Span) -> tuple[Span, ...]:
    """The office and the rank right behind it."""
    both = BEHIND.fullmatch(text, span.start, span.end)
    if both is None or (both["rank"] == "General" and HIGHER.search(both["office"])):
        return ()
    return Span(*both.span("office")), Span(*both.span("rank"))


def part_rank_behind_comma(text: str, span: Span) -> tuple[Span, ...]:
    """The office and the rank behind a comma."""
    both = BEHIND_COMMA.fullmatch(text, span.start, span.end)
    return (Span(*both.span("office")), Span(*both.span("rank"))) if both else ()


def part(text: str, stated: Stated) -> Iterator[Stated]:
    """What is stated, or the roles that it is made of; a rank behind an office has the name of its rule."""
    parts = [stated]
    for rule in PARTS:
        parts = [
            name_part(text, one, span, rule) if at else with_span(text, one, span)
            for one in parts
            for at, span in enumerate(rule.find(text, one.role.span) or (one.role.span,))
        ]
    return iter(parts)


def name_part(text: str, stated: Stated, span: Span, rule: Rule[Part]) -> Stated:
    """What is stated behind an office."""
    found = with_span(text, stated, span)
    return found._replace(role=replace(found.role, rule=rule.name))


def try_part(rule: Rule[Part], text: str) -> Iterator[Span]:
    """The parts of a role, which is the text."""
    return iter(rule.find(text, Span(0, len(text))))


PARTS: Chain[Part] = Chain(
    "parts of roles",
    (
        Rule(
            "rank behind the office",
            part_rank,
            yes=(
                "|Foreign Minister| |Sheikh|",
                "|Deputy Chief of Staff| |Gen.|",
                "|Minister of Works and Housing| |Lt Gen|",
                "|Vice President| |Chief|",
            ),
            no=("Director General", "Vice Admiral", "Chief Justice", "Minister of Health"),
        ),
        Rule(
            "rank behind the office and a comma",
            part_rank_behind_comma,
            yes=("|army chief|, |General|",),
            no=("Permanent Secretary, Ministry of Works", "army chief"),
        ),
    ),
    try_part,
)
