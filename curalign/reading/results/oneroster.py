"""OneRoster 1.2 gradebook and assessment results, with the classes of its rosters where they are given.

Source: 1EdTech, OneRoster 1.2: a result's `learningObjectiveSet` holds a score for each objective; a line item's names
the objectives, and `resultValueMax` how many points there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.grades import read_grades
from curalign.reading.results.scores import Objective, PupilScore, ScoreFile
from curalign.reading.results.trees import Tree, number, text, texts, trees

_RESULTS = ("results", "result", "assessmentresults", "assessmentresult")
_LINE_ITEMS = ("lineitems", "lineitem", "assessmentlineitems", "assessmentlineitem")
_CLASSES = ("classes", "class")
_NOT_TAKEN = ("exempt", "not submitted")


def read_oneroster(tree: Tree, file: str) -> ScoreFile:
    """The line items of a file, the pupils' scores in it, and the grades of its classes; each may be alone."""
    items = [each for each in trees(tree, *_LINE_ITEMS) if "title" in each or "resultvaluemax" in each]
    groups = {text(each, "sourcedid"): _grade(each) for each in trees(tree, *_CLASSES) if "grades" in each}
    objectives = {text(each, "sourcedid"): _objective(each) for each in items}
    scores = [score for each in trees(tree, *_RESULTS) if _counts(each) for score in _scores(each)]
    return ScoreFile(file, objectives, scores, groups)


def _objective(item: Tree) -> Objective:
    codes = tuple(dict.fromkeys(map(_bare, texts(item, "learningobjectiveids"))))
    name = text(item, "title") or text(item, "sourcedid")
    return Objective(name, number(item, "resultvaluemax"), codes, _class_of(item))


def _bare(name: str) -> str:
    """CASE's identifiers are given as URNs."""
    return name.removeprefix("urn:uuid:")


def _class_of(item: Tree) -> str:
    return next((text(each, "sourcedid") for each in trees(item, "class")), "")


def _grade(a_class: Tree) -> str:
    grades = {grade for stated in texts(a_class, "grades") for grade in read_grades(stated)}
    return f"Grade {grades.pop()}" if len(grades) == 1 else ""


def _counts(result: Tree) -> bool:
    """Whether it is a result that stands: neither withdrawn nor excused."""
    return text(result, "status").lower() != "tobedeleted" and text(result, "scorestatus").lower() not in _NOT_TAKEN


def _scores(result: Tree) -> Iterator[PupilScore]:
    item = next((text(each, "sourcedid") for each in trees(result, "lineitem", "assessmentlineitem")), "")
    once = text(result, "sourcedid")
    objective_results = [
        each for each in trees(result, "learningobjectiveresults") if text(each, "learningobjectiveid")
    ]
    for each in objective_results:
        code = _bare(text(each, "learningobjectiveid"))
        yield PupilScore(item, number(each, "score"), None, (code,), once=f"{once}\n{code}" if once else "")
    if not objective_results and item:
        yield PupilScore(item, number(result, "score"), once=once, gradebook="learningobjectiveset" not in result)
