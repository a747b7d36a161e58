"""Text from documents and file names, made safe to show: it is hostile until it has passed here."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import quote

from curalign.wording.text import one_line

T = TypeVar("T")

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Terminal controls, and the marks that make text run backwards over its neighbours."""
_LONE = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Halves of a pair, as in file names that are not UTF-8: no file can hold them; and what XML cannot."""

QUOTE = 400
"""Characters of a quoted passage that a page shows; the run keeps all of it."""


def printable(text: str) -> str:
    """The text on one line, without control characters, and always possible to write as UTF-8."""
    if text.isprintable():
        return " ".join(text.split())
    return one_line(_LONE.sub("\ufffd", _CONTROL.sub("", one_line(text))))


class Printable:
    """A value whose texts are made printable when it is built, so that no report can forget to."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for field in fields(cast("Any", self)):
            object.__setattr__(self, field.name, as_printable(getattr(self, field.name)))


def as_printable(value: T) -> T:
    """A value with every text in it `printable`: in tuples, mappings and dataclasses too, however deep.

    A value that holds no other text is given back as it is.
    """
    return cast("T", _as_printable(value))


def _as_printable(value: Any) -> Any:
    shown = value
    if isinstance(value, str) and not isinstance(value, Enum):
        shown = printable(value)
    elif isinstance(value, tuple):
        shown = tuple(map(_as_printable, value))
    elif isinstance(value, Mapping):
        shown = {_as_printable(key): _as_printable(inner) for key, inner in value.items()}
    elif is_dataclass(value) and not isinstance(value, Printable | type):
        inner = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, old in inner.items() if (new := _as_printable(old)) is not old}
        shown = replace(value, **changed) if changed else value
    return value if shown is value or shown == value else shown


def clip(name: str, length: int) -> str:
    """A name cut to fit a narrow column."""
    return name if len(name) <= length else name[: length - 1].rstrip() + "…"


def way_to(folder: Path, page: Path | None) -> str | None:
    """The way from a page's folder to the district's.

    Args:
        folder: The district's folder.
        page: The file that the page goes into; None where it is printed.

    Returns:
        The beginning of a relative URL. None where there is none: the page is printed, goes into a pipe, or lies on
        another drive. Links on the way are not resolved, because a browser does not resolve them either.

    """
    if page is None or (page.exists() and not page.is_file()):
        return None
    try:
        way = os.path.relpath(folder, page.parent)
    except ValueError:  # other drives of Windows have no relative way
        return None
    return "" if way == os.curdir else f"{_quoted(way.replace(os.sep, '/'))}/"


def relative_url(path: str, page: int | None = None) -> str:
    """A path in the district's folder as a relative URL, which no name can turn into another scheme or host.

    `page` opens a PDF there; other formats have no such address.
    """
    url = _quoted(path).lstrip("/")
    return f"{url}#page={page}" if page is not None and path.lower().endswith(".pdf") else url


def _quoted(path: str) -> str:
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = printable(path).encode()
    return quote(raw, safe="/")
