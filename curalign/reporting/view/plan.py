"""A plan of PD as readers see it, in the catalogue's words; every report of a plan is made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from curalign.domain.plans import Chosen, Closed, Forgone, Note, Plan, Priorities, Step
from curalign.reporting.view.plain import Printable
from curalign.reporting.view.priorities import PriorityList, PriorityRow, list_priorities, priority_row
from curalign.wording import ENGLISH, Fact, Facts, enumerate_words, say
from curalign.wording.text import excerpt

_STATEMENT = 110


@dataclass(frozen=True, slots=True)
class GapRow(Printable):
    """A gap that a session closes."""

    code: str
    statement: str
    schools: tuple[str, ...]
    pupils: float
    supports: float
    line: str
    warning: str


@dataclass(frozen=True, slots=True)
class SessionRow(Printable):
    """A chosen session."""

    title: str
    about: str
    worth: str
    gaps: tuple[GapRow, ...]
    hours: float
    cost: float
    pupils: float
    per_hour: float
    kept: float
    schools: tuple[str, ...]
    audience: str
    starts: datetime | None
    place: str
    empty: str


@dataclass(frozen=True, slots=True)
class ForgoneRow(Printable):
    """A session that was not chosen."""

    title: str
    line: str
    why: str
    covers: tuple[str, ...]
    hours: float
    cost: float
    adds: float
    kept: float
    place: str


@dataclass(frozen=True, slots=True)
class PlanView(Printable):
    """A whole plan, ready to be read. `summary` are the sentences below the title, `sure` those on how sure it is."""

    district: str
    run: str
    language: str
    title: str
    summary: tuple[str, ...]
    sessions: tuple[SessionRow, ...]
    forgone: tuple[ForgoneRow, ...]
    steps: tuple[str, ...]
    sure: tuple[str, ...]
    notes: tuple[str, ...]
    remaining: tuple[PriorityRow, ...]
    priorities: PriorityList | None
    hours: float
    cost: float
    pupils: float
    open: float
    proven: bool
    best: float
    next_hour: Step | None = None
    next_money: Step | None = None


def build_plan_view(
    plan: Plan,
    priorities: Priorities,
    *,
    district: str,
    run: str,
    source: str = "",
    notes: Sequence[str] = (),
    language: str = ENGLISH,
) -> PlanView:
    """A plan in words.

    Args:
        plan: What was planned.
        priorities: The results behind it.
        district: Its name.
        run: The run that it rests on.
        source: The table of sessions; "" where the PD folder's documents are chosen among.
        notes: Sentences on what could not be read of the options.
        language: The language to speak.

    Returns:
        What every report of a plan renders.

    """
    view = _Words(language)
    return PlanView(
        district,
        run,
        language,
        view.say("plan-title", {"district": district}),
        tuple(view.summary(plan, bool(priorities))),
        tuple(view.session(chosen) for chosen in plan.chosen),
        tuple(view.forgone(each) for each in plan.forgone),
        tuple(view.steps(plan)),
        tuple(view.sure(plan, priorities)),
        (view.source(source), *(view.note(note) for note in plan.notes), *notes),
        tuple(priority_row(row, language) for row in plan.remaining),
        list_priorities(priorities, language),
        plan.hours,
        plan.cost,
        plan.pupils,
        plan.open,
        plan.proven,
        plan.best,
        plan.next_hour,
        plan.next_money,
    )


class _Words:
    """The sentences of a plan in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, sentence: str, facts: dict[str, Fact] | Facts | None = None) -> str:
        return say(sentence, facts or Facts(), self._language)

    def hours(self, hours: float) -> str:
        return self.say("plan-hours", {"hours": hours, "number": f"{hours:,.4g}"})

    def money(self, money: float) -> str:
        return self.say("plan-money", {"number": amount(money)})

    def sessions(self, number: int) -> str:
        return self.say("plan-sessions", {"count": number})

    def summary(self, plan: Plan, has_results: bool) -> list[str]:
        options = self.sessions(len(plan.chosen) + len(plan.forgone))
        if not plan.chosen:
            return [self.say("plan-headline-nothing", {"options": options})]
        limits = plan.limits
        facts: dict[str, Fact] = {
            "sessions": len(plan.chosen),
            "options": options,
            "hours": self.hours(plan.hours),
            "limit-hours": "none" if limits.hours is None else f"{limits.hours:,.4g}",
            "money": self.money(plan.cost),
            "limit-money": "none" if limits.money is None else self.money(limits.money),
            "pupils": number_of(plan.pupils),
            "open": number_of(plan.open),
        }
        unit = self.say("plan-unit") if has_results else self.say("plan-unit-without-results")
        short = 100 * (plan.best / plan.pupils - 1) if plan.pupils else 0.0
        proof = self.say("plan-proven") if plan.proven else self.say("plan-unproven", {"percent": f"{short:.1f}"})
        return [self.say("plan-headline", facts), unit, proof]

    def session(self, chosen: Chosen) -> SessionRow:
        option = chosen.option
        facts: dict[str, Fact] = {
            "hours": self.hours(option.hours),
            "money": self.money(option.cost),
            "schools": enumerate_words(chosen.schools, self._language) or "none",
            "when": moment(option.starts) or "none",
        }
        worth: dict[str, Fact] = {
            "pupils": number_of(chosen.pupils),
            "per-hour": number_of(chosen.per_hour),
            "kept": chosen.kept,
        }
        return SessionRow(
            option.title,
            self.say("plan-session", facts),
            self.say("plan-worth", worth),
            tuple(self.gap(closed) for closed in chosen.closes),
            option.hours,
            option.cost,
            chosen.pupils,
            chosen.per_hour,
            chosen.kept,
            chosen.schools,
            option.audience,
            option.starts,
            option.place,
            "" if chosen.closes else self.say("plan-only-required"),
        )

    def gap(self, closed: Closed) -> GapRow:
        standard = closed.standard
        line: dict[str, Fact] = {
            "code": standard.code,
            "pupils": number_of(closed.pupils),
            "statement": excerpt(standard.statement, _STATEMENT),
        }
        return GapRow(
            standard.code,
            standard.statement,
            closed.schools,
            closed.pupils,
            closed.supports,
            self.say("plan-closes", line),
            self.say("plan-untaught") if closed.taught < 0.5 else "",
        )

    def forgone(self, forgone: Forgone) -> ForgoneRow:
        option, why = forgone.option, self.note(forgone.why)
        facts: dict[str, Fact] = {
            "hours": self.hours(option.hours),
            "money": self.money(option.cost),
            "pupils": number_of(forgone.adds),
            "kept": forgone.kept,
            "why": why,
        }
        covers = tuple(standard.code for standard in forgone.supports)
        line = self.say("plan-forgone-line", facts)
        return ForgoneRow(
            option.title, line, why, covers, option.hours, option.cost, forgone.adds, forgone.kept, option.place
        )

    def note(self, note: Note) -> str:
        facts = dict(note.facts)
        if note.sentence == "forgone-room":
            facts |= {
                "needs-hours": self.hours(_number(facts["hours"])),
                "needs-money": self.money(_number(facts["money"])),
            }
        return self.say(note.sentence, facts)

    def steps(self, plan: Plan) -> list[str]:
        steps = []
        if plan.next_hour is not None:
            steps.append(self.say("plan-next-hour", self._step(plan.next_hour)))
        if plan.next_money is not None:
            steps.append(self.say("plan-next-money", self._step(plan.next_money)))
        near = [each for each in plan.forgone if each.why.sentence == "forgone-room" and each.adds > 0]
        if near:
            first = min(near, key=lambda each: (_number(each.why.facts["hours"]), _number(each.why.facts["money"])))
            needs = [self.hours(hours) for hours in [_number(first.why.facts["hours"])] if hours]
            needs += [self.money(money) for money in [_number(first.why.facts["money"])] if money]
            more = enumerate_words(needs, self._language)
            steps.append(self.say("plan-first-change", {"title": first.option.title, "needs": more}))
        return steps

    def _step(self, step: Step) -> dict[str, Fact]:
        comes, goes = (enumerate_words(names, self._language) or "none" for names in (step.comes, step.goes))
        return {"pupils": round(step.pupils, 1), "number": number_of(step.pupils), "comes": comes, "goes": goes}

    def sure(self, plan: Plan, priorities: Priorities) -> list[str]:
        found = [self.say("plan-redrawn", {"draws": plan.draws})] if plan.draws and plan.chosen else []
        if not priorities.calibrated:
            found.append(self.say("priorities-uncalibrated"))
        return found if priorities else [*found, self.say("priorities-limits")]  # the list of priorities has its own

    def source(self, source: str) -> str:
        return self.say("plan-from-table", {"source": source}) if source else self.say("plan-from-documents")


def _number(fact: Fact) -> float:
    return float(fact) if isinstance(fact, int | float) else 0.0


def number_of(pupils: float) -> str:
    """A number of pupils: whole from ten on."""
    return f"{pupils:,.0f}" if pupils >= 9.95 else f"{pupils:.1f}"


def amount(money: float) -> str:
    """Money with cents only where there are some."""
    return f"{money:,.0f}" if money == int(money) else f"{money:,.2f}"


def moment(starts: datetime | None) -> str:
    """A day, and the time where one is stated."""
    if starts is None:
        return ""
    has_time = (starts.hour, starts.minute) != (0, 0)
    return starts.strftime("%Y-%m-%d %H:%M") if has_time else starts.date().isoformat()
