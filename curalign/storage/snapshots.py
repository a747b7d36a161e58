"""What a run says of each standard, read without its passages and links: a row of runs is read in a moment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from curalign.domain.comparisons import Reading, Snapshot, verdict_of
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard
from curalign.domain.verdicts import Verdict
from curalign.errors import RunError
from curalign.storage.manifests import FORMAT, read_manifest
from curalign.storage.reading import read_framework, read_json, read_made_with, read_table
from curalign.storage.writing import checksum

_COVERAGE, _FRAMEWORK = "coverage.parquet", "framework.json"
_COLUMNS = ("standard", "statement", "counted", "kind", "school", "strength", "verdict", "taught")


def read_snapshot(folder: Path, name: str = "") -> Snapshot:
    """Read what a run said of each standard that the district answered for, as it was measured.

    Args:
        folder: The run's folder.
        name: What the run is called.

    Returns:
        A reading for each counted standard and kind of document, of the whole district. What people decided since is
        not in it.

    Raises:
        RunError: It is not whole, not this user's or of another format.

    """
    try:
        manifest = read_manifest(folder)
        if manifest["format"] != FORMAT:
            raise RunError(f"{folder}: a run of format {manifest['format']}; run `curalign check` again.")
        if any(manifest["files"][part] != checksum(folder / part) for part in (_COVERAGE, _FRAMEWORK)):
            raise ValueError("its files are not those that were saved")
        framework = read_framework(read_json(folder / _FRAMEWORK))
        known = {(standard.code, standard.statement): standard for standard in framework}
        rows = read_table(folder / _COVERAGE, _COLUMNS).to_pylist()
        return Snapshot(
            manifest["run"],
            read_made_with(manifest["made_with"]),
            framework,
            tuple(_reading(row, known) for row in rows if row["counted"] and not row["school"]),
            name,
            manifest["settings"],
            manifest["packages"],
            tuple(manifest["grades"]),
            tuple(manifest.get("subjects", ())),
            {Kind(kind): row["spread"] for kind, row in manifest["calibrations"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise RunError(f"{folder}: the run is damaged ({reason}); run `curalign check` again.") from error


def _reading(row: Mapping[str, Any], known: Mapping[tuple[str, str], Standard]) -> Reading:
    verdict = verdict_of(Strength(row["strength"]), Verdict(row["verdict"]) if row["verdict"] else None)
    return Reading(known[row["standard"], row["statement"]], Kind(row["kind"]), verdict, row["taught"])
