"""`curalign init FOLDER`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import FOLDER, console, progress_bars
from curalign.cli.streams import command_line, print_line, print_lines
from curalign.errors import DistrictError, SettingsError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from curalign.guessing import Guess, PlacedFolder

MOVE_FIRST = 1
_MAX_ROWS = 8
_FEW = 3
_TITLES = {"standards": "Standards", "curriculum": "Curriculum", "pd": "PD", "results": "Results"}
_MISSING = {
    "standards": "nothing here looks like standards. They are needed as a file of codes and statements: CASE JSON from "
    "the CASE Network (1edtech.org/standards/case), a download from your state's education department, or any "
    "spreadsheet with a column of codes and one of statements. Put it into {folder}, and run this again.",
    "curriculum": "nothing here looks like curriculum. Put the units and lessons into {folder}, or name their folder "
    "in curalign.toml:\n\n  [district]\n  curriculum = [{example}]",
}


@click.command("init")
@FOLDER
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.option("--force", is_flag=True, help="Write a new curalign.toml, and keep the old one as curalign.toml.bak.")
@click.pass_context
def command(ctx: click.Context, folder: Path, dry_run: bool, force: bool) -> None:
    """Guess which folder of FOLDER is what, and write it to FOLDER/curalign.toml for `check` to go by.

    FOLDER may be messy: folders may have any name and lie in each other. The guess is made from names, from the cells
    of tables and from the first words of a few documents, and each comes with its reason. No file is moved or
    changed; an existing curalign.toml is left alone.

    \b
    Exit code: 0  `check` can run now
               1  something must be moved first; nothing was written
               2  standards or curriculum are missing, or the folder cannot be read

    \b
    Examples:
      curalign init our-district --dry-run
      curalign init our-district && curalign check our-district
    """
    from curalign.guessing import guess_district, to_toml
    from curalign.settings import FILE

    target = folder / FILE
    if target.exists() and not (dry_run or force):
        raise SettingsError(
            f"{target}: is there already and was left as it is; --dry-run shows what would be guessed, "
            f"--force writes it and keeps the old file as {FILE}.bak."
        )
    with progress_bars() as progress:
        guess = guess_district(folder, progress=progress)
    for line in _explain(guess):
        console().print(line)
    if guess.missing:
        raise DistrictError(_explain_missing(guess))
    if not guess.ready:
        again = command_line("curalign init", folder)
        print_line(f"Nothing was written. When that is done, run this again{f': {again}' if again else '.'}")
        ctx.exit(MOVE_FIRST)
    if not guess.is_needed:
        last = f"These folders are found without any settings, so no {FILE} is needed."
    elif dry_run:
        print_lines(to_toml(guess))
        last = f"Nothing was written. To write this to {target}, leave out --dry-run."
    else:
        last = _write(target, to_toml(guess))
    print_line(last)
    print_line(
        f"Next: {command_line('curalign check', folder) or 'check this folder (its name is not safe to show here).'}"
    )


def _write(target: Path, text: str) -> str:
    """Write the settings, never over anything. Raises SettingsError."""
    kept = ""
    try:
        if target.exists():
            backups = (target.with_name(f"{target.name}{'' if n == 1 else f'.{n}'}.bak") for n in count(1))
            backup = next(path for path in backups if not path.exists())
            target.rename(backup)
            kept = f" The old one is {backup.name}."
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise SettingsError(
            f"{target}: cannot be written ({error.strerror}); change the folder's permissions, or save what --dry-run "
            f"prints under this name."
        ) from error
    return f"Wrote {target}.{kept} Open it to put right what is guessed wrong."


def _explain(guess: Guess) -> Iterator[RenderableType]:
    """The guess in plain words, folder by folder."""
    from rich.text import Text

    from curalign.reporting.view.plain import printable

    yield Text(f"What {printable(guess.name)} seems to hold", style="bold")
    for purpose, placed in guess.lists.items():
        if placed:
            yield from _section(
                _TITLES[purpose], [(each.folder, _count(each, purpose) + each.reason) for each in placed]
            )
    if guess.schools:
        yield from _section("Schools", [("each folder directly below the curriculum", guess.schools)])
    if guess.loose_schools:
        apart = f"{guess.loose_schools}; to see schools apart, put their folders into one folder and run this again"
        yield from _section("Schools", [("not seen apart", apart)])
    if guess.grades:
        more = "one of these has no units, and would not be missed unless it is named"
        yield from _section("Grades", [(", ".join(guess.grades), more)])
    outside = [(each.folder or "the folder itself", each.reason + _hint(guess, each)) for each in guess.left_out]
    outside += [(problem.file, problem.message) for problem in guess.problems]
    yield from _section("Left out", outside)
    for first, title in ((True, "To move first"), (False, "Better moved")):
        rows = [(f"{m.path} -> {m.into + '/' if m.into else 'out of this folder'}", m.reason) for m in guess.moves
                if m.first is first]  # fmt: skip
        yield from _section(title, rows)
    if guess.clash:
        yield from _section("To mend first", [("two files of standards", guess.clash)])
    yield Text()


def _section(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    from curalign.reporting.view.plain import QUOTE, printable
    from curalign.wording.text import excerpt

    if not rows:
        return
    yield Text(f"\n{title}", style="bold")
    for name, reason in rows[:_MAX_ROWS]:
        line = Text.assemble((printable(name), "cyan"), ": ", excerpt(printable(reason), QUOTE))
        yield Padding(line, (0, 0, 0, 2), expand=False)
    if len(rows) > _MAX_ROWS:
        yield Text(f"  and {len(rows) - _MAX_ROWS} more like these")


def _count(placed: PlacedFolder, purpose: str) -> str:
    documents = "1 document; " if placed.files == 1 else f"{placed.files} documents; "
    return documents if purpose in ("curriculum", "pd") else ""


def _hint(guess: Guess, placed: PlacedFolder) -> str:
    """The line to add for a folder that could not be decided."""
    from curalign.guessing import Purpose, quote

    if placed.purpose is not None or not placed.files or not placed.folder:
        return ""
    named = [quote(each.folder) for each in guess.lists[Purpose.CURRICULUM]]
    names = [*(named if len(named) < _FEW else ["..."]), quote(placed.folder)]
    return f". If it holds units, write: curriculum = [{', '.join(names)}]"


def _explain_missing(guess: Guess) -> str:
    from curalign.guessing import quote

    undecided = (each.folder for each in guess.left_out if each.purpose is None and each.files and each.folder)
    example = quote(next(undecided, "Our units"))
    reasons = [_MISSING[purpose].format(folder=guess.root / purpose, example=example) for purpose in guess.missing]
    if "standards" in guess.missing and guess.printed:
        reasons[guess.missing.index("standards")] = _explain_printed(guess)
    return f"{guess.root}: {' Also, '.join(reasons)}"


def _explain_printed(guess: Guess) -> str:
    """What makes a table of the standards that a folder holds for people to read only."""
    table = guess.printed[0].parent / "standards.csv"
    typed = command_line("curalign standards import", *guess.printed[:_MAX_ROWS], "-o", table)
    run = typed or "curalign standards import, with the names of these documents"
    return (
        "the standards here are documents for people, and are needed as a file of codes and statements. Make one of "
        f"them, look it over, and run this again:\n\n  {run}"
    )
