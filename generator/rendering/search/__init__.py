"""The index of the search, made of what the library knows: nothing is read out of finished pages again."""

from collections.abc import Collection

from generator.model import Library, Page
from generator.rendering.addresses import LinkStyle
from generator.rendering.search.index import File, Index
from generator.rendering.search.records import Told, find_called, find_told
from generator.rendering.search.words import split_words
from generator.text.wordlists import load_pairs

__all__ = ["File", "Index", "Told", "find_told", "start_index"]


def start_index(library: Library, pages: Collection[Page], *, links: LinkStyle) -> Index:
    """Begin the index with all names that have a page. Equal libraries give equal files, byte for byte."""
    names = (form for entity in library.entities for form in (entity.name, *entity.aliases))
    return Index(find_called(library, pages, links), find_stops(library), names)


def find_stops(library: Library) -> frozenset[str]:
    """The function words of the languages of the collection, as the search folds them."""
    listed = load_pairs("function_words.txt")
    languages = {brief.analysis.language.partition("-")[0] for brief in library.briefs} | {"en"}
    words = (word for language in sorted(languages) for word in listed.get(language, "").split())
    return frozenset(folded for word in words for folded, _ in split_words(word))
