"""Cleaning says what each block is; it changes no character and loses none."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.cleaning import CLEANERS, clean
from generator.errors import SourceError
from generator.model import BODY_KINDS, Document
from tests.conftest import Case
from tests.readers.test_blocks import assert_lawful
from tests.showing import document, show_blocks

WHOLE = "The harbour of Westport will open again on Monday, the mayor said. (ANI/Xinhua)"
LINES = st.lists(
    st.sampled_from(
        [
            "Harbour opens after eleven weeks",
            WHOLE,
            "It had been closed since a storm in December, and many ships went elsewhere….reports Westport Daily",
            "Advertisement",
            "ALSO READ: Other story",
            "Related articles",
            "Sources",
            "March 3, 2021",
            "By Ann Lee",
            "2 mins read",
            "© 2021 Westport Daily",
            "(Image: Twitter/X)",
            "- a list item",
            "12",
            "***",
            "Comments",
            "said the",
            "\u00a0",
            "(",
        ]
    ),
    max_size=25,
).map("\n\n".join)


@pytest.mark.cases("cleaning/articles.txt", "cleaning/credits.txt")
def test_cleaning(case: Case) -> None:
    """Articles as they are found, block by block."""
    case.check(show_blocks(clean(document(case.input))))


def made(text: str) -> Document | None:
    try:
        return document(text)
    except SourceError:
        return None


@given(LINES)
def test_every_cleaner_keeps_the_laws(text: str) -> None:
    """The text stays, blocks stay in order and trimmed, and every visible character stays in one of them."""
    cleaned = made(text)
    if cleaned is None:
        return
    for rule in CLEANERS:
        before = cleaned
        cleaned = rule.find(before)
        assert cleaned.text == before.text
        assert_lawful(cleaned)


@example(f"{WHOLE}\n\n{WHOLE}\n\nSources\n\nRelated articles\n\n(Image: Twitter/X)\n\n{WHOLE}")
@given(LINES)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What has been labelled keeps its label."""
    read = made(text)
    if read is not None:
        assert clean(clean(read)) == clean(read)


@given(st.lists(st.text(alphabet=st.characters(categories=["L"]), min_size=1), min_size=40, max_size=80))
def test_prose_alone_is_never_cut(words: list[str]) -> None:
    """Paragraphs of many words with full stops are the article, whatever the words are."""
    text = "\n\n".join(f"Xx {' '.join(words[n : n + 10])}." for n in range(0, len(words) - 10, 10))
    assert {block.kind for block in clean(document(text)).blocks} == {"paragraph"}


@pytest.mark.parametrize("unit", ["a", "(", "…", ".", "By A", "Photo: ", "# ", "(ANI", "- ", "1 ", "A, ", "A. (AP) "])
def test_long_runs_of_one_thing_are_read_in_time(unit: str) -> None:
    """Twenty thousand characters of anything are cleaned like other text; a slow pattern would hang here."""
    cleaned = clean(document((unit * 20000)[:20000] + "\n\nThe end of the story is near."))
    assert cleaned.blocks[-1].kind in BODY_KINDS


def test_markdown_headings_count() -> None:
    """A title that the format marks is kept, and its headings stay headings."""
    text = (
        "# Harbour opens\n\nThe harbour opens on Monday, said the mayor.\n\n## Next\n\nShips will come back, he added."
    )
    assert [block.kind for block in clean(document(text, suffix=".md")).blocks] == [
        "title",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_signed_quotation_is_no_heading() -> None:
    """A line that is a quotation with its speaker behind a dash stays in the body, as a quotation."""
    prose = "The board of the harbor, which met on Monday, decided to wait for the winter to end."
    text = f'{prose}\n\n"It is a long game, so far." - Jane Roe\n\n{prose}\n'
    cleaned = clean(document(text))
    assert cleaned.blocks[1].kind == "quotation"


BROKEN = (
    "The mayor said that the harbour of Westport may close. She left on Monday, and the council met to hear what had"
)


@pytest.mark.parametrize("ahead", ["Harbour in doubt", "Harbour in doubt\n\nMarch 3, 2021"])
@pytest.mark.parametrize("end", ["", " …", " been"])
def test_a_single_paragraph_that_breaks_off_keeps_its_headline(ahead: str, end: str) -> None:
    """A whole sentence inside shows that it is the article."""
    kinds = [block.kind for block in clean(document(f"{ahead}\n\n{BROKEN}{end}")).blocks]
    assert (kinds[0], kinds[-1]) == ("title", "paragraph")


@pytest.mark.parametrize(("more", "kind"), [("", "title"), ("\n\nWestport", "paragraph")])
def test_a_headline_stands_over_at_most_three_blocks_of_a_broken_text(more: str, kind: str) -> None:
    """A day, a name and the paragraph; with one line more nothing shows what the first is."""
    cleaned = clean(document(f"Harbour in doubt\n\nMarch 3, 2021\n\nAnn Lee{more}\n\n{BROKEN}"))
    assert cleaned.blocks[0].kind == kind


def test_what_is_said_in_a_film_is_no_headline() -> None:
    """Subtitles have none: their first line, with the label of who speaks, stays a paragraph."""
    said = ("<v Ann Lee>Good evening and welcome to Westport", f"<v Tom Reed>{WHOLE.removesuffix(' (ANI/Xinhua)')}")
    cues = (f"00:{n}0:01.000 --> 00:{n}0:02.000\n{words}" for n, words in enumerate(said))
    film = clean(document("WEBVTT\n\n" + "\n\n".join(cues), suffix=".vtt"))
    assert [block.kind for block in film.blocks] == ["paragraph", "paragraph"]


def test_letters_that_were_decoded_wrongly_are_noted() -> None:
    """One note for all of them, with the first; the text stays as it is, and a name in Portuguese is none."""
    text = "The cafÃ© of Westport opened on Monday.\n\nIts owner said that she didnâ€™t expect so many guests."
    (note,) = clean(document(text)).problems
    assert note.severity == "note"
    assert note.what == "2 characters were decoded wrongly before the text came here (“Ã©” for “é”)"
    assert clean(document("The mayor of SÃO PAULO opened the harbour on Monday.")).problems == ()
