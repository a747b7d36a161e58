"""Two runs compared and all runs in a row -> JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable

from curalign.domain.comparisons import Band, Outcome, Reading, Snapshot
from curalign.domain.materials import Kind
from curalign.reporting.tables.csv_text import as_csv
from curalign.reporting.view.comparison import COUNTED, ComparisonView, KindPart, ShownMove, TrendLine
from curalign.wording.text import excerpt

FORMAT = 1
_QUOTED = 400
_TITLES = (
    "kind", "standard", "statement", "grades", "strand", "outcome", "reason", "verdict_before", "taught_before",
    "verdict_after", "taught_after", "change", "change_low", "change_high", "in_words",
)  # fmt: skip


def comparison_to_json(view: ComparisonView) -> str:
    """Write a comparison as one JSON object.

    Args:
        view: What is shown.

    Returns:
        The same text for the same view. Probabilities are 0 to 1 and changes -1 to 1, with four decimals.

    """
    page = {
        "format": FORMAT,
        "district": view.district,
        "before": _snapshot(view.before),
        "after": _snapshot(view.after),
        "alike": view.alike,
        "different": not view.same,
        "causes": list(view.causes),
        **{str(kind): _part(view, kind) for kind in Kind},
        "trend": [_trend(line) for line in view.trend],
    }
    return json.dumps(page, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def comparison_to_csv(view: ComparisonView) -> str:
    """Write a comparison as CSV: a row for each standard and kind of document."""
    return as_csv(_TITLES, (_cells(move) for part in view.kinds for move in part.moves))


def what_if_json(view: ComparisonView) -> dict[str, object]:
    """What would change, as JSON: `added` and `left_out` say under what condition."""
    return {
        "added": list(view.added),
        "left_out": list(view.left_out),
        "against": view.before.run,
        "unread": list(view.unread),
        **{str(kind): _part(view, kind) for kind in Kind},
    }


def outcomes(part: KindPart, chosen: Iterable[Outcome] = Outcome) -> dict[str, object]:
    """The standards of one kind of document by what became of them, as JSON."""
    return {str(outcome): [_move(move) for move in part.where(outcome)] for outcome in chosen}


def _snapshot(snapshot: Snapshot) -> dict[str, object]:
    made = snapshot.made_with
    named = {"curalign": made.curalign, "encoder": made.encoder, "judge": made.judge, "settings": made.settings}
    return {"run": snapshot.run, "name": snapshot.name or None, "made_with": named}


def _part(view: ComparisonView, kind: Kind) -> dict[str, object] | None:
    part = next((part for part in view.kinds if part.kind is kind), None)
    if part is None:
        return None
    strands = [
        {"name": line.name, **{str(o): line.counts[o] for o in COUNTED}, "change": _band(line.change)}
        for line in part.strands
    ]
    counts = {str(outcome): part.counts[outcome] for outcome in Outcome}
    return {"counts": counts, "change": _band(part.change), "standards": outcomes(part), "strands": strands}


def _move(move: ShownMove) -> dict[str, object]:
    return {
        "standard": move.code,
        "statement": move.statement,
        "grades": list(move.grades),
        "strand": move.strand,
        "reason": str(move.doubt),
        "before": _reading(move.before),
        "after": _reading(move.after),
        "change": _band(move.band),
        "in_words": "; ".join(filter(None, (move.said, move.doubted))),
    }


def _reading(reading: Reading | None) -> dict[str, object] | None:
    return None if reading is None else {"verdict": str(reading.verdict), "taught": _round(reading.taught)}


def _band(band: Band) -> dict[str, float | None]:
    return {"change": _round(band.change), "low": _round(band.low), "high": _round(band.high)}


def _trend(line: TrendLine) -> dict[str, object]:
    return {
        "run": line.run,
        "name": line.name or None,
        "not_comparable": line.apart or None,
        "told": list(line.told),
        "counts": [
            {
                "kind": str(count.kind),
                "strand": count.strand or None,
                "taught": {"expected": round(count.expected, 1), "low": count.low, "high": count.high, "of": count.of},
                "not_taught": count.open,
            }
            for count in line.counts
        ],
    }


def _cells(move: ShownMove) -> tuple[object, ...]:
    before, after = (_reading(reading) or {"verdict": "", "taught": None} for reading in (move.before, move.after))
    change = _band(move.band)
    return (
        str(move.kind),
        move.code,
        excerpt(move.statement, _QUOTED),
        "|".join(move.grades),
        move.strand,
        str(move.outcome),
        str(move.doubt),
        before["verdict"],
        before["taught"],
        after["verdict"],
        after["taught"],
        change["change"],
        change["low"],
        change["high"],
        "; ".join(filter(None, (move.said, move.doubted))),
    )


def _round(number: float | None) -> float | None:
    return None if number is None else round(number, 4) + 0.0
