"""Which short forms of people's names belong to which full name in a document; what is not certain stays apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.analysis.names.forms import Form, Forms
from generator.language.packs import Name
from generator.language.people.cultures import canonical, flatten, split_name
from generator.language.people.short_forms import is_short_for
from generator.language.wording import (
    TITLE_REACH,
    Pronoun,
    classify_person,
    find_kin,
    is_alias,
    pronouns_of_names,
    tells_birth,
)

MOST_NAMESAKES = 40
"""Full names with one word from which a short form counts as unclear without a look at each."""


def join_people(found: Forms) -> Iterator[tuple[int, int]]:
    """Short forms of people's names with the one full name in the document that each fits.

    "Mr." and "Mrs." leave those out whose given name tells otherwise. Who is told to be somebody's relation ("her
    mother, Gloria Morgan Vanderbilt") is not the one with a shorter full name. `found.same` gives for another spelling
    or another name of somebody the first form: both together are one who fits.
    """
    text, forms, same = found.text, found.forms, found.same
    words = index_words(forms)
    for index, form in enumerate(forms):
        if form.type != "Person" or not form.key:
            continue
        fitting = [other for other in find_full(forms, words, index) if fits(text, form, forms[other])]
        longest = [o for o in fitting if not any(is_part(text, forms[o], forms[other]) for other in fitting)]
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


def is_part(text: str, short: Form, full: Form) -> bool:
    """Whether a full name is the short form of a fuller one: "Tom Arden" of "Tom B. Arden"."""
    return is_short_for(short.text, full.text) and fits(text, short, full)


def fits(text: str, short: Form, full: Form) -> bool:
    """Whether nothing in the text speaks against it that a short form names the person."""
    if " " in short.key and (is_relation(text, full) or is_kin(text, full, short)):
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


def join_spellings(found: Forms) -> Iterator[tuple[int, int]]:
    """The same full name in another order or spelling: "Orbán Viktor", "el-Sisi" and "al-Sisi"."""
    first: dict[tuple[str, ...], int] = {}
    for index, form in enumerate(found.forms):
        words = canonical(form.text) if form.type == "Person" and " " in form.key else ()
        if words and (other := first.setdefault(words, index)) != index:
            yield index, other


def pronoun_of(form: Form) -> Pronoun | None:
    """What the form of address or the given name of a full name tells that the person is called."""
    first, _, rest = form.text.partition(" ")
    return form.called or (pronouns_of_names().get(first) if rest else None)


def is_relation(text: str, form: Form) -> bool:
    """Whether a mention follows what the person is to another: "her mother, X", "his son X"."""
    return any(follows_relation(text, name) for name in form.names)


def is_kin(text: str, one: Form, other: Form) -> bool:
    """Whether the text tells one name to be another's relation: "Tom Arden Poe, son of Tom Arden"."""
    starts = {name.span.start for name in other.names}
    return any(find_kin(text, name) in starts for name in one.names)


def follows_relation(text: str, name: Name) -> bool:
    """Whether a word for a relation stands right before the name."""
    words = text[max(0, name.span.start - TITLE_REACH) : name.span.start].split()[-1:]
    return bool(words) and classify_person(words[0].rstrip(",")) == "relation"


def join_aliases(found: Forms) -> Iterator[tuple[int, int]]:
    """Each form that the text calls another name of a person, with the form it is another name of."""
    text, forms, places = found.text, found.forms, found.places
    people = [name for name in found.names if name.type == "Person" and name.span in places]
    joined: dict[int, int] = {}
    for left, right in pairwise(people):
        first, other = places[left.span], places[right.span]
        if first == other or other in joined or not is_alias(text, left, right):
            continue
        if not (tells_birth(text, left, right) and is_shared(forms, other, first)):
            joined[other] = joined.get(first, first)
            yield other, joined[other]


def is_shared(forms: Sequence[Form], surname: int, owner: int) -> bool:
    """Whether a single surname is also that of others in the text: "née Poe" beside "Tom Poe"."""
    word = forms[surname].key
    return " " not in word and any(
        form.key.rpartition(" ")[2] == word for at, form in enumerate(forms) if at not in (surname, owner)
    )
