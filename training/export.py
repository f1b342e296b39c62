"""Weights to what ships: an ONNX graph, quantized to 8 bits, that goes from pieces to findings in one run.

Run as

    python -m training.export WEIGHTS OUT.onnx [--base FOLDER] [--full OUT32.onnx]
"""

import argparse
import logging
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network, same_sentence
from training.train import find_base

INPUTS = ("ids", "cases", "first", "stops")
OUTPUTS = ("names", "ends", "pos", "arcs", "heads", "relations")
KEPT_WHOLE = ("/heads/names", "/heads/ends", "/heads/pos", "/relation", "/heads/bias", "/heads/root")
"""The small heads keep 32 bits: they cost nothing."""
PIECES = 10_000
"""The only table with more rows is that of the word pieces."""


class Finder(nn.Module):
    """The network with its decisions: sentences first, then heads within them, then their relations."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.heads = network.heads

    def forward(self, ids: Tensor, cases: Tensor, first: Tensor, stops: Tensor) -> tuple[Tensor, ...]:
        """`stops` is 1 where a sentence must end. Names are log-chances, ends chances, arcs scores in the sentence."""
        names, ends, pos, arcs, mine, theirs = self.heads(self.network.encode(ids, cases, first))
        chances = torch.maximum(ends.softmax(-1)[..., 1], stops.to(ends.dtype))
        last = (chances > 0.5).long()
        inside = same_sentence(torch.cumsum(last, 1) - last, first > 0)
        arcs = torch.where(inside, arcs, torch.full_like(arcs, -1e4))
        heads = arcs.argmax(-1)
        relations = self.heads.relate(mine, theirs, heads)
        return names.log_softmax(-1), chances, pos.argmax(-1), arcs, heads, relations.argmax(-1)


def write_graph(network: Network, path: Path) -> None:
    """The network as a graph with 32-bit weights. The runtime fuses it as it loads, better than its own tool does."""
    network.eval()
    ids = torch.randint(1000, 20000, (2, 16))
    ones = torch.ones_like(ids)
    first = torch.arange(1, 13).expand(2, -1).contiguous()
    axes = {name: {0: "batch", 1: "pieces" if name in INPUTS[:2] else "words"} for name in (*INPUTS, *OUTPUTS)}
    axes["arcs"][2] = "words"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Finder(network), (ids, ones, first, torch.zeros_like(first)), str(path), input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip


def quantize_vocabulary(path: Path) -> None:
    """Give the word pieces' vectors 8 bits, each with a scale of its own, in place: one scale for all costs a point."""
    model = onnx.load(path)
    graph = model.graph
    tables = {table.name: table for table in graph.initializer if len(table.dims) == 2}
    place, node = next(
        (place, node)
        for place, node in enumerate(graph.node)
        if node.op_type == "Gather" and node.input[0] in tables and tables[node.input[0]].dims[0] > PIECES
    )
    table = tables[node.input[0]]
    vectors = numpy_helper.to_array(table)
    scales = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9) / 127
    graph.initializer.extend(
        [
            numpy_helper.from_array(np.rint(vectors / scales).astype(np.int8), "vectors"),
            numpy_helper.from_array(scales.astype(np.float32), "scales"),
        ]
    )
    chain = [
        helper.make_node("Gather", ["vectors", node.input[1]], ["small"], name="/vocabulary/vectors"),
        helper.make_node("Gather", ["scales", node.input[1]], ["scale"], name="/vocabulary/scales"),
        helper.make_node("Cast", ["small"], ["wide"], name="/vocabulary/cast", to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", ["wide", "scale"], [node.output[0]], name="/vocabulary/mul"),
    ]
    graph.initializer.remove(table)
    graph.node.remove(node)
    for offset, link in enumerate(chain):
        graph.node.insert(place + offset, link)
    onnx.save(model, path)


def quantize(source: Path, target: Path) -> None:
    """The graph with weights of 8 bits; activations are quantized as they come.

    Weights keep to 7 bits of range: without it processors that lack VNNI overflow and give other results.
    """
    whole = [node.name for node in onnx.load(source).graph.node if node.name.startswith(KEPT_WHOLE)]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=whole,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def export(weights: Path, target: Path, base: Path, full: Path | None = None) -> None:
    """Weights to the shipped graph, and with `full` to the one with 32 bits."""
    logging.getLogger().setLevel(logging.ERROR)
    network = Network(base)
    network.load_state_dict(torch.load(weights, weights_only=True))
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph.onnx"
        write_graph(network, graph)
        if full:
            shutil.copy(graph, full)
        quantize_vocabulary(graph)
        quantize(graph, target)


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--base", type=Path, default=None)
    parser.add_argument("--full", type=Path, default=None)
    given = parser.parse_args()
    export(given.weights, given.target, given.base or find_base(), given.full)
    print(f"{given.target}: {given.target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
