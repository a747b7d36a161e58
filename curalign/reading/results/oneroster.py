"""OneRoster 1.2 gradebook and assessment results (JSON), with the classes of its rosters where they are given.

Source: 1EdTech, OneRoster 1.2: a result's `learningObjectiveSet` holds a score for each objective; a line item's names
the objectives, and `resultValueMax` how many points there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.grades import read_grades
from curalign.reading.results.scores import Found, Objective, Score
from curalign.reading.results.trees import Tree, number, text, texts, trees

_RESULTS = ("results", "result", "assessmentresults", "assessmentresult")
_LINE_ITEMS = ("lineitems", "lineitem", "assessmentlineitems", "assessmentlineitem")
_CLASSES = ("classes", "class")
_NOT_TAKEN = ("exempt", "not submitted")


def read_oneroster(tree: Tree, file: str) -> Found:
    """The line items of a file, and the pupils' scores in it."""
    items = [each for each in trees(tree, *_LINE_ITEMS) if "title" in each or "resultvaluemax" in each]
    grades = {text(each, "sourcedid"): _grade(each) for each in trees(tree, *_CLASSES) if "grades" in each}
    groups = {text(each, "sourcedid"): grades.get(_class_of(each), "") for each in items}
    objectives = {text(each, "sourcedid"): _objective(each) for each in items}
    scores = [score for each in trees(tree, *_RESULTS) if _counts(each) for score in _scores(each, groups, objectives)]
    return Found(file, objectives, scores)


def _objective(item: Tree) -> Objective:
    codes = tuple(dict.fromkeys(texts(item, "learningobjectiveids")))
    return Objective(text(item, "title") or text(item, "sourcedid"), number(item, "resultvaluemax"), codes)


def _class_of(item: Tree) -> str:
    return next((text(each, "sourcedid") for each in trees(item, "class")), "")


def _grade(a_class: Tree) -> str:
    grades = {grade for stated in texts(a_class, "grades") for grade in read_grades(stated)}
    return f"Grade {grades.pop()}" if len(grades) == 1 else ""


def _counts(result: Tree) -> bool:
    """Whether it is a result that stands: neither withdrawn nor excused."""
    return text(result, "status").lower() != "tobedeleted" and text(result, "scorestatus").lower() not in _NOT_TAKEN


def _scores(result: Tree, groups: dict[str, str], objectives: dict[str, Objective]) -> Iterator[Score]:
    item = next((text(each, "sourcedid") for each in trees(result, "lineitem", "assessmentlineitem")), "")
    once, group = text(result, "sourcedid"), groups.get(item, "")
    told = [each for each in trees(result, "learningobjectiveresults") if text(each, "learningobjectiveid")]
    for each in told:
        code = text(each, "learningobjectiveid")
        yield Score(item, number(each, "score"), None, (code,), group, f"{once}\n{code}" if once else "")
    asks = item in objectives and objectives[item].codes
    if not told and item and (asks or "learningobjectiveset" in result):
        yield Score(item, number(result, "score"), None, (), group, once)
