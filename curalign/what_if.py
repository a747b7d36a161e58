"""What would be if a folder held other documents: which gaps would close or open, before anyone decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from curalign.domain.comparisons import Comparison
from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.materials import Kind
from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.history import compare_checked
from curalign.pipeline import Checked, check, suppose
from curalign.reading import survey_as_if, survey_district
from curalign.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A folder as it is, as it would be, and what would become of each standard.

    `added` and `left_out` are the documents' paths. `checked` is not a run of the district: nothing of it was saved.
    """

    base: Checked
    checked: Checked
    comparison: Comparison
    added: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read or judged of the documents that were added."""
        alignment = self.checked.run.alignment
        of_files = (problem for material in alignment.materials for problem in material.problems)
        return tuple(p for p in (*of_files, *alignment.problems) if p.file in self.added)


def what_if(
    folder: Path | str,
    settings: Settings | None = None,
    *,
    units: Sequence[Path] = (),
    pd: Sequence[Path] = (),
    left_out: Sequence[Path] = (),
    cache: Path | None = None,
    progress: Progress = silent,
    now: datetime | None = None,
    shown: Filter = NO_FILTER,
) -> WhatIf:
    """Judge a folder as if it held other documents, beside the folder as it is.

    The run of the folder as it is is taken up, or made. The other judging is saved nowhere and taken up by no check;
    the texts that both have are embedded once.

    Args:
        folder: The district's folder.
        settings: What to check by; those of the folder's `curalign.toml` unless given.
        units: Documents that it does not hold, from anywhere. One that lies in a folder called as those of PD is PD.
        pd: The same, PD wherever it lies.
        left_out: Documents or folders that it holds.
        cache: Where runs and vectors are kept, in place of `.curalign` in the folder.
        progress: Called as each stage goes on.
        now: The time that names a run that has to be made, and for which decisions hold.
        shown: What the result is narrowed to.

    Returns:
        Both checks, and what would become of each standard.

    Raises:
        DistrictError: A document is not there, is not one, or is in the folder already.
        CuralignError: The folder cannot be checked.

    """
    folder, now = Path(folder), (now or datetime.now()).astimezone()
    settings = settings or load_settings(folder)
    survey = survey_district(folder, settings)
    added = [*((path, None) for path in units), *((path, Kind.PD) for path in pd)]
    supposed = survey_as_if(survey, settings.district, added, left_out)  # told before the work
    base = check(folder, settings, cache=cache, progress=progress, now=now)
    checked = suppose(supposed, settings, base.home, progress=progress, now=now, shown=shown)
    before, after = ({file.path for file in each.materials} for each in (survey, supposed))
    return WhatIf(
        base,
        checked,
        compare_checked(base, checked),
        tuple(sorted(after - before)),
        tuple(sorted(before - after)),
    )
