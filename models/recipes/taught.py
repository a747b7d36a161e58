"""Fit how probable it is that a standard is taught, by its level, and print how often verdicts are wrong.

python -m models.recipes.taught             print the tables
python -m models.recipes.taught --write     write the calibration into the judge of the encoder, and what was measured
                                            into the card that reports show of it

Whole districts whose truth was planned before their text was written: ours in corpora/, and an open one of the bench
where that is there. Every row of the second table is a district that the curve has not seen.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import curalign as ca
from benchmarks.labelled_sets import DEFAULT, WORK
from curalign.covering.summarising import summarise
from curalign.domain.levels import VERSION
from curalign.domain.materials import Kind
from curalign.domain.verdicts import SURE, Calibration, Verdict
from curalign.embedding import Encoder, VectorCache, load_encoder
from curalign.judging import Judge, judge_for, load_judge
from curalign.reading import read_truth
from curalign.reporting.view.cards import Measured
from curalign.resources import models_folder

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
CARDS = Path(__file__).resolve().parents[2] / "curalign" / "reporting" / "view" / "cards.json"
NAMES = {
    "maple-valley": "Maple Valley, grades 3-5",
    "planned-grade-6": "Quarry Lake, grade 6",
    "planned-grade-7": "Alder Ferry, grade 7",
    "planned-grade-8": "Harbor Bend, grade 8",
    "planned-grades-9-10": "Tern Hollow, grades 9-10",
    "planned-grades-11-12": "Cutler Bluff, grades 11-12",
    "planned_grade_4": "Planned grade 4",
}
"""What reports call the districts."""
HELD_OUT = ("planned-grades-11-12",)
"""Districts that nothing is fitted to, and whose errors nobody looks at while mending: the nearest to a new one."""


@dataclass(frozen=True)
class Truth:
    """A district's standards: level in log-odds, what its documents reach by chance, and whether they teach them.

    Each is (n,).
    """

    name: str
    kind: Kind
    codes: tuple[str, ...]
    level: np.ndarray
    chance: np.ndarray
    taught: np.ndarray

    @property
    def columns(self) -> np.ndarray:
        """(n, 2): how far the level's log-odds lie above chance, and whether it is of PD."""
        return np.column_stack([self.level - self.chance, np.full(len(self.level), float(self.kind is Kind.PD))])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bench", type=Path, default=DEFAULT)
    options.add_argument("--cache", type=Path, default=WORK / "vectors.sqlite")
    options.add_argument("--encoder", default="default")
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    encoder = load_encoder(asked.encoder)
    found = list(truths(asked.bench, asked.cache, encoder))
    fitted = [truth for truth in found if truth.name not in HELD_OUT]
    curves = fit(fitted)
    print("all districts", curves)
    for truth in fitted:
        tell(truth, curves[truth.kind])
    print("each district by the curves of the others")
    unseen = {truth.name: fit([other for other in fitted if other.name != truth.name]) for truth in found}
    for truth in found:
        tell(truth, unseen[truth.name][truth.kind])
    losses = [(t.kind, log_loss(t, taught_by(t, unseen[t.name][t.kind]))) for t in fitted]
    units = np.mean([loss for kind, loss in losses if kind is Kind.UNIT])
    print(f"mean log loss of those fitted to: {np.mean([loss for _, loss in losses]):.3f}, of units {units:.3f}")
    if asked.write:
        path = models_folder() / "judges" / f"{encoder.name}.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        data["levels"] = VERSION
        data["taught"] = {
            str(kind): {name: round(value, 4) for name, value in asdict(c).items()} for kind, c in curves.items()
        }
        path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
        fitted_judge = load_judge(encoder.name).fingerprint
        write_card(fitted_judge, [measured(truth, unseen[truth.name][truth.kind]) for truth in found])


def districts_with_truth(bench: Path) -> list[Path]:
    """The folders of ours, those held out too, and that of the bench where it is there."""
    every = CORPORA / "maple-valley", *sorted(CORPORA.glob("planned-*")), bench / "districts" / "planned_grade_4"
    return [folder for folder in every if folder.is_dir()]


def truths(bench: Path, cache: Path, encoder: Encoder) -> Iterator[Truth]:
    """Every district with a truth, for units and for PD."""
    for folder in districts_with_truth(bench):
        district = ca.read_district(folder)
        with ca.Aligner(encoder=encoder, judge=_measuring(encoder), cache=VectorCache(cache)) as aligner:
            alignment = aligner.align(district.framework, district.materials)
        summary, framework = summarise(alignment), alignment.framework
        told = known(folder)
        for kind in (Kind.UNIT, Kind.PD):
            holders = {(m.kind, m.school) for m in summary.materials if m.kind is kind}
            named = [s for s in framework.standards if framework.counts(s) and (kind, s.code) in told]
            yield Truth(
                folder.name,
                kind,
                tuple(s.code for s in named),
                np.array([summary.links_to(s, holders).level.log_odds for s in named]),
                np.array([summary.chance_for(s, holders) for s in named]),
                np.array([told[kind, s.code] for s in named], bool),
            )


def _measuring(encoder: Encoder) -> Judge:
    """The encoder's judge, with some curve or other, so that chance is measured."""
    some = Calibration(0.0, 1.0, 0.0, 0.0)
    return replace(judge_for(encoder.fingerprint), calibrations=((Kind.UNIT, some), (Kind.PD, some)))


def known(folder: Path) -> dict[tuple[Kind, str], bool]:
    """What is taught, and supported by PD, of what is known; what is taught in part is neither."""
    if (folder / "truth.json").exists():
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        gone = {(Kind.UNIT, code): False for code in truth["untaught"] + truth["off_grade_only"]}
        units = {(Kind.UNIT, code): True for code in truth["taught"]}
        pd = {(Kind.PD, code): code not in truth["taught_without_pd"] for code in truth["taught"]}
        return gone | units | pd
    rows = read_truth(folder / "truth.csv")
    units = {(Kind.UNIT, row.code): row.taught for row in rows if row.taught is not None}
    return units | {(Kind.PD, row.code): row.pd for row in rows if row.pd is not None}


def fit(districts: Sequence[Truth]) -> dict[Kind, Calibration]:
    """One logistic curve for both kinds but for its intercept; every district and kind weighs the same."""
    from sklearn.linear_model import LogisticRegression

    x = np.concatenate([truth.columns for truth in districts])
    y = np.concatenate([truth.taught for truth in districts])
    weight = np.concatenate([np.full(len(truth.taught), 100 / len(truth.taught)) for truth in districts])
    curve = LogisticRegression(C=10.0).fit(x, y, sample_weight=weight)
    slope, of_pd = (float(value) for value in curve.coef_[0])
    found = {}
    for kind in (Kind.UNIT, Kind.PD):
        own = [truth for truth in districts if truth.kind is kind]
        least = min(float(truth.chance.min()) for truth in own)
        intercept = float(curve.intercept_[0]) + (of_pd if kind is Kind.PD else 0.0)
        plain = Calibration(intercept, slope, least, 0.0)
        shifts = [_shift(truth, plain) for truth in own]
        found[kind] = replace(plain, spread=float(np.sqrt(np.mean(np.square(shifts)))))
    return found


def _shift(truth: Truth, curve: Calibration) -> float:
    """How far a district's own intercept is from the curve's: what makes the expected count its true one."""
    low, high = -5.0, 5.0
    for _ in range(50):
        middle = (low + high) / 2
        moved = replace(curve, intercept=curve.intercept + middle)
        low, high = (middle, high) if taught_by(truth, moved).sum() < truth.taught.sum() else (low, middle)
    return low


def taught_by(truth: Truth, curve: Calibration) -> NDArray[np.float64]:
    """How probably each standard is taught, by the curve."""
    return np.array([curve.taught(float(a), float(n)) for a, n in zip(truth.level, truth.chance, strict=True)])


def log_loss(truth: Truth, p: NDArray[np.float64]) -> float:
    """The mean of minus the logarithm of what was said of what is true."""
    return -float(np.log(np.clip(np.where(truth.taught, p, 1 - p), 1e-6, 1)).mean())


def calibration_error(truth: Truth, p: NDArray[np.float64]) -> float:
    """The calibration error over five bins."""
    bins = np.minimum((p * 5).astype(int), 4)
    found = (abs(p[bins == b].mean() - truth.taught[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))
    return float(sum(found))


def tell(truth: Truth, curve: Calibration) -> None:
    one, p = measured(truth, curve), taught_by(truth, curve)
    order = (p[truth.taught][:, None] > p[~truth.taught]).mean()
    print(
        f"  {truth.name:20} {truth.kind:4} {one.standards} standards, {one.true} taught, expected {one.expected:.1f}; "
        f"taught: right {one.taught_right} of {one.taught}, found {one.taught_right} of {one.true}; "
        f"not taught: right {one.untaught_right} of {one.untaught}, "
        f"found {one.untaught_right} of {one.standards - one.true}; "
        f"cannot tell {one.cannot_tell}; ECE {one.error:.3f}; AUC {order:.3f}"
    )
    if truth.name in HELD_OUT:
        return
    called = zip(truth.codes, p, truth.taught, strict=True)
    wrong = [(code, round(float(q), 2)) for code, q, t in called if (q >= SURE and not t) or (q <= 1 - SURE and t)]
    print("    wrong:", wrong)


def measured(truth: Truth, curve: Calibration) -> Measured:
    """How right a curve is over one district and kind."""
    p = taught_by(truth, curve)
    verdicts = np.array([Verdict.of(float(each)) for each in p])
    yes, no, y = verdicts == Verdict.TAUGHT, verdicts == Verdict.NOT_TAUGHT, truth.taught
    return Measured(
        district=NAMES[truth.name],
        kind=truth.kind,
        standards=len(y),
        true=int(y.sum()),
        expected=round(float(p.sum()), 1),
        taught=int(yes.sum()),
        taught_right=int((y & yes).sum()),
        untaught=int(no.sum()),
        untaught_right=int((~y & no).sum()),
        cannot_tell=int((~yes & ~no).sum()),
        error=round(calibration_error(truth, p), 3),
    )


def write_card(judge: str, found: Sequence[Measured]) -> None:
    """Put what was measured in place of what was measured of an earlier judge of the same encoder."""
    name = judge.partition("@")[0]
    cards = json.loads(CARDS.read_text(encoding="utf-8"))
    others = [card for card in cards if card["judge"].partition("@")[0] != name]
    card = {"judge": judge, "day": f"{date.today():%Y-%m-%d}", "districts": [asdict(one) for one in found]}
    written = ",\n".join(
        f' {{"judge": "{each["judge"]}", "day": "{each["day"]}", "districts": [\n   '
        + ",\n   ".join(map(json.dumps, each["districts"]))
        + "]}"
        for each in sorted([*others, card], key=lambda each: each["judge"])
    )
    CARDS.write_text(f"[\n{written}\n]\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
