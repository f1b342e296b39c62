"""Weights out of a graph: the way back from what ships to what a training can start from.

    python -m training.restore GRAPH.onnx WEIGHTS.pt

What the graph keeps in 8 bits comes back as the nearest of them, which a further training makes good.
"""

import argparse
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import NodeProto, numpy_helper

from training.network import Network
from training.train import find_base

Arrays = dict[str, NDArray[np.generic]]
PLACE = re.compile(r"/MatMul.*")
"""What the name of a node has behind the place of its layer."""
VOCABULARY = "bert.embeddings.word_embeddings.weight"


def read_matrix(node: NodeProto, arrays: Arrays) -> NDArray[np.float32] | None:
    """The weights of a layer; None where a node multiplies two findings."""
    name = node.input[1]
    if name not in arrays:
        return None
    if node.op_type == "MatMul":
        return arrays[name].astype(np.float32).T
    base = name.removesuffix("_quantized")
    steps = arrays[name].astype(np.float32) - arrays[f"{base}_zero_point"].astype(np.float32)
    return (steps * arrays[f"{base}_scale"].astype(np.float32)).T


def restore(graph: Path) -> dict[str, torch.Tensor]:
    """The state of a `Network`. Raises ValueError where the graph lacks a part of it."""
    model = onnx.load(graph)
    arrays: Arrays = {table.name: numpy_helper.to_array(table) for table in model.graph.initializer}
    wanted = Network(find_base()).state_dict()
    found = {name.removeprefix("network."): array for name, array in arrays.items()}
    found[VOCABULARY] = np.asarray(arrays["vectors"], np.float32) * np.asarray(arrays["scales"], np.float32)
    for node in model.graph.node:
        if node.op_type in ("MatMul", "MatMulInteger") and (matrix := read_matrix(node, arrays)) is not None:
            place = PLACE.sub("", node.name).strip("/").replace("/", ".").removeprefix("network.")
            found[("heads.relation" if place == "relation" else place) + ".weight"] = matrix
    missing = [name for name in wanted if name not in found]
    if missing:
        raise ValueError(f"{graph}: lacks {', '.join(missing)}; it was not made by training.export")
    return {name: torch.from_numpy(np.array(found[name], dtype=np.float32)) for name in wanted}


def main() -> None:
    """Restore as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("weights", type=Path)
    given = parser.parse_args()
    torch.save(restore(given.graph), given.weights)


if __name__ == "__main__":
    main()
