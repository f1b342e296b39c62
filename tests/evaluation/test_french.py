"""The French sentences are whole, and what is found in them is counted as it says there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.french import FILES, HALVES, JUDGES, NOBODY, Case, Mark, list_cases, main, place_of, read_cases, study
from generator.model import Analysis, DateMention, LocalEntity, Mention, Quotation, Role, Span

KINDS = {file: {kind for source, kinds, _ in JUDGES.values() if source == file for kind in kinds} for file in FILES}
LEAST = {"dev": 30, "held-out": 60}


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("file", FILES)
def test_every_annotation_is_verbatim_in_its_sentence(file: str, half: str) -> None:
    """Each file can be read, and names only words of its sentences and kinds of its finding."""
    for case in list_cases(file, half):
        for mark in case.marks:
            assert mark.kind in KINDS[file], mark
            assert all(words in case.text for words in mark.words), mark
            assert all(who in case.text for who in mark.who.split(" or ") if who not in ("", NOBODY)), mark
            assert bool(mark.values) == (mark.kind == "date"), mark


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("file", FILES)
def test_there_are_enough_sentences(file: str, half: str) -> None:
    """At least 30 to tune on and 60 held out; nothing is to be found in a quarter of them."""
    cases = list_cases(file, half)
    empty = [case for case in cases if all(mark.kind in ("no speech", "address") for mark in case.marks)]
    assert len(cases) >= LEAST[half]
    assert 4 * len(empty) >= len(cases)


def test_no_sentence_stands_twice() -> None:
    """What is held out is nowhere to be tuned on."""
    sentences = [case.sentence for half in HALVES for file in FILES for case in list_cases(file, half)]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("file", FILES)
def test_every_sentence_is_read_as_it_stands(file: str, half: str) -> None:
    """Each is the body of its source, and each annotation has its place in the text that is analysed."""
    for case in list_cases(file, half):
        document = study(case).document
        start = document.text.index(case.text)
        body = [block.span for block in document.blocks if block.is_body and block.span.start >= start]
        assert body and (body[0].start, body[-1].end) == (start, start + len(case.text)), case.sentence
        assert all(place_of(mark, document.text, start)[0] >= start for mark in case.marks), case.sentence


@pytest.mark.parametrize("line", ["  Person Jean Morel", "  date: lundi >", "  : lundi"])
def test_a_line_that_is_no_annotation_is_refused(line: str, tmp_path: Path) -> None:
    """A slip of the pen is not passed over."""
    path = tmp_path / "a.txt"
    path.write_text(f"[fr 2025-03-12]\nJean Morel est venu lundi.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not understood"):
        list(read_cases(path))


def test_a_sentence_of_which_nothing_is_said_is_refused(tmp_path: Path) -> None:
    """That nothing is to be found is written down."""
    path = tmp_path / "a.txt"
    path.write_text("[fr 2025-03-12]\nIl pleut.\nIl neige.\n  nothing\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Il pleut"):
        list(read_cases(path))


def find(case: Case, words: str) -> Span:
    """The place of words in the text of a case that was studied."""
    return Span(*place_of(Mark("", "", (words,)), study(case).document.text))


def judge(finding: str, case: Case, **found: object) -> list[str]:
    """The verdicts on what is found in a case."""
    bare = Analysis(study(case).document, "fr", study(case).metadata)
    return [verdict for verdict, _ in JUDGES[finding][2](case, replace(bare, **found))]  # type: ignore[arg-type]


def test_names_are_right_with_their_ends_and_type() -> None:
    """A name that is cut short or of another type is wrong; one that is none is stray."""
    marks = (Mark("Person", "", ("Jean Le Goff",)), Mark("Place", "", ("Lyon",)), Mark("Place", "", ("Sète",)))
    case = Case("fr", "2025-03-12", "Hier, Jean Le Goff a quitté Lyon pour Sète.", marks)
    rows = [("Person", "Le Goff"), ("Place", "Lyon"), ("Place", "Hier")]
    mentions = tuple(Mention(find(case, words), kind, "e1") for kind, words in rows)  # type: ignore[arg-type]
    assert judge("names", case, mentions=mentions) == ["wrong", "right", "missing", "stray"]


def test_an_open_date_may_be_passed_over_and_has_no_value() -> None:
    """A value is wrong where it cannot be known."""
    case = Case("fr-CA", "2025-03-12", "Il a signé le 05/06/2024.", (Mark("date", "", ("05/06/2024",), ("open",)),))
    span = find(case, "05/06/2024")
    assert judge("dates", case) == []
    assert judge("dates", case, dates=(DateMention(span, None, "", "open"),)) == []
    assert judge("dates", case, dates=(DateMention(span, "2024-06-05", "", "stated"),)) == ["wrong"]


def test_a_quotation_needs_its_speaker() -> None:
    """Without a speaker it is missing, with another it is wrong; words that nobody says have none."""
    marks = (Mark("quotation", "Jean Morel", ("Je pars",)), Mark("no speech", "", ("pause",)))
    case = Case("fr", "2025-03-12", "« Je pars », dit Jean Morel à Luc Roy après la « pause ».", marks)
    people = {"e1": "Jean Morel", "e2": "Luc Roy"}
    known = {
        "entities": tuple(LocalEntity(key, "Person", name) for key, name in people.items()),
        "mentions": tuple(Mention(find(case, name), "Person", key) for key, name in people.items()),
    }
    verdicts = {
        speaker: judge("quotations", case, quotations=(Quotation(find(case, "Je pars"), "direct", speaker),), **known)
        for speaker in ("e1", "e2", None)
    }
    assert verdicts == {"e1": ["right"], "e2": ["wrong"], None: ["missing"]}
    odd = Quotation(find(case, "pause"), "fragment", "e1")
    assert judge("quotations", case, quotations=(odd,), **known) == ["missing", "stray"]


def test_a_form_of_address_counts_neither_way() -> None:
    """Roles are compared word by word."""
    marks = (Mark("address", "Anne Roy", ("Me",)), Mark("role", "Anne Roy", ("avocate de la ville",)))
    case = Case("fr", "2025-03-12", "Me Anne Roy, avocate de la ville, a plaidé.", marks)
    roles = tuple(Role(words, find(case, words)) for words in ("Me", "avocate"))
    known = {"mentions": (Mention(find(case, "Anne Roy"), "Person", "e1"),)}
    entities = (LocalEntity("e1", "Person", "Anne Roy", roles=roles),)
    assert judge("roles", case, entities=entities, **known) == ["wrong"]


def test_errors_of_the_held_out_half_are_only_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the list nor the file shows a sentence that is held out, unless it is asked for."""
    mark = Mark("date", "", ("brumaire",), ("1799",))
    few = {half: (Case("fr", "2025-03-12", f"Au temps de brumaire ({half}).", (mark,)),) for half in HALVES}
    monkeypatch.setattr("evaluation.french.list_cases", lambda file, half: few[half] if file == "dates" else ())
    out = tmp_path / "out.json"
    assert main([str(out), "--errors"]) == 0
    told = capsys.readouterr().out
    assert "brumaire (dev)" in told
    assert "(held-out)" not in told + out.read_text(encoding="utf-8")
    assert json.loads(out.read_text(encoding="utf-8"))["figures"]["dates"]["held-out"]["missing"] == 1
    assert main(["--show-held-out"]) == 0
    assert "brumaire (held-out)" in capsys.readouterr().out
