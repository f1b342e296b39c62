"""Acronyms and their long forms: a defined long form is one name, brackets and all, and the acronym has its type. One
word has one type in one text: the full, titled or defined form decides for the short ones.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.language.by_rules.lexicon import (
    cues,
    find_definitions,
    is_common,
    is_given,
    is_head,
    is_surname,
    is_taken,
    split_tokens,
)
from generator.language.by_rules.names import find_names as find_names_by_rules
from generator.language.en.names.steps import Prose, Step
from generator.language.name import Name
from generator.language.world.places import company_words, find_country, legal_forms
from generator.model import EntityType, Span
from generator.text.names import ACRONYM, initials, is_acronym, is_acronym_of
from generator.text.rules import Rule
from generator.text.spans import Spans


def lay_defined(names: Sequence[Name], defined: Iterable[Name]) -> Sequence[Name]:
    """The names in order; a defined one replaces what overlaps it, with the type of the longest name it replaces."""
    kept = list(names)
    for name in defined:
        inside = [other for other in kept if other.span.overlaps(name.span)]
        longest = max(inside, key=lambda other: other.span.end - other.span.start, default=name)
        if longest.type != "Person":
            kept = [other for other in kept if other not in inside] + [name._replace(type=longest.type)]
    return sorted(kept)


def add_defined(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names with the long forms and their acronyms, which no list of capitalized runs shows as one name."""
    return lay_defined(names, (name for span in prose.spans for name in find_defined(prose.text, span)))


def find_defined(text: str, span: Span) -> Iterator[Name]:
    """The long forms of a block with their acronyms inside or behind."""
    tokens = split_tokens(text, span.start, span.end)
    for start, end, acronym in find_definitions(text, tokens):
        if tokens[end - 1].text.lower() in cues("things with letters"):
            continue
        yield Name(Span(tokens[start].start, tokens[end - 1].end), "Organization")
        if acronym >= end:
            yield Name(Span(tokens[acronym].start, tokens[acronym].end), "Organization")


DEFINITION: Rule[Step] = Rule(
    "acronym definition",
    add_defined,
    yes=(
        "The <O |Union for Trade and Transport> (<O UTTA>) in <L Asia|> met.",
        "The |Harbour Workers of Ghana| (|HWG|) met.",
        "The <L |Lake> District| (|LD|) is near.",
    ),
    no=(
        "The harbour workers of Ghana (HWG) met.",
        "The <O Harbour Board> (<L Ghana>) met.",
        "Gross Domestic Product (GDP) fell.",
    ),
)

HYPHENS = ("-", "\u2010", "\u2011")


def add_pairs(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names with bodies called after two parties, "Russia-NATO Council", where the model sees the parties alone."""
    text, read = prose.text, Spans(names)
    paired = (one for one, other in pairwise(names) if text[one.span.end : other.span.start] in HYPHENS)
    blocks = sorted({prose.block_of(name) for name in paired})
    bodies = (name for name in find_names_by_rules(text, blocks, "en") if name.type == "Organization")
    return lay_defined(names, (body for body in bodies if holds_several(read, body)))


def holds_several(names: Spans[Name], body: Name) -> bool:
    """Whether several of the names lie inside a body."""
    return len(names.inside(body.span)) > 1


BODY_OF_TWO: Rule[Step] = Rule(
    "body of two parties",
    add_pairs,
    yes=("The <L |Peru>-<L Chile> Council| met on Monday.", "The <L |Russia>-<O NATO> Council| met."),
    no=("<L Peru>-<L Chile> talks began.", "The <L Peru> Council met.", "<L Peru> and the <L Chile> Council met."),
)

DEFINED = re.compile(rf"(?:, (?:or )?|\s\()(?P<acronym>{ACRONYM})(?=[),])")
"""An acronym behind its long form: " (EFCC)", ", EFCC,"."""
LEAST = 3
"""Letters of an acronym that may be told by the first letters of a body's name alone."""


def settle_acronyms(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, acronyms with the type of their long form."""
    forms = [name.span.of(prose.text) for name in names]
    acronyms = find_acronyms(prose.text, names, forms)
    return [name._replace(type=acronyms.get(form, name.type)) for name, form in zip(names, forms, strict=True)]


def find_acronyms(text: str, names: Sequence[Name], forms: Iterable[str]) -> dict[str, EntityType]:
    """The type of each acronym that the text defines or that has the first letters of one body; countries aside."""
    defined: dict[str, EntityType] = {}
    letters: dict[str, set[str]] = {}
    for name, form in zip(names, forms, strict=True):
        if name.type == "Person" or " " not in form:
            continue
        behind = DEFINED.match(text, name.span.end)
        if behind and (is_acronym(behind["acronym"]) or is_acronym_of(behind["acronym"], form)):
            defined.setdefault(behind["acronym"], name.type)
        if name.type == "Organization" and not is_acronym(form):
            letters.setdefault(initials(form), set()).add(form)
    told: dict[str, EntityType] = {
        short: "Organization" for short, longs in letters.items() if len(short) >= LEAST and len(longs) == 1
    }
    return {short: kind for short, kind in (told | defined).items() if find_country(short) is None}


ACRONYM_TYPE: Rule[Step] = Rule(
    "type of an acronym",
    settle_acronyms,
    yes=(
        "The <O Gauteng Liquor Board> (<P |GLB|>) closed it. <L |GLB|> said so.",
        "The <O South African Revenue Service> (<P |Sars|>) paid. <P |Sars|> is late.",
        "The <O Kenya Harbour Board> met. <P |KHB|> men left.",
    ),
    no=(
        "The <O Tax Service> (<P Sart>) paid. <P Sart> is late.",
        "The <L United Arab Emirates> (<L UAE>) agreed. <L UAE> men left.",
        "The <O Kenya Harbour Board> and the <O Kisumu Harvest Bureau> met. <P KHB> men left.",
    ),
)


LOCAL = re.compile(r"\b(?:in|near|at|around|outside|across|to|from|of|the) $")
"""What stands before a place or body rather than before somebody's surname."""


def settle_surnames(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a single word that is the surname of a person of the text as a person, but where a place stands."""
    forms = [name.span.of(prose.text) for name in names]
    people = find_surnames(names, forms)
    return [
        name._replace(type="Person") if form in people and is_surname_here(prose.text, name, form) else name
        for name, form in zip(names, forms, strict=True)
    ]


def find_surnames(names: Sequence[Name], forms: Iterable[str]) -> frozenset[str]:
    """The last words of the people whom the text names in full."""
    people = [form.split() for name, form in zip(names, forms, strict=True) if name.type == "Person"]
    return frozenset(words[-1] for words in people if len(words) > 1)


def is_surname_here(text: str, name: Name, form: str) -> bool:
    """Whether a surname that was taken for a place or body is the person's here."""
    is_other = name.type in ("Place", "Organization") and not is_taken(form)
    return is_other and LOCAL.search(text, max(0, name.span.start - 10), name.span.start) is None


SURNAME_TYPE: Rule[Step] = Rule(
    "type of a surname",
    settle_surnames,
    yes=("<P Trevo Chalobe> scored. <L |Chalobe|> was glad.",),
    no=(
        "<P Trevo Chalobe> lives in <L Chalobe>.",
        "<P Ann London> went to see <L London>.",
        "<O Trevo Chalobe> opened. <L Chalobe> is near.",
    ),
)


def settle_firms(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, what a body of the text may be called for short as a body."""
    forms = [name.span.of(prose.text) for name in names]
    firms = find_firms(names, forms)
    return [
        name._replace(type="Organization") if name.type == "Person" and form in firms else name
        for name, form in zip(names, forms, strict=True)
    ]


def find_firms(names: Sequence[Name], forms: Sequence[str]) -> frozenset[str]:
    """What bodies of the text may be called for short: all but the words that head their name; no name of a person."""
    borne: set[str] = set()
    short: set[str] = set()
    for name, form in zip(names, forms, strict=True):
        words = form.split()
        if name.type == "Person" and len(words) > 1:
            borne.update(words)
        while name.type == "Organization" and len(words) > 1 and ends_firm(words[-1]):
            is_legal = plain_word(words.pop()) in legal_forms()
            short |= {" ".join(words).rstrip(",")} | ({words[0]} if is_legal and not is_common(words[0]) else set())
    return frozenset(form for form in short if borne.isdisjoint(form.split()))


def plain_word(word: str) -> str:
    """A word in small letters, without a full stop or comma behind it."""
    return word.rstrip(".,").casefold()


def ends_firm(word: str) -> bool:
    """Whether a word at the end of a company's name is left out where it is called for short."""
    return plain_word(word) in company_words() or is_head(word)


FIRM_TYPE: Rule[Step] = Rule(
    "type of a short form",
    settle_firms,
    yes=(
        "<O Meghna Group> sold it. <P |Meghna|> denied that.",
        "<P Ines Duran> sued <O Marlow Haulage Co>. <P |Marlow|> denied it.",
    ),
    no=(
        "<O Meghna Group> is <P Ann Meghna>'s. <P Meghna> denied that.",
        "<O Meghna Foundation Lagos> sold it. <P Meghna> denied that.",
    ),
)


def settle_pieces(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, a person of one word that only opens the name of a body or place of the text with its type."""
    forms = [name.span.of(prose.text) for name in names]
    borne = {
        word for name, form in zip(names, forms, strict=True) if name.type == "Person" for word in form.split()[1:]
    }
    whole: dict[str, EntityType] = {}
    for name, form in zip(names, forms, strict=True):
        first, _, rest = form.partition(" ")
        if rest and name.type == "Person":
            borne.update(form.split())
        elif rest:
            whole.setdefault(first, name.type)
    return [
        name._replace(type=whole[form]) if name.type == "Person" and is_piece(form, whole, borne) else name
        for name, form in zip(names, forms, strict=True)
    ]


def is_piece(form: str, whole: Mapping[str, EntityType], borne: Collection[str]) -> bool:
    """Whether a word opens the name of a body or place, and nobody of the text or of the lists is called so."""
    return form in whole and form not in borne and not (is_given(form) or is_surname(form))


PIECE_TYPE: Rule[Step] = Rule(
    "type of the first word of a name",
    settle_pieces,
    yes=(
        "The <L Hagara Sophia> is old. They love <P |Hagara|>.",
        "The <O Skrips Institution of Oceanography> wrote it. <P |Skrips|> said so.",
    ),
    no=(
        "The <O Skrips Institution> is <P Ann Skrips>'s. <P Skrips> said so.",
        "The <O Anna Institution> wrote it. <P Anna> said so.",
        "The <O Institution of Skrips> wrote it. <P Skrips> said so.",
    ),
)
