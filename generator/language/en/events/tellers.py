"""Who tells a happening that its writer has told by another: "police said nine died", "“we were hit,” she said"."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.language.en.polarity import is_definite
from generator.language.en.speech.carrying import find_quotations
from generator.language.en.speech.claims import find_claims
from generator.language.en.speech.speakers import Hearing, listen
from generator.language.en.speech.trying import read_frames_of
from generator.language.trees import Trees
from generator.model import Act, Claim, Quotation, Span
from generator.text.rules import Chain, Rule
from generator.text.spans import Spans

TELLING: frozenset[Act | None] = frozenset({"states", "accuses", "admits", "warns", None})
"""What those do who tell of something that was."""


@dataclass(frozen=True)
class Voices:
    """What is said in a text by others than its writer."""

    hearing: Hearing

    @cached_property
    def claims(self) -> Spans[Claim]:
        """What somebody who is named tells in indirect speech."""
        return Spans(claim for claim in find_claims(self.hearing) if claim.act in TELLING and claim.claimant_span)

    @cached_property
    def quotations(self) -> Spans[Quotation]:
        """What somebody who is named tells between quotation marks."""
        return Spans(quotation for quotation in find_quotations(self.hearing) if quotation.speaker_span)


FindTeller = Callable[[Voices, Span], Span | None]
"""A rule: the words that name who tells what a span says; None where it is not he."""


def by_claim(voices: Voices, span: Span) -> Span | None:
    """ "Police said that nine died"."""
    claim, trees = voices.claims.at(span.start), voices.hearing.context.trees
    if claim is None or claim.cue is None:
        return None
    is_where = trees is not None and is_setting(
        trees, trees.starting_at(span.start), trees.starting_at(claim.cue.start)
    )
    return None if is_where else claim.claimant_span


def is_setting(trees: Trees, at: int | None, verb: int | None) -> bool:
    """Whether a word says at what something was said: "he said so at a |rally|"."""
    return at is not None and trees.relation(at) == "obl" and trees.head(at) == verb


def by_quotation(voices: Voices, span: Span) -> Span | None:
    """ "“They shot at us,” she said"."""
    quotation = voices.quotations.at(span.start)
    return quotation.speaker_span if quotation else None


def find_teller(voices: Voices, span: Span) -> tuple[Span, str] | None:
    """The words that name who tells what a span says, with the rule that says so."""
    found = ((rule.find(voices, span), rule.name) for rule in TELLERS)
    return next(((teller, name) for teller, name in found if teller), None)


def is_known_to_all(trees: Trees, at: int, form: str, measures: Iterable[str | None]) -> bool:
    """Whether a happening is only named, as one that is known: "said that the war was long"; how many died in it is
    told all the same."""
    return form == "noun" and is_definite(trees, at) and not any(measures)


def try_teller(rule: Rule[FindTeller], text: str) -> Iterator[Span]:
    """The words that name who tells what the verbs of a sentence say, where a rule says so."""
    context, _ = read_frames_of(text)
    voices = Voices(listen(context))
    verbs = [token.span for token in context.trees.tokens if token.pos == "VERB"] if context.trees else []
    yield from dict.fromkeys(teller for verb in verbs if (teller := rule.find(voices, verb)))


TELLERS: Chain[FindTeller] = Chain(
    "who tells of a happening",
    (
        Rule(
            "in indirect speech",
            by_claim,
            yes=(
                "|Police| said that nine people died.",
                "Nine people died, |officials| said.",
                "According to |Jane Roe|, nine people died.",
            ),
            no=(
                "Nine people died, and the mayor said nothing.",
                "The mayor announced the change during a meeting.",
                "The mayor asked police to arrest them.",
                "The board met in Lima.",
            ),
        ),
        Rule(
            "between quotation marks",
            by_quotation,
            yes=("“The plane had been hijacked,” |Jane Roe| said.",),
            no=("The plane had been hijacked.", "Jane Roe said the plane had been hijacked."),
        ),
    ),
    try_teller,
)
"""Who tells what a sentence says, where its writer has it told by another."""
