"""The network: MiniLM, a letter-case embedding, and five small heads."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel
from transformers.utils import logging

from generator.language.en.model.decoding import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS

ARC, RELATION = 160, 96
"""Widths of the two spaces in which heads and relations are found."""


class Heads(nn.Module):
    """What is read off each word's vector.

    Arcs are scored by a biaffine form (Dozat & Manning 2017); a word that points at itself is a root.
    """

    def __init__(self, size: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.names = nn.Linear(size, len(NAME_TAGS))
        self.ends = nn.Linear(size, 2)
        self.pos = nn.Linear(size, len(PARTS_OF_SPEECH))
        self.space = nn.Linear(size, 2 * ARC + 2 * RELATION)
        self.bilinear = nn.Linear(ARC, ARC, bias=False)
        self.bias = nn.Linear(ARC, 1)
        self.root = nn.Linear(ARC, 1)
        self.relation = nn.Linear(RELATION, len(RELATIONS))

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Names, ends, parts of speech, arcs (dependent x head), and the relation space of dependent and head."""
        words = self.drop(words)
        space = nn.functional.gelu(self.space(words))
        below, above, mine, theirs = space.split([ARC, ARC, RELATION, RELATION], dim=-1)
        below = self.drop(below)
        arcs = self.bilinear(below) @ above.transpose(1, 2) + self.bias(above).transpose(1, 2)
        itself = torch.eye(words.shape[1], device=words.device).unsqueeze(0)
        arcs = arcs * (1 - itself) + self.root(below) * itself
        return self.names(words), self.ends(words), self.pos(words), arcs, mine, theirs

    def relate(self, mine: Tensor, theirs: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations between each word and its head."""
        index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, theirs.shape[-1])
        return self.relation(self.drop(nn.functional.relu(mine + theirs.gather(1, index))))


class Network(nn.Module):
    """Pieces to findings about words."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        logging.set_verbosity_error()
        logging.disable_progress_bar()
        self.bert = BertModel.from_pretrained(
            folder,
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        size = self.bert.config.hidden_size
        self.case = nn.Embedding(8, size)
        nn.init.normal_(self.case.weight, std=0.01)
        # Dropout inside the encoder would take a third of the time on a CPU: it is done before and after.
        self.drop = nn.Dropout(0.1)
        self.heads = Heads(size)

    def encode(self, ids: Tensor, cases: Tensor, first: Tensor) -> Tensor:
        """The vector of the first piece of each word; `first` 0 pads."""
        embedded = self.bert.embeddings.word_embeddings(ids) + self.case(cases)
        states = self.bert(inputs_embeds=self.drop(embedded), attention_mask=(ids != 0).long()).last_hidden_state
        return states.gather(1, first.unsqueeze(-1).expand(-1, -1, states.shape[-1]))

    def forward(self, ids: Tensor, cases: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """All that the heads say; see `Heads.forward`."""
        return self.heads(self.encode(ids, cases, first))


def same_sentence(sentences: Tensor, known: Tensor) -> Tensor:
    """Whether two words stand in one sentence, batch x words x words; `known` marks real words."""
    return (sentences.unsqueeze(2) == sentences.unsqueeze(1)) & known.unsqueeze(1) & known.unsqueeze(2)
