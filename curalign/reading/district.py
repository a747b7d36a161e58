"""A district's folder, read: its framework, its documents and its results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePosixPath

from curalign.domain.districts import District
from curalign.domain.grades import find_grades, in_order
from curalign.domain.materials import Kind, Material, Section
from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.domain.results import Result
from curalign.errors import UnreadableError
from curalign.reading.documents.extracting import Extracted
from curalign.reading.documents.processes import extract_all
from curalign.reading.frameworks import read_frameworks
from curalign.reading.results import read_results
from curalign.reading.survey import Survey, SurveyedFile, survey_district, survey_document
from curalign.settings import ReadingSettings, Settings, load_settings

_HEADINGS = 5
_OPENING = 300


def read_district(
    folder: Path | str | Survey, settings: Settings | None = None, progress: Progress = silent
) -> District:
    """Read a district's folder, or one that was surveyed already.

    Materials come in the order of their paths. A file that cannot be read is a material without sections whose
    problems say why. Raises DistrictError, FrameworkError or SettingsError when there is nothing to check against.
    """
    root = folder.root if isinstance(folder, Survey) else Path(folder)
    chosen = settings or (load_settings(root) if root.is_dir() else Settings())
    survey = folder if isinstance(folder, Survey) else survey_district(root, chosen)
    framework = read_frameworks([file.file for file in survey.frameworks], root)
    results, problems = _results(survey)
    return District(
        survey.district,
        framework,
        tuple(_materials(survey.materials, chosen.reading, progress)),
        results,
        (*survey.problems, *problems),
    )


def read_document(path: Path | str, settings: ReadingSettings | None = None) -> Material:
    """Read one document by itself, as a unit. Raises UnreadableError where nothing can be read of it."""
    file = Path(path)
    alone = survey_document(file)
    (material,) = _materials([alone], settings or ReadingSettings(), silent)
    if not material.sections:
        reason = material.problems[0].message if material.problems else "holds no text."
        raise UnreadableError(f"{file}: {reason}")
    return material


def _materials(files: Sequence[SurveyedFile], settings: ReadingSettings, progress: Progress) -> Iterator[Material]:
    progress("Reading", 0, len(files))
    extracts: dict[int, Extracted] = {}
    # Closed, so that no worker reads on when the progress is interrupted.
    with closing(extract_all([file.file for file in files], settings)) as finished:
        for position, extracted in finished:
            extracts[position] = extracted
            progress("Reading", len(extracts), len(files))
    return (_material(file, extracts[position]) for position, file in enumerate(files))


def _material(file: SurveyedFile, extracted: Extracted) -> Material:
    sections = extracted.sections
    stem = PurePosixPath(file.path).stem
    return Material(
        path=file.path,
        kind=file.kind or Kind.UNIT,
        title=(not _is_workbook(sections) and _title(sections)) or " ".join(stem.replace("_", " ").split()) or stem,
        sections=sections,
        grades=file.grades or _stated_grades(sections),
        school=file.school,
        sha256=file.sha256,
        problems=tuple(replace(problem, file=file.path) for problem in extracted.problems),
    )


def _is_workbook(sections: Sequence[Section]) -> bool:
    """Whether the headings are names of sheets, which stand side by side."""
    return any(block.spot.unit == "sheet" for section in sections for block in section.blocks)


def _title(sections: Sequence[Section]) -> str:
    """The first heading of a document."""
    return next((section.headings[0] for section in sections if section.headings), "")


def _stated_grades(sections: Sequence[Section]) -> tuple[str, ...]:
    """The grades that a document states of itself: in its title, its first headings, or its opening words."""
    headings = dict.fromkeys(heading for section in sections for heading in section.headings)
    if _is_workbook(sections):
        return in_order(grade for heading in headings for grade in find_grades(heading))
    opening = " ".join(block.text for block in islice((b for s in sections for b in s.blocks), 8))[:_OPENING]
    stated = (find_grades(text) for text in (*islice(headings, _HEADINGS), opening))
    return next(filter(None, stated), ())


def _results(survey: Survey) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    read = [read_results(file.file, file.path) for file in survey.results]
    results = tuple(result for found, _ in read for result in found)
    return results, tuple(problem for _, problems in read for problem in problems)
