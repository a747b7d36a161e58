"""The guarantee: what a district's own reviewed units promise of what is called taught (conformal risk control)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sample_districts import MAPLE_VALLEY

import curalign as ca
from curalign.domain.guarantees import Bound, Guarantee
from curalign.domain.labels import Label
from curalign.domain.links import Alignment, Thresholds
from curalign.domain.materials import Kind
from curalign.domain.problems import Problem
from curalign.judging import find_guarantee, raise_thresholds
from curalign.judging.guarantee import least_threshold, units_needed

ALPHA = 0.1
A, B, C, D = (standard(code) for code in "ABCD")


def units_of(*probabilities: Sequence[float]) -> list[NDArray[np.float64]]:
    return [np.array(some, np.float64) for some in probabilities]


# --- The formula: n/(n+1) x mean loss + 1/(n+1) <= alpha --------------------------------------------------------------


@pytest.mark.parametrize(("alpha", "needed"), [(0.5, 1), (0.2, 4), (0.1, 9), (0.05, 19), (0.01, 99), (0.3, 3)])
def test_it_takes_one_over_alpha_less_one_units(alpha: float, needed: int) -> None:
    assert units_needed(alpha) == needed


def test_with_just_enough_units_nothing_wrong_may_be_reached() -> None:
    # 9/10 R + 1/10 <= 1/10 leaves R = 0: the threshold stands just above the most probable mistake.
    assert least_threshold(units_of([0.71, 0.3], *[[0.2]] * 8), ALPHA) == 0.7101


def test_nineteen_units_leave_room_for_one_that_is_wholly_wrong() -> None:
    # The losses may add up to 0.1 x 20 - 1 = 1, so the best of the nineteen may pass and the second may not.
    assert least_threshold(units_of(*[[i / 20] for i in range(1, 20)]), ALPHA) == 0.9001


def test_a_units_loss_is_a_share() -> None:
    # Three units at alpha 0.5: the losses may add up to 1, a third each, which is one of four standards.
    assert least_threshold(units_of(*[[0.1, 0.2, 0.3, 0.4]] * 3), 0.5) == 0.3001
    assert least_threshold(units_of(*[[0.1, 0.2, 0.4]] * 3), 0.5) == 0.2001


def test_a_threshold_is_reached_by_what_equals_it() -> None:
    assert least_threshold(units_of([0.5]), 0.5) == 0.5001
    assert least_threshold(units_of([float(np.float32(0.3))]), 0.5) == 0.3001


def test_units_that_teach_everything_lose_nothing() -> None:
    assert least_threshold(units_of(*[[]] * 9), ALPHA) == 0.0


def test_there_may_be_no_threshold() -> None:
    assert least_threshold(units_of([1.0], *[[0.2]] * 8), ALPHA) is None
    assert least_threshold(units_of(*[[0.2]] * 8), ALPHA) is None


chances = st.lists(st.floats(0, 0.999), max_size=6)
reviewed = st.lists(chances, min_size=1, max_size=30)


@given(reviewed, st.floats(0.02, 0.9), st.floats(0.02, 0.9))
def test_the_threshold_falls_as_alpha_rises(some: list[list[float]], one: float, other: float) -> None:
    strict, lax = (least_threshold(units_of(*some), alpha) for alpha in sorted((one, other)))
    assert strict is None or (lax is not None and lax <= strict)


@given(reviewed, st.floats(0.02, 0.9))
def test_the_threshold_is_the_least_that_keeps_the_bound(some: list[list[float]], alpha: float) -> None:
    def bounded(threshold: float) -> bool:
        mean = np.mean([np.mean(np.array(unit) >= threshold) if unit else 0.0 for unit in some])
        return bool(len(some) * mean + 1 <= alpha * (len(some) + 1) + 1e-9)

    found = least_threshold(units_of(*some), alpha)
    assert bounded(1.0 if found is None else found) == (found is not None)
    if found:
        assert not bounded(round(found - 0.0001, 4))


# --- The promise is kept: new units of the same kind ------------------------------------------------------------------


def draw_unit(rng: np.random.Generator, standards: int) -> NDArray[np.float64]:
    """A unit's probabilities for what it does not teach; some units are harder than others as a whole."""
    return 1 / (1 + np.exp(-rng.normal(rng.normal(-2, 1), 1, standards)))


def losses_on_new_units(n: int, standards: int, repeats: int = 1500) -> NDArray[np.float64]:
    rng = np.random.default_rng(n)
    losses = []
    for _ in range(repeats):
        threshold = least_threshold([draw_unit(rng, standards) for _ in range(n)], ALPHA)
        assert threshold is not None
        losses.append(np.mean([(draw_unit(rng, standards) >= threshold).mean() for _ in range(5)]))
    return np.array(losses)


@pytest.mark.parametrize("n", [9, 19, 50])
def test_the_mean_loss_on_new_units_is_alpha_where_one_standard_is_at_stake(n: int) -> None:
    losses = losses_on_new_units(n, standards=1)
    error = 3 * losses.std() / np.sqrt(len(losses))
    exact = int(ALPHA * (n + 1) + 1e-9) / (n + 1)  # .1, .1 and 5/51: losses of 0 or 1 leave no slack but rounding
    assert abs(losses.mean() - exact) <= error
    assert losses.mean() <= ALPHA + error


@pytest.mark.parametrize("n", [9, 19, 50])
def test_the_mean_loss_on_new_units_is_at_most_alpha_and_not_far_below(n: int) -> None:
    losses = losses_on_new_units(n, standards=12)
    error = 3 * losses.std() / np.sqrt(len(losses))
    assert losses.mean() <= ALPHA + error
    assert losses.mean() >= ALPHA - 2 / (n + 1) - error  # theorem 2 of the paper


@pytest.fixture(scope="module")
def maple(maple_valley_once: Path) -> Alignment:
    return ca.check(maple_valley_once).run.alignment


@pytest.mark.parametrize("n", [10, 13, 16])
def test_the_promise_is_kept_over_splits_of_the_sample_district(maple: Alignment, n: int) -> None:
    with (MAPLE_VALLEY / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "unit"]
    labels = [Label(row["file"], row["lesson"], frozenset(row["codes"].split("|"))) for row in rows]
    lost = {path: untaught_math(maple, path, labels) for path in sorted({label.file for label in labels})}
    units = [path for path, probabilities in lost.items() if probabilities is not None]
    rng = np.random.default_rng(4)
    losses = []
    for _ in range(150):
        chosen = set(rng.permutation(units)[:n])
        guarantee = find_guarantee(maple, [label for label in labels if label.file in chosen], ALPHA)
        bound = next(bound for bound in guarantee.bounds if bound.subject == "Mathematics")
        assert bound.units == n
        losses += [np.mean([(lost[path] >= bound.threshold).mean() for path in units if path not in chosen])]
    assert np.mean(losses) <= ALPHA + 3 * np.std(losses) / np.sqrt(len(losses))
    assert np.mean(losses) > 0


def untaught_math(alignment: Alignment, path: str, labels: list[Label]) -> NDArray[np.float64] | None:
    """The best probability of each mathematics standard that a unit does not teach; None where it teaches none."""
    framework = alignment.framework
    taught = {code for label in labels if label.file == path for code in label.codes}
    if not any(framework[code].subject == "Mathematics" for code in taught):
        return None
    (material,) = (m for m in alignment.materials if m.path == path)
    best = {
        s.code: 0.0
        for s in framework
        if framework.counts(s) and s.subject == "Mathematics" and s.code not in taught and s.states(material.grades)
    }
    links = alignment.links
    for at in np.flatnonzero([links.passages[i].material.path == path for i in links.passage]):
        code = links.standards[links.standard[at]].code
        if code in best:
            best[code] = max(best[code], float(links.probability[at]))
    return np.array(list(best.values()))


# --- From an alignment and labels -------------------------------------------------------------------------------------


def district(n: int, *more: Document) -> Alignment:
    """n units that teach A by their labels, each with a passage near to B, the more so the later it stands."""
    units = [unit(f"curriculum/u{i}.md", Said("text", {"A": 0.875, "B": i / 100, "C": 0.05})) for i in range(1, n + 1)]
    return align([A, B, C], *units, *more)


def labels(n: int, codes: str = "A") -> list[Label]:
    return [Label(f"curriculum/u{i}.md", "", frozenset(codes.split())) for i in range(1, n + 1)]


def only(guarantee: Guarantee) -> Bound:
    (bound,) = guarantee.bounds
    return bound


def test_reviewed_units_set_the_threshold() -> None:
    guarantee = find_guarantee(district(9), labels(9), ALPHA)
    assert guarantee == Guarantee(ALPHA, (Bound("", 9, 9, 0.0901, found=1.0),))


def test_with_one_unit_too_few_there_is_no_guarantee() -> None:
    bound = only(find_guarantee(district(9), labels(8), ALPHA))
    assert bound == Bound("", 8, 9)
    assert bound.missing == 1
    assert only(find_guarantee(district(9), (), ALPHA)) == Bound("", 0, 9)


def test_the_lessons_of_a_document_are_one_unit() -> None:
    twice = [Label(f"curriculum/u{i}.md", lesson, frozenset("A")) for i in range(1, 9) for lesson in ("1", "2")]
    assert only(find_guarantee(district(9), twice, ALPHA)).units == 8


def test_what_every_passage_reaches_counts_also_outside_the_lessons_that_are_labelled() -> None:
    units = [unit("curriculum/u1.md", Said("lesson", {"A": 0.9}), Said("overview", {"B": 0.4}))]
    assert only(find_guarantee(align([A, B], *units), labels(1), 0.5)).threshold == 0.4001


def test_a_unit_that_was_reviewed_and_teaches_nothing_counts() -> None:
    assert only(find_guarantee(district(9), labels(9, codes=""), ALPHA)).threshold == 0.8751


def test_standards_of_other_grades_and_practices_are_not_at_stake() -> None:
    others = [standard("X", grades="4"), standard("MP1", level="Practice")]
    units = [unit("curriculum/u1.md", Said("text", {"A": 0.9, "B": 0.2, "X": 0.8, "MP1": 0.7}))]
    assert only(find_guarantee(align([A, B, *others], *units), labels(1), 0.5)).threshold == 0.2001


def test_below_a_heading_that_is_named_nothing_is_known() -> None:
    heading = standard("H")
    below = [standard("H.1", parent="H"), standard("H.2", parent="H")]
    units = [unit("curriculum/u1.md", Said("text", {"H.1": 0.9, "H.2": 0.8, "A": 0.1}))]
    assert only(find_guarantee(align([A, heading, *below], *units), labels(1, "H"), 0.5)).threshold == 0.1001


@pytest.mark.parametrize(
    "extra",
    [
        unit("curriculum/u10.md", problems=[Problem("F302", "curriculum/u10.md", trouble="no-text")]),
        pd("curriculum/u10.md", Said("text", {"A": 0.9})),
    ],
    ids=["a scan", "PD"],
)
def test_only_units_that_were_judged_are_reviewed_ones(extra: Document) -> None:
    assert only(find_guarantee(district(9, extra), labels(10), ALPHA)).units == 9


def test_a_unit_whose_codes_nobody_knows_says_nothing() -> None:
    assert (
        only(find_guarantee(district(9), [*labels(8), Label("curriculum/u9.md", "", frozenset({"?"}))], ALPHA)).missing
        == 1
    )


def test_files_may_be_named_from_the_curriculum_folder_and_as_windows_does() -> None:
    short = [Label(f"u{i}.md", "", frozenset("A")) for i in range(1, 6)]
    windows = [Label(f"curriculum\\u{i}.md", "", frozenset("A")) for i in range(6, 10)]
    assert find_guarantee(district(9), [*short, *windows], ALPHA) == find_guarantee(district(9), labels(9), ALPHA)


def test_a_name_that_two_documents_have_is_neither() -> None:
    units = [unit(f"curriculum/{school}/u1.md", Said("text", {"A": 0.9})) for school in ("north", "river")]
    assert only(find_guarantee(align([A, B], *units), [Label("u1.md", "", frozenset("A"))], 0.5)).units == 0
    assert only(find_guarantee(align([A, B], *units), [Label("north/u1.md", "", frozenset("A"))], 0.5)).units == 1


# --- Per subject ------------------------------------------------------------------------------------------------------

MATH = [replace(s, subject="math") for s in (A, B)]
SCIENCE = [replace(s, subject="science") for s in (C, D)]


def two_subjects(math: int, science: int) -> tuple[Alignment, list[Label]]:
    first = [unit(f"m{i}.md", Said("text", {"A": 0.9, "B": 0.2, "C": 0.6})) for i in range(math)]
    second = [unit(f"s{i}.md", Said("text", {"C": 0.9, "D": 0.4, "B": 0.75})) for i in range(science)]
    named = [Label(d.material.path, "", frozenset("A" if d in first else "C")) for d in (*first, *second)]
    return align([*MATH, *SCIENCE], *first, *second), named


def test_each_subject_is_bound_by_the_units_that_teach_it() -> None:
    bounds = find_guarantee(*two_subjects(9, 12), ALPHA).bounds
    assert [(b.subject, b.units, b.threshold) for b in bounds] == [("math", 9, 0.2001), ("science", 12, 0.4001)]


def test_a_subject_with_too_few_units_has_no_guarantee_beside_one_that_has() -> None:
    bounds = find_guarantee(*two_subjects(9, 2), ALPHA).bounds
    assert [(b.subject, b.missing, b.threshold) for b in bounds] == [("math", 0, 0.2001), ("science", 7, None)]


def test_where_no_subject_has_enough_all_standards_are_bound_together() -> None:
    assert only(find_guarantee(*two_subjects(6, 3), ALPHA)) == Bound("", 9, 9, 0.7501, found=1.0)
    assert only(find_guarantee(*two_subjects(2, 3), ALPHA)) == Bound("", 5, 9)


def test_one_subject_is_called_by_its_name() -> None:
    alignment = align(MATH, unit("m0.md", Said("text", {"A": 0.9})))
    assert only(find_guarantee(alignment, [], ALPHA)) == Bound("math", 0, 9)


# --- What becomes of the thresholds -----------------------------------------------------------------------------------

JUDGES = Thresholds(full=0.5, partial=0.3)


def thresholds_after(*bounds: Bound) -> Thresholds:
    return raise_thresholds(JUDGES, Guarantee(ALPHA, bounds))


def test_thresholds_rise_as_far_as_the_guarantee_asks_and_never_fall() -> None:
    assert thresholds_after(Bound("", 9, 9, 0.4)).of(A, Kind.UNIT) == Thresholds(0.5, 0.4)
    assert thresholds_after(Bound("", 9, 9, 0.7)).of(A, Kind.UNIT) == Thresholds(0.7, 0.7)
    assert thresholds_after(Bound("", 9, 9, 0.1)) == JUDGES
    assert thresholds_after(Bound("", 8, 9)) == JUDGES


def test_each_subject_has_its_own() -> None:
    after = thresholds_after(Bound("math", 9, 9, 0.4), Bound("science", 2, 9))
    assert after.of(MATH[0], Kind.UNIT) == Thresholds(0.5, 0.4)
    assert after.of(SCIENCE[0], Kind.UNIT).partial == 0.3


def test_pd_is_judged_as_before_for_units_say_nothing_of_it() -> None:
    thresholds = thresholds_after(Bound("", 9, 9, 0.4))
    said = Said("text", {"A": 0.35})
    coverage = ca.measure_coverage(align([A], unit("u.md", said), pd("p.md", said), thresholds=thresholds))
    assert [(str(r.kind), str(r.strength)) for r in coverage.reaches] == [("unit", "none"), ("pd", "partial")]
    assert [str(link.strength) for link in coverage.alignment.links] == ["none", "partial"]


def test_what_still_counts_is_measured_where_it_is_counted() -> None:
    units = [unit(f"curriculum/u{i}.md", Said("text", {"A": 0.4 if i < 4 else 0.9, "B": 0.1})) for i in range(1, 10)]
    bound = only(find_guarantee(align([A, B], *units, thresholds=Thresholds(0.8, 0.5)), labels(9), ALPHA))
    assert bound.threshold == 0.1001
    assert bound.found == pytest.approx(6 / 9)
