"""Sentences end where they end: abbreviations, numbers and wrapped lines end none."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.packs import find_sentences
from generator.model import Span
from tests.language.reading import lines_of, sentences

WHOLE = [
    "Lt. Gen. Karl Ost met Mr. Brown and Dr. Ann R. Lee of the U.S. Army in Jan. 2020.",
    "It cost 3.5 million on 7.1.2022 and No. 4 won by 2.25 points.",
    "The firm Ost Inc. won against J. R. Vale vs. the state.",
    "The vote (held on Sunday. and again later) was close.",
    "They met at 5 p.m. near St. Anne's.",
    "A line that is wrapped\ngoes on after the break.",
    "no end mark at all",
    "Visit www.example.org or mail a.b@example.org today.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text: str) -> None:
    """Abbreviations, initials, decimals, ellipses before lower case, addresses and list numbers end no sentence."""
    assert sentences(text) == [text]


DIVIDED = [
    "He came from the US. | She did not.",
    "They left the U.S. | The others stayed.",
    "He said “no.” | Then he left.",
    "Who knows? | Nobody! | Really…",
    "MOSCOW, June 21. | /TASS/.",
    "They met in Jan. | It was cold.",
    "He works for Ost Inc. | The firm is small.",
    "会谈没有取消。| 将继续进行！| 是吗？",
    "बैठक रद्द नहीं है। | वे शहर में हैं।",
    "هل تعلم؟ | نعم۔",
]


@pytest.mark.parametrize("text", DIVIDED)
def test_sentences_divide(text: str) -> None:
    """An end mark with the quotation marks and brackets that close after it ends a sentence, in several scripts."""
    parts = [part.strip() for part in text.split("|")]
    joined = ("" if "。" in text else " ").join(parts)
    assert sentences(joined) == parts


SPOKEN = [
    "“Who will pay for it?” Poe, 92, said.",
    "“Long live the coast!” Poe said to cheers.",
    "“Who will pay?” the minister, who had voted against it, asked.",
    '"Who will pay?" Minister of Works Jane Roe told reporters on Monday.',
    "“What a day!” Lt. Gen. Karl Ost exclaimed.",
    "“Why now?” Kano police spokesman Max Poe asked in a statement.",
    "“Who knows…” Poe said with a smile.",
    "“Is that all?” Rep. Jane Roe (D-Ore.) asked during the hearing.",
    "“Where were they?” Roe told the court as the judge listened.",
    "“Where were they?” Roe asked the three judges.",
    "“Stop!” Roe, however, shouted at him.",
    "“Enough!” Roe later told the BBC.",
    "“Was it fair?” Roe said when she was asked about it.",
    "“Why?” I asked.",
    "“Who pays?” The minister asked.",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_a_sentence_goes_on_with_who_said_it(text: str) -> None:
    """Words behind a closing mark that only tell who spoke, where and to whom belong to the quotation."""
    assert sentences(text) == [text]


SPOKEN_NO_MORE = [
    "“Who will pay?” | The minister left the room.",
    "“Is it safe?” | Poe said the bridge was closed.",
    "“Is it safe?” | Poe said that it was.",
    "“Is it safe?” | Poe said on Monday that the bridge was closed.",
    "“Is it safe?” | Mr. Poe said he did not know.",
    "“I will not pay.” | Poe complained to the police.",
    "“We will go.” | Poe said the road was closed.",
    "“We will go.” | Poe, 92, said the road was closed.",
    "“We will go.” | He said in May that he would stay.",
    "“Is it safe?” | Poe said: “Yes, it is.”",
    "“Is it safe?” | Poe told the court he was innocent.",
    "“Who pays?” | Poe asked the council to vote again.",
    "“Stop!” | Poe left the room and shouted at the guard.",
    "“Who pays?” | Critics say the town will.",
    "“Who pays?” | Questions like these, Poe said, are asked often.",
    "“Is it safe?” | Poe pledged to pay.",
    "“Is it safe?” | On Monday Poe said the road was closed.",
    "He called it “a mess.” | Poe said in a letter it was not.",
    "“Who pays?” | Then he left.",
    "“Stop!” | Max Poe shouted the name of the dog and left.",
    "“We will go.” | In a statement, Poe said no.",
    "“Who?” | Poe said, “I do not know.”",
    "“Why now?” | Poe answered the question with a long list.",
    "“We go.” | Poe added three names to the list.",
    "“It is new.” | He said, in a letter of May, “nobody knew it.”",
]


@pytest.mark.parametrize("text", SPOKEN_NO_MORE)
def test_what_is_told_behind_a_quotation_is_a_sentence(text: str) -> None:
    """Behind a closing mark a sentence begins that tells something of its own, be it with a verb of saying."""
    parts = [part.strip() for part in text.split("|")]
    assert sentences(" ".join(parts)) == parts


GLUED = [
    "The road was closed.|The mayor said so.",
    "They chose him for vice president.|In the Green Party, many left.",
    "“We will go.”|The minister left.",
    "He called it “a bad plan.”|The mayor left.",
    "The council met today.|A man was hurt.",
    'They said that it was "done."|The mayor left.',
    'They met at noon.|"We will go," he said.',
]


@pytest.mark.parametrize("text", GLUED)
def test_glued_sentences_divide(text: str) -> None:
    """A sentence begins right behind an end mark between a word in lower case, or a year, and a capital."""
    assert sentences(text.replace("|", "")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "He served in the U.S.Army for years.",
        "Visit example.com for more of it.",
        "It was the v2.Beta release of the tool.",
        "They wrote it with Node.js in a week.",
        "They met at 6 p.m.Tuesday in the hall.",
        "The class named Widget.Builder is gone now.",
        "Ask Mr.Poe about the new road.",
        "He lives in St.Kitts with a dog.",
        "See www.Example.Org for the rest.",
    ],
)
def test_a_full_stop_inside_a_name_divides_nothing(text: str) -> None:
    """Short forms, addresses, versions and names of software are whole."""
    assert sentences(text) == [text]


ABROAD = {
    "en": [
        "Smt. Usha Kelkar and Engr. Ngozi Ibe met Barr. Tunde Coker.",
        "PORTLAND, Ore. — The city closed its bridge.",
        "Lagos, U.S. – The city closed it.",
        "He is No. 5 on the list of Art. 3 cases.",
        "The team from St. Kitts won.",
        "J. R. Vale jr. Poe won.",
        "Shri. Poe met Md. Rahman.",
        "He waited … and left.",
    ],
    "de": [
        "Die 5. Kammer des Gerichts gab ihr recht.",
        "Er sah den 2. Vorsitzenden z. B. im Rat.",
        "Das kostet ca. 3 Mio. Euro, sagte Hr. Brandes.",
        "„Wer zahlt?“ fragte Brandes.",
        "Ludwig XIV. Nachfolger kam.",
        "Das war bzw. Ende der Frist.",
        "Er ist 45. | Die Stadt wächst.",
        "„Wir gehen.“ | Danach ging er.",
        "Er kam 2021. | Der Rat tagte.",
        "»Wir gehen.« | Danach ging er.",
        "Sie kommt am 11. | Die Sitzung beginnt.",
        "Er las Band 2. | Er las Band 3.",
    ],
    "fr": [
        "M. Chauvet a dit craindre « une attente sans fin ».",
        "Mgr. Dupont vit M. Le Goff.",
        "« Nous partons. » | Il est parti.",
        "« Qui paie ? » | La maire est partie.",
        "« Oui ! » | Elle rit.",
    ],
    "es": ["El Sr. Pardo y la Sra. Ruiz viven en EE.UU. desde mayo.", "La Dra. Ruiz llegó."],
    "it": ["Il sig. Rossi vide il dott. Bianchi. | Poi rise."],
    "pt": ["O Sr. Pardo e a Sra. Reis chegaram. | O porto fechou."],
    "nl": ["Volgens dhr. Bakker en mevr. Smit sluit de haven. | Dat is nieuw."],
    "ar": ["قال جون إف. كينيدي ذلك."],
    "hi": ["डॉ. सिंह ने कहा।"],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in ABROAD.items() for text in texts])
def test_short_forms_and_ordinals_of_each_language(language: str, text: str) -> None:
    """Titles, states, German ordinals, French marks and initials in other scripts end no sentence."""
    parts = [part.strip() for part in text.split("|")]
    assert sentences(" ".join(parts), language) == parts


def test_no_sentence_crosses_two_blocks() -> None:
    """Each block is divided by itself, with or without an end mark."""
    text = "First block\n\nsecond block. Third"
    found = [span.of(text) for span in find_sentences(text, lines_of(text), "en")]
    assert found == ["First block", "second block.", "Third"]


def test_stray_marks_belong_to_the_sentence_before() -> None:
    """Marks without a letter or digit are no sentence of their own."""
    assert sentences("It is over. . .") == ["It is over. . ."]


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab C.?!…\n\"”')。।0", max_size=40), max_size=4))
def test_spans_are_ordered_trimmed_and_cover_every_letter(blocks: list[str]) -> None:
    """Sentences lie in their blocks, in order, without white space at their ends, and lose no letter."""
    text = "\n\n".join(blocks)
    spans, at = [], 0
    for block in blocks:
        spans.append(Span(at, at + len(block)))
        at += len(block) + 2
    found = find_sentences(text, spans, "en")
    assert list(found) == sorted(found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert all(any(block.holds(span) for block in spans) for span in found)
    assert "".join("".join(s.of(text) for s in found).split()) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", "a", "a.", "A. ", "“", "(", "?", "…", "'", "a.b", "Mr. ", "[1]", "\u3002"])
def test_long_monotonous_texts_go_through(unit: str) -> None:
    """Twenty thousand times the same characters give sentences without losing one."""
    text = unit * (20_000 // len(unit))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
