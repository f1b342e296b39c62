"""How much of an answer is read."""

import json

from generator.summarizer.replies import read_reply


def reply(count: int) -> str:
    """An answer of so many sentences."""
    return json.dumps({"sentences": [{"text": f"Sentence {number}.", "from": [1]} for number in range(count)]})


def test_an_answer_has_at_most_forty_sentences() -> None:
    """Those behind them are passed over."""
    assert [len(read_reply(reply(count)) or ()) for count in (39, 40, 41, 90)] == [39, 40, 40, 40]


def test_json_is_looked_for_at_two_hundred_braces() -> None:
    """What stands behind more of them is no answer that somebody asked for."""
    assert read_reply("{ " * 199 + reply(1)) is not None
    assert read_reply("{ " * 200 + reply(1)) is None
