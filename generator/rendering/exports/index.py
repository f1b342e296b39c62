"""The index of a site's entities, by which other sites link to it."""

from pathlib import Path

import msgspec

from generator.errors import BriefsError
from generator.model import EntityIndex, IndexedEntity, Library
from generator.rendering.addresses import HOME, href
from generator.rendering.exports.markdown import write_file
from generator.rendering.layout import find_addresses
from generator.settings import Settings


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
        fault = f"cannot be written ({error.strerror or type(error).__name__})"
        raise BriefsError(str(error.filename or out), fault, "free or choose another folder") from error
    return [out / "entities.json"]
