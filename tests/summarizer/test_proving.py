"""What a machine writes is held against the sentences that it names; where the checks end is shown too."""

import pytest

from generator.build import Task, study_reading
from generator.cache import Reading
from generator.model import Source, WrittenFault
from generator.readers import read
from generator.summarizer.proving import find_fault
from generator.summarizer.replies import read_reply
from generator.summarizer.sources import Given, read_given

TEXT = """Ferries stop on Lake Orrin

By Ann Roe

5 May 2021

Port director Tom Hale closed the harbour of Westport on Monday. Rain killed 12 people and injured 5 near the pier.
“We will not sail before Tuesday,” Hale said. The mayor, Ann Bell, denied that the harbour was unsafe.
The ministry may reopen the harbour on 9 May. About 300 families left the lake on 3 May.
"""


def given() -> Given:
    """The sentences of the text."""
    reading = Reading(document=read(Source("ferries.txt", "ferries", TEXT.encode())))
    analysis = study_reading(Task("ferries.txt", reading), summary_sentences=3, check_evidence=False).analysis
    assert analysis
    return read_given(analysis, [" ".join(span.of(analysis.document.text).split()) for span in analysis.sentences])


GIVEN = given()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tom Hale closed the harbour of Westport on Monday.", [1]),
        ("The harbour of Westport was closed on Monday.", [1]),
        ("Rain killed 12 people near the pier.", [2]),
        ("The rain injured 5 near the pier.", [2]),
        ("“We will not sail before Tuesday,” Hale said.", [3]),
        ('Hale said the ferries will "not sail before Tuesday".', [1, 3]),
        ("Ann Bell denied that the harbour was unsafe.", [4]),
        ("The ministry may reopen the harbour on 9 May.", [5]),
        ("About 300 families left the lake.", [6]),
        # Who does what to whom nobody can prove: this one is wrong, and is shown.
        ("The harbour of Westport closed Tom Hale on Monday.", [1]),
    ],
)
def test_what_its_sentences_say_is_shown(text: str, numbers: list[int]) -> None:
    """Other order, fewer words and other forms of words are no fault."""
    assert find_fault(text, numbers, GIVEN) is None


@pytest.mark.parametrize(
    ("text", "numbers", "fault"),
    [
        ("Tom Hale closed the harbour of Westport on Monday.", [], "unproved"),
        ("Tom Hale closed the harbour of Westport on Monday.", [99], "unproved"),
        ("Tom Hale closed the harbour of Westport on Monday.", [0], "unproved"),
        ("Tom Hale closed the harbour", [1], "form"),
        ("Tom Bell closed the harbour of Westport on Monday.", [1, 4], "name"),
        ("Boris Hale closed the harbour of Westport on Monday.", [1], "name"),
        ("Port director boris closed the harbour of Westport on Monday.", [1], "name"),
        ("Ann Bell closed the harbour of Westport on Monday.", [1], "name"),
        ("Rain killed 5 people near the pier.", [2], "number"),
        ("Rain injured 12 people near the pier.", [2], "number"),
        ("Rain killed 13 people near the pier.", [2], "number"),
        ("Rain killed twelve people near the pier.", [2], "number"),
        ("Rain killed 12 thousand people near the pier.", [2], "number"),
        ("Tom Hale closed the harbour of Westport on Friday.", [1], "date"),
        ("Tom Hale closed the harbour of Westport yesterday.", [1], "date"),
        ("About 300 families left the lake on 9 May.", [6], "number"),
        ("“We will sail before Tuesday,” Hale said.", [3], "quotation"),
        ("“We will not sail before Tuesday,” Ann Bell said.", [3, 4], "quotation"),
        ("Hale said he “closed the harbour of Westport” on Monday.", [1], "quotation"),
        ("Hale “will not sail before Tuesday, he said.", [3], "quotation"),
        ("Hale said 'we sail before Tuesday' on the harbour.", [3], "quotation"),
        ("Ann Bell said that the harbour was unsafe.", [4], "denial"),
        ("Tom Hale never closed the harbour of Westport on Monday.", [1], "denial"),
        ("The ministry reopened the harbour on 9 May.", [5], "standing"),
        ("Westport is known for its fine old boats and good food.", [1], "words"),
    ],
)
def test_what_they_do_not_say_is_not_shown(text: str, numbers: list[int], fault: WrittenFault) -> None:
    """Each lie by its kind."""
    assert find_fault(text, numbers, GIVEN) == fault


@pytest.mark.parametrize(
    "words",
    [
        '{"sentences": [{"text": "A b.", "rests_on": [1, 2]}]}',
        '```json\n{"sentences": [{"text": "A b.", "rests_on": [1, 2]}]}\n```',
        '<think>{"sentences": 3} {x}</think>{"sentences": [{"text": "A\\n b.", "rests_on": [1, 2, 2]}]} Done.',
    ],
)
def test_an_answer_is_read_with_what_stands_around_it(words: str) -> None:
    """Fences and thoughts are passed over."""
    assert read_reply(words) == [("A b.", (1, 2))]


@pytest.mark.parametrize("words", ["", "{", "Sure!", "{" * 9000, "[" * 200_000, '{"sentences": {}}', '{"text": 1}'])
def test_what_is_no_answer_is_none(words: str) -> None:
    """However deep it is nested."""
    assert read_reply(words) is None


@pytest.mark.parametrize("one", ["3", '"A b."', '{"text": "A b."}', '{"rests_on": ["1"], "text": 4}', "null"])
def test_a_sentence_without_its_place_names_none(one: str) -> None:
    """It is counted, and dropped as unproved."""
    found = read_reply(f'{{"sentences": [{one}]}}')
    assert found is not None
    assert [draft.numbers for draft in found] == [()]
