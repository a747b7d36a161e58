"""A run on disk: what was measured once, for every report, plan and comparison after it.

A run is a folder of Parquet files, two JSON files of nouns, and `manifest.json`, which is written last and knows the
checksum of the others: a folder without a manifest is a run that was cut off, and nobody reads it.
"""

from __future__ import annotations

from curalign.storage.homes import HIDDEN, home_of, home_with_runs
from curalign.storage.runs import Run, find_run, keep_in_mind, latest_run, load_run, run_id, save_run

__all__ = [
    "HIDDEN",
    "Run",
    "find_run",
    "home_of",
    "home_with_runs",
    "keep_in_mind",
    "latest_run",
    "load_run",
    "run_id",
    "save_run",
]
