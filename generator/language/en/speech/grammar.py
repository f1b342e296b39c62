"""The classes of `reporting_grammar.txt` as rules: each on the sentences that stand beside its words."""

from collections.abc import Iterator

from generator.language.en.speech.speakers import follow_speech
from generator.language.en.speech.trying import read_frames_of
from generator.model import Span
from generator.text.rules import Chain, Rule, rules_of_list


def try_class(rule: Rule[str], text: str) -> Iterator[Span]:
    """The words that name who speaks in a text."""
    context, _ = read_frames_of(text)
    for speech in follow_speech(context):
        for voice in speech.voices:
            if voice.statement.subject:
                yield voice.statement.subject.span


GRAMMAR = Chain("speech: grammar", rules_of_list("reporting_grammar.txt"), try_class)
