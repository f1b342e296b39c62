"""Words are cut as the treebanks cut them, and every sign belongs to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.en.model.words import find_tokens
from generator.model import Span

CUT = [
    "Mr. | Obama | 's | aides | do | n't | agree | .",
    "The | U.S. | - | led | talks | cost | $ | 1,000.5 | ...",
    "See | https://example.org/a?b=1 | or | ask | a.b@example.org | !",
    "O'Brien | of | AT&T | met | J. | R. | Vale | ; | they | can | not | go",
    "No. | 10 | is | n’t | the | 20th | house | , | he | ’ll | say",
    "non-stop | pre-war | pro-slavery | anti-war | re-elected | cross-border | mid-term | multi-storey | ex-wife",
    "co-pilot | post-war | sub-zero | semi-final | mini-bus | inter-city | counter-claim | pseudo-code | ultra-thin",
    "micro-brewery | neo-liberal | bi-weekly | e-mail | but | pro | - | Beijing | and | sea | - | blue",
    "=== | A | - | B | --- | “ | quoted | ”",
]


@pytest.mark.parametrize("cut", CUT)
def test_words_are_cut_as_in_the_treebanks(cut: str) -> None:
    """Clitics and hyphens stand apart; abbreviations, figures, addresses and runs of one sign stay whole."""
    words = cut.split(" | ")
    text, glued = "", set("'’-.,!?;”")
    for number, word in enumerate(words):
        joined = word[0] in glued or word in ("n't", "n’t", "not") or (number and words[number - 1] in ("-", "$", "“"))
        text += word if not text or joined else " " + word
    assert [span.of(text) for span in find_tokens(text, [Span(0, len(text))])[0]] == words


@given(st.text(max_size=200))
def test_every_sign_belongs_to_one_word(text: str) -> None:
    """Words are in order, do not overlap, and leave nothing but white space out."""
    rest, at = "", 0
    for span in find_tokens(text, [Span(0, len(text))])[0]:
        assert at <= span.start < span.end
        rest += text[at : span.start]
        at = span.end
    assert not (rest + text[at:]).strip()
