"""Notes of Logseq and Notion: what these programs keep for themselves is not shown."""

from pathlib import Path

from generator.readers import collect
from tests.readers.making import document, kept


def test_what_logseq_keeps_for_itself_is_not_shown() -> None:
    """Ids, clocks, days and marks of tasks, macros; a block of another note is three dots."""
    note = (
        "- Ann Bell opened the [[pier]]. ^^So it is.^^\n  collapsed:: true\n"
        "  id:: 64f8a1c9-8e3e-4a57-a0f7-cb3619102244\n"
        "\t- See ((64f8a1c9-8e3e-4a57-a0f7-cb3619102245)) for it.\n\t- TODO [#A] Ask the mayor.\n"
        "\t  SCHEDULED: <2023-11-05 Sun 8:40>\n\t  :LOGBOOK:\n\t  CLOCK: [2023-11-04 Sat 08:17:34]\n\t  :END:\n"
        "- {{query (task TODO)}}\n- {{embed ((64f8a1c9-8e3e-4a57-a0f7-cb3619102245))}}\n"
    )
    assert [text for _, text in kept(document("a.md", note))] == [
        "Ann Bell opened the pier. So it is.",
        "See … for it.",
        "Ask the mayor.",
    ]
    assert kept(document("a.md", "- NOW has sued the town.\n")) == [("list_item", "NOW has sued the town.")]


PAGE = (
    "# The pier\n\nCreated: May 5, 2021 10:15 AM\nURL: https://echo.example/1\nAuthor: Tara Quill\n\n"
    "<aside>\n💡 It fell.\n\n</aside>\n"
)


def test_properties_of_a_page_of_notion_are_metadata(tmp_path: Path) -> None:
    """Known by the number behind its name, which is no part of its address; elsewhere such lines are text."""
    name = f"The pier {'0123456789abcdef' * 2}.md"
    found = document(name, PAGE)
    assert kept(found) == [("title", "The pier"), ("paragraph", "💡 It fell.")]
    assert {one.field: one.values for one in found.declarations} == {
        "url": ("https://echo.example/1",),
        "authors": ("Tara Quill",),
    }
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (source,) = collect(tmp_path, max_mb=1).sources
    assert source.id == "the-pier"
    assert any("Created:" in text for _, text in kept(document("a.md", PAGE)))
