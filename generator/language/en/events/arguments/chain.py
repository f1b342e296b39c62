"""The rules by which arguments are found, and the arguments that they make."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.language.en.events.arguments.frames import Part
from generator.language.en.events.arguments.odd import is_odd
from generator.language.en.events.arguments.parts import (
    by_agent_behind_theme,
    by_modifier,
    by_object,
    by_office,
    by_owner,
    by_preposition,
    by_subject,
    by_taking_part,
    by_text,
)
from generator.language.en.events.arguments.phrases import QUOTES, Names, conjuncts, count_phrase, phrase_of
from generator.language.en.events.arguments.places import by_place, by_place_of_part, by_what_is_struck, by_where
from generator.language.en.events.arguments.quantities import by_count, by_sum, by_term, by_toll, by_votes, is_count
from generator.language.en.events.arguments.scene import Find, Scene
from generator.language.en.events.triggers import Trigger, find_triggers
from generator.language.en.persons import know_pronouns, resolve_pronoun
from generator.language.trees import Trees, read_trees
from generator.language.world.places import country_of_people
from generator.model import Argument, ArgumentRole, LocalEntity, Mention, Span
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans

_AMOUNTS = frozenset({"votes", "sum"})
"""Measures of what has no other part."""
SUBJECTIVE = frozenset({"he", "she", "they"})
"""Pronouns of those who do it."""
_ACTING = frozenset({"agent", "recipient"})
_DOERS = frozenset({"subject", "owner", "by", "modifier", "of", "between", "among"})
"""Places of those who do it."""


class _Found(NamedTuple):
    """A word with its part."""

    role: ArgumentRole
    word: int
    measure: str | None
    rule: str


def find_arguments(trees: Trees, trigger: Trigger, mentions: Sequence[Mention]) -> tuple[Argument, ...]:
    """Who and what has a part in a happening, by place in the text."""
    scene = Scene(trees, trigger, Names(trees, mentions))
    found = [one for rule in ARGUMENTS for one in _read(scene, rule)]
    amounts = {one.word for one in found if one.measure in _AMOUNTS or one.rule == "term"}
    found = [one for one in found if one.role == "quantity" or one.word not in amounts]
    kept = {(one.word, one.role == "quantity", one.measure): one for one in reversed(found)}
    apart = frozenset(one.word for one in kept.values())
    told = [_argument(scene, one, apart) for one in kept.values()]
    # The parse may hang both words of a name on a trigger.
    once = {(one.role, one.span, one.measure): one for one in reversed(part_pronouns(trees, told))}.values()
    return tuple(sorted(once, key=lambda argument: (argument.span, argument.role, argument.measure or "")))


def part_pronouns(trees: Trees, told: Sequence[Argument]) -> list[Argument]:
    """The arguments; a pronoun is none of those who are named beside it: "he cleared Poe of all charges"."""
    named = {one.entity for one in told if one.entity and trees.pos(trees.inside(one.span)[0]) != "PRON"}
    return [
        replace(one, entity=None)
        if one.entity in named and trees.lower(trees.inside(one.span)[0]) in SUBJECTIVE
        else one
        for one in told
    ]


def _read(scene: Scene, rule: Rule[Find]) -> Iterator[_Found]:
    """The words that a rule finds, each with its part; those that "and" joins one by one."""
    for slot in rule.find(scene):
        name, _, measure = slot.name.partition(":")
        if name == "quantity":
            yield _Found("quantity", slot.word, measure or None, rule.name)
        elif name == "place" and scene.is_where(slot.word):
            yield _Found("place", slot.word, None, rule.name)
        elif (part := scene.frame.get(name)) is not None and scene.can_be_part(slot.word, name):
            for word in _several(scene, slot.word, part):
                role = _role_of(scene, word, part)
                if role in _ACTING and name in _DOERS and not scene.can_act(word):
                    role = _role_of_thing(scene, name)
                if role not in ("quantity", None) and not is_odd(scene, word, role):
                    yield _Found(role, word, None, rule.name)


def _role_of_thing(scene: Scene, slot: str) -> ArgumentRole | None:
    """The role of what can do nothing: of an owner that of the object ("the bill's passage"), else none."""
    part = scene.frame.get("object") if slot == "owner" else None
    return part.role if part is not None and part.role in ("theme", "patient") else None


def _role_of(scene: Scene, word: int, part: Part) -> ArgumentRole | None:
    """The role of one; of what is no place another, where a place is wanted."""
    if scene.names.is_person(word):
        return part.of_people
    if part.role == "place" and not scene.is_where(word):
        return "theme" if scene.trigger.kind == "visit" else part.of_people
    return part.role


def _several(scene: Scene, word: int, part: Part) -> Iterator[int]:
    """The ones that "and" joins; of what it is about all together, unless they have names."""
    if scene.names.behind_joined(word):
        yield word
        return
    joined = [*conjuncts(scene.trees, word)]
    if word < scene.trigger.head:
        # "Poe resigned as mayor and Bell was sworn in": the parse may join those of two clauses.
        joined = [word, *(other for other in joined[1:] if other < scene.trigger.head)]
    for named in scene.names.beside(word):
        joined = [*conjuncts(scene.trees, named), *joined[1:]]
    is_named = any(scene.names.at(one) for one in joined)
    yield from joined if part.role != "theme" or is_named else joined[:1]


def _argument(scene: Scene, found: _Found, apart: frozenset[int]) -> Argument:
    trees, names = scene.trees, scene.names
    mention = names.meant(found.word) if found.role != "quantity" else None
    is_named_place = found.role == "place" and mention is not None
    span = mention.span if mention and is_named_place else trees.span_of(_words(scene, found, apart))
    entity = mention.entity if mention else _stands_for(scene, found.word)
    return Argument(found.role, span, entity, found.measure, found.rule)


def _words(scene: Scene, found: _Found, apart: frozenset[int]) -> list[int]:
    trees = scene.trees
    if found.role == "quantity":
        return count_phrase(trees, scene.names, found.word, apart - {found.word})
    others = apart - {found.word} | scene.own
    if is_count(trees, found.word):
        return count_phrase(trees, scene.names, found.word, others)
    if trees.relation(found.word) == "amod" and country_of_people(trees.word(found.word)):
        # The second of "US-Russian".
        return [found.word]
    words = phrase_of(trees, scene.names, found.word, others)
    if (named := scene.names.behind_joined(found.word)) is not None:
        # "Singer and poet Ann Bell": one person.
        return list(range(words[0], trees.inside(named.span)[-1] + 1))
    if found.role == "theme" and found.rule == "office":
        words = _with_title(scene, words)
    if found.role == "theme":
        joined = [at for at in conjuncts(trees, found.word) if at not in apart]
        words += [at for other in joined for at in phrase_of(trees, scene.names, other, apart)]
    return words


def _with_title(scene: Scene, words: list[int]) -> list[int]:
    """An office with what the parse hangs on the name before it: "named Ann Bell | chief executive"."""
    first = words[0]
    while scene.trees.pos(first - 1) in ("NOUN", "PROPN", "ADJ") and first - 1 > scene.trigger.head:
        if scene.names.at(first - 1):
            break
        first -= 1
    is_behind_name = first > 0 and scene.names.at(first - 1) is not None
    return list(range(first if is_behind_name else words[0], words[-1] + 1))


def _stands_for(scene: Scene, word: int) -> str | None:
    """Whom a pronoun stands for, where its sentence surely tells; the country of a people."""
    trees, text = scene.trees, scene.trees.text
    if trees.pos(word) == "PRON":
        whole = trees.reading.sentences[trees.tokens[word].sentence]
        near = scene.names.starting_in(Span(_opening_of(trees, word, whole.start), trees.start(word)))
        people = [LocalEntity(m.entity, "Person", m.span.of(text)) for m in near if m.type == "Person"]
        known = know_pronouns(text, people, near)
        return resolve_pronoun(text, trees.tokens[word].span, Spans([whole]), Spans(near), known)
    country = country_of_people(trees.word(word))
    return scene.names.of_country(country) if country else None


def _opening_of(trees: Trees, word: int, start: int) -> int:
    """Where that begins in which a pronoun may have named its person: in words that a colon and a quotation mark open
    behind the speaker it is not the speaker."""
    before = range(word - 1, 0, -1)
    at = next((at for at in before if trees.start(at) < start or trees.word(at) in QUOTES), 0)
    is_opened = at > 0 and trees.start(at) >= start and trees.word(at - 1) in (":", ",")
    return trees.start(at) if is_opened else start


def try_rule(rule: Rule[Find], text: str) -> Iterator[Span]:
    """What a rule gives a part in the happenings of a sentence."""
    trees = read_trees(text, [Span(0, len(text))])
    mentions = [Mention(name.span, name.type, name.span.of(text)) for name in trees.reading.names]
    for trigger in find_triggers(trees, mentions):
        yield from (one.span for one in find_arguments(trees, trigger, mentions) if one.rule == rule.name)


ARGUMENTS: Chain[Find] = Chain(
    "arguments",
    (
        Rule(
            "subject",
            by_subject,
            yes=(
                "The |mayor| met Max Poe in Lima.",
                "|Three men| were arrested in Lyon.",
                "|Jane Roe| agreed to meet Max Poe in Lima.",
                "The board urged |Max Poe| to resign.",
                "The |minister|, who resigned on Friday, left.",
                "|Mayor| to meet striking nurses in Hull",
                "The board called for |Max Poe| to resign.",
                "The |New York Times| published a report.",
            ),
            no=(
                "Ann Bell left Max Poe, arrested in March.",
                "Tom Arden blamed Max Poe for leaving office.",
                "The premier declined an offer to resign.",
                "The arrest of Max Poe was long.",
                "What followed the arrest was not planned.",
                "The mayor left.",
                "The intent was to meet Max Poe.",
                "The danger met Max Poe.",
            ),
        ),
        Rule(
            "owner",
            by_owner,
            yes=(
                "|Ann Bell|'s arrest shocked the town.",
                "|His| resignation came late.",
                "The |bill|'s final vote is on Friday.",
            ),
            no=(
                "Ann Bell's lawyer met Max Poe.",
                "The board held its meeting in Lima.",
                "Two towns postponed their election.",
            ),
        ),
        Rule(
            "object",
            by_object,
            yes=(
                "Police arrested |Max Poe| in Lyon.",
                "Police found and arrested |three men|.",
                "The |man| whom police arrested left.",
            ),
            no=("Max Poe resigned on Friday.", "Max Poe was arrested on Friday."),
        ),
        Rule(
            "text",
            by_text,
            yes=("Peru and Chile signed a |water treaty| in Lima.",),
            no=("Peru and Chile reached a deal in Lima.",),
        ),
        Rule(
            "office",
            by_office,
            yes=(
                "The board named Jonas Lund |chairman| on Monday.",
                "Ann Bell was elected |mayor of Cork|.",
                "At Thursday's meeting the board appointed Tom Arden |treasurer|.",
            ),
            no=("The board appointed Ann Bell.", "The board named Ann Bell on Friday."),
        ),
        Rule(
            "preposition",
            by_preposition,
            yes=(
                "The mayors held talks with |Ann Bell| on |trade|.",
                "Peru began a war with |Chile|.",
                "The arrest of |Max Poe| by |federal agents| shocked the town.",
                "She died of |cancer| on Friday.",
            ),
            no=(
                "The mayors met on Friday.",
                "The mayors met in Lima.",
                "They met on the sidelines of the summit.",
                "Peru began a war with airstrikes.",
                "The European court — the highest on matters of union law — ruled in May.",
            ),
        ),
        Rule(
            "agent behind the theme",
            by_agent_behind_theme,
            yes=("The arrest of two men by |police| shocked the town.",),
            no=("The arrest of two men shocked the town.",),
        ),
        Rule(
            "name before the noun",
            by_modifier,
            yes=(
                "The |NATO| meeting in Lima was long.",
                "The |Geneva| talks were long.",
                "The |US|-|Russian| talks began in Geneva.",
            ),
            no=(
                "The Unite the Right march was long.",
                "The long meeting was held in Lima.",
                "The board meeting was long.",
                "The Lima - Quito talks were long.",
            ),
        ),
        Rule(
            "taking part",
            by_taking_part,
            yes=(
                "|Ann Bell| attended the meeting in Lima.",
                "In the talks with Max Poe, |Ann Bell| agreed to a truce.",
                "|Ann Bell| will lead a delegation to the summit in Lima.",
                "|Ann Bell| took part in the talks in Lima.",
                "|Ann Bell| presided over the trial of Max Poe.",
                "|Ann Bell| told a news conference with Max Poe that it was late.",
                "|Peru| will be represented at the summit.",
                "The |nurses of Leeds| are on strike.",
            ),
            no=("Ann Bell forgot the meeting in Lima.", "Ann Bell spoke of the summit in Lima."),
        ),
        Rule(
            "place",
            by_place,
            yes=(
                "The mayors met in |Lima|.",
                "Jane Roe died in a |hospital| in |Leeds|.",
                "In |Cork|, police stopped two buses and arrested ten men.",
            ),
            no=("The mayors met in May.", "The mayor resigned in protest.", "Ann Bell of Leeds resigned."),
        ),
        Rule(
            "where",
            by_where,
            yes=("She flew to |Madrid|, where she met Max Poe.",),
            no=("She flew to Madrid when she met Max Poe.",),
        ),
        Rule(
            "place of a part",
            by_place_of_part,
            yes=(
                "The bridge at |Cork| opened.",
                "Police in |Lyon| arrested three men.",
                "Police arrested three men at a factory in |Leeds|.",
            ),
            no=("The mayor of Lyon resigned.", "In Cork, a poll was held, and Max Poe resigned."),
        ),
        Rule(
            "count",
            by_count,
            yes=(
                "Police arrested |at least 30 people|.",
                "|Dozens| died.",
                "The arrest of |three men| shocked the town.",
            ),
            no=("Three ministers met in Lima.", "One of the men died.", "He passed away 5:03 AM, March 3, 2019."),
        ),
        Rule(
            "what a disaster strikes",
            by_what_is_struck,
            yes=("The earthquake struck |Chile|.", "The earthquake struck |Chile|'s coast."),
            no=("The earthquake was felt in Chile.",),
        ),
        Rule(
            "toll",
            by_toll,
            yes=(
                "A bus overturned near Cork, killing |nine people|.",
                "A bus overturned near Cork, leaving |nine| dead and |12| injured.",
                "|Nine people| were killed and |eleven| injured in the attack.",
                "|Nine people| died when a ferry sank off Cork.",
            ),
            no=(
                "Nine people died before a ferry sank off Cork.",
                "A bus overturned near Cork, blocking two roads.",
                "Nine people left after the attack.",
            ),
        ),
        Rule(
            "sum",
            by_sum,
            yes=("Acme bought Borealis for |$3 billion|.", "Acme bought Borealis for |two million euros|."),
            no=("Acme bought Borealis for nine reasons.",),
        ),
        Rule(
            "votes",
            by_votes,
            yes=("Parliament elected Jane Roe president by |300 votes to 12|.",),
            no=("Parliament elected Jane Roe president by 2025.",),
        ),
        Rule(
            "term",
            by_term,
            yes=("The court sentenced Max Poe to |eleven years| in prison.",),
            no=("The court sentenced Max Poe to death.",),
        ),
    ),
    try_rule,
)
"""Who and what has a part, rule by rule; a word has the part that the first gives it."""
