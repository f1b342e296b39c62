"""A small collection that tells of meetings, figures and demands, studied and linked once for these tests."""

from collections.abc import Mapping
from functools import cache

from generator.analysis import analyse
from generator.cleaning import clean
from generator.linking import link
from generator.model import Library, Source
from generator.readers import read
from generator.rendering.catalog import Catalog, make_catalog
from tests.rendering.shelf import SETTINGS

HARBOUR = """---
title: Harbour talks
published: 2022-05-06
language: en
---

President Ann Bell met Prime Minister Max Poe in Leeds on Tuesday to discuss the harbour.

Bell demanded that Poe close the old harbour of Leeds by June. Poe rejected the plan for a new harbour in Cork.

Bell warned that the storm season could destroy the piers of Leeds.

"We will open two new piers in Cork this summer," Bell said.

"We will open two new piers in Cork this summer," Bell said again.

Bell will meet Poe in Cork on May 12. Bell did not meet Jane Roe in Lima.
"""
STORM = """---
title: Storm in Leeds
published: 2022-05-07
language: en
---

A storm struck Leeds on Thursday, May 5, killing at least nine people and injuring 31.

The storm in Leeds damaged 1,200 homes. Two dogs were found. Three roads were closed.

Prices rose by 12% in Leeds.
"""
AGAIN = """---
title: Leeds counts the dead
published: 2022-05-08
language: en
---

A storm struck Leeds on Thursday, May 5, killing 11 people.

In Leeds, 1,500 homes were damaged. Some 900 Homes in Cork and Lima were damaged.
"""


@cache
def collection() -> Library:
    """The library of these three briefs."""
    return _study({"again": AGAIN, "harbour": HARBOUR, "storm": STORM})


def catalog_of(files: Mapping[str, str]) -> Catalog:
    """Other texts by their ids, turned round for pages."""
    return make_catalog(_study(files), SETTINGS, "markdown")


def _study(files: Mapping[str, str]) -> Library:
    return link(
        [
            analyse(clean(read(Source(f"{id_}.md", id_, text.encode()))), summary_sentences=1)
            for id_, text in files.items()
        ]
    )


@cache
def catalog() -> Catalog:
    """The same turned round for pages."""
    return make_catalog(collection(), SETTINGS, "markdown")
