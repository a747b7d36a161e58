"""One labelled set, scored by one method: what every metric is computed from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Grades = tuple[str, ...]
Scores = NDArray[np.float64]
"""(t, s): a row for each text, a column for each standard; higher is closer."""


@dataclass(frozen=True, eq=False)
class Measured:
    """t texts scored against s standards, which stand in the framework's order.

    `scores` (t, s): higher is closer, -inf where the standard is not in the text's pool. `truth` (t, s) bool: what the
    labels say; a label outside the pool cannot be found and does not count. `units` name what belongs together and is
    resampled as one; an empty name is a unit of its own. `parents` say which standards are siblings, empty for none.
    `probabilities` says that the scores are meant as such. Raises ValueError for shapes out of step and for scores
    that are no numbers.
    """

    scores: Scores
    truth: NDArray[np.bool_]
    codes: tuple[str, ...]
    units: tuple[str, ...]
    parents: tuple[str, ...] = ()
    text_grades: tuple[Grades, ...] = ()
    standard_grades: tuple[Grades, ...] = ()
    probabilities: bool = False

    def __post_init__(self) -> None:
        texts, standards = self.scores.shape
        in_step = {
            "units": len(self.units) == texts,
            "codes": len(self.codes) == standards,
            "parents": len(self.parents) in (0, standards),
            "text_grades": len(self.text_grades) in (0, texts),
            "standard_grades": len(self.standard_grades) in (0, standards),
        }
        for name, fits in in_step.items():
            if not fits:
                raise ValueError(f"{name} are not in step with {texts} texts and {standards} standards")
        if self.truth.shape != self.scores.shape:
            raise ValueError(f"truth is {self.truth.shape} and scores are {self.scores.shape}: they must be in step")
        if np.isnan(self.scores).any() or np.isposinf(self.scores).any():
            raise ValueError("a score is not a number; give -inf to what is not in a text's pool")

    @cached_property
    def pool(self) -> NDArray[np.bool_]:
        """(t, s): which standards each text was compared with."""
        return np.isfinite(self.scores)

    @cached_property
    def right(self) -> NDArray[np.bool_]:
        """(t, s): the labels that can be found, because they are in the pool."""
        return self.truth & self.pool

    @cached_property
    def labelled(self) -> NDArray[np.bool_]:
        """(t,): the texts with a label in their pool, which are those that a ranking is measured on."""
        return np.asarray(self.right.any(axis=1))

    @cached_property
    def order(self) -> NDArray[np.intp]:
        """(t, s): each text's standards, the best first; ties keep the framework's order."""
        return np.argsort(-self.scores, axis=1, kind="stable")

    @cached_property
    def ranked(self) -> NDArray[np.bool_]:
        """(t, s): whether the standard at each rank is a right one."""
        return np.take_along_axis(self.right, self.order, axis=1)
