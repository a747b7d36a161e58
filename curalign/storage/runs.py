"""Runs: saved whole or not at all, found again by what they depend on."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding
from curalign.domain.links import Alignment
from curalign.domain.results import Result
from curalign.errors import RunError
from curalign.storage.homes import newest_first
from curalign.storage.reading import read_alignment, read_json
from curalign.storage.writing import checksums, plain_problem, write_json, write_parts

FORMAT = 2
"""1 (0.1.0): the first, read as well. 2: findings and problems hold facts instead of sentences."""

_LATEST = "latest"
"""The file in a home that names the run of the last check, which need not be the newest: a check may take one up."""

_ABANDONED = 3600.0
"""Seconds after which a half-written run is one whose process was killed."""


@dataclass(frozen=True, slots=True)
class Run:
    """A saved run. `fingerprint` is the hash of everything that the result depends on.

    `settings` are the values it was made with, by section; `inputs` are the files' sha256 by path; `packages` are the
    versions of the libraries that had a part in it.
    """

    id: str
    district: str
    fingerprint: str
    alignment: Alignment
    results: tuple[Result, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    packages: Mapping[str, str] = field(default_factory=dict)


def run_id(fingerprint: str, now: datetime) -> str:
    """The name of a run: when it was made, in UTC, and the start of its fingerprint."""
    return f"{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{fingerprint.removeprefix('sha256:')[:6]}"


def save_run(home: Path, run: Run, coverage: Coverage, findings: Sequence[Finding]) -> Path:
    """Write a run and give its folder. Raises RunError when the disk refuses; nothing half-written stays."""
    folder = home / "runs" / run.id
    draft = folder.with_name(f".{run.id}.{os.getpid()}")
    try:
        _sweep(folder.parent)
        draft.mkdir(parents=True, exist_ok=True)
        write_parts(draft, run.alignment, coverage, findings)
        write_json(draft / "manifest.json", _manifest(run, checksums(draft)))
        _put_in_place(draft, folder)
    except OSError as error:
        raise _refused(folder, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)  # also where Ctrl-C came in between
    keep_in_mind(home, run)
    return folder


def keep_in_mind(home: Path, run: Run) -> None:
    """Name the run as the last check's, for every report after it. Raises RunError when the disk refuses."""
    if _run_in_mind(home) == run.id:
        return
    draft = home / f".{_LATEST}.{os.getpid()}"
    try:
        draft.write_text(run.id, encoding="utf-8")
        draft.replace(home / _LATEST)
    except OSError as error:
        raise _refused(home / _LATEST, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _run_in_mind(home: Path) -> str:
    try:
        return (home / _LATEST).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def _refused(path: Path, error: OSError) -> RunError:
    return RunError(
        f"{path}: cannot be saved ({error.strerror or error}); free some space or name another place with --cache DIR."
    )


def _put_in_place(draft: Path, folder: Path) -> None:
    """Give a finished run its name; where another process gave it to the same run just now, that one stays."""
    if folder.exists() and not _is_whole(folder):
        shutil.rmtree(folder)
    try:
        draft.replace(folder)
    except OSError:
        if not _is_whole(folder):
            raise


def _is_whole(folder: Path) -> bool:
    try:
        load_run(folder)
    except RunError:
        return False
    return True


def _sweep(runs: Path) -> None:
    """Remove what killed processes left half-written."""
    for draft in runs.glob(".*"):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime > _ABANDONED:
                shutil.rmtree(draft)


def _manifest(run: Run, files: Mapping[str, str]) -> dict[str, Any]:
    alignment = run.alignment
    return {
        "format": FORMAT,
        "run": run.id,
        "district": run.district,
        "fingerprint": run.fingerprint,
        "made_with": asdict(alignment.made_with),
        "thresholds": asdict(alignment.thresholds),
        "guarantee": None if alignment.guarantee is None else asdict(alignment.guarantee),
        "signals": list(alignment.links.signals),
        "grades": list(alignment.grades),
        "problems": [plain_problem(problem) for problem in alignment.problems],
        "results": [asdict(result) for result in run.results],
        "settings": dict(run.settings),
        "inputs": dict(run.inputs),
        "packages": dict(run.packages),
        "files": files,
    }


def load_run(folder: Path) -> Run:
    """Read a run's folder. Raises RunError when it is incomplete or of another format."""
    try:
        manifest = read_json(folder / "manifest.json")
        if manifest["format"] not in (1, FORMAT):
            raise RunError(f"{folder}: a run of format {manifest['format']}; run `curalign check` again.")
        if manifest["files"] != checksums(folder):
            raise ValueError("its files are not those that were saved")
        return Run(
            id=manifest["run"],
            district=manifest["district"],
            fingerprint=manifest["fingerprint"],
            alignment=read_alignment(folder, manifest),
            results=tuple(Result(**row) for row in manifest["results"]),
            settings=manifest["settings"],
            inputs=manifest["inputs"],
            packages=manifest["packages"],
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise RunError(f"{folder}: the run is damaged ({reason}); run `curalign check` again.") from error


def find_run(home: Path, fingerprint: str) -> Run | None:
    """The newest whole run with this fingerprint, or None."""
    for folder in newest_first(home):
        try:
            if read_json(folder / "manifest.json")["fingerprint"] == fingerprint:
                return load_run(folder)
        except (OSError, ValueError, KeyError, TypeError, RecursionError, RunError):
            continue  # damaged or cut off: the check makes a new one
    return None


def latest_run(home: Path) -> Run:
    """The run of the last check, else the newest. Raises RunError when there is none or it is damaged."""
    folders = list(newest_first(home))
    if not folders:
        raise RunError(f"{home.parent}: no run yet; run `curalign check` on the folder first.")
    noted = _run_in_mind(home)
    return load_run(next((folder for folder in folders if folder.name == noted), folders[0]))
