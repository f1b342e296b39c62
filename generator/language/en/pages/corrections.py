"""Lines in which a medium says that it has corrected an article: of the article, not of the news."""

from generator.language.en.pages.lines import Finder, find_first, try_lines, whole
from generator.text.rules import Chain, Rule

_NOUN = (
    r"(?:article|story|report|post|piece|column|headline|interview|review|obituary|analysis|feature|item|page|"
    r"(?:photo |picture )?caption|photograph|subheading|transcript|explainer)"
)
_HEAD = (
    r"(?:(?:[Cc]orrections?|CORRECTIONS?|[Cc]larifications?|CLARIFICATIONS?|[Ee]ditor[’']?s[’']? [Nn]ote|"
    r"EDITOR[’']?S[’']? NOTE)"
    r"(?: \([^()\n]{1,60}\)|,? [A-Z][\w.]{2,9} \d{1,2}(?:, \d{4})?)?(?: ?[:—–]| -) ?)?"
)
_BEFORE = r"[\[(*•]{0,2} ?"
_VERSION = r"(?:[Aa]n earlier|[Aa] previous|[Tt]he original|[Aa]n original|[Aa] prior|[Aa]n initial)"


def _line(pattern: str) -> Finder:
    """Finds a paragraph that begins so; nothing shows where a correction ends but its paragraph."""
    return whole(rf"{_BEFORE}{pattern}[^\n]{{0,900}}")


CORRECTIONS: Chain[Finder] = Chain(
    "corrections",
    (
        Rule(
            "this article was amended",
            _line(
                rf"{_HEAD}(?:[Tt]his|[Tt]he) {_NOUN}(?: above| below)? (?:was|has been) (?:further )?"
                r"(?:amended|corrected|clarified|revised)(?= (?:on|at|to|in|since|after|because)\b|[.,;])"
            ),
            yes=(
                "|This article was amended on 3 May 2021 to correct the spelling of a name.|",
                "|Correction: this story has been corrected to say that the pier is in Holm.|",
                "|[Editor’s note: The headline was amended on 4 May 2021.]|",
            ),
            no=(
                "The law was amended on 3 May 2021 to close the pier.",
                "She said this article was amended on 3 May 2021.",
                "The report was amendedly long.",
            ),
        ),
        Rule(
            "an earlier version",
            _line(
                rf"{_HEAD}(?:{_VERSION}) version of this {_NOUN} (?:\w{{1,20}} ){{0,2}}?(?:misstated|misspelled|"
                r"misspelt|misidentified|mischaracterised|mischaracterized|misquoted|misattributed|incorrectly|wrongly|"
                r"mistakenly|erroneously|inaccurately|said|stated|gave|referred|reported|suggested|listed|named|"
                r"described|used|included|contained)\b"
            ),
            yes=(
                "|An earlier version of this story misstated the depth of the harbour.|",
                "|Correction (5 May 2021): A previous version of this article gave a wrong name.|",
                "|CORRECTION: The original version of this report incorrectly said that two ships sank.|",
            ),
            no=(
                "An earlier version of this bill said that ports pay.",
                "He had read an earlier version of this story.",
                "An earlier version of this story, he recalled, made his mother laugh.",
            ),
        ),
        Rule(
            "correction with its subject",
            _line(
                r"(?:Corrections?|CORRECTIONS?|Clarifications?|CLARIFICATIONS?)(?: \([^()\n]{1,60}\))?(?: ?[:—–]| -) ?"
                rf"(?=[^\n]{{0,400}}\b(?:(?:this|our) (?:[\w-]{{1,20}} )?{_NOUN}|we regret|"
                r"should have (?:said|read|been)|misstated|misspelled|incorrectly)\b)"
            ),
            yes=(
                "|Correction: In our report of Monday the mayor was called Bo Ek. We regret the error.|",
                "|CLARIFICATION: The ship should have been called a ferry.|",
            ),
            no=(
                "CORRECTION: The mayor was there.",
                "Correction: markets fall, the report says.",
                "Correction: a market falls by a tenth.",
                "Corrections in this article were many.",
            ),
            reason="News may begin with the word too: a word on the article or the mistake must stand behind it.",
        ),
    ),
    try_lines,
)
"""Each finds a whole paragraph."""


def is_correction(words: str) -> bool:
    """Whether a paragraph says that the article was corrected."""
    return find_first(CORRECTIONS, words) is not None
