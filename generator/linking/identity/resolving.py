"""Whose a bare surname is, and which bearers of one full name are not one.

A bare name ("Price"; by the rules of their cultures "Xi", "Anwar", "von der Leyen") is a person of other briefs only
where that is the one person who may be called so, and a rule of `BARE_NAMES` says why. Two briefs with one full name
are parted where each states a role, no word of their roles is the same and no other name at all is common to them, also
by way of other briefs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.language.people.short_forms import called
from generator.language.world.places import country_names
from generator.linking.identity.entities import Key, Local, Naming, name_entities
from generator.linking.identity.forms import fold, list_plain, read_sample, split_initials
from generator.model import Analysis, Span
from generator.text.groups import Groups
from generator.text.rules import Chain, Rule

LEAST, SHARE = 5, 0.02
"""A name that more briefs have, in number and as a share of all, tells nothing of who is meant."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """The company and the roles of all names."""

    names: Mapping[str, frozenset[Key]]
    """All names of a brief that others may have."""
    company: Mapping[str, frozenset[Key]]
    """By brief: the names that few briefs have, without countries and parts of names."""
    roles: Mapping[Local, frozenset[str]]
    """Folded, as stated of a person."""


def find_contexts(analyses: Sequence[Analysis], namings: Mapping[Local, Naming]) -> Contexts:
    """The contexts of a collection."""
    spread = Counter(
        key for analysis in analyses for key in {namings[analysis.document.id, e.id].key for e in analysis.entities}
    )
    most = max(LEAST, int(SHARE * len(analyses)))
    countries = {fold(name) for name in country_names()}
    names: dict[str, frozenset[Key]] = {}
    company: dict[str, frozenset[Key]] = {}
    roles: dict[Local, frozenset[str]] = {}
    for analysis in analyses:
        brief = analysis.document.id
        keys = {namings[brief, entity.id].key for entity in analysis.entities}
        names[brief] = frozenset(key for key in keys if not key.brief)
        company[brief] = frozenset(
            key
            for key in names[brief]
            if 1 < spread[key] <= most and not (key.type == "Place" and key.name in countries)
        )
        for entity in analysis.entities:
            if entity.type == "Person":
                roles[brief, entity.id] = frozenset(fold(role.title) for role in entity.roles if role.kind == "role")
    return Contexts(names, company, roles)


ENOUGH = 2
"""Names that two briefs have in common."""
MOST_BRIEFS = 200
"""Briefs of one person in which company is looked for; a role is looked for in all."""
WORD = re.compile(r"[^\W\d_]{3,}")
"""A word of a role that says something."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A bare name of one brief, and the one known person who may be called so."""

    local: Local
    owner: Key
    bearers: Sequence[Local]
    """Where that person is named in full."""
    roles: frozenset[str]
    """All that are stated of that person."""
    contexts: Contexts


Support = Callable[[Bare], str | None]
"""Why a bare name is that person; None where too little says so."""


def resolve(
    analyses: Sequence[Analysis], namings: Mapping[Local, Naming], repeated: Iterable[str] = ()
) -> dict[Local, Naming]:
    """The keys and rules with bare names resolved and unlike namesakes parted. `repeated` briefs prove nothing."""
    skipped = frozenset(repeated)
    contexts = find_contexts([a for a in analyses if a.document.id not in skipped], namings)
    found = dict(namings)
    bearers = gather(namings, skipped)
    for key, locals_ in bearers.items():
        if not key.brief and len(locals_) > 1:
            found.update(part_namesakes(key, locals_, contexts))
    found.update(resolve_bare(analyses, found, skipped, contexts))
    return found


def gather(namings: Mapping[Local, Naming], skipped: frozenset[str]) -> dict[Key, list[Local]]:
    """The local entities of each person, by brief."""
    bearers: dict[Key, list[Local]] = {}
    for local in sorted(namings):
        key = namings[local].key
        if key.type == "Person" and local[0] not in skipped:
            bearers.setdefault(key, []).append(local)
    return bearers


def resolve_bare(
    analyses: Sequence[Analysis],
    namings: Mapping[Local, Naming],
    skipped: frozenset[str],
    contexts: Contexts,
    rules: Iterable[Rule[Support]] | None = None,
) -> dict[Local, Naming]:
    """The bare names that are certainly one known person, with the rule; by all rules or by some."""
    asked = tuple(BARE_NAMES if rules is None else rules)
    bearers = gather(namings, skipped)
    names = name_bearers(analyses, namings)
    known = index_short(bearers, names)
    roles: dict[Key, frozenset[str]] = {}
    found = {}
    for key in bearers:
        owners = known.get(key.name, set()) - {key}
        if len(owners) != 1 or not (key.brief or " " in key.name):
            continue
        owner = min(owners)
        if owner.brief or key.name not in short_forms(names[owner]):
            continue
        if owner not in roles:
            roles[owner] = frozenset(role for local in bearers[owner] for role in contexts.roles.get(local, ()))
        for local in bearers[key]:
            bare = Bare(local, owner, bearers[owner][:MOST_BRIEFS], roles[owner], contexts)
            if why := next((why for rule in asked if (why := rule.find(bare))), None):
                found[local] = Naming(owner, why)
    return found


def name_bearers(analyses: Sequence[Analysis], namings: Mapping[Local, Naming]) -> dict[Key, str]:
    """Each person's name as the first source writes it."""
    found: dict[Key, str] = {}
    for analysis in analyses:
        for entity in analysis.entities:
            key = namings[analysis.document.id, entity.id].key
            if entity.type == "Person" and split_initials(entity.name)[0] == key.name:
                found.setdefault(key, entity.name)
    return found


def index_short(bearers: Iterable[Key], names: Mapping[Key, str]) -> Mapping[str, set[Key]]:
    """The persons with a full name by each word that may stand for them: the first, the last, what they are called."""
    known: defaultdict[str, set[Key]] = defaultdict(set)
    for key in bearers:
        words = key.name.split()
        if len(words) > 1 and key in names:
            for word in {words[0], words[-1]} | short_forms(names[key]):
                known[word].add(key)
    return known


def short_forms(name: str) -> frozenset[str]:
    """What the press calls a person, by the rules of the name's culture, folded."""
    return frozenset(form.replace("-", " ") for form in called(name))


def _by_role(bare: Bare) -> str | None:
    same = sorted(role for role in bare.contexts.roles.get(bare.local, frozenset()) & bare.roles if " " in role)
    return f"only person of that surname + same role ({same[0]})" if same else None


def _by_company(bare: Bare) -> str | None:
    if has_other_office(bare):
        return None
    company = bare.contexts.company[bare.local[0]] - {bare.owner}
    for brief in dict.fromkeys(brief for brief, _ in bare.bearers if brief != bare.local[0]):
        shared = sorted(company & bare.contexts.company[brief])
        if len(shared) >= ENOUGH:
            return f"only person of that surname + named with {shared[0].name} and {shared[1].name}, as in {brief}"
    return None


def has_other_office(bare: Bare) -> bool:
    """Whether both are told to be something, and no word of it is the same: "Justice Roe" and a lawyer of that name."""
    own = {word for role in bare.contexts.roles.get(bare.local, ()) for word in telling(role)}
    known = {word for role in bare.roles for word in telling(role)}
    return bool(own and known) and own.isdisjoint(known)


def _try_rule(rule: Rule[Support], text: str) -> Iterator[Span]:
    """The bare names of a sample that a rule resolves."""
    analyses, places = read_sample(text)
    namings = name_entities(analyses, {})
    found = resolve_bare(analyses, namings, frozenset(), find_contexts(analyses, namings), (rule,))
    return (places[local] for local in found)


BARE_NAMES: Chain[Support] = Chain(
    "bare names",
    (
        Rule(
            "same role",
            _by_role,
            yes=("Person Jane Roe (harbour master)\nPerson |Roe| (harbour master)",),
            no=(
                "Person Jane Roe (mayor)\nPerson Roe (mayor)",
                "Person Jane Roe (harbour master)\nPerson Roe (head gardener)",
                "Person Jane Roe (harbour master)\nPerson Max Roe (harbour master)\nPerson Roe (harbour master)",
            ),
            reason="Of one word, a role has many holders.",
        ),
        Rule(
            "same company",
            _by_company,
            yes=(
                "Person Jane Roe; Organization Wexby Club; Place Wexby\n"
                "Person |Roe|; Organization Wexby Club; Place Wexby",
                "Person Jane Roe (harbour minister); Organization Wexby Club; Place Wexby\n"
                "Person |Roe| (minister); Organization Wexby Club; Place Wexby",
                "Person Jane Roe; Organization Wexby Club; Place Wexby\n"
                "Person |Roe| (minister); Organization Wexby Club; Place Wexby",
            ),
            no=(
                "Person Jane Roe (lawyer); Organization Wexby Club; Place Wexby\n"
                "Person Roe (justice); Organization Wexby Club; Place Wexby",
                "Person Jane Roe; Organization Wexby Club\nPerson Roe; Organization Wexby Club",
                "Person Jane Roe; Place Kenya; Place Peru\nPerson Roe; Place Kenya; Place Peru",
            ),
            reason="Two other names in common that few briefs have; countries are named everywhere. Who is told to be "
            "something else is another: a justice is not a party's lawyer.",
        ),
    ),
    _try_rule,
)
"""What makes a bare name that of the one known person who may be called so: the first rule that says why."""


def part_namesakes(key: Key, locals_: Sequence[Local], contexts: Contexts) -> dict[Local, Naming]:
    """The keys of those who bear the name and are not the one with most briefs; mostly nobody."""
    words = {local: {w for role in contexts.roles.get(local, ()) for w in telling(role)} for local in locals_}
    if sum(map(bool, words.values())) < ENOUGH:
        return {}
    parts, first = Groups(locals_), dict[object, Local]()
    for local in locals_:
        for feature in (*words[local], *(contexts.names[local[0]] - {key})):
            parts.join(first.setdefault(feature, local), local)
    told = [part for part in parts if any(words[local] for local in part)]
    main = max(told, key=len)
    return {
        local: Naming(Key(key.type, key.name, local[0]), "a namesake in another role and other company")
        for part in told
        if part is not main
        for local in part
    }


def telling(role: str) -> set[str]:
    """The words of a role that say something, folded."""
    return set(WORD.findall(fold(role))) - list_plain("en")
