"""Whether a word tells of one happening, or some, and not of such happenings as a sort, a habit or an ability."""

from functools import cached_property

from generator.language.en.events.kinds import load_class
from generator.language.en.events.slots import OBJECTS, Slots
from generator.language.trees import SUBJECTS, Trees

_DEPTH = 3
"""Steps down from a predicate within which its date stands."""
_OTHERS = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "conj", "parataxis"})
"""Relations of what has a date of its own."""
_ENDS = ".!?"
_CLOSING = "\"'”’)]"
_FINITE = ("root", "conj", "parataxis", "acl:relcl", "advcl", "ccomp")


class Told:
    """Asks of the words of one text."""

    def __init__(self, slots: Slots) -> None:
        self.trees: Trees = slots.trees
        self.slots = slots
        self._headlines: dict[int, bool] = {}

    @cached_property
    def _telling_verbs(self) -> frozenset[str]:
        """Verbs that tell of their subject that it happens, and what it did."""
        return load_class("=start") | load_class("=spread") | load_class("=havoc")

    def is_told_verb(self, at: int) -> bool:
        """Whether a verb tells of a happening."""
        return not (
            self._is_order(at)
            or self._is_timeless(at)
            or self._is_ability(at)
            or self._is_bare_behind_noun(at)
            or self._is_purpose(at)
            or self._is_liked(at)
            or self._is_law_text(at)
            or self._is_of_anybody(at)
            or self._is_general_subject(at)
        )

    def is_told_noun(self, at: int) -> bool:
        """Whether a noun tells of a happening."""
        trees = self.trees
        determiners = {trees.lower(word) for word in trees.having(at, "det")}
        if (
            determiners & load_class("=dismissive")
            or self._is_rate(at)
            or "your" in trees.words_having(at, "nmod:poss")
        ):
            return False
        if trees.relation(at) == "xcomp" or self._is_of_sort(at) or self._is_in_timeless(at):
            return False
        is_free_to = trees.relation(at) == "obj" and self._is_liked(trees.head(at))
        if self._is_asked_by_law(at) or is_free_to:
            return False
        if determiners & load_class("=pointing") or trees.having(at, "nmod:poss"):
            return True
        is_some = bool(determiners & load_class("=indefinite")) or bool(trees.having(at, "nummod"))
        is_likened = not {"as", "into", "like", "than"}.isdisjoint(trees.words_having(at, "case"))
        return not is_likened if is_some else self._is_told_bare(at)

    def is_carried_told(self, at: int, verb: int) -> bool:
        """Whether a noun with its light verb tells of a happening."""
        determiners = {self.trees.lower(word) for word in self.trees.having(at, "det")}
        return self.is_told_verb(verb) and not determiners & (load_class("=dismissive") - {"no"})

    def is_headline(self, at: int) -> bool:
        """Whether a word stands in a line without an end mark: there the present tells of what was, articles lack."""
        sentence = self.trees.tokens[at].sentence
        if sentence not in self._headlines:
            text = self.trees.reading.sentences[sentence].of(self.trees.text).rstrip().rstrip(_CLOSING)
            self._headlines[sentence] = not text.endswith((*_ENDS, *_CLOSING))
        return self._headlines[sentence]

    def _is_order(self, at: int) -> bool:
        """Whether a verb tells somebody to do something: "Visit our website"."""
        trees = self.trees
        is_first = at == 0 or trees.pos(at - 1) == "PUNCT" or not trees.is_one_sentence(at - 1, at)
        is_main = trees.relation(at) in ("root", "parataxis") or (is_first and trees.relation(at) == "ccomp")
        return (
            is_main
            and trees.lower(at) in self.slots.table.bare
            and not trees.having(at, *SUBJECTS, "aux", "mark", "aux:pass")
        )

    def _is_timeless(self, at: int) -> bool:
        """Whether a verb tells what is so at all times: "meets every Monday", "can arrest anyone"."""
        trees = self.trees
        helpers = set(trees.words_having(at, "aux", "aux:pass"))
        if "can" in helpers or "cannot" in helpers or self._is_habit(at):
            return True
        if self._is_why(at) and not helpers and not self._is_dated(at):
            return True
        if "may" in helpers and "not" in trees.words_having(at, "advmod") and not self._is_dated(at):
            # "May not vote in federal elections".
            return True
        if "may" in helpers and load_class("=anyone") & set(trees.words_having(at, *SUBJECTS)):
            return True
        if self.is_headline(at) or self._is_dated(at):
            return False
        if self._is_in_general_clause(at) or self._is_beside_general(at):
            return True
        if self.slots.is_infinitive(at):
            return False
        if helpers & {"is", "are", "does", "do"}:
            # "Is charged in forty minutes"; not "is being held", "is holding".
            return not trees.lower(at).endswith("ing") and "being" not in helpers
        is_finite = trees.relation(at) in _FINITE and not helpers
        marks = set(trees.words_having(at, "mark"))
        is_content = trees.relation(at) == "ccomp" and marks == {"that"}
        return is_finite and self._is_present(at) and (is_content or not marks)

    def _is_general_subject(self, at: int) -> bool:
        """Whether a verb is what is said to be so, or in it: "leaving them to die is a mistake"."""
        trees = self.trees
        while trees.relation(at) == "xcomp" and trees.head(at) != at:
            at = trees.head(at)
        return trees.relation(at) in ("csubj", "csubj:pass")

    def _is_why(self, at: int) -> bool:
        """Whether a verb in the present tells why or how something is so: "theories on why more birds die at sea"."""
        is_why = not {"why", "how"}.isdisjoint(self.trees.words_having(at, "advmod", "mark"))
        return is_why and self.trees.lower(at) in self.slots.table.present

    def _is_in_general_clause(self, at: int) -> bool:
        """Whether a verb in the present says when something is so at all times: "once I marry, I am free"."""
        trees, over = self.trees, self.trees.head(at)
        opening = {*trees.words_having(at, "mark"), *trees.words_having(at, "advmod")}
        if trees.relation(at) != "advcl" or opening.isdisjoint(load_class("=whenever")) or trees.having(at, "aux"):
            return False
        helpers = {*trees.words_having(over, "cop", "aux", "aux:pass")}
        is_open = bool(helpers & {"is", "are", "'s", "’s", "am", "can"}) or (not helpers and self._is_present(over))
        return is_open and self._is_present(at) and not self._is_dated(over)

    def _is_beside_general(self, at: int) -> bool:
        """Whether a verb without a tense goes with what is done to all: "are removed after being convicted"."""
        trees = self.trees
        while trees.relation(at) == "conj" and trees.head(at) < at and not trees.subjects_of(at):
            at = trees.head(at)
        over = trees.head(at)
        if trees.relation(at) != "advcl" or trees.subjects_of(at) or not trees.having(over, "aux:pass"):
            return False
        return bool({"is", "are"} & set(trees.words_having(over, "aux:pass"))) and self._is_timeless(over)

    def _is_present(self, at: int) -> bool:
        """Whether a finite verb is in the present; joined to another, it has the helpers of that."""
        trees = self.trees
        if trees.relation(at) == "conj" and trees.having(trees.head(at), "aux", "mark"):
            return False
        is_asked = "how" in trees.words_having(at, "advmod", "mark")
        if trees.relation(at) == "ccomp" and trees.lower(at) in self.slots.table.bare and not is_asked:
            # "Demanded that he resign."
            return False
        return trees.lower(at) in self.slots.table.present

    def _is_law_text(self, at: int) -> bool:
        """Whether a verb tells what a law text lays down: "the council shall meet", "a bill to require voting"."""
        trees = self.trees
        subjects = trees.having(at, *SUBJECTS)
        helpers = set(trees.words_having(at, "aux"))
        is_named = any(word in self.slots.types for word in subjects)
        is_first = any(trees.lower(word) in ("i", "we") for word in subjects)
        is_laid_down = "shall" in helpers and not (is_named or is_first or self._is_dated(at))
        determiners = {trees.lower(det) for word in subjects for det in trees.having(word, "det")}
        is_of_all = bool(helpers & {"may", "must", "should"}) and bool(determiners & load_class("=dismissive"))
        return is_laid_down or is_of_all or self._is_asked_by_law(at)

    def _is_of_anybody(self, at: int) -> bool:
        """Whether a verb tells of no certain person: "if you are dying", "every voter who wants to vote"."""
        trees = self.trees
        subjects = set(trees.words_having(at, *SUBJECTS))
        is_if_you = "if" in trees.words_having(at, "mark") and "you" in subjects
        near = subjects | {trees.lower(word) for word in trees.children[at]}
        is_at_all_times = self._is_made_of_you(at) or self._is_what_you_do(at)
        if is_if_you or near & load_class("=whoever") or is_at_all_times:
            return True
        clause = trees.head(at) if trees.relation(at) == "xcomp" else at
        noun = trees.head(clause) if trees.relation(clause) == "acl:relcl" else clause
        is_each = not {"every", "any"}.isdisjoint(trees.words_having(noun, "det"))
        return noun != clause and is_each and not self._is_dated(at)

    def _is_what_you_do(self, at: int) -> bool:
        """Whether a verb tells what anybody does: "in Lima, you go visit the shrines"."""
        trees, over = self.trees, self.trees.head(at)
        verb = over if trees.relation(at) == "xcomp" and trees.lower(over) == "go" else at
        is_of_some = trees.relation(at) == "acl:relcl" and trees.lower(over) in load_class("=someone")
        if is_of_some and trees.words_having(at, "nsubj") == ["you"]:
            # "For somebody you just met".
            return True
        is_told = trees.relation(verb) in ("root", "conj", "advcl") and not trees.having(verb, "aux", "mark")
        return is_told and trees.words_having(verb, "nsubj") == ["you"] and trees.lower(at) in self.slots.table.present

    def _is_made_of_you(self, at: int) -> bool:
        """Whether a verb tells what "you" are made or let do: "they make you sign a contract"."""
        trees, over = self.trees, self.trees.head(at)
        return trees.relation(at) == "xcomp" and "you" in trees.words_having(over, "obj", "iobj")

    def _is_asked_by_law(self, at: int) -> bool:
        """Whether a word stands in what a bill is to do: "a bill to require voting by mail"."""
        trees = self.trees
        for _ in range(_DEPTH):
            head = trees.head(at)
            is_told_of = trees.relation(at) == "acl" and (
                self.slots.is_infinitive(at) or trees.lower(at).endswith("ing")
            )
            if is_told_of and trees.lower(head) in load_class("@statute"):
                return True
            if head == at or trees.relation(at) not in ("obj", "xcomp", "acl", "ccomp", "conj"):
                return False
            at = head
        return False

    def _is_habit(self, at: int) -> bool:
        """Whether a verb tells what is done again and again: "every five years", "on Mondays"."""
        trees = self.trees
        if any(trees.lower(word) in load_class("=habit") for word in trees.having(at, "advmod")):
            return True
        for word in trees.having(at, "obl", "obl:unmarked"):
            lower = trees.lower(word)
            near = [word, *trees.having(word, "nmod", "nmod:unmarked")]
            is_each = any(trees.lower(det) in ("every", "each") for at in near for det in trees.having(at, "det"))
            if is_each or (lower.endswith("days") and lower[:-1] in load_class("=time")):
                return True
        return False

    def _is_dated(self, at: int) -> bool:
        """Whether a time stands in what hangs on a predicate."""
        level = [at]
        for _ in range(_DEPTH + 1):
            if any(self._is_time(word) for word in level):
                return True
            children = (below for word in level for below in self.trees.children[word])
            level = [below for below in children if self.trees.relation(below) not in _OTHERS]
        return False

    def _is_time(self, word: int) -> bool:
        """Whether a word names a day, month or year, or another time that is pointed at: "next week"."""
        text, trees = self.trees.lower(word).rstrip("."), self.trees
        if text in load_class("=time"):
            return trees.pos(word) not in ("AUX", "VERB")
        if text in load_class("=span"):
            return bool(set(trees.words_having(word, "det", "amod")) & load_class("=which"))
        # "The 2018 elections" date nothing that is told of them.
        return len(text) == 4 and text.isdigit() and trees.relation(word) != "compound"

    def _is_ability(self, at: int) -> bool:
        """Whether a verb tells what somebody may do: "the right to protest"."""
        trees = self.trees
        is_led_to = trees.lower(at).endswith("ing") or self.slots.is_infinitive(at)
        return trees.relation(at) == "acl" and is_led_to and trees.lower(trees.head(at)) in load_class("@ability")

    def _is_bare_behind_noun(self, at: int) -> bool:
        """Whether a verb in the bare form only describes a noun: "the president elect"."""
        trees = self.trees
        if trees.relation(at) == "acl" and trees.lower(trees.head(at)) in load_class("=anyone"):
            # "Just about everyone publishing videos".
            return True
        is_bare = trees.lower(at) in self.slots.table.bare and not trees.having(at, *SUBJECTS, "aux", "mark")
        return trees.relation(at) == "acl" and is_bare

    def _is_purpose(self, at: int) -> bool:
        """Whether a verb tells what something else is for: "candles to protect crops"; not what is agreed to be done:
        "agreed on Monday to buy it"."""
        is_agreed = self.trees.lower(self.trees.head(at)) in load_class("=agreeing")
        return self.trees.relation(at) == "advcl" and self.slots.is_infinitive(at) and not is_agreed

    def _is_liked(self, at: int) -> bool:
        """Whether a verb only tells what somebody likes or is free to do: "enjoys meeting them", "eligible to vote"."""
        trees = self.trees
        while trees.relation(at) == "conj" and not trees.subjects_of(at) and trees.head(at) < at:
            # "Likes meeting people and signing books".
            at = trees.head(at)
        over = trees.lower(trees.head(at))
        is_let = trees.relation(at) == "xcomp" and over in load_class("=letting")
        is_led_to = trees.relation(at) in ("xcomp", "advcl", "ccomp") and self.slots.is_infinitive(at)
        is_entitled = is_led_to and (over in load_class("=entitled") or self._is_likelier(trees.head(at)))
        return is_let or is_entitled or (trees.relation(at) == "xcomp" and over in load_class("=liking"))

    def _is_likelier(self, over: int) -> bool:
        """Whether a word tells how often something is: "more likely to die"."""
        is_likely = self.trees.lower(over) in load_class("=likely")
        return is_likely and not {"more", "less", "most", "least"}.isdisjoint(self.trees.words_having(over, "advmod"))

    def _is_of_sort(self, at: int) -> bool:
        """Whether a noun only says of what sort another is: "a ban on strikes", "the risk of a strike"."""
        trees = self.trees
        is_below = trees.relation(at) == "nmod" and not trees.having(at, "nmod:poss")
        is_office = trees.lower(trees.head(at)) in load_class("@office") and not trees.having(at, "det", "nummod")
        # "The envoy for trade talks".
        is_for = is_office and not {"for", "to", "on"}.isdisjoint(trees.words_having(at, "case"))
        return is_below and (is_for or trees.lower(trees.head(at)) in load_class("@sort"))

    def _is_rate(self, at: int) -> bool:
        """Whether a number of them is told of any time: "3,000 visits a day"."""
        trees = self.trees
        near = [*trees.having(at, "nmod:unmarked"), *trees.having(trees.head(at), "obl:unmarked")]
        return any("a" in trees.words_having(word, "det") and trees.lower(word) in load_class("=span") for word in near)

    def _is_in_timeless(self, at: int) -> bool:
        """Whether what is told of a noun holds at all times: "strikes are rare", "a strike costs money"."""
        trees, head = self.trees, self.trees.head(at)
        cops = trees.words_having(at, "cop")
        if cops and self._is_being(at):
            return False
        if cops:
            if trees.words_having(at, "det") != ["the"] and not trees.having(at, "nmod:poss", "acl", "acl:relcl"):
                return not self._is_time(at)
            is_plain = not trees.having(at, "amod", "nmod", "acl", "acl:relcl", "nmod:poss")
            return "are" in cops or ("is" in cops and is_plain and not self._is_dated(at))
        if trees.relation(at) not in (*SUBJECTS, *OBJECTS, "obl") or self.is_headline(at) or self._is_dated(head):
            return False
        helpers = {*trees.words_having(head, "cop", "aux:pass", "aux"), trees.lower(head)}
        if trees.relation(at) in SUBJECTS and helpers & {"is", "are", "'s", "can"}:
            return "being" not in helpers
        is_known = bool(trees.having(at, "nmod:poss")) or "the" in trees.words_having(at, "det")
        return self._is_present_verb(head) and not (is_known and trees.having(at, "nmod", "nmod:poss"))

    def _is_being(self, at: int) -> bool:
        """Whether somebody is told to be at it: "is on strike", "has been on trial", "is in talks"."""
        cases = set(self.trees.words_having(at, "case"))
        return "on" in cases or ("in" in cases and self.trees.lower(at) in load_class("=talking"))

    def _is_present_verb(self, verb: int) -> bool:
        """Whether a verb is in the present, as far as its letters tell."""
        trees, word = self.trees, self.trees.lower(verb)
        if trees.pos(verb) != "VERB" or trees.having(verb, "aux", "aux:pass", "mark"):
            return False
        return word in self.slots.table.present or (word.endswith("s") and not word.endswith("ss"))

    def _is_told_bare(self, at: int) -> bool:
        """Whether a noun without an article tells of a happening: by what is told of it, or by its place and names."""
        trees, head, relation = self.trees, self.trees.head(at), self.trees.relation(at)
        if self.is_headline(at) or self.slots.counting(at) != at:
            return True
        if trees.having(at, "cop") and self._is_being(at):
            return True
        if any(trees.pos(word) == "PROPN" for word in trees.having(at, "compound", "amod")):
            return True
        is_many = trees.lower(at).endswith(("s", "ing"))
        if not is_many:
            return relation in SUBJECTS and trees.lower(head) in self._telling_verbs
        if relation in SUBJECTS:
            return trees.pos(head) == "VERB"
        if any(trees.lower(word) in load_class("=start") for word in trees.having(at, "acl")):
            # "Talks on the border ended in Lima": the parse takes the verb for a participle.
            return True
        if relation == "obj":
            return trees.lower(head) in load_class("=cause")
        if self._names_place(at):
            return True
        cases = set(trees.words_having(at, "case", "mark"))
        return relation in ("obl", "advcl") and bool(cases & load_class("=setting")) and not self._is_present_verb(head)

    def _names_place(self, at: int) -> bool:
        """Whether a name hangs on a noun: "protests in Belgrade"."""
        return any(self.trees.pos(word) == "PROPN" for word in self.trees.having(at, "nmod"))
