"""View -> one row per standard, kind of document and school: as CSV for a spreadsheet, as Parquet for a data frame."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from curalign.domain.scopes import Scope
from curalign.reporting.tables.check_json import describe
from curalign.reporting.tables.csv_text import as_csv
from curalign.reporting.tables.speaking import scope_of
from curalign.reporting.view import Citation, StandardRow, Support, View


class Line(NamedTuple):
    """What a row is of; `shown` is what the view was narrowed to."""

    row: StandardRow
    scope: Scope
    support: Support
    shown: str

    @property
    def best(self) -> Citation | None:
        """The most probable passage."""
        return self.support.links[0] if self.support.links else None


Cell = str | int | float | bool | tuple[str, ...] | None

COLUMNS: dict[str, Callable[[Line], Cell]] = {
    "standard": lambda line: line.row.code,
    "statement": lambda line: line.row.statement,
    "grades": lambda line: line.row.grades,
    "counted": lambda line: line.row.counted,
    "kind": lambda line: str(line.scope.kind),
    "school": lambda line: line.scope.school,
    "strength": lambda line: str(line.support.strength),
    "probability": lambda line: line.support.probability,
    "verdict": lambda line: None if line.support.verdict is None else str(line.support.verdict),
    "taught": lambda line: line.support.taught,
    "alternatives": lambda line: line.support.alternatives,
    "links": lambda line: line.support.supporting,
    "file": lambda line: None if line.best is None else line.best.file,
    "place": lambda line: None if line.best is None else line.best.noted,
    "quote": lambda line: None if line.best is None else line.best.quote,
    "strand": lambda line: line.row.strand,
    "framework": lambda line: line.row.framework,
    "id": lambda line: line.row.id,
    "decision": lambda line: None if line.support.decision is None else str(line.support.decision.verdict),
    "scope": lambda line: line.shown,
}
"""Each column and what it holds; a new column is a new line here, and one in `PARQUET` where it is no text."""

PARQUET = {
    "grades": "texts",
    "counted": "bool",
    "probability": "float64",
    "taught": "float64",
    "alternatives": "texts",
    "links": "int64",
}
"""The types of the columns in Parquet that hold anything but text."""


def to_csv(view: View) -> str:
    """Write coverage as CSV.

    Args:
        view: What is shown.

    Returns:
        RFC 4180 text with a header line: a row for each standard, kind of document and school. No spreadsheet runs a
        cell of it.

    """
    return as_csv(COLUMNS, ([_as_text(cell(line)) for cell in COLUMNS.values()] for line in _lines(view)))


def to_parquet(view: View) -> bytes:
    """Write the same rows as Parquet, with lists, numbers and missing values as such.

    Args:
        view: What is shown.

    Returns:
        The bytes of a file whose schema has, under `curalign`, the JSON of everything that is not of one standard: the
        run, the headline counts, what it was made with. The same for the same view and version of pyarrow.

    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    def typed(name: str) -> Any:
        kind = PARQUET.get(name, "string")
        return pa.list_(pa.string()) if kind == "texts" else pa.type_for_alias(kind)

    lines = list(_lines(view))
    schema = pa.schema(
        [(name, typed(name)) for name in COLUMNS],
        metadata={"curalign": json.dumps(describe(view), ensure_ascii=False, allow_nan=False)},
    )
    columns = {name: [_as_value(cell(line)) for line in lines] for name, cell in COLUMNS.items()}
    page = io.BytesIO()
    pq.write_table(pa.table(columns, schema=schema), page, compression="zstd")
    return page.getvalue()


def _as_text(cell: Cell) -> str | int | None:
    """A cell as CSV has it: four decimals, `yes` and `no`, lists between bars."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.4f}"
    return "|".join(cell) if isinstance(cell, tuple) else cell


def _as_value(cell: Cell) -> Any:
    if isinstance(cell, float):
        return round(cell, 4)
    return list(cell) if isinstance(cell, tuple) else cell


def _lines(view: View) -> Iterator[Line]:
    """Standards in the framework's order, curriculum before PD, the district before its schools."""
    shown = scope_of(view.shown)
    for row in view.rows:
        for scope, support in row.supports.items():
            yield Line(row, scope, support, shown)
