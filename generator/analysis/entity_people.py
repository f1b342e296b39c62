"""Which short forms of people's names belong to which full name in a document; what is not certain stays apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.analysis.entity_forms import Form
from generator.analysis.pronouns import TITLE_REACH, Pronoun, pronouns_of_names
from generator.language import Name
from generator.text.name_cultures import canonical, flatten, split_name
from generator.text.person_names import is_short_for
from generator.text.person_nouns import classify_person

MOST_NAMESAKES = 40
"""Full names with one word from which a short form counts as unclear without a look at each."""


def join_people(text: str, forms: Sequence[Form], same: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Short forms of people's names with the one full name in the document that each fits.

    "Mr." and "Mrs." leave those out whose given name tells otherwise. Who is told to be somebody's relation ("her
    mother, Gloria Morgan Vanderbilt") is not the one with a shorter full name. `same` gives for another spelling or
    another name of somebody the first form: both together are one who fits.
    """
    words = index_words(forms)
    for index, form in enumerate(forms):
        if form.type != "Person" or not form.key:
            continue
        fitting = [other for other in find_full(forms, words, index) if fits(text, form, forms[other])]
        longest = [o for o in fitting if not any(is_short_for(forms[o].text, forms[f].text) for f in fitting if f != o)]
        owners = {same.get(other, other) for other in longest}
        if len(owners) == 1:
            yield index, longest[0]


def find_full(forms: Sequence[Form], words: Mapping[str, Sequence[int]], index: int) -> Iterator[int]:
    """The forms that a form can be short for; none where too many have its last word."""
    short = forms[index]
    parts = flatten(split_name(short.text))
    sharing = words.get(parts[-1], ()) if parts else ()
    if len(sharing) > MOST_NAMESAKES:
        return
    if short.text.isupper() and " " not in short.text:
        sharing = [*sharing, *words.get(short.text, ())]
    yield from (other for other in sharing if other != index and is_short_for(short.text, forms[other].text))


def fits(text: str, short: Form, full: Form) -> bool:
    """Whether nothing in the text speaks against it that a short form names the person."""
    if " " in short.key and is_relation(text, full):
        return False
    return short.called is None or pronoun_of(full) in (short.called, None)


def index_words(forms: Sequence[Form]) -> Mapping[str, list[int]]:
    """The full names by each of their words, and by their first letters: "AMLO"."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        words = flatten(split_name(form.text))
        if form.type == "Person" and len(words) > 1:
            for word in dict.fromkeys(words):
                found[word].append(index)
            if len(words) > 2:
                found["".join(word[0] for word in words).upper()].append(index)
    return found


def join_spellings(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The same full name in another order or spelling: "Orbán Viktor", "el-Sisi" and "al-Sisi"."""
    first: dict[tuple[str, ...], int] = {}
    for index, form in enumerate(forms):
        words = canonical(form.text) if form.type == "Person" and " " in form.key else ()
        if words and (other := first.setdefault(words, index)) != index:
            yield index, other


def pronoun_of(form: Form) -> Pronoun | None:
    """What the given name of a full name tells that the person is called."""
    first, _, rest = form.text.partition(" ")
    return pronouns_of_names().get(first) if rest else None


def is_relation(text: str, form: Form) -> bool:
    """Whether a mention follows what the person is to another: "her mother, X", "his son X"."""
    return any(follows_relation(text, name) for name in form.names)


def follows_relation(text: str, name: Name) -> bool:
    """Whether a word for a relation stands right before the name."""
    words = text[max(0, name.span.start - TITLE_REACH) : name.span.start].split()[-1:]
    return bool(words) and classify_person(words[0].rstrip(",")) == "relation"
