from __future__ import annotations

from builders import align, pd, standard, unit
from hypothesis import given
from hypothesis import strategies as st

from curalign.covering import measure_coverage
from curalign.domain.coverage import Tally
from curalign.domain.links import Strength
from curalign.domain.scopes import PD, UNITS

counts = st.integers(0, 3000)
tallies = st.builds(Tally, counts, counts, counts, counts)


@given(tallies, tallies, tallies)
def test_tallies_form_a_monoid(a: Tally, b: Tally, c: Tally) -> None:
    assert (a + b) + c == a + (b + c)
    assert a + Tally() == a == Tally() + a


@given(st.lists(st.sampled_from(Strength)), st.lists(st.sampled_from(Strength)))
def test_counting_two_lists_is_counting_them_joined(a: list[Strength], b: list[Strength]) -> None:
    assert Tally.of(a) + Tally.of(b) == Tally.of(a + b)
    assert Tally.of(a).total == len(a)


@given(tallies)
def test_percent_never_lies(tally: Tally) -> None:
    percent = tally.percent
    if tally.total == 0:
        assert percent is None
        return
    assert percent is not None
    assert (percent == 100) == (tally.full == tally.total)
    assert (percent == 0) == (tally.full == 0)
    assert abs(percent - 100 * tally.full / tally.total) < 0.1
    assert percent == round(percent, 1)


def test_percent_of_the_contract() -> None:
    assert Tally(full=71, partial=9, none=14, unknown=2).percent == 74.0
    assert Tally(full=30, partial=12, none=52, unknown=2).percent == 31.3


def test_one_in_thousands_shows_and_one_missing_in_thousands_shows() -> None:
    assert Tally(full=1, none=9999).percent == 0.1
    assert Tally(full=9999, none=1).percent == 99.9


def test_unknown_stays_in_the_denominator() -> None:
    assert Tally(full=1, unknown=1).percent == 50.0


def test_a_tally_counts_leaves_alone_and_can_be_asked_of_a_part() -> None:
    strand, one, two = standard("A"), standard("A.1", parent="A"), standard("A.2", parent="A")
    practice = standard("MP1", level="Practice")
    coverage = measure_coverage(align([strand, one, two, practice], unit("u.md")))
    assert coverage.counted == (one, two)
    assert coverage.tally(UNITS) == Tally(none=2)
    assert coverage.tally(UNITS, [practice]) == Tally(none=1)
    assert coverage.tally(PD) == Tally()


def test_rows_are_flat_and_name_what_they_count() -> None:
    coverage = measure_coverage(align([standard("A.1", "Add within 20", grades="2|3")], unit("u.md"), pd("p.md")))
    unit_row, pd_row = coverage.rows()
    assert unit_row["kind"] == "unit"
    assert pd_row["kind"] == "pd"
    assert unit_row["standard"] == "A.1"
    assert unit_row["statement"] == "Add within 20"
    assert unit_row["grades"] == "2|3"
    assert unit_row["counted"] is True
    assert unit_row["strength"] == "none"
    assert unit_row["file"] is unit_row["place"] is unit_row["quote"] is None
