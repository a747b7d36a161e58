"""Labels: what a person says each lesson of a district teaches, and texts with the standards that they teach."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curalign.domain.codes import entries_of
from curalign.domain.grades import read_grades
from curalign.domain.labels import Label, LabelledSet, LabelledText, Truth
from curalign.domain.privacy import tell_codes
from curalign.domain.problems import Problem
from curalign.domain.standards import Framework
from curalign.errors import LabelsError, UnreadableError
from curalign.reading.files.bounds import LARGEST
from curalign.reading.files.tables import BrokenTableError, Row, read_tables
from curalign.reading.files.taking import take
from curalign.reading.files.text import decode

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
"""What a cell says of a standard; what is only listed, mentioned or put off to another grade is not taught."""
_YES = {"yes": True, "no": False, "": None}


@dataclass(frozen=True, slots=True)
class _Row:
    """One row by its columns' names in lower case, and where it stands."""

    place: str
    cells: Mapping[str, Any]

    def text(self, column: str) -> str:
        """A cell as one text, empty where there is none; a list in JSON is joined by `|`."""
        value = self.cells.get(column)
        if isinstance(value, list):
            return "|".join(str(part).strip() for part in value)
        return "" if value is None else str(value).strip()


def read_labels(path: Path | str, data: bytes | None = None) -> tuple[Label, ...]:
    """Read a district's `labels.csv`: `file, lesson, codes`, and `kind` where documents other than units are labelled.

    Codes are separated by `|`, `;` or `,`; none of them, or `N/A`, means that the lesson teaches no standard. Rows
    whose kind is not `unit` are passed over. Raises LabelsError naming the file and the row.
    """
    file = Path(path)
    rows = [row for row in _table(file, ("file", "codes"), data) if row.text("kind").lower() in _UNITS]
    for row in rows:
        if not row.text("file"):
            raise LabelsError(f"{file}, {row.place}: has no file; write the path of the document that is labelled.")
    return tuple(Label(row.text("file"), row.text("lesson"), _codes(row)) for row in rows)


def read_truth(path: Path | str, data: bytes | None = None) -> tuple[Truth, ...]:
    """Read a district's `truth.csv`: `code`, `truth` (or `taught`) and, where it is known, `pd`.

    A truth is `full`; `partial`, which is neither; or `none` or `list`, for what is only listed. `pd` is `yes` or `no`.
    Other columns are for people. Raises LabelsError naming the file and the row.
    """
    file = Path(path)
    found = []
    for row in _table(file, ("code",), data):
        taught, pd = (row.text("truth") or row.text("taught")).lower(), row.text("pd").lower()
        if not row.text("code"):
            raise LabelsError(f"{file}, {row.place}: has no code; write the standard's.")
        if taught not in _TRUTHS:
            raise LabelsError(f"{file}, {row.place}: its truth is none of full, partial, list and none; write one.")
        if pd not in _YES:
            raise LabelsError(f"{file}, {row.place}: its pd is neither yes nor no; write one, or nothing.")
        found.append(Truth(row.text("code"), _TRUTHS[taught], _YES[pd]))
    return tuple(found)


def read_labelled_texts(path: Path | str, framework: Framework) -> LabelledSet:
    """Read texts with the codes they teach, as CSV, TSV, a workbook or JSON lines.

    Columns: `text` and `codes`; where they are there, also `title`, `unit`, `grades`, and `headings`, outermost first
    with ` > ` between them.

    A code may be in any notation; every counted standard of the framework is scored, and every other one that is named.
    Codes that the framework lacks are in `problems`; a text with no other codes is left out. Raises LabelsError naming
    the file and the row.
    """
    file = Path(path)
    lines = file.suffix.lower() in (".jsonl", ".ndjson", ".json")
    rows = list(_json_lines(file) if lines else _table(file, ("text", "codes")))
    texts, problems = [], []
    for row in rows:
        if not row.text("text"):
            raise LabelsError(f"{file}, {row.place}: has no text; fill its column text, or remove the row.")
        named = _codes(row)
        found = [framework.named(code) for code in named]
        known = frozenset(standard.code for standards, _ in found for standard in standards)
        unknown = sorted(code for _, lost in found for code in lost)
        if unknown:
            problems.append(Problem("F303", file.name, _unknown(unknown, left_out=not known), row.place))
        if known or not named:
            texts.append(_labelled_text(row, known))
    taught = frozenset(code for text in texts for code in text.codes)
    if not taught:
        raise LabelsError(f"{file}: none of its codes is in the framework; name the framework that they belong to.")
    counted = frozenset(s.code for s in framework.standards if framework.counts(s))
    return LabelledSet(file.stem, framework, tuple(texts), counted | taught, str(file.name), problems=tuple(problems))


def _labelled_text(row: _Row, codes: frozenset[str]) -> LabelledText:
    text, title = row.text("text"), row.text("title")
    return LabelledText(
        text=text if not title or text.startswith(title) else f"{title.rstrip('.')}. {text}",
        codes=codes,
        unit=row.text("unit"),
        grades=read_grades(row.text("grades")),
        headings=tuple(part for part in _BETWEEN_HEADINGS.split(row.text("headings")) if part),
    )


def _codes(row: _Row) -> frozenset[str]:
    return frozenset(entries_of(row.text("codes")))


def _unknown(codes: Iterable[str], *, left_out: bool) -> str:
    end = "the text was left out" if left_out else "the text's other codes were taken"
    return f"names {tell_codes(codes)}, which the framework lacks; {end}."


def _table(file: Path, needed: tuple[str, ...], data: bytes | None = None) -> Iterator[_Row]:
    """The rows of a table, delimited text or a workbook. Raises LabelsError."""
    try:
        held = _bytes(file) if data is None else data
        read = read_tables(file, lambda cells: len({name.lower() for name in cells} & _COLUMNS), data=held)
    except BrokenTableError as error:
        where = f"{file}, {error.place}"
        raise LabelsError(f"{where}: cannot be split into cells ({error.reason}); look for a missing quote.") from error
    except UnreadableError as error:
        raise LabelsError(f"{file}: {error}", passing=error.passing) from error
    tables = [table.rows for table in read.tables if table.rows]
    if not tables:
        raise LabelsError(f"{file}: is empty; restore it from a copy.")
    header, *below = next((rows for rows in tables if set(needed) <= set(_names(rows[0]))), tables[0])
    columns = _names(header)
    for name in needed:
        if name not in columns:
            # What stands there is not repeated: without a header it is the first row, and may name a pupil.
            raise LabelsError(
                f"{file}: lacks the column {name!r} among the {len(columns)} of its first row; give one that name."
            )
    for row in below:
        yield _Row(row.place, dict(zip(columns, row.cells, strict=False)))


def _names(header: Row) -> list[str]:
    return [name.lower() for name in header.cells]


def _json_lines(file: Path) -> Iterator[_Row]:
    for number, line in enumerate(_read(file).splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise LabelsError(f"{file}, row {number}: is no JSON ({error}); write one object a line.") from error
        if not isinstance(row, dict):
            raise LabelsError(f"{file}, row {number}: is no object; write one object a line, with text and codes.")
        yield _Row(f"row {number}", {str(name).lower(): value for name, value in row.items()})


def _bytes(file: Path) -> bytes:
    try:
        return take(file, LARGEST).data
    except UnreadableError as error:
        reason = error.__cause__
        if isinstance(reason, OSError):
            said = f"cannot be opened ({reason.strerror}); check its name and permissions."
            raise LabelsError(f"{file}: {said}", passing=error.passing) from error
        raise LabelsError(f"{file}: {error}", passing=error.passing) from error


def _read(file: Path) -> str:
    text = decode(_bytes(file)).replace("\x00", "")
    if not text.strip():
        raise LabelsError(f"{file}: is empty; restore it from a copy.")
    return text
