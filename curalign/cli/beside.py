"""What a check is set beside: the folder as it would be with other documents, and an earlier report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from curalign.cli.shared import gathered

if TYPE_CHECKING:
    from curalign.comparing import Baseline
    from curalign.domain.findings import Finding
    from curalign.domain.plans import Priorities
    from curalign.domain.stories import Stories
    from curalign.pipeline import Checked
    from curalign.reporting import View
    from curalign.reporting.view import ShownBaseline
    from curalign.reporting.view.comparison import ComparisonView
    from curalign.settings import Settings

_PATH = click.Path(path_type=Path)
_FILES: dict[str, Any] = {"multiple": True, "metavar": "FILE", "type": _PATH}
_OPTIONS = (
    click.option("--with", "units", **_FILES, help="What if the folder held this unit? May be given again."),
    click.option("--with-pd", "pd", **_FILES, help="What if it held this PD document? May be given again."),
    click.option("--without", "left_out", **_FILES, help="What if it did not hold this one? May be given again."),
    click.option("--baseline", type=_PATH, metavar="JSON", help="Fail only on what this earlier report had not."),
    click.option("--name", default="", help="Call the run so: `runs prune` keeps it, `compare` finds it."),
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the command line asks to set a check beside, and what the run is to be called."""

    units: tuple[Path, ...]
    pd: tuple[Path, ...]
    left_out: tuple[Path, ...]
    baseline: Path | None
    name: str

    def __post_init__(self) -> None:
        if self.is_supposed and self.name:
            raise click.UsageError("--name names a run, and a what-if keeps none; leave one of them out.")

    @property
    def is_supposed(self) -> bool:
        """Whether the folder is to be judged as if it held other documents."""
        return bool(self.units or self.pd or self.left_out)


@dataclass(frozen=True)
class Judged:
    """A check, its findings with those marked that a baseline had, and what a reader is told of what it is beside."""

    folder: Path
    settings: Settings
    checked: Checked
    findings: tuple[Finding, ...]
    supposed: ComparisonView | None
    baseline: ShownBaseline | None
    priorities: Priorities
    language: str

    @cached_property
    def stories(self) -> Stories:
        """Those near to the gaps; they are read when a report is to show them."""
        from curalign.stories import find_stories

        return find_stories(self.folder, self.checked, self.settings, self.priorities)

    def view(self, way: str | None) -> View:
        """What every report renders; `way` leads from the report to the folder."""
        from curalign.reporting import with_stories

        return with_stories(self.summary(way), self.stories)

    def summary(self, way: str | None = None) -> View:
        """The same without stories, which a terminal does not show."""
        from curalign.reporting import build_view

        return build_view(
            self.checked.shown,
            self.findings,
            district=self.checked.run.district,
            run=self.checked.run.id,
            way=way,
            language=self.language,
            supposed=self.supposed,
            baseline=self.baseline,
            priorities=self.priorities,
        )


beside_options = gathered("beside", Beside, _OPTIONS)
"""Let a check be set beside something, as `beside`."""


def judge(folder: Path, settings: Settings, beside: Beside, language: str, **how: Any) -> Judged:
    """Check a folder, as it is or as it would be, beside an earlier report where one is given. Raises CuralignError."""
    from curalign.pipeline import priorities_of

    earlier = _read_baseline(beside.baseline) if beside.baseline else None
    checked, supposed = (_suppose if beside.is_supposed else _check)(folder, settings, beside, language, how)
    urgent = priorities_of(checked, settings)
    if earlier is None:
        return Judged(folder, settings, checked, checked.findings, supposed, None, urgent, language)
    findings = earlier.mark_known(checked.findings)
    beside_it = _baseline(earlier, checked, findings, language)
    return Judged(folder, settings, checked, findings, supposed, beside_it, urgent, language)


def _check(
    folder: Path, settings: Settings, beside: Beside, _: str, how: dict[str, Any]
) -> tuple[Checked, ComparisonView | None]:
    """The check of the folder, its run called by a name where one is given."""
    from curalign.pipeline import check
    from curalign.storage import name_run

    checked = check(folder, settings, **how)
    if beside.name:
        name_run(checked.home, checked.run.id, beside.name)
    return checked, None


def _suppose(
    folder: Path, settings: Settings, beside: Beside, language: str, how: dict[str, Any]
) -> tuple[Checked, ComparisonView | None]:
    """The check of the folder as it would be, and what would change."""
    from curalign.reporting import build_what_if
    from curalign.what_if import what_if

    supposed = what_if(folder, settings, units=beside.units, pd=beside.pd, left_out=beside.left_out, **how)
    view = build_what_if(
        supposed.checked.run.district,
        supposed.comparison,
        added=supposed.added,
        left_out=supposed.left_out,
        problems=supposed.problems,
        language=language,
    )
    return supposed.checked, view


def _read_baseline(path: Path) -> Baseline:
    from curalign.comparing import read_baseline

    return read_baseline(path)


def _baseline(earlier: Baseline, checked: Checked, findings: tuple[Finding, ...], language: str) -> ShownBaseline:
    from curalign.reporting import build_baseline

    alignment, shown = checked.run.alignment, checked.measured.shown
    differences = earlier.differences(alignment.made_with, alignment.framework, shown, checked.run.district)
    return build_baseline(findings, differences, file=earlier.path, run=earlier.run, language=language)
