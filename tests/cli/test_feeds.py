"""`briefs add --feed`: new pages only, as many as wished, what a site refuses never, an unchanged feed not again."""

from pathlib import Path

from generator.cli.feeds import STATE, Visit, add_feed
from generator.cli.fetching import Limits
from tests.cli.test_add import HTML, PAGE, Answer, names, serving

ROBOTS = b"User-agent: *\nDisallow: /private/\n"


def feed_of(*addresses: str) -> bytes:
    items = "".join(f"<item><title>T</title><link>{address}</link></item>" for address in addresses)
    return f"<rss><channel><title>Pier News</title>{items}</channel></rss>".encode()


def site(answers: dict[str, Answer], host: str, *paths: str) -> None:
    """A feed that names these pages, the pages, and a robots.txt."""
    answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed_of(*(host + path for path in paths)))
    for path in paths:
        answers[path] = (200, {"Content-Type": HTML}, PAGE.replace(b"a new pier", path.encode()))
    answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, ROBOTS)


def run(host: str, seeds: Path, most: int = 20, *, dry: bool = False) -> list[str]:
    visit = Visit(Limits(1, allow_private=True), pause=0)
    return [str(line) for line in add_feed(f"{host}/feed", seeds, visit, most=most, dry=dry)]


def test_new_pages_are_added_and_refused_ones_told(tmp_path: Path) -> None:
    """A page that robots.txt refuses is a fault of its own; the others come, and a second run adds none of them."""
    answers: dict[str, Answer] = {}
    with serving(answers) as host:
        site(answers, host, "/one", "/private/two")
        lines = run(host, tmp_path)
        assert "2 new of 2 entries" in lines[0]
        assert "harbour-one-more.html" in lines[1]
        assert "robots.txt refuses" in lines[2]
        assert names(tmp_path) == [STATE, "harbour-one-more.html", "harbour-one-more.yml"]
        assert "1 new of 2 entries" in run(host, tmp_path)[0]


def test_the_limit_leaves_the_rest_for_another_time(tmp_path: Path) -> None:
    """What was added is not fetched again, what was left is."""
    answers: dict[str, Answer] = {}
    with serving(answers) as host:
        site(answers, host, "/one", "/two", "/three")
        assert len(run(host, tmp_path, 2)) == 3
        assert len(run(host, tmp_path, 2)) == 2
        assert run(host, tmp_path, 2) == [f"{host}/feed: 0 new of 3 entries"]


def test_a_feed_that_is_as_it_was_is_not_sent_again(tmp_path: Path) -> None:
    """What its server called it is told to that server, once all of it was taken."""
    answers: dict[str, Answer] = {}
    with serving(answers) as host:
        site(answers, host, "/one")
        status, headers, body = answers["/feed"]
        answers["/feed"] = (status, headers | {"ETag": '"7"'}, body)
        run(host, tmp_path)
        answers["/feed"] = (304, {}, b"")
        assert run(host, tmp_path) == [f"{host}/feed: nothing new"]


def test_a_dry_run_fetches_the_feed_alone(tmp_path: Path) -> None:
    """It tells what would be fetched and writes nothing."""
    answers: dict[str, Answer] = {}
    with serving(answers) as host:
        site(answers, host, "/one")
        assert run(host, tmp_path, dry=True)[1] == f"would be fetched: {host}/one"
    assert names(tmp_path) == []


def test_a_site_that_cannot_tell_what_it_allows_is_not_asked(tmp_path: Path) -> None:
    """Without a robots.txt all is allowed, behind one that fails nothing is."""
    answers: dict[str, Answer] = {}
    with serving(answers) as host:
        site(answers, host, "/one")
        answers["/robots.txt"] = (503, {}, b"")
        assert "robots.txt refuses" in run(host, tmp_path)[0]
        answers["/robots.txt"] = (404, {}, b"")
        assert "1 new of 1 entries" in run(host, tmp_path)[0]


def test_a_page_is_no_feed(tmp_path: Path) -> None:
    """A page in the place of a feed is one line."""
    answers: dict[str, Answer] = {}
    with serving(answers) as host:
        site(answers, host)
        answers["/feed"] = (200, {"Content-Type": HTML}, b"<html><p>no</p></html>")
        assert "it is no feed" in run(host, tmp_path)[0]
