"""To which happening a date belongs, asked at one word over it: one function for each rule of `days`."""

from collections.abc import Callable, Sequence

from generator.language.en.events.arguments.phrases import beside
from generator.language.en.events.calendar import (
    AIMING,
    ATTENDING,
    COME_FOR,
    DESCRIBING,
    ENDING_VERBS,
    GOING_WITH,
    HARMING,
    HURTING,
    INSIDE,
    LASTING,
    NEAR,
    OBJECTS,
    SEEING,
    SPEAKING,
    STRIKING,
    SUFFERING,
    Step,
    is_ahead,
    is_predicate,
    moves,
)
from generator.language.en.events.kinds import load_class
from generator.language.en.events.triggers import Trigger
from generator.language.en.polarity import is_gerund_of, is_object_of_particle, is_past
from generator.language.en.speech.words import load_verbs
from generator.language.trees import SUBJECTS, Trees

LOOKING_BACK = frozenset({"celebrated", "commemorated", "remembered", "recalled", "honoured", "honored"})
"""Verbs of what is done long after a happening."""
FindDated = Callable[[Step], Trigger | None]
"""A rule: the happening that a date dates; None where it does not say."""


def behind_a_noun(step: Step) -> Trigger | None:
    """ "Sentenced on Monday for a murder in 2017": a second date, right behind a noun."""
    trees, by_word = step.trees, step.calendar.by_word
    if trees.pos(step.at) != "VERB":
        return None
    heads = (step.at, *trees.subjects_of(step.at))
    others = [top for head in heads for top in step.calendar.by_head.get(head, ()) if top < step.top]
    if not others:
        return None
    for word in range(step.top - 1, max(*others, step.at), -1):
        if trees.pos(word) == "VERB":
            return None
        if word in by_word:
            return by_word[word] if by_word[word].form == "noun" else None
    return None


def of_the_charge(step: Step) -> Trigger | None:
    """ "Charged with murder over a shooting in Leeds on Friday": behind what somebody is charged with and its place."""
    trees, over = step.trees, step.calendar.by_word.get(step.at)
    if over is None or over.kind not in ("charge", "verdict") or over.at > step.top:
        return None
    inner = [t for t in step.calendar.triggers if t.form == "noun" and over.at < t.at < step.top][-1:]
    between = range(inner[0].at + 1, step.calendar.first(step.date)) if inner else range(0)
    is_placed = any(trees.pos(word) == "PROPN" for word in between)
    is_short = len(between) <= NEAR and all(trees.pos(word) in ("ADP", "PROPN", "DET") for word in between)
    return inner[0] if is_placed and is_short and inner[0].kind in STRIKING | {"attack"} else None


def is_of_birth(step: Step, trigger: Trigger) -> bool:
    """Whether a date stands in an opening that tells of a birth: "Born Max Poe on May 5, 1941, he met Ann Bell"."""
    trees, at = step.trees, step.top
    first = at
    while first > 0 and trees.is_one_sentence(first - 1, at):
        first -= 1
    is_opening = trees.lower(first) == "born" and not any(trees.pos(word) == "VERB" for word in range(first + 1, at))
    return is_opening and trigger.at > at


def right_behind(step: Step) -> Trigger | None:
    """ "In an advisory issued late on Monday, the centre spoke": a participle that the date stands right behind."""
    trees, before = step.trees, step.calendar.first(step.date) - 1
    while before > 0 and trees.lower(before) in ("late", "early", "on"):
        before -= 1
    is_participle = before >= 0 and trees.relation(before) in DESCRIBING and is_past(trees, before)
    is_other = step.at == step.top and trees.head(step.top) != before
    found = step.calendar.by_word.get(before) if is_participle and is_other else None
    return found if found and before in (found.at, found.head) else None


def meanwhile(step: Step) -> Trigger | None:
    """ "Violence broke out on Monday when thousands rallied"."""
    trees = step.trees
    if step.at == step.top or trees.pos(step.at) != "VERB" or trees.lower(step.at) in load_verbs():
        return None
    clauses = [at for at in trees.having(step.at, "advcl") if "when" in trees.words_having(at, "mark", "advmod")]
    told = [t for at in clauses if (t := step.calendar.by_word.get(at)) and is_past(trees, at) and t.head == at]
    return _only(told) if is_past(trees, step.at) else None


def of_agreeing(step: Step) -> Trigger | None:
    """ "Agreed to buy it on Monday": what is still to be done was not done on a day that is over."""
    trees, over = step.trees, step.trees.head(step.at)
    is_aim = trees.relation(step.at) in ("xcomp", "advcl") and "to" in trees.words_having(step.at, "mark")
    is_agreed = is_aim and trees.lower(over) in load_class("=agreeing") and is_past(trees, over)
    is_day = len((step.day or "")[:10]) == len("2022-05-06") and not is_ahead(step.day, step.calendar.published)
    found = step.calendar.by_word.get(over)
    return found if is_agreed and is_day and step.at < step.top and found and found.head == over else None


def over_the_date(step: Step) -> Trigger | None:
    """ "Met on Monday", "the meeting on Monday"."""
    found, trees = step.calendar.by_word.get(step.at), step.trees
    if found is None or found.form != "noun" or trees.relation(found.at) != "obj":
        return found
    # "Celebrated the launch of the first ferry Tuesday": on which day it was celebrated.
    is_looked_back = trees.lower(trees.head(found.at)) in LOOKING_BACK
    is_of_now = (step.day or "")[:4] == (step.calendar.published or "")[:4]
    return None if is_looked_back and is_of_now else found


def being(step: Step) -> Trigger | None:
    """ "The meeting is on Monday"."""
    is_predicate = step.at == step.top and bool(step.trees.having(step.top, "cop"))
    return _only(step.triggers(*SUBJECTS)) if is_predicate else None


def that_saw_it(step: Step) -> Trigger | None:
    """ "Monday saw the opening of the bridge"."""
    trees, verb = step.trees, step.trees.head(step.top)
    is_day = step.at == step.top and trees.relation(step.top) in SUBJECTS and trees.lower(verb) in SEEING
    nouns = trees.having(verb, "obj") if is_day else []
    return _only([t for noun in nouns if (t := step.calendar.by_word.get(noun)) and t.form == "noun"])


def behind_its_subject(step: Step) -> Trigger | None:
    """ "The talks with the union on Tuesday had failed": between a happening and what is told of it."""
    trees = step.trees
    is_below = step.top < step.at == trees.head(step.top)
    if not (is_below and is_predicate(trees, step.at)):
        return None
    nouns = [noun for noun in trees.having(step.at, *SUBJECTS, "csubj") if noun < step.top]
    found = _only([t for noun in nouns if (t := step.calendar.by_word.get(noun)) and t.head != step.at])
    if found is None or found.kind in LASTING:
        return None
    is_cut = any(trees.pos(word) == "PUNCT" for word in range(found.at + 1, step.at))
    return None if is_cut else found


def speaking(step: Step) -> Trigger | None:
    """ "The premier, speaking on Monday in Lima, announced a ban"."""
    trees, over = step.trees, step.trees.head(step.at)
    if trees.lower(step.at) not in SPEAKING or trees.relation(step.at) not in ("acl", "advcl"):
        return None
    verb = trees.head(over) if trees.relation(over) in SUBJECTS else over
    found = step.calendar.by_word.get(verb)
    return found if found and found.kind == "statement" and found.head == verb else None


def cleft(step: Step) -> Trigger | None:
    """ "It was on Monday that they met"."""
    trees = step.trees
    is_predicate = step.at == step.top and bool(trees.having(step.top, "cop"))
    is_it = is_predicate and "it" in trees.words_having(step.at, *SUBJECTS, "expl")
    clauses = trees.having(step.at, "acl:relcl", "ccomp", "advcl", "csubj") if is_it else []
    return step.calendar.by_word.get(clauses[0]) if len(clauses) == 1 else None


def carried(step: Step) -> Trigger | None:
    """ "The talks began on Monday", "they planned the march for Monday"."""
    if not step.is_carrier:
        return None
    subjects = step.triggers(*SUBJECTS)
    if not subjects and step.trees.relation(step.at) == "xcomp":
        # "The talks are set to begin on Monday".
        over = Step(step.calendar, step.date, step.top, step.trees.head(step.at))
        subjects = over.triggers(*SUBJECTS) if over.is_carrier else []
    of_particle = [t for t in step.triggers("obl") if is_object_of_particle(step.trees, t.at)]
    found = _only([*subjects, *step.triggers("obj"), *of_particle])
    if found and found.kind in LASTING and step.trees.lower(step.at) in ENDING_VERBS:
        # "The war ended in 1945."
        return None
    if found is None or not moves(step.trees, step.at):
        return found
    # "The summit was postponed on Monday": on which day it was moved.
    is_aim = bool(step.cases & AIMING) or is_ahead(step.day, step.calendar.published)
    is_object = step.trees.relation(found.at) in ("obj", "obl") and found.at < step.top
    return found if is_aim or is_object else None


def struck(step: Step) -> Trigger | None:
    """ "An earthquake struck the town on Monday"."""
    is_harming = step.trees.lower(step.at) in HARMING
    return _only([t for t in step.triggers("nsubj") if t.kind in STRIKING]) if is_harming else None


def suffered(step: Step) -> Trigger | None:
    """ "On Monday the town suffered an earthquake"."""
    is_suffering = step.trees.lower(step.at) in SUFFERING
    return _only([t for t in step.triggers("obj") if t.kind in STRIKING]) if is_suffering else None


def in_a_place(step: Step) -> Trigger | None:
    """ "Studied since the outbreak in Lima in 1995": a month or year behind a noun with its place."""
    trees = step.trees
    day = (step.day or "").rstrip("~")
    nearest = [t for t in step.calendar.triggers if t.form == "noun" and t.at < step.top][-1:]
    if step.at != trees.head(step.top) or len(day) > len("2022-05") or not nearest:
        return None
    at = nearest[0].at
    between = range(at + 1, step.calendar.first(step.date))
    is_place = [trees.pos(word) for word in between][:1] == ["ADP"] and trees.pos(between[-1]) == "PROPN"
    is_short = len(between) <= NEAR and all(trees.pos(word) in ("ADP", "PROPN", "DET") for word in between)
    return nearest[0] if is_place and is_short and nearest[0].kind not in LASTING else None


def attended(step: Step) -> Trigger | None:
    """ "The mayor joined the march on Monday", "on Monday 300 guests attended the wedding"."""
    if step.trees.lower(step.at) not in ATTENDING:
        return None
    return _only([t for t in step.triggers("obj") if t.form == "noun" and (t.at < step.top or step.top < step.at)])


def described(step: Step) -> Trigger | None:
    """ "The talks planned for Monday"."""
    is_described = step.is_carrier and step.trees.relation(step.at) in (*DESCRIBING, "amod")
    if not is_described:
        return None
    trees, noun = step.trees, step.trees.head(step.at)
    if noun not in step.calendar.by_word and trees.relation(noun) == "nmod" and beside(trees, step.at - 1) == ",":
        # "The launch of the rocket, set for Monday".
        noun = trees.head(noun)
    found = step.calendar.by_word.get(noun)
    if found is None and trees.relation(noun) == "nsubj":
        # "The blaze, which broke out on Monday, gutted a mill".
        told = step.calendar.by_word.get(trees.head(noun))
        return told if told and told.kind in STRIKING and told.head == trees.head(noun) else None
    return found if found and found.at == noun else None


def led_to(step: Step) -> Trigger | None:
    """ "They avoided postponing the talks on May 5": what the verb leads to."""
    led = [below for below in step.trees.having(step.at, "xcomp", "advcl") if step.at < below < step.top]
    led = [below for below in led if step.trees.relation(below) == "xcomp" or is_gerund_of(step.trees, below)]
    if len(led) != 1:
        return None
    below = Step(step.calendar, step.date, step.top, led[0])
    return step.calendar.by_word.get(led[0]) or carried(below) or occasion(below)


def occasion(step: Step) -> Trigger | None:
    """ "Nothing was agreed at the summit on Monday": what is done on a day at a happening is done on its day."""
    if not is_predicate(step.trees, step.at):
        return None
    found = [t for t in step.triggers("obl", "obl:agent") if t.form == "noun" and t.kind not in LASTING]
    return _only([t for t in found if _leads_to(step.trees, t)])


def _leads_to(trees: Trees, trigger: Trigger) -> bool:
    """Whether what a verb tells is done at a happening, for its sake, or by it: "hurt by an explosion"."""
    cases = set(trees.words_having(trigger.at, "case"))
    is_come_for = "for" in cases and trigger.kind in COME_FOR
    is_harmed = bool(cases & {"by", "from"}) and trigger.kind in STRIKING
    return bool(cases & INSIDE) or is_come_for or (is_harmed and trees.lower(trees.head(trigger.at)) in HURTING)


def going_on(step: Step) -> Trigger | None:
    """ "In 1979 they took the port, killing nine", "on Monday they took the port and killed nine"."""
    trees = step.trees
    if trees.lower(step.at) in load_verbs():
        return None
    behind = [at for at in trees.having(step.at, "advcl") if at > step.top and trees.lower(at).endswith("ing")]
    behind = [at for at in behind if set(trees.words_having(at, "mark", "advmod")) <= GOING_WITH]
    joined = [at for at in trees.having(step.at, "conj") if not trees.subjects_of(at)]
    joined = [at for at in joined if step.top < step.at or at < step.top]
    joined = [at for at in joined if is_past(trees, at) == is_past(trees, step.at) and not trees.having(at, "aux")]
    return step.calendar.by_word.get(next(iter((*behind, *joined)), -1))


def looking_ahead(step: Step) -> Trigger | None:
    """ "They called for talks on May 5": what was done is past, and the day to come."""
    if not (is_past(step.trees, step.at) and is_ahead(step.day, step.calendar.published)):
        return None
    return _only([found for found in step.triggers(*OBJECTS) if found.at < step.top])


def _only(found: Sequence[Trigger]) -> Trigger | None:
    return found[0] if len(found) == 1 else None
