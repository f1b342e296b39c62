"""What a question asks for: who, when, where, how many, what somebody said; the names in it, and what it is about.

English question words only; a question in other words, or a few words without a question, is a search for sentences.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.model import Act, Entity
from generator.rendering.search import Word, split_words
from generator.text.wordlists import load_pairs, load_sections, load_set, load_words

Asked = Literal["said", "who", "when", "where", "how old", "how many", "what"]
_ENDINGS = re.compile(r"(?:ing|ed|es|e|([^su])s)$")
_DOUBLED = re.compile(r"([bgmnprt])\1$")
_LATIN = re.compile(r"[a-z]{4,}")
_KINDS: Mapping[str, str] = {
    word: kind
    for kind, words in (
        ("death", "die dies died dying dead death"),
        ("birth", "born birth"),
        ("wedding", "marry marries married wedding"),
        ("resignation", "resign resigns resigned resignation"),
        ("purchase", "buy buys bought buying acquire acquires acquired purchase purchases purchased takeover"),
        ("arrest", "arrest arrests arrested detain detains detained"),
        ("visit", "visit visits visited"),
    )
    for word in words.split()
}
"""The kinds of happenings by the words that ask for them in whatever words they are told: "bought" of "acquired"."""
_REFUSING: Mapping[str, tuple[Act, ...]] = {
    "denies": ("denies",),
    "turns away": ("denies", "refuses"),
    "refuses": ("refuses",),
    "demands": ("demands",),
}
"""What is done by the verbs of a section of `stances.txt`: one rejects a claim or a demand."""
_AGES = {"old", "age", "aged"}
_BE = frozenset({"is", "are", "was", "were"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read."""

    asked: Asked
    names: tuple[frozenset[str], ...]
    """For each name in it the entities (`Entity.id`) that are called so."""
    topics: tuple[str, ...]
    """The stems of its other words that say something, each once."""
    acts: frozenset[Act]
    """What is asked for was done by saying it: "demand"."""
    kinds: Mapping[str, str]
    """For topics that tell what happens in a life its kind: "death" of "die"."""
    doing: Mapping[str, frozenset[Act]]
    """For topics that tell what is done by saying it the acts: "denies" of "refut"."""
    is_passive: bool = False
    """Whether it asks to whom something was done: "Who was arrested in Leeds?"."""
    is_identity: bool = False
    """Whether it asks who somebody is: "Who is Den Price?", "Who is the director of the port?"."""

    @property
    def asked_for(self) -> frozenset[str]:
        """All entities that are called as a name in it."""
        return frozenset().union(*self.names)


@cache
def stem(word: str) -> str:
    """What is left of a word, folded, without the endings of English grammar: one for "demands" and "demanded".

    The search of the site does the same (`stem` in search-index.js); irregular verbs are known here too: "met".
    """
    word = _irregular().get(word, word)
    if not _LATIN.fullmatch(word) or word == "news":
        return word
    cut = re.sub(r"(?:y|ies|ied)$", "i", word)
    cut = _ENDINGS.sub(lambda match: match[1] or "", cut)
    root = cut if cut == word else _DOUBLED.sub(r"\1", cut)
    return root if len(root) >= 3 and re.search("[aeiouy]", root) else word


@cache
def _irregular() -> Mapping[str, str]:
    lines = dict(load_sections("irregular_forms.txt"))["verbs"]
    return {form: line.split()[0] for line in lines for form in line.split()[1:]}


@cache
def list_synonyms(kind: str) -> frozenset[str]:
    """The stems of the verbs that tell a happening of a kind; none of what happens in a life."""
    life = kind in ("death", "birth", "wedding", "resignation")
    return frozenset(stem(word) for word, of in _KINDS.items() if of == kind and not life)


@cache
def begin_topic(topic: str) -> tuple[str, ...]:
    """Letters of which a text with a word of this stem has some."""
    irregular = {form for form, base in _irregular().items() if stem(base) == topic}
    return (topic.removesuffix("i"), *sorted(irregular))


def stems(text: str) -> list[str]:
    """The stem of each word."""
    return [stem(word) for word, _ in split_words(text)]


@cache
def _acts() -> Mapping[str, frozenset[Act]]:
    """What is done by each verb of saying, by its stem; nothing by one that only states."""
    acts: defaultdict[str, frozenset[Act]] = defaultdict(frozenset)
    for line in load_words("reporting_verbs.txt"):
        for form in line.split()[1:]:
            acts[stem(form.rstrip("*"))] = frozenset()
    for act, verbs in load_sections("speech_acts.txt"):
        acts |= {stem(verb): frozenset({act}) for verb in verbs}  # type: ignore[arg-type]
    stances = dict(load_sections("stances.txt"))
    for section, done in _REFUSING.items():
        for verb in stances[section]:
            acts[stem(verb)] |= frozenset(done)
    return dict(acts)


def called(entities: Iterable[Entity]) -> dict[tuple[str, ...], frozenset[str]]:
    """The entities by each of their forms, as folded words."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for entity in entities:
        for form in (entity.name, *entity.aliases):
            words = tuple(word for word, _ in split_words(form))
            if words:
                found[words].add(entity.id)
    return {words: frozenset(ids) for words, ids in found.items()}


def read_question(text: str, known: Mapping[tuple[str, ...], frozenset[str]]) -> Question:
    """Read a question; `known` are the entities by their forms."""
    words = list(split_words(text))
    plain = [word for word, _ in words]
    asked = _kind(plain)
    names, rest = _names(text, words, known)
    lists = dict(load_sections("question_words.txt"))
    idle = {*load_pairs("function_words.txt")["en"].split(), *lists["fillers"]}
    said = [_acts()[stem(word)] for word in rest if stem(word) in _acts()]
    acts = frozenset[Act]().union(*said)
    asks_words = asked in ("what", "who") and bool(set(rest) & {"say", "says", "said", "tell", "told", "think"})
    asks_act = asked == "what" and bool(said) and bool(names) and plain[:1] in (["what"], ["why"])
    idle |= _AGES if asked == "how old" else set()
    topics = tuple(dict.fromkeys(stem(word) for word in rest if word not in idle))
    is_passive = asked == "who" and len(plain) > 2 and plain[1] in _BE and _is_participle(plain[2])
    is_identity = asked == "who" and len(plain) > 1 and plain[1] in _BE and plain[-1] != "by" and not is_passive
    kinds = {stem(word): _KINDS[word] for word in rest if word in _KINDS}
    doing = {topic: done for topic in topics if (done := _acts().get(topic))}
    asked = "said" if asks_words or asks_act else asked
    return Question(asked, names, topics, acts, kinds, doing, is_passive and plain[-1] != "by", is_identity)


def _is_participle(word: str) -> bool:
    """Whether a word is a verb's form behind "was": "killed", "shot"."""
    return word in _irregular() or bool(re.fullmatch(r"[a-z]{2,}ed", word))


def _kind(words: Sequence[str]) -> Asked:
    """By the first words, or by those of a question that begins with a preposition: "in which city"."""
    start = f" {' '.join(words[:4])} "
    for heading, entries in load_sections("question_words.txt"):
        if heading != "fillers" and any(f" {entry} " in start for entry in entries if heading != "what"):
            return heading  # type: ignore[return-value]
    return "what"


def _names(
    text: str, words: Sequence[Word], known: Mapping[tuple[str, ...], frozenset[str]]
) -> tuple[tuple[frozenset[str], ...], list[str]]:
    """The names, the longest first at each place, and the words that are in none."""
    longest = max(map(len, known), default=0)
    found, rest, at = [], [], 0
    while at < len(words):
        size = next(
            (n for n in range(min(longest, len(words) - at), 0, -1) if _is_name(text, words[at : at + n], known)), 0
        )
        if size:
            found.append(known[tuple(word for word, _ in words[at : at + size])])
        else:
            rest.append(words[at][0])
        at += size or 1
    return tuple(found), rest


def _is_name(text: str, words: Sequence[Word], known: Mapping[tuple[str, ...], frozenset[str]]) -> bool:
    """One common word is a name only with its capital: "Price", "US"."""
    if tuple(word for word, _ in words) not in known:
        return False
    word, is_upper = words[0]
    idle = word in load_pairs("function_words.txt")["en"].split()
    if len(words) > 1 or is_upper:
        return True
    return not idle and (word not in load_set("common_words.txt") or word.capitalize() in text[1:])
