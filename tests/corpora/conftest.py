"""What the tests of a whole district ask of its check; each module says in `checked` which district it is."""

from __future__ import annotations

from collections import defaultdict

import pytest

from curalign.pipeline import Checked


@pytest.fixture(scope="module")
def found(checked: Checked) -> dict[str, set[str]]:
    """Code of a finding to the standards, or else the files, that it names."""
    table: dict[str, set[str]] = defaultdict(set)
    for finding in checked.findings:
        table[finding.code].add(finding.standard.code if finding.standard else finding.file or "")
    return table
