"""Marking a gap as deferred on purpose, or as wrong, as a director does it: in curalign.toml, then `check` again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import as_json, run

DEFERRED = """
[[decisions]]
standard = "PH.3"
verdict = "deferred"
owner = "A. Rivera"
reason = "The clocks come in spring"
expires = {expires}
"""


def decide(district: Path, expires: str = "9999-12-31") -> None:
    (district / "curalign.toml").write_text(DEFERRED.format(expires=expires), encoding="utf-8")


def test_a_deferred_gap_is_shown_apart_and_fails_nothing(checked_district: Path) -> None:
    assert run("check", checked_district).returncode == 1
    decide(checked_district)
    done = run("check", checked_district)
    assert done.returncode == 0
    said = " ".join(done.stdout.split())
    assert "Deferred on purpose: 1 finding, by A. Rivera until 9999-12-31" in said
    assert "U101 PH.3: The clocks come in spring" in said
    assert "of these 1 not at all, 1 is deferred on purpose" in said
    assert "error" not in said


def test_an_expired_decision_fails_again_and_says_when_it_expired(checked_district: Path) -> None:
    decide(checked_district, "2020-01-31")
    done = run("check", checked_district)
    assert done.returncode == 1
    assert "expired on 2020-01-31" in " ".join(done.stdout.split())


def test_deciding_measures_nothing_again(checked_district: Path) -> None:
    before = as_json(checked_district)
    decide(checked_district)
    after = as_json(checked_district)
    assert after["run"] == before["run"]
    for standard in after["standards"]:
        standard["unit"].pop("decision", None)
    assert {**after, "findings": 0} == {**before, "findings": 0}
    (decided,) = [f["decision"] for f in after["findings"] if f["decision"]]
    assert decided["verdict"] == "deferred"


def test_a_report_follows_the_decisions_of_today(checked_district: Path) -> None:
    as_json(checked_district)
    decide(checked_district)
    findings = json.loads(run("report", checked_district, "--format", "json").stdout)["findings"]
    assert [f["standard"] for f in findings if f["decision"]] == ["PH.3"]


@pytest.mark.parametrize(
    ("line", "says"),
    [('codes = ["U999"]', "U999"), ('verdict = "later"', "curalign.toml"), ('until = "spring"', "until")],
)
def test_what_cannot_be_understood_is_one_sentence(checked_district: Path, line: str, says: str) -> None:
    decide(checked_district)
    with (checked_district / "curalign.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"{line}\n")
    done = run("check", checked_district)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
