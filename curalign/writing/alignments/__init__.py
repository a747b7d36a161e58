"""What a district's documents teach, as other systems read it. `FORMATS` lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from curalign.writing.alignments.aligned import Exchange
from curalign.writing.alignments.case import write_case_alignments
from curalign.writing.alignments.edfi import write_edfi
from curalign.writing.alignments.jsonld import write_jsonld

__all__ = ["FORMATS", "SIDECAR", "AlignmentFormat", "Exchange"]

SIDECAR = ".evidence.jsonl"
"""What the name of a file beside the first ends in, which holds what the format has no place for."""


@dataclass(frozen=True, slots=True)
class AlignmentFormat:
    """One way of handing alignments on: what its files may end in, and the function that writes them.

    The function gives the text of the file under "" and, where the format has no place for probability and evidence,
    JSON lines under `SIDECAR`.
    """

    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Exchange], Mapping[str, str]]


FORMATS: dict[str, AlignmentFormat] = {
    "case": AlignmentFormat("CASE 1.1 associations", (".json",), partial(write_case_alignments, version="1.1")),
    "case-1.0": AlignmentFormat("CASE 1.0 associations", (".json",), partial(write_case_alignments, version="1.0")),
    "jsonld": AlignmentFormat("schema.org as JSON-LD", (".jsonld", ".json"), write_jsonld),
    "edfi": AlignmentFormat("Ed-Fi resources", (".json",), write_edfi),
}
"""Every format by its name."""
