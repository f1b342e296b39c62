"""Who denies, refuses, demands or holds what: the rules, and what they find in a text.

Each is asked of each word of the body; the first that finds something at a word is right.
"""

from collections.abc import Callable, Iterator

from generator.language.en.persons import resolve_pronoun
from generator.language.en.speech.speakers import Hearing
from generator.language.en.speech.trying import read_frames_of
from generator.language.en.stances.demands import (
    demands_of,
    demands_thing,
    does_not_yield,
    finds_unacceptable,
    refuses_demand,
    refuses_to,
)
from generator.language.en.stances.denials import (
    denies_all,
    denies_claim,
    denies_clause,
    denies_deed,
    denies_it,
    denies_which,
    disagrees,
)
from generator.language.en.stances.holding import accuses, blames, has_fears, holds_clause, owns_claim
from generator.language.en.stances.phrases import Draft, span_of_phrase
from generator.language.en.stances.words import list_first
from generator.language.frames import Context
from generator.language.trees import Trees
from generator.model import Mention, Span, Stance
from generator.text.rules import Chain, Rule

Find = Callable[[Trees, int], Draft | None]


def find_stances(hearing: Hearing) -> tuple[Stance, ...]:
    """Who denies, refuses, demands or holds what, in the order of the text. Nothing that stands in quotation marks."""
    context, trees = hearing.context, hearing.context.trees
    speakers = {voice.statement.cue.start: voice.entity for speech in hearing.speeches for voice in speech.voices}
    found = []
    for at in range(len(trees.tokens)):
        place = trees.start(at)
        if trees.lower(at) not in list_first() or context.passages.at(place) or not context.sentences.at(place):
            continue
        rule, draft = ask(trees, at)
        if draft and rule:
            found.append(make_stance(context, draft, speakers.get(place), rule.name))
    return tuple(found)


def ask(trees: Trees, at: int) -> tuple[Rule[Find] | None, Draft | None]:
    """The first rule that finds something at a word, with what it finds."""
    for rule in STANCES:
        if draft := rule.find(trees, at):
            return rule, draft
    return None, None


def make_stance(context: Context, draft: Draft, speaker: str | None, rule: str) -> Stance:
    """A stance with those who are named in it."""
    trees = context.trees
    cue = trees.tokens[draft.cue].span
    holder = span_of_phrase(trees, draft.holder) if draft.holder is not None else None
    holders = find_named(context, (draft.holder,) if draft.holder is not None else ())
    if not holders and holder is not None:
        who = speaker or resolve_pronoun(context.text, holder, context.sentences, context.unquoted, context.called)
        holders = (who,) if who else ()
    return Stance(
        sentence=context.sentences.index_by(cue.start),
        act=draft.act,  # type: ignore[arg-type]  # the rules know the four acts
        cue=cue,
        span=draft.content,
        holder=holder,
        holders=holders,
        against=find_named(context, draft.against),
        against_spans=tuple(span_of_phrase(trees, word) for word in draft.against),
        is_bare=draft.is_bare,
        rule=rule,
    )


def find_named(context: Context, words: tuple[int, ...]) -> tuple[str, ...]:
    """Whom some words and those joined to them name, each once: "the United States and NATO"."""
    trees, found = context.trees, list[str]()
    for word in words:
        for head in (word, *trees.having(word, "conj")):
            mention = context.mentions.at(trees.start(head)) or _beside(context, head)
            if mention:
                found.append(mention.entity)
    return tuple(dict.fromkeys(found))


def _beside(context: Context, head: int) -> Mention | None:
    """The name beside a noun that says what it is: "the minister Ann Bell"."""
    trees = context.trees
    if trees.pos(head) not in ("NOUN", "PROPN"):
        return None
    for child in trees.having(head, "appos", "flat", "nmod:desc"):
        mention = context.mentions.at(trees.start(child))
        if mention and mention.type in ("Person", "Organization"):
            return mention
    inside = context.mentions.inside(span_of_phrase(trees, head))
    persons = [mention for mention in inside if mention.type == "Person"]
    return persons[0] if len(persons) == 1 and not trees.having(head, "nmod:poss", "conj") else None


def try_stance(rule: Rule[Find], text: str) -> Iterator[Span]:
    """What a rule finds to be held, denied, refused or demanded in a text."""
    context, _ = read_frames_of(text)
    for at in range(len(context.trees.tokens)):
        if draft := rule.find(context.trees, at):
            yield draft.content


STANCES: Chain[Find] = Chain(
    "stances",
    (
        Rule(
            "denies what a clause says",
            denies_clause,
            (
                "Halden Motors denied that |it knew of the fault|.",
                "Halden Motors denied |having known of the fault|.",
                "Halden Motors has always denied |it knew of the fault|.",
            ),
            (
                "Halden Motors did not deny that it knew of the fault.",
                "Halden Motors may deny that it knew of the fault.",
                "Halden Motors denied, saying that it knew of no fault.",
                "Halden Motors denied the claims, saying that it knew of no fault.",
            ),
        ),
        Rule(
            "denies a deed",
            denies_deed,
            (
                "The ministry denied |any involvement in the attack|.",
                "Ann Bell denied |wrongdoing|.",
                "Ann Bell denied |all knowledge of the plan|.",
            ),
            (
                "The ministry denied Ann Bell access to the port.",
                "The ministry denied any visa to the crew.",
                "Ann Bell was denied bail.",
                "Congress denied funding for the wall.",
            ),
        ),
        Rule(
            "denies a claim",
            denies_claim,
            (
                "Moscow has refuted the claims of |attack|.",
                "Ann Bell dismissed |the allegations| on Monday.",
                "|The charge| was denied by Ann Bell.",
                "The ministry rejected reports that |it had closed the port|.",
                "Kenya dismissed |the claim| from Berlin as groundless.",
            ),
            (
                "The judge dismissed the lawsuit.",
                "The board rejected the offer.",
                "Ann Bell did not deny the allegations.",
                "The ministry denied a claim for asylum.",
            ),
            "The last is no claim that something is so.",
        ),
        Rule("denies it", denies_it, ("Ann Bell denied |it|.",), ("Ann Bell denied him.", "Ann Bell may deny it.")),
        Rule(
            "denies, with no word for what",
            denies_all,
            ("Tom Arden accused Ann Bell of fraud. Ann Bell |denied|, saying that she was away.",),
            ("Ann Bell denied it.", "Ann Bell was denied.", "Ann Bell denied that she was away."),
        ),
        Rule(
            "disagrees",
            disagrees,
            (
                "Ann Bell |disagreed|.",
                "Ann Bell disagreed with |these findings|.",
                "Ann Bell disagreed with |Tom Arden|.",
            ),
            (
                "Ann Bell did not disagree.",
                "Ann Bell and Tom Arden disagreed.",
                "Ann Bell disagreed on the date.",
                "Ann Bell disagreed with the crowd.",
            ),
        ),
        Rule(
            "which is denied",
            denies_which,
            (
                "Tom Arden claims |Ann Bell asked for money|, which she denied.",
                "|Tom Arden was accused of fraud|, which he denied.",
            ),
            ("The claim which Ann Bell denied was old.",),
        ),
        Rule(
            "refuses a demand",
            refuses_demand,
            (
                "Spain and Kenya have refused to agree to |key demands of Chile|.",
                "The mayor rejected |the union's demand|.",
                "The mayor rejected calls by Ann Bell |to resign|.",
                "The board turned down |the offer|.",
                "Ann Bell declined Tom Arden's offer |to resign|.",
            ),
            (
                "The mayor accepted the union's demand.",
                "The mayor rejected the claims.",
                "The mayor refused to leave.",
                "The mayor may reject the demand.",
            ),
        ),
        Rule(
            "does not yield to a demand",
            does_not_yield,
            ("Ann Bell did not accede to |the union's demands|.", "The board never accepted |the offer|."),
            ("Ann Bell acceded to the union's demands.", "Ann Bell did not meet the crowd."),
        ),
        Rule(
            "refuses to do something",
            refuses_to,
            ("The mayor refused |to resign|.", "The board ruled out |selling the port|."),
            (
                "The mayor declined to comment.",
                "The mayor refused to accept the union's demand.",
                "The mayor did not refuse to resign.",
            ),
        ),
        Rule(
            "finds a demand unacceptable",
            finds_unacceptable,
            (
                "Ann Bell said that |the demands of Chile| are unacceptable.",
                "Ann Bell asserted that some of |the demands| presented by Chile are simply non-starters.",
            ),
            (
                "Ann Bell said that the demands are not unacceptable.",
                "Ann Bell said that the noise is unacceptable.",
            ),
        ),
        Rule(
            "demands of somebody",
            demands_of,
            (
                "Ann Bell urged the board |to close the port|.",
                "Chile has called on Spain |to stop the ships|.",
            ),
            (
                "Ann Bell was urged to leave.",
                "Ann Bell told the board that the port was closed.",
                "Ann Bell may urge the board to resign.",
                "Ann Bell left the board to rest.",
            ),
        ),
        Rule(
            "demands a thing",
            demands_thing,
            (
                "Chile has also demanded |guarantees from Spain|.",
                "The union demanded that |the board resign|.",
                "Ann Bell called for |a vote|.",
            ),
            (
                "The plan may demand patience.",
                "Ann Bell called the board.",
            ),
        ),
        Rule(
            "holds what a clause says",
            holds_clause,
            ("The union feared that |the port would close|.", "Ann Bell alleges that |Tom Arden took money|."),
            ("The union did not fear that the port would close.", "The union feared Tom Arden."),
        ),
        Rule(
            "has fears",
            has_fears,
            ("The union has fears that |the port would close|.",),
            ("The union has fears.", "The fears that the port would close are old."),
        ),
        Rule(
            "accuses",
            accuses,
            (
                "Ann Bell accused Tom Arden of |taking money|.",
                "Ann Bell accused the board of |fraud|.",
                "Ann Bell accused Halden Motors of |hiding a fault|.",
            ),
            ("Tom Arden was accused of fraud.", "Ann Bell did not accuse Tom Arden of fraud."),
        ),
        Rule(
            "blames",
            blames,
            ("Ann Bell blamed the board for |the fire|.",),
            ("The board was blamed for the fire.", "Ann Bell blamed the board."),
        ),
        Rule(
            "whose claim it is",
            owns_claim,
            ("Ann Bell's claim that |the board took money| was read out.",),
            ("Her fears grew.", "The claim that the board took money is old."),
        ),
    ),
    try_stance,
)
"""The first rule that finds something at a word is right."""
