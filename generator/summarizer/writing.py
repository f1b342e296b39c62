"""From the linked briefs to what a machine wrote of them: asked once for each text, held against it at every build."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from generator.faults import Faults
from generator.language.packs import is_english
from generator.model import Brief, Evidence, Library, Problem, Written, WrittenFault, WrittenSentence
from generator.progress import Progress
from generator.settings import Settings
from generator.summarizer.endpoint import Endpoint, EndpointError, RequestError
from generator.summarizer.keeping import Kept
from generator.summarizer.proving import find_fault
from generator.summarizer.replies import read_reply
from generator.summarizer.requests import key_of, list_sent, make_request
from generator.summarizer.sources import Given, read_given

PLACE = "summarizer"
"""Where problems say that they come from."""
_LEAST = 3
"""Sentences of a text that is worth a summary."""


class _Asking:
    """The answers of one build: kept ones, and new ones until the limit is reached or the endpoint fails."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.kept = Kept(settings.cache)
        self.endpoint = Endpoint(settings)
        self.used: set[str] = set()
        self.asked = self.waiting = self.refused = 0
        self.fault: str | None = None

    def answer(self, sent: list[str]) -> str | None:
        """The words of the answer for these sentences; None where there is none in this build."""
        request = make_request(sent, self.settings)
        key = key_of(request, self.settings)
        self.used.add(key)
        words = self.kept.load(key)
        if words is None and (self.fault or self.asked >= self.settings.summarizer_briefs):
            self.waiting += 1
        elif words is None:
            self.asked += 1
            words = self._ask(request)
            if words is not None:
                self.kept.store(key, words)
        return words

    def _ask(self, request: dict[str, object]) -> str | None:
        try:
            return self.endpoint.ask(request)
        except RequestError:
            self.refused += 1
        except EndpointError as error:
            self.waiting += 1
            self.fault = str(error)
        return None

    def problems(self) -> tuple[Problem, ...]:
        """What went wrong, in a line each."""
        found, host = [], urlsplit(self.settings.summarizer or "").netloc
        if self.fault:
            what = f"{host} failed ({self.fault}): {self.waiting} briefs have no machine-written summary"
            cure = "see that it runs; the site is whole without, and the next build asks again"
            found.append(Problem(PLACE, what, cure))
        elif self.waiting:
            what = f"{self.waiting} briefs wait for their machine-written summary"
            found.append(Problem(PLACE, what, "build again, or raise summarizer_briefs", "note"))
        if self.refused:
            what = f"{host} refused {self.refused} briefs, perhaps as too long"
            found.append(Problem(PLACE, what, "lower summarizer_chars, or take another model"))
        return tuple(found)


def write_summaries(
    library: Library, settings: Settings, progress: Progress
) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """What the endpoint of the settings writes of the briefs, by id, and what went wrong. Asks nobody without one."""
    if not settings.summarizer or not settings.summary_sentences:
        return (), ()
    asking, faults, written = _Asking(settings), Faults(PLACE), list[Written]()
    briefs = _choose(library)
    for brief in progress.track(briefs, "asking", len(briefs), "brief"):
        lost = f"the machine-written summary of {brief.analysis.document.path} is missing"
        found = faults.attempt(lost, None, _write, brief, asking)
        written += [found] if found else []
    asking.kept.forget_except(asking.used)
    return tuple(sorted(written, key=lambda one: one.brief)), (*asking.problems(), *faults.found)


def _choose(library: Library) -> Sequence[Brief]:
    """English texts of some length, each once and in its newest version, the newest first."""
    chosen = [brief for brief in library.briefs if not brief.duplicate_of and not brief.version_of and _is_fit(brief)]
    return sorted(chosen, key=lambda brief: brief.analysis.metadata.published.value or "", reverse=True)


def _is_fit(brief: Brief) -> bool:
    return len(brief.analysis.sentences) >= _LEAST and is_english(brief.analysis.language)


def _write(brief: Brief, asking: _Asking) -> Written | None:
    sent = list_sent(brief.analysis, asking.settings)
    words = asking.answer(sent) if len(sent) >= _LEAST else None
    return None if words is None else prove(brief, sent, words, asking.settings)


def prove(brief: Brief, sent: Sequence[str], words: str, settings: Settings) -> Written:
    """What of an answer holds against the sentences that were sent."""
    model, drafts = settings.summarizer_model or "", read_reply(words)
    if drafts is None:
        return Written(brief.id, model, (), ("unread",), len(sent))
    given, sentences, dropped = read_given(brief.analysis, sent), list[WrittenSentence](), list[WrittenFault]()
    for draft in drafts:
        is_surplus = len(sentences) == settings.summary_sentences or draft.text in {one.text for one in sentences}
        fault: WrittenFault | None = "surplus" if is_surplus else find_fault(draft.text, draft.numbers, given)
        if fault:
            dropped.append(fault)
        else:
            sentences.append(WrittenSentence(draft.text, _cite(brief, draft.numbers, given)))
    return Written(brief.id, model, tuple(sentences), tuple(dropped), len(sent))


def _cite(brief: Brief, numbers: Sequence[int], given: Given) -> tuple[Evidence, ...]:
    places = sorted(number - 1 for number in numbers)
    return tuple(Evidence(brief.id, brief.analysis.sentences[place]) for place in places)
