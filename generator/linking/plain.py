"""Words that say nothing of a subject, and names that mean something else in the next country."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def read_list(file: str) -> frozenset[str]:
    """The lines of a packaged word list, without its comments."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def list_plain(language: str) -> frozenset[str]:
    """The words of a language (a BCP 47 code) that say nothing of a subject, in lower case."""
    rows = (line.partition("\t") for line in read_list("function_words.txt"))
    own = frozenset(word for code, _, words in rows if code == language.split("-")[0] for word in words.split())
    return own | read_list("plain_words.txt")


def list_generic() -> frozenset[str]:
    """Folded words of which a name consists that each country has: "Supreme Court"."""
    return read_list("generic_names.txt")


def list_ambiguous() -> frozenset[str]:
    """Folded names that well-known places of different countries share."""
    return read_list("ambiguous_places.txt")


def list_legal_forms() -> frozenset[str]:
    """Folded words at the end of a company's name that are not compared: "inc"."""
    return read_list("legal_forms.txt")


def list_many() -> frozenset[str]:
    """Folded names of bodies of which one country has many: "embassy"."""
    return read_list("many_bodies.txt")


def list_short() -> frozenset[str]:
    """Folded words that name something else in each place when they stand alone: "post"."""
    return read_list("short_names.txt")
