"""What a reader of a page gets: its elements, text and links, as Python-Markdown with many extensions makes them."""

import functools
import html.parser
import json
from dataclasses import dataclass, field
from pathlib import Path

import markdown

HOSTILE = Path(__file__).parent.parent / "hostile"
EXTENSIONS = [
    "toc", "tables", "md_in_html", "attr_list", "abbr", "footnotes", "def_list", "smarty", "admonition", "sane_lists",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition", "pymdownx.blocks.tab", "pymdownx.caret",
    "pymdownx.critic", "pymdownx.details", "pymdownx.fancylists", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar", "pymdownx.smartsymbols",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
"""The usual list of a Material site and more; `sane_lists` and `betterem` change lists and emphasis."""


@functools.cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=EXTENSIONS)


def convert(text: str) -> str:
    """The HTML of a page."""
    return str(_converter().reset().convert(text))


@dataclass
class Seen(html.parser.HTMLParser):
    """The elements with their attributes, the text and the links of an HTML text."""

    elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Python-Markdown makes the id of a heading from its words.
        kept = [(name, value) for name, value in attrs if not (tag in ("h1", "h3") and name == "id")]
        self.elements.append((tag, tuple(kept)))
        self.anchors |= {value for name, value in attrs if name == "id" and value}
        self.links += [value for name, value in attrs if name in ("href", "src") and value]
        self.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", ()))

    @property
    def text(self) -> str:
        """The text with its white space folded."""
        return fold("".join(self.texts))


def browse(text: str) -> Seen:
    """Convert a page and look at it."""
    seen = Seen()
    seen.feed(convert(text))
    seen.close()
    return seen


def fold(text: str) -> str:
    """A text without white space: elements stand where a space may or may not be."""
    return "".join(text.split())


def naughty_strings() -> list[str]:
    """The Big List of Naughty Strings and a few that Markdown is naughty about."""
    files = (HOSTILE / "naughty-strings.json", HOSTILE / "markdown-strings.json")
    return [text for file in files for text in json.loads(file.read_text(encoding="utf-8"))]


def xss_payloads() -> list[str]:
    """The XSS payload list, and the lines with a coded control character once more with that character."""
    lines = (HOSTILE / "xss-payloads.txt").read_text(encoding="utf-8", errors="replace").split("\n")
    decoded = [line.replace("\\x0B", "\x0b").replace("\\x00", "\x00") for line in lines if "\\x0" in line]
    return [line for line in (*lines, *decoded) if line.strip()]
