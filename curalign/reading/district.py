"""A district's folder, read: its framework, its documents and its results."""

from __future__ import annotations

from collections.abc import Collection, Iterator, MutableMapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from curalign.domain.districts import District
from curalign.domain.labels import Label, by_document, in_own_codes
from curalign.domain.materials import Kind, Material, Section
from curalign.domain.privacy import looks_like_code, quote_codes, quote_files
from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.domain.results import Result
from curalign.domain.standards import Framework
from curalign.errors import UnreadableError
from curalign.reading.documents.extracting import Extracted
from curalign.reading.documents.people import nameless
from curalign.reading.documents.processes import extract_all
from curalign.reading.files.file_bytes import read_hashed, retry_once
from curalign.reading.frameworks import read_frameworks
from curalign.reading.labels import labels_in
from curalign.reading.own_grades import is_workbook, own_grades
from curalign.reading.results import read_all_results
from curalign.reading.survey import (
    MAX_LABELS_BYTES,
    Survey,
    SurveyedFile,
    path_grades,
    survey_district,
    survey_document,
)
from curalign.settings import Models, ReadingSettings, Settings, load_settings
from curalign.wording import Facts


def read_district(
    folder: Path | str | Survey, settings: Settings | None = None, progress: Progress = silent
) -> District:
    """Read a district's folder.

    Args:
        folder: The folder, or what `survey_district` found in it.
        settings: Those of the folder's `curalign.toml` unless given.
        progress: Called as documents are read.

    Returns:
        The framework, the labels and results, and the materials in the order of their paths. A file that cannot be read
        is a material without sections whose problems say why.

    Raises:
        DistrictError: The folder is missing or empty, or holds no standards or no curriculum.
        FrameworkError: No standards can be read, or two files contradict each other.
        SettingsError: `curalign.toml` cannot be understood.

    """
    root = folder.root if isinstance(folder, Survey) else Path(folder)
    chosen = settings or (load_settings(root, models=Models.UNUSED) if root.is_dir() else Settings())
    survey = folder if isinstance(folder, Survey) else survey_district(root, chosen)
    inputs = {file.path: file.sha256 for file in survey.files}
    framework = read_frameworks(
        [file.file for file in survey.frameworks], root, chosen.columns.named, chosen.reading, inputs
    )
    results, problems = _results(survey, framework, inputs, chosen.results.claims)
    read = _materials(survey.materials, chosen.reading, progress, inputs)
    materials = tuple(sorted(read, key=lambda material: material.path))
    labels, wrong_labels = _labels(survey, framework, materials, inputs)
    return District(
        survey.district,
        framework,
        materials,
        results,
        (*survey.problems, *problems, *wrong_labels),
        labels,
        inputs,
    )


def read_document(path: Path | str, settings: ReadingSettings | None = None) -> Material:
    """Read one document by itself, as a unit.

    Args:
        path: The document, of any format that `check` reads.
        settings: How long it may take and what of it is read; the defaults unless given.

    Returns:
        The document with at least one section.

    Raises:
        UnreadableError: Nothing can be read of it, or it is an archive of several documents.

    """
    file = Path(path)
    alone = survey_document(file)
    material, *others = _materials([alone], settings or ReadingSettings(), silent, {})
    if others:
        raise UnreadableError(trouble="several-documents", facts=Facts(count=len(others) + 1), file=str(file))
    if not material.sections:
        if material.problems:
            first = material.problems[0]
            raise UnreadableError(trouble=first.trouble, facts=first.facts, file=str(file))
        raise UnreadableError(trouble="no-words", file=str(file))
    return material


def _materials(
    files: Sequence[SurveyedFile], settings: ReadingSettings, progress: Progress, inputs: MutableMapping[str, str]
) -> Iterator[Material]:
    """The documents; `inputs` learns the sha256 of what was read of each file, by its path."""
    progress("Reading", 0, len(files))
    extracts: dict[int, Extracted] = {}
    # Closed, so that no worker reads on when the progress is interrupted.
    paths, known = [file.file for file in files], [file.sha256 for file in files]
    with closing(extract_all(paths, settings, known)) as finished:
        for position, extracted in finished:
            extracts[position] = extracted
            progress("Reading", len(extracts), len(files))
    for position, file in enumerate(files):
        inputs[file.path] = extracts[position].sha256
        extracted = extracts[position] if settings.quote_people else nameless(extracts[position], file.path)
        yield from _with_members(replace(file, sha256=extracted.sha256), extracted)


def _with_members(file: SurveyedFile, extracted: Extracted) -> Iterator[Material]:
    """The materials of one file: the document, or those in an archive and a material for what went wrong with it."""
    if extracted.problems or not extracted.members:
        yield _material(file, extracted)
    for name, found in extracted.members:
        path = f"{file.path}/{name}"
        member = replace(file, path=path, grades=path_grades(path))
        yield replace(_material(member, found), archive=file.path)


def _material(file: SurveyedFile, extracted: Extracted) -> Material:
    sections = extracted.sections
    stem = PurePosixPath(file.path).stem
    return Material(
        path=file.path,
        kind=file.kind or Kind.UNIT,
        title=(not is_workbook(sections) and _title(sections)) or " ".join(stem.replace("_", " ").split()) or stem,
        sections=sections,
        grades=own_grades(file.path, sections) or file.grades,
        school=file.school,
        sha256=file.sha256,
        problems=tuple(replace(problem, file=file.path) for problem in extracted.problems),
    )


def _title(sections: Sequence[Section]) -> str:
    """The first heading of a document."""
    return next((section.headings[0] for section in sections if section.headings), "")


def _results(
    survey: Survey, framework: Framework, inputs: MutableMapping[str, str], claims: Collection[str]
) -> tuple[tuple[Result, ...], tuple[Problem, ...]]:
    """Results under the framework's codes, which they may name in any notation, and what they name that it has not."""
    read, problems = read_all_results(((file.file, file.path) for file in survey.results), inputs)
    results: list[Result] = []
    claimed = {name.casefold() for name in claims}
    unknown: set[str] = set()
    meant = {code: framework.named(code) for code in {result.standard_code for result in read}}
    for result in read:
        named, lost = meant[result.standard_code]
        if result.standard_code.casefold() in claimed:  # the settings name it, so it is no pupil's name
            results.append(result)
            continue
        unknown |= set(lost)
        kept = (code for code in lost if looks_like_code(code))  # anything else may be a pupil's name
        many = max(result.standards, len(named) + len(lost))
        results += [replace(result, standard_code=code, standards=many) for code in (*(s.code for s in named), *kept)]
    folder = PurePosixPath(survey.results[0].path).parent.as_posix() if unknown else ""
    lacking = Problem("F303", folder, trouble="not-in-district", facts=Facts(quote_codes(unknown), kind="standards"))
    return tuple(dict.fromkeys(results)), (*problems, *([lacking] if unknown else []))


def _labels(
    survey: Survey, framework: Framework, materials: Sequence[Material], inputs: MutableMapping[str, str]
) -> tuple[tuple[Label, ...], tuple[Problem, ...]]:
    """The district's own labels, and what they name that it does not have."""
    labels: list[Label] = []
    problems = []
    for file in survey.labels:
        inputs[file.path] = ""
        try:
            labels += retry_once(partial(_labels_in, file, inputs))
        except UnreadableError as error:
            problem = Problem("F301", file.path, trouble=error.trouble, facts=error.facts, passing=error.passing)
            problems.append(problem)
    _, lost = by_document(labels, [material.path for material in materials])
    known, unknown = in_own_codes(labels, framework)
    lacking = [Facts(quote_files(label.file for label in lost), kind="documents")] if lost else []
    lacking += [Facts(quote_codes(unknown), kind="codes")] if unknown else []
    first = survey.labels[0].path if lacking else ""
    problems += [Problem("F303", first, trouble="not-in-district", facts=facts) for facts in lacking]
    return known, tuple(problems)


def _labels_in(file: SurveyedFile, inputs: MutableMapping[str, str]) -> tuple[Label, ...]:
    """The labels in one file; `inputs` learns the sha256 of what was read of it."""
    taken = read_hashed(file.file, MAX_LABELS_BYTES, file.sha256)
    inputs[file.path] = taken.sha256
    return labels_in(file.file, taken.data)
