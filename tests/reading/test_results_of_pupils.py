"""Ed-Fi and OneRoster hold single pupils' scores; only what groups reached comes out, per standard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import made_documents as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.domain.results import Result
from curalign.reading import read_district
from curalign.reading.results import read_all_results, read_results

METHOD = "uri://ed-fi.org/AssessmentReportingMethodDescriptor#"
GRADE = "uri://ed-fi.org/GradeLevelDescriptor#Third grade"


def write(folder: Path, name: str, content: Any) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def asked(code: str, *standards: str, most: float | None = 10) -> dict[str, Any]:
    return {
        "identificationCode": code,
        "assessmentReference": {"assessmentIdentifier": "Fall", "namespace": "uri://pond"},
        "maxRawScore": most,
        "learningStandards": [{"learningStandardReference": {"learningStandardId": each}} for each in standards],
    }


def taken(pupil: str, code: str, result: str, method: str = "Raw score") -> dict[str, Any]:
    return {
        "studentAssessmentIdentifier": f"sitting of {pupil}",
        "assessmentReference": {"assessmentIdentifier": "Fall", "namespace": "uri://pond"},
        "studentReference": {"studentUniqueId": pupil},
        "whenAssessedGradeLevelDescriptor": GRADE,
        "studentObjectiveAssessments": [
            {
                "objectiveAssessmentReference": {"assessmentIdentifier": "Fall", "identificationCode": code},
                "scoreResults": [{"assessmentReportingMethodDescriptor": METHOD + method, "result": result}],
            }
        ],
    }


def test_ed_fi_json_of_a_test_and_of_its_pupils(tmp_path: Path) -> None:
    tests = write(tmp_path, "tests.json", [asked("Fractions", "3.B"), asked("Adding", "3.A", most=4)])
    sittings = (("p1", "Fractions", "5"), ("p2", "Fractions", "10"), ("p1", "Adding", "4"))
    both = [*(taken(*each) for each in sittings), taken("p2", "Adding", "75", "Percent correct")]
    pupils = write(tmp_path, "pupils.json", {"studentAssessments": both})
    results, problems = read_all_results([(pupils, "pupils.json"), (tests, "tests.json")])
    assert results == (
        Result("Adding", "3.A", 4.0, 2, 0.875, "Grade 3"),
        Result("Fractions", "3.B", 10.0, 2, 0.75, "Grade 3"),
    )
    assert problems == ()
    assert "p1" not in repr(results)


XML_TEST = """<InterchangeAssessmentMetadata xmlns="http://ed-fi.org/5.2.0"><ObjectiveAssessment>
<IdentificationCode>Fractions</IdentificationCode><MaxRawScore>10</MaxRawScore>
<AssessmentReference><AssessmentIdentity><AssessmentIdentifier>Fall</AssessmentIdentifier></AssessmentIdentity>
</AssessmentReference><LearningStandardReference><LearningStandardIdentity><LearningStandardId>3.B</LearningStandardId>
</LearningStandardIdentity></LearningStandardReference></ObjectiveAssessment><AssessmentItem>
<IdentificationCode>q1</IdentificationCode><MaxRawScore>2</MaxRawScore>
<AssessmentReference><AssessmentIdentity><AssessmentIdentifier>Fall</AssessmentIdentifier></AssessmentIdentity>
</AssessmentReference><LearningStandardReference><LearningStandardIdentity><LearningStandardId>3.A</LearningStandardId>
</LearningStandardIdentity></LearningStandardReference></AssessmentItem></InterchangeAssessmentMetadata>"""
XML_PUPIL = """<StudentAssessment><StudentAssessmentIdentifier>{0}</StudentAssessmentIdentifier>
<StudentReference><StudentIdentity><StudentUniqueId>{0}</StudentUniqueId></StudentIdentity></StudentReference>
<AssessmentReference><AssessmentIdentity><AssessmentIdentifier>Fall</AssessmentIdentifier></AssessmentIdentity>
</AssessmentReference><StudentObjectiveAssessment><ScoreResult><Result>{1}</Result>
<AssessmentReportingMethod>uri://ed-fi.org/AssessmentReportingMethodDescriptor#Raw score</AssessmentReportingMethod>
</ScoreResult><PerformanceLevel><PerformanceLevel>Basic</PerformanceLevel></PerformanceLevel><ObjectiveAssessmentReference>
<ObjectiveAssessmentIdentity><IdentificationCode>Fractions</IdentificationCode></ObjectiveAssessmentIdentity>
</ObjectiveAssessmentReference></StudentObjectiveAssessment><StudentAssessmentItem><RawScoreResult>{2}</RawScoreResult>
<AssessmentItemReference><AssessmentItemIdentity><IdentificationCode>q1</IdentificationCode></AssessmentItemIdentity>
</AssessmentItemReference></StudentAssessmentItem></StudentAssessment>"""


def test_ed_fi_xml_of_objectives_and_items(tmp_path: Path) -> None:
    pupils = "".join(XML_PUPIL.format(*each) for each in (("p1", 4, 2), ("p2", 6, 1)))
    files = [
        (write(tmp_path, "a.xml", XML_TEST), "a.xml"),
        (write(tmp_path, "b.xml", f"<InterchangeStudentAssessment>{pupils}</InterchangeStudentAssessment>"), "b.xml"),
    ]
    results, problems = read_all_results(files)
    assert results == (Result("Fractions", "3.B", 10.0, 2, 0.5), Result("q1", "3.A", 2.0, 2, 0.75))
    assert problems == ()
    twice, _ = read_all_results([*files, (files[1][0], "again.xml")])
    assert twice == results, "the same sitting in two files counts once"


def one_result(pupil: str, score: float | None, **more: Any) -> dict[str, Any]:
    return {
        "sourcedId": f"r-{pupil}",
        "lineItem": {"sourcedId": "L1", "type": "lineItem"},
        "student": {"sourcedId": pupil, "type": "user"},
        "scoreStatus": "fully graded",
        "score": score,
        **more,
    }


def objectives(**scores: float) -> dict[str, Any]:
    told = [{"learningObjectiveId": each, "score": score, "textScore": ""} for each, score in scores.items()]
    return {"learningObjectiveSet": [{"source": "case", "learningObjectiveResults": told}]}


LINE_ITEM = {"sourcedId": "L1", "title": "Exit ticket", "resultValueMin": 0, "resultValueMax": 4,
             "class": {"sourcedId": "C1", "type": "class"}}  # fmt: skip
ROSTER = {"classes": [{"sourcedId": "C1", "title": "Room 12", "grades": ["03"]}]}


def test_oneroster_scores_for_each_objective(tmp_path: Path) -> None:
    told = {
        "lineItems": [LINE_ITEM],
        "results": [
            one_result("p1", 3, **objectives(A=4, B=1)),
            one_result("p2", 2, **objectives(A=2, B=3)),
            one_result("p3", 0, **objectives(A=0), status="tobedeleted"),
            one_result("p4", 0, **objectives(A=0)) | {"scoreStatus": "exempt"},
        ],
    }
    files = [(write(tmp_path, "r.json", told), "r.json"), (write(tmp_path, "c.json", ROSTER), "c.json")]
    results, problems = read_all_results(files[:1])
    assert results == (Result("Exit ticket", "A", 4.0, 2, 0.75), Result("Exit ticket", "B", 4.0, 2, 0.5))
    assert problems == ()
    whole = write(tmp_path, "whole.json", {**told, **ROSTER})
    assert {result.group for result in read_results(whole)[0]} == {"Grade 3"}


def test_oneroster_line_items_that_name_objectives(tmp_path: Path) -> None:
    item = {**LINE_ITEM, "learningObjectiveSet": [{"source": "case", "learningObjectiveIds": ["A", "B"]}]}
    told = {"lineItems": [item], "results": [one_result("p1", 4), one_result("p2", 2)]}
    results, problems = read_results(write(tmp_path, "r.json", told))
    assert [(result.standard_code, result.p_value) for result in results] == [("A", 0.75), ("B", 0.75)]
    assert [problem.message for problem in problems] == [
        "Exit ticket: 2 scores count for each of its 2 standards, which it does not tell apart."
    ]


def test_oneroster_in_a_file_for_each_kind(tmp_path: Path) -> None:
    item = {**LINE_ITEM, "learningObjectiveSet": [{"source": "case", "learningObjectiveIds": ["urn:uuid:A"]}]}
    parts = {
        "classes.json": ROSTER,
        "items.json": {"lineItems": [item, {"sourcedId": "L2", "title": "Homework", "resultValueMax": 9}]},
        "results.json": {
            "results": [
                *(one_result(f"p{n}", 3) for n in range(2)),
                *(one_result(f"q{n}", 8) | {"lineItem": {"sourcedId": "L2"}} for n in range(2)),
            ]
        },
    }
    results, problems = read_all_results([(write(tmp_path, name, part), name) for name, part in parts.items()])
    assert results == (Result("Exit ticket", "A", 4.0, 2, 0.75, "Grade 3"),)
    assert problems == (), "homework names no standard, and need not"
    _, (problem,) = read_results(tmp_path / "results.json")
    assert "line items that no file tells of: 4 scores have no maximum" in problem.message


ROSTER_CSV = {
    "manifest.csv": "propertyName,value\noneroster.version,1.2\n",
    "users.csv": "sourcedId,status,givenName,familyName\np1,active,Ada,Day\n",
    "classes.csv": "sourcedId,status,title,grades,courseSourcedId\nC1,active,Room 12,03,K1\n",
    "lineItems.csv": (
        "sourcedId,status,title,classSourcedId,resultValueMin,resultValueMax\n"
        "L1,active,Exit ticket,C1,0,4\nL2,active,Homework,C1,0,9\n"
    ),
    "lineItemLearningObjectiveIds.csv": (
        "sourcedId,status,lineItemSourcedId,source,learningObjectiveId\nX1,active,L1,case,urn:uuid:A\n"
    ),
    "resultLearningObjectiveIds.csv": (
        "sourcedId,status,resultSourcedId,source,learningObjectiveId,score\n"
        "Y1,active,R1,case,B,1\nY2,active,R2,case,B,2\nY3,tobedeleted,R3,case,B,0\n"
    ),
    "results.csv": (
        "sourcedId,status,lineItemSourcedId,studentSourcedId,scoreStatus,score\n"
        "R1,active,L1,p1,fully graded,3\nR2,active,L1,p2,fully graded,4\nR3,active,L1,p3,fully graded,4\n"
        "R4,active,L1,p4,fully graded,2\nR5,active,L2,p1,fully graded,9\nR6,tobedeleted,L1,p5,fully graded,0\n"
    ),
}


def test_oneroster_csv(tmp_path: Path) -> None:
    results, problems = read_all_results([(write(tmp_path, name, text), name) for name, text in ROSTER_CSV.items()])
    assert results == (
        Result("Exit ticket", "A", 4.0, 2, 0.75, "Grade 3"),
        Result("Exit ticket", "B", 4.0, 2, 0.375, "Grade 3"),
    )
    assert problems == ()


def test_oneroster_csv_without_standards_says_what_it_lacks(tmp_path: Path) -> None:
    earlier = {name: text for name, text in ROSTER_CSV.items() if "Objective" not in name}
    results, (problem,) = read_all_results([(write(tmp_path, name, text), name) for name, text in earlier.items()])
    assert results == ()
    assert (problem.file, problem.code) == ("results.csv", "F301")
    assert "holds scores for no standard" in problem.message


@pytest.mark.parametrize(
    ("tests", "pupils", "says"),
    [
        ([asked("F", "3.B")], [taken("p1", "F", "5")], "one pupil is not a group"),
        ([asked("F")], [taken("p1", "F", "5"), taken("p2", "F", "6")], "2 scores have no standard"),
        ([asked("F", "3.B", most=None)], [taken("p1", "F", "5"), taken("p2", "F", "6")], "have no maximum"),
        ([asked("F", "3.B")], [taken("p1", "F", "50"), taken("p2", "F", "-1")], "2 scores lie below 0 or above"),
        ([asked("F", "3.B")], [taken("p1", "F", "Basic"), taken("p2", "F", "88", "Percentile")], "give a level"),
    ],
)
def test_what_cannot_be_counted_is_said_once_for_each_objective(
    tmp_path: Path, tests: Any, pupils: Any, says: str
) -> None:
    results, problems = read_results(write(tmp_path, "x.json", [*tests, *pupils]), "results/x.json")
    assert results == ()
    (problem,) = problems
    assert (problem.code, problem.file) == ("F303", "results/x.json")
    assert says in problem.message
    assert "p1" not in problem.message


TESTED = (
    '{"objectiveAssessments": [{"identificationCode": "F", "assessmentReference": {"assessmentIdentifier": "Fall"},'
    '"maxRawScore": 10, "learningStandards": [{"learningStandardReference": {"learningStandardId": "3.A"}}]}]}'
)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.json", "{}", "damaged or holds nothing"),
        ("a.json", '{"students": [{"name": "Ada"}]}', "no results that are known"),
        ("a.json", "[" * 100_000, "damaged"),
        ("a.json", "words", "neither JSON nor XML"),
        ("a.xml", "<a/>", "no results that are known"),
        ("a.xml", "<a>" * 1000, "nested more than"),
        ("a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type declaration"),
        ("a.csv", "item_id,standard_code,max_points,n,p_value\n", "no results below it"),
        ("a.csv", f"item_id,{'9' * 200_000},3.A\n", "standard_code"),
        ("a.json", TESTED, "holds no score"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path, name: str, text: str, says: str) -> None:
    results, problems = read_results(write(tmp_path, name, text))
    assert results == ()
    assert says in problems[0].message
    assert "Ada" not in problems[0].message


def test_a_district_knows_its_standards_by_id_and_alias_and_says_which_it_does_not(tmp_path: Path) -> None:
    table = "code,statement,grades,id,aliases\n3.A,Add within 100,3,11111111-2222-3333-4444-555555555555,OLD.1\n"
    told = {
        "lineItems": [LINE_ITEM],
        "results": [
            one_result(f"p{n}", 3, **objectives(**{"11111111-2222-3333-4444-555555555555": 2, "OLD.1": 4, "9.Z": 1}))
            for n in range(3)
        ],
    }
    folder = made.district(tmp_path, {"standards/s.csv": table, "results/r.json": json.dumps(told)})
    district = read_district(folder)
    assert [(r.standard_code, r.n, r.p_value) for r in district.results] == [
        ("3.A", 3, 0.5), ("9.Z", 3, 0.25), ("3.A", 3, 1.0),
    ]  # fmt: skip
    (problem,) = district.problems
    assert (problem.file, problem.code) == ("results", "F303")
    assert "names standards that this district does not have: 9.Z; mend those rows." in problem.message


def test_a_district_knows_its_standards_in_every_notation_that_documents_use(tmp_path: Path) -> None:
    standards = "code,statement,grades\n4.NF.B.3,Add fractions,4\n4.NF.B.4,Multiply fractions,4\n"
    rows = [
        "CCSS.MATH.CONTENT.4.NF.B.3", "4.NF.3", "CA.4.NF.B.3", "4.NF.B.3 (Major)", '"4.NF.B.3 - Add, e.g., thirds"',
        "4.NF.B.3-4", "N/A", "Not aligned",
    ]  # fmt: skip
    table = "Item,Standard,Points Possible,N,% Correct\n" + "".join(
        f"{n},{row},1,90,50%\n" for n, row in enumerate(rows)
    )
    folder = made.district(tmp_path, {"standards/s.csv": standards, "results/r.csv": table})
    district = read_district(folder)
    assert [(r.item, r.standard_code) for r in district.results] == [
        *((str(n), "4.NF.B.3") for n in range(5)), ("5", "4.NF.B.3"), ("5", "4.NF.B.4"),
    ]  # fmt: skip
    assert district.problems == ()


NAMES = (
    "results lineItems learningObjectiveSet learningObjectiveResults learningObjectiveId score sourcedId lineItem "
    "items identificationCode maxRawScore learningStandardId scoreResults result studentObjectiveAssessments "
    "rawScoreResult objectiveAssessmentReference"
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES.split(" ")), inner, max_size=4),
    max_leaves=20,
)


@given(value=VALUES)
def test_any_json_ends_as_results_or_problems(value: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = write(tmp_path_factory.getbasetemp(), "any.json", value)
    results, problems = read_results(path)
    assert all(0 <= result.p_value <= 1 and result.n > 1 and result.standard_code for result in results)
    assert len(set(problems)) == len(problems)
