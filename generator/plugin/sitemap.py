"""The map of the site does not say the day of the build: it is that of no page, and makes other bytes every day."""

import re
from collections.abc import Iterable

from mkdocs.structure.files import File
from mkdocs.utils import get_build_date

_NO_DAY = "1980-01-01"
"""Stands where MkDocs needs one, for the stamp of the packed map; the first that every archive can hold."""
_LINE = re.compile(rf"\s*<lastmod>{_NO_DAY}</lastmod>")


def forget_day(documents: Iterable[File]) -> None:
    """Take from each page the day of the build; one that another plug-in knows stays."""
    today = get_build_date()
    for file in documents:
        if file.page is not None and file.page.update_date == today:
            file.page.update_date = _NO_DAY


def without_days(sitemap: str) -> str:
    """The map without the days that are none."""
    return _LINE.sub("", sitemap)
