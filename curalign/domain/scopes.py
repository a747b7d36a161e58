"""Which documents a number speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from curalign.domain.materials import Kind


@dataclass(frozen=True, slots=True)
class Scope:
    """One kind of document, in the whole district (school "") or in one school; numbers are kept by it."""

    kind: Kind
    school: str = ""
