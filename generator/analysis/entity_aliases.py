"""Who the text says is also called otherwise: "Wang Xiuying, also known as Wang Lili", "Jane Dorran, née Poe"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.analysis.entity_forms import Form
from generator.language import Name

LONGEST = 60
"""Characters between two names of one person, at most."""
HOW = "also|better|best|popularly|commonly|widely|formerly|previously|otherwise|professionally|once|now|then|usually"
KNOWN = rf"(?:(?:more )?(?:{HOW}) )?known (?:simply |now |online |to (?:his|her|their) (?:fans|followers|friends) )?as"
NAMED = "(?:whose )?(?:real|birth|full|legal|given|stage|pen|original|maiden) name(?: is| was|:)?"
UNDER = "(?:under|by) the (?:stage name|pen name|pseudonym|alias|name|nom de guerre)(?: of)?"
DOING = "(?:(?:who )?(?:performs|performed|performing|writes|wrote|writing|sings|sang|singing|publishes|blogs) )?"
GOING = "(?:who goes|who went|going) by(?: the (?:name|stage name))?(?: of)?"
CALLED = "(?:also|commonly|usually|formerly|popularly) called"
ALIAS = re.compile(
    "[ ,(\u2013\u2014-]{0,3}(?:(?:and )?(?:who|he|she|they) (?:is|was|are|were) |(?:is|was) |who's )?"
    rf"(?:{KNOWN}|{CALLED}|a\.?k\.?a\.?,?|alias|n\u00e9e?|formerly|{NAMED}|{GOING}|{DOING}{UNDER}|nom de guerre)"
    "(?: Mr\\.?| Ms\\.?)?(?: the)? ?[\u201c\"'\u2018]?"
)
"""What stands between a name and another of the same person."""
BORN = re.compile(r"(?:,? \(|, | (?:was|is) )born (?:as )?[\u201c\"]?")
"""The same of the name that somebody was given."""
NOT_NAME = re.compile(r"['\u2019]s?\b|-| (?:and|or) [A-Z]")
"""What follows the name of another person: "formerly Jane's friend"."""
BIRTH = ("n\u00e9", "born", "maiden")


def find_aliases(text: str, names: Sequence[Name], forms: Sequence[Form]) -> dict[int, int]:
    """Each form that the text calls another name of a person, with the form it is another name of."""
    places = {name.span: index for index, form in enumerate(forms) for name in form.names}
    people = [name for name in names if name.type == "Person" and name.span in places]
    found: dict[int, int] = {}
    for left, right in pairwise(people):
        between = text[left.span.end : right.span.start]
        first, other = places[left.span], places[right.span]
        if first == other or len(between) > LONGEST or other in found or not is_alias(text, between, right):
            continue
        if any(word in between for word in BIRTH) and is_shared(forms, other, first):
            continue
        found[other] = found.get(first, first)
    return found


def is_alias(text: str, between: str, right: Name) -> bool:
    """Whether these words lead from one name of a person to another of the same."""
    if not (ALIAS.fullmatch(between) or BORN.fullmatch(between)):
        return False
    return NOT_NAME.match(text, right.span.end) is None


def is_shared(forms: Sequence[Form], surname: int, owner: int) -> bool:
    """Whether a single surname is also that of others in the text: "née Poe" beside "Tom Poe"."""
    word = forms[surname].key
    return " " not in word and any(
        form.key.rpartition(" ")[2] == word for at, form in enumerate(forms) if at not in (surname, owner)
    )
