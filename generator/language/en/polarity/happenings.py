"""How a text speaks of a happening that a noun names: held, called for, denied, or taken as known; and the sections
of `polarity.txt` as rules.
"""

from collections.abc import Iterator

from generator.language.en.polarity.links import HELPING, INCLUDING, find_over
from generator.language.en.polarity.scope import STEPS, find_standing
from generator.language.en.polarity.words import (
    OVER,
    combine,
    denies,
    find_section,
    has_no_subject,
    list_words,
    verb_of,
)
from generator.language.trees import Trees, read_trees
from generator.model import Span, Standing
from generator.text.rules import Chain, Rule, rules_of_list

BEING = ("nsubj", "nsubj:pass", "obj")
"""Relations of a happening to the verb by which it is."""
HELD_BY = ("obj", "obl", "nmod", "nsubj:pass")
"""Relations of a happening to what is done about it."""
GOVERNED = frozenset({"for", "against", "about", "from", "of"})
"""Prepositions behind a verb that leads to a happening: "called for talks"."""
JOINING = frozenset({"participate", "participates", "participated", "participating", "participation", "part"})
"""Words behind which "in" leads to a happening: "their willingness to participate in a debate"."""
CALLED_FOR = frozenset({"for", "to", "on", "against"})
"""Prepositions behind "call" that lead to what is called for."""
AGREED = frozenset({"on", "to"})
"""Prepositions that lead to what is agreed: "agreed on talks"."""
PREVENTING = frozenset(
    {"prevent", "avert", "thwart", "foil", "forbid", "ban", "bar", "block"}
    | {"prevents", "averts", "thwarts", "foils", "forbids", "bans", "bars", "blocks"}
    | {"prevented", "averted", "thwarted", "foiled", "forbade", "forbidden", "banned", "barred", "blocked"}
    | {"preventing", "averting", "thwarting", "foiling", "forbidding", "banning", "barring", "blocking"}
)
"""Words that deny a happening that is spoken of as known too: "prevented the attack"."""
INTERESTED = frozenset({"interested", "uninterested"})
"""Words behind which "in" leads to a happening that somebody likes: "is interested in a meeting"."""
FEARING = frozenset(
    {"fear", "fears", "feared", "fearing", "hope", "hopes", "hoped", "hoping", "envisaged", "envisages"}
    | {"wish", "wishes", "wished", "wishing", "pray", "prays", "prayed", "praying", "longed"}
    | {"envisage", "envisaging", "envision", "envisions", "envisioned", "envisioning"}
)
"""Words that leave open a happening that is spoken of as known too: "feared the invasion"."""
KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "each", "every"})


def find_happening_standing(trees: Trees, at: int) -> Standing:
    """How the text speaks of the happening that a word names."""
    if trees.tokens[at].pos == "VERB":
        return find_standing(trees, at)
    found, is_known = _own(trees, at), is_definite(trees, at)
    for _ in range(STEPS):
        head, relation = trees.head(at), trees.relation(at)
        if head == at or relation not in (*BEING, *HELD_BY, "conj"):
            return found
        if relation == "conj":
            at = head
            continue
        told = _over(trees, at, head, relation, is_known)
        if told is None:
            return found
        found = combine(_own(trees, head) if trees.tokens[head].pos == "NOUN" else "asserted", combine(told, found))
        if trees.tokens[head].pos != "NOUN" or trees.having(head, "cop"):
            return combine(_without_none(trees, at, head), found)
        at = head
    return found


def is_definite(trees: Trees, at: int) -> bool:
    """Whether a happening is spoken of as known: "the talks", "its talks"."""
    return bool(trees.having(at, "nmod:poss")) or any(trees.lower(det) in KNOWN for det in trees.having(at, "det"))


def is_holding(trees: Trees, verb: int) -> bool:
    """Whether a happening is by a verb: "is held", "takes place", "there is"."""
    return trees.lower(verb) in list_words("being held", "beginning")


def _own(trees: Trees, at: int) -> Standing:
    """How a happening is told by the words on its noun."""
    if any(denies(trees, sign) for sign in trees.having(at, "det", "case", "cc:preconj")):
        return "denied"
    words = (trees.lower(word) for word in trees.having(at, "amod"))
    found = (find_section(word, ("reportedly", "doubting", "claiming", "planning")) for word in words)
    return next((told for told in found if told), "asserted")


def _over(trees: Trees, at: int, head: int, relation: str, is_known: bool) -> Standing | None:
    """What the word over a happening makes of it; None where it leaves it as it is."""
    if relation in BEING and is_holding(trees, head):
        return "asserted"
    told = find_over_noun(trees, head, relation)
    cases = set(trees.words_having(at, "case"))
    if relation == "nsubj:pass" and trees.lower(head) in list_words("said to be") and not is_known:
        # "Protests are not reported in the north."
        return "asserted"
    if relation == "obl" and "in" in cases and trees.lower(head) in HELPING | INTERESTED:
        return _shared(trees, head, is_known)
    if relation == "obl" and not (cases & GOVERNED or _leads(trees, head, cases, told, head < at)):
        # "Refused it during a visit", "may speak at a rally": when and where.
        return None
    if relation == "nsubj":
        return told if trees.having(head, "cop") and told else None if is_known else "asserted"
    if verb_of(trees, head).startswith("call") and not (cases & CALLED_FOR):
        # "The first call about the attack".
        return "asserted"
    if relation == "obj" and trees.lower(head) in INCLUDING:
        return _over_list(trees, head) or told
    is_plan = told == "planned" and relation in ("nsubj:pass", "obj")
    is_sure = is_plan or told == "demanded" or trees.lower(head) in PREVENTING | FEARING
    if told and (is_sure or not is_known):
        is_noun = trees.tokens[head].pos == "NOUN"
        return told if relation != "nmod" or is_noun else None
    if relation == "nmod" and find_section(trees.lower(head), OVER) is None:
        return None
    # "Pope may skip summit": a headline leaves the article out.
    is_bare = not trees.having(at, "det", "nummod")
    return None if is_known or (is_bare and not told) else "asserted"


def _leads(trees: Trees, head: int, cases: set[str], told: Standing | None, is_behind: bool) -> bool:
    """Whether a word leads to a happening by a preposition that else says when or where: "agreed on talks"."""
    is_agreed = told == "planned" and bool(cases & AGREED) and is_behind
    return is_agreed or ("in" in cases and trees.lower(head) in JOINING)


def _shared(trees: Trees, head: int, is_known: bool) -> Standing | None:
    """How what somebody helps or is interested in is told: "may assist in the arrest", "is interested in a meeting"."""
    if trees.lower(head) in INTERESTED:
        return None if is_known else "possible"
    told = find_standing(trees, head)
    return None if told in ("asserted", "denied") else told


def _over_list(trees: Trees, verb: int) -> Standing | None:
    """What the noun makes of it that says what a list is of: "their demands included the release of the poet"."""
    named = (find_section(trees.lower(word), OVER) for word in trees.having(verb, "nsubj"))
    return next((found for found in named if found), None)


def find_over_noun(trees: Trees, head: int, relation: str) -> Standing | None:
    """What a word makes of the happening that it leads to; who attempts one has it."""
    word = trees.lower(head)
    if word in list_words("warning") and relation == "obl":
        # "Warned of an attack".
        return "possible"
    if word in list_words("trying") or (word in list_words("bound") and relation != "nsubj:pass"):
        return None
    return find_over(trees, head)


def _without_none(trees: Trees, at: int, head: int) -> Standing:
    """How the verb over a happening is told; what is denied only by the happening's own "no" is not denied twice."""
    found = find_standing(trees, head)
    is_own = any(denies(trees, sign) for sign in trees.having(at, "det", "cc:preconj"))
    others = [sign for sign in trees.having(head, "advmod", "aux") if denies(trees, sign)]
    is_only_own = is_own and not others and not (trees.relation(at) == "obj" and has_no_subject(trees, head))
    return "asserted" if found == "denied" and is_only_own else found


HAPPENING = "talks"
"""The noun that names a happening in the sentences of those sections."""
HELD = ("being held", "beginning")
"""Sections that tell of a happening, by its noun."""


def try_section(rule: Rule[str], text: str) -> Iterator[Span]:
    """The verbs, or happenings, that a sentence tells as the section does: "not: denied"."""
    section, _, standing = rule.find.partition(": ")
    wanted = "denied" if section in (*HELD, "truth") else standing or "asserted"
    trees = read_trees(text, [Span(0, len(text))])
    for at, token in enumerate(trees.tokens):
        if is_tried(trees, at, section):
            find = find_happening_standing if section in HELD else find_standing
            if find(trees, at) == wanted:
                yield token.span


def is_tried(trees: Trees, at: int, section: str) -> bool:
    """Whether a section speaks of words such as this one: a verb, or a noun for a happening."""
    return trees.lower(at) == HAPPENING if section in HELD else trees.tokens[at].pos == "VERB"


WORDS = Chain("polarity", rules_of_list("polarity.txt"), try_section)
