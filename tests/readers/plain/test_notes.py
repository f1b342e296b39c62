"""Notes and clippings of Obsidian: the words that a reader of the note sees, and none that only its writer does."""

import pytest

from tests.readers.making import document as read_file
from tests.showing import document, show_blocks

LEAD = "The board of the harbour met."


def shown(text: str) -> str:
    """The blocks of a note."""
    return show_blocks(document(text, suffix=".md"))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("The [[Holm Lighthouse|lighthouse]] is lit.", "The lighthouse is lit."),
        ("So says [[Piers Lowe]].", "So says Piers Lowe."),
        ("So says [[people/Piers Lowe]].", "So says Piers Lowe."),
        ("So says [[Piers Lowe.md]].", "So says Piers Lowe."),
        ("See [[Wexby#History]].", "See Wexby > History."),
        ("See [[#History]].", "See History."),
        ("See [[Wexby#^ab12]].", "See Wexby."),
        ("See [[snake_case_page]] and [[a*b*c]].", "See snake_case_page and a*b*c."),
        ("A ==marked run== of words.", "A marked run of words."),
        ("The pier is open. ^block-1", "The pier is open."),
        ("The pier %% ask Ann %%is open.", "The pier is open."),
        ("The pier is open.[^1] ^[So says Ann.]", "The pier is open.[1] (So says Ann.)"),
        ("It is [due:: May] and costs (budget:: nine million).", "It is due: May and costs nine million."),
        ("| a [[x\\|b]] |\n| --- |\n| c |", None),
    ],
)
def test_marks_inside_a_sentence_are_gone(written: str, seen: str | None) -> None:
    """Links are their words, highlights are text, names of blocks are nothing."""
    assert shown(written) == (f"paragraph: {seen}" if seen else "list_item: a b\nlist_item: c")


@pytest.mark.parametrize(
    "plain",
    [
        "If a == b and c == d, then e.",
        "It is 50%% off and 20%% more.",
        "See [1].",
        "See the file a[[i]](b).".replace("[[i]](b)", "[i]"),
        "#Wexby voted on Monday.",
        "She speaks of #harbour",
        "It costs $5 ^ 2 at most.",
        "Use std::move here.",
    ],
)
def test_other_signs_stay(plain: str) -> None:
    """Comparisons, per cent, hash tags that are words of a sentence."""
    assert shown(plain) == f"paragraph: {plain}"


def test_code_has_no_marks() -> None:
    """Neither in a sentence nor in a block."""
    assert shown("Type `[[x]] %% y %%`.\n\n```\n[[keep]] ==this==\n```\n") == (
        "paragraph: Type [[x]] %% y %%.\nboilerplate (code): [[keep]] ==this=="
    )


@pytest.mark.parametrize(
    "private",
    [
        "%% check with Ilya %%",
        "%%\ncheck with Ilya\n\n- twice\n%%",
        "%% check with Ilya",
        "Seen. %% check with Ilya",
        "<!-- check with Ilya -->",
        "<!-- check\n\nwith Ilya",
        "<div><!-- check with Ilya --></div>",
        "Seen <!-- check with Ilya --> too.",
        "- one %%check with Ilya%%\n- two",
        "> quoted %% check with Ilya %%",
    ],
)
def test_comments_are_nowhere(private: str) -> None:
    """Not even among what was cut; the text before them stays."""
    made = document(f"{LEAD}\n\n{private}", suffix=".md")
    assert made.text.startswith(LEAD)
    assert not {"Ilya", "%%", "twice"} & set(made.text.split())


def test_embedded_files_are_gone() -> None:
    """Their names are no text."""
    assert shown(f"![[coast-chart.png|300]]\n\n{LEAD} ![[note#part]]") == f"paragraph: {LEAD}"


def test_boxes_are_text() -> None:
    """A box has a title and paragraphs; only one that quotes is a quotation."""
    box = "> [!note]- The plan\n> It costs **more**.\n>\n> Much more.\n> > [!tip] Inner\n> > Deep.\n\nAfter."
    expected = ["The plan", "It costs more.", "Much more.", "Inner", "Deep.", "After."]
    assert shown(box) == "\n".join(f"paragraph: {line}" for line in expected)
    assert shown("> [!quote] Ann Lee\n> We had no choice.") == "paragraph: Ann Lee\nquotation: We had no choice."
    assert shown("> It is so.") == "quotation: It is so."


def test_tasks_have_no_brackets() -> None:
    """A box to tick is no text."""
    assert shown("- [ ] Ask Ann\n- [x] Ask Bo\n- [a](b) link") == (
        "list_item: Ask Ann\nlist_item: Ask Bo\nlist_item: a link"
    )


def test_tags_and_fields_are_labelled() -> None:
    """Behind the last sentence of a paragraph, or on lines of their own."""
    assert shown(f"{LEAD} #harbour #town/pier\n\n#clippings\n\nstatus:: open\nowner:: [[Ann Lee]]") == (
        f"paragraph: {LEAD}\nboilerplate (tags of the note): #harbour #town/pier\n"
        "boilerplate (tags of the note): #clippings\nboilerplate (field of the note): status:: open\n"
        "boilerplate (field of the note): owner:: Ann Lee"
    )
    sentence = "claim:: The mayor said on Monday that the new school of Wexby would open in May."
    assert shown(sentence) == f"paragraph: {sentence}"


def test_footnotes_have_their_numbers() -> None:
    """By their order in the text, whatever they are called."""
    assert shown("It is so.[^b] Or not.[^a]\n\n[^a]: Says Ann.\n[^b]: Says Bo.") == (
        "paragraph: It is so.[1] Or not.[2]\nparagraph: [2] Says Ann.\nparagraph: [1] Says Bo."
    )


def test_authors_of_a_clipping_have_no_brackets() -> None:
    """With quotation marks and without, which YAML reads as lists in a list."""
    for author in ('\n  - "[[Edda Moss]]"\n  - "[[Jan Kessel|Jan K.]]"', "\n  - [[Edda Moss]]\n  - [[Jan K.]]"):
        made = document(f"---\nauthor:{author}\n---\n{LEAD}", suffix=".md")
        assert [d.values for d in made.declarations] == [("Edda Moss", "Jan K.")]


@pytest.mark.parametrize(
    "text", ["%%" * 50_000, "[[" * 5_000, "==a" * 50_000, "> [!x] " * 20_000, "`" * 50_000, "[^" * 5_000]
)
def test_hostile_notes_are_read(text: str) -> None:
    """Marks without an end cost nothing."""
    assert document(f"{LEAD}\n\nx {text}", suffix=".md").text.startswith(LEAD)


def test_very_many_fields_are_one_block() -> None:
    """A table of data is no paragraph a line; a sentence among them is text, few lines stay as they are."""
    many = [f"key {n}:: value {n}" for n in range(60)]
    text = "\n".join(
        ["The pier is open.", "", *many, "note:: The council of the town said so on Monday.", "", "It is new."]
    )
    found = read_file("a.md", text)
    fields = [block for block in found.blocks if block.reason == "field of the note"]
    assert [block.span.of(found.text).split("\n") for block in fields] == [many]
    assert [block.span.of(found.text)[:4] for block in found.blocks if block.kind == "paragraph"] == [
        "The ",
        "note",
        "It i",
    ]
