"""A project that Zensical builds: the Markdown pages, what they load, and the settings that make them look as they do
under Material for MkDocs. Zensical runs no plug-ins of MkDocs, so all that Briefs makes is there as files.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.errors import BriefsError
from generator.model import Library
from generator.rendering.exports.markdown import MARKER, write_file, write_markdown
from generator.rendering.pages import NAVIGATION
from generator.rendering.templates import PACKAGED
from generator.settings import Settings

PAGES, CONFIG = "docs", "mkdocs.yml"
_STYLE, _SCRIPT, _OWN_STYLE = "briefs.css", "assets/briefs.js", "own.css"
_SHIM = "assets/iframe-worker.js"
"""Lets the search run from a folder on disk, without the copy that it would load from another host."""
_FEATURES = ("navigation.tabs", "navigation.top", "search.highlight", "search.suggest", "toc.follow")
_PALETTES = (("light", "default", "night", "Dark"), ("dark", "slate", "sunny", "Light"))


def write_project(library: Library, out: Path, settings: Settings) -> list[Path]:
    """Write the project into `out`; the paths that changed.

    Raises as `write_markdown` does, and BriefsError where settings stand there that are not those of an export.
    """
    if (out / CONFIG).exists() and not (out / PAGES / MARKER).is_file():
        raise BriefsError(str(out / CONFIG), "is there already", "choose an empty or a new folder")
    written = write_markdown(library, out / PAGES, settings, "file")
    statics = dict(_statics(settings))
    contents = {out / PAGES / path: file.read_bytes() for path, file in statics.items()}
    contents[out / CONFIG] = config_of(settings, has_style=_OWN_STYLE in statics).encode()
    try:
        return written + [target for target, content in contents.items() if write_file(target, content)]
    except OSError as error:
        fault = f"cannot be written ({error.strerror or type(error).__name__})"
        raise BriefsError(str(error.filename or out), fault, "free or choose another folder") from error


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
        "extra_javascript": [_SCRIPT],
        "extra": {"polyfills": [_SHIM]},
        "markdown_extensions": ["md_in_html", "tables", {"toc": {"permalink": False, "toc_depth": 3}}],
        "plugins": ["search", "offline"],
        "nav": [dict(entry) for entry in NAVIGATION],
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
