"""A run on disk: what was measured once, for every report, plan and comparison after it.

A run is a folder of Parquet files, two JSON files of nouns, and `manifest.json`, which is written last: a folder
without a manifest is a run that was cut off, and nobody reads it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding
from curalign.domain.links import Alignment, Claim, Links, MadeWith, Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role, Spot
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.domain.standards import Association, Framework, Source, Standard
from curalign.errors import RunError

FORMAT = 1
"""1 (0.1.0): the first."""

HIDDEN = ".curalign"


@dataclass(frozen=True, slots=True)
class Run:
    """A saved run. `fingerprint` is the hash of everything that the result depends on."""

    id: str
    district: str
    fingerprint: str
    alignment: Alignment
    results: tuple[Result, ...] = ()


def run_id(fingerprint: str, now: datetime) -> str:
    """The name of a run: when it was made (UTC) and the start of its fingerprint."""
    return f"{now:%Y-%m-%dT%H%M%SZ}-{fingerprint.removeprefix('sha256:')[:6]}"


def home_of(folder: Path, cache: Path | None = None) -> Path:
    """Where cache and runs of a district go: `.curalign` in its folder, or `cache`, or the user's cache folder.

    The user's cache serves a folder that cannot be written to. Raises RunError where nothing can be written.
    """
    for home in (cache,) if cache else (folder / HIDDEN, _user_cache(folder)):
        try:
            home.mkdir(parents=True, exist_ok=True)
            if not (home / ".gitignore").exists():
                (home / ".gitignore").write_text("*\n")
        except OSError:
            continue
        if os.access(home, os.W_OK):
            return home
    raise RunError(f"{folder}: no place to keep the run can be written to; name one with --cache DIR.")


def save_run(home: Path, run: Run, coverage: Coverage, findings: Sequence[Finding]) -> Path:
    """Write a run and give its folder. Raises RunError when the disk refuses; nothing half-written stays."""
    folder = home / "runs" / run.id
    draft = folder.with_name(f".{run.id}.{os.getpid()}")
    try:
        draft.mkdir(parents=True, exist_ok=True)
        _write_parts(draft, run, coverage, findings)
        _write_json(draft / "manifest.json", _manifest(run))
        if folder.exists():
            shutil.rmtree(folder)
        draft.replace(folder)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise RunError(
            f"{folder}: the run cannot be saved ({error.strerror or error}); free some space or name another "
            f"place with --cache DIR."
        ) from error
    return folder


def load_run(folder: Path) -> Run:
    """Read a run's folder. Raises RunError when it is incomplete or of another format."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT:
            raise RunError(f"{folder}: a run of format {manifest['format']}; run `curalign check` again.")
        return Run(
            id=manifest["run"],
            district=manifest["district"],
            fingerprint=manifest["fingerprint"],
            alignment=_read_alignment(folder, manifest),
            results=tuple(Result(**row) for row in manifest["results"]),
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise RunError(f"{folder}: the run is damaged ({error}); delete it and run `curalign check` again.") from error


def find_run(home: Path, fingerprint: str) -> Run | None:
    """The newest whole run with this fingerprint, or None."""
    for folder in _newest_first(home):
        try:
            if json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["fingerprint"] == fingerprint:
                return load_run(folder)
        except (OSError, ValueError, KeyError, RunError):
            continue  # damaged or cut off: the check makes a new one
    return None


def latest_run(home: Path) -> Run:
    """The newest whole run. Raises RunError when there is none."""
    for folder in _newest_first(home):
        return load_run(folder)
    raise RunError(f"{home.parent}: no run yet; run `curalign check` on the folder first.")


def _newest_first(home: Path) -> Iterator[Path]:
    found = sorted((home / "runs").glob("*/manifest.json"), key=lambda path: path.parent.name, reverse=True)
    return (path.parent for path in found if not path.parent.name.startswith("."))


def _user_cache(folder: Path) -> Path:
    import hashlib

    from platformdirs import user_cache_path

    name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return user_cache_path("curalign", appauthor=False) / f"{folder.resolve().name}-{name}"


# --- writing ---------------------------------------------------------------------------------------------------------


def _manifest(run: Run) -> dict[str, Any]:
    alignment = run.alignment
    return {
        "format": FORMAT,
        "run": run.id,
        "district": run.district,
        "fingerprint": run.fingerprint,
        "made_with": asdict(alignment.made_with),
        "thresholds": asdict(alignment.thresholds),
        "signals": list(alignment.links.signals),
        "grades": list(alignment.grades),
        "problems": [asdict(problem) for problem in alignment.problems],
        "results": [asdict(result) for result in run.results],
    }


def _write_parts(folder: Path, run: Run, coverage: Coverage, findings: Sequence[Finding]) -> None:
    alignment = run.alignment
    framework = alignment.framework
    _write_json(
        folder / "framework.json", {f.name: [asdict(x) for x in getattr(framework, f.name)] for f in fields(framework)}
    )
    _write_json(folder / "materials.json", [_plain_material(material) for material in alignment.materials])
    _write_table(folder / "passages.parquet", _passage_columns(alignment))
    _write_table(folder / "claims.parquet", _claim_columns(alignment))
    _write_table(folder / "links.parquet", _link_columns(alignment))
    _write_table(folder / "coverage.parquet", _columns(coverage.rows()))
    _write_table(folder / "findings.parquet", _columns(_plain_finding(finding) for finding in findings))


def _plain_material(material: Material) -> dict[str, Any]:
    return asdict(replace(material, sections=()))


def _plain_finding(finding: Finding) -> dict[str, Any]:
    """What the run says; what people decide about it may change every day and stays in the settings."""
    row = asdict(replace(finding, standard=None, decision=None))
    del row["decision"]
    return row | {
        "severity": str(finding.severity),
        "standard": finding.standard.code if finding.standard else None,
    }


def _passage_columns(alignment: Alignment) -> dict[str, list[Any]]:
    where = {id(material): row for row, material in enumerate(alignment.materials)}
    passages = alignment.passages
    return {
        "id": [p.id for p in passages],
        "material": [where[id(p.material)] for p in passages],
        "headings": [list(p.headings) for p in passages],
        "page": [p.place.spot.page for p in passages],
        "line": [p.place.spot.line for p in passages],
        "unit": [p.place.spot.unit for p in passages],
        "role": [str(p.role) for p in passages],
        "text": [p.text for p in passages],
    }


def _claim_columns(alignment: Alignment) -> dict[str, list[Any]]:
    where = _positions(alignment.passages)
    return {
        "cited": [claim.cited for claim in alignment.claims],
        "passage": [where[id(claim.passage)] for claim in alignment.claims],
        "standard": [claim.standard.id if claim.standard else None for claim in alignment.claims],
    }


def _link_columns(alignment: Alignment) -> dict[str, Any]:
    where = _positions(alignment.passages)
    parts = (alignment.links, alignment.off_grade)
    rows = [np.array([where[id(p)] for p in links.passages], np.int32)[links.passage] for links in parts]
    codes = np.array([s.code for s in alignment.framework.standards], object)
    columns: dict[str, Any] = {
        "passage": np.concatenate(rows),
        "standard": np.concatenate([links.standard for links in parts]),
        "code": np.concatenate([codes[links.standard] for links in parts]),
        "on_grade": np.repeat([True, False], [len(links) for links in parts]),
        "similarity": np.concatenate([links.similarity for links in parts]),
        "probability": np.concatenate([links.probability for links in parts]),
    }
    for at, name in enumerate(alignment.links.signals):
        columns[f"value.{name}"] = np.concatenate([links.values[:, at] for links in parts])
        columns[f"log_odds.{name}"] = np.concatenate([links.log_odds[:, at] for links in parts])
    return columns


def _positions(passages: Iterable[Passage]) -> dict[int, int]:
    return {id(passage): row for row, passage in enumerate(passages)}


def _columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    table: dict[str, list[Any]] = {}
    for row in rows:
        for name, value in row.items():
            table.setdefault(name, []).append(value)
    return table


def _write_table(path: Path, columns: Mapping[str, Any]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table(dict(columns)), path)
    _sync(path)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    _sync(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


# --- reading ---------------------------------------------------------------------------------------------------------


def _read_alignment(folder: Path, manifest: Mapping[str, Any]) -> Alignment:
    framework = _read_framework(_read_json(folder / "framework.json"))
    materials = tuple(_material(row) for row in _read_json(folder / "materials.json"))
    passages = tuple(_passage(row, materials) for row in _read_table(folder / "passages.parquet").to_pylist())
    table = _read_table(folder / "links.parquet")
    on_grade = table["on_grade"].to_numpy()
    links = _read_links(table, passages, framework.standards, manifest)
    return Alignment(
        framework=framework,
        materials=materials,
        passages=passages,
        links=links.where(on_grade),
        off_grade=links.where(~on_grade),
        claims=tuple(
            Claim(row["cited"], passages[row["passage"]], framework.by_id.get(row["standard"]))
            for row in _read_table(folder / "claims.parquet").to_pylist()
        ),
        made_with=MadeWith(**manifest["made_with"]),
        grades=tuple(manifest["grades"]),
        problems=tuple(Problem(**row) for row in manifest["problems"]),
    )


def _read_links(
    table: Any, passages: tuple[Passage, ...], standards: tuple[Standard, ...], manifest: Mapping[str, Any]
) -> Links:
    signals = tuple(manifest["signals"])

    def column(name: str, kind: type) -> Any:
        return table[name].to_numpy().astype(kind)

    def matrix(prefix: str) -> Any:
        return np.column_stack([column(f"{prefix}.{name}", np.float32) for name in signals])

    return Links(
        passages=passages,
        standards=standards,
        passage=column("passage", np.int32),
        standard=column("standard", np.int32),
        similarity=column("similarity", np.float32),
        probability=column("probability", np.float32),
        signals=signals,
        values=matrix("value"),
        log_odds=matrix("log_odds"),
        thresholds=Thresholds(**manifest["thresholds"]),
    )


def _read_framework(data: Mapping[str, list[dict[str, Any]]]) -> Framework:
    return Framework(
        standards=tuple(
            Standard(**{**row, "grades": tuple(row["grades"]), "aliases": tuple(row["aliases"])})
            for row in data["standards"]
        ),
        sources=tuple(Source(**row) for row in data["sources"]),
        associations=tuple(Association(**row) for row in data["associations"]),
        problems=tuple(Problem(**row) for row in data["problems"]),
    )


def _material(row: dict[str, Any]) -> Material:
    problems = tuple(Problem(**problem) for problem in row["problems"])
    return Material(
        **{**row, "kind": Kind(row["kind"]), "sections": (), "grades": tuple(row["grades"]), "problems": problems}
    )


def _passage(row: Mapping[str, Any], materials: Sequence[Material]) -> Passage:
    place = Place(tuple(row["headings"]), Spot(row["page"], row["line"], row["unit"]))
    return Passage(materials[row["material"]], place, row["text"], Role(row["role"]))


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _read_table(path: Path) -> Any:
    import pyarrow.parquet as pq

    return pq.ParquetFile(path).read()  # pq.read_table would load pandas where it is installed: half a second
