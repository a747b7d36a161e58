"""Where the districts lie that tests read, and how to write a small one."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAPLE_VALLEY = ROOT / "corpora" / "maple-valley"
PLANNED_GRADE_6 = ROOT / "corpora" / "planned-grade-6"
PLANNED_GRADE_7 = ROOT / "corpora" / "planned-grade-7"
PLANNED_GRADE_8 = ROOT / "corpora" / "planned-grade-8"
PLANNED_GRADES_9_10 = ROOT / "corpora" / "planned-grades-9-10"
PLANNED_GRADES_11_12 = ROOT / "corpora" / "planned-grades-11-12"
BENCH = Path(os.environ.get("CURALIGN_BENCH", ROOT.parent / "shared" / "bench"))


def write_district(folder: Path, files: dict[str, str]) -> Path:
    """A district's folder out of texts."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
