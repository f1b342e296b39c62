"""Answers to a question: sentences of sources, ranked, each with what in it answers and where it stands. Nothing is
worded here: an answer is a slice of a source, or there is none.
"""

from generator.rendering.answers.asking import Reply, answer
from generator.rendering.answers.lines import Answer

__all__ = ["Answer", "Reply", "answer"]
