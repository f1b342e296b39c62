"""Which statement a quotation belongs to, and whether it is a clause or a phrase."""

import re

from generator.analysis.quotation_frames import Article, Frame
from generator.analysis.speakers import Speech, Voice
from generator.text.quotation_words import group

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_MANY = 8
"""Quoted words that make a clause even where no verb of it is known."""
_SOME = 4
"""Quoted words that make a clause if a pronoun or an auxiliary is among them."""
_BESIDE = 4
"""Tokens from a verb to what is said by it, where both stand beside each other: "called the plan ..."."""
_FULL_STOPS = frozenset(".;?!")


def match_voice(article: Article, speech: Speech, at: int) -> Voice | None:
    """The voice whose words the quotation at token index `at` of a frame gives; None where it is not plain."""
    after, before = _voice_after(speech, at), _voice_before(speech, at)
    if after and (at == 0 or _awaits_cue(article, speech.frame, at) or before is None):
        return after
    if before:
        return before
    entities = {voice.entity for voice in speech.voices}
    if len(entities) != 1:
        return None
    # "Smith called it “odd”; Miller said ...": a semicolon parts who speaks.
    only = speech.voices[-1]
    return None if any(speech.frame.word(i) == ";" for i in range(at, only.statement.first)) else only


def _awaits_cue(article: Article, frame: Frame, at: int) -> bool:
    """Whether the quotation ends as one does before "he said"."""
    passage = article.passages[frame.tokens[at].passage or 0]
    return passage.span.of(article.document.text).rstrip()[-1:] in tuple(",?!—–-…")


def _voice_after(speech: Speech, at: int) -> Voice | None:
    """The voice whose subject or verb begins right behind the quotation."""
    frame = speech.frame
    following = at + 2 if frame.word(at + 1) == "," else at + 1
    return next((v for v in speech.voices if v.statement.first == following), None)


def _voice_before(speech: Speech, at: int) -> Voice | None:
    """The last voice before the quotation within the same sentence."""
    voice = next((v for v in reversed(speech.voices) if v.statement.last < at), None)
    if voice is None:
        return None
    between = range(voice.statement.last + 1, at)
    return None if any(speech.frame.word(i) in _FULL_STOPS for i in between) else voice


def is_direct(article: Article, speech: Speech, at: int) -> bool:
    """Whether the quotation at token index `at` is a clause or more, not a phrase in somebody's sentence."""
    frame = speech.frame
    passage = article.passages[frame.tokens[at].passage or 0]
    text = passage.span.of(article.document.text).strip()
    words = _WORD.findall(text)
    if not words:
        return False
    if passage.goes_on or (frame.stands_alone and text[-1] in ".?!…"):
        return True
    if (text[-1] == "," or text[-1] in "?!—…") and _voice_after(speech, at):
        return True
    if text[0].isupper() and ((text[-1] in ".?!…" and len(words) > 1) or frame.word(at - 1) == ":"):
        return not _is_title(words) or bool(_voice_after(speech, at) or frame.word(at - 1) == ":")
    signs = group("clause-signs")
    has_sign = any(word.lower().replace("’", "'") in signs for word in words)
    return not _is_title(words) and (len(words) >= _MANY or (len(words) >= _SOME and has_sign))


def is_label(article: Article, speech: Speech, at: int, voice: Voice | None) -> bool:
    """Whether the quotation at token index `at` is only a name in quotation marks: a nickname, a title, a slogan.

    Words in capitals that make no clause and end as no sentence does, unless the one who uses them stands beside them.
    """
    frame = speech.frame
    text = article.passages[frame.tokens[at].passage or 0].span.of(article.document.text).strip()
    words = _WORD.findall(text)
    is_sentence = any(word.lower().replace("’", "'") in group("clause-signs") for word in words) or text[-1:] in "?!…"
    if is_sentence or not (_is_title(words) or (len(words) == 1 and words[0][0].isupper())):
        return False
    if voice is None:
        return True
    is_near = at - _BESIDE <= voice.statement.last < at
    return not is_near and voice is not _voice_after(speech, at)


def _is_title(words: list[str]) -> bool:
    """Whether the longer words are capitalized, as in the title of a book."""
    long = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(long) and all(not word[0].islower() for word in long)
