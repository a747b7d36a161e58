"""What one mark repeated thousands of times stands for is read as fast as any text."""

from __future__ import annotations

from pathlib import Path

import made_documents as made
import pytest


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("unclosed.md", "Pupils add. " + "\\\\( " * 10_000),
        ("blanks.txt", "Pupils add.   " + "\u2003" * 40_000 + "\u200b"),
        ("heads.rtf", r"{\rtf1\ansi Pupils add.\par " + r"{\header Oak " * 4000),
        (
            "boxes.rtf",
            r"{\rtf1\ansi{\header " + r"{\*\shpinst{\shptxt Oak " * 40 + "}}" * 40 + r"}\pard Pupils add.\par}",
        ),
    ],
)
def test_marks_that_open_nothing_cost_little(tmp_path: Path, name: str, held: str) -> None:
    (tmp_path / name).write_text(held, encoding="utf-8")
    found = made.extract(tmp_path / name, made.SETTINGS.model_copy(update={"seconds": 8.0}))
    assert "Pupils add." in str(made.lines(found)), made.codes(found)
