"""The columns and the JSON of a run as nouns again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from curalign.domain.chances import Chances
from curalign.domain.guarantees import Bound, Guarantee
from curalign.domain.levels import Level
from curalign.domain.links import Alignment, Claim, Links, MadeWith, Thresholds
from curalign.domain.materials import InstructionalTime, Kind, Material, Passage, Place, Role, Spot
from curalign.domain.problems import Problem
from curalign.domain.standards import Association, Framework, Source, Standard
from curalign.domain.verdicts import Calibration
from curalign.language import rows_of
from curalign.opening import open_file
from curalign.safekeeping import read_file
from curalign.wording import Facts


def read_made_with(row: Mapping[str, Any]) -> MadeWith:
    """What a run was made with. Raises TypeError where it is no such row."""
    return MadeWith(**{**row, "limited": Facts(row.get("limited", {}))})


def read_alignment(folder: Path, manifest: Mapping[str, Any]) -> Alignment:
    """The alignment of a run, without the sections of its materials. Raises what damaged files make readers raise."""
    framework = read_framework(read_json(folder / "framework.json"))
    materials = tuple(_material(row) for row in read_json(folder / "materials.json"))
    passages = tuple(_passage(row, materials) for row in read_table(folder / "passages.parquet").to_pylist())
    links, on_grade = _read_links(folder / "links.parquet", passages, framework.standards, manifest)
    return Alignment(
        framework=framework,
        materials=materials,
        passages=passages,
        links=links[:on_grade],
        off_grade=links[on_grade:],
        claims=tuple(
            Claim(row["cited"], passages[row["passage"]], framework.by_id.get(row["standard"]))
            for row in read_table(folder / "claims.parquet").to_pylist()
        ),
        made_with=read_made_with(manifest["made_with"]),
        grades=tuple(manifest["grades"]),
        problems=tuple(map(_problem, manifest["problems"])),
        guarantee=_guarantee(manifest.get("guarantee")),
        calibrations=tuple((Kind(kind), Calibration(**row)) for kind, row in manifest["calibrations"].items()),
        subjects=tuple(manifest.get("subjects", ())),
        chances=_chances(manifest["chances"], passages),
    )


def _chances(rows: Sequence[Mapping[str, Any]], passages: Sequence[Passage]) -> Chances:
    """What is counted stands there by the number of a passage that says it."""
    return {
        ((Kind(row["kind"]), row["school"]), tuple(row["grades"])): tuple(
            Level(tuple((float(odds), rows_of(passages[at].text)) for odds, at in best)) for best in row["levels"]
        )
        for row in rows
    }


def _guarantee(row: Mapping[str, Any] | None) -> Guarantee | None:
    if row is None:
        return None
    return Guarantee(**{**row, "bounds": tuple(Bound(**bound) for bound in row["bounds"])})


def _thresholds(row: Mapping[str, Any]) -> Thresholds:
    for_units = tuple((subject, _thresholds(own)) for subject, own in row.get("for_units", ()))
    return Thresholds(row["full"], row["partial"], for_units)


def _read_links(
    path: Path, passages: tuple[Passage, ...], standards: tuple[Standard, ...], manifest: Mapping[str, Any]
) -> tuple[Links, int]:
    """All links, and how many of them are on grade: those come first. A column at a time, for there are millions."""
    signals = tuple(manifest["signals"])

    def column(name: str, kind: type) -> Any:
        return _numbers(read_table(path, [name])[name]).astype(kind, copy=False)

    def matrix(prefix: str) -> Any:
        columns = (column(f"{prefix}.{name}", np.float32) for name in signals)
        filled = np.empty((len(passage), len(signals)), np.float32)
        for at, values in enumerate(columns):
            filled[:, at] = values
        return filled

    passage = column("passage", np.int32)
    links = Links(
        passages=passages,
        standards=standards,
        passage=passage,
        standard=column("standard", np.int32),
        similarity=column("similarity", np.float32),
        probability=column("probability", np.float32),
        signals=signals,
        values=matrix("value"),
        log_odds=matrix("log_odds"),
        thresholds=_thresholds(manifest["thresholds"]),
    )
    on_grade = read_table(path, ["on_grade"])["on_grade"]
    return links, sum(chunk.true_count for chunk in on_grade.chunks)


def _numbers(column: Any) -> Any:
    """A column of Arrow's as one array. Its own `to_numpy` would load pandas where that is installed, half a second."""
    return np.from_dlpack(column.combine_chunks())


def read_framework(data: Mapping[str, list[dict[str, Any]]]) -> Framework:
    """The framework of a run, from its JSON. Raises what damaged files make readers raise."""
    return Framework(
        standards=tuple(
            Standard(**{**row, "grades": tuple(row["grades"]), "aliases": tuple(row["aliases"])})
            for row in data["standards"]
        ),
        sources=tuple(Source(**row) for row in data["sources"]),
        associations=tuple(Association(**row) for row in data["associations"]),
        problems=tuple(map(_problem, data["problems"])),
    )


def _problem(row: Mapping[str, Any]) -> Problem:
    return Problem(**{**row, "facts": Facts(row["facts"])})


def _material(row: dict[str, Any]) -> Material:
    problems = tuple(map(_problem, row["problems"]))
    return Material(
        **{**row, "kind": Kind(row["kind"]), "sections": (), "grades": tuple(row["grades"]), "problems": problems}
    )


def _passage(row: Mapping[str, Any], materials: Sequence[Material]) -> Passage:
    # Runs from before archives, pacing guides and OCR were read have no such columns.
    spot = Spot(row["page"], row["line"], row["unit"], row.get("member", ""), row.get("ocr", False))
    place = Place(tuple(row["headings"]), spot)
    time = InstructionalTime(row["time"], row["days"]) if row.get("time") is not None else None
    return Passage(materials[row["material"]], place, row["text"], Role(row["role"]), time)


def read_json(path: Path) -> Any:
    """Read a JSON file. Raises OSError, ValueError or RecursionError."""
    return json.loads(read_file(path).decode("utf-8"))


def read_table(path: Path, columns: Sequence[str] | None = None) -> Any:
    """A Parquet file, or some of its columns, as a table of Arrow. Raises OSError and Arrow's own errors."""
    import pyarrow.parquet as pq

    with open_file(path) as file:  # opened here, for Arrow takes no path that is not UTF-8
        # pq.read_table would load pandas where it is installed: half a second
        return pq.ParquetFile(file).read(columns)
