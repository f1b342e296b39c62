"""Who speaks: the subject of the reporting verb, and nobody where that is not plain."""

import pytest

from generator.analysis import analyse
from tests.analysis.articles import article
from tests.analysis.found import make_document

NAMES = {
    "Jane Roe": "p1", "Roe": "p1", "Max Poe": "p2", "Poe": "p2", "Ann Doe": "p3", "Harbour Board": "o1",
    "Foreign Ministry": "o2", "Reuters": "o3", "Quill": "p5", "Vark": "p6",
    "Daily Bugle": "o4", "Ruritania": "l1", "Brussels": "l2",
}  # fmt: skip


def speakers(text: str, roles: dict[str, str] | None = None) -> list[str | None]:
    return [speaker for _, speaker in article(text, NAMES, roles).said()]


@pytest.mark.parametrize(
    "text",
    [
        "“We will go,” said Prime Minister Jane Roe as she left Max Poe.",
        "“We will go,” Roe told Max Poe.",
        "Roe told Max Poe: “We will go.”",
        "Roe said in Brussels that “we will not go there again”.",
        "According to Roe, “we will go back there soon”.",
        "“We will go back there soon,” according to Jane Roe.",
        "Roe, the head of the Harbour Board, said: “We will go.”",
        "“We will go,” said the head of the board, Jane Roe.",
        "“We will go,” Roe, who met Poe in Brussels, was quoted as saying.",
        "Roe met Max Poe in Brussels, saying “we will go there”.",
        "Roe has also said: “We will go.”",
        "Roe on Thursday said: “We will go.”",
        "Harbour Board head Jane Roe said: “We will go.”",
        "“We will go,” added Lt. Gen. Jane Roe.",
        "The head of the Harbour Board, Jane Roe, said: “We will go.”",
        "One of Max Poe's lawyers, Jane Roe, said: “We will go.”",
        "“We will go,” said the farmers' lawyer, Jane Roe.",
        "The Harbour Board quoted Jane Roe, the mayor, as saying “we will go there”.",
    ],
)
def test_the_subject_of_the_reporting_verb_speaks(text: str) -> None:
    """Before or behind the verb, with titles, appositions and times in between; listeners do not speak."""
    assert speakers(text) == ["p1"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will go,” said a spokesman for Jane Roe.",
        "A spokesman for Jane Roe said: “We will go.”",
        "Roe's lawyer said: “We will go.”",
        "“We will go,” officials in Brussels said.",
        "“We will go,” the mayor of Brussels said.",
        "“We will go,” a witness said.",
        "The plan of “more ports for all” calls for Jane Roe.",
        "“We will go,” said the ‘Daily Pearl’ editor Max Poe.",
        "“We will go,” Roe and Poe said.",
        "Roe was told: “You will go.”",
        "Roe did not say “we will go there now”.",
        "“We will go.”",
        "Roe left. Poe stayed. “We will go.”",
    ],
)
def test_nobody_speaks_where_it_is_not_plain(text: str) -> None:
    """A name governed by a preposition, two names, a listener, or no verb at all: no speaker."""
    assert speakers(text) == [None]


def test_of_two_people_joined_by_a_preposition_neither_speaks() -> None:
    """Where the role of one follows the name of another, "Roe in the Morning writer Max Poe", it may be either."""
    assert speakers("Longtime Roe in the Morning writer Max Poe said: “We go.”", {"p2": "Morning writer"}) == [None]


def test_a_common_noun_is_shown_as_it_stands() -> None:
    """Who is named by a common noun only has no entity, but the words that name him."""
    for text, words in [
        ("“We ran,” a witness said.", "a witness"),
        ("A spokesman for Roe said: “No.”", "A spokesman for Roe"),
    ]:
        (quotation,) = article(text, NAMES).quotations()
        assert quotation.speaker is None
        assert quotation.speaker_span and quotation.speaker_span.of(text) == words


def test_he_is_whoever_spoke_last_not_the_nearest_name() -> None:
    """A pronoun stands for the speaker of the running statement, here or one paragraph before."""
    text = "“We will go,” Roe told a news conference with Max Poe.\n“It is late,” she added."
    assert speakers(text) == ["p1", "p1"]
    text = "Roe said the talks with Max Poe had failed. “It is late,” she added."
    assert speakers(text) == ["p1"]


def test_a_pronoun_does_not_reach_far() -> None:
    """Two paragraphs later, or behind a sentence about another person, "she" may be anybody."""
    assert speakers("Roe said it was late.\nThe rain fell.\nIt was wet.\n“We go,” she said.") == [None]
    assert speakers("Quill said it was late. Vark agreed with the plan. “We go,” he said.") == [None]


def test_a_pronoun_keeps_to_its_person() -> None:
    """Who was "he" a moment ago is not "she" now."""
    assert speakers("Quill spoke. “A day,” he said. “A week,” she said.") == ["p5", None]


def test_a_pronoun_without_statement_needs_one_person() -> None:
    """With one person named in the paragraph the pronoun is clear, with two it is not."""
    assert speakers("Roe came late. “We are tired now,” she said.") == ["p1"]
    assert speakers("Quill met Vark. “We are tired now,” she said.") == [None]
    assert speakers("Jane Roe met Max Poe. “We are tired now,” he said.") == ["p2"]


def test_a_body_speaks_through_its_release() -> None:
    """What "the release said" and the quotation that goes on were said by the body that put it out."""
    text = (
        "“Roe will travel,” the Foreign Ministry said in a press release on Thursday. “She will meet Poe.”\n"
        "Poe will “lead the talks”, the release said."
    )
    assert speakers(text) == ["o2", "o2", "o2"]
    assert speakers("Roe spoke. “We will lead the talks,” the release said.") == [None]


def test_a_phrase_belongs_to_whoever_speaks_in_its_sentence() -> None:
    """A fragment has the speaker of its sentence, if there is one."""
    assert speakers("Ruritania must give a ‘fair answer’, said Jane Roe as she left.") == ["p1"]
    assert speakers("The ‘fair answer’ never came.") == [None]


def test_the_medium_that_reports_is_no_speaker() -> None:
    """ "reported Reuters" names the medium; it holds for what the same speaker says next in the paragraph only."""
    text = (
        "Roe said a ‘fair answer’ was due, reported Reuters. She wanted it in ‘good time’, she added.\n"
        "Roe said it was ‘late’."
    )
    found = article(text, NAMES).quotations()
    assert [(q.speaker, q.via) for q in found] == [("p1", "Reuters"), ("p1", "Reuters"), ("p1", None)]


def test_an_unknown_medium_counts_beside_a_speaker() -> None:
    """ "as per" an organization, next to somebody who speaks, names who reported it."""
    text = "Roe asserted that the ‘whole plan’ was dead, as per the Daily Bugle."
    assert [(q.speaker, q.via) for q in article(text, NAMES).quotations()] == [("p1", "Daily Bugle")]


def test_a_stated_role_belongs_to_its_person() -> None:
    """A role between the name and the verb, its comma forgotten, does not hide the speaker."""
    text = "Jane Roe, Ruritanian envoy to the Harbour Board (HB) said “we will go there”."
    assert speakers(text, {"p1": "Ruritanian envoy to the Harbour Board (HB)"}) == ["p1"]
    assert speakers(text) == ["p1"]


@pytest.mark.parametrize("title", ["Undersecretary for Ports", "Deputy Minister for Ports and Fisheries"])
@pytest.mark.parametrize("form", ["{} Roe", "{} Mr. Roe", "The {} Mr. Roe", "{} Mr. Jane Roe"])
def test_a_role_before_a_form_of_address_belongs_to_its_person(title: str, form: str) -> None:
    """The preposition inside a stated role governs no name, with "Mr." between them or not."""
    assert speakers(f"{form.format(title)} says “we will go there”.", {"p1": title}) == ["p1"]
    assert speakers(f"A clerk of the {title} Mr. Roe says “we will go there”.", {"p1": title}) == [None]


def test_according_to_him_is_whoever_spoke_last() -> None:
    """ "Him" stands for a person as "he" does; "her lawyer" is somebody else."""
    story = article(
        "Poe said the port was old. According to him, the port shut. According to her lawyer, the port was new.", NAMES
    )
    assert [claim.claimant for claim in story.claims()] == ["p2", "p2", None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Adil Farouk said no. A spokesman, Morgan Hale, was sad: “We will not go there,” he said.", "Morgan Hale"),
        ("Adil Farouk said no. Morgan Hale was sad: “We will not go there,” he said.", "Morgan Hale"),
        ("Adil Farouk said no. He blamed Morgan Hale: “We will not go there,” he said.", "Adil Farouk"),
        ("Adil Farouk said no. The mayor blamed Morgan Hale: “We will not go there,” he said.", None),
    ],
)
def test_who_leads_to_the_words_says_them(text: str, speaker: str | None) -> None:
    """The subject before the colon is who "he said" behind the words stands for; who is only spoken of there is not."""
    analysis = analyse(make_document(text))
    names = {entity.id: entity.name for entity in analysis.entities}
    assert [names.get(quote.speaker or "") for quote in analysis.quotations] == [speaker]
