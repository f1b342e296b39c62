"""Words to what the network reads: numbers of word pieces and of letter case.

The encoder knows no capital letters; a small embedding of the letter case gives them back, so that headlines and
shouted text differ from running text in one feature only.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

VOCABULARY = Path(__file__).parent / "data" / "vocab.txt"
PAD, UNKNOWN, START, BREAK = 0, 100, 101, 102
"""Numbers of the pieces [PAD], [UNK], [CLS] and [SEP]; a break stands between blocks and at the end of a window."""
LIMIT = 6
"""Pieces kept of one word: an address of 300 characters says no more than its beginning."""
NO_CASE, LOWER, CAPITALIZED, UPPER, INITIAL, NUMBER, SIGN, MIXED = range(8)


@cache
def load_tokenizer() -> Tokenizer:
    """The word-piece tokenizer of MiniLM, lower-casing and without accents."""
    tokenizer = Tokenizer(WordPiece.from_file(str(VOCABULARY), unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


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
    """The pieces of each word, at least one and at most `LIMIT`."""
    encoding = load_tokenizer().encode(words, is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None and len(pieces[word]) < LIMIT:
            pieces[word].append(piece)
    return [found or [UNKNOWN] for found in pieces]
