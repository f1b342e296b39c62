"""A page whose text stands only in data for its scripts shows it as a browser would, and no text of another story."""

import json
from typing import Any

import pytest

from tests.readers.making import document, kept

LINES = [
    "Ann Bell, the harbour master, said on Tuesday that walkers must keep away from the pier for two weeks.",
    "Workmen are to mend what the storms of the winter broke, from the third pile to the lamp at its very end.",
    "Nobody had looked at these timbers since Rolf Hale left office, and the council now wants to know why.",
    "The ferry lands at Norby until then; a bus that costs nothing takes its passengers over the bridge to town.",
    "“We would rather swim,” Tara Quill of the traders told the Echo, whose shop has been empty ever since.",
]
OTHER = (
    "Another text, as long by far as that which stands in the data, is on the page itself, and it counts as its own."
)
HEAD = "Pier of Westport is closed"
SHOWN = [("title", HEAD), *(("paragraph", line) for line in LINES)]


def page(data: Any, body: str = f"<header><h1>{HEAD}</h1></header><p>Loading</p>", kind: str = "NEXT") -> str:
    """A page with data for its scripts."""
    mark = 'type="application/ld+json"' if kind == "LD" else 'id="__NEXT_DATA__" type="application/json"'
    return (
        f"<html><head><title>{HEAD}</title><script {mark}>{json.dumps(data)}</script></head><body>{body}</body></html>"
    )


def article(body: str) -> dict[str, str]:
    """An article as schema.org has it."""
    return {"@type": "NewsArticle", "headline": HEAD, "articleBody": body}


def state(**values: Any) -> dict[str, Any]:
    """What Next.js writes."""
    return {"props": {"pageProps": values}, "page": "/[slug]"}


@pytest.mark.parametrize(
    "content",
    [
        page(article("\n\n".join(LINES)), kind="LD"),
        page(article("".join(f"<p>{line}</p>" for line in LINES)), kind="LD"),
        page(article("\n".join(LINES)), "<div id=root></div>", kind="LD"),
        page(article("\n".join(LINES)), f"<h1>{HEAD}</h1><p>{LINES[0][:-1]}…</p>", kind="LD"),
        page(state(article={"title": HEAD, "body": "\n".join(LINES)})),
        page(state(article={"title": HEAD, "body_html": "".join(f"<p>{line}</p>" for line in LINES)})),
        page(article("".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in LINES)), kind="LD"),
        page(state(article={"text": "\n".join(LINES), "html": "".join(f"<p>{line}</p>" for line in LINES)})),
        page(state(article={"content": [{"type": "p", "text": line} for line in LINES]})),
        page(state(article={"content": [{"children": [{"text": t[:20]}, {"text": t[20:]}]} for t in LINES]})),
        page(state(post={"body": "\n".join(LINES)}, more=[{"title": "Ferry", "body": "x. " * 400}])),
    ],
)
def test_the_text_in_the_data_is_shown(content: str) -> None:
    """In JSON-LD or in the state of the page, as words, HTML or parts; what the page shows of it stands there once."""
    assert kept(document("a.html", content)) == SHOWN


@pytest.mark.parametrize(
    "content",
    [
        page(article("Too short."), kind="LD"),
        page(
            article("\n".join(LINES)),
            f"<h1>{HEAD}</h1>{f'<p>{OTHER}</p>' * 9}",
            kind="LD",
        ),
        page(state(stories=[{"title": "One", "body": "\n".join(LINES)}])),
        page(state(one={"body": "\n".join(LINES)}, two={"body": "\n".join(f"Not {line}" for line in LINES)})),
        page(state(content=[{"headline": "One", "text": line} for line in LINES])),
        page(state(messages={"cookies": "\n".join(LINES)})),
        page(article("\n".join(LINES)), kind="LD").replace("articleBody", "description"),
        page({}).replace("{}", "{broken"),
        page({}).replace("{}", "[" * 90_000),
    ],
)
def test_no_other_text_is(content: str) -> None:
    """Teasers, lists of stories, two texts, words under other names, data that are broken."""
    assert not set(LINES) & {text for _, text in kept(document("a.html", content))}


def test_a_page_that_shows_its_text_stays_as_it_is() -> None:
    """The data say the same once more."""
    body = f"<h1>{HEAD}</h1><article>{''.join(f'<p>{line}</p>' for line in LINES)}</article>"
    assert kept(document("a.html", page(article(" ".join(LINES)), body, kind="LD"))) == SHOWN
