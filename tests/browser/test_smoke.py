"""The site as a reader meets it: it opens, its doors lead to the evidence, it fits a phone, it keeps to itself."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Site

HOME = "index.html"
PHONE = {"width": 390, "height": 844}
EVIDENCE = ".md-content a[href*='#s']"
"""The links to a sentence: its anchor is `s` and a number."""


def briefs(site: Site) -> list[str]:
    """The paths of the briefs' own pages."""
    return [
        page for page in site.pages() if page.count("/") == 1 and page.startswith("briefs/") and "index" not in page
    ]


def search(page: Page, words: str) -> None:
    """Type words into the search, key by key: it listens to keys."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words)


def background(page: Page, selector: str) -> str:
    """The colour behind an element, as the browser computed it."""
    return str(page.eval_on_selector(selector, "element => getComputedStyle(element).backgroundColor"))


def too_wide(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_home_opens_and_leads_to_every_brief(site: Site, page: Page) -> None:
    """Home shows a heading; each brief of a small collection is one click away."""
    answer = page.goto(site.url + HOME)
    assert answer is not None and answer.ok
    expect(page.locator("h1")).to_be_visible()
    links = page.eval_on_selector_all(".md-content a", "links => links.map(link => link.getAttribute('href'))")
    assert briefs(site)
    assert set(briefs(site)) <= set(links)


def test_every_kind_of_page_opens_without_a_fault(site: Site, page: Page) -> None:
    """One page of each kind: it has one heading, and neither a script error nor a request to another host."""
    for path in site.kinds():
        answer = page.goto(site.url + path)
        assert answer is not None and answer.ok, path
        assert page.locator("h1").count() == 1, path


def test_every_finding_of_a_brief_is_a_door(site: Site, page: Page) -> None:
    """A click on a finding leads to its sentence: in sight, and lit up unlike the others."""
    for path in briefs(site):
        page.goto(site.url + path)
        plain = background(page, ".briefs-sentence")
        door = page.locator(EVIDENCE).first
        fragment = str(door.get_attribute("href")).partition("#")[2]
        door.click()
        expect(page).to_have_url(f"{site.url}{path}#{fragment}")
        assert page.eval_on_selector(":target", "element => element.id") == fragment
        expect(page.locator(":target")).to_be_in_viewport()
        page.wait_for_timeout(500)
        assert background(page, ":target") != plain, path


def test_doors_open_without_scripts(site: Site, browser: Browser) -> None:
    """Reading needs no script: the text is there, and the sentence of an address is lit up."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    path = briefs(site)[0]
    page.goto(f"{site.url}{path}#s2")
    expect(page.locator("#s2")).to_be_in_viewport()
    lit = page.locator("#s2:target").evaluate("element => getComputedStyle(element).backgroundColor")
    assert lit != page.locator("#s1").evaluate("element => getComputedStyle(element).backgroundColor")
    context.close()


def test_every_kind_of_page_fits_a_phone(site: Site, page: Page) -> None:
    """At 390 pixels nothing makes the page scroll sideways."""
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    for path in site.kinds():
        page.goto(site.url + path)
        assert too_wide(page) <= 0, path


def test_the_palette_can_be_switched(site: Site, page: Page) -> None:
    """The switch turns a light page dark, and the choice holds on the next page."""
    page.goto(site.url + HOME)
    light = background(page, "body")
    page.locator("label[for^='__palette']:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert background(page, "body") != light
    page.goto(site.url + briefs(site)[0])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_dark_system_gets_a_dark_page(site: Site, browser: Browser) -> None:
    """Without a choice the page follows the system."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(site.url + HOME)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    context.close()


def test_search_finds_a_name(site: Site, page: Page) -> None:
    """A name typed into the search leads to pages that hold it."""
    page.goto(site.url + HOME)
    search(page, "Lukashevich")
    expect(page.locator(".md-search-result__item a").first).to_contain_text("Lukashevich")
    assert page.locator("[data-briefs-search]").count() == 1


def test_the_site_opens_from_a_folder(site: Site, page: Page) -> None:
    """Without a server too: pages lead to each other and the search answers, with no request to another host."""
    page.goto((site.folder / HOME).as_uri())
    page.locator(f".md-content a[href$='{briefs(site)[0]}']").first.click()
    expect(page.locator(".briefs-sentence").first).to_be_attached()
    search(page, "Lukashevich")
    expect(page.locator(".md-search-result__item a").first).to_contain_text("Lukashevich")
