"""Alignment -> Coverage: how far the district reaches each standard, per kind of document and per school."""

from __future__ import annotations

from curalign.covering.measure import measure_coverage

__all__ = ["measure_coverage"]
