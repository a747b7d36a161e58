"""Pupils' results per test item, objective and standard, always over a group: never of a single pupil."""

from __future__ import annotations

from curalign.reading.results.item_analysis import COLUMNS, pupil_column
from curalign.reading.results.reading import read_all_results, read_results

__all__ = ["COLUMNS", "pupil_column", "read_all_results", "read_results"]
