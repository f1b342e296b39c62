"""Names of bodies by their form, where the model sees a part of them or nothing: "Simon and Clara Weller Foundation",
"Ministry of Trade, Industry and Fisheries", "Workers' Party", "Central Bank of Nigeria", "Universiti Malaya".
"""

import re
from collections.abc import Iterator, Sequence

from generator.language.by_rules.lexicon import (
    Token,
    cues,
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
from generator.language.en.names.steps import Step, lay, lay_in_blocks
from generator.language.en.persons import classify_person, is_plural_person
from generator.language.name import Name
from generator.language.world.bodies import campus_pattern
from generator.language.world.places import find_country, legal_words
from generator.model import Span
from generator.text.rules import Rule
from generator.text.spans import Spans
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
OPENING = re.compile(
    r"\b(?:Universiti|Universitas|Université|Universidad|Universidade|Universität|Dewan|Majlis|Kementerian|Jabatan|Partai|Parti"
    r"|Partido|Institut|Instituto|Jamiat|Jamaat|Hizb|Yayasan|Persatuan|Ministerio|Ministère|Ministério|Banco|Banque|Bank)"
    rf"(?:(?: (?:de|do|da|del|des|di|dos|la|le|du|ul|al)){{0,2}}[ -]{_CAPITAL}){{1,5}}"
)
"""A body whose kind comes first, as in Malay, French and Spanish: "Universiti Malaya"."""
STREET_BANK = re.compile(
    r"Bank (?!Negara|Rakyat|Mandiri|Indonesia|Islam|Simpanan|Muamalat|Al\b|of\b|Melli|Saderat|Hapoalim|Leumi)"
)
"""A bank by its first word that may be no name of a bank: "Bank Street"."""
ARTICLES = frozenset({"The", "A", "An"})
"""What may open a sentence before a name."""
LONG = 3
"""Words from which a name is no common one: the adjective of a country before it is a part of it."""
_LEGAL_BEFORE, _LEGAL_LAST = (
    "|".join(sorted(legal_words(heading))) for heading in ("written before another", "written behind a name")
)
LEGAL = re.compile(rf" (?:(?:{_LEGAL_BEFORE})\.? (?:{_LEGAL_LAST}|Limited)|{_LEGAL_LAST})\b\.?")
"""The legal form of a company behind its name."""
OF_TOWN = re.compile(r" (?P<noun>[a-z]{4,20}) [A-Z]")
"""Somebody of the town behind it: " lawyer Ann"."""
ENDS = re.compile(r"[.!?:;\"\u201d\u2019)]\s*$")
"""How a block of prose ends."""


def find_couples(text: str, block: Span, names: Spans[Name]) -> Iterator[Name]:
    """Bodies called after two people of one surname."""
    for match in COUPLE.finditer(text, block.start, block.end):
        if is_given(match["one"].split()[0]) and is_given(match["other"].split()[0]):
            yield Name(Span(*match.span()), "Organization")


COUPLE_BODY: Rule[Step] = Rule(
    "body of a couple",
    lay_in_blocks(find_couples),
    yes=(
        "The |Simon and Clara <P Weller> Foundation| gave land.",
        "The <P |Henry P.> and <P Ruth L. MacDunn> Foundation| gave land.",
        "The |Bill and Hilda Poe-Arden Trust| will pay.",
    ),
    no=("<O Ford> and the <O Gates Foundation> will pay.", "<P Ann> and <P Tom Poe> gave land."),
)


def find_openings(text: str, block: Span, names: Spans[Name]) -> Iterator[Name]:
    """Bodies whose kind comes first."""
    for match in OPENING.finditer(text, block.start, block.end):
        span = Span(match.start(), match.end() - (match[0].endswith(".")))
        if not STREET_BANK.match(match[0]) and all(span.holds(name.span) for name in names.overlapping(span)):
            yield Name(span, "Organization")


KIND_FIRST: Rule[Step] = Rule(
    "kind of body first",
    lay_in_blocks(find_openings),
    yes=(
        "They study at |Universiti <L Malaya|>.",
        "They study at |Universidad de Sonora|.",
        "|Bank Negara| sold dollars.",
        "The |Parti Buruh Maju| met.",
    ),
    no=("He walked down Bank Street.", "The <O Institut Kimia Perak> met.", "<P Anna Partido Lopez> left."),
)


def find_portfolios(text: str, block: Span, names: Spans[Name]) -> Iterator[Name]:
    """Bodies with what they are for; a second body that was run together with one is a name of its own."""
    prose = is_prose(text, block)
    for match in PORTFOLIO.finditer(text, block.start, block.end):
        end = find_theme_end(text, match)
        over = names.overlapping(Span(match.start(), end)) if end else ()
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
    end, closed, behind = None, False, 0
    for link in LINK.finditer(" " + match["themes"]):
        is_further = link.start() == behind and (not closed or link["mark"] == " ")
        if not (is_further and is_theme(link["word"])):
            break
        behind = link.end()
        closed = closed or "and" in link["mark"] or "&" in link["mark"]
        end = match.start("themes") - 1 + link.end() - (2 if link["word"].endswith(("'s", "\u2019s")) else 0)
    return end


def is_theme(word: str) -> bool:
    """Whether a word in capitals names a field of work, as a body has it in its name: "Trade", "Fisheries"."""
    plain = word.removesuffix("'s").removesuffix("\u2019s")
    if plain == "International":
        return True
    if plain.isupper() or any(is_other(plain) for is_other in (is_head, is_title, known_type, is_people)):
        return False
    return (is_common(plain) or THEME.fullmatch(plain.lower()) is not None) and classify_person(plain) is None


FIELD_OF_BODY: Rule[Step] = Rule(
    "body with its field",
    lay_in_blocks(find_portfolios),
    yes=(
        "It is the |Office of Science and Evaluation| that said so.",
        "The |Ministry of Trade, Industry and Fisheries| said so.",
        "The |Bureau of Alcohol, Tobacco, Firearms and Explosives| came.",
        "The <O |Ministry of Health| and |Doctors Without Borders|> signed.",
        "The |Institute of Strategic and International Studies| said so.",
        "The |Commission on Elections| agreed.",
        "He led the |Institute for Ports|. Her book is out.",
        "The |Ministry of Trade and Fisheries|'s letter came.",
    ),
    no=(
        "The <O Ministry of Health> and |<O Kenya Airways>| signed.",
        "The <O Department of Justice> and |<O Microsoft>| agreed.",
        "Office of Science",
        "The Department of <P Ann Poe> is small.",
        "The Council of <L Lagos> met.",
    ),
    reason="a heading, which ends without a mark, writes every word with a capital",
)


def find_headed(text: str, block: Span, names: Spans[Name]) -> Iterator[Name]:
    """Runs of words in capitals that end in a word for a body, where at most a part of them was found."""
    if not is_prose(text, block):
        return
    heads = frozenset(word for _, group in load_sections("body_words.txt") for word in group)
    tokens = split_tokens(text, block.start, block.end)
    for at, token in enumerate(tokens):
        if token.text not in heads or (at + 1 < len(tokens) and goes_on(tokens[at + 1])):
            continue
        start = find_run_start(tokens, at)
        span = Span(tokens[start].start, token.end)
        is_new = start < at and known_type(span.of(text)) is None
        if is_new and not any(blocks(text, name, span) for name in names.overlapping(span)):
            yield Name(span, "Organization")


def goes_on(token: Token) -> bool:
    """Whether a word in capitals goes on with what stands before it."""
    return token.is_joined and token.is_capitalized


def find_run_start(tokens: Sequence[Token], head: int) -> int:
    """The first word of the run of capitals that ends at `head`, without what only opens the sentence."""
    start = head
    while start and tokens[start].is_joined and is_part(tokens[start - 1]):
        start -= 1
    while start < head and opens(tokens[start]):
        start += 1
    return start


def is_part(token: Token) -> bool:
    """Whether a word can be part of a body's name: an owner only if it is a group: "Workers' Party"."""
    if not token.is_capitalized or is_title(token.text) or is_calendar(token.text):
        return False
    return not token.possessive or (is_common(token.text) and known_type(token.text) is None)


def opens(token: Token) -> bool:
    """Whether an article or a common word may only be capitalized because it opens the sentence."""
    is_plain = token.text in ARTICLES or (is_common(token.text) and not is_people(token.text))
    return token.is_first and is_plain


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


WORD_AT_END: Rule[Step] = Rule(
    "word for a body at the end",
    lay_in_blocks(find_headed),
    yes=(
        "The |Northern Fishers Party| lost.",
        "The <O |Kamrup> Zila Parishad| met.",
        "It is a firm called |Shivam Exports|.",
        "The |Cambodian People's <O Party|> met.",
    ),
    no=(
        "Kenya's |<O National Assembly>| met.",
        "The Iranian <O Foreign Ministry> met.",
        "The <P Ann Poe> Party met.",
        "The Party met.",
        "The Fishers Party Song is old.",
        "Friends of the Fishers Party",
    ),
)


def find_national(text: str, names: Spans[Name]) -> Iterator[Name]:
    """Bodies with the country behind them: "Central Bank of Nigeria", where both were found apart."""
    for name in names:
        more = COUNTRY.match(text, name.span.end) if may_have_country(text, name) else None
        country = longest_country(more["place"]) if more else 0
        if more and country:
            yield name._replace(span=Span(name.span.start, more.start("place") + country))


def may_have_country(text: str, name: Name) -> bool:
    """Whether the country behind a body may be a part of its name: several words that end in a word for a body."""
    words = name.span.of(text).split()
    is_body = name.type == "Organization" and len(words) > 1 and is_head(words[-1])
    return is_body and words[-1] not in cues("no country behind it")


COUNTRY_BEHIND: Rule[Step] = Rule(
    "country of a body",
    lay(find_national),
    yes=(
        "The <O |Central Bank> of <L Nigeria|> kept its rate.",
        "The <O |Human Rights Commission> of <L Nepal|> wrote.",
    ),
    no=(
        "The <O German Embassy> of <L Nepal> closed.",
        "The <O Central Bank> of Sunshine closed.",
        "The <O Brenlow> of <L Nepal> closed.",
        "The <L Central Bank> of <L Nepal> closed.",
    ),
)


def find_districts(text: str, names: Spans[Name]) -> Iterator[Name]:
    """Districts of courts with the place that they are in: the "Eastern District" of one state is not another's."""
    places = {name.span.start: name.span.end for name in names if name.type == "Place"}
    for name in names:
        of = DISTRICT.match(text, name.span.start) if name.type != "Person" else None
        if of and of.start("of") == name.span.end and of.end() in places:
            yield name._replace(span=Span(name.span.start, places[of.end()]))


DISTRICT_OF_COURT: Rule[Step] = Rule(
    "district of a court",
    lay(find_districts),
    yes=(
        "He was tried in the <O |Eastern District> of <L Texas|>.",
        "He was tried in the <L |Middle District> of the <L Ohio|>.",
    ),
    no=("He was tried in the <O Eastern District>.", "They left the <O Lake District> of <L Texas>."),
    reason="the district of one state is not that of another",
)


def find_incorporated(text: str, names: Spans[Name]) -> Iterator[Name]:
    """Companies with their legal form, where the model left it out."""
    for name in names:
        form = LEGAL.match(text, name.span.end - len(" Sdn") if name.span.of(text).endswith(" Sdn") else name.span.end)
        if form and name.type != "Person":
            yield Name(Span(name.span.start, form.end()), "Organization")


def find_campuses(text: str, block: Span, names: Spans[Name]) -> Iterator[Name]:
    """Universities with their campus: each is one of its own."""
    for match in campus_pattern().finditer(text, block.start, block.end):
        span = Span(*match.span())
        worker = OF_TOWN.match(text, span.end)
        is_of_town = ", " in match[0] and worker is not None and classify_person(worker["noun"]) is not None
        if not is_of_town and all(span.holds(name.span) for name in names.overlapping(span)):
            yield Name(span, "Organization")


CAMPUS: Rule[Step] = Rule(
    "campus of a university",
    lay_in_blocks(find_campuses),
    yes=(
        "<P Ann Roe>, <O |University of California>, <L San Diego|>'s chancellor, spoke.",
        "She left the <O |University of Texas> at <L Austin|> in May.",
        "The |University of Nevada, Las Vegas| won.",
    ),
    no=(
        "She left the <O University of Lagos>, <L Nigeria>.",
        "They sued the <O University of Michigan>, <L Flint> lawyer <P Ann Roe> said.",
        "The <O University of California> sued.",
        "The <O University of California, San Diego Health> sued.",
    ),
    reason="the town is a part of the name, and the system of all campuses is another body",
)


LEGAL_FORM: Rule[Step] = Rule(
    "legal form",
    lay(find_incorporated),
    yes=("<O |Brenlow> Ltd.| sold its mill.", "<O |Maju Sdn> Bhd| and <L |Marlow> Inc| met."),
    no=("<P Ann Marlow> Inc left.", "<O Brenlow> limited its sales.", "<O Brenlow> incorporated it."),
)


def longest_country(words: str) -> int:
    """The length of the longest country that the words begin with; 0: none."""
    parts = words.split()
    phrases = (" ".join(parts[:size]).rstrip(".") for size in range(len(parts), 0, -1))
    return next((len(phrase) for phrase in phrases if find_country(phrase)), 0)
