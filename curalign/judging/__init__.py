"""Candidate -> Link: how probable it is that a passage teaches a standard, and why."""

from __future__ import annotations

from curalign.judging.judge import Judge, judge_for, load_judge

__all__ = ["Judge", "judge_for", "load_judge"]
