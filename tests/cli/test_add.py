"""`briefs add`: copies and fetched pages, and everything that it refuses to touch."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.fetching import FetchError, Limits, fetch, is_public
from generator.readers import collect, read

PAGE = b"<html><head><title>Harbour: a new pier &amp; more</title></head><body><p>The pier opened.</p></body></html>"
HTML = "text/html; charset=utf-8"

Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def serving(answers: dict[str, Answer]) -> Iterator[str]:
    """A server on this machine that gives these answers by path; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.path == "/slow":
                time.sleep(1)
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def run(seeds: Path, *options: str) -> Result:
    seeds.mkdir(exist_ok=True)
    return CliRunner().invoke(main, ["add", "--seeds", str(seeds), *options])


def names(seeds: Path) -> list[str]:
    return sorted(file.name for file in seeds.iterdir())


def test_a_file_is_copied_with_its_sidecar(tmp_path: Path) -> None:
    """Both keep their names and their bytes."""
    (tmp_path / "Report.txt").write_text("A report.")
    (tmp_path / "Report.yml").write_text("title: A")
    assert run(tmp_path / "seeds", str(tmp_path / "Report.txt")).exit_code == 0
    assert names(tmp_path / "seeds") == ["Report.txt", "Report.yml"]
    assert (tmp_path / "seeds/Report.txt").read_text() == "A report."


def test_accents_apart_are_the_same_name(tmp_path: Path) -> None:
    """What macOS holds for one name is one here too: a sidecar would belong to both."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "Z\u00fcrich.md").write_text("mine")
    (tmp_path / "Zu\u0308rich.txt").write_text("new")
    result = run(tmp_path / "seeds", str(tmp_path / "Zu\u0308rich.txt"))
    assert (result.exit_code, names(tmp_path / "seeds")) == (1, ["Z\u00fcrich.md"])


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    """A name that is taken, in whatever case and with whatever suffix, is one line; the other files are added."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "report.md").write_text("mine")
    for name in ("Report.txt", "other.txt"):
        (tmp_path / name).write_text("new")
    result = run(seeds, str(tmp_path / "Report.txt"), str(tmp_path / "other.txt"))
    assert result.exit_code == 1
    assert "ERROR: seeds/report.md: is there already; rename or remove it, then add again" in result.output
    assert "1 of 2 not added" in result.output
    assert names(seeds) == ["other.txt", "report.md"]
    assert (seeds / "report.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("gone.txt", "no such file"),
        ("x.xls", "no reader for '.xls'"),
        ("_x.txt", "a name that begins with _ or . is no source"),
        ("file:///etc/passwd", "no web address"),
        ("ftp://example.org/a.txt", "no web address"),
    ],
)
def test_what_is_no_source_is_one_line(tmp_path: Path, name: str, line: str) -> None:
    """The fault and the cure; nothing is written."""
    for existing in ("x.xls", "_x.txt"):
        (tmp_path / existing).write_text("x")
    result = run(tmp_path / "seeds", name if ":" in name else str(tmp_path / name))
    assert result.exit_code == 1
    assert line in result.output
    assert names(tmp_path / "seeds") == []


def test_a_page_is_fetched_with_a_note_of_where_and_when(tmp_path: Path) -> None:
    """Its title names the file, the sidecar holds the address and the time, and the build reads both."""
    with serving({"/a?b=1": (200, {"Content-Type": HTML}, PAGE)}) as site:
        result = run(tmp_path, "--allow-private", f"{site}/a?b=1")
    assert result.exit_code == 0, result.output
    assert names(tmp_path) == ["harbour-a-new-pier-more.html", "harbour-a-new-pier-more.yml"]
    url, retrieved = (tmp_path / "harbour-a-new-pier-more.yml").read_text().splitlines()
    assert url == f'url: "{site}/a?b=1"'
    assert retrieved.startswith("retrieved: 20") and retrieved.endswith("Z")
    (source,) = collect(tmp_path, max_mb=1).sources
    document = read(source)
    assert [(d.field, d.origin) for d in document.declarations][-1] == ("url", "sidecar")
    assert document.problems == ()


def test_this_machine_is_not_asked_unless_allowed(tmp_path: Path) -> None:
    """By number, by name, in hexadecimal, or behind a redirect."""
    with serving({"/a": (200, {"Content-Type": HTML}, PAGE)}) as site:
        port = site.rpartition(":")[2]
        for host in ("127.0.0.1", "localhost", "0x7f.1", "[::ffff:127.0.0.1]"):
            result = run(tmp_path / "seeds", f"http://{host}:{port}/a")
            assert result.exit_code == 1
            assert "private network" in result.output, host
    assert names(tmp_path / "seeds") == []


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
    ],
)
def test_no_address_of_a_private_network_passes(address: str) -> None:
    """Nor one that is wrapped in a form of IPv6."""
    assert not is_public(address)


def test_public_addresses_pass() -> None:
    """Of either kind."""
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")


def test_every_redirect_is_checked() -> None:
    """A server may not lead to another scheme, nor in circles."""
    moves = {
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/round": (302, {"Location": "/round"}, b""),
        "/on": (301, {"Location": "/a"}, b""),
        "/a": (200, {"Content-Type": HTML}, PAGE),
    }
    with serving(moves) as site:
        limits = Limits(1, allow_private=True)
        assert fetch(f"{site}/on", limits).url == f"{site}/a"
        with pytest.raises(FetchError, match="no web address"):
            fetch(f"{site}/file", limits)
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            fetch(f"{site}/round", limits)


def test_size_and_time_are_bounded() -> None:
    """Also where the page is packed, or the server says nothing of its size."""
    big = b"x" * (1024**2 + 1)
    answers = {
        "/big": (200, {"Content-Type": "text/plain"}, big),
        "/packed": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(big)),
        "/slow": (200, {"Content-Type": "text/plain"}, b"x"),
    }
    with serving(answers) as site:
        for path in ("/big", "/packed"):
            with pytest.raises(FetchError, match="larger than 1 MiB"):
                fetch(site + path, Limits(1, allow_private=True))
        with pytest.raises(FetchError, match=r"took longer than 0\.2 s"):
            fetch(f"{site}/slow", Limits(1, allow_private=True, seconds=0.2))


@pytest.mark.parametrize(
    ("path", "media_type", "name"),
    [
        ("/a/report.pdf", "application/pdf", "report.pdf"),
        ("/a/report.pdf", "application/octet-stream", "report.pdf"),
        ("/notes.md", "text/plain", "notes.md"),
        ("/", "text/plain; charset=latin-1", "127-0-0-1.txt"),
    ],
)
def test_the_media_type_names_the_format(tmp_path: Path, path: str, media_type: str, name: str) -> None:
    """An address is believed only where the type says nothing."""
    with serving({path: (200, {"Content-Type": media_type}, b"caf\xe9")}) as site:
        assert run(tmp_path, "--allow-private", site + path).exit_code == 0
    assert names(tmp_path)[0] == name
    if "latin-1" in media_type:
        assert (tmp_path / name).read_bytes() == "café".encode()


def test_what_cannot_be_fetched_is_one_line(tmp_path: Path) -> None:
    """A status, a type without a reader, a server that is not there."""
    answers = {"/gone": (404, {}, b""), "/a.png": (200, {"Content-Type": "image/png"}, b"x")}
    with serving(answers) as site:
        result = run(tmp_path / "seeds", "--allow-private", f"{site}/gone", f"{site}/a.png")
    assert "the server answers 404 Not Found; check the address" in result.output
    assert "is 'image/png', which has no reader" in result.output
    assert "cannot be fetched" in run(tmp_path / "seeds", "--allow-private", f"{site}/gone").output
    assert names(tmp_path / "seeds") == []


def test_a_folder_is_added_as_it_lies(tmp_path: Path) -> None:
    """Sources keep their places in it, sidecars come along, other files are told."""
    (tmp_path / "trip/day").mkdir(parents=True)
    (tmp_path / "trip/day/Report.txt").write_text("A report.")
    (tmp_path / "trip/day/Report.yml").write_text("title: A")
    (tmp_path / "trip/photo.xyz").write_bytes(b"\xff")
    result = run(tmp_path / "seeds", str(tmp_path / "trip"))
    assert sorted(str(f.relative_to(tmp_path / "seeds")) for f in (tmp_path / "seeds").rglob("*.*")) == [
        "trip/day/Report.txt",
        "trip/day/Report.yml",
    ]
    assert "photo.xyz: no reader" in result.output


def test_a_pattern_and_a_list_name_many(tmp_path: Path) -> None:
    """A pattern that no shell has filled in is filled in here; a list has one thing a line, # begins a remark."""
    for name in ("a1.txt", "a2.txt", "b.md"):
        (tmp_path / name).write_text("A report of the pier.")
    (tmp_path / "list").write_text(f"# mine\n\n{tmp_path / 'b.md'}\n{tmp_path / 'none.md'}\n")
    result = run(tmp_path / "seeds", str(tmp_path / "a*.txt"), "--from", str(tmp_path / "list"))
    assert names(tmp_path / "seeds") == ["a1.txt", "a2.txt", "b.md"]
    assert "none.md: no such file" in result.output
    assert "no file has such a name" in run(tmp_path / "seeds", str(tmp_path / "z*.txt")).output


def test_a_dry_run_tells_what_it_recognized(tmp_path: Path) -> None:
    """It names the format and the sources, fetches nothing and writes nothing."""
    (tmp_path / "t.csv").write_text("title,text,date\nA,The pier opened.,2021-05-05\nB,It closed.,2021-05-06\n")
    result = run(tmp_path / "seeds", "--dry-run", str(tmp_path / "t.csv"), "https://example.org/a")
    assert "t.csv: table, 2 sources, would be copied" in result.output
    assert "would be fetched: https://example.org/a" in result.output
    assert names(tmp_path / "seeds") == []


def test_nothing_named_is_wrong_use(tmp_path: Path) -> None:
    """Without a file, an address, a list or a feed there is nothing to do."""
    assert run(tmp_path / "seeds").exit_code == 2
