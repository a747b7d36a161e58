"""Labels of a district and labelled texts: what is read, what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import standard
from sample_districts import MAPLE_VALLEY

from curalign.domain.labels import Label, Truth
from curalign.domain.standards import Framework
from curalign.errors import LabelsError
from curalign.reading import read_framework, read_labelled_texts, read_labels, read_truth

FRAMEWORK = Framework(
    (standard("A"), standard("A.1", parent="A"), standard("A.1a", parent="A.1"), standard("B.2"), standard("C.3"))
)


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("between", ["|", ";", " | ", ","])
def test_codes_stand_apart_by_any_of_three_signs(tmp_path: Path, between: str) -> None:
    path = written(tmp_path, "labels.csv", f'file,lesson,codes\nu.docx,1,"A.1{between}B.2"\n')
    assert read_labels(path) == (Label("u.docx", "1", frozenset({"A.1", "B.2"})),)


def test_columns_may_stand_in_any_order_and_in_capitals(tmp_path: Path) -> None:
    path = written(tmp_path, "labels.csv", "\ufeffCodes;Lesson;id;File\nA.1;Rulers;7;u.docx\n")
    assert read_labels(path) == (Label("u.docx", "Rulers", frozenset({"A.1"})),)


def test_no_codes_means_taught_nothing_and_no_lesson_the_whole_document(tmp_path: Path) -> None:
    path = written(tmp_path, "labels.csv", "file,lesson,codes\nu.docx,1,\nv.docx,,A.1\n\n,,\n")
    assert read_labels(path) == (Label("u.docx", "1", frozenset()), Label("v.docx", "", frozenset({"A.1"})))


def test_only_units_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "labels.csv", "kind,file,lesson,codes\npd,w.docx,1,A.1\nunit,u.docx,1,A.1\n")
    assert [label.file for label in read_labels(path)] == ["u.docx"]


def test_the_sample_districts_labels() -> None:
    labels = read_labels(MAPLE_VALLEY / "labels.csv")
    assert len(labels) == 107
    assert all((MAPLE_VALLEY / label.file).is_file() for label in labels)


def test_real_labels(bench: Path) -> None:
    for path in sorted(bench.glob("districts/*/labels.csv")):
        assert all(label.lesson.isdecimal() and label.codes for label in read_labels(path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("file,lesson\nu.docx,1\n", "lacks the column 'codes'"),
        ("file,lesson,codes\n,1,A.1\n", "row 2: has no file"),
        ('file,lesson,codes\nu.docx,1,A.1\nu.docx,"1,A.1\n', "row 3: cannot be split"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LabelsError, match=r"labels\.csv") as caught:
        read_labels(written(tmp_path, "labels.csv", text))
    assert said in str(caught.value)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(LabelsError, match="cannot be opened"):
        read_labels("nowhere.csv")


def test_texts_under_their_titles_with_what_is_said_of_them(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "ours.csv",
        "title,text,codes,unit,grades,headings\nRulers,Measure it.,A.1a|B.2,Unit 1,3-4,Measuring > Lengths\n",
    )
    read = read_labelled_texts(path, FRAMEWORK)
    (text,) = read.texts
    assert (text.text, text.codes, text.unit) == ("Rulers. Measure it.", {"A.1a", "B.2"}, "Unit 1")
    assert (text.grades, text.headings) == (("3", "4"), ("Measuring", "Lengths"))
    assert (read.name, read.problems) == ("ours", ())


def test_tables_with_tabs_may_hold_quotation_marks(tmp_path: Path) -> None:
    path = written(tmp_path, "ours.tsv", 'codes\tvoice\ttext\nA.1\ttask\t"Ten" is said, and "two"\n')
    assert read_labelled_texts(path, FRAMEWORK).texts[0].text == '"Ten" is said, and "two"'


def test_json_lines_may_hold_lists(tmp_path: Path) -> None:
    row = {"text": "Measure it.", "codes": ["A.1", "B.2"], "grades": ["3"], "headings": ["Unit", "Lesson"]}
    read = read_labelled_texts(written(tmp_path, "ours.jsonl", json.dumps(row) + "\n\n"), FRAMEWORK)
    assert read.texts[0].codes == {"A.1", "B.2"}
    assert read.texts[0].headings == ("Unit", "Lesson")


def test_what_counts_is_scored_and_what_is_named(tmp_path: Path) -> None:
    read = read_labelled_texts(written(tmp_path, "ours.csv", "text,codes\nx,A.1\n"), FRAMEWORK)
    assert read.scored == {"A.1", "A.1a", "B.2", "C.3"}  # A is a strand that nobody named


def test_unknown_codes_are_said_and_not_dropped_in_silence(tmp_path: Path) -> None:
    path = written(tmp_path, "ours.csv", "text,codes\nx,A.1|Z.9\ny,Z.8\nz,\n")
    read = read_labelled_texts(path, FRAMEWORK)
    assert [(text.text, set(text.codes)) for text in read.texts] == [("x", {"A.1"}), ("z", set())]
    assert [(problem.place, "Z." in problem.message) for problem in read.problems] == [("row 2", True), ("row 3", True)]
    assert "left out" in read.problems[1].message


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("t.csv", "text,codes\n ,A.1\n", "row 2: has no text"),
        ("t.csv", "words,codes\nx,A.1\n", "lacks the column 'text'"),
        ("t.csv", "text,codes\nx,Z.9\n", "none of its codes is in the framework"),
        ("t.jsonl", '{"text": "x", "codes": "A.1"}\n{"text": \n', "row 2: is no JSON"),
        ("t.jsonl", "[1]\n", "row 1: is not an object"),
    ],
)
def test_texts_that_cannot_be_used(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(LabelsError) as caught:
        read_labelled_texts(written(tmp_path, name, text), FRAMEWORK)
    assert name in str(caught.value)
    assert said in str(caught.value)


def test_an_alias_names_the_standard_that_bears_it(tmp_path: Path, bench: Path) -> None:
    framework = read_framework(bench / "standards" / "ccss_math.jsonl")
    known = next(s for s in framework if s.aliases)
    path = written(tmp_path, "t.csv", f'text,codes\nx,"{known.aliases[0]}"\n')
    assert read_labelled_texts(path, framework).texts[0].codes == {known.code}


def test_a_truth_is_full_partial_or_not_and_pd_may_be_unsaid(tmp_path: Path) -> None:
    text = "code,truth,where,pd,note\nA.1,Full,x,YES,\nA.1a,partial,,no,\nB.2,list,,,listed\nC.3,none,,,\n"
    assert read_truth(written(tmp_path, "truth.csv", text)) == (
        Truth("A.1", True, True),
        Truth("A.1a", None, False),
        Truth("B.2", False),
        Truth("C.3", False),
    )
    assert read_truth(written(tmp_path, "other.csv", "code,taught\nA.1,full\n")) == (Truth("A.1", True),)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A.1,Ada Day,yes", "row 2: its truth is none of full, partial, list and none"),
        ("A.1,full,Ada Day", "row 2: its pd is neither yes nor no"),
        (",full,yes", "row 2: has no code"),
    ],
)
def test_a_row_of_truths_that_cannot_be_used_is_placed_and_not_quoted(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(LabelsError) as caught:
        read_truth(written(tmp_path, "truth.csv", f"code,truth,pd\n{row}\n"))
    assert said in str(caught.value)
    assert "Ada" not in str(caught.value)
