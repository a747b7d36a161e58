"""U103 and U104: what the units claim to teach, beside what they teach."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.findings import Severity
from curalign.domain.links import Claim
from curalign.domain.materials import Kind
from curalign.domain.measurement import Measurement
from curalign.domain.scopes import UNITS
from curalign.domain.standards import Standard
from curalign.domain.verdicts import VERY_SURE
from curalign.finding.certainty import chance_missing_though_cited
from curalign.finding.evidence import best_in_documents, taught, teaching_documents
from curalign.finding.quoting import statement_of, truncate
from curalign.finding.rule import Rule, Sighting
from curalign.wording import Facts

LISTED = 3
"""How many documents a sentence lists before it only counts."""

FirstClaims = dict[tuple[str, str], tuple[Claim, Standard]]
"""The first claim of each document (by path) for each standard (by id), with the standard."""


def find_unsupported_claims(measured: Measurement) -> Iterator[Sighting]:
    """Standards that unit documents cite and that surely no unit teaches, once each, with the documents.

    A citation of another grade's standard looks back or ahead and claims no teaching, so it is passed over; so is a
    document that could not be judged. A unit's list and a calendar's row claim for the district, so they are compared
    with all units. Where nobody calibrated, each document is compared with its own text and only one that does nothing
    but list with all units.
    """
    coverage = measured.coverage
    alone: FirstClaims = {}
    together: dict[str, tuple[Reach, list[Claim]]] = {}
    for pair, (claim, standard) in _first_claims(coverage).items():
        reach = coverage.reach(standard, UNITS)
        if reach is None or reach.verdict is None:
            alone[pair] = claim, standard
        else:
            together.setdefault(standard.id, (reach, []))[1].append(claim)
    for reach, claims in together.values():
        right = chance_missing_though_cited(reach)
        if right is not None and right >= VERY_SURE:
            yield _unsupported_by_any(reach.standard, claims, right)
    yield from _unsupported_by_their_own(coverage, alone)


def _first_claims(coverage: Coverage) -> FirstClaims:
    counted, unjudged = {standard.id for standard in coverage.counted}, coverage.alignment.unjudged
    first: FirstClaims = {}
    for claim in sorted(_unit_claims(coverage), key=lambda claim: claim.passage.order):
        standard, material = claim.standard, claim.passage.material
        if standard is None or standard.id not in counted or material.path in unjudged:
            continue
        if not material.grades or standard.states(material.grades):
            first.setdefault((material.path, standard.id), (claim, standard))
    return first


def _unsupported_by_any(standard: Standard, claims: list[Claim], right: float) -> Sighting:
    """A standard that these documents cite and no unit teaches."""
    first = claims[0]
    titles = [truncate(claim.passage.material.title or claim.passage.material.path) for claim in claims]
    facts = Facts(
        documents=titles[:LISTED],
        more=max(len(titles) - LISTED, 0),
        cited=truncate(first.cited),
        statement=statement_of(standard),
        probability=1 - right,
    )
    return Sighting.within(first.passage, facts, standard, sentence="U103-no-unit", probability=right)


def _unsupported_by_their_own(coverage: Coverage, first: FirstClaims) -> Iterator[Sighting]:
    inside, teaching = best_in_documents(coverage.alignment.links, first), teaching_documents(coverage)
    for pair, (claim, standard) in first.items():
        lists_only = claim.passage.material.path not in teaching
        best = _best_in_units(coverage, standard) if lists_only else inside[pair]
        partial = coverage.alignment.thresholds.of(standard, Kind.UNIT).partial
        if best < partial:
            yield _unsupported(claim, standard, best, partial, "units" if lists_only else "text")


def _best_in_units(coverage: Coverage, standard: Standard) -> float:
    reach = coverage.reach(standard, UNITS)
    return reach.probability or 0.0 if reach else 0.0


def _unsupported(claim: Claim, standard: Standard, probability: float, partial: float, where: str) -> Sighting:
    material = claim.passage.material
    facts = Facts(
        document=truncate(material.title or material.path),
        cited=truncate(claim.cited),
        statement=statement_of(standard),
        where=where,
        probability=probability,
        needed=partial,
    )
    return Sighting.within(claim.passage, facts, standard, sentence="U103-copied" if claim.is_copied else "")


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
            facts = Facts(statement=statement_of(reach.standard))
            yield Sighting.near(reach.links[0], facts, reach.standard, reach.taught)


def _unit_claims(coverage: Coverage) -> list[Claim]:
    return [claim for claim in coverage.alignment.claims if claim.passage.material.kind is Kind.UNIT]


RULES = (
    Rule("U103", Severity.WARNING, find_unsupported_claims),
    Rule("U104", Severity.NOTE, find_unclaimed),
)
