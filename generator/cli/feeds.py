"""Feeds, for `briefs add --feed`: the pages that a feed names, new ones only, as many as wished.

What a site's `robots.txt` refuses is not fetched, there is a pause between two pages of one site, and a feed that is as
it was is not sent again: `_feeds.json` in the folder of sources keeps what is needed for that.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

from generator.cli.add import add_page
from generator.cli.fetching import AGENT, Fetched, FetchError, Limits, fetch
from generator.errors import BriefsError
from generator.readers.pieces import UnreadableError
from generator.readers.saved.feeds import list_addresses

STATE = "_feeds.json"
PAUSE = 1.0
"""Seconds between two pages of one site; more where its `robots.txt` says so."""
_LONGEST_PAUSE = 30.0
_MOST_SEEN = 2_000
_ROBOTS_MEGABYTES = 1
_CLIENT_ERRORS = range(400, 500)


class Known(NamedTuple):
    """What is kept of a feed."""

    marks: dict[str, str]
    """What its server wants to be told, to say whether it is as it was."""
    seen: list[str]
    """The pages that were added, the last ones."""


@dataclass(slots=True)
class Visit:
    """Where this run has been: what each site allows, and when it was asked last."""

    limits: Limits
    pause: float = PAUSE
    robots: dict[str, RobotFileParser] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, known: Mapping[str, str] | None = None) -> Fetched:
        """The page at an address, where its site allows it. Raises FetchError."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.robots:
            self.robots[site] = _read_robots(site, self.limits)
        robots = self.robots[site]
        if not robots.can_fetch(AGENT, url):
            raise FetchError(url, "its site's robots.txt refuses programs", "save the page in a browser")
        wanted = min(float(robots.crawl_delay(AGENT) or 0), _LONGEST_PAUSE) if self.pause else 0.0
        due = self.asked.get(site, 0.0) + max(self.pause, wanted)
        time.sleep(max(0.0, due - time.monotonic()))
        self.asked[site] = time.monotonic()
        return fetch(url, self.limits, known)


def add_feed(url: str, seeds: Path, visit: Visit, *, most: int, dry: bool = False) -> Iterator[str | BriefsError]:
    """Add the new pages of a feed, at most `most`; a line for each, or why it was not added."""
    state = _load(seeds / STATE)
    marks, seen = state.get(url, Known({}, []))
    try:
        feed = visit.fetch(url, marks)
        addresses = list_addresses(feed.content) if feed.is_new else []
    except UnreadableError as error:
        yield FetchError(url, error.fault, "name the address of a feed (RSS or Atom)")
        return
    except FetchError as error:
        yield error
        return
    fresh = [address for address in addresses if address not in set(seen)]
    yield f"{url}: {len(fresh):,} new of {len(addresses):,} entries" if feed.is_new else f"{url}: nothing new"
    failed = False
    for address in fresh[:most]:
        if dry:
            yield f"would be fetched: {address}"
            continue
        try:
            yield add_page(visit.fetch(address), seeds)
            seen.append(address)
        except BriefsError as error:
            failed = True
            yield error
    if not dry and feed.is_new:
        # What is left for another time must be sent again.
        is_done = not failed and len(fresh) <= most
        kept = Known(dict(feed.marks) if is_done else {}, seen[-_MOST_SEEN:])
        _keep(seeds / STATE, state | {url: kept})


def _read_robots(site: str, limits: Limits) -> RobotFileParser:
    """What a site allows: all where it has no such file, nothing where it cannot tell (RFC 9309)."""
    robots = RobotFileParser()
    try:
        found = fetch(f"{site}/robots.txt", Limits(_ROBOTS_MEGABYTES, limits.allow_private, limits.seconds))
        robots.parse(found.content.decode("utf-8", "replace").splitlines())
    except FetchError as error:
        robots.parse(["User-agent: *", "Disallow:" if error.status in _CLIENT_ERRORS else "Disallow: /"])
    return robots


def _load(file: Path) -> dict[str, Known]:
    """What was kept of each feed; nothing where the file is missing or damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Known])
    except (OSError, msgspec.DecodeError, RecursionError):
        return {}


def _keep(file: Path, state: Mapping[str, Known]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(state, order="sorted"), indent=1) + b"\n")
