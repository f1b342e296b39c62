"""Who denies what: a clause, a deed, somebody's claim, or what was just said."""

from generator.language.en.polarity import is_said
from generator.language.en.speech.parse import subject_of
from generator.language.en.stances.phrases import (
    OPEN,
    Draft,
    find_clause,
    find_noun,
    find_owners,
    find_topic,
    span_of_clause,
    span_of_phrase,
)
from generator.language.en.stances.words import is_noun_of, is_verb_of
from generator.language.trees import Trees
from generator.model import Span

SPOKEN = frozenset({"denied", "denies"})
"""Forms of the verb that stand without an object."""
ANY = frozenset({"any", "all"})
"""What stands before a noun that is denied altogether."""


def find_doer(trees: Trees, verb: int) -> int | None:
    """Who does what a verb says: its subject, or who stands behind "by" where it is passive."""
    if trees.having(verb, "aux:pass", "nsubj:pass"):
        return next(iter(trees.having(verb, "obl:agent")), None)
    return subject_of(trees, verb)


def find_object(trees: Trees, verb: int) -> int | None:
    """What a verb is done to: its object, or its subject where it is passive."""
    if trees.having(verb, "iobj"):
        return None
    passive = trees.having(verb, "nsubj:pass")
    objects = trees.having(verb, "obj") or [noun for noun in trees.having(verb, "xcomp") if trees.pos(noun) == "NOUN"]
    if passive:
        return None if objects else passive[0]
    return objects[0] if objects else None


def denies_clause(trees: Trees, at: int) -> Draft | None:
    """That something is so."""
    if not is_verb_of(trees, at, "denies") or not is_said(trees, at):
        return None
    clause, holder = find_clause(trees, at, "ccomp", "xcomp", "advcl"), find_doer(trees, at)
    if clause is None or holder is None:
        return None
    if trees.pos(clause) == "NOUN" or trees.having(at, "iobj", "nsubj:pass"):
        return None
    if trees.relation(clause) == "advcl" and "," in {trees.lower(word) for word in range(at, clause)}:
        return None
    objects, content = trees.having(at, "obj"), span_of_clause(trees, clause, at)
    if objects:
        # "denied it knew": the subject of a clause without "that".
        is_finite = trees.relation(clause) == "xcomp" and not trees.having(clause, "mark")
        if objects[0] > clause or not is_finite or trees.lower(clause).endswith("ing"):
            return None
        content = content._replace(start=span_of_phrase(trees, objects[0]).start)
    return Draft("denies", at, holder, content)


def denies_deed(trees: Trees, at: int) -> Draft | None:
    """That one has done, or has to do with, something."""
    if not is_verb_of(trees, at, "denies") or not is_said(trees, at):
        return None
    noun, holder = find_object(trees, at), find_doer(trees, at)
    if noun is None or holder is None or is_noun_of(trees, noun, "not to be had"):
        return None
    is_whole = bool(ANY & {*trees.words_having(noun, "det")}) and trees.pos(noun) == "NOUN"
    if not is_noun_of(trees, noun, "deed") and not (is_whole and not is_noun_of(trees, noun, "assertion")):
        return None
    return Draft("denies", at, holder, span_of_phrase(trees, noun))


def denies_claim(trees: Trees, at: int) -> Draft | None:
    """What somebody claims: "the claims of attack", "Ann Bell's claim that it plans an attack", "the allegations"."""
    turns = is_verb_of(trees, at, "turns away")
    if not (turns or is_verb_of(trees, at, "denies")) or not is_said(trees, at):
        return None
    head, holder = find_object(trees, at), find_doer(trees, at)
    noun = find_noun(trees, head, "assertion") if head is not None else None
    if noun is None or holder is None:
        return None
    is_demand = turns and is_noun_of(trees, noun, "demand")
    if is_demand or any("for" in trees.words_having(child, "case") for child in trees.having(noun, "nmod")):
        return None
    topic = find_topic(trees, noun)
    return Draft("denies", at, holder, topic or span_of_phrase(trees, noun), tuple(find_owners(trees, noun)), not topic)


def denies_it(trees: Trees, at: int) -> Draft | None:
    """What was just said: "denied it", "denied this"."""
    if not is_verb_of(trees, at, "denies") or not is_said(trees, at):
        return None
    head, holder = find_object(trees, at), find_doer(trees, at)
    if head is None or holder is None or trees.lower(head) not in OPEN - {"which", "that"}:
        return None
    return Draft("denies", at, holder, trees.span_of([head]), is_bare=True)


def denies_all(trees: Trees, at: int) -> Draft | None:
    """What was just said, with no word for it: "Ann Bell denied, saying ..."."""
    holder = find_doer(trees, at) if is_verb_of(trees, at, "denies") and is_said(trees, at) else None
    if holder is None or trees.lower(at) not in SPOKEN:
        return None
    if trees.having(at, "obj", "iobj", "ccomp", "xcomp", "obl", "aux:pass", "nsubj:pass"):
        return None
    return Draft("denies", at, holder, trees.tokens[at].span, is_bare=True)


def disagrees(trees: Trees, at: int) -> Draft | None:
    """With what was just said: "Ann Bell disagreed", "disagreed with these findings", "disagreed with Tom Arden"."""
    holder = find_doer(trees, at) if is_verb_of(trees, at, "disagrees") and is_said(trees, at) else None
    with_whom = [child for child in trees.having(at, "obl") if trees.words_having(child, "case")[:1] == ["with"]]
    if holder is None or trees.having(at, "xcomp", "ccomp") or trees.having(holder, "conj"):
        return None
    if not with_whom:
        is_on_something = bool(trees.having(at, "obl"))
        return None if is_on_something else Draft("denies", at, holder, trees.tokens[at].span, is_bare=True)
    noun = find_noun(trees, with_whom[0], "assertion") or find_noun(trees, with_whom[0], "finding")
    if noun is not None and not find_topic(trees, noun):
        return Draft("denies", at, holder, span_of_phrase(trees, noun), tuple(find_owners(trees, noun)), True)
    if trees.pos(with_whom[0]) == "PROPN":
        return Draft("denies", at, holder, span_of_phrase(trees, with_whom[0]), (with_whom[0],), True)
    return None


def denies_which(trees: Trees, at: int) -> Draft | None:
    """What the clause before says: "..., which Ann Bell denied"."""
    if not is_verb_of(trees, at, "denies") or trees.head(at) == at or not is_said(trees, at):
        return None
    head, holder = find_object(trees, at), find_doer(trees, at)
    if head is None or holder is None or not head:
        return None
    if (trees.lower(head - 1), trees.lower(head)) != (",", "which"):
        return None
    over = next((word for word in range(head - 2, -1, -1) if trees.pos(word) == "VERB"), None)
    if over is None or not trees.is_one_sentence(over, at):
        return None
    if trees.relation(over) in ("xcomp", "advcl") and trees.head(over) < over:
        over = trees.head(over)
    start = min(trees.start(word) for word in trees.descendants(over) if trees.lower(word) != "that")
    return Draft("denies", at, holder, Span(start, trees.tokens[head - 2].span.end))
