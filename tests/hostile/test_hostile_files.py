"""Names, bytes and shapes that no district means to have, met by a whole check."""

from __future__ import annotations

import csv
import io
import os
import sys
from pathlib import Path

import pytest
from hostile_folders import STANDARDS, check, here, make

CLOCK = "# Clocks, Grade 3\n\nPupils tell and write time to the nearest minute on an analog clock, and explain how.\n"
NAMES = (
    *("<script>alert(1)</script>.md", "=cmd|'calc'!A1.md", "[bold red]x[/] [link=x].md", "\x1b[31mred\x07.md"),
    *("a\nb\tc.md", "\u202egpj.md", "'; DROP TABLE x.md", "-o.md", "{{7*7}}.md", "%s%n.md", " .md", "é" * 90 + ".md"),
    "x" * 200 + ".md",
)
NOT_PRINTED = set(map(chr, (*range(9), *range(11, 32), 127, *range(0x202A, 0x202F)))) | {"\u2028"}
posix = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this file system refuses such names")


@pytest.fixture
def oddly_named(tmp_path: Path) -> Path:
    folder = make(tmp_path / "d", {f"curriculum/{name}": CLOCK for name in NAMES})
    strange = os.fsencode(folder / "curriculum") + b"/fol\xe9der\xff"
    os.mkdir(strange)  # noqa: PTH102  # pathlib takes no bytes
    with open(strange + b"/bad\xfe.md", "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(CLOCK)
    return folder


@posix
def test_names_that_mean_something_elsewhere_are_only_names(oddly_named: Path) -> None:
    done = check(oddly_named)
    assert done.err == ""
    assert not NOT_PRINTED & set(done.out.replace("\\u", ""))
    assert len(done.report["standards"]) == 3
    text = here("report", oddly_named, "--format", "csv").out
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    page = here("report", oddly_named, "--format", "html").out
    assert "<script>alert" not in page
    assert not NOT_PRINTED & set(page)
    for words in (("check", oddly_named, "--encoder", "hashing"), ("explain", oddly_named, "PH.3")):
        shown = here(*words)
        assert shown.err == ""
        assert not NOT_PRINTED & set(shown.out)


@posix
def test_a_folder_whose_own_name_is_no_text(tmp_path: Path) -> None:
    folder = make(Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe9zier \xff")))
    assert check(folder).report["district"].startswith("b")
    for words in (("report", folder, "--format", "html"), ("explain", folder, "PH.1"), ("check", folder)):
        done = here(*words)
        assert (done.code in (0, 1), done.err) == (True, "")


def test_bytes_that_are_no_document_are_findings_and_the_run_goes_on(tmp_path: Path) -> None:
    broken = {
        "curriculum/empty.docx": b"",
        "curriculum/cut.docx": b"PK\x03\x04abc",
        "curriculum/cut.pdf": b"%PDF-1.7\n%%EOF",
        "curriculum/nul.txt": b"\0" * 10_000,
        "curriculum/some nul.txt": b"Pupils \0measure\0 length.\0",
        "curriculum/noise.xyz": bytes(range(256)) * 20,
        "standards/noise.csv": b"",
        "standards/noise.json": b"{",
        "results/noise.csv": b"\xff\xfe\0\0",
    }
    report = check(make(tmp_path, broken)).report
    assert {f["file"] for f in report["findings"] if f["code"] == "F301"} == set(broken)
    assert sum(report["tally"]["unit"][s] for s in ("full", "partial", "none", "unknown")) == 3


def test_other_languages_and_scripts_are_told_apart_and_not_judged(tmp_path: Path) -> None:
    folder = make(
        tmp_path,
        {
            "curriculum/he.md": "# שעון\n\n" + "התלמידים קוראים את השעה בשעון אנלוגי עד הדקה הקרובה. " * 5,
            "curriculum/zh.md": "学生用尺子测量物体的长度并记录结果。" * 20,
            "curriculum/de.txt": ("Die Kinder messen die Länge der Dinge mit dem Lineal und sind froh. " * 5).encode(
                "cp1252"
            ),
            "curriculum/utf16.txt": CLOCK.encode("utf-16"),
        },
    )
    notes = {f["file"]: f["message"] for f in check(folder).report["findings"] if f["code"] == "F303"}
    assert "Hebrew" in notes["curriculum/he.md"]
    assert "Chinese" in notes["curriculum/zh.md"]
    assert "German" in notes["curriculum/de.txt"]


def test_the_standards_file_as_a_unit_is_no_reason_to_fail(tmp_path: Path) -> None:
    report = check(make(tmp_path, {"curriculum/standards.csv": STANDARDS})).report
    assert len(report["standards"]) == 3


@pytest.mark.parametrize(
    ("standards", "says"),
    [
        ("code,statement\nA,\nB, \n", "holds no standard with a statement"),
        ("code,statement\n", "standards.csv"),
        (b"", "standards.csv"),
        (b"\xff\xfe\0\xd8", "standards.csv"),
        ("{", "standards.csv"),
    ],
)
def test_standards_without_a_statement_are_none(tmp_path: Path, standards: str | bytes, says: str) -> None:
    check(make(tmp_path, {"standards/standards.csv": standards})).assert_refused(says)


def test_one_empty_statement_costs_that_standard_only(tmp_path: Path) -> None:
    report = check(make(tmp_path, {"standards/standards.csv": STANDARDS + "PH.4,,3\nPH.5,...,3\n"})).report
    assert [s["code"] for s in report["standards"]] == ["PH.1", "PH.2", "PH.3", "PH.5"]
    assert [
        f["message"] for f in report["findings"] if f["file"] == "standards/standards.csv" and "row 5" in f["message"]
    ]


def test_two_frameworks_that_contradict_each_other_are_both_named(tmp_path: Path) -> None:
    other = {"standards/other.csv": "code,statement\nPH.1,Sing a song of sixpence\n"}
    check(make(tmp_path, other)).assert_refused("standards/other.csv", "standards/standards.csv", "PH.1")


def test_a_table_in_another_encoding(tmp_path: Path) -> None:
    table = "code;statement;grades\nA.1;Compare les longueurs avec une règle à côté;3\n".encode("cp1252")
    report = check(make(tmp_path, {"standards/standards.csv": table})).report
    assert report["standards"][0]["statement"] == "Compare les longueurs avec une règle à côté"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (
            dict.fromkeys(("standards/standards.csv", "curriculum/seeds.md", "curriculum/rulers.md", "pd/workshop.md")),
            "no",
        ),
        ({"standards/standards.csv": None}, "there are no standards"),
        ({"standards/standards.csv": None, "standards/list.docx": b"PK"}, "is not a standards file"),
        ({"curriculum/seeds.md": None, "curriculum/rulers.md": None}, "there is no curriculum document"),
    ],
)
def test_a_folder_that_is_not_one_yet_says_what_to_put_into_it(
    tmp_path: Path, files: dict[str, str | bytes | None], says: str
) -> None:
    (tmp_path / "d").mkdir()
    check(make(tmp_path / "d", files)).assert_refused(says)


def test_one_sentence_again_and_again_and_a_heading_without_end(tmp_path: Path) -> None:
    sentence = "Pupils measure the length of an object with a ruler in centimeters. "
    folder = make(
        tmp_path,
        {
            "curriculum/again.txt": sentence * 1000,
            "curriculum/lines.txt": (sentence.strip() + "\n\n") * 1000,
            "curriculum/heading.md": "# " + "heading " * 20_000 + f"\n\n{sentence * 3}",
            "curriculum/tree.md": "\n\n".join(f"{'#' * min(6, n)} Part {n}" for n in range(1, 400)) + f"\n\n{sentence}",
            "curriculum/nested.html": "<div>" * 2000 + sentence + "</div>" * 2000,
            "curriculum/line.txt": "a" * 500_000,
        },
    )
    report = check(folder).report
    assert {s["code"]: s["unit"]["strength"] for s in report["standards"]}["PH.1"] == "full"
