"""What is said of a brief wherever it is listed: made once for each brief, not once for each line."""

from dataclasses import dataclass

from generator.model import Brief
from generator.rendering.readable import When, shortened, show_date

TITLE_CHARS = 200
LEAD_CHARS = 280
_ENDS = (".", "!", "?", "…", "”", '"', "’", "。")


@dataclass(frozen=True, slots=True)
class Card:
    """A brief in a line or two."""

    title: str
    """Its title, else the path of its source."""
    is_derived: bool
    """The title is made of the first sentence."""
    published: When | None
    publisher: str | None
    lead: str | None
    """The first sentence of the summary that does not repeat the title."""


def make_card(brief: Brief) -> Card:
    """Put a brief on a card."""
    metadata = brief.analysis.metadata
    return Card(
        title=_title(brief),
        is_derived=metadata.title.status == "derived",
        published=show_date(metadata.published.value),
        publisher=shortened(metadata.publisher.value, TITLE_CHARS) if metadata.publisher.value else None,
        lead=_lead(brief),
    )


def _title(brief: Brief) -> str:
    """The title; one that is derived and breaks off inside its sentence ends with an ellipsis."""
    title = brief.analysis.metadata.title
    if not title.value or not title.value.strip():
        return brief.analysis.document.path
    is_cut = title.status == "derived" and not title.value.rstrip().endswith(_ENDS)
    return shortened(f"{title.value.rstrip(' ,;:')}…" if is_cut else title.value, TITLE_CHARS)


def _lead(brief: Brief) -> str | None:
    analysis, title = brief.analysis, brief.analysis.metadata.title
    indexes = analysis.summary or tuple(range(min(2, len(analysis.sentences))))
    texts = [analysis.sentences[index].of(analysis.document.text) for index in indexes]
    fresh = [text for text in texts if title.status != "derived" or not text.startswith(title.value or "\0")]
    return shortened((fresh or texts)[0], LEAD_CHARS) if texts else None
