"""Names that the curator lists are found, with their type, and join their aliases."""

from generator.analysis import analyse
from generator.cleaning import clean
from generator.curation import Word
from generator.model import Analysis, Source
from generator.readers import read


def study(text: str, *words: Word) -> Analysis:
    """What is found with these words listed."""
    return analyse(clean(read(Source("a.txt", "a", text.encode()))), words=words)


def names(analysis: Analysis) -> list[tuple[str, str, tuple[str, ...]]]:
    """Type, name and aliases of the entities."""
    return [(entity.type, entity.name, entity.aliases) for entity in analysis.entities]


def test_a_listed_name_is_found_where_nothing_shows_it() -> None:
    """A name in small letters is a name once it is listed; one that is not there changes nothing."""
    text = "On Monday the members of nightly owls met in a barn."
    assert names(study(text, Word(1, "nightly owls", "Organization"))) == [("Organization", "nightly owls", ())]
    assert names(study(text, Word(1, "Nightly Owls", "Organization"))) == []
    assert names(study(text, Word(1, "Nightly Owls", "Organization", case_sensitive=False)))


def test_aliases_are_one_entity_with_the_listed_type() -> None:
    """The name and its aliases are one, whatever else the text was read as."""
    text = "Brightwater spoke first. Later BW spoke, and Brightwater again."
    found = names(study(text, Word(1, "Brightwater", "Organization", ("BW",))))
    assert ("Organization", "Brightwater", ("BW",)) in found
    assert len(found) == 1


def test_inside_a_longer_name_it_says_nothing() -> None:
    """A listed word inside a name that was found leaves that name whole."""
    text = "President Maria Lopez met Ann Bell in Paris. Lopez left."
    assert ("Person", "Maria Lopez", ("Lopez",)) in names(study(text, Word(1, "Maria", "Organization")))
