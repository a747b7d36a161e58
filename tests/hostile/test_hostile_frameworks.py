"""Standards of any size and shape are read in a time that grows as they do."""

from __future__ import annotations

import gc
import json
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from curalign.domain.standards import Framework
from curalign.reading import read_framework, validate_framework

Package = dict[str, list[dict[str, Any]]]
WIDE, DEEP = 10**9, 1


def case(size: int, children: int = 10) -> Package:
    """A CASE package of so many items, each but the first below another, in families of so many children."""
    items = [
        {"identifier": f"i{at}", "humanCodingScheme": f"M.{at}", "fullStatement": f"Explain {at}."}
        for at in range(size)
    ]
    edges = [
        {
            "identifier": f"e{at}",
            "associationType": "isChildOf",
            "originNodeURI": {"identifier": f"i{at}", "uri": f"u/i{at}", "title": f"M.{at}"},
            "destinationNodeURI": {"identifier": f"i{(at - 1) // children}", "uri": "u", "title": "above"},
        }
        for at in range(1, size)
    ]
    return {"CFItems": items, "CFAssociations": edges}


def one_code(size: int) -> Package:
    package = case(size)
    for item in package["CFItems"]:
        item["humanCodingScheme"] = "M.1"
    return package


def one_alias(size: int) -> Package:
    package = case(size)
    for item in package["CFItems"]:
        item["alternativeLabel"] = "A.1"
    return package


def one_pair_of_ends(size: int) -> Package:
    package = case(size)
    for edge in package["CFAssociations"]:
        edge |= {"associationType": "isRelatedTo", "originNodeURI": "i0", "destinationNodeURI": "i1"}
    return package


SHAPES: dict[str, Callable[[int], Package]] = {
    "a tree": case,
    "one family": lambda size: case(size, WIDE),
    "one line": lambda size: case(size, DEEP),
    "one code": one_code,
    "one alias": one_alias,
    "one pair of ends": one_pair_of_ends,
}


def use(framework: Framework) -> None:
    """What a check asks of every standard."""
    framework.for_grades(("3",))
    for standard in framework:
        framework.counts(standard)
        framework.is_heading(standard)


def seconds(folder: Path, package: Package) -> float:
    """Processor time of all that is done with a file: read, twice and made one, validated and used."""
    paths = [folder / name for name in ("a.json", "b.json")]
    for path in paths:
        path.write_text(json.dumps(package), encoding="utf-8")
    gc.collect()
    gc.disable()  # how long a collection takes depends on what the tests before have left
    try:
        began = time.process_time()
        use(read_framework(paths[0]))
        validate_framework(paths[0])
        use(read_framework(paths))
        return time.process_time() - began
    finally:
        gc.enable()


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_standards_take_about_twice_as_long(tmp_path: Path, shape: str) -> None:
    once, twice = math.inf, math.inf
    for turn in range(5):  # in turn, for what else the computer does may slow either down
        once = min(once, seconds(tmp_path, SHAPES[shape](1500)))
        twice = min(twice, seconds(tmp_path, SHAPES[shape](3000)))
        if turn and twice < 2.7 * once:
            return
    pytest.fail(f"{twice / once:.2f} times as long")


def test_a_case_package_of_twenty_thousand_items_is_read_within_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(case(20_000)), encoding="utf-8")
    began = time.process_time()
    assert len(read_framework(path)) == 20_000
    assert time.process_time() - began < 8
