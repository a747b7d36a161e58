"""Two runs of a district -> what became of each standard: closed, new, still open, or nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from curalign.comparing.bands import Numbers, Redrawn
from curalign.comparing.causes import find_causes
from curalign.comparing.editions import pair_standards
from curalign.domain.comparisons import (
    NO_CHANGE,
    Band,
    Comparison,
    Doubt,
    Move,
    Outcome,
    Reading,
    Snapshot,
    verdict_of,
)
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Alignment
from curalign.domain.materials import Kind
from curalign.domain.scopes import Scope
from curalign.domain.verdicts import Verdict


def snapshot_of(
    coverage: Coverage,
    run: str,
    *,
    name: str = "",
    settings: Mapping[str, object] | None = None,
    packages: Mapping[str, str] | None = None,
) -> Snapshot:
    """What one run says of each standard.

    Args:
        coverage: How far the run's documents reach each standard, as far as it is to be compared.
        run: The run's id.
        name: What the run is called.
        settings: The values that it was made with, by section.
        packages: The versions of the libraries that had a part in it.

    Returns:
        A reading for each standard without children and for each kind of document, of the whole district.

    """
    alignment, counted = coverage.alignment, {standard.id for standard in coverage.counted}
    kinds = [kind for kind in Kind if coverage.has(kind)]
    assessable = [standard for standard in alignment.framework if alignment.framework.counts(standard)]
    reaches = (coverage.reach(standard, Scope(kind)) for kind in kinds for standard in assessable)
    return Snapshot(
        run,
        alignment.made_with,
        alignment.framework,
        tuple(_reading(reach, reach.standard.id in counted) for reach in reaches if reach is not None),
        name,
        dict(settings or {}),
        dict(packages or {}),
        alignment.grades,
        alignment.subjects,
        {kind: calibration.spread for kind, calibration in alignment.calibrations},
    )


def _reading(reach: Reach, counted: bool) -> Reading:
    verdict = verdict_of(reach.strength, reach.verdict)
    return Reading(reach.standard, reach.kind, verdict, reach.taught, counted, reach.decided is not None)


def compare_runs(before: Snapshot, after: Snapshot, passages: tuple[Alignment, Alignment]) -> Comparison:
    """Compare two runs standard by standard.

    A gap is *closed* where the first run says that it is not taught, the second that it is, and the change lies
    outside of what redrawing the passages gives; *new* the other way round; *still open* where both say that it is not
    taught. Where either cannot tell, where the change is within the noise, or where something else than documents is
    different, nobody can tell. Two runs of the same input differ by nothing.

    Args:
        before: The earlier run.
        after: The later one.
        passages: What each was measured by, for the noise bands.

    Returns:
        What became of each standard that either run counts, in the order of the later framework; standards that only
        the earlier one has come last.

    """
    causes = find_causes(before, after)
    alike = not any(cause.measure for cause in causes)
    moves: list[Move] = []
    draws: dict[tuple[Kind, str], Numbers] = {}
    for kind in (kind for kind in Kind if kind in before.kinds and kind in after.kinds):
        pairs = list(_pairs(before, after, kind))
        drawn = _draws([(b, a) for b, a in pairs if b and a], kind, passages) if alike else {}
        draws |= {(kind, id_): values for id_, (_, values) in drawn.items()}
        moves += [_move(was, now, drawn, alike) for was, now in pairs]
    return Comparison(before, after, causes, tuple(moves), draws)


def _pairs(before: Snapshot, after: Snapshot, kind: Kind) -> Iterator[tuple[Reading | None, Reading | None]]:
    """What both runs say of each standard that either counts."""
    was, now = before.of(kind), after.of(kind)
    old_of = {new.id: old.id for old, new in pair_standards(before.framework.standards, after.framework.standards)}
    for id_, reading in now.items():
        earlier = was.pop(old_of.get(id_, ""), None)
        if reading.counted or (earlier and earlier.counted):
            yield earlier, reading
    known = set(old_of.values())
    yield from ((reading, None) for id_, reading in was.items() if reading.counted and id_ not in known)


def _draws(
    pairs: list[tuple[Reading, Reading]], kind: Kind, passages: tuple[Alignment, Alignment]
) -> dict[str, tuple[float, Numbers]]:
    """For each standard that the runs differ on, the change of its probability, and that change in each draw."""
    moved = [(was, now) for was, now in pairs if _is_measured(was) and _is_measured(now) and _differ(was, now)]
    if not moved:
        return {}
    old = Redrawn(passages[0], kind, {was.standard.id for was, _ in moved})
    new = Redrawn(passages[1], kind, {now.standard.id for _, now in moved})
    found = {}
    for was, now in moved:
        first, second = (was.standard.id, was.taught), (now.standard.id, now.taught)
        found[now.standard.id] = new.measured(*second) - old.measured(*first), new.taught(*second) - old.taught(*first)
    return found


def _is_measured(reading: Reading) -> bool:
    return reading.verdict is not Verdict.NO_DOCUMENTS and not reading.decided


def _differ(was: Reading, now: Reading) -> bool:
    return (was.verdict, was.taught) != (now.verdict, now.taught)


def _move(was: Reading | None, now: Reading | None, drawn: Mapping[str, tuple[float, Numbers]], alike: bool) -> Move:
    if was is None or now is None:
        there = now or was
        assert there is not None  # noqa: S101  # a pair holds one at least
        outcome = Outcome.ONLY_AFTER if was is None else Outcome.ONLY_BEFORE
        return Move(there.standard, there.kind, was, now, outcome)
    band = Band.of(*drawn[now.standard.id]) if now.standard.id in drawn else NO_CHANGE
    move = Move(now.standard, now.kind, was, now, Outcome.CANNOT_TELL, band=band)
    doubt = _doubt(was, now, band, alike)
    return replace(move, doubt=doubt) if doubt is not Doubt.NONE else replace(move, outcome=_outcome(was, now))


def _doubt(was: Reading, now: Reading, band: Band, alike: bool) -> Doubt:
    """Why nobody can tell what became of a standard, if so."""
    verdicts = {was.verdict, now.verdict}
    if Verdict.NO_DOCUMENTS in verdicts:
        return Doubt.NO_DOCUMENTS
    if Verdict.CANNOT_TELL in verdicts:
        return Doubt.VERDICT
    if len(verdicts) == 1:
        return Doubt.NONE
    if not alike:
        return Doubt.MEASURE
    if was.decided or now.decided:
        return Doubt.WORD
    return Doubt.NOISE if band.covers_none else Doubt.NONE


def _outcome(was: Reading, now: Reading) -> Outcome:
    taught_before, taught_now = (reading.verdict is Verdict.TAUGHT for reading in (was, now))
    if taught_now:
        return Outcome.STILL_TAUGHT if taught_before else Outcome.CLOSED
    return Outcome.NEW if taught_before else Outcome.STILL_OPEN
