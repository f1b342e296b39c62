"""The forms of a label in front of a turn: "MS. ABARA:", "Q", "Mr. ROE of Ohio.", "Tess Morrow  0:31" over it.

A label by itself shows nothing: "NOTE:" has the same form. How many of them make a transcript is told in `turns.py`.
"""

import re
from collections.abc import Iterator

from generator.language.en.pages.lines import Finder, try_lines, whole
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_set

STAMP = (
    r"(?:\u200e?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?\]?(?: ?[-\u2013:])? \u200e?)"
)
"""Day and hour of a message in an exported chat, in the forms of the systems that export them."""
_HOUR = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?"
_HOUR_BEHIND = r"(?: [\[(]\d{1,2}:\d{2}(?::\d{2})?[\])])?"
CLOCK = rf"(?:{_HOUR} )"
NOTE = r"(?: ?\([^()\n]{1,60}\)){0,3}(?:(?:,| --| [-\u2013\u2014]) ?[^:\n]{1,100}?)?(?: ?\([^()\n]{1,60}\)){0,2}"
"""What may stand behind a name: party and place in brackets, a role, "(voice-over)"."""
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
NAMED = rf"[{_CAPITAL}][\w.'\u2019-]{{0,30}}"
_CAPS = rf"(?:Ma?c)?[{_CAPITAL}][{_CAPITAL}'\u2019.-]"
_FULL = rf"{NAMED}(?: (?:{NAMED}|of|the|for|and|da|van|von|al|bin|el|hon\.|members?|en|des?)){{0,8}}"
TITLES = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Hon|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Amb|Sir|Dame|Lord|Lady|Baroness|Madam)\b\.?|"
    r"(?:Vice |Co-)?Chair(?:man|woman|person)?\b|Ranking Member|Senator|Representative|Congress(?:man|woman)|Secretary|"
    r"General|Admiral|Ambassador|Judge|Justice|Director|Commissioner|Governor|Mayor|President|Prime Minister)"
)
"""Titles before the name of a speaker."""
_OFFICES = (
    r"(?:acting |vice |deputy )?(?:presiding officer|speaker(?: pro tempore)?|chair(?:man|woman|person)?|"
    r"president(?: pro tempore)?|clerk|secretary|court|witness)"
)
_NO_TITLE = r"(?!(?:Mrs?|Ms|Dr|Gen|Col|Sen|Rep|Gov|Lt|Capt|Prof|Hon|Maj|Sgt|Adm|Brig|Jr|St|Rev)\.)"
_OFFICE = re.compile(rf"(?:(?:the|mr|mrs|ms|madam)\b\.? )?(?:{_OFFICES})\.?", re.IGNORECASE)
_BEGINS = r"(?=[ \u00a0]{1,3}[\"\u201c\u2018'(\[A-Z0-9])"
LABEL = re.compile(
    rf"(?P<stamp>{STAMP})?{CLOCK}?(?:"
    r"(?P<anonymous>(?:Q|A|QUESTION|ANSWER|Question|Answer|INTERVIEWER|Interviewer|REPORTER|Reporter|SPEAKER \d{1,2}|"
    r"Speaker \d{1,2})(?:\s?:(?=\s)|[ \u00a0]{2,8}(?=\S)|\t)"
    rf"|[QA]\.{_BEGINS}|Q(?=[ \u00a0][\"\u201c\u2018'(\[A-Z\u2014\u2013]))"
    rf"|(?P<stopped>(?:{TITLES} (?:[{_CAPITAL}][\w'\u2019-]+ |[A-Z]\. ){{0,2}}{_NO_TITLE}[{_CAPITAL}][\w'\u2019-]+"
    rf"(?: of [A-Z]\w+(?: [A-Z]\w+){{0,2}})?|The (?i:{_OFFICES})))\.{_BEGINS}"
    rf"|(?P<caps>{_CAPS}+(?: {_CAPS}*){{0,6}}){NOTE}(?: {_HOUR})?\s?:(?=\s|$){_HOUR_BEHIND}"
    rf"|(?P<mixed>{_FULL}){NOTE}(?: {_HOUR})?\s?:(?=\s|$){_HOUR_BEHIND}"
    r")"
)
"""The label of a turn at the head of a line."""
TIMED = re.compile(rf"{STAMP}|{CLOCK}")
"""What may stand before the name in a label."""
CLOCKED = re.compile(rf"\s*{_HOUR}\s*$")
"""What may stand behind it."""
HELD = re.compile(
    r"\((?:(?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS|MISS|DR|Hon|Sir|Dame|Lord)\b\.? )([^()]{2,40})\)"
    r"|^(?:The|Minister|Secretary)\b[^()]{3,80} \(([A-Z][^()\s]+ [A-Z][^()]{1,40})\)"
)
"""Who holds the office that the label names: "The Minister of Transport (Mr. Poe):"."""
ADDRESSED = re.compile(r"(?:The|Mr|Mrs|Ms|Miss|Dr|Hon|Madam|Sir|Senator|Sen)\b")
"""How a label that occurs once shows in a transcript that it is one."""
TITLED = re.compile(rf"(?:{TITLES}) ", re.IGNORECASE)
_NUMBER = re.compile(r"[ #]*\d{0,3}[ .:\t\u00a0]*$")
_ANYBODY = re.compile(r"(?:the|an?|some|several|unidentified|unknown|unnamed|other) ")
_SMALL_WORDS = frozenset(("of", "the", "for", "and", "de", "da", "van", "von", "al", "bin", "el", "en", "des"))


def key_of(label: re.Match[str]) -> str:
    """Who speaks, as labels of one speaker have it in common: the last word of the name."""
    held = HELD.search(label[0])
    name = (held[1] or held[2]) if held else next(filter(None, label.groups()[1:]), label[0])
    return str(name).strip(" :\t\u00a0").split()[-1].strip(".").upper()


def is_unnamed(words: str) -> bool:
    """Whether the words of a label, without stamp and colon, name nobody: "Q", "UNIDENTIFIED MALE", "Speaker 3"."""
    bare = _NUMBER.sub("", words).casefold()
    return _ANYBODY.sub("", bare) in load_set("unnamed_speakers.txt") or bare in load_set("unnamed_speakers.txt")


def is_office(words: str) -> bool:
    """Whether words are an office by which somebody who presides or is heard is called: "Mr Speaker", "THE COURT"."""
    return _OFFICE.fullmatch(words) is not None


def is_name_of_speaker(name: str) -> bool:
    """Whether words may name somebody: no word of furniture, no place."""
    if is_unnamed(name):
        return True
    if len(name) < 2 or any(word.strip(".").lower() in load_set("no_turns.txt") for word in name.split()):
        return False
    return name.title() not in load_set("known_places.txt")


def is_speaker(label: re.Match[str]) -> bool:
    """Whether a label may name somebody."""
    return bool(label["anonymous"] or label["stopped"]) or is_name_of_speaker(label["caps"] or label["mixed"])


def is_full_name(name: str) -> bool:
    """Whether words look like first and last name: two to five words with capitals, but for small ones between."""
    words = name.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def find_labelled(words: str) -> Span | None:
    """The name of a person in the words of a label, where a title before it or a first name shows that it is one."""
    title = TITLED.match(words)
    start = title.end() if title else 0
    name = re.match(rf"{NAMED}(?:[ ]{NAMED}){{0,3}}", words[start:])
    if name is None or is_unnamed(words) or is_office(words):
        return None
    given = name[0].split()[0].title() in load_set("given_names.txt")
    if not title and not (given and is_full_name(name[0])):
        return None
    return Span(start, start + len(name[0].rstrip(".")))


def _try_label(rule: Rule[str], text: str) -> Iterator[Span]:
    """The labels at the heads of lines that have the form which the rule names."""
    for line in re.finditer(r"\S[^\n]*", text):
        found = LABEL.match(line[0])
        if found and found[rule.find] and is_speaker(found):
            yield Span(line.start(), line.start() + found.end())


LABELS: Chain[str] = Chain(
    "labels of turns",
    (
        Rule(
            "letter or word for anybody",
            "anonymous",
            yes=(
                "|Q:| Who pays?",
                "|QUESTION:| When?",
                "|Q    |Who pays?",
                "|Q.| Who?",
                "|Q| Who?",
                "|Speaker 2:| Soon.",
            ),
            no=("Q is a letter", "A town sleeps", "QUESTIONS: three", "Answers: see below"),
        ),
        Rule(
            "name with a full stop",
            "stopped",
            yes=(
                "|Mr. ROE.| I rise to speak.",
                "|Ms. POE of New York.| Will he yield?",
                "|The PRESIDING OFFICER.| Without objection.",
                "|Chairman Roe.| We begin.",
            ),
            no=(
                "Mr. Roe said so. He left.",
                "The town slept. It rained.",
                "Tom Roe. He left.",
                "Lt. Gen. Karl Ost met her.",
            ),
        ),
        Rule(
            "name in capitals",
            "caps",
            yes=(
                "|MS. ROE:| Good day.",
                "|GOV. TOM ROE (R), WESTLAND:| It is late.",
                "|TOM McROE, CHANNEL 9:| So it is.",
                "|HL:| I was a boy.",
            ),
            no=("NOTE: all times are local", "MOSCOW: The talks go on", "Ms. Roe: Good day."),
        ),
        Rule(
            "name",
            "mixed",
            yes=(
                "|Mr. Roe:| I will.",
                "|Luis Poe, KXYZ (voice-over):| The hall was full.",
                "|The Minister of Works (Mr. Sami Roe):| I beg to move.",
                "|Ann Poe -- Chief Executive:| We sold more.",
                "|Ann Poe (00:12):| We sold more.",
            ),
            no=("Photo: Ann Lee", "he said: I will", "Moscow: The talks go on"),
        ),
    ),
    _try_label,
)
"""The forms of a label; `find` is its group in the pattern. They count where labels recur all over a text. One pattern
tries them in this order, as each is another way to go on behind the same hour."""

HEADS: Chain[Finder] = Chain(
    "lines over turns",
    (
        Rule(
            "name and hour",
            whole(rf"{_FULL}(?: \d{{1,2}})?(?: ?\([^()\n]{{1,60}}\)){{0,2}}[ \t\u00a0]{{1,4}}{_HOUR}:?"),
            yes=("|Ann Poe  0:05|", "|Speaker 2 (00:12):|"),
            no=("At 0:05 he left", "Ann Poe", "12:30"),
        ),
        Rule(
            "name alone",
            whole(rf"{_FULL}(?: \([^()\n]{{1,60}}\)){{0,3}}"),
            yes=(
                "|Ann Poe|",
                "|Tom Roe (Westmoor) (Lab)|",
                "|The Secretary of State for Health (Ann Poe)|",
                "|Mr Speaker|",
            ),
            no=("Ann Poe spoke", "Ann Poe:", "the chair"),
            reason="A heading has the same form; names count only where they recur over words that somebody says.",
        ),
    ),
    try_lines,
)
"""Lines that name who says what stands below them."""
