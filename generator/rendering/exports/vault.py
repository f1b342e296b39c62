"""A vault for Obsidian and other editors of plain Markdown: a note for each brief and each name, joined by wikilinks.

Each sentence of a source text ends with a block id, `^s6`; whatever rests on it links there.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model import Entity, EntityType, Library
from generator.rendering.addresses import has_page
from generator.rendering.catalog import Catalog, make_catalog
from generator.rendering.exports.folder import check_folder, write_files
from generator.rendering.exports.notes import Writer, note_brief, note_entity, plain
from generator.rendering.readable import shortened
from generator.settings import Settings
from generator.text.addresses import DEVICES
from generator.text.unicode import fold_name, printable

_FOLDERS: Mapping[EntityType, str] = {
    "Person": "People",
    "Organization": "Organizations",
    "Place": "Places",
    "Event": "Events",
}
_UNNAMED = re.compile(r'[\[\]#^|\\/:<>"?*%\ufffd]+')
"""What a link of Obsidian or the name of a file cannot hold."""
_UNSHOWN = re.compile(r"[\[\]|]")
"""What would end the words of a wikilink."""
_NAME_CHARS, _NAME_BYTES = 70, 160
_HOME = "Briefs.md"


def write_vault(library: Library, out: Path, settings: Settings) -> list[Path]:
    """Write the vault into `out`; the paths that changed. Raises BriefsError for a folder that is somebody else's."""
    earlier = check_folder(out)
    catalog = make_catalog(library, settings, "markdown")
    ways = make_ways(catalog)
    writer = Writer(catalog, ways)
    contents = {_HOME: _home(catalog, ways)}
    contents |= {f"{ways.briefs[brief.id]}.md": note_brief(writer, brief) for brief in library.briefs}
    contents |= {f"{path}.md": note_entity(writer, catalog.entities[id_]) for id_, path in ways.names.items()}
    return write_files(
        {path: text.encode("utf-8", "replace") for path, text in contents.items()}, out, earlier, {".md"}
    )


@dataclass(frozen=True, slots=True)
class Wikilinks:
    """The links of a vault, with the path of each note."""

    briefs: Mapping[str, str]
    names: Mapping[str, str]

    def brief(self, brief: str, words: str) -> str:
        """A link to a brief."""
        return _link(self.briefs[brief], words)

    def name(self, entity: Entity, words: str) -> str:
        """A link to a name; its words where it has no note."""
        return _link(self.names[entity.id], words) if entity.id in self.names else plain(words)

    def place(self, brief: str, anchor: str, words: str, *, is_here: bool) -> str:
        """A link to a sentence or a passage."""
        return _link(f"{'' if is_here else self.briefs[brief]}#^{anchor}", words)

    def anchor(self, anchor: str) -> str:
        """A block id."""
        return f" ^{anchor}"


def make_ways(catalog: Catalog) -> Wikilinks:
    """Give each brief, and each name that has a page on the site, a note."""
    titles = {brief.id: catalog.cards[brief.id].title for brief in catalog.library.briefs}
    briefs = {key: f"Briefs/{name}" for key, name in unique_names(titles).items()}
    names: dict[str, str] = {}
    for type_, folder in _FOLDERS.items():
        found = (entity for entity in catalog.library.entities if entity.type == type_)
        listed = {entity.id: entity.name for entity in found if has_page(catalog.addresses.entities[entity.id])}
        names |= {key: f"{folder}/{name}" for key, name in unique_names(listed).items()}
    return Wikilinks(briefs, names)


def _link(target: str, words: str) -> str:
    """`[[target|words]]`, or the words of the target where these could not stand in a link."""
    shown = shortened(" ".join(words.split()), _NAME_CHARS)
    return f"[[{target}]]" if _UNSHOWN.search(shown) or not shown.isprintable() else f"[[{target}|{shown}]]"


def unique_names(wanted: Mapping[str, str]) -> dict[str, str]:
    """The name of a file for each key, made of the words that it wants; those that several want end with their keys."""
    names = {key: file_name(words) for key, words in wanted.items()}
    while clashing := _clashing(names):
        names |= {key: f"{names[key]} ({key})" for key in clashing}
    return names


def _clashing(names: Mapping[str, str]) -> list[str]:
    counts = Counter(map(fold_name, names.values()))
    return [key for key, name in names.items() if counts[fold_name(name)] > 1]


def file_name(words: str) -> str:
    """Words as the name of a file, without its ending, that every system and every link can hold."""
    line = " ".join(_UNNAMED.sub(" ", printable(words)).split())
    line = line if len(line) <= _NAME_CHARS else line[:_NAME_CHARS].rpartition(" ")[0] or line[:_NAME_CHARS]
    name = line.encode("utf-8", "ignore")[:_NAME_BYTES].decode("utf-8", "ignore").strip(" .") or "untitled"
    return f"_{name}" if name.partition(".")[0].strip().casefold() in DEVICES else name


def _home(catalog: Catalog, ways: Wikilinks) -> str:
    lines = [f"# {plain(catalog.settings.site_name)}", ""]
    for brief in catalog.newest:
        published = brief.analysis.metadata.published.value
        title = ways.brief(brief.id, catalog.cards[brief.id].title)
        lines.append(f"- {title}{f', {published}' if published else ''}")
    return "\n".join([*lines, ""])
