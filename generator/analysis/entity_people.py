"""Which short forms of people's names belong to which full name in a document; what is not certain stays apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.analysis.entity_forms import Form
from generator.analysis.pronouns import TITLE_REACH, Pronoun, pronouns_of_names
from generator.language import Name
from generator.text.names import is_short_for
from generator.text.person_nouns import classify_person

MOST_NAMESAKES = 40
"""Full names with one first or last word from which a short form counts as unclear without a look at each."""


def join_people(text: str, forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Short forms of people's names with the one full name in the document that each fits.

    "Mr." and "Mrs." leave those out whose given name tells otherwise. Who is told to be somebody's relation ("her
    mother, Gloria Morgan Vanderbilt") is not the one with a shorter full name.
    """
    ends = index_ends(forms)
    for index, form in enumerate(forms):
        if form.type != "Person" or not form.key:
            continue
        last = form.key.split()[-1]
        if len(ends[last]) > MOST_NAMESAKES:
            continue
        full = [other for other in ends[last] if is_short_for(form.text, forms[other].text)]
        if " " in form.key.strip():
            full = [other for other in full if not is_relation(text, forms[other])]
        full = [other for other in full if form.called is None or pronoun_of(forms[other]) in (form.called, None)]
        longest = [other for other in full if not any(is_short_for(forms[other].text, forms[o].text) for o in full)]
        if len(longest) == 1:
            yield index, longest[0]


def index_ends(forms: Sequence[Form]) -> Mapping[str, list[int]]:
    """The full names by each of their first and last words."""
    ends: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        words = form.key.split()
        if form.type == "Person" and len(words) > 1:
            for word in {words[0], words[-1]}:
                ends[word].append(index)
    return ends


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
