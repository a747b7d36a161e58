"""What a sentence is made of, before it is a sentence in any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

Fact = str | int | float | tuple[str, ...]
"""One fact: a text (a quote, a file, a code, a word that sentences choose by), a number, or several texts."""


class Facts(dict[str, Fact]):
    """Facts by name. They never change, so that values that hold them can be hashed; they are JSON as they are.

    A list becomes a tuple, so that what comes back from JSON equals what went in.
    """

    __slots__ = ()

    def __init__(
        self, facts: Mapping[str, Any] | Iterable[tuple[str, Any]] = (), **more: str | int | float | Iterable[str]
    ) -> None:
        given = {**dict(facts), **more}
        super().__init__({name: fact if _is_single(fact) else tuple(fact) for name, fact in given.items()})

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Facts], tuple[dict[str, Fact]]]:
        return Facts, (dict(self),)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("facts do not change; make new ones")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse


def _is_single(fact: object) -> bool:
    return isinstance(fact, str | int | float)


NO_FACTS = Facts()
