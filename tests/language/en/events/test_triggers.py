"""The words that tell a happening: their form, the word on which arguments hang, and where one happening is one."""

from generator.language.en.events.kinds import load_definitions, load_table
from generator.language.en.events.triggers import Trigger, find_triggers
from generator.language.trees import Trees, read_trees
from generator.model import Mention, Span


def read(text: str) -> tuple[Trees, list[Mention]]:
    trees = read_trees(text, [Span(0, len(text))])
    return trees, [Mention(name.span, name.type, "") for name in trees.reading.names]


def find(text: str) -> list[tuple[str, str, str, str]]:
    """Each trigger: kind, form, words, the word on which its arguments hang."""
    trees, names = read(text)
    return [tell(trees, trigger) for trigger in find_triggers(trees, names)]


def tell(trees: Trees, trigger: Trigger) -> tuple[str, str, str, str]:
    words = " ".join(trees.word(word) for word in trigger.words)
    return trigger.kind, trigger.form, words, trees.word(trigger.head)


def test_a_light_verb_and_its_noun_are_one_happening() -> None:
    """ "Held talks", "talks were held", "the talks took place": the arguments hang on the verb."""
    assert find("The ministers held talks in Lima on Friday.") == [("meeting", "light", "held talks", "held")]
    assert find("The talks were held in Lima on Friday.") == [("meeting", "light", "talks held", "held")]
    assert find("The talks took place in Lima.") == [("meeting", "light", "talks took place", "took")]
    assert find("A bomber carried out an attack on Friday.") == [("attack", "light", "carried out attack", "carried")]


def test_coordinated_triggers_are_two() -> None:
    """Each verb of "was arrested and charged" tells a happening of its own."""
    found = find("The banker was arrested on Friday and charged with fraud.")
    assert [kind for kind, *_ in found] == ["arrest", "charge"]


def test_a_noun_under_a_verb_of_its_kind_is_no_second_happening() -> None:
    """ "Signed an agreement" is one; "announced the resignation" is two of different kinds."""
    assert [kind for kind, *_ in find("Peru and Chile signed an agreement on Friday.")] == ["agreement"]
    assert [kind for kind, *_ in find("The signing of the treaty took place in Lima.")] == ["agreement"]
    found = find("The premier announced the dismissal of the minister on Friday.")
    assert [kind for kind, *_ in found] == ["statement", "dismissal"]


def test_a_killing_by_a_told_happening_is_its_outcome() -> None:
    """The dead of an attack or a storm are told of it; a killing of its own is a death."""
    assert [kind for kind, *_ in find("Gunmen attacked a village on Sunday, killing nine people.")] == ["attack"]
    assert [kind for kind, *_ in find("The earthquake killed nine people on Sunday.")] == ["disaster"]
    assert [kind for kind, *_ in find("Nine people were killed on Sunday.")] == ["death"]


def test_a_word_of_a_name_tells_nothing() -> None:
    """Bodies and streets are called after happenings."""
    assert find("The Election Commission has nine members.") == []
    assert find("She lives near the War Office in Protest Street.") == []


def test_a_headline_leaves_articles_out() -> None:
    """In a line without an end mark the present tells what was, and a bare noun is one happening."""
    assert find("Bus overturns near Cork") == [("accident", "verb", "overturns", "overturns")]
    assert [kind for kind, *_ in find("Nine hurt in bus crash near Cork")] == ["accident"]
    assert find("Crashes hurt people.") == []


def test_only_a_span_is_looked_through() -> None:
    """Triggers outside the span are not told."""
    text = "The minister resigned on Friday. Police arrested nine people."
    trees, names = read(text)
    found = find_triggers(trees, names, Span(0, 32))
    assert [trigger.kind for trigger in found] == ["resignation"]


def test_every_kind_is_defined_and_has_words() -> None:
    """A kind of any section has its line of definition, and each is told by some word."""
    table = load_table()
    senses = [sense for part in (table.verbs, table.nouns, table.phrases) for own in part.values() for sense in own]
    assert {sense.kind for sense in senses} == set(load_definitions())
    assert all(text.endswith(".") and len(text) < 160 for text in load_definitions().values())


def test_a_word_that_only_counts_a_noun_stands_for_it() -> None:
    """ "Held a round of talks" is carried as "held talks" is; "went on strike" and "is on strike" are one happening."""
    assert find("They held a fresh round of talks in Lima on Friday.") == [("meeting", "light", "held talks", "held")]
    assert find("The porters have been on strike since Monday.") == [("strike", "noun", "strike", "strike")]


def test_of_a_phrase_each_way_is_told() -> None:
    """The ways between strokes are phrases of their own."""
    assert find("The chain fell into administration on Tuesday.")[0][:2] == ("bankruptcy", "light")
    assert find("The chain slipped into receivership on Tuesday.")[0][:2] == ("bankruptcy", "light")
    assert find("The chain fell into disrepair on Tuesday.") == []


def test_what_a_law_text_lays_down_is_no_happening() -> None:
    """ "Shall", "no person may" and what a bill is to do tell nothing; what a plan is to do is planned."""
    assert find("The council shall meet twice a year.") == []
    assert find("No person may be arrested without a warrant.") == []
    assert find("A bill to require voting by mail is popular.") == []
    assert [kind for kind, *_ in find("The firm drew up a plan to cut 200 jobs.")] == ["layoffs"]


def test_what_is_told_of_anybody_is_no_happening() -> None:
    """ "If you are dying" and "every voter who wants to vote" tell of no certain person."""
    assert find("If you are dying, call a doctor.") == []
    assert find("The office helped every voter who wanted to vote.") == []
    assert find("Leaving them to die is a grave mistake.") == []
    assert [kind for kind, *_ in find("The minister will go if he is arrested on Friday.")] == ["arrest"]
