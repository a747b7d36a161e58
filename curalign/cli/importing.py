"""`curalign standards import`: what was read is shown before it is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import language_option, progress_bars, write_output
from curalign.cli.streams import one_line, print_line, print_lines, print_message
from curalign.errors import FrameworkError, RunError

if TYPE_CHECKING:
    from curalign.reading.frameworks.published import Published
    from curalign.reading.importing import Imported, ImportedDocument

REFUSED = 1
_YES = ("y", "yes", "s", "si", "sí")
_EXAMPLES, _DOUBTS, _QUOTES, _GAPS = 3, 6, 2, 5
_EXAMPLE_LENGTH = 90


@click.command("import")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The table to write: .csv, or .json, .jsonl. [default: beside the first file, with the ending .csv]",
)
@click.option("--yes", is_flag=True, help="Ask nothing, and write over a file that is there.")
@language_option
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], output: Path | None, yes: bool, language: str) -> None:
    """Read codes and statements out of FILES for people (PDF, Word, web page, text), and write them as a table.

    Codes are told by their shapes, which repeat, and by their numbers, which count. What was found is shown first,
    with what was left out and what to look at; on a terminal it is written when you say so. In the table, the columns
    confidence, look at and place say how sure each row is, and where the document prints it.

    \b
    Exit code: 0  written
               1  not written, because you said no
               2  nothing was found, or a file cannot be read

    \b
    Examples:
      curalign standards import state-math.pdf -o standards/standards.csv
      curalign standards import grade-3.docx grade-4.docx -o standards.csv --yes
    """
    from curalign.reading.importing import import_standards
    from curalign.wording import Facts, say
    from curalign.writing import format_for, write_framework

    target = output or files[0].with_suffix(".csv")
    form = format_for(target.name)
    with progress_bars() as progress:
        imported = import_standards(files, progress=progress)
    for document in imported.documents if imported.framework.standards else ():
        _show(document, language)
    for problem in imported.framework.problems:
        print_message(f"{problem.file}: {problem.message_in(language)}")
    if not imported.framework.standards:
        raise FrameworkError(f"{files[0]}: {say('import-none', language=language)}")
    if not yes and not _is_wanted(target, language):
        print_line(say("import-refused", language=language))
        ctx.exit(REFUSED)
    write_output(target, write_framework(imported.framework, form))
    facts = Facts(file=str(target), codes=len(imported.framework), doubtful=_doubtful(imported))
    print_line(say("import-wrote", facts, language))


def _is_wanted(target: Path, language: str) -> bool:
    """What the person at the terminal says; where there is none, a file that is there is not written over."""
    from curalign.wording import say

    facts = {"file": one_line(str(target))}
    there = target.exists()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        if there:
            raise RunError(say("import-exists", {"file": str(target)}, language))
        return True
    print_line(say("import-confirm-over" if there else "import-confirm", facts, language))
    return sys.stdin.readline().strip().lower() in _YES


def _doubtful(imported: Imported) -> int:
    from curalign.reading.frameworks.published import CONFIDENCE, SURE

    return sum(standard.extra.get(CONFIDENCE, SURE) != SURE for standard in imported.framework)


def _show(document: ImportedDocument, language: str) -> None:
    from curalign.wording import say

    print_line(document.file)
    for line in _lines(document.published, language) if document.published.publication.entries else ():
        print_lines(f"  {one_line(line)}")
    if not document.published.publication.entries:
        print_lines(f"  {say('import-none', language=language)}")
    for problem in document.problems:
        print_lines(f"  {one_line(problem.message_in(language))}")


def _lines(published: Published, language: str) -> Iterator[str]:
    """What was found in a document, how sure it is and what was left out, a line each."""
    from curalign.wording import Facts, say

    yield _found(published, language)
    entries = published.publication.entries
    shapes = [say("import-shape", {"example": code, "codes": n}, language) for code, n in published.shapes[:_EXAMPLES]]
    yield say("import-shapes", {"shapes": ", ".join(shapes)}, language)
    if published.counted_by_marks:
        yield say("import-marks", language=language)
    yield from _examples(published)
    sure = say("import-sure", {"sure": len(entries) - len(published.doubtful), "codes": len(entries)}, language)
    before = published.gaps[:_GAPS]
    gaps = Facts(gaps=len(published.gaps), before=before, more=len(published.gaps) - len(before))
    yield f"{sure}; {say('import-numbers', gaps, language)}"
    if ungraded := sum(not entry.grades for entry in entries):
        yield say("import-ungraded", {"count": ungraded}, language)
    doubts = [(code, doubt) for code, doubt in published.doubtful if doubt not in ("gap", "made")]
    for code, doubt in doubts[:_DOUBTS]:
        yield say("import-doubt", {"code": code, "doubt": doubt}, language)
    for reason in ("twice", "no-statement", "no-code"):
        yield from _left(published, reason, language)


def _found(published: Published, language: str) -> str:
    from curalign.domain.grades import grade_spans
    from curalign.reading.frameworks.published import EXPLAINS, STRAND
    from curalign.wording import Facts, say

    entries = published.publication.entries
    facts = Facts(
        codes=len(entries),
        grades=grade_spans({grade for entry in entries for grade in entry.grades}),
        strands=len({entry.extra[STRAND] for entry in entries if STRAND in entry.extra}),
        explained=sum(not entry.extra.keys().isdisjoint(EXPLAINS) for entry in entries),
    )
    return say("import-found", facts, language)


def _examples(published: Published) -> Iterator[str]:
    from curalign.wording.text import excerpt

    entries = published.publication.entries
    for at in dict.fromkeys((0, len(entries) // 2, len(entries) - 1)):
        yield f"  {entries[at].code}  {excerpt(entries[at].statement, _EXAMPLE_LENGTH)}"


def _left(published: Published, reason: str, language: str) -> Iterator[str]:
    """What was left out for one reason, with a few words of it."""
    from curalign.wording import Facts, say

    left = [each for each in published.left_out if each.reason == reason]
    shown: Sequence[str] = [
        say("import-quote", {"text": each.text, "place": (each.place,) if each.place else ()}, language)
        for each in left[:_QUOTES]
    ]
    facts = Facts(count=len(left), reason=reason, quotes=shown, more=len(left) - len(shown))
    if left:
        yield say("import-left", facts, language)
