"""Whose doing a verb tells, by the parse, and what it is done to: its own subject, one that it shares, that of a verb
over it, the noun that its clause describes.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.language.en.events.arguments.phrases import beside, case_of, is_time, words_of
from generator.language.en.persons import classify_person
from generator.language.en.polarity import is_past
from generator.language.trees import RELATIVE, Trees

RELATIVES = frozenset({"who", "which", "that", "whom"})
"""Pronouns that stand for the noun before their clause."""
_STEPS = 5
"""Verbs over a verb that are asked for a subject."""
_LOOSE = ("nmod:desc", "dep", "compound", "appos", "obl:unmarked", "nmod", "parataxis", "nmod:unmarked")
"""Relations by which the subject of a headline may hang on its verb."""

_OPENING = frozenset({"when", "while", "after", "before", "because", "although", "if", "once"})
"""Words that begin a clause, before its subject."""
_DASHES = frozenset({"—", "–", "--"})
_HAVING_DONE = frozenset(
    {"have", "has", "had", "having", "get", "gets", "got", "getting", "see", "saw", "want", "wanted"}
)
"""Verbs whose object has done to it what a participle tells: "had the man released"."""
_REFUSING = frozenset({"declined", "declines", "rejected", "rejects", "refused", "refuses", "accepted", "accepts"})
"""Verbs of those to whom something is offered: another is to do it."""
_PROMISING = frozenset({"promise", "promises", "promised", "promising", "threaten", "threatens", "threatened", "vowed"})
"""Verbs with an object whose subject does what the infinitive tells."""

Way = Literal["own", "shared", "control", "object", "antecedent", "participle", "adverbial"]


class Doer(NamedTuple):
    """The subject of a verb."""

    word: int
    way: Way
    """How the verb comes by it: the last step."""
    over: tuple[int, ...] = ()
    """The verbs over it up to the one whose subject it is, the nearest first."""


def find_doer(trees: Trees, verb: int, own: frozenset[int] = frozenset()) -> Doer | None:
    """The subject of a verb; `own`: words that cannot be it. None where the sentence has none for it."""
    over: list[int] = []
    at, way = verb, "own"
    for _ in range(_STEPS):
        subject = _own_subject(trees, at, own)
        if subject is not None:
            meant = _meant(trees, subject)
            if meant is not None and trees.pos(meant) in ("VERB", "AUX"):
                return None
            is_other = meant != subject and not over
            return None if meant is None else Doer(meant, "antecedent" if is_other else _as_way(way), tuple(over))
        step = _step(trees, at)
        if step is None:
            return None
        if step.way in ("object", "participle"):
            return (
                Doer(step.word, step.way if not over else _as_way(way), tuple(over)) if step.word not in own else None
            )
        over.append(step.word)
        at, way = step.word, step.way
    return None


def _as_way(way: str) -> Way:
    ways: dict[str, Way] = {"shared": "shared", "control": "control", "adverbial": "adverbial"}
    return ways.get(way, "own")


def _own_subject(trees: Trees, verb: int, own: frozenset[int]) -> int | None:
    """The word that is the subject of a verb itself; of a headline the noun before it."""
    found = [word for word in trees.subjects_of(verb) if word not in own and not is_time(trees, word)]
    if len(found) > 1:
        # "According to the ministry he died": the parse may give the verb both.
        found = [word for word in found if not case_of(trees, word)] or found
        is_apart = trees.pos(found[0]) == "NOUN" and any(trees.word(at) == "," for at in range(found[0], found[-1]))
        if is_apart and not any(trees.word(at) in "()[]" for at in range(found[0], verb)):
            # "According to Ann Bell, a spokeswoman, | he died".
            found = [word for word in found if word < verb][-1:] or found
    if len(found) > 1 and any(trees.word(at) in _DASHES for at in range(found[0], found[-1])):
        # "LEEDS (Reuters) — The minister met": the parse may give the verb both.
        found = found[-1:]
    if trees.relation(verb) == "acl" and is_past(trees, verb):
        # "In findings published in Norby Letters": what stands behind a participle is not its subject.
        found = [word for word in found if word < verb]
    opening = [word for word in trees.having(verb, "mark", "advmod") if trees.lower(word) in _OPENING and word < verb]
    if opening and any(word > opening[0] for word in found):
        # "As did Poe, when Bell resigned": the parse may give the verb both.
        found = [word for word in found if word > opening[0]]
    if found or trees.relation(verb) not in ("root", "ccomp", "parataxis", RELATIVE):
        return next((word for word in found if trees.relation(word) != "nsubj:outer"), found[0]) if found else None
    loose = [word for word in trees.having(verb, *_LOOSE) if word < verb and trees.pos(word) in ("NOUN", "PROPN")]
    if trees.relation(verb) == "ccomp":
        marks = trees.having(verb, "mark")
        stray = trees.having(trees.head(verb), "nmod:desc", "dep", "appos")
        loose += [word for word in stray if marks and marks[0] < word < verb]
    plain = [word for word in loose if word not in own and not case_of(trees, word) and not is_time(trees, word)]
    return plain[-1] if plain and not trees.subjects_of(verb) else None


def _meant(trees: Trees, word: int) -> int | None:
    """A word, or for "who" the noun that it stands for; None for "what" and "there"."""
    if trees.lower(word) in RELATIVES and trees.pos(word) == "PRON":
        antecedent = trees.antecedent(word)
        if antecedent is not None and is_time(trees, antecedent):
            return None
        if antecedent is not None and trees.relation(antecedent) == "nmod" and _is_one(trees, trees.head(antecedent)):
            # "One of the men who died": he alone.
            return trees.head(antecedent)
        return antecedent if antecedent is not None else (word if trees.lower(word) == "that" else None)
    is_open = not {"what", "which", "whatever"}.isdisjoint(trees.words_having(word, "det"))
    return None if is_open or trees.lower(word) in ("what", "there", "whoever", "whatever") else word


def _is_one(trees: Trees, word: int) -> bool:
    """Whether a word stands for one of several: "one of the men"."""
    return trees.lower(word) == "one" and trees.pos(word) == "NUM"


class _Step(NamedTuple):
    word: int
    way: Way


def _step(trees: Trees, verb: int) -> _Step | None:
    """The way from a verb without a subject to the one who does it, or to the verb over it."""
    relation, head = trees.relation(verb), trees.head(verb)
    if "including" in trees.words_having(verb, "mark", "case"):
        return None
    if relation == "parataxis" and verb < head and is_past(trees, verb):
        # "Born in Lima, she ...".
        return _Step(head, "adverbial") if trees.subjects_of(head) else None
    if relation == "conj" or (relation == "parataxis" and _goes_on(trees, verb)):
        return _Step(head, "shared") if _is_predicate(trees, head) else None
    if relation == "xcomp":
        return _controlled(trees, head, verb)
    if relation == "advcl" and _is_infinitive(trees, verb) and trees.lower(head) in words_of("object-control"):
        return _controlled(trees, head, verb)
    if relation == "advcl" and (_is_of_object(trees, verb, head) or _is_blamed(trees, verb, head)):
        return None
    if relation == "advcl":
        # "With Bell having resigned": one of its own.
        is_own = "with" in trees.words_having(verb, "mark", "case")
        is_open = is_own or _is_behind_description(trees, verb, head)
        return _Step(head, "adverbial") if is_bare(trees, verb) and not is_open else None
    if relation == "acl":
        return _described(trees, verb, head)
    return _Step(head, "control") if relation == "ccomp" and _is_infinitive(trees, verb) else None


def _is_of_object(trees: Trees, verb: int, over: int) -> bool:
    """Whether a past participle right behind an object and a comma tells of the object: "sentenced Max Poe, arrested
    in March"."""
    is_participle = is_past(trees, verb) and not trees.having(verb, "aux", "aux:pass", "mark")
    behind = [word for word in trees.having(over, "obj", "obl", "iobj") if word < verb]
    return is_participle and bool(behind) and beside(trees, verb - 1) == ","


def _is_blamed(trees: Trees, verb: int, over: int) -> bool:
    """Whether it is open who of two did what a gerund behind a preposition tells: "attacked Poe for leaving office"."""
    objects = [
        word for word in trees.having(over, "obj") if over < word < verb and trees.pos(word) in ("PROPN", "PRON")
    ]
    has_preposition = bool({"for", "of", "since", "before", "after"} & set(trees.words_having(verb, "mark", "case")))
    return bool(objects) and has_preposition and trees.lower(verb).endswith("ing")


def _is_behind_description(trees: Trees, verb: int, over: int) -> bool:
    """Whether a clause that describes another stands before a participle, so that it is open who does it: "named him
    minister, which he was until May, resigning over the deal"."""
    before = (word for noun in trees.having(over, "obj", "obl") for word in trees.having(noun, "acl:relcl"))
    own = [word for word in before if over < word < verb]
    return any(trees.lower(subject) not in RELATIVES for word in own for subject in trees.subjects_of(word))


def _is_of_clause(trees: Trees, verb: int, noun: int) -> bool:
    """Whether a participle behind the end of a clause goes with all of it: "the attack was in the mosque, killing
    nine"."""
    is_aside = trees.lower(verb).endswith("ing") and beside(trees, verb - 1) == ","
    return is_aside and bool(trees.having(noun, "cop") and trees.subjects_of(noun))


def _goes_on(trees: Trees, verb: int) -> bool:
    """Whether a verb is the second of a row: "was arrested, charged and released"."""
    return trees.head(verb) < verb and beside(trees, verb - 1) == "," and is_past(trees, verb)


def _is_predicate(trees: Trees, word: int) -> bool:
    return trees.pos(word) in ("VERB", "AUX") or bool(trees.having(word, "cop"))


def _is_infinitive(trees: Trees, verb: int) -> bool:
    return "to" in trees.words_having(verb, "mark")


def is_bare(trees: Trees, verb: int) -> bool:
    """Whether a verb is a participle or an infinitive: its subject is that of the clause around it."""
    is_finite = bool(trees.having(verb, "cop")) or any(
        word in ("was", "were", "is", "are", "has", "had", "will", "would")
        for word in trees.words_having(verb, "aux", "aux:pass")
    )
    is_form = trees.lower(verb).endswith("ing") or _is_infinitive(trees, verb) or is_past(trees, verb)
    return is_form and not is_finite


def _controlled(trees: Trees, over: int, verb: int) -> _Step | None:
    """Who does what an infinitive tells: the object of "urged", the subject of "agreed"."""
    objects = [] if is_passive(trees, over) else trees.having(over, "obj", "iobj")
    is_listed = trees.lower(over) in words_of("object-control")
    if objects and (is_listed or _is_asked(trees, over, objects[0], verb)):
        return _Step(objects[0], "object")
    asked = [word for word in trees.having(over, "obl") if case_of(trees, word) in ("on", "upon", "to", "with", "for")]
    if "for" in trees.words_having(verb, "mark"):
        # "Called for Bell to resign": the parse hangs "for" on the verb.
        asked += [word for word in trees.having(over, "obl") if over < word < verb]
    if asked and trees.lower(over) in words_of("appeal"):
        return _Step(asked[-1], "object")
    return _Step(over, "control")


def _is_asked(trees: Trees, over: int, noun: int, verb: int) -> bool:
    """Whether somebody between two verbs is to do what the second tells: "convinced voters to elect"."""
    is_somebody = trees.pos(noun) in ("PROPN", "PRON") or classify_person(trees.word(noun)) is not None
    return over < noun < verb and is_somebody and trees.lower(over) not in _PROMISING


def _described(trees: Trees, verb: int, noun: int) -> _Step | None:
    """Who does what a participle or an infinitive behind a noun tells: the noun; of "its decision to leave" the owner;
    of "took a decision to leave" who took it."""
    if _is_of_clause(trees, verb, noun):
        return _Step(noun, "adverbial")
    is_content = trees.lower(verb).endswith("ing") and bool(trees.having(verb, "mark", "case"))
    if not (is_content or _is_infinitive(trees, verb)):
        between = range(noun + 1, verb - 1)
        is_other = verb - 1 != noun and trees.pos(verb - 1) == "NOUN" and any(trees.word(at) == "," for at in between)
        # "Came to the hall, for a convention | launched in 1997": the parse may hang it on the hall.
        return _Step(verb - 1 if is_other else noun, "participle")
    owners = trees.having(noun, "nmod:poss")
    if owners:
        return _Step(owners[0], "object")
    if trees.relation(noun) == "root":
        # A headline: "Mayor to open barrier".
        return _Step(noun, "participle")
    governing = trees.head(noun)
    is_object = trees.relation(noun) == "obj" and trees.pos(governing) == "VERB"
    is_object = is_object and trees.lower(governing) not in _REFUSING
    return _Step(governing, "control") if is_object else None


def _misread_objects(trees: Trees, verb: int) -> list[int]:
    """Objects that the parse takes for a second subject, behind an active verb: "police arrested 30 people"."""
    counted = [word for word in trees.having(verb, "obl") if trees.having(word, "nummod") and word > verb]
    if counted and not trees.having(verb, "obj", "aux:pass") and not case_of(trees, counted[0]):
        # "Killed at least 11 people": the parse takes "at" for a preposition.
        is_near = all(trees.word(at) != "," for at in range(verb, counted[0]))
        return [word for word in counted[:1] if not is_time(trees, word) and is_near]
    subjects = trees.subjects_of(verb)
    is_twofold = bool(subjects) and subjects[0] < verb and not trees.having(verb, "aux:pass", "obj")
    # "Has died, the club said": another clause.
    is_near = all(trees.word(word) not in (",", ";") for word in range(verb, max((verb, *subjects))))
    return [word for word in subjects if word > verb and is_twofold and is_near]


def is_passive(trees: Trees, verb: int) -> bool:
    """Whether what a verb tells is done to its subject."""
    if trees.having(verb, "aux:pass"):
        return True
    if trees.lower(verb) in words_of("never passive"):
        return False
    if trees.relation(verb) == "xcomp" and is_past(trees, verb) and trees.lower(trees.head(verb)) in _HAVING_DONE:
        return not trees.having(verb, "mark", "aux")
    if trees.lower(verb).endswith("ing") or not is_past(trees, verb) or trees.having(verb, "aux"):
        return False
    relation = trees.relation(verb)
    if trees.having(verb, "nsubj", "ccomp") or _misread_objects(trees, verb):
        return False
    if trees.having(verb, "nsubj:pass"):
        return named_before(trees, verb) is None
    if relation in ("acl", "advcl"):
        # "The board, meeting in Lima, elected Max Poe chairman": the parse may take the verb for a participle.
        return relation == "advcl" or named_before(trees, verb) is None
    is_joined = relation in ("conj", "parataxis") and not trees.having(verb, "obj") and not trees.subjects_of(verb)
    return is_joined and trees.lower(verb) not in words_of("never passive") and is_passive(trees, trees.head(verb))


def named_before(trees: Trees, verb: int) -> int | None:
    """The name that the parse takes for a part of the office behind it: "appointed | Tom Arden treasurer"."""
    for office in trees.having(verb, "xcomp", "obj"):
        names = trees.having(office, "compound", "nmod:desc", "flat") if trees.pos(office) == "NOUN" else []
        named = [word for word in names if verb < word < office and trees.pos(word) == "PROPN"]
        if named and trees.having(named[0], "flat") and not case_of(trees, office):
            return named[0]
    return None


def find_objects(trees: Trees, verb: int, own: frozenset[int]) -> Iterator[int]:
    """To whom or what it is done: the object, one that two verbs share, the noun that the clause describes."""
    objects = trees.having(verb, "obj") or _misread_objects(trees, verb)
    found = [word for word in objects if word not in own and not case_of(trees, word) and trees.pos(word) != "SCONJ"]
    if len(found) > 1:
        # "As she visited the state, | officials left": the parse may give the verb both.
        found = [word for word in found if all(trees.word(at) != "," for at in range(verb, word))] or found[:1]
    for word in found:
        if word + 1 in found and trees.pos(word + 1) == "PROPN":
            # "Its rival Nordlys": the name says who it is.
            continue
        meant = _meant(trees, word)
        is_open = meant is None or (trees.pos(meant) == "PRON" and trees.lower(meant) in RELATIVES)
        yield from () if is_open or meant is None else (meant,)
    if found or is_passive(trees, verb) or not own.isdisjoint(trees.having(verb, "obj")):
        return
    shared = _shared_object(trees, verb)
    if shared is not None:
        yield shared
    elif is_gap(trees, verb) and "that" not in trees.words_having(verb, "mark"):
        # "The misstatement that two died" tells all of it behind "that".
        yield trees.head(verb)


def _shared_object(trees: Trees, verb: int) -> int | None:
    """The object behind the second of two verbs with nothing but "and" between: "arrested and charged three men"."""
    first = trees.head(verb)
    if trees.relation(verb) == "conj" and not trees.subjects_of(verb):
        return next((word for word in trees.having(first, "obj") if word > verb), None)
    for other in trees.having(verb, "conj"):
        between = range(verb + 1, other)
        is_tied = all(trees.pos(word) in ("CCONJ", "ADV") or trees.relation(word) == "compound:prt" for word in between)
        objects = trees.having(other, "obj")
        if objects and is_tied and not trees.subjects_of(other):
            return objects[0]
    return None


def is_gap(trees: Trees, verb: int) -> bool:
    """Whether a clause describes what is done in it: "the treaty they signed"."""
    if trees.relation(verb) != RELATIVE or trees.having(verb, "ccomp", "xcomp"):
        return False
    subjects = trees.subjects_of(verb)
    inside = (trees.lower(below) for word in subjects for below in trees.descendants(word))
    is_own = bool(subjects) and (RELATIVES | {"whose"}).isdisjoint(inside)
    has_where = any(word in ("where", "when", "why", "how") for word in trees.words_having(verb, "advmod"))
    stranded = any(trees.pos(word) == "ADP" for word in trees.having(verb, "obl", "case"))
    relative = any(trees.lower(word) in RELATIVES for word in trees.having(verb, "obl"))
    noun = trees.head(verb)
    is_other = is_time(trees, noun) or trees.lower(noun) in words_of("contents")
    return is_own and not (has_where or stranded or relative or is_other)
