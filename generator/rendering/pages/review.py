"""The review page: what only a person can decide, with its sentences and the entry for either answer."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Answer, Doubt, Evidence
from generator.rendering.addresses import REVIEW, has_page, relative, review_part
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.labels import Text
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown, inert, joined
from generator.rendering.readable import counted, listed, shortened
from generator.rendering.views import (
    SENTENCE_CHARS,
    BriefLine,
    Part,
    ProblemLine,
    SentenceLine,
    WayTo,
    show_brief,
    show_part,
    show_problem,
    show_sentence,
)

DOUBTS_SHOWN = 20
"""Questions on one page."""
_LINES = 6
"""Of an entry that stands there unfolded."""
_PLACES = 2
"""Sentences of a question; the others are as like it."""
FILES = ("_overrides.yml", "_wordlist.yml")
"""The curator's files, as problems name them."""
KINDS = {
    "duplicate": ("likely duplicate", "likely duplicates"),
    "short name": ("short name", "short names"),
    "name": ("doubtful name", "doubtful names"),
    "event": ("event told twice", "events told twice"),
    "opposition": ("possible opposition", "possible oppositions"),
    "speaker": ("unknown speaker", "unknown speakers"),
    "date": ("open date", "open dates"),
}


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A sentence that a question is about, with its brief."""

    sentence: SentenceLine
    brief: BriefLine


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """A question."""

    question: str
    kind: Markdown
    pages: Markdown
    """`12 pages`: of the briefs that it touches, and of the names that it is about."""
    places: tuple[PlaceLine, ...]
    more: int
    answers: Markdown
    """Each answer with its entry, as raw HTML on one line."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The questions, or one page of them."""

    title: str
    count: Markdown
    """`12 questions`, all or those of one kind."""
    kinds: tuple[WayTo, ...]
    """All, and each kind with how many there are, where these are several."""
    file: str
    """Where the answers go."""
    unmatched: tuple[ProblemLine, ...]
    """Entries of the curator's files that are wrong or match nothing."""
    doubts: tuple[DoubtLine, ...]
    part: Part


def view_review(catalog: Catalog) -> Iterator[tuple[str, Callable[[], ReviewView]]]:
    """Those that touch most pages, then all of each kind, over as many pages as they need; few stand on one page."""
    doubts = order_doubts(catalog)
    counts = Counter[str](doubt.kind for _, doubt in doubts)
    is_divided = len(doubts) > DOUBTS_SHOWN
    yield REVIEW, partial(_page, catalog, doubts[:DOUBTS_SHOWN], counts, [REVIEW], 1)
    for kind in [kind for kind in KINDS if is_divided and counts[kind]]:
        same = [row for row in doubts if row[1].kind == kind]
        for paths, number, shown in pages_of(review_part(kind), same, DOUBTS_SHOWN):
            yield paths[number - 1], partial(_page, catalog, shown, counts, paths, number, kind)


def order_doubts(catalog: Catalog) -> list[tuple[int, Doubt]]:
    """The questions with how many pages each touches, those that touch most first."""
    named: dict[Evidence, str] = {
        mention: catalog.addresses.entities[entity.id]
        for entity in catalog.library.entities
        for mention in entity.mentions
    }
    rows = [
        (doubt.briefs + len({named[place] for place in doubt.evidence if has_page(named.get(place, "#"))}), doubt)
        for doubt in catalog.library.doubts
    ]
    return sorted(rows, key=lambda row: -row[0])


def _page(
    catalog: Catalog,
    shown: Sequence[tuple[int, Doubt]],
    counts: Counter[str],
    paths: list[str],
    number: int,
    kind: str | None = None,
) -> ReviewView:
    here = paths[number - 1]
    problems = [problem for problem in catalog.library.problems if problem.path.startswith(FILES)]
    return ReviewView(
        title="Review" + (f", {KINDS[kind][1]}" if kind else ""),
        count=counted(counts[kind], "question") if kind else count_doubts(counts),
        kinds=tuple(_ways(counts, here, paths[0])),
        file=f"{catalog.settings.seeds.name}/{FILES[0]}",
        unmatched=tuple(show_problem(problem) for problem in problems) if here == REVIEW else (),
        doubts=tuple(show_doubt(catalog, doubt, pages, here) for pages, doubt in shown),
        part=show_part(paths, number),
    )


def _ways(counts: Counter[str], here: str, first: str) -> Iterator[WayTo]:
    """The way to each kind; nothing where all questions stand on one page."""
    if counts.total() <= DOUBTS_SHOWN:
        return
    yield WayTo(Markdown("Those that touch most pages"), relative(REVIEW, here), first == REVIEW)
    for kind in filter(counts.__getitem__, KINDS):
        path = review_part(kind)
        yield WayTo(counted(counts[kind], *KINDS[kind]), relative(path, here), first == path)


def count_doubts(counts: Counter[str]) -> Markdown:
    """How many questions there are, and of which kinds where nothing else says that."""
    kinds = [counted(counts[kind], *words) for kind, words in KINDS.items() if counts[kind]]
    total = counted(counts.total(), "question")
    return Markdown(f"{total}: {listed(kinds)}") if kinds and counts.total() <= DOUBTS_SHOWN else total


def show_doubt(catalog: Catalog, doubt: Doubt, pages: int, here: str) -> DoubtLine:
    """A question on the page `here`."""
    return DoubtLine(
        question=shortened(doubt.question, SENTENCE_CHARS),
        kind=Markdown(KINDS[doubt.kind][0]),
        pages=counted(pages, "page"),
        places=tuple(
            PlaceLine(show_sentence(catalog, place, here, [place.span]), show_brief(catalog, place.brief, here))
            for place in doubt.evidence[:_PLACES]
        ),
        more=max(0, len(doubt.evidence) - _PLACES),
        answers=joined(
            [Markdown('<div class="briefs-answers">'), *map(write_answer, doubt.answers), Markdown("</div>")]
        ),
    )


def write_answer(answer: Answer) -> Markdown:
    """An answer with what to paste for it; a click marks the whole entry, a long one is folded."""
    entry = answer.yaml.rstrip()
    lines = entry.count("\n") + 1
    shown = f'<pre class="briefs-restore">{inert(entry)}</pre>'
    if lines > _LINES:
        shown = f"<details><summary>{inert(entry.partition(chr(10))[0][:60])} …</summary>{shown}</details>"
    return Markdown(f'<div class="briefs-answer"><p>{inert(" ".join(answer.label.split()))}</p>{shown}</div>')


def draft_review(catalog: Catalog) -> Iterator[Draft]:
    """The questions; nothing where the settings do not ask for them."""
    for path, view in view_review(catalog) if catalog.settings.review else ():
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: ReviewView, text: Text) -> str:
    return f"{text(view.count)}."


PAGE = PageKind("review", "review", draft_review)
