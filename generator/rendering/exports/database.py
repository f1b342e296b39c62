"""The collection as one SQLite file, for Datasette and SQL: tables with foreign keys, and an index of all sentences.

The same library gives the same bytes with the same SQLite: rows come in the order of the library, and nothing is
written twice.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from generator.disk import revised
from generator.model import Brief, Evidence, Library, Span
from generator.rendering.catalog import Catalog, make_catalog, speaker_of, text_of
from generator.rendering.findings.quantities import find_about
from generator.rendering.happenings import event_title
from generator.settings import Settings

FILE = "briefs.sqlite"
Value = str | float | None
Row = tuple[Value, ...]
_UNSTORED = re.compile("[\x00\ud800-\udfff]")
"""What no UTF-8 holds, or what ends a text in the functions of SQLite; U+FFFD stands for it, so that offsets hold."""
_SOURCE, _ENTITY = "source TEXT NOT NULL REFERENCES sources(id)", "entity TEXT REFERENCES entities(id)"
_PLACE = f"{_SOURCE}, sentence INTEGER, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL"
"""Where the words of a row stand: the source, the number of the sentence as the site shows it, the characters."""
_FOREIGN = re.compile(r"(\w+) [^,]*REFERENCES")


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with what fills it."""

    name: str
    columns: str
    rows: Callable[[Catalog], Iterable[Row]]


def write_database(library: Library, out: Path, settings: Settings) -> tuple[Path, ...]:
    """Write briefs.sqlite into the folder `out`; its path. Raises OSError where that fails."""
    catalog = make_catalog(library, settings, "markdown")
    with revised(out, keep=False, only=(FILE,)) as folder:
        try:
            _fill(folder / FILE, catalog)
        except sqlite3.OperationalError as error:
            raise OSError(None, str(error), FILE) from error
    return (out / FILE,)


def _fill(file: Path, catalog: Catalog) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        # The file is new and nobody reads it before it is whole.
        for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(f"CREATE TABLE [{table.name}] ({table.columns})")
            _insert(database, table, catalog)
            for column in _FOREIGN.findall(table.columns):
                database.execute(f"CREATE INDEX [idx_{table.name}_{column}] ON [{table.name}] ([{column}])")
        # The form by which Datasette and sqlite-utils know an index of words.
        database.execute("CREATE VIRTUAL TABLE [sentences_fts] USING FTS5 ([text], content=[sentences])")
        database.execute("INSERT INTO [sentences_fts] ([sentences_fts]) VALUES ('rebuild')")
        database.execute("COMMIT")


def _insert(database: sqlite3.Connection, table: Table, catalog: Catalog) -> None:
    marks = ", ".join("?" * len(database.execute(f"PRAGMA table_info([{table.name}])").fetchall()))
    rows = (tuple(map(_stored, row)) for row in table.rows(catalog))
    database.executemany(f"INSERT INTO [{table.name}] VALUES ({marks})", rows)


def _stored(value: Value) -> Value:
    return _UNSTORED.sub("\ufffd", value) if isinstance(value, str) else value


def _place(catalog: Catalog, brief: str, span: Span) -> Row:
    """The last four columns of a table."""
    found = catalog.addresses.leaves[brief].sentences.at(span.start)
    return brief, found[0] + 1 if found else None, span.start, span.end


def _placed(catalog: Catalog, evidence: Evidence) -> Row:
    return _place(catalog, evidence.brief, evidence.span)


def _sources(catalog: Catalog) -> Iterator[Row]:
    for brief in catalog.library.briefs:
        analysis, metadata = brief.analysis, brief.analysis.metadata
        yield (
            brief.id,
            analysis.document.path,
            analysis.document.sha256,
            catalog.cards[brief.id].title,
            metadata.title.status,
            metadata.publisher.value,
            metadata.publisher.status,
            metadata.published.value,
            metadata.published.status,
            "; ".join(metadata.authors.value) or None,
            metadata.authors.status,
            metadata.url.value,
            metadata.section.value,
            None if analysis.language == "und" else analysis.language,
            "; ".join(brief.origins) or None,
            brief.duplicate_of,
            analysis.document.text,
        )


def _sentences(catalog: Catalog) -> Iterator[Row]:
    for brief in catalog.library.briefs:
        analysis = brief.analysis
        summary = frozenset(analysis.summary)
        for index, span in enumerate(analysis.sentences):
            text = span.of(analysis.document.text)
            yield f"{brief.id}-{index + 1}", text, index in summary, *_place(catalog, brief.id, span)


def _entities(catalog: Catalog) -> Iterator[Row]:
    for entity in catalog.library.entities:
        briefs = {mention.brief for mention in entity.mentions}
        aliases = "; ".join(entity.aliases) or None
        counts = len(entity.mentions), len(briefs)
        yield entity.id, entity.type, entity.name, aliases, *counts, entity.is_partial, entity.rule, entity.description


def _roles(catalog: Catalog) -> Iterator[Row]:
    for entity in catalog.library.entities:
        for role in entity.roles:
            yield entity.id, role.title, role.by_editor, *_placed(catalog, role.evidence)


def _mentions(catalog: Catalog) -> Iterator[Row]:
    for entity in catalog.library.entities:
        metonyms = frozenset(entity.metonyms)
        for mention in entity.mentions:
            yield entity.id, text_of(catalog, mention), mention in metonyms, *_placed(catalog, mention)


def _known(catalog: Catalog, brief: Brief, who: str | None) -> str | None:
    found = speaker_of(catalog, brief, who)
    return found.id if found else None


def _quotations(catalog: Catalog) -> Iterator[Row]:
    for brief in catalog.library.briefs:
        for said in brief.analysis.quotations:
            words = said.span.of(brief.analysis.document.text)
            who = _known(catalog, brief, said.speaker)
            yield who, words, said.kind, said.act, said.via, said.rule, *_place(catalog, brief.id, said.span)


def _claims(catalog: Catalog) -> Iterator[Row]:
    for brief in catalog.library.briefs:
        text = brief.analysis.document.text
        for said in brief.analysis.claims:
            who, hedges = _known(catalog, brief, said.claimant), "; ".join(hedge.of(text) for hedge in said.hedges)
            told = said.act, said.via, hedges or None, said.rule
            yield who, said.span.of(text), *told, *_place(catalog, brief.id, said.span)


def _events(catalog: Catalog) -> Iterator[Row]:
    for event in catalog.library.events:
        title = event_title(catalog, event)
        told = event.kind, event.standing, event.status
        backing = event.corroboration.independence if event.corroboration else None
        yield event.id, title, event.date, event.assumed, *told, event.place, event.within, backing


def _tellings(catalog: Catalog) -> Iterator[Row]:
    for event in catalog.library.events:
        for part in event.parts:
            told = part.standing, part.status, part.date and text_of(catalog, part.date), part.rule
            yield event.id, text_of(catalog, part.evidence), *told, *_placed(catalog, part.evidence)


def _arguments(catalog: Catalog) -> Iterator[Row]:
    for event in catalog.library.events:
        for argument in event.arguments:
            for evidence in argument.evidence:
                words = text_of(catalog, evidence)
                yield event.id, argument.role, argument.entity, words, argument.measure, *_placed(catalog, evidence)


def _figures(catalog: Catalog) -> Iterator[Row]:
    for brief in catalog.library.briefs:
        text = brief.analysis.document.text
        for one in brief.analysis.quantities:
            place, event = find_about(catalog, brief, one)
            words, counted = one.span.of(text), one.counted.of(text) if one.counted else None
            told = one.value, one.until, one.comparator, one.unit, counted, one.measure
            about = event.id if event else None, place.id if place else None
            yield words, *told, *about, one.rule, *_place(catalog, brief.id, one.span)


def _positions(catalog: Catalog) -> Iterator[Row]:
    for one in catalog.library.oppositions:
        for side, found in enumerate(one.sides, 1):
            for position in found.positions:
                names = [catalog.entities[who].name for who in position.holders if who in catalog.entities]
                holder = position.holder and text_of(catalog, position.holder)
                who = "; ".join(names) or holder
                told = position.act, text_of(catalog, position.words), one.event, one.rule
                yield one.id, one.kind, side, who, *told, *_placed(catalog, position.words)


def _local_standings(catalog: Catalog) -> Iterator[Row]:
    """What is told and no event of the collection: denied, asked, what would have been, or nobody's."""
    for brief in catalog.library.briefs:
        analysis = brief.analysis
        for number, told in enumerate(analysis.events):
            if (brief.id, number) not in catalog.event_told:
                span = analysis.sentences[told.sentence]
                words = told.trigger.of(analysis.document.text) if told.trigger else None
                yield words, told.kind, told.standing, told.rule, *_place(catalog, brief.id, span)


TABLES = (
    Table(
        "sources",
        "id TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL, "
        "title_status TEXT NOT NULL, publisher TEXT, publisher_status TEXT NOT NULL, "
        "published TEXT, published_status TEXT NOT NULL, "
        "authors TEXT, authors_status TEXT NOT NULL, url TEXT, section TEXT, language TEXT, origins TEXT, "
        "duplicate_of TEXT REFERENCES sources(id), text TEXT NOT NULL",
        _sources,
    ),
    Table("sentences", f"id TEXT PRIMARY KEY, text TEXT NOT NULL, is_summary INTEGER NOT NULL, {_PLACE}", _sentences),
    Table(
        "entities",
        "id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT, mentions INTEGER NOT NULL, "
        "sources INTEGER NOT NULL, is_partial INTEGER NOT NULL, rule TEXT, description TEXT",
        _entities,
    ),
    Table("roles", f"{_ENTITY}, title TEXT NOT NULL, by_editor INTEGER NOT NULL, {_PLACE}", _roles),
    Table("mentions", f"{_ENTITY}, words TEXT NOT NULL, is_metonym INTEGER NOT NULL, {_PLACE}", _mentions),
    Table(
        "quotations",
        "speaker TEXT REFERENCES entities(id), words TEXT NOT NULL, form TEXT NOT NULL, act TEXT, via TEXT, rule TEXT, "
        + _PLACE,
        _quotations,
    ),
    Table(
        "claims",
        "claimant TEXT REFERENCES entities(id), words TEXT NOT NULL, act TEXT, via TEXT, hedges TEXT, rule TEXT, "
        + _PLACE,
        _claims,
    ),
    Table(
        "events",
        "id TEXT PRIMARY KEY, title TEXT NOT NULL, date TEXT, assumed TEXT, kind TEXT, standing TEXT NOT NULL, "
        "status TEXT NOT NULL, place TEXT REFERENCES entities(id), within TEXT REFERENCES events(id), "
        "independence TEXT",
        _events,
    ),
    Table(
        "event_sentences",
        "event TEXT NOT NULL REFERENCES events(id), sentence_text TEXT NOT NULL, standing TEXT NOT NULL, "
        f"status TEXT NOT NULL, date_words TEXT, rule TEXT, {_PLACE}",
        _tellings,
    ),
    Table(
        "event_parts",
        f"event TEXT NOT NULL REFERENCES events(id), role TEXT NOT NULL, {_ENTITY}, words TEXT NOT NULL, measure TEXT, "
        + _PLACE,
        _arguments,
    ),
    Table("other_happenings", f"words TEXT, kind TEXT, standing TEXT NOT NULL, rule TEXT, {_PLACE}", _local_standings),
    Table(
        "figures",
        "words TEXT NOT NULL, value REAL NOT NULL, until REAL, comparator TEXT, unit TEXT, counted TEXT, measure TEXT, "
        f"event TEXT REFERENCES events(id), place TEXT REFERENCES entities(id), rule TEXT, {_PLACE}",
        _figures,
    ),
    Table(
        "positions",
        "opposition TEXT NOT NULL, kind TEXT NOT NULL, side INTEGER NOT NULL, who TEXT, act TEXT NOT NULL, "
        f"words TEXT NOT NULL, event TEXT REFERENCES events(id), rule TEXT, {_PLACE}",
        _positions,
    ),
)
"""In the order in which they refer to each other."""
