"""The steps from a word to the one over it that says whether it is so: to a verb, a noun, the clause it goes with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from generator.language.en.polarity.signs import find_condition, find_own_standing
from generator.language.en.polarity.words import (
    OVER,
    SUBJECTS,
    denies,
    find_section,
    has_no_subject,
    is_be,
    is_gerund_of,
    is_none,
    is_past,
    is_plain,
    is_to_be,
    list_words,
    verb_of,
)
from generator.language.trees import Trees
from generator.model import Standing

HAVING = frozenset({"has", "have", "having", "'ve"})
TEMPORAL = frozenset({"when", "once", "after", "until", "before", "till"})
GROWING = frozenset({"become", "be"})
"""Verbs that tell what came about behind "to": "rose to become"."""
FIRST = frozenset({"first", "last", "only", "latest", "youngest", "oldest", "second", "third", "next"})
"""Words for who did something before "to": "the first to close it"."""
INCLUDING = frozenset({"include", "includes", "included", "including"})
PLEDGING = frozenset({"commit", "commits", "committed", "committing", "undertook", "undertake", "undertakes"})
FAILED = frozenset({"unsuccessful"})
DONE = FAILED | {"successful", "succeed", "succeeds", "succeeded", "succeeding"}
"""Words behind which "in" tells what was done or, of the first, was not."""
COMING = frozenset({"would", "will", "'d", "’d", "'ll", "’ll"})
SELVES = frozenset({"it", "they", "he", "she", "we", "i"})
"""Words by which those who speak name themselves."""
OPEN_SUBJECTS = frozenset({"who", "what"})
"""Words for the one of whom it is asked who did it."""
Part = Literal["all", "clause", "loose", "moment", "none", "end"]


class Step(NamedTuple):
    """From a word to what stands over it."""

    to: int
    standing: Standing
    """What the word over it makes of it."""
    part: Part = "all"
    """Which words of the one over it hold for it too: `all`, those of its `clause` only, all but a denial (`loose`),
    what is to come of it (`moment`), or `none`; `end`: neither that word nor any over it says anything of it."""


@dataclass(frozen=True)
class Link:
    """A word with the one over it, read once for all rules."""

    trees: Trees
    at: int
    through: tuple[str, ...] = ()
    """The sections of the words over it that leave it as it is."""

    @cached_property
    def head(self) -> int:
        """The word over it."""
        return self.trees.head(self.at)

    @cached_property
    def relation(self) -> str:
        """Its relation to the word over it."""
        return self.trees.relation(self.at)

    @cached_property
    def over(self) -> str:
        """The word over it in lower case."""
        return self.trees.lower(self.head)

    @cached_property
    def marks(self) -> frozenset[str]:
        """The words that open its clause."""
        return frozenset(self.trees.words_having(self.at, "mark"))

    @cached_property
    def told(self) -> Standing | None:
        """What the word over it makes of its complements."""
        return find_over(self.trees, self.head, self.through)

    @property
    def is_bound(self) -> bool:
        """Whether it hangs on its verb, adjective or noun by "to" or "from"."""
        return self.relation == "xcomp" and bool(self.marks & {"to", "from"})

    @property
    def is_gerund(self) -> bool:
        """Whether it ends in "ing"."""
        return self.trees.lower(self.at).endswith("ing")

    def step(self, standing: Standing, part: Part = "all") -> Step:
        """The step to the word over it."""
        return Step(self.head, standing, part)


HELPING = frozenset({"help", "helps", "helped", "helping", "assist", "assists", "assisted", "join", "joins", "joined"})
"""Verbs behind which "in" leads to what is done together: "help in closing it", "may assist in the arrest"."""
Climb = Callable[[Link], Step | None]
"""A rule: the step from a word to the one that says whether it is so; None where it does not hold."""


def find_over(trees: Trees, head: int, through: tuple[str, ...] = ()) -> Standing | None:
    """What a word makes of its complement; None where it leaves it as it is."""
    if trees.pos(head) == "NOUN" and trees.lower(head) in ("suspect", "suspects"):
        # "The suspect in a shooting".
        return None
    found = find_section(verb_of(trees, head), OVER)
    return None if found and through and trees.lower(head) in list_words(*through) else found


def by_having(link: Link) -> Step | None:
    """ "Has to", "has yet to", "ought to"; what ought to have been was not."""
    if link.is_bound and link.over == "ought":
        return link.step("counterfactual" if "have" in link.trees.words_having(link.at, "aux") else "demanded")
    if not (link.is_bound and link.over in HAVING):
        return None
    return link.step("denied" if "yet" in link.trees.words_having(link.head, "advmod") else "demanded")


def by_hearsay(link: Link) -> Step | None:
    """ "Is said to"."""
    is_passive = bool(link.trees.having(link.head, "aux:pass", "nsubj:pass"))
    is_said_to = link.is_bound and link.over in list_words("said to be")
    return link.step("reported") if is_passive and is_said_to else None


def by_asking(link: Link) -> Step | None:
    """ "Told them to", "asked that they leave"."""
    if link.over not in list_words("asking to"):
        return None
    return link.step("demanded") if link.is_bound or _is_subjunctive(link) else None


def _is_subjunctive(link: Link) -> bool:
    """Whether a clause with "that" has its verb in the plain form: "asked that the board resign"."""
    trees, at = link.trees, link.at
    is_plain_that = trees.words_having(at, "mark") == ["that"] and is_plain(trees, at)
    return is_plain_that and not trees.having(at, "aux", "cop")


def by_word_over(link: Link) -> Step | None:
    """ "Refused to", "denied that", "urged to"."""
    return link.step(link.told) if link.told else None


def by_pledging(link: Link) -> Step | None:
    """ "Committed to send troops"; who "commits a murder" does it."""
    return link.step("planned") if link.is_bound and link.over in PLEDGING else None


def by_listing(link: Link) -> Step | None:
    """ "Their demands include closing it": as the noun says of which the list is."""
    if link.relation != "xcomp" or link.over not in INCLUDING:
        return None
    named = (find_section(link.trees.lower(word), OVER) for word in link.trees.having(link.head, "nsubj"))
    return next((link.step(told) for told in named if told), None)


def by_too(link: Link) -> Step | None:
    """ "Too proud to"."""
    is_too = link.is_bound and "too" in link.trees.words_having(link.head, "advmod")
    return link.step("denied") if is_too else None


def by_adjective(link: Link) -> Step | None:
    """ "Free to"; who is "able to" does it."""
    is_adjective = link.is_bound and link.trees.tokens[link.head].pos == "ADJ"
    return link.step("possible") if is_adjective and link.over not in list_words("succeeding") else None


def by_leading(link: Link) -> Step | None:
    """ "Managed to", "it is true that": as the word over it."""
    return link.step("asserted") if link.relation == "xcomp" or link.over in list_words("truth") else None


def by_open_subject(link: Link) -> Step | None:
    """ "Find out who leaked it": that somebody did is taken as known."""
    is_open = link.relation == "ccomp" and not OPEN_SUBJECTS.isdisjoint(link.trees.words_having(link.at, *SUBJECTS))
    return link.step("asserted", "end") if is_open and is_past(link.trees, link.at) else None


def by_knowing(link: Link) -> Step | None:
    """ "Did not know that": a fact, whatever is said of the knowing."""
    return link.step("asserted", "end") if link.over in list_words("knowing") else None


def by_warning(link: Link) -> Step | None:
    """ "Warned that it would": those who speak threaten to do it; who did not warn left it open."""
    trees, at = link.trees, link.at
    is_warning = link.relation == "ccomp" and link.over in list_words("warning")
    is_to_come = bool(set(trees.words_having(at, "aux")) & COMING)
    if not (is_warning and is_to_come and set(trees.words_having(at, *SUBJECTS)) & SELVES):
        return None
    return link.step("threatened")


def by_saying(link: Link) -> Step | None:
    """What is said: who did not say it leaves it open."""
    is_unsaid = find_own_standing(link.trees, link.head) == "denied"
    return link.step("possible", "none") if is_unsaid else link.step("asserted")


def by_noun_over(link: Link) -> Step | None:
    """ "Plans to", "the denial that"."""
    if link.told and (link.marks or link.is_gerund):
        return link.step(link.told)
    is_passed = bool(link.through and link.marks) and link.over in list_words(*link.through)
    return link.step("asserted") if is_passed else None


def by_that(link: Link) -> Step | None:
    """ "The news that"."""
    return link.step("asserted") if "that" in link.marks else None


def by_to(link: Link) -> Step | None:
    """ "Board to close port", "the port to be closed"; of "the foresight to close it" nothing is known, and who is the
    first to do something does it."""
    if "to" not in link.marks or is_first(link.trees, link.head):
        return None
    is_headline = link.trees.relation(link.head) == "root" and not link.trees.having(link.head, "cop")
    return link.step("planned", "none") if is_headline or link.trees.having(link.at, "aux:pass") else None


def is_first(trees: Trees, noun: int) -> bool:
    """Whether a noun is the first, the last or the only one to do something."""
    return bool({*trees.words_having(noun, "amod", "nummod"), trees.lower(noun)} & FIRST)


def by_coming_about(link: Link) -> Step | None:
    """ "Rose to become", "went on to": it came about."""
    if "to" not in link.marks or link.is_gerund:
        return None
    is_grown = link.trees.lower(link.at) in GROWING or bool(link.trees.having(link.at, "cop"))
    return link.step("asserted") if is_grown or link.over in list_words("coming about") else None


def by_purpose(link: Link) -> Step | None:
    """ "Met to close it"."""
    return link.step(link.told or "planned") if "to" in link.marks and not link.is_gerund else None


def by_gerund(link: Link) -> Step | None:
    """ "Ruled out closing the port", where the parse takes what is ruled out for a circumstance."""
    return link.step(link.told) if link.told and is_gerund_of(link.trees, link.at) else None


def by_from(link: Link) -> Step | None:
    """ "Prevented them from"."""
    if link.marks != {"from"}:
        return None
    is_kept = link.over in list_words("keeping")
    return link.step(link.told or ("denied" if is_kept else "asserted"))


def by_moment(link: Link) -> Step | None:
    """ "Before he visits": what is to come of the word over it is to come here too."""
    is_open = bool(link.marks) and link.marks <= TEMPORAL and not is_past(link.trees, link.at)
    return link.step("asserted", "moment") if is_open else None


def by_succeeding(link: Link) -> Step | None:
    """ "Successful in closing it": done, as far as that is so."""
    is_led_to = link.is_gerund and link.marks == {"in"}
    if is_led_to and link.over in HELPING:
        return link.step("asserted")
    return link.step("denied" if link.over in FAILED else "asserted") if is_led_to and link.over in DONE else None


def by_circumstance(link: Link) -> Step | None:
    """ "Closing the port", "with the board closing it": what goes with something open is open."""
    return None if link.marks - {"with"} or is_past(link.trees, link.at) else link.step("asserted", "loose")


def by_joined_noun(link: Link) -> Step | None:
    """A noun shares all that holds for the one before "and"."""
    is_verbal = link.trees.tokens[link.at].pos in ("VERB", "AUX") or link.trees.having(link.at, "cop")
    return None if is_verbal else link.step("asserted")


def by_joined_clause(link: Link) -> Step | None:
    """A clause with a subject of its own shares a condition, and what is said of all of them: "denied that he came and
    she left"."""
    if not link.trees.having(link.at, *SUBJECTS):
        return None
    if link.marks == {"to"} and "to" in link.trees.words_having(link.head, "mark"):
        # "The ban was to be lifted, and schools to open".
        return link.step("asserted")
    if find_condition(link.trees, link.head):
        return link.step("asserted", "clause")
    is_content = link.trees.relation(link.head) in ("ccomp", "csubj", "acl")
    return link.step("asserted", "none" if is_content else "end")


def by_nor(link: Link) -> Step | None:
    """ "Nor closed it": denied by itself."""
    return link.step("asserted", "none") if "nor" in link.trees.words_having(link.at, "cc") else None


def by_shared_auxiliary(link: Link) -> Step | None:
    """A verb of the same form shares "did not", "will" and "to"."""
    return link.step("asserted") if shares_auxiliaries(link.trees, link.at, link.head) else None


def by_joined_verb(link: Link) -> Step | None:
    """Any other verb shares a condition and a subject that is nobody."""
    trees, head = link.trees, link.head
    is_open = bool(trees.having(head, "aux")) or is_to_be(trees, head) or "to" in trees.words_having(head, "mark")
    is_apart = is_open and not has_no_subject(trees, head)
    return link.step("asserted", "end" if is_apart else "clause")


def shares_auxiliaries(trees: Trees, at: int, first: int) -> bool:
    """Whether "did not", "will" or "to" before the first verb holds for one joined to it as well: it has the same form
    and none of its own."""
    joined = set(trees.words_having(at, "cc"))
    if joined & {"or", "nor"} or any(denies(trees, word) for word in trees.having(first, "cc:preconj")):
        return True
    own = trees.words_having(at, "aux", "aux:pass", "mark")
    if own == ["to"] and "to" in trees.words_having(first, "mark"):
        # "A pledge to sell it and to resign".
        return True
    if "but" in joined and is_past(trees, at) and COMING & set(trees.words_having(first, "aux")):
        # "Would have gone to court but resigned".
        return False
    if any(not is_be(word) or word not in ("be", "been") for word in own):
        return False
    leading = set(trees.words_having(first, "aux", "aux:pass"))
    if is_past(trees, at):
        return is_past(trees, first) and any(is_be(word) or word in ("has", "have", "had") for word in leading)
    return is_plain(trees, at) and (bool(leading) or "to" in trees.words_having(first, "mark"))


def by_noun(link: Link) -> Step | None:
    """A noun such as "plans" is told as what is said of it; what its own "no" denies is not denied twice."""
    trees, at = link.trees, link.at
    is_bare = trees.tokens[at].pos == "NOUN" and not trees.having(at, "cop") and not is_none(trees, at)
    is_listed = bool(link.told) or find_section(trees.lower(at), OVER) is not None
    return link.step(link.told or "asserted") if is_bare and is_listed else None
