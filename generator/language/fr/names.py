"""Names in French by their capitals, with lists: bodies by their first word or legal form, people by given names and
what stands before them, places by lists and prepositions. What is unsure is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.language.fr.words import UPPER, WORD, any_of, list_words
from generator.language.name import Name
from generator.language.world.places import find_cities, find_country
from generator.model import EntityType, Span
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans
from generator.text.wordlists import load_sections, load_set

_BREAK = re.compile(r"[.!?…:»”\"\n]\s*[«“—–-]?\s*$|^\W*$")
"""Before a word that is capitalized because a sentence begins with it."""
_PEOPLE = re.compile(
    r"\w{2,}(?:ais|aise|aises|ois|oise|oises|ien|iens|ienne|iennes|ain|ains|aine|aines|éens?|éennes?|ards?)"
)
"""Those who live somewhere: les Parisiens, l'Ivoirienne."""
_ARTICLE = re.compile(
    r"(?:\b(?:les?|la|des|du|aux?|une?|ces?|cette|deux|trois|quatre|plusieurs|jeunes?)\s|\b[l]['’])$", re.IGNORECASE
)


class Found(NamedTuple):
    """A name that a rule sees, with the rule's name."""

    span: Span
    type: EntityType
    rule: str


class Block(NamedTuple):
    """A stretch of text in which names are looked for, and what the rules before have found in it."""

    text: str
    span: Span
    taken: Spans[Span] = Spans(())

    def is_free(self, span: Span) -> bool:
        """Whether no rule has taken any of the words."""
        return not self.taken.overlapping(span)

    def before(self, start: int, reach: int = 40) -> str:
        """The words right before a place."""
        return self.text[max(self.span.start, start - reach) : start]

    def is_opening(self, start: int) -> bool:
        """Whether a sentence begins at a place."""
        return bool(_BREAK.search(self.before(start)))


@cache
def _body() -> re.Pattern[str]:
    """A body by its first word: "Institut national de la statistique et des études économiques"."""
    adjective = rf"\s{any_of('body adjectives')}\b"
    small = r"(?:de\sla|de\sl['’]|des|du|de|d['’]|pour\sla|pour\sl['’]|pour\sles)"
    noun = rf"(?:(?<=['’])|\s)(?!{any_of('body adjectives')}\b)(?:[Ll]['’])?[\w-]{{2,}}(?:{adjective})*"
    linked = rf"(?:\s{small}{noun}(?:\set\s{small}{noun})*)"
    names = rf"(?:\s(?:{WORD}))"
    head = rf"(?:{any_of('body heads')}|{any_of('small bodies')}(?=\sd))"
    return re.compile(rf"(?<![\w-]){head}(?![\w-])(?:{adjective})*(?:{names}{{1,4}}|{linked}{{0,3}})")


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{WORD}|&)(?:\s(?:{WORD}|&|et\sFils))*?\s(?:&\s)?{any_of('legal forms')}(?![\w-])")


_ACRONYM = re.compile(rf"(?<![\w.-])[{UPPER}]{{2,7}}(?![\w-])")
_CAPITALS_BEFORE = re.compile(rf"[{UPPER}]{{2,}}\s$")
_CAPITALS_BEHIND = re.compile(rf"\s[{UPPER}]{{2,}}(?![\w-])")
_BRACKETED = re.compile(rf"(?<=\()[{UPPER}]\w{{1,9}}(?=\))")


@cache
def _run() -> re.Pattern[str]:
    """Capitalized words in a row, with the small words inside people's names."""
    joint = rf"\s(?:{any_of('particles')}\s){{0,2}}(?:de\sl['’]|[dn]['’])?"
    return re.compile(
        rf"(?<![\w'’-])(?:(?<=\b[lLdDnNsS]['’]))?{WORD}(?:{joint}{WORD}){{0,5}}|(?<=\b[lLdDsS]['’]){WORD}(?:{joint}{WORD}){{0,5}}"
    )


def _bodies(block: Block) -> Iterator[tuple[Span, EntityType]]:
    for match in _body().finditer(block.text, *block.span):
        if len(match[0].split()) > 1 or "’" in match[0] or "'" in match[0]:
            yield Span(*match.span()), "Organization"


def _firms(block: Block) -> Iterator[tuple[Span, EntityType]]:
    for match in _firm().finditer(block.text, *block.span):
        span = _without_opener(block, Span(*match.span()))
        if span and len(span.of(block.text).split()) > 1:
            yield span, "Organization"


_DEFINED = re.compile(rf"(?P<long>(?<![\w’'-])[{UPPER}][^().;:«»]{{4,120}}?)\s\((?P<short>[{UPPER}]\w{{1,9}})\)")


def _defined(block: Block) -> Iterator[tuple[Span, EntityType]]:
    """The long form of an acronym in brackets, from the nearest capital from which its words begin with its letters."""
    for match in _DEFINED.finditer(block.text, *block.span):
        for start in re.finditer(rf"(?<![\w-])[{UPPER}]", match["long"]):
            if match["long"][start.start() :].lower().startswith(("la ", "le ", "les ", "l'", "l’")):
                continue
            words = [
                word
                for word in re.findall(r"\w+", match["long"][start.start() :])
                if word.lower() not in list_words("small words")
            ]
            if "".join(word[0] for word in words).upper() == match["short"].upper():
                yield Span(match.start("long") + start.start(), match.end("long")), "Organization"
                break


def _acronyms(block: Block) -> Iterator[tuple[Span, EntityType]]:
    for pattern in (_BRACKETED, _ACRONYM):
        for match in pattern.finditer(block.text, *block.span):
            is_roman = re.fullmatch(r"[IVXLC]+", match[0])
            if not (is_roman or match[0] in list_words("legal forms") or _is_among_capitals(block, match)):
                yield Span(*match.span()), "Organization"


def _is_among_capitals(block: Block, match: re.Match[str]) -> bool:
    """Whether the words on either side are in capitals, too: "COMMUNIQUÉ DE PRESSE"."""
    before = _CAPITALS_BEFORE.search(block.before(match.start()))
    behind = _CAPITALS_BEHIND.match(block.text, match.end(), block.span.end)
    return bool(before or behind)


def _without_opener(block: Block, span: Span) -> Span | None:
    """A run without the word that only opens the sentence; None where nothing is left."""
    while span.start < span.end:
        first = span.of(block.text).split()[0]
        bare = first.lower().replace("’", "'")
        if bare not in list_words("openers") or not block.is_opening(span.start) or _is_place(span.of(block.text)):
            return span
        rest = block.text[span.start + len(first) : span.end]
        span = Span(span.start + len(first) + len(rest) - len(rest.lstrip()), span.end)
    return None


def runs(block: Block) -> Iterator[Span]:
    """The capitalized runs that no rule has taken, without words that only open a sentence."""
    for match in _run().finditer(block.text, *block.span):
        span = _without_opener(block, _without_address(block, Span(*match.span())))
        span = _without_people(block, span) if span else None
        if span and block.is_free(span):
            yield span


def _without_address(block: Block, span: Span) -> Span:
    """A run without the form of address at its beginning: "Mme | Blanchet"."""
    first, _, rest = span.of(block.text).partition(" ")
    return Span(span.end - len(rest), span.end) if rest and first in _addresses() else span


@cache
def _addresses() -> frozenset[str]:
    return frozenset(dict(load_sections("fr/roles.txt"))["address"])


def _without_people(block: Block, span: Span) -> Span | None:
    """A run without those who live somewhere at its beginning: "les Québécois", "l'Ivoirienne | Aya N'Guessan"."""
    first, _, rest = span.of(block.text).partition(" ")
    if not (_PEOPLE.fullmatch(first) and _ARTICLE.search(block.before(span.start))):
        return span
    return Span(span.end - len(rest), span.end) if rest else None


def _without_office(block: Block, span: Span) -> Span:
    """A run without what an office is of: "ministre des Transports | Jean Roy"."""
    words = span.of(block.text).split()
    is_complement = _COMPLEMENT.search(block.before(span.start)) and not is_given(words[0])
    given = next((at for at, word in enumerate(words) if at and is_given(word)), 0) if is_complement else 0
    return Span(span.end - len(" ".join(words[given:])), span.end) if given and len(words) > given + 1 else span


_COMPLEMENT = re.compile(r"\b(?:des|du|de la|à la|aux?)\s$|\b(?:de l|à l|d)['’]$")


def _is_place(words: str) -> bool:
    plain = words.replace("’", "'")
    return plain in list_words("places") or bool(find_country(plain)) or bool(find_cities(plain))


_OF_MASCULINE = re.compile(r"\b(?:au|du)\s$")
"""What "Le Mans" and "Le Havre" become behind a preposition."""


def _known_places(block: Block) -> Iterator[tuple[Span, EntityType]]:
    for span in runs(block):
        words = span.of(block.text)
        is_short = bool(_OF_MASCULINE.search(block.before(span.start))) and _is_place(f"Le {words}")
        if not (_is_place(words) or is_short) or words in list_words("no names"):
            continue
        is_certain = words.replace("’", "'") in list_words("places") or not block.is_opening(span.start)
        is_long = "-" in words or " " in words
        if is_certain or is_long or find_country(words):
            yield span, "Place"


@cache
def _locating() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s(«“])(?i:{any_of('place words before')})\s(?:(?i:la|le)\s)?$")


def _located(block: Block) -> Iterator[tuple[Span, EntityType]]:
    for span in runs(block):
        words = span.of(block.text)
        if (
            _locating().search(block.before(span.start))
            and words not in list_words("no names")
            and not is_given(words.split()[0])
        ):
            yield span, "Place"


@cache
def _body_word() -> re.Pattern[str]:
    """What says of the name behind it that it is a body: "le quotidien"."""
    return re.compile(rf"(?:\b(?:[Ll][ea]|[Uu]ne?|[Dd]u|[Aa]u)\s|[LlDd]['’]){any_of('body words')}\s$")


def _told_bodies(block: Block) -> Iterator[tuple[Span, EntityType]]:
    for span in runs(block):
        if _body_word().search(block.before(span.start)):
            yield span, "Organization"


def is_given(word: str) -> bool:
    """Whether a word, or the first part of one with a hyphen, is a given name."""
    names = load_set("given_names.txt")
    parts = re.split(r"[-‑]", word)
    return word in names or (len(parts) > 1 and parts[0] in names and parts[0][:1].isupper())


@cache
def _titled() -> re.Pattern[str]:
    """What stands before a person's name: an office, a form of address, a verb of speech in front of its subject."""
    offices = {
        form
        for heading, lines in load_sections("fr/roles.txt")
        if heading in ("offices", "address")
        for line in lines
        for form in line.split("\t")
    }
    words = "|".join(re.escape(form) for form in sorted(offices, key=len, reverse=True))
    return re.compile(rf"(?:^|[\s(«“'’])(?i:{words})\s(?:(?i:{any_of('office adjectives')})\s)?$")


def _people(block: Block) -> Iterator[tuple[Span, EntityType]]:
    for run in runs(block):
        span = _without_office(block, run)
        words = span.of(block.text).split()
        is_titled = _titled().search(block.before(span.start))
        is_surname = is_titled and not words[0].isupper()
        is_full = len(words) > 1 and (is_given(words[0]) or is_titled)
        if is_full or (len(words) == 1 and is_surname):
            yield span, "Person"


def _unlisted_people(block: Block) -> Iterator[tuple[Span, EntityType]]:
    """Two words or three in capitals without an article before them, which nothing says to be a place or a body."""
    for span in runs(block):
        words = span.of(block.text).split()
        capitals = [word for word in words if word[:1].isupper() or word[1:2] in "'’"]
        is_shouted = span.of(block.text).isupper()
        if is_shouted or not 2 <= len(capitals) <= 4 or _ARTICLE.search(block.before(span.start)):
            continue
        if not any(word in list_words("no names") or (_is_place(word) and not is_given(word)) for word in words[:1]):
            yield span, "Person"


Finder = Callable[[Block], Iterator[tuple[Span, EntityType]]]


def try_name(rule: Rule[Finder], text: str) -> Iterable[Span]:
    """The names that one rule sees in a sentence, as if it were alone."""
    return [span for span, _ in rule.find(Block(text, Span(0, len(text))))]


NAMES: Chain[Finder] = Chain(
    "French names",
    (
        Rule(
            "company with its legal form",
            _firms,
            ("Le groupe |Varennes SA| a vendu.", "|Pellerin & Cie| a fermé."),
            ("Varennes a vendu.", "Il est parti en SARL."),
        ),
        Rule(
            "long form of an acronym",
            _defined,
            ("La |Coalition avenir Québec| (CAQ) a gagné.", "Selon l'|Observatoire du lac Léman| (OLL), il gèle."),
            ("Le maire de Namur (STIB) a parlé.", "La coalition (CAQ) a gagné."),
        ),
        Rule(
            "body by its first word",
            _bodies,
            (
                "L'|Institut national de la statistique et des études économiques| compte.",
                "Le |Conseil d'État| a tranché.",
                "L'|Université Laval| recrute.",
                "Saisi, le |tribunal de commerce de Nanterre| a tranché.",
            ),
            ("Un conseil avisé a tranché.", "Le Conseil a tranché."),
        ),
        Rule(
            "acronym",
            _acronyms,
            ("Le bilan de la |STIB| est bon.", "La communauté (|Cedeao|) a voté."),
            ("Louis XVI est mort.", "La Stib roule.", "COMMUNIQUÉ DE PRESSE", "LE PONT ROUVRE"),
        ),
        Rule(
            "body by the word before it",
            _told_bodies,
            (
                "Le quotidien |Luzerner Blatt| le dit.",
                "Un élu du parti |Al Amana| part.",
                "L'association |Rivage| compte.",
            ),
            ("Le quotidien de Luc Roy.", "Il part en club, Luc Roy aussi.", "Le groupe est parti."),
        ),
        Rule(
            "person by given name or what stands before",
            _people,
            (
                "La députée |Manon Lafrenière| a parlé.",
                "Nous voulons bien, a dit Mme |Pasquier|.",
                "À Liège, |Luc d'Hondt| a gagné.",
                "|François de La Tour| est né.",
                "La conseillère d'État |Martine Rochat| a parlé.",
            ),
            ("La Rochelle dort.", "Pourtant Rabat a refusé."),
        ),
        Rule(
            "place by list",
            _known_places,
            ("Le |Royaume-Uni| a signé.", "Il quitte |La Rochelle|."),
            ("Un royaume a signé.", "Les Suisses votent."),
        ),
        Rule(
            "place by the word before it",
            _located,
            ("Le maire vit à |Rimouski|.", "Il va au |Havre|."),
            ("Il parle à Louis.", "Au printemps, il pleut."),
        ),
        Rule(
            "two capitalized words",
            _unlisted_people,
            ("Reçue par |Abdelkader Ould Hamou|, elle a souri.", "Un but d'|Urs Aebischer|."),
            ("La Grande Bleue est calme.", "Il a lu Noël.", "Celui de Rabat est neuf.", "COMMUNIQUÉ DE PRESSE"),
        ),
    ),
    try_name,
)
"""What a rule takes, those behind it leave."""


def find_names(text: str, spans: Sequence[Span]) -> tuple[Name, ...]:
    """The names in the given blocks, in order, not overlapping: each block by itself, then short forms."""
    found = [found for span in spans for found in _read_block(text, span)]
    found += _short_forms(text, spans, found)
    return tuple(Name(*one) for one in sorted(found))


def _read_block(text: str, span: Span) -> list[Found]:
    kept: list[Found] = []
    for rule in NAMES:
        block, end = Block(text, span, Spans(sorted(one.span for one in kept))), 0
        for name, kind in sorted(rule.find(block)):
            if name.start >= end and block.is_free(name):
                kept.append(Found(name, kind, rule.name))
                end = name.end
    return kept


def _short_forms(text: str, spans: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """The surnames by which people are named again, and places named again."""
    known: dict[str, EntityType] = {}
    for one in found:
        words = one.span.of(text)
        if one.type == "Person" and " " in words:
            known.setdefault(re.split(r"\s", words, maxsplit=1)[1], "Person")
            known.setdefault(words.split()[-1], "Person")
        elif one.type == "Place":
            known.setdefault(words, "Place")
    taken = Spans(sorted(one.span for one in found))
    return [
        Found(name, known[name.of(text)], "named again")
        for span in spans
        for name in runs(Block(text, span, taken))
        if name.of(text) in known
    ]
