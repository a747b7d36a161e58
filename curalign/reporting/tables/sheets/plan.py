"""The sheet to plan on: every gap, and room for what is done about it, by whom and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from curalign.domain.materials import Kind
from curalign.reporting.tables.cells import Choices, Column, Pen
from curalign.reporting.tables.sheets.marks import decided
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import ShownFinding, StandardRow, View, words


class Gap(NamedTuple):
    """A finding about a kind of document that does not reach a standard, and the standard."""

    finding: ShownFinding
    kind: Kind
    row: StandardRow | None


def write_plan(view: View, pen: Pen, say: Say) -> None:
    """The gaps, the worst first; those that were decided before stand last, with what was decided."""
    pen.whole_sheet(say("sheet-name", sheet="plan"), _columns(view, say), _gaps(view), held=1, pages=1)


def _gaps(view: View) -> Iterator[Gap]:
    rows = {row.id: row for row in view.rows}
    for finding in sorted(view.findings, key=lambda finding: finding.decision is not None):
        if finding.gap is not None:
            yield Gap(finding, finding.gap, rows.get(finding.standard_id or ""))


def _columns(view: View, say: Say) -> list[Column[Gap]]:
    options = (say("table-plan-close"), say("table-plan-defer"), say("table-plan-wrong"))
    decision = Choices(options, say("table-hint-decision"), strict=False)
    return [
        Column(say("table-standard"), 16, lambda gap: gap.finding.standard, "label"),
        Column(say("table-statement"), 44, lambda gap: None if gap.row is None else gap.row.statement, "wrapped"),
        Column(say("table-grades"), 9, lambda gap: _grades(gap, say)),
        Column(say("table-kind"), 12, lambda gap: words.kind(gap.kind, view.language)),
        Column(say("table-gap"), 24, lambda gap: f"{gap.finding.code} {gap.finding.title}", "wrapped"),
        Column(say("table-begin"), 30, lambda gap: gap.finding.file, "wrapped", lambda gap: gap.finding.url),
        Column(say("table-place"), 24, lambda gap: gap.finding.place, "wrapped"),
        Column(say("table-decision"), 24, lambda gap: decided(gap.finding, view.language), "yours", None, decision),
        Column(say("table-owner"), 16, lambda _: None, "yours"),
        Column(say("table-due"), 12, lambda _: None, "date"),
        Column(say("table-note"), 30, lambda _: None, "yours"),
    ]


def _grades(gap: Gap, say: Say) -> str:
    grades = gap.row.grades if gap.row else ()
    return ", ".join(grades) or say("table-not-stated")
