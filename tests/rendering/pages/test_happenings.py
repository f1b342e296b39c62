"""How happenings are told: on the brief, on their own page, by time, and on the pages of who takes part."""

import dataclasses

import pytest

from generator.model import (
    Argument,
    Brief,
    DatedStatement,
    DateMention,
    Entity,
    Event,
    EventArgument,
    EventPart,
    Evidence,
    Library,
    LocalEntity,
    LocalEvent,
    Mention,
)
from generator.rendering import render
from generator.rendering.catalog import make_catalog
from generator.rendering.days import date_of
from generator.rendering.happenings import drop_half_quotation
from generator.rendering.pages.timeline import LATEST, view_timeline
from generator.text.clauses import join_clause
from tests.rendering.pages.test_pages import check_links
from tests.rendering.shelf import SETTINGS, analysis_of, find

MARCH = "On 3 May 2021 police arrested nine people in Lowtown during a march."
DENIED = "Police deny that they beat anybody."
STATED = "The law dates from 1 May 2021."
TOLL = "Police arrested eleven people in Lowtown, the board said."


def march_library(**changes: object) -> Library:
    """Two briefs that tell of one march and the arrests during it, with different numbers; one denies something."""
    briefs = []
    for id_, sentences in (("one", [MARCH, DENIED, STATED]), ("two", [TOLL])):
        base = analysis_of(id_, [("paragraph", sentences)], date="2021-05-04")
        text = base.document.text
        police, people = find(text, "olice")._replace(start=text.lower().index("police")), find(text, "people")
        count = find(text, "nine people" if id_ == "one" else "eleven people")
        place = find(text, "Lowtown")
        arrest = LocalEvent(
            sentence=0,
            date=0 if id_ == "one" else None,
            participants=("e1",),
            place="e2",
            kind="arrest",
            arguments=(
                Argument("agent", police, "e1"),
                Argument("patient", people),
                Argument("place", place, "e2"),
                Argument("quantity", count, measure="arrested"),
            ),
            trigger=find(text, "arrested"),
            clause=(police._replace(end=count.end), place._replace(start=place.start - 3)),
            within=1 if id_ == "one" else None,
        )
        more: dict[str, object] = {"events": (arrest,)}
        if id_ == "one":
            march = LocalEvent(0, None, kind="protest", clause=(find(text, "a march"),), assumed="2021-05-04")
            beat = LocalEvent(1, None, kind="attack", standing="denied", clause=(find(text, "they beat anybody"),))
            more |= {
                "events": (arrest, march, beat),
                "dates": (
                    DateMention(find(text, "3 May 2021"), "2021-05-03", "stated", "stated"),
                    DateMention(find(text, "1 May 2021"), "2021-05-01", "stated", "stated"),
                ),
                "dated": (DatedStatement(2, 1),),
            }
        analysis = dataclasses.replace(
            base,
            entities=(LocalEntity("e1", "Organization", "Police"), LocalEntity("e2", "Place", "Lowtown")),
            mentions=(Mention(police, "Organization", "e1"), Mention(place, "Place", "e2")),
            **more,  # type: ignore[arg-type]
        )
        briefs.append(Brief(id_, analysis, (("e1", "police"), ("e2", "lowtown"))))
    told = {brief.id: brief.analysis for brief in briefs}
    arguments = [
        EventArgument(one.role, tuple(Evidence(b, a.events[0].arguments[at].span) for b, a in told.items()), entity)
        for at, (one, entity) in enumerate(
            zip(told["one"].events[0].arguments, ("police", None, "lowtown"), strict=False)
        )
    ]
    arguments += [
        EventArgument("quantity", (Evidence(b, a.events[0].arguments[3].span),), measure="arrested")
        for b, a in told.items()
    ]
    arrest_parts = (
        EventPart(Evidence("one", told["one"].sentences[0]), None, "stated", "reported", event=0),
        EventPart(Evidence("two", told["two"].sentences[0]), None, None, "reported", known_from=("one",), event=0),
    )
    march_part = EventPart(Evidence("one", told["one"].sentences[0]), None, None, "reported", event=1)
    clause = tuple(Evidence("one", span) for span in told["one"].events[0].clause)
    named = tuple(Evidence("one", span) for span in told["one"].events[1].clause)
    events = (
        Event(
            id="arrests",
            date="2021-05-03",
            place="lowtown",
            participants=("police",),
            parts=arrest_parts,
            kind="arrest",
            arguments=tuple(arguments),
            places=("lowtown",),
            clause=clause,
            within="march",
        ),
        Event("march", None, None, (), (march_part,), kind="protest", clause=named, assumed="2021-05-04"),
    )
    mentions = [tuple(Evidence(b, a.mentions[at].span) for b, a in told.items()) for at in range(2)]
    entities = (
        Entity("lowtown", "Place", "Lowtown", (), (), mentions[1]),
        Entity("police", "Organization", "Police", (), (), mentions[0]),
    )
    library = Library(tuple(briefs), entities, events)
    return dataclasses.replace(library, **changes)  # type: ignore[arg-type]


def pages_of(library: Library, **options: object) -> dict[str, str]:
    settings = dataclasses.replace(SETTINGS, **options)  # type: ignore[arg-type]
    pages = {page.path: page for page in render(library, settings=settings, links="markdown")}
    check_links(pages)
    return {path: page.markdown for path, page in pages.items()}


def test_a_brief_tells_in_the_order_of_its_text_what_happened() -> None:
    """Parts stand under what they are parts of, what is denied says so, and a bare date is folded below."""
    page = pages_of(march_library())["briefs/one.md"].partition("What happened")[2].partition("Organizations")[0]
    march, arrest, beat, dated = (page.index(words) for words in ("a march", "police arrested", "they beat", "The law"))
    assert march < arrest < beat < dated
    lines = {line.strip(): line for line in page.splitlines() if line.strip().startswith("- ")}
    arrests = next(line for line in lines.values() if "police arrested" in line)
    assert arrests.startswith("    - **<time") and "police arrested nine people in Lowtown</bdi>" in arrests
    assert "by the day of publication" in next(line for line in lines.values() if "a march" in line)
    assert 'attack</span> <span class="briefs-tag">said not to be so</span> <bdi>they beat' in page
    assert page.index('<details class="briefs-fold" id="dated"') < dated


def test_an_event_says_who_did_what_and_sets_numbers_side_by_side() -> None:
    """Its title is its clause; each part has the way to its words, each number the source that has it."""
    page = pages_of(march_library())["events/arrests.md"]
    assert page.startswith("# Police arrested nine people in Lowtown\n")
    assert "**Kind:** arrest" in page and "**Part of:** [A march](../briefs/one.md#s1)" in page
    lines = {line.partition("**")[2].partition("**")[0]: line for line in page.splitlines() if line.startswith("- **")}
    assert (
        "[Police](../organizations/police.md)" in lines["Who"] and "[Lowtown](../places/lowtown.md)" in lines["Where"]
    )
    killed = lines["How many arrested"]
    assert killed.index("nine people") < killed.index("one.md#s1") < killed.index("eleven people")
    assert killed.index("eleven people") < killed.index("two.md#s1")
    assert "<mark>arrested</mark>" in page


def test_a_pronoun_is_nobody() -> None:
    """What an event is told with only by a pronoun has no line."""
    library = march_library()
    arrests, march = library.events
    they = find(library.briefs[0].analysis.document.text, "they")
    told = dataclasses.replace(arrests, arguments=(EventArgument("agent", (Evidence("one", they),)),))
    page = pages_of(dataclasses.replace(library, events=(told, march)))["events/arrests.md"]
    assert "**Who**" not in page and "[Police](../organizations/police.md)" in page.partition("Also named")[2]


def test_the_parts_of_an_event_stand_on_its_page() -> None:
    """An event that is told again lists what happened in it."""
    library = march_library()
    arrests, march = library.events
    again = dataclasses.replace(march, parts=march.parts * 2)
    page = pages_of(dataclasses.replace(library, events=(arrests, again)))["events/march.md"]
    assert "Police arrested nine people in Lowtown" in page.partition("Parts of it")[2].partition("What is told")[0]


def test_the_timeline_tells_happenings_and_no_statements() -> None:
    """A sentence with a date stands there, folded, only where the settings ask for it."""
    told = pages_of(march_library())["timeline/index.md"]
    assert "Police arrested nine people in Lowtown" in told and 'class="briefs-kind">arrest<' in told
    assert "by the day of publication" in told and "The law" not in told and "they beat" not in told
    asked = pages_of(march_library(), timeline_statements=True)["timeline/index.md"]
    assert "The law dates from" in asked.partition("<details")[2]
    assert asked.count('id="d2021') == told.count('id="d2021')


def test_pages_say_what_somebody_did_and_what_happened_somewhere() -> None:
    """Who acts stands with what is done; a place with what happened there."""
    pages = pages_of(march_library())
    police, lowtown = pages["organizations/police.md"], pages["places/lowtown.md"]
    assert "Police arrested nine people" in police.partition("What it did")[2].partition("<h2")[0]
    assert "Police arrested nine people" in lowtown.partition("What happened there")[2].partition("<h2")[0]


def test_an_event_of_one_brief_has_no_page_in_a_large_collection() -> None:
    """There its line leads to the sentence; one that two briefs tell keeps its page."""
    library = march_library()
    arrests, march = library.events
    events = (arrests, dataclasses.replace(march, parts=march.parts * 2))
    pages = pages_of(dataclasses.replace(library, events=events), entity_pages_limit=1)
    assert "events/arrests.md" in pages and "events/march.md" not in pages


def test_slices_are_joined_as_the_text_parts_them() -> None:
    """A space stands where words were left out, none where the slices meet."""
    text = "Mr. Bell, the mayor, met Ann's sons."
    spans = [find(text, words) for words in ("Mr. Bell", "met Ann", "'s sons")]
    assert join_clause(text, spans) == "Mr. Bell met Ann's sons"
    assert join_clause(text, []) == ""


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("“We will meet Max Poe in Lima on Monday.", "We will meet Max Poe in Lima on Monday."),
        ('He passed away in Cork on Friday."', "He passed away in Cork on Friday."),
        ("“We won”, she told Max Poe", "“We won”, she told Max Poe"),
        ("She said “we won in", "She said “we won in"),
        ("“”", "“”"),
    ],
)
def test_no_title_begins_or_ends_with_half_a_quotation(title: str, shown: str) -> None:
    """A mark at its edge without its partner is dropped; what stands inside stays."""
    assert drop_half_quotation(title) == shown


def test_an_assumed_day_is_in_no_calendar_file() -> None:
    """It is shown with its label, and a calendar would show it as a fact."""
    library = march_library()
    catalog = make_catalog(library, SETTINGS, "markdown")
    assert [date_of(event) for event in catalog.library.events] == ["2021-05-03", "2021-05-04"]
    (page,) = (p for p in render(library, settings=SETTINGS) if p.path == "timeline/index.md")
    assert page.files and page.files[0].content.count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize(("day", "is_coming"), [("2021-05-09", True), ("2021-05-04", False), ("2021-06", False)])
def test_what_is_after_the_newest_source_is_to_come(day: str, *, is_coming: bool) -> None:
    """A day says so, also where all stands on one page; no clock is asked, and a month says nothing."""
    library = march_library()
    event = dataclasses.replace(library.events[0], date=day, assumed=None)
    page = pages_of(dataclasses.replace(library, events=(event,)))["timeline/index.md"]
    assert ("to come</span>" in page) is is_coming


def test_the_front_of_a_split_timeline_tells_what_happened_last() -> None:
    """The events up to the day of the newest source, the newest first, and those after it; a short one tells all."""
    library = march_library()
    event = library.events[0]
    days = [f"2021-04-{day:02d}" for day in range(1, 31)] + ["2021-05-04", "2021-05-05", "2021-05-09"]
    events = tuple(dataclasses.replace(event, id=f"e{day}", date=day, assumed=None) for day in days)
    part = dataclasses.replace(event.parts[0], date=event.parts[0].evidence, rule="no year")
    open_ = dataclasses.replace(event, id="open", date=None, assumed=None, parts=(part,))
    split = dataclasses.replace(library, events=(*events, open_))
    catalog = make_catalog(split, dataclasses.replace(SETTINGS, index_split=9), "file")
    assert catalog.open_dates and pages_of(split, index_split=9)["timeline/open.md"]
    front = view_timeline(catalog)[0][1]()
    assert [group.when.datetime for group in front.coming] == ["2021-05-05", "2021-05-09"]
    assert [group.when.datetime for group in front.latest] == ["2021-05-04", *days[29:10:-1]]
    assert len(front.latest) == LATEST and front.shelves and not front.years
    whole = view_timeline(make_catalog(library, SETTINGS, "file"))[0][1]()
    assert whole.years and not (whole.coming or whole.latest)
