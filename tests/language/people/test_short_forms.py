"""What people are called for short, culture by culture."""

from pathlib import Path

import pytest

from generator.language.people.short_forms import called, canonical, is_cut, is_short_for, is_surname_alone

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "short_names.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def is_one(form: str, full: str) -> bool:
    """Whether a form can be the person with this full name, in the same text."""
    return is_short_for(form, full) or canonical(form) == canonical(full)


@pytest.mark.parametrize(("culture", "full", "yes", "no"), ROWS)
def test_a_short_form_is_told_by_the_rules_of_its_culture(culture: str, full: str, yes: str, no: str) -> None:
    """Each name of the table has forms that can stand for it, and forms that are others."""
    assert [form for form in yes.split("; ") if not is_one(form, full)] == []
    assert [form for form in no.split("; ") if is_one(form, full)] == []


def test_the_table_is_wide() -> None:
    """The table holds 150 names of 15 cultures or more, with 60 forms or more that are somebody else."""
    assert len(ROWS) >= 150
    assert len({row[0] for row in ROWS}) >= 15
    assert sum(row[3].count(";") + 1 for row in ROWS) >= 60


@pytest.mark.parametrize(
    ("full", "forms"),
    [
        ("Xi Jinping", {"xi"}),
        ("Goh Wei Jie", {"goh"}),
        ("Moon Jae-in", {"moon"}),
        ("Ha Jae-in", {"ha"}),
        ("Pham Minh Chinh", {"chinh"}),
        ("Orbán Viktor", {"orban"}),
        ("Viktor Orbán", {"orban"}),
        ("Orbán Dorran", {"dorran"}),
        ("Abe Shinzo", {"abe"}),
        ("Anwar Ibrahim", {"anwar"}),
        ("Abiy Ahmed", {"abiy"}),
        ("Katrín Jakobsdóttir", {"katrin"}),
        ("Mohammed bin Salman", {"mohammed", "bin salman"}),
        ("Tamim bin Hamad Al Thani", {"tamim", "bin hamad", "tamim bin hamad"}),
        ("Luiz Inácio Lula da Silva", {"lula", "lula da silva", "da silva", "silva"}),
        ("Abdel Fattah al-Sisi", {"sisi", "al sisi"}),
        ("Ursula von der Leyen", {"von der leyen"}),
        ("Gabriel García Márquez", {"garcia", "garcia marquez"}),
        ("Jane Dorran", {"dorran"}),
        ("Lee Harvey Oswald", {"oswald"}),
        ("Kim Kardashian", {"kardashian"}),
        ("Long John Silver", {"silver"}),
        ("Pelé", set()),
    ],
)
def test_what_the_press_calls_a_person(full: str, forms: set[str]) -> None:
    """What may show in another text who is meant: the surname, or the name of those who have none."""
    assert called(full) == forms


@pytest.mark.parametrize(
    "name", ["al-Sisi", "van der Berg", "de Gaulle", "bin Laden", "Bin Laden", "von der Leyen", "da Silva"]
)
def test_a_surname_with_its_particle_is_no_full_name(name: str) -> None:
    """A particle and one word are a surname alone, which several may have."""
    assert is_surname_alone(name)


@pytest.mark.parametrize(
    "name", ["Al Gore", "Van Morrison", "El Chapo", "Le Duan", "La Toya", "Abu Mazen", "Jane Dorran", "Ben Ali"]
)
def test_a_name_that_begins_like_a_particle_may_be_full(name: str) -> None:
    """A capital word that is a given name as well makes no surname of what follows."""
    assert not is_surname_alone(name)


@pytest.mark.parametrize(
    ("form", "full", "cut"),
    [
        ("Lula da Silva", "Luiz Inácio Lula da Silva", True),
        ("García Márquez", "Gabriel García Márquez", True),
        ("Mohammed bin Salman", "Mohammed bin Salman bin Abdulaziz Al Saud", True),
        ("Tamim bin Hamad", "Tamim bin Hamad Al Thani", True),
        ("van der Berg", "Jan van der Berg", True),
        ("al-Sisi", "Abdel Fattah al-Sisi", True),
        ("Wendy Sherman", "Wendy R. Sherman", False),
        ("Ursula von der Leyen", "Ursula Gertrud von der Leyen", False),
        ("John Kennedy", "John Fitzgerald Kennedy", False),
    ],
)
def test_a_form_without_part_of_a_compound_surname_is_cut(form: str, full: str, cut: bool) -> None:
    """A form that leaves out the first name before a particle, or part of the surname, never stands for all."""
    assert is_cut(form, full) is cut
