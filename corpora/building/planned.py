"""A truth that was planned standard by standard before the texts were written: it must fit standards and documents."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from building.documents import Document
from building.truth import PlanError

VERDICTS = {"full", "partial", "list", "none"}


def check_truth(folder: Path, documents: Iterable[Document]) -> None:
    """Fail where `truth.csv` leaves a counted standard out, knows one too many, or names no document."""
    rows = _read(folder / "truth.csv")
    codes = [row["code"] for row in rows]
    counted = _counted(folder / "standards")
    if odd := set(codes) ^ counted or {code for code in codes if codes.count(code) > 1}:
        raise PlanError(f"truth.csv: counted, but without just one row, or not counted: {sorted(odd)}")
    names = {Path(document.output).name for document in documents}
    for row in rows:
        if row["truth"] not in VERDICTS or row["pd"] not in {"yes", "no"}:
            raise PlanError(f"truth.csv: {row['code']}: {row['truth']!r} or {row['pd']!r} is no verdict")
        places = row["where"].split("|") if row["where"] else []
        if bool(places) is (row["truth"] == "none") or not names.issuperset(places):
            raise PlanError(f"truth.csv: {row['code']}: {row['truth']} does not go with {row['where']!r}")


def _counted(folder: Path) -> set[str]:
    """The codes of statements that no other statement belongs to."""
    rows = [row for path in sorted(folder.glob("*.csv")) for row in _read(path)]
    return {row["code"] for row in rows} - {row["parent"] for row in rows}


def _read(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
