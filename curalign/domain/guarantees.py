"""What a district's own reviewed units let a report promise about what it calls taught."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """What `units` reviewed units give for one subject, or for all subjects together where `subject` is empty.

    `needed` is how many units it takes at least. `threshold` is the least probability to be asked for, a whole number
    of ten-thousandths: None where there are too few units, or where no probability is enough. `found` is the share of
    what these units teach, by their labels, that still counts as taught, averaged over the units.
    """

    subject: str
    units: int
    needed: int
    threshold: float | None = None
    found: float | None = None

    @property
    def missing(self) -> int:
        """How many more units there are to review."""
        return max(self.needed - self.units, 0)


@dataclass(frozen=True, slots=True)
class Guarantee:
    """Of the standards that a unit does not teach, the share expected to be called taught by it is at most `alpha`.

    It holds for each of `bounds` that has a threshold. `overruled` says that the settings name thresholds of their
    own, so that nothing is guaranteed; there are no bounds then.
    """

    alpha: float
    bounds: tuple[Bound, ...] = ()
    overruled: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """Of the standards that the district does not teach, at most a share `alpha` is expected to be as probable as this.

    It rests on `untaught` standards that were drawn at random and that people found not taught; `needed` is how many it
    takes. `threshold` is that probability of being taught, by what was measured; verdicts keep their own. It is None
    where there are too few, or where no probability is enough.
    """

    alpha: float
    untaught: int
    needed: int
    threshold: float | None = None
