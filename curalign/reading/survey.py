"""Which file of a district's folder is what. No document is opened here beyond counting its bytes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from curalign.domain.grades import find_grades, grades_of_course, grades_of_name
from curalign.domain.materials import Kind
from curalign.domain.problems import Problem
from curalign.errors import DistrictError, UnreadableError
from curalign.opening import entry_at
from curalign.reading.files.file_bytes import Unread, open_regular, too_large
from curalign.reading.files.walking import MEDIA, PICTURES, FoundFile, look_at, text_of, walk
from curalign.settings import DistrictSettings, Models, Settings, load_settings
from curalign.wording import Facts

STANDARDS = (".json", ".jsonl", ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".xml", ".zip")
"""What a standards file may end in; anything else in that folder is mentioned and left."""

PRINTED = (".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".html", ".htm", ".epub", ".txt", ".md", ".pptx")
"""What a document may end in from which `curalign standards import` reads standards."""

RESULTS = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".jsonl", ".xml")
OPTIONS = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
"""What the table of sessions for `curalign plan` may end in: `options.csv` in a folder of PD."""
MAX_FILE_BYTES = 2**29
MAX_ARCHIVE_BYTES = 2**31
MAX_TABLE_BYTES = 2**28
MAX_LABELS_BYTES = 2**26
"""Bytes of a document, of an archive or a course, of a file of standards or results, and of the labels.

What is larger is named and not read, not even to hash it: a file of a terabyte may take up no room on the disk.
"""

LABELS = "labels.csv"
"""The file in a district's folder that says what its lessons teach."""
TRUTH = "truth.csv"
"""The file with what is known of each standard, by which verdicts are evaluated."""

_ARCHIVES = (".zip", ".imscc")
_OFFICE = (".docx", ".doc", ".pdf", ".pptx", ".ppt", ".odt", ".odp", ".rtf", ".gdoc", ".imscc")
_RUN_ON = re.compile(
    r"(?<=\d)(?=[A-Z][a-z]{2})|(?<=[a-z]{2})(?<!Pre)(?=[A-Z][a-z])|(?<=[a-z]{3})(?=\d{1,2}(?:st|nd|rd|th)[^a-z])"
)
"""Between words, or a number and a word, that are written together: `Grade2Math`, `Math2ndGrade`."""
_FIRST = ("PK", "K")
_LATER = ("5", "6", "7", "8", "9", "10", "11", "12")
"""In a folder such as `Science 7`: courses of high schools are counted up to four."""
_PROSE = ("readme", "license", "licence", "notice", "changelog", "copying")
_OWN_FOLDERS = ("stories", "reviews")


@dataclass(frozen=True, slots=True)
class SurveyedFile:
    """One file and what it is. `path` is relative with forward slashes; `grades` are what its path states."""

    path: str
    file: Path
    sha256: str
    size: int
    kind: Kind | None = None
    school: str = ""
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """A district's folder: its standards files, documents, results and labels, each in the order of their paths."""

    root: Path
    district: str
    frameworks: tuple[SurveyedFile, ...] = field(repr=False)
    materials: tuple[SurveyedFile, ...] = field(repr=False)
    results: tuple[SurveyedFile, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    labels: tuple[SurveyedFile, ...] = field(default=(), repr=False)

    @property
    def files(self) -> tuple[SurveyedFile, ...]:
        """Every file that a result depends on."""
        return (*self.frameworks, *self.materials, *self.results, *self.labels)

    def as_read(self, inputs: Mapping[str, str]) -> Survey:
        """The survey with the hashes of what was read by path, empty where nothing was, instead of the look before."""

        def read(files: Sequence[SurveyedFile]) -> tuple[SurveyedFile, ...]:
            return tuple(replace(file, sha256=inputs.get(file.path, "")) for file in files)

        return replace(
            self,
            frameworks=read(self.frameworks),
            materials=read(self.materials),
            results=read(self.results),
            labels=read(self.labels),
        )

    @property
    def fingerprint(self) -> str:
        """`sha256:...` over every file's role, path and bytes: the same while nothing in the folder has changed.

        What is there and is not read counts too, or an earlier run would be silent about it.
        """
        lines = sorted([file.path, str(file.kind), file.school, file.sha256] for file in self.files)
        passed_over = [[problem.code, problem.file, problem.trouble, problem.facts] for problem in self.problems]
        return "sha256:" + hashlib.sha256(json.dumps([lines, passed_over]).encode()).hexdigest()


def survey_district(folder: Path | str, settings: Settings | None = None) -> Survey:
    """Survey a folder: which of its files are standards, documents, results and labels.

    Args:
        folder: The district's folder. No document in it is opened.
        settings: Which folder is what; those of the folder's `curalign.toml` unless given.

    Returns:
        The files of each kind in the order of their paths, and a problem for each file that is left out.

    Raises:
        DistrictError: The folder is missing, empty, or without standards or curriculum documents.
        SettingsError: `curalign.toml` cannot be understood.

    """
    root = Path(folder)
    require_folder(root)
    chosen = (settings or load_settings(root, models=Models.UNUSED)).district
    walked, problems = walk(root)
    _require_opened(root, chosen, problems)
    found = [file for file in walked if not _refused(file, chosen)]
    for file in walked:
        if why := _refused(file, chosen):
            problems.append(Problem("F301", file.path, trouble=why.trouble, facts=why.facts))
    labels, wrong_labels = _labels(root)
    if not walked:
        raise DistrictError(f"{root}: the folder holds no files; put {_expected(chosen)} into it.")
    frameworks = [_surveyed(f) for f in _inside(found, chosen.standards) if f.suffix in STANDARDS]
    materials = [*_documents(found, chosen, Kind.UNIT), *_documents(found, chosen, Kind.PD)]
    results = [_surveyed(f) for f in _inside(found, chosen.results) if f.suffix in RESULTS]
    _require_standards(root, chosen, frameworks, walked)
    if not any(file.kind is Kind.UNIT for file in materials):
        raise DistrictError(
            f"{root}: there is no curriculum document; put the units into {_first(chosen.curriculum)} "
            f"or name their folder in curalign.toml under [district] curriculum: `curalign init` guesses it."
        )
    return Survey(
        root,
        chosen.name or text_of(root.resolve().name),
        _sorted(frameworks),
        _sorted(materials),
        _sorted(results),
        tuple(
            sorted(
                (*problems, *wrong_labels, *_left_out(walked, chosen), *_kept_options(walked, chosen)),
                key=lambda p: (p.file, p.code, p.trouble),
            )
        ),
        labels,
    )


def require_folder(root: Path) -> None:
    """Raise DistrictError unless this is a folder."""
    if not root.exists():
        raise DistrictError(f"{root}: there is no such folder; check the spelling.")
    if not root.is_dir():
        raise DistrictError(f"{root}: is a file; give the folder that holds standards/ and curriculum/.")


def _require_opened(root: Path, chosen: DistrictSettings, problems: Sequence[Problem]) -> None:
    """Raise DistrictError where the folder of the standards or of the units is there, and none of it can be seen."""
    needed = {name.lower() for name in (".", *chosen.standards, *chosen.curriculum)}
    for problem in problems:
        if problem.file.lower() in needed:
            raise DistrictError(f"{root}: {problem.file} {problem.message}")


def _require_standards(
    root: Path, chosen: DistrictSettings, frameworks: Sequence[SurveyedFile], found: Sequence[FoundFile]
) -> None:
    if frameworks:
        return
    others = [file.path for file in _inside(found, chosen.standards)]
    for file in _inside(found, chosen.standards):
        if why := _refused(file, chosen):
            raise DistrictError(f"{root}: {file.path} {why.as_error()}")
    printed = [path for path in others if path.lower().endswith(PRINTED)]
    if others:
        read = "make a table of its codes and statements with `curalign standards import`, or " if printed else ""
        raise DistrictError(
            f"{root}: {(printed or others)[0]} is not a standards file; {read}save the standards as CASE JSON, CSV or "
            "XLSX in that folder."
        )
    raise DistrictError(
        f"{root}: there are no standards; put {_expected(chosen)} into it, "
        f"or name the folder in curalign.toml under [district] standards: `curalign init` guesses it."
    )


def _expected(chosen: DistrictSettings) -> str:
    """The folders that a district needs, for a message."""
    standards, curriculum = _first(chosen.standards), _first(chosen.curriculum)
    return f"{standards} with a standards file (CASE JSON, CSV or XLSX) and {curriculum} with the units"


def _first(names: Sequence[str]) -> str:
    """The first name of a folder, for a message; settings may have emptied the list."""
    return f"{names[0]}/" if names else "a folder named in curalign.toml"


def _inside(found: Iterable[FoundFile], names: Iterable[str]) -> Iterator[FoundFile]:
    """The files in any of these folders, which may be written `curriculum` or `content/Units`."""
    tops = [_comparable(PurePosixPath(name.strip("/")).parts) for name in names]
    for file in found:
        folders = _comparable(file.folders)
        if any(top and folders[: len(top)] == top for top in tops):
            yield file


def _comparable(folders: Iterable[str]) -> tuple[str, ...]:
    """Folders in lower case, without the spaces at their ends, which people leave there and nobody sees."""
    return tuple(folder.lower().strip() for folder in folders)


def _documents(found: Sequence[FoundFile], chosen: DistrictSettings, kind: Kind) -> Iterator[SurveyedFile]:
    names = chosen.curriculum if kind is Kind.UNIT else chosen.pd
    options = {file.path for file in options_in(found, chosen)} if kind is Kind.PD else set()
    for name in names:
        depth = len(PurePosixPath(name.strip("/")).parts)
        for file in _inside(found, [name]):
            if file.suffix in (*PICTURES, *MEDIA) or file.path in options:
                continue
            below = file.folders[depth:]
            school = below[0] if below and kind is Kind.UNIT and chosen.schools == "subfolders" else ""
            yield _surveyed(file, kind, school)


def options_in(found: Sequence[FoundFile], chosen: DistrictSettings) -> Iterator[FoundFile]:
    """The tables in folders of PD that hold, by their name, the sessions that could be held, and not PD that is."""
    for name in chosen.pd:
        depth = len(PurePosixPath(name.strip("/")).parts)
        for file in _inside(found, [name]):
            is_table = file.suffix in OPTIONS and PurePosixPath(file.path).stem.lower() == "options"
            if is_table and len(file.folders) == depth:
                yield file


def _refused(file: FoundFile, chosen: DistrictSettings) -> Unread | None:
    """Why a file is too large to be read; None for all others, also for those that would not be read anyway."""
    if file.suffix in (*PICTURES, *MEDIA):
        return None
    for names in (chosen.standards, chosen.results):
        if any(_inside([file], names)):
            return too_large(file.size, MAX_TABLE_BYTES)
    if any(_inside([file], (*chosen.curriculum, *chosen.pd))):
        return too_large(file.size, MAX_ARCHIVE_BYTES if file.suffix in _ARCHIVES else MAX_FILE_BYTES)
    return None


def _labels(root: Path) -> tuple[tuple[SurveyedFile, ...], tuple[Problem, ...]]:
    """The file of labels, or the problem with it; neither where the district has none."""
    file = root / LABELS
    if entry_at(file) == "nothing":
        return (), ()
    found = look_at(root, file)
    if isinstance(found, Problem):
        return (), (found,)
    if why := too_large(found.size, MAX_LABELS_BYTES):
        return (), (Problem("F301", LABELS, trouble=why.trouble, facts=why.facts),)
    return (_surveyed(found),), ()


def survey_document(file: Path) -> SurveyedFile:
    """One document that belongs to no district."""
    return _surveyed(FoundFile(text_of(file.name), file, file.stat().st_size), Kind.UNIT)


def _surveyed(file: FoundFile, kind: Kind | None = None, school: str = "") -> SurveyedFile:
    return SurveyedFile(file.path, file.file, _sha256(file.file), file.size, kind, school, path_grades(file.path))


def _sha256(file: Path) -> str:
    """The hash of a file's bytes; empty where it cannot be read, which its reader will report."""
    try:
        if file.stat().st_size > MAX_ARCHIVE_BYTES:
            return ""
        with open_regular(file) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, UnreadableError):
        return ""


def path_grades(path: str, *, schools: bool = True) -> tuple[str, ...]:
    """The grades that a path states: its file name before its folders, the nearest folder before those above.

    What a school is called tells them only with `schools`.
    """
    *folders, name = PurePosixPath(path).parts
    stem = PurePosixPath(name).stem
    parts = (_RUN_ON.sub(" ", part) for part in (stem, *reversed(folders)))
    # A folder may be called `K`; a file of that name is one of several letters, and `2nd` may be a quarter.
    stated = (
        find_grades(part, schools=schools)
        or tuple(grade for grade in (grades_of_name(part) if part != stem or len(part) > 2 else ()) if grade in _FIRST)
        or (tuple(grade for grade in grades_of_course(part) if grade in _LATER) if part != stem else ())
        for part in parts
    )
    return next(filter(None, stated), ())


def _sorted(files: Iterable[SurveyedFile]) -> tuple[SurveyedFile, ...]:
    """In the order of their paths, each once: overlapping settings may name one file twice."""
    return tuple(sorted({file.path: file for file in files}.values(), key=lambda file: file.path))


def _kept_options(found: Sequence[FoundFile], chosen: DistrictSettings) -> Iterator[Problem]:
    for file in options_in(found, chosen):
        yield Problem("F303", file.path, trouble="options-kept")


def _left_out(found: Sequence[FoundFile], chosen: DistrictSettings) -> Iterator[Problem]:
    """A note on each file in a known folder that does not belong there, and on each document outside them."""
    for file in _inside(found, (*chosen.curriculum, *chosen.pd)):
        if file.suffix in PICTURES:
            yield Problem("F303", file.path, trouble="picture")
        elif file.suffix in MEDIA:
            yield Problem("F303", file.path, trouble="media")
    for file in _inside(found, chosen.standards):
        if file.suffix not in STANDARDS and not is_prose(file):
            is_document = file.suffix in PRINTED
            yield Problem("F303", file.path, trouble="standards-document" if is_document else "no-standards-file")
    for file in _inside(found, chosen.results):
        if file.suffix not in RESULTS and not is_prose(file):
            yield Problem("F303", file.path, trouble="no-results-file")
    known = (*chosen.standards, *chosen.curriculum, *chosen.pd, *chosen.results, *_OWN_FOLDERS)
    settled = {file.path for file in _inside(found, known)}
    for file in found:
        if file.path not in settled and file.suffix in _OFFICE:
            named = Facts(curriculum=chosen.curriculum[:1], pd=chosen.pd[:1])
            yield Problem("F303", file.path, trouble="outside-folders", facts=named)


def is_prose(file: FoundFile) -> bool:
    """Whether a file is about the folder itself, as a README is."""
    return PurePosixPath(file.path).stem.lower().startswith(_PROSE)
