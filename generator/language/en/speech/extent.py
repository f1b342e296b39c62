"""Where what is said begins and how far it goes: from behind the verb and what tells where, when and to whom, up to
another clause that the text tells by itself, who reports it, or the full stop.

`ENDS` are all asked; the nearest end is right. What stands behind it is told by the text, or said by another verb.
"""

from collections.abc import Callable, Iterator

from generator.language.en.polarity import is_past
from generator.language.en.speech.cues import Statement
from generator.language.en.speech.speakers import follow_speech
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.speech.words import act_of, group, load_verbs
from generator.language.frames import Context, Frame
from generator.language.trees import SUBJECTS, Trees
from generator.model import Span
from generator.text.rules import Chain, Rule

Find = Callable[[Context, Frame, Statement], int | None]
_CLAUSES = ("ccomp", "xcomp", "parataxis")
"""Relations of a clause that is said."""
_WITHHELD = frozenset(
    {"citing", "commenting", "elaborating", "explaining", "giving", "identifying", "naming", "offering", "presenting"}
    | {"providing", "saying", "specifying"}
)
"""What somebody says something without."""
_CLOSING = frozenset({")", "%", "]"})
"""Marks that belong to the words before them."""
_AGAINST = frozenset({"although", "but", "though", "whereas", "while", "yet"})
"""Begin what speaks against a denial or a refusal."""

VERBAL = frozenset({"VERB", "AUX"})
"""What makes a clause of words."""
LEAST = 2
"""Words that make a content."""
_THAT_REACH = 25
"""Units within which "that" may follow the verb: "told a crowd in the capital that"."""
_LONGEST_BRACKET = 12
"""Units of a bracket behind a name."""


def find_start(context: Context, frame: Frame, statement: Statement, end: int) -> int | None:
    """The index where the content begins behind the verb; None where only place, time or listener follow."""
    at = statement.last + 1
    that = next((i for i in range(at, min(end, at + _THAT_REACH)) if frame.word(i) == "that"), None)
    if that is not None and _may_lead(frame, at, that, statement) and not _describes(context, frame, at, that):
        return that + 2 if frame.word(that + 1) == "," else that + 1
    if statement.kind == "tell":
        return _behind_listener(frame, at, end)
    if statement.kind == "according":
        mention = frame.units[at - 1].mention
        at = _behind_bracket(frame, at, end)
        at = _behind_explanation(context, frame, at, end) if mention and mention.type == "Person" else at
        at = _behind_origin(context, frame, at, end) if statement.first == 0 else at
    if frame.word(at) in (",", ":"):
        at += 1
    if statement.kind == "write" and (
        frame.word(at) in group("determiners") or _is_sum(frame.word(at) + frame.word(at + 1))
    ):
        # "posted a message", "posted $2 million bond"
        return None
    if frame.word(at) == "to" and at + 1 < end and _is_noun(context, frame, at + 1):
        # "said to cheers"
        return None
    if frame.word(at) == "to" and frame.kind(at + 1) == "word" and frame.word(at + 1) not in group("determiners"):
        return at
    is_setting = at < end and frame.word(at) in group("setting") and not _is_count(context, frame, at)
    if is_setting and statement.kind not in ("demand", "deny") and not _opens(frame, statement):
        return _behind_setting(frame, at, end)
    return at


def _behind_origin(context: Context, frame: Frame, at: int, end: int) -> int:
    """The index of the comma behind what else tells whose account it is, and who that is: "According to a report | of
    the bank, a lender of the town, ...". Where no verb follows, it is the clause itself."""
    if frame.word(at) not in group("setting") | group("prepositions"):
        return at
    commas = [i for i in range(at, end) if frame.word(i) == ","]
    told = (a for a, b in zip(commas, (*commas[1:], end), strict=True) if _is_clause(context, frame, a, b))
    return next(told, commas[0] if commas else at)


def _is_clause(context: Context, frame: Frame, first: int, end: int) -> bool:
    """Whether a verb stands between two indexes."""
    return any(context.kind_of(frame, at) in VERBAL for at in range(first, end))


def _is_count(context: Context, frame: Frame, at: int) -> bool:
    """Whether a word that may tell where or when belongs to a number: "at least seven", "about 20 people"."""
    number = context.kind_of(frame, at + 1) == "NUM" and context.kind_of(frame, at) == "ADV"
    return number or frame.word(at + 1) in ("least", "most")


def _opens(frame: Frame, statement: Statement) -> bool:
    """Whether the sentence opens with whose account it is; the whole clause behind the comma is theirs then."""
    return statement.kind == "according" and statement.first == 0


def _is_sum(words: str) -> bool:
    """Whether words are a number or begin a sum of money."""
    return words[:1].isdigit() or any(sign in words for sign in "$£€")


def _is_noun(context: Context, frame: Frame, at: int) -> bool:
    """Whether a noun in the plural stands at an index."""
    return frame.word(at).endswith("s") and context.kind_of(frame, at) == "NOUN"


def _behind_bracket(frame: Frame, at: int, end: int) -> int:
    """The index behind a bracket: "according to the agency (NTSB), the toll rose"."""
    if frame.word(at) != "(":
        return at
    return next((i for i in range(at + 1, min(end, at + _LONGEST_BRACKET)) if frame.word(i) == ")"), at - 1) + 1


def _may_lead(frame: Frame, at: int, that: int, statement: Statement) -> bool:
    """Whether only a listener, a place or a time stand between the verb and "that"."""
    if any(frame.kind(i) == "mark" and frame.word(i) != "," for i in range(at, that)):
        return False
    if frame.word(at) == "," and that > at + 1 and frame.word(that - 1) != ",":
        return False
    return that == at or statement.kind == "tell" or frame.word(at) in group("setting") | {"to", ","}


def _describes(context: Context, frame: Frame, at: int, that: int) -> bool:
    """Whether "that" stands for a noun before it: "tweeted about the riots that followed"."""
    word = context.trees.starting_at(frame.units[that].span.start)
    is_behind = that > at and context.kind_of(frame, that - 1) in ("NOUN", "PROPN")
    return is_behind and word is not None and context.trees.relation(word) in (*SUBJECTS, "obj")


def _behind_listener(frame: Frame, at: int, end: int) -> int | None:
    """The index behind the listener of "told": a comma, or the first word after a name or pronoun."""
    if frame.word(at) in ("him", "her", "them", "me", "us") and at + 1 < end:
        return at + 1
    is_listener = frame.kind(at) == "name" or frame.word(at) in group("listeners")
    goes_on = frame.kind(at + 1) in ("word", "name") and frame.word(at + 1) not in group("setting")
    return at + 1 if is_listener and goes_on and at + 1 < end else None


def _behind_explanation(context: Context, frame: Frame, at: int, end: int) -> int:
    """The index of the comma behind what explains a person: "Jane Roe, the mayor, the toll rose"."""
    comma = next((i for i in range(at + 1, end) if frame.word(i) == ","), end)
    if frame.word(at) != "," or comma >= end or frame.word(at + 1) in group("prepositions") | group("times"):
        return at
    kinds = {context.kind_of(frame, i) for i in range(at + 1, comma)}
    later = {context.kind_of(frame, i) for i in range(comma + 1, end)}
    explains = "NOUN" in kinds and not kinds & VERBAL
    return comma if explains and later & VERBAL else at


def _behind_setting(frame: Frame, at: int, end: int) -> int | None:
    """The index behind a time such as "on Thursday"; None where a longer setting follows."""
    times = group("times")
    after = at + 1 if frame.word(at) in ("on", "in", "earlier", "last", "late") else at
    while after < end and (frame.word(after) in times or frame.word(after).isdigit()):
        after += 1
    skipped = after > at + 1 or frame.word(at) in times
    return after if skipped and after + LEAST < end and frame.kind(after) != "mark" else None


def find_end(context: Context, frame: Frame, statement: Statement) -> int:
    """The index behind the last unit of what a statement says, if that stands behind its verb. Without a full stop."""
    ends = (rule.find(context, frame, statement) for rule in ENDS)
    end = min((end for end in ends if end is not None), default=len(frame.units))
    while end and frame.kind(end - 1) == "mark" and frame.word(end - 1) not in _CLOSING:
        end -= 1
    return end


def by_relative(context: Context, frame: Frame, statement: Statement) -> int | None:
    """The comma behind a clause that only describes: "Roe, who said that all was well, left"."""
    if not any(frame.word(at) in group("relatives") for at in range(statement.last - 3, statement.last)):
        return None
    return next((at for at in range(statement.last + 1, len(frame.units)) if frame.word(at) == ","), None)


def by_report(context: Context, frame: Frame, statement: Statement) -> int | None:
    """Where it is told who reports it: ", reported Reuters", ", according to"."""
    for at in range(statement.last + 2, len(frame.units)):
        word, following = frame.word(at), frame.word(at + 1)
        is_report = word in ("reported", "according", "media") or (word, following) in (("as", "per"), ("it", "was"))
        if is_report and frame.word(at - 1) in (",", "”", '"'):
            return at - 1
    return None


def by_reticence(context: Context, frame: Frame, statement: Statement) -> int | None:
    """Where it is told what the speaker leaves out: "said he died in Lima without elaborating"."""
    places = range(statement.last + 2, len(frame.units))
    return next((at for at in places if frame.word(at) == "without" and frame.word(at + 1) in _WITHHELD), None)


def by_joined_clause(context: Context, frame: Frame, statement: Statement) -> int | None:
    """Where the parse joins another clause to the verb: "declared victory, but the troops remained"."""
    trees, verb = context.trees, _verb_of(context, statement)
    if verb is None or trees.having(verb, *_CLAUSES):
        return None
    joined = [other for other in trees.having(verb, "conj") if other > verb and trees.having(other, *SUBJECTS)]
    starts = [trees.start(sign) for other in joined for sign in trees.having(other, "cc")]
    places = range(statement.last + 2, len(frame.units))
    return next((at - 1 for at in places if frame.units[at].span.start in starts and frame.word(at - 1) == ","), None)


def by_joined_verb(context: Context, frame: Frame, statement: Statement) -> int | None:
    """Where the one who speaks does something else: "denied the charges and left", "said it was late, but denied"."""
    trees, verb = context.trees, _verb_of(context, statement)
    if verb is None:
        return None
    for sign in trees.inside(frame.span):
        at, word = frame.index_at(trees.start(sign)), trees.head(sign)
        is_behind = trees.relation(sign) == "cc" and at is not None and at > statement.last + 1
        is_joined = trees.relation(word) == "conj" and not trees.subjects_of(word)
        if is_behind and is_joined and _is_of_speaker(trees, verb, sign, word):
            return at
    return None


def _is_of_speaker(trees: Trees, verb: int, sign: int, word: int) -> bool:
    """Whether a verb without a subject, behind "and" or "but", tells what is done by the one who speaks."""
    over, is_apart = trees.head(word), trees.word(sign - 1) == ","
    said = trees.having(verb, *_CLAUSES)
    is_finite_said = any(not trees.lower(clause).endswith("ing") or trees.subjects_of(clause) for clause in said)
    if over == verb and not is_finite_said:
        # "Denied the charge | and left", "denied knowing her | and was released".
        return trees.pos(word) == "VERB"
    is_plain = is_past(trees, word) and not trees.having(word, "aux", "aux:pass", "cop")
    is_other = trees.lower(sign) == "but" or trees.lower(word) in load_verbs()
    return over in (verb, *said) and is_apart and is_plain and is_other


def by_semicolon(context: Context, frame: Frame, statement: Statement) -> int | None:
    """A semicolon with a sentence behind it, which is said only where another "that" says so."""
    trees = context.trees
    for at in range(statement.last + 2, len(frame.units)):
        goes_on = {frame.word(at + 1), frame.word(at + 2)} & {"that"}
        if frame.word(at) == ";" and not goes_on:
            behind = trees.inside(Span(frame.units[at].span.end, frame.span.end))
            if any(trees.subjects_of(word) for word in behind):
                return at
    return None


def by_circumstance(context: Context, frame: Frame, statement: Statement) -> int | None:
    """The comma before what stands beside the verb: "denied the charge, saying that ...", ", although ..."."""
    trees, verb = context.trees, _verb_of(context, statement)
    if verb is None:
        return None
    is_against = act_of(statement.cue.of(context.text)) in ("denies", "refuses")
    is_noun = not trees.having(verb, "ccomp", "xcomp")
    for at in range(statement.last + 2, len(frame.units)):
        word = trees.starting_at(frame.units[at].span.start)
        if frame.word(at - 1) != "," or word is None:
            continue
        is_participle = frame.word(at).endswith("ing") and (is_noun or frame.word(at) in load_verbs())
        is_beside = is_participle and trees.relation(word) in ("advcl", "parataxis") and trees.head(word) == verb
        is_but = is_against and frame.word(at) in _AGAINST and trees.relation(word) in ("mark", "cc")
        if is_beside or is_but:
            return at - 1
    return None


def by_main_clause(context: Context, frame: Frame, statement: Statement) -> int | None:
    """The comma before the main clause: "when Roe announced the sale, the crowd left"."""
    trees, verb = context.trees, _verb_of(context, statement)
    if verb is None or trees.having(verb, *_CLAUSES):
        return None
    marks = {trees.lower(mark) for mark in trees.having(verb, "mark", "advmod")}
    if trees.relation(verb) != "advcl" or trees.head(verb) < verb or not marks & group("beside"):
        return None
    subjects = [trees.start(word) for word in trees.having(trees.head(verb), *SUBJECTS)]
    behind = frame.index_from(min(subjects, default=0))
    last = next((at for at in range(behind - 1, statement.last, -1) if frame.word(at) in (",", ")")), None)
    return last if last is not None and frame.word(last) == "," else None


def _verb_of(context: Context, statement: Statement) -> int | None:
    """The verb of a statement in the parse; None for "according to"."""
    return None if statement.kind == "according" else context.trees.starting_at(statement.cue.start)


def try_end(rule: Rule[Find], text: str) -> Iterator[Span]:
    """The first word behind each end that a rule finds in a text."""
    context, _ = read_frames_of(text)
    for speech in follow_speech(context):
        for statement in speech.told.statements:
            end = rule.find(context, speech.frame, statement)
            if end is not None:
                units = speech.frame.units[end:]
                yield next(unit.span for unit in units if unit.kind != "mark")


ENDS: Chain[Find] = Chain(
    "speech: how far it goes",
    (
        Rule(
            "clause that describes",
            by_relative,
            ("Jane Roe, who said that the port was closed, |left| on Monday.",),
            (
                "Jane Roe said that the port, which is old, was closed.",
                "Jane Roe said on Monday, that the port failed.",
            ),
        ),
        Rule(
            "who reports it",
            by_report,
            (
                "Jane Roe said the port was closed, |according| to the Wexby Times.",
                "Jane Roe said the port was closed, |reported| the Wexby Times.",
            ),
            ("Jane Roe said the port reported a loss.", "Jane Roe said it was reported, and left."),
        ),
        Rule(
            "what is left out",
            by_reticence,
            (
                "Jane Roe said her father died in Lima |without| elaborating.",
                "The army blamed rebels |without| giving any proof.",
            ),
            ("Jane Roe said the men lived without paying rent.", "Without elaborating, Jane Roe said no."),
        ),
        Rule(
            "another clause",
            by_joined_clause,
            ("Jane Roe declared victory, |but| the troops remained.",),
            ("Jane Roe said the port was closed, but the ships sailed.", "Jane Roe declared victory over the troops."),
            "Where a clause is said, one joined to it may be said as well.",
        ),
        Rule(
            "another verb of the speaker",
            by_joined_verb,
            (
                "Jane Roe denied the charges, |but| agreed to talk again.",
                "Jane Roe denied the charges |and| left the room.",
                "The minister said the bank had failed, |but| denied that he knew of it.",
                "The mayor announced the closure, |and| warned that the port might follow.",
                "Police said three people were hurt, |but| gave no details.",
                "Jane Roe denied knowing her |and| was released.",
            ),
            (
                "Jane Roe denied the theft and the fraud.",
                "Jane Roe said the bank had failed and left debts.",
                "Jane Roe said that the bank had failed and that she would resign.",
                "Jane Roe denied stealing and hiding the money.",
                "Jane Roe said the bank was weak, but would survive.",
                "Jane Roe said the mayor was well but had been ill.",
            ),
        ),
        Rule(
            "semicolon",
            by_semicolon,
            (
                "The company denied that it dumped waste; |it| said the plant closed in 2019.",
                "Jane Roe confirmed the talks; |the| minister did not attend.",
            ),
            (
                "Jane Roe said that the port was closed; that the ships had left; and that nobody knew.",
                "Jane Roe said three towns were hit: Wexby, in the north; Rowley, in the south; and Hale.",
            ),
            "Whether a sentence behind it is said as well, nobody can tell.",
        ),
        Rule(
            "what stands beside the verb",
            by_circumstance,
            (
                "Jane Roe denied the charge, |saying| that the bank had failed.",
                "The council rejected the plan, |calling| it absurd.",
                "The army denied shelling the town, |although| witnesses saw tanks.",
            ),
            (
                "Jane Roe said the port was closed, although ships still came.",
                "Jane Roe said the storm had closed the port, leaving many without work.",
                "Jane Roe denied saying that the bank had failed.",
            ),
        ),
        Rule(
            "main clause behind it",
            by_main_clause,
            ("When Jane Roe announced the sale, |the| crowd left.",),
            ("Jane Roe announced the sale when the crowd left.", "When Jane Roe left, the mayor announced the sale."),
        ),
    ),
    try_end,
)
