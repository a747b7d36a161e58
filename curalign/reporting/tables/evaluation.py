"""Evaluation -> JSON, CSV: how right curalign is, beside simpler ways."""

from __future__ import annotations

import json
from collections.abc import Callable

from curalign.domain.scores import Calibrated, Estimate, Evaluation
from curalign.reporting.tables.csv_text import as_csv

FORMAT = 2
"""1: the first. 2 (0.1.0): `standards`, the probability of being taught beside the truth."""


def to_json(evaluation: Evaluation) -> str:
    """The evaluation as one JSON object: `scores` are the rows of `curalign.evaluate`."""
    page = {
        "format": FORMAT,
        "source": evaluation.source,
        "labels": evaluation.labels,
        "scores": evaluation.rows(),
        "standards": [_standards(one) for one in evaluation.calibrated],
        "notes": list(evaluation.notes),
        "left_out": [{"file": p.file, "place": p.place, "message": p.message} for p in evaluation.problems],
    }
    return json.dumps(page, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _standards(one: Calibrated) -> dict[str, object]:
    """The counts and the bins of one kind of document."""
    return {
        "kind": one.kind,
        "true": one.true,
        "expected": one.count.expected,
        "low": one.count.low,
        "high": one.count.high,
        "of": one.count.of,
        "holds": one.holds,
        "bins": [{"from": b.low, "to": b.high, "said": round(b.predicted, 4), **_rounded(b.taught)} for b in one.bins],
    }


def _rounded(estimate: Estimate) -> dict[str, object]:
    low, high = (None if end is None else round(end, 4) for end in (estimate.low, estimate.high))
    return {"taught": round(estimate.value, 4), "taught_low": low, "taught_high": high, "n": estimate.n}


def to_csv(evaluation: Evaluation) -> str:
    """One row per number, as RFC 4180 text that no spreadsheet runs as a formula."""
    rows = evaluation.rows()
    return as_csv(rows[0] if rows else (), (row.values() for row in rows))


FORMS: dict[str, Callable[[Evaluation], str]] = {"json": to_json, "csv": to_csv}
"""The evaluations that are text, by the name that a user asks for."""
