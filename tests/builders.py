"""Small alignments in a few words, for the rooms that measure and report. All of it real values of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from curalign.domain.grades import read_grades
from curalign.domain.links import Alignment, Claim, Links, MadeWith, Thresholds
from curalign.domain.materials import Kind, Material, Passage, Place, Role, Spot
from curalign.domain.problems import Problem
from curalign.domain.standards import Framework, Standard
from curalign.domain.verdicts import Calibration

THRESHOLDS = Thresholds(full=0.8, partial=0.5)
AS_IT_IS = Calibration(intercept=0.0, slope=1.0, least=0.0, spread=0.0)
"""Taught as probably as the best passage says."""


def standard(
    code: str, statement: str = "", *, grades: str = "3", parent: str | None = None, level: str = ""
) -> Standard:
    """A standard whose id is its code in lower case."""
    return Standard(
        code.lower(),
        code,
        statement or f"Pupils can do what {code} asks of them",
        "Test framework",
        read_grades(grades),
        level=level,
        parent=parent.lower() if parent else None,
    )


@dataclass(frozen=True)
class Said:
    """One passage: what it says, how well it fits (code -> probability), and what it cites: codes or statements."""

    text: str
    fits: Mapping[str, float] = field(default_factory=dict)
    role: Role = Role.TASK
    elsewhere: Mapping[str, float] = field(default_factory=dict)
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A material and what it says."""

    material: Material
    said: tuple[Said, ...]


def unit(path: str, *said: Said, grades: str = "3", school: str = "", problems: Sequence[Problem] = ()) -> Document:
    """A unit document; one with problems and nothing said is one that could not be read."""
    return _document(Kind.UNIT, path, said, grades, school, problems)


def pd(path: str, *said: Said, grades: str = "", problems: Sequence[Problem] = ()) -> Document:
    """A PD document."""
    return _document(Kind.PD, path, said, grades, "", problems)


def _document(
    kind: Kind, path: str, said: tuple[Said, ...], grades: str, school: str, problems: Sequence[Problem]
) -> Document:
    title = path.rpartition("/")[2].partition(".")[0]
    return Document(
        Material(path, kind, title, grades=read_grades(grades), school=school, problems=tuple(problems)), said
    )


def align(
    standards: Iterable[Standard],
    *documents: Document,
    grades: str = "",
    thresholds: Thresholds = THRESHOLDS,
    problems: Sequence[Problem] = (),
    framework_problems: Sequence[Problem] = (),
    calibrated: bool = False,
) -> Alignment:
    """The alignment in which every passage fits the standards just as it says.

    Where it is calibrated, a standard is taught with the probability of its best passage of evidence.
    """
    framework = Framework(tuple(standards), problems=tuple(framework_problems))
    placed = [
        (Passage(d.material, Place(("Lesson",), Spot(page=1, line=i)), said.text, said.role), said)
        for d in documents
        for i, said in enumerate(d.said, 1)
    ]
    judged = tuple(passage for passage, _ in placed)
    named = {standard.statement: standard for standard in framework} | framework.by_code
    return Alignment(
        framework,
        tuple(d.material for d in documents),
        judged,
        make_links(framework, judged, [said.fits for _, said in placed], thresholds),
        make_links(framework, judged, [said.elsewhere for _, said in placed], thresholds),
        tuple(Claim(cited, passage, named.get(cited)) for passage, said in placed for cited in said.cites),
        MadeWith("0", "none", "none"),
        read_grades(grades),
        tuple(problems),
        calibrations=tuple((kind, AS_IT_IS) for kind in Kind) if calibrated else (),
    )


def make_links(
    framework: Framework, passages: tuple[Passage, ...], fits: Sequence[Mapping[str, float]], thresholds: Thresholds
) -> Links:
    """Links in columns, one for each fit, with one signal."""
    number = {standard.code: i for i, standard in enumerate(framework)}
    rows = [(i, number[code], probability) for i, fit in enumerate(fits) for code, probability in fit.items()]
    probability = np.array([p for _, _, p in rows], dtype=np.float32)
    return Links(
        passages,
        framework.standards,
        np.array([i for i, _, _ in rows], dtype=np.int32),
        np.array([j for _, j, _ in rows], dtype=np.int32),
        probability,
        probability,
        ("dense",),
        probability.reshape(-1, 1),
        probability.reshape(-1, 1),
        thresholds,
    )
