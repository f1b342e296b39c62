"""Claims: who is said to have said what, in words that are slices of the text."""

import pytest

from generator.analysis import analyse
from generator.language.en.speech.words import ACTS, act_of
from generator.text.wordlists import load_sections
from tests.analysis.articles import article
from tests.analysis.found import make_document

NAMES = {
    "Jane Roe": "p1", "Roe": "p1", "Max Poe": "p2", "Harbour Board": "o1", "Foreign Ministry": "o2", "Reuters": "o3",
    "Ruritania": "l1", "Brussels": "l2",
}  # fmt: skip


def claims(text: str) -> list[tuple[str | None, str]]:
    return [(claim.claimant, claim.span.of(text)) for claim in article(text, NAMES).claims()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe said that rents will rise.", ("p1", "rents will rise")),
        ("Jane Roe said rents will rise.", ("p1", "rents will rise")),
        ("Rents will rise, Jane Roe said.", ("p1", "Rents will rise")),
        ("Rents will rise, said Jane Roe as she left Brussels.", ("p1", "Rents will rise")),
        ("Rents will rise, Roe said in a statement on Thursday.", ("p1", "Rents will rise")),
        ("GENEVA, March 3, 2023 — Rents will rise, Jane Roe said.", ("p1", "Rents will rise")),
        ("GENEVA, March 3 (Xinhua) -- Rents will rise, Jane Roe said.", ("p1", "Rents will rise")),
        ("GENEVA — Brussels will wait, Jane Roe said.", ("p1", "GENEVA — Brussels will wait")),
        ("On March 3, 2023, rents rose, Jane Roe said.", ("p1", "On March 3, 2023, rents rose")),
        ("GENEVA, March 3, 2023 — Jane Roe said rents will rise.", ("p1", "rents will rise")),
        ("Roe said on Thursday that rents will rise.", ("p1", "rents will rise")),
        ("Roe told the Harbour Board that rents will rise.", ("p1", "rents will rise")),
        ("Roe told reporters in Brussels that rents will rise.", ("p1", "rents will rise")),
        ("According to the Harbour Board, rents will rise.", ("o1", "rents will rise")),
        ("According to the Harbour Board (HB), rents will rise.", ("o1", "rents will rise")),
        ("Rents will rise, according to Jane Roe.", ("p1", "Rents will rise")),
        ("Ruritania has demanded lower rents for all.", ("l1", "lower rents for all")),
        ("Ruritania has denied the tales of war.", ("l1", "the tales of war")),
        ("Ruritania has called on Max Poe to leave.", ("l1", "Max Poe to leave")),
        ("Earlier this week, Roe said the talks were over.", ("p1", "the talks were over")),
        ("If it is “to end well now,” Roe told a crowd.", ("p1", "If it is “to end well now,”")),
        ("Roe vowed to lower all rents.", ("p1", "to lower all rents")),
        ("His family said rents will rise.", (None, "rents will rise")),
        ("Officials say rents will rise.", (None, "rents will rise")),
        ("Officials said rents will rise.", (None, "rents will rise")),
    ],
)
def test_a_claim_is_a_slice_without_cue_and_claimant(text: str, expected: tuple[str | None, str]) -> None:
    """Before or behind the verb, without the listener, the place and the time of speaking."""
    assert claims(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "“We will go,” Roe said.",
        "Roe did not say that rents will rise.",
        "Roe will say that rents rise.",
        "Roe was told that rents will rise.",
        "Roe asked whether rents will rise.",
        "The claims of Ruritania are old.",
        "Ruritania's demands rose sharply.",
        "If Roe said so much, it is true.",
        "Roe refused to say that rents will rise.",
        "I told you that rents will rise.",
        "Writing for the court, Roe said: “We will go.”",
        "It is a written work on rents.",
        "Roe posted a message on the wall.",
        "“We will go,” said Roe (no relation).",
        "It was what Roe called for in what the board declared a success.",
        "The entry is, as wardens noted, free, and two members sit on the board that names the harbor master.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    """Pure quotations, denials of speaking, listeners, questions and nouns claim nothing."""
    assert claims(text) == []


def test_the_release_claims_for_its_body() -> None:
    """ "the release said" speaks for whoever put it out; without a release nobody does."""
    text = "Roe will go, the Foreign Ministry said in a press release.\nPoe will lead the talks, the release said."
    assert claims(text) == [("o2", "Roe will go"), ("o2", "Poe will lead the talks")]
    assert claims("Poe will lead the talks, the release said.") == [(None, "Poe will lead the talks")]


def test_a_medium_reports_and_claims_nothing() -> None:
    """A sentence that only a medium reports has no claimant, and names the medium."""
    for text in ("Rents will rise, reported Reuters.", "As per the Reuters report, rents will rise."):
        (claim,) = article(text, NAMES).claims()
        assert (claim.claimant, claim.via) == (None, "Reuters")
        assert claim.span.of(text).lower() == "rents will rise"


def test_hedges_are_kept() -> None:
    """Words that leave it open are marked; the month of May is none."""
    text = "Reportedly, Roe said in May that rents could rise."
    (claim,) = article(text, NAMES).claims()
    assert [hedge.of(text) for hedge in claim.hedges] == ["Reportedly", "could"]


def test_one_claim_for_each_sentence() -> None:
    """What is claimed inside a claim is part of it."""
    text = "Roe said that Ruritania had demanded lower rents. Max Poe said no rents fell."
    assert [(c.sentence, c.claimant) for c in article(text, NAMES).claims()] == [(0, "p1"), (1, "p2")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Roe said that the bridge was safe.", "states"),
        ("Roe demanded that the bridge be closed.", "demands"),
        ("Roe denied that the bridge was unsafe.", "denies"),
        ("Roe promised that the bridge would open.", "promises"),
        ("Roe warned that the bridge would fall.", "warns"),
        ("Roe proposed that the bridge be moved.", "proposes"),
        ("According to Roe, the bridge was safe.", "states"),
    ],
)
def test_a_claim_says_what_is_done_by_it(text: str, act: str) -> None:
    """The verb of a claim is classed; a verb in no class states."""
    assert [claim.act for claim in article(text, {"Roe": "p1"}).claims()] == [act]


def test_every_act_has_verbs_that_report() -> None:
    """The classes of the data file are those of the model, and their verbs are reporting verbs."""
    classes = dict(load_sections("speech_acts.txt"))
    assert set(classes) == set(ACTS) - {"states"}
    assert {act_of(verb) for verbs in classes.values() for verb in verbs} == set(classes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe said, speaking in Brussels, that rents will rise.", [("p1", "rents will rise")]),
        ("Others were kinder: “We know how hard you work for us”, wrote Jane Roe.", []),
        ("Rents will rise, wrote Jane Roe.", [("p1", "Rents will rise")]),
        ("Jane Roe posted US$2 million bond.", []),
        ("Jane Roe, the mayor, said Max Poe “worked until his last breath”.", []),
    ],
)
def test_what_is_claimed_is_one_clause(text: str, expected: list[tuple[str, str]]) -> None:
    """A claim has neither the text's own words nor half a clause: what no one slice says is left out."""
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday, according to Jane Roe, nobody was hurt.", ["nobody was hurt"]),
        ("Since the fire, according to the police, no ship has come.", ["no ship has come"]),
        ("The ships, according to Jane Roe, have left the port.", []),
        ("The port is closed, according to Jane Roe, and the ships left.", ["The port is closed"]),
        ("The port is closed, according to Jane Roe.", ["The port is closed"]),
        ("According to Jane Roe, the port is closed.", ["the port is closed"]),
        ("The way was hard, Jane Roe said, adding that it was long.", ["The way was hard"]),
        ("If that is true, Jane Roe said, mending the port may take years.", ["mending the port may take years"]),
        ("On Monday, Jane Roe said, parking will be free.", ["parking will be free"]),
    ],
)
def test_an_account_set_into_a_clause_parts_it(text: str, expected: list[str]) -> None:
    """The clause behind words of time or place is what is told; half a clause is nothing."""
    assert [claim.span.of(text) for claim in analyse(make_document(text)).claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board has declared victory in the dispute, but the ships have remained.", ["victory in the dispute"]),
        ("When Jane Roe announced the end of the board, Tom Arden joined the race.", ["the end of the board"]),
        ("Jane Roe said the port was closed, but the ships have remained.", None),
        (
            "Jane Roe announced the sale of the port and the end of the board.",
            ["the sale of the port and the end of the board"],
        ),
    ],
)
def test_a_claim_ends_where_the_text_goes_on(text: str, expected: list[str] | None) -> None:
    """Another clause with its own subject behind a claimed thing is the text's; behind a claimed clause, either's."""
    found = [claim.span.of(text) for claim in analyse(make_document(text)).claims]
    assert found == (expected or ["the port was closed, but the ships have remained"])
