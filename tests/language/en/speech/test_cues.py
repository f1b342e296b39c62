"""Speakers that no reporting verb tells: by the parse, by a signature, by an office."""

import pytest

from generator.analysis import analyse
from tests.analysis.found import make_document


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    """For each quotation the name of the speaker and the words that name him there."""
    analysis = analyse(make_document(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    words = [q.speaker_span.of(text) if q.speaker_span else None for q in analysis.quotations]
    return [(names.get(q.speaker or ""), word) for q, word in zip(analysis.quotations, words, strict=True)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbor was closed. The city reasoned, “we cannot pay for all of these repairs”.", (None, "The city")),
        ("The pier fell. “We all saw it coming for years,” sighed Maria Lopez.", ("Maria Lopez", "Maria Lopez")),
        ("Everybody was late. Physicist Maria Lopez summarized it: “Nobody has read the plan.”", ("Maria Lopez",) * 2),
    ],
)
def test_any_verb_may_introduce_a_quotation(text: str, speaker: tuple[str | None, str]) -> None:
    """A verb that is no reporting verb has a speaker where the quotation is set off and depends on it."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez heard the crowd, “we will not go home tonight”.",
        "Maria Lopez will argue, “we cannot pay for all of these repairs”.",
    ],
)
def test_who_hears_or_will_speak_says_nothing(text: str) -> None:
    """Who only hears it, or is yet to say it, is no speaker."""
    assert speakers(text) == [(None, None)]


def test_a_signature_names_the_speaker() -> None:
    """A name behind a dash behind a quotation is its speaker; there is no cue."""
    text = "The city waits.\n“We have been waiting for years.” — Maria Lopez"
    assert speakers(text) == [("Maria Lopez", "Maria Lopez")]
    assert analyse(make_document(text)).quotations[0].cue is None


def test_an_office_names_the_one_who_holds_it() -> None:
    """ "The minister" is the one person whose role says so; of two it is not plain, and the words are kept."""
    one = "Foreign Minister Maria Lopez met the crowd. “We have time,” the foreign minister said."
    two = "Foreign Minister Maria Lopez met Foreign Minister John Smith. “We have time,” the foreign minister said."
    assert speakers(one) == [("Maria Lopez", "the foreign minister")]
    assert speakers(two) == [(None, "the foreign minister")]


def test_whose_campaign_it_is_does_not_speak() -> None:
    """A name that only tells whose campaign or chancellor it is, is no speaker."""
    campaign = (
        "The Maria Lopez campaign criticized the plan, accusing the board of “not wanting to face any questions”."
    )
    assert speakers(campaign)[0][0] is None
    things = "The survey showed a habit that gulls slipped into as storms came: “These gulls are all new to us.”"
    assert speakers(things)[0][1] != "storms"


@pytest.mark.parametrize("told", ["Mr. Max Vale, 92, asked the court.", "Max Vale, 92, said to cheers."])
def test_an_age_stands_between_speaker_and_verb(told: str) -> None:
    """Behind a question the sentence goes on with "Max Vale, 92, asked": he speaks, and claims nothing."""
    text = f"“Who will pay for the road?” {told}"
    assert speakers(text) == [("Max Vale", "Max Vale")]
    assert analyse(make_document(text)).claims == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Maria Lopez, his wife, said John Smith “worked until his last breath”.", ["Maria Lopez"]),
        ("“We have time,” said Maria Lopez.", ["Maria Lopez"]),
        ("The party, said Maria Lopez, “is over for all of us now”.", ["Maria Lopez"]),
        ("It was hard, said Maria Lopez: “We lost the port.”", ["Maria Lopez"]),
        (
            "Reuters quoted Maria Lopez, formerly the deputy head of the harbor, as saying “the port is closed”.",
            ["Maria Lopez"],
        ),
        ("John Smith called it an “odd” case; Maria Lopez said “it is hard to say”.", [None, "Maria Lopez"]),
        ("The deal is “dead”, said Maria Lopez; John Smith left.", ["Maria Lopez"]),
    ],
)
def test_a_name_beside_the_verb_is_not_always_its_subject(text: str, told: list[str | None]) -> None:
    """Who is only spoken of in what is said, who reports, or who speaks behind a semicolon, is no speaker."""
    assert [who for who, _ in speakers(text)] == told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We cannot pay for it,” Ken Abbot recalled Maria Lopez saying.", "Maria Lopez"),
        ("“We cannot pay for it,” Ken Abbot recalled his wife saying.", None),
        ("“We cannot pay for it,” Ken Abbot remembered her telling him.", None),
        ("“We cannot pay for it,” Ken Abbot recalled.", "Ken Abbot"),
        ("“We cannot pay for it,” Ken Abbot recalled, saying it with a smile.", "Ken Abbot"),
        ("“We cannot pay for it,” Ken Abbot told the board, telling it to go home.", "Ken Abbot"),
    ],
)
def test_who_recalls_what_another_said_is_not_who_said_it(text: str, speaker: str | None) -> None:
    """Behind "recalled" with somebody saying, he or she speaks, or nobody who is known."""
    assert [who for who, _ in speakers(text)] == [speaker]
