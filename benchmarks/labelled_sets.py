"""The open labelled sets, as texts, standards and codes. Every script here that measures accuracy starts from them.

The data is not part of this repository: name its folder with --bench, or in the variable CURALIGN_BENCH.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from curalign.domain.grades import read_grades
from curalign.domain.labels import LabelledSet, LabelledText
from curalign.domain.standards import Framework, Standard

DEFAULT = Path(os.environ.get("CURALIGN_BENCH", Path(__file__).resolve().parents[2] / "shared" / "bench"))

FOLDS = {
    "fold-1": ("EL Education", "MathFish", "Teach Computing", "Bootstrap", "Smarter Balanced", "micro:bit"),
    "fold-2": ("UnboundEd", "Bluebonnet", "Khan Academy", "MathCAMPS", "Oak", "Mobile CSP"),
}
"""Encoders for measuring and for fitting a judge, and the publishers whose texts each has not seen."""

PERMISSIVE = ("EL Education", "MathCAMPS", "Oak", "Teach Computing", "Smarter Balanced")
"""Publishers whose terms let anybody use what was learned: CC BY 4.0, MIT, OGL v3, public."""

GRADES = "grades"
"""An encoder that has not seen some grades, or else one unit of `SPLIT`, of publishers whose other texts it has."""
SPLIT = 5
_UNSEEN = {"EL Education": ("8",), "Bluebonnet": ("3",), "Khan Academy": ("2", "7"), "MathCAMPS": ("4",)}
"""Publishers of whom it has not seen whole grades."""

WORK = Path(__file__).resolve().parent / ".curalign"
"""Where scripts keep vectors and half-trained encoders between runs; not part of the repository."""
WORK.mkdir(exist_ok=True)


def labelled_sets(bench: Path = DEFAULT) -> Iterator[LabelledSet]:
    """Every open set that has labels."""
    math, ela = standards(bench, "ccss_math"), standards(bench, "ccss_ela")
    csta, states = standards(bench, "csta2017_bootstrap"), standards(bench, "state_tx_ny_2010")
    ngss = standards(bench, "ngss")
    lessons = _lessons(rows_of(bench, "gold/unbounded_math_grade2"))
    yield _set("math_lessons", lessons, math, _taught(math), same_grade=True)
    yield _set("math_activities", _primary(rows_of(bench, "gold/mathfish_im_fishtank")), math, math, same_grade=True)
    yield _set("ela_lessons", _lessons(rows_of(bench, "gold/unbounded_ela")), ela, _taught(ela), same_grade=True)
    yield _set("computer_science", rows_of(bench, "gold/bootstrap_lessons"), csta, csta)
    yield _set("math_in_computing", rows_of(bench, "gold/bootstrap_lessons"), math, _taught(math))
    targets = [row for row in rows_of(bench, "gold/sbac_targets_to_ccss") if row["subject"] == "math"]
    yield _set("math_targets", targets, math, _taught(math), same_grade=True)
    outlines = rows_of(bench, "gold/textbook_science_tx_ny")
    courses = {code.rsplit(".", 2)[0] for row in outlines for code in row["codes"]}
    earth = [row for row in states if row["code"].rsplit(".", 2)[0] in courses]
    yield _set("earth_science", outlines, earth, earth)
    yield _set("science_elements", rows_of(bench, "gold/ngss_elements_to_pe"), ngss, ngss)


@dataclass(frozen=True, slots=True)
class Published:
    """Texts of one publisher to learn from: a file of `gold/`, the kinds of its rows, and their framework.

    `weak` labels are those of the text's unit: they train and never test.
    """

    name: str
    publisher: str
    file: str
    framework: str
    kinds: tuple[str, ...] = ()
    same_grade: bool = True
    weak: bool = False


PUBLISHED = (
    Published("math_lessons", "UnboundEd", "unbounded_math_grade2", "ccss_math", ("lesson",)),
    Published("ela_lessons", "UnboundEd", "unbounded_ela", "ccss_ela", ("lesson",)),
    Published("math_activities", "MathFish", "mathfish_im_fishtank", "ccss_math"),
    Published("computer_science", "Bootstrap", "bootstrap_lessons", "csta2017_bootstrap", same_grade=False),
    Published("math_in_computing", "Bootstrap", "bootstrap_lessons", "ccss_math", same_grade=False),
    Published("math_targets", "Smarter Balanced", "sbac_targets_to_ccss", "ccss_math"),
    Published("ela_full_lessons", "EL Education", "el_education_ela", "ccss_ela", ("lesson",)),
    Published("ela_segments", "EL Education", "el_education_ela", "ccss_ela", ("segment", "learning target")),
    Published("ela_notes", "EL Education", "el_education_ela", "ccss_ela", ("purpose note",)),
    Published("texas_full_lessons", "Bluebonnet", "bluebonnet_rla", "teks_elar", ("lesson",)),
    Published("texas_rla_segments", "Bluebonnet", "bluebonnet_rla", "teks_elar", ("segment",)),
    Published("texas_objectives", "Bluebonnet", "bluebonnet_rla", "teks_elar", ("objective",)),
    Published("math_titles", "Khan Academy", "khan_titles", "ccss_math"),
    Published("science_titles", "Khan Academy", "khan_titles", "ngss"),
    Published("math_problems", "MathCAMPS", "mathcamps_problems", "ccss_math"),
    Published("england_units", "Oak", "oak_units", "national_curriculum_england"),
    Published("england_lessons", "Oak", "oak_lessons_weak", "national_curriculum_england", weak=True),
    Published("computing_units", "Teach Computing", "teach_computing", "national_curriculum_computing", ("unit",)),
    Published(
        *("computing_lessons", "Teach Computing", "teach_computing", "national_curriculum_computing"),
        kinds=("lesson",),
        weak=True,
    ),
    Published("principles_plans", "Mobile CSP", "mobilecsp", "ap_csp", same_grade=False),
    Published("device_activities", "micro:bit", "microbit", "csta2017_bootstrap", same_grade=False),
)
"""All that may train the encoder that carries the publishers' licences. The other files are for evaluation only: their
terms are unclear."""


def published_sets(
    bench: Path = DEFAULT, known: dict[str, Framework] | None = None
) -> Iterator[tuple[Published, LabelledSet]]:
    """Every text that may be learned from, whole; frameworks that are `known` already are shared."""
    frameworks = {} if known is None else known
    for each in PUBLISHED:
        framework = frameworks.setdefault(each.framework, framework_of(standards(bench, each.framework)))
        rows = rows_of(bench, f"gold/{each.file}")
        if each.file == "mathfish_im_fishtank":
            rows = [row | {"leak": False} for row in _primary(rows)]
        elif each.name == "math_targets":
            rows = [row for row in rows if row["subject"] == "math"]
        chosen = [row for row in rows if not row.get("leak") and (not each.kinds or row["kind"] in each.kinds)]
        texts = tuple(
            replace(text, grades=text.grades if each.same_grade else ())
            for row in chosen
            if (text := _labelled_text(row, frozenset(framework.by_code))).codes and len(text.text.split()) >= 4
        )
        yield (
            each,
            LabelledSet(each.name, framework, texts, frozenset(), _told(chosen, "source"), _told(chosen, "licence")),
        )


def is_unseen(publisher: str, text: LabelledText) -> bool:
    """Whether the encoder `grades` has not seen a text."""
    if publisher in _UNSEEN:
        return text.grades in {(grade,) for grade in _UNSEEN[publisher]}
    return zlib.crc32(text.unit.encode()) % SPLIT == 0


SECOND = {
    "ela_segments": ("el_education_ela", "ccss_ela", ("segment", "learning target")),
    "texas_rla_segments": ("bluebonnet_rla", "teks_elar", ("segment",)),
    "math_titles": ("khan_titles", "ccss_math", ("video", "exercise", "article")),
    "math_problems": ("mathcamps_problems", "ccss_math", ("problem (synthetic, grammar + LLM)",)),
    "england_units": ("oak_units", "national_curriculum_england", ("unit",)),
    "computing_units": ("teach_computing", "national_curriculum_computing", ("unit",)),
    "pd_lesson_plans": ("teacher_preparation", "teks_education_training", ("lesson plan (teacher preparation)",)),
}
"""The second collection to measure on: file, framework, kinds of text."""

LONG = {
    "ela_full_lessons": ("el_education_ela", "ccss_ela", ("lesson",)),
    "texas_full_lessons": ("bluebonnet_rla", "teks_elar", ("lesson",)),
    "computing_full_lessons": ("bootstrap_lessons", "csta2017_bootstrap", ("lesson plan",)),
    "pd_full_plans": ("teacher_preparation", "teks_education_training", ("lesson plan (teacher preparation)",)),
}
"""Its texts as long as a district's lessons."""

EVALUATES = ("pd_lesson_plans", "pd_full_plans")
"""Those of them whose terms are unstated: they measure and fit nothing."""

TRAINS = {each.name: each.publisher for each in PUBLISHED if not each.weak}
"""The sets that may train what is shipped, and who published them."""

NO_GRADES = ("pd_lesson_plans", "pd_full_plans", "computing_full_lessons")
"""Those whose texts are compared with every standard."""

MAX_TEXTS, MAX_LONG_TEXTS = 400, 150
"""Texts taken evenly of a set of the second collection, and of a set of long ones."""


def second_sets(bench: Path = DEFAULT, words: int = 150) -> Iterator[LabelledSet]:
    """The sets of the second collection that are there; long texts cut after `words` words, those in `LONG` whole."""
    for name, (file, framework, kinds) in (SECOND | LONG).items():
        if not (bench / f"gold/{file}.jsonl").is_file():
            continue
        every = standards(bench, framework)
        scored = _taught(every) if framework.startswith("ccss") else every
        codes = {row["code"] for row in scored}
        rows = [
            row
            | {
                "text_noleak": _beginning(row["text_noleak"], None if name in LONG else words),
                "context": _unit_above(row),
            }
            for row in rows_of(bench, f"gold/{file}")
            if row["kind"] in kinds and not row.get("leak") and codes & set(row["codes"])
        ]
        if not rows:
            continue
        yield _set(
            name,
            rows[:: -(-len(rows) // (MAX_LONG_TEXTS if name in LONG else MAX_TEXTS))],
            every,
            scored,
            same_grade=name not in NO_GRADES,
        )


def _beginning(text: str, words: int | None) -> str:
    return " ".join(text.split()[:words])


def _unit_above(row: dict) -> str:
    """What stands above a text of the second collection: the path to its unit."""
    return row.get("unit") or ""


def held_out(labelled: LabelledSet) -> LabelledSet:
    """The texts that the encoder `grades` has not seen, of a set that trains."""
    publisher = TRAINS.get(labelled.name, "")
    return replace(labelled, texts=tuple(text for text in labelled.texts if is_unseen(publisher, text)))


def kept(labelled: LabelledSet) -> LabelledSet:
    """The other texts."""
    publisher = TRAINS.get(labelled.name, "")
    return replace(labelled, texts=tuple(text for text in labelled.texts if not is_unseen(publisher, text)))


def rows_of(bench: Path, name: str) -> list[dict]:
    with (bench / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def standards(bench: Path, name: str) -> list[dict]:
    return rows_of(bench, f"standards/{name}")


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
            replace(text, grades=text.grades if same_grade else ()) for text in (_labelled_text(r, codes) for r in kept)
        ),
        codes,
        source=_told(kept, "source"),
        licence=_told(kept, "licence"),
    )


def _labelled_text(row: dict, codes: frozenset[str]) -> LabelledText:
    """A row as a text with those of its codes that are asked for."""
    return LabelledText(
        text=_text(row),
        codes=frozenset(row["codes"]) & codes,
        unit=row.get("context") or row.get("unit") or row["id"],
        grades=read_grades("|".join(row["grades"])),
        headings=tuple(part for part in (row.get("context") or "").split(" > ") if part),
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
