"""Program code on a page: shown as what it is, and nobody's words."""

import pytest

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Document
from tests.readers.making import cuts, document, kept

PROGRAM = 'def greet(name):\n    return "I will greet you all, " + name'
LETTER = "\n\n".join(
    [
        "Dear Anna,\nthe pier of Westport was built in the spring of last year, and I have\nseen it since.",
        'The mayor called it "a wonder of the age" when she\nopened it, and eleven boats lay there that day.',
    ]
)
PROSE = "<p>The harbour of Westport will get a second pier, the city council decided on Tuesday.</p>"


def quoted(found: Document) -> list[str]:
    """What somebody is taken to have said."""
    analysis = analyse(clean(found))
    return [quotation.span.of(found.text) for quotation in analysis.quotations]


@pytest.mark.parametrize(
    "code",
    [
        f"<pre><code>{PROGRAM}</code></pre>",
        f"<pre class='brush: py'>{PROGRAM}</pre>",
        f"<div class='highlight'><pre><span>{PROGRAM}</span></pre></div>",
        f"<pre>{PROGRAM}</pre>",
        f"<p><code>{PROGRAM}</code></p>",
        "<pre>if it rains:\n    go home\nelse:\n    stay out\nend</pre>",
    ],
)
def test_a_block_of_code_is_labelled(code: str) -> None:
    """Where the page marks it as code, and where it reads so."""
    found = document("a.html", f"{PROSE}{code}{PROSE}")
    assert [reason for reason, _ in cuts(found)] == ["code"]
    assert quoted(found) == []


def test_preformatted_prose_is_text() -> None:
    """Verses and letters stand in the same element; what they quote is quoted."""
    found = document("a.html", f"{PROSE}<pre>{LETTER}</pre>")
    assert cuts(found) == []
    assert quoted(found) == ["a wonder of the age"]


def test_a_page_that_stands_in_pre_as_a_whole_is_text() -> None:
    """A letter or report with a few lines of code in it, whatever the page calls the element."""
    found = document("a.html", f"<pre class='code'>{LETTER}</pre><pre>{LETTER}</pre><pre>x = f(1);</pre>")
    assert "code" not in [reason for reason, _ in cuts(found)]
    assert len(kept(found)) == 4


def test_a_page_of_code_is_code() -> None:
    """Nothing is left to be quoted."""
    assert kept(document("a.html", f"<pre>{PROGRAM}\n\n{PROGRAM}</pre>")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", 'It calls <code>print("Go home now")</code> twice, Ann Lee said. "It is fine here," she said.'),
        ("a.md", 'It calls `print("Go home now")` twice, Ann Lee said. "It is fine here," she said.'),
    ],
)
def test_strings_in_a_sentence_are_no_quotations(name: str, text: str) -> None:
    """The sentence stays as it is, and quotations beside it are found."""
    found = document(name, text)
    assert kept(found)[0][1].startswith('It calls print("Go home now") twice, Ann Lee said.')
    assert [span.of(found.text) for span in found.code] == ['print("Go home now")']
    assert [words.rstrip(",") for words in quoted(found)] == ["It is fine here"]


def test_code_in_headings_and_lists_stays() -> None:
    """A name of a function heads its description."""
    found = document("a.html", f"{PROSE}<h2><code>f()</code></h2>{PROSE}<ul><li><code>json()</code></li></ul>")
    assert "code" not in [reason for reason, _ in cuts(found)]
    assert ("heading", "f()") in kept(found)
