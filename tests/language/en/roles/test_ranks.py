"""An office is whole, and apart from the honorific or the rank behind it."""

import pytest

from generator.analysis.names.entities import find_entities
from generator.language.en.speech.carrying import find_quotations
from generator.language.en.speech.speakers import listen
from generator.language.frames import read_context
from tests.analysis.found import entities, make_document, roles, sentences_of

WHOLE = {
    "Minister of Health Dr Sami Haddad said no.": {"Sami Haddad": ["Minister of Health"]},
    "Transport Minister Datuk Seri Faizal Osman said no.": {"Faizal Osman": ["Transport Minister"]},
    "Union Minister Shri Nitin Bhandari left.": {"Nitin Bhandari": ["Union Minister"]},
    "The Commissioner for Works, Engr. Dr. Chief Bola Adewumi, left.": {"Bola Adewumi": ["Commissioner for Works"]},
    "Defence Secretary Lt Gen (Retd) Hamid Nawaz left.": {"Hamid Nawaz": ["Defence Secretary", "Lt Gen (Retd)"]},
    "Interior Minister Maj Gen (rtd) Joe Bako spoke.": {"Joe Bako": ["Interior Minister", "Maj Gen (rtd)"]},
    "Foreign Minister Sheikh Ali bin Hamad said no.": {"Ali bin Hamad": ["Foreign Minister", "Sheikh"]},
    "Deputy Chief of Staff Gen. Ali Bako resigned.": {"Ali Bako": ["Deputy Chief of Staff", "Gen."]},
    "Vice President Chief Femi Ajayi left.": {"Femi Ajayi": ["Vice President", "Chief"]},
    "The ministry's Director General of Sports, Mrs Tina Alade, resigned.": {
        "Tina Alade": ["Director General of Sports"]
    },
    "Deputy Minister of Finance Prof. Lee Hong Chan spoke.": {"Lee Hong Chan": ["Deputy Minister of Finance"]},
    "The Minister of State for Power, Goddy Eze, spoke.": {"Goddy Eze": ["Minister of State for Power"]},
    "Police chief Tan Sri Razarudin Hussain spoke.": {"Razarudin Hussain": ["Police chief"]},
    "Chief Justice Emeka Obi ruled.": {"Emeka Obi": ["Chief Justice"]},
    "Hon. Justice Emeka Obi ruled.": {"Emeka Obi": ["Justice"]},
    "HRH Prince Salman bin Talal visited the fair.": {"Salman bin Talal": ["Prince"]},
    "Secretary General Antonio Pardo spoke.": {"Antonio Pardo": ["Secretary General"]},
    "The head of Recruitment and Welfare, Ngozi Ibe, resigned.": {"Ngozi Ibe": ["head of Recruitment and Welfare"]},
    "He praised President Sall, the man who built the road.": {"Sall": ["President"]},
    "The army chief, General Wagner Okello, resigned.": {"Wagner Okello": ["army chief", "General"]},
    "Chief of Defence Forces General Charles Bako spoke.": {"Charles Bako": ["Chief of Defence Forces", "General"]},
    "Managing Director and CEO Ann Bell stayed.": {"Ann Bell": ["Managing Director and CEO"]},
    "Outgoing President Sall spoke.": {"Sall": ["Outgoing President"]},
    "Following President William Ruto's speech, the market rose.": {"William Ruto": ["President"]},
    "The Inspector-General of Police, Tom Arden, denied it.": {"Tom Arden": ["Inspector-General of Police"]},
    "The Speaker of the House of Representatives, Rt. Hon. Femi Lawal, said so.": {
        "Femi Lawal": ["Speaker of the House of Representatives"]
    },
    "The Permanent Secretary, Ministry of Works, Dr Kofi Antwi, spoke.": {
        "Kofi Antwi": ["Permanent Secretary, Ministry of Works"]
    },
    "He met the Governor of Lagos, Tom Arden, and Jane Dorran.": {},
    "The town of Wexcombe, Tom Arden, a clerk, said, was small.": {"Tom Arden": ["clerk"]},
    "The Bank of Vestra, Tom Arden, and others paid.": {},
    "The man, Peter Ochola, was arrested.": {},
}


@pytest.mark.parametrize(("text", "found"), WHOLE.items())
def test_an_office_is_whole(text: str, found: dict[str, list[str]]) -> None:
    """Neither a piece of an office, nor an honorific, nor "the man" is a role; a rank behind an office is another."""
    assert roles(text) == found


def test_an_honorific_is_a_form_of_address() -> None:
    """Honorifics before a name are kept as what they are, apart from the office."""
    found, _ = entities("Minister of Health Dr Sami Haddad said no.")
    assert [(role.title, role.kind) for role in found[0].roles] == [("Minister of Health", "role"), ("Dr", "address")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is done,” said the Minister of Health, Dr Sami Haddad.", "Sami Haddad"),
        ("“It is done,” Transport Minister Datuk Seri Faizal Osman said.", "Faizal Osman"),
        ("“It is done,” said the mayor, Datuk Jane Dorran.", "Jane Dorran"),
        ("Prosecutor Kama Melly QC said: “It is done.”", "Kama Melly"),
        ("Emeka Obi, SAN, said: “It is done.”", "Emeka Obi"),
        ("Defence Secretary Lt Gen (Retd) Hamid Nawaz said: “It is done.”", "Hamid Nawaz"),
        ("“It is done,” said H.E. Dr. Amina Jallow, Minister of Trade.", "Amina Jallow"),
        ("“It is done,” said Smt. Usha Kelkar, MP for Rewari.", "Usha Kelkar"),
    ],
)
def test_a_quotation_is_that_of_the_person_behind_honorifics(text: str, speaker: str) -> None:
    """Honorifics and letters stand neither between a verb and its speaker nor between a speaker and the verb."""
    document = make_document(text)
    sentences = sentences_of(document)
    found, mentions = find_entities(document, sentences, "en")
    names = {entity.id: entity.name for entity in found}
    quotations = find_quotations(listen(read_context(document, sentences, found, mentions)))
    assert [names.get(quotation.speaker or "") for quotation in quotations] == [speaker]
