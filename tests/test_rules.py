"""Every rule of the house finds its yes-sentences and none of its no-sentences: one test for all chains."""

import importlib
import pkgutil
from typing import Any

import pytest

import generator
from generator.text.rules import Chain, Rule, explain_failure

SKIPPED = ("generator.__main__", "generator.readers.child")
"""Programs: importing them runs them or takes over the pipes."""


def list_chains() -> list[Chain[Any]]:
    """Every chain that a module of the house defines, by name."""
    found: dict[int, Chain[Any]] = {}
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name not in SKIPPED:
            values = vars(importlib.import_module(module.name)).values()
            found |= {id(value): value for value in values if isinstance(value, Chain)}
    return sorted(found.values(), key=lambda chain: chain.name)


CHAINS = list_chains()
RULES = [pytest.param(chain, rule, id=f"{chain.name}-{rule.name}") for chain in CHAINS for rule in chain]


def list_sentences() -> list[Any]:
    """Each sentence of each rule, with whether the rule must find something in it."""
    return [
        pytest.param(chain, rule, is_yes, sentence, id=f"{chain.name}-{rule.name}-{'yes' if is_yes else 'no'}-{at}")
        for chain in CHAINS
        for rule in chain
        for is_yes, sentences in ((True, rule.yes), (False, rule.no))
        for at, sentence in enumerate(sentences)
    ]


@pytest.mark.parametrize(("chain", "rule", "is_yes", "sentence"), list_sentences())
def test_a_rule_on_its_sentences(chain: Chain[Any], rule: Rule[Any], is_yes: bool, sentence: str) -> None:
    """What stands between bars in a yes-sentence is found by its rule; in a no-sentence nothing is."""
    assert not explain_failure(chain, rule, sentence, is_yes=is_yes)


@pytest.mark.parametrize(("chain", "rule"), RULES)
def test_a_rule_shows_where_it_holds_and_where_it_ends(chain: Chain[Any], rule: Rule[Any]) -> None:
    """A rule has a name of its own, at least one yes- and one no-sentence."""
    assert rule.yes
    assert rule.no
    assert rule.name
    assert [other.name for other in chain].count(rule.name) == 1


def test_the_chains_of_the_house() -> None:
    """Each chain has a name of its own."""
    names = [chain.name for chain in CHAINS]
    assert sorted(set(names)) == names
