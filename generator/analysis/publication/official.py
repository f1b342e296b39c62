"""What an opinion of a court or an official document states of itself: the court, who wrote it, its number."""

from collections.abc import Iterator
from itertools import islice

from generator.analysis.publication.rules import FindAuthors, FindField, Scene, agree, source, state, try_source
from generator.language.wording import find_official
from generator.model import Authors, Field, Span
from generator.text.rules import Chain, Rule

_HEAD = 24
"""Lines at the beginning in which a document says what it is."""
_OPINION = source("SUPREME COURT OF NORTHMARK", "No. 19-1257", "HAROLD TESSLER v. PORT OF HOLM")


def _lines(scene: Scene) -> Iterator[Span]:
    """The lines of all blocks, without white space at their ends."""
    for block in scene.document.blocks:
        at = block.span.start
        for line in block.span.of(scene.document.text).split("\n"):
            yield Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
            at += len(line) + 1


def _find(scene: Scene, rule: str, most: int = _HEAD) -> Iterator[Field]:
    """What a rule finds in the first lines."""
    for line in islice(_lines(scene), most):
        if found := find_official(rule, line.of(scene.document.text)):
            yield state(scene.document, line.start + found.start, line.start + found.end)


def _find_docket(scene: Scene) -> Field | None:
    """The number of the docket under the name of a court; of several cases the first."""
    return next(_find(scene, "docket"), None) if next(_find(scene, "court"), None) else None


def _find_symbol(scene: Scene) -> Field | None:
    return agree(list(_find(scene, "symbol")))


def _find_court(scene: Scene) -> Field | None:
    return next(_find(scene, "court"), None) if _find_docket(scene) else None


def _find_judge(scene: Scene) -> Authors | None:
    """The one judge who is told to have written the opinion."""
    found = list(_find(scene, "judge who wrote", 80)) if _find_docket(scene) else []
    first = found[0] if found else None
    return Authors((first.value or "",), "stated", first.span) if first and agree(found) else None


def _find_resolution(scene: Scene) -> Field | None:
    """The line that numbers a resolution, where the document has a symbol."""
    return next(_find(scene, "resolution or decision"), None) if _find_symbol(scene) else None


RESOLUTION: Rule[FindField] = Rule(
    "number of a resolution",
    _find_resolution,
    yes=(source("S/RES/2991 (2021)", "|Resolution 2991 (2021)|"),),
    no=("Resolution 2991 (2021)", source("S/RES/2991 (2021)", "It rained.")),
)
COURT: Rule[FindField] = Rule(
    "court of an opinion",
    _find_court,
    yes=(source("|SUPREME COURT OF NORTHMARK|", "No. 19-1257"),),
    no=(source("SUPREME COURT OF NORTHMARK", "It rained."), source("No. 19-1257", "The court met.")),
)
JUDGE: Rule[FindAuthors] = Rule(
    "judge who wrote the opinion",
    _find_judge,
    yes=(source(_OPINION, "JUSTICE |MARLOWE| delivered the opinion of the Court."),),
    no=(
        source(_OPINION, "JUSTICE OKAFOR, dissenting."),
        source(_OPINION, "VENN, District Judge.", "ONO, District Judge."),
        "JUSTICE MARLOWE delivered the opinion of the Court.",
    ),
)
NUMBER: Chain[FindField] = Chain(
    "number",
    (
        Rule(
            "docket of a court",
            _find_docket,
            yes=(source("SUPREME COURT OF NORTHMARK", "No. |19-1257|"),),
            no=("No. 19-1257", "SUPREME COURT OF NORTHMARK"),
        ),
        Rule(
            "symbol of a document",
            _find_symbol,
            yes=(source("United Nations", "|S/RES/2991 (2021)|"), "|PC.DEC/1399|"),
            no=("He read S/RES/2991 (2021) twice.", source("A/76/L.3", "A/76/L.4")),
        ),
    ),
    try_source,
)
