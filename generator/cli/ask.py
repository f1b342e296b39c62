"""`briefs ask`: the sentences, quotations and events that answer a question, for a terminal or for another program."""

import json
import shutil
import textwrap
from collections.abc import Iterator
from typing import Any

from generator.model import Library
from generator.rendering.addresses import HOME, address, href
from generator.rendering.answers import Answer, Reply, answer
from generator.rendering.catalog import Catalog, make_catalog
from generator.settings import Settings
from generator.text.unicode import one_line

_CHARS = 600


def ask_lines(library: Library, settings: Settings, text: str, *, limit: int, as_json: bool) -> Iterator[str]:
    """The answers, line by line; as JSON one object."""
    catalog = make_catalog(library, settings, "directory" if settings.directory_urls else "file")
    reply = answer(catalog, text, limit)
    records = [record(catalog, one) for one in reply.answers]
    if as_json:
        yield json.dumps({"question": text, **_read(catalog, reply), "answers": records}, ensure_ascii=False, indent=1)
        return
    width = max(40, min(110, shutil.get_terminal_size().columns))
    for number, found in enumerate(records, 1):
        yield from textwrap.wrap(f"{number}. {one_line(found['sentence'], _CHARS)}", width, subsequent_indent="   ")
        said = [found["speaker"], "; ".join(found["words"]) if found["kind"] != "quotation" else "", found["date"]]
        what = f"{found['kind']}: {' · '.join(filter(None, said))}" if any(said) else found["kind"]
        yield from textwrap.wrap(one_line(what, _CHARS), width, initial_indent="   ", subsequent_indent="   ")
        place = f"{found['path']}, sentence {found['number']} · {found['title']}"
        yield from textwrap.wrap(one_line(place, _CHARS), width, initial_indent="   ", subsequent_indent="   ")
        yield f"   {found['page']}"
        yield ""
    if not records:
        yield "No sentence of a source answers this."


def _read(catalog: Catalog, reply: Reply) -> dict[str, Any]:
    """How the question was understood."""
    names = [sorted(catalog.entities[who].name for who in ids) for ids in reply.question.names]
    return {"asked": reply.question.asked, "names": names, "about": list(reply.question.topics)}


def record(catalog: Catalog, found: Answer) -> dict[str, Any]:
    """An answer as plain values; the page is an address where the site says its own, else its path on the site."""
    analysis = catalog.briefs[found.brief].analysis
    text, span = analysis.document.text, analysis.sentences[found.sentence]
    target = href(address(catalog.addresses.leaves[found.brief], span), HOME, catalog.style)
    site = catalog.settings.site_url
    return {
        "kind": found.kind,
        "score": found.score,
        "sentence": span.of(text),
        "words": [evidence.span.of(text) for evidence in found.words],
        "speaker": catalog.entities[found.speaker].name if found.speaker else None,
        "date": found.date,
        "brief": found.brief,
        "title": catalog.cards[found.brief].title,
        "path": analysis.document.path,
        "number": found.sentence + 1,
        "span": list(span),
        "page": f"{site.rstrip('/')}/{target}" if site else str(target),
    }
