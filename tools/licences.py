"""The licences of all that Briefs is built and served with: `python -m tools.licences` prints a table for NOTICE files.

What a package states counts: its licence expression, else its licence, else its classifiers. A few state nothing plain;
those were read by hand. What is not in `WELCOME` is told, and ends the command with 1.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCKS = Path(__file__).parents[1] / "requirements"
WELCOME = frozenset(
    {
        *("0BSD", "Apache-2.0", "Artistic-1.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python"),
        *("ISC", "MIT", "MPL-2.0", "PSF-2.0", "Zlib"),
    }
)
"""Licences that ask for no more than a notice, or concern their own files only (MPL)."""
BY_HAND: Mapping[str, str] = {
    "cobble": "BSD-2-Clause",
    "colorama": "BSD-3-Clause",
    "httpx2-jsfetch": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "olefile": "BSD-2-Clause",
    "pyromark": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "text-unidecode": "Artistic-1.0",
}
"""Packages whose statement names no licence by its short name, or is not installed on every system."""
_WRITTEN: Mapping[str, str] = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""How packages write a licence, and its short name (SPDX)."""
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]{0,80})==(?P<version>[^\s;\\]{1,40})", re.MULTILINE)
_CLASSIFIER = "License :: OSI Approved :: "


def list_pinned(lock: Path = LOCKS / "run.txt") -> dict[str, str]:
    """The packages that a lock pins, by name: their version."""
    pins = _PIN.finditer(lock.read_text(encoding="utf-8"))
    return {re.sub(r"[-_.]+", "-", pin["name"]).lower(): pin["version"] for pin in pins}


def find_licence(name: str) -> str | None:
    """The licence of a package as an expression of short names; None where it states none that is known."""
    if name in BY_HAND:
        return BY_HAND[name]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    classifiers = [line.removeprefix(_CLASSIFIER) for line in told.get_all("Classifier") or []]
    stated = [*(told.get_all("License-Expression") or []), *(told.get_all("License") or []), *classifiers]
    names = (_WRITTEN.get(line, line) for line in stated if line and line != "UNKNOWN")
    return next((name for name in names if name in WELCOME or _parts(name)), None)


def _parts(expression: str) -> list[list[str]]:
    """The choices of an expression, each with all that it asks for; none for what is no expression."""
    choices = [choice.strip("() ").split(" AND ") for choice in expression.split(" OR ")]
    return choices if all(re.fullmatch(r"[A-Za-z0-9.+-]{2,40}", part) for all_ in choices for part in all_) else []


def is_welcome(expression: str) -> bool:
    """Whether all that one of its choices asks for is welcome."""
    return any(WELCOME.issuperset(choice) for choice in _parts(expression))


def list_unwelcome() -> Iterator[str]:
    """One line for each pinned package whose licence is not known or not welcome."""
    for name in list_pinned():
        licence = find_licence(name)
        # tld may be had under any of three.
        if licence is None or not (is_welcome(licence) or licence == TLD):
            yield f"{name}: {licence or 'states no licence that is known'}"


TLD = "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later"
"""Of one package, by trafilatura: used unchanged and apart, under the first."""


def main() -> None:
    """Print the table, and what is unwelcome."""
    print("| package | version | licence |\n| --- | --- | --- |")
    for name, version in sorted(list_pinned().items()):
        print(f"| {name} | {version} | {find_licence(name) or '?'} |")
    unwelcome = list(list_unwelcome())
    for line in unwelcome:
        print(f"not welcome: {line}", file=sys.stderr)
    sys.exit(bool(unwelcome))


if __name__ == "__main__":
    main()
