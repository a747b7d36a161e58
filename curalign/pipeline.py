"""From a district's folder to findings: reading, aligning, covering and finding, in order, through a saved run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from curalign import __version__
from curalign.aligning import align
from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage
from curalign.domain.districts import District
from curalign.domain.findings import Finding
from curalign.domain.links import Alignment
from curalign.domain.progress import Progress, silent
from curalign.embedding import Encoder, VectorCache, load_encoder
from curalign.finding import find_gaps
from curalign.judging import Judge, judge_for
from curalign.reading import read_district, survey_district
from curalign.settings import Settings, load_settings
from curalign.storage import Run, find_run, home_of, home_with_runs, keep_in_mind, latest_run, run_id, save_run


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` gives: the run, what it means, and whether an earlier run already had it."""

    run: Run
    coverage: Coverage
    findings: tuple[Finding, ...]
    home: Path
    reused: bool = False


def check(
    folder: Path | str,
    settings: Settings | None = None,
    *,
    cache: Path | None = None,
    progress: Progress = silent,
    now: datetime | None = None,
) -> Checked:
    """Do the whole job on a district's folder and save the run; take up an earlier run when nothing changed.

    `cache` names another place for runs and vectors than `.curalign` in the folder. Raises CuralignError.
    """
    folder = Path(folder)
    settings = settings or load_settings(folder)
    survey = survey_district(folder, settings)
    home = home_of(folder, cache)
    encoder = load_encoder(settings.embedding.encoder)
    judge = judge_for(encoder.fingerprint, settings.judging.judge)
    fingerprint = _fingerprint(
        survey.fingerprint, settings.fingerprint, encoder.fingerprint, judge.fingerprint, __version__
    )
    run = find_run(home, fingerprint)
    reused = run is not None
    if run is None:
        district = read_district(survey, settings, progress)
        with VectorCache(home / "vectors.sqlite") as vectors:
            alignment = align_district(
                district, settings, encoder=encoder, judge=judge, cache=vectors, progress=progress
            )
        name = run_id(fingerprint, now or datetime.now(UTC))
        run = Run(name, district.name, fingerprint, alignment, district.results)
    coverage = measure_coverage(run.alignment)
    if reused:
        keep_in_mind(home, run)
    else:
        save_run(home, run, coverage, find_gaps(coverage, settings.finding.ignore))
    findings = find_gaps(coverage, settings.finding.ignore, settings.decided, now.date() if now else None)
    return Checked(run, coverage, findings, home, reused)


def align_district(
    district: District,
    settings: Settings,
    *,
    encoder: Encoder,
    judge: Judge,
    cache: VectorCache | None = None,
    progress: Progress = silent,
) -> Alignment:
    """Align a district that was read, as far as the settings ask, and keep what could not be read."""
    district = district.narrowed(settings.district.subjects, settings.district.only_schools)
    alignment = align(
        district.framework,
        district.materials,
        encoder=encoder,
        judge=judge,
        settings=settings,
        cache=cache,
        progress=progress,
    )
    return replace(alignment, problems=(*district.problems, *alignment.problems))


def reopen(folder: Path | str, *, cache: Path | None = None) -> Checked:
    """The last run of a folder, read back; its findings follow the settings of today. Raises CuralignError."""
    folder = Path(folder)
    settings = load_settings(folder)
    home = home_with_runs(folder, cache)
    run = latest_run(home)
    coverage = measure_coverage(run.alignment)
    findings = find_gaps(coverage, settings.finding.ignore, settings.decided)
    return Checked(run, coverage, findings, home, reused=True)


def _fingerprint(*parts: str) -> str:
    return "sha256:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()
