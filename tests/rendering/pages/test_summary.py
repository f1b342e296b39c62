"""The summary on the page of a brief: the source's words, and in square brackets what the editor adds."""

import dataclasses

from generator.model import Brief, Library, LocalEntity, Mention, Referent
from generator.rendering import render
from tests.rendering.shelf import SETTINGS, analysis_of, find


def page_of(*, explained: bool) -> str:
    """The page of a brief whose summary is a sentence with a surname."""
    analysis = analysis_of("tarn", [("paragraph", ["Mary [Poe] spoke.", "Poe mends *walls*."])], summary=(1,))
    text = analysis.document.text
    name, word = find(text, "Mary [Poe]"), find(text, "Poe", 1)
    person = LocalEntity("e1", "Person", "Mary [Poe]")
    mentions = (Mention(name, "Person", "e1"), Mention(word, "Person", "e1"))
    referents = (Referent(1, word, "e1", name, "the full name in this text"),) if explained else ()
    analysis = dataclasses.replace(analysis, entities=(person,), mentions=mentions, referents=referents)
    pages = render(Library((Brief("tarn", analysis, ()),), (), ()), settings=SETTINGS, links="directory")
    return next(page.markdown for page in pages if page.path == "briefs/tarn.md")


def test_the_full_name_stands_in_brackets_and_leads_to_its_sentence() -> None:
    """Behind the word, marked as the editor's; both are escaped."""
    page = page_of(explained=True)
    assert "\\[[Mary " in page
    assert "](#s1)\\]</span>" in page
    assert "In square brackets the editor adds" in page


def test_nothing_is_told_of_brackets_where_there_are_none() -> None:
    """The note stands only below a summary to which something was added."""
    page = page_of(explained=False)
    assert "briefs-added" not in page
    assert "In square brackets" not in page
