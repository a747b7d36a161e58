"""`curalign plan`, as a director runs it on the sample district."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import run
from sample_districts import MAPLE_VALLEY


@pytest.fixture(scope="module")
def planned(maple_valley_once: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict]:
    """What a director sees, and the same for programs."""
    target = tmp_path_factory.mktemp("plan") / "plan.json"
    room = ("--hours", 14, "--budget", 2500)
    done = run("plan", maple_valley_once, *room, "-o", target, COLUMNS="200")
    assert done.returncode == 0, done.stderr
    return done.stdout, json.loads(target.read_text(encoding="utf-8"))


def test_the_plan_keeps_to_its_limits_and_is_proven(planned: tuple[str, dict]) -> None:
    _, plan = planned
    assert plan["proven"]
    assert plan["hours"] <= 14
    assert plan["cost"] <= 2500
    assert plan["hours"] == sum(session["hours"] for session in plan["chosen"])
    assert plan["pupils"] == pytest.approx(sum(session["pupils"] for session in plan["chosen"]), abs=0.01)


def test_every_chosen_session_names_the_gaps_that_its_hours_close(planned: tuple[str, dict]) -> None:
    text, plan = planned
    assert plan["chosen"]
    for session in plan["chosen"]:
        assert session["title"] in text
        assert session["closes"]
        assert all(f"closes {gap['standard']}" in text for gap in session["closes"])
        assert 0 <= session["kept"] <= 1


def test_what_is_forgone_is_said_and_why(planned: tuple[str, dict]) -> None:
    text, plan = planned
    assert "\nForgone\n" in text
    forgone = {session["title"]: session for session in plan["forgone"]}
    assert "supports no standard" in forgone["A Year of Positive Habits"]["why"]
    assert all(title in text for title in forgone)
    assert len(plan["chosen"]) + len(forgone) == 12


def test_the_price_of_the_next_hour_and_dollar_and_what_it_does_not_show_are_said(planned: tuple[str, dict]) -> None:
    for words in ("One more hour", "One dollar more", "redrawn", "Alignment is not achievement"):
        assert words in planned[0]


def test_the_most_urgent_are_the_planted_gaps(planned: tuple[str, dict]) -> None:
    truth = json.loads((MAPLE_VALLEY / "truth.json").read_text(encoding="utf-8"))
    first = [row["standard"] for row in planned[1]["priorities"]]
    nowhere = {*truth["untaught"], *truth["thin"]}  # in no lesson: some are mentioned in a note
    assert set(truth["untaught"]) <= set(first[: len(nowhere)])
    assert set(first[: len(truth["untaught"])]) <= nowhere
    missed = {*truth["untaught"], *truth["taught_without_pd"], *truth["thin"], *truth["off_grade_only"]}
    assert set(first[:20]) <= missed


def test_a_request_that_nothing_keeps_to_is_one_sentence_and_exit_1(
    maple_valley_once: Path, planned: tuple[str, dict]
) -> None:
    done = run("plan", maple_valley_once, "--hours", 1, "--each-school")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "--hours 2" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"), [(("-o", "plan.docx"), "name a file that ends in"), (("--start", "soon"), "is no day")]
)
def test_what_cannot_be_asked_for_is_refused_before_the_work(words: tuple[str, str], told: str) -> None:
    done = run("plan", MAPLE_VALLEY, *words)
    assert done.returncode == 2
    assert told in done.stderr


def test_check_and_its_reports_show_what_is_most_urgent(
    maple_valley_once: Path, planned: tuple[str, dict], tmp_path: Path
) -> None:
    done = run("check", maple_valley_once, "--fail-on", "never", "--grade", "4", "-o", tmp_path / "report.json")
    assert "What is most urgent, by results" in done.stdout
    rows = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["priorities"]
    assert {row["standard"].split(".")[2] for row in rows} == {"4"}
    assert rows[0]["rank"] == 1
