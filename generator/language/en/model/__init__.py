"""The language model at work: English text in; words, sentences, names and parse out. See MODEL_CARD.md."""

from generator.language.en.model.reading import Reading, Token, read_text

__all__ = ["Reading", "Token", "read_text"]
