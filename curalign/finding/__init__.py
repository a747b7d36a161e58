"""Coverage -> Finding: what a reader should know, one rule per code."""

from __future__ import annotations

from curalign.finding.find import RULES, find_gaps
from curalign.finding.rule import Rule

__all__ = ["RULES", "Rule", "find_gaps"]
