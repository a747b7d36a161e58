"""A district: what its folder holds."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.materials import Kind, Material
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.domain.standards import Framework


@dataclass(frozen=True, slots=True)
class District:
    """A framework, the documents, and pupils' results where there are any.

    `problems` are files that fit nowhere or could not be read and are no material.
    """

    name: str
    framework: Framework
    materials: tuple[Material, ...]
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, kind: Kind) -> tuple[Material, ...]:
        """The documents of one kind."""
        return tuple(m for m in self.materials if m.kind is kind)
