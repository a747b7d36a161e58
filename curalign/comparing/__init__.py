"""What changed: from one edition of a framework to another, and from one run of a district to another."""

from __future__ import annotations

from curalign.comparing.baselines import Baseline, read_baseline
from curalign.comparing.causes import find_causes
from curalign.comparing.editions import Changes, FieldChange, compare, describe_association, describe_changes
from curalign.comparing.runs import compare_runs, snapshot_of

__all__ = [
    "Baseline",
    "Changes",
    "FieldChange",
    "compare",
    "compare_runs",
    "describe_association",
    "describe_changes",
    "find_causes",
    "read_baseline",
    "snapshot_of",
]
