"""The shipped encoder: one ONNX file, run by onnxruntime on the processor, tokenised without transformers.

Texts of one length in tokens are run together, so no batch holds padding and the vector of a text does not
depend on the texts around it.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.wording import normalise
from curalign.errors import ModelError
from curalign.regular_files import NotRegularError, read_regular_file

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CARD: Final = "encoder.json"
FORMAT: Final = 1
MAX_CARD_BYTES: Final = 2**20
MAX_WEIGHTS_BYTES: Final = 2**33
BACKEND: Final = "onnxruntime"
TOKENS_PER_BATCH: Final = 1024
# No word of up to 100 characters, the longest that is split into tokens, is cut by this.
CHARACTERS_PER_TOKEN: Final = 128
MAX_THREADS: Final = 8


@dataclass(frozen=True, slots=True)
class Card:
    """What `encoder.json` says: the name, d, the longest text in tokens, and each file's sha256."""

    name: str
    width: int
    tokens: int
    files: dict[str, str]

    @property
    def fingerprint(self) -> str:
        """Of the files and of what runs them; another way to run the same weights is another encoder."""
        facts = [BACKEND, str(self.tokens), *(f"{name}={self.files[name]}" for name in sorted(self.files))]
        return f"{self.name}@sha256:{hashlib.sha256(chr(10).join(facts).encode()).hexdigest()}"


def is_exported(folder: Path) -> bool:
    """Whether `folder` holds an encoder that `curalign.training.export` wrote."""
    return (folder / CARD).is_file()


class FastEncoder:
    """An exported encoder. Its card is read at once, its weights with the first text, checksums verified."""

    note: Final = ""

    def __init__(self, folder: Path) -> None:
        """Raise ModelError where `folder` has no readable card."""
        self.folder = folder
        self.card = read_card(folder)

    def __reduce__(self) -> tuple[type[FastEncoder], tuple[Path]]:
        return (FastEncoder, (self.folder,))

    @property
    def name(self) -> str:
        """The name on the card."""
        return self.card.name

    @property
    def fingerprint(self) -> str:
        """Known from the card alone."""
        return self.card.fingerprint

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """(n, d) rows of length 1; a text longer than the card's tokens is cut there, like the original."""
        rows = np.empty((len(texts), self.card.width), dtype=np.float32)
        if not texts:
            return rows
        longest = self.card.tokens * CHARACTERS_PER_TOKEN
        found = self._tokenizer.encode_batch_fast([normalise(text)[:longest] for text in texts])
        tokens = [one.ids for one in found]
        for batch in same_length_batches([len(ids) for ids in tokens]):
            ids = np.array([tokens[i] for i in batch], dtype=np.int64)
            rows[batch] = self._session.run(["rows"], {"ids": ids})[0]
            if progress is not None:
                progress(len(batch))
        return rows

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        # Its own threads gain nothing beside the encoder and make it warn in every process forked afterwards.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(verified(self.folder, self.card, "tokenizer.json").decode())
        tokenizer.no_padding()
        tokenizer.enable_truncation(self.card.tokens)
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        for name in sorted(self.card.files):
            verified(self.folder, self.card, name)
        onnxruntime = silent_onnxruntime()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads()
        options.use_deterministic_compute = True
        options.log_severity_level = 3
        # Threads that spin while they wait cost half as much again on a busy machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            # By its path and not its bytes: the graph reads its weights from the file beside it.
            graph = str(self.folder / "model.onnx")
            return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the library's own errors share no base but this
            raise ModelError(
                f"onnxruntime {onnxruntime.__version__} cannot run {self.folder / 'model.onnx'} ({error}): "
                "run `pip install --upgrade onnxruntime`."
            ) from error


def silent_onnxruntime() -> ModuleType:
    """The library with its reports to its makers off. The one place that may import it. Raises ModelError."""
    # Official builds open a database, a thread and a connection on import unless this is set before.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        onnxruntime = importlib.import_module("onnxruntime")
    except ImportError as error:
        raise ModelError(
            f"onnxruntime cannot be loaded ({error}): run `pip install --force-reinstall onnxruntime`; "
            "on Windows, install the Microsoft Visual C++ Redistributable first."
        ) from error
    # For Windows tracing, and for a program that had imported the library itself.
    onnxruntime.disable_telemetry_events()
    return onnxruntime


def read_card(folder: Path) -> Card:
    """Read `encoder.json`. Raises ModelError where it is missing or says something else than expected."""
    path = folder / CARD
    try:
        card = json.loads(read_regular_file(path, MAX_CARD_BYTES, links=True))
        if card["format"] != FORMAT:
            raise ModelError(f"{path} is of format {card['format']}, this version reads {FORMAT}: export it again.")
        files = {name: str(facts["sha256"]) for name, facts in card["files"].items()}
        if any(name != Path(name).name or "\\" in name for name in files):
            raise ValueError("it names files elsewhere")
        return Card(str(card["name"]), int(card["width"]), int(card["tokens"]), files)
    except NotRegularError as error:
        raise ModelError(f"{path} {error}.") from error
    except FileNotFoundError as error:
        raise ModelError(f"No encoder lies in {folder}: reinstall curalign, or name another encoder.") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ModelError(
            f"{path} cannot be read ({error}): reinstall curalign, or export the encoder again."
        ) from error


def verified(folder: Path, card: Card, name: str) -> bytes:
    """The bytes of one of the encoder's files. Raises ModelError where they are not the bytes on the card."""
    path = folder / name
    try:
        content = read_regular_file(path, MAX_WEIGHTS_BYTES, links=True)
    except NotRegularError as error:
        raise ModelError(f"{path} {error}.") from error
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): reinstall curalign.") from error
    if hashlib.sha256(content).hexdigest() != card.files.get(name):
        raise ModelError(f"{path} is damaged or was changed, its checksum differs: reinstall curalign.")
    return content


def same_length_batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions of texts that run together: one length each, longest first, within the token budget."""
    alike: dict[int, list[int]] = defaultdict(list)
    for position, length in enumerate(lengths):
        alike[length].append(position)
    for length in sorted(alike, reverse=True):
        size = max(1, TOKENS_PER_BATCH // length)
        for start in range(0, len(alike[length]), size):
            yield alike[length][start : start + size]


def threads() -> int:
    """What OMP_NUM_THREADS says, as schedulers and Dask set it, else the processors this process may use."""
    asked = os.environ.get("OMP_NUM_THREADS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, MAX_THREADS)
