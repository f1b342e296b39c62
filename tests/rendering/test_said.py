"""By how many origins something is told, in words."""

import pytest

from generator.model import Corroboration, Independence, Origin
from generator.rendering.said import show_backing

AP = Origin(("AP",), ("a", "b"), True)
WIRES = Origin(("ANI", "Xinhua"), ("c",), True)
PAPER = Origin(("The <Courier>",), ("d",), True)
PART = Origin(("AP",), ("e",), False)
NOBODY = Origin((), ("f",), False)


@pytest.mark.parametrize(
    ("independence", "origins", "words"),
    [
        ("several origins", (AP, WIRES, PAPER), "told by 4 briefs of 3 origins: AP; ANI/Xinhua; The &#60;Courier&#62;"),
        ("one origin", (AP,), "told by 2 briefs of one origin: AP"),
        ("one origin", (Origin((), ("f", "g"), False),), "told by 2 briefs of one origin"),
        ("one source", (WIRES,), "one source only: ANI/Xinhua"),
        ("one source", (NOBODY,), "one source only"),
        (
            "not established",
            (PART, WIRES),
            "told by 2 briefs, origins AP in part and ANI/Xinhua; independence not established",
        ),
        ("not established", (AP, NOBODY), "told by 3 briefs, origin AP; independence not established"),
        ("not established", (NOBODY, NOBODY), "told by 2 briefs; independence not established"),
    ],
)
def test_what_is_told_of_origins(independence: Independence, origins: tuple[Origin, ...], words: str) -> None:
    """Names are escaped; a part is called one; only several named origins count as independent."""
    backing = show_backing(Corroboration(sum(len(o.briefs) for o in origins), origins, independence))
    assert backing
    assert backing.words == words
    assert backing.is_independent is (independence == "several origins")


def test_what_was_not_counted_is_not_told() -> None:
    """Where counting failed, there is no word of it."""
    assert show_backing(None) is None
