"""Whoever calls a public function reads in its docstring what it takes, what it gives and what it raises."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from sample_districts import ROOT

PACKAGES = [".".join(path.parent.relative_to(ROOT).parts) for path in sorted((ROOT / "curalign").rglob("__init__.py"))]


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every function that a package exports, and the methods of the classes that `curalign` itself exports."""
    for package in map(import_module, PACKAGES):
        for name in getattr(package, "__all__", ()):
            exported = getattr(package, name)
            if inspect.isfunction(exported):
                yield name, exported
            elif inspect.isclass(exported) and package.__name__ == "curalign":
                methods = inspect.getmembers(exported, inspect.isfunction)
                public = [method for method in vars(exported) if not method.startswith("_")]
                yield from ((f"{name}.{method}", function) for method, function in methods if method in public)


DOORS = dict(sorted({(f.__module__, name): f for name, f in functions()}.items()))
ROOMS = sorted({module.split(".")[1] for module, _ in DOORS})


def sections(doc: str) -> dict[str, str]:
    """The text under each of Google's headings, and under "" what stands before them."""
    parts = re.split(r"^(Args|Returns|Yields|Raises):\n", doc, flags=re.MULTILINE)
    return {"": parts[0]} | dict(zip(parts[1::2], parts[2::2], strict=True))


def lacks(function: Callable[..., Any]) -> list[str]:
    """What the docstring of a function does not tell."""
    parts = sections(inspect.getdoc(function) or "")
    signature = inspect.signature(function)
    described = re.findall(r"^    \**(\w+)(?: \([^)]*\))?:", parts.get("Args", ""), re.MULTILINE)
    lacking = [f"Args: {name}" for name in signature.parameters if name != "self" and name not in described]
    lacking += [f"Args: {name} is none" for name in described if name not in signature.parameters]
    if signature.return_annotation not in (None, "None") and not parts.keys() & {"Returns", "Yields"}:
        lacking.append("Returns")
    if "Raises" not in parts and (re.search(r"^ +raise \w", inspect.getsource(function), re.MULTILINE)):
        lacking.append("Raises")
    if re.search(r"\b[Rr]aises \w*Error", parts[""]):
        lacking.append("Raises: in a section of its own, not in a sentence")
    return lacking


def test_the_sections_of_a_docstring_are_told_apart() -> None:
    doc = "One line.\n\nMore.\n\nArgs:\n    a: one.\n    *b: others.\n\nReturns:\n    All.\n"
    assert sections(doc) == {
        "": "One line.\n\nMore.\n\n",
        "Args": "    a: one.\n    *b: others.\n\n",
        "Returns": "    All.\n",
    }


def test_what_a_docstring_lacks_is_found() -> None:
    def halve(number: int, *, twice: bool = False) -> float:
        """Half of a number. Raises ValueError.

        Args:
            number: what to halve.
            thrice: no parameter.

        """
        if number < 0:
            raise ValueError
        return number / (4 if twice else 2)

    assert lacks(halve) == [
        "Args: twice",
        "Args: thrice is none",
        "Returns",
        "Raises",
        "Raises: in a section of its own, not in a sentence",
    ]


UNDOCUMENTED: set[str] = set()
"""Rooms with functions that do not say so yet; a room that does must leave this list, or its test fails."""


@pytest.mark.parametrize(
    "room", [pytest.param(r, marks=pytest.mark.xfail(strict=True)) if r in UNDOCUMENTED else r for r in ROOMS]
)
def test_public_functions_say_what_they_take_give_and_raise(room: str) -> None:
    found = {f"{module}: {name}": lacks(f) for (module, name), f in DOORS.items() if module.split(".")[1] == room}
    assert {name: lacking for name, lacking in found.items() if lacking} == {}
