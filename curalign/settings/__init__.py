"""`curalign.toml` as frozen values, one section per room; what a folder says may do less than what its user says."""

from __future__ import annotations

from curalign.settings.loading import Models, load_settings
from curalign.settings.values import (
    FILE,
    ColumnSettings,
    DecisionSettings,
    DistrictSettings,
    EmbeddingSettings,
    FindingSettings,
    JudgingSettings,
    MatchingSettings,
    PlanningSettings,
    ReadingSettings,
    ResultsSettings,
    SegmentingSettings,
    Settings,
)

__all__ = [
    "FILE",
    "ColumnSettings",
    "DecisionSettings",
    "DistrictSettings",
    "EmbeddingSettings",
    "FindingSettings",
    "JudgingSettings",
    "MatchingSettings",
    "Models",
    "PlanningSettings",
    "ReadingSettings",
    "ResultsSettings",
    "SegmentingSettings",
    "Settings",
    "load_settings",
]
