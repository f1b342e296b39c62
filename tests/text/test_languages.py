"""Names of languages."""

import pytest

from generator.text.languages import name_language


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        *(("la", "Latin"), ("en", "English"), ("EN", "English"), ("ckb", "Central Kurdish")),
        *(("pt-BR", "Portuguese (pt-BR)"), ("zh_Hant", "Chinese (zh_Hant)"), ("xx", "xx"), ("English", "English")),
    ],
)
def test_a_language_is_called_by_its_english_name(tag: str, name: str) -> None:
    """A tag that says more is shown too; one that nobody knows is left as it is."""
    assert name_language(tag) == name
