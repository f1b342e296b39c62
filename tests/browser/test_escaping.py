"""The border between text and Markdown, held against a browser: whatever the string, wherever a template puts it."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.plugin import converting
from generator.rendering.markup import INLINE_LIMIT, md
from generator.text.unicode import one_line
from tests.rendering import browse
from tests.rendering.browse import fold, naughty_strings, xss_payloads
from tests.rendering.test_markup import CONTEXTS, write

Convert = Callable[[str], str]
CONVERTERS: dict[str, Convert] = {
    "fast": lambda text: converting.convert(text, str, converting.Contents()).content,
    "Python-Markdown": browse.convert,
}
SEEN = """
html => {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const isKept = (element, name) => name !== "title" && !(name === "id" && /^h[12]$/.test(element.localName));
  const attributes = element => [...element.attributes].filter(one => isKept(element, one.name));
  const show = element => [element.localName, ...attributes(element).map(one => one.name + "=" + one.value)].join(" ");
  const elements = [...body.querySelectorAll("*")].map(show);
  const titles = [...body.querySelectorAll("span[title]")].map(element => element.title);
  return {elements, titles, text: body.textContent};
}
"""
"""Runs in the page: the elements with their attributes, the titles of spans and the text of an HTML text.

Of headings the id is left out, which is made of their words."""


def look(page: Page, convert: Convert, place: str, texts: Iterable[Any]) -> dict[str, Any]:
    """What a browser makes of the converted page of these texts."""
    seen: dict[str, Any] = page.evaluate(SEEN, convert(write(place, list(texts))))
    return seen


@pytest.mark.parametrize("converter", CONVERTERS)
@pytest.mark.parametrize("place", CONTEXTS)
def test_every_string_is_text_in_a_browser(place: str, converter: str, page: Page) -> None:
    """Elements and attributes are those of the page with plain words; each string is its own text, in order."""
    strings = [text for text in (*naughty_strings(), *xss_payloads()[::40]) if one_line(text)]
    convert, words = CONVERTERS[converter], [one_line(text, INLINE_LIMIT) for text in strings]
    seen = look(page, convert, place, map(md, strings))
    plain = look(page, convert, place, [md("Word")] * len(strings))
    assert seen["elements"] == plain["elements"]
    if place == "attribute":
        assert seen["titles"] == words
        return
    framed = fold(look(page, convert, place, [md("Word")])["text"])
    assert fold(seen["text"]) == "".join(framed.replace("Word", fold(text)) for text in words)
