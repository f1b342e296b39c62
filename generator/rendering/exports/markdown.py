"""The pages as plain Markdown files with front matter, for any builder. Never writes or removes outside its folder.

Around them a project that Zensical builds: what the pages load, and the settings that make them look as they do under
Material for MkDocs. Zensical runs no plug-ins of MkDocs, so all that Briefs makes is there as files.
"""

import html
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
import yaml

from generator.errors import BriefsError, TemplateError
from generator.model import EntityIndex, IndexedEntity, Library, Page
from generator.rendering import render
from generator.rendering.addresses import HOME, LinkStyle, href
from generator.rendering.exports.folder import MARKER, check_folder, unwritable, write_file, write_files
from generator.rendering.layout import find_addresses
from generator.rendering.pages import WIDE, name_entries
from generator.rendering.templates import PACKAGED
from generator.settings import Settings
from generator.text.unicode import one_line


def write_markdown(library: Library, out: Path, settings: Settings, links: LinkStyle = "markdown") -> list[Path]:
    """Write every page below `out`, remove the pages of an earlier export that are no more; the paths that changed.

    A file is written only if its bytes change, and the folder changes as a whole. Raises BriefsError for a folder that
    holds something else or cannot be written, and TemplateError, before anything is written, if a template fails.
    """
    pages = list(render(library, settings=settings, links=links))
    for page in pages:
        if page.problem and page.problem.severity == "error":
            raise TemplateError(page.problem.path, page.problem.what, page.problem.cure or "correct the template")
    earlier = check_folder(out)
    contents: dict[str, bytes] = {}
    for page in pages:
        contents[page.path] = (front_matter(page) + page.markdown).encode("utf-8")
        # A page that is Markdown is not offered as such once more.
        contents |= {file.path: file.content for file in page.files if file.path != page.path}
    return write_files(contents, out, earlier)


def front_matter(page: Page) -> str:
    """Write the front matter of a page: YAML whose values are JSON, which is YAML too.

    Title and description are HTML-escaped: Material, Zensical and Jekyll print them as they are.
    """
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in mkdocs_meta(page).items()]
    return "\n".join(["---", *lines, "---", "", ""])


def mkdocs_meta(page: Page) -> dict[str, object]:
    """Give MkDocs' `page.meta`: title and description, which its themes print unescaped, and what a page leaves out."""
    hidden = ["navigation", "toc"] if page.kind in WIDE else ["navigation"]
    meta: dict[str, object] = {
        "title": _attribute(page.title),
        "description": _attribute(page.description),
        "hide": hidden,
    }
    return meta if page.searchable else {**meta, "search": {"exclude": True}}


def _attribute(text: str) -> str:
    return html.escape(one_line(text, 300), quote=True)


PAGES, CONFIG = "docs", "mkdocs.yml"
_SIGNED = "# Written by briefs export, anew each time until you edit it: "
_STYLE, _OWN_STYLE = "briefs.css", "own.css"
_SCRIPTS = ("assets/briefs.js", "assets/explore.js")
_SHIM = "assets/iframe-worker.js"
"""Lets the search run from a folder on disk, without the copy that it would load from another host."""
_FEATURES = ("navigation.tabs", "navigation.top", "search.highlight", "search.suggest", "toc.follow")
_PALETTES = (("light", "default", "night", "Dark"), ("dark", "slate", "sunny", "Light"))


def write_project(library: Library, out: Path, settings: Settings) -> list[Path]:
    """Write the project into `out`; the paths that changed. Settings that somebody edited stay as they are.

    Raises as `write_markdown` does, and BriefsError where settings stand there that are not those of an export.
    """
    if (out / CONFIG).exists() and not (out / PAGES / MARKER).is_file():
        raise BriefsError(str(out / CONFIG), "is there already", "choose an empty or a new folder")
    written = write_markdown(library, out / PAGES, settings, "file")
    statics = dict(_statics(settings))
    contents = {out / PAGES / path: file.read_bytes() for path, file in statics.items()}
    if not is_edited(out / CONFIG):
        contents[out / CONFIG] = sign(config_of(settings, has_style=_OWN_STYLE in statics))
    try:
        return written + [target for target, content in contents.items() if write_file(target, content)]
    except OSError as error:
        raise unwritable(error, out) from error


def sign(config: str) -> bytes:
    """Settings below a line that tells whether they are still as they were written."""
    return f"{_SIGNED}{sha256(config.encode()).hexdigest()[:16]}\n{config}".encode()


def is_edited(file: Path) -> bool:
    """Whether settings stand there that are not as an export wrote them."""
    if not file.exists():
        return False
    content = file.read_bytes()
    return content != sign(content.partition(b"\n")[2].decode("utf-8", "replace"))


def config_of(settings: Settings, *, has_style: bool) -> str:
    """Write the settings as YAML; `has_style` where the user has a stylesheet of his own, which is loaded last."""
    config = {
        "site_name": settings.site_name,
        **({"site_url": settings.site_url} if settings.site_url else {}),
        "docs_dir": PAGES,
        # Addresses end in .html, as under MkDocs with the plug-in `offline`, so that links from outside hold.
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "variant": "classic",
            "font": False,
            "favicon": "assets/favicon.svg",
            "icon": {"logo": "material/file-document-multiple-outline"},
            "features": list(_FEATURES),
            "palette": _palettes(),
        },
        "extra_css": [_STYLE, *([_OWN_STYLE] if has_style else [])],
        "extra_javascript": list(_SCRIPTS),
        "extra": {"polyfills": [_SHIM]},
        "markdown_extensions": ["md_in_html", "tables", {"toc": {"permalink": False, "toc_depth": 3}}],
        "plugins": ["search", "offline"],
        "nav": name_entries(settings),
    }
    return yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=120)


def _palettes() -> list[dict[str, object]]:
    return [
        {
            "media": f"(prefers-color-scheme: {wanted})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": f"material/weather-{icon}", "name": name},
        }
        for wanted, scheme, icon, name in _PALETTES
    ]


def _statics(settings: Settings) -> Iterator[tuple[str, Path]]:
    """The files that become part of the site as they are, by their path in it: the user's, which win, behind ours."""
    for folder in (PACKAGED / "static", *([settings.templates / "static"] if settings.templates else [])):
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                yield file.relative_to(folder).as_posix(), file


def write_index(library: Library, out: Path, settings: Settings) -> list[Path]:
    """Write `entities.json` into `out`; its path. Raises BriefsError where the site has no address."""
    if not settings.site_url:
        raise BriefsError("mkdocs.yml", "site_url is missing", "set the address at which the site is published")
    addresses = find_addresses(library, settings)
    entities = tuple(
        IndexedEntity(
            entity.name,
            entity.type,
            str(href(addresses.entities[entity.id], HOME, "file")),
            len({mention.brief for mention in entity.mentions}),
        )
        for entity in library.entities
    )
    content = msgspec.json.format(msgspec.json.encode(EntityIndex(1, settings.site_name, settings.site_url, entities)))
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_file(out / "entities.json", content + b"\n")
    except OSError as error:
        raise unwritable(error, out) from error
    return [out / "entities.json"]
