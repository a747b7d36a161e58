"""`[[decisions]]` in curalign.toml: what people decided, and what is said when it cannot be understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curalign.domain.decisions import Decision, Resolution
from curalign.errors import SettingsError
from curalign.settings import Settings, load_settings

WHOLE = """
[[decisions]]
standard = "MV.M.3.GE.2"
verdict = "deferred"
owner = "A. Rivera"
reason = "Comes with the new materials in 2027"
expires = 2027-06-30
codes = ["U101"]

[[decisions]]
file = 'curriculum\\north\\x.docx'
verdict = "wrong"
owner = " J. Kim "
reason = "It opens here"
"""


def load(folder: Path, text: str) -> Settings:
    (folder / "curalign.toml").write_text(text, encoding="utf-8")
    return load_settings(folder)


def one(**changes: str) -> str:
    lines = {"standard": '"A.1"', "verdict": '"deferred"', "owner": '"A"', "reason": '"B"', **changes}
    return "[[decisions]]\n" + "\n".join(f"{key} = {value}" for key, value in lines.items() if value)


def test_decisions_are_read_as_they_are_written(tmp_path: Path) -> None:
    assert load(tmp_path, WHOLE).decided == (
        Decision(
            Resolution.DEFERRED,
            "A. Rivera",
            "Comes with the new materials in 2027",
            "MV.M.3.GE.2",
            codes=("U101",),
            expires=date(2027, 6, 30),
        ),
        Decision(Resolution.WRONG, "J. Kim", "It opens here", file="curriculum/north/x.docx"),
    )


def test_without_any_there_are_none() -> None:
    assert Settings().decided == ()


@pytest.mark.parametrize("day", ["2027-06-30", '"2027-06-30"'])
def test_a_day_may_stand_in_quotes(tmp_path: Path, day: str) -> None:
    assert load(tmp_path, one(expires=day)).decided[0].expires == date(2027, 6, 30)


def test_a_decision_is_no_measurement_so_the_last_run_stays_good(tmp_path: Path) -> None:
    assert load(tmp_path, WHOLE).fingerprint == Settings().fingerprint


def test_decisions_outlive_what_the_command_line_says_instead(tmp_path: Path) -> None:
    settings = load(tmp_path, WHOLE)
    assert settings.with_changes(district={"grades": ("3",)}).decided == settings.decided


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (one(verdict='"later"'), "decisions, number 1, verdict: must be 'deferred' or 'wrong'."),
        (one() + "\n" + one(owner=""), "decisions, number 2, owner is missing."),
        (one(reason='" "'), "decisions, number 1, reason: "),
        (one(standard=""), "decisions, number 1: says neither which standard nor which file"),
        (one(standard='" "'), "decisions, number 1: says neither which standard nor which file"),
        (one(expires='"June 2027"'), "'June 2027' is not a day; write year-month-day, such as 2027-06-30."),
        (one(expires="2027"), "'2027' is not a day"),
        (one(expires="2027-06-30T08:00:00"), "is not a day"),
        (one(expires="2027-06-31"), "not valid TOML"),
        (one(expire="2027-06-30"), "decisions, number 1, expire is not a setting; did you mean expires?"),
        (one(codes='"U101"'), "decisions, number 1, codes"),
        (one().replace("[[decisions]]", "[decisions]"), "write [[decisions]], with two brackets on each side"),
    ],
)
def test_what_cannot_be_understood_is_said_in_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SettingsError) as error:
        load(tmp_path, text)
    assert says in str(error.value)
    assert "curalign.toml" in str(error.value)
