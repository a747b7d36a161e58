"""F301 to F303: what could not be read or judged, so that no number hides it."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.wording import count, excerpt, one_line
from curalign.finding.rule import Rule, Sighting
from curalign.finding.words import enumerate_words, grades_in_words

LISTED = 5
"""How many codes a note lists before it only counts."""


def find_unreadable(coverage: Coverage) -> Iterator[Sighting]:
    """Files that could not be read."""
    yield from _problems(coverage, "F301")


def find_scans(coverage: Coverage) -> Iterator[Sighting]:
    """Pages without text."""
    yield from _problems(coverage, "F302")


def find_unjudged(coverage: Coverage) -> Iterator[Sighting]:
    """Whatever else could not be judged, and why."""
    yield from _problems(coverage, "F303")
    yield from _unjudged_standards(coverage)
    yield from _grades_left_out(coverage)
    if not coverage.has_pd:
        yield Sighting(
            "Professional development was not judged, because the district has no PD folder; add its documents in pd/ "
            "to learn which standards they support."
        )


def _problems(coverage: Coverage, code: str) -> Iterator[Sighting]:
    alignment = coverage.alignment
    of_materials = (problem for material in alignment.materials for problem in material.problems)
    every = dict.fromkeys((*of_materials, *alignment.framework.problems, *alignment.problems))
    for problem in every:
        if problem.code == code:
            yield Sighting(one_line(problem.message), file=problem.file or None, place=problem.place or None)


def _unjudged_standards(coverage: Coverage) -> Iterator[Sighting]:
    names = {Kind.UNIT: "units", Kind.PD: "professional development"}
    for kind, name in names.items():
        reaches = (coverage.reach(standard, kind) for standard in coverage.counted)
        codes = [r.standard.code for r in reaches if r is not None and r.strength is Strength.UNKNOWN]
        if codes:
            listed = [excerpt(code, 40) for code in codes[:LISTED]]
            more = [f"{len(codes) - LISTED} more"] if len(codes) > LISTED else []
            yield Sighting(
                f"{count(len(codes), 'standard')} could not be judged in {name} ({enumerate_words(listed + more)}), "
                "because no document for them could be judged; add some, or mend the files that other findings name."
            )


def _grades_left_out(coverage: Coverage) -> Iterator[Sighting]:
    framework, answered = coverage.alignment.framework, coverage.alignment.grades
    inside = {standard.id for standard in coverage.standards}
    outside = [s for s in framework if framework.counts(s) and s.id not in inside]
    if not outside:
        return
    grades = {grade for standard in outside for grade in standard.grades}.difference(answered)
    have_units = any(
        grades.intersection(material.grades) for material in coverage.alignment.materials if material.kind is Kind.UNIT
    )
    why = "the settings name other grades" if have_units else "no unit document is for these grades"
    yield Sighting(
        f"Not counted: {count(len(outside), 'standard')} of {grades_in_words(grades)}, because {why}; add those units, "
        "or name the grades in curalign.toml, to have them judged."
    )


UNREADABLE = Rule(
    "F301",
    Severity.ERROR,
    "Could not be read",
    "These files count for nothing until they can be read. Save them again and check.",
    find_unreadable,
)
SCANS = Rule(
    "F302",
    Severity.WARNING,
    "Pages without text",
    "Scanned pages have no text to judge. Export the document again, or run OCR on it.",
    find_scans,
)
UNJUDGED = Rule(
    "F303",
    Severity.NOTE,
    "Could not be judged",
    "These are unknown rather than missing. A decision that is named here fits nothing any more.",
    find_unjudged,
)
RULES = (UNREADABLE, SCANS, UNJUDGED)
