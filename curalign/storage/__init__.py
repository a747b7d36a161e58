"""A run on disk: what was measured once, for every report, plan and comparison after it.

A run is a folder of Parquet files, two JSON files of nouns, and `manifest.json`, which is written last, knows the
checksum of the others and carries a seal: a folder without a manifest is a run that was cut off, one without the seal
of this user's key is somebody else's, and nobody reads either.
"""

from __future__ import annotations

from curalign.storage.homes import HIDDEN, VECTORS, home_of, home_with_runs, homes_of_gone_districts
from curalign.storage.keeping import KeptRun, clear_home, find_kept, list_runs, name_run, prune_runs
from curalign.storage.reviews import REVIEWS, ProposalLog, ReviewLog, read_reviews
from curalign.storage.runs import Run, find_run, latest_id, latest_run, load_run, mark_as_last, run_id, save_run
from curalign.storage.snapshots import read_snapshot

__all__ = [
    "HIDDEN",
    "REVIEWS",
    "VECTORS",
    "KeptRun",
    "ProposalLog",
    "ReviewLog",
    "Run",
    "clear_home",
    "find_kept",
    "find_run",
    "home_of",
    "home_with_runs",
    "homes_of_gone_districts",
    "latest_id",
    "latest_run",
    "list_runs",
    "load_run",
    "mark_as_last",
    "name_run",
    "prune_runs",
    "read_reviews",
    "read_snapshot",
    "run_id",
    "save_run",
]
