"""Which file of a folder is what, without opening a document."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import made_documents as made
import pytest

from curalign.domain.materials import Kind
from curalign.errors import DistrictError, SettingsError
from curalign.reading import Survey, survey_district
from curalign.settings import Settings


def kinds(survey: Survey) -> dict[str, str]:
    return {file.path: str(file.kind) for file in survey.materials}


def problems(survey: Survey) -> dict[str, str]:
    return {problem.file: f"{problem.code} {problem.message}" for problem in survey.problems}


@pytest.mark.parametrize("folder", ["pd", "PD", "Training", "professional-development"])
@pytest.mark.parametrize("units", ["curriculum", "Curriculum", "Units"])
def test_folders_say_what_their_files_are_in_any_case(tmp_path: Path, units: str, folder: str) -> None:
    files = {f"{units}/grade 3/a.docx": "x", f"{folder}/b.pdf": "x", "results/items.csv": "x"}
    survey = survey_district(made.district(tmp_path / "Maple", files))
    assert kinds(survey)[f"{units}/grade 3/a.docx"] == "unit"
    assert kinds(survey)[f"{folder}/b.pdf"] == "pd"
    assert [file.path for file in survey.frameworks] == ["standards/s.csv"]
    assert [file.path for file in survey.results] == ["results/items.csv"]
    assert survey.district == "Maple"
    assert survey.problems == ()


def test_settings_name_other_folders_and_the_district(tmp_path: Path) -> None:
    names = 'name = "Maple Valley"\ncurriculum = ["Content/Units"]\npd = ["workshops"]\nstandards = ["frameworks"]'
    toml = f"[district]\n{names}"
    files = {"content/units/a.md": "x", "workshops/b.md": "x", "frameworks/f.csv": "x", "curalign.toml": toml}
    survey = survey_district(made.district(tmp_path, files))
    assert survey.district == "Maple Valley"
    assert kinds(survey) == {"content/units/a.md": "unit", "workshops/b.md": "pd"}
    assert [file.path for file in survey.frameworks] == ["frameworks/f.csv"]


def test_sub_folders_are_schools_where_settings_say_so(tmp_path: Path) -> None:
    folder = made.district(tmp_path, {"curriculum/North/g3/a.md": "x", "curriculum/South/b.md": "x", "pd/c/d.md": "x"})
    assert {file.school for file in survey_district(folder).materials} == {""}
    survey = survey_district(folder, Settings().with_changes(district={"schools": "subfolders"}))
    assert {file.path: file.school for file in survey.materials} == {
        "curriculum/North/g3/a.md": "North",
        "curriculum/South/b.md": "South",
        "curriculum/unit.md": "",
        "pd/c/d.md": "",
    }


def test_a_path_states_grades_the_file_before_the_folder(tmp_path: Path) -> None:
    names = ("curriculum/Grade 4/unit 2.md", "curriculum/Grade 4/Grade 5 extra.md", "curriculum/K-2/Grade 1/a.md")
    survey = survey_district(made.district(tmp_path, dict.fromkeys(names, "x")))
    assert {file.path: file.grades for file in survey.materials} == {
        "curriculum/Grade 4/Grade 5 extra.md": ("5",),
        "curriculum/Grade 4/unit 2.md": ("4",),
        "curriculum/K-2/Grade 1/a.md": ("1",),
        "curriculum/unit.md": (),
    }


def test_leftovers_of_editors_and_systems_are_passed_over(tmp_path: Path) -> None:
    names = (".DS_Store", "~$unit.docx", "Thumbs.db", "desktop.ini", ".hidden/a.docx", "~WRL0001.tmp", "labels.csv",
             "truth.json", "__MACOSX/a.docx", "unit.docx.bak", ".~lock.unit.odt#")  # fmt: skip
    survey = survey_district(made.district(tmp_path, {f"curriculum/{name}": "x" for name in names}))
    assert list(kinds(survey)) == ["curriculum/unit.md"]
    assert survey.problems == ()


def test_what_is_no_document_is_noted_and_never_an_error(tmp_path: Path) -> None:
    files = {
        "curriculum/map.png": "x",
        "pd/talk.mp4": "x",
        "standards/standards.pdf": "x",
        "standards/README.md": "x",
        "results/items.docx": "x",
        "old/unit.docx": "x",
        "letter.pdf": "x",
        "README.md": "x",
        "reviews/notes.docx": "x",
        "stories/story.docx": "x",
    }
    found = problems(survey_district(made.district(tmp_path, files)))
    assert {name: text[:4] for name, text in found.items()} == dict.fromkeys(
        ("curriculum/map.png", "pd/talk.mp4", "standards/standards.pdf", "results/items.docx", "old/unit.docx",
         "letter.pdf"), "F303"
    )  # fmt: skip
    assert "lies outside curriculum/ and pd/" in found["old/unit.docx"]


def test_the_fingerprint_follows_what_files_are_and_say(tmp_path: Path) -> None:
    folder = made.district(tmp_path / "one", {"pd/a.md": "x"})
    first = survey_district(folder).fingerprint
    assert survey_district(shutil.copytree(folder, tmp_path / "copy")).fingerprint == first
    (folder / "pd/a.md").write_text("y")
    changed = survey_district(folder).fingerprint
    assert changed != first
    (folder / "pd/a.md").rename(folder / "curriculum/a.md")
    assert survey_district(folder).fingerprint not in (first, changed)


def test_hashes_are_of_the_bytes(tmp_path: Path) -> None:
    (file,) = survey_district(made.district(tmp_path)).frameworks
    assert file.size == len(made.STANDARDS)
    assert file.sha256 == __import__("hashlib").sha256(made.STANDARDS.encode()).hexdigest()


def remake(root: Path, *, keep: str) -> Path:
    folder = made.district(root)
    for part in ("standards", "curriculum"):
        if part != keep:
            shutil.rmtree(folder / part)
    return folder


def test_a_folder_that_cannot_be_checked_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    pdf = remake(tmp_path / "d", keep="curriculum")
    (pdf / "standards").mkdir()
    (pdf / "standards" / "math.pdf").write_text("x")
    says = {
        tmp_path / "gone": "there is no such folder",
        tmp_path / "file": "is a file; give the folder",
        tmp_path / "empty": "the folder holds no files; put standards/",
        remake(tmp_path / "b", keep="curriculum"): r"no standards; put standards/.* \[district\] standards",
        remake(tmp_path / "c", keep="standards"): r"no curriculum document; .*curriculum/.* \[district\] curriculum",
        pdf: "standards/math.pdf is not a standards file; make a table of .* `curalign standards import`, or save",
    }
    for folder, sentence in says.items():
        with pytest.raises(DistrictError, match=sentence):
            survey_district(folder)


def test_emptied_settings_still_end_in_a_sentence(tmp_path: Path) -> None:
    settings = Settings().with_changes(district={"standards": (), "curriculum": (), "pd": ()})
    with pytest.raises(DistrictError, match="no standards"):
        survey_district(made.district(tmp_path), settings)


def test_a_bad_settings_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"curalign\.toml"):
        survey_district(made.district(tmp_path, {"curalign.toml": "[district"}))


@pytest.mark.skipif(sys.platform == "win32", reason="links need special rights on Windows")
def test_links_are_followed_to_files_inside_only(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret")
    folder = made.district(tmp_path / "in")
    units = folder / "curriculum"
    (units / "inside.md").symlink_to(units / "unit.md")
    (units / "stray.md").symlink_to(outside / "secret.md")
    (units / "nowhere.md").symlink_to(outside / "gone.md")
    (units / "circle.md").symlink_to(units / "circle.md")
    (units / "loop").symlink_to(folder)
    (units / "away").symlink_to(outside)
    survey = survey_district(folder)
    assert list(kinds(survey)) == ["curriculum/inside.md", "curriculum/unit.md"]
    assert sorted(problems(survey)) == [
        f"curriculum/{n}" for n in ("away", "circle.md", "loop", "nowhere.md", "stray.md")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_named_and_not_opened(tmp_path: Path) -> None:
    folder = made.district(tmp_path)
    os.mkfifo(folder / "curriculum" / "pipe.docx")
    assert "pipe, socket or device" in problems(survey_district(folder))["curriculum/pipe.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions in another way")
def test_what_may_not_be_opened_is_named(tmp_path: Path) -> None:
    folder = made.district(tmp_path, {"curriculum/closed/a.md": "x"})
    (folder / "curriculum/closed").chmod(0)
    try:
        if os.access(folder / "curriculum/closed", os.R_OK):
            pytest.skip("this user may read everything")
        assert "permissions" in problems(survey_district(folder))["curriculum/closed"]
    finally:
        (folder / "curriculum/closed").chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="only here may names hold bytes that are no text")
def test_names_that_are_no_text_can_still_be_written_down(tmp_path: Path) -> None:
    folder = made.district(tmp_path)
    (folder / "curriculum" / os.fsdecode(b"caf\xe9.md")).write_text("x")
    for file in survey_district(folder).materials:
        assert file.path.encode("utf-8")


def test_a_survey_keeps_the_order_of_paths(tmp_path: Path) -> None:
    files = {f"curriculum/{name}.md": "x" for name in ("b", "a", "Z", "10", "2")}
    survey = survey_district(made.district(tmp_path, files))
    assert [f.path for f in survey.materials] == sorted(f.path for f in survey.materials)
    assert all(file.kind is Kind.UNIT for file in survey.materials)


def test_a_document_beside_the_standards_is_told_what_reads_it(tmp_path: Path) -> None:
    folder = made.district(tmp_path, {"standards/math.pdf": "%PDF-1.7", "standards/math.zzz": "x"})
    told = {problem.file: problem.message for problem in survey_district(folder).problems}
    assert "`curalign standards import`" in told["standards/math.pdf"]
    assert told["standards/math.zzz"].startswith("is not a standards file")
