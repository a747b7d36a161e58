"""Text to vectors: `load_encoder` gives an encoder, `embed` runs it over texts through a cache."""

from __future__ import annotations

from curalign.embedding.cache import Cache, NoCache, VectorCache, embed
from curalign.embedding.encoder import DEFAULT, ENCODERS, Encoder, load_encoder
from curalign.embedding.examples import examples_for, load_examples
from curalign.embedding.reading import embed_passages, embed_standards
from curalign.embedding.wording import windows

__all__ = [
    "DEFAULT",
    "ENCODERS",
    "Cache",
    "Encoder",
    "NoCache",
    "VectorCache",
    "embed",
    "embed_passages",
    "embed_standards",
    "examples_for",
    "load_encoder",
    "load_examples",
    "windows",
]
