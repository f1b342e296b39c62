"""Where a block divides into sentences. A full stop after an abbreviation, in a number or inside a word ends none.

`ENDS` is asked of each end mark, in order: the first rule that knows says where the sentence ends, or that it goes on.
"""

from collections.abc import Callable, Iterator

from generator.language.en.pages.citations import in_citation
from generator.language.en.pages.leads import find_lead
from generator.language.stops import (
    END,
    GOES_ON,
    Stop,
    ellipsis_before_marks,
    french_mark_behind,
    full_stop,
    full_stop_of_another_script,
    german_ordinal,
    glued,
    initial,
    initial_of_another_script,
    mark_or_closed,
    number_of_entry,
    short_before_dash,
    short_before_number,
    short_form,
    small_letter_behind,
    stop_of_no_word,
    title_before,
    who_spoke_behind,
)
from generator.model import Span
from generator.text.rules import Chain, Rule

Find = Callable[[Stop], int | None]


def split_block(text: str, block: Span, language: str = "en") -> list[Span]:
    """The sentences of one block, trimmed of white space; none for white space alone."""
    sentences: list[Span] = []
    start = block.start
    lead = find_lead(text, start)
    # "MOSCOW, June 21. /TASS/." opens the first sentence.
    body = lead.end if lead and lead.end < block.end else start
    for match in END.finditer(text, body, block.end):
        end, _ = _decide(Stop(text, match, start, block.end, language))
        if end != GOES_ON:
            append_trimmed(sentences, text, start, end)
            start = end
    append_trimmed(sentences, text, start, block.end)
    return sentences


def _decide(stop: Stop) -> tuple[int, str]:
    """Where the sentence ends by an end mark, or that it goes on, and the rule that says so."""
    for rule in ENDS:
        end = rule.find(stop)
        if end is not None:
            return end, rule.name
    return stop.place, ""


def append_trimmed(sentences: list[Span], text: str, start: int, end: int) -> None:
    """Append the span without white space at its ends; marks alone go to the sentence before."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if sentences and end - start < 8 and not any(c.isalnum() for c in text[start:end]):
        sentences[-1] = Span(sentences[-1].start, end)
    else:
        sentences.append(Span(start, end))


def inside_citation(stop: Stop) -> int | None:
    """A citation of the law goes on behind the full stops in it."""
    is_inside = stop.is_bare and in_citation(stop.text, Span(stop.place, stop.place))
    return GOES_ON if is_inside else None


def left_out(stop: Stop) -> int | None:
    """What is left out where a sentence begins, "[...] We knew it", belongs to it."""
    before = stop.text[stop.start : stop.match.start()].strip()
    is_opening = before.endswith(("[", "(")) and not any(sign.isalnum() for sign in before)
    return GOES_ON if is_opening and stop.is_marked else None


LANGUAGES = {"German ordinal": "de", "French mark behind": "fr", "initial of another script": "hi"}
"""The language in which a rule is tried, where it is not English."""


def try_end(rule: Rule[Find], text: str) -> Iterator[Span]:
    """All sentences of a text in which a rule decides about an end mark; none where it decides about none."""
    language = LANGUAGES.get(rule.name, "en")
    block, start, is_asked = Span(0, len(text)), 0, False
    for match in END.finditer(text):
        end, name = _decide(Stop(text, match, start, block.end, language))
        is_asked = is_asked or name == rule.name
        start = start if end == GOES_ON else end
    return iter(split_block(text, block, language) if is_asked else ())


ENDS: Chain[Find] = Chain(
    "sentence ends",
    (
        Rule(
            "initial of another script",
            initial_of_another_script,
            ("|\u0921\u0949\u0964 \u0938\u093f\u0902\u0939 \u0928\u0947 \u0915\u0939\u093e\u0964|",),
            ("\u0935\u0947 \u0936\u0939\u0930 \u092e\u0947\u0902 \u0939\u0948\u0902\u0964",),
        ),
        Rule(
            "full stop of another script",
            full_stop_of_another_script,
            ("|会谈没有取消。||将继续进行！||是吗？|", "|هل تعلم؟| |نعم۔|"),
            ("The talks were not called off.",),
        ),
        Rule(
            "left out",
            left_out,
            ("|She came.| |“[...] We knew it,” she said.|", "|It was over.| |[…] Nobody spoke.|"),
            ("She came. We knew it [...] and left.", "She came (at last.) We knew it."),
        ),
        Rule(
            "French mark behind",
            french_mark_behind,
            ("|« Nous partons ? », a dit M. Chauvet.|",),
            ("« Nous partons. » Il est parti.",),
        ),
        Rule(
            "who spoke",
            who_spoke_behind,
            (
                "|“Who will pay for it?” Mr. Poe asked.|",
                "|“We will go.” Mr. Poe said.|",
                "|“Who will pay for it?” Mr. Poe asked?|",
                "|“Is it safe?” Roe, a farmer from the north, asked the court.|",
            ),
            ("“Who will pay?” The minister left the room.", "“We will go.” Poe complained to the police."),
        ),
        Rule(
            "ellipsis before marks",
            ellipsis_before_marks,
            ("|He waited… – and then he left.|",),
            ("He waited… Then he left.", "He waited? – Then he left.", "“He waited…” – Then he left."),
        ),
        Rule(
            "stop of no word",
            stop_of_no_word,
            ("|He left (at last) .| |Then it rained.|",),
            ("He left (at last.) Then it rained.", "He left. Then it rained."),
        ),
        Rule(
            "small letter behind",
            small_letter_behind,
            (
                "|He waited... and then he left.|",
                "|“Will it hold?” she asked.|",
                "|The vote (held on Sunday. and again) was close.|",
            ),
            ("He waited... Then he left.",),
        ),
        Rule(
            "other mark, or closed",
            mark_or_closed,
            (
                "|Who knows?| |Nobody!| |He waited…| |Then he left.|",
                "|“We will go.”| |Nobody went.|",
                "|It ended (at last.)| |All went home.|",
                "|The plan failed.[3]| |Another was made.|",
            ),
            ("It rained. Then it stopped.", "“Will it hold?” she asked."),
        ),
        Rule(
            "inside a citation",
            inside_citation,
            ("|They sued under 42 U.S.C. § 1983.| |They lost.|", "|See Fed. R. Civ. P. 12(b)(6).|"),
            ("It ended in the U.S. Then they left.", "See Id. They left.", "He lost. They sued."),
        ),
        Rule(
            "German ordinal",
            german_ordinal,
            (
                "|Das Museum schließt am 23. Juni.|",
                "|Am 1. Mai kam Friedrich II. von Preußen.|",
                "|Er wohnt im 3. Stock.|",
            ),
            ("Er ist 45. Die Stadt wächst.", "Er las Band 2. Er las Band 3."),
        ),
        Rule(
            "short form before a dash",
            short_before_dash,
            ("|Built in Portland, Ore. — The city closed it.|",),
            ("The city closed its bridge. — The mayor left.",),
        ),
        Rule(
            "number of an entry",
            number_of_entry,
            ("|1. First of all, this is one.|", "|It rained.| |B. Then it stopped.|"),
            ("They won 3. Then they lost.", "He came first. Then she came."),
        ),
        Rule(
            "title before a name",
            title_before,
            ("|Lt. Gen. Karl Ost met Mr. Brown.|", "|WORDS OF GEN. ANNA VALE BEFORE THE COURT|"),
            ("It rained. Brown left.",),
        ),
        Rule(
            "short for a number",
            short_before_number,
            ("|See p. 14, fig. 3 and vol. 2 of the book.|", "|No. 4 won by 2.25 points.|"),
            ("It was fig. Three others left.",),
        ),
        Rule(
            "short form",
            short_form,
            ("|The firm Ost Inc. won against the U.S. Army in Jan. 2020.|",),
            ("He works for Ost Inc. The firm is small.", "They left the U.S. The others stayed."),
        ),
        Rule(
            "initial",
            initial,
            ("|The court heard J. R. Vale and K. Ost.|",),
            ("He came with Vale. Ost left.", "It was plan B. The others stayed."),
        ),
        Rule(
            "glued",
            glued,
            (
                "|The minister spoke on Sunday.||Addressing reporters, he left.|",
                "|It was safe, was it?||The mayor said no.|",
                "|It began in the spring of 2020.||The minister left.|",
                '|They said that it was "done."||The mayor left.|',
                "|They wrote it with Widget.Builder in a week.|",
                "|The site Booking.Com was down all day.|",
            ),
            ("The road was closed. The mayor said so.", "Visit example.com for more of it."),
        ),
        Rule(
            "full stop",
            full_stop,
            ("|It rained.| |It stopped.|", "|It rose by 3.5.| |It fell by 2.|"),
            ("It rained! Who knows?", "He met Mr. Brown", "A version 2.25 and no end mark"),
        ),
    ),
    try_end,
)
