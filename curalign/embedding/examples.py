"""Our own texts for known standards, as the directions that an encoder gives them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from curalign.domain.vectors import Examples
from curalign.embedding.cache import Cache, embed
from curalign.embedding.encoder import Encoder
from curalign.errors import ModelError
from curalign.resources import models_folder, texts_folder

FORMAT = 1


def load_examples(encoder: Encoder, folder: Path | None = None) -> Examples | None:
    """What was made of our texts for this encoder, or None where nothing was.

    Args:
        encoder: Found by its fingerprint, because another one's directions mean nothing to it.
        folder: Where they lie; without one, those that are shipped.

    Raises:
        ModelError: The files are there and are not those that were made.

    """
    folder = folder or models_folder() / "examples"
    card = folder / f"{encoder.name}.json"
    if not card.is_file():
        return None
    try:
        said = json.loads(card.read_text(encoding="utf-8"))
        if said["format"] != FORMAT or said["encoder"] != encoder.fingerprint:
            return None
        data = (folder / f"{encoder.name}.npy").read_bytes()
        words = words_of_codes()
        if hashlib.sha256(data).hexdigest() != said["sha256"] or digest(words) != said["texts"]:
            raise ValueError("its checksum differs")
        rows = np.load(io.BytesIO(data), allow_pickle=False).astype(np.float32)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{card}: the examples cannot be read ({error}): reinstall curalign.") from error
    return Examples(tuple(words), tuple(" ".join(texts) for texts in words.values()), rows)


def make_examples(encoder: Encoder, folder: Path, cache: Cache | None = None) -> None:
    """Write what `load_examples` reads: the mean direction of each code's texts, in 16 bits, and a card."""
    words = words_of_codes()
    every = sorted({text for texts in words.values() for text in texts})
    row = dict(zip(every, embed(every, encoder, cache), strict=True))
    means = np.stack([np.sum([row[text] for text in texts], axis=0) for texts in words.values()])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    stream = io.BytesIO()
    np.save(stream, means.astype("<f2"))
    card = {
        "format": FORMAT,
        "encoder": encoder.fingerprint,
        "sha256": hashlib.sha256(stream.getvalue()).hexdigest(),
        "texts": digest(words),
        "licence": "made of corpora/texts (CC0-1.0) and of the encoder, whose licence holds",
    }
    folder.mkdir(exist_ok=True)
    (folder / f"{encoder.name}.npy").write_bytes(stream.getvalue())
    (folder / f"{encoder.name}.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8", newline="\n")


def words_of_codes() -> dict[str, list[str]]:
    """The texts of each code, codes in order."""
    found: dict[str, list[str]] = {}
    for file in sorted(texts_folder().glob("*.tsv")):
        for code, text in _texts(file):
            found.setdefault(code, []).append(text)
    return dict(sorted(found.items()))


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            for code in row["codes"].split("|"):
                yield code, row["text"]


def digest(words: dict[str, list[str]]) -> str:
    """sha256 of the texts by code."""
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()
