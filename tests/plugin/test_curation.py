"""The curator's file under a live server: a saved decision shows at once, and is gone without a trace."""

import html
import time
from pathlib import Path

from tests.plugin.test_site import Server, project, server

__all__ = ["project", "server"]

SUN = """Sun over the games

9 May 2021

Anne Bell thanked the crowd. The games in Leeds went on, Anne Bell said.
"""


def people(server: Server) -> str:
    """The index of people, without what the live server adds to it."""
    return server.page("people/index.html").partition("livereload(")[0]


def test_a_live_server_shows_decisions_at_once(project: Path, server: Server) -> None:
    """One duplicate is merged and parted again; each save is one build, and without the entry all is as before."""
    overrides = project / "seeds" / "_overrides.yml"
    before = overrides.read_text(encoding="utf-8")
    (project / "seeds" / "sun.txt").write_text(SUN, encoding="utf-8")
    server.wait_for("people/index.html", lambda page: "Anne Bell" in page)
    plain = people(server)
    assert "Anne Bell and Ann Bell" in html.unescape(server.page("review/index.html"))
    builds = server.builds()
    overrides.write_text(before + "- merge: [Ann Bell, Anne Bell]\n", encoding="utf-8")
    page = server.wait_for("people/ann-bell.html", lambda page: "thanked the crowd" in page)
    assert "Merged by the editor: Ann Bell, Anne Bell" in html.unescape(page)
    assert "Anne Bell and Ann Bell" not in html.unescape(server.page("review/index.html"))
    overrides.write_text(before + "- apart: [Ann Bell, Anne Bell]\n", encoding="utf-8")
    server.wait_for(
        "people/anne-bell.html", lambda page: "Told apart by the editor from Ann Bell" in html.unescape(page)
    )
    assert "Anne Bell and Ann Bell" not in html.unescape(server.page("review/index.html"))
    overrides.write_text(before, encoding="utf-8")
    server.wait_for("review/index.html", lambda page: "Anne Bell and Ann Bell" in html.unescape(page))
    assert people(server) == plain
    time.sleep(2)
    assert server.builds() == builds + 3
