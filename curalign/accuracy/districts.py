"""A district's folder with labels: how its labelled lessons are judged, and which gaps would be noticed."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.accuracy.labelled import LabelledDistrict, Rows
from curalign.accuracy.lessons import best_cosine, best_probability, by_whole_text
from curalign.accuracy.methods import OURS
from curalign.accuracy.removing import Realign, realigned
from curalign.accuracy.texts import GAPS, LEFT_OUT, SAME_GRADE, gap_scores
from curalign.aligning import Aligner
from curalign.covering import measure_coverage
from curalign.domain.accuracy import Score
from curalign.domain.progress import Progress, silent
from curalign.evaluating import (
    METRICS,
    bm25,
    compare_untaught,
    left_out_units,
    measure,
    single_standard_gaps,
    tfidf,
)
from curalign.finding import find_gaps

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
    yield from our_lessons(district, realign, OURS, progress)


def our_lessons(
    district: LabelledDistrict, realign: Realign | None = None, name: str = OURS, progress: Progress = silent
) -> Iterator[Score]:
    """Every metric of our probabilities, and what U101 calls untaught.

    With `realign` gaps are looked for once more by taking lessons away and aligning anew, as `check` would see it:
    what no label speaks of, such as a unit's overview, then still counts.
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
    district: LabelledDistrict, method: str, scores: Rows, *, probabilities: bool = False
) -> Iterator[Score]:
    """Every metric of one method's scores (lessons, standards), and the gaps that it would show."""
    measured = district.measured(scores, probabilities=probabilities)
    for metric, estimate in measure(measured).items():
        of = METRICS[metric].of.replace("texts", "lessons")
        yield Score(district.name, method, SAME_GRADE, metric, estimate, of)
    yield from gap_scores(single_standard_gaps(measured), GAPS, district.name, method, SAME_GRADE)
    yield from gap_scores(left_out_units(measured), LEFT_OUT, district.name, method, SAME_GRADE)


def untaught_scores(district: LabelledDistrict, name: str = OURS) -> Iterator[Score]:
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
