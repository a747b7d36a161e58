"""What a plan of PD is made of: how pupils did, what is most urgent, what could be held, and what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from curalign.domain.standards import Standard
from curalign.domain.verdicts import Verdict
from curalign.wording import NO_FACTS, Facts


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Cell:
    """How the pupils of a school ("" is the district) and a group ("" is everybody) did on one standard.

    Where too few pupils stand behind it, or behind what it could be subtracted from, the cell is suppressed: `n` and
    `share` are None. `share` is the part of the points that was reached, over `items`; `need` is one minus that, shrunk
    towards the mean of the test, and `weights` are the parameters of its beta distribution, for and against.
    """

    standard: Standard
    school: str
    group: str
    items: int
    n: int | None = None
    share: float | None = None
    need: Estimate | None = None
    weights: tuple[float, float] = (0.0, 0.0)

    @property
    def is_suppressed(self) -> bool:
        """Whether nothing of it may be told."""
        return self.n is None


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """A result that speaks of several standards together, or of what is not assessed by itself; it is never spread.

    `named` are the codes, or the claim's name. `share` is None where too few pupils stand behind it.
    """

    named: tuple[str, ...]
    items: int
    n: int | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """Pupils' results per standard as far as they may be told.

    `expected` are, by a standard's id, the weights of the beta distribution that its need has before any pupil was
    tested; `enrolled` the most pupils that were tested on any standard of the same grades and subject. `spread` are the
    names of claims that the settings spread over standards. `min_n` is the fewest pupils of a cell.
    """

    cells: tuple[Cell, ...] = ()
    claims: tuple[ClaimResult, ...] = ()
    expected: tuple[tuple[str, tuple[float, float]], ...] = ()
    enrolled: tuple[tuple[str, int], ...] = ()
    spread: tuple[str, ...] = ()
    min_n: int = 10

    @property
    def suppressed(self) -> int:
        """How many cells may not be told."""
        return sum(cell.is_suppressed for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Priority:
    """How urgent one standard is: `gap` times `need` times `reach`, the number that `product` holds.

    `gap` is the probability that it is not taught, or taught and not supported by PD; `untaught` and `unsupported` are
    these two parts, which add up to it. `taught` and `supported` are the probabilities behind it, None for PD where the
    district has none. `rank` counts from 1; `ranks` are the ends of its 95 % interval, and `top_5` and `top_10` the
    probabilities of standing among so many, when verdicts, needs and reach are drawn again.
    """

    standard: Standard
    rank: int
    gap: Estimate
    need: Estimate
    reach: Estimate
    product: Estimate
    untaught: float
    unsupported: float
    taught: float
    supported: float | None
    verdict: Verdict | None
    pd_verdict: Verdict | None
    n: int
    items: int
    ranks: tuple[int, int]
    top_5: float
    top_10: float

    @property
    def leads(self) -> str:
        """Which part of the gap is the greater: `untaught` or `unsupported`."""
        return "untaught" if self.untaught >= self.unsupported else "unsupported"


@dataclass(frozen=True, slots=True)
class Priorities:
    """The standards by priority, and how many have none: no results, no verdict, too few pupils, put off on purpose.

    `calibrated` says whether gaps rest on calibrated probabilities.
    """

    rows: tuple[Priority, ...] = ()
    published: Published = Published()
    untested: int = 0
    unjudged: int = 0
    few: int = 0
    deferred: int = 0
    calibrated: bool = True

    def __bool__(self) -> bool:
        return bool(self.published.cells or self.published.claims)


NO_PRIORITIES = Priorities()


@dataclass(frozen=True, slots=True)
class Option:
    """One session of PD that could be held.

    `hours` are those of each teacher who comes; `cost` is of the whole session, in the currency of the district.
    `schools` may come, all where it is empty; `requires` are titles of sessions that must be held as well; of the
    sessions of one `block` only one can be held, for they need the same room, day or coach. `place` is where it is
    stated; `cost_stated` is False where nothing says what it costs.
    """

    title: str
    hours: float
    cost: float
    text: str
    audience: str = ""
    grades: tuple[str, ...] = ()
    capacity: int | None = None
    schools: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    block: str = ""
    starts: datetime | None = None
    place: str = ""
    cost_stated: bool = True


@dataclass(frozen=True, slots=True)
class JudgedOption:
    """An option, and by a standard's id how probable it is that the option supports it, where that is a verdict."""

    option: Option
    supports: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a plan must keep to; None is no limit.

    `each_school` asks for a session for every school; `equity` for that share, 0 to 1, of what is open in every school
    to be closed; `teachers` are how many seats each school takes. `untaught` also counts what no unit teaches.
    """

    hours: float | None = None
    money: float | None = None
    each_school: bool = False
    equity: float = 0.0
    teachers: tuple[tuple[str, int], ...] = ()
    untaught: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """One gap that a session is chosen for: in which schools, and how many pupils missed the standard there."""

    standard: Standard
    schools: tuple[str, ...]
    supports: float
    pupils: float
    taught: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """A session of the plan. `kept` is the share of plans made under redrawn verdicts that hold it as well."""

    option: Option
    schools: tuple[str, ...]
    closes: tuple[Closed, ...]
    kept: float = 0.0

    @property
    def pupils(self) -> float:
        """How many pupils missed the standards that it is chosen for, each pupil once for each standard."""
        return sum(closed.pupils for closed in self.closes)

    @property
    def per_hour(self) -> float:
        """The same for each of its hours."""
        return self.pupils / self.option.hours if self.option.hours else self.pupils


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence of the catalogue, by its id, and what it names."""

    sentence: str
    facts: Facts = NO_FACTS


@dataclass(frozen=True, slots=True)
class Forgone:
    """A session that was not chosen: how many pupils it would add to the plan, and what keeps it out."""

    option: Option
    adds: float
    why: Note
    supports: tuple[Standard, ...] = ()
    kept: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """What one more hour, or one more unit of money, would buy: more pupils, and the sessions that come and go."""

    pupils: float
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Which sessions to hold, and what that leaves.

    `pupils` counts, for every gap that is closed, the pupils who missed its standard; `open` the same of all gaps that
    PD could close. `best` is the most that any plan could reach by the solver's proof: where it is not `pupils`, the
    optimum is not proven.
    """

    limits: Limits
    chosen: tuple[Chosen, ...]
    forgone: tuple[Forgone, ...]
    pupils: float
    open: float
    best: float
    next_hour: Step | None = None
    next_money: Step | None = None
    draws: int = 0
    remaining: tuple[Priority, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def hours(self) -> float:
        """Of all sessions together."""
        return sum(chosen.option.hours for chosen in self.chosen)

    @property
    def cost(self) -> float:
        """Of all sessions together."""
        return sum(chosen.option.cost for chosen in self.chosen)

    @property
    def proven(self) -> bool:
        """Whether no other plan closes more."""
        return self.best <= self.pupils * (1 + 1e-6) + 1e-6
