"""Texts and the standards that a person or a publisher says they teach: what is learned from, and measured against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from curalign.domain.problems import Problem
from curalign.domain.standards import Framework
from curalign.wording.text import composed


@dataclass(frozen=True, slots=True)
class Label:
    """What a person says one lesson of a document teaches: a row of a district's `labels.csv`.

    `file` is relative to the district's folder (or to its curriculum folder), `lesson` is the heading's text, its
    number where the headings are numbered, or empty for the whole document; `codes` may be empty: taught nothing.
    """

    file: str
    lesson: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Truth:
    """What a person knows of one standard: a row of a district's `truth.csv`.

    `taught` says whether the units teach it, None where they teach a part of it; `pd` whether PD supports it, None
    where nobody said.
    """

    code: str
    taught: bool | None
    pd: bool | None = None


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text and the codes of the standards it teaches.

    `grades` limits what it is compared with; empty means every standard. Texts of one `unit` are never split between
    learning and testing. `headings` are those above it, outermost first.
    """

    text: str
    codes: frozenset[str]
    unit: str = ""
    grades: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Texts of one source beside the framework that their codes belong to.

    `scored` are the codes that are measured: the framework holds their parents as well. `licence` says on which
    terms the texts may be used; `problems` are the labels that could not be taken.
    """

    name: str
    framework: Framework
    texts: tuple[LabelledText, ...]
    scored: frozenset[str]
    source: str = ""
    licence: str = ""
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.texts)


def in_own_codes(labels: Iterable[Label], framework: Framework) -> tuple[tuple[Label, ...], frozenset[str]]:
    """The labels with the framework's own codes for those that they name in another notation, and what names none."""
    found = []
    unknown: set[str] = set()
    for label in labels:
        named = [framework.named(code) for code in label.codes]
        lost = {code for _, others in named for code in others}
        own = {standard.code for standards, _ in named for standard in standards}
        found.append(replace(label, codes=frozenset(own | lost)))
        unknown |= lost
    return tuple(found), frozenset(unknown)


def by_document(
    labels: Iterable[Label], paths: Iterable[str]
) -> tuple[dict[str, tuple[Label, ...]], tuple[Label, ...]]:
    """The labels of each document that has some, by its path, and the labels that name no document.

    A label names a document by its whole path or by the end of it, as far as that end belongs to one document alone.
    """
    ends: dict[tuple[str, ...], set[str]] = defaultdict(set)
    whole: dict[tuple[str, ...], str] = {}
    for path in paths:
        parts = _parts(path)
        whole[parts] = path
        for start in range(len(parts)):
            ends[parts[start:]].add(path)
    found: dict[str, list[Label]] = defaultdict(list)
    lost = []
    for label in labels:
        parts = _parts(label.file)
        meant = {whole[parts]} if parts in whole else ends.get(parts, set())
        if len(meant) == 1:
            found[next(iter(meant))].append(label)
        else:
            lost.append(label)
    return {path: tuple(found[path]) for path in sorted(found)}, tuple(lost)


def _parts(path: str) -> tuple[str, ...]:
    """The parts of a path; Windows writes them with backslashes, and macOS accents as letters of their own."""
    return PurePosixPath(composed(path).replace("\\", "/")).parts
