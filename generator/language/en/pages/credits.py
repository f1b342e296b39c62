"""Lines and ends of paragraphs that credit: wire services, photographs, who reported; and captions with their owner."""

import re
from functools import cache

from generator.language.en.pages.lines import Finder, ahead, find_first, near_end, span_of, try_lines, whole
from generator.language.en.pages.media import any_of, list_all, list_clear
from generator.model import Span
from generator.text.rules import Chain, Rule
from generator.text.wordlists import load_sections

_LONGEST, _LONGEST_IMAGE = 200, 130
_LONGEST_CAPTION = 400
_CAPTION_WORDS = 6
"""A caption that ends with its agency has more words: fewer are a credit or a path."""
_INPUTS = (
    r"(?:with )?(?:additional )?(?:inputs?|reports?|reporting|files|contributions?|agency inputs|material|information|"
    r"details) (?:from|by|of)(?: the)?(?: news)? \S[^()\n]{1,100}|with agencies|with agency inputs|agencies|agency|"
    r"(?:source|sources|via|courtesy|from|by) ?:? ?(?:NAMES)|(?:reporting|writing|editing|compiled) by [^()\n]{3,200}|"
    r"this (?:story|report|article) (?:has been|was|is) (?:auto-?generated|published|sourced|taken|republished|"
    r"reproduced|first published|originally published)[^\n]{3,160}|"
    r"(?:the )?(?:NAMES)(?:,? and [^()\n]{3,60})? contributed to this (?:report|story|article)\.?|"
    r"[A-Z][^()\n]{3,120} contributed to this (?:report|story|article)\.?"
)
"""How a text says from whom it has its news."""
_IMAGE = (
    r"\(?(?:(?:featured |cover |file |lead |main |representational |representative )?"
    r"(?:image|images|photo|photos|photograph|photographs|picture|pictures|pic|illustration|graphic|video|getty)"
    r"(?: ?(?:credits?|source|sources|courtesy|via|by|from|of))?|credits?|photo illustration)"
    r"(?: ?[:|/\u2014\u2013-] ?|(?<=by) (?=[A-Z])| courtesy:? )\S[^\n]{0,120}"
)
_FILE_IMAGE = (
    r"\(?(?:representational|representative|file|representation|illustrative)[ -](?:image|photo|picture|pic|only)"
    r"[^\n]{0,40}\)?"
)
_AFTER_SENTENCE, _AFTER_SENTENCE_OR_CREDIT = "(?<=[.!?…\"”’'»])", "(?<=[.!?…\"”’'»)])"


def _owners(heading: str) -> str:
    """The owners of pictures under a heading of the list, as a pattern."""
    return any_of(dict(load_sections("picture_owners.txt"))[heading])


@cache
def _several() -> str:
    """One agency or more, as a pattern: beside a known one an unknown one is believed, "(ANI/Northern Wire)"."""
    name = any_of(list_all())
    other = r"[A-Z][\w.&-]{1,30}(?: [A-Z][\w.&-]{1,30}){0,3}"
    more = rf" ?/ ?{other}|(?: ?[/,&|+-] ?(?:and )?| and )(?:{name})"
    return rf"(?:{other} ?/ ?)?(?:{name})(?:{more}){{0,4}}"


@cache
def _inputs() -> str:
    return "(?i:" + _INPUTS.replace("NAMES", f"(?-i:{_several()})") + ")"


@cache
def _wire_line() -> re.Pattern[str]:
    """A line that is the credit of a wire. A dash before an agency stands for a bracket: "-- Reuters"."""
    # Bare, on a line of its own, only a name that means nothing else is a credit.
    bare = rf"(?:{any_of(list_clear())})(?: ?[/&] ?(?:{any_of(list_clear())}))?"
    return re.compile(
        rf"(?:(?:(?P<open>\()|[\u2014\u2013-]{{1,2}} ?){_several()}(?(open)\))"
        rf"|(?P<before>\()?{_inputs()}(?(before)\))|{bare})[. ]*"
    )


@cache
def _wire_end() -> re.Pattern[str]:
    """The credit of a wire behind the last sentence."""
    return re.compile(
        rf"{_AFTER_SENTENCE}[ \t\u00a0]*"
        rf"(?P<credit>\((?:{_several()}|{_inputs()})\)|[\u2014\u2013-]{{1,2}} ?{_several()})[. ]*\Z"
    )


def _is_wire_line(words: str) -> Span | None:
    return span_of(_wire_line().fullmatch(words)) if len(words) <= _LONGEST else None


def _find_wire_end(words: str) -> Span | None:
    found = _wire_end().search(words, max(0, len(words) - 2 * _LONGEST))
    return span_of(found, "credit")


def _short(finder: Finder, most: int) -> Finder:
    """The finder for words of a certain length only."""
    return lambda words: finder(words) if len(words) <= most else None


_agency_end = near_end(
    rf"/ ?(?:{_owners('at the end of a caption')})(?: (?:file|pool|images?|photos?))?\.?\Z", 40, re.IGNORECASE
)
_image = whole(_IMAGE, re.IGNORECASE)

CREDIT_LINES: Chain[Finder] = Chain(
    "credit lines",
    (
        Rule(
            "agency or who reported",
            _is_wire_line,
            yes=(
                "|(ANI)|",
                "|-- Reuters|",
                "|Reuters|",
                "|(Reporting by Ann Lee in Holm; Editing by Bo Ek)|",
                "|(With inputs from agencies)|",
                "|The Associated Press contributed to this report.|",
            ),
            no=("The Times", "(EU)", "Reuters said so on Monday.", "The mayor and the agencies met in Holm on Friday"),
            reason="Of the agencies, only those whose name means nothing else stand bare on a line.",
        ),
        Rule(
            "credit of a picture",
            _short(_image, _LONGEST_IMAGE),
            yes=("|Photo by Ann Lee/Getty Images|", "|Image credit: Holm Daily|", "|(Image: Twitter/Harbour)|"),
            no=("Photo shows a boat", "The photo: a boat", "Photography is an art", "Credit is hard to get in Holm"),
        ),
        Rule(
            "file picture",
            _short(whole(_FILE_IMAGE, re.IGNORECASE), _LONGEST_IMAGE),
            yes=("|(File photo)|", "|Representational image|", "|File picture of the pier|"),
            no=("The file", "The file photo was sold", "A representative of the town"),
        ),
        Rule(
            "owner of a picture",
            _short(
                whole(
                    rf"(?:[^\n.|/]{{2,60}} ?[|/] ?){{1,3}}(?:{_owners('behind a name')}|Getty Images [^\n.]{{2,30}})|"
                    r"(?:Getty Images|AP Photo|REUTERS|Reuters) ?[/|] ?[^\n.]{2,60}|"
                    r"(?:Photo |Image )?(?:Courtesy|courtesy|COURTESY)(?: of|:) ?[^\n.]{2,80}"
                ),
                _LONGEST_IMAGE,
            ),
            yes=("|Ann Lee/Holm Daily/Getty Images|", "|Reuters/Bo Ek|", "|Courtesy of the town museum|"),
            no=("Ann Lee and Getty Images", "The ship/boat question", "Courtesy costs nothing"),
        ),
    ),
    try_lines,
)
"""What a line says that is a credit and nothing else."""

CREDIT_ENDS: Chain[Finder] = Chain(
    "credits behind a sentence",
    (
        Rule(
            "agency or who reported",
            _find_wire_end,
            yes=("The harbour opens on Monday, he said. |(ANI/Xinhua)|", "She left. |-- Reuters|"),
            no=("He joined the European Union (EU).", "It was so, said the port authority (PA).", "He works at (ANI)"),
        ),
        Rule(
            "credit of a picture",
            near_end(
                rf"{_AFTER_SENTENCE_OR_CREDIT}[ \t\u00a0]*"
                r"(?P<credit>\((?:image|photo|picture|pic|file photo|photo by|credit)s?"
                r"(?: credits?| source| courtesy)?[:/ ][^()\n]{2,100}\))[. ]*\Z",
                2 * _LONGEST,
                re.IGNORECASE,
                "credit",
            ),
            yes=("The ships are back. |(Photo: Twitter/Harbour)|", "He left (ANI). |(Image credit: Bo Ek)|"),
            no=("The ships are back (photo below).", "He never left. (He had no photo.)"),
        ),
    ),
    try_lines,
)
"""What stands behind the last sentence of a paragraph."""

CAPTIONS: Chain[Finder] = Chain(
    "captions",
    (
        Rule(
            "photographer and agency",
            lambda words: _agency_end(words) if len(words.split()) > _CAPTION_WORDS else None,
            yes=("The harbour of Holm at night in May.Ann Lee |/ Reuters file|",),
            no=("Ann Lee / Reuters", "The paper asked both Ann Lee and Reuters for the pictures of that night"),
        ),
        Rule(
            "credit in brackets",
            near_end(
                rf"\((?:Photo|Image|File photo|{_owners('in brackets')})[^()\n]{{0,80}}\)\.?\Z", 120, re.IGNORECASE
            ),
            yes=("Ships wait at the pier on Friday |(AP Photo/Ann Lee)|", "The old town |(Photo: Bo Ek).|"),
            no=("Ships wait (in the rain)", "(Photo: Bo Ek) shows the town", "The board (ANI)"),
        ),
        Rule(
            "owner at the end",
            whole(
                r"[^\n]{3,300}?"
                r"(?:\b(?:Images?|Photos?|Pictures?|Photographs?|Photo credit|Image credit)|Credits?)(?: ?: ?|\.{3})"
                r"(?:©|\(c\))? ?[A-Z][^\n.:]{1,60}\.?"
            ),
            yes=("|The harbour at night. Image: Ann Lee.|", "|Ships in the harbourCredit: Ann Lee|"),
            no=(
                "She sells photos: of boats.",
                "The image, he said, was Ann Lee’s.",
                "He has three photos. All are old.",
            ),
        ),
        Rule(
            "how captions begin",
            ahead(
                r"(?:(?:image|media|photo|video) caption|file photo ?:|file ?(?:-|\u2013|\u2014) ?in this|"
                r"in this [^\n]{4,40},? (?:file|handout|provided|undated) (?:photo|image|picture)|"
                r"(?:image|photo|picture) ?: ?(?=[A-Z][^\n]{40}))",
                re.IGNORECASE,
            ),
            yes=("|Image caption| The pier after the storm", "|In this Monday, file photo| the pier is seen"),
            no=("In this town, photos are rare", "The image caption was wrong", "Photo: Ann Lee"),
        ),
    ),
    try_lines,
)
"""What shows that a line stands under a picture."""


def find_credit(words: str) -> str | None:
    """The rule by which words are a credit and nothing else."""
    found = find_first(CREDIT_LINES, words)
    return found[0] if found else None


def is_image(words: str) -> bool:
    """Whether words have the form of a credit for a picture, whatever their length."""
    return _image(words) is not None


def find_credit_at_end(words: str) -> tuple[str, Span] | None:
    """The credit that a paragraph ends with, after its last sentence, with its rule."""
    return find_first(CREDIT_ENDS, words)


def find_caption(words: str) -> str | None:
    """The rule by which a line is a caption."""
    found = find_first(CAPTIONS, words) if len(words) <= _LONGEST_CAPTION else None
    return found[0] if found else None
