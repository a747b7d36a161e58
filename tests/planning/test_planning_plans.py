"""The plan that is chosen is the best there is, and says what it costs, what it leaves and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from builders import standard
from hypothesis import given, settings
from hypothesis import strategies as st

from curalign.domain.plans import NO_PRIORITIES, JudgedOption, Limits, Option, Plan
from curalign.planning import Loosen, make_plan
from curalign.planning.program import Open, Program
from curalign.planning.solving import solve

STANDARDS = tuple(standard(f"S.{i}") for i in range(4))


def session(title: str, hours: float = 2, cost: float = 100, supports: str = "", **more: object) -> JudgedOption:
    """An option that supports the standards with these digits."""
    option = Option(title, hours, cost, title, **more)  # type: ignore[arg-type]
    return JudgedOption(option, tuple((f"s.{digit}", 0.9) for digit in supports))


def gaps(*pupils: float, school: str = "") -> tuple[Open, ...]:
    return tuple(Open(STANDARDS[at], school, number) for at, number in enumerate(pupils))


def planned(options: Sequence[JudgedOption], opened: Sequence[Open], draws: int = 0, **limits: object) -> Plan:
    found = make_plan(options, opened, NO_PRIORITIES, Limits(**limits), draws=draws)  # type: ignore[arg-type]
    assert isinstance(found, Plan)
    return found


def titles(plan: Plan) -> list[str]:
    return [chosen.option.title for chosen in plan.chosen]


def loosened(options: Sequence[JudgedOption], opened: Sequence[Open], **limits: object) -> Loosen:
    found = make_plan(options, opened, NO_PRIORITIES, Limits(**limits))  # type: ignore[arg-type]
    assert isinstance(found, Loosen)
    return found


# --- What is chosen --------------------------------------------------------------------------------------------------


def test_what_closes_most_in_the_hours_is_chosen_and_the_rest_is_forgone() -> None:
    options = [session("A", 4, supports="0"), session("B", 2, supports="1"), session("C", 2, supports="2")]
    plan = planned(options, gaps(30, 20, 20), hours=4)
    assert titles(plan) == ["B", "C"]
    assert plan.pupils == pytest.approx(36)
    assert plan.proven
    (forgone,) = plan.forgone
    assert (forgone.option.title, forgone.why.sentence, forgone.adds) == ("A", "forgone-room", pytest.approx(27))


def test_a_gap_counts_once_by_the_session_that_supports_it_best() -> None:
    weak = JudgedOption(Option("Weak", 1, 10, ""), (("s.0", 0.6),))
    plan = planned([weak, session("Strong", supports="0")], gaps(10))
    assert titles(plan) == ["Strong"]
    assert plan.pupils == pytest.approx(9)
    assert plan.forgone[0].why.sentence == "forgone-covered"


def test_of_plans_that_close_as_much_the_cheaper_one_is_chosen_then_the_shorter() -> None:
    dear, cheap = session("A", 2, 500, "0"), session("B", 2, 100, "0")
    assert titles(planned([dear, cheap], gaps(10))) == ["B"]
    slow, quick = session("A", 9, 100, "0"), session("B", 2, 100, "0")
    assert titles(planned([slow, quick], gaps(10))) == ["B"]
    twin, other = session("A", 2, 100, "0"), session("B", 2, 100, "0")
    assert titles(planned([other, twin], gaps(10))) == titles(planned([twin, other], gaps(10))) == ["A"]


def test_sessions_of_one_block_rule_each_other_out() -> None:
    options = [session("A", supports="0", block="August"), session("B", supports="1", block="august")]
    plan = planned(options, gaps(10, 20))
    assert titles(plan) == ["B"]
    assert plan.forgone[0].why.sentence == "forgone-block"


def test_a_prerequisite_is_held_with_what_requires_it() -> None:
    options = [session("Basics", 2, 100), session("More", 2, 100, "0", requires=("basics",))]
    assert titles(planned(options, gaps(10), hours=4)) == ["More", "Basics"]
    assert titles(planned(options, gaps(10), hours=3)) == []


def test_a_prerequisite_that_is_no_session_is_told_and_taken_as_given() -> None:
    plan = planned([session("More", supports="0", requires=("Elsewhere",))], gaps(10))
    assert titles(plan) == ["More"]
    assert [note.sentence for note in plan.notes] == ["note-requires"]


def test_seats_limit_which_schools_come() -> None:
    opened = (*gaps(10, school="North"), *gaps(30, school="River"))
    teachers = (("North", 8), ("River", 9))
    plan = planned([session("A", supports="0", capacity=10)], opened, teachers=teachers)
    assert plan.chosen[0].schools == ("River",)
    assert plan.pupils == pytest.approx(27)


def test_a_session_for_one_school_closes_nothing_in_the_other() -> None:
    opened = (*gaps(10, school="North"), *gaps(30, school="River"))
    plan = planned([session("A", supports="0", schools=("north",))], opened)
    assert plan.chosen[0].schools == ("North",)
    assert plan.pupils == pytest.approx(9)


def test_every_school_gets_a_session_where_that_is_asked_for() -> None:
    opened = (*gaps(1, 0, school="North"), *gaps(0, 30, school="River"))
    options = [session("N", 3, supports="0", schools=("North",)), session("R", 3, supports="1", schools=("River",))]
    assert titles(planned(options, opened, hours=3)) == ["R"]
    assert sorted(titles(planned(options, opened, hours=6, each_school=True))) == ["N", "R"]


def test_equity_asks_for_a_share_of_what_is_open_in_every_school() -> None:
    opened = (*gaps(2, 0, school="North"), *gaps(0, 30, school="River"))
    options = [session("N", 3, supports="0"), session("R", 3, supports="1")]
    assert titles(planned(options, opened, hours=3)) == ["R"]
    assert sorted(titles(planned(options, opened, equity=0.5))) == ["N", "R"]
    assert loosened(options, opened, hours=3, equity=0.5).limit == "hours"


def test_nothing_worth_holding_is_no_session_and_no_mistake() -> None:
    plan = planned([session("Smile", supports="")], gaps(10), hours=9)
    assert titles(plan) == []
    assert plan.forgone[0].why.sentence == "forgone-nothing"
    assert planned([], gaps(10)).chosen == ()


# --- What more would buy, and how sure it is -------------------------------------------------------------------------


def test_the_next_hour_says_what_would_come_in_and_what_would_go() -> None:
    options = [session("A", 3, supports="0"), session("B", 2, supports="1")]
    plan = planned(options, gaps(30, 20), hours=2, money=1000)
    assert titles(plan) == ["B"]
    assert plan.next_hour is not None
    assert (plan.next_hour.comes, plan.next_hour.goes, plan.next_hour.pupils) == (("A",), ("B",), pytest.approx(9))
    assert plan.next_money is not None
    assert (plan.next_money.comes, plan.next_money.pupils) == ((), 0)


def test_a_session_that_rests_on_a_sure_gap_stays_and_one_on_a_doubtful_gap_often_does_not() -> None:
    opened = (Open(STANDARDS[0], "", 20, 1.0), Open(STANDARDS[1], "", 90, 0.3))
    options = [JudgedOption(Option("Sure", 2, 1, ""), (("s.0", 1.0),)), session("Doubtful", supports="1")]
    plan = planned(options, opened, draws=60, hours=4)
    kept = {chosen.option.title: chosen.kept for chosen in plan.chosen}
    assert kept["Sure"] == 1
    assert kept["Doubtful"] == pytest.approx(0.27, abs=0.15)
    assert planned(options, opened, draws=60, hours=4) == plan


# --- What no plan keeps to -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "limit", "needed"),
    [({"hours": 1}, "hours", 3), ({"money": 50}, "money", 120), ({"hours": 1, "money": 50}, "both", None)],
)
def test_an_impossible_request_says_which_limit_to_loosen(
    limits: dict[str, float], limit: str, needed: float | None
) -> None:
    options = [session("A", 3, 120, "0"), session("B", 5, 300, "0")]
    assert loosened(options, gaps(10, school="North"), each_school=True, **limits) == Loosen(limit, needed)


def test_it_names_the_school_limit_where_no_session_is_open_to_a_school() -> None:
    opened = (*gaps(10, school="North"), *gaps(30, school="River"))
    assert loosened([session("A", supports="0", schools=("North",))], opened, each_school=True).limit == "schools"
    assert loosened([], opened, each_school=True).limit == "schools"


def test_it_says_how_much_equity_there_can_be() -> None:
    opened = (*gaps(10, 10, school="North"), *gaps(30, 0, school="River"))
    assert loosened([session("A", supports="0")], opened, equity=0.6) == Loosen("equity", 0.45)


# --- Small cases by brute force --------------------------------------------------------------------------------------


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Up to four options, two schools, four standards, and limits of every kind."""
    numbers = st.integers(0, 6)
    schools = draw(st.sampled_from([("",), ("North", "River")]))
    options = []
    for at in range(draw(st.integers(1, 4))):
        before = draw(st.sampled_from([(), ("T0",)]))
        option = Option(
            f"T{at}",
            draw(st.integers(1, 5)),
            draw(st.integers(0, 5)),
            "",
            capacity=draw(st.sampled_from([None, 3, 5])),
            schools=draw(st.sampled_from([(), ("North",)])),
            requires=before if at else (),
            block=draw(st.sampled_from(["", "b"])),
        )
        supports = draw(st.dictionaries(st.sampled_from(["s.0", "s.1", "s.2"]), st.sampled_from([0.6, 0.75, 1.0])))
        options.append(JudgedOption(option, tuple(sorted(supports.items()))))
    opened = tuple(Open(s, school, draw(numbers)) for s in STANDARDS[:3] for school in schools)
    limits = Limits(
        draw(st.sampled_from([None, 3, 6])),
        draw(st.sampled_from([None, 2, 5])),
        draw(st.booleans()),
        draw(st.sampled_from([0.0, 0.2])),
        draw(st.sampled_from([(), (("North", 2), ("River", 3))])),
    )
    return Program.of(options, opened, limits)


def attendances(program: Program) -> Iterator[set[tuple[int, int]]]:
    pairs = list(product(range(len(program.options)), range(len(program.schools))))
    for bits in product((False, True), repeat=len(pairs)):
        yield {pair for pair, comes in zip(pairs, bits, strict=True) if comes}


def by_brute_force(program: Program) -> float | None:
    """The most that any attendance closes, or None: every rule in its own words."""
    best: float | None = None
    for comes in attendances(program):
        if keeps_to(program, comes):
            closed = closed_by(program, comes)
            if all(closed[s] >= program.limits.equity * opened_in(program, s) - 1e-9 for s in program.schools):
                best = max(best or 0.0, sum(closed.values()))
    return best


def keeps_to(program: Program, comes: set[tuple[int, int]]) -> bool:
    options, limits = program.options, program.limits
    held = {at for at, _ in comes}
    number = {option.title: at for at, option in enumerate(options)}
    seats = dict(limits.teachers)
    blocks = [options[at].block for at in held if options[at].block]
    taken = {at: sum(seats.get(program.schools[k], 0) for other, k in comes if other == at) for at in held}
    return (
        (limits.hours is None or sum(options[at].hours for at in held) <= limits.hours)
        and (limits.money is None or sum(options[at].cost for at in held) <= limits.money)
        and len(blocks) == len(set(blocks))
        and all((number[title], k) in comes for at, k in comes for title in options[at].requires)
        and all(options[at].capacity is None or taken[at] <= (options[at].capacity or 0) for at in held)
        and not any(options[at].schools and program.schools[k] == "River" for at, k in comes)
        and (not limits.each_school or {k for _, k in comes} == set(range(len(program.schools))))
    )


def opened_in(program: Program, school: str) -> float:
    return sum(gap.pupils for gap in program.gaps if gap.school == school)


def closed_by(program: Program, comes: set[tuple[int, int]]) -> dict[str, float]:
    closed = dict.fromkeys(program.schools, 0.0)
    for gap in program.gaps:
        here = [at for at, k in comes if program.schools[k] == gap.school]
        best = max((program.supports.get((at, gap.standard.id), 0.0) for at in here), default=0.0)
        closed[gap.school] += best * gap.pupils
    return closed


@settings(max_examples=80)
@given(programs())
def test_small_cases_agree_with_brute_force(program: Program) -> None:
    found, best = solve(program), by_brute_force(program)
    assert (found is None) is (best is None)
    if found is not None and best is not None:
        assert found.pupils == pytest.approx(best, abs=1e-3)
        assert found.best == pytest.approx(found.pupils, abs=1e-3)
        assert keeps_to(program, set(found.comes))
