"""The files of a results folder: tables of groups are taken as they are, scores of pupils are pooled at once."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from functools import partial
from pathlib import Path

from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.errors import UnreadableError
from curalign.reading.files.bounds import MAX_BYTES
from curalign.reading.files.content import Content
from curalign.reading.files.file_bytes import read_hashed, retry_once
from curalign.reading.files.tables import Tables, read_tables
from curalign.reading.results.edfi import read_edfi
from curalign.reading.results.item_analysis import columns_known, read_item_analysis
from curalign.reading.results.oneroster import read_oneroster
from curalign.reading.results.oneroster_csv import RosterTable, join, read_table
from curalign.reading.results.scores import ScoreFile, pool
from curalign.reading.results.trees import Tree, from_json, from_xml
from curalign.wording import Facts

_TREES = (".json", ".jsonl", ".xml")


def read_results(path: Path, name: str = "") -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Read one file of results.

    Args:
        path: The file: an item analysis, or an export of Ed-Fi or OneRoster.
        name: What problems call it; the file's own name unless given.

    Returns:
        The results of groups of pupils, and a problem for whatever could not be read or counted.

    """
    return read_all_results([(path, name or path.name)])


def read_all_results(
    files: Iterable[tuple[Path, str]], inputs: MutableMapping[str, str] | None = None
) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Read files of results; one may define what another has scores for.

    Item analyses are taken row by row. Ed-Fi and OneRoster hold single pupils' scores: only their means over groups
    leave this function, with neither ids nor names.

    Args:
        files: Each a path and what problems call it.
        inputs: The sha256 of the files by name, as for `read_frameworks`.

    Returns:
        The results of groups of pupils, and a problem for whatever could not be read or counted.

    """
    results: list[Result] = []
    problems: list[Problem] = []
    found: list[ScoreFile] = []
    trees: list[str] = []
    tables: dict[str, RosterTable] = {}
    looked = {} if inputs is None else inputs
    for path, name in files:
        known, looked[name] = looked.get(name, ""), ""
        try:
            read = retry_once(partial(_read, path, name, looked, known))
        except UnreadableError as error:
            problem = Problem("F301", name, trouble=error.trouble, facts=error.facts, passing=error.passing)
            problems.append(problem)
            continue
        if not isinstance(read, Tables):
            found += read
            trees.append(name)
        elif (table := read_table(read.tables[0].rows if len(read.tables) == 1 else ())) is not None:
            tables[name] = table
        else:
            analysed, wrong = read_item_analysis(read, name)
            results += analysed
            problems += wrong
    if tables:
        name = next((name for name, table in tables.items() if table.kind == "results"), next(iter(tables)))
        found.append(read_oneroster(join(list(tables.values())), name))
        trees.append(name)
    pooled, wrong = pool(found)
    if not pooled and not wrong:
        scored = {each.file for each in found if each.scores}
        for name in trees:
            problems.append(Problem("F301", name, trouble="no-score-standards" if name in scored else "no-scores"))
    return (*results, *pooled), (*problems, *wrong)


def _read(path: Path, name: str, inputs: MutableMapping[str, str], known: str) -> Tables | list[ScoreFile]:
    """The tables of one file, or what its tree holds; `inputs` learns its sha256. Raises UnreadableError."""
    taken = read_hashed(path, MAX_BYTES, known)
    inputs[name] = taken.sha256
    if path.suffix.lower() in _TREES:
        return _scores(Content(name, taken.data), name)
    return read_tables(path, columns_known, data=taken.data, forgiving=True)


def _scores(content: Content, name: str) -> list[ScoreFile]:
    """What a file of either format holds; its tree is of no format where both find nothing."""
    if not content.data.strip(b" \t\r\n\0"):
        raise UnreadableError(trouble="empty", facts=Facts(kind="data"))
    try:
        tree = _tree(content)
    except RecursionError as error:
        raise UnreadableError(trouble="too-deep", facts=Facts(kind="results")) from error
    found = [read(tree, name) for read in (read_edfi, read_oneroster)]
    if not any(each.objectives or each.scores or each.groups for each in found):
        raise UnreadableError(trouble="no-known-results")
    return found


def _tree(content: Content) -> Tree:
    if content.is_workbook or not (content.is_xml or content.is_json):
        raise UnreadableError(trouble="no-tree")
    if content.xml is not None:
        return {"": [from_xml(content.xml)]}
    value = content.json if content.json is not None else content.json_lines
    if not value:
        raise UnreadableError(trouble="tree-damaged")
    return {"": [from_json(value)]}
