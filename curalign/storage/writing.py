"""The nouns of a run as columns and JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding
from curalign.domain.identities import identify
from curalign.domain.links import Alignment, Links
from curalign.domain.materials import Material
from curalign.domain.problems import Problem
from curalign.opening import open_file
from curalign.safekeeping import flush_to_disk, open_new, write_new

_LINKS_AT_ONCE = 500_000


PARTS = (
    "claims.parquet",
    "coverage.parquet",
    "findings.parquet",
    "framework.json",
    "links.parquet",
    "materials.json",
    "passages.parquet",
)
"""The files of a run but its manifest."""


def checksums(folder: Path) -> dict[str, str]:
    """sha256 of each of a run's files but the manifest, by name: no reader is as strict as that. Raises OSError."""
    return {name: checksum(folder / name) for name in PARTS}


def checksum(path: Path) -> str:
    """sha256 of one file. Raises OSError."""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_parts(folder: Path, alignment: Alignment, coverage: Coverage, findings: Sequence[Finding]) -> None:
    """Write everything of a run but its manifest. Raises OSError."""
    framework = alignment.framework
    nouns = {f.name: [_plain(x) for x in getattr(framework, f.name)] for f in fields(framework)}
    write_new(folder / "framework.json", as_json(nouns))
    materials = [_plain_material(material) for material in alignment.materials]
    write_new(folder / "materials.json", as_json(materials))
    _write_table(folder / "passages.parquet", _passage_columns(alignment))
    _write_table(folder / "claims.parquet", _claim_columns(alignment))
    _write_tables(folder / "links.parquet", _link_columns(alignment))
    _write_table(folder / "coverage.parquet", _columns(coverage.rows()))
    _write_table(folder / "findings.parquet", _columns(_plain_finding(finding) for finding in findings))


def _plain(value: Any) -> dict[str, Any]:
    return plain_problem(value) if isinstance(value, Problem) else asdict(value)


def plain_problem(problem: Problem) -> dict[str, Any]:
    """A problem as JSON: its trouble and the facts of it, without a sentence."""
    row: dict[str, Any] = {"code": problem.code, "file": problem.file, "place": problem.place}
    row |= {"passing": True} if problem.passing else {}
    return row | {"trouble": problem.trouble, "facts": problem.facts}


def _plain_material(material: Material) -> dict[str, Any]:
    row = asdict(replace(material, sections=(), problems=()))
    return row | {"problems": [plain_problem(problem) for problem in material.problems]}


def _plain_finding(finding: Finding) -> dict[str, Any]:
    """What was found, as facts; what people decide about it may change every day and stays in the settings."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "standard": finding.standard.code if finding.standard else None,
        "file": finding.file,
        "place": finding.place,
        "gap": finding.gap,
        "probability": finding.probability,
        "sentence": finding.sentence or finding.code,
        "facts": json.dumps(finding.facts, ensure_ascii=False, sort_keys=True),
    }


def _passage_columns(alignment: Alignment) -> dict[str, list[Any]]:
    where = {material: row for row, material in enumerate(alignment.materials)}
    passages = alignment.passages
    return {
        "id": list(identify(passages)),
        "material": [where[p.material] for p in passages],
        "headings": [list(p.headings) for p in passages],
        "page": [p.place.spot.page for p in passages],
        "line": [p.place.spot.line for p in passages],
        "unit": [p.place.spot.unit for p in passages],
        "member": [p.place.spot.member for p in passages],
        "ocr": [p.place.spot.ocr for p in passages],
        "role": [str(p.role) for p in passages],
        "text": [p.text for p in passages],
        "time": [p.time.text if p.time else None for p in passages],
        "days": [p.time.days if p.time else None for p in passages],
    }


def _claim_columns(alignment: Alignment) -> dict[str, list[Any]]:
    where = {passage: row for row, passage in enumerate(alignment.passages)} if alignment.claims else {}
    return {
        "cited": [claim.cited for claim in alignment.claims],
        "passage": [where[claim.passage] for claim in alignment.claims],
        "standard": [claim.standard.id if claim.standard else None for claim in alignment.claims],
    }


def _link_columns(alignment: Alignment) -> Iterator[dict[str, Any]]:
    """The links as tables of one shape, on grade first; in parts, for there are millions."""
    codes = np.array([s.code for s in alignment.framework.standards], object)
    both = (alignment.links, alignment.off_grade)
    for links in [links for links in both if len(links)] or both[:1]:
        for start in range(0, max(len(links), 1), _LINKS_AT_ONCE):
            yield _columns_of(links[start : start + _LINKS_AT_ONCE], codes, links is alignment.links)


def _columns_of(links: Links, codes: NDArray[np.object_], on_grade: bool) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "passage": links.passage,
        "standard": links.standard,
        "code": codes[links.standard],
        "on_grade": np.full(len(links), on_grade),
        "similarity": links.similarity,
        "probability": links.probability,
    }
    for at, name in enumerate(links.signals):
        columns[f"value.{name}"] = links.values[:, at]
        columns[f"log_odds.{name}"] = links.log_odds[:, at]
    return columns


def _columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    table: dict[str, list[Any]] = {}
    for row in rows:
        for name, value in row.items():
            table.setdefault(name, []).append(value)
    return table


def _write_table(path: Path, columns: Mapping[str, Any]) -> None:
    _write_tables(path, iter([columns]))


def _write_tables(path: Path, parts: Iterator[Mapping[str, Any]]) -> None:
    """Write tables of one shape, at least one, under each other."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    first = pa.table(dict(next(parts)))
    with open_new(path) as file:
        with pq.ParquetWriter(file, first.schema) as writer:  # Arrow itself takes UTF-8 paths only
            writer.write_table(first)
            for columns in parts:
                writer.write_table(pa.table(dict(columns), schema=first.schema))
        flush_to_disk(file)


def as_json(value: object) -> bytes:
    """JSON as it lies in a run."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8")
