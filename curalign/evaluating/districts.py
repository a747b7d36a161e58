"""A district's folder with labels: how its labelled lessons are judged, and which gaps would be noticed."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.aligning import Aligner
from curalign.covering import measure_coverage
from curalign.domain.progress import Progress, silent
from curalign.domain.scores import Score
from curalign.evaluating.baselines import bm25, tfidf
from curalign.evaluating.labelled import LabelledDistrict
from curalign.evaluating.lesson_scores import best_cosine, best_probability, by_whole_text
from curalign.evaluating.methods import CURALIGN
from curalign.evaluating.removing import Realign, realigned
from curalign.evaluating.texts import GAPS, LEFT_OUT, SAME_GRADE, gap_scores
from curalign.finding import find_gaps
from curalign.metrics import (
    METRICS,
    Scores,
    compare_untaught,
    left_out_units,
    measure,
    single_standard_gaps,
)

UNTAUGHT = "U101"


def lesson_scores(
    district: LabelledDistrict,
    aligner: Aligner,
    realign: Realign | None = None,
    progress: Progress = silent,
) -> Iterator[Score]:
    """Every metric of words alone, of the encoder's cosine and of ours, at the labelled lessons.

    A lesson's score is that of its best passage; by words alone its whole text is taken.
    """
    yield from measure_lessons(district, "TF-IDF", by_whole_text(district, tfidf))
    yield from measure_lessons(district, "BM25", by_whole_text(district, bm25))
    cosine = best_cosine(district, aligner.encoder, aligner.cache)
    yield from measure_lessons(district, f"cosine of {aligner.encoder.name}", cosine)
    yield from our_lessons(district, realign, CURALIGN, progress)


def our_lessons(
    district: LabelledDistrict, realign: Realign | None = None, name: str = CURALIGN, progress: Progress = silent
) -> Iterator[Score]:
    """Measure curalign's own probabilities at the labelled lessons of a district.

    Args:
        district: The district with its labelled lessons.
        realign: Aligns the district without some lessons. With it gaps are looked for once more, as `check` would see
            them: what no label speaks of, such as a unit's overview, then still counts.
        name: What the scores are called.
        progress: Called as the district is aligned anew.

    Yields:
        Every metric, and precision and recall of what U101 calls untaught.

    """
    scores = best_probability(district)
    yield from measure_lessons(district, name, scores, probabilities=True)
    if realign is not None:
        measured = district.measured(scores)
        anew = realigned(district, realign, single_standard_gaps(measured), left_out_units(measured), progress)
        for what, levels in zip((GAPS, LEFT_OUT), anew, strict=True):
            yield from gap_scores(levels, f"{what}, aligned anew,", district.name, name, SAME_GRADE)
    yield from untaught_scores(district, name)


def measure_lessons(
    district: LabelledDistrict, method: str, scores: Scores, *, probabilities: bool = False
) -> Iterator[Score]:
    """Measure one method at the labelled lessons of a district.

    Args:
        district: The district with n labelled lessons and s scored standards.
        method: The name of the method.
        scores: (n, s), higher is better.
        probabilities: Whether the scores are probabilities (0 to 1), so that calibration can be measured.

    Yields:
        Every metric, and the gaps that the method would show, each with a 95 % interval over units.

    """
    measured = district.measured(scores, probabilities=probabilities)
    for metric, estimate in measure(measured).items():
        of = METRICS[metric].of.replace("texts", "lessons")
        yield Score(district.name, method, SAME_GRADE, metric, estimate, of)
    yield from gap_scores(single_standard_gaps(measured), GAPS, district.name, method, SAME_GRADE)
    yield from gap_scores(left_out_units(measured), LEFT_OUT, district.name, method, SAME_GRADE)


def untaught_scores(district: LabelledDistrict, name: str = CURALIGN) -> Iterator[Score]:
    """Precision and recall of U101, and how many labelled standards it calls untaught.

    A label on a standard with components counts for each of them, and a label in any grade counts.
    """
    coverage = measure_coverage(district.alignment)
    framework = district.alignment.framework
    called = {f.standard.code for f in find_gaps(coverage) if f.code == UNTAUGHT and f.standard is not None}
    named = frozenset[str]().union(*district.taught)
    taught = {s.code for s in coverage.counted if named & {s.code, *(a.code for a in framework.ancestors(s))}}
    for metric, estimate in compare_untaught(called, taught, [s.code for s in coverage.counted]).items():
        yield Score(district.name, name, SAME_GRADE, f"{UNTAUGHT} {metric}", estimate, "standards")
