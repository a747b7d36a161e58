"""U101 to U105: what the units teach, and what they claim to teach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.findings import Severity
from curalign.domain.grades import grade_spans
from curalign.domain.links import Claim, Strength
from curalign.domain.materials import Kind
from curalign.domain.measurement import Measurement
from curalign.domain.standards import Standard
from curalign.finding.evidence import best_in_documents, nearest_link, taught, taught_elsewhere, teaching_documents
from curalign.finding.quoting import how_near, kept, statement_of
from curalign.finding.rule import Rule, Sighting
from curalign.wording import Facts


def find_untaught(measured: Measurement) -> Iterator[Sighting]:
    """Standards that no unit reaches, each with the passage that comes nearest."""
    coverage = measured.coverage
    for reach in _unit_reaches(coverage, Strength.NONE):
        nearest, standard = nearest_link(reach), reach.standard
        near = how_near(nearest, coverage.alignment.thresholds.of(standard, Kind.UNIT))
        facts = Facts(near, statement=statement_of(standard), grades=grade_spans(standard.grades))
        yield Sighting.near(nearest, facts, standard)


def find_thin(measured: Measurement) -> Iterator[Sighting]:
    """Standards that units reach only in part."""
    coverage = measured.coverage
    for reach in _unit_reaches(coverage, Strength.PARTIAL):
        best, thresholds = reach.links[0], coverage.alignment.thresholds.of(reach.standard, Kind.UNIT)
        facts = Facts(
            statement=statement_of(reach.standard),
            passage=kept(best.passage.text),
            probability=best.probability,
            needed=thresholds.full,
            why="weak" if best.probability >= thresholds.full else "part",
        )
        yield Sighting.near(best, facts, reach.standard)


def find_unsupported_claims(measured: Measurement) -> Iterator[Sighting]:
    """Standards that a unit document cites and whose matter its text never teaches, once per document.

    A citation of another grade's standard looks back or ahead and claims no teaching, so it is passed over; so is a
    document that could not be judged. A document that only lists, such as a pacing guide, claims what the units
    teach together, so it is compared with all of them.
    """
    coverage = measured.coverage
    counted, unjudged = {standard.id for standard in coverage.counted}, coverage.alignment.unjudged
    first: dict[tuple[str, str], tuple[Claim, Standard]] = {}
    for claim in sorted(_unit_claims(coverage), key=lambda claim: claim.passage.order):
        standard, material = claim.standard, claim.passage.material
        if standard is None or standard.id not in counted or material.path in unjudged:
            continue
        if not material.grades or standard.states(material.grades):
            first.setdefault((material.path, standard.id), (claim, standard))
    inside, teaching = best_in_documents(coverage.alignment.links, first), teaching_documents(coverage)
    for pair, (claim, standard) in first.items():
        lists_only = claim.passage.material.path not in teaching
        best = _best_in_units(coverage, standard) if lists_only else inside[pair]
        partial = coverage.alignment.thresholds.of(standard, Kind.UNIT).partial
        if best < partial:
            yield _unsupported(claim, standard, best, partial, "units" if lists_only else "text")


def _best_in_units(coverage: Coverage, standard: Standard) -> float:
    reach = coverage.reach(standard, Kind.UNIT)
    return reach.probability or 0.0 if reach else 0.0


def _unsupported(claim: Claim, standard: Standard, probability: float, partial: float, where: str) -> Sighting:
    material = claim.passage.material
    facts = Facts(
        document=kept(material.title or material.path),
        cited=kept(claim.cited),
        statement=statement_of(standard),
        where=where,
        probability=probability,
        needed=partial,
    )
    seen = Sighting(facts, standard, material.path, str(claim.passage.place) or None)
    return replace(seen, sentence="U103-copied") if claim.is_copied else seen


def find_unclaimed(measured: Measurement) -> Iterator[Sighting]:
    """Standards that are taught and that no unit cites; one note for all where units cite no codes at all."""
    coverage = measured.coverage
    found = taught(coverage)
    claimed = {claim.standard.id for claim in _unit_claims(coverage) if claim.standard is not None}
    if not claimed:
        if found:
            yield Sighting(sentence="U104-nothing-cited")
        return
    framework = coverage.alignment.framework
    for reach in found:
        if claimed.isdisjoint(s.id for s in (reach.standard, *framework.ancestors(reach.standard))):
            yield Sighting.near(reach.links[0], Facts(statement=statement_of(reach.standard)), reach.standard)


def find_taught_elsewhere(measured: Measurement) -> Iterator[Sighting]:
    """Standards that are untaught in their own grade and taught in another."""
    coverage = measured.coverage
    untaught = {reach.standard.id for reach in _unit_reaches(coverage, Strength.NONE)}
    for link in taught_elsewhere(coverage, untaught):
        material, standard = link.passage.material, link.standard
        facts = Facts(
            statement=statement_of(standard),
            taught=grade_spans(material.grades),
            document=kept(material.path),
            probability=link.probability,
            grades=grade_spans(standard.grades),
        )
        yield Sighting.near(link, facts, standard)


def _unit_reaches(coverage: Coverage, strength: Strength) -> list[Reach]:
    reaches = (coverage.reach(standard, Kind.UNIT) for standard in coverage.counted)
    return [reach for reach in reaches if reach is not None and reach.strength is strength]


def _unit_claims(coverage: Coverage) -> list[Claim]:
    return [claim for claim in coverage.alignment.claims if claim.passage.material.kind is Kind.UNIT]


RULES = (
    Rule("U101", Severity.ERROR, find_untaught, gap=Kind.UNIT),
    Rule("U102", Severity.WARNING, find_thin, gap=Kind.UNIT),
    Rule("U103", Severity.WARNING, find_unsupported_claims),
    Rule("U104", Severity.NOTE, find_unclaimed),
    Rule("U105", Severity.WARNING, find_taught_elsewhere),
)
