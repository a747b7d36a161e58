"""Standards as flat records, a JSON list or one JSON object a line; the fields are recognised as columns are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from curalign.reading.files.content import Content
from curalign.reading.files.tables import Row, Table, Tables
from curalign.reading.frameworks.columns import find_columns, is_header
from curalign.reading.frameworks.publication import Publication, as_mapping, as_text, as_texts
from curalign.reading.frameworks.table import publish


def is_records(content: Content) -> bool:
    """A list of objects, alone or the only one in an object, or lines of them; their fields would make a header."""
    return is_header(find_columns(_fields(_records(content)), content.columns))


def read_records(content: Content) -> list[Publication]:
    """Every record as one row of a table."""
    return [publish_records(_records(content), content.columns)]


def publish_records(records: Sequence[Mapping[str, Any]], custom: Mapping[str, Sequence[str]]) -> Publication:
    """Records as a publication; a field that holds a list becomes a cell with `|` between its values."""
    fields = _fields(records)
    cells = ([_cell(record.get(field)) for field in fields] for record in records)
    rows = [Row(number, row, noun="record") for number, row in enumerate(cells, 1)]
    return publish(Tables((Table([Row(0, fields), *rows]),)), custom)[0]


def _records(content: Content) -> list[Mapping[str, Any]]:
    whole = content.json
    lists = [whole] if isinstance(whole, list) else list(as_mapping(whole).values())
    held = [one for one in lists if _is_list_of_records(one)]
    return held[0] if len(held) == 1 else content.json_lines


def _is_list_of_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _fields(records: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(field for record in records for field in record))


def _cell(value: Any) -> str:
    return "|".join(as_texts(value)) if isinstance(value, list) else as_text(value)
