"""The Content-Security-Policy of the pages: all that a reader does keeps it, and what is foreign is stopped."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.plugin.theme import POLICY
from tests.browser.conftest import build_site
from tests.browser.sites import ROOT, Site, run, serve
from tests.browser.test_smoke import EVIDENCE, HOME, briefs, search
from tests.plugin.test_site import TEXT, Server

LISTEN = """
addEventListener("securitypolicyviolation", event => {
  const said = event.violatedDirective + ": " + (event.blockedURI || event.sourceFile) + " " + event.sample;
  console.error("policy: " + said);
});
"""
"""Makes each violation a line of the console, which fails a test that has the fixture `page`."""
FOREIGN = {
    "inline script": "document.body.insertAdjacentHTML('beforeend', '<img src=\"assets/x.png\" onerror=\"ran = 1\">')",
    "script element": "document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))",
    "script of another host": "document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))",
    "evaluated text": "setTimeout('ran = 1')",
    "inline style": "document.body.insertAdjacentHTML('beforeend', '<style>body { display: none }</style>')",
    "form": "document.body.insertAdjacentHTML('beforeend', '<form action=https://example.org/>');"
    " document.forms[document.forms.length - 1].submit()",
    "another base": "document.head.append(Object.assign(document.createElement('base'), {href: 'https://example.org/'}))",
    "request": "fetch('https://example.org/x').catch(error => error)",
}
"""What a text of a source could try if it became more than text, with what each would do."""


@pytest.fixture
def page(page: Page) -> Page:
    """The page of `conftest`, on which a violation of the policy is a fault too."""
    page.add_init_script(LISTEN)
    return page


@pytest.mark.parametrize("address", ["server", "folder"])
def test_all_that_readers_do_keeps_the_policy(address: str, site: Site, page: Page) -> None:
    """Each kind of page, search, colours, evidence and print: no violation, from a server and from a folder."""
    root = site.url if address == "server" else site.folder.as_uri() + "/"
    for path in site.kinds():
        page.goto(root + path)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, path
    page.goto(root + briefs(site)[0])
    page.locator("label[for^='__palette']:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    search(page, "Lukashevich")
    expect(page.locator(".md-search-result__item a").first).to_contain_text("Lukashevich")
    page.locator(".md-search__input").press("Escape")
    search(page, "zzzzqqqq")
    page.locator(".md-search__input").press("Enter")
    page.locator(".md-search__input").press("Escape")
    # Last: for an eighth of a second behind a change of the address the theme closes whatever search is opened.
    page.locator(EVIDENCE).first.click()
    expect(page).to_have_url(re.compile("#s"))
    page.emulate_media(media="print")
    page.pdf()


def test_the_search_works_under_it_without_a_mouse(site: Site, page: Page) -> None:
    """The first result opens by the keyboard."""
    page.goto(site.url + HOME)
    search(page, "Lukashevich")
    page.locator(".md-search-result__item a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith(HOME))


@pytest.fixture
def tried(browser: Browser) -> Iterator[Page]:
    """A page on which violations are counted and not faults."""
    context: BrowserContext = browser.new_context()
    context.route("https://**", lambda route: route.fulfill(body=""))
    fresh = context.new_page()
    fresh.add_init_script("violations = []; addEventListener('securitypolicyviolation', e => violations.push(e.type))")
    yield fresh
    context.close()


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_foreign_is_stopped(name: str, site: Site, tried: Page) -> None:
    """Script, style, base, picture and request that no page of ours has: a violation, and nothing runs."""
    tried.goto(site.url + HOME)
    assert tried.evaluate("violations.length") == 0
    tried.evaluate(FOREIGN[name])
    tried.wait_for_timeout(300)
    assert tried.evaluate("violations.length") > 0
    assert tried.evaluate("typeof ran") == "undefined"
    assert tried.locator("body").is_visible()


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project with one source, Material's search, and a script and a style of the user's own."""
    project = tmp_path_factory.mktemp("other") / "other"
    run(["-m", "generator", "new", str(project)], cwd=ROOT)
    (project / "seeds" / "rain.txt").write_text(TEXT, encoding="utf-8")
    static = project / "templates" / "static"
    static.mkdir(exist_ok=True)
    (static / "own.js").write_text("document.body.dataset.own = 'ran'", encoding="utf-8")
    settings = (
        (project / "mkdocs.yml").read_text(encoding="utf-8").replace("- briefs:", "- briefs:\n      search: material")
    )
    (project / "mkdocs.yml").write_text(f"{settings}\nextra_javascript: [own.js]\n", encoding="utf-8")
    return project


@pytest.mark.parametrize("address", ["server", "folder"])
def test_the_theme_s_own_search_and_a_user_s_script_keep_it(address: str, other: Path, page: Page) -> None:
    """Material's worker, and the frame that stands for one where a site is opened from a folder."""
    if not (other / "site").is_dir():
        build_site(other, other / "site")
    with serve(other / "site") as served:
        page.goto((served.url if address == "server" else (other / "site").as_uri() + "/") + HOME)
        expect(page.locator("body")).to_have_attribute("data-own", "ran")
        search(page, "games")
        expect(page.locator(".md-search-result__item a").first).to_contain_text("games")


def test_a_live_server_reloads_under_it(other: Path, page: Page) -> None:
    """The script that MkDocs puts into each page runs, and no other does."""
    server = Server(other)
    try:
        server.wait_for(HOME, lambda shown: "</html>" in shown)
        page.goto(f"http://127.0.0.1:{server.port}/{HOME}")
        assert page.evaluate("typeof livereload") == "function"
        assert page.locator("script[nonce]").count() == 1
    finally:
        server.stop()


def test_the_policy_is_the_first_word_of_a_page(site: Site) -> None:
    """It stands before anything that could load or run, and says what ARCHITECTURE.md says."""
    for path in site.pages():
        head = Path(site.folder, path).read_text(encoding="utf-8").partition("<meta http-equiv=")
        assert "src=" not in head[0] and "href=" not in head[0], path
        assert all(f"{name} {sources}" in head[2][:400] for name, sources in POLICY.items()), path
