"""Before and after, as a terminal shows it, and what a reader may conclude."""

from __future__ import annotations

import io

from rich.console import Console

from curalign.domain.scores import Change, Estimate
from curalign.reporting.terminal.gains import Gains


def change(metric: str, low: float | None, high: float | None, *, source: str = "Pond Hill", n: int = 40) -> Change:
    gain = Estimate(0.0 if low is None or high is None else (low + high) / 2, low, high, n)
    return Change(source, "as check ranks", metric, Estimate(0.5, 0.4, 0.6, n), Estimate(0.6, 0.5, 0.7, n), gain)


def shown(*changes: Change) -> str:
    page = io.StringIO()
    Console(file=page, width=100).print(Gains(changes, {"Pond Hill": 5}))
    return page.getvalue()


def test_each_number_has_its_interval_and_what_it_was_measured_on() -> None:
    said = shown(change("hit@1", 0.05, 0.15))
    assert "Pond Hill, 5 held-out units, as check ranks" in said
    assert "40 texts" in said
    assert "0.500  0.600   0.50 to 0.70  +0.100  +0.05 to +0.15" in said
    assert "hit@1: the first standard is one of the labels." in said


def test_only_what_is_beyond_chance_is_called_better_or_worse() -> None:
    assert "Pond Hill: better beyond chance: hit@1." in shown(change("hit@1", 0.05, 0.15), change("MRR", -0.1, 0.2))
    assert "Pond Hill: worse beyond chance: MRR." in shown(change("hit@1", -0.05, 0.15), change("MRR", -0.2, -0.1))
    assert "no difference beyond chance" in shown(change("hit@1", -0.05, 0.15))


def test_less_is_better_for_errors_of_calibration() -> None:
    assert "better beyond chance: ECE, Brier." in shown(change("ECE", -0.2, -0.1), change("Brier", -0.2, -0.1))
    assert "worse beyond chance: ECE." in shown(change("ECE", 0.1, 0.2))


def test_one_unit_tells_nothing() -> None:
    assert "one unit tells nothing of others" in shown(change("hit@1", None, None))


def test_names_are_made_safe() -> None:
    assert "\x1b" not in shown(change("hit@1", 0.05, 0.15, source="Pond\x1b[31m Hill"))
