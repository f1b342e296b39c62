"""Months: of a year, from one to another, and alone where the words around them say that a month is meant."""

import re

from generator.language.dates.expression import Expression
from generator.language.en.dates.parts import (
    AT_EDGE,
    FULL_MONTHS,
    GAP,
    MONTH,
    UP_TO,
    YEAR,
    Shape,
    is_range,
    month_of,
    number_of,
    shift_of,
    span_of,
)
from generator.model import Span
from generator.text.rules import Rule

_RANGE = re.compile(
    rf"\b(?P<opener>[Ff]rom|[Bb]etween){GAP}(?P<all>(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?"
    rf"(?P<to>{UP_TO})(?P<month2>{MONTH})(?:{GAP}(?P<year2>{YEAR}))?)(?!{GAP}?\d)"
)
_OF_YEAR = re.compile(rf"{AT_EDGE}(?P<month>{MONTH}),?{GAP}(?:of{GAP})?(?P<year>{YEAR})")
_BEHIND_PREPOSITION = re.compile(
    r"\b(?i:(?P<shift>last|next|this)|in|since|until|till|by|during|early|late|mid|of|from|through|throughout)"
    rf"(?:{GAP}(?:early|late|mid)|-?)(?:{GAP}|-)(?P<all>(?P<month>{FULL_MONTHS}))(?![\w'’])(?!{GAP}?\d)"
)
_BEHIND_MONTH = re.compile(
    rf"\b(?:{FULL_MONTHS})(?:,|,?{GAP}(?:and|or)){GAP}(?P<all>(?P<month>{FULL_MONTHS}))(?![\w'’])(?!{GAP}?\d)"
)
_BEFORE_NOUN = re.compile(
    rf"\b(?i:the|its|his|her|their|this|a){GAP}(?P<all>(?P<month>{FULL_MONTHS}))(?={GAP}[a-z]{{3,}})"
    rf"(?!{GAP}(?:for|and|against|through|that|was|were|will|has|had|from|with)\b)"
)


def _range(match: re.Match[str]) -> Expression | None:
    if not is_range(match):
        return None
    month, month2, end_year = month_of(match) or 0, month_of(match, "month2") or 0, number_of(match, "year2")
    year = number_of(match, "year") or (end_year - (month > month2) if end_year else None)
    end = Expression(span_of(match), "month", end_year, month2)
    return Expression(span_of(match), "month", year, month, until=end)


def _month(match: re.Match[str]) -> Expression:
    return Expression(span_of(match), "month", number_of(match, "year"), month_of(match))


def _shifted(match: re.Match[str]) -> Expression:
    start = match.start("shift") if match["shift"] else match.start("all")
    return Expression(Span(start, match.end("all")), "month", month=month_of(match), shift=shift_of(match))


MONTH_RULES: tuple[Rule[Shape], ...] = (
    Rule(
        "range of months",
        Shape(_RANGE, _range),
        yes=("from |March to May 2020|", "between |December and February|", "From |July 2019 through June 2020|"),
        no=("in March and May", "from March to May 12", "from June and July"),
    ),
    Rule(
        "month of a year",
        Shape(_OF_YEAR, _month),
        yes=("in |December 2021|", "|Nov. 2020| was dry", "in |March of 2014|"),
        no=("In March 2,014 came.", "They march 2014 miles.", "March 2014-15"),
    ),
    Rule(
        "month behind a preposition",
        Shape(_BEHIND_PREPOSITION, _shifted),
        yes=("in |December|", "|last December|", "in mid-|March|", "since early |June|"),
        no=("in December 24 hours", "the mayor of May's town", "in Sept"),
        reason="March, May and August are words and names as well; an abbreviation alone is too often something else.",
    ),
    Rule(
        "month behind another",
        Shape(_BEHIND_MONTH, _month),
        yes=("in August or |September|", "June, |July| and August"),
        no=("August or Septembers", "June, July 4"),
    ),
    Rule(
        "month before a noun",
        Shape(_BEFORE_NOUN, _month),
        yes=("the |October| meeting", "its |March| report"),
        no=("the March for Life", "the May was cold", "an October meeting in October", "the April 5 vote"),
    ),
)
