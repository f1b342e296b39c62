"""What the manual has besides its pages: the documents of the project's root, and a page for each template.

The pages name a document as it lies in the repository (`../../SCALE.md`), so that their links hold there too.
"""

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from tools.views import template_pages

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("EXPORT.md", "SCALE.md", "SECURITY.md", "MODEL_CARD.md")
"""Those that speak to users."""
TO_ROOT = re.compile(r"\]\(\.\./\.\./(?=(?:" + "|".join(map(re.escape, DOCUMENTS)) + r")\b)")
"""The beginning of a link to one of them, as a page has it."""
LABELS = "templates/labels/en.yml"
TO_PAGES = re.compile(r"\]\(docs/pages/")
"""The beginning of a link to a page, as they have it."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add them."""
    pages = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
    for name, text in (pages | template_pages()).items():
        files.append(File.generated(config, name, content=text))
    files.append(File.generated(config, "files/en.yml", content=(ROOT / LABELS).read_text(encoding="utf-8")))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """In the manual they lie beside the pages."""
    return TO_PAGES.sub("](", TO_ROOT.sub("](", markdown)).replace(f"](../../{LABELS})", "](files/en.yml)")
