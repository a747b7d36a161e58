"""View -> SARIF 2.1.0: findings with file and place, as code hosts and editors show them.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
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
    file_of = {source.id: source.file for source in view.frameworks}
    files = {row.id: file_of.get(row.framework, "") for row in view.rows}
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
            {
                **_result(finding, number[finding.code], files, view.language),
                "partialFingerprints": {FINGERPRINT: print_},
            }
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


def _result(finding: ShownFinding, number: int, files: Mapping[str, str], language: str) -> dict[str, Any]:
    decision = finding.decision
    suppressions = [] if decision is None else [{"kind": "external", "status": "accepted"}]
    if decision is not None:
        suppressions[0]["justification"] = words.explain_decision(decision, language)
    return {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": str(finding.severity),
        "message": {"text": finding.message or finding.title},
        "locations": _locations(finding, files),
        "suppressions": suppressions,
        "properties": {
            "standard": finding.standard,
            "standardId": finding.standard_id,
            "kind": None if finding.gap is None else str(finding.gap),
            "probability": None if finding.probability is None else round(finding.probability, 4),
            "decision": None if decision is None else str(decision.verdict),
        },
    }


def _locations(finding: ShownFinding, files: Mapping[str, str]) -> list[dict[str, Any]]:
    """Where a reader looks: one location, or none; `files` are the standards files, by the standard's id."""
    location: dict[str, Any] = {}
    file = finding.file or files.get(finding.standard_id or "")
    if file:
        where = {"uri": relative_url(file), "uriBaseId": BASE}
        location["physicalLocation"] = {"artifactLocation": where, **_region(finding.noted)}
    if finding.place:
        location["message"] = {"text": finding.place}
    if finding.standard:
        location["logicalLocations"] = [{"name": finding.standard, "kind": "standard"}]
    return [location] if location else []


def _region(place: str | None) -> dict[str, Any]:
    """The line, where the document has such."""
    line = _LINE.search(place or "")
    return {"region": {"startLine": int(line[1])}} if line and int(line[1]) else {}


def _fingerprints(findings: Sequence[ShownFinding]) -> list[str]:
    """What makes a finding the same one in the next run: its code with its standard, else with its file and place.

    No wording is in it, and where there is a standard no file, so that it outlives a renamed document.
    """
    seen: Counter[str] = Counter()
    prints = []
    for finding in findings:
        about = [finding.standard_id] if finding.standard_id else [finding.file or "", finding.noted or ""]
        name = hashlib.sha256(json.dumps([finding.code, *about]).encode()).hexdigest()[:32]
        seen[name] += 1
        prints.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return prints
