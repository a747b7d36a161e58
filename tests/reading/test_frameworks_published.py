"""Standards that documents print, read back: each manner of printing, as Word and as PDF."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from made_standards import (
    MANNERS,
    Element,
    Manner,
    bold_codes,
    letters_at_numbers,
    opening,
    two_columns,
    write_pdf,
    write_word,
)

from curalign.domain.materials import Block, Form, Section, Spot
from curalign.errors import FrameworkError
from curalign.reading.documents.processes import WorkerExtractor
from curalign.reading.frameworks import read_framework
from curalign.reading.frameworks.published import CONFIDENCE, PLACE, STRAND, Published, find_published
from curalign.reading.importing import import_standards

REAL = Path(__file__).parents[3] / "shared" / "cases" / "real" / "teals_csta_matrix.docx"
WRITE = {"docx": write_word, "pdf": write_pdf}
LEAST = 0.95


Read = Mapping[tuple[str, str], tuple[Manner, Published]]


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerExtractor]:
    with WorkerExtractor() as extractor:
        yield extractor


@pytest.fixture(scope="module")
def read(
    tmp_path_factory: pytest.TempPathFactory, worker: WorkerExtractor
) -> Mapping[tuple[str, str], tuple[Manner, Published]]:
    """Every document, written and read once."""
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    for make in MANNERS:
        manner = make()
        for kind, write in WRITE.items():
            path = write(folder / f"{make.__name__}.{kind}", manner.elements)
            found[make.__name__, kind] = manner, find_published(worker.extract(path).sections, path.stem)
    return found


def pairs(published: Published) -> set[tuple[str, str]]:
    return {(entry.code, entry.statement) for entry in published.publication.entries}


def published(*blocks: str | tuple[str, ...], headings: tuple[str, ...] = ()) -> Published:
    """What is found in paragraphs, and in rows of cells."""
    made = [
        Block(" | ".join(block), Form.ROW, Spot(page=1))
        if isinstance(block, tuple)
        else Block(block, spot=Spot(page=1))
        for block in blocks
    ]
    return find_published([Section(headings, tuple(made))])


@pytest.mark.parametrize("kind", WRITE)
@pytest.mark.parametrize("name", [make.__name__ for make in MANNERS])
def test_codes_and_statements_come_back(read: Read, name: str, kind: str) -> None:
    manner, found = read[name, kind]
    wanted = {(item.code, item.statement) for item in manner.items}
    right = len(pairs(found) & wanted)
    assert right / len(pairs(found)) >= LEAST, sorted(pairs(found) - wanted)
    assert right / len(wanted) >= LEAST, sorted(wanted - pairs(found))


def test_grades_come_from_headings_columns_and_codes(read: Read) -> None:
    wanted = {"K": "K", "PK": "PK", "MS": "6 7 8"}
    for name in ("two_columns", "three_columns", "four_columns", "bold_codes", "expectations", "early_learning"):
        for kind in WRITE:
            manner, found = read[name, kind]
            grades = {entry.code: " ".join(entry.grades) for entry in found.publication.entries}
            assert grades == {item.code: wanted.get(item.grade, item.grade) for item in manner.items}, (name, kind)


def test_a_standard_knows_its_strand_and_the_standard_above(read: Read) -> None:
    manner, found = read["four_columns", "docx"]
    strands = {entry.code: entry.extra[STRAND] for entry in found.publication.entries}
    assert strands == {item.code: item.strand for item in manner.items}
    _, found = read["outline", "docx"]
    parents = {entry.code: entry.parents for entry in found.publication.entries}
    assert (parents["1.2.a"], parents["1.2"], parents["1"]) == (("1.2",), ("1",), ())
    _, found = read["texas", "pdf"]
    assert {entry.code: entry.parents for entry in found.publication.entries}["3.2(B)"] == ("3.2",)


@pytest.mark.parametrize("kind", WRITE)
def test_what_explains_a_standard_stands_beside_its_statement(read: Read, kind: str) -> None:
    for name, field in (
        ("expectations", "clarification"),
        ("early_learning", "examples"),
        ("four_columns", "clarification"),
    ):
        manner, found = read[name, kind]
        told = {entry.code: entry.extra.get(field, "") for entry in found.publication.entries}
        assert told == {item.code: item.comment for item in manner.items}, name


def test_what_is_no_standard_is_left_out_and_told(read: Read) -> None:
    for (name, kind), (_, found) in read.items():
        told = " ".join(each.text for each in found.left_out)
        assert "the first part is the grade" in told, (name, kind)
        statements = " ".join(entry.statement for entry in found.publication.entries)
        assert "Maple State" not in statements
        assert "adopted by the board" not in statements.lower()


def test_a_code_that_a_sentence_names_begins_no_standard() -> None:
    found = published(
        *("3.NF.1 Place fractions on a line.", "3.NF.2 Compare fractions, as in", "3.NF.1 and on paper.", "3.NF.3 Add.")
    )
    assert pairs(found) == {
        ("3.NF.1", "Place fractions on a line."),
        ("3.NF.2", "Compare fractions, as in 3.NF.1 and on paper."),
        ("3.NF.3", "Add."),
    }


def test_codes_behind_their_statements_are_found() -> None:
    found = published("Sort shapes. (2.G.A.1)", "Draw shapes (see chapter 2). (2.G.A.2)", "Share a circle. (2.G.A.3)")
    assert pairs(found) == {
        ("2.G.A.1", "Sort shapes."),
        ("2.G.A.2", "Draw shapes (see chapter 2)."),
        ("2.G.A.3", "Share a circle."),
    }


def test_a_choice_of_standards_need_not_count() -> None:
    chosen = ("3.NF.A.2", "3.OA.C.7", "3.MD.C.6", "3.MD.A.2", "3.G.A.2", "3.NBT.A.3")
    found = published(*((code, f"What {code} asks of pupils.") for code in chosen))
    assert {code for code, _ in pairs(found)} == set(chosen)
    assert {doubt for _, doubt in found.doubtful} <= {"gap"}


def test_standards_that_a_layout_ran_together_are_told_apart() -> None:
    found = published("A.1.1 Sort shapes. A.1.2 Draw shapes, e.g. squares. A.1.3 Name shapes. A.2.1 Use a ruler.")
    assert [code for code, _ in sorted(pairs(found))] == ["A.1.1", "A.1.2", "A.1.3", "A.2.1"]


def test_a_table_of_grades_side_by_side_gives_each_cell() -> None:
    rows = [("Grade 1", "Grade 2"), *((f"1.R.{n} Read with help.", f"2.R.{n} Read alone.") for n in (1, 2, 3))]
    assert len(pairs(published(*rows))) == 6


def test_a_row_that_a_page_tears_is_whole() -> None:
    found = published(
        ("Code", "Standard"), ("1.A.1", "Count to ten."), ("1.A.2", "Count to"), ("", "a hundred."), ("1.A.3", "Add.")
    )
    assert ("1.A.2", "Count to a hundred.") in pairs(found)


NAMES = ("Practicum", "Practices", "Practicum", "Practices")


@pytest.mark.parametrize("kind", WRITE)
@pytest.mark.parametrize("as_table", [True, False])
def test_a_choice_of_standards_in_whatever_order_comes_back(
    kind: str, as_table: bool, tmp_path: Path, worker: WorkerExtractor
) -> None:
    """Long codes break in a narrow column, and statements without an end run into the next one's code."""
    verbs = ("plan a lesson for", "observe a lesson of", "tell a colleague about", "compare the work of")
    items = [
        (
            f"TX.{NAMES[n % 4]}.{n * 7 % 13 + 1}.{n * 5 % 11:02}",
            f"{verbs[n % 4]} pupils of the {n}th group in the school",
        )
        for n in range(1, 41)
    ]
    elements = [
        Element("table", rows=[("Code", "Standard"), *items], widths=(90, 370))
        if as_table
        else Element("text", statement, code)
        for code, statement in (items[:1] if as_table else items)
    ]
    found = pairs(find_published(worker.extract(WRITE[kind](tmp_path / f"a.{kind}", elements)).sections))
    assert found == set(items)


@pytest.mark.parametrize("kind", WRITE)
@pytest.mark.parametrize("as_table", [True, False])
@pytest.mark.parametrize(
    ("code", "closes", "chosen"),
    [
        ("{}.{}{}", "semicolons", 0),
        ("{}.{}{}", "nothing", 0),
        ("{}.{}{}", "stops", 9),
        ("{}.{}({})", "semicolons", 0),
        ("{}.{}.{}", "semicolons", 20),
    ],
)
def test_letters_straight_behind_numbers_come_back_in_whatever_order(
    kind: str, as_table: bool, code: str, closes: str, chosen: int, tmp_path: Path, worker: WorkerExtractor
) -> None:
    """`3.6B` below `3.6`: shuffled, or a few of them, neither counts, and small letters follow a code."""
    items = list(letters_at_numbers(code, closes, ("K", "3")).items)
    random.Random(8).shuffle(items)
    items = items[: chosen or len(items)]
    rows = [("TEKS", "Student Expectation"), *((item.code, item.statement) for item in items)]
    table = [Element("table", rows=rows, widths=(60, 400))]
    elements = table if as_table else [Element("text", item.statement, item.code) for item in items]
    found = pairs(find_published(worker.extract(WRITE[kind](tmp_path / f"a.{kind}", elements)).sections))
    assert found == {(item.code, item.statement) for item in items}


def test_measures_and_numbers_of_pictures_are_no_codes_beside_them() -> None:
    codes = [f"4.{number}{letter}" for number in (1, 2, 3) for letter in "ABC"]
    other = ("2.5 meters are enough.", "7.25 dollars are paid.", "Figure 2.1A shows a table.")
    found = published(*(f"{code} show what {code} means." for code in codes), *other)
    assert {code for code, _ in pairs(found)} == set(codes)


def test_letters_go_on_behind_z_in_pairs() -> None:
    codes = [f"BIO.3.1.{letter}" for letter in ("x", "y", "z", "aa", "bb", "cc")]
    found = published(*(f"{code} Describe a cell." for code in codes))
    assert {code for code, _ in pairs(found)} == set(codes)
    assert found.gaps == ("BIO.3.1.x",)


def test_codes_that_do_not_count_are_known_by_the_header_above_them_or_by_their_number() -> None:
    chosen = ("AQDP-H2", "ARG-M7", "A-APR.A", "MP2", "2.MD.A.1")
    table = published(("Code", "Standard"), *((code, f"What {code} asks of pupils.") for code in chosen))
    assert {code for code, _ in pairs(table)} == set(chosen)
    many = [f"{letters}-H{n}" for letters in ("AQ", "DM", "PC", "AD", "UM") for n in (2, 4, 6, 8)]
    listed = published(*(f"{code} Pupils show what {code[:2]} means." for code in many))
    assert {code for code, _ in pairs(listed)} == set(many)


def test_a_code_may_name_its_subject_in_two_words() -> None:
    codes = [f"NC.{subject}.ks3.{n:03}" for subject in ("art", "design-technology") for n in (1, 2, 3)]
    assert {code for code, _ in pairs(published(*(f"{code} Develop a product." for code in codes)))} == set(codes)


def test_a_bar_in_a_formula_parts_no_cells() -> None:
    rows = [(f"S.CP.{n}", f"Find P(A|B) in {n} ways.") for n in (1, 2, 3)]
    assert pairs(published(("Code", "Standard"), *rows)) == set(rows)


@pytest.mark.parametrize("mark", ["• {code}", "★ {code}", "{code}*", "{code}★", "✓ {code}", "☐ {code}", "* {code}"])
def test_marks_beside_a_code_say_nothing_of_its_name(mark: str) -> None:
    rows = [(f"3.MD.A.{n}", f"Weigh fruit in {n} ways.") for n in (1, 2, 3)]
    marked = [(mark.format(code=code), text) for code, text in rows]
    assert pairs(published(("Code", "Standard"), *marked)) == set(rows)
    assert pairs(published(*map(" ".join, marked))) == set(rows)


def test_bullets_before_statements_are_no_part_of_them() -> None:
    found = published(*(f"• Weigh fruit in {n} ways. (3.MD.A.{n})" for n in (1, 2, 3)))
    assert pairs(found) == {(f"3.MD.A.{n}", f"Weigh fruit in {n} ways.") for n in (1, 2, 3)}


def test_a_single_letter_below_known_codes_is_one_of_them() -> None:
    codes = ("3.MD.C.5", "3.MD.C.6", "3.MD.C.7", "3.MD.C.7d", "3.MD.C.8")
    assert {code for code, _ in pairs(published(*(f"{code} Find areas." for code in codes)))} == set(codes)


def test_a_card_for_each_standard_is_read_as_a_row() -> None:
    cards = [
        row
        for n in (1, 2, 3)
        for row in (("Identifier", f"1A-CS-0{n}"), ("Standard", f"Name {n} parts."), ("Examples", f"Look at part {n}."))
    ]
    found = published(*cards)
    assert pairs(found) == {(f"1A-CS-0{n}", f"Name {n} parts.") for n in (1, 2, 3)}
    assert [entry.extra["examples"] for entry in found.publication.entries] == [f"Look at part {n}." for n in (1, 2, 3)]


def test_rows_below_a_code_that_explain_it_are_no_header_of_the_next() -> None:
    rows = [
        row
        for n in (1, 2, 3)
        for row in (
            (f"MA.2.NSO.1.{n}", f"Read numbers up to {n}000."),
            ("Clarifications:", f"Pupils use {n} blocks."),
            ("Example:", "The number 241."),
        )
    ]
    found = published(*rows)
    assert pairs(found) == {(f"MA.2.NSO.1.{n}", f"Read numbers up to {n}000.") for n in (1, 2, 3)}
    assert {entry.extra["examples"] for entry in found.publication.entries} == {"The number 241."}
    assert "Pupils use 2 blocks." in found.publication.entries[1].extra.values()
    assert found.left_out == ()


def test_what_only_counts_states_no_grade_and_a_line_of_law_does() -> None:
    found = published(
        "§111.7. Mathematics, Grade 5, Adopted 2012.",
        "(1) Number. The student is expected to:", "(A) round decimals; and", "(B) add decimals.",
        "(2) Algebra. The student is expected to:", "(A) find prime numbers; and", "(B) use brackets.",
    )  # fmt: skip
    assert {entry.grades for entry in found.publication.entries} == {("5",)}


def test_what_is_doubtful_is_told_with_its_reason() -> None:
    found = published(
        ("2.M.1", "Measure the length of a table."),
        ("2.M.2", "Estimate the length of a room."),
        ("2.M.4", "Show data in a line plot."),
        ("2.M.5", ""),
        ("2.M.6", "Tell the time to five"),
        ("2.M.1", "Something else is said of this code."),
        headings=("Grade 2",),
    )
    assert found.gaps == ("2.M.4",)
    assert dict(found.doubtful) == {"2.M.1": "twice", "2.M.4": "gap", "2.M.6": "cut"}
    assert {(each.reason, each.text) for each in found.left_out} == {("twice", "2.M.1"), ("no-statement", "2.M.5")}
    confidence = {entry.code: entry.extra[CONFIDENCE] for entry in found.publication.entries}
    assert confidence == {"2.M.1": "low", "2.M.2": "high", "2.M.4": "medium", "2.M.6": "low"}


def test_a_lesson_holds_no_standards() -> None:
    found = published(
        "Lesson 3", "1. Draw a line.", "2. Fold the paper.", "3/4 of the class is here.", "10:30 Lunch",
        "11-28-2026 Today", "Version 2.1 is new.",
    )  # fmt: skip
    assert found.publication.entries == ()


CORPUS = Path(__file__).parents[2] / "corpora" / "maple-valley" / "standards"


@pytest.mark.parametrize("file", sorted(CORPUS.iterdir()), ids=lambda path: path.stem)
def test_a_framework_that_is_printed_comes_back(file: Path, tmp_path: Path, worker: WorkerExtractor) -> None:
    standards = read_framework(file).standards
    table = Element("table", rows=[("Code", "Standard"), *((s.code, s.statement) for s in standards)], widths=(90, 370))
    headed: list[Element] = []
    for standard in standards:
        title = f"Grade {standard.grades[0]}" if len(standard.grades) == 1 else "All grades"
        if title not in [element.text for element in headed if element.kind == "heading"][-1:]:
            headed.append(Element("heading", title))
        headed.append(Element("text", standard.statement, standard.code))
    wanted = {(standard.code, " ".join(standard.statement.split())) for standard in standards}
    for number, elements in enumerate(([table], headed)):
        for kind, write in WRITE.items():
            path = write(tmp_path / f"{number}.{kind}", [*opening(standards[-1].code), *elements])
            found = pairs(find_published(worker.extract(path).sections))
            assert len(found & wanted) >= LEAST * max(len(found), len(wanted)), sorted(found ^ wanted)
            assert kind == "pdf" or found == wanted


PLAIN = r"[A-Za-z0-9 .,;:()'`\[\]\"-]{1,200}"
BINARIES = {
    "any bytes": random.Random(1).randbytes(3000),
    "letters of Western Europe": bytes(random.Random(2).choices(b"\xc3\xd1\xe9\xf1\xdf\xb5\xa7,\r\n", k=2000)),
    "signs": bytes(random.Random(3).choices(range(33, 127), k=3000)),
    "a PDF in ASCII": b"%PDF-1.4\n" + bytes(random.Random(4).choices(range(33, 118), k=3000)),
    "a zip": b"PK\x03\x04" + random.Random(5).randbytes(3000),
}


@pytest.mark.parametrize("kind", BINARIES)
def test_a_refused_file_is_named_and_never_quoted(kind: str, tmp_path: Path, worker: WorkerExtractor) -> None:
    for suffix in ("pdf", "csv", "json", "xlsx", "docx", "xml"):
        file = tmp_path / f"standards.{suffix}"
        file.write_bytes(BINARIES[kind])
        with pytest.raises(FrameworkError) as refused:
            read_framework(file)
        assert re.fullmatch(PLAIN, str(refused.value).removeprefix(f"{file} ")), suffix
        found = worker.extract(file)
        assert all(re.fullmatch(PLAIN, problem.message) for problem in found.problems), suffix
        assert find_published(found.sections).publication.entries == ()


def test_a_document_among_the_tables_is_told_what_reads_it(tmp_path: Path) -> None:
    manner = MANNERS[0]()
    for kind, write in WRITE.items():
        for suffix in (kind, "csv", "xlsx"):
            with pytest.raises(FrameworkError, match=r"is a document for people .* `curalign standards import`"):
                read_framework(write(tmp_path / f"standards.{suffix}", manner.elements[:8]))


def test_documents_of_several_grades_become_one_framework(tmp_path: Path) -> None:
    first = write_word(tmp_path / "math grade 3.docx", bold_codes().elements)
    second = write_word(tmp_path / "math grade 4.docx", two_columns().elements)
    imported = import_standards([first, second])
    assert len(imported.framework) == len(bold_codes().items) + len(two_columns().items)
    assert {standard.subject for standard in imported.framework} == {"mathematics"}
    assert imported.framework["K.NR.1"].extra[PLACE] == "math grade 4.docx"
    (tmp_path / "empty.docx").write_bytes(b"")
    with pytest.raises(FrameworkError, match=r"empty\.docx is empty"):
        import_standards([first, tmp_path / "empty.docx"])


@pytest.mark.skipif(not REAL.is_file(), reason="the public documents are not beside this repository")
def test_a_public_matrix_of_activities_gives_the_standards_that_it_names(worker: WorkerExtractor) -> None:
    found = find_published(worker.extract(REAL).sections)
    codes = {entry.code: entry for entry in found.publication.entries}
    assert len(codes) == 11
    assert codes["3A-IC-26"].statement == "Demonstrate ways a given algorithm applies to problems across disciplines."
    assert codes["3A-IC-26"].grades == ("9", "10", "11", "12")
    assert dict(found.doubtful)["3A-IC-25"] == "twice"
