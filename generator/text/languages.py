"""The English names of languages, for people; codes stay in data."""

from functools import cache

from generator.text.wordlists import load_pairs


@cache
def _names() -> dict[str, str]:
    return load_pairs("languages.txt")


def name_language(tag: str) -> str:
    """The name of a language: "Latin" for `la`, "Portuguese (pt-BR)" for `pt-BR`; the tag where there is none."""
    code = tag.replace("_", "-").partition("-")[0].lower()
    name = _names().get(code)
    if name is None:
        return tag
    return name if code == tag.lower() else f"{name} ({tag})"


def find_language(name: str) -> str | None:
    """The code of a language by its English name."""
    wanted = name.strip().casefold()
    return next((code for code, known in _names().items() if known.casefold() == wanted), None)
