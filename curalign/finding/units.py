"""U101 to U105: what the units teach, and what they claim to teach."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.findings import Severity
from curalign.domain.links import Claim, Link, Strength, Thresholds
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard
from curalign.domain.wording import chance, excerpt, threshold
from curalign.finding.evidence import best_in_documents, nearest_link, taught, taught_elsewhere, teaching_documents
from curalign.finding.rule import Rule, Sighting
from curalign.finding.words import grades_in_words, how_near, quote, statement_of


def find_untaught(coverage: Coverage) -> Iterator[Sighting]:
    """Standards that no unit reaches, each with the passage that comes nearest."""
    for reach in _unit_reaches(coverage, Strength.NONE):
        nearest = nearest_link(reach)
        what_next = "extend that lesson or add one" if nearest else "plan a lesson for it"
        near = how_near(nearest, coverage.alignment.thresholds.of(reach.standard, Kind.UNIT))
        home = f" for {grades_in_words(reach.standard.grades)}" if reach.standard.grades else ""
        message = f"{statement_of(reach.standard)} is taught in no unit{home}: {near}; {what_next}."
        yield Sighting.near(nearest, message, reach.standard)


def find_thin(coverage: Coverage) -> Iterator[Sighting]:
    """Standards that units reach only in part."""
    for reach in _unit_reaches(coverage, Strength.PARTIAL):
        best, thresholds = reach.links[0], coverage.alignment.thresholds.of(reach.standard, Kind.UNIT)
        message = f"{statement_of(reach.standard)} is taught thinly: {_why_thin(best, thresholds)}."
        yield Sighting.near(best, message, reach.standard)


def _why_thin(best: Link, thresholds: Thresholds) -> str:
    passage = f"the best passage, {quote(best.passage.text, 60)},"
    if best.probability >= thresholds.full:
        fits = f"fits well (probability {chance(best.probability)})"
        return f"{passage} {fits} but is no objective, task or assessment; add one that pupils work on"
    fits = f"fits only in part (probability {chance(best.probability)}, {threshold(thresholds.full)} would be full)"
    return f"{passage} {fits}; make the lesson say and practise the whole of it"


def find_unsupported_claims(coverage: Coverage) -> Iterator[Sighting]:
    """Standards that a unit document cites and whose matter its text never teaches, once per document.

    A citation of another grade's standard looks back or ahead and claims no teaching, so it is passed over; so is a
    document that could not be judged. A document that only lists, such as a pacing guide, claims what the units
    teach together, so it is compared with all of them.
    """
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
            yield _unsupported(claim, standard, best, partial, "no unit" if lists_only else "nothing in its text")


def _best_in_units(coverage: Coverage, standard: Standard) -> float:
    reach = coverage.reach(standard, Kind.UNIT)
    return reach.probability or 0.0 if reach else 0.0


def _unsupported(claim: Claim, standard: Standard, probability: float, partial: float, teacher: str) -> Sighting:
    material = claim.passage.material
    message = (
        f"{quote(material.title or material.path, 60)} cites {excerpt(claim.cited, 40)}, {statement_of(standard)}, but "
        f"{teacher} teaches it (probability {chance(probability)} at best, {threshold(partial)} would count); "
        "teach it or take the code away."
    )
    return Sighting(message, standard, material.path, str(claim.passage.place) or None)


def find_unclaimed(coverage: Coverage) -> Iterator[Sighting]:
    """Standards that are taught and that no unit cites; one note for all where units cite no codes at all."""
    found = taught(coverage)
    claimed = {claim.standard.id for claim in _unit_claims(coverage) if claim.standard is not None}
    if not claimed:
        if found:
            yield Sighting(
                "No unit cites a standard of these frameworks by its code, so what is taught could not be compared "
                "with what is claimed; add the codes to the units if you want to track them."
            )
        return
    framework = coverage.alignment.framework
    for reach in found:
        if claimed.isdisjoint(s.id for s in (reach.standard, *framework.ancestors(reach.standard))):
            statement = statement_of(reach.standard)
            message = f"{statement} is taught, but no unit cites it; add its code to the lesson named here."
            yield Sighting.near(reach.links[0], message, reach.standard)


def find_taught_elsewhere(coverage: Coverage) -> Iterator[Sighting]:
    """Standards that are untaught in their own grade and taught in another."""
    untaught = {reach.standard.id for reach in _unit_reaches(coverage, Strength.NONE)}
    for link in taught_elsewhere(coverage, untaught):
        material, standard = link.passage.material, link.standard
        where = grades_in_words(material.grades) if material.grades else "another grade"
        home = grades_in_words(standard.grades) if standard.grades else "its own grade"
        message = (
            f"{statement_of(standard)} is taught in {where} only, in {quote(material.path)} (probability "
            f"{chance(link.probability)}), though it belongs to {home}; move that lesson or repeat it there."
        )
        yield Sighting.near(link, message, standard)


def _unit_reaches(coverage: Coverage, strength: Strength) -> list[Reach]:
    reaches = (coverage.reach(standard, Kind.UNIT) for standard in coverage.counted)
    return [reach for reach in reaches if reach is not None and reach.strength is strength]


def _unit_claims(coverage: Coverage) -> list[Claim]:
    return [claim for claim in coverage.alignment.claims if claim.passage.material.kind is Kind.UNIT]


RULES = (
    Rule(
        "U101",
        Severity.ERROR,
        "Not taught",
        "No unit teaches these. Plan where they will be taught, or record in curalign.toml why they are not.",
        find_untaught,
        gap=Kind.UNIT,
    ),
    Rule(
        "U102",
        Severity.WARNING,
        "Taught thinly",
        "A unit touches these standards and does not reach them. Deepen the lesson named.",
        find_thin,
        gap=Kind.UNIT,
    ),
    Rule(
        "U103",
        Severity.WARNING,
        "Claimed without support",
        "A document cites the code, and its text shows no teaching of the standard.",
        find_unsupported_claims,
    ),
    Rule(
        "U104",
        Severity.NOTE,
        "Taught but not claimed",
        "The text teaches these standards and does not cite them. Add the code.",
        find_unclaimed,
    ),
    Rule(
        "U105",
        Severity.WARNING,
        "Taught at another grade only",
        "Move the lesson, or agree which grade teaches the standard.",
        find_taught_elsewhere,
    ),
)
