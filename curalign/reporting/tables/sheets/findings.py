"""The sheet of findings: what was found, and room to say who sees to it."""

from __future__ import annotations

from curalign.reporting.tables.cells import Column, Pen
from curalign.reporting.tables.sheets.marks import decided
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import ShownFinding, View


def write_findings(view: View, pen: Pen, say: Say) -> None:
    """The worst first, and those that somebody decided about last."""
    findings = sorted(view.findings, key=lambda finding: finding.decision is not None)
    pen.whole_sheet(say("sheet-name", sheet="findings"), _columns(view, say), findings, held=3, pages=1)


def _columns(view: View, say: Say) -> list[Column[ShownFinding]]:
    return [
        Column(say("table-severity"), 10, lambda finding: say(f"table-severity-{finding.severity}")),
        Column(say("table-code"), 8, lambda finding: finding.code),
        Column(say("table-standard"), 16, lambda finding: finding.standard, "label"),
        Column(say("table-what"), 20, lambda finding: finding.title, "wrapped"),
        Column(say("table-message"), 60, lambda finding: finding.message, "wrapped"),
        Column(say("table-file"), 30, lambda finding: finding.file, "wrapped", lambda finding: finding.url),
        Column(say("table-place"), 24, lambda finding: finding.place, "wrapped"),
        Column(say("table-decision"), 26, lambda finding: decided(finding, view.language), "wrapped"),
        Column(say("table-owner"), 16, lambda _: None, "yours"),
        Column(say("table-due"), 12, lambda _: None, "date"),
        Column(say("table-note"), 30, lambda _: None, "yours"),
    ]
