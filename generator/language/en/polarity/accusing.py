"""What somebody is accused of, or alleged to have done: told by hearsay."""

from generator.language.en.polarity.links import Climb, Link, Step
from generator.language.en.polarity.signs import find_own_standing
from generator.language.en.polarity.words import list_words
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
