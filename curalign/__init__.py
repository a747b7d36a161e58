"""Which standards do we teach, which do we not, and does our professional development support what we teach?"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "Aligner": "curalign.aligning",
    "align": "curalign.aligning",
    "check": "curalign.pipeline",
    "suggest": "curalign.aligning",
    "find_claims": "curalign.claiming",
    "evaluate": "curalign.accuracy",
    "read_framework": "curalign.reading",
    "read_district": "curalign.reading",
    "read_document": "curalign.reading",
    "measure_coverage": "curalign.covering",
    "find_gaps": "curalign.finding",
    "load_encoder": "curalign.embedding",
    "load_settings": "curalign.settings",
    "Settings": "curalign.settings",
    "CuralignError": "curalign.errors",
}

__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that `import curalign` stays instant."""
    if name not in _HOME:
        raise AttributeError(f"module 'curalign' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
