"""What is most urgent, as readers see it, in the catalogue's words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from curalign.domain.plans import Estimate, Priorities, Priority
from curalign.domain.verdicts import Verdict
from curalign.reporting.view.plain import Printable
from curalign.wording import ENGLISH, Facts, say


@dataclass(frozen=True, slots=True)
class PriorityRow(Printable):
    """One standard and the three factors of its priority; `why` says in words where the gap is."""

    rank: int
    code: str
    standard_id: str
    statement: str
    grades: tuple[str, ...]
    gap: Estimate
    need: Estimate
    reach: Estimate
    product: Estimate
    untaught: float
    unsupported: float
    taught: float
    supported: float | None
    why: str
    n: int
    items: int
    ranks: tuple[int, int]
    top_5: float
    top_10: float


@dataclass(frozen=True, slots=True)
class PriorityList(Printable):
    """The standards by priority; `notes` say what has none and why, `limits` what the list does not show."""

    heading: str
    how: str
    rows: tuple[PriorityRow, ...]
    notes: tuple[str, ...]
    limits: str
    columns: tuple[str, ...] = ()


def list_priorities(
    priorities: Priorities, language: str = ENGLISH, shown: Collection[str] | None = None
) -> PriorityList | None:
    """Priorities in words.

    Args:
        priorities: Those of the whole district.
        language: The language to speak.
        shown: The ids of the standards that a reader asked to see; all unless given. Ranks stay those of the district.

    Returns:
        The list; None where the district has no results.

    """
    if not priorities:
        return None
    rows = (row for row in priorities.rows if shown is None or row.standard.id in shown)
    return PriorityList(
        say("priorities-heading", language=language),
        say("priorities-how", language=language),
        tuple(priority_row(row, language) for row in rows),
        tuple(_notes(priorities, language)),
        say("priorities-limits", language=language),
        columns(language),
    )


def priority_row(priority: Priority, language: str) -> PriorityRow:
    """One priority in words."""
    supported = priority.supported
    case = "cannot_tell" if priority.verdict is Verdict.CANNOT_TELL else priority.leads
    facts = Facts(
        case=case, taught=priority.taught, pd="none" if supported is None else "some", supported=supported or 0.0
    )
    return PriorityRow(
        priority.rank,
        priority.standard.code,
        priority.standard.id,
        priority.standard.statement,
        priority.standard.grades,
        priority.gap,
        priority.need,
        priority.reach,
        priority.product,
        priority.untaught,
        priority.unsupported,
        priority.taught,
        supported,
        say("priority-line", facts, language),
        priority.n,
        priority.items,
        priority.ranks,
        priority.top_5,
        priority.top_10,
    )


def columns(language: str) -> tuple[str, ...]:
    """The titles over a table of priorities."""
    return (
        say("column-rank", language=language),
        say("column-standard", language=language),
        say("column-priority", language=language),
        say("column-gap", language=language),
        say("column-need", language=language),
        say("column-reach", language=language),
        say("column-verdict", language=language),
        say("column-rank-between", language=language),
        say("column-first-five", language=language),
        say("column-first-ten", language=language),
    )


def _notes(priorities: Priorities, language: str) -> list[str]:
    published = priorities.published
    numbers = {name: getattr(priorities, name) for name in ("untested", "few", "unjudged", "deferred")}
    notes = [say("priorities-count", {"count": len(priorities.rows), "min": published.min_n, **numbers}, language)]
    if published.suppressed:
        facts = {"count": published.suppressed, "min": published.min_n}
        notes.append(say("priorities-suppressed", facts, language))
    if published.claims:
        names = Facts(names=[" + ".join(claim.named) for claim in published.claims[:5]])
        notes.append(say("priorities-claims", {"count": len(published.claims), **names}, language))
    if published.spread:
        notes.append(say("priorities-spread", Facts(names=published.spread), language))
    if not priorities.calibrated:
        notes.append(say("priorities-uncalibrated", language=language))
    return notes


def share(estimate: Estimate) -> str:
    """A share with its interval, in hundredths: `0.83 [0.75-0.90]`."""
    return f"{estimate.value:.2f} [{estimate.low:.2f}-{estimate.high:.2f}]"


def pupils(estimate: Estimate) -> str:
    """A number of pupils with its interval: `71 [65-79]`; without it where there is none."""
    low, high = round(estimate.low), round(estimate.high)
    return f"{round(estimate.value):,}" + (f" [{low:,}-{high:,}]" if low != high else "")
