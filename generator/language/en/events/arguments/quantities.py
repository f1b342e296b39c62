"""How many and how much a happening tells: the dead and hurt, those arrested, votes, sums, years."""

from collections.abc import Iterator
from itertools import pairwise

from generator.language.en.events.arguments.parts import by_object, by_preposition, by_subject
from generator.language.en.events.arguments.phrases import case_of, conjuncts, is_time, words_of
from generator.language.en.events.arguments.predicates import find_doer, find_objects, is_passive
from generator.language.en.events.arguments.scene import Scene, Slot
from generator.language.en.events.triggers import Trigger
from generator.language.trees import SUBJECTS, Trees

_OPENING = frozenset({"when", "after"})
"""Words between what came of a happening and its verb: "died | when a ferry sank"."""
_HURT = ("killing", "injuring", "arresting")
MEASURES = {"killing": "killed", "injuring": "injured", "arresting": "arrested"}
"""The measure that a verb gives, by the section of its words."""
_TERMS = frozenset({"years", "year", "months", "month", "weeks", "days", "hours", "lashes", "sentences"})
"""What a sentence is counted in."""
_VOTED = frozenset({"vote", "election", "law", "verdict", "agreement"})
"""Kinds in which votes are counted."""


def is_count(trees: Trees, word: int) -> bool:
    """Whether a noun comes with its number, or a number stands for what it counts: "nine people", "thousands"."""
    if trees.lower(word) in words_of("crowds") or trees.having(word, "nummod"):
        return not _is_label(trees, word)
    return trees.pos(word) == "NUM" and not _is_label(trees, word)


def _is_label(trees: Trees, word: int) -> bool:
    """Whether a number names and does not count: "Flight 370", a year, "5:03"."""
    numbers = [word] if trees.pos(word) == "NUM" else trees.having(word, "nummod")
    if any(trees.lower(number) in ("one", "first", "second") or ":" in trees.word(number) for number in numbers):
        return True
    is_behind = any(number > word for number in numbers) and trees.pos(word) != "SYM"
    is_year = any(
        trees.word(n).isdigit() and len(trees.word(n)) == 4 and trees.word(n)[:2] in ("19", "20") for n in numbers
    )
    return bool(numbers) and (is_behind or (is_year and trees.pos(word) == "NUM"))


def is_sum(trees: Trees, word: int) -> bool:
    """Whether a word stands for money: "$3 billion", "two million euros"."""
    return trees.lower(word) in words_of("currency") and (is_count(trees, word) or bool(trees.having(word, "nmod")))


def measure_of(trees: Trees, word: int) -> str | None:
    """What a verb or noun of harm or arrest counts."""
    return next((MEASURES[name] for name in _HURT if trees.lower(word) in words_of(name)), None)


def find_toll(trees: Trees, trigger: Trigger) -> Iterator[tuple[str, int]]:
    """The dead, hurt and arrested of a happening told by another verb: "overturned, killing nine", "nine died in the
    crash", each with its measure."""
    at, own = trigger.at, frozenset(trigger.words)
    verbs = [*trees.having(trigger.head, "advcl", "conj"), *trees.having(at, "acl:relcl", "acl")]
    over = trees.head(at)
    is_part = trees.relation(at) in SUBJECTS or case_of(trees, at) in ("in", "by", "during", "from", "at")
    if is_part and trees.having(over, "cop"):
        verbs += trees.having(over, "acl", "acl:relcl")
    if over != at and over not in own and is_part:
        verbs += [over, *trees.having(over, "advcl"), *([trees.head(over)] if trees.relation(over) == "conj" else [])]
    if trees.relation(trigger.head) == "advcl" and _OPENING & {*trees.words_having(trigger.head, "mark", "advmod")}:
        # "Nine people died when a ferry sank".
        main = trees.head(trigger.head)
        verbs += [main, *(other for other in trees.having(main, "conj") if measure_of(trees, other))]
    if trees.relation(trigger.head) == "conj":
        verbs += trees.having(trees.head(trigger.head), "conj") if measure_of(trees, trigger.head) else []
    joined = (other for verb in verbs for other in trees.having(verb, "conj"))
    for verb in dict.fromkeys((*verbs, *joined)):
        if verb not in own and not _is_of_listed(trees, at, verb):
            yield from _harmed(trees, verb)


_OF_SEVERAL = (("including", "one"), ("including", "another"))


def _is_of_listed(trees: Trees, at: int, verb: int) -> bool:
    """Whether one of several is named between a happening and what harmed: "followed four, including one in Leeds,
    killing three"."""
    between = [trees.lower(word) for word in range(at, verb)]
    return any(pair in _OF_SEVERAL for pair in pairwise(between))


def _harmed(trees: Trees, verb: int) -> Iterator[tuple[str, int]]:
    """How many a verb harms."""
    measure = measure_of(trees, verb)
    if measure is not None:
        found = [] if is_passive(trees, verb) else list(find_objects(trees, verb, frozenset()))
        doer = None if found else find_doer(trees, verb)
        found += [doer.word] if doer else []
        yield from ((measure, word) for word in found if is_count(trees, word))
    elif trees.lower(verb) in words_of("leaving"):
        for word in sorted(trees.descendants(verb)):
            behind = word + 1 if word + 1 < len(trees.tokens) else word
            if word > verb and is_count(trees, word) and (told := measure_of(trees, behind)):
                yield told, word


def find_terms(trees: Trees, trigger: Trigger) -> Iterator[int]:
    """How long somebody is sentenced for: "to eleven years in prison"."""
    if trigger.kind == "verdict":
        for head in dict.fromkeys((trigger.head, trigger.at)):
            for word in trees.having(head, "obl", "nmod", "obj", "obl:unmarked", "nmod:unmarked", "xcomp"):
                if (
                    trees.lower(word) in _TERMS
                    and trees.having(word, "nummod")
                    and case_of(trees, word) in ("", "to", "of", "for")
                ):
                    yield word


def find_votes(trees: Trees, trigger: Trigger) -> Iterator[int]:
    """By how many votes: "by 300 votes to 12", "by 51 to 49"."""
    if trigger.kind in _VOTED:
        objects = list(find_objects(trees, trigger.head, frozenset(trigger.words))) if trigger.form != "noun" else []
        near = range(trigger.head + 1, min(trigger.head + 2, len(trees.tokens)))
        if trigger.kind == "vote":
            # "Will hold two referendums".
            own = trees.having(trigger.at, "nummod") if trigger.form != "verb" else []
            yield from (word for word in (*objects, *near) if trees.pos(word) == "NUM" and word not in own)
        heads = [trigger.head, trigger.at, *(clause for word in objects for clause in trees.having(word, "acl"))]
        for word in (word for head in dict.fromkeys(heads) for word in trees.having(head, "obl", "nmod", "obl:agent")):
            is_vote = trees.lower(word) in words_of("votes") and trees.having(word, "nummod")
            is_number = trees.pos(word) == "NUM" and not is_time(trees, word)
            if is_vote or (is_number and case_of(trees, word) == "by"):
                yield word


def by_count(scene: Scene) -> Iterator[Slot]:
    """How many do it, or to how many it is done."""
    trees, kind = scene.trees, scene.trigger.kind
    if kind not in words_of("counting"):
        return
    for slot in [*by_subject(scene), *by_object(scene), *by_preposition(scene)]:
        part = scene.frame.get(slot.name)
        if part is None or part.role not in ("agent", "patient"):
            continue
        if part.role == "agent" and kind not in ("protest", "strike", "gathering", "war"):
            continue
        for word in conjuncts(trees, slot.word):
            if is_count(trees, word) and (kind in _OF_PEOPLE or _counts_people(scene, word)):
                measure = next((found for own in scene.own if (found := measure_of(trees, own))), None)
                people = "people" if _counts_people(scene, word) else ""
                yield Slot(f"quantity:{measure or people}", word)


def _counts_people(scene: Scene, word: int) -> bool:
    trees = scene.trees
    is_bare = trees.lower(word) in words_of("crowds") or trees.pos(word) == "NUM"
    inner = [below for below in trees.having(word, "nmod") if case_of(trees, below) == "of"]
    if inner and is_bare and scene.trigger.kind not in ("protest", "strike", "gathering"):
        return scene.names.is_person(inner[0])
    return is_bare or scene.names.is_person(word)


_OF_PEOPLE = frozenset({"layoffs", "arrest", "charge", "trial", "verdict", "release", "dismissal"})
"""Kinds in which whom it is done to is people, by whatever noun they are named."""
WITH_TOLL = frozenset({"attack", "accident", "disaster", "disease", "clash", "war", "protest", "strike", "gathering"})
"""Kinds that have their dead, hurt and arrested."""


def by_toll(scene: Scene) -> Iterator[Slot]:
    """The dead, hurt and arrested by another verb beside it: "overturned, killing nine people"."""
    if scene.trigger.kind in WITH_TOLL:
        yield from (Slot(f"quantity:{measure}", word) for measure, word in find_toll(scene.trees, scene.trigger))


def by_sum(scene: Scene) -> Iterator[Slot]:
    """For how much money."""
    trees = scene.trees
    for head in scene.heads:
        for word in trees.having(head, "obl", "nmod", "obj", "nmod:unmarked", "obl:unmarked", "compound", "nummod"):
            if is_sum(trees, word) and word not in scene.own:
                yield Slot("quantity:sum", word)


def by_votes(scene: Scene) -> Iterator[Slot]:
    """By how many votes."""
    yield from (Slot("quantity:votes", word) for word in find_votes(scene.trees, scene.trigger))


def by_term(scene: Scene) -> Iterator[Slot]:
    """For how long somebody is sentenced."""
    yield from (Slot("quantity:", word) for word in find_terms(scene.trees, scene.trigger))
