"""How many pages and how much room a source has on the site: `python -m benchmarks.pages SITE --sources N`.

SITE is a built site. Prints a table by kind, told by the folder, and writes it to `--json`. Search, and what is the
same for any collection (scripts, styles, fonts), have rows of their own.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

KINDS = (
    ("search", r"search/|pagefind/"),
    ("explore", r"explore/"),
    ("constant", r"assets/|briefs\.css|404\.html"),
    ("calendar files", r".*\.ics$"),
    ("index of names", r"(?:people|organizations|places|events)/(?:index|by-letter/|pages/|index/)"),
    ("index of briefs", r"briefs/(?:index|by-month/|pages/)"),
    ("long text", r"briefs/[^/]+/text-"),
    ("brief", r"briefs/"),
    ("person", r"people/"),
    ("organization", r"organizations/"),
    ("place", r"places/"),
    ("event", r"events/"),
    ("day", r"timeline/days/"),
    ("calendar", r"timeline/calendar"),
    ("timeline", r"timeline"),
    ("who said what", r"quotations/matrix"),
    ("quotations", r"quotations"),
)
"""What the path of a file tells of its kind; the first that fits counts."""


def count_files(site: Path) -> tuple[Counter[str], Counter[str]]:
    """Pages and bytes of each kind."""
    pages: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for file in site.rglob("*"):
        if file.is_file():
            path = file.relative_to(site).as_posix()
            kind = next((kind for kind, pattern in KINDS if re.match(pattern, path)), "other")
            pages[kind] += file.suffix == ".html"
            sizes[kind] += file.stat().st_size
    return pages, sizes


def show_counts(pages: Counter[str], sizes: Counter[str], sources: int) -> str:
    """The counts as a table, the largest kind first."""
    head = f"{'kind':<16} {'pages':>7} {'a source':>9} {'MB':>8} {'bytes a source':>15}"
    rows = [(kind, pages[kind], size) for kind, size in sizes.most_common()]
    rows.append(("all", pages.total(), sizes.total()))
    lines = (
        f"{kind:<16} {count:>7,} {count / sources:>9.2f} {size / 1e6:>8.2f} {size / sources:>15,.0f}"
        for kind, count, size in rows
    )
    return "\n".join([head, *lines])


def main(arguments: Sequence[str]) -> int:
    """Count, print and write; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--sources", type=int, required=True, help="sources that the site was made of")
    parser.add_argument("--json", type=Path, default=Path("benchmarks.out.json"), help="where the numbers go")
    options = parser.parse_args(arguments)
    pages, sizes = count_files(options.site)
    print(show_counts(pages, sizes, options.sources))
    rows = {kind: {"pages": pages[kind], "bytes": size} for kind, size in sizes.most_common()}
    total = {"pages_a_source": pages.total() / options.sources, "bytes_a_source": sizes.total() / options.sources}
    options.json.write_text(json.dumps({**total, "sources": options.sources, "kinds": rows}, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
