"""View -> JSON and JSON lines, in the shape that scripts rely on.

`format` changes when a key changes its meaning or goes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from curalign.domain.coverage import Tally
from curalign.domain.decisions import Decision
from curalign.domain.filters import Filter
from curalign.domain.guarantees import Guarantee
from curalign.domain.links import Thresholds
from curalign.domain.materials import Kind
from curalign.domain.reviews import Word
from curalign.domain.scores import Taught
from curalign.reporting.tables.comparison import what_if_json
from curalign.reporting.tables.plan_json import priorities_as_json
from curalign.reporting.tables.suggestions import nearest_json, places_json
from curalign.reporting.view import Citation, Group, ShownBaseline, ShownFinding, StandardRow, Support, View
from curalign.reporting.view.stories import stories_as_json
from curalign.reporting.view.teams import find_teams, teams_as_json

FORMAT = 2
"""1: the first. 2: verdicts, with the probability that a standard is taught, and how many are, with an interval."""


def to_json(view: View) -> str:
    """Write the view as one JSON object.

    Args:
        view: What is shown.

    Returns:
        The same text for the same view. Probabilities are 0 to 1 with four decimals.

    """
    described = describe(view)
    page = {
        **{key: described.pop(key) for key in _FIRST},
        "standards": [standard_as_json(row) for row in view.rows],
        "findings": [finding_as_json(finding, view.baseline is not None) for finding in view.findings],
        **described,
        "unjudged": [{"code": p.code, "file": p.file, "place": p.noted, "message": p.message} for p in view.unjudged],
    }
    if view.baseline is not None:
        page["baseline"] = _baseline(view.baseline, view.undecided)
    if view.supposed is not None:
        page["what_if"] = what_if_json(view.supposed)
    return json.dumps(page, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_jsonl(view: View) -> str:
    """Write the view as JSON lines: one standard a line, with the keys that it has in JSON.

    Args:
        view: What is shown.

    Returns:
        The lines in the framework's order. Each begins with the run, the district and what was asked to be shown, so
        that lines of several checks can be put together.

    """
    of = {"format": FORMAT, "run": view.run, "district": view.district, "scope": _scope(view.shown)}
    lines = ({**of, **standard_as_json(row)} for row in view.rows)
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)


_FIRST = ("format", "run", "district", "scope", "made_with", "thresholds", "frameworks")


def describe(view: View) -> dict[str, object]:
    """Everything that is not of one standard, finding or file: what was checked, by what, and the counts.

    Args:
        view: What is shown.

    Returns:
        Values that JSON can hold, by the keys of `to_json`, in its order.

    """
    made_with = view.made_with
    return {
        "format": FORMAT,
        "run": view.run,
        "district": view.district,
        "scope": _scope(view.shown),
        "made_with": {
            "curalign": made_with.curalign,
            "encoder": made_with.encoder,
            "judge": made_with.judge,
            "settings": made_with.settings,
            "warning": made_with.warning or None,
            "limits": made_with.limits or None,
        },
        "thresholds": _thresholds(view.thresholds),
        "frameworks": [{"id": f.id, "title": f.title, "standards": f.standards} for f in view.frameworks],
        "tally": _tallies(view.total),
        "guarantee": None if view.guarantee is None else _guarantee(view.guarantee, view.thresholds),
        **({} if view.promise is None else {"promise": asdict(view.promise)}),
        "by_grade": [{"name": group.name, **_tallies(group)} for group in view.by_grade],
        "by_strand": [{"name": group.name, **_tallies(group)} for group in view.by_strand],
        "by_school": [{"name": group.name, **_tallies(group)} for group in view.by_school],
        **({} if view.priorities is None else {"priorities": priorities_as_json(view.priorities)}),
        **({} if view.stories is None else {"stories": stories_as_json(view.stories)}),
        **({"teams": teams_as_json(teams)} if (teams := find_teams(view)) else {}),
    }


def _scope(shown: Filter) -> dict[str, list[str]] | None:
    """What the report was narrowed to; null where it is of everything."""
    if not shown:
        return None
    return {"grades": list(shown.grades), "subjects": list(shown.subjects), "schools": list(shown.schools)}


def _thresholds(thresholds: Thresholds) -> dict[str, float | None]:
    return {"full": _round(thresholds.full), "partial": _round(thresholds.partial)}


def _guarantee(guarantee: Guarantee, thresholds: Thresholds) -> dict[str, object]:
    own = dict(thresholds.for_units)
    return {
        "alpha": guarantee.alpha,
        "overruled": guarantee.overruled,
        "bounds": [
            {
                "subject": bound.subject or None,
                "reached": bound.threshold is not None,
                "units": bound.units,
                "needed": bound.needed,
                "missing": bound.missing,
                "threshold": _round(bound.threshold),
                "found": _round(bound.found),
                "thresholds": _thresholds(own.get(bound.subject, thresholds)),
            }
            for bound in guarantee.bounds
        ],
    }


def standard_as_json(row: StandardRow) -> dict[str, object]:
    """One standard with what reaches it, as it stands in `to_json`."""
    return {
        "id": row.id,
        "code": row.code,
        "statement": row.statement,
        "framework": row.framework,
        "strand": row.strand,
        "grades": list(row.grades),
        "counted": row.counted,
        "practice": row.is_practice,
        **{str(kind): _support(row.support(kind)) for kind in Kind},
        "schools": _schools(row),
    }


def _schools(row: StandardRow) -> list[dict[str, object]]:
    """Each school with what its documents reach, a key for each kind of them."""
    by_school: dict[str, dict[str, object]] = {}
    for scope, support in row.in_schools:
        by_school.setdefault(scope.school, {"name": scope.school})[str(scope.kind)] = _support(support)
    return list(by_school.values())


def _support(support: Support | None) -> dict[str, object] | None:
    if support is None:
        return None
    return {
        "verdict": None if support.verdict is None else str(support.verdict),
        "taught": _round(support.taught),
        "alternatives": list(support.alternatives),
        "strength": str(support.strength),
        "probability": _round(support.probability),
        "supporting": support.supporting,
        "links": [_citation(link) for link in support.links],
        **({} if support.decision is None else {"decision": _decision(support.decision)}),
        **({} if support.reviewed is None else {"review": _word(support.reviewed)}),
    }


def _word(word: Word) -> dict[str, object]:
    """What people decided, whose word it is, and whether all of them say so."""
    return {"answer": str(word.answer), "reviewers": list(word.reviewers), "agreed": word.agreed}


def _citation(link: Citation) -> dict[str, object]:
    return {
        "file": link.file,
        "place": link.noted,
        "role": str(link.role),
        "probability": _round(link.probability),
        "strength": str(link.strength),
        "quote": link.quote,
    }


def finding_as_json(finding: ShownFinding, beside: bool = False) -> dict[str, object]:
    """A finding as it stands in `to_json`; `beside` a baseline with whether that had it."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "standard": finding.standard,
        "standard_id": finding.standard_id,
        "message": finding.message,
        "probability": _round(finding.probability),
        "file": finding.file,
        "place": finding.noted,
        "decision": _decision(finding.decision),
        **_where_to_close(finding),
        **({"known": finding.known} if beside else {}),
    }


def _where_to_close(finding: ShownFinding) -> dict[str, object]:
    """Where the gap could be closed, of a finding about a standard that no unit teaches."""
    suggestion = finding.suggestion
    if suggestion is None:
        return {}
    return {"suggested_places": places_json(suggestion), "nearest_passage": nearest_json(suggestion)}


def _baseline(baseline: ShownBaseline, findings: Sequence[ShownFinding]) -> dict[str, object]:
    known = sum(finding.known for finding in findings)
    return {
        "file": baseline.file,
        "run": baseline.run or None,
        "new": len(findings) - known,
        "known": known,
        "different": list(baseline.told),
    }


def _decision(decision: Decision | None) -> dict[str, object] | None:
    if decision is None:
        return None
    return {
        "verdict": str(decision.verdict),
        "owner": decision.owner,
        "reason": decision.reason,
        "expires": None if decision.expires is None else decision.expires.isoformat(),
    }


def _tallies(group: Group) -> dict[str, object]:
    return {str(kind): _tally(group.tally(kind), group.counts.get(kind)) for kind in Kind}


def _tally(tally: Tally | None, found: Taught | None) -> dict[str, object] | None:
    if tally is None:
        return None
    return {
        "full": tally.full,
        "partial": tally.partial,
        "none": tally.none,
        "unknown": tally.unknown,
        "percent": tally.percent,
        "taught": None if found is None else _count(found),
        "cannot_tell": None if found is None else found.cannot_tell,
        "no_documents": None if found is None else found.no_documents,
    }


def _count(found: Taught) -> dict[str, object]:
    return {
        "expected": round(found.expected, 1),
        "low": found.count.low,
        "high": found.count.high,
        "of": found.count.of,
        **(_answers(found) if found.answers else {}),
    }


def _answers(found: Taught) -> dict[str, object]:
    """How many standards people answered about, and what their answers alone say; only where they did."""
    alone = None if found.by_answers is None else asdict(found.by_answers)
    return {"answers": found.answers, "trusted": found.trusted, "by_answers": alone}


def _round(probability: float | None) -> float | None:
    return None if probability is None else round(probability, 4)
