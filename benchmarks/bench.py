"""The open labelled sets, as texts, standards and codes. Every script here that measures accuracy starts from them.

The data is not part of this repository: name its folder with --bench, or in the variable CURALIGN_BENCH.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from curalign.domain.grades import read_grades
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework, Standard

DEFAULT = Path(os.environ.get("CURALIGN_BENCH", Path(__file__).resolve().parents[2] / "shared" / "bench"))

TRAINS = {
    "math_lessons": "unbounded",
    "ela_lessons": "unbounded",
    "math_activities": "mathfish",
    "computer_science": "bootstrap",
    "math_in_computing": "bootstrap",
    "math_targets": "smarter balanced",
}
"""The sets that may train what is shipped, and who published them. The others are for evaluation only: their
licences are unclear."""

FOLDS = {"fold-1": ("unbounded",), "fold-2": ("bootstrap", "mathfish", "smarter balanced")}
"""Encoders for measuring and for fitting a judge, and the publishers whose texts each has not seen."""

SPLIT = 5
"""One unit of so many is held out of the encoder `split`."""

WORK = Path(__file__).resolve().parent / ".curalign"
"""Where scripts keep vectors and half-trained encoders between runs; not part of the repository."""
WORK.mkdir(exist_ok=True)


def labelled_sets(bench: Path = DEFAULT) -> Iterator[LabelledSet]:
    """Every open set that has labels."""
    math, ela = standards(bench, "ccss_math"), standards(bench, "ccss_ela")
    csta, states = standards(bench, "csta2017_bootstrap"), standards(bench, "state_tx_ny_2010")
    ngss = standards(bench, "ngss")
    lessons = _lessons(_rows(bench, "gold/unbounded_math_grade2"))
    yield _set("math_lessons", lessons, math, _taught(math), same_grade=True)
    yield _set("math_activities", _primary(_rows(bench, "gold/mathfish_im_fishtank")), math, math, same_grade=True)
    yield _set("ela_lessons", _lessons(_rows(bench, "gold/unbounded_ela")), ela, _taught(ela), same_grade=True)
    yield _set("computer_science", _rows(bench, "gold/bootstrap_lessons"), csta, csta)
    yield _set("math_in_computing", _rows(bench, "gold/bootstrap_lessons"), math, _taught(math))
    targets = [row for row in _rows(bench, "gold/sbac_targets_to_ccss") if row["subject"] == "math"]
    yield _set("math_targets", targets, math, _taught(math), same_grade=True)
    outlines = _rows(bench, "gold/textbook_science_tx_ny")
    courses = {code.rsplit(".", 2)[0] for row in outlines for code in row["codes"]}
    earth = [row for row in states if row["code"].rsplit(".", 2)[0] in courses]
    yield _set("earth_science", outlines, earth, earth)
    yield _set("science_elements", _rows(bench, "gold/ngss_elements_to_pe"), ngss, ngss)


def held_out(labelled: LabelledSet) -> LabelledSet:
    """The texts of the units that the encoder `split` has not seen, of publishers that it has."""
    return replace(labelled, texts=tuple(text for text in labelled.texts if is_held_out(text)))


def kept(labelled: LabelledSet) -> LabelledSet:
    """The texts of the other units."""
    return replace(labelled, texts=tuple(text for text in labelled.texts if not is_held_out(text)))


def is_held_out(text: LabelledText) -> bool:
    """Whether a text stands in a unit that `split` has not seen."""
    return zlib.crc32(text.unit.encode()) % SPLIT == 0


def _rows(bench: Path, name: str) -> list[dict]:
    with (bench / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def standards(bench: Path, name: str) -> list[dict]:
    return _rows(bench, f"standards/{name}")


def _lessons(rows: list[dict]) -> list[dict]:
    return [row for row in rows if row["kind"] == "lesson"]


def _primary(rows: list[dict]) -> list[dict]:
    return [row | {"codes": row["codes_primary"]} for row in rows if row.get("codes_primary")]


def _taught(every: list[dict]) -> list[dict]:
    """Standards and components: no clusters, practices or anchors."""
    return [
        row for row in every if row["level"] in ("Standard", "Component") and not row["code"].startswith(("MP", "CCRA"))
    ]


def _set(name: str, rows: list[dict], every: list[dict], scored: list[dict], same_grade: bool = False) -> LabelledSet:
    """A set of the rows with a scored code; with `same_grade` a text is compared with its grade's standards only."""
    codes = frozenset(row["code"] for row in scored)
    kept = [row for row in rows if codes & set(row["codes"])]
    return LabelledSet(
        name,
        framework_of(every),
        tuple(
            LabelledText(
                text=_text(row),
                codes=frozenset(row["codes"]) & codes,
                unit=row.get("context") or row.get("unit") or row["id"],
                grades=read_grades("|".join(row["grades"])) if same_grade else (),
                headings=tuple(part for part in (row.get("context") or "").split(" > ") if part),
            )
            for row in kept
        ),
        codes,
        source=_told(kept, "source"),
        licence=_told(kept, "licence"),
    )


def _told(rows: list[dict], name: str) -> str:
    """What the rows say of themselves, each thing once."""
    return " | ".join(sorted({row[name] for row in rows}))


def _text(row: dict) -> str:
    """The text without codes, under its title."""
    text, title = row["text_noleak"], row.get("title")
    return text if not title or text.startswith(title) else f"{title}. {text}"


def framework_of(rows: list[dict]) -> Framework:
    known = {row["id"]: row["code"] for row in rows} | {row["code"]: row["code"] for row in rows}
    return Framework(
        tuple(
            Standard(
                id=row["code"],
                code=row["code"],
                statement=row["statement"],
                framework="bench",
                grades=read_grades("|".join(row["grades"])),
                subject=row["subject"],
                level=row["level"],
                parent=known.get(row.get("parent")),
            )
            for row in rows
        )
    )
