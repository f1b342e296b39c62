"""The tags beside a sentence that tells of an event: how it is told, where that is no plain report."""

from generator.model import EventPart, Standing
from generator.rendering.markup import Markdown

STANDINGS: dict[Standing, str] = {
    "planned": "planned",
    "reported": "hearsay",
    "possible": "possible",
    "demanded": "demanded",
    "conditional": "if \u2026",
    "asked": "in question",
    "denied": "denied",
    "counterfactual": "did not come about",
}
ENDINGS = {"cancelled": "cancellation", "postponed": "postponement"}


def tag_part(part: EventPart) -> tuple[Markdown, ...]:
    """The tags of one sentence: what becomes of the event, how sure it is, and what is only said of its end."""
    status = part.status if part.status != "reported" else None
    standing = tag_standing(part.standing) if part.standing not in ("asserted", "planned") else None
    is_open = standing is not None and status == "announced"
    ending = f"{ENDINGS[part.ending.kind]} {STANDINGS[part.ending.standing]}" if part.ending else None
    return tuple(Markdown(tag) for tag in (None if is_open else status, standing, ending) if tag)


def tag_standing(standing: Standing) -> Markdown:
    """How something is told, in a word or two."""
    return Markdown(STANDINGS[standing])
