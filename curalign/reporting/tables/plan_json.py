"""PlanView -> JSON for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from curalign.domain.plans import Estimate, Step
from curalign.reporting.view.plan import ForgoneRow, PlanView, SessionRow
from curalign.reporting.view.priorities import PriorityList, PriorityRow

FORMAT = 1


def plan_to_json(view: PlanView, _: datetime | None = None) -> str:
    """Write a plan as JSON.

    Args:
        view: What is shown.

    Returns:
        One object with `format`, the totals, `chosen`, `forgone`, `next_hour`, `next_money` and `priorities`.

    """
    whole = {
        "format": FORMAT,
        "run": view.run,
        "district": view.district,
        "hours": view.hours,
        "cost": view.cost,
        "pupils": _round(view.pupils),
        "open": _round(view.open),
        "proven": view.proven,
        "best": _round(view.best),
        "chosen": [_session(session) for session in view.sessions],
        "forgone": [_forgone(session) for session in view.forgone],
        "next_hour": _step(view.next_hour),
        "next_money": _step(view.next_money),
        "priorities": [] if view.priorities is None else priorities_as_json(view.priorities),
        "notes": [*view.sure, *view.notes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _session(session: SessionRow) -> dict[str, object]:
    return {
        "title": session.title,
        "hours": session.hours,
        "cost": session.cost,
        "schools": list(session.schools),
        "starts": session.starts.isoformat() if session.starts else None,
        "pupils": _round(session.pupils),
        "kept": _round(session.kept),
        "closes": [
            {
                "standard": gap.code,
                "schools": list(gap.schools),
                "pupils": _round(gap.pupils),
                "supports": _round(gap.supports),
            }
            for gap in session.gaps
        ],
    }


def _forgone(session: ForgoneRow) -> dict[str, object]:
    return {
        "title": session.title,
        "hours": session.hours,
        "cost": session.cost,
        "adds": _round(session.adds),
        "kept": _round(session.kept),
        "why": session.why,
        "supports": list(session.covers),
    }


def _step(step: Step | None) -> dict[str, object] | None:
    return None if step is None else {**asdict(step), "pupils": _round(step.pupils)}


def priorities_as_json(listed: PriorityList) -> list[dict[str, object]]:
    """The standards by priority: each factor with its interval, and how sure the rank is.

    Args:
        listed: The list.

    Returns:
        One dict for each standard, the most urgent first.

    """
    return [_priority(row) for row in listed.rows]


def _priority(row: PriorityRow) -> dict[str, object]:
    return {
        "rank": row.rank,
        "standard": row.code,
        "priority": _estimate(row.product),
        "gap": {**_estimate(row.gap), "untaught": _round(row.untaught), "unsupported": _round(row.unsupported)},
        "need": _estimate(row.need),
        "reach": _estimate(row.reach),
        "taught": _round(row.taught),
        "supported": None if row.supported is None else _round(row.supported),
        "pupils": row.n,
        "items": row.items,
        "ranks": list(row.ranks),
        "top_5": _round(row.top_5),
        "top_10": _round(row.top_10),
    }


def _estimate(estimate: Estimate) -> dict[str, float]:
    return {name: _round(getattr(estimate, name)) for name in ("value", "low", "high")}


def _round(number: float) -> float:
    return round(number, 4)
