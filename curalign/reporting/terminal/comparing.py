"""Two runs compared and all runs in a row -> what a terminal shows: new gaps first."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from curalign.domain.comparisons import Outcome
from curalign.domain.materials import Kind
from curalign.reporting.view.comparison import (
    COUNTED,
    LISTED,
    ComparisonView,
    KindPart,
    ShownMove,
    TrendCount,
    band_in_words,
)
from curalign.reporting.view.plain import clip
from curalign.wording import say
from curalign.wording.text import excerpt

STYLES = {Outcome.NEW: "bold red", Outcome.CLOSED: "bold green", Outcome.STILL_OPEN: "bold yellow"}
SHOWN_WHOLE = (Outcome.NEW, Outcome.CLOSED)
LIMIT = 5
_NAME, _STATEMENT = 28, 60


def comparison_to_terminal(view: ComparisonView, *, limit: int | None = LIMIT) -> RenderableType:
    """Show what became of each standard, kind of document by kind, then all runs in a row.

    Args:
        view: What is shown.
        limit: How many standards are listed of what is neither new nor closed; None shows all.

    Returns:
        Something that a console of rich prints.

    """
    return Group(*_head(view), *(line for part in view.kinds for line in _kind(part, view, limit)), *_trend(view))


def _head(view: ComparisonView) -> Iterator[RenderableType]:
    yield Text(view.title, style="bold")
    yield Text(view.judged, style="" if view.alike else "bold yellow")
    yield from (Padding.indent(Text(cause), 2) for cause in view.causes)


def what_if_to_terminal(view: ComparisonView) -> RenderableType:
    """Show what would change if a folder held other documents, kind of document by kind.

    Args:
        view: What is shown.

    Returns:
        Something that a console of rich prints.

    """
    lines: list[RenderableType] = [Text(view.title, style="bold")]
    lines += [Text(sentence, style="bold yellow") for sentence in (*view.unread, *view.causes)]
    for part in view.kinds:
        lines += [Text(), Text(part.counted, style="bold"), *([Text(part.changed)] if part.changed else [])]
        for outcome in LISTED:
            moves = [move for move in part.changes if move.outcome is outcome]
            if moves:
                title = part.title(outcome, view.mode, view.language)
                lines.append(Text(f"  {title} ({len(moves)})", style=STYLES.get(outcome, "bold")))
                lines += [Padding.indent(_line(move), 4) for move in moves]
    if not any(part.changes for part in view.kinds):
        lines += [Text(), Text(say("what-if-nothing", language=view.language))]
    return Group(*lines, Text())


def _kind(part: KindPart, view: ComparisonView, limit: int | None) -> Iterator[RenderableType]:
    yield Text()
    yield Text(part.counted, style="bold")
    if part.changed:
        yield Text(part.changed)
    for outcome in LISTED:
        moves = part.where(outcome)
        if outcome is Outcome.CANNOT_TELL:
            moves = tuple(sorted(moves, key=lambda move: not move.doubted))
        if moves:
            shown = moves if limit is None or outcome in SHOWN_WHOLE else moves[:limit]
            title = part.title(outcome, view.mode, view.language)
            yield Text(f"  {title} ({len(moves)})", style=STYLES.get(outcome, "bold"))
            yield from (Padding.indent(_line(move), 4) for move in shown)
            if len(shown) < len(moves):
                yield Text(f"    {say('more-left', {'count': len(moves) - len(shown)}, view.language)}")
    if len(part.strands) > 1 and any(move.before != move.after for move in part.moves):
        yield Text()
        yield _by_strand(part, view)


def _line(move: ShownMove) -> Text:
    doubted = f"; {move.doubted}" if move.doubted else ""
    return Text.assemble((move.code, "bold"), f" {excerpt(move.statement, _STATEMENT)}: {move.said}{doubted}")


def _by_strand(part: KindPart, view: ComparisonView) -> Table:
    table = _table(say("compare-column-strand", language=view.language))
    for outcome in COUNTED:
        table.add_column(part.title(outcome, view.mode, view.language), justify="right")
    if view.alike:
        table.add_column(say("compare-column-change", language=view.language), justify="right")
    for line in part.strands:
        numbers = [str(line.counts[outcome]) for outcome in COUNTED]
        change = [band_in_words(line.change)] if view.alike else []
        table.add_row(Text(clip(line.name, _NAME)), *numbers, *change)
    return table


def _trend(view: ComparisonView) -> Iterator[RenderableType]:
    if not view.trend:
        return
    language, kinds = view.language, [kind for kind in Kind if any(line.count(kind) for line in view.trend)]
    yield Text()
    yield Text(say("trend-title", language=language), style="bold")
    table = _table(say("trend-run", language=language))
    table.add_column(say("trend-name", language=language))
    for kind in kinds:
        table.add_column(say("trend-column", {"kind": str(kind)}, language))
    table.add_column(say("trend-open", language=language), justify="right")
    for line in view.trend:
        counts = [_cell(line.count(kind)) for kind in kinds]
        units = line.count(Kind.UNIT)
        mark = f"{line.run} *" if line.apart else line.run
        table.add_row(Text(mark), Text(clip(line.name, _NAME)), *counts, str(units.open) if units else "")
    yield table
    yield from (Text(f"* {line.run}: {line.apart}") for line in view.trend if line.apart)
    yield Text(say("trend-note", language=language), style="dim")


def _cell(count: TrendCount | None) -> str:
    return "" if count is None else f"{count.expected:.0f} ({count.low:.0f}-{count.high:.0f}) / {count.of}"


def _table(first: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first, no_wrap=True)
    return table
