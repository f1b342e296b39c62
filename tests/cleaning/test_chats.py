"""What a messenger writes among the messages of a chat."""

import pytest

from generator.cleaning import clean
from tests.showing import document

CHAT = (
    "{stamp} Nina Voss: The lorries came to the depot before it was light.\n"
    "{stamp} Paul Keane: And who let them in?\n"
    "{stamp} Nina Voss: The clerk did, I was with her.\n"
    "{stamp} {line}\n"
)


def cut(text: str) -> list[str]:
    return [block.span.of(text) for block in clean(document(text)).blocks if block.kind == "boilerplate"]


@pytest.mark.parametrize(
    "stamp", ["[04/09/2021, 07:15:32]", "04/09/2021, 07:15 -", "9/4/21, 7:15 AM -", "[04.09.21, 07:15:32]"]
)
@pytest.mark.parametrize("line", ["Paul Keane: <Media omitted>", "Paul Keane left"])
def test_notices_of_a_messenger_are_left_out(stamp: str, line: str) -> None:
    """In the forms of the systems that export chats."""
    assert cut(CHAT.format(stamp=stamp, line=line)) == [f"{stamp} {line}"]


@pytest.mark.parametrize("line", ["Nina Voss: Paul left at noon."])
def test_what_people_say_stays(line: str) -> None:
    """The same words behind a name are a message."""
    assert cut(CHAT.format(stamp="[04/09/2021, 07:15:32]", line=line)) == []
