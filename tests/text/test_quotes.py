"""Quotation marks: which belong together, and what is no quotation mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Span
from generator.text.quotes import MARK, find_passages, pair_marks


def paragraphs_of(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def quoted(text: str) -> list[str]:
    return [passage.span.of(text) for passage in find_passages(text, paragraphs_of(text))[0]]


def strays(text: str) -> list[int]:
    return list(find_passages(text, paragraphs_of(text))[1])


@pytest.mark.parametrize(
    "text",
    ["say “x y” now", 'say "x y" now', "say ‘x y’ now", "say 'x y' now", "say «x y» now", "say »x y« now",
     "say „x y“ now", "say „x y” now", "say 「x y」 now", "say ‹x y› now"],
)  # fmt: skip
def test_marks_of_many_scripts_are_paired(text: str) -> None:
    """Every usual pair of marks makes a quotation, the marks themselves left out."""
    assert quoted(text) == ["x y"]
    assert strays(text) == []


@pytest.mark.parametrize(
    "text",
    ["don't we can't", "O’Brien’s ’90s and '45", "the allies' and workers' talks", "rock 'n' roll, get 'em",
     "a 6\" pipe and an 8\" pipe", "he is 5'10\" tall", "6′ by 4″", "fish ’n’ chips"],
)  # fmt: skip
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    """An apostrophe, an elision, a foot or an inch neither opens nor closes a quotation, and is no fault."""
    assert quoted(text) == []
    assert strays(text) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("‘the allies’ talks failed’ he said", "the allies’ talks failed"),
        ("'constructive answer' to the workers' demand", "constructive answer"),
        ('"a 6" pipe," he said', 'a 6" pipe,'),
        ('"born in 1999" he', "born in 1999"),
        ("“don’t ‘do’ it”", "don’t ‘do’ it"),
        ("‘it’s on’ he said", "it’s on"),
        ("'the 6' pole' he said", "the 6' pole"),
        ("'I saw \"Jaws\" twice,' he said", 'I saw "Jaws" twice,'),
    ],
)
def test_only_the_outer_quotation_counts(text: str, inner: str) -> None:
    """A quotation or an apostrophe inside a quotation does not end it."""
    assert quoted(text) == [inner]


def test_a_mark_without_partner_is_told() -> None:
    """A closing mark without an opening one makes no quotation and is reported with its place."""
    text = "some demands are non-starters,” as per them."
    assert quoted(text) == []
    assert strays(text) == [text.index("”")]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    """Paragraphs that open again without closing belong to the quotation that a later one closes."""
    assert quoted("He said: “one.\n“two.\n“three.” So.") == ["one.", "two.", "three."]
    assert quoted("He said: “one.\n“two.\nthree.") == []
    assert len(strays("He said: “one.\n“two.\nthree.")) == 2


def test_a_quotation_goes_on_without_being_opened_again() -> None:
    """Paragraphs between one opening and one closing mark are one quotation, if nobody else speaks in between."""
    assert quoted("He said, “one.\ntwo.\nthree.” So.") == ["one.", "two.", "three."]
    assert quoted('He said, "one.\ntwo." She said, "three.\nfour."') == ["one.", "two.", "three.", "four."]
    assert strays('He said, "one.\ntwo." She said, "three.\nfour."') == []
    assert quoted("He said, “one.\nTwo, he said.” So.") == []
    assert quoted("He said, “one.\n“Two.” He said three.” So.") == ["one.", "Two."]
    assert quoted("He said, “one.\ntwo.") == []


def test_a_mark_turned_the_wrong_way_closes() -> None:
    """A mark behind a sentence ends a straight quotation even if it is turned the wrong way."""
    assert quoted('He said, "one two.“ So.') == ["one two."]


def test_an_open_mark_costs_no_other_quotation() -> None:
    """A forgotten mark leaves the whole quotations beside it."""
    assert quoted("“a” and “b\n“c” and d") == ["a", "c"]


SENTENCES = st.text("ab ,.“”\"‘’'«»", max_size=40)


@settings(deadline=None)
@given(st.lists(SENTENCES, max_size=3), SENTENCES, st.lists(SENTENCES, max_size=3))
def test_a_bad_passage_costs_itself_only(before: list[str], bad: str, after: list[str]) -> None:
    """Whole paragraphs around a passage that no quotation joins to them keep their quotations, whatever it holds."""
    wall = "He said so."
    lines = [*before, wall, *[wall] * 5, bad, *[wall] * 5, *after]
    healed = [*before, wall, *[wall] * 5, "good", *[wall] * 5, *after]
    place, rest = len("\n".join(lines[: len(before) + 6])) + 1, len("\n".join(after))
    own, same = "\n".join(lines), "\n".join(healed)
    assert [s for s in _spans(own) if s.end < place] == [s for s in _spans(same) if s.end < place]
    ends = [(s.start - len(own), s.end - len(own)) for s in _spans(own) if s.start >= len(own) - rest]
    assert ends == [(s.start - len(same), s.end - len(same)) for s in _spans(same) if s.start >= len(same) - rest]


def _spans(text: str) -> list[Span]:
    return [passage.span for passage in find_passages(text, paragraphs_of(text))[0]]


@settings(deadline=None)
@given(st.text("a .,“”„\"‘’'«»「」\n", max_size=80))
def test_passages_are_in_order_and_inside_paragraphs(text: str) -> None:
    """Passages never overlap, never cross a paragraph, and hold no line break."""
    end = 0
    for passage in find_passages(text, paragraphs_of(text))[0]:
        assert passage.whole.start >= end
        assert passage.whole.holds(passage.span)
        assert "\n" not in passage.span.of(text)
        end = passage.whole.end


@pytest.mark.parametrize("mark", list("“”\"„«»‘’'"))
def test_many_marks_in_a_row_are_borne(mark: str) -> None:
    """Twenty thousand marks of one kind are read to the end."""
    assert MARK.match(mark)
    for unit in (mark, mark + " ", " " + mark, mark + "a"):
        text = unit * (20_000 // len(unit))
        marks = pair_marks(text, Span(0, len(text)))
        assert all(0 <= pair.start < pair.end <= len(text) for pair in marks.pairs)


def test_spaces_within_french_marks_are_not_quoted() -> None:
    """Between « and » a space stands on either side; it is not quoted, no-break or not."""
    text = "Elle a dit craindre « un hiver » et «\u00a0sans pain\u202f», puis \u201cfroid\u201d."
    passages, strays = find_passages(text, [Span(0, len(text))])
    assert [passage.span.of(text) for passage in passages] == ["un hiver", "sans pain", "froid"]
    assert strays == ()
