"""A district as it was aligned, beside what people say its lessons teach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from curalign.domain.labels import Label, in_own_codes
from curalign.domain.links import Alignment
from curalign.domain.privacy import looks_like_code, quote_codes
from curalign.domain.problems import Problem
from curalign.domain.standards import Standard
from curalign.evaluating.lessons import Lesson, find_lessons
from curalign.metrics import Measured, Scores
from curalign.reading.survey import LABELS
from curalign.wording import Facts


@dataclass(frozen=True, eq=False)
class LabelledDistrict:
    """A district as it was aligned, and the lessons of it that are labelled; `grades` are those that were asked for."""

    name: str
    alignment: Alignment
    lessons: tuple[Lesson, ...]
    grades: tuple[str, ...] = ()

    @cached_property
    def taught(self) -> tuple[frozenset[str], ...]:
        """What each lesson is labelled with, in the framework's own codes."""
        known = self.alignment.framework.by_code
        return tuple(frozenset(known[c].code for c in x.label.codes if c in known) for x in self.lessons)

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """What is scored: standards that count, and others that a label names."""
        framework = self.alignment.framework
        named = frozenset[str]().union(*self.taught)
        return tuple(s for s in framework.standards if framework.counts(s) or s.code in named)

    @property
    def size(self) -> int:
        """How many labelled lessons there are of the grades that were asked for."""
        return int(self._pool.any(axis=1).sum())

    @property
    def answerable(self) -> bool:
        """Whether any lesson is labelled with a standard that it is compared with."""
        return bool(self.measured(np.zeros(self._pool.shape)).labelled.any())

    @cached_property
    def compared(self) -> frozenset[str]:
        """The ids of the standards that any labelled lesson is compared with."""
        return frozenset(self.standards[at].id for at in np.flatnonzero(self._pool.any(axis=0)))

    @cached_property
    def _pool(self) -> NDArray[np.bool_]:
        """(lessons, standards): what each lesson's document is compared with."""
        documents = {m.path: m.grades for m in self.alignment.materials}
        own = [documents[lesson.path] for lesson in self.lessons]
        fits = [[_is_for_any(s, grades) and _is_for_any(s, self.grades) for s in self.standards] for grades in own]
        return np.array(fits, bool).reshape(len(self.lessons), len(self.standards))

    def measured(self, scores: Scores, *, probabilities: bool = False) -> Measured:
        """Scores (lessons, standards) beside the labels."""
        truth = [[s.code in codes for s in self.standards] for codes in self.taught]
        return Measured(
            scores=np.where(self._pool, scores, -np.inf),
            truth=np.array(truth, bool).reshape(self._pool.shape),
            codes=tuple(s.code for s in self.standards),
            units=tuple(lesson.path for lesson in self.lessons),
            parents=tuple(s.parent or "" for s in self.standards),
            probabilities=probabilities,
        )


def label_district(
    name: str, alignment: Alignment, labels: Sequence[Label], grades: tuple[str, ...] = ()
) -> tuple[LabelledDistrict, tuple[Problem, ...]]:
    """Put a district's alignment beside its labels.

    Args:
        name: The district's name.
        alignment: Every judged pair of it.
        labels: What its lessons teach.
        grades: The grades that were asked for; () means all.

    Returns:
        The labelled district, and a problem for each label that fits no lesson or no standard.

    """
    known, unknown = in_own_codes(labels, alignment.framework)
    lessons, problems = find_lessons(known, alignment.links.passages)
    coded = sorted(code for code in set(unknown) if looks_like_code(code))
    others = set(unknown).difference(coded)
    named = [*(quote_codes([code]) for code in coded), *([quote_codes(others)] if others else [])]
    lost = (Problem("F303", LABELS, trouble="codes-lacking", facts=Facts(told, left="it")) for told in named)
    return LabelledDistrict(name, alignment, lessons, grades), (*problems, *lost)


def _is_for_any(standard: Standard, grades: tuple[str, ...]) -> bool:
    return not grades or standard.states(grades)
