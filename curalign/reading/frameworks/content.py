"""A file's bytes, and what they are: text, JSON, JSON lines, XML or a workbook. The name never decides."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

from curalign.errors import FrameworkError, UnreadableError
from curalign.reading.frameworks.markup import parse_xml
from curalign.reading.taking import take
from curalign.settings import ReadingSettings

MEGABYTES = 256
"""The largest standards file that is read; the largest published ones are a tenth of it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


@dataclass(frozen=True)
class Content:
    """The bytes of one standards file, looked at as text, JSON or XML when a reader asks."""

    name: str
    data: bytes
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What a district calls its columns, by noun (see `columns.NAMES`)."""
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
        return self.data.startswith(_WORKBOOKS)

    @cached_property
    def text(self) -> str:
        """The bytes as text, whatever their encoding; FrameworkError when they are none."""
        text = decode(self.data)
        if _BINARY.search(text):
            raise FrameworkError(
                "is not text, nor any kind of file that holds standards; save it as CSV, XLSX or CASE JSON."
            )
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
        """The root element with namespaces left off; None when the file is not XML."""
        return parse_xml(self.text) if self.is_xml else None


def load_content(
    path: Path,
    name: str,
    columns: Mapping[str, Sequence[str]] | None = None,
    limits: ReadingSettings | None = None,
    known: str = "",
) -> Content:
    """Read a file's bytes, once; FrameworkError when that cannot be done.

    `known` is the sha256 that the file had when it was looked at: where it has another now, it must stand still.
    """
    try:
        if not known and not path.is_file() and (path.is_dir() or not path.exists()):
            wrong = "is a folder; name the files in it." if path.is_dir() else "is not there; check the path."
            raise FrameworkError(wrong)
        taken = take(path, MEGABYTES * 2**20, known)
    except UnreadableError as error:
        raise FrameworkError(str(error), passing=error.passing) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FrameworkError(f"cannot be read ({reason}); check the path and its permissions.") from error
    if not taken.data.strip(b" \t\r\n\0"):
        raise FrameworkError("is empty; fetch it again or remove it.")
    return Content(name, taken.data, columns or {}, path, limits or ReadingSettings(), taken.sha256)


def explain_json(text: str) -> str:
    """Where and why `text` is no JSON, for people."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"line {error.lineno}: {error.msg}"
    except RecursionError:
        return "values are nested too deeply"
    except ValueError:
        return "a number is too long"
    return "no JSON object"


def decode(data: bytes) -> str:
    """Bytes as text: by their mark, else UTF-16 where every second byte is empty, else UTF-8, else Windows' own."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    head = data[:4096]
    for at, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 3 and head[at::2].count(0) > len(head) // 4 and head[1 - at :: 2].count(0) == 0:
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def load_json(text: str) -> Any:
    """A JSON value, or None; NaN and Infinity are no JSON and become null."""
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None
