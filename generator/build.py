"""The whole program on one screen: the only module that knows the order of the stages."""

from collections.abc import Mapping, MutableMapping
from functools import partial

from generator.analysis import analyse
from generator.cache import Cache, Study, study_key
from generator.checking import check
from generator.cleaning import clean
from generator.errors import SourceError
from generator.linking import link
from generator.model import Library, Problem, Source
from generator.readers import Collection, collect, read
from generator.settings import Settings
from generator.workers import each

Memory = MutableMapping[str, Study]
"""Studies by key, kept by a face between two builds in one process."""


def build(settings: Settings, *, memory: Memory | None = None) -> Library:
    """From the folder of sources to the linked library. Never raises for what a source holds."""
    collection = collect(settings.seeds, max_mb=settings.max_source_mb)
    studies, problems = study_all(collection, settings, {} if memory is None else memory)
    analyses = [study.analysis for study in studies if study.analysis]
    problems += tuple(study.problem for study in studies if study.problem)
    return link(analyses, collection.problems + problems, related_briefs=settings.related_briefs)


def study(source: Source, *, summary_sentences: int) -> Study:
    """One source, read, cleaned and analysed. Pure; a fault becomes a problem."""
    try:
        return Study(analysis=analyse(clean(read(source)), summary_sentences=summary_sentences))
    except SourceError as error:
        return Study(problem=Problem(error.where, error.fault, error.cure))
    except Exception as error:  # the border: one bad source costs one source
        what = f"could not be analysed ({type(error).__name__}: {error})"[:300]
        return Study(problem=Problem(source.path, what, "please report it; the other sources are built"))


def study_all(collection: Collection, settings: Settings, memory: Memory) -> tuple[list[Study], tuple[Problem, ...]]:
    """The study of every source, from memory, from the cache or anew, and what is wrong with the cache."""
    keys = {source.path: study_key(source, study_options(settings)) for source in collection.sources}
    cache = Cache(settings.cache)
    known = {path: memory[key] for path, key in keys.items() if key in memory}
    known |= cache.load({path: key for path, key in keys.items() if path not in known})
    new = [source for source in collection.sources if source.path not in known]
    results = each(partial(study, summary_sentences=settings.summary_sentences), new, _died, workers=settings.workers)
    fresh = dict(zip((source.path for source in new), results, strict=True))
    cache.store((path, keys[path], found) for path, found in fresh.items())
    cache.forget_except(keys)
    known |= fresh
    memory.clear()
    memory.update({keys[path]: found for path, found in known.items()})
    return [known[source.path] for source in collection.sources], (cache.problem,) if cache.problem else ()


def study_options(settings: Settings) -> Mapping[str, int]:
    """The settings that change what is found in a source."""
    return {"summary_sentences": settings.summary_sentences}


def check_all(settings: Settings) -> tuple[int, tuple[Problem, ...]]:
    """Re-slice all that is published from the files as they are now: the number of briefs, and every mismatch."""
    library = build(settings)
    sources = {source.path: source for source in collect(settings.seeds, max_mb=settings.max_source_mb).sources}
    found: list[Problem] = []
    for brief in library.briefs:
        try:
            found += check(brief.analysis, read(sources[brief.analysis.document.path]))
        except (SourceError, KeyError):
            found.append(Problem(brief.analysis.document.path, "cannot be read again", "build once more", "error"))
    return len(library.briefs), tuple(found)


def _died(source: Source) -> Study:
    what = "reading it ended the process"
    return Study(problem=Problem(source.path, what, "the file is damaged or too large; remove or repair it"))
