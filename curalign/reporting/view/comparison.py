"""Two runs compared, and all runs in a row -> plain values and plain words, for a page, a table or a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from curalign.domain.comparisons import Band, Cause, Comparison, Doubt, Move, Outcome, Point, Reading, Snapshot
from curalign.domain.materials import Kind
from curalign.domain.problems import Problem
from curalign.domain.scores import Taught
from curalign.domain.verdicts import Verdict
from curalign.metrics import count_taught
from curalign.reporting.view.plain import Printable
from curalign.reporting.view.strands import name_strands
from curalign.wording import ENGLISH, Facts, enumerate_words, say

COUNTED = (Outcome.CLOSED, Outcome.NEW, Outcome.STILL_OPEN, Outcome.CANNOT_TELL)
"""What a reader is told of gaps, in this order."""
LISTED = (Outcome.NEW, Outcome.CLOSED, Outcome.STILL_OPEN, Outcome.CANNOT_TELL, Outcome.ONLY_BEFORE, Outcome.ONLY_AFTER)
"""What is listed standard by standard: what asks for something first."""
RUNS, IF = "runs", "if"
"""Two runs, or the folder as it is beside what it would be."""
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class ShownMove(Printable):
    """One standard in two runs; `said` is what it was and is, `doubted` why nobody can tell, both in plain words."""

    code: str
    statement: str
    strand: str
    grades: tuple[str, ...]
    kind: Kind
    outcome: Outcome
    doubt: Doubt
    said: str
    doubted: str
    before: Reading | None
    after: Reading | None
    band: Band


@dataclass(frozen=True, slots=True)
class StrandLine(Printable):
    """The standards of one strand: how many of each outcome, and by how much the number of those taught changed."""

    name: str
    counts: Mapping[Outcome, int]
    change: Band


@dataclass(frozen=True, slots=True)
class KindPart(Printable):
    """What became of the standards, by the documents of one kind."""

    kind: Kind
    counts: Mapping[Outcome, int]
    counted: str
    change: Band
    changed: str
    moves: tuple[ShownMove, ...]
    strands: tuple[StrandLine, ...]

    def where(self, outcome: Outcome) -> tuple[ShownMove, ...]:
        """The standards of one outcome."""
        return tuple(move for move in self.moves if move.outcome is outcome)

    @property
    def changes(self) -> tuple[ShownMove, ...]:
        """The standards of which anything else is said in the second run, what asks for something first."""
        return tuple(
            move for outcome in LISTED for move in self.where(outcome) if _verdict(move.before) != _verdict(move.after)
        )

    def title(self, outcome: Outcome, mode: str, language: str) -> str:
        """What a list of one outcome is called, in this mode and language."""
        return say("outcome-title", {"outcome": str(outcome), "mode": mode}, language)


@dataclass(frozen=True, slots=True)
class TrendCount(Printable):
    """How many standards of one kind and strand ("" is all) are taught in one run; `open` are surely not."""

    kind: Kind
    strand: str
    expected: float
    low: float
    high: float
    of: int
    open: int


@dataclass(frozen=True, slots=True)
class TrendLine(Printable):
    """One run in the row. `apart` says why it is not comparable with the run before; `told` what else is different."""

    run: str
    name: str
    made: str
    counts: tuple[TrendCount, ...]
    apart: str = ""
    told: tuple[str, ...] = ()

    def count(self, kind: Kind, strand: str = "") -> TrendCount | None:
        """One count, None where the run has no such thing."""
        return next((c for c in self.counts if c.kind is kind and c.strand == strand), None)


@dataclass(frozen=True, slots=True)
class ComparisonView(Printable):
    """Two runs compared and all runs in a row, ready to be read, in one language.

    `alike` is whether both were judged alike, `judged` the sentence that says so; `causes` say what else is different.
    Where the second is what the folder would be, `added` and `left_out` say how, and `unread` what of it could not be
    judged.
    """

    district: str
    title: str
    before: Snapshot = field(repr=False)
    after: Snapshot = field(repr=False)
    alike: bool
    same: bool
    judged: str
    causes: tuple[str, ...]
    kinds: tuple[KindPart, ...]
    trend: tuple[TrendLine, ...] = ()
    language: str = ENGLISH
    mode: str = RUNS
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def build_comparison(
    district: str, comparison: Comparison, trend: Sequence[Point] = (), *, language: str = ENGLISH, mode: str = RUNS
) -> ComparisonView:
    """Everything that a reader is shown of two runs.

    Args:
        district: Its name.
        comparison: What became of each standard.
        trend: All runs that are kept, the oldest first.
        language: The language that reports are to speak, one of `curalign.wording.LANGUAGES`.
        mode: `runs` for two runs, `if` for the folder as it is beside what it would be.

    Returns:
        What every report of it renders.

    """
    before, after = comparison.before, comparison.after
    named = {"district": district, "before": _label(before, language), "after": _label(after, language)}
    standards = [move.standard for move in comparison.moves]
    strands = name_strands(before.framework, before.framework.standards, language)
    strands |= name_strands(after.framework, after.framework.standards, language)
    return ComparisonView(
        district,
        say("compare-title", named, language),
        before,
        after,
        comparison.comparable,
        not comparison,
        _judged(comparison, language),
        tuple(_cause(cause, language) for cause in comparison.causes),
        tuple(_kind(comparison, kind, strands, language, mode) for kind in comparison.kinds) if standards else (),
        tuple(_lines(trend, language)),
        language,
        mode,
    )


def build_what_if(
    district: str,
    comparison: Comparison,
    *,
    added: tuple[str, ...],
    left_out: tuple[str, ...],
    problems: Iterable[Problem] = (),
    language: str = ENGLISH,
) -> ComparisonView:
    """Everything that a reader is shown of a folder as it would be, beside the folder as it is.

    Args:
        district: Its name.
        comparison: What would become of each standard.
        added: The paths of the documents that it would hold more.
        left_out: Those of the documents that it would not hold.
        problems: What could not be read of the documents that are added.
        language: The language that reports are to speak, one of `curalign.wording.LANGUAGES`.

    Returns:
        What every report of it renders.

    """
    view = build_comparison(district, comparison, language=language, mode=IF)
    unread = tuple(dict.fromkeys(f"{problem.file}: {problem.message_in(language)}" for problem in problems))
    title = say("what-if-title", Facts(added=added, left=left_out), language)
    return replace(view, title=title, added=added, left_out=left_out, unread=unread)


def _judged(comparison: Comparison, language: str) -> str:
    if not comparison:
        return say("compare-same", language=language)
    return say("compare-alike" if comparison.comparable else "compare-unlike", language=language)


def _label(snapshot: Snapshot, language: str) -> str:
    if not snapshot.name:
        return snapshot.run
    return say("run-named", {"name": snapshot.name, "run": snapshot.run}, language)


def _cause(cause: Cause, language: str) -> str:
    facts = {
        "what": cause.what,
        "name": cause.name,
        "before": cause.before or _NOTHING,
        "after": cause.after or _NOTHING,
    }
    return say("cause", facts, language)


def _kind(comparison: Comparison, kind: Kind, strands: Mapping[str, str], language: str, mode: str) -> KindPart:
    moves = [move for move in comparison.moves if move.kind is kind]
    counts, change = _count(moves), comparison.change(kind, moves)
    facts: dict[str, str | int | float] = {"kind": str(kind), "mode": mode, "closed": counts[Outcome.CLOSED]}
    facts |= {"new": counts[Outcome.NEW], "open": counts[Outcome.STILL_OPEN]}
    facts |= {"unsure": counts[Outcome.CANNOT_TELL], "taught": counts[Outcome.STILL_TAUGHT]}
    by_strand: dict[str, list[Move]] = {}
    for move in moves:
        by_strand.setdefault(strands[move.standard.id], []).append(move)
    return KindPart(
        kind,
        counts,
        say("compare-counts", facts, language),
        change,
        _change(kind, change, language) if comparison.comparable else "",
        tuple(_move(move, strands[move.standard.id], language, mode) for move in moves),
        tuple(StrandLine(name, _count(own), comparison.change(kind, own)) for name, own in by_strand.items()),
    )


def _count(moves: Iterable[Move]) -> dict[Outcome, int]:
    found = [move.outcome for move in moves]
    return {outcome: found.count(outcome) for outcome in Outcome}


def _change(kind: Kind, change: Band, language: str) -> str:
    facts = {"change": signed(change.change), "low": signed(change.low), "high": signed(change.high)}
    noise = "yes" if change.covers_none and change.change else "no"
    return say("compare-change", {"kind": str(kind), "noise": noise, **facts}, language)


def band_in_words(band: Band) -> str:
    """A change with the ends of its band; a change of nothing alone."""
    change, low, high = (signed(number) for number in (band.change, band.low, band.high))
    return change if change == low == high else f"{change} ({low}, {high})"


def signed(number: float, digits: int = 1) -> str:
    """A change with its sign; none where it is nothing."""
    text = f"{number:+.{digits}f}"
    return text if float(text) else f"{0:.{digits}f}"


def _move(move: Move, strand: str, language: str, mode: str) -> ShownMove:
    return ShownMove(
        move.standard.code,
        move.standard.statement,
        strand,
        move.standard.grades,
        move.kind,
        move.outcome,
        move.doubt,
        _said(move, language, mode),
        _doubted(move, language),
        move.before,
        move.after,
        move.band,
    )


def _said(move: Move, language: str, mode: str) -> str:
    before, after = (_reading(reading, language) for reading in (move.before, move.after))
    if move.before is None or move.after is None:
        return say("move-only", {"reading": before or after}, language)
    if before == after:
        return say("move-same", {"mode": mode, "reading": after}, language)
    return say("move", {"mode": mode, "before": before, "after": after}, language)


def _verdict(reading: Reading | None) -> Verdict | None:
    return None if reading is None else reading.verdict


def _reading(reading: Reading | None, language: str) -> str:
    if reading is None:
        return ""
    known = reading.taught is not None and reading.verdict is not Verdict.NO_DOCUMENTS
    facts = Facts(kind=str(reading.kind), verdict=str(reading.verdict), taught=reading.taught or 0.0)
    return say("reading", Facts(facts, known="yes" if known else "no"), language)


def _doubted(move: Move, language: str) -> str:
    if move.doubt is Doubt.NONE or (move.doubt is Doubt.VERDICT and not move.changed):
        return ""
    low, high = (signed(100 * end, 0) for end in (move.band.low, move.band.high))
    return say("doubt", {"doubt": str(move.doubt), "low": low, "high": high}, language)


def _lines(trend: Sequence[Point], language: str) -> Iterator[TrendLine]:
    for point in trend:
        run, measured = point.snapshot.run, [cause for cause in point.causes if cause.measure]
        apart = enumerate_words((_cause(cause, language) for cause in measured), language)
        yield TrendLine(
            run,
            point.snapshot.name,
            f"{run[:10]} {run[11:13]}:{run[13:15]}",
            tuple(_trend_counts(point.snapshot, language)),
            say("trend-break", {"causes": apart}, language) if apart else "",
            tuple(_cause(cause, language) for cause in point.causes if not cause.measure),
        )


def _trend_counts(snapshot: Snapshot, language: str) -> Iterator[TrendCount]:
    """How many are taught, of all standards and of each strand."""
    strands = name_strands(snapshot.framework, snapshot.framework.standards, language)
    for kind in snapshot.kinds:
        counted = [reading for reading in snapshot.readings if reading.kind is kind and reading.counted]
        yield _trend_count(kind, "", counted, snapshot)
        for strand in dict.fromkeys(strands[reading.standard.id] for reading in counted):
            own = [reading for reading in counted if strands[reading.standard.id] == strand]
            yield _trend_count(kind, strand, own, snapshot)


def _trend_count(kind: Kind, strand: str, readings: Sequence[Reading], snapshot: Snapshot) -> TrendCount:
    verdicts = [reading.verdict for reading in readings]
    missing = verdicts.count(Verdict.NOT_TAUGHT)
    found: Taught | None = count_taught(((r.verdict, r.taught) for r in readings), snapshot.spreads.get(kind))
    if found is None:
        taught = verdicts.count(Verdict.TAUGHT)
        return TrendCount(kind, strand, taught, taught, taught, len(readings), missing)
    return TrendCount(kind, strand, found.expected, found.count.low, found.count.high, found.count.of, missing)
