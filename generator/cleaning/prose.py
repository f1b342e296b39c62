"""What a block looks like before anybody knows what it is: running prose, or a line of something else."""

import re

from generator.model import Block

_CLOSERS = "\"'”’»)]}›*"
_FULL_STOPS = ".!?…:;。！？؟।．"
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\])+$")
_LAST_REMARK = re.compile(r"[ \u00a0]*\([^()\n]{1,80}\)\.?[ \u00a0]*\Z")
"""A remark in brackets after the last sentence, such as a credit."""
_NO_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that do not part words by spaces, or whose words are short."""
_WORD = re.compile(r"[^\W\d_][\w-]*")

SENTENCE_WORDS = 5
"""A line of fewer words is no sentence, whatever it ends with."""


def count_words(text: str) -> int:
    """Words, about; two characters count for one where words are not parted by spaces."""
    return len(text.split()) + len(_NO_SPACES.findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotation marks and brackets aside."""
    last = _FOOTNOTE.sub("", text[-200:])
    return any(end[-1:] in _FULL_STOPS for end in (_bare(last), _bare(_LAST_REMARK.sub("", last))) if end)


def _bare(text: str) -> str:
    """The text without closing quotation marks, brackets and spaces at its end."""
    return text.rstrip(_CLOSERS + " \u00a0")


def is_truncated(text: str) -> bool:
    """Whether the text breaks off with an ellipsis, as teasers do."""
    return _bare(text).endswith(("…", "...", "[…]", "[...]"))


def is_sentence(text: str) -> bool:
    """Whether the text reads as prose: some words, closed by a full stop or its like."""
    return count_words(text) >= SENTENCE_WORDS and ends_sentence(text) and not is_truncated(text)


def is_headline(text: str, *, most_words: int = 30) -> bool:
    """Whether the text could be a headline: one short line that does not end as a sentence does."""
    words = count_words(text)
    if not 1 <= words <= most_words or len(text) > 220 or "\n" in text:
        return False
    return _bare(text)[-1:] not in {".", ":", ";", ","} and _WORD.search(text) is not None


def content_words(text: str) -> frozenset[str]:
    """The longer words of a text, lower case: enough to see whether two texts are about the same."""
    return frozenset(word.lower() for word in _WORD.findall(text) if len(word) > 3)


def is_open(block: Block) -> bool:
    """Whether nobody has said yet what the block is, beyond what its format shows."""
    return block.kind in ("paragraph", "list_item", "quotation")
