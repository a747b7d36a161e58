"""From a checked district and the PD that could be held to a plan: options, what each supports, and the solver."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from curalign.aligning import Aligner
from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage
from curalign.domain.links import Alignment, Strength
from curalign.domain.materials import Block, Kind, Material, Section
from curalign.domain.plans import JudgedOption, Limits, Option, Plan, Priorities
from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.domain.scopes import PD
from curalign.domain.standards import Framework
from curalign.domain.verdicts import SURE
from curalign.embedding import VectorCache
from curalign.errors import DistrictError, UnreadableError
from curalign.pipeline import Checked
from curalign.planning import Loosen, make_plan, open_gaps
from curalign.reading.options import Stated, find_options, find_stated, read_options
from curalign.settings import Settings
from curalign.storage import VECTORS

_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_STRENGTHS = {Strength.FULL: 1.0, Strength.PARTIAL: 0.5}


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of a district, judged, and where they come from.

    `source` is the table's name, empty where the PD folder's documents are themselves the options; `stated` is then
    what each of them says of its hours and cost, by its path. `problems` are rows that could not be read.
    """

    judged: tuple[JudgedOption, ...]
    source: str = ""
    stated: tuple[tuple[str, Stated], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def without_hours(self) -> tuple[str, ...]:
        """The documents that cannot be planned, because they do not say how long they take."""
        return tuple(path for path, stated in self.stated if stated.hours is None)


def find_choices(
    folder: Path,
    checked: Checked,
    settings: Settings,
    *,
    table: Path | None = None,
    documents: bool = False,
    progress: Progress = silent,
) -> Choices:
    """The PD that a district could hold, with what each session supports.

    Args:
        folder: The district's folder.
        checked: What was checked of it.
        settings: Its settings.
        table: The table of sessions; `options.csv` and the like in the PD folder unless given.
        documents: Whether the PD folder's documents are to be chosen among, also where there is a table.
        progress: Called as options are judged.

    Returns:
        The options. A session supports a standard where its text by itself has the verdict that it does.

    Raises:
        DistrictError: There is neither a table nor a PD document.
        UnreadableError: The table cannot be read.

    """
    file = None if documents else table or find_options(folder, settings.district)
    if file is None:
        return _documents(folder, checked.coverage)
    name = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name
    try:
        options, problems = read_options(file, name)
    except UnreadableError as error:
        raise DistrictError(str(error), passing=error.passing) from error
    aligner = Aligner(settings=settings, cache=VectorCache(checked.home / VECTORS))
    with aligner:
        judged = tuple(_judge(options, aligner, checked.coverage.framework, progress))
    return Choices(judged, name, problems=problems)


def _judge(
    options: Sequence[Option], aligner: Aligner, framework: Framework, progress: Progress
) -> Iterator[JudgedOption]:
    """Each option judged alone, as the only PD that there is, so that none depends on the others.

    A catalogue tells of a day in a few sentences, so each is judged by itself: what they are about would compete for
    one passage, and a copied statement among them is a claim and takes nothing from the rest.
    """
    for at, option in enumerate(options):
        progress("Options", at, len(options))
        sentences = (part.strip() for part in _SENTENCES.split(option.text))
        sections = tuple(Section((option.title,), (Block(part),)) for part in sentences if part)
        material = Material(option.title, Kind.PD, option.title, sections, option.grades)
        alignment = aligner.align(framework, [material], grades=option.grades or None)
        yield JudgedOption(option, _supported(alignment))
        progress("Options", at + 1, len(options))


def _supported(alignment: Alignment) -> tuple[tuple[str, float], ...]:
    """The counted standards that PD supports by its verdict, each with the probability."""
    coverage = measure_coverage(alignment)
    found = []
    for standard in coverage.counted:
        reach = coverage.reach(standard, PD)
        if reach is None:
            continue
        chance = reach.taught if reach.taught is not None else _STRENGTHS.get(reach.strength, 0.0)
        if chance >= (SURE if reach.taught is not None else 0.5):
            found.append((standard.id, chance))
    return tuple(found)


def _documents(folder: Path, coverage: Coverage) -> Choices:
    """The PD documents as options, by what they state."""
    alignment = coverage.alignment
    materials = [material for material in alignment.materials if material.kind is Kind.PD]
    if not materials:
        raise DistrictError(
            f"{folder}: there is no PD to choose among; write a table of sessions (pd/options.csv: title, hours, "
            f"cost, text), or name one with --options."
        )
    judged, said = [], []
    for material in materials:
        own = [at for at, passage in enumerate(alignment.links.passages) if passage.material.path == material.path]
        stated = find_stated([material.title, *(alignment.links.passages[at].text for at in own)])
        said.append((material.path, stated))
        if stated.hours is None:
            continue
        option = Option(
            material.title,
            stated.hours,
            stated.cost or 0.0,
            "",
            grades=material.grades,
            place=material.path,
            cost_stated=stated.cost is not None,
        )
        judged.append(JudgedOption(option, _supported(_alone(alignment, material, own))))
    return Choices(tuple(judged), stated=tuple(said))


def _alone(alignment: Alignment, material: Material, own: Sequence[int]) -> Alignment:
    """The same judgement as if this were the only document."""
    is_own = np.zeros(len(alignment.links.passages), bool)
    is_own[list(own)] = True
    links = alignment.links.where(is_own[alignment.links.passage])
    return replace(alignment, materials=(material,), links=links, problems=())


def plan_for(choices: Choices, coverage: Coverage, priorities: Priorities, limits: Limits) -> Plan | Loosen:
    """Plan a district's PD.

    Args:
        choices: The options.
        coverage: What is taught and supported.
        priorities: What is urgent, with the results behind it.
        limits: What the plan must keep to.

    Returns:
        The plan, or which limit to loosen where there is none.

    """
    gaps = open_gaps(coverage, priorities, limits, ignore_pd=not choices.source)
    return make_plan(choices.judged, gaps, priorities, limits)
