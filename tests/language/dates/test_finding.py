"""Which tense counts for a date inside quotation marks."""

import pytest

from generator.language.dates.expression import Dating
from generator.language.dates.finding import find_dates
from generator.language.en.dates.chain import find_expressions
from generator.language.en.dates.tense import Verbs
from generator.model import Block, Document, Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No strike before Friday," said Paul Orr.', None),
        ('"They left on Friday," said Paul Orr.', "2016-04-29"),
        ('"They will leave on Friday," said Paul Orr.', "2016-05-06"),
        ('"No strike," said Paul Orr on Friday.', "2016-04-29"),
    ],
)
def test_quoted_words_have_the_tense_of_their_own_verbs(text: str, expected: str | None) -> None:
    """Whoever spoke did so in the past; when it happens what he spoke of, his own words tell."""
    whole = Span(0, len(text))
    document = Document("", "", "", text, (Block("paragraph", whole),))
    dates = find_dates(document, [whole], "2016-05-05", Dating(find_expressions, Verbs))
    assert [date.value for date in dates] == [expected]
