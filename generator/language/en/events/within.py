"""Which happening a sentence tells as a part of another: "arrested during a protest", "signed at the summit"."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.language.en.events.arguments.phrases import case_of
from generator.language.en.events.triggers import Trigger, find_triggers
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Span
from generator.text.rules import Chain, Rule

WHOLES: Mapping[str, frozenset[str]] = {
    "in": frozenset({
        "attack", "clash", "war", "accident", "disaster", "protest", "meeting", "election", "vote", "match", "strike",
    }),
    "during": frozenset({
        "attack", "clash", "war", "protest", "meeting", "visit", "gathering", "strike", "match", "trial", "election",
        "call", "disaster", "wedding", "vote",
    }),
    "at": frozenset({"meeting", "protest", "gathering", "wedding", "trial", "match", "visit", "award", "launch"}),
}  # fmt: skip
"""The kinds of which something is a part behind each preposition."""
STRIKING = frozenset({"attack", "accident", "clash", "disaster"})
"""Kinds for which somebody is brought before a court."""
Find = Callable[[Trees, Trigger, Mapping[int, Trigger]], Trigger | None]


def by_preposition(trees: Trees, trigger: Trigger, by_word: Mapping[int, Trigger]) -> Trigger | None:
    """The happening that a phrase beside a trigger names."""
    verbs = [trigger.head, trigger.at]
    if trees.relation(trigger.head) == "conj":
        verbs.append(trees.head(trigger.head))
    joined = [other for other in trees.having(trigger.head, "conj") if not trees.subjects_of(other)]
    for verb in dict.fromkeys((*verbs, *(other for other in joined if trees.pos(other) == "VERB"))):
        for word in trees.having(verb, "obl", "nmod"):
            whole = by_word.get(word)
            is_shared = verb in (trigger.head, trigger.at) or _is_behind(trees, verb, word, trigger.head)
            is_about = trigger.kind in ("charge", "verdict", "trial", "ruling") and whole is not None
            if is_about and whole is not None and whole.kind in STRIKING:
                # "Charged in the stabbing".
                continue
            if whole is not None and is_shared and whole.kind in WHOLES.get(case_of(trees, word), ()):
                return whole
    return None


def _is_behind(trees: Trees, verb: int, word: int, head: int) -> bool:
    """Whether a phrase stands behind both of two joined verbs, or opens their sentence before both."""
    return word > max(verb, head) or word < min(verb, head)


def find_within(trees: Trees, triggers: Sequence[Trigger]) -> dict[Trigger, Trigger]:
    """Of each happening that a sentence tells as a part of another, that other."""
    by_word = {word: trigger for trigger in triggers for word in (trigger.at, trigger.head)}
    found: dict[Trigger, Trigger] = {}
    for trigger in triggers:
        for rule in WITHIN:
            whole = rule.find(trees, trigger, by_word)
            if whole is not None and whole != trigger and found.get(whole) != trigger:
                found[trigger] = whole
                break
    return found


def try_rule(rule: Rule[Find], text: str) -> Iterator[Span]:
    """The words of the happenings of a sentence that a rule finds to be parts."""
    trees = read_trees(text, [Span(0, len(text))])
    triggers = find_triggers(trees, [Mention(name.span, name.type, "") for name in trees.reading.names])
    by_word = {word: trigger for trigger in triggers for word in (trigger.at, trigger.head)}
    for trigger in triggers:
        whole = rule.find(trees, trigger, by_word)
        if whole is not None and whole != trigger:
            yield trees.tokens[trigger.at].span


WITHIN: Chain[Find] = Chain(
    "parts of happenings",
    (
        Rule(
            "behind a preposition",
            by_preposition,
            yes=(
                "Police |arrested| two men during the protest in Cork.",
                "Three people were |arrested| at the protest in Cork.",
            ),
            no=(
                "Two men were charged in the stabbing of a girl.",
                "The men were arrested after the meeting.",
                "Police arrested two men and left the meeting.",
            ),
        ),
    ),
    try_rule,
)
"""Of which happening another is told as a part: the first rule that says."""
