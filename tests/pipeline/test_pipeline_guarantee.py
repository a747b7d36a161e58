"""A district's labels.csv from its folder to its reports."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

import curalign as ca
from curalign.domain.guarantees import Bound, Guarantee
from curalign.domain.materials import Kind
from curalign.pipeline import Checked, reopen
from curalign.reporting import build_view, to_json, to_terminal
from curalign.settings import Settings

MEASURING = "curriculum/grade 3 measuring.md"
LABELS = f"kind,file,lesson,codes\nunit,{MEASURING},Lesson 1: Rulers,PH.1\nunit,grade 3 seeds.md,,PH.2\n"
HALF = Settings().with_changes(judging={"alpha": 0.5})
"""With alpha 0.5 one reviewed unit is enough."""


def labelled(folder: Path, text: str = LABELS) -> Path:
    (folder / "labels.csv").write_text(text, encoding="utf-8")
    return folder


def said(checked: Checked) -> str:
    page = io.StringIO()
    view = build_view(checked.coverage, checked.findings, district="Pond Hill", run=checked.run.id)
    Console(file=page, width=1000).print(to_terminal(view))
    return page.getvalue()


def test_without_labels_the_report_says_that_there_is_no_guarantee(small_district: Path) -> None:
    text = said(ca.check(small_district))
    assert "No guarantee; it takes 9 units whose lessons you label in labels.csv." in text


def test_with_too_few_it_says_how_many_more_to_label(small_district: Path) -> None:
    checked = ca.check(labelled(small_district))
    assert checked.run.alignment.guarantee == Guarantee(0.1, (Bound("", 2, 9),))
    assert "No guarantee from 2 units that you reviewed; it takes 9: label 7 more in labels.csv." in said(checked)


def test_with_enough_it_says_what_is_guaranteed_and_raises_the_thresholds(small_district: Path) -> None:
    checked = ca.check(labelled(small_district), HALF)
    guarantee = checked.run.alignment.guarantee
    assert guarantee is not None
    assert [(b.subject, b.units, b.needed, b.found) for b in guarantee.bounds] == [
        ("math", 1, 1, 1),
        ("science", 1, 1, 1),
    ]
    for bound in guarantee.bounds:
        subject = next(s for s in checked.coverage.standards if s.subject == bound.subject)
        assert bound.threshold is not None
        assert checked.run.alignment.thresholds.of(subject, Kind.UNIT).partial == max(0.15, bound.threshold)
    assert (
        "math: of the standards that a unit does not teach, at most 50 in 100 are expected to be called taught; "
        "from 1 unit that you reviewed. Of those that they do teach, 100 in 100 are."
    ) in said(checked)


def test_the_run_holds_the_guarantee_and_a_report_prints_it_again(small_district: Path) -> None:
    first = ca.check(labelled(small_district), HALF)
    again = reopen(small_district)
    assert again.run == first.run
    assert said(again) == said(first)
    view = build_view(again.coverage, again.findings, district="Pond Hill", run=again.run.id)
    bounds = json.loads(to_json(view))["guarantee"]["bounds"]
    assert [(bound["subject"], bound["reached"]) for bound in bounds] == [("math", True), ("science", True)]


def test_labels_are_an_input_of_the_run(small_district: Path) -> None:
    first = ca.check(small_district)
    second = ca.check(labelled(small_district))
    assert not second.reused
    assert second.run.inputs.keys() - first.run.inputs.keys() == {"labels.csv"}
    assert ca.check(small_district).reused
    assert not ca.check(labelled(small_district, LABELS.replace("PH.2", "PH.3"))).reused


def test_who_sets_thresholds_is_told_that_nothing_is_guaranteed(small_district: Path) -> None:
    checked = ca.check(labelled(small_district), HALF.with_changes(judging={"partial": 0.2}))
    assert checked.run.alignment.guarantee == Guarantee(0.5, overruled=True)
    assert checked.run.alignment.thresholds.partial == 0.2
    assert "No guarantee: the settings name thresholds of their own" in said(checked)


@pytest.mark.parametrize("off", [0, None])
def test_it_can_be_switched_off(small_district: Path, off: object) -> None:
    checked = ca.check(labelled(small_district), Settings().with_changes(judging={"alpha": off}))
    assert checked.run.alignment.guarantee is None
    assert "guarantee" not in said(checked).lower()


@pytest.mark.parametrize("alpha", [-0.1, 1, 1.5, "0.1", True])
def test_alpha_is_a_share(alpha: object) -> None:
    with pytest.raises(ca.CuralignError, match=r"judging\.alpha"):
        Settings().with_changes(judging={"alpha": alpha})


def test_labels_that_name_what_is_not_there_are_told(small_district: Path) -> None:
    text = f"{LABELS}unit,curriculum/gone.md,,PH.1\nunit,{MEASURING},,PH.9|PH.8\n"
    messages = [f.message for f in ca.check(labelled(small_district, text)).findings if f.file == "labels.csv"]
    assert messages == [
        "names codes that this district does not have: PH.8, PH.9; mend those rows.",
        "names documents that this district does not have: curriculum/gone.md; mend those rows.",
    ]


def test_labels_that_cannot_be_read_stop_nothing(small_district: Path) -> None:
    checked = ca.check(labelled(small_district, "file,lesson\nx,y\n"))
    (finding,) = (f for f in checked.findings if f.file == "labels.csv")
    assert finding.code == "F301"
    assert finding.message.startswith("lacks the column 'codes'")
    assert checked.run.alignment.guarantee == Guarantee(0.1, (Bound("", 0, 9),))
