"""What a brief says of the language of its text."""

import pytest

from generator.analysis import analyse
from generator.model import Analysis, Block, Declaration, Document, Span

ENGLISH = "The council met in the town hall on Monday, and the mayor said that the bridge would be closed for a week."
GERMAN = "Der Rat tagte am Montag im Rathaus, und die Bürgermeisterin sagte, dass die Brücke eine Woche lang zu bleibt."


def read(text: str, *declarations: Declaration) -> Analysis:
    blocks = (Block("paragraph", Span(0, len(text))),) if text else ()
    return analyse(Document("a.txt", "a", "0" * 64, text, blocks, declarations))


@pytest.mark.parametrize(("text", "told"), [(ENGLISH, 0), (GERMAN, 1), ("Zug 12 / 7 / 3", 1), ("", 0)])
def test_note(text: str, told: int) -> None:
    """A text in another language, or in an undetermined one, says that less is found in it; an empty one does not."""
    notes = [problem for problem in read(text).problems if "by rules only" in problem.what]
    assert len(notes) == told
    assert all(note.severity == "note" for note in notes)


def test_editor_wins() -> None:
    """A language that the editor states is taken, and the note goes."""
    assert not read("Zug 12 / 7 / 3", Declaration("language", ("en",), "sidecar")).problems
