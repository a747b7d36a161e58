"""Standards that no school teaches, judged like a district's own: what its documents reach by chance."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from curalign.domain.chances import Chances, Holder
from curalign.domain.levels import KEPT, NOTES_LESS, NOTHING, Level, Rows
from curalign.domain.links import Candidates, Links
from curalign.domain.materials import Role
from curalign.domain.standards import Standard
from curalign.errors import ModelError
from curalign.judging.judge import Judge
from curalign.language import rows_of
from curalign.resources import decoys_file

_HIGHEST = 10.0
"""Log-odds above which a passage's own standards leave nothing to tell."""


def load_decoys() -> tuple[Standard, ...]:
    """Load the decoys: statements of trades, arts and offices outside school, in curalign's own words.

    Returns:
        The statements as standards of no framework.

    Raises:
        ModelError: The file cannot be read.

    """
    try:
        with decoys_file().open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        return tuple(Standard(row["code"], row["code"], row["statement"], "decoys") for row in rows)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{decoys_file()}: the decoys cannot be read ({error}): reinstall curalign.") from error


def find_chances(judge: Judge, decoys: Candidates, links: Links) -> Chances:
    """What the passages of evidence give each decoy, in competition with the passage's own standards.

    Args:
        judge: What judged the links.
        decoys: Passages beside every decoy, numbered as those of the links are.
        links: The same passages beside the standards of their grade.

    Returns:
        The level of each decoy, by who holds the documents and by their grades. Decoys compete with the standards and
        change nothing of what these reach.

    """
    if not len(decoys):
        return {}
    alone = judge.scores(decoys)
    own = judge.log_normalizer(links)
    notes = np.array([passage.role is Role.NOTE for passage in decoys.passages], np.float64)
    log_odds = np.minimum(alone - own[decoys.passage], _HIGHEST) - NOTES_LESS * notes[decoys.passage]
    found: defaultdict[tuple[Holder, tuple[str, ...]], list[int]] = defaultdict(list)
    for row in np.unique(decoys.passage).tolist():
        passage = decoys.passages[row]
        found[(passage.material.kind, passage.material.school), passage.grades].append(row)
    said = {row: rows_of(decoys.passages[row].text) for row in np.unique(decoys.passage).tolist()}
    levels = {}
    for key, rows in found.items():
        numbers: dict[Rows, int] = {}
        number = np.zeros(len(decoys.passages), np.intp)
        for row in rows:
            number[row] = numbers.setdefault(said[row], len(numbers))
        kept = np.isin(decoys.passage, rows)
        best = np.full((len(numbers), len(decoys.standards)), -np.inf)
        np.maximum.at(best, (number[decoys.passage[kept]], decoys.standard[kept]), log_odds[kept])
        levels[key] = tuple(_level(column, tuple(numbers)) for column in best.T)
    return levels


def _level(log_odds: NDArray[np.float64], said: Sequence[Rows]) -> Level:
    """The level of a decoy from the best log-odds (n,) of passages that say n different texts."""
    least = np.partition(log_odds, -KEPT)[-KEPT] if len(log_odds) > KEPT else -np.inf
    rows = np.flatnonzero((log_odds >= least) & (log_odds > NOTHING))
    return Level.of((round(float(log_odds[row]), 4), said[int(row)]) for row in rows)
