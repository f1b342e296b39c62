"""Who does it, to whom or what it is done, with whom, about what: the words beside a happening, by the parse."""

from collections.abc import Iterator

from generator.language.en.events.arguments.phrases import HYPHENS, QUOTES, beside, case_of, is_time, words_of
from generator.language.en.events.arguments.predicates import (
    RELATIVES,
    Doer,
    find_doer,
    find_objects,
    is_passive,
    named_before,
)
from generator.language.en.events.arguments.scene import Scene, Slot
from generator.language.en.persons import classify_person
from generator.language.en.polarity import find_standing
from generator.language.trees import Trees
from generator.language.world.places import country_of_people, find_country


def by_subject(scene: Scene) -> Iterator[Slot]:
    """Who does it, or to whom it is done."""
    trees, verb = scene.trees, scene.verb
    if verb is None or scene.is_noun_subject:
        return
    doer = find_doer(trees, verb, scene.own)
    if doer is None or (trees.pos(doer.word) == "PRON" and trees.lower(doer.word) in RELATIVES):
        return
    # "Was found guilty": the other word of the happening is none that is done.
    # "Was given a sentence": of a verdict its subject is done to as well.
    is_bound = scene.trigger.kind in ("verdict", "release") or scene.trigger.rule == "arrest: phrase"
    is_verbal = scene.noun is None or trees.pos(scene.noun) in ("ADJ", "ADV") or is_bound
    slot = "passive" if is_verbal and is_passive(trees, verb) else "subject"
    if scene.trigger.kind in ("launch", "publication") and not list(find_objects(trees, verb, scene.own)):
        # "The show launched in 1997".
        slot = "passive" if scene.noun is None else slot
    if is_open_statement(scene, doer, slot) or _is_in_speech(trees, doer, verb):
        return
    if slot == "passive" and doer.way == "participle" and scene.trigger.kind == "statement":
        # "The city announced on Monday the club was to close": the parse may take "announced" for a participle.
        is_active = not trees.having(verb, "obl:agent")
        slot = "subject" if is_active and scene.can_act(doer.word) else slot
    yield Slot("receiver" if slot == "passive" and is_given(scene, verb) else slot, doer.word)


def is_open_statement(scene: Scene, doer: Doer, slot: str) -> bool:
    """Whether a participle before its clause leaves open who said it: "Announced on Monday, the premier's plan"."""
    is_aside = slot == "passive" and doer.way == "adverbial" and scene.trigger.kind == "statement"
    return is_aside and scene.can_act(doer.word)


def _is_in_speech(trees: Trees, doer: Doer, verb: int) -> bool:
    """Whether a verb that has its subject from elsewhere stands in words that a colon opens behind it: "the mayor
    said: “We saved the town by leaving”"."""
    if doer.word > verb:
        # "The post announcing “Norby is back”".
        return any(trees.word(at) in QUOTES for at in range(verb, doer.word))
    between = range(doer.word, verb) if doer.over else ()
    return any(trees.word(at) == ":" and beside(trees, at + 1) in QUOTES for at in between)


def is_given(scene: Scene, verb: int) -> bool:
    """Whether a verb has both what is given and who gets it: "gave her a prize", "she was given a prize"."""
    trees = scene.trees
    has_both = trees.having(verb, "iobj") or is_passive(trees, verb)
    return scene.frame.get("receiver") is not None and bool(has_both and trees.having(verb, "obj"))


def by_object(scene: Scene) -> Iterator[Slot]:
    """To whom or what it is done, and who gets it."""
    verb = scene.verb
    if verb is None:
        return
    if scene.frame.get("second") and scene.trees.having(verb, "iobj"):
        # "Appointed him foreign secretary".
        yield from (Slot("object", word) for word in scene.trees.having(verb, "iobj"))
        yield from (Slot("second", word) for word in scene.trees.having(verb, "obj"))
        return
    named = named_before(scene.trees, verb) if scene.frame.get("second") else None
    if named is not None:
        yield Slot("object", named)
        return
    for word in find_objects(scene.trees, verb, scene.own):
        if not (scene.trigger.kind == "vote" and scene.trees.pos(word) == "NUM"):
            yield Slot("given" if is_given(scene, verb) else "object", word)
    for word in scene.trees.having(verb, "iobj"):
        yield Slot("receiver", word)


def by_office(scene: Scene) -> Iterator[Slot]:
    """What the object is made: "elected her president"."""
    trees, verb = scene.trees, scene.verb
    if verb is not None:
        nouns = [word for word in trees.having(verb, "xcomp") if trees.pos(word) in ("NOUN", "PROPN")]
        objects = trees.having(verb, "obj")
        is_behind = is_passive(trees, verb) or named_before(trees, verb) is not None
        nouns += objects if is_behind else _behind_name(scene, objects)
        yield from (Slot("second", word) for word in nouns if not case_of(trees, word) and word not in scene.own)


def _behind_name(scene: Scene, objects: list[int]) -> list[int]:
    """A noun that the parse takes for a part of the name before it: "named Jonas Lund prime | minister"."""
    trees, names = scene.trees, scene.names
    parts = (part for word in objects if names.at(word) for part in trees.having(word, "flat"))
    return [part for part in parts if trees.pos(part) == "NOUN" and not names.at(part)]


def by_preposition(scene: Scene) -> Iterator[Slot]:
    """With whom, against whom, about what."""
    trees = scene.trees
    for head in scene.heads:
        states = trees.having(head, "xcomp", "advmod") if head == scene.verb else []
        over = [head for head in [trees.head(scene.trigger.at)] if scene.is_subject_of(words_of("ending"))]
        for at in (head, *over, *(word for word in states if trees.pos(word) == "ADJ")):
            for word in trees.having(at, "obl", "obl:agent", "nmod"):
                is_apart = _is_in_aside(scene, word) or (at == scene.noun and _is_apart(trees, at, word))
                if word not in scene.own and not is_apart:
                    yield from _behind(scene, word)
                if is_time(trees, word) and at == scene.noun:
                    # "The arrest on Monday of Max Poe".
                    yield from (slot for below in trees.having(word, "nmod") for slot in _behind(scene, below))
                # "To prison for fraud".
                inner = trees.having(word, "nmod") if trees.lower(word) in words_of("jails") else ()
                yield from (slot for below in inner for slot in _behind(scene, below))


def _is_apart(trees: Trees, noun: int, word: int) -> bool:
    """Whether "of" behind a comma belongs to another noun: "at the summit, Max Poe of Chile"."""
    is_of = case_of(trees, word) == "of" and trees.relation(word) == "nmod"
    return is_of and any(trees.word(at) == "," for at in range(noun, word)) and trees.pos(word) == "PROPN"


def _is_in_aside(scene: Scene, word: int) -> bool:
    """Whether a dash stands between a word and the verb behind it: "the court — highest in tax matters — ruled"."""
    verb = scene.verb if scene.verb is not None else word
    return any(scene.trees.word(at) in ("—", "–", "--") for at in range(word, verb))


def _behind(scene: Scene, word: int) -> Iterator[Slot]:
    """What stands behind a preposition, or behind a noun that is a part of one: "in favour of the bill"."""
    trees, case = scene.trees, case_of(scene.trees, word)
    is_site = trees.lower(word) in words_of("sites") and not (case == "in" and scene.frame.get(case))
    is_on_site = case == "on" and scene.names.is_place(word) and trees.lower(word) in words_of("grounds")
    is_where = is_on_site or (case in words_of("locative") and (scene.names.is_place(word) or is_site))
    is_number = trees.pos(word) == "NUM" and case not in ("of", "among")
    is_of_text = scene.trigger.at == trees.head(word) and scene.is_text and case in ("of", "on", "to", "for")
    is_day = case == "on" and trees.lower(word) in ("day", "morning", "evening", "night", "eve", "anniversary")
    is_set = is_of_text or is_day or is_time(trees, word) or trees.lower(word) in words_of("no themes")
    is_other = is_where or is_set or _is_of_office(scene, word)
    if is_number or is_other:
        return
    yield Slot(case, _within_charges(trees, word))
    for below in trees.having(word, "nmod") if case == "in" else ():
        yield Slot(f"in_{trees.lower(word)}_{case_of(trees, below)}", below)


def _is_of_office(scene: Scene, word: int) -> bool:
    """Whether "of" belongs to the office before it, not to the happening: "a summit with President of | France"."""
    trees, cases = scene.trees, [case for case in scene.trees.having(word, "case") if scene.trees.lower(case) == "of"]
    before = cases[0] - 1 if cases else -1
    return before > scene.trigger.at and before != word and classify_person(trees.word(before)) is not None


def _within_charges(trees: Trees, word: int) -> int:
    """What somebody is charged with: of "charges of fraud" fraud."""
    inner = [below for below in trees.having(word, "nmod") if case_of(trees, below) == "of"]
    is_charge = trees.lower(word) in ("charges", "charge", "suspicion", "counts", "count", "allegations", "accusations")
    return inner[0] if inner and is_charge else word


def by_text(scene: Scene) -> Iterator[Slot]:
    """What is signed, passed, adopted: the noun of the happening itself."""
    trees, noun = scene.trees, scene.noun
    if noun is not None and scene.verb is not None:
        # Of jobs cut how many, of a text what it is.
        is_cut = scene.trigger.kind == "layoffs" and bool(trees.having(noun, "nummod"))
        yield from (Slot("text", noun) for _ in range(is_cut or scene.is_text))


def by_owner(scene: Scene) -> Iterator[Slot]:
    """Whose it is: "the minister's arrest"."""
    if scene.noun is not None:
        owners = scene.trees.having(scene.noun, "nmod:poss")
        # "Lifted its embargo": the subject has its part already.
        is_told = scene.verb is not None and not scene.is_noun_subject
        # "Their election": whose it is, not who is elected.
        is_open = scene.trigger.kind == "election"
        for word in owners:
            is_pronoun = scene.trees.pos(word) == "PRON"
            if scene.trees.lower(word) in words_of("owning places") and scene.trigger.kind in _BEFALLING:
                # "The city's first march": where, not who.
                continue
            if is_pronoun and scene.trigger.kind == "discovery" and not scene.trees.having(scene.noun, "nmod"):
                # "Since their discovery": who or what was discovered.
                continue
            if not (is_pronoun and (is_told or (is_open and scene.trees.lower(word) in ("their", "its", "our")))):
                # "The club's killing of a man": of two, the owner does it.
                yield Slot("by" if _is_done_to_another(scene) else "owner", word)


def _is_done_to_another(scene: Scene) -> bool:
    """Whether a noun says behind "of" to whom it is done."""
    trees, part = scene.trees, scene.frame.get("of")
    behind = trees.having(scene.noun, "nmod") if scene.noun is not None else []
    is_told = any(case_of(trees, word) == "of" and scene.can_act(word) for word in behind)
    return is_told and part is not None and part.role == "patient" and scene.trigger.kind in ("attack", "death")


_BEFALLING = frozenset(
    {"protest", "gathering", "strike", "war", "clash", "attack", "accident", "disaster", "disease", "death", "match"}
    | {"launch"}
)
"""Kinds that a town or country has, and does not do."""
_OF_PEOPLES = frozenset(
    {"attack", "war", "clash", "sanction", "visit", "launch", "purchase", "aid", "statement", "investment"}
)
"""Kinds before whose nouns "Russian" says who does it."""
_BETWEEN_PEOPLES = frozenset({"meeting", "agreement", "call", "clash", "war"})
"""Kinds before whose nouns "US-Russian" names both sides."""


def by_modifier(scene: Scene) -> Iterator[Slot]:
    """The name before the noun: "the NATO meeting", "a Russian attack", "the Geneva talks"."""
    trees, names = scene.trees, scene.names
    before = trees.having(scene.noun, "compound", "amod", "nmod:desc") if scene.noun is not None else []
    for word in (at for child in before if child < trees.head(child) for at in sorted(trees.descendants(child))):
        mention = names.at(word)
        if scene.trigger.kind == "agreement" and scene.verb is not None and not scene.is_noun_subject:
            # "Negotiated the Iran deal": who did so is told.
            return
        if mention is None or trees.start(word) != mention.span.start:
            is_people = trees.relation(word) == "amod" and country_of_people(trees.word(word)) is not None
            is_of_two = beside(trees, word - 1) in HYPHENS and scene.trigger.kind in _BETWEEN_PEOPLES
            if is_people and (is_of_two or scene.trigger.kind in _OF_PEOPLES):
                yield Slot("modifier", word)
        elif mention.type == "Place" and not find_country(mention.span.of(trees.text)):
            if _is_of_pair(trees, trees.inside(mention.span)):
                # "The Lima - Quito talks".
                continue
            yield Slot("place", word)
        elif mention.type != "Event" and not _is_title_of(trees, word, scene.trigger.at) and not scene.is_text:
            yield Slot("modifier", word)


def _is_of_pair(trees: Trees, words: range) -> bool:
    """Whether a name of a place is one of two with a hyphen between, or both: "the Lima-Quito talks"."""
    near = (words[0] - 1, *words, words[-1] + 1)
    return any(beside(trees, at) in HYPHENS for at in near)


def _is_title_of(trees: Trees, word: int, noun: int) -> bool:
    """Whether an article stands between a name and the noun: "the Unite the Right rally"."""
    return any(trees.pos(between) == "DET" for between in range(word + 1, noun))


def by_agent_behind_theme(scene: Scene) -> Iterator[Slot]:
    """Who does it, where the parse hangs them on what it is done to: "the signing of a treaty by Spain"."""
    trees = scene.trees
    is_done = scene.verb is not None and is_passive(trees, scene.verb)
    heads = [scene.noun] if scene.noun is not None else [scene.verb] if is_done else []
    for word in (at for head in heads if head is not None for at in trees.having(head, "nmod", "obl", "obl:agent")):
        for below in trees.having(word, "nmod"):
            case = case_of(trees, below)
            is_joint = case == "with" and scene.trigger.kind in ("meeting", "call", "agreement")
            is_apart = case == "by" or is_joint or (case == "over" and not is_done)
            if is_apart and not is_time(trees, below):
                yield Slot(case, below)


def by_taking_part(scene: Scene) -> Iterator[Slot]:
    """Who takes part in it by the verb over its noun: "attended the meeting", "in talks with Poe, Bell agreed"."""
    trees, noun = scene.trees, scene.noun
    if noun is None or scene.verb is not None:
        return
    if scene.trigger.kind in _AT_IT and not _AT.isdisjoint(trees.words_having(noun, "case")):
        yield from (Slot("subject", word) for word in trees.having(noun, "nsubj") if trees.having(noun, "cop"))
    over = _verb_of_part(trees, noun)
    if over is None or not (_is_host(scene, noun, over) or _is_there(scene, noun, over) or _attends(trees, noun, over)):
        return
    doer = find_doer(trees, over)
    is_there = find_standing(trees, over) not in ("denied", "possible", "asked", "conditional", "counterfactual")
    if doer is None or trees.lower(doer.word) in ("i", "we") or _is_joined_partner(trees, noun, doer.word):
        return
    if is_there:
        yield Slot("subject", doer.word)


_AT = frozenset({"in", "on"})
_AT_IT = frozenset({"meeting", "strike", "visit"})
"""Kinds at which somebody is told to be: "is in talks", "are on strike"."""


def _is_joined_partner(trees: Trees, noun: int, word: int) -> bool:
    """Whether the parse takes the last of several partners for the doer: "meetings with Peru and | Chile follow"."""
    between = [trees.lower(at) for at in range(noun, word)]
    return "with" in between and "and" in between[-3:] and "," not in between


def _verb_of_part(trees: Trees, noun: int) -> int | None:
    """The verb over a noun, or over those whom it leads there: "leads a delegation to"."""
    over = trees.head(noun)
    if trees.relation(noun) == "nmod" and trees.lower(over) in words_of("delegations"):
        over = trees.head(over)
    return over if trees.pos(over) == "VERB" else None


def _is_host(scene: Scene, noun: int, over: int) -> bool:
    """Whether a noun is the object of a verb that tells who takes part."""
    trees = scene.trees
    is_spoken_to = trees.lower(over) in words_of("addressing") and trees.lower(noun) in words_of("audiences")
    is_object = trees.relation(noun) == "obj" and (trees.lower(over) in words_of("organ") or is_spoken_to)
    return is_object and not is_passive(trees, over)


def _is_there(scene: Scene, noun: int, over: int) -> bool:
    """Whether those are there who do what a verb tells of a meeting, a visit, a protest."""
    trees, case = scene.trees, case_of(scene.trees, noun)
    if trees.relation(noun) != "obl":
        return False
    has_partner = any(case_of(trees, word) == "with" for word in trees.having(noun, "nmod"))
    is_met = case in ("in", "at", "during") and has_partner and scene.trigger.kind in ("meeting", "call", "visit")
    is_purpose = case == "for" and not trees.having(over, "obj") and scene.trigger.kind in ("meeting", "visit")
    return is_met or is_purpose or (case == "in" and trees.lower(noun) == "protest")


def _attends(trees: Trees, noun: int, over: int) -> bool:
    """Whether a verb tells of taking part in what stands behind its preposition: "is represented at the summit"."""
    verb, case = trees.lower(over), case_of(trees, noun)
    if "part" in trees.words_having(over, "obj"):
        return case == "in" and verb in ("take", "takes", "took", "taken", "taking")
    is_led = not words_of("delegations").isdisjoint(trees.words_having(over, "obj")) and verb in words_of("leading")
    leads_to = {"to", "at", "in"} if is_led or verb in words_of("attending") else set()
    return case in leads_to or (case == "over" and verb.startswith("presid"))
