"""The index of a framework's codes: which standard a code means, in whatever notation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum
from typing import Generic, Protocol, TypeVar

from curalign.domain.codes import DASH, Key, atoms_of, is_grade, joined, key_of, shape_of, shortened, spellings

_GUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DASHES = re.compile(rf"[{DASH}]")
_STATES = frozenset(
    (
        *(
            "AK",
            "AL",
            "AZ",
            "CA",
            "CO",
            "CT",
            "FL",
            "GA",
            "HI",
            "IA",
            "ID",
            "IL",
            "IN",
            "KS",
            "KY",
            "MI",
            "MN",
            "MO",
            "MT",
        ),
        *(
            "NC",
            "ND",
            "NE",
            "NH",
            "NJ",
            "NM",
            "NV",
            "NY",
            "OH",
            "OK",
            "OR",
            "PA",
            "RI",
            "SD",
            "TN",
            "TX",
            "UT",
            "VT",
            "WA",
        ),
        *("WI", "WV", "WY"),
    )
)
"""What states put before codes that they share: `CA.3.NF.A.1`. Those that are subjects as well (`SC.`, `VA.`, `MA.`,
`LA.`) are none."""


class Coded(Protocol):
    """What can be looked up by its codes: a standard."""

    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def grades(self) -> tuple[str, ...]: ...


S = TypeVar("S", bound=Coded)


class Match(IntEnum):
    """How a code names a standard, the surest first."""

    CODE = 0
    ALIAS = 1
    SPELLING = 2
    SHORT = 3


class Codebook(Generic[S]):
    """Every spelling of a framework's codes, and the shapes that its codes have."""

    def __init__(self, standards: Sequence[S], retired: Collection[str] = ()) -> None:
        """Index `standards`; those whose ids are in `retired` stand back where a live one has the same code."""
        self._retired = frozenset(retired)
        self._printed: dict[str, tuple[Match, list[S]]] = {}
        self._found: dict[str, tuple[Match, list[S]]] = {}
        self.guids = {s.id.casefold(): s for s in standards if _GUID.fullmatch(s.id)}
        shapes: set[Key] = set()
        spaced: set[str] = set()
        for match in Match:
            for standard in standards:
                for name in _names(standard, match):
                    for key in _keys(name, match):
                        _add(self._found, joined(key), match, standard)
                        if match < Match.SHORT:
                            shapes.add(shape_of(key))
                    if match <= Match.ALIAS:
                        _add(self._printed, _printed(name), match, standard)
                        if " " in name.strip():
                            spaced.add(joined(key_of(name)))
        self._found.pop("", None)
        self.shapes = frozenset(shapes)
        self.spaced = frozenset(spaced)

    def find(self, code: str, grades: Iterable[str] = ()) -> S | None:
        """The standard that a code means, as it is printed or in another notation; None where none, or two, could be.

        Between standards with one code the grades decide (of the document that cites it), then live before retired,
        then the framework's order.
        """
        wanted = frozenset(grades)
        _, exactly = self._printed.get(_printed(code), (Match.CODE, []))
        printed = self._choose(exactly, wanted, alike=True)
        return printed or self.find_key(key_of(code), wanted) or self.find_key(atoms_of(code), wanted)

    def find_key(self, key: Key, grades: Collection[str] = ()) -> S | None:
        """The standard of a key; a component that the framework does not spell out is its standard."""
        match, standards = self._found.get(joined(key), (Match.SHORT, []))
        if standards:
            return self._choose(standards, grades, alike=match <= Match.ALIAS)
        if len(key) > 3 and key[0] in _STATES and is_grade(key[1]) and not self.is_short(key[1:]):
            return self.find_key(key[1:], grades)
        is_component = len(key) > 3 and key[-1].isalpha() and len(key[-1]) == 1 and key[-2].isdigit()
        return self.find_key(key[:-1], grades) if is_component else None

    def has(self, key: Key) -> bool:
        """Whether a key is written out in the framework, in whatever spelling."""
        return joined(key) in self._found

    def is_short(self, key: Key) -> bool:
        """Whether a key is only the end of a code: `CR.1.1.3.A`, which standards of other subjects may have too."""
        return self._found.get(joined(key), (Match.CODE,))[0] is Match.SHORT

    def could_be(self, key: Key) -> bool:
        """Whether an unknown key has the shape of a known one, the words in it included."""
        has_word = any(len(atom) > 1 and atom.isalpha() for atom in key)
        return len(key) > 2 and has_word and not self.has(key) and shape_of(key) in self.shapes

    def could_be_numbered(self, key: Key) -> bool:
        """Whether an unknown key in brackets has the shape of a known one of Texas: `112.39(c)(9)(Z)`."""
        return len(key) > 3 and key[0].isdigit() and len(key[0]) == 3 and shape_of(key) in self.shapes

    def _choose(self, standards: Sequence[S], grades: Collection[str], *, alike: bool) -> S | None:
        """One of `standards`; where they are not `alike` in their codes and several are left, none."""
        of_grade = [s for s in standards if not set(s.grades).isdisjoint(grades)] or standards
        live = [s for s in of_grade if s.id not in self._retired] or of_grade
        is_one = bool(live) and (alike or all(s.code == live[0].code for s in live))
        return live[0] if is_one else None


def _add(index: dict[str, tuple[Match, list[S]]], name: str, match: Match, standard: S) -> None:
    """Keep the standards that a name means in the surest way that it means any."""
    known, standards = index.setdefault(name, (match, []))
    if known is match and (not standards or standards[-1] is not standard):
        standards.append(standard)


def _names(standard: Coded, match: Match) -> tuple[str, ...]:
    if match is Match.CODE:
        return (standard.code,)
    return standard.aliases if match is Match.ALIAS else (standard.code, *standard.aliases)


def _keys(name: str, match: Match) -> Iterable[Key]:
    if name.startswith("#"):  # a code that we made for a standard without one: nobody writes it in another way
        return ()
    if match <= Match.ALIAS:
        return (key_of(name),)
    return spellings(name) if match is Match.SPELLING else shortened(name)


def _printed(code: str) -> str:
    """A code as it is printed, but for capitals, kinds of dashes and widths of spaces."""
    return _DASHES.sub("-", " ".join(code.casefold().split()))
