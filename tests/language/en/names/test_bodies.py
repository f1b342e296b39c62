"""Names of bodies by their form: whole, and no more than whole."""

import pytest

from generator.language.packs import find_names
from generator.model import Span

WHOLE = {
    "The Simon and Clara Weller Foundation gave land.": ["Simon and Clara Weller Foundation"],
    "The Henry P. and Ruth L. MacDunn Foundation gave land.": ["Henry P. and Ruth L. MacDunn Foundation"],
    "The Bill and Hilda Poe-Arden Trust will pay.": ["Bill and Hilda Poe-Arden Trust"],
    "It is the Office of Science and Evaluation that said so.": ["Office of Science and Evaluation"],
    "The Ministry of Trade, Industry and Fisheries said so.": ["Ministry of Trade, Industry and Fisheries"],
    "The Bureau of Alcohol, Tobacco, Firearms and Explosives came.": [
        "Bureau of Alcohol, Tobacco, Firearms and Explosives"
    ],
    "The Ministry of Health and Doctors Without Borders signed.": ["Ministry of Health", "Doctors Without Borders"],
    "The Ministry of Trade, Industry and Fisheries and Doctors Without Borders signed.": [
        "Ministry of Trade, Industry and Fisheries",
        "Doctors Without Borders",
    ],
    "The Institute of Strategic and International Studies said so.": [
        "Institute of Strategic and International Studies"
    ],
    "The Commission on Elections agreed.": ["Commission on Elections"],
    "The Central Bank of Nigeria kept its rate.": ["Central Bank of Nigeria"],
    "The National Human Rights Commission of Nepal wrote.": ["National Human Rights Commission of Nepal"],
    "The Workers' Party lost.": ["Workers' Party"],
    "The Cambodian People's Party met.": ["Cambodian People's Party"],
    "They study at Universiti Malaya.": ["Universiti Malaya"],
    "They study at Universidad de los Andes.": ["Universidad de los Andes"],
    "The Kamrup Zila Parishad met.": ["Kamrup Zila Parishad"],
    "It is a firm called Shivam Exports.": ["Shivam Exports"],
}
"""A text and the bodies in it."""
APART = {
    "Ford and the Gates Foundation will pay.": ["Ford", "Gates Foundation"],
    "Kenya's National Assembly met.": ["National Assembly"],
    "The West Bank was closed.": [],
    "He walked down Bank Street.": [],
    "The Ministry of Health and Kenya Airways signed.": ["Ministry of Health", "Kenya Airways"],
    "The Department of Justice and Microsoft agreed.": ["Department of Justice", "Microsoft"],
    "The Parliament of Peru met.": ["Parliament of Peru"],
}
"""The like, where the bodies are shorter or none."""


@pytest.mark.parametrize(("text", "bodies"), [*WHOLE.items(), *APART.items()])
def test_bodies(text: str, bodies: list[str]) -> None:
    """A couple, the fields of work, an owner in the plural and the country behind it belong to the name of a body."""
    names = find_names(text, [Span(0, len(text))], "en")
    assert [name.span.of(text) for name in names if name.type == "Organization"] == bodies


@pytest.mark.parametrize("side", ["Eastern", "Northern", "Middle"])
def test_the_district_of_a_court_has_its_place(side: str) -> None:
    """The district of one state is not that of another; a district without a place stays as it is."""
    text = f"He was tried in the {side} District of Texas and then in the {side} District of Ohio."
    names = [name.span.of(text) for name in find_names(text, [Span(0, len(text))], "en")]
    assert f"{side} District" not in names
    assert {name for name in names if "District" in name} <= {f"{side} District of Texas", f"{side} District of Ohio"}
