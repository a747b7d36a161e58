"""`--as`: a check handed on to other systems, or to a committee, rather than reported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import check_places, print_wrote, write_output

if TYPE_CHECKING:
    from curalign.pipeline import Checked
    from curalign.reporting import View
    from curalign.settings import Settings

EVIDENCE = "evidence"
FORMS = ("case", "case-1.0", "jsonld", "edfi", EVIDENCE)

exchange_option = click.option(
    "--as",
    "purpose",
    type=click.Choice(FORMS),
    help="Hand on what teaches what, as CASE associations, schema.org's JSON-LD or Ed-Fi resources, or as an evidence "
    "pack (.md, .xlsx).",
)
"""What is written in place of a report."""


def check_exchange(purpose: str | None, folder: Path, settings: Settings, output: Path | None) -> None:
    """Refuse before the work what cannot be written, where anything is asked for. Raises UsageError and RunError."""
    if purpose is None:
        return
    if output is None:
        raise click.UsageError(f"--as {purpose} writes a file; name it with -o.")
    endings = _endings(purpose)
    if output.suffix.lower() not in endings:
        raise click.UsageError(f"{output}: name a file that ends in {' or '.join(endings)} for --as {purpose}.")
    for path in _paths(purpose, output):
        check_places(folder, settings, path, None)


def write_exchange(purpose: str, checked: Checked, view: View, output: Path) -> None:
    """Write what was asked for, and what its format has no place for into a file beside it. Raises RunError."""
    from curalign.reporting import PACKS
    from curalign.writing.alignments import FORMATS, Exchange

    if purpose == EVIDENCE:
        write_output(output, PACKS[output.suffix.lower().lstrip(".")](view))
        print_wrote(output, view.language)
        return
    exchange = Exchange(checked.shown, checked.findings, checked.run.district, checked.run.id)
    for ending, text in FORMATS[purpose].write(exchange).items():
        path = _beside(output, ending)
        write_output(path, text)
        print_wrote(path, view.language)


def _endings(purpose: str) -> tuple[str, ...]:
    from curalign.reporting import PACKS
    from curalign.writing.alignments import FORMATS

    return tuple(f".{form}" for form in PACKS) if purpose == EVIDENCE else FORMATS[purpose].suffixes


def _paths(purpose: str, output: Path) -> list[Path]:
    from curalign.writing.alignments import SIDECAR

    return [output] if purpose == EVIDENCE else [output, _beside(output, SIDECAR)]


def _beside(output: Path, ending: str) -> Path:
    return output.with_name(output.stem + ending) if ending else output
