"""Who speaks in a transcript, an interview or a chat is told by the labels of its turns."""

from generator.analysis import analyse
from generator.cleaning import clean
from generator.model import Analysis
from tests.analysis.found import make_document


def study(text: str) -> Analysis:
    """The analysis of a text whose every line is a paragraph."""
    return analyse(clean(make_document(text)))


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says each quotation, and its words."""
    found = study(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [(names.get(q.speaker or ""), q.span.of(text)) for q in found.quotations]


BRIEFING = (
    "Press briefing by Secretary Jane Dorran\n\nMS. DORRAN: Good day. The port will open in June.\n\n"
    "QUESTION: Who will pay for it?\n\nMS. DORRAN: The town will pay for half of it.\n\n"
    "The rest comes from the state.\n\n"
    "(Laughter.)\n\nQUESTION: When will it open?\n\nMS. DORRAN: I told you: in June."
)


def test_each_turn_is_said_by_its_label() -> None:
    """Each paragraph of a turn is a quotation of its speaker; questions of nobody and asides are none."""
    assert said(BRIEFING) == [
        ("Jane Dorran", "Good day. The port will open in June."),
        ("Jane Dorran", "The town will pay for half of it."),
        ("Jane Dorran", "The rest comes from the state."),
        ("Jane Dorran", "I told you: in June."),
    ]
    assert {q.rule for q in study(BRIEFING).quotations} == {"the label of the turn"}


def test_labels_stand_in_no_sentence_and_questions_are_no_headings() -> None:
    """A label is a block apart that is no sentence; a question is a paragraph."""
    found = study(BRIEFING)
    assert not [s for s in found.sentences if "DORRAN" in s.of(BRIEFING) or "QUESTION" in s.of(BRIEFING)]
    assert "heading" not in {block.kind for block in found.document.blocks}
    assert [b.span.of(BRIEFING) for b in found.document.blocks if b.is_label][:2] == ["MS. DORRAN:", "QUESTION:"]


def test_initials_are_those_of_whom_the_opening_names() -> None:
    """ "HL" is Hugh Lang, who is named before the first turn; initials that nobody has stay words."""
    text = (
        "The last ferryman\n\nHugh Lang has run the ferry for forty years. He spoke with us on Monday.\n\n"
        "XY: How did it begin?\n\nHL: I was a boy then.\n\nXY: Will it go on?\n\nHL: Nobody knows that."
    )
    assert said(text) == [
        (None, "How did it begin?"),
        ("Hugh Lang", "I was a boy then."),
        (None, "Will it go on?"),
        ("Hugh Lang", "Nobody knows that."),
    ]
    assert "HL" not in {entity.name for entity in study(text).entities}


def test_what_the_program_of_a_chat_writes_is_cut() -> None:
    """Notices and left-out pictures are no content; the sender of each message speaks."""
    text = (
        "[04/09/2021, 07:15:32] Messages to this group are now secured and end-to-end encrypted. Tap for more.\n"
        "[04/09/2021, 07:16:20] Nina Voss: The lorries came to the depot at dawn.\n"
        "[04/09/2021, 07:16:51] Paul Keane: And who let them in?\n"
        "[04/09/2021, 07:17:40] Nina Voss: The clerk did.\n[04/09/2021, 07:18:02] Paul Keane: <Media omitted>"
    )
    assert said(text) == [
        ("Nina Voss", "The lorries came to the depot at dawn."),
        ("Paul Keane", "And who let them in?"),
        ("Nina Voss", "The clerk did."),
    ]
    cut = [b.span.of(text) for b in study(text).document.blocks if b.kind == "boilerplate"]
    assert cut == [text.split("\n")[0], text.split("\n")[-1]]


def test_a_quotation_inside_a_turn_is_part_of_it() -> None:
    """Outermost quotations only: the turn holds what is quoted in it."""
    text = BRIEFING.replace("in June.\n", "in “the best June of all”.\n")
    assert len(said(text)) == 4


def test_what_a_turn_quotes_of_another_is_his() -> None:
    """Where a name tells who said it; the rest of the turn stays with its speaker, and no two quotations overlap."""
    text = BRIEFING.replace(
        "in June.\n", "in June. Mayor Tom Vane said, “The port is rotten from end to end.” I said, “I hope not.”\n"
    )
    assert said(text)[:3] == [
        ("Jane Dorran", "Good day. The port will open in June. Mayor Tom Vane said,"),
        ("Tom Vane", "The port is rotten from end to end."),
        ("Jane Dorran", "I said, “I hope not.”"),
    ]
    text = BRIEFING.replace("in June.\n", "in June. He told me, “The port is rotten.” I said, “So it is.”\n")
    assert said(text)[0] == (
        "Jane Dorran",
        "Good day. The port will open in June. He told me, “The port is rotten.” I said, “So it is.”",
    )


def test_cleaning_twice_changes_nothing_more() -> None:
    """A label that stands apart is not looked at again."""
    once = clean(make_document(BRIEFING))
    assert clean(once).blocks == once.blocks


def test_an_office_is_who_is_said_to_hold_it() -> None:
    """ "THE PRESIDENT" is the one president whom the text names before the first turn; with none, or two, nobody."""
    turns = "THE PRESIDENT: The harvest was good.\n\nQ: Was it?\n\nTHE PRESIDENT: It was.\n\nQ: And the price?"
    assert {who for who, _ in said(f"Remarks by President Ada Holm at the fair\n\n{turns}")} == {"Ada Holm"}
    assert {who for who, _ in said(f"Remarks at the fair\n\n{turns}")} == {None}
    both = "Remarks by President Ada Holm and President Eskil Rive at the fair"
    assert {who for who, _ in said(f"{both}\n\n{turns}")} == {None}


def test_a_title_in_a_label_shows_a_person() -> None:
    """ "MR. DUVAL" is one, "Mr Speaker" and "UNIDENTIFIED MALE" are none."""
    text = (
        "The hearing\n\nMR. DUVAL: I object to that.\n\nMr Speaker: Order, order.\n\nMR. DUVAL: I do.\n\n"
        "UNIDENTIFIED MALE: So do I.\n\nMR. DUVAL: Thank you."
    )
    assert [who for who, _ in said(text)] == ["DUVAL", None, "DUVAL", None, "DUVAL"]
    assert [entity.name for entity in study(text).entities if entity.type == "Person"] == ["DUVAL"]


def test_a_note_between_sentences_is_said_by_nobody() -> None:
    """It divides what is said; a word that was not heard stays in its sentence."""
    text = BRIEFING.replace("half of it.", "half [inaudible] of it. (Laughter.) I hope.")
    assert ("Jane Dorran", "The town will pay for half [inaudible] of it.") in said(text)
    assert ("Jane Dorran", "I hope.") in said(text)
    assert not [s for s in study(text).sentences if "Laughter" in s.of(text)]


def test_a_surname_with_a_hyphen_is_its_bearer() -> None:
    """Broadcasts name a speaker in full once."""
    text = (
        "The late report\n\nROBERT PRIOR-WAND, ECONOMIST: It was huge.\n\nANN POE, HOST: How huge?\n\n"
        "PRIOR-WAND: Very huge.\n\nPOE: Good night."
    )
    assert [who for who, _ in said(text)] == ["ROBERT PRIOR-WAND", "ANN POE", "ROBERT PRIOR-WAND", "ANN POE"]


def test_a_question_may_go_on_in_small_letters() -> None:
    """Somebody who was interrupted goes on with "Q" and no capital; by itself it shows nothing."""
    text = "MS. ROE: Go ahead.\n\nQ Who pays for it —\n\nMS. ROE: We do.\n\nQ in the end?\n\nMS. ROE: Yes.\n\nQ When?"
    assert [words for _, words in said(text)] == ["Go ahead.", "We do.", "Yes."]
