"""What a language model of the user's own writes of a brief, where the setting `summarizer` names one. Nothing of it is
evidence: each sentence names those of the source on which it rests, is held against them, and is shown apart.
"""

from generator.summarizer.writing import PLACE as SUMMARIZER
from generator.summarizer.writing import write_summaries

__all__ = ["SUMMARIZER", "write_summaries"]
