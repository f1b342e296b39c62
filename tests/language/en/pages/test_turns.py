"""Labels of turns are found where a text is a transcript, an interview or a chat, and nowhere else."""

import pytest

from generator.language.en.pages.turns import find_turns
from tests.language.reading import lines_of


def turns(text: str) -> list[tuple[str, str]]:
    """Each turn as label and words; every line is a paragraph."""
    return [(turn.label.of(text), turn.said.of(text)) for turn in find_turns(text, lines_of(text))]


BRIEFING = "MS. ROE:  Good day.\nQ    Who pays?\nMS. ROE:  The town.\nQUESTION: When?\nMR. POE: Soon."
BROADCAST = (
    "NELL VALE, HOST: Good evening.\nGOV. TOM ROE (R), WESTLAND: It is late.\nVALE: Thank you.\n"
    "Luis Poe, KXYZ (voice-over): The hall was full."
)
DEBATE = (
    "The Minister of Works (Mr. Sami Roe): I beg to move.\nMs. Ann Poe (Westport): Will he give way?\n"
    "Mr. Roe: I will.\nThe Speaker: Order.\nMs. Poe: The town waits."
)
INTERVIEW = "HL: I was a boy.\nWN: And then?\nHL: I went to sea.\nWN: Why?"
CHAT = (
    "[04/09/2021, 07:16:20] Nina Roe: The lorries came.\n[04/09/2021, 07:16:51] Tom: And who let them in?\n"
    "[04/09/2021, 07:17:40] Nina Roe: A clerk: the new one."
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (BRIEFING, ["MS. ROE:", "Q", "MS. ROE:", "QUESTION:", "MR. POE:"]),
        (
            BROADCAST,
            ["NELL VALE, HOST:", "GOV. TOM ROE (R), WESTLAND:", "VALE:", "Luis Poe, KXYZ (voice-over):"],
        ),
        (
            DEBATE,
            [
                "The Minister of Works (Mr. Sami Roe):",
                "Ms. Ann Poe (Westport):",
                "Mr. Roe:",
                "The Speaker:",
                "Ms. Poe:",
            ],
        ),
        (INTERVIEW, ["HL:", "WN:", "HL:", "WN:"]),
        (CHAT, [line[: line.index(": ") + 1] for line in CHAT.split("\n")]),
        ("Q: Who pays?\nA: The town does.\nQ: When?\nA: In May.", ["Q:", "A:", "Q:", "A:"]),
    ],
)
def test_labels_are_told_from_what_is_said(text: str, labels: list[str]) -> None:
    """Briefings, broadcasts, debates, interviews and chats: the label ends with its colon, the rest is said."""
    assert [label for label, _ in turns(text)] == labels
    assert [f"{label} {said}".split() for label, said in turns(text)] == [line.split() for line in text.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "Note: The port is old.\nWHERE: Westport harbour.\nWHEN: Monday, at noon.\nNOTE: It is old.",
        "LAGOS: A market burned down.\nKANO: A hall burned down.\nLAGOS: It rained all day.\nABUJA: It was dry.",
        "Jane Roe: the mayor of Westport.\nMax Poe: a farmer who sued.\nThe town: 20,000 people.\nThe port: very old.",
        "ROE: 45 percent\nPOE: 30 percent\nVALE: 25 percent\nROE: 45 percent",
        "The mayor said one thing: the port is safe.\nHer plan: a new wall.\nHer hope: a new port.\nIt is old.",
        "MS. ROE: Good day.",
        "He left.\n" * 20 + "MS. ROE: Good day.\nMR. POE: Hello there.\nMS. ROE: Well.",
        "12:30 Two ships collided.\n12:45 A third one sank.\n13:00 The port was closed.",
        "Subject: The port\nFrom: Jane Roe\nTo: Max Poe\nDate: May 3\nSubject: The port",
        "A man left.\nA woman came.\nA child cried.\nQ and A followed.",
    ],
)
def test_what_only_looks_like_turns(text: str) -> None:
    """Notes, news in brief, lists, polls, mails and single labels are no transcript."""
    assert turns(text) == []


@pytest.mark.parametrize(
    "unit", ["A: b. ", "Q: ", "[1/1/2020, 10:00] A: b\n", "ROE (", "Mr. Roe (a) (b", "A B ", "12:00 "]
)
def test_long_monotonous_texts_go_through(unit: str) -> None:
    """Twenty thousand times the same characters are read to the end."""
    turns(unit * (20_000 // len(unit)))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Ann Poe 0:05\nIt is late.\nTom Roe 0:12\nIt is.\nAnn Poe 0:20\nGo home.",
            ["Ann Poe 0:05", "Tom Roe 0:12", "Ann Poe 0:20"],
        ),
        (
            "Ann Poe\nIt is late.\nTom Roe (Holm) (Lab)\nIt is.\nAnn Poe\nGo.\nTom Roe\nI go.",
            ["Ann Poe", "Tom Roe (Holm) (Lab)", "Ann Poe", "Tom Roe"],
        ),
        (
            "Mr. ROE. I rise.\nThe CHAIR. Sit.\nMr. ROE. I do.\nThe CHAIR. Good.",
            ["Mr. ROE.", "The CHAIR.", "Mr. ROE.", "The CHAIR."],
        ),
    ],
)
def test_labels_without_a_colon(text: str, labels: list[str]) -> None:
    """Over what is said, with or without the hour, and before it with a full stop."""
    assert [label for label, _ in turns(text)] == labels


@pytest.mark.parametrize(
    "text",
    [
        "The council\nTom Roe\nMayor of Holm\nAnn Poe\nHead of the port\nTom Roe\nHe has been mayor since May.",
        "Tom Roe\nHe is the mayor.\nAnn Poe\nShe is the clerk.\nBo Ek\nHe pays.\nEd Moss\nHe waits.",
        "Mr. Roe. He left.\nMr. Poe. He came.\nMr. Ek. He stayed.\nMr. Moss. He slept.",
        "Lt. Gen. Karl Ost came.\nLt. Gen. Karl Ost left.\nMr. Roe. He left.\nLt. Gen. Karl Ost slept.",
    ],
)
def test_names_that_are_no_labels(text: str) -> None:
    """Names over what is told of people, and a name that ends a sentence."""
    assert turns(text) == []


def test_messages_as_the_reader_of_chats_writes_them_are_turns_however_few() -> None:
    """One message is enough where all paragraphs begin so; the same hour in another form is not."""
    assert turns("[2021-05-05, 10:05] Ann Poe: The pier is shut.") == [
        ("[2021-05-05, 10:05] Ann Poe:", "The pier is shut.")
    ]
    assert turns("05.05.21, 10:05 - Ann Poe: The pier is shut.") == []
    assert turns("[2021-05-05, 10:05] Ann Poe: The pier is shut.\nThe town waits.") == []
