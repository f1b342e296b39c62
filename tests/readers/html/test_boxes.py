"""Boxes among the paragraphs of an article, and what belongs to it by its place."""

import pytest

from generator.readers.html.article import label_article
from generator.readers.html.looks import squeeze
from generator.readers.html.opening import Opening
from generator.readers.html.page import extract_page, parse_html
from generator.readers.html.visible import drop_hints, find_seen

TITLE = "Harbour opens again"
STORY = (
    "The harbour of Westport will open again on Monday, the mayor said on Friday after a long meeting of the council.",
    "It had been closed since a storm in December, and many ships went to other harbours on the coast of the country.",
    "The mayor of Westport thanked the crews of the ships that had stayed in the harbour for weeks in winter.",
)
TO_HULL = "<a href=/a>Two piers are built at Hull</a>"
BY_HULL = "<a href=/b>A cat is found at sea</a>"
ANN = "Ann Lee has written of ships and of those who sail in them since 1999."


def pieces(inside: str, *, over: str = "", behind: str = "", found: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Kind or reason, and the words, of what a page has around and in an article of which an extractor found three
    paragraphs and `found`."""
    first, *rest = (f"<p>{text}</p>" for text in STORY)
    body = f"<h1>{TITLE}</h1>{over}<div class=story>{first}{inside}{''.join(rest)}{behind}</div>"
    tree = parse_html(f"<html><body><article>{body}</article></body></html>")
    drop_hints(tree)
    passages = [squeeze(text) for text in (*STORY, *found)]
    labelled = label_article(list(find_seen(tree)), passages, Opening(TITLE, (), None))
    return [(piece.reason or piece.kind, " ".join(piece.text.split())) for piece in labelled]


@pytest.mark.parametrize(
    ("box", "words", "reason"),
    [
        (f"<ul><li>Sea: {TO_HULL}</li><li>{BY_HULL}</li></ul>", "Sea: Two piers are built at Hull", "related links"),
        (f"<p>Lesen Sie auch: {TO_HULL}</p>", "Lesen Sie auch: Two piers are built at Hull", "related links"),
        (
            f"<p>&gt;&gt; Here is how {TO_HULL} now</p>",
            ">> Here is how Two piers are built at Hull now",
            "related links",
        ),
        (f"<div class='NewsletterBox_x'><p>{ANN}</p></div>", ANN, "newsletter or subscription"),
        (f"<div class='author-bio'><p>{ANN}</p></div>", ANN, "about the author"),
        (f"<p>{TO_HULL}</p>", "Two piers are built at Hull", "related links"),
        (f"<p>{BY_HULL.replace(' at sea', '')}</p>", "A cat is found", "paragraph"),
        (f"<div class='fact'><p>{ANN}</p></div>", ANN, "paragraph"),
        (f"<div class='related'><p>{ANN}</p></div>", ANN, "paragraph"),
        (
            f"<p>It met where {TO_HULL} and talked.</p>",
            "It met where Two piers are built at Hull and talked.",
            "paragraph",
        ),
        (f"<ul><li>Sea: {TO_HULL}</li><li>{ANN}</li></ul>", "Sea: Two piers are built at Hull", "list_item"),
    ],
)
def test_a_box_is_none_of_the_article(box: str, words: str, reason: str) -> None:
    """Lists of nothing but links, and what is classed as a box; what only holds a link stays."""
    found = pieces(box, found=(words, ANN, "A cat is found at sea", "A cat is found", "Two piers are built at Hull"))
    assert [kind for kind, text in found if text == words] == [reason]


def test_a_box_that_holds_the_article_is_none() -> None:
    """Then its class means something else."""
    page = "".join(f"<p>{text}</p>" for text in STORY)
    tree = parse_html(f"<html><body><h1>{TITLE}</h1><div class='newsletter'>{page}</div></body></html>")
    labelled = label_article(list(find_seen(tree)), list(map(squeeze, STORY)), Opening(TITLE, (), None))
    assert [piece.kind for piece in labelled] == ["title", *["paragraph"] * 3]


def test_the_list_of_key_points_belongs_to_the_article() -> None:
    """Items that are whole sentences between two pieces of it."""
    points = (ANN, "The council of the town pays for all of it out of the harbour dues of two years.")
    items = "".join(f"<li>{point}</li>" for point in points)
    found = pieces(f"<h2>In short</h2><ul>{items}</ul><h2>The day of it</h2>", found=("In short", "The day of it"))
    assert [kind for kind, text in found if text in points] == ["list_item", "list_item"]


def test_a_hint_for_those_who_hear_is_not_seen() -> None:
    """It is no part of a sentence, and no line between two paragraphs."""
    hint = "<span class='visually-hidden'> (opens in a new window)</span>"
    article = f"<div class='sr-only'>Article content</div><p>It met <a href=/a>in Hull{hint}</a> and talked.</p>"
    page = f"<html><body><h1>{TITLE}</h1>{article}{''.join(f'<p>{text}</p>' for text in STORY)}</body></html>"
    assert [piece.text for piece in extract_page(page).pieces] == [TITLE, "It met in Hull and talked.", *STORY]


@pytest.mark.parametrize(("line", "kind"), [("What it says", "heading"), ("The council says no.", "paragraph")])
def test_a_bold_line_over_a_paragraph_is_a_heading(line: str, kind: str) -> None:
    """As many papers set their subheadings; a bold sentence is none."""
    assert (kind, line) in pieces(f"<p><b>{line}</b></p>", found=(line,))


@pytest.mark.parametrize("end", ["„Der Hafen öffnet.“", "The harbour opens.\u00a0♦", "Isch over.“(phy)"])
def test_the_last_paragraph_ends_as_its_language_ends_it(end: str) -> None:
    """With a closing mark of any language, an end mark or the initials of its author."""
    last = f"Many ships went to other harbours on the coast of the country and their crews said again and again: {end}"
    assert ("paragraph", " ".join(last.split())) in pieces("", behind=f"<p>{last}</p>")


def test_a_standfirst_stands_behind_day_and_picture() -> None:
    """A sentence in a paragraph, when what is between is a label, a day or a caption."""
    between = "<p>3 May 2022</p><p>Reading time: 2 min</p><figcaption>The pier. Photo: Ann Lee</figcaption>"
    assert ("standfirst", ANN) in pieces("", over=f"{between}<p>{ANN}</p>")
    assert ("standfirst", ANN) not in pieces("", over=f"<p>Nobody in the town knew of it</p>{between}<p>{ANN}</p>")
