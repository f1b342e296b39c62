"""The review page: what only a person can decide, with its sentences and the entry for either answer."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Answer, Doubt
from generator.rendering.addresses import REVIEW
from generator.rendering.catalog import Catalog
from generator.rendering.drafts import Draft, PageKind
from generator.rendering.layout import pages_of
from generator.rendering.markup import Markdown, inert, joined
from generator.rendering.readable import counted, listed, shortened
from generator.rendering.views import (
    SENTENCE_CHARS,
    BriefLine,
    Part,
    ProblemLine,
    SentenceLine,
    show_brief,
    show_part,
    show_problem,
    show_sentence,
)

DOUBTS_SHOWN = 40
"""Questions on one page."""
FILES = ("_overrides.yml", "_wordlist.yml")
"""The curator's files, as problems name them."""
_KINDS = {
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
    briefs: Markdown
    places: tuple[PlaceLine, ...]
    answers: Markdown
    """Each answer with its entry, as raw HTML on one line."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The questions, or one page of them."""

    title: str
    count: Markdown
    """`12 questions: 3 likely duplicates, ...`."""
    file: str
    """Where the answers go."""
    unmatched: tuple[ProblemLine, ...]
    """Entries of the curator's files that are wrong or match nothing."""
    doubts: tuple[DoubtLine, ...]
    part: Part


def view_review(catalog: Catalog) -> Iterator[tuple[str, Callable[[], ReviewView]]]:
    """The questions by path, over as many pages as they need, those that affect most briefs first."""
    for paths, number, shown in pages_of(REVIEW, catalog.library.doubts, DOUBTS_SHOWN):
        yield paths[number - 1], partial(_page, catalog, shown, paths, number)


def _page(catalog: Catalog, shown: Sequence[Doubt], paths: list[str], number: int) -> ReviewView:
    here = paths[number - 1]
    problems = [problem for problem in catalog.library.problems if problem.path.startswith(FILES)]
    return ReviewView(
        title="Review",
        count=count_doubts(catalog),
        file=f"{catalog.settings.seeds.name}/{FILES[0]}",
        unmatched=tuple(show_problem(problem) for problem in problems) if number == 1 else (),
        doubts=tuple(show_doubt(catalog, doubt, here) for doubt in shown),
        part=show_part(paths, number),
    )


def count_doubts(catalog: Catalog) -> Markdown:
    """How many questions there are, and of which kinds."""
    counts: Counter[str] = Counter(doubt.kind for doubt in catalog.library.doubts)
    kinds = [counted(counts[kind], *words) for kind, words in _KINDS.items() if counts[kind]]
    total = counted(len(catalog.library.doubts), "question")
    return Markdown(f"{total}: {listed(kinds)}") if kinds else total


def show_doubt(catalog: Catalog, doubt: Doubt, here: str) -> DoubtLine:
    """A question on the page `here`."""
    return DoubtLine(
        question=shortened(doubt.question, SENTENCE_CHARS),
        kind=Markdown(_KINDS[doubt.kind][0]),
        briefs=counted(doubt.briefs, "brief"),
        places=tuple(
            PlaceLine(show_sentence(catalog, place, here, [place.span]), show_brief(catalog, place.brief, here))
            for place in doubt.evidence
        ),
        answers=joined(
            [Markdown('<div class="briefs-answers">'), *map(write_answer, doubt.answers), Markdown("</div>")]
        ),
    )


def write_answer(answer: Answer) -> Markdown:
    """An answer with what to paste for it; a click marks the whole entry."""
    return Markdown(
        f'<div class="briefs-answer"><p>{inert(" ".join(answer.label.split()))}</p>'
        f'<pre class="briefs-restore">{inert(answer.yaml.rstrip())}</pre></div>'
    )


def draft_review(catalog: Catalog) -> Iterator[Draft]:
    """The questions; nothing where the settings do not ask for them."""
    for path, view in view_review(catalog) if catalog.settings.review else ():
        yield Draft(path, None, _describe, view, searchable=False)


def _describe(view: ReviewView) -> str:
    return f"{view.count}."


PAGE = PageKind("review", "review", draft_review)
