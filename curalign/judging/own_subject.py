"""A document's own subject: what its passages are about together says what each of them may be about.

A passage of a science unit that speaks of sources and evidence is nearer to reading standards than to any of science;
the rest of the unit says otherwise. The share of a subject in what a document's passages are judged to be about, read
by themselves first, is a prior for each of them (an empirical Bayes estimate; Robbins 1956).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from curalign.domain.links import Candidates
from curalign.domain.materials import Passage
from curalign.domain.standards import Standard
from curalign.domain.subjects import subject_of
from curalign.judging.judge import Judge

SIGNAL = "subject"

UNSEEN = 1.0
"""Passages about every subject that a document is taken to have beside those that it has: another may turn up."""

Shares = Mapping[str, Mapping[str, float]]
"""For a document's path and a subject: the natural logarithm of its share beside the most frequent one's."""


def find_shares(judge: Judge, candidates: Candidates) -> Shares:
    """How much of each document is about each subject.

    Args:
        judge: Judges each passage by itself.
        candidates: Passages beside the standards of their grades, before any of this is known of them.

    Returns:
        0 for the subject of most of a document's evidence, less for others; nothing where standards state one subject
        or none.

    """
    subjects = _subjects(candidates.standards)
    names, of_standard = np.unique(subjects, return_inverse=True)
    paths, of_passage = np.unique(_paths(candidates.passages), return_inverse=True)
    stated = names != ""
    if stated.sum() < 2 or not len(candidates):
        return {}
    evidence = np.array([passage.role.is_evidence for passage in candidates.passages], np.float64)
    mass = np.full((len(paths), len(names)), UNSEEN)
    at = of_passage[candidates.passage], of_standard[candidates.standard]
    np.add.at(mass, at, judge.probabilities(candidates) * evidence[candidates.passage])
    names, mass = names[stated], mass[:, stated]
    logs = np.log(mass / mass.max(axis=1, keepdims=True)).tolist()
    return {str(path): dict(zip(names.tolist(), row, strict=True)) for path, row in zip(paths, logs, strict=True)}


def with_subject(candidates: Candidates, shares: Shares) -> Candidates:
    """The same pairs, and how much of the passage's document is about the standard's subject; 0 where unknown."""
    if not shares:
        return candidates
    subjects, nothing = _subjects(candidates.standards), dict[str, float]()
    of_passage = [shares.get(path, nothing) for path in _paths(candidates.passages)]
    pairs = zip(candidates.passage.tolist(), candidates.standard.tolist(), strict=True)
    known = [of_passage[row].get(subjects[standard], 0.0) for row, standard in pairs]
    return replace(candidates, signals={**candidates.signals, SIGNAL: np.array(known, np.float32)})


def _subjects(standards: Sequence[Standard]) -> list[str]:
    return [subject_of(standard.subject) if standard.subject else "" for standard in standards]


def _paths(passages: Sequence[Passage]) -> list[str]:
    return [passage.material.path for passage in passages]
