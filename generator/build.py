"""The whole program on one screen: the only module that knows the order of the stages."""

from collections.abc import Callable, Generator, Iterable, Mapping, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial
from math import ceil
from typing import NamedTuple, TypeVar

from generator.analysis import analyse
from generator.cache import Cache, Reading, Study, code_of_all, reading_key, study_key
from generator.checking import check
from generator.cleaning import clean, find_repeated
from generator.cluster import Cluster
from generator.cluster import each as each_on_cluster
from generator.curation import WORDLIST, Curation, Word, find_words, read_curation
from generator.elsewhere import find_elsewhere, read_indexes
from generator.errors import LateError, SourceError
from generator.faults import PUBLISHED, REPORT, Faults, describe, is_fault
from generator.formats import is_plain
from generator.language.packs import detect_language, is_english, load_model
from generator.linking import link
from generator.model import Analysis, Document, EntityIndex, Library, Problem, Source, Span
from generator.news import Published, compare, read_published
from generator.progress import Progress
from generator.readers import Collection, collect, read
from generator.settings import Settings
from generator.summarizer import write_summaries
from generator.text.normal import view_document
from generator.text.unicode import printable
from generator.workers import FEW, Limit, call_within, each

_FIRST = 3_000
"""Characters that tell the language of a source."""
_SAMPLE = """Rain stops ferries on Lake Orrin

By Ann Roe

WESTPORT, Ohio, March 3, 2024 (AP) -- The ferries on Lake Orrin were stopped on Sunday, the port's director, Dr. Tom
Hale, told the Westport Times. "We will not sail before Tuesday," he said. The Ministry of Transport may close the port.
"""
_LIGHT = 2_000_000
"""So many bytes of plain text take as long to read as workers to begin."""
_ENDED = "free memory and build again; else the file is damaged or too large: repair or remove it"
Memory = MutableMapping[str, Reading | Study]
"""Readings and studies by key, kept by a face between two builds in one process."""
Item = TypeVar("Item")
Row = TypeVar("Row", Reading, Study)


class Task(NamedTuple):
    """A source that was read, with those of its lines that other sources of its site have too."""

    path: str
    reading: Reading
    repeated: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    """Those of the curator's list that occur in it."""


class Gathered(NamedTuple):
    """All that a library is made of, read from the disk."""

    collection: Collection
    curation: Curation
    indexes: Sequence[EntityIndex]
    """Those of other sites."""
    unread: Sequence[Problem]
    """What is wrong with the others of them."""
    published: Published
    """What earlier builds had."""


def gather(settings: Settings) -> Gathered:
    """Read the sources, what the curator decided and the indexes of other sites."""
    collection = collect(settings.seeds, max_mb=settings.max_source_mb)
    indexes, unread = read_indexes(settings.others)
    return Gathered(collection, read_curation(settings.seeds), indexes, unread, read_published(settings.published))


def gathered_key(gathered: Gathered) -> str:
    """What tells one state of all that was gathered from another, but for what was published."""
    collection, curation, indexes, unread, _ = gathered
    keys = map(reading_key, collection.sources)
    return "\n".join([*keys, repr((collection.problems, curation, unread)), *map(repr, indexes)])


def is_final(gathered: Gathered, memory: Memory) -> bool:
    """Whether every source was read and studied for good, so that another build would find the same."""
    return len(memory) == 2 * len(gathered.collection.sources)


def build(
    settings: Settings,
    *,
    memory: Memory | None = None,
    progress: Progress | None = None,
    gathered: Gathered | None = None,
) -> Library:
    """From the folder of sources to the linked library. Never raises for what a source holds."""
    progress = progress or Progress()
    collection, curation, indexes, unread, published = gathered or gather(settings)
    studies, problems = study_all(collection, settings, {} if memory is None else memory, curation.words, progress)
    progress.begin("linking", len(studies))
    analyses = [study.analysis for study in studies if study.analysis]
    problems += tuple(study.problem for study in studies if study.problem)
    problems += (*collection.problems, *([published.problem] if published.problem else []))
    library = link(analyses, (*problems, *unread), related_briefs=settings.related_briefs, curation=curation)
    library = replace(library, elsewhere=find_elsewhere(library, indexes)) if indexes else library
    return tell_news(library, published, settings.date)


def tell_news(library: Library, published: Published, date: str | None) -> Library:
    """The library with what is new in it since the last published build; `date` is the day of this one."""
    faults = Faults("published")
    news = faults.attempt("what is new is not told", None, compare, library, published, date)
    return replace(library, news=news, problems=(*library.problems, *faults.found))


def add_written(library: Library, settings: Settings, progress: Progress | None = None) -> Library:
    """The library with what a language model wrote of its briefs; the same where the settings name none.

    The one step that opens a connection, to the endpoint of the settings alone.
    """
    written, problems = write_summaries(library, settings, progress or Progress())
    return replace(library, written=written, problems=(*library.problems, *problems))


def study(source: Source, *, summary_sentences: int) -> Study:
    """One source alone, read, cleaned, analysed and checked. Pure; a fault becomes a problem."""
    return study_reading(
        Task(source.path, read_source(source)), summary_sentences=summary_sentences, check_evidence=True
    )


def read_source(source: Source) -> Reading:
    """The first step: from bytes to a document."""
    try:
        return Reading(document=read(source))
    except SourceError as error:
        late = isinstance(error, LateError)
        return Reading(problem=Problem(error.where, error.fault, error.cure), is_late=late)
    except Exception as error:  # the border: one bad source costs one source
        return Reading(problem=_fault(source.path, error))


def study_reading(task: Task, *, summary_sentences: int, check_evidence: bool) -> Study:
    """The second step: from a document to all that is found in it, held against that document."""
    if task.reading.document is None:
        return Study(problem=task.reading.problem, is_late=task.reading.is_late)
    try:
        document = clean(task.reading.document, repeated=frozenset(task.repeated))
        analysis = analyse(document, summary_sentences=summary_sentences, words=task.words)
        return Study(analysis=report_mismatches(analysis, task.reading.document) if check_evidence else analysis)
    except Exception as error:  # the border: one bad source costs one source
        return Study(problem=_fault(task.path, error))


def study_all(
    collection: Collection,
    settings: Settings,
    memory: Memory,
    words: Sequence[Word] = (),
    progress: Progress | None = None,
) -> tuple[list[Study], tuple[Problem, ...]]:
    """The study of every source, from memory, from the cache or anew; what is wrong with the cache and the words."""
    cache, kept = Cache(settings.cache), dict(memory)
    memory.clear()
    sources = {source.path: source for source in collection.sources}
    keys = {path: reading_key(source) for path, source in sources.items()}
    progress = progress or Progress()
    recall = partial(_recall, cache, kept, memory, progress, workers=settings.workers)
    workers = 1 if _is_light(sources.values()) else settings.workers
    readings = recall(Reading, keys, sources, read_source, _died_reading, workers=workers)
    faults = Faults(printable(settings.seeds.name))
    documents = [reading.document for reading in readings.values() if reading.document]
    repeated = faults.attempt("lines that files share are not cut", {}, find_repeated, documents)
    listed = faults.attempt("the list of names is not used", {}, choose_words, readings, words)
    tasks = {
        path: Task(path, reading, repeated.get(path, ()), listed.get(path, ())) for path, reading in readings.items()
    }
    keys = {
        path: study_key(keys[path], task.repeated, study_options(settings, task.words)) for path, task in tasks.items()
    }
    work = partial(study_reading, summary_sentences=settings.summary_sentences, check_evidence=settings.check_evidence)
    limit = Limit(partial(_allow, per_million=settings.study_seconds), _late_studying)
    load = partial(_load_for, tasks.values())
    studies = recall(Study, keys, tasks, work, _died_studying, limit=limit, prepare=load)
    if settings.check_evidence:
        studies = {path: hold_kept(studies[path], readings[path]) for path in sources}
    cache.forget_except(sources)
    problems = (*faults.found, *find_unmatched(words, tasks.values()), *([cache.problem] if cache.problem else []))
    return [_place(studies[path], source) for path, source in sources.items()], problems


def _recall(
    cache: Cache,
    kept: Mapping[str, Reading | Study],
    memory: Memory,
    progress: Progress,
    row: type[Row],
    keys: Mapping[str, str],
    items: Mapping[str, Item],
    work: Callable[[Item], Row],
    died: Callable[[Item], Row],
    *,
    workers: int | str,
    limit: Limit[Item, Row] | None = None,
    prepare: Callable[[], object] | None = None,
) -> dict[str, Row]:
    """The value of every item by path: what was kept under its key, else the result of `work`, which is then kept."""
    known = {path: value for path, key in keys.items() if isinstance(value := kept.get(key), row)}
    known |= cache.load(row, {path: key for path, key in keys.items() if path not in known})
    new = [path for path in items if path not in known]
    results = _spread(work, [items[path] for path in new], died, workers, limit, prepare)
    stage = "reading" if row is Reading else "studying"
    with closing(results), cache.storing(row) as keep:
        for path, value in progress.track(zip(new, results, strict=True), stage, len(new)):
            known[path] = value
            if _is_kept(value):
                keep(path, keys[path], value)
    memory.update({keys[path]: value for path, value in known.items() if _is_kept(value)})
    return known


def _spread(
    work: Callable[[Item], Row],
    items: Sequence[Item],
    died: Callable[[Item], Row],
    workers: int | str,
    limit: Limit[Item, Row] | None,
    prepare: Callable[[], object] | None,
) -> Generator[Row, None, None]:
    """The calls side by side: on this machine, or on a cluster where there are enough of them to be worth the way."""
    if isinstance(workers, int):
        return each(work, items, died, workers=workers, limit=limit, prepare=prepare)
    if len(items) <= FEW:
        return each(work, items, died, limit=limit)
    call = work if limit is None else partial(call_within, work, limit)
    return each_on_cluster(call, items, died, Cluster(workers, code_of_all))


def _is_light(sources: Iterable[Source]) -> bool:
    """Whether all sources are plain text that is read sooner than a worker begins."""
    sizes = [len(source.content) if is_plain(source.path) else _LIGHT for source in sources]
    return sum(sizes) < _LIGHT


def _load_for(tasks: Iterable[Task]) -> None:
    """Study a text of our own where the first source is English: what every study loads is then loaded once."""
    text = next((task.reading.document.text for task in tasks if task.reading.document), "")
    if is_english(detect_language(text[:_FIRST])):
        # The second core has nothing else to do yet; no thread is left when this process is copied.
        with ThreadPoolExecutor(1) as aside:
            aside.submit(load_model)
            study(Source("sample.txt", "sample", _SAMPLE.encode()), summary_sentences=1)


def _is_kept(value: Reading | Study) -> bool:
    """Whether the next build need not try again: nothing was given up, and nothing failed that a second try may do."""
    analysis = value.analysis if isinstance(value, Study) else None
    problems = [*(analysis.problems if analysis else ()), *([value.problem] if value.problem else [])]
    return not value.is_late and not any(map(is_fault, problems))


def report_mismatches(analysis: Analysis, fresh: Document) -> Analysis:
    """The analysis with a warning for each finding that is not, word for word, in the text that was just read."""
    faults = Faults(analysis.document.path)
    found = faults.attempt("what is published of it was not checked", (), check, analysis, fresh)
    told = [replace(problem, cure=PUBLISHED, severity="warning", span=None) for problem in found]
    problems = (*analysis.problems, *told, *faults.found)
    return replace(analysis, problems=problems) if told or faults.found else analysis


def hold_kept(study: Study, reading: Reading) -> Study:
    """The study, compared with its reading if it was made of another text: one of the two was changed in the cache."""
    analysis, fresh = study.analysis, reading.document
    if analysis is None or fresh is None or analysis.document.text == fresh.text:
        return study
    return replace(study, analysis=report_mismatches(analysis, fresh))


def _place(study: Study, source: Source) -> Study:
    """The study with the place where the source stands in its file now: others may have come before it."""
    if study.analysis is None or study.analysis.document.place == source.place:
        return study
    document = replace(study.analysis.document, place=source.place)
    return replace(study, analysis=replace(study.analysis, document=document))


def study_options(settings: Settings, words: Sequence[Word] = ()) -> dict[str, object]:
    """The settings that change what is found in a source; listed names count only where they occur."""
    options: dict[str, object] = {"summary_sentences": settings.summary_sentences}
    return options | ({"words": words} if words else {}) | ({} if settings.check_evidence else {"unchecked": True})


def choose_words(readings: Mapping[str, Reading], words: Sequence[Word]) -> dict[str, tuple[Word, ...]]:
    """The listed names that occur in each source, without the lines that they stand in."""
    chosen = {}
    for path, reading in readings.items() if words else ():
        text = view_document(reading.document)[0].text if reading.document else ""
        found = sorted({match.word for match in find_words(text, [Span(0, len(text))], words)})
        chosen[path] = tuple(replace(words[index], line=0) for index in found)
    return chosen


def find_unmatched(words: Sequence[Word], tasks: Iterable[Task]) -> list[Problem]:
    """One warning for each listed name that occurs in no source."""
    seen = {word for task in tasks for word in task.words}
    cure = "correct its spelling, or delete the entry"
    return [
        Problem(f"{WORDLIST}:{word.line}", f"'{word.name}' occurs in no source", cure)
        for word in words
        if replace(word, line=0) not in seen
    ]


def check_all(settings: Settings, progress: Progress | None = None) -> tuple[int, tuple[Problem, ...]]:
    """Re-slice all that is published from the files as they are now: the number of briefs, and every mismatch."""
    progress = progress or Progress()
    library = build(settings, progress=progress)
    sources = {source.path: source for source in collect(settings.seeds, max_mb=settings.max_source_mb).sources}
    found: list[Problem] = []
    for brief in progress.track(library.briefs, "checking", len(library.briefs)):
        try:
            found += check(brief.analysis, read(sources[brief.analysis.document.path]))
        except (SourceError, KeyError):
            found.append(Problem(brief.analysis.document.path, "cannot be read again", "build once more", "error"))
    return len(library.briefs), tuple(found)


def _fault(path: str, error: Exception) -> Problem:
    return Problem(path, f"could not be analysed ({describe(error)})", f"{REPORT}; the other sources are built")


def _died_reading(source: Source) -> Reading:
    return Reading(problem=Problem(source.path, "reading it ended the process", _ENDED), is_late=True)


def _allow(task: Task, *, per_million: int) -> float:
    """Seconds for one source: so many for each million characters or part of one."""
    size = len(task.reading.document.text) if task.reading.document else 0
    return float(per_million * ceil(size / 1_000_000))


def _late_studying(task: Task) -> Study:
    what, cure = "analysing it took too long", "take out what is no prose, split it, or raise study_seconds"
    return Study(problem=Problem(task.path, what, cure), is_late=True)


def _died_studying(task: Task) -> Study:
    return Study(problem=Problem(task.path, "analysing it ended the process", _ENDED), is_late=True)
