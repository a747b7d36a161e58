"""What the folders of a messy district seem to be: a guess and its reason for each."""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

import made_documents as made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_districts import MAPLE_VALLEY, write_district

from curalign.errors import DistrictError
from curalign.guessing import Guess, Purpose, guess_district, to_toml
from curalign.guessing.signs import read_name, read_opening
from curalign.reading import survey_district
from curalign.settings import Settings

STANDARDS = (
    "code,statement,grades\n3.A,Measure length with a ruler,3\n3.B,Tell time,3\n4.A,Convert units,4\n6.A,Solve,6\n"
)
UNIT = "# Measuring\n\nPupils will lay a ruler along a pencil. Exercises and homework follow.\n"
AGENDA = "# Monday\n\nParticipants share norms. The facilitator hands out the agenda. Teachers will try it.\n"
RESULTS = "item_id,standard_code,max_points,n,p_value\ni1,3.A,1,40,0.5\n"
GRADEBOOK = "Student ID,Student name,Score\n1,A,3\n"


def guess(folder: Path, files: dict[str, str]) -> Guess:
    return guess_district(write_district(folder, files))


def lists(guessed: Guess) -> dict[str, list[str]]:
    return {str(purpose): [placed.folder for placed in placed] for purpose, placed in guessed.lists.items() if placed}


def reason(guessed: Guess, folder: str) -> str:
    everything = [*(placed for placed in guessed.lists.values()), guessed.left_out]
    return next(each.reason for placed in everything for each in placed if each.folder == folder)


def moved(guessed: Guess) -> dict[str, tuple[str, bool]]:
    return {move.path: (move.into, move.first) for move in guessed.moves}


def test_a_messy_district_is_sorted_by_names_by_cells_and_by_first_words(tmp_path: Path) -> None:
    guessed = guess(
        tmp_path / "lake-shore",
        {
            "State stuff/ELA/list.csv": STANDARDS,
            "State stuff/spring/items.csv": RESULTS,
            "Math Curric 24-25/Grade 3/Rulers.md": UNIT,
            "Aug inservice/day 1/handout.md": "hello",
            "Tuesdays/a.md": AGENDA,
            "Things/Rulers.md": UNIT,
            "Photos/IMG_1.jpg": "x",
            "Units OLD/Unit 1.md": UNIT,
            "Office/Board minutes.md": "The motion carried.",
            "Misc/thing.md": "hello there",
        },
    )
    assert lists(guessed) == {
        "standards": ["State stuff/ELA"],
        "curriculum": ["Math Curric 24-25", "Things"],
        "pd": ["Aug inservice", "Tuesdays"],
        "results": ["State stuff/spring"],
    }
    assert {each.folder: each.purpose for each in guessed.left_out} == {
        "Photos": None,
        "Units OLD": Purpose.OLD,
        "Office": Purpose.OFFICE,
        "Misc": None,
    }
    assert reason(guessed, "State stuff/ELA") == "list.csv holds 4 standards"
    assert reason(guessed, "Math Curric 24-25") == 'its name says "Curric"'
    assert reason(guessed, "Tuesdays").startswith('the first words of a.md speak of "participants"')
    assert reason(guessed, "Misc") == "neither its name nor its documents tell what it is"
    assert guessed.ready
    assert guessed.name == "Lake Shore"


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("Math Curric 24-25", Purpose.CURRICULUM),
        ("scope & sequence", Purpose.CURRICULUM),
        ("G4_Math_Unit3_Fractions", Purpose.CURRICULUM),
        ("UnitPlans", Purpose.CURRICULUM),
        ("Unit 2 Writer's Workshop", Purpose.CURRICULUM),
        ("Unit 5 old English poems", Purpose.CURRICULUM),
        ("Aug inservice", Purpose.PD),
        ("Prof. Professional Development", Purpose.PD),
        ("PLC - unit 3", Purpose.PD),
        ("Facilitator Guide Lesson 4", Purpose.PD),
        ("gradebook training", Purpose.PD),
        ("Units OLD", Purpose.OLD),
        ("zz archive", Purpose.OLD),
        ("Old versions", Purpose.OLD),
        ("Gradebook unit 3", Purpose.PUPILS),
        ("CCSS Math Standards", Purpose.STANDARDS),
        ("Board meeting agenda", Purpose.OFFICE),
    ],
)
def test_a_name_tells_what_something_is(name: str, purpose: Purpose) -> None:
    sign = read_name(name)
    assert sign is not None
    assert (sign.purpose, sign.sure) == (purpose, True)


@pytest.mark.parametrize("name", ["Grade 3", "Science", "Agenda", "g5_fractions"])
def test_names_that_could_mean_much_are_not_sure(name: str) -> None:
    sign = read_name(name)
    assert sign is not None
    assert not sign.sure


@pytest.mark.parametrize("name", ["Misc", "united", "apd", "stuff 12", "Fractions", "labels", ""])
def test_names_that_say_nothing(name: str) -> None:
    assert read_name(name) is None


def test_first_words_tell_unless_they_say_as_much_of_another_kind() -> None:
    assert read_opening(UNIT).purpose is Purpose.CURRICULUM
    assert read_opening(AGENDA).purpose is Purpose.PD
    assert read_opening("Dear parents, the budget was approved.").purpose is Purpose.OFFICE
    assert read_opening("A lesson for staff") is None
    assert read_opening("") is None


def test_a_pacing_guide_is_no_list_of_standards(tmp_path: Path) -> None:
    plan = "Week,Standard,Description\n1,3.A,Measure length\n2,3.B,Tell time\n"
    supplies = "Number,Description\n1,Red pencils of good quality\n2,Blue pencils\n"
    guessed = guess(tmp_path, {"Plan/pacing.csv": plan, "Shop/list.csv": supplies, "s/s.csv": STANDARDS})
    assert lists(guessed)["standards"] == ["s"]
    assert lists(guessed)["curriculum"] == ["Plan"]


def test_standards_are_known_by_what_they_hold_in_every_form(tmp_path: Path) -> None:
    shutil.copytree(MAPLE_VALLEY / "standards", tmp_path / "x" / "From the state")
    guessed = guess(tmp_path / "x", {"Fractions unit/a.md": UNIT})
    assert lists(guessed)["standards"] == ["From the state"]
    assert reason(guessed, "From the state") == "136 standards in 2 files, such as mathematics.json"


def test_standards_for_people_are_not_taken_for_standards_and_never_for_teaching(tmp_path: Path) -> None:
    guessed = guess(tmp_path, {"Curriculum/State/Math Standards.md": "x", "Curriculum/Unit 1/a.md": UNIT})
    assert lists(guessed) == {"curriculum": ["Curriculum/Unit 1"]}
    assert "they are read from a file of codes and statements" in reason(guessed, "Curriculum/State")
    assert guessed.missing == (Purpose.STANDARDS,)


def test_the_folder_of_an_earlier_year_is_left_out(tmp_path: Path) -> None:
    years = {f"Math {year}/Unit 1.md": UNIT for year in ("22-23", "2023-24", "24-25")}
    guessed = guess(tmp_path, {"s/s.csv": STANDARDS, "Unit 10-11/a.md": UNIT, "Unit 12-13/a.md": UNIT, **years})
    assert lists(guessed)["curriculum"] == ["Math 24-25", "Unit 10-11", "Unit 12-13"]
    assert reason(guessed, "Math 22-23") == "Math 24-25 beside it is later"


def test_the_outermost_folder_is_named_that_holds_nothing_else(tmp_path: Path) -> None:
    files = {"s/s.csv": STANDARDS, "Drive/Units/Math/a.md": UNIT, "Drive/Units/ELA/b.md": UNIT}
    assert lists(guess(tmp_path / "a", files))["curriculum"] == ["Drive"]
    guessed = guess(tmp_path / "b", {**files, "Drive/PLC/c.md": AGENDA, "Drive/x.jpg": "x"})
    assert lists(guessed) == {"standards": ["s"], "curriculum": ["Drive/Units"], "pd": ["Drive/PLC"]}


def test_pd_inside_a_folder_of_units_is_pd(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    guessed = guess(folder, {"s/s.csv": STANDARDS, "Units/a.md": UNIT, "Units/Training/b.md": AGENDA})
    assert guessed.moves == ()
    (folder / "curalign.toml").write_text(to_toml(guessed), encoding="utf-8")
    kinds = {file.path: str(file.kind) for file in survey_district(folder).materials}
    assert kinds == {"Units/a.md": "unit", "Units/Training/b.md": "pd"}


def test_standards_among_units_have_to_be_moved_first(tmp_path: Path) -> None:
    guessed = guess(tmp_path, {"Math/s.csv": STANDARDS, "Math/Unit 1.md": UNIT, "Math/Unit 2.md": UNIT})
    assert moved(guessed) == {"Math/s.csv": ("standards", True)}
    assert not guessed.ready
    assert guessed.missing == ()


def test_a_folder_of_standards_inside_units_has_to_be_moved_out_of_them(tmp_path: Path) -> None:
    guessed = guess(tmp_path, {"Units/State/s.csv": STANDARDS, "Units/a.md": UNIT, "Units/archive/b.md": UNIT})
    assert moved(guessed) == {"Units/State": ("standards", True), "Units/archive": ("", False)}


def test_what_lies_in_a_named_folder_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    files = {"s/s.csv": STANDARDS, "Things/Unit 1.md": UNIT, "Things/misc/x.md": "hello", "Things/x/y/z.md": UNIT}
    guessed = guess(tmp_path, files)
    assert lists(guessed)["curriculum"] == ["Things"]
    assert guessed.left_out == ()


def test_folders_deep_in_each_other_are_followed(tmp_path: Path) -> None:
    deep = "/".join(["a"] * 300)
    assert lists(guess(tmp_path, {"s/s.csv": STANDARDS, f"{deep}/Unit 1.md": UNIT}))["curriculum"] == ["a"]


def test_a_flat_folder_says_what_goes_where(tmp_path: Path) -> None:
    files = {"s.csv": STANDARDS, "Unit 1.md": UNIT, "PLC.md": AGENDA, "fractions.md": UNIT, "thing.md": "x"}
    guessed = guess(tmp_path, files)
    assert moved(guessed) == {
        "s.csv": ("standards", True),
        "Unit 1.md": ("curriculum", True),
        "fractions.md": ("curriculum", True),
        "PLC.md": ("pd", True),
    }
    assert reason(guessed, "") == "thing.md: documents in no folder are not read"
    assert guessed.missing == ()


def test_files_of_single_pupils_are_never_among_what_is_read(tmp_path: Path) -> None:
    files = {"Scores/spring.csv": GRADEBOOK, "Units/Unit 1.md": UNIT, "Units/p3.csv": GRADEBOOK, "s/s.csv": STANDARDS}
    guessed = guess(tmp_path, files)
    assert lists(guessed) == {"standards": ["s"], "curriculum": ["Units"]}
    assert reason(guessed, "Scores") == "spring.csv seems to tell of single pupils, who are never asked for"
    assert moved(guessed) == {"Units/p3.csv": ("", True)}


def test_results_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    guessed = guess(tmp_path, {"Test results/spring.csv": "standard_code,percent\n3.A,50\n", "s/s.csv": STANDARDS})
    assert "lacks the column 'item_id'" in reason(guessed, "Test results")


@pytest.mark.parametrize(
    ("north", "river", "are_schools"),
    [
        ("North Elementary", "River Academy", True),
        ("Lincoln ES", "Jefferson School", True),
        ("north", "river", True),  # both teach grades 3 and 4
        ("Elementary School", "Middle School", False),  # ranges of grades
        ("Math", "Science", False),
        ("Quarter 1", "Quarter 2", False),
        ("Lessons", "Assessments", False),
    ],
)
def test_folders_are_schools_only_when_they_clearly_are(
    tmp_path: Path, north: str, river: str, are_schools: bool
) -> None:
    units = {f"Curriculum/{school}/grade {n}.md": UNIT for school in (north, river) for n in (3, 4)}
    guessed = guess(tmp_path, {"s/s.csv": STANDARDS, **units})
    assert bool(guessed.schools) is are_schools
    assert guessed.changes.get("schools") == ("subfolders" if are_schools else None)


def test_folders_that_teach_different_grades_are_no_schools(tmp_path: Path) -> None:
    units = {"Units/ash/grade 3.md": UNIT, "Units/ash/g4.md": UNIT, "Units/oak/g5.md": UNIT, "Units/oak/g6.md": UNIT}
    assert guess(tmp_path, {"s/s.csv": STANDARDS, **units}).schools == ""


def test_schools_with_pd_of_their_own_stay_in_one_folder(tmp_path: Path) -> None:
    files = {f"All/{s} School/{k}/a.md": UNIT for s in ("North", "River") for k in ("Units", "PD")}
    guessed = guess(tmp_path, {"s/s.csv": STANDARDS, **files})
    assert lists(guessed)["curriculum"] == ["All"]
    assert lists(guessed)["pd"] == ["All/North School/PD", "All/River School/PD"]
    assert guessed.changes["schools"] == "subfolders"


def test_schools_that_lie_in_no_common_folder_are_told(tmp_path: Path) -> None:
    guessed = guess(tmp_path, {"s/s.csv": STANDARDS, "North School/Unit 1.md": UNIT, "River School/Unit 1.md": UNIT})
    assert guessed.schools == ""
    assert guessed.loose_schools == "North School and River School are names of schools"


@pytest.mark.parametrize(
    ("units", "grades"),
    [
        (("grade 3 a", "grade 4 b"), ()),  # check answers for what the units state
        (("grade 3 a", "grade 6 b"), ("3", "4", "6")),  # or it would not miss 4
        (("grade 3 a", "grade 6 b", "c"), ()),  # what c is for is not known yet
        (("grade 9 a",), ()),  # the standards cover none of it
    ],
)
def test_grades_are_set_only_where_one_without_units_would_not_be_missed(
    tmp_path: Path, units: tuple[str, ...], grades: tuple[str, ...]
) -> None:
    guessed = guess(tmp_path, {"s/s.csv": STANDARDS, **{f"Units/{name}.md": UNIT for name in units}})
    assert guessed.grades == grades


def test_folders_with_the_usual_names_need_no_settings(tmp_path: Path) -> None:
    files = {"standards/s.csv": STANDARDS, "Units/a.md": UNIT, "Training/b.md": AGENDA, "results/i.csv": RESULTS}
    guessed = guess(tmp_path / "Lake", {**files, "stories/one.md": "x", "README.md": "x"})
    assert guessed.changes == {}
    assert guessed.left_out == ()
    assert not guessed.is_needed


def test_two_files_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    later = STANDARDS.replace("ruler", "scale")
    guessed = guess(tmp_path, {"Units/a.md": UNIT, "one/s.csv": STANDARDS, "two/s.csv": later})
    assert "3.A" in guessed.clash
    assert not guessed.ready


def test_the_settings_written_are_those_that_the_survey_reads(tmp_path: Path) -> None:
    files = {"State stuff/ELA/s.csv": STANDARDS, "Our units/grade 3.md": UNIT, "Fall PLCs/b.md": AGENDA}
    guessed = guess(tmp_path / "lake-shore", {**files, "Misc/x.md": "hello"})
    text = to_toml(guessed)
    assert tomllib.loads(text) == {
        "district": {
            "name": "Lake Shore",
            "standards": ["State stuff"],
            "curriculum": ["Our units"],
            "pd": ["Fall PLCs"],
        }
    }
    assert '#   "Misc"' in text
    survey = survey_district(guessed.root, Settings.model_validate(tomllib.loads(text)))
    assert [file.path for file in survey.files] == [
        "State stuff/ELA/s.csv",
        "Fall PLCs/b.md",
        "Our units/grade 3.md",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes spaces off the ends of names")
def test_a_folder_with_a_space_at_the_end_of_its_name_can_be_named(tmp_path: Path) -> None:
    guessed = guess(tmp_path, {"State ELA /s.csv": STANDARDS, "Our units /Unit 1.md": UNIT})
    survey = survey_district(tmp_path, Settings.model_validate(tomllib.loads(to_toml(guessed))))
    assert [file.path for file in survey.files] == ["State ELA /s.csv", "Our units /Unit 1.md"]


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20))
def test_no_name_can_break_out_of_the_settings_file(name: str) -> None:
    from curalign.guessing import PlacedFolder

    unit, unknown = PlacedFolder(name, Purpose.CURRICULUM, name, 1), PlacedFolder(name, None, name, 1)
    empty = dict.fromkeys((Purpose.STANDARDS, Purpose.PD, Purpose.RESULTS), ())
    folder = Path("longer than any of these names")  # the folder's own name is not written
    guessed = Guess(folder, name, {**empty, Purpose.CURRICULUM: (unit,)}, (unknown,), (), schools=name)
    read = tomllib.loads(to_toml(guessed))["district"]
    assert (read["name"], read["curriculum"], read["schools"]) == (name, [name], "subfolders")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_hostile_names_are_named_or_said_to_be_impossible(tmp_path: Path) -> None:
    names = ('Unit "]]\n[evil]\nx = 1', "Unit [bold]\x1b[31m", "\u202eUnit gnp", "# Unit", "Unit 'x'")
    units = {f"{name}/a.md": UNIT for name in names}
    guessed = guess(tmp_path / "d", {"s/s.csv": STANDARDS, "Unit a\\b/x.md": UNIT, **units})
    assert lists(guessed)["curriculum"] == sorted(names)
    assert "rename it" in reason(guessed, "Unit a\\b")
    survey = survey_district(guessed.root, Settings.model_validate(tomllib.loads(to_toml(guessed))))
    assert len([file for file in survey.materials if file.path.endswith("a.md")]) == len(names)


def test_broken_and_odd_files_stop_nothing(tmp_path: Path) -> None:
    files = {"s/s.csv": STANDARDS, "Units/a.md": UNIT, "Odd/x.zzz": "x", "Odd/y.zip": "PK\x03\x04", "Odd/z.json": "{"}
    folder = made.district(tmp_path / "d", files)
    for name in ("b.docx", "c.xlsx", "d.pdf", "e.csv"):
        (folder / "Odd" / name).write_bytes(b"PK\x03\x04\x00\xff broken")
    guessed = guess_district(folder)
    assert "Odd" in {each.folder for each in guessed.left_out}


def test_the_same_folder_gives_the_same_guess(tmp_path: Path) -> None:
    files = {"s/s.csv": STANDARDS, "B/a.md": UNIT, "A/a.md": UNIT, "C/x.md": AGENDA}
    assert to_toml(guess(tmp_path / "d", files)) == to_toml(guess(tmp_path / "d", dict(reversed(files.items()))))


def test_a_folder_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(DistrictError, match="holds no files"):
        guess_district(tmp_path)
    with pytest.raises(DistrictError, match="no such folder"):
        guess_district(tmp_path / "gone")


def test_our_own_reports_are_not_taken_for_standards(tmp_path: Path) -> None:
    report = "standard,statement,grades,kind,strength,probability\n3.A,Measure length,3,unit,full,0.9\n"
    guessed = guess(tmp_path, {"standards/s.csv": STANDARDS, "units/a.md": UNIT, "report.csv": report})
    assert guessed.moves == ()
    assert not guessed.is_needed


def test_units_named_after_standards_are_units(tmp_path: Path) -> None:
    files = {"s/s.csv": STANDARDS, "Math standards/Unit 1.md": UNIT, "Math standards/Unit 2.md": UNIT}
    assert lists(guess(tmp_path, files))["curriculum"] == ["Math standards"]
