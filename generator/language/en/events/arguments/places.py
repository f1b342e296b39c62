"""Where a happening is, by the parse."""

from collections.abc import Iterator

from generator.language.en.events.arguments.parts import by_agent_behind_theme, by_object, by_preposition, by_subject
from generator.language.en.events.arguments.phrases import case_of, conjuncts, is_time, words_of
from generator.language.en.events.arguments.quantities import WITH_TOLL, measure_of
from generator.language.en.events.arguments.scene import Scene, Slot
from generator.language.trees import SUBJECTS


def by_place(scene: Scene) -> Iterator[Slot]:
    """Where it is, beside its own words."""
    trees = scene.trees
    for head in dict.fromkeys((*scene.heads, *_also_saying_where(scene))):
        for word in trees.having(head, "obl", "nmod", "obj", "compound"):
            if trees.relation(word) in ("obl", "nmod") or trees.having(word, "case"):
                yield from _places(scene, word)
    if (
        scene.noun is not None
        and trees.relation(scene.noun) in SUBJECTS
        and trees.having(trees.head(scene.noun), "cop")
    ):
        # "The attack was in Lima".
        yield from _places(scene, trees.head(scene.noun))
    for verb in trees.having(scene.verb, "conj") if scene.verb is not None else ():
        if measure_of(trees, verb) and measure_of(trees, scene.verb or verb):
            # "Killed 14 people and wounded 40 in Kabul".
            yield from (slot for word in trees.having(verb, "obl") for slot in _places(scene, word))
    over = trees.head(scene.trigger.head)
    is_joined = scene.verb is not None and trees.relation(scene.verb) == "conj" and not trees.subjects_of(scene.verb)
    if is_joined and trees.pos(over) == "VERB":
        # "In Cork, police arrested ten and charged two": what opens the sentence holds for both.
        for word in trees.having(over, "obl"):
            if word < min(trees.subjects_of(over), default=0):
                yield from _places(scene, word)


def _also_saying_where(scene: Scene) -> Iterator[int]:
    """The verbs around a noun whose places are its own: "the talks began in Lima", "the summit planned in Lima"."""
    trees, noun = scene.trees, scene.noun
    if noun is None:
        return
    yield from (word for word in trees.having(noun, "acl") if trees.lower(word) in words_of("planned"))
    yield from (word for word in trees.having(noun, "acl:relcl") if trees.lower(word) in words_of("happening"))
    over, relation = trees.head(noun), trees.relation(noun)
    if trees.pos(over) != "VERB" or scene.verb is not None:
        return
    is_subject = relation in SUBJECTS and trees.lower(over) in words_of("ending")
    is_object = relation == "obj" and trees.lower(over) in words_of("organ")
    is_cause = relation == "obl" and measure_of(trees, over) is not None and scene.trigger.kind in WITH_TOLL
    # "Arrived in Lima for a visit".
    is_aim = relation == "obl" and case_of(trees, noun) == "for" and scene.trigger.kind == "visit"
    if any((is_subject, is_object, is_cause, is_aim)):
        yield over
    if is_subject:
        yield from trees.having(over, "obj")


def by_where(scene: Scene) -> Iterator[Slot]:
    """The place that a clause with "where" describes: "flew to Madrid, where she signed a deal"."""
    trees, verb = scene.trees, scene.verb
    wheres = [word for word in trees.having(verb, "advmod") if trees.lower(word) == "where"] if verb is not None else []
    for where in wheres:
        before = [at for at in range(max(0, where - 6), where) if scene.names.is_place(at)]
        if before and trees.is_one_sentence(before[-1], where):
            yield Slot("place", before[-1])


def _places(scene: Scene, word: int) -> Iterator[Slot]:
    """The places in a phrase behind "in", "at" and the like."""
    trees, case = scene.trees, case_of(scene.trees, word)
    is_where = case in words_of("locative")
    if is_time(trees, word):
        yield from (slot for below in trees.having(word, "nmod") for slot in _places(scene, below))
    elif scene.names.is_place(word):
        is_free = case not in scene.frame or scene.frame[case] is None
        if is_where or (is_free and case in words_of("widely-locative")):
            near = (at for at in conjuncts(trees, word) if not trees.having(at, "case") or case_of(trees, at) == case)
            yield from (Slot("place", at) for at in near if scene.names.is_place(at))
            yield from _wider(scene, word)
    elif is_where or case in words_of("widely-locative") | {"to", "during"}:
        found = list(_nested(scene, word))
        yield from found
        if found:
            is_site = is_where and trees.lower(word) in words_of("sites")
            yield from (Slot("place", word) for _ in range(is_site and trees.head(word) in scene.heads))
        elif named := [below for below in trees.having(word, "appos", "flat") if scene.names.is_place(below)]:
            yield Slot("place", named[0])
        elif is_where and trees.lower(word) in words_of("sites"):
            yield Slot("place", word)


def _wider(scene: Scene, word: int) -> Iterator[Slot]:
    """The place in which a place lies: "Lyon, France"."""
    for below in scene.trees.having(word, "appos", "nmod", "nmod:unmarked", "dep", "parataxis"):
        case = case_of(scene.trees, below)
        if below > word and scene.names.is_place(below) and case in ("", "in", "near"):
            yield Slot("place", below)


def _nested(scene: Scene, word: int) -> Iterator[Slot]:
    """The places that say where a noun is: "a hospital in Leeds"."""
    for below in scene.trees.having(word, "nmod"):
        if case_of(scene.trees, below) in words_of("locative") | {"of"}:
            if scene.names.is_place(below):
                is_where = case_of(scene.trees, below) != "of" or scene.trees.lower(word) in words_of("parts")
                yield from (Slot("place", at) for at in (below,) if is_where)
            elif scene.trees.lower(word) in words_of("parts") and scene.trees.lower(below) in words_of("sites"):
                yield Slot("place", below)
            else:
                yield from _nested(scene, below)


def by_place_of_part(scene: Scene) -> Iterator[Slot]:
    """Where those are who have a part: "workers at a factory in Leeds", "a bus near Cork"."""
    trees = scene.trees
    if any(trees.lower(word).startswith("claim") for word in scene.own):
        # "The attack was claimed by a group in Yemen".
        return
    slots = (*by_subject(scene), *by_object(scene), *by_preposition(scene), *by_agent_behind_theme(scene))
    for slot in slots:
        part = scene.frame.get(slot.name)
        is_opened = slot.name in ("passive", "subject") and scene.trigger.kind == "launch"
        is_part = part is not None and part.role in ("agent", "patient", "partner")
        has_place = is_part or is_opened or slot.name in ("object", "of")
        if part is not None and has_place:
            for word in conjuncts(trees, slot.word):
                named = scene.names.at(word)
                inside = trees.inside(named.span) if named else (word,)
                for below in (below for at in inside for below in trees.having(at, "nmod") if below not in inside):
                    if case_of(trees, below) in words_of("locative"):
                        yield from _places(scene, below)
                    elif _leads_away(scene, below):
                        yield Slot("place", below)


def _leads_away(scene: Scene, word: int) -> bool:
    """Whether a phrase with a preposition that has a place for its part says where: "residents from Rabaul"."""
    part = scene.frame.get(case_of(scene.trees, word))
    return part is not None and part.role == "place" and scene.names.is_place(word)


def by_what_is_struck(scene: Scene) -> Iterator[Slot]:
    """Where a storm or an earthquake strikes."""
    trees, noun = scene.trees, scene.noun
    if noun is None or scene.trigger.kind not in ("disaster", "attack"):
        return
    verbs = [trees.head(noun)] if trees.relation(noun) == "nsubj" else []
    verbs += [verb for verb in trees.having(noun, "acl:relcl") if not trees.having(verb, "aux:pass")]
    is_attack = scene.trigger.kind == "attack"
    known = words_of("striking" if is_attack else "ending")
    for word in (word for verb in verbs if trees.lower(verb) in known for word in trees.having(verb, "obj")):
        if is_attack:
            yield Slot("object", word)
        else:
            yield from (Slot("place", at) for at in (word, *trees.having(word, "nmod:poss", "nmod", "compound")))
