"""View -> a spreadsheet to work in: the numbers, a row for each standard, and the findings with room to plan."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from curalign.domain import decisions
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.scores import Taught
from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.cells import LINE, Cell, Column, Pen
from curalign.reporting.view import Citation, Group, ShownFinding, StandardRow, Support, View, listing, words
from curalign.wording.text import count, excerpt

QUOTE = 200
"""Characters of a quoted passage that a cell shows; the page has more, the run all of it."""
CREATED = datetime(1980, 1, 1)  # the same view gives the same bytes; the run's name says when it was made


def to_xlsx(view: View) -> bytes:
    """Write the view as an Excel workbook.

    Args:
        view: What is shown.

    Returns:
        The bytes of an XLSX file with the sheets Summary, Coverage and Findings, the same for the same view.

    """
    import xlsxwriter

    page = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(page, options) as book:
        book.set_properties({"title": f"{words.title(view)}: coverage of standards", "created": CREATED})
        pen = Pen(book)
        _summarise(view, pen)
        pen.whole_sheet("Coverage", _coverage_columns(view), view.rows, held=1, pages=3)
        pen.whole_sheet(
            "Findings", FINDINGS, sorted(view.findings, key=lambda f: f.decision is not None), held=3, pages=1
        )
    return page.getvalue()


# --- Coverage --------------------------------------------------------------------------------------------------------


def _coverage_columns(view: View) -> list[Column[StandardRow]]:
    """A column for each thing that a standard is asked: what it is, then how far each kind of document reaches it."""
    columns: list[Column[StandardRow]] = [
        Column("Code", 16, lambda row: row.code, "label"),
        Column("Statement", 50, lambda row: row.statement, "wrapped"),
        Column("Grades", 9, lambda row: ", ".join(row.grades) or "not stated"),
        Column("Strand", 20, lambda row: row.strand, "wrapped"),
        Column("Counted", 10, _counted),
        *_support_columns(Kind.UNIT, Kind.UNIT in view.total.counts),
    ]
    columns += [Column(f"Curriculum in {group.name}", 14, _strength_in(group.school)) for group in view.by_school]
    return columns + (_support_columns(Kind.PD, Kind.PD in view.total.counts) if view.has(Kind.PD) else [])


def _support_columns(kind: Kind, judged: bool) -> list[Column[StandardRow]]:
    name = words.kind(kind)

    def of(ask: Callable[[Support], Cell]) -> Callable[[StandardRow], Cell]:
        return lambda row: None if (found := row.support(kind)) is None else ask(found)

    def best(ask: Callable[[Citation], Cell]) -> Callable[[StandardRow], Cell]:
        return of(lambda found: ask(found.shown[0]) if found.shown else None)

    taught = words.judged(Verdict.TAUGHT, kind)
    verdicts: list[Column[StandardRow]] = [
        Column(f"{name}: verdict", 14, of(lambda found: found.verdict and words.judged(found.verdict, kind))),
        Column(f"{name}: probability that it is {taught}", 12, of(lambda found: found.taught), "probability"),
        Column(f"{name}: or meant for", 18, of(lambda found: ", ".join(found.alternatives)), "wrapped"),
    ]
    return [
        *(verdicts if judged else []),
        Column(name, 14, of(lambda found: found.strength)),
        Column(f"{name}: probability", 12, best(lambda link: link.probability), "probability"),
        Column(f"{name}: passages", 12, of(lambda found: found.supporting), "number"),
        Column(f"{name}: best file", 28, best(lambda link: link.file), "wrapped"),
        Column(f"{name}: place", 24, best(lambda link: link.place), "wrapped"),
        Column(f"{name}: quote", 46, best(lambda link: excerpt(link.quote, QUOTE)), "wrapped"),
        Column(f"{name}: decision", 22, of(_decided), "wrapped"),
    ]


def _decided(on: Support | ShownFinding) -> str | None:
    return None if on.decision is None else words.explain_decision(on.decision)


def _strength_in(school: str) -> Callable[[StandardRow], Cell]:
    return lambda row: None if (support := row.support(Kind.UNIT, school)) is None else support.strength


def _counted(row: StandardRow) -> str:
    return "yes" if row.counted else "practice" if row.is_practice else "heading"


# --- Findings --------------------------------------------------------------------------------------------------------


FINDINGS: tuple[Column[ShownFinding], ...] = (
    Column("Severity", 10, lambda finding: str(finding.severity)),
    Column("Code", 8, lambda finding: finding.code),
    Column("Standard", 16, lambda finding: finding.standard, "label"),
    Column("What", 20, lambda finding: finding.title, "wrapped"),
    Column("Message", 60, lambda finding: finding.message, "wrapped"),
    Column("File", 30, lambda finding: finding.file, "wrapped"),
    Column("Place", 24, lambda finding: finding.place, "wrapped"),
    Column("Decision", 26, _decided, "wrapped"),
    Column("Owner", 16, lambda _: None, "yours"),
    Column("Due", 12, lambda _: None, "date"),
    Column("Note", 30, lambda _: None, "yours"),
)
"""What was found; the last three are for the reader to fill in."""


# --- Summary ---------------------------------------------------------------------------------------------------------


def _summarise(view: View, pen: Pen) -> None:
    columns = _tally_columns(view)
    sheet = pen.sheet("Summary", [column.width for column in columns])
    sheet.set_row(0, 2 * LINE)
    pen.write(sheet, 0, 0, words.title(view), "title")
    pen.write(sheet, 1, 0, f"What is taught, and what professional development supports. Run {view.run}")
    row = 2
    if view.made_with.warning:
        pen.write(sheet, row, 0, f"Warning: {view.made_with.warning}", "alarm")
        row += 1
    shown = filter(None, [words.shown(view)])
    schools = words.school_headlines(view)
    headlines = (*shown, words.headline(view), words.pd_headline(view), *schools, *_decisions(view))
    row = _sentences(pen, sheet, row, headlines)
    for scope, groups in listing.scopes(view):
        if len(groups) > 1 or (scope == "all" and view.counted):
            pen.write(sheet, row + 1, 0, "All" if scope == "all" else f"By {scope}", "heading")
            row = pen.table(sheet, columns, groups, row + 2)
    for title, sentences in (("How sure", _how_sure(view)), ("Not judged", _unjudged(view))):
        pen.write(sheet, row + 1, 0, title, "heading")
        row = _sentences(pen, sheet, row + 2, sentences)
    pen.write(sheet, row + 1, 0, "How this was made", "heading")
    for at, (label, value) in enumerate(_made(view), row + 2):
        pen.write(sheet, at, 0, label, "label")
        pen.write(sheet, at, 1, value)


def _sentences(pen: Pen, sheet: Any, row: int, sentences: Iterable[str]) -> int:
    """A sentence on each line, and the row below them."""
    for sentence in sentences:
        pen.write(sheet, row, 0, sentence)
        row += 1
    return row


def _tally_columns(view: View) -> list[Column[Group]]:
    """A group's name and size, then for each kind of document how many standards it reaches, and how far."""
    columns: list[Column[Group]] = [
        Column("", 34, lambda group: group.name, "label"),
        Column("standards", 11, _size, "number"),
    ]
    for kind in view.kinds:
        name = words.kind(kind)
        columns += [
            Column(f"{name}: {words.strength(strength)}", 11, _count(kind, strength), "number") for strength in Strength
        ]
        if kind in view.total.counts:
            columns += _count_columns(kind)
        else:
            columns.append(Column(f"{name}: percent in full", 11, _percent(kind), "percent"))
    return columns


def _count_columns(kind: Kind) -> list[Column[Group]]:
    """How many of a group are taught, with the interval, then how many are undecided."""
    name, taught = words.kind(kind), words.judged(Verdict.TAUGHT, kind)

    def of(ask: Callable[[Taught], int]) -> Callable[[Group], Cell]:
        return lambda group: None if (found := group.counts.get(kind)) is None else ask(found)

    return [
        Column(f"{name}: {taught}", 11, of(lambda found: found.count.expected), "number"),
        Column(f"{name}: at least", 11, of(lambda found: found.count.low), "number"),
        Column(f"{name}: at most", 11, of(lambda found: found.count.high), "number"),
        Column(f"{name}: of", 11, of(lambda found: found.count.of), "number"),
        Column(f"{name}: cannot tell", 11, of(lambda found: found.cannot_tell), "number"),
        Column(f"{name}: no document", 11, of(lambda found: found.no_documents), "number"),
    ]


def _size(group: Group) -> int:
    return len(group.rows)


def _count(kind: Kind, strength: Strength) -> Callable[[Group], Cell]:
    return lambda group: None if group.tally(kind) is None else len(group.where(kind, strength))


def _percent(kind: Kind) -> Callable[[Group], Cell]:
    return lambda group: None if (tally := group.tally(kind)) is None else tally.percent


def _decisions(view: View) -> list[str]:
    sentences = [words.decided(view, kind) for kind in Kind]
    decided = {verdict: same for verdict in decisions.Resolution if (same := view.decided(verdict))}
    given = [f"{words.verdict_on(same, verdict, view.language)}." for verdict, same in decided.items()]
    return [sentence for sentence in (*sentences, *given) if sentence]


def _how_sure(view: View) -> list[str]:
    doubts = {words.kind(kind): words.doubt(view, kind) for kind in Kind}
    return [
        words.bounds(view),
        *filter(None, [view.made_with.limits]),
        *words.promises(view),
        *(f"{name} in full: {doubt}" for name, doubt in doubts.items() if doubt),
    ]


def _unjudged(view: View) -> list[str]:
    problems = (" · ".join(part for part in (p.file, p.place, p.message) if part) for p in view.unjudged)
    return [words.unjudged(view), *view.lacks, *problems]


def _made(view: View) -> list[tuple[str, str]]:
    made_with = view.made_with
    return [
        *(("Standards", ", ".join(part for part in (f.title, f.file, f.licence) if part)) for f in view.frameworks),
        *([("Shown", words.shown(view))] if view.shown else []),
        ("Counted", f"{count(len(view.counted), 'standard')}; headings and practices stand apart"),
        ("Documents", str(len(view.documents))),
        ("curalign", made_with.curalign),
        ("Encoder", made_with.encoder),
        ("Judge", made_with.judge),
        ("Settings", made_with.settings),
        ("Run", view.run),
    ]
