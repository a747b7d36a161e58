"""A filter is laid over a check of the whole district: what is judged and kept never depends on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import as_json, run
from sample_districts import write_district

import curalign as ca
from curalign.domain.filters import Filter
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.scopes import UNITS, Scope
from curalign.pipeline import Checked, check, reopen
from curalign.settings import Settings, load_settings
from curalign.storage import latest_run

FILTERS = (Filter(("3",)), Filter(("4",)), Filter((), ("math",)), Filter((), ("science",)), Filter((), (), ("north",)))


@pytest.fixture
def two_grades(tmp_path: Path) -> Path:
    """Two grades, two schools, units of two subjects of three: nobody gave one of civics."""
    return write_district(
        tmp_path / "two-grades",
        {
            "curalign.toml": "[district]\nschools = 'subfolders'\n",
            "standards/standards.csv": "code,statement,grades,subject\n"
            "TG.3.1,Measure the length of an object with a ruler in centimeters,3,math\n"
            "TG.3.2,Describe how a plant grows from a seed,3,science\n"
            "TG.4.1,Convert meters to centimeters,4,math\n"
            "TG.4.2,Draw an angle of a given size with a protractor,4,math\n"
            "TG.3.3,Explain why a town has a mayor and a council,3,civics\n",
            "curriculum/north/grade 3 measuring math.md": "# Measuring, Grade 3\n\n## Lesson 1: Rulers\n\n"
            "Pupils lay a centimeter ruler along pencils and books and measure the length of each object.\n",
            "curriculum/south/grade 3 science seeds.md": "# From seed to plant, Grade 3\n\n## Lesson 1: Beans\n\n"
            "Pupils plant bean seeds and describe each day how the plant grows from its seed.\n",
            "curriculum/north/grade 4 math lengths.md": "# Lengths, Grade 4\n\n## Lesson 1: Meters\n\n"
            "Pupils convert lengths in meters to centimeters and check them with a tape.\n",
            "pd/measuring workshop.md": "# Workshop\n\nTeachers practise how pupils measure with a ruler.\n",
        },
    )


@pytest.fixture
def quick(two_grades: Path) -> Settings:
    return load_settings(two_grades, embedding={"encoder": "hashing"})


def verdicts(checked: Checked) -> dict[str, tuple[object, ...]]:
    """The strength and probability of each standard that is shown, by units and by PD."""
    shown = checked.shown
    reaches = {s.code: [shown.reach(s, Scope(kind)) for kind in Kind] for s in shown.standards}
    return {code: tuple(r and (r.strength, r.probability) for r in both) for code, both in reaches.items()}


def files_of_run(folder: Path) -> dict[str, bytes]:
    (made,) = (folder / ".curalign" / "runs").iterdir()
    return {file.name: file.read_bytes() for file in made.iterdir() if file.name != "manifest.json"}


@pytest.mark.parametrize("shown", FILTERS, ids=str)
def test_a_filtered_check_judges_and_keeps_the_whole_district(
    two_grades: Path, quick: Settings, tmp_path: Path, shown: Filter
) -> None:
    whole = check(two_grades, quick, cache=tmp_path / "whole" / ".curalign")
    part = check(two_grades, quick, cache=tmp_path / "part" / ".curalign", shown=shown)
    assert not part.reused
    assert part.run.fingerprint == whole.run.fingerprint
    assert part.run.alignment == whole.run.alignment
    assert files_of_run(tmp_path / "part") == files_of_run(tmp_path / "whole")
    known = verdicts(whole)
    assert verdicts(part)
    assert all(known[code] == verdict for code, verdict in verdicts(part).items())
    assert part.coverage == whole.coverage
    assert all(f in whole.findings for f in part.findings if f.standard is not None)


@pytest.mark.parametrize("shown", FILTERS, ids=str)
def test_a_filter_on_a_check_that_was_done_takes_up_its_run(two_grades: Path, quick: Settings, shown: Filter) -> None:
    first = check(two_grades, quick)
    second = check(two_grades, quick, shown=shown)
    assert second.reused
    assert second.run == first.run
    assert latest_run(second.home) == first.run
    assert reopen(two_grades).findings == first.findings
    assert reopen(two_grades, shown=shown).findings == second.findings


def test_a_subject_of_which_no_unit_was_given_is_unknown(two_grades: Path, quick: Settings) -> None:
    checked = check(two_grades, quick)
    civics = checked.coverage.framework["TG.3.3"]
    assert checked.coverage.without_documents == {civics.id}
    reach = checked.coverage.reach(civics, UNITS)
    assert reach is not None
    assert reach.strength is Strength.UNKNOWN
    assert [f.standard for f in checked.findings if f.code == "U101" and f.standard == civics] == []
    assert any("No unit document is for civics in grade 3" in f.message for f in checked.findings)


def test_what_a_district_answers_for_changes_what_is_counted_and_not_what_is_judged(two_grades: Path) -> None:
    def settings(**district: object) -> Settings:
        return load_settings(two_grades, embedding={"encoder": "hashing"}, district=district)

    every = check(two_grades, settings()).run.alignment
    for asked in ({"grades": ("4",)}, {"subjects": ("math",)}):
        alignment = check(two_grades, settings(**asked)).run.alignment
        assert alignment.links == every.links
        assert alignment.off_grade == every.off_grade
        assert alignment.framework == every.framework
    assert alignment.subjects == ("math",)
    counted = ca.measure_coverage(alignment).counted
    assert [s.code for s in counted] == ["TG.3.1", "TG.4.1", "TG.4.2"]


def test_an_unknown_name_is_told_before_anything_is_judged(two_grades: Path, quick: Settings) -> None:
    for shown, says in ((Filter((), ("art",)), "civics, math, science"), (Filter((), (), ("east",)), "north, south")):
        with pytest.raises(ca.CuralignError, match=says):
            check(two_grades, quick, shown=shown)
    assert not (two_grades / ".curalign" / "runs").exists()


def test_as_a_user_runs_it(two_grades: Path) -> None:
    whole = as_json(two_grades)
    assert whole["scope"] is None
    known = {s["code"]: s for s in whole["standards"]}
    for words, scope in (
        (("--grade", "4"), {"grades": ["4"], "subjects": [], "schools": []}),
        (("--subject", "sci", "--grade", "3"), {"grades": ["3"], "subjects": ["science"], "schools": []}),
        (("--school", "north"), {"grades": [], "subjects": [], "schools": ["north"]}),
    ):
        part = as_json(two_grades, *words)
        assert part["scope"] == scope
        assert part["run"] == whole["run"]
        assert all(s["unit"] == known[s["code"]]["unit"] for s in part["standards"])
    printed = run("check", two_grades, "--grade", "4").stdout
    assert "--grade 4 -o report.html" in printed
    assert "Shown: only grade 4, as judged in the check of the whole district." in printed
    page = run("report", two_grades, "--subject", "civics", "--format", "html").stdout
    assert "<title>two-grades: only civics: what is taught" in page
    assert "unknown, because no unit document is for it" in run("explain", two_grades, "TG.3.3").stdout


def test_the_exit_code_is_of_what_is_shown(small_district: Path) -> None:
    untaught = [f["standard"] for f in as_json(small_district)["findings"] if f["severity"] == "error"]
    assert untaught == ["PH.3"]
    assert run("check", small_district).returncode == 1
    assert run("check", small_district, "--subject", "math").returncode == 1
    assert run("check", small_district, "--subject", "science").returncode == 0
    assert run("check", small_district, "--grade", "foo").returncode == 2
    assert run("check", small_district, "--subject", "art").returncode == 2


def test_explain_works_for_what_the_district_does_not_answer_for(two_grades: Path) -> None:
    toml = two_grades / "curalign.toml"
    toml.write_text(toml.read_text("utf-8") + "grades = ['3']\n", "utf-8")
    assert "TG.4.1" not in {s["code"] for s in as_json(two_grades, "--encoder", "hashing")["standards"]}
    explained = run("explain", two_grades, "TG.4.1").stdout
    assert "Curriculum: " in explained
    assert "grade 4 math lengths.md" in explained
