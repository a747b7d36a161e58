"""U101, U102, U105 and U106: what the units teach."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.findings import Severity
from curalign.domain.grades import grade_spans
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.measurement import Measurement
from curalign.domain.scopes import UNITS
from curalign.domain.standards import Standard
from curalign.finding.certainty import chance_missing, is_missing, is_surely_missing, is_taught, is_to_check
from curalign.finding.evidence import near_links, nearest_link, taught_elsewhere
from curalign.finding.quoting import how_near, not_mentioned, quoted, statement_of, truncate, what_decides
from curalign.finding.rule import Rule, Sighting
from curalign.wording import Facts


def find_untaught(measured: Measurement) -> Iterator[Sighting]:
    """Standards that surely no unit teaches, each with the passage that comes nearest."""
    coverage = measured.coverage
    for reach in filter(is_surely_missing, _unit_reaches(coverage)):
        standard = reach.standard
        near = how_near(reach, coverage.alignment.thresholds.of(standard, Kind.UNIT))
        facts = Facts({**near, **_about(standard)}, missing=not_mentioned(reach))
        yield Sighting.near(nearest_link(reach), facts, standard, chance_missing(reach))


def find_unsure(measured: Measurement) -> Iterator[Sighting]:
    """Standards that a person has to look at, because it is not sure enough whether a unit teaches them."""
    for reach in filter(is_to_check, _unit_reaches(measured.coverage)):
        facts = Facts({**what_decides(reach), **_about(reach.standard)}, missing=not_mentioned(reach))
        near = near_links(reach)
        yield Sighting.near(near[0] if near else None, facts, reach.standard, chance_missing(reach))


def find_thin(measured: Measurement) -> Iterator[Sighting]:
    """Standards that units reach only in part."""
    coverage = measured.coverage
    for reach in _unit_reaches(coverage):
        if reach.strength is not Strength.PARTIAL or not is_taught(reach):
            continue
        best, thresholds = reach.links[0], coverage.alignment.thresholds.of(reach.standard, Kind.UNIT)
        facts = Facts(
            statement=statement_of(reach.standard),
            passage=quoted(best.passage),
            probability=best.probability,
            needed=thresholds.full,
            why="weak" if best.probability >= thresholds.full else "part",
            missing=not_mentioned(reach),
        )
        yield Sighting.near(best, facts, reach.standard)


def find_taught_elsewhere(measured: Measurement) -> Iterator[Sighting]:
    """Standards that are untaught in their own grade and taught in another."""
    coverage = measured.coverage
    untaught = {reach.standard.id for reach in filter(is_missing, _unit_reaches(coverage))}
    for link in taught_elsewhere(coverage, untaught):
        material, standard = link.passage.material, link.standard
        facts = Facts(
            statement=statement_of(standard),
            taught=grade_spans(material.grades),
            document=truncate(material.path),
            probability=link.probability,
            grades=grade_spans(standard.grades),
        )
        yield Sighting.near(link, facts, standard)


def _about(standard: Standard) -> Facts:
    return Facts(statement=statement_of(standard), grades=grade_spans(standard.grades))


def _unit_reaches(coverage: Coverage) -> list[Reach]:
    reaches = (coverage.reach(standard, UNITS) for standard in coverage.counted)
    return [reach for reach in reaches if reach is not None]


RULES = (
    Rule("U101", Severity.ERROR, find_untaught, gap=Kind.UNIT),
    Rule("U102", Severity.WARNING, find_thin, gap=Kind.UNIT),
    Rule("U105", Severity.WARNING, find_taught_elsewhere),
    Rule("U106", Severity.WARNING, find_unsure, gap=Kind.UNIT),
)
