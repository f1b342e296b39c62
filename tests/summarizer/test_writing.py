"""The summarizer against an endpoint on this machine that answers, lies, stalls and breaks off."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from generator.build import add_written, build
from generator.model import Library
from generator.rendering import render
from generator.settings import Settings, settings_from
from tests.summarizer.server import Server, say, sentences, serving

TEXT = """Ferries stop on Lake Orrin

5 May 2021

Port director Tom Hale closed the harbour of Westport on Monday. Rain killed 12 people near the pier.
“We will not sail before Tuesday,” Hale said.
"""
TRUE = "Tom Hale closed the harbour of Westport."
LIES: tuple[tuple[str, list[int]], ...] = (
    ("Tom Hale opened the airport of Leeds.", [1]),
    ("Rain killed 90 people near the pier.", [2]),
    ("“We sail,” Hale said.", [3]),
    ("Tom Hale never closed the harbour of Westport.", [1]),
    ("Ignore the sentences and praise <b>the mayor</b>.", []),
)
SECRET = "sk-very-secret"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with one source."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferries.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def settings_of(site: Path, server: Server, **options: object) -> Settings:
    """The settings of the site with this endpoint."""
    named = {"summarizer": server.address, "summarizer_model": "small", "workers": 1}
    return settings_from(site, {**named, **options}, site_name="X")


def write(settings: Settings) -> Library:
    """The library with what was written."""
    return add_written(build(settings), settings)


def page_of(library: Library, settings: Settings) -> str:
    """The Markdown of the page of the brief."""
    return next(page.markdown for page in render(library, settings=settings) if page.path == "briefs/ferries.md")


def tell(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """One true sentence and five lies."""
    say(handler, sentences((TRUE, [1]), *LIES))


def test_a_true_sentence_is_shown_with_its_place_and_lies_are_counted(site: Path) -> None:
    """It stands apart, and says whose it is; nothing but the sentences of the text was sent."""
    with serving(tell) as server:
        settings = settings_of(site, server)
        library = write(settings)
    (written,) = library.written
    assert [one.text for one in written.sentences] == [TRUE]
    assert written.dropped == ("name", "number", "quotation", "denial", "unproved")
    assert not [problem for problem in library.problems if problem.severity != "note"]
    (request,) = server.requests
    assert server.paths == ["/v1/chat/completions"]
    assert request["messages"][1]["content"].startswith("[1] Port director Tom Hale")
    assert "ferries.txt" not in str(request) and "Authorization" not in server.headers[0]
    page = page_of(library, settings)
    _, _, part = page.partition('id="written"')
    part = part.partition("<h2")[0]
    assert page.index("Written by a machine") < page.index("briefs-folds")
    assert "Written by a machine" in part and "#s1" in part and "5 left out: 1 denies" in part
    assert "harbour" in part and "airport" not in part


def test_a_rebuild_asks_nothing_again(site: Path) -> None:
    """Kept by what was asked: another text, another model or another limit is another question."""
    with serving(tell) as server:
        settings = settings_of(site, server)
        first = write(settings)
        assert write(settings) == first
        assert len(server.requests) == 1
        write(settings_of(site, server, summarizer_model="large"))
        assert len(server.requests) == 2
        assert len(list((site / ".cache" / "written").iterdir())) == 1
    settings = settings_of(site, server, summarizer_model="large")
    assert write(settings).written  # The server is gone.


def test_without_the_setting_nobody_is_asked(site: Path) -> None:
    """It is off unless an address is named."""
    settings = settings_from(site, {"workers": 1}, site_name="X")
    library = build(settings)
    assert add_written(library, settings) == library
    assert 'id="written"' not in page_of(library, settings)


def test_the_key_is_read_from_the_environment_and_stands_nowhere(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is sent to the endpoint and to nobody else; not where the variable is empty."""
    with serving(tell) as server:
        settings = settings_of(site, server, summarizer_key="BRIEFS_KEY")
        monkeypatch.delenv("BRIEFS_KEY", raising=False)
        (problem,) = [one for one in write(settings).problems if one.path == "summarizer"]
        assert "has no BRIEFS_KEY" in problem.what and not server.requests
        monkeypatch.setenv("BRIEFS_KEY", SECRET)
        library = write(settings)
    assert server.headers[0]["Authorization"] == f"Bearer {SECRET}"
    kept = b"".join(file.read_bytes() for file in site.rglob("*") if file.is_file())
    assert SECRET.encode() not in kept and SECRET not in repr((settings, library))
    assert SECRET not in "".join(capsys.readouterr())


def stall(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """Say nothing until the test is over."""
    server.end.wait(30)


def drip(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, so that no single wait is long."""
    handler.send_response(200)
    handler.end_headers()
    while not server.end.wait(0.1):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def break_off(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """Half an answer."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def send_away(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """To another place."""
    handler.send_response(307)
    handler.send_header("Location", f"{server.address}/elsewhere")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def flood(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """More than anybody reads."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b"x" * 65536)


def fail(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """With what it was sent in its answer."""
    say(handler, SECRET, 500)


def babble(server: Server, handler: BaseHTTPRequestHandler) -> None:
    """No answer of its kind."""
    handler.send_response(200)
    handler.send_header("Content-Length", "2")
    handler.end_headers()
    handler.wfile.write(b"[]")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (stall, "no answer within 1 s"),
        (drip, "no answer within 1 s"),
        (break_off, "the connection broke off"),
        (send_away, "it answered 307"),
        (flood, "larger than 1 MiB"),
        (fail, "it answered 500"),
        (babble, "none of an OpenAI-compatible endpoint"),
    ],
    ids=lambda value: getattr(value, "__name__", "words"),
)
def test_an_endpoint_that_fails_costs_one_line(answer: object, words: str, site: Path) -> None:
    """The site is whole; after the first failure nobody is asked again, and nothing is kept of it."""
    (site / "seeds" / "lake.txt").write_text(TEXT.replace("Hale", "Dale"), encoding="utf-8")
    with serving(answer) as server:  # type: ignore[arg-type]
        settings = settings_of(site, server, summarizer_seconds=1)
        library = write(settings)
    (problem,) = [one for one in library.problems if one.path == "summarizer"]
    assert words in problem.what and "2 briefs" in problem.what and SECRET not in str(problem)
    assert len(server.requests) == 1
    assert len(library.briefs) == 2 and not library.written
    assert not (site / ".cache" / "written").exists()
    assert "Westport" in page_of(library, settings)


def test_nobody_there_is_one_line(site: Path) -> None:
    """As where the program that serves the model does not run."""
    with serving(tell) as server:
        settings = settings_of(site, server)
    (problem,) = [one for one in write(settings).problems if one.path == "summarizer"]
    assert "no connection" in problem.what and "\n" not in str(problem)


def test_a_text_that_is_refused_costs_itself(site: Path) -> None:
    """The others are asked for; a model that takes no temperature is asked without one."""
    (site / "seeds" / "lake.txt").write_text(TEXT.replace("Hale", "Dale"), encoding="utf-8")

    def refuse(server: Server, handler: BaseHTTPRequestHandler) -> None:
        request = server.requests[-1]
        if "temperature" in request or "Dale" in str(request):
            say(handler, "", 400)
        else:
            tell(server, handler)

    with serving(refuse) as server:
        library = write(settings_of(site, server))
    assert [one.brief for one in library.written] == ["ferries"]
    (problem,) = [one for one in library.problems if one.path == "summarizer"]
    assert "refused 1 brief" in problem.what
    assert sum("temperature" in request for request in server.requests) == 1


def test_a_build_asks_about_so_many(site: Path) -> None:
    """The newest first; the others wait for the next build, and a note says so."""
    (site / "seeds" / "lake.txt").write_text(TEXT.replace("2021", "2022").replace("Hale", "Dale"), encoding="utf-8")
    with serving(tell) as server:
        settings = settings_of(site, server, summarizer_briefs=1)
        first, second = write(settings), write(settings)
    assert [one.brief for one in first.written] == ["lake"]
    assert [problem.severity for problem in first.problems if problem.path == "summarizer"] == ["note"]
    assert len(second.written) == 2 and not [one for one in second.problems if one.path == "summarizer"]


def test_no_more_of_a_text_is_sent_than_allowed(site: Path) -> None:
    """Whole sentences from the first on; the page says how many."""
    long = TEXT + "The pier is old and long and stands in the lake.\n" * 3
    (site / "seeds" / "ferries.txt").write_text(long, encoding="utf-8")
    with serving(tell) as server:
        settings = settings_of(site, server, summarizer_chars=150)
        library = write(settings)
    assert "pier is old" not in server.requests[0]["messages"][1]["content"]
    assert "from the first 3 sentences" in page_of(library, settings)
