"""Which sentences tell of one event: what they must share, what holds them apart, and when no day is needed."""

import pytest

from tests.linking.events.stories import are_one, events_of, story

MET = "meeting: [agent Ann Bell] *met* [partner Tom Reed] in [place Brussels] on <2020-02-03 Monday>."
BOMB = "attack: A bomb *exploded* in [place Nairobi] on <2020-02-03 Monday>, killing [killed nine people]."
CAUGHT = "arrest: Police *arrested* [patient Tom Reed] on <2020-02-03 Monday>."

ONE = (
    (MET, "meeting: [agent Tom Reed] and [agent Ann Bell] *held talks* on <2020-02-03 Monday>."),
    (MET, "meeting: [agent Ann Bell] *met* ministers in [place Belgium] on <2020-02-03 Monday>."),
    (MET, "meeting: [agent Bell] *met* [partner Tom Reed] on <2020-02-03 Monday>."),
    (MET, "meeting cancelled: The *meeting* of [agent Tom Reed] in [place Brussels] on <2020-02-03 Monday> is off."),
    (MET, "meeting ~2020-02-04: [agent Ann Bell] *met* [partner Tom Reed]."),
    (MET, "meeting: [agent Ann Bell] *meets* [partner Tom Reed] in [place Brussels] <2020-02-03/2020-02-09 soon>."),
    (BOMB, "attack: An *attack* in [place Nairobi] on <2020-02-03 Monday> killed [killed eleven people]."),
    (BOMB, "attack: A *blast* killed [killed nine people] in [place Kenya] on <2020-02-03 Monday>."),
    (CAUGHT, "arrest: [patient Tom Reed] was *arrested* in [place Nairobi] on <2020-02-03 Monday>."),
    (
        "accident: A train *derailed* in [place Wexby] on <2020-02-03 Monday>.",
        "disaster: The rail *disaster* in [place Wexby] on <2020-02-03 Monday>.",
    ),
    (
        "meeting: [agent France] and [agent Spain] *met* on <2020-02-03 Monday>.",
        "meeting: [agent Spain] *met* [partner France] on <2020-02-03 Monday>.",
    ),
    (
        "law: [agent Wexby Guild] *passed* a [theme law on fishing quotas] on <2020-02-03 Monday>.",
        "law: The *passing* of [theme fishing quotas] by [agent Wexby Guild] on <2020-02-03 Monday>.",
    ),
    (
        "death: [agent Ann Bell] *died* in <2020-02 February>.",
        "death: The *death* of [patient Ann Bell] on <2020-02-03 Monday>.",
    ),
)  # fmt: skip
TWO = (
    (MET, "meeting: [agent Ann Bell] *met* [partner Tom Reed] in [place Brussels] on <2020-02-04 Tuesday>."),
    (MET, "meeting: [agent Ann Bell] *met* [partner Mira Vale] on <2020-02-03 Monday>."),
    (MET, "meeting: [agent Ann Bell] *met* [partner Tom Reed] in [place Nairobi] on <2020-02-03 Monday>."),
    (MET, "meeting: Ministers *met* in [place Brussels] on <2020-02-03 Monday>."),
    (MET, "meeting: [agent Ministers] *met* on <2020-02-03 Monday>."),
    (MET, "statement: [agent Ann Bell] and [agent Tom Reed] *announced* it in [place Brussels] <2020-02-03 today>."),
    (MET, "meeting: [agent Ann Bell] *meets* [partner Tom Reed] in [place Brussels] in <2020 2020>."),
    (MET, "meeting: [agent Ann Bell] *meets* ministers <2020-02-03/2020-02-09 next week>."),
    (MET, "meeting ~2020-02-05: [agent Ann Bell] *met* [partner Tom Reed] in [place Brussels]."),
    (BOMB, "attack: A bomb *exploded* in [place Kenya] on <2020-02-03 Monday>."),
    (BOMB, "attack: A raid *killed* [killed 60 people] in [place Nairobi] on <2020-02-03 Monday>."),
    (CAUGHT, "arrest: Police *arrested* [patient Mira Vale] on <2020-02-03 Monday>."),
    (CAUGHT, "accident: [patient Tom Reed] was *hurt* on <2020-02-03 Monday>."),
    (
        "statement: [agent Ann Bell] *announced* a [theme fishing quota] on <2020-02-03 Monday>.",
        "statement: [agent Ann Bell] *unveiled* a [theme bridge] on <2020-02-03 Monday>.",
    ),
    (
        "law: [agent Wexby Guild] *passed* a [theme law on fishing] on <2020-02-03 Monday>.",
        "law: [agent Wexby Guild] *passed* the [theme budget] on <2020-02-03 Monday>.",
    ),
    (
        "attack: [agent France] *attacked* [patient Spain] on <2020-02-03 Monday>.",
        "attack: [agent Spain] *attacked* [patient France] on <2020-02-03 Monday>.",
    ),
    (
        "sanction: [agent Spain] *sanctioned* banks on <2020-02-03 Monday>.",
        "sanction: [agent Spain] *sanctioned* shipyards on <2020-02-03 Monday>.",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_event(one: str, other: str) -> None:
    """Two briefs that tell the same kind, day and names, or place, tell of one event, in either order."""
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_events(one: str, other: str) -> None:
    """Another day, kind, place or company, or nothing but a country or a day in common, is another event."""
    assert len(events_of(one, other)) == 2
    assert len(events_of(other, one)) == 2


def test_one_name_in_one_text() -> None:
    """Within one text less is enough; two events of one sentence stay two."""
    law = "law: [agent Wexby Guild] *passed* a law on <2020-02-03 Monday>."
    again = "law: The [agent Wexby Guild] *law* of <2020-02-03 Monday> is in [place Wexby]."
    assert not are_one(law, again)
    assert are_one(story("a", law, again))
    talks = "statement: [agent Ann Bell] *announced* a [theme quota] on <2020-02-03 Monday>."
    assert are_one(
        story("a", talks, "statement: [agent Ann Bell] *unveiled* the [theme quota] on <2020-02-03 Monday>.")
    )


TAKEN = "arrest: Police *arrested* [patient Tom Reed]."


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ((TAKEN, "arrest: [patient Tom Reed] was *arrested* at dawn."), 1),
        ((TAKEN, "arrest: [patient Mira Vale] was *arrested* at dawn."), 2),
        (
            (
                "call: [agent Ann Bell] *called* [partner Tom Reed].",
                "call: [agent Ann Bell] *rang* [partner Tom Reed].",
            ),
            1,
        ),
        (("resignation: [agent Ann Bell] *resigned*.", "resignation: [agent Ann Bell] *stepped down*."), 1),
        (("visit: [agent Ann Bell] *came* to tea.", "visit: [agent Ann Bell] *visited* a farm."), 2),
    ],
)
def test_told_twice_without_a_day(told: tuple[str, ...], count: int) -> None:
    """In one text what is done to one person, or by two, is one event; what one person does may be two."""
    assert len(events_of(story("a", *told))) == count


def test_a_death_is_one() -> None:
    """Whoever died is told of as dead in two texts without a day; an arrest may be another."""
    assert are_one("death: [agent Ann Bell] *died*.", "death: The *death* of [patient Ann Bell] was a loss.")
    assert not are_one(TAKEN, TAKEN.replace("Police", "Guards"))


BLAST = "attack: An *attack* in [place Nairobi] on <2020-02-03 Monday> killed [killed nine people]."
VISIT = "visit: [agent She] *came*."
SIT_IN = "protest: Thousands *marched* in [place Wexby] on <2020-02-03 Monday>."


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ((MET, "meeting: The *meeting* lasted an hour for [recipient all]."), 1),
        ((MET, "meeting: The *meeting* with [partner Tom Reed] lasted an hour for [recipient all]."), 1),
        ((CAUGHT, "arrest: His *arrest* was quick."), 1),
        ((CAUGHT, "arrest: [patient Tom Reed]'s *arrest* was quick."), 1),
        (
            (
                "arrest: [agent Police] *arrested* a man on <2020-02-03 Monday>.",
                "arrest: Hers was like his *arrest* to [recipient all].",
            ),
            2,
        ),
        ((BOMB, "attack: [agent Wexby Guild]'s *attack* was quick."), 2),
        ((MET, "meeting: A *meeting* lasted an hour for [recipient all]."), 2),
        ((MET, "meeting: The *meeting* in [place Nairobi] lasted an hour for [recipient all]."), 2),
        ((MET, "meeting: The *meetings* lasted an hour for [recipient all]."), 2),
        ((MET, "meeting: In <? 1998>, the *meeting* lasted an hour for [recipient all]."), 2),
        ((BOMB, BOMB.replace("Nairobi", "Wexby"), "attack: The *attack* was loud to [recipient all]."), 3),
        (("trial: It is like the *trial* of [patient Tom Reed].", "trial: The *trial* was long."), 1),
        ((BOMB, "visit: [agent She] *came*.", "attack: The *explosion* was loud to [recipient all]."), 2),
        ((BOMB, "visit: [agent She] *came*.", "attack: The *attack* was loud to [recipient all]."), 3),
        (
            (
                MET,
                "visit: [agent She] *came*.",
                "visit: [agent She] *left*.",
                "meeting: The *meeting* lasted an hour for [recipient all].",
            ),
            4,
        ),
        ((BLAST, VISIT, VISIT, VISIT, "attack: The *attack* was loud to [recipient all]."), 4),
        ((VISIT, VISIT, BLAST, VISIT, VISIT, VISIT, "attack: The *attack* was loud to [recipient all]."), 7),
        ((BLAST, BLAST.replace("Nairobi", "Wexby"), VISIT, "attack: The *attack* was loud to [recipient all]."), 4),
        ((BLAST, VISIT, VISIT, VISIT, "attack: The *explosion* was loud to [recipient all]."), 5),
        ((CAUGHT, "arrest: [patient Tom Reed] was *arrested* at dawn."), 1),
        ((CAUGHT, "arrest: [patient Tom Reed] was *arrested* in <? spring>."), 2),
        ((SIT_IN, "arrest in0: Police *arrested* [patient Tom Reed]."), 2),
        ((SIT_IN, "protest in0: Hundreds *sat* in [place Wexby] on <2020-02-03 Monday>."), 2),
    ],
)
def test_without_a_day_in_one_text(told: tuple[str, ...], count: int) -> None:
    """ "The meeting" is the one just told of; a name and a kind are enough where one event alone has them."""
    assert len(events_of(story("a", *told))) == count


UNDATED = "meeting: [agent Ann Bell] *met* [partner Tom Reed] in [place Brussels]."


@pytest.mark.parametrize(
    ("other", "published", "count"),
    [
        (UNDATED, None, 1),
        (UNDATED, "2020-02-04", 1),
        (UNDATED, "2021-02-04", 2),
        (UNDATED, "2020-02-01", 2),
        (UNDATED.replace(":", " planned announced:"), "2020-02-01", 1),
        (UNDATED.replace(":", " planned announced:"), "2020-02-10", 2),
        (UNDATED.replace(":", " planned announced:"), "2019-02-01", 2),
        (UNDATED.replace(".", " on <? Monday>."), None, 1),
        (UNDATED.replace(".", " on <? Wednesday>."), None, 2),
        (UNDATED.replace("Brussels", "Nairobi"), None, 2),
        (UNDATED.replace("Tom Reed", "ministers"), None, 1),
        (UNDATED.replace("Tom Reed", "ministers").replace("Brussels", "Belgium"), None, 2),
        (UNDATED.replace("meeting", "visit"), None, 2),
    ],
)
def test_without_a_day_in_another_text(other: str, published: str | None, count: int) -> None:
    """A report speaks of the last two weeks, an announcement of the next three months, of two names at least."""
    assert len(events_of(story("a", MET), story("b", other, published=published))) == count


def test_two_fit() -> None:
    """Where two events fit, the sentence without a day joins neither."""
    later = MET.replace("2020-02-03 Monday", "2020-02-05 Wednesday")
    assert len(events_of(MET, later, UNDATED)) == 3


def test_members_of_a_body() -> None:
    """A council called after its members stands for them."""
    council = "meeting: [agent AU-France Council] *met* [partner Ann Bell] on <2020-02-03 Monday>."
    assert are_one(council, "meeting: [agent AU] and [agent France] *met* [partner Ann Bell] on <2020-02-03 Monday>.")


def test_a_chain_does_not_join_what_is_apart() -> None:
    """A sentence that fits two events that differ joins the one it shares more with; the other stays."""
    other = "meeting: [agent Ann Bell] *met* [partner Mira Vale] in [place Brussels] on <2020-02-03 Monday>."
    vague = "meeting: [agent Ann Bell] *met* people in [place Brussels] on <2020-02-03 Monday>."
    assert sorted(len(event.parts) for event in events_of(MET, other, vague)) == [1, 2]


@pytest.mark.parametrize("standing", ["possible", "threatened", "demanded", "conditional", "asked", "denied"])
def test_only_what_is_told_is_an_event(standing: str) -> None:
    """What may be, is demanded or is not so is no event of the collection, and joins none."""
    assert events_of(MET.replace(":", f" {standing}:")) == ()
    (event,) = events_of(MET, MET.replace(":", f" {standing}:").replace("met", "meets"))
    assert len(event.parts) == 1


WALKS = "meeting: [agent France] *held talks* on <2020-02-03 Monday>."


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ((WALKS, "meeting: [agent Spain] *met* [partner France] on <2020-02-03 Monday>."), 1),
        ((WALKS, "meeting: [agent France]'s *talks* were short."), 1),
        ((WALKS, "meeting: [agent Spain]'s *talks* were short."), 2),
        ((WALKS, "meeting: [agent Spain] *met* envoys on <2020-02-03 Monday>."), 2),
        ((WALKS, "meeting: [agent Spain] *met* [partner France] on <2020-02-04 Tuesday>."), 2),
        ((WALKS, "call: [agent Spain] *rang* [partner France] on <2020-02-03 Monday>."), 2),
        (
            (
                "meeting: [agent France] *met* [partner Kenya] on <2020-02-03 Monday>.",
                "meeting: [agent Spain] *met* [partner France] on <2020-02-03 Monday>.",
            ),
            2,
        ),
        (
            (
                "attack: [agent France] *hit* a [patient school] on <2020-02-03 Monday>.",
                "attack: [agent France] *hit* a [patient bridge] on <2020-02-03 Monday>.",
            ),
            2,
        ),
        ((WALKS, "meeting: The *talks* on <2020-02-03 Monday> are short."), 1),
        ((WALKS, "meeting: [agent Second] *talks* on <2020-02-03 Monday> are short."), 2),
        ((WALKS, "meeting: The *talks* of [agent farmers] on <2020-02-03 Monday> are short."), 2),
        ((MET, WALKS, "meeting: The *talks* on <2020-02-03 Monday> are short."), 3),
    ],
)
def test_one_day_in_one_text(told: tuple[str, ...], count: int) -> None:
    """One who has a part, a country too, or nothing said at all, where one event alone is meant."""
    events = events_of(story("a", *told))
    assert len(events) == count
    assert sum(len(event.parts) for event in events) == len(told)


def test_a_kind_alone_is_no_event() -> None:
    """What gives no day, nobody and no place is no event of the collection, unless something is its part."""
    bare = "meeting: The *talks* are short."
    assert events_of(bare) == ()
    assert len(events_of(bare.replace(" are", " on <2020-02-03 Monday> are"))) == 1
    assert len(events_of(story("a", bare, "arrest in0: Police *arrested* [patient Tom Reed]."))) == 2


def test_whose_meeting_it_is_tells_more_than_who_goes_there() -> None:
    """Where two days fit, that of the same body is meant."""
    other = "meeting: [agent Ann Bell] *met* allies in [place Brussels] on <2020-02-06 Thursday>."
    council = "meeting: The [agent AU-France Council] *meeting* in [place Brussels] on <2020-02-03 Monday>."
    undated = "meeting: [agent Ann Bell] leads envoys to the [agent AU-France Council] *meeting* in [place Brussels]."
    for told, day in ((undated, "2020-02-03"), (undated.replace("the [agent AU-France Council]", "a"), "2020-02-06")):
        assert [e.date for e in events_of(story("a", other, council, told)) if len(e.parts) == 2] == [day]


COUNCIL = "meeting: The [agent AU-France Council] *meeting* in [place Brussels] on <2020-02-03 Monday>."


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("meeting: The *meeting* of [agent AU], [agent France] and [agent Spain] in [place Brussels].", 1),
        ("meeting: The *meeting* of [agent AU], [agent France] and [agent Spain] in [place Nairobi].", 2),
        ("meeting: The *meeting* of [agent AU] and [agent Spain] in [place Brussels].", 2),
        ("meeting: The *meeting* of [agent AU] and [agent France].", 2),
        ("visit: The *visit* of [agent AU] and [agent France] to [place Brussels].", 2),
        ("meeting: The *meetings* of [agent AU] and [agent France] in [place Brussels].", 2),
    ],
)
def test_a_body_called_after_all_who_meet(told: str, count: int) -> None:
    """Without a day it is that body's meeting where all after whom it is called are there, and the place is one."""
    assert len(events_of(story("x", "visit: [agent AU] and [agent France] *came*."), COUNCIL, told)) == count + 1
    later = COUNCIL.replace("2020-02-03 Monday", "2020-02-05 Wednesday")
    extra = 2 if count == 1 else count
    assert len(events_of(COUNCIL, later, told)) == extra + 1
