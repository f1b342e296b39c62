"""Who and what has a part in a happening."""

import pytest

from generator.language.en.events.arguments import find_arguments
from generator.language.en.events.within import find_within
from tests.language.en.events.reading import read_happenings


def find(sentence: str) -> list[str]:
    """The arguments of all happenings of a sentence, each as its role or measure, its words and whom they name."""
    trees, mentions, triggers = read_happenings(sentence)
    return [
        f"{argument.measure or argument.role}: {argument.span.of(sentence)}"
        + (f" ({argument.entity})" if argument.entity not in (None, argument.span.of(sentence)) else "")
        for trigger in triggers
        for argument in find_arguments(trees, trigger, mentions)
    ]


@pytest.mark.parametrize(
    ("sentence", "arguments"),
    [
        (
            "Foreign ministers Ann Bell and Max Poe met in Geneva.",
            ["agent: Ann Bell", "agent: Max Poe", "place: Geneva"],
        ),
        (
            "The country will hold two referendums on Friday.",
            ["agent: country"],
        ),
        (
            "The husband of the mayor of Leeds, Ann Bell, pardoned nine men.",
            ["agent: husband of the mayor of Leeds", "patient: nine men", "people: nine men"],
        ),
        (
            "Minister Ann Bell held talks on fishing with a delegation from Cork.",
            ["agent: Minister Ann Bell (Ann Bell)", "partner: delegation from Cork", "theme: fishing"],
        ),
        (
            "Gunmen attacked a bus near Kandahar, killing at least nine people and injuring 20.",
            ["agent: Gunmen", "patient: bus", "place: Kandahar", "killed: at least nine people", "injured: 20"],
        ),
        (
            "The court in Lyon sentenced Max Poe to eleven years in prison for fraud.",
            ["agent: court", "place: Lyon", "patient: Max Poe", "quantity: eleven years", "theme: fraud"],
        ),
        (
            "Three men were arrested in Lyon and charged with fraud.",
            [
                "patient: Three men", "arrested: Three men", "place: Lyon",
                "patient: Three men", "people: Three men", "theme: fraud",
            ],
        ),
        (
            "The European Union imposed sanctions on Vestra over the war.",
            ["agent: European Union", "patient: Vestra", "theme: war"],
        ),
        (
            "US Secretary of State Ann Bell visited Poland.",
            ["agent: Ann Bell", "place: Poland"],
        ),
        ("Max Poe received a sentence of nine years.", ["patient: Max Poe", "quantity: nine years"]),
        ("Norway, not Chile, signed a treaty.", ["agent: Norway", "theme: treaty"]),
        ("Neither Norway nor Chile signed a treaty.", ["agent: Norway", "agent: Chile", "theme: treaty"]),
        ("Norway and Chile signed a treaty.", ["agent: Norway", "agent: Chile", "theme: treaty"]),
        ("Ann Bell said that she would resign.", ["agent: she (Ann Bell)"]),
        ("Ann Bell told Jane Roe that she would resign.", ["agent: she"]),
        ("Acme said it will buy Borealis for $3 billion.", ["agent: it", "patient: Borealis", "sum: $3 billion"]),
        (
            "On Monday, US singer and poet Rob Hale died at his home.",
            ["patient: US singer and poet Rob Hale (Rob Hale)", "place: his home"],
        ),
        (
            "US wrestler Tom Arden, who fought as Storm, died on Saturday.",
            ["patient: US wrestler Tom Arden (Tom Arden)"],
        ),
        ("The minister, under pressure for weeks, resigned.", ["agent: minister"]),
        ("A car bomb was rammed into a military base.", ["theme: car bomb", "patient: military base"]),
        ("The attack was claimed by the Sable movement in Yemen.", ["agent: Sable movement"]),
        ("Max Poe was given ministerial posts.", ["patient: Max Poe", "theme: ministerial posts"]),
        ("The city's first protest march was long.", []),
        ("There was danger the bridge might collapse.", ["patient: bridge"]),
        ("In findings published in Norby Letters, chemists examined water.", ["theme: findings"]),
        (
            "More than 400 nurses walked off the job at 11 hospitals.",
            ["agent: More than 400 nurses", "people: More than 400 nurses", "place: 11 hospitals"],
        ),
        ("He was arrested on the day of the theft.", ["patient: He"]),
        ("Jon Hale was one of the men who died in May.", ["patient: one of the men"]),
        (
            "The club's board named Tara Flint director.",
            ["agent: club's board", "patient: Tara Flint", "theme: director"],
        ),
        ("Ann Bell arrived in Hanoi for a two-day visit.", ["agent: Ann Bell", "place: Hanoi"]),
        ("Ann Bell spoke by phone with her counterpart.", ["agent: Ann Bell", "partner: her counterpart"]),
        ("The accident in Lima killed eleven, with a child the sole survivor.", ["place: Lima", "killed: eleven"]),
        ("Announced in the evening, the premier asked his people to stay.", []),
        ("Ann Bell closed the office, which he ran until May, resigning in protest.", []),
    ],
)  # fmt: skip
def test_arguments_of_a_sentence(sentence: str, arguments: list[str]) -> None:
    """All of them, and no others."""
    assert sorted(find(sentence)) == sorted(arguments)


def test_who_speaks_does_not_do_what_is_told_behind_a_colon() -> None:
    """What stands in quotation marks behind a colon has a subject of its own, or none."""
    told = find('The ministry defended itself: "The town was made safe by killing Max Poe."')
    assert "agent: ministry" not in told


@pytest.mark.parametrize(
    ("sentence", "arguments"),
    [
        ("LEEDS (Reuters) — The minister met Jane Roe.", ["agent: minister", "partner: Jane Roe"]),
        ("Critics mocked the misstatement that nine people had died.", ["patient: nine people", "killed: nine people"]),
        ('Ann Bell said of a guest: "His resignation was wise."', ["agent: His"]),
        ("Ann Bell announced her resignation.", ["agent: Ann Bell"]),
    ],
)
def test_what_another_clause_names_has_no_part(sentence: str, arguments: list[str]) -> None:
    """The place of a dispatch, the noun that a clause explains, the speaker of a quotation."""
    assert find(sentence) == arguments


def test_a_part_hangs_under_the_whole() -> None:
    """Arrests during a protest are a part of it, the protest of nothing."""
    trees, _, triggers = read_happenings("Police arrested nine men during a protest in Cork.")
    (arrest, protest) = triggers
    assert find_within(trees, triggers) == {arrest: protest}


def test_after_is_no_part() -> None:
    """What follows another is none of its parts."""
    trees, _, triggers = read_happenings("Police arrested nine men after a protest in Cork.")
    assert not find_within(trees, triggers)
