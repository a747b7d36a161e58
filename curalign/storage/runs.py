"""Runs: saved whole or not at all, found again by what they depend on."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding
from curalign.domain.links import Alignment
from curalign.domain.results import Result
from curalign.errors import RunError
from curalign.language import rows_of
from curalign.opening import entry_at
from curalign.storage.folders import discard, drop_draft, new_draft, runs_of, sweep
from curalign.storage.homes import LATEST, RUNS, newest_first, run_folders
from curalign.storage.manifests import FORMAT, read_manifest, require_whole, write_manifest
from curalign.storage.notes import note_last_run, noted_last_run
from curalign.storage.reading import read_alignment
from curalign.storage.writing import plain_problem, write_parts

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Run:
    """A saved run. `fingerprint` is the hash of everything that the result depends on.

    `settings` are the values it was made with, by section; `inputs` are the files' sha256 by path; `packages` are the
    versions of the libraries that had a part in it. One that is not `complete` lacks what the machine or the moment
    kept from being read: it can be reported, and no check takes it up.
    """

    id: str
    district: str
    fingerprint: str
    alignment: Alignment
    results: tuple[Result, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    packages: Mapping[str, str] = field(default_factory=dict)
    complete: bool = True


def run_id(fingerprint: str, now: datetime) -> str:
    """The name of a run.

    Args:
        fingerprint: The hash of everything that the run depends on.
        now: When the run is made, in any time zone.

    Returns:
        The time in UTC and the start of the fingerprint, such as `2026-11-27T183000Z-5474b8`.

    """
    return f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{fingerprint.removeprefix('sha256:')[:6]}"


def save_run(home: Path, run: Run, coverage: Coverage, findings: Sequence[Finding]) -> Path:
    """Write a run, and name it as the last check's.

    Args:
        home: The folder of runs.
        run: What was measured.
        coverage: How far it reaches each standard.
        findings: What was found; saved as facts, without what people decided.

    Returns:
        The run's folder.

    Raises:
        RunError: The disk refuses. Nothing half-written stays.

    """
    folder = home / RUNS / run.id
    draft = None
    try:
        runs = runs_of(home)
        sweep(runs)
        draft = new_draft(runs)
        write_parts(draft, run.alignment, coverage, findings)
        write_manifest(draft, _manifest(run))
        _put_in_place(draft, folder)
    except OSError as error:
        raise _refused(folder, error) from error
    finally:
        if draft is not None:
            drop_draft(draft)  # also where Ctrl-C came in between
    mark_as_last(home, run)
    return folder


def mark_as_last(home: Path, run: Run) -> None:
    """Name a run as the last check's, for every report after it.

    Args:
        home: The folder of runs.
        run: One of its runs.

    Raises:
        RunError: The disk refuses.

    """
    try:
        note_last_run(home, run.id)
    except OSError as error:
        raise _refused(home / LATEST, error) from error


def _refused(path: Path, error: OSError) -> RunError:
    return RunError(
        f"{path}: cannot be saved ({error.strerror or error}); free some space or name another place with --cache DIR."
    )


def _put_in_place(draft: Path, folder: Path) -> None:
    """Give a finished run its name; where another process gave it to the same run just now, that one stays."""
    if entry_at(folder) != "nothing" and not _is_whole(folder):
        discard(folder)
    try:
        draft.rename(folder)
    except OSError:
        if not _is_whole(folder):
            raise


def _is_whole(folder: Path) -> bool:
    try:
        load_run(folder)
    except RunError:
        return False
    return True


def _manifest(run: Run) -> dict[str, Any]:
    alignment = run.alignment
    return {
        "run": run.id,
        "district": run.district,
        "fingerprint": run.fingerprint,
        "made_with": asdict(alignment.made_with),
        "thresholds": asdict(alignment.thresholds),
        "guarantee": None if alignment.guarantee is None else asdict(alignment.guarantee),
        "calibrations": {str(kind): asdict(calibration) for kind, calibration in alignment.calibrations},
        "chances": _plain_chances(alignment),
        "signals": list(alignment.links.signals),
        "grades": list(alignment.grades),
        "subjects": list(alignment.subjects),
        "problems": [plain_problem(problem) for problem in alignment.problems],
        "results": [asdict(result) for result in run.results],
        "settings": dict(run.settings),
        "inputs": dict(run.inputs),
        "packages": dict(run.packages),
        "complete": run.complete,
    }


def _plain_chances(alignment: Alignment) -> list[dict[str, Any]]:
    """What documents reach by chance; what is counted is named by the number of a passage that says it."""
    number = {rows_of(p.text): at for at, p in enumerate(alignment.passages)} if alignment.chances else {}
    return [
        {
            "kind": str(kind),
            "school": school,
            "grades": list(grades),
            "levels": [[(odds, number[rows]) for odds, rows in level.best] for level in levels],
        }
        for ((kind, school), grades), levels in sorted(alignment.chances.items())
    ]


def load_run(folder: Path) -> Run:
    """Read a run back.

    Args:
        folder: The run's folder.

    Returns:
        The run as it was measured, but for the sections of its materials.

    Raises:
        RunError: It is not whole, not this user's or of another format.

    """
    try:
        if entry_at(folder) != "folder":
            raise ValueError("it is not a folder")
        manifest = read_manifest(folder)
        if manifest["format"] != FORMAT:
            raise RunError(f"{folder}: a run of format {manifest['format']}; run `curalign check` again.")
        require_whole(folder, manifest)
        return Run(
            id=manifest["run"],
            district=manifest["district"],
            fingerprint=manifest["fingerprint"],
            alignment=read_alignment(folder, manifest),
            results=tuple(Result(**row) for row in manifest["results"]),
            settings=manifest["settings"],
            inputs=manifest["inputs"],
            packages=manifest["packages"],
            complete=manifest["complete"],
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise RunError(f"{folder}: the run is damaged ({reason}); run `curalign check` again.") from error


def find_run(home: Path, fingerprint: str) -> Run | None:
    """Find an earlier run of the same files under the same settings; warn of damaged ones that were passed over.

    Args:
        home: The folder of runs.
        fingerprint: The hash of everything that the run depends on.

    Returns:
        The newest whole and complete run with this fingerprint, or None.

    """
    damaged: list[str] = []
    found = None
    for folder in run_folders(home):
        try:
            manifest = read_manifest(folder)
            if manifest["fingerprint"] == fingerprint and manifest["complete"] is True:
                found = load_run(folder)
                break
        except (OSError, ValueError, KeyError, TypeError, RecursionError, RunError):
            damaged.append(folder.name)
    if damaged:
        log.warning(
            "%s: passed over %s, damaged or not made by you on this computer (`curalign runs prune` removes what is "
            "damaged).",
            home / RUNS,
            ", ".join(damaged[:3]) + (f" and {len(damaged) - 3} more" if len(damaged) > 3 else ""),
        )
    return found


def latest_id(home: Path) -> str:
    """Say which run `latest_run` would read back, without reading it.

    Args:
        home: The folder of runs.

    Returns:
        Its id; "" where there is none.

    """
    folders = newest_first(home)
    return noted_last_run(home) or (folders[0].name if folders else "")


def latest_run(home: Path) -> Run:
    """Read back the run of the last check, else the newest.

    Args:
        home: The folder of runs.

    Returns:
        That run.

    Raises:
        RunError: There is none, or it is damaged.

    """
    folders = newest_first(home)
    if not folders:
        raise RunError(f"{home.parent}: no run yet; run `curalign check` on the folder first.")
    noted = noted_last_run(home)
    if noted is None:
        log.warning("%s: is damaged, so this is of the newest run.", home / LATEST)
    return load_run(home / RUNS / noted if noted else folders[0])
