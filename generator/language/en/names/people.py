"""Names of people, whole and no more: with both sides of a hyphen, with the surname before or behind, with a nickname
in marks; without a body, a small word or an open quotation mark.
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.by_rules.lexicon import is_common, is_taken, is_title
from generator.language.en.names.steps import Prose, Step, change
from generator.language.name import Name
from generator.language.people.short_forms import NICKNAME, is_eastern, is_syllable
from generator.model import Span
from generator.text.names import fold_name, is_acronym
from generator.text.rules import Rule
from generator.text.spans import Spans

HYPHENS = "-\u2010\u2011"
BEHIND = re.compile(
    rf"(?:(?<=[{HYPHENS}])|[{HYPHENS}])(?P<part>[^\W\d_][\w'\u2019]{{0,24}})(?:[{HYPHENS}][^\W\d_][\w'\u2019]{{0,24}}){{0,2}}(?!\w)"
)
"""What follows the hyphen of a name that ends with it or in front of it."""
BEFORE = re.compile(rf"(?:^|(?<=[\s(\u201c\"]))[^\W\d_][\w'\u2019]{{0,24}}[{HYPHENS}]$")
"""The first part of a name of which only what follows its hyphen was found."""
HYPHEN_REACH = 30
"""Characters before a name in which its first part stands."""


def join_hyphens(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, those of people whole; two people with a hyphen between stay two: "Biden-Harris"."""
    surnames = frozenset(find_surnames(prose.text, names))
    read = Spans(names)
    joined: list[Name] = []
    for name in names:
        if not joined or joined[-1].span.end <= name.span.start:
            joined.append(go_on_behind(prose.text, name, read, surnames))
    return joined


def find_surnames(text: str, names: Sequence[Name]) -> Iterator[str]:
    """The last words of people named in full, without those that end at a hyphen."""
    for name in names:
        words = name.span.of(text).split()
        if name.type == "Person" and len(words) > 1 and text[name.span.end : name.span.end + 1] not in tuple(HYPHENS):
            yield words[-1]


def go_on_behind(text: str, name: Name, names: Spans[Name], surnames: frozenset[str]) -> Name:
    """The name with what the text writes on to it by a hyphen, if it is one person's."""
    rest = BEHIND.match(text, name.span.end)
    if rest is None:
        return begin_before(text, name, names, surnames)
    over = names.overlapping(Span(name.span.end, rest.end()))
    end = max(rest.end(), over[-1].span.end if over else 0)
    first, part = name.span.of(text).split()[-1].rstrip(HYPHENS), rest["part"]
    if not any(one.type == "Person" for one in (name, *over)) or {first, part} <= surnames:
        return name
    if any(one.type != "Person" and " " in one.span.of(text) for one in over):
        return name
    is_cut = text[name.span.end - 1] in HYPHENS
    return Name(Span(name.span.start, end), "Person") if is_cut or are_parts(first, part, surnames) else name


def are_parts(first: str, part: str, surnames: frozenset[str]) -> bool:
    """Whether two words with a hyphen between are parts of one name: no "Lagos-based", no "Russia-Ukraine"."""
    if part.islower() or is_common(part):
        return False
    return f"{first}-{part}" in surnames or not any(map(is_taken, (first, part)))


def begin_before(text: str, name: Name, names: Spans[Name], surnames: frozenset[str]) -> Name:
    """A person with the part before the hyphen that stands in front of the name: "Mary- | Jane Odu"."""
    if name.type != "Person":
        return name
    lead = BEFORE.search(text, max(0, name.span.start - HYPHEN_REACH), name.span.start)
    if lead is None or names.overlapping(Span(*lead.span())):
        return name
    first, part = lead[0].strip().rstrip(HYPHENS), name.span.of(text).split()[0]
    is_word = not first[:1].isupper() or is_taken(first) or is_common(first)
    return name if is_word or {first, part} <= surnames else name._replace(span=Span(lead.start(), name.span.end))


HYPHEN: Rule[Step] = Rule(
    "name with a hyphen",
    join_hyphens,
    yes=(
        "<P |Duduzile Zuma-><P Sambudla|> left.",
        "<L |Ndlela>-<P Khoza|> left.",
        "<P |Mary>-<P Jane Odu|> left.",
        "|Mary-<P Jane Odu|> left.",
        "<P |Park Ki->moon| left.",
        "<P |Ann Okonjo>-Iweala| left.",
    ),
    no=(
        "<L Russia>-<L Ukraine> talks began.",
        "A <L Lagos>-based firm left.",
        "<P Arden>-backed men left.",
        "<P Tom Arden> and <P Ann Poe>: the <P Arden>-<P Poe> ticket.",
        "They save <P Ellsworth>-<L South Dakota>.",
        "The Lima-<P Tom Arden> train left.",
    ),
)

SURNAME = re.compile(r"(?:^|(?<=[\s(\u201c\"]))[A-Z][a-z]{1,5} $")
"""A word in front of a name that may be its surname."""
SURNAME_REACH = 12
"""Characters before a name in which its surname stands."""


def join_surnames(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names; people of two given names with the surname before them, whether found as a name or not."""
    read = Spans(names)
    joined: list[Name] = []
    for name in names:
        whole = begin_with_surname(prose.text, name, read)
        if whole.span.start < name.span.start and joined and joined[-1].span.start == whole.span.start:
            joined.pop()
        joined.append(whole)
    return joined


def begin_with_surname(text: str, name: Name, names: Spans[Name]) -> Name:
    """A person of two given names of one syllable each, with the surname in front of them."""
    if name.type != "Person":
        return name
    lead = SURNAME.search(text, max(0, name.span.start - SURNAME_REACH), name.span.start)
    given = fold_name(name.span.of(text)).split()
    if lead is None or len(given) != 2 or not all(map(is_syllable, given)):
        return name
    surname = lead[0].strip()
    if is_common(surname.lower()) or is_title(surname) or not is_eastern([surname.lower(), *given]):
        return name
    span = Span(lead.start(), lead.end() - 1)
    if any(over.span != span or over.type != "Person" for over in names.overlapping(span)):
        return name
    return name._replace(span=Span(span.start, name.span.end))


SURNAME_FIRST: Rule[Step] = Rule(
    "surname first",
    join_surnames,
    yes=(
        "|Lim <P Kit Wai|> won.",
        "On Monday <P |Ng> <P Chee Seng|> won.",
        "The coach (|Wong <P Mei Ling|>) left.",
    ),
    no=(
        "<L Hong Kong> <P Mei Ling> won.",
        "Fan <P Mei Ling> won.",
        "So <P Mei Ling> won.",
        "<P Lim>, <P Kit Wai> and others won.",
        "Lim <P Tom Arden> won.",
        "Lim <P Kit> won.",
        "Tan <O Kit Wai Bank> closed.",
    ),
)

INITIALS = re.compile(r"(?:[A-Z]\.[ ]?){1,4}")
"""Initials that no surname follows."""
BETWEEN = re.compile(f" {NICKNAME.pattern} ")
"""A nickname in marks between two parts of a name."""
OPENING = re.compile(r" ?[(\u201c\"]$")
"""What stands between a given name and a nickname in brackets."""
MARK_AT_END = re.compile(r"[ \u201c\"]{1,2}$")
"""A quotation mark and blanks at the end of a name."""
NICKNAME_BEHIND = re.compile(r"[ \u201c\"]{0,2}[A-Z][\w.'\u2019]{0,20}[\u201d\"] [A-Z][\w'\u2019-]{1,30}")
"""A nickname in quotation marks with the surname behind it."""
PARTICLE = re.compile(r" (?:bin|ibn|al|el|de|da|di|van|von|of|the|and|for)$")
"""A small word that ends no name."""


def shorten(name: Name, length: int) -> Name:
    """The first characters of a name."""
    return name._replace(span=Span(name.span.start, name.span.start + length))


def mend_mark(text: str, name: Name) -> Name:
    """A person with the nickname and surname that go on behind a quotation mark, or without the mark at the end."""
    mark = MARK_AT_END.search(name.span.of(text)) if name.type == "Person" else None
    if mark is None:
        return name
    rest = NICKNAME_BEHIND.match(text, name.span.start + mark.start())
    return name._replace(span=Span(name.span.start, rest.end())) if rest else shorten(name, mark.start())


MARK: Rule[Step] = Rule(
    "quotation mark at the end",
    change(mend_mark),
    yes=(
        'Sergeant <P |Matiu ">Matt" Arden| left.',
        'The "<P |Harbor King|"> Tom Arden.',
    ),
    no=('Sergeant <P Matiu> "Matt" left.', "<O Harbor King”> left.", "<P Ann Roe> left."),
)


def cut_particle(text: str, name: Name) -> Name:
    """A person without the small word at the end."""
    particle = PARTICLE.search(name.span.of(text)) if name.type == "Person" else None
    return shorten(name, particle.start()) if particle else name


SMALL_WORD: Rule[Step] = Rule(
    "small word at the end",
    change(cut_particle),
    yes=("Sultan <P |Qaboos| bin> left.", "They met <P |Ann Roe| of> there."),
    no=("<P Osama bin Saleh> left.", "The <O Bank of the South Sea> left.", "<P Benal> left."),
)


def join_initials(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, two of a person as one where the first is but initials: "M.K. | Stalin"."""
    kept: list[Name] = []
    for name in names:
        if kept and are_initials(prose.text, kept[-1], name):
            name = name._replace(span=Span(kept.pop().span.start, name.span.end))
        kept.append(name)
    return kept


def are_initials(text: str, before: Name, name: Name) -> bool:
    """Whether a name is but the initials of the person behind them."""
    between = text[before.span.end : name.span.start]
    are_people = before.type == name.type == "Person"
    return are_people and between == " " and INITIALS.fullmatch(before.span.of(text)) is not None


INITIALS_APART: Rule[Step] = Rule(
    "initials apart",
    join_initials,
    yes=("<P |M.K.> <P Stalin|> left.", "They met <P |J. R.> <P Poe|>."),
    no=("<P M.K.>, <P Stalin> and others left.", "<P Ann> <P Poe> left.", "<O A.B.> <P Poe> left."),
)


def join_quoted(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names, two of a person as one where a nickname in marks stands between, found or not."""
    text = prose.text
    kept: list[Name] = []
    for name in names:
        for size in (2, 1):
            before = kept[-size] if len(kept) >= size and all(one.type == "Person" for one in kept[-size:]) else None
            if before and are_around_nickname(text, before, name):
                del kept[-size:]
                name = name._replace(span=Span(before.span.start, name.span.end))
                break
        kept.append(name)
    return kept


def are_around_nickname(text: str, before: Name, name: Name) -> bool:
    """Whether a nickname in marks parts two words of a person's name."""
    nickname = BETWEEN.fullmatch(text, before.span.end, name.span.start)
    is_nickname = nickname is not None and nickname["name"][0].isupper()
    return is_nickname and name.type == "Person" and is_one_word(text, before) and is_one_word(text, name)


def is_one_word(text: str, name: Name) -> bool:
    """Whether a name is a single word, "Jr." aside."""
    return len(name.span.of(text).removesuffix(" Jr.").removesuffix(" Jr").split()) == 1


QUOTED_NICKNAME: Rule[Step] = Rule(
    "nickname in marks",
    join_quoted,
    yes=(
        "<P |Joko> “<P Jokowi>” <P Wibawa|> left.",
        "<P |Matiu> “Matt” <P Arden|> left.",
        '<P |Ann> "Nan" <P Poe Jr.|> left.',
    ),
    no=(
        "<P Ann Roe> “Nan” <P Poe> left.",
        "<P Joko> said “yes” to <P Wibawa>.",
        "<P Joko> “<O Jokowi>” <O Wibawa> left.",
    ),
)


def join_bracketed(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """A given name and what goes on after it with a closing bracket, as one: "James | (Jim) Hedges"."""
    text = prose.text
    kept: list[Name] = []
    for name in names:
        words = name.span.of(text)
        if words.count(")") > words.count("("):
            if kept and OPENING.fullmatch(text, kept[-1].span.end, name.span.start):
                name = name._replace(span=Span(kept.pop().span.start, name.span.end))
            else:
                rest = words[words.rindex(")") + 1 :].lstrip()
                name = name._replace(span=Span(name.span.end - len(rest), name.span.end)) if rest else name
        kept.append(name)
    return kept


BRACKETED_NICKNAME: Rule[Step] = Rule(
    "nickname in brackets",
    join_bracketed,
    yes=("They asked <P |James> (<P Jim) Hedges|> to come.", "Some (or <P Jim) |Hedges|> came."),
    no=("They asked <P James (Jim) Hedges> to come.", "They asked <P James> and <P Jim Hedges>."),
)

OF_BODY = re.compile(r"^(?P<person>[^\W\d_][\w.'\u2019-]*) (?:of|from|at) (?:the )?(?P<body>\S+)$")
"""A person's single name with the body he belongs to: "Wilson of C-MORE"."""


def cut_body(text: str, name: Name) -> Name:
    """A person without the body in his name; saints and nobles keep their places."""
    match = OF_BODY.match(name.span.of(text)) if name.type == "Person" else None
    return shorten(name, match.end("person")) if match and is_acronym(match["body"]) else name


BODY_BEHIND: Rule[Step] = Rule(
    "body behind a person",
    change(cut_body),
    yes=("<P |Wilson| of C-MORE> left.", "They met <P |Poe| from the UNDP>."),
    no=("<P Hilary of Poitiers> left.", "<O Friends of NATO> left."),
)


def drop_pairs(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names without those that are two people of the text with a hyphen between: "Biden-Harris"."""
    full = [name.span.of(prose.text).split() for name in names if name.type == "Person"]
    surnames = frozenset(words[-1] for words in full if len(words) > 1)
    return [name for name in names if name.type != "Person" or not is_pair(name.span.of(prose.text), surnames)]


def is_pair(words: str, surnames: frozenset[str]) -> bool:
    """Whether words are two of the surnames with a hyphen between, and none themselves."""
    first, _, second = words.partition("-")
    return words not in surnames and {first, second} <= surnames


PAIR: Rule[Step] = Rule(
    "two surnames with a hyphen",
    drop_pairs,
    yes=("<P Ann Roe> and <P Tom Arden> ran. The <P |Roe-Arden|> team won.",),
    no=(
        "The <P Roe-Arden> team won.",
        "<P Ann Roe> and <P Tom Arden> met <P Jane Roe-Arden>. <P Roe-Arden> won.",
    ),
)

FIRST = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]{1,20}(?= \Z)")
"""The word right before a name."""
_FIRST_REACH = 24


def join_first_names(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names; a person with the first name of somebody of the text in front, where the surname is his too."""
    text, read = prose.text, Spans(names)
    known = {(words[0], words[-1]) for name in names if len(words := _words_of(text, name)) == 2}
    joined: list[Name] = []
    for name in names:
        whole = _with_first(text, name, read, known)
        if joined and joined[-1].span.start == whole.span.start:
            joined.pop()
        joined.append(whole)
    return joined


def _words_of(text: str, name: Name) -> list[str]:
    """The words of the name of a person; none of any other name."""
    return name.span.of(text).split() if name.type == "Person" else []


def _with_first(text: str, name: Name, names: Spans[Name], known: set[tuple[str, str]]) -> Name:
    words = _words_of(text, name)
    start = name.span.start
    lead = FIRST.search(text[max(0, start - _FIRST_REACH) : start]) if len(words) == 2 else None
    if lead is None or is_title(lead[0]) or (lead[0], words[-1]) not in known:
        return name
    span = Span(start - len(lead[0]) - 1, name.span.end)
    first = Span(span.start, start - 1)
    is_free = all(other.span in (name.span, first) for other in names.overlapping(span))
    return name._replace(span=span) if is_free else name


FIRST_NAME: Rule[Step] = Rule(
    "first name of somebody of the text",
    join_first_names,
    yes=(
        "<P Edda Moss> left. |Edda <P Mary Moss|> was born in May.",
        "<P Edda Moss> left. <P |Edda> <P Mary Moss|> was born in May.",
    ),
    no=(
        "<P Edda Moss> left. Ruth <P Mary Moss> was born in May.",
        "<P Edda Moss> left. For Edda, <P Mary Moss> was a friend.",
        "<P Edda Moss> left. Edda <P Mary Roe> was born in May.",
        "<P Edda Moss> left. <P Bo Edda> <P Mary Moss> left.",
        "<P Judge Moss> left. Judge <P Mary Moss> left.",
    ),
)
