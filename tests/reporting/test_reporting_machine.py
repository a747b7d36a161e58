"""The JSON that scripts rely on, key by key."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporting_samples import RUN, hostile_view, of_strengths

from curalign.domain.links import Strength
from curalign.reporting import View, to_json


@pytest.fixture(scope="module")
def page(view: View) -> Any:
    return json.loads(to_json(view))


def test_the_top_says_what_it_is_and_what_it_was_made_with(page: Any) -> None:
    assert page["format"] == 2
    assert page["run"] == RUN
    assert page["district"] == "maple-valley"
    assert page["made_with"] == {
        "curalign": "0.1.0",
        "encoder": "minilm@sha256:0f3a",
        "judge": "default@sha256:77c1",
        "settings": "sha256:5e77",
        "warning": None,
        "limits": None,
    }
    assert page["frameworks"] == [{"id": "maple", "title": "Maple Valley Mathematics", "standards": 15}]
    assert page["thresholds"] == {"full": 0.62, "partial": 0.31}


def test_a_standard_has_the_keys_of_the_contract(page: Any) -> None:
    first = next(standard for standard in page["standards"] if standard["code"] == "MV.M.F.1a")
    assert first["grades"] == ["3"]
    assert first["framework"] == "maple"
    assert first["counted"] is True
    assert set(first["unit"]) >= {"strength", "probability", "links"}
    assert first["unit"]["strength"] == "full"
    assert first["unit"]["probability"] == 0.96
    assert first["unit"]["links"][0] == {
        "file": "curriculum/north/unit 3 (shares).docx",
        "place": "Lesson 2 > Activity, p. 4",
        "role": "task",
        "probability": 0.96,
        "strength": "full",
        "quote": "Fold your strip into three equal shares. What do we call one of them?",
    }
    assert first["pd"]["strength"] == "none"


def test_what_could_not_be_judged_has_no_probability(page: Any) -> None:
    unknown = next(standard for standard in page["standards"] if standard["code"] == "MV.M.S.3")
    assert unknown["unit"] == {
        "verdict": None,
        "taught": None,
        "alternatives": [],
        "strength": "unknown",
        "probability": None,
        "supporting": 0,
        "links": [],
    }


def test_a_finding_has_the_keys_of_the_contract(page: Any) -> None:
    by_code = {finding["code"]: finding for finding in page["findings"]}
    keys = {"code", "severity", "standard", "message", "file", "place"}
    assert all(set(finding) >= keys for finding in page["findings"])
    assert by_code["P201"]["severity"] == "warning"
    assert by_code["P201"]["file"] is None
    assert by_code["P201"]["place"] is None
    assert by_code["F301"]["standard"] is None


def test_the_tally_has_counts_and_a_percentage(page: Any) -> None:
    not_calibrated = {"taught": None, "cannot_tell": None, "no_documents": None}
    assert page["tally"] == {
        "unit": {"full": 4, "partial": 2, "none": 3, "unknown": 1, "percent": 40.0, **not_calibrated},
        "pd": {"full": 1, "partial": 1, "none": 8, "unknown": 0, "percent": 10.0, **not_calibrated},
    }


def test_pd_is_null_everywhere_when_there_is_none(view_without_pd: View) -> None:
    page = json.loads(to_json(view_without_pd))
    assert page["tally"]["pd"] is None
    assert all(standard["pd"] is None for standard in page["standards"])
    assert all(group["pd"] is None for key in ("by_grade", "by_strand", "by_school") for group in page[key])


@given(st.lists(st.sampled_from([str(s) for s in Strength]), min_size=1, max_size=400))
def test_the_percentage_never_lies(strengths: list[str]) -> None:
    view = of_strengths({f"C.{n}": strength for n, strength in enumerate(strengths)})
    tally = json.loads(to_json(view))["tally"]["unit"]
    full = strengths.count("full")
    assert (tally["percent"] == 100) == (full == len(strengths))
    assert (tally["percent"] == 0) == (full == 0)
    assert sum(tally[str(s)] for s in Strength) == len(strengths)


@pytest.mark.parametrize(("full", "of", "percent"), [(1, 8, 12.5), (1, 16, 6.3), (3, 16, 18.8), (71, 96, 74.0)])
def test_halves_round_up(full: int, of: int, percent: float) -> None:
    view = of_strengths({f"C.{n}": "full" if n < full else "none" for n in range(of)})
    assert json.loads(to_json(view))["tally"]["unit"]["percent"] == percent


@given(st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_gives_valid_utf_8_json(text: str) -> None:
    json.loads(to_json(hostile_view(text)).encode("utf-8"))


def test_the_same_view_gives_the_same_bytes(view: View) -> None:
    assert to_json(view) == to_json(view)
