"""What a messenger writes among the messages of a chat."""

import pytest

from generator.cleaning import clean
from tests.showing import document

CHAT = (
    "{stamp} Lena Hart: The convoy left Odrava at six in the morning.\n"
    "{stamp} Mark Dunne: Who told you that it had left?\n"
    "{stamp} Lena Hart: Someone at the gate, he saw it.\n"
    "{stamp} {line}\n"
)


def cut(text: str) -> list[str]:
    return [block.span.of(text) for block in clean(document(text)).blocks if block.kind == "boilerplate"]


@pytest.mark.parametrize(
    "stamp", ["[12/03/2022, 18:41:07]", "12/03/2022, 18:41 -", "3/12/22, 6:41 PM -", "[12.03.22, 18:41:07]"]
)
@pytest.mark.parametrize(
    "line",
    [
        "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
        "Mark Dunne: <Media omitted>",
        "Lena Hart: image omitted",
        "Lena Hart: This message was deleted",
        "Mark Dunne added Ann Lee",
        "Mark Dunne left",
        "Lena Hart changed the subject to Convoy",
    ],
)
def test_notices_of_a_messenger_are_left_out(stamp: str, line: str) -> None:
    """In the forms of the systems that export chats."""
    assert cut(CHAT.format(stamp=stamp, line=line)) == [f"{stamp} {line}"]


@pytest.mark.parametrize(
    "line",
    ["Lena Hart: Mark left at noon.", "Mark Dunne: They added two cars.", "Lena Hart: The image is blurred."],
)
def test_what_people_say_stays(line: str) -> None:
    """The same words behind a name are a message."""
    assert cut(CHAT.format(stamp="[12/03/2022, 18:41:07]", line=line)) == []
