"""The search box as a reader uses it: from a server below a path, and from a folder on disk."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.rendering.search import split_words
from tests.browser.conftest import build_site
from tests.browser.sites import ROOT, Site, run, serve

SOURCES = {
    "court.txt": (
        "Court hears the ferry case\n\n5 May 2021\n\n"
        "Theresa Quill, the harbour's lawyer, brought the case to the European Union (EU) last year. "
        "The case was heard by the court in Leeds. Ferry owners had met the EU on 3 May 2021 and demanded guarantees. "
        '"We had no choice," said Theresa Quill. The judges brought forward no new dates in that case.\n'
    ),
    "ferry.txt": (
        "Eugene Marlow wants a second ferry\n\n7 May 2021\n\n"
        "Eugene Marlow, the mayor of Leeds, said Europe needs more ferries. The case for a second ferry is weak, "
        "he said. Eugene Marlow met Aleksandr Lukashenkov in Leeds. Aleksandr Lukashenkov, the chair of the Harbour "
        "Trust, agreed. US lawyers told us that the trust may sue.\n"
    ),
    **{
        f"weather-{number}.txt": (
            f"Rain on day {number}\n\n{number} June 2021\n\n"
            f"Rain fell in Łomża for {number} hours. The town's café stayed open. A zebra was seen near the bridge.\n"
        )
        for number in range(1, 16)
    },
}
BOX, META = ".md-search__input", ".md-search-result__meta"
RESULT = ".md-search-result__item"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of made-up sources, served below a path, as project pages are."""
    top = tmp_path_factory.mktemp("searched")
    done = run(["-c", "from generator.cli import main; main()", "new", str(top / "project")], cwd=ROOT)
    assert not done.returncode, done.stdout
    for name, text in SOURCES.items():
        (top / "project" / "seeds" / name).write_text(text, encoding="utf-8")
    (top / "project" / "templates" / "static" / "own.md").write_text("# Mooring\n\n## Fees\n\nA quay costs 7 pounds.\n")
    build_site(top / "project", top / "www" / "some" / "path")
    with serve(top / "www") as served:
        yield replace(served, folder=top / "www" / "some" / "path", url=f"{served.url}some/path/")


@pytest.fixture(params=["server", "folder"])
def home(request: pytest.FixtureRequest, below: Site) -> str:
    """The front page, from the server and from the folder."""
    return below.url + "index.html" if request.param == "server" else (below.folder / "index.html").as_uri()


def ask(page: Page, words: str) -> list[str]:
    """Type words, letter by letter, and give the texts of the results."""
    page.locator(BOX).click()
    page.locator(BOX).fill("")
    page.locator(BOX).press_sequentially(words)
    expect(page.locator(META)).not_to_have_text(re.compile("^(?:Type .*)?$"))
    page.wait_for_timeout(300)
    return page.locator(RESULT).all_inner_texts()


def test_nothing_of_the_index_is_loaded_before_a_letter(home: str, page: Page) -> None:
    """Opening a page and the box asks for no file of the index; the first letter does."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home)
    page.locator(BOX).click()
    page.wait_for_timeout(300)
    assert not [url for url in asked if "/search/" in url or "search-index" in url]
    ask(page, "ferry")
    assert [url for url in asked if "/search/index.js" in url]
    assert not [url for url in asked if "search_index" in url]


def test_a_result_says_what_it_is_and_opens_at_the_sentence(home: str, page: Page) -> None:
    """Title, kind, day and the sentence; it opens there, lit, with the words marked."""
    page.goto(home)
    first = ask(page, "second ferry")[0]
    assert "Eugene Marlow wants a second ferry" in first
    assert "Brief · 7 May 2021" in first
    assert "The case for a second ferry is weak, he said." in first
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefs/ferry.html?h=*#s*")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("The case for a second ferry is weak")
    assert {"second", "ferry"} <= set(page.locator("mark[data-md-highlight]").all_inner_texts())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Quil", "Theresa Quill"),
        ("Theresa Quil", "Theresa Quill"),
        ("Quilll", "Theresa Quill"),
        ("Marlwo", "Eugene Marlow"),
        ("Arlow", "Eugene Marlow"),
        ("Lukashenko", "Aleksandr Lukashenkov"),
        ("Lukashhenkof", "Aleksandr Lukashenkov"),
    ],
)
def test_a_name_may_be_misspelled(below: Site, page: Page, words: str, name: str) -> None:
    """One letter wrong, missing, too many or in another's place; two in a long name."""
    page.goto(below.url)
    assert name in ask(page, words)[0]


def test_a_correction_is_told(home: str, page: Page) -> None:
    """Whoever reads other words than he typed is told so."""
    page.goto(home)
    ask(page, "Marlwo")
    expect(page.locator(META)).to_contain_text("“marlow” for “marlwo”")


def test_a_short_name_comes_before_what_it_begins(home: str, page: Page) -> None:
    """ "EU" is the European Union, and not Eugene or Europe."""
    page.goto(home)
    found = ask(page, "EU")
    assert found[0].startswith("European Union")
    assert not [text for text in found if "Eugene" in text]
    assert ask(page, "eug")[0].startswith("Eugene Marlow")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("What did Eugene Marlow say about the second ferry?", "The case for a second ferry is weak, he said."),
        ("When did ferry owners meet the EU?", "Ferry owners had met the EU on 3 May 2021"),
        ("Who is the mayor of Leeds?", "Eugene Marlow, the mayor of Leeds"),
    ],
)
def test_a_question_is_answered_first(below: Site, page: Page, question: str, line: str) -> None:
    """The first line shown holds what the question word asks for, though another has more of its words."""
    page.goto(below.url)
    (first, *_) = [text for text in ask(page, question) if "Brief ·" in text]
    assert line in first.partition("Brief ·")[2].split("\n\n")[1]


def test_a_name_finds_its_other_spellings(reports: Site, page: Page) -> None:
    """Who types the acronym finds the texts that have the name in full, each at its sentence."""
    page.goto(reports.url)
    found = ask(page, "WHO")
    assert found[0].startswith("World Health Organization")
    (first,) = [text for text in found if text.startswith("Harbour talks end")]
    (second,) = [text for text in found if text.startswith("Harbour takes its case")]
    assert "(WHO) sent no one" in first
    assert "The World Health Organization was told." in second


def test_a_mark_is_a_word(reports: Site, page: Page) -> None:
    """Of "brought the case" no part of "Theresa" is marked, in the results and on the page."""
    page.goto(reports.url)
    (first, *_) = ask(page, "brought the case")
    assert "Theresa Quill brought the case to the court" in first
    marks = page.locator(f"{RESULT} mark").all_inner_texts()
    assert {word.lower() for word in marks} <= {"brought", "case"}
    page.locator(f"{RESULT} a").first.click()
    page.wait_for_url("**/briefs/april.html?h=*#s1")
    lit = page.locator("mark[data-md-highlight]").all_text_contents()
    assert lit and {word.lower() for word in lit} <= {"brought", "case"}


def test_us_is_not_us(below: Site, page: Page) -> None:
    """A function word in capitals is an acronym; only so it is found."""
    page.goto(below.url)
    assert any("US lawyers told us" in text for text in ask(page, "US"))


def test_a_function_word_finds_nothing(home: str, page: Page) -> None:
    """ "the" is not the beginning of "Theresa"."""
    page.goto(home)
    assert ask(page, "the") == []
    expect(page.locator(META)).to_have_text("Nothing found")


def test_a_phrase_is_a_phrase(home: str, page: Page) -> None:
    """Words in quotation marks stand together; without them such a line comes first."""
    page.goto(home)
    (only,) = ask(page, '"brought the case"')
    assert "brought the case to the European Union" in only
    assert "brought forward" not in only
    assert "brought the case to the European Union" in ask(page, "brought the case")[0]
    assert ask(page, '"the case brought"') == []
    assert ask(page, '"brought a case"') == []


def test_endings_and_accents_do_not_count(below: Site, page: Page) -> None:
    """ "demand" finds "demanded", "Lomza" finds "Łomża"."""
    page.goto(below.url)
    assert any("demanded guarantees" in text for text in ask(page, "demanding guarantee"))
    assert any("Łomża" in text for text in ask(page, "lomza"))
    assert any("café" in text for text in ask(page, "CAFE"))


def test_what_only_some_of_the_words_find_is_told(below: Site, page: Page) -> None:
    """Where no text has all words, those that are missing are named."""
    page.goto(below.url)
    assert any("Missing: xylophone" in " ".join(text.split()) for text in ask(page, "second ferry xylophone"))


def test_a_users_own_page_is_found(below: Site, page: Page) -> None:
    """It opens at the heading."""
    page.goto(below.url)
    (found,) = ask(page, "quay pounds")
    assert found.startswith("Mooring")
    page.locator(f"{RESULT} a").first.click()
    page.wait_for_url("**/own.html?h=*#fees")


def test_the_keys_are_those_of_material(home: str, page: Page) -> None:
    """`/`, `s` and `f` open it, arrows go through the results and load more, Escape closes it."""
    page.goto(home)
    for key in ("/", "s", "f"):
        page.keyboard.press(key)
        expect(page.locator(BOX)).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(BOX)).not_to_be_focused()
    found = ask(page, "zebra")
    assert 6 <= len(found) <= 12
    expect(page.locator(META)).to_have_text("15 results")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{RESULT} a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    for _ in range(15):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(100)
    expect(page.locator(RESULT)).to_have_count(15)
    page.keyboard.press("x")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(RESULT).first).not_to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.locator(BOX)).not_to_be_focused()


def test_the_box_can_be_emptied(below: Site, page: Page) -> None:
    """The cross takes words and results away."""
    page.goto(below.url)
    ask(page, "zebra")
    page.locator(".md-search button[type=reset]").click()
    expect(page.locator(RESULT)).to_have_count(0)
    expect(page.locator(BOX)).to_have_value("")
    expect(page.locator(BOX)).to_be_focused()


def test_a_lost_index_is_told(below: Site, page: Page) -> None:
    """Where the index does not come, the box says so, and tries again at the next letter."""
    page.goto(below.url)
    page.route("**/search/index.js", lambda route: route.fulfill(status=200, body="/* cut off */"))
    page.locator(BOX).click()
    page.locator(BOX).press_sequentially("zeb")
    expect(page.locator(META)).to_have_text("The search index could not be loaded.")
    page.unroute("**/search/index.js")
    page.locator(BOX).press_sequentially("ra")
    expect(page.locator(META)).to_have_text("15 results")


def test_it_works_on_a_phone(below: Site, page: Page) -> None:
    """The lens opens the box, a touch on a result opens it."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(below.url)
    page.locator("label.md-header__button[for='__search']").click()
    expect(page.locator(BOX)).to_be_focused()
    ask(page, "zebra")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(f"{RESULT} a").first.click()
    page.wait_for_url("**/briefs/weather-*.html?h=zebra#s*")


@pytest.mark.parametrize(
    "text",
    [
        *[
            "Ann's, Leeds’s and the boys' games",
            "The U.S. and the U.N. p.m.",
            "Łódź, Köln, Straße, Æsop, İzmir, ODYSSEÚS",
        ],
        *[
            "NATO-Russia; l’Union, snake_case, 3.5 million, x², ½ ﬁne",
            "北京 and 東京abc",
            "हिन्दी समाचार",
            "한국어, ไทย, العربية",
        ],
        *["e\u0301te\u0301 of 2022-01-07", "🙂 𝔘𝔫𝔦 " + "x" * 100],
    ],
)
def test_what_is_typed_is_read_as_what_is_indexed(text: str, below: Site, page: Page) -> None:
    """The script and the program divide and fold words alike."""
    spy = "window.briefsSearch = {open: async (load, words) => { window.words = words; return {}; }};"
    page.route("**/search-index.js", lambda route: route.fulfill(body=spy, content_type="text/javascript"))
    page.goto(below.url)
    page.locator(BOX).press_sequentially("x")
    expect(page.locator(META)).to_have_text("The search index could not be loaded.")
    read = page.evaluate("text => words(text).map(word => [word.word, word.upper])", text)
    assert [tuple(word) for word in read] == list(split_words(text))


def test_the_index_is_there_once(below: Site) -> None:
    """Nothing of Material's index is left, and no script that only it needs."""
    assert not list(below.folder.glob("search/search_index.*"))
    front = Path(below.folder / "index.html").read_text(encoding="utf-8")
    assert "iframe-worker" not in front
    assert "workers/search" not in front.partition("__config")[0]
