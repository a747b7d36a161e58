"""F301 to F303: what could not be read or judged, so that no number hides it."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Severity
from curalign.domain.grades import grade_spans
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.measurement import Measurement
from curalign.domain.scopes import Scope
from curalign.finding.quoting import truncate
from curalign.finding.rule import Rule, Sighting
from curalign.wording import Facts

LISTED = 5
"""How many codes a note lists before it only counts."""


def find_unreadable(measured: Measurement) -> Iterator[Sighting]:
    """Files that could not be read."""
    yield from _problems(measured.coverage, "F301")


def find_scans(measured: Measurement) -> Iterator[Sighting]:
    """Pages without text."""
    yield from _problems(measured.coverage, "F302")


def find_unjudged(measured: Measurement) -> Iterator[Sighting]:
    """Whatever else could not be judged, and why."""
    coverage, narrowed = measured.coverage, measured.narrowed
    yield from _problems(coverage, "F303")
    yield from (Sighting(lack.facts, sentence="F303-no-documents") for lack in narrowed.lacks)
    yield from _unjudged_standards(narrowed)
    if not measured.shown.grades:
        yield from _grades_left_out(coverage)
    if not coverage.has(Kind.PD):
        yield Sighting(sentence="F303-no-pd")


def _problems(coverage: Coverage, code: str) -> Iterator[Sighting]:
    alignment = coverage.alignment
    of_materials = (problem for material in alignment.materials for problem in material.problems)
    problems = dict.fromkeys((*of_materials, *alignment.framework.problems, *alignment.problems))
    for problem in problems:
        if problem.code == code:
            yield Sighting(problem.facts, None, problem.file or None, problem.place or None, problem.trouble)


def _unjudged_standards(coverage: Coverage) -> Iterator[Sighting]:
    for kind in Kind:
        reaches = (coverage.reach(standard, Scope(kind)) for standard in coverage.counted)
        unknown = [r for r in reaches if r is not None and r.strength is Strength.UNKNOWN]
        codes = [r.standard.code for r in unknown if not r.without_documents]
        if codes:
            listed, more = [truncate(code) for code in codes[:LISTED]], max(len(codes) - LISTED, 0)
            facts = Facts(kind=str(kind), count=len(codes), codes=listed, more=more)
            yield Sighting(facts, sentence="F303-unknown")


def _grades_left_out(coverage: Coverage) -> Iterator[Sighting]:
    framework, answered = coverage.alignment.framework, coverage.alignment.grades
    inside = {standard.id for standard in framework.for_grades(answered)}
    outside = [s for s in framework if framework.counts(s) and s.id not in inside]
    if not outside:
        return
    grades = {grade for standard in outside for grade in standard.grades}.difference(answered)
    have_units = any(
        grades.intersection(material.grades) for material in coverage.alignment.materials if material.kind is Kind.UNIT
    )
    why = "settings" if have_units else "documents"
    facts = Facts(count=len(outside), grades=grade_spans(grades), why=why)
    yield Sighting(facts, sentence="F303-grades-left-out")


UNREADABLE = Rule("F301", Severity.ERROR, find_unreadable)
SCANS = Rule("F302", Severity.WARNING, find_scans)
UNJUDGED = Rule("F303", Severity.NOTE, find_unjudged)
RULES = (UNREADABLE, SCANS, UNJUDGED)
