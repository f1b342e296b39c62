"""From a folder of sources to documents: `collect` finds the files, `read` makes a document of one of them."""

from generator.readers.collection import Collection, collect, open_file
from generator.readers.formats import READERS, read

__all__ = ["READERS", "Collection", "collect", "open_file", "read"]
