"""What the model can say of a word. The order is the order of its outputs: a change needs a new training."""

from generator.model import EntityType

NAME_TYPES: tuple[EntityType, ...] = ("Person", "Organization", "Place", "Event")
NAME_TAGS: tuple[str, ...] = ("O", *(f"{place}-{kind}" for kind in NAME_TYPES for place in "BI"))
"""`O`, then B- and I- of each type: a name of type k begins with tag 1 + 2k and goes on with tag 2 + 2k."""
PARTS_OF_SPEECH: tuple[str, ...] = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
"""Universal Dependencies, https://universaldependencies.org/u/pos/."""
RELATIONS: tuple[str, ...] = (
    "root", "punct", "case", "det", "nsubj", "amod", "nmod", "obl", "advmod", "obj", "conj", "compound", "cc", "mark",
    "aux", "cop", "nmod:poss", "advcl", "flat", "xcomp", "acl:relcl", "acl", "aux:pass", "nsubj:pass", "appos",
    "nummod", "ccomp", "parataxis", "dep", "nmod:unmarked", "obl:unmarked", "fixed", "expl", "compound:prt",
    "obl:agent", "discourse", "csubj", "iobj", "nmod:desc", "advcl:relcl", "reparandum", "nsubj:outer", "list",
    "det:predet", "cc:preconj", "vocative", "orphan", "dislocated", "csubj:pass", "goeswith", "csubj:outer",
)  # fmt: skip
"""Universal Dependencies with the subtypes of the English treebanks."""
