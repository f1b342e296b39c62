"""Pages whose text stands where a script finds it: each piece is read in its place, and nothing else that is hidden."""

import pytest

from tests.readers.making import document

LEAD = "<p>The lighthouse on the cape will be lit again in May, after nine years in the dark, the pilots say.</p>"
WORDS = "<p>It went out when a storm broke the lamp, and the island had no money for another until this spring.</p>"
MOVE = '<script>$RC=function(a,b){};$RC("B:0","S:0")</script>'


def lines(body: str) -> list[str]:
    """All that is read of a page with this body, block by block."""
    found = document("a.html", f"<html><body>{body}<p>Foot of the page.</p></body></html>")
    return [block.span.of(found.text).split(" ")[0] for block in found.blocks]


def waiting(name: str, words: str = "<div>Loading</div>") -> str:
    """A place of a piece, with what is shown until it comes."""
    return f'<!--$?--><template id="{name}"></template>{words}<!--/$-->'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<div>{waiting("B:0")}</div><div hidden id="S:0">{LEAD}</div>{MOVE}', ["The", "Foot"]),
        (f'{waiting("B:0")}<p>Below.</p><div hidden="" id="S:0">{LEAD}</div>', ["The", "Below.", "Foot"]),
        (f'{waiting("B:0")}<p>Below.</p><div hidden id="S:4">{LEAD}</div><script>$RC("B:0", "S:4")</script>', None),
        (f'<div><template id="P:1"></template></div><p>Below.</p><div hidden id="S:1">{LEAD}</div>', None),
        (
            f'<div><template id="P:a"></template></div><p>Below.</p><div hidden id="S:1">{LEAD}</div>'
            '<script>$RS("S:1","P:a")</script>',
            None,
        ),
        (
            f'{waiting("B:0")}<p>Below.</p><div hidden id="S:0">{LEAD}</div>'
            '<template data-rci="" data-bid="B:0" data-sid="S:0"></template>',
            None,
        ),
        (f'{waiting(":r1:B:0")}<p>Below.</p><div hidden id=":r1:S:0">{LEAD}</div>', None),
        (
            f'{waiting("B:0")}<p>Below.</p><div hidden id="S:0">{waiting("B:1")}</div>'
            f'<div hidden id="S:1">{LEAD}</div><script>$RC("B:1","S:1")</script>{MOVE}',
            None,
        ),
        (
            f'{waiting("B:0", "<p>Old</p>" + waiting("B:1"))}<p>Below.</p><div hidden id="S:0">{LEAD}</div>{MOVE}',
            None,
        ),
        (
            "<div>" + waiting("B:0") + f'</div><p>Below.</p><table hidden><tbody id="S:0"><tr><td>{LEAD}</td></tr>'
            "</tbody></table>",
            None,
        ),
    ],
)
def test_pieces_are_read_in_their_places(body: str, expected: list[str] | None) -> None:
    """By the orders of scripts or by their numbers, also inside each other; what was shown before is gone."""
    assert lines(body) == (expected or ["The", "Below.", "Foot"])


@pytest.mark.parametrize(
    "body",
    [
        f"<div hidden>{LEAD}</div>",
        f'<div hidden id="S:0">{LEAD}</div>',
        f'<div hidden id="S:0">{LEAD}</div>{waiting("B:1", "")}',
        f'<div hidden id="menu">{LEAD}</div>{waiting("B:0", "")}{MOVE}',
        f'<div style="display:none">{LEAD}</div>',
        f'<template id="B:0">{LEAD}</template>',
        f"<noscript>{LEAD}</noscript><p>{'The harbour is open. ' * 20}</p>".replace("<p>The", "<p>Foot"),
        f'<div hidden id="S:0"><template id="B:0"></template>{LEAD}</div>{MOVE}',
    ],
)
def test_other_hidden_elements_stay_hidden(body: str) -> None:
    """A piece without a place, another hidden element, a template, a note for those without scripts."""
    assert set(lines(body)) == {"Foot"}


def test_a_page_that_a_script_shows_is_read() -> None:
    """A body that is hidden until scripts have run, a shadow root, a section that opens when it is searched."""
    hidden = document("a.html", f'<html><body style="visibility: hidden">{LEAD}</body></html>')
    assert hidden.text.startswith("The lighthouse")
    assert lines(f'<my-page><template shadowrootmode="open">{LEAD}</template></my-page>') == ["The", "Foot"]
    assert lines(f'<section hidden="until-found">{LEAD}</section>') == ["The", "Foot"]


def test_an_article_for_those_without_scripts_is_read_where_there_is_no_other() -> None:
    """A request to allow scripts is no article."""
    assert lines(f"<div id='app'></div><noscript>{(LEAD + WORDS) * 2}</noscript>") == ["The", "It"] * 2 + ["Foot"]
    assert lines("<div id='app'></div><noscript><p>Please allow scripts.</p></noscript>") == ["Foot"]
