"""What the reader of a page takes for its article is not cut again for its words."""

from generator.cleaning import clean
from tests.showing import document

STORY = (
    "The harbour of Holm was closed on Monday after a storm had broken the pier, the council of the town said at noon.",
    "Forty ships waited outside the harbour for three days, and their crews were brought to the town by small boats.",
    "The pier will be built again before the winter, the mayor of Holm told the council, and the town will pay for it.",
    "A loan of the Bank of Holm pays for the stones of the pier, and the state pays for the work of the divers.",
)
OTHER = (
    "Painters showed forty new pictures of cats in the gallery of the next village, and the children liked them a lot."
)
LINES = "<p>More</p><p>Share</p><p>Print</p><p>Save</p><p>Comment</p>"


def kept(body: str) -> str:
    page = (
        f"<html><head><title>Harbour of Holm closed</title></head><body><nav>Home News Sport</nav>{body}</body></html>"
    )
    cleaned = clean(document(page, suffix=".html"))
    return " ".join(block.span.of(cleaned.text) for block in cleaned.blocks if block.kind != "boilerplate")


def test_a_paragraph_of_the_article_that_speaks_of_something_else_stays() -> None:
    """The page itself says where its article ends."""
    text = "".join(f"<p>{line}</p>" for line in STORY)
    assert OTHER in kept(
        f"<article><h1>Harbour of Holm closed</h1>{text}{LINES}<p>{OTHER}</p></article><footer>x</footer>"
    )


def test_an_article_in_several_parts_of_one_class_is_whole() -> None:
    """Boxes of an advertisement part it; its paragraphs stand in elements of the same class."""
    first = "".join(f"<p>{line}</p>" for line in STORY)
    second = "".join(f"<p>{line.replace('Holm', 'Westport')}</p>" for line in STORY)
    found = kept(
        f"<article><h1>Harbour of Holm closed</h1><div class='body'>{first}</div><div class='ad'>Buy</div>"
        f"<div class='body'>{second}</div></article>"
    )
    assert all(line.replace("Holm", "Westport") in found for line in STORY)


def test_what_sums_the_article_up_under_its_headline_is_a_standfirst() -> None:
    """Told by its class or by the description of the page."""
    text = "".join(f"<p>{line}</p>" for line in STORY)
    lead = "No ship can leave the old harbour, and nobody in the town knows for how long it will stay so."
    page = (
        "<html><head><title>Harbour of Holm closed</title></head><body><nav>Home</nav>"
        f"<header><h1>Harbour of Holm closed</h1><p class='article__lead'>{lead}</p></header>"
        f"<article>{text}</article></body></html>"
    )
    cleaned = clean(document(page, suffix=".html"))
    assert [b.kind for b in cleaned.blocks if b.span.of(cleaned.text) == lead] == ["standfirst"]
