"""Situations that people met in public with documents like a district's: every row of the table in ../shared/cases.

Each stands for a kind, whose variants are tested elsewhere with inputs of our own. Here it is the table: what is said
where, with which role and under which heading; which codes are claimed; what is told of what is left out.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from table_of_troubles import LEFT_OUT, ROWS, Row

from curalign.claiming import claim_passages
from curalign.domain.districts import District
from curalign.domain.materials import Material, Passage, Role
from curalign.reading import read_district
from curalign.segmenting import segment
from curalign.segmenting.boilerplate import Furniture

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases"
STANDARDS = Path("districts") / "math_grade_2" / "standards" / "standards.csv"


@dataclass(frozen=True)
class Seen:
    """What curalign makes of one document."""

    material: Material
    passages: tuple[Passage, ...]
    claims: str


@pytest.fixture(scope="module")
def seen(bench: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Seen]:
    """Every file of the table, by its name, read as the units of one district."""
    if not CASES.is_dir():
        pytest.skip("needs the cases in ../shared/cases, which are not part of this repository")
    folder = tmp_path_factory.mktemp("table") / "district"
    (folder / "standards").mkdir(parents=True)
    (folder / "curriculum").mkdir()
    shutil.copy(bench / STANDARDS, folder / "standards")
    for row in ROWS:
        found = next(CASES.glob(f"*/{row.file}"))
        shutil.copy(found, folder / "curriculum")
    district = read_district(folder)
    return {Path(m.path).name: _seen(m, district) for m in district.materials}


def _seen(material: Material, district: District) -> Seen:
    """Roles are those that the layout gives: that a statement is copied is another matter."""
    passages = segment([material], furniture=Furniture.of(district.materials))
    claims = claim_passages(passages, district.framework)
    cited = {claim.standard.code for claim in claims if claim.standard and not claim.is_copied}
    return Seen(material, passages, " ".join(sorted(cited)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.called)
def test_a_row_of_the_table_is_right(seen: Mapping[str, Seen], row: Row) -> None:
    found = seen[row.file]
    judged = [passage for passage in found.passages if passage.role is not Role.BOILERPLATE]
    for words, expected in row.says.items():
        role, *heading = (expected,) if isinstance(expected, str) else expected
        own = [passage for passage in judged if words in " ".join(passage.text.split())]
        assert [str(passage.role) for passage in own] == [role], words
        assert heading in ([], list(own[0].headings[-1:])), words
    assert row.claims in (None, found.claims)
    assert not [words for words in row.absent if any(words in passage.text for passage in judged)]
    assert row.grades in (None, " ".join(found.material.grades))
    assert tuple(sorted(problem.trouble for problem in found.material.problems)) == row.told
    told = [problem.facts for problem in found.material.problems if problem.trouble == LEFT_OUT]
    for what, count in row.left.items():
        assert told[0][what] == count


def test_a_ruled_table_of_a_pdf_is_read_by_rows(seen: Mapping[str, Seen]) -> None:
    """Row 8: what stands in a row stays together, and its columns give the roles."""
    passages = [p for p in seen["f06_lesson_table.pdf"].passages if p.role is not Role.BOILERPLATE]
    roles = [str(p.role) for p in passages]
    assert roles == ["objective", "task", "assessment"] * (len(passages) // 3)
    pairs = defaultdict(set)
    for objective, task in zip(passages[::3], passages[1::3], strict=True):
        pairs[objective.text].add(task.text)
    assert all(len(tasks) == 1 for tasks in pairs.values())
    assert len(pairs) == 3


def test_no_pupil_of_a_gradebook_is_in_a_passage(seen: Mapping[str, Seen]) -> None:
    """Row 57: they are called `Familyname1, Pupil` and so on there."""
    assert not [p.text for p in seen["x08_gradebook_in_plan.xlsx"].passages if "Familyname" in p.text]
