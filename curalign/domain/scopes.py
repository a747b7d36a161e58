"""Which documents a number speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.materials import Kind, Material


@dataclass(frozen=True, slots=True)
class Scope:
    """One kind of document, in the whole district (school "") or in one school; numbers are kept by it.

    A document without a school belongs to every school.
    """

    kind: Kind
    school: str = ""

    def holds(self, material: Material) -> bool:
        """Whether a document counts here."""
        return material.kind is self.kind and (not self.school or material.school in ("", self.school))


UNITS = Scope(Kind.UNIT)
PD = Scope(Kind.PD)
EXPECTED = frozenset({UNITS})
"""What is measured even where there is no such document: a district without PD gets no numbers of it."""
BY_SCHOOL = frozenset({Kind.UNIT})
"""The kinds of document that are measured for each school as well."""
