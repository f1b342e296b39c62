"""Opinions of courts: who is cited is no name of the text, and judges are written in capitals."""

import re

from generator.language.en.names.steps import Step, drop, lay
from generator.language.en.pages.citations import in_citation, is_party
from generator.language.name import Name
from generator.model import Span
from generator.text.rules import Rule
from generator.text.spans import Spans


def _is_cited(text: str, name: Name) -> bool:
    return in_citation(text, name.span) or is_party(text, name.span)


CITED: Rule[Step] = Rule(
    "in a citation of the law",
    drop(_is_cited),
    yes=(
        "We said so in Quay Co. v. <P |Dunne|>, 410 U.S. 113 (1973).",
        "They sued under 42 <L |U.S.C.|> § 1983.",
        "It was dismissed under <O |Fed. R.|> Civ. P. 12(b)(6).",
        "<P |Ibid.|>",
    ),
    no=("The <L U.S.> navy left.", "In Roe v. <P Wade> the court spoke.", "<P Ann Dunne> left."),
    reason="Who is cited is not who is written of; a case that is told without a citation is.",
)
_JUDGE = re.compile(
    r"\b(?:(?:MR\. |CHIEF )?JUSTICE|JUDGE) (?P<name>[A-Z][A-Z’'-]{1,20}(?: [A-Z]\.)?(?: [A-Z][A-Z’'-]{1,20})?)"
    r"(?=,? (?:delivered|announced|filed|joins?|joined|concurr|dissent|took|with whom)|,? \()"
)
_INITIAL = re.compile(
    r"(?m)^(?P<name>[A-Z][A-Z’'-]{2,20}), (?:C\. )?J\., (?:delivered|announced|filed|concurring|dissenting)"
)


def _find_judges(text: str, read: Spans[Name]) -> list[Name]:
    found = [match for pattern in (_JUDGE, _INITIAL) for match in pattern.finditer(text)]
    return sorted(Name(Span(*match.span("name")), "Person", rule=JUDGE_NAME) for match in found)


JUDGE_NAME = "judge of an opinion"
JUDGE: Rule[Step] = Rule(
    JUDGE_NAME,
    lay(_find_judges),
    yes=(
        "JUSTICE |PELL|, with whom JUSTICE |ONO| joins, dissenting.",
        "<P JUSTICE |PELL|> delivered the opinion.",
        "|PELL|, J., dissenting.",
    ),
    no=("JUSTICE FOR ALL", "JUSTICE IS DONE, HE SAID", "Justice Pell left."),
    reason="Reports of courts write the names of judges in capitals.",
)
