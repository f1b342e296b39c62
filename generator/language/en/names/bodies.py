"""Names of bodies by their form, where the model sees a part of them or nothing: "Simon and Clara Weller Foundation",
"Ministry of Trade, Industry and Fisheries", "Workers' Party", "Central Bank of Nigeria", "Universiti Malaya".
"""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.language.by_rules.lexicon import (
    Token,
    is_calendar,
    is_common,
    is_given,
    is_head,
    is_people,
    is_title,
    known_type,
    listed_bodies,
    split_tokens,
)
from generator.language.en.persons import classify_person, is_plural_person
from generator.language.name import Name, find_overlapping, lay_over
from generator.language.world.countries import find_country
from generator.model import Span
from generator.text.wordlists import load_sections

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w\u2019'-]*\.?"
COUPLE = re.compile(
    rf"(?P<one>{_CAPITAL}(?: [A-Z]\.)?) (?:and|&) (?P<other>{_CAPITAL}(?: [A-Z]\.)?) {_CAPITAL}"
    r"(?: (?:Family|Charitable|Memorial|Art|Community)){0,2} "
    r"(?:Foundation|Fund|Trust|Institute|Center|Centre|School|College|Library|Museum|Charity|Endowment|Hospital)\b"
)
"""A body called after a couple: "Henry P. and Ruth L. MacDunn Foundation"."""
PORTFOLIO = re.compile(
    r"(?P<head>(?:(?:National|Federal|State|Central|Regional|Provincial|Royal) )?(?:Ministry|Department|Bureau|Office"
    r"|Directorate|Commission|Committee|Council|Board|Institute|Centre|Center|Agency|Authority|Secretariat|Faculty))"
    r" (?:of|on|for) (?:the )?"
    rf"(?P<themes>{_CAPITAL}(?:(?:, | and | & |, and | of | for | )(?:the )?{_CAPITAL}){{0,9}})"
)
"""A word for a body with what it is for: "Ministry of Trade, Industry and Fisheries"."""
LINK = re.compile(r"(?P<mark>,? and | & |, | (?:of |for )?)(?:the )?(?P<word>[A-ZÀ-ÖØ-Þ][\w\u2019'-]*)")
"""A further word of it."""
THEME = re.compile(r".{2,}(?:ation|ment|ness|ity|ship|cy|ance|ence|ics|istry|sion|ture|ing|isation)s?")
"""How nouns for fields of work end, case-folded."""
COUNTRY = re.compile(rf" of (?:the )?(?P<place>{_CAPITAL}(?: {_CAPITAL}){{0,3}})")
"""What may follow the name of a body: " of Nigeria"."""
DISTRICT = re.compile(r"(?:Northern|Southern|Eastern|Western|Middle|Central) District(?P<of> of (?:the )?)")
"""What stands in front of the place of such a district."""
ABROAD = frozenset({"Embassy", "Consulate", "Government", "President", "Parliament", "Republic", "Kingdom"})
"""Last words of names that the name of a country behind them does not belong to."""
OPENING = re.compile(
    r"\b(?:Universiti|Universitas|Université|Universidad|Universidade|Universität|Dewan|Majlis|Kementerian|Jabatan|Partai|Parti"
    r"|Partido|Institut|Instituto|Jamiat|Jamaat|Hizb|Yayasan|Persatuan|Ministerio|Ministère|Ministério|Banco|Banque|Bank)"
    rf"(?:(?: (?:de|do|da|del|des|di|dos|la|le|du|ul|al)){{0,2}}[ -]{_CAPITAL}){{1,5}}"
)
"""A body whose kind comes first, as in Malay, French and Spanish: "Universiti Malaya"."""
WELL_KNOWN = re.compile(
    r"Bank (?!Negara|Rakyat|Mandiri|Indonesia|Islam|Simpanan|Muamalat|Al\b|of\b|Melli|Saderat|Hapoalim|Leumi)"
)
"""A bank by its first word that may be no name of a bank: "Bank Street"."""
ARTICLES = frozenset({"The", "A", "An"})
LONG = 3
"""Words from which a name is no common one: the adjective of a country before it is a part of it."""
LEGAL = re.compile(
    r"(?: Sdn\.?)? (?:Bhd|Berhad)\b\.?| (?:Pte|Pvt|Pty)\.? (?:Ltd|Limited)\b\.?| (?:Tbk|Ltd|LLC|PLC|plc|Inc|Corp)\b\.?"
)
"""The legal form of a company behind its name."""
ENDS = re.compile(r"[.!?:;\"\u201d\u2019)]\s*$")
"""How a block of prose ends."""


def add_bodies(text: str, spans: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
    """The names with those of bodies whole."""
    for find in (find_couples, find_openings, find_portfolios, find_headed):
        names = lay_over(names, [name for span in spans for name in find(text, span, names)])
    names = lay_over(names, list(find_national(text, names)))
    names = lay_over(names, list(find_districts(text, names)))
    return lay_over(names, list(find_incorporated(text, names)))


def find_couples(text: str, block: Span, names: Sequence[Name]) -> Iterator[Name]:
    """Bodies called after two people of one surname."""
    for match in COUPLE.finditer(text, block.start, block.end):
        if is_given(match["one"].split()[0]) and is_given(match["other"].split()[0]):
            yield Name(Span(*match.span()), "Organization")


def find_openings(text: str, block: Span, names: Sequence[Name]) -> Iterator[Name]:
    """Bodies whose kind comes first."""
    for match in OPENING.finditer(text, block.start, block.end):
        span = Span(match.start(), match.end() - (match[0].endswith(".")))
        if not WELL_KNOWN.match(match[0]) and all(span.holds(name.span) for name in find_overlapping(names, span)):
            yield Name(span, "Organization")


def find_portfolios(text: str, block: Span, names: Sequence[Name]) -> Iterator[Name]:
    """Bodies with what they are for; a second body that was run together with one is a name of its own."""
    prose = is_prose(text, block)
    for match in PORTFOLIO.finditer(text, block.start, block.end):
        end = find_theme_end(text, match)
        over = find_overlapping(names, Span(match.start(), end)) if end else ()
        if end is None or not (over or prose) or any(name.type == "Person" for name in over):
            continue
        start = min(match.start(), over[0].span.start) if over else match.start()
        rest = over[-1].span.end if over else end
        if rest <= end:
            yield Name(Span(start, end), "Organization")
        elif text.startswith(" and ", end) and is_body(text[end + len(" and ") : rest]):
            yield Name(Span(start, end), "Organization")
            yield Name(Span(end + len(" and "), rest), "Organization")


def is_body(words: str) -> bool:
    """Whether words that were run together with a body name another: listed, of people, or with a head."""
    first, last = words.split()[0], words.split()[-1]
    if words in listed_bodies() or known_type(words) == "Organization" or is_plural_person(first):
        return True
    return " " in words and is_head(last) and not is_theme(first) and not is_head(first)


def is_prose(text: str, block: Span) -> bool:
    """Whether a block ends as sentences do: not every word in capitals is a name in a heading."""
    return ENDS.search(text, max(block.start, block.end - 4), block.end) is not None


def find_theme_end(text: str, match: re.Match[str]) -> int | None:
    """Where the fields of work end, with the last behind an "and"; None where no such field follows."""
    end, closed = None, False
    for link in LINK.finditer(" " + match["themes"]):
        if (closed and link["mark"] != " ") or not is_theme(link["word"]):
            break
        closed = closed or "and" in link["mark"] or "&" in link["mark"]
        end = match.start("themes") - 1 + link.end() - (2 if link["word"].endswith(("'s", "\u2019s")) else 0)
    return end


def is_theme(word: str) -> bool:
    """Whether a word in capitals names a field of work, as a body has it in its name: "Trade", "Fisheries"."""
    plain = word.removesuffix("'s").removesuffix("\u2019s")
    if plain == "International":
        return True
    if is_head(plain) or is_title(plain) or known_type(plain) or is_people(plain) or plain.isupper():
        return False
    return (is_common(plain) or THEME.fullmatch(plain.lower()) is not None) and classify_person(plain) is None


def find_headed(text: str, block: Span, names: Sequence[Name]) -> Iterator[Name]:
    """Runs of words in capitals that end in a word for a body, where at most a part of them was found."""
    if not is_prose(text, block):
        return
    heads = frozenset(word for _, group in load_sections("body_words.txt") for word in group)
    tokens = split_tokens(text, block.start, block.end)
    for at, token in enumerate(tokens):
        if token.text in heads and not (at + 1 < len(tokens) and goes_on(tokens[at + 1])):
            start = find_run_start(tokens, at)
            span = Span(tokens[start].start, token.end)
            over = find_overlapping(names, span)
            if start < at and known_type(span.of(text)) is None and not any(blocks(text, name, span) for name in over):
                yield Name(span, "Organization")


def goes_on(token: Token) -> bool:
    """Whether a word in capitals goes on with what stands before it."""
    return token.is_joined and token.is_capitalized


def find_run_start(tokens: Sequence[Token], head: int) -> int:
    """The first word of the run of capitals that ends at `head`, without what only opens the sentence."""
    start = head
    while start and tokens[start].is_joined and is_part(tokens[start - 1]):
        start -= 1
    while (
        start < head and tokens[start].is_first and (tokens[start].text in ("The", "A", "An") or opens(tokens[start]))
    ):
        start += 1
    return start


def is_part(token: Token) -> bool:
    """Whether a word can be part of a body's name: an owner only if it is a group: "Workers' Party"."""
    if not token.is_capitalized or is_title(token.text) or is_calendar(token.text):
        return False
    return not token.possessive or (is_common(token.text) and known_type(token.text) is None)


def opens(token: Token) -> bool:
    """Whether a common word may only be capitalized because it opens the sentence."""
    return is_common(token.text) and not is_people(token.text)


def blocks(text: str, name: Name, span: Span) -> bool:
    """Whether a name says that the run is none: it reaches out of it, is somebody, or is the body already."""
    if name.span == span:
        return name.type != "Place" or name.span.of(text).endswith(" Court")
    if not span.holds(name.span) or (name.type == "Person" and " " in name.span.of(text)):
        return True
    before = text[span.start : name.span.start].split()
    is_same = name.type == "Organization" and name.span.end == span.end
    is_same = is_same and all(is_people(word) or known_type(word) == "Place" for word in before)
    # "Iranian | Foreign Ministry" names the country of a body that each has, "Tunisian General Labour Union" a body.
    return is_same and len(name.span.of(text).split()) < LONG


def find_national(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Bodies with the country behind them: "Central Bank of Nigeria", where both were found apart."""
    for name in names:
        words = name.span.of(text)
        if name.type != "Organization" or " " not in words or words.split()[-1] in ABROAD or not has_head(words):
            continue
        more = COUNTRY.match(text, name.span.end)
        country = longest_country(more["place"]) if more else 0
        if more and country:
            yield name._replace(span=Span(name.span.start, more.start("place") + country))


def find_districts(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Districts of courts with the place that they are in: the "Eastern District" of one state is not another's."""
    places = {name.span.start: name.span.end for name in names if name.type == "Place"}
    for name in names:
        of = DISTRICT.match(text, name.span.start)
        if of and name.type != "Person" and of.end() in places and of.start("of") == name.span.end:
            yield name._replace(span=Span(name.span.start, places[of.end()]))


def find_incorporated(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Companies with their legal form, where the model left it out."""
    for name in names:
        form = LEGAL.match(text, name.span.end - len(" Sdn") if name.span.of(text).endswith(" Sdn") else name.span.end)
        if form and name.type != "Person":
            yield Name(Span(name.span.start, form.end()), "Organization")


def has_head(words: str) -> bool:
    """Whether a name ends in a word for a body."""
    return is_head(words.split()[-1])


def longest_country(words: str) -> int:
    """The length of the longest country that the words begin with; 0: none."""
    parts = words.split()
    found: Callable[[int], bool] = lambda size: find_country(" ".join(parts[:size]).rstrip(".")) is not None  # noqa: E731
    size = next((size for size in range(len(parts), 0, -1) if found(size)), 0)
    return len(" ".join(parts[:size]).rstrip("."))
