"""What plans need of results: the school of a row, and what a result speaks of."""

from __future__ import annotations

from pathlib import Path

from sample_districts import write_district

from curalign.domain.results import Result
from curalign.reading import read_district
from curalign.settings import Settings

FILES = {
    "standards/s.csv": "code,statement\nS.1,Fold paper\nS.2,Cut paper\n",
    "curriculum/u.md": "# Unit\n\nFold paper.\n",
}
HEADER = "item_id,standard_code,max_points,n,p_value,group,school\n"


def results(tmp_path: Path, rows: str, settings: Settings | None = None) -> tuple[tuple[Result, ...], list[str]]:
    folder = write_district(tmp_path / "d", {**FILES, "results/fall.csv": HEADER + rows})
    district = read_district(folder, settings or Settings())
    return district.results, [problem.message for problem in district.problems]


def test_a_row_says_its_school_by_itself_or_not_at_all(tmp_path: Path) -> None:
    read, problems = results(tmp_path, "1,S.1,1,40,0.5,girls,North\n1,S.1,1,80,0.5,,\n")
    assert [(r.group, r.school) for r in read] == [("girls", "North"), ("", "")]
    assert problems == []


def test_a_result_for_several_standards_says_so_even_where_only_one_of_them_is_known(tmp_path: Path) -> None:
    read, problems = results(
        tmp_path, '1,"S.1; S.2",1,40,0.5,,\n2,"S.1; Working with paper",1,40,0.5,,\n3,S.2,1,9,1,,\n'
    )
    assert [(r.item, r.standard_code, r.standards) for r in read] == [
        ("1", "S.1", 2),
        ("1", "S.2", 2),
        ("2", "S.1", 2),
        ("3", "S.2", 1),
    ]
    assert len(problems) == 1


def test_a_claim_is_kept_only_where_the_settings_name_it(tmp_path: Path) -> None:
    row = "1,Claim Two,1,40,0.5,,\n"
    read, problems = results(tmp_path, row)
    assert read == ()
    assert len(problems) == 1
    named = Settings().with_changes(results={"claims": {"claim two": ("S.1", "S.2")}})
    kept, told = results(tmp_path, row, named)
    assert [r.standard_code for r in kept] == ["Claim Two"]
    assert told == []
    assert named.fingerprint != Settings().fingerprint


def test_how_many_pupils_may_be_told_of_and_who_comes_change_no_measurement() -> None:
    other = Settings().with_changes(results={"min_n": 20}, planning={"teachers": {"North": 12}})
    assert other.fingerprint == Settings().fingerprint
