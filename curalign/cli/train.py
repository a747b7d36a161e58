"""`curalign train encoder` and `curalign train judge`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from curalign.cli.shared import console, language_option, models_option, progress_bars, write_output
from curalign.cli.streams import command_line, print_line, print_lines
from curalign.wording import Facts, say, told

if TYPE_CHECKING:
    from curalign.domain.progress import Progress
    from curalign.domain.scores import Change
    from curalign.training import LabelledSource
    from curalign.training.splitting import Split

_MAX_PROBLEMS = 5


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What both commands take."""
    exists = click.Path(path_type=Path, exists=True)
    sources = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=exists)
    frameworks = click.option(
        "--framework",
        "frameworks",
        type=exists,
        multiple=True,
        help="For tables of texts: the standards file that their codes belong to. May be given again.",
    )
    seed = click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Draws other units.")
    cache = click.option(
        "--cache", type=click.Path(path_type=Path, file_okay=False), help="Keep vectors of districts here."
    )
    for option in (language_option, cache, models_option, seed, frameworks, sources):
        command = option(command)
    return command


@click.group("train")
def command() -> None:
    """Train on labels of your own: first an encoder, then the judge that suits it.

    SOURCE is what `evaluate` takes: a district's folder with a labels.csv (columns file, lesson, codes), or a table of
    texts (.csv, .tsv, .jsonl) with the columns text and codes, and, if you have them, title, unit, grades and headings.

    A fifth of the units is held out, and everything is measured on them before and after. An encoder needs hundreds of
    labelled texts to gain anything, a judge some dozens in five units or more.

    \b
    Example, in this order:
      curalign evaluate our-district                                       where you stand
      curalign train encoder our-district -o our-encoder                   minutes to hours
      curalign train judge our-district -o our-judge.json --encoder our-encoder
      curalign check our-district --encoder our-encoder
    """


@command.command("encoder")
@_options
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The new encoder's folder.")
@click.option("--base", default="default", show_default=True, help="What to start from: a shipped name or a folder.")
@click.option("--epochs", default=3, show_default=True, type=click.IntRange(1, 1000), help="Most rounds of the texts.")
@click.option(
    "--checkpoint",
    default=100,
    show_default=True,
    type=click.IntRange(min=1),
    help="Steps between two savings, from which an interrupted training goes on.",
)
def encoder(
    sources: tuple[Path, ...],
    frameworks: tuple[Path, ...],
    seed: int,
    models_allowed: bool,
    cache: Path | None,
    language: str,
    output: Path,
    base: str,
    epochs: int,
    checkpoint: int,
) -> None:
    """Train an encoder, so that your texts come closer to the standards that they teach.

    Starts from --base and writes a sentence-transformers folder that every command takes with --encoder, beside it
    training.json: what it learned from, what was held out, and how it did. The base's licence and that of your texts
    hold for it. The best round on the held-out units is kept, and training ends when they gain nothing more.

    If it is interrupted, give the same command again: it goes on from its last checkpoint.

    \b
    Examples:
      curalign train encoder our-district -o our-encoder
      curalign train encoder texts.tsv --framework standards.csv -o our-encoder --base standards-open
    """
    from curalign.training import prepare_encoder
    from curalign.training.fine_tuning import Plan

    plan = Plan(epochs=epochs, seed=seed, checkpoint=checkpoint)
    with progress_bars(lines=True) as progress:
        training = prepare_encoder(
            _open_sources(sources, frameworks, cache, progress, models_allowed, language), output, base, plan
        )
    base_facts = {"encoder": training.base.encoder.name, "licence": training.base.licence}
    print_line(f"{training.split.told(language)} {say('train-base', base_facts, language)}")
    if training.finished:
        print_line(say("train-finished", {"file": str(output)}, language))
    elif training.steps_done:
        print_line(say("train-going-on", {"step": training.steps_done}, language))
    with progress_bars(lines=True) as progress:
        trained = training.run(progress)
    _show(trained.changes, training.split, language)
    use = _next_command(say("train-use", language=language), language, "curalign check DISTRICT --encoder", output)
    print_line(f"{say('wrote', {'file': str(output)}, language)}. {use}")
    given = [word for path in frameworks for word in ("--framework", path)]
    again = ("curalign train judge", *sources, *given, "-o judge.json --encoder", output)
    print_line(_next_command(say("train-calibrate", language=language), language, *again))


@command.command("judge")
@_options
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The new judge, a .json file.")
@click.option("--encoder", default="default", show_default=True, help="The encoder that it judges with.")
def judge(
    sources: tuple[Path, ...],
    frameworks: tuple[Path, ...],
    seed: int,
    models_allowed: bool,
    cache: Path | None,
    language: str,
    output: Path,
    encoder: str,
) -> None:
    """Fit a judge, so that 70 % means right seven times in ten on your texts.

    It starts from a shipped judge and moves the less, the fewer labels there are. It learns from what the encoder says
    of texts that the encoder has not learned from: of the SOURCEs of an encoder that `train encoder` made, only the
    units held out then are used. The file is readable JSON, a weight for each signal, and fits that encoder alone.

    \b
    Example:
      curalign train judge our-district -o our-judge.json --encoder our-encoder

    \b
    With both inside our-district, its curalign.toml names them, and check takes --allow-folder-models:
      [embedding]
      encoder = "our-encoder"
      [judging]
      judge = "our-judge.json"
    """
    from curalign.training import prepare_judge

    if output.suffix != ".json":
        raise click.UsageError(f"{output}: name a file that ends in .json.")
    with progress_bars(lines=True) as progress:
        opened = _open_sources(sources, frameworks, cache, progress, models_allowed, language)
        training = prepare_judge(opened, encoder, seed)
    start = {"judge": training.start.name}
    notes = (told(note, language) for note in training.notes)
    for line in (training.split.told(language), say("judge-start", start, language), *notes):
        print_line(line)
    with progress_bars(lines=True) as progress:
        fitted = training.run(progress)
    write_output(output, fitted.text)
    _show(fitted.changes, training.split, language)
    print_line(say("judge-curves", start, language))
    print_line(say("train-wrote-judge", {"file": str(output), "encoder": training.encoder.name}, language))
    print_lines(f'\n[embedding]\nencoder = "{Path(encoder).name}"\n\n[judging]\njudge = "{output.name}"')


def _open_sources(
    paths: Sequence[Path],
    frameworks: Sequence[Path],
    cache: Path | None,
    progress: Progress,
    models_allowed: bool,
    language: str,
) -> tuple[LabelledSource, ...]:
    """The sources, and what of them could not be used on standard error."""
    from curalign.settings import Models
    from curalign.training import open_sources

    tables = [path for path in paths if not path.is_dir()]
    if tables and not frameworks:
        raise click.UsageError(f"{tables[0]}: labelled texts need --framework, the standards file of their codes.")
    if frameworks and not tables:
        raise click.UsageError("--framework is for labelled texts; a district's folder has its own standards.")
    sources = open_sources(
        paths,
        frameworks,
        cache=cache,
        progress=progress,
        models=Models.ALLOWED if models_allowed else Models.SHIPPED,
    )
    for source in sources:
        for problem in source.problems[:_MAX_PROBLEMS]:
            where = ", ".join(filter(None, (problem.file, problem.place_in(language))))
            print_line(f"{where}: {problem.message_in(language)}", err=True)
        if len(source.problems) > _MAX_PROBLEMS:
            more = Facts(more=len(source.problems) - _MAX_PROBLEMS, source=source.name)
            print_line(say("train-more", more, language), err=True)
    return sources


def _show(changes: Sequence[Change], split: Split, language: str) -> None:
    from curalign.reporting.terminal.gains import Gains
    from curalign.training.splitting import units

    console().print(Gains(changes, {source.name: len(units(source)) for source in split.held_out}, language))


def _next_command(what_for: str, language: str, *words: str | Path) -> str:
    """What a command is for, and the command, where it can be shown."""
    typed = command_line(*words)
    return f"{what_for}: {typed}" if typed else f"{what_for}, {say('train-unsafe', language=language)}"
