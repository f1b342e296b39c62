"""What a question asks for, and which sentences answer it."""

import json
from pathlib import Path

import pytest

from evaluation.answers import asking
from generator.build import study
from generator.cli.ask import ask_lines
from generator.linking import link
from generator.model import Library, Source
from generator.rendering.answers import answer
from generator.rendering.answers.questions import called, read_question, stem
from generator.rendering.catalog import Catalog, make_catalog
from tests.rendering.shelf import SETTINGS

TEXTS = {
    "ferry": "Harbour trust stops ferries\n\n3 March 2025\n\n“We will not sail in this ice,” said Tessa Marlin, the "
    "chief executive of the Orrin Trust. The last ferry left Westhaven on 1 March 2025. Some 900 people met Marlin in "
    "Leeds. Owen Karr demanded more money.\n",
    "port": "A port reopens\n\n8 May 2025\n\nOwen Karr met Lidia Voss in York on 7 May 2025. Voss denied that she "
    "would resign.\n",
}
LIVES = {
    "talks": "Border talks\n\n3 March 2025\n\nWestern ministers fear an attack on Peru. Moscow has refuted these "
    "claims. The ministers said Moscow was late. Chile rejected the demands of Moscow on Monday.\n",
    "hale": "Singer Rob Hale dead at 80\n\n8 May 2025\n\nRob Hale died at his home in Leeds on 6 May 2025. Hale was "
    "born in Cork on 2 April 1945. Police denied that Max Poe had died.\n",
}


@pytest.fixture(scope="module")
def lives() -> Catalog:
    """Denials in other words than those of a question, a birth and a death."""
    studies = [study(Source(f"{n}.txt", n, t.encode()), summary_sentences=3).analysis for n, t in LIVES.items()]
    return make_catalog(link([analysis for analysis in studies if analysis]), SETTINGS, "file")


@pytest.fixture(scope="module")
def library() -> Library:
    """Two briefs."""
    sources = [Source(f"{name}.txt", name, text.encode()) for name, text in TEXTS.items()]
    studies = [study(source, summary_sentences=3).analysis for source in sources]
    return link([analysis for analysis in studies if analysis])


@pytest.fixture(scope="module")
def catalog(library: Library) -> Catalog:
    """The same, turned round."""
    return make_catalog(library, SETTINGS, "file")


def told(catalog: Catalog, question: str) -> list[tuple[str, str, str]]:
    """Of each answer its kind, the words in it that answer, and the beginning of its sentence."""
    found: list[tuple[str, str, str]] = []
    for one in answer(catalog, question).answers:
        analysis = catalog.briefs[one.brief].analysis
        text = analysis.document.text
        words = "; ".join(evidence.span.of(text) for evidence in one.words)
        found.append((one.kind, words, analysis.sentences[one.sentence].of(text)[:16]))
    return found


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What did Marlin say about the ice?", ("quotation", "We will not sail in this ice,", "“We will not sai")),
        ("Who is Tessa Marlin?", ("role", "the chief executive of the Orrin Trust", "“We will not sai")),
        ("When did the last ferry leave Westhaven?", ("sentence", "1 March 2025", "The last ferry l")),
        ("When did Karr meet Lidia Voss?", ("event", "7 May 2025", "Owen Karr met Li")),
        ("Where did Karr meet Voss?", ("event", "York", "Owen Karr met Li")),
        ("Who met Voss?", ("event", "Owen Karr", "Owen Karr met Li")),
        ("How many people met Marlin?", ("sentence", "Some 900 people", "Some 900 people ")),
        ("What did Voss deny?", ("claim", "she would resign", "Voss denied that")),
    ],
)
def test_a_question_word_asks_for_its_finding(catalog: Catalog, question: str, first: tuple[str, str, str]) -> None:
    """Who, when, where, how many and what somebody said or denied: the best answer has what was asked set off."""
    kind, words, start = told(catalog, question)[0]
    assert (kind, start) == (first[0], first[2])
    assert first[1].removeprefix("the ") in words or words in first[1]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What has Moscow denied?", ("claim", "these claims", "Moscow has refut")),
        ("What did Chile reject?", ("claim", "the demands of Moscow", "Chile rejected t")),
        ("What did Chile refuse?", ("claim", "the demands of Moscow", "Chile rejected t")),
        ("When did Rob Hale die?", ("event", "6 May 2025", "Rob Hale died at")),
        ("When was the death of Hale?", ("event", "6 May 2025", "Rob Hale died at")),
        ("When was Hale born?", ("event", "2 April 1945", "Hale was born in")),
    ],
)
def test_what_is_asked_may_be_told_in_other_words(lives: Catalog, question: str, first: tuple[str, str, str]) -> None:
    """Who refuted has denied, and whose death is told died."""
    kind, words, start = told(lives, question)[0]
    assert (kind, start) == (first[0], first[2]) and words.startswith(first[1])


@pytest.fixture(scope="module")
def deals() -> Catalog:
    """A purchase and an arrest in other words than those of a question, and the ages of two."""
    text = (
        "Brewer sells out\n\n8 May 2025\n\nHalden Motors acquired the brewery Sollin on Monday. Police in Leeds "
        "detained Max Poe on Tuesday. Rob Hale, 83, founded Sollin in 1970. Mira Lund, who led Sollin, was 61. Rob "
        "Hale and Mira Lund spoke of 30 lean years.\n"
    )
    analysis = study(Source("deal.txt", "deal", text.encode()), summary_sentences=3).analysis
    assert analysis
    return make_catalog(link([analysis]), SETTINGS, "file")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Who bought Sollin?", ("Halden Motors", "Halden Motors ac")),
        ("Who was arrested in Leeds?", ("Max Poe", "Police in Leeds ")),
        ("How old is Rob Hale?", ("83", "Rob Hale, 83, fo")),
        ("How old was Mira Lund?", ("61", "Mira Lund, who l")),
    ],
)
def test_who_bought_who_was_arrested_and_how_old(deals: Catalog, question: str, first: tuple[str, str]) -> None:
    """Who acquired has bought; "who was arrested" asks for him to whom it was done; an age is no other number."""
    _, words, start = told(deals, question)[0]
    assert (words, start) == first


def test_the_age_of_one_is_not_that_of_another(deals: Catalog) -> None:
    """A number of years that is no age is none, and who is asked for must be the one whom the sentence names."""
    assert all(words in ("", "83") for _, words, _ in told(deals, "How old is Rob Hale?"))
    assert all(words != "83" for _, words, _ in told(deals, "How old is Max Poe?"))


@pytest.mark.parametrize("question", ["What has Peru denied?", "When did Moscow die?", "When did Rob Hale marry?"])
def test_what_another_denied_or_met_with_is_no_answer(lives: Catalog, question: str) -> None:
    """The denial of one is none of another, nor is his death."""
    assert not [kind for kind, *_ in told(lives, question) if kind != "sentence"]


@pytest.mark.parametrize(
    "question", ["When did the volcano erupt?", "Who met Omar Nasser?", "What did Karr say about whales?", "", "who?"]
)
def test_no_sentence_is_better_than_a_wrong_one(catalog: Catalog, question: str) -> None:
    """Where no sentence holds what is asked there is no answer."""
    assert not told(catalog, question)


def test_a_name_is_known_by_each_of_its_forms(library: Library) -> None:
    """In any case; a common word only with its capital, a function word only in capitals."""
    known = called(library.entities) | {("us",): frozenset({"usa"}), ("price",): frozenset({"den-price"})}
    names = [read_question(text, known).names for text in ("who met lidia voss", "what did Voss say", "who told us")]
    assert [len(found) for found in names] == [1, 1, 0]
    assert names[0] == names[1]
    assert read_question("What did the US say about the price?", known).names == (frozenset({"usa"}),)
    assert read_question("Who is Price?", known).names == (frozenset({"den-price"}),)


def test_forms_of_a_word_are_one() -> None:
    """By its endings, and irregular verbs by their list; others stay apart."""
    for forms in ("demand demands demanded demanding", "meet met meets meeting", "city cities"):
        assert len({stem(word) for word in forms.split()}) == 1, forms
    assert len({stem(word) for word in ["news", "new", "port", "party", "part"]}) == 5


def test_answers_as_json_and_as_lines(library: Library) -> None:
    """Each with its file, its sentence and its page; absolute where the site has an address."""
    (text,) = ask_lines(library, SETTINGS, "Who met Voss?", limit=1, as_json=True)
    done = json.loads(text)
    (found,) = done["answers"]
    assert done["asked"] == "who" and done["names"] == [["Lidia Voss"]]
    assert (found["path"], found["number"], found["date"]) == ("port.txt", 1, "2025-05-07")
    assert found["page"] == "briefs/port.html#s1"
    lines = list(ask_lines(library, SETTINGS, "Who met Voss?", limit=1, as_json=False))
    assert lines[0].startswith("1. Owen Karr met") and "port.txt, sentence 1" in " ".join(lines)
    assert list(ask_lines(library, SETTINGS, "volcano?", limit=1, as_json=False)) == [
        "No sentence of a source answers this."
    ]


def test_the_questions_and_texts_of_the_evaluation(library: Library, tmp_path: Path) -> None:
    """Thirty questions, each with words of a text; what is found is told with its place."""
    questions = asking.load_questions()
    asking.write_texts(tmp_path / "seeds")
    texts = [file.read_text(encoding="utf-8") for file in (tmp_path / "seeds").iterdir()]
    assert len(questions) == 30 and len(texts) == 22
    assert all(any(right in text for text in texts) for right in questions.values())
    (asked,) = asking.ask_all(library, SETTINGS, {"Who met Voss?": "met Lidia Voss"})
    assert asked.rank == 1
