"""What thirty answers do to the number and to the probabilities, on districts whose truth is known.

    python -m benchmarks.accuracy.reviews

Answers are drawn as `curalign review` draws them and given by the truth, again and again with other draws; what was
not asked is held out. The sample district's labels.csv is left out, so that nothing is known but the answers.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean

from curalign.covering import measure_coverage
from curalign.domain.coverage import Coverage
from curalign.domain.reviews import Answer, Draw, Review, Reviews
from curalign.domain.scopes import UNITS
from curalign.metrics import draw_for_review, strata_of
from curalign.pipeline import check
from curalign.reading import read_truth
from curalign.reviewing.learning import Lesson, teach
from curalign.settings import Settings

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
DISTRICTS = ("maple-valley", "planned-grade-6", "planned-grade-8")
ANSWERS = (0, 15, 30, 45)
NOW = datetime(2026, 11, 28, tzinfo=UTC)


def measure(name: str) -> tuple[Coverage, Mapping[str, bool]]:
    """A district as it is measured without any label, and whether each of its standards is taught at all."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / name
        shutil.copytree(CORPORA / name, folder, ignore=shutil.ignore_patterns(".curalign", "labels.csv"))
        coverage = measure_coverage(check(folder).run.alignment)
        return coverage, truth_of(folder, coverage)


def truth_of(folder: Path, coverage: Coverage) -> dict[str, bool]:
    """Whether each counted standard is taught, in part counted as taught."""
    if (folder / "truth.json").exists():
        taught = set(json.loads((folder / "truth.json").read_text(encoding="utf-8"))["taught"])
        return {standard.id: standard.code in taught for standard in coverage.counted}
    said = {row.code: row.taught is not False for row in read_truth(folder / "truth.csv")}
    return {standard.id: said[standard.code] for standard in coverage.counted if standard.code in said}


def answer(coverage: Coverage, truth: Mapping[str, bool], n: int, seed: int) -> Reviews:
    """Answers about `n` standards that are drawn at random, all of them right."""
    standards, probabilities = [], []
    for standard in coverage.counted:
        reach = coverage.reach(standard, UNITS)
        if standard.id in truth and reach is not None and reach.taught is not None:
            standards.append(standard.id)
            probabilities.append(reach.taught)
    drawn = [standards[at] for at in draw_for_review(probabilities, n, seed)]
    strata = dict(zip(standards, strata_of(probabilities), strict=True))
    said = (
        Review("truth", NOW, Answer.YES if truth[standard] else Answer.NO, standard=standard, id=f"a{at}")
        for at, standard in enumerate(drawn)
    )
    return Reviews((Draw(NOW, tuple(drawn), strata, "draw"), *said))


def lessons(coverage: Coverage, truth: Mapping[str, bool], n: int, draws: int) -> list[Lesson]:
    """What `n` answers teach, for one draw after another."""
    return [teach(coverage, answer(coverage, truth, n, seed), truth, Settings()) for seed in range(draws)]


def row(name: str, n: int, true: int, found: Iterable[Lesson]) -> str:
    """A line of the table."""
    taught = [lesson.found for lesson in found]
    width = mean(t.count.high - t.count.low for t in taught)
    holds = mean(t.count.low <= true <= t.count.high for t in taught)
    alone = [t.by_answers for t in taught if t.by_answers is not None]
    by_answers = f"{mean(c.high - c.low for c in alone):.1f}" if alone else "-"
    return f"| {name} | {n} | {width:.1f} | {holds:.2f} | {by_answers} | {scores(found)} |"


def scores(found: Iterable[Lesson]) -> str:
    """The mean log score of what was held out, before and after, and how often it got better."""
    both = [(one.before, one.after) for one in found if one.before is not None and one.after is not None]
    better = mean(after < before for before, after in both)
    return f"{mean(before for before, _ in both):.3f} | {mean(after for _, after in both):.3f} | {better:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=20, help="how often standards are drawn anew (default 20)")
    draws = parser.parse_args().draws
    print("| district | answers | standards wide | holds the truth | by answers alone | log score | after | better |")
    print("|---|---|---|---|---|---|---|---|")
    for name in DISTRICTS:
        coverage, truth = measure(name)
        for n in ANSWERS:
            print(row(name, n, sum(truth.values()), lessons(coverage, truth, n, draws if n else 1)), flush=True)


if __name__ == "__main__":
    main()
