"""How a happening is told: what is only wished for, planned, demanded or called off is none that happened."""

import pytest

from generator.language.en.events.standing import Told, read_standing
from tests.language.en.events.reading import read_happenings


def tell(sentence: str) -> dict[str, Told]:
    """How each happening of a sentence is told, by the word that names it."""
    trees, _, triggers = read_happenings(sentence)
    return {trees.word(trigger.at): read_standing(trees, trigger) for trigger in triggers}


@pytest.mark.parametrize(
    ("sentence", "word", "standing"),
    [
        ("The senator called it a coup to unseat a sitting president.", "unseat", "possible"),
        ("He was punished in 2011 over a plot to kill the ambassador.", "kill", "possible"),
        ("Ann Bell was the first mayor to visit Peru.", "visit", "asserted"),
        ("This was one of the towns to vote against the bill.", "vote", "asserted"),
        ("The mayor said his fascination with dying in battle was clear.", "dying", "possible"),
        ("Some fighters like death better than getting a sentence.", "sentence", "possible"),
        ("She was not successful in winning the election.", "election", "denied"),
        ("The army may assist in the arrest of Max Poe.", "arrest", "possible"),
        ("The army did not assist in the arrest of Max Poe.", "arrest", "asserted"),
        ("The army assisted in the arrest of Max Poe.", "arrest", "asserted"),
        ("The mayor is interested in a meeting with Ann Bell.", "meeting", "possible"),
        ("The nuns were praying for the release of the sailors.", "release", "possible"),
        ("The plan envisaged a meeting in Oslo.", "meeting", "possible"),
        ("Their demands included the release of nine prisoners.", "release", "demanded"),
        ("The riots included an attack on a mosque.", "attack", "asserted"),
        ("They received the first call about the attack at the hall.", "attack", "asserted"),
        ("The virus may have killed two visitors in Norby.", "virus", "possible"),
        ("The virus has killed two visitors in Norby.", "virus", "asserted"),
        ("On a visit to Cork on Tuesday, the minister promised aid.", "visit", "asserted"),
        ("The mayor is to step down, with Tom Arden succeeding her as mayor.", "succeeding", "planned"),
        ("The limits were to be lifted, and schools to reopen.", "reopen", "planned"),
        ("The survey was reportedly to be published in May.", "published", "planned"),
        ("You cannot find a firm that is publishing the songs.", "publishing", "possible"),
        ("They found a firm that is publishing the songs.", "publishing", "asserted"),
        ("It is the method that we used for finding the planets.", "finding", "possible"),
        ("Some of the men have pleaded guilty.", "guilty", "asserted"),
        ("The demands have included dissolving Parliament.", "dissolving", "demanded"),
        ("Kenya will pursue the prosecution of Max Poe.", "prosecution", "planned"),
        ("Critics mocked the misstatement that two guests had died.", "died", "denied"),
        ("Ann Bell asked the mayor to help them in releasing the men.", "releasing", "demanded"),
        ("The mayor was told not to sign the treaty.", "treaty", "possible"),
        ("The pair should not take office.", "office", "possible"),
        ("The pair decided not to sign the treaty.", "treaty", "denied"),
        ("The mayor of Cork was due to stand down in August.", "stand", "planned"),
        ("Tom Arden was accused of killing two men.", "killing", "reported"),
        ("Police heard an allegation that he assaulted a woman.", "assaulted", "reported"),
        ("Tom Arden was held on a charge of murdering a teacher.", "murdering", "reported"),
        ("She has been charged with trying to kill her daughter.", "kill", "possible"),
        ("Many were ready to commit suicide.", "suicide", "possible"),
        ("Tom Arden was not accused of killing two men.", "killing", "possible"),
        ("The allegation that he denied was that Bell killed two men.", "killed", "asserted"),
    ],
)
def test_what_is_over_a_happening_says_whether_it_was(sentence: str, word: str, standing: str) -> None:
    """What leads to a happening leaves it open, demands or denies it; what only goes with it does not."""
    assert tell(sentence)[word].standing == standing


@pytest.mark.parametrize(
    "sentence",
    [
        "The premier had planned a trip to Peru, but cancelled it.",
        "They spoke of the premier's planned trip to Peru, which was cancelled.",
    ],
)
def test_a_trip_that_is_called_off_behind_its_noun_is_called_off(sentence: str) -> None:
    """By a verb joined to that of planning, or by a clause that describes the trip."""
    assert tell(sentence)["trip"] == Told("asserted", "cancelled")
