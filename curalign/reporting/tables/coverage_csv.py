"""View -> CSV: one row per standard, kind of document and school, as a spreadsheet wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curalign.domain.scopes import Scope
from curalign.reporting.tables.csv_text import as_csv
from curalign.reporting.view import Citation, StandardRow, Support, View

Line = tuple[StandardRow, Scope, Support]
Cell = str | int | float | bool | None

COLUMNS: dict[str, Callable[[Line], Cell]] = {
    "standard": lambda line: line[0].code,
    "statement": lambda line: line[0].statement,
    "grades": lambda line: "|".join(line[0].grades),
    "counted": lambda line: "yes" if line[0].counted else "no",
    "kind": lambda line: str(line[1].kind),
    "school": lambda line: line[1].school,
    "strength": lambda line: str(line[2].strength),
    "probability": lambda line: None if line[2].probability is None else f"{line[2].probability:.4f}",
    "verdict": lambda line: None if line[2].verdict is None else str(line[2].verdict),
    "taught": lambda line: None if line[2].taught is None else f"{line[2].taught:.4f}",
    "alternatives": lambda line: "|".join(line[2].alternatives),
    "links": lambda line: line[2].supporting,
    "file": lambda line: best.file if (best := _best(line)) else None,
    "place": lambda line: best.place if (best := _best(line)) else None,
    "quote": lambda line: best.quote if (best := _best(line)) else None,
    "strand": lambda line: line[0].strand,
    "framework": lambda line: line[0].framework,
    "id": lambda line: line[0].id,
    "decision": lambda line: None if line[2].decision is None else str(line[2].decision.verdict),
}
"""Each column and what it holds; a new column is a new line here."""


def to_csv(view: View) -> str:
    """Write coverage as CSV.

    Args:
        view: What is shown.

    Returns:
        RFC 4180 text with a header line: a row for each standard, kind of document and school. No spreadsheet runs a
        cell of it.

    """
    return as_csv(COLUMNS, ([cell(line) for cell in COLUMNS.values()] for line in _lines(view)))


def _lines(view: View) -> Iterator[Line]:
    """Standards in the framework's order, curriculum before PD, the district before its schools."""
    for row in view.rows:
        for scope, support in row.supports.items():
            yield row, scope, support


def _best(line: Line) -> Citation | None:
    return line[2].links[0] if line[2].links else None
