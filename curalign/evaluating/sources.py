"""From a folder or a file with labels to an Evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from curalign.aligning import Aligner
from curalign.covering import measure_coverage
from curalign.domain.grades import require_grades
from curalign.domain.labels import Label, Truth
from curalign.domain.materials import Kind
from curalign.domain.problems import Problem
from curalign.domain.progress import Progress, silent
from curalign.domain.scores import Evaluation
from curalign.domain.standards import Framework
from curalign.embedding import Encoder, VectorCache, load_encoder
from curalign.errors import LabelsError, SettingsError
from curalign.evaluating.districts import lesson_scores
from curalign.evaluating.labelled import LabelledDistrict, label_district
from curalign.evaluating.methods import by_curalign, by_words, plain_cosine
from curalign.evaluating.standards import calibrations, known_by_lessons, known_by_table, standard_scores, uncalibrated
from curalign.evaluating.texts import measure_texts
from curalign.judging import Judge
from curalign.opening import entry_at
from curalign.reading import read_district, read_framework, read_labelled_texts, read_labels, read_truth
from curalign.reading.survey import LABELS, MAX_LABELS_BYTES, TRUTH
from curalign.regular_files import NotRegularError, read_regular_file
from curalign.settings import Settings, load_settings
from curalign.storage import VECTORS, home_of
from curalign.wording import Facts, Sentence


def evaluate(
    source: Path | str,
    framework: Framework | Path | str | None = None,
    *,
    grades: Sequence[str] | None = None,
    encoder: Encoder | str | None = None,
    judge: Judge | None = None,
    progress: Progress = silent,
) -> list[dict[str, object]]:
    """Measure a district's folder at its labelled lessons, or a file of labelled texts against a framework.

    Args:
        source: A district's folder with `labels.csv` or `truth.csv`, or a table of texts and the codes that they teach.
        framework: What the codes of a table belong to, or its file; a folder has its own.
        grades: Only lessons and standards of these grades; for a table, what all its texts are compared with.
        encoder: An encoder, or the name or folder of one; the default, or the folder's own, where none is given.
        judge: The judge that goes with it; the one that ships for the encoder where none is given.
        progress: Told how far the work has come.

    Returns:
        One flat dict per number: source, method, pool, metric, value, low and high (95 %), n, of, labels.

    Raises:
        CuralignError: Labels, framework, settings or models cannot be used; the message says how to mend it.

    """
    given = load_encoder(encoder) if isinstance(encoder, str) else encoder
    if Path(source).is_dir():
        settings = load_settings(
            Path(source),
            district={"grades": tuple(grades)} if grades else {},
            embedding=_unless_given("encoder", encoder),
            judging=_unless_given("judge", judge),
        )
        return evaluate_district(source, settings, encoder=given, judge=judge, progress=progress).rows()
    if framework is None:
        raise LabelsError(f"{source}: labelled texts need the framework that their codes belong to; name its file.")
    known = framework if isinstance(framework, Framework) else read_framework(framework)
    return evaluate_texts(source, known, grades=grades, encoder=given, judge=judge).rows()


def evaluate_district(
    folder: Path | str,
    settings: Settings | None = None,
    *,
    encoder: Encoder | None = None,
    judge: Judge | None = None,
    cache: Path | None = None,
    progress: Progress = silent,
) -> Evaluation:
    """Align a district as `check` does, and measure it at its labelled lessons (`labels.csv`) and its standards.

    What is known of a standard stands in its `truth.csv`, or follows from the labels where it has none.

    Vectors are kept where `check` keeps them; no run is saved.

    Args:
        folder: The district's folder.
        settings: What stands in its `curalign.toml`, where none are given.
        encoder: The one that the settings name, where none is given.
        judge: The one that the settings name, where none is given.
        cache: A folder for vectors, in place of `.curalign` in the district's.
        progress: Told how far the work has come.

    Returns:
        Every metric of every method with its 95 % interval, the labels that fit nothing, and what to know of the rest.

    Raises:
        CuralignError: The folder has neither a truth nor a label that fits, or cannot be read or aligned.

    """
    root = Path(folder)
    settings = settings or load_settings(
        root, embedding=_unless_given("encoder", encoder), judging=_unless_given("judge", judge)
    )
    truths = truths_of(root)
    labels = () if truths and not (root / LABELS).exists() else labels_of(root)
    district = read_district(root, settings, progress)
    vectors = VectorCache(home_of(root, cache) / VECTORS)
    with Aligner(encoder=encoder, judge=judge, settings=settings, cache=vectors) as aligner:
        judged = partial(aligner.align, district.framework)
        alignment = judged(district.materials, labels=labels, progress=progress)
        labelled, problems = label_district(district.name, alignment, labels, settings.district.grades)
        if labels and not labelled.answerable:
            why = _first(problems)
            raise LabelsError(f"{root / LABELS}: no label fits a lesson and a standard of this district. {why}")
        scores = tuple(lesson_scores(labelled, aligner, judged, progress)) if labels else ()
    coverage = measure_coverage(alignment)
    known = known_by_table(truths, district.framework) if truths else known_by_lessons(labelled, coverage)
    if not labels and not known.size:
        raise LabelsError(f"{root / TRUTH}: names no standard of this district; write the codes of its standards.")
    return Evaluation(
        district.name,
        labelled.size if labels else known.size,
        (*scores, *standard_scores(district.name, coverage, known)),
        (*problems, *known.problems),
        (*(_notes(labelled) if labels else ()), *known.notes, *uncalibrated(coverage)),
        tuple(calibrations(coverage, known)),
    )


def _unless_given(key: str, model: object) -> dict[str, object]:
    """What stands above the folder's settings where the caller brings a model, so that the folder's is not loaded."""
    return {key: "default"} if model is not None else {}


def evaluate_texts(
    path: Path | str,
    framework: Framework,
    *,
    grades: Sequence[str] | None = None,
    encoder: Encoder | None = None,
    judge: Judge | None = None,
    cache: Path | None = None,
) -> Evaluation:
    """Measure labelled texts, each by itself, as `suggest` ranks them.

    Args:
        path: A table of texts and the codes that they teach.
        framework: What the codes belong to.
        grades: What all texts are compared with; each text's own grades, where none are given.
        encoder: The default where none is given.
        judge: The one that ships for the encoder, where none is given.
        cache: A folder for vectors; without it they are not kept.

    Returns:
        Every metric of every method with its 95 % interval, and the rows that could not be used.

    Raises:
        CuralignError: The table, the grades or the models cannot be used.

    """
    try:
        asked = require_grades(grades or ())
    except ValueError as error:
        raise SettingsError(f"{error}.") from error
    labelled = read_labelled_texts(path, framework)
    if asked:
        labelled = replace(labelled, texts=tuple(replace(text, grades=asked) for text in labelled.texts))
    vectors = VectorCache(home_of(Path(path), cache) / VECTORS) if cache else None
    with Aligner(encoder=encoder, judge=judge, cache=vectors) as aligner:
        methods = (*by_words(), plain_cosine(aligner.encoder, aligner.cache), by_curalign(aligner))
        scores = tuple(measure_texts(labelled, methods))
    return Evaluation(labelled.name, len(labelled), scores, labelled.problems)


def labels_of(root: Path) -> tuple[Label, ...]:
    """Read the labels of a district's folder.

    Args:
        root: The folder.

    Returns:
        The labels in the order of the rows.

    Raises:
        LabelsError: It has none, or they cannot be read.

    """
    if not (root / LABELS).exists():
        raise LabelsError(
            f"{root}: has no {LABELS}; write one with the columns file, lesson and codes, "
            f"or a {TRUTH} with the columns code and truth."
        )
    return read_labels(root / LABELS, _own_table(root / LABELS))


def truths_of(root: Path) -> tuple[Truth, ...]:
    """What is known of the standards of a district's folder, nothing where it has no such table. Raises LabelsError."""
    file = root / TRUTH
    if entry_at(file) == "nothing":
        return ()
    return read_truth(file, _own_table(file))


def _own_table(file: Path) -> bytes:
    """A file of a district's folder, which may have come from anywhere: no link is followed. Raises LabelsError."""
    try:
        return read_regular_file(file, MAX_LABELS_BYTES)
    except NotRegularError as error:
        raise LabelsError(f"{file}: {error}.") from error
    except OSError as error:
        raise LabelsError(f"{file}: cannot be opened ({error.strerror}); check its name and permissions.") from error


def _notes(labelled: LabelledDistrict) -> Iterator[str]:
    """What a reader must know of the labels before believing a number."""
    units = {m.path for m in labelled.alignment.materials if m.kind is Kind.UNIT}
    bare = len(units - {lesson.path for lesson in labelled.lessons})
    if bare:
        yield Sentence(sentence="evaluate-without-labels", facts=Facts(documents=bare, of=len(units)))
    if labelled.alignment.thresholds.for_units:
        yield Sentence(sentence="evaluate-guaranteed")


def _first(problems: Sequence[Problem]) -> str:
    return f"The first of {len(problems)}: {problems[0].message}" if problems else ""
