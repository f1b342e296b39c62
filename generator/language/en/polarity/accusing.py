"""What somebody is accused of, or alleged to have done, what reports and books tell: told by hearsay; and what those
who told it take back.
"""

from generator.language.en.polarity.links import Climb, Link, Step
from generator.language.en.polarity.signs import find_own_standing
from generator.language.en.polarity.words import list_words
from generator.language.trees import Trees
from generator.text.rules import Rule


def by_accusing(link: Link) -> Step | None:
    """ "Accused of closing it", "charged with closing it": who was not, may have."""
    is_behind = link.is_gerund and bool(link.marks & {"of", "with"})
    # "In charge of closing it".
    is_held = "in" in link.trees.words_having(link.head, "case")
    if not is_behind or is_held or link.over not in list_words("accusing"):
        return None
    is_none = find_own_standing(link.trees, link.head) == "denied"
    return link.step("possible" if is_none else "reported", "none")


def by_alleging(link: Link) -> Step | None:
    """ "The allegation he closed it", where the parse takes what is alleged for a description: it has all that its verb
    asks for."""
    if link.relation != "acl:relcl" or link.told != "reported":
        return None
    own = link.trees.having(link.at, "obj", "nsubj:pass")
    is_whole = any(link.trees.pos(word) in ("NOUN", "PROPN", "NUM") for word in own)
    return link.step("reported") if is_whole else None


REPORTS = frozenset(
    {"assumption", "assumptions", "belief", "beliefs", "impression", "notion", "report", "reports", "speculation"}
    | {"stories", "story", "suggestion", "suggestions", "theories", "theory"}
)
"""Nouns for what is told without being known."""
WRONG = frozenset(
    {"baseless", "erroneous", "false", "groundless", "inaccurate", "incorrect", "mistaken", "unfounded"}
    | {"untrue", "wrong"}
)
"""What is said of reports that do not hold."""
TELLING = frozenset({"claiming", "reported", "reporting", "said", "saying", "stated", "stating", "writing", "written"})
"""Verbs of telling, as they stand behind "for" and "having"."""
SORRY = frozenset({"apologise", "apologised", "apologises", "apologize", "apologized", "apologizes"})
"""Verbs by which somebody takes back what was told."""
WORKS = frozenset(
    {"ballad", "book", "comic", "drama", "fable", "film", "game", "legend", "movie", "musical", "novel"}
    | {"opera", "play", "poem", "series", "song", "story", "tale"}
)
"""Nouns for what may be invented."""


def by_report(link: Link) -> Step | None:
    """ "Reports that it closed" tell it by hearsay; "contrary to reports", or where they are wrong, it is not so."""
    is_clause = link.relation in ("acl", "acl:relcl", "ccomp") and "that" in link.marks
    if not is_clause or link.over not in REPORTS or link.trees.pos(link.head) != "NOUN":
        return None
    return link.step("denied", "none") if is_rejected(link.trees, link.head) else link.step("reported")


def is_rejected(trees: Trees, noun: int) -> bool:
    """Whether reports are told not to hold."""
    starts = trees.having(noun, "case")
    is_contrary = bool(starts) and starts[0] > 0 and trees.lower(starts[0] - 1) == "contrary"
    is_subject = trees.relation(noun) == "nsubj" and trees.lower(trees.head(noun)) in WRONG
    return is_contrary or (is_subject and find_own_standing(trees, trees.head(noun)) == "asserted")


def by_taking_back(link: Link) -> Step | None:
    """ "Apologised for reporting that it closed": it did not."""
    trees = link.trees
    is_told = link.relation == "ccomp" and link.over in TELLING and "for" in trees.words_having(link.head, "mark")
    return link.step("denied", "none") if is_told and trees.lower(trees.head(link.head)) in SORRY else None


def by_work(link: Link) -> Step | None:
    """ "The novel tells how it closed"."""
    subjects = link.trees.words_having(link.head, "nsubj") if link.relation == "ccomp" else ()
    return link.step("reported") if WORKS.intersection(subjects) else None


ACCUSED: Rule[Climb] = Rule(
    "accused of",
    by_accusing,
    yes=(
        "NATO was accused of |cancelling| the summit.",
        "NATO was charged with |cancelling| the summit.",
        "NATO faces charges of |cancelling| the summit.",
    ),
    no=("NATO was accused and |left| the summit.", "NATO was in charge of |cancelling| the summit."),
)
ALLEGED: tuple[Rule[Climb], ...] = (
    Rule(
        "allegation",
        by_alleging,
        yes=("An allegation NATO |cancelled| the summit is new.",),
        no=("The allegation which NATO |denied| is new.", "The summit which NATO |cancelled| is old."),
    ),
)
"""Over a clause that the parse takes for a description."""
REPORTED: tuple[Rule[Climb], ...] = (
    Rule(
        "what reports tell",
        by_report,
        yes=(
            "Despite reports that NATO had |cancelled| the summit, it began.",
            "Contrary to reports that NATO |cancelled| the summit, it began.",
            "Earlier reports that NATO had |cancelled| the summit were wrong.",
        ),
        no=("Reports that NATO |denied| were wrong.", "NATO read reports and |cancelled| the summit."),
    ),
    Rule(
        "taken back",
        by_taking_back,
        yes=("The paper apologised for having reported that NATO |cancelled| the summit.",),
        no=("The paper apologised for what NATO |cancelled|.", "The paper reported that NATO |cancelled| the summit."),
    ),
    Rule(
        "what a work tells",
        by_work,
        yes=("The novel tells how NATO |cancelled| the summit.", "The play tells how NATO |cancelled| the summit."),
        no=("The minister tells how NATO |cancelled| the summit.",),
    ),
)
"""Over what is told of, not known."""
