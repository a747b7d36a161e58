"""What is looked at in a model's folder before any library opens it: weights are numbers, and nothing in it is code.

Libraries keep such promises too, each version in its own way; these checks hold whichever is installed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any, Final

from curalign.errors import ModelError
from curalign.regular_files import NotRegularError, read_regular_file, regular_files

WEIGHTS: Final = ".safetensors"
_PICKLES: Final = frozenset({".bin", ".pkl", ".pickle", ".pt", ".pth", ".ckpt", ".h5", ".joblib", ".npy", ".npz"})
_MODULES: Final = re.compile(
    r"sentence_transformers(?:\.[a-z_]+)*\.(?:Transformer|Pooling|Normalize|Dense|LayerNorm|Dropout|StaticEmbedding)"
)
_ACTIVATION: Final = re.compile(r"torch\.nn\.modules\.(?:activation|linear)\.\w+")
_MOST: Final = 2**20
"""Bytes of a file that says how a model is built."""


def require_safe(folder: Path) -> None:
    """Raise ModelError for a model that could run code, or that holds what is not a file; nothing of it is loaded."""
    try:
        files = list(regular_files(folder, links=True))
        if pickled := next((file for file in files if file.suffix.lower() in _PICKLES), None):
            raise NotRegularError(
                f"holds {pickled.name!r}, a format that can carry code; save the model with safetensors, and remove it"
            )
        if any(file.name == "adapter_config.json" for file in files):
            raise NotRegularError("is an adapter for a model elsewhere; save the whole model")
        for file in files:
            if file.name == "modules.json" or (file.suffix == ".json" and "config" in file.name):
                _require_plain(file, _parsed(file))
    except NotRegularError as error:
        raise ModelError(f"{folder} {error}.") from error
    except OSError as error:
        raise ModelError(f"{folder} cannot be read ({error.strerror}); check its permissions.") from error


def _parsed(file: Path) -> Any:
    try:
        return json.loads(read_regular_file(file, _MOST, links=True))
    except (ValueError, RecursionError) as error:
        raise NotRegularError(
            f"holds {file.name!r}, which is damaged ({error}); name a complete model folder"
        ) from error
    except NotRegularError as error:
        raise NotRegularError(f"holds {file.name!r}, which {error}") from error


def _require_plain(file: Path, value: Any) -> None:
    """Raise NotRegularError where a file asks for classes, code or places that a model of sentences has no need of."""
    if isinstance(value, dict) and "auto_map" in value:
        raise NotRegularError(f"asks in {file.name!r} for code of its own (auto_map); name a model without")
    activation = value.get("activation_function") if isinstance(value, dict) else None
    if isinstance(activation, str) and "." in activation and not _ACTIVATION.fullmatch(activation):
        raise NotRegularError(f"asks in {file.name!r} for {activation[:80]!r}, which is not an activation of torch")
    if file.name != "modules.json":
        return
    for part in value if isinstance(value, list) else [value]:
        kind, path = (part.get("type"), part.get("path", "")) if isinstance(part, dict) else (None, "")
        if not isinstance(kind, str) or not _MODULES.fullmatch(kind):
            raise NotRegularError(
                f"asks in 'modules.json' for {str(kind)[:80]!r}, which is not loaded; name a plain model"
            )
        if not isinstance(path, str) or ".." in PurePosixPath(path.replace("\\", "/")).parts or _is_whole(path):
            raise NotRegularError("names in 'modules.json' a place outside itself; name a complete model folder")


def _is_whole(path: str) -> bool:
    return path.startswith(("/", "\\")) or path[1:2] == ":"
