"""Everything has a limit: sizes are looked at before bytes, the time for a file holds for all that is in it."""

from __future__ import annotations

import io
import os
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hostile_folders import check, make

from curalign.reading import read_district, survey_district
from curalign.reading.documents.processes import extract_all
from curalign.settings import ReadingSettings, Settings

COLUMNS = 1_000_000
CELLS = ["x"] * COLUMNS
TABLES = {
    "curriculum/wide.csv": "a," + ",".join(CELLS) + "\n",
    "curriculum/wide.md": "|a|" + "|".join(CELLS) + "|\n|" + "-|" * (COLUMNS + 1) + "\n|b|" + "|".join(CELLS) + "|\n",
    "curriculum/wide.html": "<table><tr><th>a</th>" + "<td>x</td>" * 200_000 + "</tr></table>",
    "labels.csv": "file,lesson,codes," + ",".join(CELLS) + "\n",
    "results/wide.csv": "item_id,standard_code,max_points,n,p_value," + ",".join(CELLS) + "\n1,PH.1,1,60,.5\n",
    "results/oneroster.csv": "sourcedId,lineItemSourcedId,score," + ",".join(CELLS) + "\n",
    "standards/wide.csv": "code,statement," + ",".join(CELLS) + "\nX.1,Draw\n",
}


def sparse(path: Path, size: int) -> Path:
    """A file of any size that takes up no room."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)
    return path


def said_of(report: dict, name: str) -> list[str]:
    return [finding["message"] for finding in report["findings"] if finding["file"] == name]


@pytest.mark.skipif(os.name != "posix", reason="makes files of a terabyte that take up no room")
@pytest.mark.parametrize(
    "name",
    ["curriculum/a.txt", "curriculum/a.zip", "pd/a.docx", "results/a.csv", "standards/a.csv", "labels.csv"],
)
def test_a_file_of_a_terabyte_is_named_at_once_and_never_read(tmp_path: Path, name: str) -> None:
    folder = make(tmp_path / "d")
    sparse(folder / name, 2**40)
    began = time.monotonic()
    survey = survey_district(folder)
    assert time.monotonic() - began < 5
    assert [p.message.partition(",")[0] for p in survey.problems if p.file == name] == ["is 1"]
    assert name not in {file.path for file in survey.files}


@pytest.mark.skipif(os.name != "posix", reason="makes files of a terabyte that take up no room")
def test_standards_that_are_all_too_large_say_so(tmp_path: Path) -> None:
    folder = make(tmp_path / "d", {"standards/standards.csv": None})
    sparse(folder / "standards" / "all.csv", 2**40)
    check(folder).assert_refused("standards/all.csv", "1,024 GB", "split it")


def test_labels_of_a_gigabyte_take_no_memory(tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    sparse(folder / "labels.csv", 2**30)
    tracemalloc.start()
    district = read_district(folder)
    assert tracemalloc.get_traced_memory()[1] < 200 * 2**20
    tracemalloc.stop()
    assert district.labels == ()
    assert any("is 1 GB, larger than the 64 MB" in problem.message for problem in district.problems)


@pytest.mark.parametrize("content", [b"\0" * 4096, b"\0\n\0\n", b"\0,\0,\0\n"])
def test_labels_of_zeros_end_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    done = check(make(tmp_path / "d", {"labels.csv": content}))
    assert len(said_of(done.report, "labels.csv")) == 1


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.parametrize("name", ["labels.csv", "results/items.csv", "standards/more.csv"])
@pytest.mark.parametrize("what", ["link", "pipe"])
def test_no_table_leads_out_of_the_folder(tmp_path: Path, name: str, what: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("the secret of the house,and more\n")
    path = make(tmp_path / "d") / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(secret) if what == "link" else os.mkfifo(path)
    done = check(tmp_path / "d")
    assert len(said_of(done.report, name)) == 1
    assert "secret of the house" not in done.out + done.err


@pytest.fixture(scope="module")
def _loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a first check loads is no time of the table's."""
    check(make(tmp_path_factory.mktemp("first") / "d"))


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_a_million_columns_is_cut_or_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    folder = make(tmp_path / "d", {name: TABLES[name]})
    began = time.process_time()
    done = check(folder)
    assert time.process_time() - began < 10
    (said,) = said_of(done.report, name)
    assert "only the first 1,000 cells" in said or "columns" in said


def test_the_time_for_a_file_holds_for_all_that_is_in_an_archive(tmp_path: Path) -> None:
    page = "<h1>Seeds</h1><p>Pupils plant.</p><table><tr>" + "<td>a</td>" * 60_000
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for number in range(200):
            archive.writestr(f"{number:03}.html", page)
    settings = ReadingSettings(workers=1, seconds=1.5)
    began = time.monotonic()
    ((_, found),) = extract_all([path], settings)
    assert time.monotonic() - began < 4 * settings.seconds + 10
    assert any("took longer than 1.5 seconds" in problem.message for problem in found.problems)
    assert found.is_passing


def test_a_whole_check_has_a_budget_and_ends_with_a_report(tmp_path: Path) -> None:
    folder = make(tmp_path / "d", {f"curriculum/unit {n}.md": "# Unit\n\nPupils plant.\n" for n in range(40)})
    settings = Settings().with_changes(reading={"total_seconds": 0.001, "workers": 1})
    district = read_district(folder, settings)
    assert not district.is_complete
    assert all(material.problems[0].passing for material in district.materials)
    assert "total_seconds" in district.materials[0].problems[0].message


def test_a_budget_that_is_enough_changes_no_answer(tmp_path: Path) -> None:
    folder = make(tmp_path / "d")
    first = check(folder).report
    (folder / "curalign.toml").write_text("[reading]\nworkers = 1\ntotal_seconds = 900.0\n")
    assert check(folder).report == first


def test_an_archive_that_changed_while_it_was_read_is_read_as_it_is_now(tmp_path: Path) -> None:
    folder = make(tmp_path / "d", {"curriculum/unit.zip": packed("Pupils plant beans.")})
    survey = survey_district(folder)
    (folder / "curriculum" / "unit.zip").write_bytes(packed("Pupils count beans."))
    district = read_district(survey)
    (member,) = (m for m in district.materials if m.archive)
    assert "count beans" in member.sections[0].blocks[0].text
    assert member.sha256 == district.inputs["curriculum/unit.zip"]
    assert survey.as_read(district.inputs).fingerprint == survey_district(folder).fingerprint


def packed(text: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("unit.md", f"# Unit\n\n{text}\n")
    return held.getvalue()


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string" '
    'table:number-columns-repeated="1000000"><text:p>code</text:p></table:table-cell></table:table-row></table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)


@pytest.mark.parametrize("folder", ["curriculum", "standards"])
def test_a_workbook_of_a_million_columns_is_refused_with_a_sentence(tmp_path: Path, folder: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS)
    done = check(make(tmp_path / "d", {f"{folder}/wide.ods": held.getvalue()}))
    assert ["a cell far outside the table" in said for said in said_of(done.report, f"{folder}/wide.ods")] == [True]


@pytest.mark.parametrize("how", ["too large", "a link out of the folder"])
def test_what_is_put_beside_a_checked_district_and_is_not_read_is_told_by_the_next_check(
    tmp_path: Path, how: str
) -> None:
    folder = make(tmp_path / "d")
    before = check(folder).report
    stranger = folder / "curriculum" / "stranger.pdf"
    if how == "too large":
        with stranger.open("wb") as file:
            file.truncate(2**40)
    else:
        stranger.symlink_to(tmp_path)
    after = check(folder).report
    assert [f["file"] for f in after["findings"] if f["code"] == "F301"] == ["curriculum/stranger.pdf"]
    stranger.unlink()
    assert check(folder).report == before
