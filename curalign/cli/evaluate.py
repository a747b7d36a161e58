"""`curalign evaluate SOURCE`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curalign.cli.shared import (
    cache_option,
    check_places,
    console,
    language_option,
    models_option,
    print_report,
    progress_bars,
    write_output,
)
from curalign.cli.streams import print_line
from curalign.wording import say

if TYPE_CHECKING:
    from rich.console import RenderableType

    from curalign.domain.progress import Progress
    from curalign.domain.scores import Evaluation


@click.command("evaluate")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--framework",
    "frameworks",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="For labelled texts: the standards file that their codes belong to. May be given again.",
)
@click.option("--grade", "grades", multiple=True, metavar="GRADE", help="Only standards of these grades: 3, K-2, HS.")
@click.option("--encoder", help="Another encoder: a shipped name, or the folder of a sentence-transformers model.")
@click.option("--format", "form", type=click.Choice(("terminal", "json", "csv")), default="terminal", show_default=True)
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw how often standards are taught that are said to be, as an .svg file.",
)
@models_option
@cache_option
@language_option
def command(
    source: Path,
    frameworks: tuple[Path, ...],
    grades: tuple[str, ...],
    encoder: str | None,
    form: str,
    plot: Path | None,
    models_allowed: bool,
    cache: Path | None,
    language: str,
) -> None:
    """Measure how right curalign is, on labels of your own.

    SOURCE is a district's folder with a labels.csv beside its standards/ and curriculum/. Each row says what one lesson
    teaches: `file` (as it is called in the folder), `lesson` (its heading, or its number where headings read
    "Lesson 7: ...") and `codes` (with | between them). Twenty labelled lessons give a first idea, two hundred a firm
    one: every number comes with how many things it was measured on and a 95 % interval, which resamples whole units.

    Standards are measured too: how often "taught" and "not taught" are right, how often nobody can tell, and whether
    the probability is what it says. What is known of them follows from the labels, where every unit document has
    some; or write truth.csv, with or without labels: `code`, `truth` (full, partial, list, none), `pd` (yes, no).

    Or SOURCE is a table of texts (.csv, .tsv, .jsonl) with the columns `text` and `codes`, and, if you have them,
    `title`, `unit`, `grades` and `headings`; name the standards with --framework.

    Where people answered with `curalign review`, how far they agree and what their answers taught is printed too; their
    answers are enough where there are no labels.

    Beside curalign stand what words alone (TF-IDF, BM25) and the encoder's plain similarity give, so that you see what
    the rest adds.

    \b
    Examples:
      curalign evaluate our-district
      curalign evaluate our-district --format csv > accuracy.csv
      curalign evaluate our-district --plot calibration.svg
      curalign evaluate texts.tsv --framework standards.csv --grade 3
    """
    from curalign.reporting.tables.evaluation import FORMS
    from curalign.reporting.terminal.evaluation import EvaluationTable

    if plot:
        _check_plot(source, plot, cache)
    reviewed = _reviewed(source, cache, language) if form == "terminal" else None
    if reviewed is not None and not _has_labels(source):
        console().print(reviewed)
        return
    with progress_bars() as progress:
        evaluation = _measured(source, frameworks, grades, encoder, cache, progress, models_allowed=models_allowed)
    if plot:
        _draw(evaluation, plot, language)
    if form == "terminal":
        console().print(EvaluationTable(evaluation, language))
        if reviewed is not None:
            console().print(reviewed)
    else:
        print_report(FORMS[form](evaluation))


def _has_labels(source: Path) -> bool:
    from curalign.reading.survey import LABELS, TRUTH

    return any((source / name).exists() for name in (LABELS, TRUTH))


def _reviewed(source: Path, cache: Path | None, language: str) -> RenderableType | None:
    """How far people who reviewed agree, and what their answers taught; None where nobody did."""
    from curalign.storage import read_reviews

    if not source.is_dir() or not read_reviews(source)[0].standing:
        return None
    from curalign.pipeline import reopen
    from curalign.reporting.terminal.reviewing import ReviewTables
    from curalign.reviewing.learning import learning_curve
    from curalign.reviewing.results import agreements
    from curalign.reviewing.session import ReviewSession
    from curalign.settings import Models, load_settings

    settings = load_settings(source, models=Models.UNUSED)
    session = ReviewSession(source, reopen(source, cache=cache), settings)
    reviews = session.read()
    together, pairs = agreements(session, reviews)
    curve = [
        (step.answers, step.found, step.held, step.before, step.after)
        for step in learning_curve(session.measured, reviews, settings)
    ]
    return ReviewTables(together, pairs, curve, language)


def _check_plot(source: Path, plot: Path, cache: Path | None) -> None:
    """Refuse before the work what cannot be drawn after it."""
    from curalign.settings import Models, load_settings

    if not source.is_dir() or plot.suffix.lower() != ".svg":
        raise click.UsageError("--plot is for a district's folder, and names a file that ends in .svg.")
    check_places(source, load_settings(source, models=Models.UNUSED), plot, cache)


def _draw(evaluation: Evaluation, plot: Path, language: str) -> None:
    from curalign.reporting.page.calibration import draw_calibration

    if not evaluation.calibrated:
        raise click.UsageError(
            f"{plot}: there is nothing to draw; it takes standards that are known to be taught and others that are not."
        )
    write_output(plot, draw_calibration(evaluation.calibrated))
    print_line(say("wrote", {"file": str(plot)}, language), err=True)


def _measured(
    source: Path,
    frameworks: tuple[Path, ...],
    grades: tuple[str, ...],
    encoder: str | None,
    cache: Path | None,
    progress: Progress,
    *,
    models_allowed: bool,
) -> Evaluation:
    from curalign.embedding import load_encoder
    from curalign.evaluating import evaluate_district, evaluate_texts

    given = load_encoder(encoder) if encoder else None
    if source.is_dir():
        from curalign.settings import Models, load_settings

        if frameworks:
            raise click.UsageError("--framework is for labelled texts; a district's folder has its own standards.")
        settings = load_settings(
            source,
            models=Models.ALLOWED if models_allowed else Models.SHIPPED,
            district={"grades": grades} if grades else {},
            embedding={"encoder": encoder} if encoder else {},
        )
        return evaluate_district(source, settings, encoder=given, cache=cache, progress=progress)
    if not frameworks:
        raise click.UsageError("labelled texts need --framework, the standards file that their codes belong to.")
    from curalign.reading import read_framework

    return evaluate_texts(source, read_framework(list(frameworks)), grades=grades, encoder=given, cache=cache)
