"""A framework as a file, in the formats that `reading/frameworks` reads back without loss. `FORMATS` lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from curalign.domain.standards import Framework
from curalign.errors import FrameworkError
from curalign.writing.case import write_case
from curalign.writing.lines import write_lines
from curalign.writing.tables import OPENSALT, PLAIN, write_table

__all__ = ["FORMATS", "OutputFormat", "format_for", "write_framework"]


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """One way of writing standards down: what its files end in, and the function that writes one."""

    title: str
    suffix: str
    write: Callable[[Framework], str]


FORMATS: dict[str, OutputFormat] = {
    "case-1.1": OutputFormat("CASE 1.1 JSON", ".json", partial(write_case, version="1.1")),
    "case-1.0": OutputFormat("CASE 1.0 JSON", ".json", partial(write_case, version="1.0")),
    "csv": OutputFormat("CSV, one standard a row", ".csv", partial(write_table, layout=PLAIN)),
    "opensalt": OutputFormat("CSV with OpenSALT's columns", ".csv", partial(write_table, layout=OPENSALT)),
    "jsonl": OutputFormat("JSON lines", ".jsonl", write_lines),
}
"""Every format by its name; the first of those that share an ending is what the ending alone asks for."""


def format_for(name: str) -> str:
    """The format that a file's ending asks for.

    Args:
        name: The name or path of a file, such as `standards.csv`.

    Returns:
        A name in `FORMATS`.

    Raises:
        FrameworkError: The ending is that of no format.

    """
    suffix = PurePath(name).suffix.lower()
    for form, known in FORMATS.items():
        if known.suffix == suffix:
            return form
    endings = ", ".join(dict.fromkeys(known.suffix for known in FORMATS.values()))
    raise FrameworkError(f"{name}: name a file that ends in {endings}, or say the format with --to.")


def write_framework(framework: Framework, form: str = "case-1.1") -> str:
    """Write a framework as the text of a file.

    Reading it gives the same standards, sources (but for the names of their files) and associations, these in any
    order. What could not be read of the framework, its `problems`, is not written.

    Args:
        framework: The standards.
        form: A name in `FORMATS`.

    Returns:
        The text of the file.

    Raises:
        KeyError: `form` is not in `FORMATS`.

    """
    return FORMATS[form].write(framework)
