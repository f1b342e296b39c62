"""What the curator decides of oppositions: sentences that do not oppose each other, and those that do."""

from tests.linking.oppositions.collections import collect, the_one

SAID, DENIED = "Spain alleges that Kenya is arming rebels.", "Kenya denied arming rebels on Thursday."


def entry(kind: str, *refs: str) -> str:
    """An entry of the curator's file."""
    return f"- {kind}: [{', '.join(refs)}]\n"


def test_no_opposition() -> None:
    """The words of both sides take it from the page; whole sentences, with their briefs or without."""
    wrong = entry("no_opposition", f'"{SAID}"', f'"{DENIED} (in two)"')
    library = collect(SAID, DENIED, overrides=wrong)
    assert (library.oppositions, library.problems) == ((), ())


def test_an_opposition_that_no_rule_finds() -> None:
    """Two sentences of the curator's choice stand side by side, marked as his."""
    texts = ("The port is not for sale.", "The board plans to sell the port.")
    one = the_one(collect(*texts, overrides=entry("opposes", *(f'"{text}"' for text in texts))))
    assert (one.kind, one.by_editor, one.briefs) == ("denial", True, ("one", "two"))


def test_an_entry_that_means_nothing_says_so() -> None:
    """One line, with its place in the file."""
    (problem,) = collect(SAID, overrides=entry("opposes", "Nobody said it", f'"{SAID}"')).problems
    assert problem.path == "_overrides.yml:1"
    assert problem.what.startswith("no two sides have the words")
