"""Themes: the briefs of one story together, called and told by what is in them."""

from dataclasses import replace

import pytest

from generator.linking import link
from generator.linking.likeness.pairs import Pair
from generator.linking.themes.grouping import group_stories, split_story
from generator.linking.themes.telling import find_recurring
from generator.model import Analysis, Evidence, Field, Library, Theme
from tests.linking.analyses import Names, make_analysis

FLOOD: Names = [("Place", "Ostrava"), ("Organization", "Morava Dam Board"), ("Person", "Mira Vale")]
TRIAL: Names = [("Person", "Tom Reed"), ("Organization", "Harlow Bank")]
FLOODS = [
    "The river broke the dam at Ostrava, the Morava Dam Board said. Flooded cellars were pumped out by soldiers.",
    "Soldiers pumped flooded cellars in Ostrava. Mira Vale of the Morava Dam Board blamed rain for the broken dam.",
    "Mira Vale left the Morava Dam Board over the broken dam. Ostrava still counts flooded cellars along the river.",
]
TRIALS = [
    "Tom Reed went on trial for forged cheques of Harlow Bank. Jurors saw the forged cheques on a screen.",
    "Jurors heard how Tom Reed forged cheques. Harlow Bank lost nine millions through the forged cheques.",
]
OTHERS = [
    "A goat won the first prize on Saturday.",
    "Tractors blocked a motorway for hours.",
    "Kites need wind, her uncle said.",
    "Bakers asked for cheaper flour.",
    "An opera opened to mild applause.",
    "Fishermen found a Roman anchor.",
    "Children planted forty oaks.",
    "Trams were late again.",
]


def make_story(brief: str, texts: list[str], names: Names, month: int = 3) -> list[Analysis]:
    """The briefs of one story, a day apart."""
    return [
        make_analysis(
            f"{brief}{at}", text, [name for name in names if name[1] in text], published=f"2024-{month:02}-{at + 1:02}"
        )
        for at, text in enumerate(texts)
    ]


def link_stories() -> Library:
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    return link([*make_story("f", FLOODS, FLOOD), *make_story("t", TRIALS, TRIAL), *rest])


def words_of(library: Library, theme: Theme) -> list[str]:
    texts = {brief.id: brief.analysis.document.text for brief in library.briefs}
    return [sentence.span.of(texts[sentence.brief]) for sentence in theme.summary]


def test_stories_are_parted() -> None:
    """Briefs of one story are a theme, newest first, the larger one first; those of none are in none."""
    assert [theme.briefs for theme in link_stories().themes] == [("f2", "f1", "f0"), ("t1", "t0")]


def test_name_is_made_of_names() -> None:
    """A theme is called by names that most of its briefs have and no other; its entities come in that order."""
    flood, trial = link_stories().themes
    assert set(flood.name.split(", ")) == {"Ostrava", "Morava Dam Board", "Mira Vale"}
    assert flood.name.startswith("Morava Dam Board") or flood.name.startswith("Ostrava")
    assert set(trial.name.split(", ")) == {"Tom Reed", "Harlow Bank"}
    assert set(flood.entities) == {"ostrava", "morava-dam-board", "mira-vale"}


def test_told_by_several_briefs() -> None:
    """Lead and summary are sentences of several of its briefs, oldest first, and none says what another says."""
    library = link_stories()
    flood = library.themes[0]
    told = words_of(library, flood)
    assert flood.lead in flood.summary
    assert len({sentence.brief for sentence in flood.summary}) == len(told) >= 2
    assert [sentence.brief for sentence in flood.summary] == sorted(sentence.brief for sentence in flood.summary)


def test_days_of_a_story() -> None:
    """A theme begins and ends with the first and last day on which its briefs were published."""
    flood = link_stories().themes[0]
    assert (flood.begins, flood.ends) == ("2024-03-01", "2024-03-03")


def test_famous_name_makes_no_theme() -> None:
    """Two stories of one firm stay apart, however often both name it."""
    firm: Names = [("Organization", "Norvell")]
    lamps = [
        "Norvell sells copper lamps. Shops of Norvell lowered prices of copper lamps twice.",
        "Copper lamps of Norvell became cheaper. Shops that lowered prices sold copper lamps quickly.",
    ]
    court = [
        "Norvell lost a lawsuit over patents. Judges fined Norvell for copied patents.",
        "Judges fined Norvell over patents. The lawsuit against Norvell on copied patents took years.",
    ]
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    themes = link([*make_story("l", lamps, firm), *make_story("c", court, firm), *rest]).themes
    assert sorted(theme.briefs for theme in themes) == [("c1", "c0"), ("l1", "l0")]


def test_same_kind_of_story_is_not_one_story() -> None:
    """Two fires told with much the same words and no name in common are two stories; with a name they are one."""
    one = "A fire in a hotel at Ostrava killed nine guests. Firemen blamed a cable. Cooks had smelled smoke at noon."
    two = "Guests died in a fire at Westport. Police seek a lodger of the hotel. Neighbours fetched ladders and sand."
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    apart = [make_analysis("a", one, [("Place", "Ostrava")]), make_analysis("b", two, [("Place", "Westport")])]
    again = make_analysis("c", two.replace("Westport", "Ostrava"), [("Place", "Ostrava")])
    assert link([*apart, *rest]).themes == ()
    assert [theme.briefs for theme in link([apart[0], again, *rest]).themes] == [("a", "c")]


def tie(scores: dict[str, float]) -> dict[str, list[Pair]]:
    """Pairs as their scores say: `{"a b": 0.3}`."""
    pairs: dict[str, list[Pair]] = {name: [] for names in scores for name in names.split()}
    for names, score in scores.items():
        one, other = names.split()
        pairs[one].append(Pair(other, score, score, 9, is_named=True))
    return pairs


def test_a_large_story_splits() -> None:
    """What is tied is one story; the briefs in it that are closer to each other than to the rest are its strands."""
    close = {"a b": 0.4, "b c": 0.4, "a c": 0.4, "d e": 0.4, "e f": 0.4, "d f": 0.4}
    far = {"a d": 0.15, "b e": 0.15, "c f": 0.15, "g h": 0.05}
    assert group_stories(tie(close | far)) == [list("abcdef")]
    assert split_story("abcdef", tie(close | far)) == [list("abc"), list("def")]
    assert split_story("abc", tie(close)) == []


def test_order_changes_nothing() -> None:
    """Themes are the same whatever the order of the sources."""
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    briefs = [*make_story("f", FLOODS, FLOOD), *make_story("t", TRIALS, TRIAL), *rest]
    assert link(briefs).themes == link(briefs[::-1]).themes


def make_copies(count: int) -> list[Analysis]:
    """So many versions of the first report of the flood, which have its words and a few of their own."""
    longer = (
        f"{FLOODS[0]} Boats took children from the roofs of the lower town, and a school became a shelter for them."
    )
    texts = (f"{longer} It was the {at}th report of that day, read out at {at} in the morning." for at in range(count))
    return [
        make_analysis(f"c{at:03}", text, [name for name in FLOOD if name[1] in text], published="2024-03-01")
        for at, text in enumerate(texts)
    ]


def link_copies(count: int, *more: Analysis) -> Library:
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    return link([*make_copies(count), *more, *rest])


@pytest.mark.parametrize("count", [2, 40, 100])
def test_versions_are_of_the_theme_of_their_text(count: int) -> None:
    """All of them, beside the other briefs of the story; they count once in name, sentences and relations."""
    library = link_copies(count, *make_story("f", FLOODS[1:], FLOOD))
    (theme,) = library.themes
    assert set(theme.briefs) == {"f0", "f1", *(f"c{at:03}" for at in range(count))}
    assert "Morava Dam Board" in theme.name
    told = words_of(library, theme)
    assert len(told) == len(set(told))
    assert len({sentence.brief for sentence in theme.summary if sentence.brief.startswith("c")}) <= 1
    related = {brief.id: [one.brief for one in brief.related] for brief in library.briefs}
    assert all(sum(one.startswith("c") for one in found) <= 1 for found in related.values())
    assert {"f0", "f1"} <= set(related["c000"])


def test_versions_alone_are_a_theme() -> None:
    """What forty papers print is one story, told by the newest text; two versions may be but a correction."""
    (theme,) = link_copies(40).themes
    assert len(theme.briefs) == 40
    assert theme.name
    assert {sentence.brief for sentence in theme.summary} == {theme.briefs[0]}
    assert len(link_copies(3).themes) == 1
    assert not link_copies(2).themes


def test_versions_make_no_word_common() -> None:
    """Two other stories are parted and called as they would be without forty versions of a third text."""
    alone = link_copies(1, *make_story("t", TRIALS, TRIAL)).themes
    among = link_copies(40, *make_story("t", TRIALS, TRIAL)).themes
    assert [(theme.name, theme.briefs) for theme in alone] == [
        (theme.name, theme.briefs) for theme in among if "t0" in theme.briefs
    ]


CABLE: Names = [("Organization", "Nordlys Energi"), ("Organization", "Nordlys"), ("Place", "Bergen")]
CABLES = [
    "Nordlys Energi will lay a cable under the fjord to Bergen. Nordlys hopes for calm seas and a finished cable.",
    "Trawlers circled the ship that lays the cable of Nordlys off Bergen. Under the fjord nets tear, they say.",
    "The cable of Nordlys lies under the fjord. Nets and trawlers come back to Bergen with calm seas.",
]


def name_cables(texts: list[str]) -> str:
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    (theme,) = link([*make_story("f", texts, CABLE), *rest]).themes
    return theme.name


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("The engineers of Nordlys Energi sleep aboard.", "Nordlys Energi"),
        ("Nordlys gave the ship to its daughter Nordlys Energi in May.", "Nordlys"),
        ("Nordlys sleeps.", "Nordlys"),
    ],
    ids=["introduced so", "another, named after it", "named in full in one brief"],
)
def test_a_name_is_told_in_full(more: str, name: str) -> None:
    """Who is introduced as "Nordlys Energi" and called "Nordlys" from then on calls a theme by the full name."""
    texts = [CABLES[0] if name == "Nordlys Energi" else CABLES[0].replace(" Energi", ""), *CABLES[1:]]
    texts[2] += f" {more}"
    if name == "Nordlys":
        texts[1] += f" {more}"
    assert name in name_cables(texts).split(", ")


def test_words_of_titles_call_a_theme_without_names() -> None:
    """Of words those that a title has, as it says what a text is about; without a title the most telling ones."""
    words = "The glacier lost ice, and scientists measured meltwater with buckets and a rope until dusk fell over huts."
    texts = [f"{words} {more}" for more in ("A bell rang twice.", "Goats came down.")]
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    plain = make_story("f", texts, [])
    titled = [
        replace(brief, metadata=replace(brief.metadata, title=Field("Meltwater under the glacier", "stated")))
        for brief in plain
    ]
    (without,), (with_title,) = link([*plain, *rest]).themes, link([*titled, *rest]).themes
    assert set(with_title.name.split(", ")) == {"glacier", "meltwater"}
    assert without.name
    assert set(without.name.split(", ")) <= {word.strip(",.").lower() for word in words.split()}


LEANING = "The dam was soon pumped dry by soldiers of the flooded river, cellars and all, in Ostrava this week."
WHOLE = "Soldiers of Morava pumped cellars along the flooded river in Ostrava dry this week, dam and all of it."


@pytest.mark.parametrize(("first", "second"), [(LEANING, WHOLE), (WHOLE, LEANING)])
def test_a_theme_is_told_in_sentences_that_stand_alone(first: str, second: str) -> None:
    """Of two that say the same the one leads that is understood without its text: "The dam" is whose?"""
    texts = [f"{first} It rained on.", f"{second} Boats came back to Ostrava late."]
    rest = [make_analysis(f"z{at}", text) for at, text in enumerate(OTHERS)]
    library = link([*make_story("f", texts, FLOOD), *rest])
    (theme,) = library.themes
    texts_of = {brief.id: brief.analysis.document.text for brief in library.briefs}
    assert theme.lead.span.of(texts_of[theme.lead.brief]) == WHOLE


def test_what_recurs_is_background() -> None:
    """A sentence that two other texts have too, or nearly, is background; one that a single other has is not."""
    stock = "The Morava Dam Board looks after the dam and the flooded cellars along the river."
    twice = "Nuns sold bread to divers until Friday night."
    texts = [
        f"{stock} {twice} Hens drowned.",
        f"{stock} {twice}",
        f"{stock.replace('looks after', 'minds')} A bell fell.",
    ]
    briefs = [make_analysis(f"f{at}", text) for at, text in enumerate(texts)]
    assert find_recurring(briefs) == {Evidence(brief.document.id, brief.sentences[0]) for brief in briefs}
    assert find_recurring(briefs[:2]) == frozenset()
