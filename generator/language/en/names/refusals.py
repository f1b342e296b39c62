"""What the model sees as a name and is none by its words: parts of products, laws and longer names, offices, peoples,
amounts, titles and common words alone.
"""

import re
from collections.abc import Callable, Sequence

from generator.language.by_rules.lexicon import cues, is_common, is_given, is_people, is_title, known_type
from generator.language.en.names.steps import Prose, Step, drop
from generator.language.en.persons import classify_person
from generator.language.en.quantities.words import load_signs
from generator.language.name import Name
from generator.language.trees import Trees, read_trees
from generator.text.names import is_acronym, name_words, surname
from generator.text.rules import Rule
from generator.text.wordlists import load_set

SHARE_OF_SMALL = 0.2
"""The share of names in small letters from which a text is held to write names so."""


def drop_small(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names without those in small letters, unless that is how the text writes names."""
    large = [name for name in names if not name.span.of(prose.text).islower()]
    return large if len(names) - len(large) < SHARE_OF_SMALL * len(names) else names


SMALL_LETTERS: Rule[Step] = Rule(
    "small letters",
    drop_small,
    yes=("<L Lima>, <L Quito>, <L Bogota>, <L La Paz>, <L Callao> and <L Cusco> lie in the <L |southern|> half.",),
    no=("going from <L lima> to <L quito>", "<L Lima> and <L Quito> lie in the <L southern> half."),
)


def bears_nothing(text: str, name: Name) -> bool:
    """Whether the words are a belief, an adjective of a region, a device: on the list of what nobody is called.

    A party of a case is no body; a person may stand in a judgment under no other name.
    """
    words = name.span.of(text)
    is_party = name.type != "Person" and words in load_set("case_parties.txt")
    return is_party or words in load_set("no_bearers.txt")


NO_BEARER: Rule[Step] = Rule(
    "nobody is called so",
    drop(bears_nothing),
    yes=(
        "<O |Catholicism|> came to <L |Middle Eastern|> states.",
        "<P |Allah|> is great.",
        "<P Ann Roe>, <O |PETITIONER|>, left.",
    ),
    no=("<O Catholic Relief> came to <L Lima>.", "<P Islam Karim> left.", "<P Petitioner> asks to be heard."),
)

CAPITAL = re.compile(r" (?P<word>[A-Z][a-z][\w'\u2019-]*)")
"""A word in capitals behind a name."""


def is_first_word(text: str, name: Name) -> bool:
    """Whether a name is only the first word of one, a common word before another in capitals: "Super | Tuesday"."""
    words = name.span.of(text)
    if name.type == "Person" or " " in words or not is_common(words):
        return False
    following = CAPITAL.match(text, name.span.end)
    return following is not None and known_type(words) is None and not is_title(following["word"])


FIRST_WORD: Rule[Step] = Rule(
    "first word of a name",
    drop(is_first_word),
    yes=("They voted on <E |Super|> Tuesday.", "The <O |Open|> Water swim began."),
    no=(
        "<L Kenya> Airways fell.",
        "They met <O Congress> President Ann Roe.",
        "<P Grace> Arden left.",
        "<O Labour> won.",
    ),
)

MODEL_NUMBER = re.compile(r" (?:[A-Z]{1,4}-?\d{1,4}|7\d7|\d{3}(?=-\d))\w{0,4}\b")
"""The number of a model behind its maker's name: "Boeing 747", "Airbus A380", "Lockheed F-16"."""


def is_maker(text: str, name: Name) -> bool:
    """Whether the maker of a product stands for it, with the number of a model behind."""
    return name.type == "Organization" and MODEL_NUMBER.match(text, name.span.end) is not None


WORK = re.compile(
    r"\b(?:film|movie|documentary|sitcom|novel|memoir|musical|opera|song|album|telenovela|miniseries|blockbuster)s?"
    r"(?P<called> (?:called|titled|entitled|named|known as))? (?P<mark>[\u201c\"'\u2018])?$"
)
"""What stands before the title of a work, perhaps with a word or a mark that tells it to be one."""
VESSEL = re.compile(
    r"\b(?:[Ss]hip|[Vv]essel|[Ff]rigate|[Dd]estroyer|[Ss]ubmarine|[Tt]anker|[Ff]erry|[Tt]rawler|[Yy]acht|[Ss]chooner"
    r"|[Ww]arship|[Cc]orvette|[Ff]reighter|[Ii]cebreaker|[Bb]arge|[Cc]ruiser)(?: (?:called|named))? [\u201c\"'\u2018]?$"
)
"""What stands before the name of a vessel."""
PREFIX = re.compile(r"(?:MV|M/V|MT|HMS|HMAS|HMCS|USS|U\.S\.S\.|USNS|USCGC|RMS|RRS|INS|KRI|BRP|SS|FV) [A-Z]")
"""How the name of a ship begins."""
THING_REACH = 40
"""Characters before a name in which it is told to be a work or a vessel."""


def drop_things(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names without works, and without vessels wherever they are named again."""
    text = prose.text
    vessels = {name.span.of(text) for name in names if is_vessel(text, name)}
    return [name for name in names if name.span.of(text) not in vessels and not is_work(text, name)]


def is_work(text: str, name: Name) -> bool:
    """Whether a name is the title of a work; what reads as a full name is one only where a word or mark says so."""
    told = WORK.search(text, max(0, name.span.start - THING_REACH), name.span.start)
    words = name.span.of(text).split()
    is_full = name.type == "Person" and len(words) > 1 and is_given(words[0])
    return told is not None and bool(told["called"] or told["mark"] or not is_full)


def is_vessel(text: str, name: Name) -> bool:
    """Whether a name is that of a ship."""
    return PREFIX.match(name.span.of(text)) is not None or is_told(text, name, VESSEL)


def is_told(text: str, name: Name, thing: re.Pattern[str]) -> bool:
    """Whether the words before a name tell what kind of thing is called so."""
    return thing.search(text, max(0, name.span.start - THING_REACH), name.span.start) is not None


WORK_OR_VESSEL: Rule[Step] = Rule(
    "work or vessel",
    drop_things,
    yes=(
        "They played in a movie called <P |Brenlow|>.",
        "In the film \u201c<O |White Heron|>\u201d she is a judge.",
        "The cargo ship <P |Nor Aldis|> sank. Divers found the <P |Nor Aldis|> on Friday.",
        "The submarine <L |U.S.S. Westhaven|> was found.",
        "<P |MV Tom Arden|> left the harbour.",
    ),
    no=(
        "In the film, <P Ann Roe> plays a judge.",
        "The film <P Ann Roe> made was long.",
        "She wrote the novel for <P Ann Roe>.",
        "The ship's captain <P Tom Arden> left.",
        "The shipping firm <O Brenlow> left.",
        "The film critic <P Ann Roe> left.",
        "She wrote of the ship in <P Tom Arden>'s book.",
    ),
)

PRODUCT: Rule[Step] = Rule(
    "maker of a product",
    drop(is_maker),
    yes=("A <O |Boeing|> 747 landed.", "An <O |Airbus|> A380 landed.", "A <O |Lockheed|> F-16 fell."),
    no=("<O Boeing> sold 747 planes.", "<P Ann Roe> 747 left.", "<O Boeing> In May it fell."),
)

LAW = re.compile(r"(?: [A-Z][a-z]{2,20}){0,2} (?:Act|Bill|Amendment|Treaty|Accords?)\b")
"""What makes a law of the name before it, with words of its title between: "Human Life Protection Act"."""


def is_of_law(text: str, name: Name) -> bool:
    """Whether the words are only what a law is called after."""
    return name.type == "Organization" and LAW.match(text, name.span.end) is not None


PART_OF_LAW: Rule[Step] = Rule(
    "part of a law",
    drop(is_of_law),
    yes=(
        "The <O |Human Life Protection|> Act passed.",
        "The <O |Harbour Reform|> Bill failed.",
        "She signed the <O |Marle Human Life|> Protection Act.",
    ),
    no=(
        "The <O Harbour Council> acted.",
        "The <L Versailles> Treaty ended it.",
        "The <O Harbour Council> Action began.",
    ),
)

OFFICE = re.compile(r"(?:The )?([A-Z]\w{3,20}) (?:for|of|to) [A-Z]")
"""How an office begins that is for something: "Commissioner for Health"."""
BEARER = re.compile(r", (?:[A-Z][\w.]{0,12}\.? ){1,4}[A-Z][\w.\u2019'-]{1,24},")
"""Who holds an office, between commas."""


def is_office(text: str, name: Name) -> bool:
    """Whether a name is the office of who is named behind its comma: "The Commissioner for Health, Engr. Dr. X"."""
    head = OFFICE.match(name.span.of(text)) if name.type == "Organization" else None
    return head is not None and is_title(head[1].lower()) and BEARER.match(text, name.span.end) is not None


OFFICE_OF_PERSON: Rule[Step] = Rule(
    "office before its holder",
    drop(is_office),
    yes=("The <O |Commissioner for Health|>, Engr. Dr. Tom Arden, spoke.",),
    no=("The <O Ministry for Health>, Ann Roe said, closed.", "The <O Commissioner for Health>, who left, spoke."),
)


def is_plural_people(text: str, name: Name) -> bool:
    """Whether a person is but the people of a country: "Kurds"."""
    words = name.span.of(text)
    return name.type == "Person" and words.endswith("s") and is_people(words)


PEOPLE: Rule[Step] = Rule(
    "people of a country",
    drop(is_plural_people),
    yes=("The <P |Kurds|> left.", "<P |Russians|> voted."),
    no=("<P German> left.", "<O Kurds> United won.", "<P James> left."),
)

CURRENCY = re.compile(r"[$\u00a2\u20a6]\d")
"""The sign of a currency and a number, behind the letters that say whose it is: "US$20", "CDN$11,000"."""
NUMBER = re.compile(r"[ \xa0]?\d")
"""What stands behind the code of a currency."""
AMOUNT = re.compile(
    r"[A-Z][A-Za-z]{0,3}\.?[$\u00a2\u20a6]?\d[\d.,]*(?:bn|mn|tn|m|k|billion|million|trillion|crore|lakh)"
)
"""An amount of money with its currency: "R4bn", "Sh12m"."""


def is_amount(text: str, name: Name) -> bool:
    """Whether the words are an amount of money, or the letters before its sign."""
    words = name.span.of(text)
    is_code = words in load_signs() and NUMBER.match(text, name.span.end) is not None
    is_sign = words.isupper() and CURRENCY.match(text, name.span.end) is not None
    return is_code or is_sign or AMOUNT.fullmatch(words) is not None


MONEY: Rule[Step] = Rule(
    "amount of money",
    drop(is_amount),
    yes=(
        "It cost <O |R4bn|> more.",
        "They paid <L |Sh12m|>.",
        "They paid <L |US|>$22,900.",
        "It cost <O |PKR|> 4,000.",
    ),
    no=("The <O PKR> won 31 seats.", "<O M23> rebels came.", "<O R4> won.", "The <L US> paid $20."),
)

YEARS = re.compile(r"\d{1,4}(?:[-/\u2013]\d{2,4})?")
"""A year alone."""


def is_stump(text: str, name: Name) -> bool:
    """Whether an event is but a year or a common word: "2020", "Games"."""
    words = name.span.of(text)
    is_word = " " not in words and is_common(words)
    return name.type == "Event" and (is_word or YEARS.fullmatch(words) is not None)


STUMP: Rule[Step] = Rule(
    "stump of an event",
    drop(is_stump),
    yes=("In <E |2020|> they won.", "The <E |Games|> begin.", "In <E |2019/20|> they won."),
    no=("The <E Olympic Games> begin.", "<E Nadaam> begins.", "The <O Games> begin."),
)


def is_style_behind_the(text: str, name: Name) -> bool:
    """Whether an office or style stands behind "the"."""
    is_behind = text[max(0, name.span.start - len("the ")) : name.span.start].lower() == "the "
    return is_behind and name.span.of(text) in cues("nobody behind 'the'")


STYLE_BEHIND_THE: Rule[Step] = Rule(
    "style behind 'the'",
    drop(is_style_behind_the),
    yes=("The <O |Crown|> appealed.", "He thanked the <P |Amir|>."),
    no=("<P Amir> left.", "<O Crown Holdings> rose.", "the <P Amira> left."),
)


def drop_titles(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
    """The names without titles that stand alone as people, "the Princess"; "King" stays where a longer name ends so."""
    people = [name.span.of(prose.text) for name in names if name.type == "Person"]
    surnames = {surname(words) for words in people if " " in words}

    def is_name(name: Name) -> bool:
        words = name.span.of(prose.text)
        return name.type != "Person" or words in surnames or not is_title(words)

    return [name for name in names if is_name(name)]


TITLE_ALONE: Rule[Step] = Rule(
    "title alone",
    drop_titles,
    yes=("The <P |Princess|> met <P Ann Roe>.", "<P |President|> left."),
    no=("<P Ann King> left. <P King> was glad.", "The <O President> sank.", "<P Princess Roe> left."),
)


SEAT = re.compile(r"[DR]-[A-Z][a-z]{1,12}\.?(?: [A-Z][a-z]{2,12})?")
"""Party and state of an American politician: "D-Maine"."""


def is_seat(text: str, name: Name) -> bool:
    """Whether what reads as a person is the party and the state behind a politician's name."""
    before = text[max(0, name.span.start - 2) : name.span.start]
    return name.type == "Person" and before in (", ", " (") and SEAT.fullmatch(name.span.of(text)) is not None


PARTY_AND_STATE: Rule[Step] = Rule(
    "party and state",
    drop(is_seat),
    yes=("Senator <P Ann Roe>, <P |D-Maine|>, left.", "<P Ann Roe> (<P |R-New York|>) left."),
    no=("<O D-Maine> won.", "They met, <O D-Day> too.", "<P Ann Roe>, <P I-Ling>, left."),
)


def is_one_letter(text: str, name: Name) -> bool:
    """Whether a name is of a single letter or sign."""
    return sum(map(len, name_words(name.span.of(text)))) < 2


ONE_LETTER: Rule[Step] = Rule(
    "one letter",
    drop(is_one_letter),
    yes=("<P |J.|> met <P Ann Roe>.",),
    no=("<P T. S.> met <P Ann Roe>.", "<O 3M> rose."),
)


def drop_by_tree(is_none: Callable[[Trees, Name], bool]) -> Step:
    """A step that leaves out what the parse of its sentence shows to be no name."""

    def step(prose: Prose, names: Sequence[Name]) -> Sequence[Name]:
        trees = read_trees(prose.text, prose.spans) if names else None
        return [name for name in names if trees is None or not is_none(trees, name)]

    return step


def is_adjective(trees: Trees, name: Name) -> bool:
    """Whether an organization of one word is but an adjective here: "Democratic" in "the Democratic nominee"."""
    words = trees.inside(name.span)
    if name.type != "Organization" or len(words) != 1 or is_acronym(name.span.of(trees.text)):
        return False
    return trees.tokens[words[0]].pos == "ADJ" and trees.relation(words[0]) == "amod"


ADJECTIVE: Rule[Step] = Rule(
    "adjective",
    drop_by_tree(is_adjective),
    yes=("The <O |Democratic|> nominee met the <O Senate>.",),
    no=("The <O Senate> met.", "The <O Democratic Party> met."),
)


def is_noun(trees: Trees, name: Name) -> bool:
    """Whether a person of one word is a common noun that opens its sentence: "Scion of a family, she ..."."""
    words = trees.inside(name.span)
    if name.type != "Person" or len(words) != 1 or classify_person(name.span.of(trees.text)) is None:
        return False
    token = trees.tokens[words[0]]
    return token.pos == "NOUN" and trees.reading.sentences[token.sentence].start == token.span.start


NOUN: Rule[Step] = Rule(
    "common noun that opens its sentence",
    drop_by_tree(is_noun),
    yes=("<P |Heir|> to a fortune, he left for Lima.",),
    no=("She met <P Baker> in Lima.", "<P Ann> left."),
)
