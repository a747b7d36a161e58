"""All rules, and the findings of a coverage in the order in which a director reads them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision
from curalign.domain.findings import Finding, in_reading_order
from curalign.domain.measurement import Measurement
from curalign.domain.results import Result
from curalign.errors import SettingsError
from curalign.finding import claimed, copies, files, support, units
from curalign.finding.decided import apply_decisions
from curalign.finding.placing import suggest_places
from curalign.finding.rule import Rule
from curalign.finding.shown import find_shown

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        *sorted((*units.RULES, *claimed.RULES), key=lambda rule: rule.code),
        *support.RULES,
        *files.RULES,
        *copies.RULES,
    )
}


UNTAUGHT = "U101"
"""The code of the findings that get a suggested place."""


def find_gaps(
    coverage: Coverage,
    ignore: Collection[str] = (),
    decisions: Sequence[Decision] = (),
    today: date | None = None,
    *,
    results: Sequence[Result] = (),
    before: Measurement | None = None,
) -> tuple[Finding, ...]:
    """The findings of all rules, the worst first, each with what was decided of it.

    Equally bad ones come by code, then in the framework's order, then by file and place.

    Args:
        coverage: how far the district reaches each standard.
        ignore: codes of findings to leave out.
        decisions: what people decided. Of several on one finding the first that holds counts; one that is not needed
            any more is a note.
        today: the day on which they are to hold.
        results: how pupils did, for the rules that ask.
        before: what was measured the last time, for the rules that ask.

    Returns:
        The findings.

    Raises:
        SettingsError: `ignore` or a decision holds what is not a code.

    """
    return find_in(Measurement(coverage, tuple(results), before=before), ignore, decisions, today)


def find_in(
    measured: Measurement,
    ignore: Collection[str] = (),
    decisions: Sequence[Decision] = (),
    today: date | None = None,
) -> tuple[Finding, ...]:
    """Find what `find_gaps` finds, in everything that was measured.

    Rules look at the whole district first, so what is found of a standard never depends on what is shown.

    Args:
        measured: The coverage with the results and the last run that rules may look at. Where a reader asked to see
            a part of it, only findings about that part are given.
        ignore: Codes of findings to leave out.
        decisions: What people decided about findings.
        today: The day for which decisions hold or have expired; the present one unless given.

    Returns:
        The findings of all rules, the worst first, each with the decision that covers it.

    Raises:
        SettingsError: A code is that of no rule.

    """
    _check_codes("finding.ignore", ignore)
    for decision in decisions:
        _check_codes(f"the decision for {decision.subject}", decision.codes)
    measured = replace(measured, coverage=measured.coverage.widened(measured.shown))
    coverage = measured.coverage
    position = {standard.id: i for i, standard in enumerate(coverage.alignment.framework)}
    found = [finding for rule in RULES.values() for finding in rule.find(measured)]
    decided = apply_decisions(_with_places(found, coverage), decisions, coverage, today or date.today())
    if measured.shown:
        decided = find_shown(decided, measured.narrowed)
    return tuple(in_reading_order((finding for finding in decided if finding.code not in ignore), position))


def _with_places(found: Sequence[Finding], coverage: Coverage) -> list[Finding]:
    """The findings, those of a standard that no unit teaches with where it could be taught."""
    gaps = {f.standard.id: f.standard for f in found if f.code == UNTAUGHT and f.standard is not None}
    places = suggest_places(coverage, gaps.values())
    return [
        replace(f, suggestion=places.get(f.standard.id)) if f.code == UNTAUGHT and f.standard is not None else f
        for f in found
    ]


def _check_codes(where: str, codes: Collection[str]) -> None:
    unknown = sorted(set(codes) - set(RULES))
    if unknown:
        raise SettingsError(f"{where}: {unknown[0]!r} is not a finding's code; known are {', '.join(RULES)}.")
