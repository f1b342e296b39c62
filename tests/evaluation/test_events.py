"""The sentences with happenings are whole, and what is found in them is counted as it says there."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from evaluation.events.__main__ import Outcome, main, summarize
from evaluation.events.judging import Verdict, judge
from evaluation.events.sentences import NEVER, NO_DAY, SETS, Case, list_cases, locate, read_case, read_cases, study
from generator.model import Analysis, Argument, DateMention, LocalEvent, Span
from generator.text.edtf import is_edtf

SENTENCE = "Ann Bell met the Dutch envoy, who was late, in Oslo on May 3, and 14 people were arrested."
MEETING = "  meeting: met | 2022-05-03 | happened | agent: Ann Bell; partner/agent: Dutch envoy; place?: Oslo"
LEAST = {"dev": 200, "held-out": 200, "unseen": 40}
ARREST = "  arrest: arrested | - | happened | arrested: 14 people"


@pytest.mark.parametrize("name", SETS)
def test_every_annotation_is_verbatim_in_its_sentence(name: str) -> None:
    """Each set can be read, and names only words of its sentences; a day is EDTF."""
    for case in list_cases(name):
        for wanted in case.happenings:
            words = [*wanted.triggers, *(words for part in wanted.parts for words in part.words)]
            within = [wanted.within] if wanted.within else []
            assert all(locate(case.sentence, one) for one in words + within), wanted
            assert all(is_edtf(day) for day in wanted.days if day not in (NO_DAY, NEVER)), wanted


@pytest.mark.parametrize("name", SETS)
def test_half_of_the_sentences_are_decoys(name: str) -> None:
    """In four or more of ten there is nothing to find."""
    cases = list_cases(name)
    assert len(cases) >= LEAST[name]
    assert 10 * sum(not case.happenings for case in cases) >= 4 * len(cases)


def test_no_sentence_stands_twice() -> None:
    """What is held out is nowhere to be tuned on."""
    sentences = [case.sentence for name in SETS for case in list_cases(name)]
    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(
    "line", ["  meet: met | - | happened", "  meeting: met", "  meeting: met | - | happened | who: Bell"]
)
def test_a_line_that_is_no_annotation_is_refused(line: str, tmp_path: Path) -> None:
    """A slip of the pen is not passed over."""
    path = tmp_path / "a.txt"
    path.write_text(f"[plain]\nBell met them.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not understood"):
        list(read_cases(path))
    with pytest.raises(ValueError, match="nothing is said"):
        read_case("", "It rained.", [])


@cache
def bare() -> Analysis:
    """A text in which nothing happens yet."""
    return replace(study(SENTENCE), events=(), dates=())


def find(words: str) -> Span:
    """The place of words in the text."""
    return Span(*locate(bare().document.text, words)[0])


def judge_found(*events: LocalEvent, gold: tuple[str, ...] = (MEETING,)) -> list[Verdict]:
    """What becomes of what is found, where the date is the first."""
    dates = (DateMention(find("May 3"), "2022-05-03", "2022-05-03", "stated"),)
    return judge(read_case("", SENTENCE, list(gold)), replace(bare(), events=events, dates=dates))


def met(*arguments: tuple[str, str]) -> LocalEvent:
    """A meeting with arguments."""
    told = tuple(Argument(role, find(words)) for role, words in arguments)  # type: ignore[arg-type]
    return LocalEvent(0, 0, kind="meeting", trigger=find("met"), arguments=told)


@pytest.mark.parametrize(
    ("arguments", "missing", "stray"),
    [
        ((("agent", "Ann Bell"), ("partner", "Dutch envoy")), 0, 0),
        ((("agent", "Bell"), ("agent", "the Dutch envoy"), ("place", "Oslo")), 0, 0),
        ((("agent", "Ann Bell"), ("partner", "Dutch envoy, who was late")), 1, 1),
        ((("agent", "Ann Bell"), ("patient", "Dutch envoy")), 1, 1),
        ((("agent", "Ann Bell"), ("partner", "Dutch")), 1, 1),
        ((("agent", "Ann Bell"),), 1, 0),
    ],
)
def test_an_argument_is_right_with_its_role_and_head(
    arguments: tuple[tuple[str, str], ...], missing: int, stray: int
) -> None:
    """No clause more, no modifier for the whole; what counts neither way may be there."""
    (verdict,) = judge_found(met(*arguments))
    assert (len(verdict.missing), len(verdict.stray)) == (missing, stray)


def test_a_quantity_is_right_by_its_measure() -> None:
    """The same words told as a patient too count neither way."""
    people = Argument("quantity", find("14 people"), measure="arrested")
    twice = (Argument("patient", find("14 people")), people)
    told = [
        LocalEvent(0, None, kind="arrest", trigger=find("arrested"), arguments=arguments)
        for arguments in (twice, (replace(people, measure="killed"),))
    ]
    assert [judge_found(one, gold=(ARREST,))[0].arguments_right for one in told] == [True, False]


def test_days_may_be_assumed_only_where_none_is_stated() -> None:
    """And not where none may be."""
    event = LocalEvent(0, None, kind="arrest", trigger=find("arrested"), assumed="2022-05-06")
    assert judge_found(event, gold=(ARREST,))[0].day_right
    assert judge_found(event, gold=(ARREST.replace("| - |", "| none |"),))[0].day_wrong
    assert judge_found(replace(event, date=0, assumed=None), gold=(ARREST,))[0].day_wrong
    assert judge_found(replace(met(), date=None, assumed="2022-05-06"))[0].day_wrong


def test_what_is_denied_is_no_fact() -> None:
    """It is counted where it is told as happened."""
    gold = (MEETING.replace("happened", "denied"),)
    told = [replace(met(), standing=standing) for standing in ("asserted", "denied", "counterfactual", "possible")]
    verdicts = [judge_found(one, gold=gold)[0] for one in told]
    assert [verdict.told_as_fact for verdict in verdicts] == [True, False, False, False]
    assert [verdict.standing_right for verdict in verdicts] == [False, True, True, False]


def test_a_part_hangs_under_its_happening() -> None:
    """Where the text says so, and nowhere else."""
    arrest = LocalEvent(0, None, kind="arrest", trigger=find("arrested"), within=0)
    for line, right in ((ARREST, False), (f"{ARREST} | in met", True)):
        assert judge_found(met(), arrest, gold=(MEETING, line))[1].within_right is right


def test_the_figures() -> None:
    """One of the wrong kind and one in a decoy are wrong; what is not found is missed."""
    rows = judge_found(met(("agent", "Ann Bell")), replace(met(), kind="visit"), gold=(MEETING, ARREST))
    decoy = Outcome(Case("", "It rained.", ()), (Verdict(None, met()),))
    figures = summarize([Outcome(Case("", SENTENCE, tuple(v.wanted for v in rows if v.wanted)), tuple(rows)), decoy])
    names = ("wanted", "found", "kind right", "arguments right", "days right", "decoys", "decoys taken")
    assert [figures[name] for name in names] == [2, 3, 1, 0, 1, 1, 1]


def test_errors_of_what_is_held_out_are_only_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the list nor the file shows a sentence that is held out, unless it is asked for."""
    lines = ["  wedding: mood | - | happened"]
    few = {name: (read_case("plain", f"The mood was {name}.", lines),) for name in ("dev", "held-out")}
    monkeypatch.setattr("evaluation.events.__main__.SETS", tuple(few))
    monkeypatch.setattr("evaluation.events.__main__.list_cases", few.__getitem__)
    out = tmp_path / "out.json"
    assert main([str(out), "--errors"]) == 0
    told = capsys.readouterr().out
    assert "mood was dev" in told
    assert "mood was held-out" not in told + out.read_text(encoding="utf-8")
    assert json.loads(out.read_text(encoding="utf-8"))["figures"]["held-out"]["wanted"] == 1
    assert main(["--show-held-out"]) == 0
    assert "mood was held-out" in capsys.readouterr().out


def test_a_set_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    """What is meant as the name of a set is not written to."""
    with pytest.raises(SystemExit):
        main(["dev"])
    assert "--set" in capsys.readouterr().err
