"""The hand-outs of `curalign report`: what is asked for, and in what form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import gathered

if TYPE_CHECKING:
    from curalign.domain.standards import Framework
    from curalign.reporting import View
    from curalign.reporting.handouts import Handout, Teller

AUDIENCES = ("board", "administrators", "teachers", "union", "parents", "community")
FORMS = ("html", "docx", "pdf")
ONLY_HANDOUTS = ("docx", "pdf")
EVERY_GAP = "gaps"

_OPTIONS = (
    click.option(
        "--for",
        "audience",
        type=click.Choice(AUDIENCES),
        help="A hand-out of one or two pages for these readers: .html, .docx or .pdf.",
    ),
    click.option("--per", type=click.Choice(("unit", "school")), help="A list for each unit, or for each school."),
    click.option(
        "--discuss",
        "codes",
        multiple=True,
        metavar="CODE",
        help=f"A sheet to discuss this standard with. May be given again; `{EVERY_GAP}`: one for every gap.",
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which hand-outs the command line asks for."""

    audience: str | None
    per: str | None
    codes: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.audience or self.per or self.codes)

    def form(self, output: Path | None, form: str | None) -> str | None:
        """The form to write, a page unless a file's ending or `--format` says otherwise; None for no hand-out.

        Raises UsageError.
        """
        ending = output.suffix.lstrip(".").lower() if output else "html"
        if not self:
            if ending in ONLY_HANDOUTS:
                raise click.UsageError(f"{output}: only hand-outs are written so; say for whom, with --for.")
            return None
        form = form or ending
        if form not in FORMS:
            raise click.UsageError(f"A hand-out is a file that ends in .{', .'.join(FORMS)}; name one with -o.")
        return form

    def write(self, view: View, framework: Framework, form: str) -> str | bytes:
        """The hand-outs in this form. Raises UsageError, and RunError where there is nothing to print with."""
        from curalign.reporting.handouts import find_browser, to_page, to_pdf, to_word

        sheets = self._sheets(view, framework)
        if form == "docx":
            return to_word(sheets)
        page = to_page(sheets)
        return to_pdf(page, find_browser()) if form == "pdf" else page

    def _sheets(self, view: View, framework: Framework) -> list[Handout]:
        from curalign.reporting import handouts

        tell = handouts.Teller(view)
        if self.audience:
            return [handouts.AUDIENCES[self.audience](tell)]
        if self.per == "school":
            sheets = list(handouts.per_school(tell))
            lacking = "the units of this district belong to no school; name them in curalign.toml under [district]"
        elif self.per == "unit":
            sheets = list(handouts.per_unit(tell))
            lacking = "there is no unit in what is shown"
        else:
            sheets = [sheet for code in self.codes for sheet in _discussed(tell, framework, code)]
            lacking = "no standard is a gap"
        if not sheets:
            raise click.UsageError(f"There is nothing to write: {lacking}.")
        return sheets


def _discussed(tell: Teller, framework: Framework, code: str) -> list[Handout]:
    """The sheet of one standard, by its code in whatever notation, or of every gap."""
    from curalign.reporting import handouts

    if code == EVERY_GAP:
        return [handouts.discuss(tell, row) for row in handouts.gaps_of(tell)]
    standard = framework.codebook.find(code)
    row = tell.rows.get(standard.id) if standard is not None else None
    if row is None:
        raise click.UsageError(f"{code} is no standard of what is shown; write its code as the report has it.")
    return [handouts.discuss(tell, row)]


def _asked(audience: str | None, per: str | None, codes: tuple[str, ...]) -> Asked:
    """What is asked for. Raises UsageError where that is more than one thing."""
    if sum(map(bool, (audience, per, codes))) > 1:
        raise click.UsageError("Ask for one of --for, --per and --discuss at a time.")
    return Asked(audience, per, codes)


handout_options = gathered("asked", _asked, _OPTIONS)
"""Let a command be asked for hand-outs, as `asked`."""
