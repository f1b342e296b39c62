"""Learn the word lists of the rule-based name finder from annotated text.

    python training/word_lists.py CORPORA [--faker FOLDER] [--census FOLDER]

CORPORA holds `train/ner.jsonl.gz` (records with `text`, `ents` as [start, end, label], `missing`) and `countries.json`
(mledoze/countries). Written are `common_words.txt`, `surnames.txt`, `given_names.txt`, `known_places.txt`,
`known_organizations.txt` and `countries.json`. FOLDER of --faker is the folder `faker/providers/person` of the package
Faker (MIT), that of --census holds `dist.male.first` and `dist.female.first` of the US Census (public domain): they
widen the given names. Equal input gives equal output, byte for byte.
"""

import argparse
import ast
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.text.wordlists import find_list

LEARNT = "# Learnt by training/word_lists.py from the corpora named in NOTICE.md; CC BY-SA 4.0. One entry a line.\n"
GIVEN = (
    "# Given names in Latin script: learnt (see NOTICE.md, CC BY-SA 4.0), from Faker (MIT) and the US Census of 1990\n"
    "# (public domain); of words common in lower case only those learnt. One entry a line.\n"
)
WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|President|Prime|Minister|Secretary|Senator|General|King|Queen|Pope|Prince)\b")
NAME_WORD = re.compile(r"(?:[^\W_]\.)+|[^\W_]+(?:['’&-][^\W_]+)*\.?")
PLAIN_NAME = re.compile(r"[A-ZÀ-Ž][a-zß-ž]+(?:-[A-ZÀ-Ž][a-zß-ž]+)?")
LINKERS = frozenset(["of", "the", "and", "for", "de", "la", "del", "von", "van", "al", "el", "in", "on", "to"])
ARTICLES = frozenset({"al", "de", "el", "la", "le", "los", "van", "von"})
"""Words that stand inside people's and places' names and give no hint of a person."""
SKIPPED_LOCALES = ("is_IS",)
"""Locales whose lists hold mostly rare forms."""
COUNTRY_KEYS = ("cca2", "cca3", "region", "subregion")


@dataclass
class Counts:
    """What was seen in the training texts."""

    lower: Counter[str] = field(default_factory=Counter)
    """Words in lower case outside names."""
    capital: Counter[str] = field(default_factory=Counter)
    """Capitalized words outside names, in lower case."""
    inside: Counter[str] = field(default_factory=Counter)
    """Capitalized words inside names, in lower case."""
    first: Counter[str] = field(default_factory=Counter)
    """First words of people's names of two words or more."""
    last: Counter[str] = field(default_factory=Counter)
    """Last words of people's names."""
    other: Counter[str] = field(default_factory=Counter)
    """Capitalized words of names that name no person."""
    whole: dict[str, Counter[str]] = field(default_factory=dict)
    """Whole names with the labels they carry."""


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def count(path: Path) -> Counts:
    """Count words inside and outside of names."""
    counts = Counts()
    for record in read_records(path):
        text = record["text"]
        covered = bytearray(len(text))
        for start, end, *_ in [*record["ents"], *record["missing"]]:
            covered[start:end] = b"\1" * (end - start)
        for start, end, label in record["ents"]:
            count_name(counts, text[start:end], label, 1 if record["source"] == "gmb" else 2)
        for match in WORD.finditer(text):
            if not covered[match.start()]:
                word = match[0]
                (counts.lower if word.islower() else counts.capital)[word.lower()] += 1
    return counts


def count_name(counts: Counts, name: str, label: str, weight: int) -> None:
    """Count one name and its words; names of the machine-made set weigh half as much."""
    words = name.split()
    if not words or not words[0][0].isupper() or not 2 <= len(name) <= 60:
        return
    if label == "PERSON" and not TITLED.match(name):
        if len(words) > 1 and words[0].isalpha():
            counts.first[words[0]] += 1
        counts.last[words[-1]] += 1
    if label != "PERSON":
        counts.other.update(w for w in words if w[0].isupper())
    counts.inside.update(w.lower() for w in words if w[0].isupper())
    if words[0] == "The" and len(words) > 1:
        words = words[1:]
    counts.whole.setdefault(" ".join(words), Counter())[label] += weight


def common_words(counts: Counts) -> list[str]:
    """Words that stand in lower case and are rarely part of a name."""
    kept = [w for w, n in counts.lower.items() if n >= 3 and counts.inside[w] <= n]
    kept += [w for w, n in counts.capital.items() if n >= 5 and counts.inside[w] == 0 and counts.lower[w]]
    return sorted({w for w in kept if len(w) > 1 and w.isascii()})


def surnames(counts: Counts, common: set[str]) -> list[str]:
    """Words that nearly always end the name of a person."""
    return sorted(
        w
        for w, n in counts.last.items()
        if n >= 2 and PLAIN_NAME.fullmatch(w) and counts.other[w] * 5 <= n and w.lower() not in common
    )


def given_names(counts: Counts, common: set[str]) -> set[str]:
    """Words that mostly begin the name of a person."""
    return {
        w
        for w, n in counts.first.items()
        if n >= (3 if w.lower() in common else 2) and PLAIN_NAME.fullmatch(w) and counts.other[w] <= n
    }


def whole_names(counts: Counts, label: str, demonyms: set[str], common: set[str]) -> list[str]:
    """Whole names that mostly carry `label`, with enough weight."""
    kept = []
    for name, labels in counts.whole.items():
        words, seen = name.split(), labels[label]
        shaped = (
            all(w in LINKERS or (w[0].isupper() and NAME_WORD.fullmatch(w)) for w in words) and words[-1] not in LINKERS
        )
        known = any(w.rstrip("s") in demonyms or w in demonyms for w in words[-1:])
        plain = len(words) == 1 and name.lower() in common
        outside = counts.capital[name.lower()] if len(words) == 1 else 0
        if " and " in name and any("GPE_LOC" in counts.whole.get(part, ()) for part in name.split(" and ")):
            continue
        least = max(4 if label == "ORG" else 3, 0.75 * sum(labels.values()), outside)
        if seen >= least and shaped and not (known or plain):
            kept.append(name)
    return sorted(kept)


def faker_names(folder: Path) -> set[str]:
    """Latin-script first names out of the literals of Faker's person providers, without running them."""
    names: set[str] = set()
    for path in sorted(folder.glob("*_*/__init__.py")):
        if path.parent.name in SKIPPED_LOCALES:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and str(getattr(node.targets[0], "id", "")).startswith("first_name"):
                strings = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant)]
                names |= {s for s in strings if isinstance(s, str) and PLAIN_NAME.fullmatch(s)}
    return names


def census_names(folder: Path) -> set[str]:
    """First names of the US Census: the commoner half of its lists."""
    names: set[str] = set()
    for name, rows in (("dist.male.first", 1200), ("dist.female.first", 2500)):
        lines = (folder / name).read_text(encoding="ascii").splitlines()[:rows]
        names |= {line.split()[0].title() for line in lines}
    return names


def trim_countries(countries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Names, spellings, capitals, demonyms, codes and region of each country, by common name."""
    rows = []
    for c in countries:
        demonyms = c.get("demonyms", {}).get("eng", {})
        spellings = [s for s in c["altSpellings"] if s.isascii() and s not in (c["cca2"], c["name"]["common"])]
        rows.append(
            {"name": c["name"]["common"], "official": c["name"]["official"], "spellings": spellings}
            | {"capitals": c["capital"], "demonyms": sorted({d for d in demonyms.values() if d})}
            | {key: c[key] for key in COUNTRY_KEYS}
        )
    return sorted(rows, key=lambda row: str(row["name"]))


def write(path: Path, header: str, entries: list[str]) -> None:
    """Write one list with its header."""
    path.write_text(header + "\n".join(entries) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments, learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--faker", type=Path)
    parser.add_argument("--census", type=Path)
    given = parser.parse_args()
    counts = count(given.corpora / "train" / "ner.jsonl.gz")
    countries = trim_countries(json.loads((given.corpora / "countries.json").read_text(encoding="utf-8")))
    demonyms = {d for row in countries for d in row["demonyms"]}
    common = set(common_words(counts))
    learnt = given_names(counts, common)
    more = faker_names(given.faker) if given.faker else set()
    more |= census_names(given.census) if given.census else set()
    firsts = learnt | {name for name in more if name.lower() not in common}
    places = whole_names(counts, "GPE_LOC", demonyms, common)
    write(find_list("common_words.txt"), LEARNT, sorted(common))
    write(find_list("surnames.txt"), LEARNT, surnames(counts, common))
    write(find_list("given_names.txt"), GIVEN, sorted(n for n in firsts if n.lower() not in ARTICLES))
    write(find_list("known_places.txt"), LEARNT, places)
    write(find_list("known_organizations.txt"), LEARNT, whole_names(counts, "ORG", demonyms, common))
    text = json.dumps(countries, ensure_ascii=False, indent=None, separators=(",", ":")).replace("},{", "},\n{")
    find_list("countries.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
