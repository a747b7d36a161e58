"""Standards as flat records, a JSON list or one JSON object a line; the fields are recognised as columns are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curalign.reading.frameworks.columns import find_columns, is_header
from curalign.reading.frameworks.content import Content
from curalign.reading.frameworks.publication import Publication, as_text, as_texts
from curalign.reading.frameworks.sheets import Row
from curalign.reading.frameworks.table import publish


def is_records(content: Content) -> bool:
    """A list of objects, or lines of them, with fields that would make a table's header."""
    return is_header(find_columns(_fields(_records(content)), content.columns))


def read_records(content: Content) -> list[Publication]:
    """Every record as one row of a table."""
    return [publish_records(_records(content), content.columns)]


def publish_records(records: Sequence[Mapping[str, Any]], own: Mapping[str, Sequence[str]]) -> Publication:
    """Records as a publication; a field that holds a list becomes a cell with `|` between its values."""
    fields = _fields(records)
    cells = ([_cell(record.get(field)) for field in fields] for record in records)
    rows = [Row(f"record {number}", row) for number, row in enumerate(cells, 1)]
    return publish([[Row("", fields), *rows]], own)[0]


def _records(content: Content) -> list[Mapping[str, Any]]:
    whole = content.json
    if isinstance(whole, list) and all(isinstance(one, dict) for one in whole):
        return whole
    return content.json_lines


def _fields(records: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(field for record in records for field in record))


def _cell(value: Any) -> str:
    return "|".join(as_texts(value)) if isinstance(value, list) else as_text(value)
