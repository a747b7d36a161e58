"""Pacing guides and scope-and-sequence tables: rows become sections with their unit, their time and their claims."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from segmented import cut, row, without_spaces

from curalign.claiming import claim_passages
from curalign.domain.materials import Block, InstructionalTime, Role
from curalign.domain.standards import Framework, Standard
from curalign.segmenting.instructional_time import read_span

FOLDS = "Pupils fold strips of paper in half and say how long each part is."
GUIDE = (
    row("Grade 3 pacing"),
    row("Weeks", "Unit", "Standards", "Objectives"),
    row("1-3", "Unit 1: Fractions", "3.NF.A.1-2", "Pupils name unit fractions"),
    row("", "", "3.NF.A.3", "Pupils compare fractions"),
    row("4-6", "Unit 2: Area", "3.MD.C.5", "Pupils tile a rectangle"),
)


def test_rows_become_sections_under_their_unit_with_their_time() -> None:
    title, header, fractions, area = cut((("Year",), GUIDE))
    assert fractions.headings == ("Year", "Unit 1: Fractions", "Weeks 1-3")
    assert area.headings == ("Year", "Unit 2: Area", "Weeks 4-6")
    assert fractions.time == InstructionalTime("Weeks 1-3", 15)
    assert str(area.time) == "3 weeks"
    assert {p.role for p in (header, fractions, area)} == {Role.PLAN}
    assert title.time is None


def test_what_stands_in_them_is_claimed_and_not_taught() -> None:
    codes = ("3.NF.A.1", "3.NF.A.2", "3.NF.A.3", "3.MD.C.5")
    framework = Framework(tuple(Standard(code, code, "What it asks.", "test") for code in codes))
    claims = claim_passages(cut((("Year",), GUIDE)), framework)
    assert [c.standard.code for c in claims if c.standard] == list(codes)
    assert [c.passage.time.days for c in claims if c.passage.time] == [15, 15, 15, 15]
    assert not any(c.passage.role.teaches for c in claims)


@pytest.mark.parametrize(
    "header",
    [
        ("Unit", "Days", "Standards", "Assessment"),
        ("Unit", "Standards"),
        ("Marking Period", "Topic"),
        ("Time Frame", "Concept", "Resources"),
        ("Duration", "Module", "TEKS"),
    ],
)
def test_headers_of_pacing_tables(header: tuple[str, ...]) -> None:
    cells = ["something"] * len(header)
    assert {p.role for p in cut(((), (row(*header), row(*cells))))} == {Role.PLAN}


@pytest.mark.parametrize(
    "header",
    [("Time", "Topic", "Presenter"), ("Day", "Standards", "Activity"), ("Name", "Age"), ("Standard", "Assessment")],
)
def test_agendas_lesson_plans_and_data_are_none(header: tuple[str, ...]) -> None:
    found = cut(((), (row(*header), row(*["Pupils fold paper"] * len(header)))))
    assert all(p.time is None and p.headings == () for p in found)
    assert found[-1].role is not Role.PLAN


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        (
            ("Start", "End", "Unit", "What it covers"),
            ("Aug 26", "Oct 4", "Lines", "slope"),
            ("Oct 7", "Nov 1", "Systems", ""),
        ),
        (("Course", "Begins", "Unit"), ("World History", "9/23", "Trade routes"), ("", "11/4", "Revolutions")),
    ],
)
def test_dates_under_start_make_a_plan_of_units(
    header: tuple[str, ...], first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    found = cut(((), (row("Year map"), row(*header), row(*first), row(*second))))
    assert [p.role for p in found[1:]] == [Role.PLAN] * 3


@pytest.mark.parametrize(
    "rows",
    [
        (("Start", "Topic"), ("9:00", "Halves and thirds"), ("9:40", "Fourths")),
        (("Concept", "Code"), ("Loop", "for i in range(3)"), ("Branch", "if x > 3")),
    ],
)
def test_hours_under_start_and_programs_make_none(rows: tuple[tuple[str, ...], ...]) -> None:
    assert all(p.role is not Role.PLAN for p in cut(((), tuple(row(*cells) for cells in rows))))


def test_a_long_guide_of_short_cells_is_no_data_table() -> None:
    days = (row(str(n), "Fractions", f"3.NF.A.{n % 3 + 1}") for n in range(1, 181))
    found = cut((("Year",), (row("Day", "Topic", "Standard"), *days)))
    assert Role.BOILERPLATE not in {p.role for p in found}
    assert found[1].time == InstructionalTime("Day 1", 1)


@pytest.mark.parametrize(
    ("text", "column", "days"),
    [
        ("3 weeks", "Time", 15), ("2-3 weeks", "", 12.5), ("4.5 weeks", "", 22.5), ("2 wks", "", 10),
        ("15 instructional days", "", 15), ("3 weeks (15 days)", "", 15), ("12", "Days", 12),
        ("10\u201312", "# of days", 11),
        ("Weeks 3-5", "", 15), ("Week 1 to Week 4", "", 20), ("Days 1-10", "", 10), ("Sept 4 - Sept 29", "Dates", 20),
        ("September 4-29", "Dates", 20), ("9/4-9/29", "", 20), ("2026-09-04 to 2026-09-29", "", 20),
        ("Dec 14 \u2013 Jan 15", "", 25), ("Aug 12 - Aug 16", "", 5), ("8/12 - 8/30", "", 15), ("Aug 12-16", "", 5),
        ("12-Aug to 30-Aug", "Dates", 15), ("Sept 9-Oct 4", "", 20),
        ("1", "Quarter", None),
        ("Quarter 1", "Quarter", None), ("September", "Month", None), ("Aug 26", "Date", None), ("999 weeks", "", None),
        ("", "Week", None), ("2/31-2/32", "", None),
    ],
)  # fmt: skip
def test_time_is_read_in_school_days_where_it_stands_there(text: str, column: str, days: float | None) -> None:
    assert read_span(text, column, counted=False).days == days


def test_a_number_in_a_column_that_counts_is_one_week() -> None:
    assert read_span("7", "Week", counted=True).days == 5
    assert read_span("7", "Week", counted=True).text == "Week 7"


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        (("1-4", "5-8", "20-22"), [20, 20, 15]),
        (("2-3", "3-4", "2"), [12.5, 17.5, 10]),
        (("1", "2", "3"), [5, 5, 5]),
        (("4", "3", "6"), [20, 15, 30]),
    ],
)
def test_a_column_counts_the_weeks_or_says_how_many_they_are(stated: tuple[str, ...], days: list[float]) -> None:
    table = (row("Weeks", "Unit"), *(row(text, f"Unit {at}") for at, text in enumerate(stated)))
    assert [p.time.days for p in cut(((), table)) if p.time] == days


def test_two_dates_side_by_side_are_a_start_and_an_end() -> None:
    table = (row("Start date", "End date", "Topic"), row("Sept 4", "Sept 29", "Place value"))
    assert cut(((), table))[-1].time == InstructionalTime("Sept 4 - Sept 29", 20)


@pytest.mark.parametrize(
    "header",
    [
        (row("Dates", "", "Unit", "Standards"), row("Start", "End")),
        (row("Timeline", "", "Content", ""), row("From date", "To date", "Unit", "Standards")),
        (row("Start", "End", "Unit", "Standards"),),
    ],
)
def test_a_header_may_take_two_rows_and_name_the_two_dates(header: tuple[Block, ...]) -> None:
    table = (*header, row("Aug 12", "Aug 30", "Place value", "3.NBT.A.1"))
    found = cut(((), table))[-1]
    assert found.headings == ("Place value", "Aug 12 - Aug 30")
    assert found.time == InstructionalTime("Aug 12 - Aug 30", 15)


def test_a_header_that_comes_again_on_the_next_page_is_no_unit() -> None:
    found = cut((("Year",), (*GUIDE[1:3], GUIDE[1], *GUIDE[4:])))
    assert [p.headings[1:] for p in found] == [
        *((), ("Unit 1: Fractions", "Weeks 1-3")),
        *((), ("Unit 2: Area", "Weeks 4-6")),
    ]


def test_a_row_with_one_cell_is_no_second_row_of_the_header() -> None:
    table = (row("Month", "Unit", "Standards"), row("Fall"), row("October", "Area", "3.MD.C.5"))
    assert [p.headings for p in cut(((), table))][1:] == [("Fall",), ("Area", "October")]


CELL = st.text(alphabet="123456789-/ weksdayWDSeptQUnit.|\u2013", max_size=20)


@given(st.lists(st.lists(CELL, min_size=1, max_size=5), max_size=8))
def test_any_table_keeps_all_its_words_and_no_time_is_longer_than_a_year(rows: list[list[str]]) -> None:
    blocks = [row("Weeks", "Unit", "Standards"), *(row(*cells) for cells in rows)]
    found = cut((("Year",), blocks))
    assert without_spaces("".join(p.text for p in found)) == without_spaces("".join(b.text for b in blocks))
    assert all(0 < p.time.days <= 200 for p in found if p.time)


WEEK = row("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def test_a_calendar_may_have_its_dates_in_rows_of_their_own() -> None:
    lessons = ("Lesson 3 Halves 3.NF.A.1", "Lesson 4 Thirds", "Review", "Test", "No school")
    found = cut((("October",), [WEEK, row("5", "6", "7", "8", "9"), row(*lessons)]))
    assert {p.role for p in found} == {Role.PLAN}


def test_a_week_of_lessons_with_its_dates_is_no_calendar() -> None:
    dates, folds = (
        row("Date", "5", "6", "7", "8", "9"),
        row("Task", *[f"Pupils fold {n} strips of paper in half and say how long each part is." for n in "23456"]),
    )
    found = cut((("October",), [row("", *WEEK.text.split(" | ")), dates, folds]))
    assert [p.role for p in found if "fold" in p.text] == [Role.TASK] * 5


def test_a_unit_that_is_merged_over_its_weeks_is_that_of_each() -> None:
    table = [
        row("", "Week 1", "Week 2", "Week 3"),
        row("Unit", "Halves", "", "Area"),
        row("Standards", "3.A", "3.B", "3.C"),
    ]
    found = {p.headings[-1]: p.headings for p in cut((("Year",), table)) if p.time}
    assert found["Week 2"] == ("Year", "Halves", "Week 2")
    assert found["Week 3"] == ("Year", "Area", "Week 3")


def planned(*rows: Block) -> list[tuple[tuple[str, ...], float | None, str]]:
    """The cells of a plan, which are all but its title: headings below the document's, days, text."""
    found = cut((("Year",), rows))
    assert {p.role for p in found if p.role is not Role.BOILERPLATE or len(p.headings) > 1} == {Role.PLAN}
    return [(p.headings[1:], p.time and p.time.days, p.text) for p in found if len(p.headings) > 1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1st 9 Weeks", "2nd 9 wks"),
        ("First Nine Weeks", "Second Nine Weeks"),
        ("Q1/Q2", "Q3/Q4"),
        ("Fall Semester", "Spring Semester"),
        ("Tri 1", "Tri 2"),
        ("Quarter One", "Quarter Two"),
        ("1er trimestre", "2do trimestre"),
        ("August/September", "Late October"),
        ("MP1 (Aug - Oct)", "MP2 (Nov - Jan)"),
        ("Quarter 1: 43 days", "Quarter 2 - 9 weeks"),
    ],
)
def test_stretches_of_a_year_stand_across_with_or_without_a_corner(first: str, second: str) -> None:
    rows = (row("Subject", first, second), row("Math", "Shares 3.NF.A.1", "Area"), row("Science", "Magnets", "Owls"))
    assert [(headings, text) for headings, _, text in planned(*rows)] == [
        (("Math", first), "Shares 3.NF.A.1"),
        (("Science", first), "Magnets"),
        (("Math", second), "Area"),
        (("Science", second), "Owls"),
    ]
    assert [(headings, text) for headings, _, text in planned(row(first, second), row("Shares", "Area"))] == [
        ((first,), "Shares"),
        ((second,), "Area"),
    ]


def test_weeks_below_quarters_and_times_below_units_are_their_times() -> None:
    weeks = planned(
        row("", "Quarter 1", "", "Quarter 2"),
        row("", "Weeks 1-4", "Weeks 5-9", "Weeks 10-14"),
        row("Math", "Shares", "Area", "Time"),
    )
    assert (("Math", "Quarter 1, Weeks 5-9"), 25, "Area") in weeks
    units = planned(
        row("", "Unit 1: Shares", "Unit 2: Area"), row("Pacing", "4 weeks", "3 weeks"), row("Standards", "3.A", "3.B")
    )
    assert (("Unit 2: Area", "3 weeks"), 15, "3 weeks 3.B") in units


def test_a_nine_weeks_is_a_quarter_over_its_units_and_none_of_their_times() -> None:
    header = row("Week", "Unit", "TEKS")
    found = planned(
        row("1st 9 Weeks"), header, row("1", "Shares", "3.3A"), row("2nd 9 Weeks"), row("10", "Area", "3.6C")
    )
    assert (("1st 9 Weeks", "Shares", "Week 1"), 5, "1 | Shares | 3.3A") in found
    assert (("2nd 9 Weeks", "Area", "Week 10"), 5, "10 | Area | 3.6C") in found
    assert planned(row("Nine Weeks", "Unit", "TEKS"), row("1", "Shares", "3.3A"))[0][:2] == (
        ("Shares", "Nine Weeks 1"),
        None,
    )


def test_a_column_is_of_times_by_its_cells_where_its_name_says_nothing() -> None:
    window = (
        row("Window", "Unit", "Standards"),
        row("8/12 - 9/6 (19 days)", "Shares", "3.A"),
        row("Late Sept", "Area", ""),
    )
    assert planned(*window)[0][:2] == (("Shares", "8/12 - 9/6 (19 days)"), 19)
    by_month = (row("", "Math", "Reading"), row("August", "Shares 3.A", "Fables"), row("September", "Area", "Poems"))
    assert (("Math", "August"), None, "Shares 3.A") in planned(*by_month)


def test_subjects_may_stand_down_and_grades_across() -> None:
    down = (row("Month", "Subject", "Topic"), row("August", "Math", "Shares"), row("", "ELA", "Fables"))
    assert [headings for headings, _, _ in planned(*down)] == [
        ("Math", "Shares", "August"),
        ("ELA", "Fables", "August"),
    ]
    across = (
        row("Month", "2nd Grade", "3rd Grade"),
        row("August", "Length", "Shares"),
        row("September", "Time", "Area"),
    )
    assert (("3rd Grade", "September"), None, "Area") in planned(*across)


def test_a_unit_of_a_number_has_the_name_beside_it() -> None:
    table = (row("Unit #", "Unit Name", "# Days", "Standards"), row("1", "Shares", "18", "3.A"))
    assert planned(*table) == [(("1 Shares", "18 days"), 18, "1 | Shares | 18 | 3.A")]


def test_what_is_ticked_below_a_quarter_is_of_it() -> None:
    table = (row("Standard", "Q1", "Q2", "Q3"), row("3.NF.A.1 Shares", "X", "", "X"), row("3.MD.C.5 Area", "", "X", ""))
    assert [headings for headings, _, _ in planned(*table)] == [("Q1, Q3",), ("Q2",)]


def test_a_map_of_months_without_standards_is_a_plan_and_counts_by_month_are_not() -> None:
    content = ("Essential Questions", "Content", "Resources")
    table = (
        row("Month", *content),
        row("September", "Why?", "Shares", "Strips"),
        row("October", "How?", "Area", "Tiles"),
    )
    assert planned(*table)[0][0] == ("Shares", "September")
    rain = (row("Month", "Rainfall"), row("January", "3"), row("February", "4"))
    assert Role.PLAN not in {p.role for p in cut((("Year",), rain))}


def test_columns_of_times_beside_a_unit_make_no_row_a_header() -> None:
    table = (row("Unit", "Start", "End"), row("Shares", "Aug 12", "Sept 6"), row("Area", "Sept 9", "Oct 4"))
    assert planned(*table)[0] == (("Shares", "Aug 12 - Sept 6"), 20, "Shares | Aug 12 | Sept 6")
    assert planned(row("Standard", "Quarter taught", "Quarter tested"), row("3.NF.A.1", "Q1", "Q2"))[0][0] == (
        "Q1, Q2",
    )


def test_a_calendar_may_have_letters_and_weekends() -> None:
    week = row("S", "M", "T", "W", "Th", "F", "S")
    found = cut(
        (("May",), [week, row("", "3 Halves", "4 Thirds", "5 Test", "6 Area", "7 Off", ""), row("9", "10 Owls")])
    )
    assert {p.role for p in found} == {Role.PLAN}


@pytest.mark.parametrize(
    "rows",
    [
        (("", "10/5", "10/6", "10/7"), ("Warm-up", FOLDS, FOLDS, FOLDS), ("Exit ticket", FOLDS, FOLDS, FOLDS)),
        (("", "8/12", "8/13"), ("Math", FOLDS, FOLDS), ("Reading", FOLDS, FOLDS)),
        (("Week 1", f"{FOLDS} 3.NF.A.1"), ("Week 2", f"{FOLDS} 3.NF.A.2")),
        (("", "Fall", "Winter"), ("Leaves", "turn red and fall", "are gone"), ("Owls", "eat more mice", "sleep")),
    ],
)
def test_days_and_seasons_of_a_lesson_are_no_plan(rows: tuple[tuple[str, ...], ...]) -> None:
    assert Role.PLAN not in {p.role for p in cut((("Unit",), [row(*cells) for cells in rows]))}


def test_the_title_of_a_plan_is_no_task() -> None:
    found = cut((("Maps",), (row("", "", "Third grade pacing"), *GUIDE[1:])))
    assert (found[0].text, found[0].role) == ("| | Third grade pacing", Role.BOILERPLATE)
    week = row("Mon", "Tue", "Wed", "Thu", "Fri")
    found = cut((("Maps",), (row("May 2027"), week, row("3 Halves", "4 Thirds", "5 Test", "6 Area", "7 Off"))))
    assert (found[0].text, found[0].role) == ("May 2027", Role.BOILERPLATE)


def test_a_subject_with_its_topic_and_its_standards_is_one_plan() -> None:
    header = (row("Month", "Math", "", "ELA", ""), row("", "Topic", "Standards", "Topic", "Standards"))
    found = planned(*header, row("August", "Shares", "3.NF.A.1", "Fables", "RL.3.2"))
    assert [(headings, text) for headings, _, text in found][-2:] == [
        (("Math", "August"), "Shares | 3.NF.A.1"),
        (("ELA", "August"), "Fables | RL.3.2"),
    ]
    beside = planned(row("Week", "Math Standards", "ELA Standards"), row("1", "3.NF.A.1", "RL.3.2"))
    assert (("ELA Standards", "Week 1"), 5, "RL.3.2") in beside


def test_rows_of_times_alone_are_a_plan() -> None:
    table = (row("Quarter", "Begins", "Ends"), row("1", "Sep 8", "Nov 7"), row("2", "Nov 10", "Jan 23"))
    assert planned(*table)[0][0] == ("Sep 8 - Nov 7, Quarter 1",)


def test_numbers_of_weeks_below_quarters_are_their_times() -> None:
    table = (row("", "Q1", "Q2"), row("Unit", "Shares", "Area"), row("# of weeks", "9", "8"))
    assert [(headings, days) for headings, days, _ in planned(*table)] == [
        (("Shares", "Q1, 9 weeks"), 45),
        (("Area", "Q2, 8 weeks"), 40),
    ]


def test_subjects_may_be_called_in_short() -> None:
    table = (row("Month", "Maths", "ELAR", "Sci", "SS", "PE"), row("May", "Area", "Fables", "Owls", "Maps", "Tag"))
    names = [headings[0] for headings, _, _ in planned(*table) if len(headings) > 1]
    assert names == ["Maths", "ELAR", "Sci", "SS", "PE"]


def test_weeks_down_and_days_across_that_only_name_lessons_are_a_calendar() -> None:
    days = row("Week", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    weeks = (row("Week 1", "No school", "1.1 Halves", "1.2 Thirds", "Quiz", "1.3 Area"), row("Week 2", "1.4 Owls"))
    assert [(headings, n) for headings, n, _ in planned(days, *weeks)] == [(("Week 1",), 5), (("Week 2",), 5)]
    told = (row("Week 1", FOLDS, FOLDS, FOLDS, FOLDS, FOLDS), row("Week 2", FOLDS, FOLDS, FOLDS, FOLDS, FOLDS))
    assert Role.PLAN not in {p.role for p in cut((("Year",), (days, *told)))}


def test_a_plan_may_have_no_header() -> None:
    months = (row("August", "Shares", "3.NF.A.1"), row("September", "Area", "3.MD.C.5"))
    assert [headings for headings, _, _ in planned(*months)] == [("Shares", "August"), ("Area", "September")]
    weeks = (row("Week 1", f"3.NF.A.1 {FOLDS}"), row("Week 2", f"3.NF.A.2 {FOLDS}"))
    assert Role.PLAN not in {p.role for p in cut((("Unit",), weeks))}


def test_cycles_weeks_of_a_date_and_numbers_that_are_about_right() -> None:
    cycles = planned(row("", "Cycle 1", "Cycle 2"), row("Math", "Shares", "Area"), row("ELA", "Fables", "Poems"))
    assert (("ELA", "Cycle 2"), None, "Poems") in cycles
    weeks = planned(row("Subject", "Week of Aug 12", "Week of Aug 19"), row("Math", "Shares", "Area"))
    assert [headings for headings, _, _ in weeks] == [("Math", "Week of Aug 12"), ("Math", "Week of Aug 19")]
    assert planned(row("Unit", "Number of Days", "Standards"), row("Shares", "~18", "3.A"))[0][1] == 18


def test_a_row_that_says_how_long_a_unit_takes_is_no_header() -> None:
    table = (row("Module 1: Shares", "25 days", "Aug 12-Sept 16"), row("Topic A", "3.NF.A.1", "Halves"))
    assert all(p.headings == ("Year",) for p in cut((("Year",), table)))


def test_a_subject_a_grade_or_a_unit_over_a_part_of_a_plan_heads_it() -> None:
    lessons = (row("Unit 1: Area"), row("1.1 Tiles", "2", "3.MD.C.5"))
    assert planned(row("Lesson", "Days", "Standard"), *lessons)[-1][0] == ("Unit 1: Area", "1.1 Tiles", "2 days")
    header = row("Unit", "Days", "Standards")
    table = (
        row("MATH"),
        header,
        row("Area", "20", "3.MD.C.5"),
        row("2nd Grade"),
        header,
        row("Tens", "9", "2.NBT.A.1"),
    )
    assert [headings for headings, n, _ in planned(*table) if n] == [
        ("MATH", "Area", "20 days"),
        ("2nd Grade", "Tens", "9 days"),
    ]


def test_the_head_of_a_form_over_a_week_of_lessons_names_no_columns() -> None:
    head = row("Grade: 3", "Room: Grade 3", "Subject: Math", "Week of: 10/5")
    days = (row("", "Monday", "Tuesday", "Wednesday"), row("Activity", FOLDS, FOLDS, FOLDS))
    found = cut((("Unit",), (head, *days)))
    assert [p.role for p in found if p.text == FOLDS] == [Role.TASK] * 3


def test_numbers_of_weeks_may_stand_across() -> None:
    table = (row("Week", "1", "2"), row("Topic", "Shares", "Area"), row("Standards", "3.NF.A.1", "3.MD.C.5"))
    assert planned(*table) == [(("Shares", "Week 1"), 5, "Shares 3.NF.A.1"), (("Area", "Week 2"), 5, "Area 3.MD.C.5")]
    plants = (row("Week", "1", "2", "3"), row("Height", "2", "4", "7"))
    assert Role.PLAN not in {p.role for p in cut((("Unit",), plants))}
    dated = planned(row("Dates", "8/12-8/16", "8/19-8/23"), row("Math", "Shares", "Area"))
    assert [headings for headings, _, _ in dated] == [("Math", "8/12-8/16"), ("Math", "8/19-8/23")]


@pytest.mark.parametrize("last", ["Unit 3", "MATH", "2nd Nine Weeks"])
def test_a_row_may_be_wider_than_the_header_of_its_plan(last: str) -> None:
    rows = (row("Week", "Unit", "Standards"), row("1", "Fractions", "3.NF.A.1"), row("", "", "", "", last))
    assert last in cut((("Year",), rows))[-1].text
