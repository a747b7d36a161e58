"""OneRoster's CSV: a table for line items, one for results, and so on; together they say what its JSON says.

Source: 1EdTech, OneRoster 1.2 CSV binding; 1.1 has no tables of learning objectives, so it names no standards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curalign.reading.files.tables import Row
from curalign.reading.results.trees import Tree, from_json

_Row = Mapping[str, str]

_TABLES: Mapping[str, tuple[str, ...]] = {
    "result objectives": ("resultsourcedid", "learningobjectiveid"),
    "item objectives": ("lineitemsourcedid", "learningobjectiveid"),
    "results": ("lineitemsourcedid", "score"),
    "items": ("classsourcedid", "resultvaluemax"),
    "classes": ("coursesourcedid", "grades"),
}
"""The tables with results, each by a column that no other table has."""


@dataclass(frozen=True, slots=True)
class RosterTable:
    """One table; `kind` is empty for those without results, such as schools."""

    kind: str
    rows: Sequence[_Row]


def read_table(found: Sequence[Row]) -> RosterTable | None:
    """A table of OneRoster, recognised by its first column or the manifest's; None for any other table."""
    first, *below = found or [Row(0, ())]
    names = [name.lower() for name in first.cells]
    if names[:1] != ["sourcedid"] and names != ["propertyname", "value"]:
        return None
    kind = next((kind for kind, needed in _TABLES.items() if set(needed) <= set(names)), "")
    rows = [dict(zip(names, cells, strict=False)) for cells in (row.cells for row in below)] if kind else []
    return RosterTable(kind, [row for row in rows if row.get("status", "").lower() != "tobedeleted"])


def join(tables: Sequence[RosterTable]) -> Tree:
    """All tables of a folder as the tree that JSON would give."""
    rows = {kind: [row for table in tables if table.kind == kind for row in table.rows] for kind in _TABLES}
    asked = _grouped(rows["item objectives"], "lineitemsourcedid")
    reached = _grouped(rows["result objectives"], "resultsourcedid")
    whole = {
        "lineItems": [_item(row, asked.get(row.get("sourcedid", ""), ())) for row in rows["items"]],
        "results": [_result(row, reached.get(row.get("sourcedid", ""), ())) for row in rows["results"]],
        "classes": [dict(row) for row in rows["classes"]],
    }
    tree = from_json(whole)
    return tree if isinstance(tree, dict) else {}


def _grouped(rows: Sequence[_Row], column: str) -> Mapping[str, Sequence[_Row]]:
    grouped: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[row.get(column, "")].append(row)
    return grouped


def _item(row: _Row, asked: Sequence[_Row]) -> dict[str, object]:
    names = [each.get("learningobjectiveid", "") for each in asked]
    objectives = {"learningObjectiveSet": [{"learningObjectiveIds": names}]} if names else {}
    return {**row, "class": {"sourcedId": row.get("classsourcedid", "")}, **objectives}


def _result(row: _Row, reached: Sequence[_Row]) -> dict[str, object]:
    results = {"learningObjectiveSet": [{"learningObjectiveResults": list(map(dict, reached))}]} if reached else {}
    return {**row, "lineItem": {"sourcedId": row.get("lineitemsourcedid", "")}, **results}
