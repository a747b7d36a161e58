"""A plan out of priorities and options: what is chosen, what is forgone, and how sure that is."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from curalign.domain.plans import Chosen, Closed, Forgone, JudgedOption, Limits, Note, Plan, Priorities, Priority, Step
from curalign.planning.program import Open, Program
from curalign.planning.solving import Loosen, Solution, solve, what_to_loosen
from curalign.wording import Facts

DRAWS = 100
"""How often verdicts are drawn again to see whether the plan stays."""
_SEED = 17
_SECONDS, _SECONDS_EACH = 30.0, 5.0  # a plan of thousands of sessions is drawn less often


def make_plan(
    judged: Sequence[JudgedOption],
    gaps: Sequence[Open],
    priorities: Priorities,
    limits: Limits,
    draws: int = DRAWS,
) -> Plan | Loosen:
    """Choose the sessions that close most under the limits.

    Args:
        judged: The options, with what each supports.
        gaps: What there is to close.
        priorities: The standards by priority, of which the most urgent that stay open are shown.
        limits: What the plan must keep to.
        draws: How often verdicts are drawn again.

    Returns:
        The plan, or, where none keeps to the limits, which to loosen.

    """
    program = Program.of(judged, gaps, limits)
    solution = solve(program)
    if solution is None:
        return what_to_loosen(program)
    kept, draws = _kept(program, draws)
    chosen = tuple(_chosen(program, solution, at, kept[at]) for at in sorted(solution.held))
    chosen = tuple(sorted(chosen, key=lambda each: (-each.per_hour, each.option.title)))
    forgone = (
        _forgone(program, solution, at, kept[at]) for at in range(len(program.options)) if at not in solution.held
    )
    return Plan(
        limits,
        chosen,
        tuple(sorted(forgone, key=lambda each: (-each.adds, each.option.title))),
        solution.pupils,
        program.open,
        solution.best,
        next_hour=_step(program, solution, "hours"),
        next_money=_step(program, solution, "money"),
        draws=draws,
        remaining=_remaining(priorities, chosen),
        notes=tuple(_notes(program)),
    )


def _chosen(program: Program, solution: Solution, at: int, kept: float) -> Chosen:
    option = program.options[at]
    schools = tuple(program.schools[school] for of, school in sorted(solution.comes) if of == at)
    closing: dict[str, list[int]] = defaultdict(list)
    for pair in solution.closes:
        of, gap = program.pairs[pair]
        if of == at:
            closing[program.gaps[gap].standard.id].append(pair)
    closed = [_closed(program, at, pairs) for pairs in closing.values()]
    ordered = tuple(sorted(closed, key=lambda each: (-each.pupils, each.standard.code)))
    return Chosen(option, tuple(filter(None, schools)), ordered, kept)


def _closed(program: Program, at: int, pairs: Sequence[int]) -> Closed:
    gaps = [program.gaps[program.pairs[pair][1]] for pair in pairs]
    standard = gaps[0].standard
    pupils = float(program.worth[list(pairs)].sum())
    taught = max(gap.taught for gap in gaps)
    schools = tuple(sorted(filter(None, (gap.school for gap in gaps))))
    return Closed(standard, schools, program.supports[at, standard.id], pupils, taught)


def _forgone(program: Program, solution: Solution, at: int, kept: float) -> Forgone:
    """What an option that is not held would add to the plan, and the first thing that keeps it out."""
    option = program.options[at]
    reached: dict[int, float] = {}
    for pair in solution.closes:
        _, gap = program.pairs[pair]
        reached[gap] = max(reached.get(gap, 0.0), float(program.worth[pair]))
    own = [(gap, float(program.worth[pair])) for pair, (of, gap) in enumerate(program.pairs) if of == at]
    adds = sum(max(worth - reached.get(gap, 0.0), 0.0) for gap, worth in own)
    supports = {program.gaps[gap].standard.id: program.gaps[gap].standard for gap, _ in own}
    return Forgone(option, adds, _why_not(program, solution, at, adds), tuple(supports.values()), kept)


def _why_not(program: Program, solution: Solution, at: int, adds: float) -> Note:
    option, limits = program.options[at], program.limits
    held = [program.options[other] for other in sorted(solution.held)]
    if not any(of == at for of, _ in program.pairs):
        return Note(sentence="forgone-nothing")
    if adds <= 0:
        return Note(sentence="forgone-covered")
    rival = next((o for o in held if option.block and o.block.casefold() == option.block.casefold()), None)
    if rival is not None:
        return Note(sentence="forgone-block", facts=Facts(block=option.block, title=rival.title))
    titles = {each.title.casefold() for each in held}
    lacking = [title for title in option.requires if title.casefold() not in titles and _is_option(program, title)]
    if lacking:
        return Note(sentence="forgone-requires", facts=Facts(title=lacking[0]))
    over = sum(o.hours for o in held) + option.hours - (np.inf if limits.hours is None else limits.hours)
    dear = sum(o.cost for o in held) + option.cost - (np.inf if limits.money is None else limits.money)
    if over > 1e-9 or dear > 1e-9:
        both = "both" if over > 1e-9 and dear > 1e-9 else "hours" if over > 1e-9 else "money"
        return Note(
            sentence="forgone-room", facts=Facts(over=both, hours=round(max(over, 0), 2), money=round(max(dear, 0), 2))
        )
    return Note(sentence="forgone-seats")


def _is_option(program: Program, title: str) -> bool:
    return any(option.title.casefold() == title.casefold() for option in program.options)


def _step(program: Program, solution: Solution, name: str) -> Step | None:
    """What one more hour, or one more unit of money, would change; None where there is no limit."""
    limit = getattr(program.limits, name)
    if limit is None:
        return None
    more = solve(replace(program, limits=replace(program.limits, **{name: limit + 1})))
    if more is None:
        return None
    comes, goes = more.held - solution.held, solution.held - more.held
    titles = [tuple(program.options[at].title for at in sorted(change)) for change in (comes, goes)]
    return Step(max(more.pupils - solution.pupils, 0.0), *titles)


def _kept(program: Program, draws: int) -> tuple[Mapping[int, float], int]:
    """In what share of redrawn districts each option is in the plan, and how many were drawn in the time there is.

    Every draw decides of each gap whether it is one, and of each option whether it supports a standard, by their stated
    probabilities; needs and reach are as they were found.
    """
    rng = np.random.default_rng(_SEED)
    counts: dict[int, int] = defaultdict(int)
    start, done = time.monotonic(), 0
    while done < draws and time.monotonic() - start < _SECONDS:
        drawn = solve(_redrawn(program, rng), seconds=_SECONDS_EACH)
        for at in drawn.held if drawn else ():
            counts[at] += 1
        done += 1
    return defaultdict(float, {at: number / done for at, number in counts.items()}), done


def _redrawn(program: Program, rng: np.random.Generator) -> Program:
    ids = sorted({gap.standard.id for gap in program.gaps})
    luck = dict(zip(ids, rng.random(len(ids)), strict=True))  # one for all schools, which share the district's units
    gaps = tuple(replace(gap, chance=float(luck[gap.standard.id] < gap.chance)) for gap in program.gaps)
    supports = {key: 1.0 for key, p in sorted(program.supports.items()) if rng.random() < p}
    return Program(program.options, program.schools, gaps, supports, program.limits)


def _remaining(priorities: Priorities, chosen: Sequence[Chosen]) -> tuple[Priority, ...]:
    done = {closed.standard.id for each in chosen for closed in each.closes}
    return tuple(row for row in priorities.rows if row.standard.id not in done)[:10]


def _notes(program: Program) -> Iterator[Note]:
    """What the plan could not look at."""
    free = [option.title for option in program.options if not option.cost_stated]
    if free:
        yield Note(sentence="note-no-cost", facts=Facts(titles=free))
    unknown = sorted(
        {title for option in program.options for title in option.requires if not _is_option(program, title)}
    )
    if unknown:
        yield Note(sentence="note-requires", facts=Facts(titles=unknown))
    strange = {name for option in program.options for name in option.schools}
    strange = {name for name in strange if not any(name.casefold() == known.casefold() for known in program.schools)}
    if strange and program.schools != ("",):
        yield Note(sentence="note-schools", facts=Facts(schools=sorted(strange)))
    seats = [option.title for option in program.options if option.capacity is not None]
    if seats and not program.limits.teachers:
        yield Note(sentence="note-capacity", facts=Facts(count=len(seats)))
