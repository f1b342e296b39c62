"""What several briefs tell that one has said: nearly the same words, the same numbers, the same denials."""

import hashlib
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.linking.identity.forms import list_plain
from generator.model import Agreement, Brief, Evidence, Library, Span
from generator.text.groups import Groups
from generator.text.origins import count_origins, trace_origins
from generator.text.wordlists import load_sections

LEAST_WORDS, LEAST_SHARE = 4, 0.6
"""Telling words that both have, and their share of those of the longer one."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:'[^\W_]+)?")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """What one brief tells that somebody has said."""

    speaker: str
    evidence: Evidence
    words: frozenset[str]
    """Those that say something of the subject."""
    apart: frozenset[str]
    """Numbers and words of denial: what differs in one of them is another statement."""


def find_agreements(library: Library) -> tuple[Agreement, ...]:
    """All of the collection. The order of the briefs changes nothing; a brief that repeats a text is left out."""
    originals = [brief for brief in library.briefs if brief.duplicate_of is None]
    statements = [statement for brief in originals for statement in _list_statements(brief)]
    duplicates = {brief.id: brief.duplicate_of for brief in library.briefs if brief.duplicate_of}
    provenance = trace_origins([brief.analysis for brief in library.briefs], library.lineages, duplicates)
    texts = {brief.id: brief.analysis.document.text for brief in originals}
    found = []
    for group in _group(statements):
        told = {statement.evidence.brief: statement for statement in reversed(group)}
        corroboration = count_origins(provenance, told) if len(told) > 1 else None
        if corroboration:
            evidence = tuple(told[brief].evidence for brief in sorted(told))
            found.append(Agreement(_make_id(evidence, texts), group[0].speaker, evidence, corroboration))
    return tuple(sorted(found, key=lambda agreement: (-len(agreement.evidence), agreement.id)))


def _list_statements(brief: Brief) -> Iterator[Statement]:
    """The claims and whole quotations of which it is known who says them."""
    known, analysis = dict(brief.entities), brief.analysis
    said = [(claim.claimant, claim.span) for claim in analysis.claims]
    said += [(quotation.speaker, quotation.span) for quotation in analysis.quotations if quotation.kind == "direct"]
    for who, span in sorted(said, key=lambda pair: pair[1]):
        speaker = known.get(who or "")
        text = span.of(analysis.document.text).replace("’", "'")
        words = frozenset(word.casefold() for word in _WORD.findall(text))
        telling = frozenset(word for word in words if len(word) >= _SHORTEST) - list_plain(analysis.language)
        if speaker and len(telling) >= LEAST_WORDS:
            apart = frozenset(filter(_is_apart, words))
            yield Statement(speaker, Evidence(brief.id, Span(*span)), telling, apart)


def _is_apart(word: str) -> bool:
    """Whether a word must be in both: a number, a denial."""
    return word in _denials() or word.endswith("n't") or any(map(str.isdigit, word))


@cache
def _denials() -> frozenset[str]:
    """The words that deny, in lower case."""
    sections = dict(load_sections("polarity.txt"))
    entries = (*sections["not: denied"], *sections["nobody: denied"])
    return frozenset(word for entry in entries for word in entry.split()) | {"cannot"}


def _group(statements: Sequence[Statement]) -> Iterable[Sequence[Statement]]:
    """The statements that say the same, those that stand for themselves too."""
    groups = Groups(range(len(statements)))
    for one, other in _find_pairs(statements):
        groups.join(one, other)
    return ([statements[at] for at in group] for group in groups)


def _find_pairs(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """The pairs that say the same. Two that share enough share one of their rarest words."""
    often = Counter(word for statement in statements for word in statement.words)
    carriers: Mapping[tuple[str, str], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        rarest = sorted(statement.words, key=lambda word: (often[word], word))
        candidates = set[int]()
        for word in rarest[: len(rarest) - math.ceil(LEAST_SHARE * len(rarest)) + 1]:
            candidates.update(carriers[statement.speaker, word])
            carriers[statement.speaker, word].append(number)
        yield from ((other, number) for other in sorted(candidates) if _agree(statements[other], statement))


def _agree(one: Statement, other: Statement) -> bool:
    shared = len(one.words & other.words)
    is_same = shared >= LEAST_WORDS and shared >= LEAST_SHARE * max(len(one.words), len(other.words))
    return is_same and one.apart == other.apart and one.evidence.brief != other.evidence.brief


def _make_id(evidence: Sequence[Evidence], texts: Mapping[str, str]) -> str:
    words = "\n".join(f"{place.brief} {place.span.of(texts[place.brief])}" for place in evidence)
    return f"said-{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
