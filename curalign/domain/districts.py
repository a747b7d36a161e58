"""A district: what its folder holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from curalign.domain.labels import Label
from curalign.domain.materials import Material
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.domain.standards import Framework


@dataclass(frozen=True, slots=True)
class District:
    """A framework, the documents, and pupils' results where there are any.

    `inputs` are the sha256 of every file by its path, of the bytes that were read; empty where none could be.

    `labels` are what the district itself says its units teach. `problems` are files that fit nowhere or could not be
    read and are no material.
    """

    name: str
    framework: Framework
    materials: tuple[Material, ...]
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    labels: tuple[Label, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def is_complete(self) -> bool:
        """Whether nothing failed that another try may read: no problem is a passing one. Broken files do not count."""
        everywhere = (self.problems, self.framework.problems, *(material.problems for material in self.materials))
        return not any(problem.passing for problems in everywhere for problem in problems)
