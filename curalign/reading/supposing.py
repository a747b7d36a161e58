"""A survey as it would be if the folder held other documents: drafts from anywhere, and less what is left out."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from curalign.domain.materials import Kind
from curalign.errors import DistrictError
from curalign.reading.files.walking import MEDIA, PICTURES
from curalign.reading.survey import MAX_FILE_BYTES, Survey, SurveyedFile, survey_document
from curalign.settings import DistrictSettings

Added = Iterable[tuple[Path, Kind | None]]


def survey_as_if(survey: Survey, settings: DistrictSettings, added: Added, left_out: Iterable[Path]) -> Survey:
    """The survey as it would be with other documents. Nothing is written, and none of the documents is opened.

    Args:
        survey: What the folder holds.
        settings: Which folders hold PD.
        added: Documents from anywhere, each with its kind; without one it is PD where it lies in a folder that is
            called as those of PD are, else a unit. One from outside the folder is shown by its name alone.
        left_out: Documents of the folder, or folders in it, by their path in it or from here.

    Returns:
        The survey with other documents. Those that are added belong to no one school.

    Raises:
        DistrictError: A document is not there, is not one, or is in the folder already, or no unit would be left.

    """
    gone = {path for asked in left_out for path in _find(survey, asked)}
    kept = [file for file in survey.materials if file.path not in gone]
    new = list(_new_files(survey, settings, added, kept))
    materials = sorted((*kept, *new), key=lambda file: file.path)
    if not any(file.kind is Kind.UNIT for file in materials):
        raise DistrictError(f"{survey.root}: no curriculum document would be left; leave one in.")
    names = {file.path for file in new}
    return replace(
        survey,
        materials=tuple(materials),
        problems=tuple(problem for problem in survey.problems if problem.file not in names),
    )


def _find(survey: Survey, asked: Path) -> list[str]:
    """The paths of the documents that a path names: one, or all below a folder."""
    tops = {asked.as_posix().rstrip("/").lower(), (_inside(survey.root, asked) or "").lower()} - {"", "."}
    found = [
        file.path
        for file in survey.materials
        if any(file.path.lower() == top or file.path.lower().startswith(f"{top}/") for top in tops)
    ]
    if not found:
        known = [file.path for file in survey.materials]
        near = difflib.get_close_matches(asked.as_posix(), known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "give its path in the folder, such as curriculum/unit3.docx."
        raise DistrictError(f"{asked}: no document of this district is called so; {hint}")
    return found


def _inside(root: Path, path: Path) -> str | None:
    """A path as it is written inside a folder; None where it leads out of it."""
    real, folder = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    return real.relative_to(folder).as_posix() if real.is_relative_to(folder) else None


def _new_files(
    survey: Survey, settings: DistrictSettings, added: Added, kept: Sequence[SurveyedFile]
) -> Iterator[SurveyedFile]:
    taken = {file.path for file in kept}
    for path, kind in added:
        if not path.is_file():
            raise DistrictError(f"{path}: there is no such file; check the spelling.")
        if path.suffix.lower() in (*PICTURES, *MEDIA) or path.stat().st_size > MAX_FILE_BYTES:
            raise DistrictError(f"{path}: is not a document that can be read; give one of Word, PDF or the like.")
        file = survey_document(Path(os.path.realpath(path)))
        name = _inside(survey.root, path) or path.name
        if name in taken:
            where = "is in the folder already" if _inside(survey.root, path) else "has the name of another document"
            raise DistrictError(f"{path}: {where}; leave that one out with --without, or give another.")
        taken.add(name)
        yield replace(file, path=name, kind=kind or _kind_of(path, settings))


def _kind_of(path: Path, settings: DistrictSettings) -> Kind:
    """PD where a folder on the way is called as one of PD, else a unit."""
    names = {PurePosixPath(name.strip("/")).name.lower() for name in settings.pd}
    return Kind.PD if any(part.lower().strip() in names for part in path.absolute().parts[:-1]) else Kind.UNIT
