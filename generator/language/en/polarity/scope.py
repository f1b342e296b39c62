"""How a predicate is told by what stands over it: "refused to", "denied that", "urged the board to", "no plans to".

One list of rules, by the relation of a word to the one over it: the first that holds gives the step up.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.language.en.polarity.accusing import ACCUSED, ALLEGED, REPORTED, REPORTS
from generator.language.en.polarity.links import (
    Climb,
    Link,
    Step,
    by_adjective,
    by_asking,
    by_circumstance,
    by_coming_about,
    by_from,
    by_gerund,
    by_having,
    by_hearsay,
    by_joined_clause,
    by_joined_noun,
    by_joined_verb,
    by_knowing,
    by_leading,
    by_listing,
    by_moment,
    by_nor,
    by_noun,
    by_noun_over,
    by_open_subject,
    by_pledging,
    by_purpose,
    by_saying,
    by_shared_auxiliary,
    by_succeeding,
    by_that,
    by_to,
    by_too,
    by_warning,
    by_word_over,
    find_over,
)
from generator.language.en.polarity.signs import SIGNS, Predicate, find_condition, find_own_standing, has_condition
from generator.language.en.polarity.words import combine, has_no_subject, is_question
from generator.language.trees import Trees, asked_once, read_trees
from generator.model import Span, Standing
from generator.text.rules import Chain, Rule

STEPS = 8
"""Steps up the tree."""
COMPLEMENTS = ("ccomp", "xcomp", "csubj", "csubj:pass", "csubj:outer")
NOMINAL = ("obj", "obl", "nmod", "nsubj:pass", "dep")
"""Relations by which a noun such as "plans" or "denial" hangs on what is said of it."""
WOULD = frozenset({"would", "'d", "’d"})
OPEN = frozenset({"planned", "possible", "threatened", "demanded", "conditional", "asked", "counterfactual"})


@asked_once
def find_standing(trees: Trees, at: int, *, through: tuple[str, ...] = ()) -> Standing:
    """How the text speaks of what a word says. `through`: the sections of the words over it that leave it as it is: one
    cancels by "deciding" it."""
    found = find_own_standing(trees, at)
    for _ in range(STEPS):
        step = find_step(trees, at, through)
        if step is None:
            break
        found = combine(_of_part(trees, step), combine(step.standing, found))
        at = step.to
        if step.part == "moment":
            break
    if found in ("asserted", "planned", "possible") and trees.relation(at) in ("root", "conj"):
        return "asked" if is_question(trees, at) else found
    return found


def explain_standing(trees: Trees, at: int) -> str:
    """The rule by which a word is told as it is: a sign on it, or what stands over it or over the verb over it."""
    own = next((rule.name for rule in SIGNS if rule.find(Predicate(trees, at))), None)
    above = climb(Link(trees, at))[0] if own is None else None
    if own or above:
        return own or (above.name if above else "")
    verb = trees.head(at)
    return explain_standing(trees, verb) if verb != at and trees.pos(at) == "NOUN" else ""


def is_fact(trees: Trees, at: int) -> bool:
    """Whether what a word says is told as a fact."""
    return find_standing(trees, at) == "asserted"


def is_said(trees: Trees, at: int) -> bool:
    """Whether a verb of saying tells that somebody spoke, if only by hearsay."""
    return find_standing(trees, at, through=("opining",)) in ("asserted", "reported")


def is_habit(trees: Trees, at: int) -> bool:
    """Whether "would" may tell what somebody used to say: "“...,” he would say"; no condition and no question."""
    modals = set(trees.words_having(at, "aux"))
    return bool(modals) and modals <= WOULD and not has_condition(trees, at) and find_standing(trees, at) == "possible"


def find_predicate(trees: Trees, at: int) -> int | None:
    """The predicate that a word of a phrase belongs to: the nearest verb or noun with "is" over it."""
    for _ in range(STEPS):
        if trees.tokens[at].pos in ("VERB", "AUX") or trees.having(at, "cop"):
            return at
        if trees.head(at) == at:
            return None
        at = trees.head(at)
    return None


def _of_part(trees: Trees, step: Step) -> Standing:
    """What a word over another holds for it by its own signs."""
    if step.part == "none":
        return "asserted"
    if step.part == "clause":
        return find_condition(trees, step.to) or ("denied" if has_no_subject(trees, step.to) else "asserted")
    found = find_own_standing(trees, step.to)
    if step.part == "moment":
        # "It may be signed before he visits India": the visit is planned.
        return found if found in ("planned", "conditional", "counterfactual") else "asserted"
    if step.part == "loose":
        return found if found in OPEN else "asserted"
    return found


@asked_once
def find_step(trees: Trees, at: int, through: tuple[str, ...]) -> Step | None:
    """The step from a word to the one that says whether it is so; None where nothing does."""
    _, step = climb(Link(trees, at, through))
    return step if step and step.part != "end" else None


def climb(link: Link) -> tuple[Rule[Climb] | None, Step | None]:
    """The first rule that holds for a word and the one over it, with its step."""
    for rule in choose_rules(link):
        if step := rule.find(link):
            return rule, step
    return None, None


def choose_rules(link: Link) -> Sequence[Rule[Climb]]:
    """The rules for the relation of a word to the one over it; none for the root."""
    if link.head == link.at:
        return ()
    if link.relation == "acl:relcl":
        # "The denial that it closed" is often read as a description.
        is_noun = link.over in REPORTS or find_over(link.trees, link.head) is not None
        is_content = is_noun and "that" in link.marks
        return OVER_NOUNS_CLAUSE if is_content else ALLEGED
    return BY_RELATION.get(link.relation, ())


def try_climb(rule: Rule[Climb], text: str) -> Iterator[Span]:
    """The verbs and nouns of which a rule tells what stands over them."""
    trees = read_trees(text, [Span(0, len(text))])
    for at, token in enumerate(trees.tokens):
        if token.pos in ("VERB", "NOUN") and climb(Link(trees, at))[0] == rule:
            yield token.span


OVER_COMPLEMENTS: tuple[Rule[Climb], ...] = (
    *REPORTED,
    ACCUSED,
    Rule(
        "who did it",
        by_open_subject,
        yes=("NATO told police to find out who |cancelled| the summit.",),
        no=(
            "NATO told police to find out whether it |cancelled| the summit.",
            "NATO told police to find out who will |cancel| the summit.",
        ),
    ),
    Rule(
        "has to",
        by_having,
        yes=(
            "NATO has to |cancel| the summit.",
            "NATO has yet to |cancel| the summit.",
            "NATO ought to |cancel| the summit.",
            "NATO ought to have |cancelled| the summit.",
        ),
        no=("NATO had to |cancel| the summit.",),
    ),
    Rule(
        "said to",
        by_hearsay,
        yes=("NATO is said to have |cancelled| the summit.",),
        no=("NATO is proud to have |cancelled| the summit.",),
    ),
    Rule(
        "asked to",
        by_asking,
        yes=("Germany told NATO to |cancel| the summit.", "Germany asked that NATO |cancel| the summit."),
        no=("Germany told NATO that it |cancelled| the summit.",),
    ),
    Rule(
        "word over it",
        by_word_over,
        yes=(
            "NATO refused to |cancel| the summit.",
            "NATO denied that it |cancelled| the summit.",
            "It is possible that NATO |cancelled| the summit.",
        ),
        no=("NATO managed to |cancel| the summit.",),
    ),
    Rule(
        "committed to",
        by_pledging,
        yes=("NATO committed to |cancel| the summit.",),
        no=("NATO went to |cancel| the summit.",),
    ),
    Rule(
        "listed",
        by_listing,
        yes=("The demands of NATO include |closing| the port.",),
        no=("The work of NATO includes |closing| the port.",),
    ),
    Rule(
        "too",
        by_too,
        yes=("NATO was too proud to |cancel| the summit.",),
        no=("NATO was very proud to |cancel| the summit.",),
    ),
    Rule(
        "adjective with to",
        by_adjective,
        yes=("NATO was welcome to |cancel| the summit.", "She was prone to |fall|."),
        no=("NATO was able to |cancel| the summit.", "NATO was glad to |cancel| the summit."),
    ),
    Rule(
        "led to",
        by_leading,
        yes=("NATO managed to |cancel| the summit.", "It is true that NATO |cancelled| the summit."),
        no=("NATO said that it |cancelled| the summit.",),
    ),
    Rule(
        "known",
        by_knowing,
        yes=("NATO did not know that Spain had |cancelled| the summit.",),
        no=("NATO did not say that Spain had |cancelled| the summit.",),
    ),
    Rule(
        "warned that they would",
        by_warning,
        yes=("NATO warned that it would |cancel| the summit.", "The ministers warned they will |leave|."),
        no=("NATO warned that rain would |close| the port.", "NATO said that it would |cancel| the summit."),
    ),
    Rule(
        "content of what is said",
        by_saying,
        yes=("The minister said that NATO had |cancelled| the summit.",),
        no=("The minister knew that NATO had |cancelled| the summit.",),
    ),
)
"""Over a complement: what is denied, demanded, said, known."""

OVER_NOUNS_CLAUSE: tuple[Rule[Climb], ...] = (
    *REPORTED,
    ACCUSED,
    Rule(
        "noun over it",
        by_noun_over,
        yes=("NATO has no plans to |cancel| the summit.", "The denial that NATO |cancelled| the summit came late."),
        no=("The news that NATO |cancelled| the summit is new.",),
    ),
    Rule(
        "noun with that",
        by_that,
        yes=("The fact that NATO |cancelled| the summit is sad.",),
        no=("The summit that NATO |cancelled| is old.",),
    ),
    Rule(
        "noun with to",
        by_to,
        yes=("Board to |close| port",),
        no=("NATO was the first to |cancel| the summit.", "NATO had the foresight to |cancel| the summit."),
    ),
)
"""Over a clause that explains a noun."""

OVER_ADVERBIALS: tuple[Rule[Climb], ...] = (
    ACCUSED,
    Rule(
        "came about",
        by_coming_about,
        yes=("Jane Dorran went on to |add| that the port is old.", "Tom Arden went to Lima to |become| mayor."),
        no=("NATO held talks in Paris to |cancel| the summit.",),
    ),
    Rule(
        "purpose",
        by_purpose,
        yes=("NATO held talks in Paris to |cancel| the summit.",),
        no=("She rose to |become| mayor of Leeds.",),
    ),
    Rule(
        "from",
        by_from,
        yes=("Rain prevented NATO from |holding| the summit.",),
        no=("NATO left without |holding| the summit.",),
    ),
    Rule(
        "gerund of the word over it",
        by_gerund,
        yes=("NATO ruled out |postponing| the summit in Geneva on May 5.",),
        no=("NATO ruled out the plan, |cancelling| the summit.",),
    ),
    Rule(
        "succeeding in",
        by_succeeding,
        yes=(
            "NATO was not successful in |closing| the port.",
            "NATO asked Spain to help in |closing| the port.",
            "NATO was unsuccessful in |closing| the port.",
        ),
        no=("NATO was right in |closing| the port.",),
    ),
    Rule(
        "moment",
        by_moment,
        yes=("The plan may be signed before the president |visits| India.",),
        no=("The plan may be signed because the president |visits| India.",),
    ),
    Rule(
        "circumstance",
        by_circumstance,
        yes=("The board may leave, |closing| the port.",),
        no=("Although Russia |came|, NATO may leave Paris.",),
    ),
)
"""Over an adverbial clause."""

OVER_JOINED: tuple[Rule[Climb], ...] = (
    Rule(
        "joined noun",
        by_joined_noun,
        yes=("NATO held no talks and |meetings| in Paris.",),
        no=("NATO held no talks and |left| Paris.",),
    ),
    Rule(
        "joined clause",
        by_joined_clause,
        yes=("If Russia leaves and NATO |cancels| the summit, all is lost.",),
        no=("If Russia leaves and |cancels| the summit, all is lost.",),
    ),
    Rule(
        "nor",
        by_nor,
        yes=("NATO neither moved nor |cancelled| the summit.",),
        no=("NATO moved and |cancelled| the summit.",),
    ),
    Rule(
        "shared auxiliary",
        by_shared_auxiliary,
        yes=("NATO did not stay and |cancel| the summit.", "NATO will leave and |cancel| the summit."),
        no=(
            "The minister did not resign and |cancelled| the summit.",
            "The minister would have faced the board but |resigned|.",
        ),
    ),
    Rule(
        "joined verb",
        by_joined_verb,
        yes=("Nobody moved and |cancelled| the summit.", "The minister did not resign and |cancelled| the summit."),
        no=("NATO will leave and |cancel| the summit.",),
    ),
)
"""Over a word that "and" joins to it."""

OVER_NOUNS: tuple[Rule[Climb], ...] = (
    Rule(
        "noun of a plan",
        by_noun,
        yes=("NATO announced |plans| to leave.", "NATO ruled out a |meeting|."),
        no=("NATO announced the |name| of the port.", "NATO has no |plans| to leave."),
    ),
)
"""Over a noun that is an object or a complement."""

BY_RELATION: Mapping[str, tuple[Rule[Climb], ...]] = {
    **dict.fromkeys(COMPLEMENTS, OVER_COMPLEMENTS),
    "acl": OVER_NOUNS_CLAUSE,
    "advcl": OVER_ADVERBIALS,
    "conj": OVER_JOINED,
    **dict.fromkeys(NOMINAL, OVER_NOUNS),
}
"""Which rules hold for which relation of a word to the one over it."""

CLIMBS: Chain[Climb] = Chain(
    "what stands over a word",
    tuple(
        dict.fromkeys((*OVER_COMPLEMENTS, *OVER_NOUNS_CLAUSE, *ALLEGED, *OVER_ADVERBIALS, *OVER_JOINED, *OVER_NOUNS))
    ),
    try_climb,
)
"""All rules. Only those for the relation of a word to the one over it are asked (`BY_RELATION`), in this order: a loop
over all would ask of an object what holds for a clause."""
