"""Text to what the network reads: words as Universal Dependencies cuts English, numbers of word pieces, letter case
(the encoder knows no capitals), and windows of a long text. A word is judged by the window that owns it; the cost
is linear.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from generator.model import Span

MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
"""Combining marks, soft hyphens and zero-width signs: part of the word they stand in."""
LETTER = f"[^\\W_][{MARKS}]*"
ABBREVIATIONS = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|Ft|Jr|Sr|Inc|Corp|Co|"
    "Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vs|etc|al|cf|ca|approx|dept|est|vol|pp|Fig|Figs|Ph\\.D|"
    "Ave|Blvd|Rd"
)
"""Words that keep their full stop; the treebanks' own habit."""
PREFIXES = "non|co|pre|pro|anti|re|cross|mid|multi|ex|post|sub|semi|mini|inter|counter|pseudo|ultra|micro|neo|bi|e"
"""What keeps its hyphen before a word that is no name: pre-war, but pro - Beijing."""
UNITS = "[ap]\\.?m|[AP]M|km|kg|mm|cm|ft|bn|tn|m|k|lbs?|mph|mg|ml|GB|MB|TB|MW|GW"
"""What is cut from the figure it follows: 5 | bn."""
CLITIC = "(?:[Ss]|[Rr][Ee]|[Vv][Ee]|[Ll]{2}|[Dd]|[Mm])\\b"
TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}}]            # an address
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}}             # an e-mail address
    | [\w-]{{1,64}}\.(?:com|org|net|edu|gov|info|doc|xls|pdf)\b         # example.org
    | (?:[A-Za-z]\.){{2,}}                                           # U.S.
    | [A-Z]\.(?=\s?[A-Z])                                            # an initial: J. Smith
    | (?:{ABBREVIATIONS})\.
    | (?:[Nn]o|[Nn]os)\.(?=\s?\d)                                    # No. 10
    | \d{{2,4}}(?:-\d{{2,4}}){{2}}\b                                    # 800-555-0199
    | \d+(?:[.,:/]\d+)*(?=(?:{UNITS})\b)                            # 5|pm
    | \d+(?:[.,:/]\d+)*(?:{LETTER})*                                 # 1,000.5 and 20th
    | (?:[Cc]an(?=not\b)|[Gg]on(?=na\b)|[Ww]an(?=na\b)|[Gg]ot(?=ta\b))
    | [^\W\d_]+?(?=[Nn]['’][Tt]\b)                                   # do|n't
    | [Nn]['’][Tt]\b
    | ['’]{CLITIC}                                                  # Obama|'s
    | (?i:{PREFIXES})-[a-z]{{2,}}                                     # co-founder
    | (?:{LETTER})+(?:(?:['’](?!{CLITIC})|&)(?:{LETTER})+)*           # O'Brien, AT&T
    | (?P<sign>[-=*_~\#<>'’`])(?P=sign)+ | [.!?]{{2,}} | [:;]-?[)(](?!\w) | [^\w\s] | _
    """,
    re.VERBOSE,
)
"""One word. Every character that is no white space belongs to exactly one; the first alternative that fits wins."""


def find_tokens(text: str, spans: Iterable[Span]) -> list[list[Span]]:
    """The words of each of `spans`, which are runs of `text`; linear in its length."""
    return [[Span._make(match.span()) for match in TOKEN.finditer(text, *span)] for span in spans]


VOCABULARY = Path(__file__).parent / "data" / "vocab.txt"
PAD, UNKNOWN, START, BREAK = 0, 100, 101, 102
"""Numbers of the pieces [PAD], [UNK], [CLS] and [SEP]; a break stands between blocks and at the end of a window."""
LIMIT = 6
"""Pieces kept of one word: an address of 300 characters says no more than its beginning."""
KEPT = 50_000
"""Words whose pieces are kept."""
NO_CASE, LOWER, CAPITALIZED, UPPER, INITIAL, NUMBER, SIGN, MIXED = range(8)


@cache
def load_tokenizer() -> Tokenizer:
    """The word-piece tokenizer of MiniLM, lower-casing and without accents."""
    tokenizer = Tokenizer(WordPiece.from_file(str(VOCABULARY), unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


@lru_cache(maxsize=KEPT)
def find_case(word: str) -> int:
    """The letter case of a word, 1 to 7."""
    if not word[0].isalnum():
        return SIGN
    if word.isdigit():
        return NUMBER
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else INITIAL
    if word[0].isupper() and word[1:].islower():
        return CAPITALIZED
    return MIXED


def find_pieces(words: Sequence[str]) -> list[list[int]]:
    """The pieces of each word, at least one and at most `LIMIT`. They depend on the word alone."""
    return list(map(_pieces_of, words))


@lru_cache(maxsize=KEPT)
def _pieces_of(word: str) -> list[int]:
    encoding = load_tokenizer().encode([word], is_pretokenized=True, add_special_tokens=False)
    return encoding.ids[:LIMIT] or [UNKNOWN]


WIDTH = 126
"""Pieces in a window, its start and end aside."""
CONTEXT = 8
"""Pieces of the words before that a window repeats, at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words: `start` to `end` are read, `own` to `end` are judged. Indexes into the words of the text."""

    start: int
    own: int
    end: int


def rank_break(word: str, following: str | None, *, is_block_end: bool) -> int:
    """How good it is to cut between two words: 3 between blocks, 2 after what seems a sentence, 1 after a sign, 0."""
    if is_block_end or following is None:
        return 3
    is_mark = word[-1] in ".!?…”\"’':;" and (len(word) == 1 or word[0] in ".!?…")
    if is_mark and not following[0].islower():
        return 2
    return 0 if word[0].isalnum() else 1


def cut_windows(
    sizes: Sequence[int], breaks: Sequence[int], *, width: int = WIDTH, context: int = CONTEXT
) -> list[Window]:
    """The windows over words that take `sizes` pieces; `breaks[i]` ranks a cut after word i.

    A cut falls at the best rank in the last two fifths of the window, the later the better.
    """
    windows: list[Window] = []
    own = 0
    while own < len(sizes):
        start, used = own, 0
        while start > 0 and breaks[start - 1] < 3 and used + sizes[start - 1] <= context:
            start -= 1
            used += sizes[start]
        end, best, cut = own, -1, own + 1
        while end < len(sizes) and used + sizes[end] + (breaks[end] == 3) <= width:
            used += sizes[end] + (breaks[end] == 3)
            end += 1
            if used >= 0.6 * width and breaks[end - 1] >= best:
                best, cut = breaks[end - 1], end
        cut = len(sizes) if end == len(sizes) else cut
        windows.append(Window(start, own, cut))
        own = cut
    return windows
