"""Who fears, suspects or alleges what, and who accuses whom of what."""

from generator.language.en.polarity import is_said
from generator.language.en.stances.denials import find_doer, find_object
from generator.language.en.stances.phrases import (
    Draft,
    find_clause,
    find_owners,
    span_of_clause,
    span_of_phrase,
)
from generator.language.en.stances.words import is_noun_of, is_verb_of
from generator.language.trees import Trees

HAVING = frozenset({"has", "have", "had", "voiced", "expressed", "raised", "made"})
"""Verbs of one who has a fear or makes a claim."""


def holds_clause(trees: Trees, at: int) -> Draft | None:
    """That something is so: "feared that Russia plans an attack"."""
    if not is_verb_of(trees, at, "holds") or not is_said(trees, at):
        return None
    clause, holder = find_clause(trees, at, "ccomp"), find_doer(trees, at)
    if clause is None or holder is None:
        return None
    return Draft("holds", at, holder, span_of_clause(trees, clause, at))


def has_fears(trees: Trees, at: int) -> Draft | None:
    """Who has fears or makes claims that something is so."""
    if not is_noun_of(trees, at, "worry") or trees.relation(at) != "obj":
        return None
    verb = trees.head(at)
    clause, holder = find_clause(trees, at, "acl", "ccomp"), find_doer(trees, verb)
    if clause is None or holder is None:
        return None
    if trees.lower(verb) not in HAVING or not is_said(trees, verb):
        return None
    return Draft("holds", at, holder, span_of_clause(trees, clause, at))


def accuses(trees: Trees, at: int) -> Draft | None:
    """Whom of what: "accused Russia of planning an attack"."""
    if not is_verb_of(trees, at, "accuses") or not is_said(trees, at):
        return None
    whom, who = find_object(trees, at), find_doer(trees, at)
    if whom is None or who is None:
        return None
    for child in (*trees.having(at, "advcl", "xcomp", "obl"), *trees.having(whom, "acl", "advcl")):
        if "of" in trees.words_having(child, "mark") + trees.words_having(child, "case")[:1]:
            is_clause = trees.relation(child) != "obl"
            content = span_of_clause(trees, child, at) if is_clause else span_of_phrase(trees, child)
            return Draft("holds", at, who, content, (whom,))
    of = [child for child in trees.having(whom, "nmod") if trees.words_having(child, "case")[:1] == ["of"]]
    return Draft("holds", at, who, span_of_phrase(trees, of[-1]), (whom,)) if of else None


def blames(trees: Trees, at: int) -> Draft | None:
    """Whom for what: "blamed Israel for the attack"."""
    if not is_verb_of(trees, at, "blames") or not is_said(trees, at):
        return None
    whom, who = find_object(trees, at), find_doer(trees, at)
    for child in trees.having(at, "obl", "advcl"):
        if whom is not None and who is not None and "for" in trees.words_having(child, "case", "mark"):
            return Draft("holds", at, who, span_of_phrase(trees, child), (whom,))
    return None


def owns_claim(trees: Trees, at: int) -> Draft | None:
    """Whose claim it is that something is so: "Ann Bell's claim that Russia plans an attack"."""
    if not is_noun_of(trees, at, "worry"):
        return None
    clause, owners = find_clause(trees, at, "acl", "ccomp"), list(find_owners(trees, at))
    if clause is None or not owners or "that" not in trees.words_having(clause, "mark"):
        return None
    return Draft("holds", at, owners[0], span_of_clause(trees, clause, at))
