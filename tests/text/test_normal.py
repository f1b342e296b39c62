"""The normalized view: what encodings and typesetting did is undone, and every place leads back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.text.normal import normalize

PIECES = st.lists(
    st.sampled_from(
        [
            *[
                "Ann",
                "Bell",
                " ",
                "said",
                ". ",
                "\n",
                '"',
                "“",
                "”",
                "’",
                "é",
                "e\u0301",
                "ﬁ",
                "\u00a0",
                "\u00a0 ",
                "\u2011",
            ],
            *[
                "\u00ad",
                "\u200b",
                "\ufeff",
                "\u200d",
                "â€™",
                "â€œ",
                "â€\u009d",
                "Ã©",
                "Â\u00a0",
                "``",
                "''",
                "Ä“",
                "\u0301",
            ],
        ]
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Sher\u00adman and Lav\u200brov", "Sherman and Lavrov"),
        ("\ufeffHello\u200b there", "Hello there"),
        ("donâ€™t, â€œgoâ€\u009d or â€“ cafÃ©", "don’t, “go” or – café"),
        ("Itâ€™s â‚¬5 â†’ now", "It’s €5 → now"),
        ("Itâ€™s a â˜ƒ", "It’s a â˜ƒ"),
        ("ItÂ\u00a0rained. Donâ€™t go.", "It rained. Don’t go."),
        ("the of\ufb01ce of\u00a0\u00a0the \ufb02at", "the office of the flat"),
        ("Jose\u0301 Mun\u0303oz", "José Muñoz"),
        ("Jean\u2011Luc O\u00b4Brien and O\u02bcNeill", "Jean-Luc O’Brien and O’Neill"),
        ('“We go," he said. "They go,” she said.', "“We go,” he said. “They go,” she said."),
        ("``We go,'' he said", "“We go,” he said"),
    ],
)
def test_repairs(text: str, view: str) -> None:
    """Each kind of damage is undone."""
    assert normalize(text).text == view


@pytest.mark.parametrize(
    "text",
    [
        "„Das war groß“, sagte er. „Und ein Ä“",
        "“AMANHÃ” and “Â” are letters",
        'a 6" pipe and a “long” word',
        "L''état",
        "می‌خواهم",
        "👩\u200d🚀 flew",
        "it's '90s \"style\"",
        "a  b\tc",
    ],
)
def test_what_only_looks_odd_stays(text: str) -> None:
    """German quotation marks, inches, joiners of other scripts and plain double spaces are no damage."""
    assert normalize(text).text == text


@given(st.text(st.characters(codec="ascii")))
def test_a_plain_text_is_unchanged(text: str) -> None:
    """A text without odd characters is its own view, and every place is its own."""
    normal = normalize(text.replace("`", ""))
    assert (normal.text, normal.edits) == (text.replace("`", ""), ())


@given(PIECES)
def test_every_place_leads_back(text: str) -> None:
    """The characters of the view stand for all characters of the source, in order, none twice but in one edit."""
    normal = normalize(text)
    assert normal.to_source(Span(0, len(normal.text))) == Span(0, len(text)) or not text
    at = 0
    for n in range(len(normal.text)):
        start, end = normal.to_source(Span(n, n + 1))
        assert start < end <= len(text)
        assert start in (at, last_start(normal.edits, at))
        at = end
    for edit in normal.edits:
        assert normal.to_source(edit.view) == edit.source
        assert normal.to_view(edit.source) == edit.view


def last_start(edits: tuple, at: int) -> int:  # type: ignore[type-arg]  # of edits
    """Where the edit that ends at `at` begins: the second letter of a ligature stands where the first does."""
    return next((edit.source.start for edit in edits if edit.source.end == at), -1)


@given(PIECES)
def test_a_span_of_the_source_comes_back(text: str) -> None:
    """Words of the source that no edit cuts through are found at the same place again."""
    normal = normalize(text)
    inner = {place for edit in normal.edits for place in range(edit.source.start + 1, edit.source.end)}
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if not {start, end} & inner:
                assert normal.to_source(normal.to_view(Span(start, end))) == Span(start, end)
