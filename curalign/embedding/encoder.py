"""What an encoder is, and the encoders that have a name. To add one, list it in `ENCODERS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from curalign.embedding import fast, transformer
from curalign.embedding.hashing import HashingEncoder
from curalign.embedding.safety import require_safe
from curalign.errors import ModelError
from curalign.resources import models_folder

Progress = Callable[[int], None]


class Encoder(Protocol):
    """Turns texts into vectors whose dot products are similarities. Nothing heavy is loaded before `encode`."""

    @property
    def name(self) -> str:
        """What people call it, such as `standards`."""

    @property
    def fingerprint(self) -> str:
        """Weights and the way they are run, such as `standards@sha256:...`; part of every cache key."""

    @property
    def note(self) -> str:
        """What every report must say of this encoder, or nothing."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """(n, d) rows of length 1, row i for text i; no texts give (0, d).

        `progress` is called with the number of texts done since its last call. Raises ModelError.
        """


def _shipped(name: str) -> Callable[[], Encoder]:
    return lambda: fast.FastEncoder(models_folder() / "encoders" / name)


DEFAULT = "standards"
ENCODERS: dict[str, Callable[[], Encoder]] = {
    "standards": _shipped("standards"),
    "standards-open": _shipped("standards-open"),
    "hashing": HashingEncoder,
}
"""`standards` learned from publishers' lessons as well, under non-commercial licences; `standards-open` from our own
texts alone, for any use."""


def load_encoder(name_or_path: str = "default") -> Encoder:
    """Load an encoder by its name, from a folder or from an installed package.

    Args:
        name_or_path: A shipped encoder; else a folder that `curalign.training.export` wrote or that holds any
            sentence-transformers model; else an installed package of model files.

    Returns:
        The encoder; its weights are read with the first text.

    Raises:
        ModelError: There is none of the three, or the folder could run code: weights are safetensors.

    """
    name = DEFAULT if name_or_path == "default" else name_or_path
    if name in ENCODERS:
        return ENCODERS[name]()
    folder = Path(name) if name and Path(name).is_dir() else transformer.packaged_model(name)
    if folder is None:
        known = ", ".join(sorted(ENCODERS))
        raise ModelError(
            f"There is no encoder {name_or_path!r}: name one of {known}, a sentence-transformers folder, "
            "or an installed package that holds one."
        )
    if not fast.is_exported(folder):
        return transformer.TransformerEncoder(folder)
    require_safe(folder)
    return fast.FastEncoder(folder)
