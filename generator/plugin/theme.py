"""What Briefs adds to Material: its stylesheet, its overrides, its short navigation."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.rendering.labels import Labels, words_of_scripts
from generator.rendering.pages import PAGES
from generator.rendering.templates import PACKAGED

UNDER = {kind.name: kind.under for kind in PAGES if kind.under}
"""For kinds of pages, the entry that is lit on them; on all others it is that of their folder."""

STYLESHEET = "briefs.css"
SEARCH_SHIM = "assets/iframe-worker.js"
"""Lets Material's search run from a folder on disk, without the copy that it would load from another host."""


POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What a page may load and run: files of the site. No inline script or style, no other host, no frame of one."""
WORDS = "briefs_words"
"""Under this name the theme has the words of the scripts that are not the English ones."""
OWN_POLICY = "content_security_policy"
"""The key under `extra` in mkdocs.yml with the user's own policy; false: none."""


FRAME = ("assets/frame.css", "assets/frame.js")
"""What is the same on every page, filled once from mkdocs.yml: icons, colours, words of the search."""
_WORKER = "assets/javascripts/workers/search.*.min.js"
"""Material's search; its name changes with its version."""


def add_theme(config: MkDocsConfig, nonce: str = "") -> None:
    """Put the packaged overrides behind the user's own, and load the stylesheet before the user's.

    `nonce` lets a live server put its script into pages.
    """
    overrides = str(PACKAGED / "theme")
    if overrides not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, overrides)
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0, STYLESHEET)
    config.theme.static_templates.update(FRAME)
    config.theme["policy"] = policy(config, nonce)
    config.theme["search_worker"] = _find_worker(config)
    if "offline" in config.plugins or "material/offline" in config.plugins:
        _keep_search_at_home(config)


def speak(config: MkDocsConfig, labels: Labels, language: str | None) -> None:
    """Give the scripts their words, and have the theme speak the language of the labels where it knows it.

    A language that mkdocs.yml names for the theme wins: English is what it has without one.
    """
    folders = map(Path, config.theme.dirs)
    config.theme[WORDS] = words_of_scripts(labels, [PACKAGED / "static", PACKAGED / "theme", Path(config.docs_dir)])
    is_known = language and any((folder / f"partials/languages/{language}.html").is_file() for folder in folders)
    if is_known and config.theme["language"] == "en":
        config.theme["language"] = language


def policy(config: MkDocsConfig, nonce: str = "") -> str:
    """The Content-Security-Policy of every page; `nonce` is that of the inline script of a live server."""
    given = config.extra.get(OWN_POLICY)
    if given is not None:
        return str(given or "")
    rules = {**POLICY, "script-src": f"'self' 'nonce-{nonce}'"} if nonce else POLICY
    return ";".join(f"{name} {sources}" for name, sources in rules.items())


def _find_worker(config: MkDocsConfig) -> str:
    folders = map(Path, config.theme.dirs)
    return next((f.relative_to(folder).as_posix() for folder in folders for f in folder.glob(_WORKER)), "")


def write_short(env: Environment) -> Environment:
    """Leave out the lines and the indentation that only hold a tag of a template."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def _keep_search_at_home(config: MkDocsConfig) -> None:
    kept = [url for url in config.extra.get("polyfills", []) if "iframe-worker" not in str(url)]
    config.extra["polyfills"] = [*kept, SEARCH_SHIM]


def entries_in(nav: object, words: str | None = None) -> Iterator[tuple[str, str | None]]:
    """The paths that a navigation as written in mkdocs.yml leads to, however deep, each with its words, if any."""
    if isinstance(nav, str):
        yield nav, words
    elif isinstance(nav, Mapping):
        for name, entry in nav.items():
            yield from entries_in(entry, str(name))
    elif isinstance(nav, Sequence):
        for entry in nav:
            yield from entries_in(entry)


def static_files(files: Files, config: MkDocsConfig) -> dict[str, Path]:
    """The packaged files that the user's folder does not have, by their path in the site."""
    folder = PACKAGED / "static"
    found = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    return {path: file for path, file in found.items() if not files.get_file_from_path(path)}
