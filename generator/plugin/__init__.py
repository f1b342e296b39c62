"""The MkDocs face: hands the pages to MkDocs, says what is wrong, and keeps the analyses between rebuilds."""

import secrets
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from generator.build import Gathered, Memory, add_written, build, gather, is_final
from generator.errors import SettingsError
from generator.faults import is_fault
from generator.model import Library, Page, Problem
from generator.plugin.converting import Contents, read_contents
from generator.plugin.finished import Shelf, is_steady, site_key
from generator.plugin.frames import frame_pages
from generator.plugin.guard import SCHEME, refusals, site_settings
from generator.plugin.interrupt import start_progress, stop_as_usual, stop_on_interrupt
from generator.plugin.keeping import Keeping, LastingPage
from generator.plugin.page import BriefsPage, FastPage, pack
from generator.plugin.publish import Record, Served, Staging, allow_reload, forget_day, show_failures, without_days
from generator.plugin.search import (
    OWN,
    SearchIndex,
    drop_shim,
    entry_list,
    has_search,
    is_own,
    make_on_request,
    put_entries,
    take_entries,
)
from generator.plugin.serving import Desk, Live, WaitingFile, list_documents, offered_file
from generator.plugin.theme import UNDER, add_theme, entries_in, speak, static_files, write_short
from generator.plugin.unchanged import LastSite, make_nothing, whole_key
from generator.progress import Progress
from generator.rendering import plan
from generator.rendering.addresses import index_of
from generator.rendering.drafts import Plan
from generator.rendering.labels import Labels
from generator.rendering.pages import name_entries
from generator.rendering.templates import read_words
from generator.settings import Settings
from generator.summarizer import SUMMARIZER
from generator.text.memo import begin_round, end_rounds

log = get_plugin_logger("briefs")


class BriefsPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # the scheme is made from Settings
    """One object for all builds of a process: MkDocs keeps it because it listens to the start-up."""

    config_scheme = SCHEME

    def __init__(self) -> None:
        self._memory: Memory = {}
        self._pages: dict[str, Page] = {}
        self._shelf: Shelf | None = None
        self._keeping: Keeping | None = None
        self._in_nav: dict[str, str | None] = {}
        self._staging: Staging | None = None
        self._search: SearchIndex | None = None
        self._last: LastSite | None = None
        self._record: Record | None = None
        self._is_final = False
        self._files = Files(())
        self._documents: Sequence[File] = ()
        self._entries = 0
        self._serving = False
        self._dirty = False
        self._live = Live(self._report_broken)
        self._desk: Desk | None = None
        self._nonce = ""
        self._labels = Labels()
        self._is_steady = False
        """Whether nobody else has a say in pages, so that what was made of one can be made again."""
        self._linked = Files(())
        """All to which a page may link, kept ones too."""
        self._settings: Settings | None = None
        self._progress = Progress()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember which command runs: a live server must survive a broken template."""
        self._serving, self._dirty = command == "serve", dirty
        end_rounds()
        self._progress = start_progress()
        stop_on_interrupt(self._progress)
        self._nonce = secrets.token_urlsafe(16) if self._serving else ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse what would give the sources power, add the theme, and put the site beside the old one."""
        if faults := refusals(config):
            raise PluginError("briefs: mkdocs.yml: " + "\nbriefs: mkdocs.yml: ".join(faults))
        settings = site_settings(config, self.config)
        self._settings = replace(settings, review=True) if self._serving and settings.review is None else settings
        add_theme(config, self._nonce)
        self._labels = self._read_labels()
        speak(config, self._labels, self._settings.labels)
        if config.nav is None:
            config.nav = name_entries(self._settings)
        self._staging = (Served if self._serving else Staging)(Path(config.site_dir))
        config.site_dir = str(self._staging.folder)
        if self._shelf is None or not self._serving:
            # What a live server publishes is its own, and gone with it.
            cache = None if self._serving else self._settings.cache
            self._shelf = Shelf(cache and cache / "pages.sqlite")
        self._keeping = Keeping(self._shelf, self._staging)
        self._desk = None
        self._last = None if self._serving else LastSite(self._settings.cache, self._staging.site)
        is_ours = is_own(config, self._settings)
        self._search = SearchIndex(Path(config.site_dir), waits=self._serving) if is_ours else None
        config.theme[OWN] = self._search is not None
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page of the briefs as a generated file; or give MkDocs nothing to make, where nothing changed."""
        assert self._settings is not None
        if self._serving:
            begin_round()
        gathered = gather(self._settings)
        self._record = Record(self._settings, gathered.published, serving=self._serving)
        whole = whole_key(config, files, self._settings, gathered) if self._last else ""
        if self._last and self._last.stands(whole, gathered.published.digest):
            self._keeping = self._search = None
            return make_nothing(config)
        library = self._record.library = self._build(gathered)
        style: Literal["directory", "file"] = "directory" if config.use_directory_urls else "file"
        plans = {planned.draft.path: planned for planned in plan(library, settings=self._settings, links=style)}
        self._desk = Desk(config) if self._is_lazy(config) else None
        texts = self._make_all(plans.values())
        self._report_broken(*self._pages.values())
        self._is_final = is_final(gathered, self._memory) and not self._has_faults(library.problems)
        for path, file in static_files(files, config).items():
            files.append(File.generated(config, path, abs_src_path=str(file)))
        self._in_nav = dict(entries_in(config.nav))
        contents = read_contents(config.mdx_configs.get("toc") or {})
        if self._search:
            drop_shim(config)
            self._search.begin(library, self._pages, self._settings, style)
        for page in self._pages.values():
            self._add(page, texts[page.path], plans[page.path], files, config, contents)
        if not self._serving:
            self._memory.clear()
        return files

    def _build(self, gathered: Gathered) -> Library:
        assert self._settings is not None
        try:
            library = build(self._settings, memory=self._memory, progress=self._progress, gathered=gathered)
            library = add_written(library, self._settings, self._progress)
        except SettingsError as error:
            raise PluginError(f"briefs: mkdocs.yml: {error}") from error
        self._report(library.problems)
        return library

    def _make_all(self, plans: Collection[Plan]) -> dict[str, bytes]:
        """Make the pages, or what is known of them before; without their Markdown, which is given back, packed."""
        texts: dict[str, bytes] = {}
        self._pages = {}
        make = Plan.outline if self._desk else Plan.make
        for page in self._progress.track(map(make, plans), "rendering", unit="page"):
            texts[page.path] = pack(page.markdown)
            self._pages[page.path] = replace(page, markdown="")
        return texts

    def _is_lazy(self, config: MkDocsConfig) -> bool:
        """Whether pages wait until they are asked for: on a live server, where nobody needs to see all of them."""
        assert self._settings
        is_fast = self._serving and not self._dirty and self._settings.converter == "fast"
        return is_fast and not config.strict and bool(self._search or not has_search(config)) and is_steady(config)

    @event_priority(-200)  # the navigation as all have left it
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep finished pages, if nobody else has a say in them; count those that are converted from here on."""
        self._is_steady = False
        if self._desk:
            self._desk.nav = nav
        elif self._keeping and is_steady(config):
            self._is_steady, self._linked = True, Files(files)
            self._keeping.begin(site_key(config, nav), (page.file.src_uri for page in nav.pages))
        self._progress.begin("converting", len(files.documentation_pages()), "page")
        return nav

    def on_page_content(self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """One page more is converted: its links are known, and what it looks like can be made again."""
        self._progress.step()
        if self._is_steady and isinstance(page, FastPage) and page.is_sound:
            page.lay_aside()
            return ""
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the templates of the theme write no empty lines, and MkDocs make only what is not finished."""
        self._files, self._documents = files, list_documents(files)
        forget_day(self._documents)
        if self._desk:
            self._desk.files, self._desk.env, self._desk.documents = files, env, self._documents
        if self._keeping:
            self._keeping.take_over(config, files)
        self._progress.begin("writing", len(files.documentation_pages()), "page")
        env.globals["say"] = self._labels.say
        return frame_pages(write_short(env), config)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Tell a template of all pages, kept ones too: the sitemap lists them."""
        context["pages"] = self._documents
        return context

    def _show_place(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Light up the index to which the page belongs: a brief is found under Briefs."""
        path = page.file.src_uri
        ours = self._pages.get(path)
        index = UNDER.get(ours.kind if ours else "") or index_of(path)
        for entry in nav.pages:
            entry.active = entry is page or entry.file.src_uri == index
        context["pages"] = self._documents
        return context

    @event_priority(200)  # before the search
    def _before_search(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        self._entries = len(entry_list(config) or ())
        if isinstance(page, FastPage):
            page.take_up(config, self._linked)
        return context

    @event_priority(-200)  # behind it
    def _behind_search(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if self._keeping and isinstance(page, LastingPage):
            self._keeping.add_entries(page, take_entries(entry_list(config), self._entries))
        return context

    on_page_context = CombinedEvent(_before_search, _show_place, _behind_search)

    @event_priority(200)  # before the search
    def _put_entries(self, *, config: MkDocsConfig) -> None:
        entries = entry_list(config)
        if self._keeping and entries is not None:
            for path in self._pages:
                put_entries(entries, self._keeping.entries(path))

    @event_priority(-200)  # as it is published
    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """One page more is written: note it as finished."""
        self._progress.step()
        if self._keeping and isinstance(page, LastingPage):
            self._keeping.add(page, output)
        if self._is_steady and isinstance(page, FastPage):
            page.lay_aside()
        return output

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out the sitemap of a site without an address: it would be empty, as it holds full addresses only."""
        if template_name != "sitemap.xml":
            return output_content
        return without_days(output_content) if config.site_url else ""

    @event_priority(-200)  # after the search index and its offline copy
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Write the search index and swap the finished site in."""
        self._progress.end()
        stop_as_usual()
        if self._search:
            problems = self._search.finish(config)
            self._report(problems)
            self._is_final = self._is_final and not problems
        if self._staging and not self._keeping:
            config.site_dir = str(self._staging.site)
            self._staging.discard()
        elif self._staging and self._keeping:
            self._keeping.check(self._files, config.validation.links.anchors)
            config.site_dir = str(self._staging.site)
            self._staging.swap()
            self._keeping.finish()
            self._live.settle(self._desk, self._staging.site)
            if self._search:
                self._search.settle(self._staging.site)
            published = self._record.write() if self._record else ""
            if self._last:
                self._last.note(published, final=self._is_final)
        self._staging = self._keeping = None

    on_post_build = CombinedEvent(_put_entries, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it was; a site that cannot be written is one line."""
        self._progress.end()
        stop_as_usual()
        if self._last:
            self._last.leave()
        if self._staging:
            staging, self._staging = self._staging, None
            staging.discard()
            if fault := staging.explain(error):
                raise PluginError(f"briefs: {fault}") from error

    def _read_labels(self) -> Labels:
        assert self._settings is not None
        try:
            return read_words(self._settings)
        except SettingsError as error:
            raise PluginError(f"briefs: {error}") from error

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch the sources and the templates too, and show a failed rebuild in the browser."""
        assert self._settings is not None
        for folder in (self._settings.seeds, self._settings.templates):
            if folder and folder.is_dir():
                server.watch(str(folder))
        if self._settings.labels and Path(self._settings.labels).is_file():
            server.watch(self._settings.labels)
        self._live.attach(server)
        make_on_request(server, self._make_search)
        show_failures(server)
        allow_reload(server, self._nonce)
        return server

    def on_shutdown(self) -> None:
        """Make no page while MkDocs removes the folder of a live server."""
        self._live.end()

    def _make_search(self) -> None:
        if self._search:
            self._report(self._search.make())

    def _report(self, problems: Iterable[Problem]) -> None:
        """Each line once: a source may be odd in the same way in many places, which its page shows one by one."""
        lines = Counter((str(problem), problem.severity == "note") for problem in problems)
        for (line, is_note), times in lines.items():
            (log.info if is_note else log.warning)(line if times == 1 else f"{line} (in {times} places)")

    def _report_broken(self, *pages: Page) -> None:
        """A broken template ends a build; a live server shows the fault on the pages instead.

        A page that the program could not make is a warning: the others are published.
        """
        problems = dict.fromkeys(page.problem for page in pages if page.problem)
        self._report(problem for problem in problems if problem.severity != "error")
        broken = dict.fromkeys(str(problem) for problem in problems if problem.severity == "error")
        if broken and not self._serving:
            raise PluginError("briefs: " + "\nbriefs: ".join(broken))
        for line in broken:
            log.error(line)

    def _has_faults(self, problems: Iterable[Problem]) -> bool:
        """Whether something was wrong that may not be at the next build: with this program, or with its cache."""
        assert self._settings
        cache = f"{self._settings.cache.name}/" if self._settings.cache else "\0"
        places = (cache, SUMMARIZER)
        odd = any(is_fault(problem) or problem.path.startswith(places) for problem in problems)
        return odd or any(page.problem for page in self._pages.values())

    def _add(
        self, page: Page, text: bytes, planned: Plan, files: Files, config: MkDocsConfig, contents: Contents
    ) -> None:
        """A page of the user's own with the same path wins."""
        assert self._settings and self._keeping
        if files.get_file_from_path(page.path):
            return
        file = WaitingFile.generated(config, page.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        assert isinstance(file, WaitingFile)
        file.packed = text
        files.append(file)
        offered = [offered_file(config, one) for one in page.files]
        offered = [one for one in offered if not files.get_file_from_path(one.src_uri)]
        for one in offered:
            files.append(one)
        words = self._in_nav.get(page.path)
        made: BriefsPage
        if self._settings.converter == "fast":
            made = FastPage(words, file, config, page, self._keeping)
            made.contents = contents
        else:
            made = BriefsPage(words, file, config, page, self._keeping)
        if self._desk:
            self._desk.add(made, offered, planned.make)
            if page.path in self._in_nav and not words:
                made.ours = planned.make()  # The navigation shows its title.
                made.read_source(config)
