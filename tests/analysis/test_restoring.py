"""A damaged text is read like a whole one, and everything published stays in the words of the source."""

import pytest

from generator.analysis import analyse
from generator.checking import check
from generator.cleaning import clean
from generator.model import Analysis, Source
from generator.readers import read

PLAIN = """Harbour opens again

By Ann Lee

7 January 2022

“The harbour didn’t suffer,” said Wendy Sherman, the mayor of Westport. “We will open the office on Monday.”

Sherman said that forty ships would come, according to Reuters. (Reuters)
"""


def study(text: str) -> Analysis:
    return analyse(clean(read(Source("a.txt", "a", text.encode()))))


def found(analysis: Analysis) -> list[object]:
    """What was found, without its places."""
    speakers = {entity.id: len(entity.roles) for entity in analysis.entities}
    return [
        analysis.metadata.published.value,
        len(analysis.metadata.authors.value),
        [block.kind for block in analysis.document.blocks],
        len(analysis.sentences),
        [credit.kind for credit in analysis.credits],
        [mention.entity for mention in analysis.mentions],
        [(q.kind, q.speaker, q.cue is not None) for q in analysis.quotations],
        [(c.claimant, c.via is not None) for c in analysis.claims],
        [(d.value, d.status) for d in analysis.dates],
        speakers,
    ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("Sherman", "Sher\u00adman"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("January", "Jan\u200buary").replace("office", "of\ufb01ce"),
        lambda text: text.replace("\n\n", "\u200b\n\n\ufeff"),
        lambda text: text.encode().decode("cp1252", "replace").replace("\ufffd", "\u009d"),
        lambda text: text.replace("”", '"'),
        lambda text: text.replace("“", "``").replace("”", "''"),
        lambda text: text.replace("Reuters", "Reu\u200bters").replace("mayor of", "mayor\u00a0\u00a0of"),
    ],
    ids=["soft hyphen", "spaces", "ligature", "invisible", "mojibake", "mixed marks", "tex", "media and roles"],
)
def test_damage_breaks_nothing(damage) -> None:  # type: ignore[no-untyped-def]  # a function of the text
    """Names, sentences, quotations, dates and credits are those of the whole text; all of it is verbatim."""
    text = damage(PLAIN)
    analysis = study(text)
    assert analysis.document.text == text.removeprefix("\ufeff")
    assert found(analysis) == found(study(PLAIN))
    assert check(analysis, read(Source("a.txt", "a", text.encode()))) == ()


def test_a_name_is_shown_in_its_plain_form_where_it_has_one() -> None:
    """One mention with a soft hyphen does not put it into the name."""
    analysis = study(PLAIN.replace("Sherman said", "Sher\u00adman said"))
    (sherman,) = (entity for entity in analysis.entities if "Wendy" in entity.name)
    assert sherman.name == "Wendy Sherman"
    assert sherman.aliases == ("Sher\u00adman",)
