"""The title of a source: declared, a line of its own, or the opening words of its first sentence."""

import re
from functools import cache

from generator.analysis.publication.rules import STORY, FindField, Scene, declare, source, state, try_source
from generator.language.wording import find_lead, find_said
from generator.model import Field, Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_words

_DERIVED_TITLE = 120
"""Code points of a title that is made of the first sentence, at most."""
_SHORTEST_CLAUSE = 70
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[\u2013\u2014-](?=\s)")


def derive_title(text: str, sentence: Span) -> Span:
    """The opening words of a sentence, cut at the end of a clause or else of a word."""
    lead = find_lead(text, sentence.start)
    start = lead.end if lead and lead.end < sentence.end else find_said(text, sentence.start)
    start = start if start < sentence.end else sentence.start
    if sentence.end - start <= _DERIVED_TITLE:
        return Span(start, start + len(text[start : sentence.end].rstrip(".。 ")))
    window = text[start : start + _DERIVED_TITLE + 1]
    clauses = [
        m.start()
        for m in _CLAUSE_END.finditer(window)
        if m.start() >= _SHORTEST_CLAUSE and _closed(window[: m.start()])
    ]
    if clauses:
        return Span(start, start + clauses[-1])
    cut = window.rfind(" ")
    words = window[: cut if cut > 0 else _DERIVED_TITLE].rstrip(" ,;:–—-")
    while (last := _last_words().search(words[-20:])) is not None:
        words = words[: len(words) - (len(words[-20:]) - last.start())].rstrip(" ,;:–—-")
    return Span(start, start + len(words))


@cache
def _last_words() -> re.Pattern[str]:
    """A word that a title does not end with, at the end."""
    return re.compile(rf"\s(?:{'|'.join(load_words('no_last_words.txt'))})\Z", re.IGNORECASE)


def _closed(text: str) -> bool:
    """Whether every bracket in the text is closed."""
    return text.count("(") == text.count(")")


def _find_line(scene: Scene) -> Field | None:
    """The line that cleaning or the format labelled as the title."""
    title = next((block for block in scene.document.blocks if block.kind == "title"), None)
    return state(scene.document, *title.span) if title else None


def _find_opening_words(scene: Scene) -> Field | None:
    span = derive_title(scene.document.text, scene.sentences[0]) if scene.sentences else Span(0, 0)
    words = " ".join(span.of(scene.document.text).split())
    return Field(words, "derived", span) if words else None


TITLE: Chain[FindField] = Chain(
    "title",
    (
        *declare("title"),
        Rule(
            "title line",
            _find_line,
            yes=(source("title> |Pier opens|", STORY),),
            no=(source("Pier opens", STORY), source("heading> Pier opens", STORY)),
        ),
        Rule(
            "opening words",
            _find_opening_words,
            yes=(
                "|The harbour opens|.",
                "GENEVA, Jan. 7 (Xinhua) -- |The harbour will open|.",
                "Ann Lee: |The harbour opens|.",
                "|Ann Lee: “The harbour opens.”|",
                "TRANSCRIPT: |The harbour opens|.",
                "|Harbour opens: ships are back|.",
                "|Bo Ek, who leads the union of the fishermen of Westport and of two towns on the coast|, said that "
                "the council must pay for the season.",
            ),
            no=("title> Pier opens", "caption> The pier of Westport"),
            reason="A slice of the text that stands in for a title, and is called so.",
        ),
    ),
    try_source,
)
