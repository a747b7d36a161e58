"""Our own texts for known standards: their words, and the directions that an encoder gives them."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curalign.domain.vectors import READ_AT_ONCE, Examples
from curalign.embedding.cache import Cache, embed
from curalign.embedding.encoder import Encoder
from curalign.embedding.wording import windows
from curalign.errors import ModelError
from curalign.resources import models_folder

FORMAT = 3
"""1: with the texts beside it. 2: with all words of each code in one file. 3 (0.1.0): longer lessons in another."""
WORDS, LONGER = "words.json.gz", "longer.json.gz"
"""The words of every code's short texts, and those of its longest lessons, which all encoders share."""


def load_examples(encoder: Encoder, folder: Path | None = None) -> Examples | None:
    """Load what was made of curalign's own texts for an encoder.

    Args:
        encoder: Found by its fingerprint, because another one's directions mean nothing to it.
        folder: Where they lie; without one, those that are shipped.

    Returns:
        A direction of d numbers for each standard's code; None where nothing was made for this encoder.

    Raises:
        ModelError: The files are there and are not those that were made.

    """
    folder = folder or models_folder() / "examples"
    card = folder / f"{encoder.name}.json"
    if not card.is_file():
        return None
    try:
        card_values = json.loads(card.read_text(encoding="utf-8"))
        if card_values["format"] != FORMAT or card_values["encoder"] != encoder.fingerprint:
            return None
        data = (folder / f"{encoder.name}.npy").read_bytes()
        texts = [gzip.decompress((folder / name).read_bytes()) for name in (WORDS, LONGER)]
        if [_sha256(each) for each in (data, *texts)] != [card_values[name] for name in ("sha256", "words", "longer")]:
            raise ValueError("its checksum differs")
        words, longer = map(json.loads, texts)
        rows = np.load(io.BytesIO(data), allow_pickle=False).astype(np.float32)
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{card}: the examples cannot be read ({error}): reinstall curalign.") from error
    return Examples(tuple(words), tuple(words.values()), tuple(longer.get(code, "") for code in words), rows)


def examples_for(encoder: Encoder, codes: Iterable[str], cache: Cache | None = None) -> Examples | None:
    """Load the examples that are shipped for an encoder, or make those of some codes of our texts' words.

    Args:
        encoder: Gives the directions.
        codes: Those that examples are wanted for; what is shipped holds more.
        cache: Remembers vectors.

    Returns:
        A direction of d numbers for each code; None where nothing is shipped and no text of ours is for these codes.

    Raises:
        ModelError: The files cannot be read, or the encoder cannot be used.

    """
    shipped = load_examples(encoder)
    if shipped is not None:
        return shipped
    known, longer = load_words(), load_words(LONGER)
    words = {code: known[code] for code in sorted({*codes} & known.keys())}
    if not words:
        return None
    pieces = [windows(text, READ_AT_ONCE) for text in words.values()]
    rows = embed([piece for own in pieces for piece in own], encoder, cache)
    counts = np.array([len(own) for own in pieces])
    means = np.add.reduceat(rows, np.cumsum(counts) - counts, axis=0)
    return Examples(tuple(words), tuple(words.values()), tuple(longer.get(c, "") for c in words), _directions(means))


def load_words(name: str = WORDS) -> dict[str, str]:
    """Load the words of our own texts, by the code that they teach.

    Args:
        name: The file: of the short texts, or of the `LONGER` lessons.

    Returns:
        All texts of a code after each other; the short ones in the order of the directions that are shipped.

    Raises:
        ModelError: The file cannot be read.

    """
    path = models_folder() / "examples" / name
    try:
        return dict(json.loads(gzip.decompress(path.read_bytes())))
    except (OSError, EOFError, ValueError, TypeError) as error:
        raise ModelError(f"{path}: the words of our texts cannot be read ({error}): reinstall curalign.") from error


def make_examples(
    encoder: Encoder,
    texts: Mapping[str, Sequence[str]],
    longer: Mapping[str, Sequence[str]],
    folder: Path,
    cache: Cache | None = None,
) -> None:
    """Write what `load_examples` reads: words, the mean direction of each code's texts in 16 bits, and a card.

    Args:
        encoder: Gives the directions.
        texts: The short ones of each code.
        longer: Lessons of each code whose words count beside long texts.
        folder: Where the files go.
        cache: Remembers vectors.

    """
    begun = {code: [windows(text, READ_AT_ONCE)[0] for text in own] for code, own in sorted(texts.items())}
    every = sorted({text for own in begun.values() for text in own})
    row = dict(zip(every, embed(every, encoder, cache), strict=True))
    means = _directions(np.stack([np.sum([row[text] for text in own], axis=0) for own in begun.values()]))
    stream = io.BytesIO()
    np.save(stream, means.astype("<f2"))
    words, more = (_in_one(each, begun) for each in (texts, longer))
    card = {
        "format": FORMAT,
        "encoder": encoder.fingerprint,
        "sha256": _sha256(stream.getvalue()),
        "words": _sha256(words),
        "longer": _sha256(more),
        "licence": "made of texts of our own (CC0-1.0) and of the encoder, whose licence holds",
    }
    folder.mkdir(exist_ok=True)
    (folder / WORDS).write_bytes(gzip.compress(words, mtime=0))
    (folder / LONGER).write_bytes(gzip.compress(more, mtime=0))
    (folder / f"{encoder.name}.npy").write_bytes(stream.getvalue())
    (folder / f"{encoder.name}.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8", newline="\n")


def _in_one(texts: Mapping[str, Sequence[str]], codes: Iterable[str]) -> bytes:
    return json.dumps({code: " ".join(texts[code]) for code in codes if code in texts}, ensure_ascii=False).encode()


def _directions(sums: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.maximum(lengths, np.float32(1e-6)), np.float32)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
