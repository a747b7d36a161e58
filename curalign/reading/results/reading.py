"""The files of a results folder: tables of groups are taken as they are, scores of pupils are pooled at once."""

from __future__ import annotations

import csv
from collections.abc import Iterable, MutableMapping
from pathlib import Path

from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.errors import FrameworkError, UnreadableError
from curalign.reading.bounds import COLUMNS
from curalign.reading.frameworks.content import Content, decode
from curalign.reading.results.edfi import read_edfi
from curalign.reading.results.item_analysis import read_item_analysis
from curalign.reading.results.oneroster import read_oneroster
from curalign.reading.results.oneroster_csv import Table, join, read_table
from curalign.reading.results.scores import Found, pool
from curalign.reading.results.trees import Tree, from_json, from_xml
from curalign.reading.taking import take_patiently

LARGEST = 2**28
"""Bytes of a file of results."""

_TREES = (".json", ".jsonl", ".xml")
_NOTHING = (
    "holds no results that are known; they are read as item analysis (CSV), Ed-Fi (JSON, XML) and OneRoster 1.2 "
    "(JSON, CSV)."
)
_NO_SCORES = "says what was tested and holds no score; export the scores as well."
_NO_STANDARDS = (
    "holds scores for no standard: give the line items their learning objectives, or export an item analysis as CSV."
)


def read_results(path: Path, name: str = "") -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Read one file of results; `name` is what problems call it."""
    return read_all_results([(path, name or path.name)])


def read_all_results(
    files: Iterable[tuple[Path, str]], inputs: MutableMapping[str, str] | None = None
) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Read files of results, each a path and what problems call it; one may define what another has scores for.

    `inputs` are the sha256 of the files by name, as for `read_frameworks`.

    Item analyses are taken row by row. Ed-Fi and OneRoster hold single pupils' scores: only their means over groups
    leave this function, with neither ids nor names. What cannot be read is a problem.
    """
    results: list[Result] = []
    problems: list[Problem] = []
    found: list[Found] = []
    trees: list[str] = []
    tables: dict[str, Table] = {}
    looked = {} if inputs is None else inputs
    for path, name in files:
        known, looked[name] = looked.get(name, ""), ""
        try:
            taken = take_patiently(path, LARGEST, known)
        except UnreadableError as error:
            problems.append(Problem("F301", name, str(error), passing=error.passing))
            continue
        looked[name] = taken.sha256
        if _is_too_wide(taken.data):
            problems.append(Problem("F301", name, f"has more than {COLUMNS:,} columns; export the results alone."))
            continue
        if path.suffix.lower() not in _TREES:
            if (table := _table(taken.data)) is not None:
                tables[name] = table
                continue
            told, wrong = read_item_analysis(path, name, taken.data)
            results += told
            problems += wrong
            continue
        scores = _scores(Content(name, taken.data), name)
        if isinstance(scores, Problem):
            problems.append(scores)
        else:
            found += scores
            trees.append(name)
    if tables:
        name = next((name for name, table in tables.items() if table.kind == "results"), next(iter(tables)))
        found.append(read_oneroster(join(list(tables.values())), name))
        trees.append(name)
    pooled, wrong = pool(found)
    if not pooled and not wrong:
        scored = {each.file for each in found if each.scores}
        problems += [Problem("F301", name, _NO_STANDARDS if name in scored else _NO_SCORES) for name in trees]
    return (*results, *pooled), (*problems, *wrong)


def _is_too_wide(data: bytes) -> bool:
    """Whether a row near the top has more cells than any table that somebody made."""
    head = data[: 2**24].splitlines()[:40]
    return any(line.count(mark) > COLUMNS for line in head for mark in (b",", b";", b"\t")) and data[:1] not in b"{[<"


def _table(data: bytes) -> Table | None:
    """A table of OneRoster; what cannot be split is none, and is told of as an item analysis."""
    try:
        return read_table(decode(data).replace("\x00", ""))
    except csv.Error:
        return None


def _scores(content: Content, name: str) -> list[Found] | Problem:
    """What a file of either format holds; its tree is of no format where both find nothing."""
    try:
        if not content.data.strip(b" \t\r\n\0"):
            raise FrameworkError("is empty; fetch it again or remove it.")
        tree = _tree(content)
    except FrameworkError as error:
        return Problem("F301", name, str(error))
    except RecursionError:
        return Problem("F301", name, "nests its values too deeply to be results; export it again.")
    found = [read(tree, name) for read in (read_edfi, read_oneroster)]
    return (
        found
        if any(each.objectives or each.scores or each.groups for each in found)
        else Problem("F301", name, _NOTHING)
    )


def _tree(content: Content) -> Tree:
    if content.is_workbook or not (content.is_xml or content.is_json):
        raise FrameworkError("is neither JSON nor XML although its name says so; export it again.")
    if content.xml is not None:
        return {"": [from_xml(content.xml)]}
    value = content.json if content.json is not None else content.json_lines
    if not value:
        raise FrameworkError("is damaged or holds nothing; export it again.")
    return {"": [from_json(value)]}
