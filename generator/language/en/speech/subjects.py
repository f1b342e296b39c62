"""Who stands before or behind a reporting verb, with his titles: a name, a pronoun or a common noun; where it is
not plain, nobody. The subject ends right before the verb; a name behind a preposition does not speak.
"""

from dataclasses import dataclass
from typing import Literal

from generator.language.en.polarity import is_sign
from generator.language.en.speech.words import group, reporting_forms
from generator.language.frames import NAME, Context, Frame
from generator.model import Span
from generator.text.wordlists import load_set

FARTHEST = 45
"""Units over which an apposition between commas may run."""


def first_of_name(context: Context, frame: Frame, at: int) -> int:
    """The index of the first word of a name with its titles: "US Secretary of State Antony Blinken"."""
    furthest = max(0, at - FARTHEST)
    while at > furthest:
        before = _first_of_role(context, frame, at)
        if before == at and not (is_title_word(frame, at - 1) or is_short_title(frame, at)):
            break
        at = min(before, at - 1)
    return at


def _first_of_role(context: Context, frame: Frame, at: int) -> int:
    """The index of the first word of the role that ends right before a unit; its own index where none does."""
    text, start = context.text, frame.units[at].span.start
    role = context.roles.get(frame.span.start + len(text[frame.span.start : start].rstrip()))
    while role and at and frame.units[at - 1].span.start >= role.start:
        at -= 1
    return at


def is_title_word(frame: Frame, at: int) -> bool:
    """Whether a unit may belong to the titles before a name."""
    unit = frame.units[at]
    if unit.mention:
        return unit.mention.type in ("Organization", "Place")
    word = frame.word(at)
    if word in group("clause-words") or word in group("times") or is_preposition(frame, at):
        return False
    is_title = word in group("titles") or word in group("agents")
    return is_title or (unit.is_capitalized and word not in group("determiners"))


def is_short_title(frame: Frame, at: int) -> bool:
    """Whether the unit before an index is the full stop of "Lt." or "Mr."."""
    return frame.word(at - 1) == "." and at > 1 and frame.units[at - 2].is_capitalized and len(frame.word(at - 2)) < 5


def is_preposition(frame: Frame, at: int) -> bool:
    """Whether a preposition stands at an index."""
    return frame.word(at) in group("prepositions")


LONGEST = 14
"""Units that a common-noun subject may have."""
_TITLE_WORDS = 5
ARTICLES = frozenset({"a", "an", "the"})
JOINING = frozenset({"-", "'s", "’s", "'", "’"})
"""Marks inside a noun phrase; the last two behind a plural: "the Millers' lawyer"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is said to speak."""

    span: Span
    kind: Literal["name", "person", "thing", "noun"]
    """A name, he or she, it, or anything else."""
    entity: str | None = None
    """`LocalEntity.id` of a name."""
    first: int = 0
    """Index of its first word, titles and articles included."""
    last: int = 0


def subject_before(context: Context, frame: Frame, at: int) -> Subject | None:
    """The subject whose last word stands at index `at`, right before the verb."""
    appositive = _named_by_role(context, frame, at)
    if appositive:
        return appositive
    found = _ending_at(context, frame, _skip_asides(frame, at))
    if frame.word(at) == "," and (found is None or found.kind == "noun"):
        # "Jane Roe, who spoke in Westport on Monday, said"
        explained = _before_apposition(context, frame, at)
        following = frame.word(explained.last + 2) if explained else ""
        is_first = explained and (explained.first == 0 or frame.kind(explained.first - 1) == "quotation")
        is_plain = is_first or following in group("relatives") or following.isdigit()
        return explained if is_plain else found
    return found


def _ending_at(context: Context, frame: Frame, at: int) -> Subject | None:
    """The subject whose last word stands at an index, behind which only an aside comes."""
    if at < 0 or frame.kind(at) == "quotation":
        return None
    if frame.word(at) == ",":
        return _before_apposition(context, frame, at)
    if frame.kind(at) == "name":
        return _explained(context, frame, _named(context, frame, at))
    if frame.word(at) in group("relatives"):
        return _antecedent(context, frame, at)
    return pronoun_at(frame, at) or _explained(context, frame, _noun(frame, at, at))


def _explained(context: Context, frame: Frame, noun: Subject | None) -> Subject | None:
    """The name that opens the sentence where a noun explains it: "Jane Roe, the head of the bank said"."""
    if noun is None or noun.kind != "noun" or not frame.reads_before(noun.first, NAME, ","):
        return noun
    name = _named(context, frame, noun.first - 2)
    return name if name and name.kind == "name" and name.first == 0 else noun


def _skip_asides(frame: Frame, at: int) -> int:
    """The index before a parenthesis and before a time such as "on Wednesday,"."""
    if frame.word(at) == ")":
        at = next((i for i in range(at - 1, max(-1, at - 12), -1) if frame.word(i) == "("), at + 1) - 1
    start = at - 1 if frame.word(at) == "," else at
    times = start
    while times >= max(0, start - 8) and (frame.word(times) in group("times") or frame.word(times).isdigit()):
        times -= 1
    if times == start or times < 0:
        return at
    return times - 1 if frame.word(times) in group("time-openers") else times


def pronoun_at(frame: Frame, at: int) -> Subject | None:
    """A pronoun at an index."""
    span = frame.units[at].span
    # "He'd said": the rest of the unit is a verb.
    word = frame.word(at).replace("’", "'").partition("'")[0]
    if word in group("persons"):
        return Subject(span, "person", None, at, at)
    if word in group("things"):
        return Subject(span, "thing", None, at, at)
    return Subject(span, "noun", None, at, at) if word in group("others") else None


def _named_by_role(context: Context, frame: Frame, at: int) -> Subject | None:
    """The name before a role that ends here: "Jane Roe, head of the Bank said"."""
    role = context.roles.get(frame.units[at].span.end)
    if role is None or role.start <= frame.span.start:
        return None
    index = at
    while index >= 0 and frame.units[index].span.start >= role.start:
        index -= 1
    if frame.word(index) == "," and frame.kind(index - 1) == "name" and frame.units[at].span.start > role.start:
        return _named(context, frame, index - 1)
    return None


def _before_apposition(context: Context, frame: Frame, comma: int) -> Subject | None:
    """The name before the first comma of ", the mayor of London,"; the second comma stands at `comma`.

    Of "the mayor of London, Jane Roe," it is the person between the commas.
    """
    between = frame.units[comma - 1].mention if comma else None
    if between and between.type == "Person" and frame.word(first_of_name(context, frame, comma - 1) - 1) == ",":
        return _named(context, frame, comma - 1)
    for at in range(comma - 1, max(0, comma - FARTHEST), -1):
        if frame.kind(at) == "quotation" or frame.word(at) in (";", ":") or frame.word(at) in reporting_forms():
            return None
        unit = frame.units[at - 1]
        if frame.word(at) == "," and unit.mention and unit.mention.type in ("Person", "Organization"):
            subject = _named(context, frame, at - 1)
            if subject and subject.kind == "name":
                return subject
    return None


def _antecedent(context: Context, frame: Frame, at: int) -> Subject | None:
    """The name that "who" or "which" stands for."""
    before = at - 2 if frame.word(at - 1) == "," else at - 1
    if before < 0 or frame.kind(before) != "name":
        return None
    mention = frame.units[before].mention
    if mention is None or (frame.word(at) == "who") != (mention.type == "Person"):
        return None
    return _named(context, frame, before)


def _named(context: Context, frame: Frame, at: int) -> Subject | None:
    """The subject that ends with the name at an index."""
    mention = frame.units[at].mention
    if mention is None or mention.type == "Event":
        return None
    first = first_of_name(context, frame, at)
    before = first - 1
    has_adjective = mention.type != "Person" and frame.kind(before) == "word" and is_preposition(frame, before - 1)
    if frame.word(before) in group("determiners") or has_adjective:
        before -= 1
    if is_preposition(frame, before):
        return _governed(context, frame, before, at)
    if frame.word(before) in ("and", "&", "or") and frame.kind(before - 1) == "name":
        return Subject(Span(frame.units[before - 1].span.start, mention.span.end), "noun", None, before - 1, at)
    return Subject(mention.span, "name", mention.entity, before + 1, at)


def _governed(context: Context, frame: Frame, preposition: int, at: int) -> Subject | None:
    """The subject of "... of NAME", where the name ends at index `at`."""
    head = preposition - 1
    mention = frame.units[at].mention
    if frame.kind(head) == "name":
        # "Roe in the Morning writer Max Poe said": which of two people speaks is not plain.
        return None if mention and mention.type == "Person" else _named(context, frame, head)
    if at - head > FARTHEST or frame.kind(head) != "word" or frame.word(head) in group("clause-words"):
        return None
    is_titling = frame.reads(head, group("titles") - group("agents"), group("titling"))
    if mention and mention.type == "Person" and is_titling:
        return Subject(mention.span, "name", mention.entity, first_of_name(context, frame, head), at)
    return _noun(frame, head, at)


def _noun(frame: Frame, head: int, last: int) -> Subject | None:
    """The common-noun subject whose head is at one index and whose last word is at another."""
    if frame.kind(head) != "word" or not frame.word(head)[:1].isalpha() or _is_function_word(frame, head):
        return None
    if frame.word(head) in group("determiners") - group("plural-nouns"):
        return None
    first, plain = head, True
    while first > 0 and head - first < LONGEST:
        if frame.word(first) in group("determiners"):
            plain = False
            break
        if not _may_belong(frame, first - 1):
            break
        first -= 1
    if plain and head - first > 3:
        first = head
    if plain and frame.word(head).endswith("ing"):
        return None
    outer = first - 1
    if last - outer > FARTHEST:
        return None
    if is_preposition(frame, outer) and frame.word(outer) != "on":
        # "a spokesman for the ministry said": the one who speaks is the spokesman.
        return _noun(frame, outer - 1, last)
    if is_preposition(frame, outer) or frame.word(head) in reporting_forms():
        return None
    if frame.reads_before(first, NAME, "and") and (first < 3 or frame.kind(first - 3) == "mark"):
        # "Jane Roe and her husband said"
        first -= 2
    return Subject(frame.span_of(first, last), "noun", None, first, last)


def _may_belong(frame: Frame, at: int) -> bool:
    """Whether a unit may stand inside a common-noun subject."""
    word = frame.word(at)
    if frame.kind(at) == "name" or word in ("'s", "’s") or word in group("determiners"):
        return True
    return frame.kind(at) == "word" and not _is_function_word(frame, at) and word not in reporting_forms()


def _is_function_word(frame: Frame, at: int) -> bool:
    """Whether the word can neither be nor precede the noun of a subject."""
    word = frame.word(at)
    names = ("clause-words", "prepositions", "auxiliaries", "forms-of-be", "before-infinitives", "others", "things")
    is_closed = any(word in group(name) for name in (*names, "relatives", "times"))
    return is_closed or is_sign(word) or word in load_set("past_forms.txt")


def subject_after(context: Context, frame: Frame, at: int) -> Subject | None:
    """The subject that begins at index `at`, right behind the verb or "according to"."""
    if at >= len(frame.units):
        return None
    pronoun = pronoun_at(frame, at)
    if pronoun:
        return pronoun
    end, person = _reach(context, frame, at)
    if person is not None:
        return _person_after(context, frame, at, person)
    if end == at:
        return None
    return _thing_after(frame, at, end)


def _is_modifier(context: Context, frame: Frame, at: int) -> bool:
    """Whether a name is part of the title of the person named next: "Westport assistant coach Jane Roe"."""
    later = at + 1
    while frame.kind(later) == "word" and later - at < _TITLE_WORDS:
        if context.kind_of(frame, later) not in ("NOUN", "ADJ", "PROPN"):
            return False
        later += 1
    mention = frame.units[later].mention if later < len(frame.units) else None
    return later > at + 1 and mention is not None and mention.type == "Person"


def _reach(context: Context, frame: Frame, at: int) -> tuple[int, int | None]:
    """The index behind the noun phrase that begins at `at`, and the index of the first person in it."""
    index = at
    while index < min(len(frame.units), at + 40):
        mention = frame.units[index].mention
        if mention and mention.type == "Person" and not _is_modifier(context, frame, index):
            return index + 1, index
        if index > at and _is_finite(context, frame, index):
            break
        joins = frame.word(index) in JOINING or is_short_title(frame, index + 1)
        if frame.kind(index) in ("mark", "quotation") and not joins:
            break
        if frame.word(index) in group("stop-after"):
            break
        index += 1
    return index, None


def _is_finite(context: Context, frame: Frame, at: int) -> bool:
    """Whether a verb stands at an index that tells what is said: "said police | shot a man"."""
    is_verb = context.kind_of(frame, at) == "VERB"
    return is_verb and not frame.word(at).endswith(("ing", "ed", "en")) and not frame.units[at].is_capitalized


def _person_after(context: Context, frame: Frame, at: int, person: int) -> Subject:
    """The subject of "said US Secretary of State Antony Blinken" or of "said a spokesman for Blinken"."""
    first = first_of_name(context, frame, person)
    between = [i for i in range(at, first) if is_preposition(frame, i)]
    are_several = frame.reads(person + 1, "and", NAME)
    is_joined = are_several or frame.word(person + 1) in ("'s", "’s")
    # "A spokesman for Roe" and "the spokesman for Roe" are others, "Secretary of State Roe" is Roe.
    is_governed = bool(between) and not frame.units[max(at, between[0] - 1)].is_capitalized
    is_one_of_many = bool(between) and frame.word(at) in ("a", "an")
    if is_joined or is_governed or is_one_of_many:
        last = person + 2 if are_several else person
        return Subject(frame.span_of(at, last), "noun", None, at, last)
    mention = frame.mention(person)
    assert mention is not None
    return Subject(mention.span, "name", mention.entity, at, person)


def _thing_after(frame: Frame, at: int, end: int) -> Subject | None:
    """An organization or country right behind the verb, or a common noun with the name that explains it."""
    name = at + 1 if frame.word(at) in group("determiners") else at
    mention = frame.units[name].mention if name < end else None
    if frame.reads(end, ",", NAME, ("'s", "’s")):
        # "said the University of Westport, Ruritania's chancellor, Jane Roe"
        return None
    if mention and mention.type != "Event" and name + 1 == end:
        return Subject(mention.span, "name", mention.entity, at, name)
    following = frame.mention(end + 1) if frame.word(end) == "," and frame.kind(end + 2) != "word" else None
    if following and following.type == "Person":
        return Subject(following.span, "name", following.entity, at, end + 1)
    is_named = (frame.kind(i) in ("word", "name") and frame.word(i) not in ARTICLES for i in range(at, end))
    return Subject(frame.span_of(at, end - 1), "noun", None, at, end - 1) if any(is_named) else None


def is_mute(frame: Frame, subject: Subject) -> bool:
    """Whether a common noun is the name of a thing that says nothing: "the light", "a banner over the road"."""
    if subject.kind != "noun":
        return False
    head, stops = subject.first, group("prepositions") | group("relatives") | {","}
    while head < subject.last and frame.word(head + 1) not in stops:
        head += 1
    return frame.kind(head) == "word" and frame.word(head) in group("mute")
