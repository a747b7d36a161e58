"""Measurement -> Finding: what a reader should know, one rule per code."""

from __future__ import annotations

from curalign.finding.find import RULES, find_gaps, find_in
from curalign.finding.placing import suggest_places
from curalign.finding.rule import Rule

__all__ = ["RULES", "Rule", "find_gaps", "find_in", "suggest_places"]
