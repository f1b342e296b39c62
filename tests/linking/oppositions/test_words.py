"""What people say and deny, want and refuse: which sentences oppose each other, and which only seem to."""

import pytest

from tests.linking.oppositions.collections import collect, tell, the_one

ACCUSED = "Ann Bell accused Tom Arden of taking bribes from the port."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{ACCUSED} Arden denied the allegations.",
            "Ann Bell holds taking bribes from the port / Arden denies the allegations",
        ),
        (
            "Norway fears that Kenya is planning an embargo, however, Nairobi has denied the claims of a boycott.",
            "Norway holds Kenya is planning an embargo / Nairobi denies a boycott",
        ),
        (
            "Ann Bell claims that Tom Arden asked for money in the campaign, which Arden denied.",
            "Ann Bell holds Tom Arden asked for money in the campaign, which Arden denied"
            " / Arden denies Tom Arden asked for money in the campaign",
        ),
        (
            "The German government said that Kenyan agents had left. The Kenyan government denied the claim by Berlin.",
            "The German government holds Kenyan agents had left / The Kenyan government denies the claim by Berlin",
        ),
        (
            "The ministry rejected a claim by Ann Bell that the dam was unsafe.",
            "Ann Bell holds the dam was unsafe / The ministry denies the dam was unsafe",
        ),
        (
            "Ann Bell accused Halden Motors of hiding a fault in its brakes. The company denied the allegation.",
            "Ann Bell holds hiding a fault in its brakes / The company denies the allegation",
        ),
        (
            "Ann Bell argued that the bridge should be closed. Tom Arden disagreed, saying that the town needed it.",
            "Ann Bell holds the bridge should be closed / Tom Arden denies disagreed",
        ),
    ],
)
def test_what_is_denied_in_one_text(text: str, told: str) -> None:
    """In its own sentence, in the one before, or by whom the denial names."""
    assert tell(collect(text)) == [f"denial: {told}"]


def test_what_is_denied_in_another_text() -> None:
    """By the same words, where they are about who denies; the words of one fact about another prove nothing."""
    said, denied = "Spain alleges that Kenya is arming rebels.", "Kenya denied arming rebels."
    assert tell(collect(said, denied)) == ["denial: Spain holds Kenya is arming rebels / Kenya denies arming rebels"]
    assert not collect(said.replace("Kenya", "Chile"), denied).oppositions


def test_a_denial_of_what_nobody_names_is_asked() -> None:
    """ "The allegations" may be those of the sentence before, if only by their place: a person decides."""
    library = collect("Campaigners allege that the mine poisoned the Orrin river. The company denied the allegations.")
    assert library.oppositions == ()
    (doubt,) = [doubt for doubt in library.doubts if doubt.kind == "opposition"]
    assert doubt.question == "Does one deny what the other says?" and len(doubt.evidence) == 2
    far = "Campaigners allege that the mine poisoned the river. Rain fell. The road is closed. Snow fell in the hills."
    assert not [one for one in collect(f"{far} The company denied the allegations.").doubts if one.kind == "opposition"]


@pytest.mark.parametrize(
    "text",
    [
        f"{ACCUSED} Arden did not deny the allegations.",
        f"{ACCUSED} Arden may deny the allegations.",
        f"{ACCUSED} Arden declined to comment.",
        f"{ACCUSED} A judge denied Arden bail.",
        f"{ACCUSED} In Wexby, Mira Vale denied the allegations against her.",
        "The Kenyan Foreign Ministry said that Kenya had armed no rebels. Nairobi denied the claims.",
        "Tom Arden was accused of fraud, which he denied.",
        "Kenya denied that it had armed rebels. Spain denied that it had armed rebels.",
        "Ann Bell urged Tom Arden to publish the accounts. Arden refused to board the ship.",
        "The union demanded higher pay of Halden Motors. Halden Motors accepted the demand.",
    ],
)
def test_what_opposes_nothing(text: str) -> None:
    """Two who deny the same, a denial of nobody's words, one who speaks for the other, and what is no denial."""
    assert collect(text).oppositions == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The mayor rejected the union's demand for higher pay.",
            "the union's demands higher pay / The mayor refuses higher pay",
        ),
        (
            "Ann Bell urged Tom Arden to resign. Arden refused to resign.",
            "Ann Bell demands to resign / Arden refuses to resign",
        ),
        (
            "The union asked Halden Motors to reopen the canteen. Halden Motors rejected the request.",
            "The union demands to reopen the canteen / Halden Motors refuses the request",
        ),
    ],
)
def test_what_is_refused(text: str, told: str) -> None:
    """By the sentence itself, by the same words, or right behind."""
    assert tell(collect(text)) == [f"refusal: {told}"]


def test_demands_and_refusals_of_related_briefs_are_one() -> None:
    """What one demands of those who refuse his demands, and an envoy who refuses with his country."""
    wanted = "Kenya has demanded guarantees from Norway against drilling. Kenya and Norway are to meet in Geneva."
    refused = (
        "Norway has refused to agree to key demands of Kenya. After the talks in Geneva, Norwegian envoy Ann Bell of"
        " Norway said that the demands presented by Kenya are non-starters."
    )
    one = the_one(collect(wanted, refused))
    assert (one.kind, one.briefs) == ("refusal", ("one", "two"))
    assert one.sides[0].who == ("kenya",)
    assert one.sides[1].who[0] == "norway"


def test_the_order_of_sources_changes_nothing_and_ids_are_of_content() -> None:
    """The same sentences have the same id in another collection too."""
    texts = ("Spain alleges that Kenya is arming rebels.", "Kenya denied arming rebels.", "The rain fell in Wexby.")
    first, more = collect(*texts[:2]), collect(*texts)
    assert first.oppositions == more.oppositions
    assert the_one(first).id.startswith("denial-spain-kenya-")


def test_who_opposes_whom_is_in_the_entities() -> None:
    """All who are on a side, and who is accused."""
    one = the_one(collect(f"{ACCUSED} Arden denied the allegations."))
    assert one.entities == ("ann-bell", "tom-arden")
    assert [side.who for side in one.sides] == [("ann-bell",), ("tom-arden",)]
