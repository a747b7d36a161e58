"""The worker that reads the documents of a module ends with it."""

from __future__ import annotations

from collections.abc import Iterator

import made_documents as made
import pytest


@pytest.fixture(scope="module", autouse=True)
def _reader_ends() -> Iterator[None]:
    yield
    made.reader().close()
    made.reader.cache_clear()
