"""Small pages on which the rules of cleaning are tried: a page is its lines, each of them a block."""

import re
from collections.abc import Callable

from generator.model import Block, Document, Span

Cleaner = Callable[[Document], Document]
"""What a rule of cleaning is: the document with some of its blocks labelled."""
_LINE = re.compile(r"(?P<heading># )?(?P<words>(?P<entry>- )?[^\n]+)")

HEADLINE = "Harbour of Westport opens after eleven weeks"
LEAD = (
    "The harbour of Westport will open again on Monday, the mayor said on Friday after a long meeting of the council."
)
STORY = (
    "It had been closed since a storm in December, and many ships went to other harbours on the coast of the country. "
    "The council of Westport had to pay for the repair of both piers, which took longer than anybody had thought, and "
    "the fishermen of the harbour were paid for some of the weeks in which they could not go out with their ships."
)
THANKS = "The mayor thanked the crews of the ships that had stayed."
PROSE = (LEAD, STORY, THANKS)
ARTICLE = (HEADLINE, *PROSE)
FURNITURE = ("Share on Facebook", "Subscribe to our newsletter", "© 2021 Westport Daily")
"""Lines that show a saved page."""
TEASERS = (
    ("Baker wins a prize", "Tom Reed bakes bread from seaweed that his daughters gather."),
    ("School gets a roof", "Pupils sat under umbrellas through most of last autumn."),
    ("Lost cat found in Hull", "Nobody knows how the animal crossed the wide river alone."),
)
"""Headlines of other stories with what lies under them."""


def page(*lines: str) -> str:
    """A page of these lines."""
    return "\n".join(lines)


def as_document(text: str) -> Document:
    """A page as cleaning gets it: each line is a paragraph, one behind "# " a heading, one that begins with a dash an
    entry of a list."""
    blocks = (
        Block(
            "heading" if line["heading"] else "list_item" if line["entry"] else "paragraph", Span(*line.span("words"))
        )
        for line in _LINE.finditer(text)
    )
    return Document(path="example.txt", id="example", sha256="", text=text, blocks=tuple(blocks))
