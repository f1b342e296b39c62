"""What keeps a sentence out of a summary."""

import pytest

from generator.analysis.summaries.choosing import choose_summary
from generator.analysis.summaries.sentences import can_open, content_words, find_fault
from generator.language.en.summaries import BARRED
from tests.analysis.found import make_analysis


@pytest.mark.parametrize(
    "sentence",
    [
        "MS. POE: I can name no other guests at this hour.",
        "Q Can you tell us whether the minister will travel to Holm?",
        "1:26 P.M. EST MS. POE: I can name no other guests.",
        "JOHN POE, CNN ANCHOR: The wind has torn roofs off in Holm.",
        "11:25 Trams are running again on every line in Holm, says the city.",
        "See Poe v. Quay Haulage Co., 640 F. 2d 118, 122 (CA9 1981).",
        "Poe v. Quay, 12 U.S. 34, holds that reports of faults are protected.",
    ],
)
def test_labels_times_and_references_are_no_sentences_of_a_summary(sentence: str) -> None:
    """They stay out wherever there are others."""
    assert find_fault(sentence, content_words(sentence)) >= BARRED


@pytest.mark.parametrize(
    "sentence",
    [
        "She made this announcement at the opening of the new hospital in Holm.",
        "The minister made this announcement while speaking to pilots in Holm.",
        "The governor gave these warnings on Monday at the port of Holm.",
        "This announcement came after a long meeting of the council of Holm.",
        "The mayor stated this in Holm on Monday while receiving the pilots.",
    ],
)
def test_what_refers_to_the_sentence_before_opens_nothing(sentence: str) -> None:
    """It says that something was said, not what."""
    assert not can_open(sentence, content_words(sentence))
    assert find_fault(sentence, content_words(sentence)) > 1


@pytest.mark.parametrize(
    "sentence",
    [
        "See the harbor of Holm and you will know why ships come here, he said.",
        "NATO: the alliance will send ships to the harbor of Holm this summer.",
        "The announcement of the council that the port is closed was made on Monday.",
        "The minister said this year would be better for the pilots of Holm.",
        "The company made this car in the works near Holm for thirty years.",
        "HOLM, Jan 5 (AP) The port of Lima will close for a month on Monday.",
        "At 11:25 the trams were running again on every line in Holm, says the city.",
        "This Sunday the pilots of Holm crossed the sea to the west of it.",
    ],
)
def test_other_sentences_can_open_a_summary(sentence: str) -> None:
    """The same words in another place."""
    assert can_open(sentence, content_words(sentence))
    assert find_fault(sentence, content_words(sentence)) < 1


def test_a_long_or_glued_lead_is_a_lead() -> None:
    """Its length and its missing full stop speak against a sentence in the middle, not against the first."""
    long = (
        "Meeting in Holm, the council "
        + "which the pilots of the old harbor had asked for help " * 5
        + "closed the port"
    )
    text = (
        f"{long}\nThe pilots waited outside the harbor for three days.\nShips came back when the port was open again."
    )
    assert choose_summary(make_analysis(text), limit=1) == (0,)
