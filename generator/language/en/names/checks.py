"""Names that cannot be right as they were read are put right or left out before they are grouped. Spans only shrink or
join what the text writes as one; the words stay the source's.
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.en.persons import classify_person
from generator.language.name import Name
from generator.language.pack import is_english
from generator.language.trees import Trees, read_trees
from generator.model import Span
from generator.text.names import is_acronym, name_words

OF_BODY = re.compile(r"^(?P<person>[^\W\d_][\w.'\u2019-]*) (?:of|from|at) (?:the )?(?P<body>\S+)$")
"""A person's single name with the body he belongs to: "Wilson of C-MORE"."""
INITIALS = re.compile(r"(?:[A-Z]\.[ ]?){1,4}")
"""Initials that no surname follows."""
QUOTED = re.compile(r" [\u201c\"\u2018'(][A-Z][\w-]{1,20}[\u201d\"\u2019')] ")
"""A nickname in marks between two parts of a name."""
NICKNAME = re.compile(r" ?[(\u201c\"]$")
"""What stands between a given name and a nickname in brackets."""


def check_names(text: str, names: Sequence[Name], spans: Sequence[Span], language: str) -> tuple[Name, ...]:
    """The names that can be right, in order: none of one letter, no adjective as a body, no body in a person's name."""
    joined = join_nicknames(text, join_parts(text, names))
    cut = [cut_body(text, name) for name in joined]
    kept = [name for name in cut if sum(map(len, name_words(name.span.of(text)))) > 1]
    surnames = frozenset(
        words[-1] for name in kept if name.type == "Person" and len(words := name.span.of(text).split()) > 1
    )
    kept = [name for name in kept if not is_pair(name.span.of(text), name, surnames)]
    if not is_english(language) or not kept:
        return tuple(kept)
    trees = read_trees(text, spans)
    return tuple(name for name in kept if not is_adjective(trees, name) and not is_noun(trees, name))


def join_parts(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, two of a person as one where the first is but initials or a nickname in marks stands between:
    "M.K. | Stalin", "Joko | “Jokowi” | Widodo".
    """
    kept: list[Name] = []
    for name in names:
        while name.type == "Person" and kept and kept[-1].type == "Person":
            before = kept[-1].span
            between = text[before.end : name.span.start]
            is_whole = INITIALS.fullmatch(before.of(text)) and between == " "
            quoted = len(kept) > 1 and kept[-2].type == "Person" and text[kept[-2].span.end : name.span.start]
            if quoted and QUOTED.fullmatch(quoted) and is_one_word(text, kept[-2]) and is_one_word(text, name):
                kept.pop()
            elif not (
                is_whole or (QUOTED.fullmatch(between) and is_one_word(text, kept[-1]) and is_one_word(text, name))
            ):
                break
            name = name._replace(span=Span(kept.pop().span.start, name.span.end))
        kept.append(name)
    return kept


def is_one_word(text: str, name: Name) -> bool:
    """Whether a name is a single word, "Jr." aside."""
    return len(name.span.of(text).removesuffix(" Jr.").removesuffix(" Jr").split()) == 1


def join_nicknames(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """A given name and what goes on after it with a closing bracket, as one: "James | (Jim) Hedges"."""
    before: Name | None = None
    for name in names:
        words = name.span.of(text)
        is_open = words.count(")") > words.count("(")
        if is_open and before and NICKNAME.fullmatch(text, before.span.end, name.span.start):
            name = name._replace(span=Span(before.span.start, name.span.end))
        elif is_open:
            start = name.span.start + words.rindex(")") + 1
            start += len(text[start : name.span.end]) - len(text[start : name.span.end].lstrip())
            name = name._replace(span=Span(start, name.span.end)) if start < name.span.end else name
            if before:
                yield before
        elif before:
            yield before
        before = name
    if before:
        yield before


def cut_body(text: str, name: Name) -> Name:
    """A person without the body in his name; saints and nobles keep their places."""
    match = OF_BODY.match(name.span.of(text)) if name.type == "Person" else None
    if match is None or not is_acronym(match["body"]):
        return name
    return name._replace(span=Span(name.span.start, name.span.start + match.end("person")))


def is_pair(words: str, name: Name, surnames: frozenset[str]) -> bool:
    """Whether a person is two people of the document with a hyphen between: "Biden-Harris"."""
    first, _, second = words.partition("-")
    return name.type == "Person" and words not in surnames and {first, second} <= surnames


def is_adjective(trees: Trees, name: Name) -> bool:
    """Whether an organization of one word is but an adjective here: "Democratic" in "the Democratic nominee"."""
    words = trees.inside(name.span)
    if name.type != "Organization" or len(words) != 1 or is_acronym(name.span.of(trees.text)):
        return False
    return trees.tokens[words[0]].pos == "ADJ" and trees.relation(words[0]) == "amod"


def is_noun(trees: Trees, name: Name) -> bool:
    """Whether a person of one word is a common noun that opens its sentence: "Scion of a family, she ..."."""
    words = trees.inside(name.span)
    if name.type != "Person" or len(words) != 1 or classify_person(name.span.of(trees.text)) is None:
        return False
    token = trees.tokens[words[0]]
    return token.pos == "NOUN" and trees.reading.sentences[token.sentence].start == token.span.start
