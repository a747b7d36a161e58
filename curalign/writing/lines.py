"""JSON lines: one object for each source, standard and association, as our nouns have them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from curalign.domain.standards import Framework
from curalign.interchange import EXTENSION


def write_lines(framework: Framework) -> str:
    """Every line an object whose `curalign` says what it is: `framework`, `standard` or `association`.

    What is empty is left out.
    """
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(framework))


def _lines(framework: Framework) -> Iterator[dict[str, Any]]:
    for source in framework.sources:
        yield _line("framework", {**asdict(source), "standards": None, "file": ""})
    for standard in framework.standards:
        yield _line("standard", asdict(standard))
    for association in framework.associations:
        yield _line("association", asdict(association))


def _line(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {EXTENSION: kind, **{name: value for name, value in fields.items() if value not in (None, "", (), {})}}
