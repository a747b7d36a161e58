"""Several standards files make one framework; the same framework twice is one."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from made_frameworks import edge, item, package, write, write_case

from curalign.domain.standards import Association, standard_id
from curalign.errors import FrameworkError
from curalign.reading.frameworks import read_framework, read_frameworks

HEADER = "code,statement,grades,subject,parent\n"
MATH = HEADER + "M,Measuring,3,math,\nM.1,Use a ruler,3,math,M\n"
SCIENCE = HEADER + "S.1,Grow a seed,3,science,\n"


def test_several_frameworks_in_one(tmp_path: Path) -> None:
    framework = read_framework([write(tmp_path, "math.csv", MATH), write(tmp_path, "science.csv", SCIENCE)])
    assert [s.code for s in framework] == ["M", "M.1", "S.1"]
    assert [(source.id, source.standards) for source in framework.sources] == [("math", 2), ("science", 1)]


def test_the_same_framework_as_case_and_as_csv_is_one_and_the_richer_wins(tmp_path: Path) -> None:
    items = [
        item("g1", "M", fullStatement="Measuring"),
        item("g2", "M.1", fullStatement="Use a\nruler", CFItemType="Standard"),
    ]
    case = write_case(tmp_path, package(items, [edge("g2", "precedes", "g1")]), "a.json")
    table = write(tmp_path, "0.csv", MATH)
    framework = read_framework([table, case])
    measuring, ruler = framework
    assert (ruler.id, ruler.framework, ruler.level) == ("g2", "d0", "Standard")
    assert (ruler.grades, ruler.subject, ruler.parent) == (("3",), "math", measuring.id), "the table knows these"
    (source,) = framework.sources
    assert (source.id, source.standards) == ("d0", 2)
    assert source.file == f"{case.as_posix()}, {table.as_posix()}"
    assert framework.associations == (Association("g2", "precedes", "g1", "g2-precedes-g1"),)


def test_what_only_the_second_holds_is_added(tmp_path: Path) -> None:
    case = write_case(tmp_path, package([item("g1", "M", fullStatement="Measuring")]))
    framework = read_framework([case, write(tmp_path, "math.csv", MATH)])
    assert [(s.id, s.parent) for s in framework] == [("g1", None), (standard_id("math", "M.1"), "g1")]
    assert [(source.id, source.standards) for source in framework.sources] == [("d0", 1), ("math", 1)]


def test_another_notation_of_the_code_is_the_same_standard_where_the_words_agree(tmp_path: Path) -> None:
    case = write_case(tmp_path, package([item("g1", "POND.M.1", fullStatement="Use a ruler", alternativeLabel="M.1")]))
    framework = read_framework([case, write(tmp_path, "b.csv", HEADER + "M.1,Use a ruler,3,,\n")])
    (ruler,) = framework
    assert (ruler.code, ruler.aliases) == ("POND.M.1", ("M.1",))


def test_the_same_id_under_another_code_is_the_same_standard(tmp_path: Path) -> None:
    case = write_case(tmp_path, package([item("g1", "M.1", fullStatement="Use a ruler")]), "a.json")
    again = write(tmp_path, "b.csv", "identifier,code,statement\ng1,OLD.1,Use a ruler\n")
    (ruler,) = read_framework([case, again])
    assert (ruler.code, ruler.aliases) == ("M.1", ("OLD.1",))


@pytest.mark.parametrize(
    "again", ["code,statement\nM.1,Use a scale\n", "identifier,code,statement\ng1,M.9,Use a scale\n"]
)
def test_other_words_under_the_same_code_or_id_are_an_error_that_names_both_files(tmp_path: Path, again: str) -> None:
    case = write_case(tmp_path, package([item("g1", "M.1", fullStatement="Use a ruler")]), "new.json")
    with pytest.raises(FrameworkError) as error:
        read_framework([case, write(tmp_path, "old.csv", again)])
    for said in ("new.json", "old.csv", "M."):
        assert said in str(error.value)


def test_the_same_code_in_two_packages_of_one_file_is_told_and_both_stay(tmp_path: Path) -> None:
    first = package([item("g1", "M.1", fullStatement="Use a ruler")])
    second = package([item("g2", "M.1", fullStatement="Use a scale")], document={"identifier": "d2", "title": "Two"})
    framework = read_framework(write_case(tmp_path, [first, second]))
    assert [s.statement for s in framework] == ["Use a ruler", "Use a scale"]
    assert [problem.code for problem in framework.problems] == ["F303"]


def test_codes_that_we_made_are_never_taken_for_the_same(tmp_path: Path) -> None:
    first = write_case(tmp_path, package([item("g1", fullStatement="One")]), "a.json")
    second = write_case(tmp_path, package([item("g2", fullStatement="Two")], document={"identifier": "d2"}), "b.json")
    assert len(read_framework([first, second])) == 2


def test_two_tables_of_one_name_are_one_source(tmp_path: Path) -> None:
    paths = [write(tmp_path, "math/standards.csv", MATH), write(tmp_path, "science/standards.csv", SCIENCE)]
    framework = read_framework(paths)
    (source,) = framework.sources
    assert (source.id, source.standards) == ("standards", 3)


def test_parents_that_go_in_a_circle_across_files_are_cut(tmp_path: Path) -> None:
    one = write(tmp_path, "a.csv", HEADER + "A,First,,,B\nB,Second,,,\n")
    other = write(tmp_path, "b.csv", HEADER + "A,First,,,\nB,Second,,,A\n")
    framework = read_framework([one, other])
    assert sorted(s.parent is None for s in framework) == [False, True]
    assert "circle" in framework.problems[0].message


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    case = write_case(tmp_path, package([item("g1", "M.1", fullStatement="Use a ruler")]))
    paths = [write(tmp_path, "math.csv", MATH), write(tmp_path, "science.csv", SCIENCE), case]
    first, *others = (read_framework(order) for order in permutations(paths))
    assert all(other == first for other in others)


def test_reading_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "math.csv", MATH)
    assert read_framework([path, path]) == read_framework(path)


def test_nothing_to_read_is_an_error() -> None:
    with pytest.raises(FrameworkError, match="No standards file"):
        read_framework([])


def test_a_broken_file_of_a_district_becomes_a_problem_named_from_its_folder(tmp_path: Path) -> None:
    good, bad = write(tmp_path, "standards/math.csv", MATH), write(tmp_path, "standards/broken.json", "{")
    framework = read_frameworks([good, bad], tmp_path)
    assert [s.code for s in framework] == ["M", "M.1"]
    assert framework.sources[0].file == "standards/math.csv"
    (problem,) = framework.problems
    assert (problem.code, problem.file) == ("F301", "standards/broken.json")
    assert problem.message.startswith("is not valid JSON")


def test_when_no_file_of_a_district_can_be_read_the_error_names_them(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match=r"No standards could be read\. broken\.json is not valid JSON"):
        read_frameworks([write(tmp_path, "broken.json", "{")], tmp_path)


def test_one_broken_file_is_an_error_when_files_are_named_one_by_one(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match=r"broken\.json is not valid JSON"):
        read_framework([write(tmp_path, "math.csv", MATH), write(tmp_path, "broken.json", "{")])
