"""Analyses by hand: a text, the names in it, and what is told of which day."""

import hashlib
import re
from collections.abc import Sequence

from generator.model import (
    Analysis,
    Argument,
    Authors,
    Block,
    DateMention,
    Document,
    EntityType,
    Field,
    LocalEntity,
    LocalEvent,
    Mention,
    Metadata,
    Role,
    Span,
)

MISSING = Field(None, "missing")
Names = Sequence[tuple[EntityType, str]]
"""Type and the forms of one name, parted by "/": the fullest first."""


def span_of(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    return Span(text.index(words), text.index(words) + len(words))


def make_analysis(
    brief: str,
    text: str,
    names: Names = (),
    *,
    published: str | None = None,
    roles: Sequence[tuple[str, str]] = (),
    dates: Sequence[tuple[str, str | None]] = (),
    events: Sequence[tuple[int, int | None, tuple[str, ...], str | None]] = (),
) -> Analysis:
    """An analysis of a text of plain sentences.

    `roles` are pairs of a name and a title, `dates` of words and value, `events` (sentence, date, participants, place)
    with entities by their fullest form.
    """
    sentences = tuple(Span(*match.span()) for match in re.finditer(r"\S.*?[.?!](?=\s|$)", text, re.DOTALL))
    document = Document(
        path=f"{brief}.txt",
        id=brief,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        blocks=(Block("paragraph", Span(0, len(text))),) if text else (),
    )
    ids = {forms.split("/")[0]: f"e{at}" for at, (_, forms) in enumerate(names, 1)}
    return Analysis(
        document=document,
        language="en",
        metadata=Metadata(
            title=MISSING,
            publisher=MISSING,
            published=Field(published, "stated") if published else MISSING,
            authors=Authors((), "missing"),
            url=MISSING,
        ),
        sentences=sentences,
        summary=(0,) if sentences else (),
        mentions=find_mentions(text, names),
        entities=tuple(
            LocalEntity(
                id=ids[forms.split("/")[0]],
                type=kind,
                name=forms.split("/")[0],
                aliases=tuple(forms.split("/")[1:]),
                roles=tuple(Role(title, span_of(text, title)) for name, title in roles if name == forms.split("/")[0]),
            )
            for kind, forms in names
        ),
        dates=tuple(
            DateMention(span_of(text, words), value, "a rule", "resolved" if value else "open")
            for words, value in dates
        ),
        events=tuple(
            LocalEvent(
                sentence,
                date,
                tuple(ids[name] for name in people),
                ids[place] if place else None,
                kind="meeting",
                arguments=(
                    *(Argument("agent", span_of(text, name), ids[name]) for name in people),
                    *([Argument("place", span_of(text, place), ids[place])] if place else []),
                ),
            )
            for sentence, date, people, place in events
        ),
    )


def find_mentions(text: str, names: Names) -> tuple[Mention, ...]:
    """Every place where a form stands as a word of its own; of overlapping ones the longest."""
    forms = {form: (kind, f"e{at}") for at, (kind, all_) in enumerate(names, 1) for form in all_.split("/")}
    if not forms:
        return ()
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    return tuple(Mention(Span(*match.span()), *forms[match.group()]) for match in pattern.finditer(text))
