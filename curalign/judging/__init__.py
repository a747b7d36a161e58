"""Candidate -> Link: how probable it is that a passage teaches a standard, and why."""

from __future__ import annotations

from curalign.judging.decoys import find_chances, load_decoys
from curalign.judging.guarantee import find_guarantee, find_promise, raise_thresholds
from curalign.judging.judge import Judge, judge_for, load_judge

__all__ = [
    "Judge",
    "find_chances",
    "find_guarantee",
    "find_promise",
    "judge_for",
    "load_decoys",
    "load_judge",
    "raise_thresholds",
]
