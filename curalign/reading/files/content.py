"""A file's bytes, and what they are: text, JSON, JSON lines, XML or a workbook. The name never decides."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

from curalign.errors import UnreadableError
from curalign.reading.files.bounds import MAX_BYTES
from curalign.reading.files.file_bytes import read_hashed
from curalign.reading.files.markup import parse_xml
from curalign.reading.files.tables import is_workbook
from curalign.reading.files.text import decode
from curalign.settings import ReadingSettings
from curalign.wording import Facts

_PAGE = re.compile(r"\s*(?:<!doctype\s+html|<html)\b", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


@dataclass(frozen=True)
class Content:
    """The bytes of one file of data, looked at as text, JSON or XML when a reader asks."""

    name: str
    data: bytes
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What a district calls its columns, by noun."""
    file: Path = Path()
    """Where a workbook is read again, in a process of its own."""
    limits: ReadingSettings = field(default_factory=ReadingSettings)
    sha256: str = ""
    """Of `data`; a workbook that is read again must still be of it."""

    @property
    def stem(self) -> str:
        """The file's name without folders and extensions: `ela.case.json` is `ela`."""
        name = PurePosixPath(self.name).name
        return name.split(".")[0] or name

    @property
    def is_workbook(self) -> bool:
        """Whether the bytes begin as Excel's and LibreOffice's files do."""
        return is_workbook(self.data)

    @cached_property
    def text(self) -> str:
        """The bytes as text, whatever their encoding. Raises UnreadableError for binary data."""
        text = decode(self.data)
        if _BINARY.search(text):
            raise UnreadableError(trouble="binary")
        return text

    @property
    def is_json(self) -> bool:
        """Whether the first character is one that JSON begins with."""
        return not self.is_workbook and self.text.lstrip()[:1] in ("{", "[")

    @property
    def is_xml(self) -> bool:
        """Whether the first character is one that XML begins with."""
        return not self.is_workbook and self.text.lstrip().startswith("<")

    @cached_property
    def json(self) -> Any:
        """The whole file as one JSON value; None when it is not JSON."""
        return load_json(self.text) if self.is_json else None

    @cached_property
    def json_lines(self) -> list[Mapping[str, Any]]:
        """One JSON object a line; empty when any line is something else."""
        if not self.is_json or self.json is not None:
            return []
        lines = [load_json(line) for line in self.text.split("\n") if line.strip()]
        return lines if all(isinstance(line, dict) for line in lines) else []

    @cached_property
    def xml(self) -> Element | None:
        """The root element with namespaces left off; None when the file is not XML.

        UnreadableError where it is broken, means harm, or is a web page.
        """
        if not self.is_xml:
            return None
        if _PAGE.match(self.text):
            raise UnreadableError(trouble="web-page")
        return parse_xml(self.text, local_names=True)


def load_content(
    path: Path,
    name: str,
    columns: Mapping[str, Sequence[str]] | None = None,
    limits: ReadingSettings | None = None,
    known: str = "",
) -> Content:
    """Read a file's bytes, once; UnreadableError when that cannot be done.

    `known` is the sha256 that the file had when it was looked at: where it has another now, it must stand still.
    """
    try:
        if not known and not path.is_file() and (path.is_dir() or not path.exists()):
            raise UnreadableError(trouble="a-folder" if path.is_dir() else "not-there")
        taken = read_hashed(path, MAX_BYTES, known)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableError(trouble="no-path", facts=Facts(reason=str(reason))) from error
    if not taken.data.strip(b" \t\r\n\0"):
        raise UnreadableError(trouble="empty", facts=Facts(kind="data"))
    return Content(name, taken.data, columns or {}, path, limits or ReadingSettings(), taken.sha256)


def explain_json(text: str) -> Facts:
    """Why `text` is no JSON: `wrong` is syntax (with the `line` and the parser's `reason`), deep, number or other."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return Facts(wrong="syntax", line=error.lineno, reason=error.msg)
    except RecursionError:
        return Facts(wrong="deep")
    except ValueError:
        return Facts(wrong="number")
    return Facts(wrong="other")


def load_json(text: str) -> Any:
    """A JSON value, or None where the text is not JSON; NaN and Infinity become null."""
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None
