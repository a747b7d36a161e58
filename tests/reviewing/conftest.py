"""A review that is served, and whoever asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reviewed_district import Visitor, serving

from curalign.reviewing.server import ReviewServer


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[ReviewServer, Path]]:
    with serving(tmp_path) as server:
        yield server, tmp_path


@pytest.fixture
def visitor(served: tuple[ReviewServer, Path]) -> Iterator[Callable[[str], Visitor]]:
    visitors: list[Visitor] = []

    def visit(name: str) -> Visitor:
        visitors.append(Visitor(served[0]))
        return visitors[-1].sign_in(name)

    yield visit
    for one in visitors:
        one.client.close()
