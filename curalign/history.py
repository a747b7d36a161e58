"""The runs of a folder over time: one beside another, and all of them in a row."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from curalign.comparing import compare_runs, find_causes, snapshot_of
from curalign.domain.comparisons import Cause, Comparison, Point, Snapshot
from curalign.domain.filters import NO_FILTER, Filter
from curalign.errors import RunError
from curalign.pipeline import Checked, conclude
from curalign.settings import Models, load_settings
from curalign.storage import KeptRun, find_kept, home_with_runs, list_runs, load_run, read_snapshot

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class History:
    """Two runs compared, and all runs that are kept, the oldest first. `district` is the folder's name."""

    district: str
    comparison: Comparison
    trend: tuple[Point, ...]


def compare(
    folder: Path | str,
    before: str = "",
    after: str = "",
    *,
    cache: Path | None = None,
    shown: Filter = NO_FILTER,
    now: datetime | None = None,
) -> History:
    """Compare two runs of a folder, under what people decide today, and put all its runs in a row.

    Args:
        folder: The district's folder.
        before: The earlier run: its name, its id, or the beginning of one. Without it the newest other than `after`.
        after: The later run. Without it that of the last check.
        cache: Where runs are kept, in place of `.curalign` in the folder.
        shown: What the comparison is narrowed to; the row of runs is always of the whole district.
        now: The time for which decisions hold; the present unless given.

    Returns:
        The comparison, and the row of runs as each was measured.

    Raises:
        RunError: There are no two runs, or one of them cannot be read back.
        CuralignError: The folder's settings cannot be understood.

    """
    folder, now = Path(folder), (now or datetime.now()).astimezone()
    home = home_with_runs(folder, cache)
    settings = load_settings(folder, models=Models.UNUSED)
    runs = list_runs(home)
    second = find_kept(home, after) if after else next((run for run in runs if run.last), runs[0])
    first = find_kept(home, before) if before else _one_before(runs, second, folder)
    older = conclude(folder, load_run(first.folder), settings, now, home)
    newer = conclude(folder, load_run(second.folder), settings, now, home, shown)
    return History(
        newer.run.district,
        compare_checked(older, newer, names=(first.name, second.name)),
        _in_a_row(runs),
    )


def compare_checked(before: Checked, after: Checked, *, names: tuple[str, str] = ("", "")) -> Comparison:
    """Compare two checks of a district, of what is shown of the later one."""
    older, newer = (
        snapshot_of(each.coverage, each.run.id, name=name, settings=each.run.settings, packages=each.run.packages)
        for each, name in zip((before, after), names, strict=True)
    )
    comparison = compare_runs(older, newer, (before.run.alignment, after.run.alignment))
    if not after.measured.shown:
        return comparison
    return comparison.narrowed({standard.id for standard in after.shown.standards})


def _one_before(runs: Sequence[KeptRun], second: KeptRun, folder: Path) -> KeptRun:
    others = [run for run in runs if run.id != second.id and run.whole]
    if not others:
        raise RunError(
            f"{folder}: one run only, and nothing to compare it with; run `curalign check` again after a change."
        )
    return others[0]


def _in_a_row(runs: Sequence[KeptRun]) -> tuple[Point, ...]:
    """The runs that can be read, the oldest first, each with what else than documents is not as in the one before."""
    snapshots: list[Snapshot] = []
    for run in reversed(runs):
        try:
            snapshots.append(read_snapshot(run.folder, run.name))
        except RunError as error:
            log.warning("%s It is left out.", error)
    causes: list[tuple[Cause, ...]] = [(), *(find_causes(one, other) for one, other in pairwise(snapshots))]
    return tuple(Point(snapshot, cause) for snapshot, cause in zip(snapshots, causes, strict=False))
