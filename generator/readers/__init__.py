"""From a folder of sources to documents: `collect` finds the files, `read` makes a document of one of them."""

from generator.readers.collection import Collection, collect
from generator.readers.formats import READERS, read

__all__ = ["READERS", "Collection", "collect", "read"]
