"""The manifest of a run: what it was made of, the checksums of its other files, and the seal that vouches for both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from curalign.safekeeping import read_file, write_new
from curalign.seals import is_sealed, seal
from curalign.storage.writing import as_json, checksums

FORMAT: Final = 6
"""1 (0.1.0): the first. 2: sealed. 3: with what the documents reach by chance. 4: problems are facts, no sentences.
5: levels of several passages. 6: what a passage says is told by all its words."""

MANIFEST: Final = "manifest.json"

_PURPOSE = "run"
_BEFORE, _AFTER = b',\n "seal": "', b'"\n}'


def write_manifest(folder: Path, fields: Mapping[str, Any]) -> None:
    """Write a run's manifest, which is what makes it one: after everything else. Raises OSError."""
    text = as_json({**fields, "format": FORMAT, "files": checksums(folder)}).removesuffix(b"\n}")
    write_new(folder / MANIFEST, text + _BEFORE + seal(_PURPOSE, text).encode() + _AFTER)


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read a run's manifest, after checking its seal. Raises OSError, ValueError."""
    text, _, by = read_file(folder / MANIFEST).rpartition(_BEFORE)
    if not by.endswith(_AFTER) or not is_sealed(_PURPOSE, text, by.removesuffix(_AFTER).decode("ascii", "replace")):
        raise ValueError("its manifest was damaged, or not written by you on this computer")
    manifest: dict[str, Any] = json.loads(text + b"\n}")
    if manifest["run"] != folder.name:
        raise ValueError(f"it is a copy of {manifest['run']}")
    return manifest


def require_whole(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Raises OSError or ValueError where the other files of a run are not those that were saved."""
    if manifest["files"] != checksums(folder):
        raise ValueError("its files are not those that were saved")
