"""Long, short and other names of a person in one text are one, each culture's by its own rule."""

import pytest

from tests.analysis.found import entities

ONE = {
    "Police arrested Wang Xiuying, who is also known as Wang Lili, on Monday.\n“I did nothing,” Wang said.": [
        "Wang Xiuying"
    ],
    "The rapper Tom Arden, better known as Lil Dorro, was jailed. Dorro said he would appeal. Arden wept.": [
        "Tom Arden"
    ],
    "The rapper Tom Arden, who goes by Max Dorro, was jailed.": ["Tom Arden"],
    "The rapper Tom Arden, going by the name of Max Dorro, was jailed.": ["Tom Arden"],
    "The rapper Tom Arden, who went by the stage name Max Dorro, was jailed.": ["Tom Arden"],
    "Luiz Inácio Lula da Silva won. Lula da Silva spoke. Lula da Silva wept.\n“We won,” Lula said.": [
        "Luiz Inácio Lula da Silva"
    ],
    "Gabriel García Márquez died. García Márquez wrote novels. García Márquez was loved, and García was known.": [
        "Gabriel García Márquez"
    ],
    "Prime Minister Pham Minh Chinh spoke. Chinh said the economy would grow.": ["Pham Minh Chinh"],
    "President Abdel Fattah al-Sisi spoke. El-Sisi said no.\n“We wait,” Sisi added.": ["Abdel Fattah al-Sisi"],
    "Prince Mohammed bin Salman met the envoy. King Salman was ill. Bin Salman said it went well.": [
        "Mohammed bin Salman",
        "Salman",
    ],
    "Orbán Viktor spoke in Budapest. Prime Minister Viktor Orbán said no. Orbán left.": ["Orbán Viktor"],
    "Duduzile Zuma-Sambudla spoke. Her father, Jacob Zuma, was there. Zuma said nothing.": [
        "Duduzile Zuma-Sambudla",
        "Jacob Zuma",
    ],
    "Andrés Manuel López Obrador won. López Obrador said it had changed. López Obrador left.": [
        "Andrés Manuel López Obrador"
    ],
    "M.K. Stalin won. M. K. Stalin said the state would prosper. Stalin thanked voters.": ["M.K. Stalin"],
    "President Joko Widodo spoke. Joko “Jokowi” Widodo won twice. Jokowi said the city would move.": ["Joko Widodo"],
    "Recep Tayyip Erdoğan spoke. Erdogan said no.": ["Recep Tayyip Erdoğan"],
    "Martin Luther King Jr. was shot in Memphis. King said he had a dream.": ["Martin Luther King Jr."],
    "Katrín Jakobsdóttir resigned as prime minister. Katrín said she would run.": ["Katrín Jakobsdóttir"],
}
APART = {
    "Ursula von der Leyen spoke. Von der Leyen said so. Heiko von der Leyen listened.": 3,
    "Tom Arden, formerly Jane Dorran's driver, said no. Jane Dorran left.": 2,
    "Ali Reza called Tom Arden on Monday. Arden said no.": 2,
    "Kim Jong Un spoke. Kim said the war was over. Kim Yo Jong, his sister, watched.": 3,
    "Nicolás Maduro Guerra, son of Nicolás Maduro, spoke.": 2,
    "Mahamat Idriss Déby took over when Idriss Déby died.": 2,
    "Smt. Usha Bhandari spoke. Shri Bhandari wept.": 2,
    "Wendy R. Sherman met Roger Sherman in Leeds.": 2,
}


def people(text: str) -> list[str]:
    """The names of the persons in a text."""
    return [entity.name for entity in entities(text)[0] if entity.type == "Person"]


@pytest.mark.parametrize(("text", "names"), ONE.items())
def test_a_person_is_one_under_the_fullest_name(text: str, names: list[str]) -> None:
    """Short forms, other spellings and names told to be another of the same are one person, under the fuller name."""
    assert people(text) == names


@pytest.mark.parametrize(("text", "count"), APART.items())
def test_people_who_only_may_be_one_stay_apart(text: str, count: int) -> None:
    """Where two fit, or the words between two names say something else, nothing is joined."""
    assert len(people(text)) == count
