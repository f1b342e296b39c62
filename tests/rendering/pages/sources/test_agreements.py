"""What other briefs tell too says by how many origins."""

from dataclasses import replace

from generator.model import Agreement, Corroboration, Evidence, Origin
from generator.rendering import render
from tests.rendering.shelf import SETTINGS, full_library


def test_a_claim_says_who_else_has_it() -> None:
    """On the page of each brief that has it, and on that of the speaker."""
    library = full_library()
    briefs = {brief.id: brief for brief in library.briefs}
    claims = {id_: briefs[id_].analysis.claims[0] for id_ in ("one", "two")}
    evidence = tuple(Evidence(id_, claim.span) for id_, claim in claims.items())
    origins = (Origin(("AP",), ("one",), True), Origin(("dpa",), ("two",), True))
    speaker = dict(briefs["one"].entities)[claims["one"].claimant or ""]
    agreement = Agreement("said-1", speaker, evidence, Corroboration(2, origins, "several origins"))
    pages = {
        page.path: page.markdown
        for page in render(replace(library, agreements=(agreement,)), settings=SETTINGS)
        if "told by 2 briefs of 2 origins: AP; dpa" in page.markdown
    }
    assert {"briefs/one.md", "briefs/two.md"} <= set(pages)
