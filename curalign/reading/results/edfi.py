"""Ed-Fi's assessment results: the API's JSON, and bulk XML (`InterchangeAssessmentMetadata`, `...StudentAssessment`).

Source: Ed-Fi data standard, assessment domain: ObjectiveAssessment and AssessmentItem name LearningStandards and a
MaxRawScore; StudentObjectiveAssessment and StudentAssessmentItem hold a pupil's scores for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curalign.domain.grades import read_grades
from curalign.reading.results.scores import Objective, PupilScore, ScoreFile
from curalign.reading.results.trees import Tree, as_number, number, text, texts, trees

_ASKED = ("objectiveassessment", "objectiveassessments", "assessmentitem", "assessmentitems", "")
_TAKEN = ("studentassessment", "studentassessments", "")
_OBJECTIVES = ("studentobjectiveassessment", "studentobjectiveassessments")
_ITEMS = ("studentassessmentitem", "studentassessmentitems", "items")
_REFERENCES = ("objectiveassessmentreference", "assessmentitemreference")
_RAW = re.compile(r"raw score|number correct|points", re.IGNORECASE)
_PERCENT = re.compile(r"percent(?:age)?(?: correct| score)?$", re.IGNORECASE)


def read_edfi(tree: Tree, file: str) -> ScoreFile:
    """The objectives and items of a file that name standards, and the pupils' scores in it."""
    asked = [each for each in (tree, *trees(tree, *_ASKED)) if "identificationcode" in each]
    objectives = {_key(each): objective for each in asked if (objective := _objective(each)) is not None}
    scores = [score for taken in (tree, *trees(tree, *_TAKEN)) for score in _scores(taken)]
    return ScoreFile(file, objectives, scores)


def _objective(asked: Tree) -> Objective | None:
    codes = tuple(dict.fromkeys(texts(asked, "learningstandardid")))
    most = number(asked, "maxrawscore")
    if not codes and most is None:
        return None
    return Objective(text(asked, "identificationcode"), most, codes)


def _key(tree: Tree | str) -> str:
    """An objective is named within its assessment."""
    return f"{text(tree, 'assessmentidentifier')}\n{text(tree, 'identificationcode')}"


def _scores(taken: Tree) -> Iterator[PupilScore]:
    if not any(name in taken for name in (*_OBJECTIVES, *_ITEMS)):
        return
    group = _grade(text(taken, "whenassessedgradelevel", "whenassessedgradeleveldescriptor"))
    sitting = [text(taken, name) for name in ("assessmentidentifier", "studentassessmentidentifier", "studentuniqueid")]
    for each in trees(taken, *_OBJECTIVES, *_ITEMS):
        reference = next(trees(each, *_REFERENCES), each)
        assessment = text(reference, "assessmentidentifier") or text(taken, "assessmentidentifier")
        key = f"{assessment}\n{text(reference, 'identificationcode')}"
        points, share = _reached(each)
        once = "\n".join((*sitting, key)) if any(sitting[1:]) else ""
        yield PupilScore(key, points, share, group=group, once=once)


def _reached(each: Tree) -> tuple[float | None, float | None]:
    """Points, or else a share of them; levels, percentiles and scale scores are neither."""
    points = number(each, "rawscoreresult")
    share = None
    for score in trees(each, "scoreresult", "scoreresults"):
        method = _named(text(score, "assessmentreportingmethod", "assessmentreportingmethoddescriptor"))
        value = as_number(text(score, "result"))
        if value is not None and _RAW.fullmatch(method):
            points = value
        elif value is not None and _PERCENT.fullmatch(method):
            share = value / 100
    return points, None if points is not None else share


def _grade(descriptor: str) -> str:
    grades = read_grades(_named(descriptor))
    return f"Grade {grades[0]}" if len(grades) == 1 else ""


def _named(descriptor: str) -> str:
    """`uri://ed-fi.org/AssessmentReportingMethodDescriptor#Raw score` is `Raw score`."""
    return descriptor.rpartition("#")[2]
