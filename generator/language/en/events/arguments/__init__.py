"""Who and what has a part in a happening, and where it is: by the parse around its trigger and `frames.txt`."""

from generator.language.en.events.arguments.chain import find_arguments

__all__ = ["find_arguments"]
