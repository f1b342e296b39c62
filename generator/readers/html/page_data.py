"""What a web page states of itself in its head: schema.org, OpenGraph, Dublin Core. Never what it hints at.

A date counts only where it is named as that of publication, in the time of its place; where statements contradict each
other there is none.
"""

import datetime
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from generator.language.wording import MONTHS, find_date_line
from generator.readers.html.authors import PARAGRAPH, find_authors, is_aside, names_in_host
from generator.readers.html.linked_data import Node, find_articles, find_pages, names_of, text_of
from generator.readers.html.titles import Site, find_title
from generator.readers.pieces import Stated
from generator.text.addresses import is_web_address
from generator.text.wordlists import load_sections

_META = dict(load_sections("page_metadata.txt"))
"""By field, the names of <meta> elements (lower case) that state it, the best first."""
_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:(?:T|[ ]|[ ]?-[ ])(\d{1,2}):?(\d{2})(?::?\d{2}(?:[.,]\d{1,9})?)?[ ]?"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?(?![\d/])"
)
"""A day, or a moment; never the first day of a range."""
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"(?:[A-Za-z]{{3,9}},? )?(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}),?) "
    r"(?:(?P<year>\d{4}) )?(?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2})?"
    r"(?: ?(?P<zone>Z|UTC|(?:GMT)?[+-]\d{2}:?\d{2}|GMT))?(?: [A-Z]{3,5})?(?: (?P<year2>\d{4}))?(?: \([^)]{2,60}\))?",
    re.IGNORECASE,
)
"""As programs write it: "Wed, 04 May 2022 02:41:00 GMT", "Fri Apr 28 19:20:36 CEST 2023"."""
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
"""Seconds or milliseconds since 1970, from 2001 on."""
_CHANGED = re.compile(
    r"\b(?:updated|modified|edited|changed|aktualisiert|actuali\w{3,8}|mis à jour|aggiornat\w)\b", re.IGNORECASE
)
_SAME_MOMENT = datetime.timedelta(minutes=2)
_NIGHT = (22, 4)
"""Between these hours of UTC many papers have another day."""


class Moment(NamedTuple):
    """What one statement says."""

    day: datetime.date
    time: datetime.datetime | None = None
    """In UTC, where the statement has a zone."""
    is_local: bool = False
    """Whether the zone is that of a place: then the day is the paper's own."""


def find_published_day(
    tree: Any, nodes: Sequence[Node], meta: Mapping[str, Sequence[str]], host: str | None
) -> str | None:
    """The EDTF of the day that the surest statement gives.

    With "?" where the paper's own day may be the next or the one before; with "~" where that is likely.
    """
    clocks = _find_clocks(tree, host)
    for is_element, values in _groups(tree, nodes, meta):
        moments = [moment for value in values if (moment := read_moment(value))]
        days = {_mark(moment, tree, meta, clocks) for moment in moments}
        bare = {day[:10] for day in days}
        if len(bare) == 1:
            return min(days, key=len)
        if days and not is_element:
            return None
    return None


def _find_clocks(tree: Any, host: str | None) -> tuple[int, int] | None:
    """How many hours the clocks of the paper can be ahead of UTC, as its language or its host tells."""
    languages, hosts = (dict(entry.split("\t") for entry in entries) for _, entries in load_sections("zones.txt"))
    language = (tree.get("lang") or "").lower().replace("_", "-").partition("-")[0]
    found = languages.get(language) or hosts.get((host or "").rpartition(".")[2])
    return (int(found.split()[0]), int(found.split()[1])) if found else None


def _groups(
    tree: Any, nodes: Sequence[Node], meta: Mapping[str, Sequence[str]]
) -> Iterator[tuple[bool, Sequence[str]]]:
    """Dates of publication, from the surest kind of statement on, and whether elements of other stories may be among
    them."""
    yield False, [text for node in nodes if (text := text_of(node.get("datePublished")))]
    for name in _META["published"]:
        yield False, meta.get(name, [])
    yield True, [e.get("content") or e.get("datetime") or "" for e in tree.iterfind(".//*[@itemprop='datePublished']")]
    yield True, [e.get("datetime") or "" for e in tree.iterfind(".//time[@pubdate]")]
    times = [e for e in tree.iterfind(".//time[@datetime]") if "updated" not in (e.get("class") or "")]
    yield True, [e.get("datetime") or "" for e in times if "publish" in (e.get("class") or "")]
    for name in _META["some date, mostly that of publication"]:
        yield False, meta.get(name, [])
    if meta.get("og:type") != ["website"]:
        yield False, [text for node in find_pages(tree) if (text := text_of(node.get("datePublished")))]
    yield True, [e.get("datetime") or "" for e in _times_of_article(tree)]


def _times_of_article(tree: Any) -> Iterator[Any]:
    """The times at the head of the only article of the page, but for those of a change."""
    articles = list(tree.iter("article"))
    for element in articles[0].iter("time", "p") if len(articles) == 1 else ():
        around = " ".join(
            [element.get("class") or "", *map(str, element.xpath("preceding-sibling::text() | ../text()"))]
        )
        if element.tag == "p" and len("".join(element.itertext())) > PARAGRAPH:
            return
        if element.get("datetime") and not _CHANGED.search(around) and not is_aside(element):
            yield element


def read_moment(value: str) -> Moment | None:
    """The day, and the moment where there is a zone; None for a range and for what is no date."""
    value = " ".join(value.split())[:80]
    if _EPOCH.fullmatch(value):
        time = datetime.datetime.fromtimestamp(int(value[:10]), datetime.UTC).replace(tzinfo=None)
        return Moment(time.date(), time)
    try:
        if (match := _ISO.match(value)) is not None:
            year, month, day = (int(part) for part in match.groups()[:3])
            return _make(datetime.date(year, month, day), match[4], match[5], match["zone"])
        if (match := _WRITTEN.fullmatch(value)) is not None and (match["year"] or match["year2"]):
            name = (match["month"] or match["month2"]).lower()
            date = datetime.date(int(match["year"] or match["year2"]), MONTHS[name], int(match["day"] or match["day2"]))
            return _make(date, match["hour"], match["minute"], match["zone"])
    except ValueError:
        return None
    line = find_date_line(value[:60])
    return Moment(datetime.date.fromisoformat(line.value)) if line else None


def _make(day: datetime.date, hour: str | None, minute: str | None, zone: str | None) -> Moment:
    """The moment of a clock with its zone. Raises ValueError where there is no such time."""
    if hour is None or zone is None:
        return Moment(day)
    time = datetime.datetime(day.year, day.month, day.day, int(hour), int(minute or 0))
    shift = re.search(r"([+-])(\d{2}):?(\d{2})?", zone)
    minutes = 60 * int(shift[2]) + int(shift[3] or 0) if shift else 0
    offset = datetime.timedelta(minutes=minutes) * (-1 if shift and shift[1] == "-" else 1)
    return Moment(day, time - offset, bool(minutes))


def _mark(moment: Moment, tree: Any, meta: Mapping[str, Sequence[str]], clocks: tuple[int, int] | None) -> str:
    """The day of a moment where the page was made, as EDTF."""
    if moment.is_local:
        return moment.day.isoformat()
    if moment.time is None:
        return f"{moment.day}?"
    day = next(_witnesses(moment, tree, meta), None)
    if day is not None:
        return day.isoformat()
    if clocks is not None:
        first, last = (moment.time + datetime.timedelta(hours=hours) for hours in clocks)
        return first.date().isoformat() if first.date() == last.date() else f"{moment.day}~"
    if moment.time == datetime.datetime.combine(moment.day, datetime.time.min):
        # Programs that know the day only write its first moment.
        return f"{moment.day}?"
    evening, morning = _NIGHT
    return f"{moment.day}?" if morning <= moment.time.hour < evening else f"{moment.day}~"


def _witnesses(moment: Moment, tree: Any, meta: Mapping[str, Sequence[str]]) -> Iterator[datetime.date]:
    """The paper's own day: of statements of the same moment in another zone, then of the words of a time element."""
    for value in _values(tree, meta):
        other = read_moment(value)
        if other and other.is_local and _is_same(moment, other):
            yield other.day
    nights = [moment.day + datetime.timedelta(days=days) for days in (-1, 0, 1)]
    for element in tree.iterfind(".//time[@datetime]"):
        other = read_moment(element.get("datetime") or "")
        if other and _is_same(moment, other):
            numbers = {
                int(number) for number in re.findall(r"(?<![\d:.])\d{1,2}(?![\d:])", "".join(element.itertext())[:80])
            }
            named = [day for day in nights if day.day in numbers]
            if len(named) == 1:
                yield named[0]


def _values(tree: Any, meta: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield from (value for values in meta.values() for value in values if len(value) < 80 and value[:1].isalnum())
    yield from (element.get("datetime") or "" for element in tree.iterfind(".//time[@datetime]"))
    yield from (element.get("content") or "" for element in tree.iterfind(".//*[@itemprop='datePublished']"))


def _is_same(moment: Moment, other: Moment) -> bool:
    return bool(moment.time and other.time and abs(moment.time - other.time) <= _SAME_MOMENT)


def find_stated(tree: Any, saved: str = "") -> list[Stated]:
    """Title, publisher, date of publication, authors and address, as far as the page states them. `saved`: the address
    at which it was saved; empty where nobody says."""
    nodes, meta = find_articles(tree), _read_meta(tree)
    publisher = _find_publisher(nodes, meta)
    stated = [*(text_of(node.get(key)) for node in nodes for key in ("headline", "name")), *_named(meta, "title")]
    url = _find_address(tree, nodes, meta) or saved or None
    host = urlsplit(url or "").hostname
    title = find_title(tree, [title for title in stated if title], Site(publisher, host))
    published = find_published_day(tree, nodes, meta, host)
    sites = (publisher, *meta.get("og:site_name", ()), *names_in_host(host))
    authors = find_authors(tree, nodes, meta, sites, title[0] if title else "")
    section = _first([*(text_of(node.get("articleSection")) for node in nodes), *_named(meta, "section")])
    fields = {"publisher": publisher, "published": published, "url": url, "section": section}
    found = [Stated("title", (title[0],), title[1])] if title else []
    found += [Stated(field, (value,)) for field, value in fields.items() if value]
    return [*found, Stated("authors", authors)] if authors else found


def find_description(tree: Any) -> str | None:
    """The summary that the page states: often its standfirst, word by word."""
    meta = _read_meta(tree)
    return _first(meta.get(name, [""])[0] for name in ("og:description", "description", "twitter:description"))


def _read_meta(tree: Any) -> dict[str, list[str]]:
    """The contents of the <meta> elements by name, lower case."""
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for key in f"{element.get('property') or ''} {element.get('name') or ''}".lower().split():
            if content:
                meta.setdefault(key, []).append(content)
    return meta


def _named(meta: Mapping[str, list[str]], field: str) -> Iterator[str]:
    return (meta[name][0] for name in _META[field] if name in meta)


def _first(values: Iterable[str | None], fits: Callable[[str], bool] = bool) -> str | None:
    return next((value for value in values if value and fits(value)), None)


def _find_publisher(nodes: list[Node], meta: Mapping[str, list[str]]) -> str | None:
    """The publisher by name: an address is none."""
    named = [name for node in nodes for key in ("publisher", "sourceOrganization") for name in names_of(node.get(key))]
    stated = map(html.unescape, _named(meta, "publisher"))
    return _first([*named, *stated], lambda name: not is_web_address(name))


def _find_address(tree: Any, nodes: list[Node], meta: Mapping[str, list[str]]) -> str | None:
    """The page's own address; the bare address of a site says nothing of one of its pages."""
    canonical = [link.get("href") for link in tree.iterfind(".//link[@rel='canonical']")]
    stated = [text_of(node.get(key)) for node in nodes for key in ("url", "mainEntityOfPage")]
    return _first([*canonical, *_named(meta, "url"), *stated], lambda url: is_web_address(url) and url.count("/") > 2)
