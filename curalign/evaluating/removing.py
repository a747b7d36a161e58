"""What is left of a standard when what teaches it is taken out and the district is aligned anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from curalign.domain.links import Alignment
from curalign.domain.materials import Kind, Material
from curalign.domain.progress import Progress, silent
from curalign.evaluating.labelled import LabelledDistrict
from curalign.evaluating.lessons import Lesson, is_under
from curalign.metrics import Levels

Realign = Callable[[tuple[Material, ...]], Alignment]


def realigned(
    district: LabelledDistrict,
    realign: Realign,
    gaps: Levels | None,
    units: Levels | None,
    progress: Progress = silent,
) -> tuple[Levels | None, Levels | None]:
    """The same standards' levels in the whole district, and when it is aligned without what teaches them.

    A level is the highest probability of any passage of any unit, labelled or not.
    """
    whole = unit_levels(district.alignment)
    materials = district.alignment.materials
    teaching: dict[str, list[Lesson]] = {}
    for lesson, codes in zip(district.lessons, district.taught, strict=True):
        for code in codes:
            teaching.setdefault(code, []).append(lesson)
    jobs = {(code, False): without_lessons(materials, teaching[code]) for code in (gaps.codes if gaps else ())}
    if units is not None:
        alone = [c for c, left in zip(units.codes, units.without, strict=True) if not np.isnan(left)]
        jobs |= {(c, True): tuple(m for m in materials if m.path != teaching[c][0].path) for c in alone}
    left = {}
    for at, (job, kept) in enumerate(jobs.items(), 1):
        left[job] = unit_levels(realign(kept)).get(job[0], -np.inf)
        progress("Taking away", at, len(jobs))

    def levels(of: Levels | None, whole_unit: bool) -> Levels | None:
        if of is None:
            return None
        taught = np.array([whole.get(code, -np.inf) for code in of.codes])
        return Levels(of.codes, taught, np.array([left.get((code, whole_unit), np.nan) for code in of.codes]))

    return levels(gaps, False), levels(units, True)


def unit_levels(alignment: Alignment) -> dict[str, float]:
    """The level of each standard in the units of a district.

    Args:
        alignment: Every judged pair of the district.

    Returns:
        By code, the highest probability (0 to 1) that a passage of any unit gives the standard.

    """
    links = alignment.links
    units = links.group(lambda passage: passage.material.kind).get(Kind.UNIT, ())
    return {s.code: float(level) for s, level in zip(links.standards, links.best([units])[0], strict=True)}


def without_lessons(materials: Sequence[Material], lessons: Sequence[Lesson]) -> tuple[Material, ...]:
    """The documents without the sections of these lessons; one that is left without any is left out."""
    cut: dict[str, list[str]] = {}
    for lesson in lessons:
        cut.setdefault(lesson.path, []).append(lesson.label.lesson)
    kept = []
    for material in materials:
        names = cut.get(material.path, ())
        sections = tuple(s for s in material.sections if not any(is_under(name, s.headings) for name in names))
        if sections or not material.sections:
            kept.append(replace(material, sections=sections))
    return tuple(kept)
