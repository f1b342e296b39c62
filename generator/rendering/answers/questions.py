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

Asked = Literal["said", "who", "when", "where", "how many", "what"]
_ENDINGS = re.compile(r"(?:ing|ed|es|e|([^su])s)$")
_DOUBLED = re.compile(r"([bgmnprt])\1$")
_LATIN = re.compile(r"[a-z]{4,}")
_LIFE: Mapping[str, str] = {
    **dict.fromkeys(("die", "dies", "died", "dying", "dead", "death"), "death"),
    **dict.fromkeys(("born", "birth"), "birth"),
    **dict.fromkeys(("marry", "marries", "married", "wedding"), "wedding"),
    **dict.fromkeys(("resign", "resigns", "resigned", "resignation"), "resignation"),
}
"""The kinds of what happens in a life, by the words that ask for it: who asks when somebody died means his death."""
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
    doing: Mapping[str, Act]
    """For topics that tell what is done by saying it the act: "denies" of "refut"."""
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
def begin_topic(topic: str) -> tuple[str, ...]:
    """Letters of which a text with a word of this stem has some."""
    irregular = {form for form, base in _irregular().items() if stem(base) == topic}
    return (topic.removesuffix("i"), *sorted(irregular))


def stems(text: str) -> list[str]:
    """The stem of each word."""
    return [stem(word) for word, _ in split_words(text)]


@cache
def _acts() -> Mapping[str, Act | None]:
    """The act of each verb of saying by its stem; None of one that only states."""
    acts: dict[str, Act | None] = {}
    for line in load_words("reporting_verbs.txt"):
        for form in line.split()[1:]:
            acts.setdefault(stem(form.rstrip("*")), None)
    for act, verbs in load_sections("speech_acts.txt"):
        acts |= {stem(verb): act for verb in verbs}  # type: ignore[misc]
    return acts


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
    acts = frozenset(act for act in said if act)
    asks_words = asked in ("what", "who") and bool(set(rest) & {"say", "says", "said", "tell", "told", "think"})
    asks_act = asked == "what" and bool(said) and bool(names) and plain[:1] in (["what"], ["why"])
    topics = tuple(dict.fromkeys(stem(word) for word in rest if word not in idle))
    is_identity = asked == "who" and len(plain) > 1 and plain[1] in _BE and plain[-1] not in ("by",)
    kinds = {stem(word): _LIFE[word] for word in rest if word in _LIFE}
    doing = {topic: act for topic in topics if (act := _acts().get(topic))}
    return Question("said" if asks_words or asks_act else asked, names, topics, acts, kinds, doing, is_identity)


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
