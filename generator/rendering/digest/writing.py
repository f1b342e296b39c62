"""A digest as one file to send or to print: HTML that needs nothing beside it, or plain Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.model import Event, Evidence
from generator.rendering.addresses import HOME, address, href
from generator.rendering.catalog import Catalog, telling, text_of
from generator.rendering.days import date_of
from generator.rendering.digest.choosing import Digest, Period, Story
from generator.rendering.happenings import event_title
from generator.rendering.readable import counted, date_in_words

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
"""What Markdown would read as more than a sign."""
_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:16px/1.5 Georgia,serif;color:#222;background:#fff}"
    "h1,h2{line-height:1.2}h2{margin:1.6em 0 .2em;font-size:1.15em}p{margin:.3em 0}ul{padding-left:1.2em}"
    "small{color:#555}a{color:#0b4f6c}@media print{body{margin:0;font-size:11px}h2{break-after:avoid}}"
)


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a source, with where they stand."""

    before: str
    """A date before the words; or empty."""
    words: str
    source: str
    """`The title, 12 May 2022, The Courier, sentence 3`."""
    address: str | None
    """The sentence on the site; None where the site does not say its own address."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    heading: str
    note: str
    lines: tuple[Line, ...]


def name_period(period: Period | None) -> str:
    """The days in words."""
    if period is None:
        return "all sources"
    if period.first == period.last:
        return str(date_in_words(period.first))
    return str(date_in_words(f"{period.first}/{period.last}"))


def count_story(story: Story) -> str:
    """How many briefs of these days, and of how many in all."""
    here, total = len(story.briefs), len(story.theme.briefs)
    words = str(counted(here, "brief"))
    return words if here == total else f"{words} of {total}"


def count_undated(digest: Digest) -> str:
    """How many briefs are left out as their sources state no day; empty where there is none."""
    return f"; {counted(digest.undated, 'brief')} without a stated day left out" if digest.undated else ""


def write_markdown(catalog: Catalog, digest: Digest) -> str:
    """The digest as Markdown."""
    parts = [f"# {_plain(_title(catalog))}", _plain(_about(digest))]
    for section in _sections(catalog, digest):
        parts.append(f"## {_plain(section.heading)}")
        parts += [_plain(section.note)] if section.note else []
        parts.append("\n".join(map(_markdown_line, section.lines)))
    return "\n\n".join(filter(None, parts)) + "\n"


def write_html(catalog: Catalog, digest: Digest) -> str:
    """The digest as a page of HTML with its style inside and nothing else to load."""
    title = escape(_title(catalog))
    body = [f"<h1>{title}</h1>", f"<p><small>{escape(_about(digest))}</small></p>"]
    for section in _sections(catalog, digest):
        body.append(f"<h2>{escape(section.heading)}</h2>")
        body += [f"<p><small>{escape(section.note)}</small></p>"] if section.note else []
        body += ["<ul>", *map(_html_line, section.lines), "</ul>"]
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n' + "\n".join(body) + "\n</body></html>\n"


def _title(catalog: Catalog) -> str:
    return f"{catalog.settings.site_name}: the state of things"


def _about(digest: Digest) -> str:
    words = f"{name_period(digest.period)}. {counted(digest.briefs, 'brief')}{count_undated(digest)}."
    return f"{words[:1].upper()}{words[1:]} Every line is a sentence of its source."


def _sections(catalog: Catalog, digest: Digest) -> Iterator[Section]:
    for story in digest.stories:
        lines = tuple(_line(catalog, evidence) for evidence in story.sentences)
        yield Section(story.theme.name, count_story(story), lines)
    if digest.others:
        note = f"{digest.more_others} more briefs of no theme." if digest.more_others else ""
        heading = "Other briefs" if digest.stories else "Briefs"
        yield Section(heading, note, tuple(_line(catalog, evidence) for evidence in digest.others))
    if digest.coming:
        yield Section("To come", "", tuple(_event(catalog, event) for event in digest.coming))


def _line(catalog: Catalog, evidence: Evidence, before: str = "", words: str | None = None) -> Line:
    brief, card = catalog.briefs[evidence.brief], catalog.cards[evidence.brief]
    sentences = brief.analysis.sentences
    number = next((at for at, span in enumerate(sentences, 1) if span.holds(evidence.span)), None)
    when = str(card.published.words) if card.published else None
    source = [card.title, when, card.publisher, f"sentence {number}" if number else None]
    site, target = catalog.settings.site_url, address(catalog.addresses.leaves[evidence.brief], evidence.span)
    where = f"{site.rstrip('/')}/{href(target, HOME, catalog.style)}" if site else None
    return Line(before, words or text_of(catalog, evidence), ", ".join(filter(None, source)), where)


def _event(catalog: Catalog, event: Event) -> Line:
    when = str(date_in_words(date_of(event) or ""))
    return _line(catalog, telling(event).evidence, when, event_title(catalog, event))


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _markdown_line(line: Line) -> str:
    source = f"[{_plain(line.source)}]({line.address})" if line.address else _plain(line.source)
    return f"- {f'{_plain(line.before)}: ' if line.before else ''}{_plain(line.words)} ({source})"


def _html_line(line: Line) -> str:
    source = escape(line.source)
    where = f'<a href="{escape(line.address)}">{source}</a>' if line.address else source
    before = f"<b>{escape(line.before)}</b> " if line.before else ""
    return f"<li>{before}{escape(' '.join(line.words.split()))} <small>({where})</small></li>"
