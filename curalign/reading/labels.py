"""Labels: what a person says each lesson of a district teaches, and texts with the standards that they teach."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curalign.domain.codes import entries_of
from curalign.domain.grades import read_grades
from curalign.domain.labels import Label, LabelledSet, LabelledText, Truth
from curalign.domain.privacy import quote_codes
from curalign.domain.problems import Problem
from curalign.domain.standards import Framework
from curalign.errors import LabelsError, UnreadableError
from curalign.reading.files.bounds import MAX_BYTES
from curalign.reading.files.file_bytes import read_hashed
from curalign.reading.files.tables import BrokenTableError, Row, read_tables
from curalign.reading.files.text import decode
from curalign.wording import Facts

_BETWEEN_HEADINGS = re.compile(r"\s+>\s+|\|")
_COLUMNS = frozenset(
    ["file", "lesson", "codes", "kind", "text", "title", "unit", "grades", "headings", "code", "truth", "taught", "pd"]
)
_UNITS = ("", "unit", "curriculum", "lesson")
_TRUTHS = {
    **dict.fromkeys(("full", "taught", "yes"), True),
    "partial": None,
    **dict.fromkeys(("none", "list", "listed", "mentioned", "absent", "elsewhere", "not_taught", "no"), False),
}
"""What the words of a cell mean; what is only listed, mentioned or put off to another grade is not taught."""
_YES = {"yes": True, "no": False, "": None}


@dataclass(frozen=True, slots=True)
class _LabelRow:
    """One row by its columns' names in lower case, and where it stands."""

    at: Row
    cells: Mapping[str, Any]

    def text(self, column: str) -> str:
        """A cell as one text, empty where there is none; a list in JSON is joined by `|`."""
        value = self.cells.get(column)
        if isinstance(value, list):
            return "|".join(str(part).strip() for part in value)
        return "" if value is None else str(value).strip()


class _RowError(UnreadableError):
    """One row is wrong; its sentence begins with where that stands."""


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Raise LabelsError, which names the file, for what is wrong with it."""
    try:
        yield
    except UnreadableError as error:
        between = "," if isinstance(error, _RowError) else ":"
        raise LabelsError(f"{file}{between} {error}", passing=error.passing) from error


def read_labels(path: Path | str, data: bytes | None = None) -> tuple[Label, ...]:
    """Read a district's `labels.csv`: `file, lesson, codes`, and `kind` where documents other than units are labelled.

    Codes are separated by `|`, `;` or `,`; none of them, or `N/A`, means that the lesson teaches no standard.

    Args:
        path: The file, delimited text or a workbook.
        data: Its bytes, where they were read already.

    Returns:
        The labels of units in the order of the rows; rows whose kind is not `unit` are passed over.

    Raises:
        LabelsError: The file cannot be read, or a row is wrong; names the file and the row.

    """
    with _naming(Path(path)):
        return labels_in(Path(path), data)


def labels_in(file: Path, data: bytes | None = None) -> tuple[Label, ...]:
    """The same; raises UnreadableError, without the file's name."""
    rows = [row for row in _table(file, ("file", "codes"), data) if row.text("kind").lower() in _UNITS]
    for row in rows:
        if not row.text("file"):
            raise _RowError(trouble="row-no-file", facts=row.at.facts)
    return tuple(Label(row.text("file"), row.text("lesson"), _codes(row)) for row in rows)


def read_truth(path: Path | str, data: bytes | None = None) -> tuple[Truth, ...]:
    """Read a district's `truth.csv`: `code`, `truth` (or `taught`) and, where it is known, `pd`.

    A truth is `full`; `partial`, which is neither; or `none` or `list`, for what is only listed. `pd` is `yes` or `no`.
    Other columns are for people.

    Args:
        path: The file, delimited text or a workbook.
        data: Its bytes, where they were read already.

    Returns:
        What is known of each standard, in the order of the rows.

    Raises:
        LabelsError: The file cannot be read, or a row is wrong; names the file and the row.

    """
    with _naming(Path(path)):
        return tuple(_truths(Path(path), data))


def _truths(file: Path, data: bytes | None) -> Iterator[Truth]:
    for row in _table(file, ("code",), data):
        taught, pd = (row.text("truth") or row.text("taught")).lower(), row.text("pd").lower()
        if not row.text("code"):
            raise _RowError(trouble="row-no-code", facts=row.at.facts)
        if taught not in _TRUTHS:
            raise _RowError(trouble="row-no-truth", facts=row.at.facts)
        if pd not in _YES:
            raise _RowError(trouble="row-no-pd", facts=row.at.facts)
        yield Truth(row.text("code"), _TRUTHS[taught], _YES[pd])


def read_labelled_texts(path: Path | str, framework: Framework) -> LabelledSet:
    """Read texts with the codes they teach.

    Columns: `text` and `codes`; where they are there, also `title`, `unit`, `grades`, and `headings`, outermost first
    with ` > ` between them. A code may be in any notation.

    Args:
        path: The file: CSV, TSV, a workbook or JSON lines.
        framework: The standards that the codes belong to.

    Returns:
        The texts, and the standards that are scored: every counted one, and every other one that is named. Codes that
        the framework lacks are in `problems`; a text with no other codes is left out.

    Raises:
        LabelsError: The file cannot be read, or a row is wrong; names the file and the row.

    """
    with _naming(Path(path)):
        return _labelled_texts(Path(path), framework)


def _labelled_texts(file: Path, framework: Framework) -> LabelledSet:
    lines = file.suffix.lower() in (".jsonl", ".ndjson", ".json")
    rows = list(_json_lines(file) if lines else _table(file, ("text", "codes")))
    texts, problems = [], []
    for row in rows:
        if not row.text("text"):
            raise _RowError(trouble="row-no-text", facts=row.at.facts)
        named = _codes(row)
        found = [framework.named(code) for code in named]
        known = frozenset(standard.code for standards, _ in found for standard in standards)
        unknown = sorted(code for _, lost in found for code in lost)
        if unknown:
            facts = Facts(quote_codes(unknown), left="codes" if known else "text")
            problems.append(Problem("F303", file.name, trouble="codes-lacking", facts=facts, place=row.at.place))
        if known or not named:
            texts.append(_labelled_text(row, known))
    taught = frozenset(code for text in texts for code in text.codes)
    if not taught:
        raise UnreadableError(trouble="no-code-known")
    counted = frozenset(s.code for s in framework.standards if framework.counts(s))
    return LabelledSet(file.stem, framework, tuple(texts), counted | taught, str(file.name), problems=tuple(problems))


def _labelled_text(row: _LabelRow, codes: frozenset[str]) -> LabelledText:
    text, title = row.text("text"), row.text("title")
    return LabelledText(
        text=text if not title or text.startswith(title) else f"{title.rstrip('.')}. {text}",
        codes=codes,
        unit=row.text("unit"),
        grades=read_grades(row.text("grades")),
        headings=tuple(part for part in _BETWEEN_HEADINGS.split(row.text("headings")) if part),
    )


def _codes(row: _LabelRow) -> frozenset[str]:
    return frozenset(entries_of(row.text("codes")))


def _table(file: Path, needed: tuple[str, ...], data: bytes | None = None) -> Iterator[_LabelRow]:
    """The rows of a table, delimited text or a workbook. Raises UnreadableError."""
    try:
        held = _bytes(file) if data is None else data
        read = read_tables(file, lambda cells: len({name.lower() for name in cells} & _COLUMNS), data=held)
    except BrokenTableError as error:
        raise _RowError(trouble="row-broken", facts=error.facts) from error
    tables = [table.rows for table in read.tables if table.rows]
    if not tables:
        raise UnreadableError(trouble="empty", facts=Facts(kind="labels"))
    header, *below = next((rows for rows in tables if set(needed) <= set(_names(rows[0]))), tables[0])
    columns = _names(header)
    for name in needed:
        if name not in columns:
            # What stands there is not repeated: without a header it is the first row, and may name a pupil.
            raise UnreadableError(trouble="no-label-column", facts=Facts(column=name, columns=len(columns)))
    for row in below:
        yield _LabelRow(row, dict(zip(columns, row.cells, strict=False)))


def _names(header: Row) -> list[str]:
    return [name.lower() for name in header.cells]


def _json_lines(file: Path) -> Iterator[_LabelRow]:
    for number, line in enumerate(_read(file).splitlines(), 1):
        if not line.strip():
            continue
        at = Row(number, ())
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _RowError(trouble="row-no-json", facts=Facts(at.facts, reason=str(error))) from error
        if not isinstance(row, dict):
            raise _RowError(trouble="row-no-object", facts=at.facts)
        yield _LabelRow(at, {str(name).lower(): value for name, value in row.items()})


def _bytes(file: Path) -> bytes:
    try:
        return read_hashed(file, MAX_BYTES).data
    except UnreadableError as error:
        reason = error.__cause__
        if isinstance(reason, OSError):
            facts = Facts(reason=str(reason.strerror))
            raise UnreadableError(trouble="labels-not-opened", facts=facts, passing=error.passing) from error
        raise


def _read(file: Path) -> str:
    text = decode(_bytes(file)).replace("\x00", "")
    if not text.strip():
        raise UnreadableError(trouble="empty", facts=Facts(kind="labels"))
    return text
