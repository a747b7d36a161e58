"""Codes of standards: one grammar and one index for claims, results, labels and whatever else names a standard."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import curalign
from curalign.domain.codes import entries_of, plain
from curalign.domain.labels import Label, in_own_codes
from curalign.domain.standards import Association, Framework, Standard
from curalign.errors import SettingsError

CASES = Path(__file__).parents[3] / "shared" / "cases" / "standards" / "claims.json"
RIGHT = 198
"""Of 199. `4.NF.3 a-d` is given there as the standard and its parts; here, as `K.CC.B.4 (a, b, c)`, as its parts."""


def framework(*codes: str, **extra: str) -> Framework:
    return Framework(
        tuple(Standard(f"id of {code}", code, f"What {code} asks.", "test", extra=extra) for code in codes)
    )


def cited(text: str, within: Framework, grades: Iterable[str] = ()) -> list[str]:
    """What a text cites; a code of the framework's shape that it does not have comes with a question mark."""
    [claims] = curalign.find_claims(within, [text], list(grades))
    return [claim.standard.code if claim.standard else f"?{claim.cited}" for claim in claims]


@pytest.mark.skipif(not CASES.is_file(), reason="the collection of citations is not beside the repository")
def test_notations_of_real_lesson_plans() -> None:
    collection = json.loads(CASES.read_text(encoding="utf-8"))
    known = {name: framework(*codes) for name, codes in collection["frameworks"].items()}
    wrong = [
        (case, found)
        for case in collection["cases"]
        if (found := cited(case["text"], known[case["framework"]])) != case["codes"]
    ]
    assert len(collection["cases"]) - len(wrong) >= RIGHT, wrong


MATH = framework("7.EE.B", "7.EE.B.3", "7.EE.B.4", "7.EE.B.4a", "7.EE.B.4b", "HSG-SRT.C.8", "K.MD.B.3", "MP5")
ENGLISH = framework("RL.6.4", "RI.6.4", "W.9-10.4", "L.2.2a", "L.2.2b")
SCIENCE = framework("HS-LS4-2", "HS-LS4-3", "3-5-ETS1-3", "7.MS-ESS2-4(MA)")
SOCIAL = framework("SS5E2.a", "SS5E2.b", "SS5E2", "D2.Eco.9.6-8", "D2.Geo.2.6-8")
ARTS = framework("MU:Pr4.2.5a", "TH:Pr4.1.5a")


@pytest.mark.parametrize(
    ("text", "within", "codes"),
    [
        ("7 EE 3", MATH, ["7.EE.B.3"]),
        ("7.EE. B. 3", MATH, ["7.EE.B.3"]),
        ("7.E.E.3", MATH, ["7.EE.B.3"]),
        ("KMD3", MATH, ["K.MD.B.3"]),
        ("G-SRT 8", MATH, ["HSG-SRT.C.8"]),
        ("Mathematical Practice 5, MP #5", MATH, ["MP5"]),
        ("corestandards.org/Math/Content/7/EE/B/3", MATH, ["7.EE.B.3"]),
        ("(7.EE.B.3)(7.EE.B.4)", MATH, ["7.EE.B.3", "7.EE.B.4"]),
        ("7.EE.4 (a, b)", MATH, ["7.EE.B.4a", "7.EE.B.4b"]),
        ("7.EE.4 a-b", MATH, ["7.EE.B.4a", "7.EE.B.4b"]),
        ("7.EE.4 a lot of work", MATH, ["7.EE.B.4"]),
        ("CA.7.EE.B.3", MATH, ["7.EE.B.3"]),
        ("7.EE 3 days", MATH, []),
        ("7.EE.B 3", MATH, ["7.EE.B"]),
        ("RL/RI.6.4", ENGLISH, ["RL.6.4", "RI.6.4"]),
        ("RL.6.4/RI.6.4", ENGLISH, ["RL.6.4", "RI.6.4"]),
        ("W.910.4 and W.10.4", ENGLISH, ["W.9-10.4"]),
        ("L.2.2 (b)", ENGLISH, ["L.2.2b"]),
        ("HS-LS 4-2, HSLS4-3", SCIENCE, ["HS-LS4-2", "HS-LS4-3"]),
        ("HS - LS4 - 2", SCIENCE, ["HS-LS4-2"]),
        ("3-5 ETS1-3", SCIENCE, ["3-5-ETS1-3"]),
        ("7.MS-ESS2-4", SCIENCE, ["7.MS-ESS2-4(MA)"]),
        ("SS5E2b", SOCIAL, ["SS5E2.b"]),
        ("SS5E2 a & b", SOCIAL, ["SS5E2.a", "SS5E2.b"]),
        ("D2. Eco. 9. 6-8", SOCIAL, ["D2.Eco.9.6-8"]),
        ("D2.Geo.2", SOCIAL, ["D2.Geo.2.6-8"]),
        ("MU:Pr4.2.5a", ARTS, ["MU:Pr4.2.5a"]),
        ("Standards:MU:Pr4.2.5a", ARTS, ["MU:Pr4.2.5a"]),
        ("Maths 6 5C7b", framework("5C7b"), ["5C7b"]),
        ("NE 4.2.1.b", framework("NE 4.2.1.b"), ["NE 4.2.1.b"]),
        ("5 - G2.0.3", framework("5 \u2013 G2.0.3"), ["5 \u2013 G2.0.3"]),
        ("5.6(B)(C)", framework("5.6.B", "5.6.C"), ["5.6.B", "5.6.C"]),
        ("ac9s5u02", framework("AC9S5U02"), ["AC9S5U02"]),
        ("HSS 7.3.1, 7.3.2", framework("HSS-7.3.1", "HSS-7.3.2"), ["HSS-7.3.1", "HSS-7.3.2"]),
    ],
)
def test_notations(text: str, within: Framework, codes: list[str]) -> None:
    assert cited(text, within) == codes


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("VA:Pr4.2.5a", ARTS),  # another subject's
        ("VA: Pr4.2.5a", ARTS),
        ("MS LS4.2", SCIENCE),  # another grade band's
        ("Question 7.EE", SCIENCE),
        ("Pages 3-5, 3 sheets", SCIENCE),
        ("Use 5.6 kg", framework("5.6.K")),
        ("a1b2c3d4", framework("#a1b2c3d4")),  # a code that we gave a standard without one
        ("Unit 4", framework("Unit 4")),
    ],
)
def test_what_cites_nothing(text: str, within: Framework) -> None:
    assert cited(text, within) == []


class TestOneCodeOfSeveralStandards:
    GRADES = Framework(tuple(Standard(f"{n}", "C3.1", f"Code {n}.", "test", (n,)) for n in ("2", "4", "6")))

    @pytest.mark.parametrize("grade", ["2", "4", "6"])
    def test_the_grade_of_the_document_decides(self, grade: str) -> None:
        [[claim]] = curalign.find_claims(self.GRADES, ["Expectation C3.1"], [grade])
        assert claim.standard is not None
        assert claim.standard.grades == (grade,)

    def test_without_a_grade_it_is_the_first(self) -> None:
        [[claim]] = curalign.find_claims(self.GRADES, ["Expectation C3.1"])
        assert claim.standard is self.GRADES.standards[0]

    def test_a_grade_chooses_between_the_standards_of_a_short_spelling(self) -> None:
        banded = tuple(Standard(g, f"D2.His.3.{g}", "", "test", (g[0],)) for g in ("3-5", "6-8"))
        assert cited("D2.His.3", Framework(banded)) == []
        assert cited("D2.His.3", Framework(banded), ["6"]) == ["D2.His.3.6-8"]

    def test_what_is_no_grade_is_said(self) -> None:
        with pytest.raises(SettingsError, match="'zebra' is not a grade"):
            curalign.find_claims(self.GRADES, ["C3.1"], ["zebra"])


class TestRetired:
    YESTERDAY, TOMORROW = (str(date.today() + timedelta(days=days)) for days in (-1, 1))
    NEW = Standard("new", "SC.5.2", "New.", "science")

    def old(self, **extra: str) -> Standard:
        return Standard("old", "SC.5.2", "Old.", "science", extra=extra)

    @pytest.mark.parametrize(
        ("end", "retired"), [(YESTERDAY, True), (f"{YESTERDAY}T00:00:00Z", True), (TOMORROW, False), ("soon", False)]
    )
    def test_a_standard_that_has_ended_is_neither_counted_nor_cited(self, end: str, retired: bool) -> None:
        within = Framework((old := self.old(statusEndDate=end), self.NEW))
        assert within.counts(old) is not retired
        assert within["SC.5.2"] is (self.NEW if retired else old)

    def test_so_is_one_that_a_live_one_replaces(self) -> None:
        within = Framework((old := self.old(), self.NEW), associations=(Association("old", "replacedBy", "new"),))
        assert [s for s in within if within.counts(s)] == [self.NEW]
        assert within["SC.5.2"] is self.NEW
        elsewhere = Framework((old,), associations=(Association("old", "replacedBy", "not here"),))
        assert elsewhere.counts(old)

    def test_a_framework_that_has_ended_as_a_whole_is_what_the_district_works_to(self) -> None:
        within = Framework((old := self.old(statusEndDate=self.YESTERDAY),))
        assert within.counts(old)


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "entries"),
        [
            ("7.EE.B.3 - Solve problems, e.g., with money", ("7.EE.B.3",)),
            ("7.EE.B.3: Solve, 7.EE.B.4: Use variables, or more", ("7.EE.B.3", "7.EE.B.4")),
            ("7.EE.B.3 | RL.6.4; MP5", ("7.EE.B.3", "RL.6.4", "MP5")),
            ("2.1,2.2", ("2.1", "2.2")),
            ("Fractions, whole numbers", ("Fractions", "whole numbers")),
            *((cell, ()) for cell in ("", "N/A", "n/a", "Not aligned", "none", "-", "\u2014", "unaligned;")),
        ],
    )
    def test_a_cell_lists_codes_and_may_word_them(self, cell: str, entries: tuple[str, ...]) -> None:
        assert entries_of(cell) == entries

    @pytest.mark.parametrize(
        ("cell", "named", "unknown"),
        [
            ("CCSS.MATH.CONTENT.7.EE.B.3", ["7.EE.B.3"], ()),
            ("7.EE.3 (Major)", ["7.EE.B.3"], ()),
            ("7.EE.B.3-4", ["7.EE.B.3", "7.EE.B.4"], ()),
            ("7.EE.B.3, 4", ["7.EE.B.3", "7.EE.B.4"], ()),
            ("7.EE.B.3, 9", ["7.EE.B.3"], ("9",)),
            ("7.EE.B.3, 8.F.A.1", ["7.EE.B.3"], ("8.F.A.1",)),
            ("id of MP5", ["MP5"], ()),
            ("7.EE.B.9", [], ("7.EE.B.9",)),
            ("algebra", [], ("algebra",)),
            ("N/A", [], ()),
        ],
    )
    def test_a_framework_knows_what_a_cell_names(self, cell: str, named: list[str], unknown: tuple[str, ...]) -> None:
        standards, lost = MATH.named(cell)
        assert ([standard.code for standard in standards], lost) == (named, unknown)

    def test_labels_are_put_into_the_codes_of_the_framework(self) -> None:
        [label], unknown = in_own_codes([Label("u.docx", "1", frozenset({"7.EE.3", "8.F.1"}))], MATH)
        assert (label.codes, unknown) == ({"7.EE.B.3", "8.F.1"}, {"8.F.1"})


def test_a_framework_holds_a_code_in_any_notation() -> None:
    assert "CCSS.Math.Content.7.EE.B.3" in MATH
    assert "7.EE.3" in MATH
    assert MATH["7.EE.3"] in MATH
    assert "8.EE.3" not in MATH
    assert 7 not in MATH
    with pytest.raises(KeyError, match=r"8\.EE\.3"):
        MATH["8.EE.3"]


def test_a_printed_code_comes_before_all_that_it_could_be_in_another_notation() -> None:
    within = framework("4.MD.1", "4.MD.A.1", "4.MD.A.1.a", "4.MD.A.1a")
    for code in ("4.MD.1", "4.MD.A.1", "4.MD.A.1.a", "4.MD.A.1a"):
        assert cited(f"We teach {code} today", within) == [code]


@pytest.mark.parametrize("code", ["CCSS.Math.Content.7.EE.B.3", "CCSS.MATH.CONTENT.7.ee.B.3", "7.EE.B.3", "7.EE.3"])
def test_the_common_cores_notations_are_one(code: str) -> None:
    assert plain(code) == "7.EE.3"


@given(st.text(alphabet="37.EAB-:/()aMP&, \u2013RLSI4#", max_size=60))
def test_a_citation_stands_where_it_says(text: str) -> None:
    for within in (MATH, ENGLISH, SCIENCE, ARTS):
        [claims] = curalign.find_claims(within, [text])
        assert all(0 <= claim.start < claim.end <= len(text) for claim in claims)
        assert all(claim.standard in within for claim in claims if claim.standard)
