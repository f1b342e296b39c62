"""Titles and offices of people exactly as the text states them: before the name, after a comma, after "is" or "was"."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.language.by_rules.statements import find_statement_after, find_title_before
from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.polarity import is_fact
from generator.language.en.roles.checks import (
    Claim,
    find_offices,
    keep_sound,
    split_rank,
    with_first_word,
    with_retired,
)
from generator.language.en.roles.edges import keep_qualified, mend
from generator.language.en.roles.patterns import find_stated, words_of_people
from generator.language.en.roles.phrases import complete, span_of
from generator.language.pack import is_english
from generator.language.people.honorifics import find_honored_start
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Role, RoleForm, RoleKind, Span

ORDER: Sequence[RoleForm] = ("title", "apposition", "relative", "copula")
"""Whose words they are where two people could claim them: whose name stands nearest."""
LOOKED_AT = 12
"""Names looked at inside a role."""
COPULAS = frozenset({"is", "was", "became", "becomes", "remains"})


def find_roles(
    text: str, spans: Sequence[Span], mentions: Sequence[Mention], language: str = "en"
) -> Mapping[str, tuple[Role, ...]]:
    """The roles by entity, in text order; the same words once. `mentions` are in order, `spans` the blocks."""
    named, mentions = mentions, with_honorifics(text, mentions)
    people = [mention for mention in mentions if mention.type == "Person"]
    claims = list(stated_by_rules(text, spans, people))
    if is_english(language) and people:
        trees = read_trees(text, spans)
        claims = [*complete_rules(trees, claims), *stated_by_parse(trees, people), *find_offices(text, spans, people)]
    whole = [part for claim in settle(claims) for part in split_rank(text, with_whole_words(text, claim, mentions))]
    found: dict[str, dict[str, Role]] = {}
    for role, entity, _ in (*keep_sound(text, whole, mentions), *find_honors(text, named, mentions)):
        told = with_retired(text, role)
        found.setdefault(entity, {}).setdefault(told.title.casefold(), told)
    return {entity: tuple(sorted(roles.values(), key=lambda role: role.span)) for entity, roles in found.items()}


def with_honorifics(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of people from their honorifics on, so that a role ends before these: "minister | Dr X"."""
    wider, end = [], 0
    for mention in mentions:
        start = find_honored_start(text, end, mention.span.start) if mention.type == "Person" else mention.span.start
        wider.append(replace(mention, span=Span(start, mention.span.end)))
        end = mention.span.end
    return wider


def find_honors(text: str, names: Sequence[Mention], wider: Sequence[Mention]) -> Iterator[Claim]:
    """The honorifics before people's names, as forms of address: "Dr", "Datuk Seri"."""
    for mention, honored in zip(names, wider, strict=True):
        words = text[honored.span.start : mention.span.start].rstrip()
        if words and words[0] != "(":
            span = Span(honored.span.start, honored.span.start + len(words))
            yield Claim(Role(words, span, "title", "address"), mention.entity, mention.span)


def with_whole_words(text: str, claim: Claim, mentions: Sequence[Mention]) -> Claim:
    """The claim on all the words that the role has in the text, with whose office it is."""
    role = with_first_word(text, claim.role)
    span = keep_qualified(text, mend(text, widen(role.span, mentions), mentions))
    return claim._replace(role=replace(role, span=span, title=span.of(text), of=find_bearer(span, mentions)))


def settle(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims in order of text. Of words that overlap, the longest of one person count; of two people only the
    plural is both one's, anything else his whose name is nearest."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda claim: (claim.role.span, ORDER.index(claim.role.form))):
        while kept and kept[-1].role.span.overlaps(claim.role.span):
            last = kept[-1]
            if is_named_inside(claim, last.role.span):
                break
            if last.entity == claim.entity:
                better = max(last, claim, key=lambda c: c.role.span.end - c.role.span.start)
            elif is_shared(claim.role) and is_shared(last.role):
                break
            else:
                better = min(last, claim, key=lambda c: ORDER.index(c.role.form))
            claim = better
            kept.pop()
        kept.append(claim)
    return iter(kept)


def is_named_inside(claim: Claim, span: Span) -> bool:
    """Whether a title and its name are part of another's role: "King Tom" in "painter of King Tom"."""
    return claim.role.form == "title" and span.holds(claim.role.span) and span.holds(claim.name)


def is_shared(role: Role) -> bool:
    """Whether a role is said of several people at once: "senators"."""
    return any(is_plural_person(word) for word in role.title.split())


def stated_by_rules(text: str, spans: Sequence[Span], people: Sequence[Mention]) -> Iterator[Claim]:
    """The roles that rules on the words around a name find; they hold for every language they know the titles of."""
    for block, mentions in by_block(spans, people):
        for before, mention, after in neighbours(block, mentions):
            title = find_title_before(text, before, mention.span)
            if title:
                yield Claim(make_role(text, title, "title"), mention.entity, mention.span)
            statement = find_statement_after(text, mention.span, after)
            if statement:
                told = text[mention.span.end : statement.start].split()
                form: RoleForm = "relative" if "who" in told else "copula" if COPULAS & {*told} else "apposition"
                yield Claim(make_role(text, statement, form), mention.entity, mention.span)


def complete_rules(trees: Trees, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What rules found, with the words that the parse ties to it; nothing that ends in the middle of something."""
    for claim in claims:
        name = trees.inside(claim.name)
        words = complete(trees, behind_case(trees, trees.inside(claim.role.span), name), name)
        if words and (claim.role.form == "title" or is_fact(trees, trees.top(words) or words[0])):
            span = span_of(trees, words)
            yield claim._replace(role=replace(claim.role, span=span, title=span.of(trees.text)))


def behind_case(trees: Trees, words: range, name: range) -> range:
    """The words behind a preposition that governs the name: of "painter of Shah X" only "Shah" is his."""
    cases = [word for word in words if trees.relation(word) == "case" and trees.head(word) in name]
    rest = range(cases[-1] + 1, words.stop) if cases else words
    return rest if rest and classify_person(trees.word(rest[-1])) else words


def stated_by_parse(trees: Trees, people: Sequence[Mention]) -> Iterator[Claim]:
    """The roles that the parse of the sentences finds."""
    names = [trees.inside(mention.span) for mention in people]
    words = words_of_people(trees, names)
    for mention, name in zip(people, names, strict=True):
        for stated in find_stated(trees, name, words):
            role = make_role(trees.text, span_of(trees, stated.words), stated.form)
            yield Claim(
                replace(role, kind=classify_person(trees.word(stated.noun)) or role.kind), mention.entity, mention.span
            )


def make_role(text: str, span: Span, form: RoleForm) -> Role:
    """The role with these words."""
    title = span.of(text)
    kinds = [classify_person(word) for word in title.split()]
    kind: RoleKind = "address" if kinds[-1:] == ["address"] and len(kinds) == 1 else "role"
    return Role(title, span, form, kind)


def widen(span: Span, mentions: Sequence[Mention]) -> Span:
    """The span with the whole of the organization or place in whose name it begins or ends."""
    at = bisect_left(mentions, span.start, key=lambda mention: mention.span.end)
    for mention in mentions[at : at + LOOKED_AT]:
        if mention.span.overlaps(span) and mention.type != "Person":
            span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
    return span


def find_bearer(span: Span, mentions: Sequence[Mention]) -> str | None:
    """The one organization that a role names, or else the one place."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    inside = mentions[first:last]
    for kind in ("Organization", "Place"):
        named = {mention.entity for mention in inside if mention.type == kind}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def by_block(spans: Sequence[Span], people: Sequence[Mention]) -> Iterator[tuple[Span, list[Mention]]]:
    """Each block with the people named in it."""
    at = 0
    for block in spans:
        mentions = []
        while at < len(people) and people[at].span.end <= block.end:
            mentions.append(people[at])
            at += 1
        if mentions:
            yield block, mentions


def neighbours(block: Span, mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention, int]]:
    """Each person with where the text that is his begins and ends: the next people, or the block."""
    starts = [block.start, *(mention.span.end for mention in mentions)]
    ends = [*(mention.span.start for mention in mentions[1:]), block.end]
    yield from zip(starts, mentions, ends, strict=False)
