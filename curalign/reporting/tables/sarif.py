"""View -> SARIF 2.1.0: findings with file and place, as code hosts and editors show them.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from curalign.reporting.tables.check_json import describe
from curalign.reporting.view import ShownFinding, View, words
from curalign.reporting.view.plain import relative_url

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
BASE = "DISTRICT"
"""What file names are relative to: the district's folder, wherever it lies."""
FINGERPRINT = "curalignFinding/v1"
_LINE = re.compile(r"\bline (\d+)$")


def to_sarif(view: View) -> str:
    """Write the findings as SARIF.

    Args:
        view: What is shown.

    Returns:
        A log of one run as JSON, the same for the same view. A finding that a person decided about is suppressed, with
        the reason. One that has no file stands at the file of its standard, where that is known.

    """
    codes = sorted({finding.code for finding in view.findings})
    number = {code: at for at, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "curalign",
                "version": view.made_with.curalign,
                "rules": [_rule(code, [f for f in view.findings if f.code == code]) for code in codes],
            }
        },
        "automationDetails": {"id": f"curalign/{view.run}"},
        "originalUriBaseIds": {BASE: {"description": {"text": view.district}}},
        "columnKind": "utf16CodeUnits",
        "results": [
            {**_result(finding, number[finding.code], view), "partialFingerprints": {FINGERPRINT: print_}}
            for finding, print_ in zip(view.findings, _fingerprints(view.findings), strict=True)
        ],
        "properties": describe(view),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _rule(code: str, findings: Sequence[ShownFinding]) -> dict[str, Any]:
    first = findings[0]
    worst = max(finding.severity for finding in findings)
    return {
        "id": code,
        "shortDescription": {"text": first.title},
        "help": {"text": first.advice or first.title},
        "defaultConfiguration": {"level": str(worst)},
    }


def _result(finding: ShownFinding, number: int, view: View) -> dict[str, Any]:
    decision = finding.decision
    suppressions = [] if decision is None else [{"kind": "external", "status": "accepted"}]
    if decision is not None:
        suppressions[0]["justification"] = words.explain_decision(decision, view.language)
    return {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": str(finding.severity),
        "message": {"text": finding.message or finding.title},
        "locations": _locations(finding, view),
        "suppressions": suppressions,
        "properties": {
            "standard": finding.standard,
            "standardId": finding.standard_id,
            "kind": None if finding.gap is None else str(finding.gap),
            "probability": None if finding.probability is None else round(finding.probability, 4),
            "decision": None if decision is None else str(decision.verdict),
        },
    }


def _locations(finding: ShownFinding, view: View) -> list[dict[str, Any]]:
    """Where a reader looks: one location, or none where there is nothing to open."""
    location: dict[str, Any] = {}
    file = finding.file or _file_of_standard(finding, view)
    if file:
        where = {"uri": relative_url(file), "uriBaseId": BASE}
        location["physicalLocation"] = {"artifactLocation": where, **_region(finding.place)}
    if finding.place:
        location["message"] = {"text": finding.place}
    if finding.standard:
        location["logicalLocations"] = [{"name": finding.standard, "kind": "standard"}]
    return [location] if location else []


def _region(place: str | None) -> dict[str, Any]:
    """The line, where the document has such."""
    line = _LINE.search(place or "")
    return {"region": {"startLine": int(line[1])}} if line and int(line[1]) else {}


def _file_of_standard(finding: ShownFinding, view: View) -> str:
    row = next((row for row in view.rows if row.id == finding.standard_id), None)
    return next((source.file for source in view.frameworks if row and source.id == row.framework), "")


def _fingerprints(findings: Sequence[ShownFinding]) -> list[str]:
    """What makes a finding the same one in the next run: its code with its standard, else with its file and place.

    No wording is in it, and where there is a standard no file, so that it outlives a renamed document.
    """
    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        about = [finding.standard_id] if finding.standard_id else [finding.file or "", finding.place or ""]
        name = hashlib.sha256(json.dumps([finding.code, *about]).encode()).hexdigest()[:32]
        seen[name] += 1
        prints.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return prints
