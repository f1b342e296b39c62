"""The happenings of a sentence, for the tests."""

from generator.language.en.events.triggers import Trigger, find_triggers
from generator.language.en.names.chain import find_english_names
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Span


def read_happenings(sentence: str) -> tuple[Trees, tuple[Mention, ...], list[Trigger]]:
    """A sentence read, with its names and its triggers; each name is an entity of its own words."""
    whole = [Span(0, len(sentence))]
    trees = read_trees(sentence, whole)
    names = find_english_names(sentence, whole)
    mentions = tuple(Mention(name.span, name.type, name.span.of(sentence)) for name in names)
    return trees, mentions, find_triggers(trees, mentions)
