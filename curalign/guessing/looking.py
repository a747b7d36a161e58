"""One file, looked at cheaply: its name always, a table's cells, and a document's first words only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import PurePosixPath

from curalign.domain.materials import Section
from curalign.domain.standards import Framework
from curalign.errors import FrameworkError, UnreadableError
from curalign.guessing.signs import Purpose, Sign, read_name, read_opening
from curalign.reading.documents.formats import FORMATS
from curalign.reading.documents.processes import extract_all
from curalign.reading.files.tables import read_tables
from curalign.reading.files.walking import MEDIA, PICTURES, FoundFile
from curalign.reading.frameworks import read_framework
from curalign.reading.results import pupil_column, read_results
from curalign.reading.survey import RESULTS, STANDARDS, is_prose
from curalign.settings import ReadingSettings

_MAX_MEGABYTES = 64
_MAX_OPENING_LENGTH = 1500
_PLANS = {
    *("week", "weeks", "day", "days", "date", "dates", "month", "months", "quarter", "pacing", "price", "quantity"),
    *("unit", "units", "lesson", "lessons", "activity", "activities", "assessment", "assessments", "resources"),
}
"""Columns that a plan of lessons or a list of things has, and a list of standards has not."""
_OF_ANYTHING = {"id", "name", "names", "nombre", "nom", "nome", "first", "last", "user", "number", "no"}
"""Columns that stand in lists of anything."""
_OUR_REPORTS = {"strength", "probability"}


@dataclass(frozen=True, slots=True)
class FileGuess:
    """What one file seems to be: `by_cells` by what its cells hold, which nothing overrules, `sign` by its name."""

    file: FoundFile
    by_cells: Purpose | None = None
    sign: Sign | None = None
    reason: str = ""
    framework: Framework | None = None
    is_document: bool = False

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return PurePosixPath(self.file.path).name


def look(file: FoundFile) -> FileGuess:
    """Look at one file: a table or JSON by what it holds, anything else by its name."""
    if file.suffix in (*PICTURES, *MEDIA) or is_prose(file):
        return FileGuess(file)
    sign = read_name(PurePosixPath(file.path).stem)
    if file.suffix in STANDARDS and file.size <= _MAX_MEGABYTES * 2**20:
        guess = _look_at_table(file, sign)
        if guess is not None:
            return guess
    return FileGuess(file, sign=sign, is_document=file.suffix in FORMATS)


def look_at_openings(looks: Sequence[FileGuess], settings: ReadingSettings) -> dict[str, Sign]:
    """What the first words of these documents say, by path; a document that says nothing or is broken is not there."""
    signs: dict[str, Sign] = {}
    with closing(extract_all([each.file.file for each in looks], settings)) as finished:
        for position, extracted in finished:
            if sign := read_opening(_opening(extracted.sections)):
                signs[looks[position].file.path] = sign
    return signs


def _look_at_table(file: FoundFile, sign: Sign | None) -> FileGuess | None:
    framework = _framework(file, sign)
    if framework is not None:
        return FileGuess(file, Purpose.STANDARDS, reason=f"{len(framework.standards):,} standards", framework=framework)
    if file.suffix not in RESULTS:
        return None
    results, problems = read_results(file.file, file.path)
    if results:
        return FileGuess(file, Purpose.RESULTS, reason=f"results of {len(results):,} items and groups")
    refused = problems[0].message if problems else ""
    if _holds_pupil_rows(file):
        return FileGuess(file, Purpose.PUPILS)
    if any((read := read_name(part)) and read.purpose is Purpose.RESULTS for part in (*file.folders, file.path)):
        return FileGuess(file, sign=sign, reason=refused, is_document=True)
    return None


def _framework(file: FoundFile, sign: Sign | None) -> Framework | None:
    """The standards in a file; None when it holds none, or is a plan of lessons whose columns only look like some."""
    try:
        framework = read_framework(file.file)
    except FrameworkError:
        return None
    if not framework.standards:
        return None
    columns = {name.lower() for standard in framework for name in standard.extra}
    looks_coded = sum(any(c.isdigit() for c in s.code) and not s.code.isdigit() for s in framework)
    named = sign is not None and sign.purpose is Purpose.STANDARDS
    if columns & _OUR_REPORTS:
        return None
    if not named and (columns & _PLANS or looks_coded * 2 < len(framework.standards)):
        return None
    return framework


def _holds_pupil_rows(file: FoundFile) -> bool:
    try:
        tables = read_tables(file.file, forgiving=True, max_rows=1).tables
    except UnreadableError:
        return False
    headers = [table.rows[0].cells for table in tables if table.rows]
    return any(
        pupil_column(name for name in header if name.lower() not in _OF_ANYTHING) is not None for header in headers
    )


def _opening(sections: Sequence[Section]) -> str:
    texts = chain.from_iterable((*s.headings, *(block.text for block in s.blocks)) for s in islice(sections, 12))
    return " ".join(islice(texts, 60))[:_MAX_OPENING_LENGTH]
