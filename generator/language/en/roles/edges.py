"""Where the words of a role begin and end: never without what says that it is past, to come or not sure, never inside a
word with hyphens, a name or a pair of signs, and without words that only lead over to it.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.language.en.persons import classify_person, is_plural_person
from generator.language.en.roles.rules import ROLES, list_stated
from generator.language.en.roles.stated import Scene, list_role_words, try_scene
from generator.language.en.speech.words import reporting_forms
from generator.language.people.honorifics import skip_styles
from generator.language.world.places import is_demonym
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

Edge = Callable[[Scene, Span], Span]
"""A rule: the words of a role, mended; the same where there is nothing to mend."""

REACH = 60
"""Characters before a role that are looked at."""
QUALIFIER_REACH = 48
"""Characters before each word among which one may say that a role is past."""
SIGN_REACH = 160
"""Characters behind a role in which the sign is looked for that closes what it opens."""
FARTHEST = 8
"""Words before a role, at most, among which one may say that it is past."""
HYPHENS = r"\-\u2010\u2011"
HYPHENED_BEFORE = re.compile(rf"[\w.{HYPHENS}]{{1,40}}[{HYPHENS}]$")
"""The rest of the word whose end a role begins with: "then-" of "then-Prime Minister"."""
HYPHENED_AFTER = re.compile(rf"[{HYPHENS}]\w[\w{HYPHENS}]{{0,40}}")
"""The rest of the word whose beginning a role ends with: "-designate" of "mayor-designate"."""
WORD_BEFORE = re.compile(r"(?<!\S)[^\s,;:()]{1,40} $")
"""The word before a place, with one space: "former "."""
TIME_BEFORE = re.compile(r"\bat (?:the|that) time (?:the |an? )?$", re.IGNORECASE)
"""A time past that stands before a role: "at the time the "."""
TIME_AFTER = re.compile(
    r" at (?:the|that) time\b|,? (?:until|till) (?:\w{3,9} )?\d{4}\b"
    r"| (?:from|between) (?:\w{3,9} )?\d{4} (?:to|until|through|and) (?:\w{3,9} )?\d{4}\b"
)
"""A time past behind a role: " until May 2012", " from 2001 to 2004"; what only says since when stays outside."""
PAIRS = (("(", ")"), ("[", "]"), ("\u201c", "\u201d"))
"""Signs that open and close."""
LEADING = re.compile(
    r"(?:according to|as per|(?:from|with|by|for|of|in|at|to|as) [^,]{1,40},) (?:the )?", re.IGNORECASE
)
"""What leads over to a role and is none of its words, a preposition with all up to a comma: "according to the "."""
PREPOSITION = re.compile(r"(?:to|from|with|by|for|into|upon) (?=[A-Z])")
"""What a role never begins with: "moved to | Acme Ltd. Chairman"."""
OWNER = re.compile(r"[^,]{1,40}? and (?=(?:his|her|their) )")
"""A person named beside a relation: "Arden and | his wife"."""
FIRST_WORD = re.compile(r"(\w{3,20}) (?=\w)")
"""The first of several words: "Crime " of "Crime Commissioner"."""
ONE_OF = re.compile(
    r"\bone of (?:(?:the|our|my|his|her|its|their|(?:[A-Z]\w{1,30} ){0,3}[A-Z]\w{1,30}['\u2019]s?) "
    r"(?:(?:two|three|four|five|six|many|several|main|other) )?)?$",
    re.IGNORECASE,
)
"""That somebody is one of several: "one of our three "."""
COUNT = re.compile(
    r"(?:the )?(?:(?:other|another|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\d+) ){1,2}"
    r"(?=[\w.\-\u2010\u2011]+ )",
    re.IGNORECASE,
)
"""How many people there are, before what is said of all of them: "two | veteran politicians"."""
HALF = re.compile(r"(?:\b[Tt]he|['\u2019]s|s['\u2019]) ([A-Z]\w{2,20} and )$")
"""The first half of an office for two things: "the Police and | Crime Commissioner"."""
WHERE = re.compile(r"\b(?:in|at|near|inside|outside|across|on|around|throughout|within) $", re.IGNORECASE)
"""A preposition of place before a name, which then belongs to no role."""
LAST_WORD = re.compile(r"(?<!\S)(\w{3,20}) $")
"""The word before a role: "Managing "."""
ADDRESS = re.compile(r"(?<=[a-z]) (?:Dr|Mr|Mrs|Ms|Prof)\.?$")
"""A form of address behind the word for an office: "professor | Dr"."""
GENERAL_OF = re.compile(
    r"\b(?:Director|Secretary|Attorney|Inspector|Auditor|Solicitor|Governor|Comptroller|Controller|Consul|Registrar"
    r"|Accountant|Surveyor|Postmaster|Advocate|Commissioner|Lieutenant|Major|Brigadier) $"
)
"""The first word of an office whose second is "General": "Director ", "Attorney "."""


def add_before_general(scene: Scene, span: Span) -> Span:
    """With the first word of an office whose second is "General"."""
    before = GENERAL_OF.search(scene.text, max(0, span.start - 16), span.start)
    return Span(before.start(), span.end) if before and span.of(scene.text).startswith("General") else span


def add_name(scene: Scene, span: Span) -> Span:
    """With the whole of the organization or place in whose name a role begins or ends."""
    for mention in scene.mentions.overlapping(span):
        if mention.type != "Person":
            span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
    return span


def cut_leading(scene: Scene, span: Span) -> Span:
    """Without words that lead over to it: a preposition, "according to", a verb of speech, another person."""
    text = scene.text
    for pattern in (LEADING, OWNER, PREPOSITION):
        if led := pattern.match(text, span.start, span.end):
            return Span(led.end(), span.end)
    first = FIRST_WORD.match(text, span.start, span.end)
    is_verb = first and first[1].lower() in reporting_forms() and classify_person(first[1]) is None
    return Span(first.end(), span.end) if first and is_verb else span


def cut_style(scene: Scene, span: Span) -> Span:
    """Without the styles before it."""
    return Span(skip_styles(scene.text, span.start, span.end), span.end)


def cut_count(scene: Scene, span: Span) -> Span:
    """Without how many people there are; of relatives it stays."""
    counted, title = COUNT.match(scene.text, span.start, span.end), span.of(scene.text)
    is_cut = counted and is_of_several(title) and classify_person(title.split()[-1]) != "relation"
    return Span(counted.end(), span.end) if counted and is_cut else span


def cut_address(scene: Scene, span: Span) -> Span:
    """Without the form of address behind it."""
    address = ADDRESS.search(span.of(scene.text))
    return Span(span.start, span.start + address.start()) if address else span


def balance(scene: Scene, span: Span) -> Span:
    """With both signs of each pair, or with neither."""
    text = scene.text
    for opening, closing in PAIRS:
        inside = span.of(text)
        if inside.count(closing) > inside.count(opening):
            span = open_at(text, span, opening, closing)
        elif inside.count(opening) > inside.count(closing):
            span = close_at(text, span, opening, closing)
    if span.of(text).count('"') % 2:
        at = span.of(text).rindex('"')
        is_opening = at == 0 or not (text[span.start + at - 1].isalnum() or text[span.start + at - 1] in ".,!?")
        span = close_at(text, span, '"', '"') if is_opening else open_at(text, span, '"', '"')
    return span


def open_at(text: str, span: Span, opening: str, closing: str) -> Span:
    """The span from the opening sign on, if that stands right before it; else from behind the closing one."""
    if text[span.start - 1 : span.start] == opening:
        return Span(span.start - 1, span.end)
    behind = text.index(closing, span.start) + 1
    return Span(behind + (text[behind : behind + 1] == " "), span.end)


def close_at(text: str, span: Span, opening: str, closing: str) -> Span:
    """The span up to the closing sign, if it stands in the same paragraph; else up to before the opening one."""
    end = text.find(closing, span.end, span.end + SIGN_REACH)
    if end >= 0 and "\n" not in text[span.end : end]:
        return Span(span.start, end + 1)
    before = text.rindex(opening, span.start, span.end)
    kept = text[span.start : before].removesuffix(" of ").removesuffix(" for ").rstrip(" ,")
    return Span(span.start, span.start + len(kept))


def read_before(scene: Scene, span: Span) -> str:
    """The text right before a role."""
    return scene.text[max(0, span.start - REACH) : span.start]


def add_one_of(scene: Scene, span: Span) -> Span:
    """With "one of the" before a plural."""
    one = ONE_OF.search(read_before(scene, span)) if is_of_several(span.of(scene.text)) else None
    return Span(span.start - len(one[0]), span.end) if one else span


def add_half(scene: Scene, span: Span) -> Span:
    """With the first half of an office for two things."""
    half = HALF.search(read_before(scene, span))
    if half is None or classify_person(half[1].split()[0]) is not None:
        return span
    return Span(span.start - len(half[1]), span.end) if is_first_half(scene.text, span) else span


def is_first_half(text: str, span: Span) -> bool:
    """Whether a role begins with a word in a capital that only says of what it is: "Crime Commissioner"."""
    word = FIRST_WORD.match(text, span.start, span.end)
    return word is not None and word[1][0].isupper() and is_portfolio(word[1])


def is_portfolio(word: str) -> bool:
    """Whether a word says of what an office is, and is neither a rank nor an office: "Crime"."""
    return classify_person(word) is None and word.lower() not in list_role_words("ranks")


def add_demonym(scene: Scene, span: Span) -> Span:
    """With the word for the people of a country before it, but for its plural: "the Kenyans president X accused"."""
    word = LAST_WORD.search(read_before(scene, span))
    if word is None or not is_demonym(word[1]):
        return span
    is_plural = word[1].endswith("s") and is_demonym(word[1][:-1])
    return span if is_plural else Span(span.start - len(word[0]), span.end)


def add_owner(scene: Scene, span: Span) -> Span:
    """With the name directly before it that belongs to it."""
    name = scene.mentions.before(span.start - 1)
    if name is None or name.span.end != span.start - 1 or scene.text[span.start - 1] != " ":
        return span
    is_owner = scene.text[span.start].islower() if name.type == "Person" else name.type in ("Place", "Organization")
    where = WHERE.search(scene.text, max(0, name.span.start - REACH), name.span.start)
    return Span(name.span.start, span.end) if is_owner and not where else span


def is_of_several(title: str) -> bool:
    """Whether a role is a plural: "developers of the port"."""
    return any(is_plural_person(word) for word in title.split(" of ")[0].split()[-1:])


def add_hyphened(scene: Scene, span: Span) -> Span:
    """With the rest of the words with hyphens in which it begins and ends."""
    text, first = scene.text, max(0, span.start - QUALIFIER_REACH)
    is_hyphen = text[span.start : span.start + 1] in ("-", "\u2010", "\u2011")
    before = HYPHENED_BEFORE.search(text[first : span.start + is_hyphen])
    behind = HYPHENED_AFTER.match(text, span.end)
    return Span(first + before.start() if before else span.start, behind.end() if behind else span.end)


def add_time(scene: Scene, span: Span) -> Span:
    """With the time past behind it."""
    told = TIME_AFTER.match(scene.text, span.end)
    return Span(span.start, told.end()) if told else span


def add_qualifier(scene: Scene, span: Span) -> Span:
    """With what says before it that it is past, to come or not sure."""
    return Span(find_qualified_start(scene.text, span.start), span.end)


def find_qualified_start(text: str, start: int) -> int:
    """Where a role begins with what qualifies it: "Former | New York | candidate"; else where it began."""
    found = at = start
    first = max(0, at - QUALIFIER_REACH)
    if told := TIME_BEFORE.search(text[first:at]):
        return first + told.start()
    for _ in range(FARTHEST):
        first = max(0, at - QUALIFIER_REACH)
        before = WORD_BEFORE.search(text[first:at])
        word = before[0][:-1] if before else ""
        if before is None or not is_plain(word):
            break
        begin = first + before.start()
        if word.lower() in list_role_words("qualifiers"):
            found = begin
        elif not (is_inside_role(word) or (at == start and word.lower() in list_role_words("articles"))):
            break
        at = begin
    return found


def is_plain(word: str) -> bool:
    """Whether a word is no owner and ends no clause."""
    is_whole = word[-1].isalnum() or word.count(".") > 1
    return is_whole and not word.endswith(("'s", "\u2019s"))


def is_inside_role(word: str) -> bool:
    """Whether a word may stand between a qualifier and the rest of a role."""
    is_capital = word[0].isupper() and word.lower() not in list_role_words("articles")
    return is_capital or word in load_set("title_modifiers.txt")


def mend(scene: Scene, span: Span, rules: Sequence[Rule[Edge]]) -> Span:
    """The words of a role, mended by each rule in turn."""
    for rule in rules:
        span = rule.find(scene, span)
    return span


def list_earlier(rule: Rule[Edge]) -> Sequence[Rule[Edge]]:
    """The rules before one; all where it is none of the first edges."""
    return EDGES.rules[: EDGES.rules.index(rule)] if rule in EDGES.rules else EDGES.rules


def try_edge(rule: Rule[Edge], text: str) -> Iterator[Span]:
    """The words of the roles that a rule mends, as they are then."""
    scene = try_scene(text)
    for stated in list_stated(scene, ROLES.rules):
        span = mend(scene, stated.role.span, list_earlier(rule))
        mended = rule.find(scene, span)
        if mended != span:
            yield mended


EDGES: Chain[Edge] = Chain(
    "edges of roles",
    (
        Rule(
            "word before General",
            add_before_general,
            yes=("The ministry's |Director General of Sports|, Mrs Tina Alade, resigned.",),
            no=("In Lima General Tina Alade resigned.",),
        ),
        Rule(
            "whole name at either end",
            add_name,
            yes=("|Free and Fair Votes Foundation founder and director| Ann Bell spoke.",),
            no=("Tom Arden, head of the port, left.",),
        ),
        Rule(
            "without words that lead over",
            cut_leading,
            yes=(
                "It was placed there, stated |Minister of Labor| Tom Arden.",
                "She spoke to |Acme Ltd. Chairman| Tom Arden on Monday.",
            ),
            no=("They met Minister of Labor Tom Arden.",),
        ),
        Rule(
            "without a style",
            cut_style,
            yes=("Hon. |Justice| Emeka Obi ruled.",),
            no=("Chief Justice Emeka Obi ruled.",),
        ),
        Rule(
            "without a count",
            cut_count,
            yes=("Two |Liberal senators|, Tom Arden and Jane Dorran, opposed it.",),
            no=("They met Liberal senators Tom Arden and Jane Dorran.",),
        ),
        Rule(
            "without a form of address",
            cut_address,
            yes=("|Undersecretary for Education| Mr. Arden said so.",),
            no=("Undersecretary for Education Tom Arden said so.",),
        ),
        Rule(
            "both signs of a pair",
            balance,
            yes=(
                'The |"iconic" leader of the party|, Tom Arden, left.',
                'Tom Arden, |curator of "Old Maps: Ports"| at the port, left.',
            ),
            no=("Tom Arden, curator of the port (and its maps), left.",),
        ),
        Rule(
            "one of several",
            add_one_of,
            yes=("|One of our developers|, Tom Arden, rebuilt it.",),
            no=("Our developer, Tom Arden, rebuilt it.", "Two of our developers, Tom Arden and Jane Dorran, left."),
        ),
        Rule(
            "first half of an office for two things",
            add_half,
            yes=("The |Police and Crime Commissioner of Leeds|, Jane Dorran, left.",),
            no=("The Mayor and Crime Commissioner Tom Arden left.",),
        ),
        Rule(
            "of which country",
            add_demonym,
            yes=("The plane of |German Chancellor| Ann Bell's cousin left.",),
            no=("They told the Kenyans runner Tom Arden had left.",),
        ),
        Rule(
            "name before it",
            add_owner,
            yes=("After their names were released, |New Hampshire governor| Tom Arden left.",),
            no=("In Nevada governor Tom Arden left.",),
        ),
        Rule(
            "rest of a word with hyphens",
            add_hyphened,
            yes=("He met |then-Prime Minister| Tom Arden.", "Tom Arden, |mayor-designate|, left."),
            no=("He met Prime Minister Tom Arden.",),
        ),
        Rule(
            "time past behind it",
            add_time,
            yes=("Tom Arden was the |mayor of Lima until 2012|.", "Tom Arden was |mayor of Lima at the time|."),
            no=("Tom Arden has been the mayor of Lima since 2012.",),
            reason="Without it a past role would be shown as one of today.",
        ),
        Rule(
            "past, to come or not sure",
            add_qualifier,
            yes=(
                "Tom Arden, |then the mayor of Lima|, left.",
                "Tom Arden was |formerly a teacher|.",
                "Tom Arden, |previously the mayor of Lima|, left.",
                "Tom Arden was |at that time a teacher|.",
            ),
            no=("Tom Arden, the mayor of Lima, left.", "Lima's mayor Tom Arden left."),
            reason="Without it a past role would be shown as one of today.",
        ),
    ),
    try_edge,
)
