"""Make `generator/language/en/lists/bodies/parties.txt` from the parties of Party Facts.

    python tools/parties.py import/wikipedia/wikipedia.csv

The table is part of https://github.com/hdigital/partyfactsdata (MIT); its names are those of English Wikipedia and
Wikidata. Kept are names of two words or more in Latin letters, of parties that exist or were dissolved in 1990 or
later.
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LIST = Path(__file__).resolve().parent.parent / "generator" / "language" / "en" / "lists" / "bodies" / "parties.txt"
HEAD = """\
# Political parties of all countries. From Party Facts (https://partyfacts.org; MIT), whose names are those of English
# Wikipedia (CC BY-SA 4.0). Made by tools/parties.py.
"""
NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'\u2019.&-]*(?: [A-Za-zÀ-ɏ'\u2019.&-]+){1,7}")
"""A name of two to eight words in Latin letters that begins with a capital."""
SINCE = 1990


def list_names(path: Path) -> Iterator[str]:
    """The names of the table that the list keeps."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ended = row["year_dissolved"]
            if ended.isdigit() and int(ended) < SINCE:
                continue
            for name in (row["name"], row["name_native"]):
                if NAME.fullmatch(name) and sum(word[0].isupper() for word in name.split()) > 1:
                    yield name.replace("\u2019", "'")


if __name__ == "__main__":
    LIST.write_text(
        HEAD + "".join(f"{name}\n" for name in sorted(set(list_names(Path(sys.argv[1]))))), encoding="utf-8"
    )
