"""Related briefs: by what they share, the rare weighing most."""

from dataclasses import replace

from generator.linking import link
from generator.linking.likeness.wording import list_terms, weigh_wording
from generator.model import Analysis, Credit, Library, Reason, Related
from tests.linking.analyses import Names, make_analysis

FILLER = ["wheat", "barley", "oats", "rye", "maize", "millet", "sorghum", "teff", "quinoa", "fonio", "spelt", "emmer"]
PEOPLE: Names = [("Person", "Mira Vale"), ("Organization", "NGE"), ("Place", "France")]


def related_of(library: Library, brief: str) -> tuple[Related, ...]:
    return next(found.related for found in library.briefs if found.id == brief)


def test_reasons_are_what_is_shared() -> None:
    """Reasons name what both briefs hold, what gives more first, and point at its page."""
    one = make_analysis("a", "Mira Vale of NGE came to France.", PEOPLE)
    two = make_analysis("b", "In France NGE praised Mira Vale.", PEOPLE)
    (related,) = related_of(link([one, two]), "a")
    assert related.brief == "b"
    assert related.reasons == (
        Reason("entity", "Mira Vale", "mira-vale"),
        Reason("entity", "France", "france"),
        Reason("entity", "NGE", "nge"),
    )


def test_score_is_symmetric_and_rounded() -> None:
    """The score is the same from both sides, between 0 and 1, with three digits; equal contents score 1."""
    one = make_analysis("a", "Mira Vale of NGE came to France.", PEOPLE)
    two = make_analysis("b", "In France NGE slept well.", [("Organization", "NGE"), ("Place", "France")])
    library = link([one, two])
    (forth,), (back,) = related_of(library, "a"), related_of(library, "b")
    assert forth.score == back.score == round(forth.score, 3)
    assert 0 < forth.score < 1


def test_nothing_shared() -> None:
    """Briefs that share no name and no wording are not related."""
    one = make_analysis("a", "Mira Vale slept.", [("Person", "Mira Vale")])
    two = make_analysis("b", "Tom Reed woke.", [("Person", "Tom Reed")])
    assert related_of(link([one, two]), "a") == ()


def test_common_country() -> None:
    """A country alone relates two briefs of a tiny collection, and none where a fifth of the collection names it."""
    briefs = [make_analysis(f"b{at:02}", f"{grain} grows in France.", PEOPLE[2:]) for at, grain in enumerate(FILLER)]
    assert related_of(link(briefs[:2]), "b00")
    assert related_of(link(briefs), "b00") == ()


def test_place_needs_company() -> None:
    """In a larger collection a shared place relates two briefs only with a phrase or another place beside it."""
    rest = [make_analysis(f"c{at:02}", f"{grain} grows.") for at, grain in enumerate(FILLER)]
    places: Names = [("Place", "Ostrava"), ("Place", "Brno")]
    alone = [make_analysis(f"b{at}", f"{FILLER[at]} grows in Ostrava.", places[:1]) for at in range(2)]
    both = [make_analysis(f"b{at}", f"{FILLER[at]} grows in Ostrava and Brno.", places) for at in range(2)]
    assert related_of(link([*alone, *rest]), "b0") == ()
    assert [related.brief for related in related_of(link([*both, *rest]), "b0")] == ["b1"]


def test_medium_relates_nothing() -> None:
    """In a larger collection a rare full name relates two briefs; that of a medium that is quoted does not."""
    names: Names = [("Organization", "Mill Post")]
    made = [make_analysis(f"b{at:02}", f"{grain} grows, Mill Post said.", names) for at, grain in enumerate(FILLER[:2])]
    rest = [make_analysis(f"c{at:02}", f"{grain} falls.") for at, grain in enumerate(FILLER)]
    credit = Credit("cited", "Mill Post", made[0].mentions[0].span)
    assert related_of(link([*made, *rest]), "b00")
    assert related_of(link([replace(made[0], credits=(credit,)), *made[1:], *rest]), "b00") == ()


def test_shared_event() -> None:
    """A happening that both briefs tell of is the first reason, called by its clause or by date, kind and place."""
    names: Names = [("Person", "Mira Vale"), ("Place", "Ostrava")]
    briefs = [
        make_analysis(
            brief,
            f"On Monday Mira Vale came to Ostrava. So {brief}.",
            names,
            dates=[("Monday", "2020-02-03")],
            events=[(0, 0, ("Mira Vale",), "Ostrava")],
        )
        for brief in "ab"
    ]
    (related,) = related_of(link(briefs), "a")
    assert related.reasons[0] == Reason("event", "2020-02-03, meeting, Ostrava", "2020-02-03-meeting-mira-vale")


def test_shared_wording() -> None:
    """Three shared pairs of telling words relate two briefs without a shared name; plain words do not."""
    told = "The copper kettle burst. A walnut drawer jammed. Velvet curtains burned."
    one = make_analysis("a", told)
    two = make_analysis("b", f"Yesterday it was reported. {told}")
    (related,) = related_of(link([one, two]), "b")
    assert [reason.kind for reason in related.reasons] == ["wording"]
    assert related.reasons[0].label == "copper kettle, curtains burned, drawer jammed"
    plain = [make_analysis(brief, f"The officials said yesterday that. So {brief}.") for brief in "ab"]
    assert related_of(link(plain), "a") == ()


def test_limit_and_order() -> None:
    """At most so many related briefs, best first, of equals by id."""
    briefs = [make_analysis(f"b{at}", f"Mira Vale ate {FILLER[at]}.", PEOPLE[:1]) for at in range(5)]
    briefs.append(make_analysis("b9", "Mira Vale met NGE.", PEOPLE[:2]))
    library = link(briefs, related_briefs=3)
    assert [related.brief for related in related_of(library, "b3")] == ["b0", "b1", "b2"]
    assert link(briefs, related_briefs=0).briefs[0].related == ()


def test_wording_of_a_whole_body() -> None:
    """In a larger collection much shared wording relates two briefs without a name; the same word once does not."""
    rest = [make_analysis(f"c{at:02}", f"{grain} falls in the rain.") for at, grain in enumerate(FILLER)]
    one = make_analysis("a", "The kettle burst. Steam filled the kitchen. Copper prices rose.")
    two = make_analysis("b", "Steam from a kettle hurt a cook in her kitchen.")
    far = make_analysis("d", "A kettle was sold.")
    library = link([one, two, far, *rest])
    assert [related.brief for related in related_of(library, "a")] == ["b"]
    assert related_of(library, "d") == ()


def test_famous_name() -> None:
    """A name that both briefs have in every sentence relates nothing if they share little else; with more they are."""
    names: Names = [("Organization", "Norvell")]
    rest = [make_analysis(f"c{at:02}", f"{grain} falls in the rain.") for at, grain in enumerate(FILLER)]
    one = make_analysis("a", "Norvell sells lamps. Norvell lowered prices of lamps.", names)
    two = make_analysis("b", "Norvell lost a lawsuit. Norvell appealed to judges.", names)
    near = make_analysis("d", "Norvell lowered all prices. Cheaper lamps helped.", names)
    library = link([one, two, near, *rest])
    assert [related.brief for related in related_of(library, "a")] == ["d"]
    assert related_of(library, "b") == ()


def test_terms() -> None:
    """Terms are words of four letters or more that say something; those of the first three sentences count twice."""
    terms = list_terms(
        make_analysis("a", "The copper kettle, walnut drawers said it. So. Well. Old-fashioned kettle's lid.")
    )
    assert terms.words == {"copper": 2, "kettle": 3, "walnut": 2, "drawers": 2, "fashioned": 1}
    assert terms.phrases == ("copper kettle", "walnut drawers", "fashioned kettle")


def test_names_are_no_phrases() -> None:
    """The words of a name are terms, since a brief may use one of them alone, but no part of a phrase."""
    terms = list_terms(make_analysis("a", "Copper Mira Vale kettle.", PEOPLE))
    assert list(terms.words) == ["copper", "mira", "vale", "kettle"]
    assert terms.phrases == ()


def test_term_of_one_brief_finds_nothing() -> None:
    """Only terms that another brief has too are kept; the others make the brief's own share smaller."""
    briefs = [
        make_analysis("a", "Copper kettle."),
        make_analysis("b", "Copper drawers."),
        make_analysis("c", "Copper."),
    ]
    one, two, three = weigh_wording(briefs)
    assert set(one.words) == set(two.words) == set(three.words) == {"copper"}
    assert one.words["copper"] < three.words["copper"] == 1.0


def make_rest(count: int, words: str) -> list[Analysis]:
    """So many briefs of other things that all have some words in common."""
    return [
        make_analysis(f"r{at:02}", f"{words} Of {FILLER[at % 12]} there were {at} sacks, row {at}.")
        for at in range(count)
    ]


STOCK = "The prime minister spoke of critical condition and of prize money in the morning."


def test_stock_wording_is_no_reason() -> None:
    """What a tenth of the collection says is told as no reason, and relates nothing; what two say is told."""
    one = make_analysis("a", f"{STOCK} Beekeepers counted hives. Swarms left the orchard in May.")
    two = make_analysis("b", f"{STOCK} Beekeepers lost hives. Swarms came to the orchard again.")
    far = make_analysis("c", f"{STOCK} A ferry sank.")
    library = link([one, two, far, *make_rest(30, STOCK)])
    (related,) = related_of(library, "a")
    assert related.brief == "b"
    (reason,) = related.reasons
    told = reason.label.split(", ")
    assert set(told) <= {"beekeepers", "hives", "swarms", "orchard"}
    assert related_of(library, "c") == ()


def test_two_of_a_kind_are_not_related() -> None:
    """Two fires are told with some of the same words; what the texts are about relates them with as few."""
    names: Names = [("Organization", "Holm Bakery")]
    one = "The roof fell in. " + " ".join(f"Clerk {word} {word}ing counted {word} again." for word in FILLER)
    two = "The roof fell in after the blaze. Kettles, drawers, curtains and lamps were saved by aunts."
    rest = make_rest(30, "Nobody was there.")
    apart = [make_analysis("f0", one), make_analysis("f1", two)]
    burned = "Holm Bakery burned. Holm Bakery will be built again."
    about = [make_analysis("f0", f"{one} {burned}", names), make_analysis("f1", f"{two} {burned}", names)]
    assert related_of(link([*apart, *rest]), "f0") == ()
    assert [related.brief for related in related_of(link([*about, *rest]), "f0")] == ["f1"]
