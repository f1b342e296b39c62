"""What the page of a person, organization or place says: introduction, roles, words, company."""

import dataclasses
import re
import xml.etree.ElementTree as ET
from html import unescape

from generator.model import (
    Brief,
    Entity,
    Event,
    EventArgument,
    EventPart,
    Evidence,
    Library,
    LocalEntity,
    Mention,
    Quotation,
    Role,
    Span,
    StatedRole,
)
from generator.rendering import render
from generator.rendering.markup import Markdown
from generator.rendering.pictures.arcs import Node, draw_graph
from tests.rendering.shelf import SETTINGS, analysis_of, find, full_library


def library_of(*texts: tuple[str | None, str], role: str = "", name: str = "Ada Reed") -> Library:
    """A library of one person who is named in each of the texts, with the date of each."""
    briefs, mentions, roles = [], [], []
    for number, (date, text) in enumerate(texts):
        base = analysis_of(f"b{number}", [("paragraph", [text])], date=date)
        spans = [find(base.document.text, name, nth) for nth in range(base.document.text.count(name))]
        held = [Role(role, find(text, role))] if role and role in text else []
        local = LocalEntity("e1", "Person", name, (), tuple(held))
        analysis = dataclasses.replace(
            base, entities=(local,), mentions=tuple(Mention(span, "Person", "e1") for span in spans)
        )
        briefs.append(Brief(f"b{number}", analysis, (("e1", "ada"),)))
        mentions += [Evidence(f"b{number}", span) for span in spans]
        roles += [StatedRole(found.title, Evidence(f"b{number}", found.span)) for found in held]
    return Library(tuple(briefs), (Entity("ada", "Person", name, (), tuple(roles), tuple(mentions)),), ())


def page_of(library: Library, path: str = "people/ada.md") -> str:
    """The Markdown of one page."""
    return next(page.markdown for page in render(library, settings=SETTINGS, links="markdown") if page.path == path)


def introduction(library: Library) -> str:
    """What stands as the introduction."""
    return page_of(library).split('briefs-introduction" markdown>')[1].split("</div>")[0]


def test_the_oldest_introduction_wins() -> None:
    """Of the sentences that describe somebody that of the oldest brief is shown, with its words set off."""
    late = ("2022-03-01", "Ada Reed, a former judge from Lowtown, spoke.")
    early = ("2021-03-01", "Ada Reed, a judge from Lowtown, was named.")
    assert "<mark>a judge from Lowtown</mark>" in introduction(library_of(late, early))


def test_a_sentence_that_says_nothing_of_somebody_introduces_last() -> None:
    """A brief that only names somebody is passed over for one that describes; where none does, the first one stands."""
    bare, told = ("2021-03-01", "They saw Ada Reed."), ("2022-03-01", "Ada Reed is a judge in Lowtown.")
    assert "<mark>a judge in Lowtown</mark>" in introduction(library_of(bare, told))
    assert "They saw <mark>Ada Reed</mark>" in introduction(library_of(bare, bare))


def test_a_list_of_names_describes_nobody() -> None:
    """What stands between commas behind a name is a description only where it begins like one."""
    for text in ("Ada Reed, the United States, and others met.", "Ada Reed, the head of it said, is right."):
        assert introduction(library_of((None, text), (None, text))).count("<mark>") == 1


def test_a_role_in_the_same_words_stands_once() -> None:
    """Each brief that states a role in these words, whatever their case, has its line under the one role."""
    texts = [("2022-01-02", "The Chief Judge Ada Reed met."), ("2021-01-02", "The Chief Judge Ada Reed left.")]
    page = page_of(library_of(*texts, role="Chief Judge"))
    roles = page.split('briefs-roles" markdown>')[1].split("</div>")[0]
    assert roles.count("Chief Judge") == 1 and roles.count("briefs-stated") == 2


def test_words_of_others_are_quoted_about_somebody() -> None:
    """A quotation that names somebody else stands on the page of that other, with its speaker."""
    library = full_library()
    text = library.briefs[0].analysis.document.text
    brief = library.briefs[0]
    quotation = dataclasses.replace(brief.analysis.quotations[0], span=brief.analysis.sentences[0], speaker="e2")
    analysis = dataclasses.replace(brief.analysis, quotations=(quotation,))
    changed = dataclasses.replace(library, briefs=(dataclasses.replace(brief, analysis=analysis), *library.briefs[1:]))
    assert text and "In the words of others" in page_of(changed, "people/the-person.md")
    assert "In the words of others" not in page_of(changed, "organizations/the-organization.md")


def test_what_somebody_stated_stands_on_his_page() -> None:
    """Claims stand apart from quotations."""
    page = page_of(full_library(), "people/the-person.md")
    assert "Also stated" in page and "Quoted" in page


def node(id_: str, count: int) -> Node:
    return Node(id_, id_.title(), Markdown("person"), Markdown(f"{id_}.html"), count)


def test_the_figure_gives_every_name_a_row() -> None:
    """No two labels share a height; each name but the first is a link; each tie is a line."""
    figure = draw_graph([node("a", 5), node("b", 3), node("c", 1)], {("b", "c"): 1, ("b", "zzz"): 4})
    assert figure is not None
    root = ET.fromstring(figure)
    heights = [text.get("y") for text in root.iter("text")]
    assert len(set(heights)) == len(heights) == 3
    assert [link.get("href") for link in root.iterfind("svg/a")] == ["b.html", "c.html"]
    assert len(list(root.iter("path"))) == 3


def test_nobody_beside_somebody_is_no_figure() -> None:
    """A figure needs two names."""
    assert draw_graph([node("a", 5)], {}) is None
    assert "<svg" not in page_of(library_of((None, "Ada Reed met."), (None, "Ada Reed left.")))


def test_spans_of_the_introduction_are_in_order() -> None:
    """A role before the name is set off as well as the name."""
    page = introduction(library_of(("2022-01-02", "The Chief Judge Ada Reed met."), role="Chief Judge"))
    assert "<mark>Chief Judge</mark> <mark>Ada Reed</mark>" in page


def test_the_events_of_a_place_stand_before_a_few_words_of_others() -> None:
    """What happened there comes first, then what it did; of the quotations that name it ten stand on its page."""
    texts = [(f"2021-01-{day:02d}", f"Rain fell. “Lowtown is wet {day}.”") for day in range(1, 16)]
    library = library_of(*texts, name="Lowtown")
    quoting = []
    for brief in library.briefs:
        text = brief.analysis.document.text
        said = Quotation(Span(text.index("“") + 1, text.index("”")), "direct")
        quoting.append(dataclasses.replace(brief, analysis=dataclasses.replace(brief.analysis, quotations=(said,))))
    place = dataclasses.replace(library.entities[0], type="Place")
    part = EventPart(Evidence("b3", quoting[3].analysis.sentences[0]), place.mentions[3], "stated", "reported")
    events = tuple(
        Event(id_, f"2021-01-0{n}", "ada", (), (part,), arguments=arguments)
        for n, (id_, arguments) in enumerate(
            (("there", ()), ("did", (EventArgument("agent", (place.mentions[3],), "ada"),))), 1
        )
    )
    page = page_of(Library(tuple(quoting), (place,), events), "places/ada.md")
    headings = re.findall(r'<h2 id="([a-z]+)"', page)
    assert [one for one in headings if one in {"here", "did", "about"}] == ["here", "did", "about"]
    others = page.split('<h2 id="about"')[1].split("<h2")[0]
    assert others.count('<span class="briefs-quotation">') == 10 and "5 more stand in the briefs below" in unescape(
        others
    )


def test_mentions_behind_the_first_briefs_are_folded() -> None:
    """Each stands once, in its order; eight briefs fold nothing."""

    def page_of(briefs: int) -> str:
        texts = [(f"2024-05-{day:02d}", f"Ada Reed opened hall {day}.") for day in range(1, briefs + 1)]
        pages = render(library_of(*texts), settings=SETTINGS)
        page = next(page.markdown for page in pages if page.path == "people/ada.md")
        return page[page.index('id="mentions"') :]

    assert "<details" not in page_of(8)
    page = page_of(12)
    opened, folded = page.split("<details", 1)
    assert "and 4 more" in folded
    assert len(re.findall(r"^- <bdi>", opened, re.MULTILINE)) == 8
    assert len(re.findall(r"^- <bdi>", folded, re.MULTILINE)) == 4
