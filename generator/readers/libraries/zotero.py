"""Libraries as Zotero writes them: RDF (.rdf), and CSL-JSON or Zotero's own JSON (.json)."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.readers.libraries.entries import MOST_ENTRIES, Entry, make_library, make_one
from generator.readers.pieces import Extract, UnreadableError, parse_xml
from generator.readers.saved.feeds import split_feed

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ZOTERO = "{http://www.zotero.org/namespaces/export#}"
_ABOUT, _RESOURCE = f"{_RDF}about", f"{_RDF}resource"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BIB = "{http://purl.org/net/biblio#}"
_FOAF = "{http://xmlns.com/foaf/0.1/}"
_LINK = "{http://purl.org/rss/1.0/modules/link/}link"
_NO_WORKS = frozenset({"attachment", "note", "annotation"})
_CURE = "export the library again, or take it out"


def split_rdf(content: bytes) -> Extract:
    """The entries of a library, or of a feed in RDF (RSS 1.0). Raises UnreadableError."""
    root = parse_xml(content)
    items = [e for e in root if isinstance(e.tag, str) and e.find(f"{_ZOTERO}itemType") is not None]
    if not items:
        if root.find("{http://purl.org/rss/1.0/}item") is not None:
            return split_feed(content)
        raise UnreadableError("it is no library of Zotero, and no feed", _CURE)
    known = {e.get(_ABOUT): e for e in root if isinstance(e.tag, str) and e.get(_ABOUT)}
    works = (e for e in items if _text(e, f"{_ZOTERO}itemType") not in _NO_WORKS)
    return make_library(_read_item(e, known) for e in works)


def read_rdf(content: bytes) -> Extract:
    """The one entry of a library. Raises UnreadableError where it holds several."""
    return make_one(split_rdf(content))


def _read_item(item: Any, known: Mapping[str, Any]) -> Entry:
    linked = (known.get(link.get(_RESOURCE, "")) for link in item.iterfind(_LINK))
    files = [path for attached in linked if attached is not None and (path := _path(attached))]
    return Entry(
        title=_text(item, f"{_DC}title"),
        publisher=_find_container(item, known) or _text(item, f"{_DC}publisher//{_FOAF}name"),
        published=_text(item, f"{_DC}date"),
        authors=list(_find_authors(item)),
        url=_text(item, f"{_DC}identifier/{_TERMS}URI/{_RDF}value") or _find_doi(item),
        abstract=_text(item, f"{_TERMS}abstract"),
        files=files,
    )


def _path(attachment: Any) -> str:
    resource = next((e.get(_RESOURCE) for e in attachment.iterfind(f"{_RDF}resource")), None)
    return resource or _text(attachment, f"{_ZOTERO}path")


def _find_doi(item: Any) -> str:
    names = (" ".join("".join(e.itertext()).split()) for e in item.iterfind(f"{_DC}identifier"))
    return next((f"https://doi.org/{name[4:]}" for name in names if name.startswith("DOI 10.")), "")


def _find_container(item: Any, known: Mapping[str, Any]) -> str:
    """The title of the paper, journal or site in which a work appeared."""
    for part in item.iterfind(f"{_TERMS}isPartOf"):
        holders = [*part, known.get(part.get(_RESOURCE, ""))]
        for holder in (holder for holder in holders if holder is not None):
            if title := _text(holder, f"{_DC}title"):
                return title
    return ""


def _find_authors(item: Any) -> Iterator[str]:
    for person in item.iterfind(f"{_BIB}authors//{_FOAF}Person"):
        names = (_text(person, f"{_FOAF}{name}") for name in ("givenName", "givenname", "surname", "name"))
        if name := " ".join(filter(None, names)):
            yield name


def _text(element: Any, path: str) -> str:
    found = element.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def find_library(value: Any) -> Extract | None:
    """The entries in a value of JSON; None where it is no library. Raises UnreadableError."""
    items = value.get("items") if isinstance(value, dict) else value
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items[:50]):
        return None
    records = [_data(item) for item in items[:MOST_ENTRIES] if isinstance(item, dict)]
    if all("itemType" in item for item in records[:50]):
        return make_library(_read_own(item) for item in records if item.get("itemType") not in _NO_WORKS)
    if all({"id", "type"} <= item.keys() and item.keys() & _CSL for item in records[:50]):
        return make_library(map(_read_csl, records))
    return None


def _data(item: dict[str, Any]) -> dict[str, Any]:
    """The record that the service wraps in `data`."""
    inner = item.get("data")
    return inner if isinstance(inner, dict) else item


_CSL = frozenset({"issued", "container-title", "title-short", "citation-key", "accessed", "DOI", "ISSN"})
"""Keys of CSL that other records do not have."""


def _read_csl(item: Mapping[str, Any]) -> Entry:
    return Entry(
        title=_string(item.get("title")),
        publisher=_string(item.get("container-title")) or _string(item.get("publisher")),
        published=_read_issued(item.get("issued")),
        authors=[name for person in _list(item.get("author")) if (name := _name(person, "given", "family", "literal"))],
        url=_string(item.get("URL")) or _doi(item),
        abstract=_string(item.get("abstract")),
    )


def _read_own(item: Mapping[str, Any]) -> Entry:
    containers = ("publicationTitle", "websiteTitle", "blogTitle", "bookTitle", "publisher")
    creators = [person for person in _list(item.get("creators")) if person.get("creatorType", "author") == "author"]
    return Entry(
        title=_string(item.get("title")),
        publisher=next((name for key in containers if (name := _string(item.get(key)))), ""),
        published=_string(item.get("date")),
        authors=[name for person in creators if (name := _name(person, "firstName", "lastName", "name"))],
        url=_string(item.get("url")) or _doi(item),
        abstract=_string(item.get("abstractNote")),
        files=[path for file in _list(item.get("attachments")) if (path := _string(file.get("path")))],
    )


def _read_issued(value: Any) -> str:
    """{"date-parts": [[2021, 5, 6]]} as a day."""
    if not isinstance(value, dict):
        return _string(value)
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list):
        return "-".join(str(part).zfill(2) for part in first[:3] if str(part).isdigit())
    return _string(value.get("raw")) or _string(value.get("literal"))


def _doi(item: Mapping[str, Any]) -> str:
    doi = _string(item.get("DOI"))
    return f"https://doi.org/{doi}" if doi and "://" not in doi else doi


def _name(person: Mapping[str, Any], first: str, last: str, whole: str) -> str:
    return _string(person.get(whole)) or " ".join(filter(None, (_string(person.get(first)), _string(person.get(last)))))


def _list(value: Any) -> list[Mapping[str, Any]]:
    return [item for item in value[:200] if isinstance(item, dict)] if isinstance(value, list) else []


def _string(value: Any) -> str:
    """A text; of a list its first."""
    first = value[0] if isinstance(value, list) and value else value
    return " ".join(first.split()) if isinstance(first, str) else ""
