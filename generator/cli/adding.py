"""The lines of `briefs add`, one for each thing that was named, found in a folder or listed by a feed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.cli.add import add
from generator.cli.choosing import choose, read_list
from generator.cli.feeds import Visit, add_feed
from generator.cli.fetching import Limits
from generator.errors import BriefsError


def add_lines(
    what: Sequence[str],
    lists: Sequence[Path],
    feeds: Sequence[str],
    seeds: Path,
    limits: Limits,
    *,
    most: int,
    dry: bool,
) -> Iterator[str | BriefsError]:
    """What was added, or would be, a line each; a fault where something was not."""
    named = [*what]
    for file in lists:
        try:
            named += read_list(file)
        except BriefsError as error:
            yield error
    for chosen in choose(named):
        if isinstance(chosen, BriefsError):
            yield chosen
            continue
        try:
            yield add(chosen, seeds, limits, dry=dry)
        except BriefsError as error:
            yield error
    visit = Visit(limits)
    for url in feeds:
        yield from add_feed(url, seeds, visit, most=most, dry=dry)
