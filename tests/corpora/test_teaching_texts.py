"""What corpora/README.md promises of the short texts that teach a standard."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

TEXTS = Path(__file__).parents[2] / "corpora" / "texts"
VOICES = {"objective", "lesson", "task", "assessment", "plan"}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_row_has_codes_a_known_voice_and_a_text_of_its_own(path: Path) -> None:
    rows = rows_of(path)
    assert all(list(row) == ["codes", "voice", "text"] for row in rows)
    assert all(all(code.strip() == code != "" for code in row["codes"].split("|")) for row in rows)
    assert {row["voice"] for row in rows} <= VOICES
    again = [text for text, count in Counter(row["text"] for row in rows).items() if count > 1]
    assert again == []


def test_each_topic_of_social_studies_has_one_objective_and_five_texts_or_more() -> None:
    voices: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows_of(TEXTS / "social-studies.tsv"):
        voices[row["codes"]][row["voice"]] += 1
    assert len(voices) == 225
    assert [code for code in voices if not re.fullmatch(r"SS-[A-Z]{3}-\d\d", code)] == []
    assert {code for code, own in voices.items() if own["objective"] != 1} == set()
    assert {code for code, own in voices.items() if own.total() - own["objective"] < 5} == set()


def test_the_texts_of_social_studies_are_as_long_as_a_lesson_in_a_plan() -> None:
    lengths = {row["text"]: len(row["text"].split()) for row in rows_of(TEXTS / "social-studies.tsv")}
    assert {text for text, words in lengths.items() if not 12 <= words <= 45} == set()
