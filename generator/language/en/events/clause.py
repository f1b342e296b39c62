"""A happening told as a short sentence: slices of its sentence in order, who did what to whom and where.

No word is put in. Dates, clauses that describe and what stands aside are left out; where the rest would read as no
sentence and no noun phrase, nothing is told.
"""

from collections.abc import Iterator, Sequence

from generator.language.en.events.arguments.frames import find_frame
from generator.language.en.events.arguments.phrases import (
    ARTICLES,
    Names,
    beside,
    case_of,
    is_time,
    phrase_of,
    words_of,
)
from generator.language.en.events.arguments.predicates import (
    RELATIVES,
    Doer,
    find_doer,
    find_objects,
    is_gap,
    is_passive,
)
from generator.language.en.events.arguments.quantities import measure_of
from generator.language.en.events.draft import Draft, cut
from generator.language.en.events.triggers import Trigger
from generator.language.en.polarity import is_past, list_words
from generator.language.trees import SUBJECTS, Trees
from generator.model import Argument, Mention, Span

CONTENT = 24
"""Words of a clause that a verb has for its object."""
_GROUP = ("aux", "aux:pass", "compound:prt", "cop", "expl")
"""What belongs to a verb and tells its tense, its voice and its sense."""
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_LEFT_OUT = frozenset({"advcl", "acl:relcl", "parataxis", "discourse", "advcl:relcl", "list"})
"""Relations of what is left out of a clause that is an object."""


def tell_clause(
    trees: Trees, trigger: Trigger, arguments: Sequence[Argument], mentions: Sequence[Mention]
) -> tuple[Span, ...]:
    """A happening as a short sentence, or of a noun as a noun phrase; empty where it would read as neither."""
    draft = Draft(trees, trigger, Names(trees, mentions))
    if trigger.form != "noun":
        _tell_verb(draft, trigger.head, arguments)
    elif (over := _told_by(trees, trigger)) is not None:
        _tell_verb(draft, over, arguments)
    else:
        _tell_noun(draft, arguments)
    return cut(draft)


def _told_by(trees: Trees, trigger: Trigger) -> int | None:
    """The verb over a noun that tells the happening with it: "attended the meeting", "the strike ended"."""
    over, at = trees.head(trigger.at), trigger.at
    if over == at or trees.pos(over) != "VERB":
        return None
    is_object = trees.relation(at) == "obj" and trees.lower(over) in words_of("organ")
    is_subject = trees.relation(at) in SUBJECTS and trees.lower(over) in words_of("ending")
    is_part = case_of(trees, at) == "in" and ("part" in trees.words_having(over, "obj") or _joins(trees, over))
    is_suffered = is_passive(trees, over) or not trees.having(over, "obj")
    is_harm = case_of(trees, at) == "in" and measure_of(trees, over) is not None and is_suffered
    return over if is_object or is_subject or is_part or is_harm else None


def _joins(trees: Trees, verb: int) -> bool:
    return trees.lower(verb).startswith("participat")


def _tell_verb(draft: Draft, verb: int, arguments: Sequence[Argument]) -> None:
    trees, trigger = draft.trees, draft.trigger
    is_about_noun = verb != trigger.at and trees.relation(trigger.at) in SUBJECTS and trees.head(trigger.at) == verb
    doer = Doer(trigger.at, "own") if is_about_noun else find_doer(trees, verb, frozenset(trigger.words))
    draft.add(trigger.words)
    _add_group(draft, verb)
    if trigger.at != verb:
        draft.add_noun(trigger.at)
        draft.add(trees.having(trigger.at, "case"))
    if doer is None or (doer.word > verb and not trees.lower(verb).endswith("ing")):
        draft.whole = False
        return
    is_lent = doer.way != "own" and trigger.form == "verb" and trees.pos(doer.word) == "NOUN"
    if is_lent and not any(doer.word in trees.inside(argument.span) for argument in arguments):
        # "A study reported astronomers discovered it": whose doing it is was not found.
        draft.whole = False
        return
    is_behind = doer.word > verb
    if not is_behind:
        _add_doer(draft, verb, doer)
        _add_chain(draft, verb, doer)
        _add_demand(draft, verb)
    _add_complements(draft, verb)
    _add_arguments(draft, verb, doer, arguments)
    draft.whole = draft.whole and not _is_cut_short(draft, verb)


def _is_cut_short(draft: Draft, verb: int) -> bool:
    """Whether a clause lacks what its verb must say: what was announced."""
    trees = draft.trees
    is_active = draft.trigger.kind == "statement" and draft.trigger.at == verb and not is_passive(trees, verb)
    told = trees.having(verb, "obj", "ccomp", "xcomp", "obl")
    is_bare = trees.relation(verb) == "acl" and not trees.subjects_of(verb)
    is_aside = is_bare and max(draft.words) == verb
    return (
        is_aside
        or len(draft.words) == 1
        or (is_active and draft.words.isdisjoint(word for word in told if word > verb))
    )


def _add_group(draft: Draft, verb: int) -> None:
    """Takes in a verb with its auxiliaries, its particle and what denies it."""
    trees = draft.trees
    draft.add((verb, *trees.having(verb, *_GROUP)))
    draft.add(word for word in trees.having(verb, "advmod") if trees.lower(word) in _NOT)
    draft.add(word for word in trees.having(verb, "mark") if trees.lower(word) == "to")
    leading = [word for word in trees.having(verb, "case") if trees.lower(word) in ("due", "set", "about")]
    draft.add((*leading, *(below for word in leading for below in trees.children[word])))


def _add_doer(draft: Draft, verb: int, doer: Doer) -> None:
    trees = draft.trees
    if trees.lower(doer.word) in RELATIVES and trees.pos(doer.word) == "PRON":
        draft.whole = False
        return
    draft.add_noun(doer.word, frozenset(trees.having(doer.word, "acl", "acl:relcl")))
    last = doer.over[-1] if doer.over else verb
    is_asked = any(aux < doer.word for aux in trees.having(last, "aux", "aux:pass")) and doer.way in ("own", "control")
    draft.whole = draft.whole and not is_asked
    if _describes_object(trees, verb):
        noun = trees.head(verb)
        draft.add_noun(noun, frozenset(trees.having(noun, "acl:relcl")))
        behind = {word for word in draft.words if noun < word <= verb}
        draft.add(range(noun + 1, min(behind)) if min(behind) - noun < 4 else ())


def _describes_object(trees: Trees, verb: int) -> bool:
    """Whether a clause describes what is done in it: "the treaty that they signed"."""
    objects = [word for word in trees.having(verb, "obj") if trees.lower(word) in RELATIVES]
    return is_gap(trees, verb) and (bool(objects) or not trees.having(verb, "obj"))


def _add_chain(draft: Draft, verb: int, doer: Doer) -> None:
    """Takes in what leads from the subject to the verb: "agreed to meet", "was arrested and charged"."""
    trees, at = draft.trees, verb
    if doer.way == "object" and trees.relation(verb) == "xcomp":
        over = trees.head(verb)
        _tell_over(draft, over)
        draft.add(word for word in trees.having(verb, "mark") if over < word < doer.word)
        return
    for over in doer.over:
        relation = trees.relation(at)
        if relation in ("conj", "parataxis"):
            _share_group(draft, at, over)
        elif relation == "acl":
            draft.add_noun(trees.head(at))
            _add_group(draft, over)
        else:
            _add_group(draft, over)
            _add_complements(draft, over, but=at)
            if relation == "advcl":
                _add_gap(draft, over, at)
            draft.add(trees.having(at, "mark") if relation in ("ccomp", "xcomp") else ())
            draft.whole = draft.whole and not (relation == "advcl" and _has_conjunction(trees, at))
        at = over


def _add_gap(draft: Draft, over: int, at: int) -> None:
    """Takes in what stands between a verb and a participle, where it is short and no date; more makes it none."""
    trees = draft.trees
    between = range(over + 1, at)
    is_behind_comma = beside(trees, at - 1) == "," and [trees.word(w) for w in between].count(",") == 1
    is_short = is_behind_comma and len(between) < 9
    if is_short and not any(is_time(trees, word) for word in between):
        draft.add(between)
        return
    is_bound = "to" in trees.words_having(at, "mark") or at - 1 in draft.words
    is_toll = is_behind_comma and measure_of(trees, at) is not None
    draft.whole = draft.whole and (is_bound or is_toll)


def _add_demand(draft: Draft, verb: int) -> None:
    """Takes in who demands it, where the verb has the form of a demand: "demanded that the minister resign"."""
    trees, over = draft.trees, draft.trees.head(verb)
    is_plain = not (is_past(trees, verb) or trees.having(verb, "aux", "aux:pass", "cop"))
    if trees.relation(verb) == "ccomp" and is_plain and trees.lower(over) in list_words("demanding"):
        draft.add(word for word in trees.having(verb, "mark") if word < verb)
        _tell_over(draft, over)


def _has_conjunction(trees: Trees, verb: int) -> bool:
    return any(word != "to" for word in trees.words_having(verb, "mark", "case"))


def _tell_over(draft: Draft, over: int) -> None:
    """Takes in the clause in which somebody is told to do it."""
    doer = find_doer(draft.trees, over)
    _add_group(draft, over)
    if doer is None or doer.word > over:
        draft.whole = False
    else:
        _add_doer(draft, over, doer)
        _add_chain(draft, over, doer)


def _share_group(draft: Draft, verb: int, first: int) -> None:
    """Takes in the auxiliaries that a verb shares with one before it."""
    trees = draft.trees
    if trees.having(verb, "aux", "aux:pass"):
        return
    plain = not is_past(trees, verb)
    for word in trees.having(first, "aux", "aux:pass", "mark", "advmod"):
        lower = trees.lower(word)
        if lower in _BE:
            is_going = trees.lower(verb).endswith("ing") and trees.relation(word) == "aux"
            shared = is_going or (trees.relation(word) == "aux:pass" and is_passive(trees, verb))
        elif lower in _HAVE:
            shared = not plain and "but" not in trees.words_having(verb, "cc")
        elif trees.relation(word) == "advmod":
            shared = lower in _NOT and plain
        else:
            shared = plain and (trees.relation(word) == "aux" or lower == "to")
        draft.add((word,) if shared and word < verb else ())


def _add_complements(draft: Draft, verb: int, but: int = -1) -> None:
    """Takes in the objects of a verb and what it has for its content."""
    trees = draft.trees
    behind = [word for word in trees.subjects_of(verb) if word > verb and not _is_of_other_clause(trees, verb, word)]
    shared = find_objects(trees, verb, frozenset(draft.trigger.words))
    own = [word for word in trees.having(verb, "obj", "iobj") if word not in draft.trigger.words]
    for word in dict.fromkeys((*own, *behind, *(word for word in shared if word > verb))):
        if trees.lower(word) not in RELATIVES or trees.pos(word) != "PRON":
            draft.add_noun(word, frozenset(trees.having(word, "acl", "acl:relcl")))
            draft.add(_described(trees, word))
    for word in trees.having(verb, "xcomp", "ccomp"):
        if word != but and word > verb and word != draft.trigger.at:
            content = list(_content(trees, word))
            draft.whole = draft.whole and len(content) <= CONTENT
            draft.add(content)


def _is_of_other_clause(trees: Trees, verb: int, word: int) -> bool:
    """Whether a comma stands between a verb and what the parse gives it for a second subject: "has died, the club
    said"."""
    return len(trees.subjects_of(verb)) > 1 and any(trees.word(at) == "," for at in range(verb, word))


def _described(trees: Trees, noun: int) -> Iterator[int]:
    """What a participle or infinitive right behind a noun says of it, where it is short: "a law | banning bags"."""
    for clause in trees.having(noun, "acl"):
        words = sorted(_content(trees, clause))
        is_near = words[0] == noun + 1 and words[-1] - words[0] + 1 == len(words) < 10
        if is_near and not any(is_time(trees, word) for word in words):
            yield from words


def _content(trees: Trees, top: int) -> Iterator[int]:
    """The words of a clause that is an object, without what it leaves aside."""
    waiting = [top]
    while waiting:
        at = waiting.pop()
        yield at
        for below in trees.children[at]:
            relation = trees.relation(below)
            is_date = relation in ("obl", "obl:unmarked", "nmod:unmarked", "nmod") and is_time(trees, below)
            is_other = at == top and (relation == "punct" or (relation == "conj" and bool(trees.subjects_of(below))))
            if relation not in _LEFT_OUT and not (is_date or is_other):
                waiting.append(below)


def _add_arguments(draft: Draft, verb: int, doer: Doer, arguments: Sequence[Argument]) -> None:
    trees, trigger = draft.trees, draft.trigger
    cores = frozenset({verb, trigger.at, doer.word})
    for argument in arguments:
        word = _head_of(trees, argument.span)
        is_toll = argument.role == "quantity" and argument.measure not in (None, "sum", "votes")
        if word is None or word in draft.words or is_toll:
            continue
        behind = trees.inside(argument.span)[-1] + 1
        is_opening = argument.role == "place" and trees.head(word) == verb and beside(trees, behind) == ","
        if word > min(draft.words) and trees.is_one_sentence(word, verb):
            draft.add_part(word, cores)
            draft.add(trees.inside(argument.span) if argument.measure == "votes" else ())
        elif word < verb and is_opening:
            draft.add_part(word, cores)
            draft.add((behind,))


def _head_of(trees: Trees, span: Span) -> int | None:
    return trees.top(trees.inside(span))


def _tell_noun(draft: Draft, arguments: Sequence[Argument]) -> None:
    trees, at = draft.trees, draft.trigger.at
    aside = frozenset(word for word in trees.having(at, "nmod") if _stands_aside(draft, word))
    draft.add(phrase_of(trees, draft.names, at, aside))
    for argument in arguments:
        word = _head_of(trees, argument.span)
        if word is not None and argument.role != "quantity":
            draft.add_part(word, frozenset({at}))
    commas = [word for word in draft.words if word < at and trees.word(word) == "," and not draft.names.at(word)]
    draft.words = {word for word in draft.words if word > max(commas, default=-1)}
    first = min(draft.words)
    is_cut = first > 1 and trees.lower(first - 1) == "of" and trees.word(first)[:1].isupper()
    if is_cut and trees.word(first - 2)[:1].isupper():
        # The parse cuts "Secretary of | State Ann Bell's visit".
        draft.add((first - 1, first - 2, *trees.having(first - 2, "compound", "amod")))
    while min(draft.words) < at and trees.lower(min(draft.words)) in ARTICLES:
        draft.words.remove(min(draft.words))
    draft.whole = len(draft.words) > 1 and min(draft.words) > _last_mark(trees, at)


def _stands_aside(draft: Draft, word: int) -> bool:
    """Whether a phrase behind a noun belongs to what is told of it: "commented on his death | to the Herald"."""
    trees, trigger = draft.trees, draft.trigger
    frame = find_frame(trigger.kind, (trees.lower(own) for own in trigger.words))
    return case_of(trees, word) == "to" and frame.get("to") is None


def _last_mark(trees: Trees, at: int) -> int:
    """The verb that a noun hangs on, where it stands before it: what lies before that is none of the noun's."""
    over = trees.head(at)
    return over if over < at and trees.pos(over) == "VERB" else -1
