"""From a district's folder to findings: reading, aligning, covering and finding, in order, through a saved run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from curalign import reading
from curalign.aligning import Aligner
from curalign.covering import measure_coverage, measure_reviewed, overrule
from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Resolution
from curalign.domain.districts import District
from curalign.domain.filters import NO_FILTER, Filter
from curalign.domain.findings import Finding
from curalign.domain.links import Alignment
from curalign.domain.measurement import Measurement
from curalign.domain.plans import Priorities
from curalign.domain.progress import Progress, silent
from curalign.domain.reviews import NO_REVIEWS, Reviews
from curalign.embedding import VectorCache
from curalign.finding import find_in
from curalign.judging import find_promise
from curalign.planning import find_priorities
from curalign.reading import Survey, survey_district
from curalign.settings import Models, Settings, load_settings
from curalign.storage import (
    VECTORS,
    Run,
    find_run,
    home_of,
    home_with_runs,
    latest_run,
    mark_as_last,
    read_reviews,
    run_id,
    save_run,
)

SUPPOSED = "what-if"
"""What stands in place of a run's id where none was made."""

PACKAGES = ("numpy", "onnxruntime", "scipy", "sentence-transformers", "spacy", "tokenizers", "xberg")
"""The libraries whose versions a run records, because they can change its numbers."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` gives: the run, what it means, and whether an earlier run already had it.

    `findings` are those of what was asked to be shown; the run and `coverage` are always the whole district's.
    `reviews` are what people answered, as far as it was recorded when the run was looked at.
    """

    run: Run
    measured: Measurement
    findings: tuple[Finding, ...]
    home: Path
    reused: bool = False
    reviews: Reviews = NO_REVIEWS

    @property
    def coverage(self) -> Coverage:
        """How far the district reaches each standard."""
        return self.measured.coverage

    @property
    def shown(self) -> Coverage:
        """The same, of what was asked to be shown."""
        return self.measured.narrowed


def check(
    folder: Path | str,
    settings: Settings | None = None,
    *,
    cache: Path | None = None,
    progress: Progress = silent,
    now: datetime | None = None,
    shown: Filter = NO_FILTER,
) -> Checked:
    """Check a district's folder and save the run; take up an earlier run when nothing changed.

    Args:
        folder: The district's folder.
        settings: What to check by; those of the folder's `curalign.toml` unless given.
        cache: Where runs and vectors are kept, in place of `.curalign` in the folder.
        progress: Called as each stage goes on.
        now: The time that names the run and says which decisions still hold; the present unless given.
        shown: What the result is narrowed to. Nothing of it changes what is judged and saved.

    Returns:
        The run, its coverage and its findings, and whether an earlier run already had them.

    Raises:
        CuralignError: The folder, its settings or its standards cannot be checked, or nothing can be saved; the
            sentence says how to mend it.

    """
    folder, now = Path(folder), (now or datetime.now()).astimezone()
    settings = settings or load_settings(folder)
    survey = survey_district(folder, settings)
    home = home_of(folder, cache)
    aligner = Aligner(settings=settings, cache=VectorCache(home / VECTORS))
    known = find_run(home, _fingerprint(survey.fingerprint, aligner.fingerprint))
    if known is not None:
        checked = _conclude(folder, known, _measure(known), settings, now, home, shown, reused=True)
        mark_as_last(home, known)
        return checked
    # By the room's door, which opens when it is first used: a second check reads no document.
    district = reading.read_district(survey, settings, progress)
    shown.named(district.framework, district.materials)  # a name that nothing has is told before the work
    alignment = align_district(district, aligner, progress)
    # Files may have changed since the survey: a run answers for the bytes that were read.
    unlike = () if district.is_complete else ("incomplete",)
    fingerprint = _fingerprint(survey.as_read(district.inputs).fingerprint, aligner.fingerprint, *unlike)
    run = Run(
        run_id(fingerprint, now),
        district.name,
        fingerprint,
        alignment,
        district.results,
        settings.model_dump(mode="json", exclude={"decisions", "review"}),
        dict(district.inputs),
        {name: version(name) for name in PACKAGES},
        complete=district.is_complete,
    )
    # A run is what was measured: what people decide about it may change every day, and stays in the settings; what
    # somebody wants to see of it is no part of it either.
    measured = _measure(run)
    save_run(home, run, measured.coverage, find_in(measured, settings.finding.ignore))
    return _conclude(folder, run, measured, settings, now, home, shown, reused=False)


def _measure(run: Run) -> Measurement:
    return Measurement(measure_coverage(run.alignment), run.results)


def suppose(
    survey: Survey,
    settings: Settings,
    home: Path,
    *,
    progress: Progress = silent,
    now: datetime | None = None,
    shown: Filter = NO_FILTER,
) -> Checked:
    """Check what a survey holds and keep nothing of it but the vectors: no report and no check takes it up.

    Args:
        survey: What a folder holds, or would hold.
        settings: What to check by.
        home: Where the folder's vectors are kept.
        progress: Called as each stage goes on.
        now: The time for which decisions hold; the present unless given.
        shown: What the result is narrowed to.

    Returns:
        What a check would say, with a run that is called `what-if`.

    Raises:
        CuralignError: The standards cannot be read, or the models cannot be used.

    """
    aligner = Aligner(settings=settings, cache=VectorCache(home / VECTORS))
    district = reading.read_district(survey, settings, progress)
    alignment = align_district(district, aligner, progress)
    values, inputs = settings.model_dump(mode="json", exclude={"decisions", "review"}), dict(district.inputs)
    packages = {name: version(name) for name in PACKAGES}
    run = Run(SUPPOSED, district.name, "", alignment, district.results, values, inputs, packages, complete=False)
    now = now or datetime.now()
    return _conclude(survey.root, run, _measure(run), settings, now, home, shown, reused=False)


def conclude(
    folder: Path, run: Run, settings: Settings, now: datetime, home: Path, shown: Filter = NO_FILTER
) -> Checked:
    """What a run of a folder that was read back means under these settings and reviews, at this time."""
    return _conclude(folder, run, _measure(run), settings, now, home, shown, reused=True)


def _conclude(
    folder: Path,
    run: Run,
    measured: Measurement,
    settings: Settings,
    now: datetime,
    home: Path,
    shown: Filter,
    *,
    reused: bool,
) -> Checked:
    """What a run means under these settings, today, as far as it is to be shown, a person's word overruling it."""
    shown = shown.named(run.alignment.framework, run.alignment.materials)
    reviews, problems = read_reviews(folder)
    coverage = review_coverage(measured.coverage, reviews, settings)
    if problems:
        alignment = coverage.alignment
        coverage = replace(coverage, alignment=replace(alignment, problems=(*alignment.problems, *problems)))
    measured = replace(measured, coverage=coverage, shown=shown)
    findings = find_in(measured, settings.finding.ignore, settings.decided, now.date())
    overruled = replace(measured, coverage=overrule(measured.coverage, findings))
    return Checked(run, overruled, findings, home, reused, reviews)


def review_coverage(measured: Coverage, reviews: Reviews, settings: Settings) -> Coverage:
    """What was measured, overruled by what people answered; reviews are no part of a run, as decisions are not.

    Args:
        measured: As the run has it.
        reviews: What people answered.
        settings: How many readers it takes, and what share of what is not taught may be called taught.

    Returns:
        The coverage, with the sample that the headline is counted by, and what the answers promise.

    """
    coverage = measure_reviewed(measured, reviews, settings.review.readers)
    alpha = settings.judging.alpha
    if coverage.sample is None or alpha is None or not coverage.sample.drawn:
        return coverage
    return replace(coverage, promise=find_promise(coverage.sample, alpha))


def priorities_of(checked: Checked, settings: Settings) -> Priorities:
    """Which standards are most urgent in a checked district; nothing where it has no results.

    Args:
        checked: What was checked.
        settings: How results may be told.

    Returns:
        Priorities of the whole district, whatever was asked to be shown of it.

    """
    deferred = {
        finding.standard.id
        for finding in checked.findings
        if finding.standard and finding.decision and finding.decision.verdict is Resolution.DEFERRED
    }
    return find_priorities(checked.measured, settings.results.min_n, settings.results.claims, deferred)


def align_district(district: District, aligner: Aligner, progress: Progress = silent) -> Alignment:
    """Align a district that was read, all of it, and keep what could not be read."""
    with aligner:
        alignment = aligner.align(district.framework, district.materials, labels=district.labels, progress=progress)
    return replace(alignment, problems=(*district.problems, *alignment.problems))


def reopen(
    folder: Path | str,
    *,
    cache: Path | None = None,
    shown: Filter = NO_FILTER,
) -> Checked:
    """The last run of a folder, read back: as it was measured, under today's decisions and ignored codes.

    `shown` narrows what is given. Raises CuralignError.
    """
    folder = Path(folder)
    home = home_with_runs(folder, cache)
    run, settings = latest_run(home), load_settings(folder, models=Models.UNUSED)
    return conclude(folder, run, settings, datetime.now(), home, shown)


def _fingerprint(*parts: str) -> str:
    return "sha256:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()
