"""Who demands what of whom, and who refuses it."""

from generator.language.en.polarity import find_standing, is_said
from generator.language.en.speech.parse import subject_of
from generator.language.en.stances.denials import find_doer, find_object
from generator.language.en.stances.phrases import (
    CLAUSES,
    Draft,
    find_clause,
    find_noun,
    find_owners,
    find_topic,
    span_of_clause,
    span_of_phrase,
)
from generator.language.en.stances.words import is_noun_of, is_one, is_verb_of
from generator.language.trees import Trees

NOT = frozenset({"not", "n't", "n’t", "never"})


def refuses_demand(trees: Trees, at: int) -> Draft | None:
    """A demand: "rejected the union's demand", "refused to agree to the demands of Russia"."""
    if not is_said(trees, at):
        return None
    verb = at
    if is_verb_of(trees, at, "refuses"):
        inner = trees.having(at, "xcomp") if find_object(trees, at) is None else []
        if inner and not is_verb_of(trees, inner[0], "yields"):
            return None
        verb = inner[0] if inner else at
    elif not is_verb_of(trees, at, "turns away"):
        return None
    heads = [find_object(trees, verb), *trees.having(verb, "obl")]
    nouns = [noun for head in heads if head is not None and (noun := find_noun(trees, head, "demand")) is not None]
    holder = find_doer(trees, at)
    if not nouns or holder is None:
        return None
    return _refuse(trees, at, holder, nouns[0])


def _refuse(trees: Trees, at: int, holder: int, noun: int) -> Draft:
    """The refusal of what a noun names."""
    topic, owners = find_topic(trees, noun), tuple(find_owners(trees, noun))
    return Draft("refuses", at, holder, topic or span_of_phrase(trees, noun), owners, not topic)


def does_not_yield(trees: Trees, at: int) -> Draft | None:
    """A demand to which one "did not accede"."""
    if not is_verb_of(trees, at, "yields") or find_standing(trees, at) != "denied":
        return None
    if not NOT & {trees.lower(child) for child in trees.having(at, "advmod")}:
        return None
    heads = [find_object(trees, at), *trees.having(at, "obl")]
    nouns = [noun for head in heads if head is not None and (noun := find_noun(trees, head, "demand")) is not None]
    holder = find_doer(trees, at)
    return _refuse(trees, at, holder, nouns[0]) if nouns and holder is not None else None


def refuses_to(trees: Trees, at: int) -> Draft | None:
    """To do something: "refused to leave", "ruled out leaving"."""
    if not is_verb_of(trees, at, "refuses") or not is_said(trees, at):
        return None
    clause, holder = find_clause(trees, at, "xcomp", "ccomp", "advcl"), find_doer(trees, at)
    if clause is None or holder is None or is_one("says nothing", trees.lower(clause)):
        return None
    if trees.having(at, "obj", "iobj"):
        return None
    if refuses_demand(trees, at):
        return None
    return Draft("refuses", at, holder, span_of_clause(trees, clause, at))


def finds_unacceptable(trees: Trees, at: int) -> Draft | None:
    """Who says that demands are "non-starters" or "unacceptable"."""
    if not is_noun_of(trees, at, "unacceptable") or not trees.having(at, "cop") or trees.relation(at) != "ccomp":
        return None
    subjects, verb = trees.subjects_of(at), trees.head(at)
    noun = find_noun(trees, subjects[0], "demand") if subjects else None
    holder = subject_of(trees, verb)
    is_denied = bool(NOT & {trees.lower(child) for child in trees.children[at]})
    if noun is None or holder is None:
        return None
    return None if is_denied or not is_said(trees, verb) else _refuse(trees, at, holder, noun)


def demands_of(trees: Trees, at: int) -> Draft | None:
    """Of somebody to do something: "urged the board to resign", "called on Spain to pay"."""
    if not is_said(trees, at):
        return None
    listener = None
    if is_verb_of(trees, at, "demands of"):
        listener = next(iter(trees.having(at, "obj", "iobj")), None)
    elif is_verb_of(trees, at, "demands on"):
        on = [child for child in trees.having(at, "obl") if trees.words_having(child, "case")[:1] == ["on"]]
        listener = on[0] if on else None
    clause, holder = find_to(trees, at), find_doer(trees, at)
    if listener is None or clause is None or holder is None:
        return None
    if clause < listener:
        return None
    return Draft("demands", at, holder, span_of_clause(trees, clause, listener), (listener,))


def demands_thing(trees: Trees, at: int) -> Draft | None:
    """A thing, or that a clause be so: "demanded guarantees from the West", "called for a vote", "demanded that"."""
    if not is_said(trees, at) or trees.having(at, "aux:pass", "nsubj:pass"):
        return None
    holder, content = subject_of(trees, at), None
    against: tuple[int, ...] = ()
    if is_verb_of(trees, at, "demands"):
        clause, thing = find_clause(trees, at, "ccomp"), find_object(trees, at)
        if clause is not None:
            # "proposed that Halden Motors sell the plant": its subject may be read as the object of the verb.
            before = [word for word in trees.having(at, "obj") if word < clause]
            content, against = span_of_clause(trees, clause, at), tuple(trees.subjects_of(clause) or before)
        elif thing is not None and trees.pos(thing) == "NOUN":
            to = [child for child in trees.having(at, "obl", "advcl") if child > thing]
            last = max((word for head in (thing, *to) for word in trees.descendants(head)), default=thing)
            content = span_of_phrase(trees, thing)
            content = content._replace(end=max(content.end, trees.tokens[last].span.end if to else 0))
            behind = [*trees.having(at, "obl"), *trees.having(thing, "nmod")]
            against = tuple(child for child in behind if trees.words_having(child, "case")[:1] in (["from"], ["of"]))
        elif thing is not None and (to_do := find_to(trees, at)) is not None:
            # "proposed NATO to not expand"
            content, against = span_of_clause(trees, to_do, at), (thing,)
    elif is_verb_of(trees, at, "demands for"):
        what = [child for child in trees.having(at, "obl") if trees.words_having(child, "case")[:1] == ["for"]]
        content = span_of_phrase(trees, what[0]) if what else None
    if holder is None or content is None:
        return None
    return Draft("demands", at, holder, content, against)


def find_to(trees: Trees, at: int) -> int | None:
    """The clause with "to" behind a verb."""
    return next((c for c in trees.having(at, *CLAUSES) if "to" in trees.words_having(c, "mark")), None)
