from __future__ import annotations

import random

import pytest
from builders import Document, Said, align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.findings import Finding, Severity
from curalign.domain.links import Alignment, Strength
from curalign.domain.materials import Kind, Role
from curalign.domain.measurement import Measurement
from curalign.domain.problems import Problem
from curalign.domain.results import Result
from curalign.domain.scopes import UNITS
from curalign.errors import SettingsError
from curalign.finding import RULES, Rule, find_gaps
from curalign.finding.rule import Sighting
from curalign.wording import Facts

BROKEN = Problem("F301", "units/broken.docx", trouble="damaged", facts=Facts(kind="document"))
STANDARDS = (standard("Z"), standard("A"), standard("S"), standard("S.1", parent="S"), standard("C", grades="4"))
CODES = [s.code for s in STANDARDS]

said = st.builds(
    Said,
    st.sampled_from(["count", "measure"]),
    st.dictionaries(st.sampled_from(CODES), st.sampled_from([0.2, 0.6, 0.9]), max_size=3),
    st.sampled_from([Role.TASK, Role.NOTE]),
    st.dictionaries(st.sampled_from(CODES), st.sampled_from([0.2, 0.6, 0.9]), max_size=1),
    st.sampled_from([(), ("A",), ("S",), ("X.9",)]),
)


@st.composite
def districts(draw: st.DrawFn) -> list[Document]:
    documents = []
    for i in range(draw(st.integers(0, 4))):
        passages = draw(st.lists(said, max_size=3))
        problems = draw(st.sampled_from([(), (BROKEN,)]))
        make = draw(st.sampled_from([unit, pd]))
        documents.append(make(f"{i}.md", *passages, grades=draw(st.sampled_from(["", "3"])), problems=problems))
    return documents


def gaps(alignment: Alignment, ignore: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    return find_gaps(measure_coverage(alignment), ignore)


def test_the_worst_comes_first_then_the_code_then_the_frameworks_order() -> None:
    alignment = align(STANDARDS, unit("u.md", Said("x", {"S.1": 0.6})), unit("b.docx", problems=[BROKEN]), grades="3")
    found = [(str(f.severity), f.code, f.standard.code if f.standard else None) for f in gaps(alignment)]
    assert found == [
        ("error", "F301", None),
        ("error", "U101", "Z"),
        ("error", "U101", "A"),
        ("warning", "U102", "S.1"),
        ("note", "F303", None),
        ("note", "F303", None),
        ("note", "U104", None),
    ]


@given(districts(), st.randoms(use_true_random=False))
def test_input_order_never_matters(district: list[Document], order: random.Random) -> None:
    shuffled = order.sample(district, len(district))
    assert gaps(align(STANDARDS, *shuffled)) == gaps(align(STANDARDS, *district))


@given(districts(), st.sets(st.sampled_from(sorted(RULES))))
def test_ignoring_codes_leaves_the_others_as_they_were(district: list[Document], ignored: set[str]) -> None:
    alignment = align(STANDARDS, *district)
    kept = tuple(finding for finding in gaps(alignment) if finding.code not in ignored)
    assert gaps(alignment, tuple(ignored)) == kept


@given(districts())
def test_findings_agree_with_the_coverage(district: list[Document]) -> None:
    coverage = measure_coverage(align(STANDARDS, *district))
    found = {code: [f.standard for f in find_gaps(coverage) if f.code == code] for code in RULES}
    strengths = {s: coverage.reach(s, UNITS).strength for s in coverage.counted}  # type: ignore[union-attr]
    assert set(found["U101"]) == {s for s, strength in strengths.items() if strength is Strength.NONE}
    assert set(found["U102"]) == {s for s, strength in strengths.items() if strength is Strength.PARTIAL}
    assert set(found["U105"]) <= set(found["U101"])
    assert {f.standard for f in find_gaps(coverage) if f.standard} <= set(coverage.counted)
    if not coverage.has(Kind.PD):
        assert not found["P201"]
        assert not found["P202"]


@pytest.mark.parametrize("ignore", [("U999",), ("U101", "u101"), "U101", ("",)])
def test_an_unknown_code_to_ignore_is_an_error_that_names_the_known_ones(ignore: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError, match=r"finding\.ignore: .* known are U101, U102, .* F304\."):
        gaps(align(STANDARDS), ignore)


class TestHostileText:
    NASTY = "</td><script>alert(1)</script>\r\n=cmd|'/c calc'!A1\u2028\u202e" + "long " * 500

    @pytest.fixture
    def findings(self) -> tuple[Finding, ...]:
        standards = [standard("A", self.NASTY), standard("B", self.NASTY), standard("W" * 5000, self.NASTY)]
        documents = [
            unit("u.md", Said(self.NASTY, {"A": 0.9, "B": 0.3}, cites=("A", "B"))),
            unit("v" * 3000, Said(self.NASTY, elsewhere={"B": 0.9}), grades="4"),
            pd("pd/p.md", Said(self.NASTY, {"A": 0.3})),
        ]
        return gaps(
            align(
                standards,
                *documents,
                problems=[
                    Problem("F301", "x", trouble="not-opened", facts=Facts(reason="broken\nin two", member="y\nz"))
                ],
            )
        )

    def test_every_message_is_one_short_line(self, findings: tuple[Finding, ...]) -> None:
        assert {"U101", "U103", "U105", "P201", "P202", "F301"} <= {finding.code for finding in findings}
        for finding in findings:
            assert finding.message.splitlines() == [finding.message]
            assert len(finding.message) < 500

    def test_quotes_are_cut_and_marked(self, findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            for quoted in finding.message.split("“")[1:]:
                assert len(quoted.split("”")[0]) <= 90
        assert any("…”" in finding.message for finding in findings)


class TestPercentages:
    def message(self, probability: float) -> str:
        found = gaps(align([standard("A")], unit("u.md", Said("x", {"A": probability}))))
        return next(f.message for f in found if f.code in ("U101", "U102"))

    def test_just_below_what_counts_never_reads_as_what_counts(self) -> None:
        assert "49 %" in self.message(0.49999)
        assert "50 % would count" in self.message(0.49999)

    def test_a_probability_kept_in_single_precision_reads_as_it_was_written(self) -> None:
        assert "70 %" in self.message(0.7)

    def test_next_to_nothing_is_not_nothing(self) -> None:
        assert "under 1 %" in self.message(0.001)
        assert " 0 %" in self.message(0.0)

    @pytest.mark.parametrize(
        ("probability", "words"), [(0.45, "comes close"), (0.3, "some way off"), (0.1, "far from")]
    )
    def test_how_near_it_comes_is_said_in_words(self, probability: float, words: str) -> None:
        assert words in self.message(probability)

    def test_all_but_certain_is_not_certain(self) -> None:
        found = gaps(align([standard("A")], unit("u.md", Said("x", {"A": 0.9999}, Role.NOTE))))
        assert any("99 %" in f.message for f in found if f.code == "U102")


def test_a_rule_may_look_at_results_and_at_the_run_before() -> None:
    coverage = measure_coverage(align([standard("A")], unit("units/u.md")))
    before, results = Measurement(coverage), (Result("q1", "A", 1.0, 40, 0.25),)
    seen: list[Measurement] = []

    def look(measured: Measurement) -> list[Sighting]:
        seen.append(measured)
        names = (f"{result.item} of {result.standard_code}" for result in measured.results)
        return [Sighting(Facts(called="item", item=name), sentence="lone-pupil") for name in names]

    found = list(Rule("Z999", Severity.NOTE, look).find(Measurement(coverage, results, before=before)))
    assert [finding.message for finding in found] == ["q1 of A: one pupil is not a group; left out."]
    assert seen[0].before is before
    assert find_gaps(coverage, results=results, before=before) == find_gaps(coverage)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Lab page", "Lesson. Lab page"),
        ("Pupils pour sand from a thin jar into a wide one", "Pupils pour sand from a thin jar into a wide one"),
    ],
)
def test_a_passage_of_a_few_words_is_quoted_under_its_heading(text: str, quoted: str) -> None:
    [thin] = [f for f in gaps(align([standard("A")], unit("u.md", Said(text, {"A": 0.6})))) if f.code == "U102"]
    assert thin.facts["passage"] == quoted
