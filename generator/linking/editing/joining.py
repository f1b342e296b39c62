"""What the curator decided of names, put into the collection: who is one, who is not, who is nobody.

All is kept as keys: a decision gives some local entities another key, or makes two keys one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from generator.curation import OVERRIDES, Apart, Change, Hide, Keep, Merge, Override, Ref, Split, Word
from generator.linking.editing.rewriting import (
    MERGED,
    Directory,
    Finish,
    find_keys,
    find_locals,
    join_finishes,
    suggest_name,
)
from generator.linking.identity.entities import Key, Local
from generator.linking.identity.forms import fold
from generator.model import Edit, Problem
from generator.text.groups import Groups

APART = "held apart by the editor"
LISTED = "one name in the editor's list"


@dataclass
class Joining:
    """The decisions while they are put in; nothing outside sees it."""

    directory: Directory
    base: Mapping[Local, Key]
    """The keys that the rules give."""
    keys: dict[Local, Key]
    """Those by now."""
    groups: Groups[Key] = field(default_factory=Groups)
    """Keys that are one."""
    stands: dict[Key, Key] = field(default_factory=dict)
    """The key that stands for a group, where that is not its first."""
    rules: dict[Local, str] = field(default_factory=dict)
    finishes: dict[Key, Finish] = field(default_factory=dict)
    hidden: set[Local] = field(default_factory=set)
    kept: set[Local] = field(default_factory=set)
    apart: list[tuple[int, Key, Key]] = field(default_factory=list)
    """The line of the entry, and two keys."""
    problems: list[Problem] = field(default_factory=list)


def join(
    directory: Directory, base: Mapping[Local, Key], overrides: Sequence[Override], words: Sequence[Word]
) -> Joining:
    """Put in all decisions on names: those that part first, then those that join."""
    work = Joining(directory, base, dict(base))
    for override in overrides:
        if isinstance(override, Split):
            apply_split(work, override)
    for override in overrides:
        if isinstance(override, Apart):
            apply_apart(work, override)
    for override in overrides:
        if isinstance(override, Change):
            apply_change(work, override)
        elif isinstance(override, Merge):
            apply_merge(work, override)
        elif isinstance(override, Hide):
            work.hidden.update(look_up(work, override.line, override.target))
        elif isinstance(override, Keep):
            work.kept.update(look_up(work, override.line, override.target, forms=True))
    for word in words:
        join_listed(work, word)
    return work


def root(work: Joining, key: Key) -> Key:
    """The key that a key has become."""
    first = work.groups.find(key)
    return work.stands.get(first, first)


def unite(work: Joining, first: Key, other: Key) -> None:
    """Make two keys one; what stands for the first stands for both."""
    stays = root(work, first)
    work.groups.join(first, other)
    work.stands[work.groups.find(first)] = stays


def warn(line: int, what: str, cure: str) -> Problem:
    """A decision that cannot be carried out."""
    return Problem(f"{OVERRIDES}:{line}", what, cure)


def look_up(work: Joining, line: int, ref: Ref, *, forms: bool = False) -> tuple[Local, ...]:
    """All that a reference means; a warning where that is nothing."""
    found = find_locals(work.directory, find_keys(work.directory, ref, forms=forms), ref.brief)
    if not ref.brief:
        # Whoever was held apart is meant only by the brief, or by nobody else's being there.
        found = tuple(local for local in found if work.keys[local] == work.base[local]) or found
    if not found:
        work.problems.append(warn(line, f"nothing is called '{ref}'", suggest_name(work.directory, ref)))
    return found


def keys_of(work: Joining, found: Iterable[Local]) -> tuple[Key, ...]:
    """The keys that these have by now, each once."""
    return tuple(dict.fromkeys(work.keys[local] for local in found))


def name_of(work: Joining, ref: Ref) -> str:
    """The name that stands for what a reference means, as the sources have it."""
    keys = find_keys(work.directory, ref, forms=True)
    return work.directory.groups[keys[0]].name if keys else ref.name


def add_finish(work: Joining, key: Key, finish: Finish) -> None:
    """Say something more of an entity; the later name and description win."""
    known = work.finishes.get(key, Finish())
    work.finishes[key] = join_finishes(known, finish)


def part(work: Joining, found: Sequence[Local], key: Key) -> None:
    """Give some of what a name stands for a key of their own."""
    for local in found:
        work.keys[local] = key
        work.rules[local] = APART


def apply_split(work: Joining, override: Split) -> None:
    """Take some briefs away from a name."""
    all_ = look_up(work, override.line, override.target)
    taken = [local for local in all_ if local[0] in override.briefs]
    for brief in sorted(set(override.briefs) - {local[0] for local in all_}) if all_ else ():
        work.problems.append(warn(override.line, f"'{override.target}' is not named in {brief}", "delete that brief"))
    if not taken:
        return
    if len(taken) == len(all_):
        cure = "name only the briefs of one of the two"
        work.problems.append(warn(override.line, f"'{override.target}' is named in no other brief", cure))
        return
    base = work.keys[taken[0]]
    key = Key(base.type, fold(override.name)) if override.name else Key(base.type, base.name, taken[0][0])
    if key == base:
        key = Key(base.type, base.name, taken[0][0])
    part(work, taken, key)
    words = f"{APART} from {name_of(work, override.target)} of other briefs"
    add_finish(work, key, Finish(override.name, edits=(Edit(words, override.note),)))


def apply_apart(work: Joining, override: Apart) -> None:
    """Remember who is not whom, and part those that the rules took for one."""
    for one, other in combinations(override.targets, 2):
        left = look_up(work, override.line, one, forms=True)
        right = look_up(work, override.line, other, forms=True)
        if not left or not right:
            return
        both = set(keys_of(work, left)) & set(keys_of(work, right))
        if both and not part_from(work, left, right, one, other):
            cure = "write 'split:' with the briefs of one of the two"
            work.problems.append(warn(override.line, f"'{one}' and '{other}' are the same name", cure))
            return
        names = name_of(work, one), name_of(work, other)
        for mine, yours, name in ((left, right, names[1]), (right, left, names[0])):
            for key in keys_of(work, mine):
                work.apart += [(override.line, key, theirs) for theirs in keys_of(work, yours)]
                add_finish(work, key, Finish(edits=(Edit(f"told apart by the editor from {name}", override.note),)))


def part_from(work: Joining, left: Sequence[Local], right: Sequence[Local], one: Ref, other: Ref) -> bool:
    """Part the second from the first by brief, else by the form of the name; whether that could be done."""
    apart = [local for local in right if local not in set(left)]
    if not apart:
        called = {local: forms_of(work, local) for local in right}
        apart = [local for local in right if fold(other.name) in called[local] and fold(one.name) not in called[local]]
    if not apart:
        return False
    base = work.keys[apart[0]]
    part(work, apart, Key(base.type, fold(other.name), apart[0][0]))
    return True


def forms_of(work: Joining, local: Local) -> frozenset[str]:
    """The folded forms of a name in one brief."""
    members = work.directory.groups[work.base[local]].members
    return frozenset(fold(f) for m in members if (m.analysis.document.id, m.entity.id) == local for f in m.forms)


def apply_change(work: Joining, override: Change) -> None:
    """Say what an entity is called, and what it is; whoever is called so already is the same."""
    found = look_up(work, override.line, override.target)
    if not found:
        return
    base = name_of(work, override.target)
    edits = []
    if override.type and override.type != work.keys[found[0]].type:
        edits.append(Edit(f"a {override.type.lower()}, says the editor", override.note))
        retype(work, found, override)
    key = root(work, work.keys[found[0]])
    for local in found:
        unite(work, key, work.keys[local])
    for name in filter(None, (override.name, *override.aliases)):
        join_namesakes(work, key, Ref(name, override.type or override.target.type or key.type), override.note)
    if override.name and override.name != base:
        edits.append(Edit(f"named by the editor; in the sources: {base}", override.note))
    if override.aliases:
        edits.append(Edit(f"other names by the editor: {', '.join(override.aliases)}", override.note))
    if override.describe:
        edits.append(Edit("described by the editor", override.note))
    if override.links:
        edits.append(Edit("links by the editor", override.note))
    noted = (*edits[:1], *(Edit(edit.what) for edit in edits[1:]))
    add_finish(work, key, Finish(override.name, override.describe, override.aliases, override.links, noted))


def retype(work: Joining, found: Sequence[Local], override: Change) -> None:
    """Give names another type; those of one brief only where the entry names one."""
    assert override.type is not None
    for key in keys_of(work, found):
        new = Key(override.type, key.name, key.brief)
        if override.target.brief:
            part(work, [local for local in found if work.keys[local] == key], new)
        else:
            unite(work, new, key)


def join_namesakes(work: Joining, key: Key, ref: Ref, note: str | None) -> None:
    """Make one of an entity and those that are already called so."""
    others = find_locals(work.directory, find_keys(work.directory, ref), None)
    for other in keys_of(work, others):
        if root(work, other) != root(work, key):
            note_merge(work, key, other)
            add_finish(work, key, Finish(edits=(Edit(f"{MERGED}: {ref.name}", note),), is_merged=True))


def note_merge(work: Joining, first: Key, other: Key, rule: str = MERGED) -> None:
    """Make two keys one, and say by whom."""
    unite(work, first, other)
    own = work.directory.locals.get(other) or tuple(work.keys)
    work.rules.update({local: rule for local in own if work.keys[local] == other})


def apply_merge(work: Joining, override: Merge) -> None:
    """Make one of all that some names stand for."""
    found = [look_up(work, override.line, ref, forms=ref.brief is not None) for ref in override.targets]
    if not all(found):
        return
    first = work.keys[found[0][0]]
    names = list(dict.fromkeys(name_of(work, ref) for ref in override.targets))
    for locals_ in found:
        for key in keys_of(work, locals_):
            if root(work, key) != root(work, first):
                note_merge(work, first, key)
    words = f"{MERGED}: {', '.join(names)}"
    edits = (Edit(words, override.note), *([Edit("named by the editor")] if override.name else []))
    add_finish(work, first, Finish(override.name or names[0], edits=edits, is_merged=True))


def join_listed(work: Joining, word: Word) -> None:
    """Make one of all that the names of one entry of the list stand for."""
    refs = [Ref(name, word.type) for name in (word.name, *word.aliases)]
    found = [local for ref in refs for local in find_locals(work.directory, find_keys(work.directory, ref), None)]
    keys = keys_of(work, found)
    for key in keys:
        if root(work, key) != root(work, keys[0]):
            note_merge(work, keys[0], key, LISTED)
    if keys:
        add_finish(work, keys[0], Finish(edits=(Edit("in the editor's list of names"),)))
