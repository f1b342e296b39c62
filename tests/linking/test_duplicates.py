"""The same article twice."""

from dataclasses import replace

from generator.linking import link
from generator.linking.duplicates import digest_body, find_duplicates
from generator.model import Analysis
from tests.linking.analyses import Names, make_analysis

TEXT = "Mira Vale spoke in Ostrava. She left."


def test_first_by_date_then_id() -> None:
    """The original is the brief published first; without a date it comes last, of equals the first by id wins."""
    dated = make_analysis("c", TEXT, published="2020-02-02")
    assert find_duplicates([make_analysis("a", TEXT), dated]) == {"a": "c"}
    assert find_duplicates([make_analysis("b", TEXT), make_analysis("a", TEXT)]) == {"b": "a"}


def test_white_space_is_folded() -> None:
    """Line breaks do not make another article; one other word does."""
    folded = make_analysis("b", TEXT.replace(" ", "\n  "))
    changed = make_analysis("b", TEXT.replace("left", "stayed"))
    assert digest_body(folded) == digest_body(make_analysis("a", TEXT)) != digest_body(changed)


LONG = " ".join(f"The {n} ships of Ostrava left the {n} harbours in the morning." for n in range(20))


def in_format(analysis: Analysis, suffix: str) -> Analysis:
    return replace(analysis, document=replace(analysis.document, path=f"{analysis.document.id}.{suffix}"))


def test_the_same_bytes_are_one_source() -> None:
    """Also where nothing was found to be a sentence."""
    listing = [make_analysis(brief, "Ships, harbours, bridges") for brief in "ab"]
    assert find_duplicates(listing) == {"b": "a"}


def test_one_text_in_two_formats_is_one_source() -> None:
    """Other quotation marks, ligatures and one caption more do not make another article; in one format they would."""
    printed = make_analysis(
        "b", LONG.replace("ships", "sh\u00adips").replace(" of ", "\u00a0of ") + " A ship leaves the harbour."
    )
    page = make_analysis("a", LONG)
    assert find_duplicates([page, in_format(printed, "pdf")]) == {"b": "a"}
    assert find_duplicates([page, printed]) == {}


def test_a_copy_is_looked_for_by_its_three_longest_sentences() -> None:
    """Where a format broke all of them, no other shows it."""
    for broken, found in ((2, {"b": "a"}), (3, {})):
        lines = [f"The {n} ships of Ostrava left{' early' * (30 - n)}." for n in range(40)]
        page = make_analysis("a", " ".join(lines))
        printed = make_analysis(
            "b", " ".join([line.replace("ships", "boats") for line in lines[:broken]] + lines[broken:])
        )
        assert find_duplicates([page, in_format(printed, "pdf")]) == found


def test_an_article_that_grew_is_another_one() -> None:
    """A report with many new sentences is no copy, whatever its format."""
    grown = make_analysis("b", LONG + " ".join(f" Then {n} more came from the north." for n in range(5)))
    assert find_duplicates([make_analysis("a", LONG), in_format(grown, "html")]) == {}


def test_empty_bodies_repeat_nothing() -> None:
    """Two sources without a sentence are not one article."""
    assert find_duplicates([make_analysis("a", ""), make_analysis("b", "")]) == {}


def test_repeated_brief_is_not_counted_twice() -> None:
    """A repeated brief adds no mentions, is nobody's relation and takes over the relations of its original."""
    names: Names = [("Person", "Mira Vale"), ("Place", "Ostrava")]
    other = make_analysis("c", "Mira Vale rested in Ostrava.", names)
    library = link([make_analysis("a", TEXT, names), make_analysis("b", TEXT, names), other])
    a, b, c = library.briefs
    assert (a.duplicate_of, b.duplicate_of) == (None, "a")
    assert {mention.brief for entity in library.entities for mention in entity.mentions} == {"a", "c"}
    assert [related.brief for related in c.related] == ["a"]
    assert b.related == a.related
    assert b.entities == a.entities


def test_name_only_in_repeated_brief() -> None:
    """What only the repeated brief names is kept with its mention there."""
    one, two = make_analysis("a", TEXT), make_analysis("b", TEXT, [("Person", "Mira Vale")])
    (entity,) = link([one, two]).entities
    assert [mention.brief for mention in entity.mentions] == ["b"]
