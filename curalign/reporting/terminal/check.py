"""View -> what a terminal shows: the worst first, then the tally, then how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from curalign.domain.coverage import Tally
from curalign.domain.decisions import Resolution
from curalign.domain.findings import Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.reporting.terminal.bars import WIDTH, Bar, Legend
from curalign.reporting.terminal.priorities import show_priorities
from curalign.reporting.view import Group as Standards
from curalign.reporting.view import ShownFinding, View, words
from curalign.reporting.view.plain import clip
from curalign.wording import say
from curalign.wording.text import excerpt

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}

INDENT = 4
LINE_WIDTH, NAME, NARROWEST = 80, 28, 14
"""Columns of a usual terminal, and how many of them the names in a table get: the rest are bars and numbers."""


def to_terminal(view: View, *, limit: int | None = 5) -> RenderableType:
    """Show findings as `file:place: CODE standard: message`, the tally, and what was not judged.

    Colours are the terminal's own sixteen. To keep one finding on one line in a pipe, print with `soft_wrap=True`.

    Args:
        view: What is shown.
        limit: How many of each warning are shown; None shows all. Errors are all shown, and notes are counted.

    Returns:
        Something that a console of rich prints.

    """
    parts = (
        _warning(view),
        _findings(view, limit),
        _known(view),
        _decided(view, limit),
        _tallies(view),
        show_priorities(view.priorities) if view.priorities is not None else (),
        _unjudged(view),
        _how_sure(view),
    )
    return Group(*(line for part in parts for line in part))


def _warning(view: View) -> Iterator[RenderableType]:
    if view.made_with.warning:
        yield Text(say("warning", {"text": view.made_with.warning}, view.language), style="bold red reverse")
        yield Text()


def _findings(view: View, limit: int | None) -> Iterator[RenderableType]:
    new = [finding for finding in view.undecided if not finding.known]
    for severity, same in groupby(new, key=lambda finding: finding.severity):
        of_severity = list(same)
        yield Text(say(f"count-{severity}", {"count": len(of_severity)}, view.language), style=STYLES[severity])
        shown = len(of_severity) if limit is None or severity is Severity.ERROR else limit
        if severity is Severity.NOTE and limit is not None:
            shown = 0
        folded = False
        for _, alike in groupby(of_severity, key=lambda finding: finding.code):
            of_code = list(alike)
            yield from (line for finding in of_code[:shown] for line in _with_place(finding))
            if len(of_code) > shown:
                folded = True
                yield _fold(of_code[0], _hidden(len(of_code) - shown, shown > 0, view.language))
        if folded:
            yield Text(f"  {say('listed-elsewhere', language=view.language)}")
        yield Text()


def _with_place(finding: ShownFinding) -> Iterator[RenderableType]:
    """A finding, and below it the best place where its gap could be closed."""
    yield FindingLine(finding)
    yield from (_indent(Text(sentence), INDENT) for sentence in finding.suggested[:1])


def _known(view: View) -> Iterator[RenderableType]:
    """What a baseline had already, counted by code, and what of the baseline is not as it is now."""
    if view.baseline is None:
        return
    known = [finding for finding in view.undecided if finding.known]
    if known:
        yield Text(say("heading-known", {"count": len(known)}, view.language), style="bold")
        for _, alike in groupby(known, key=lambda finding: finding.code):
            of_code = list(alike)
            yield _fold(of_code[0], str(len(of_code)))
    yield Text(view.baseline.counted)
    yield from (Text(sentence, style="bold yellow") for sentence in view.baseline.told)
    yield Text()


def _decided(view: View, limit: int | None) -> Iterator[RenderableType]:
    """What people deferred or called wrong, apart from what asks for something."""
    for verdict in Resolution:
        same = view.decided(verdict)
        if not same:
            continue
        yield Text(words.verdict_on(same, verdict, view.language), style="bold")
        for finding in same[:limit]:
            about = " ".join(part for part in (finding.code, finding.standard or finding.file) if part)
            reason = finding.decision.reason if finding.decision else ""
            yield Padding.indent(Text.assemble((about, "bold"), f": {reason}"), 2)
        if limit is not None and len(same) > limit:
            yield Text(f"  {say('more-left', {'count': len(same) - limit}, view.language)}")
        yield Text()


def _hidden(number: int, some_are_shown: bool, language: str) -> str:
    return say("more-of", {"count": number}, language) if some_are_shown else str(number)


def _fold(like: ShownFinding, hidden: str) -> Text:
    return Text.assemble(f"  {hidden} ", (like.code, STYLES[like.severity]), f" {like.title}")


class FindingLine:
    """One finding on one logical line, as editors and scripts know it.

    Where a terminal would wrap it, the place stands on a line of its own and the rest is indented below.
    """

    def __init__(self, finding: ShownFinding) -> None:
        self.where = Text("".join(f"{part}:" for part in (finding.file, finding.place) if part))
        what = f" {finding.standard}" if finding.standard else ""
        self.what = Text.assemble((finding.code, STYLES[finding.severity]), (what, "bold"), f": {finding.message}")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        whole = Text(" ").join([self.where, self.what] if self.where else [self.what])
        if options.no_wrap or whole.cell_len <= options.max_width:
            yield whole
            return
        if self.where:
            yield self.where
        first, *rest = self.what.wrap(console, max(options.max_width - INDENT, 1))
        yield _indent(first, INDENT) if self.where else first
        yield from (_indent(line, INDENT) for line in rest)


def _tallies(view: View) -> Iterator[RenderableType]:
    if view.shown:
        yield Text(words.shown(view), style="bold")
    yield Text.assemble((words.title(view), "bold"), f": {words.headline(view)}")
    if not view.counted:
        return
    yield from (Text(sentence) for sentence in words.school_headlines(view))
    yield Text(words.pd_headline(view))
    yield from (Text(sentence) for kind in Kind if (sentence := words.decided(view, kind)))
    yield Text()
    yield _totals(view)
    for scope, groups in (("grade", view.by_grade), ("strand", view.by_strand), ("school", view.by_school)):
        if len(groups) > 1:
            yield Text()
            yield _compare(say(f"column-{scope}", language=view.language), groups, view.language)
    yield Text()
    yield Legend({strength: say(f"column-{strength}", language=view.language) for strength in Strength})


def _totals(view: View) -> Table:
    """Curriculum and PD, a line each, in numbers."""
    table = _table(say("standards", {"count": len(view.counted)}, view.language))
    for name in Strength:
        table.add_column(say(f"column-{name}", language=view.language), justify="right")
    table.add_column(words.share_title(view), justify="right", no_wrap=True)
    for kind in Kind:
        tally = view.total.tally(kind)
        if tally is not None:
            numbers = (tally.full, tally.partial, tally.none, tally.unknown)
            table.add_row(
                Text(words.kind(kind, view.language)), *map(str, numbers), words.share(view.total, kind, view.language)
            )
    return table


def _compare(title: str, groups: tuple[Standards, ...], language: str) -> Table:
    """A line for each group, a bar for each kind."""
    kinds = [kind for kind in Kind if any(group.tally(kind) is not None for group in groups)]
    shares = [[words.share(group, kind, language) for kind in kinds] for group in groups]
    cells = WIDTH // 2 if any(group.counts for group in groups) else WIDTH
    taken = sum(cells + max(len(row[at]) for row in shares) + 2 for at in range(len(kinds)))
    table = _table(title, width := min(max(LINE_WIDTH - taken, NARROWEST), NAME))
    for kind in kinds:
        table.add_column(words.kind(kind, language), no_wrap=True)
        table.add_column("", justify="right", no_wrap=True)
    for group, row in zip(groups, shares, strict=True):
        bars = (Bar(group.tally(kind) or Tally(), cells) for kind in kinds)
        drawn = (cell for bar, share in zip(bars, row, strict=True) for cell in (bar, Text(share)))
        table.add_row(Text(f"{clip(group.name, width - 6)} ({len(group.rows)})"), *drawn)
    return table


def _table(title: str, width: int = NAME) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    table.add_column(title, width=width, no_wrap=True, overflow="ellipsis")
    return table


def _indent(text: Text, by: int = 2) -> Padding:
    """Text set in from the left, and as wide as it is: a pipe wants no blanks at the ends of lines."""
    return Padding(text, (0, 0, 0, by), expand=False)


def _unjudged(view: View) -> Iterator[RenderableType]:
    """What the numbers do not speak of."""
    files = words.unread(view)
    unknown = any((tally := view.total.tally(kind)) is not None and tally.unknown for kind in Kind)
    if not files and not unknown:
        return
    lines = [words.unjudged(view), *view.lacks, *(f"  {excerpt(file, 70)}" for file in files[:3])]
    if len(files) > 3:
        lines.append(f"  {say('more-files', {'count': len(files) - 3}, view.language)}")
    yield Text(f"\n{say('heading-not-judged', language=view.language)}", style="bold")
    yield from (_indent(Text(line)) for line in lines)


def _how_sure(view: View) -> Iterator[RenderableType]:
    yield Text(f"\n{say('heading-how-sure', language=view.language)}", style="bold")
    yield _indent(Text(words.bounds(view)))
    if view.made_with.limits:
        yield _indent(Text(view.made_with.limits))
    yield from (_indent(Text(sentence)) for sentence in words.promises(view))
    if sentence := words.doubt(view, Kind.UNIT):
        facts = {"kind": words.kind(Kind.UNIT, view.language), "sentence": sentence}
        yield _indent(Text(say("kind-in-full", facts, view.language)))
