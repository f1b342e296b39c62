"""What is new: every build has facts under ids made of their content, and a file in the folder `published` says with
which build each came. Two such states of a collection give one difference, wherever and whenever they are compared.
"""

from generator.news.comparing import compare, note_published
from generator.news.manifest import FILE, Published, read_published

__all__ = ["FILE", "Published", "compare", "note_published", "read_published"]
