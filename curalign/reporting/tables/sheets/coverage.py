"""The sheet of coverage: a row for each standard."""

from __future__ import annotations

from collections.abc import Callable

from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.cells import Cell, Column, Pen
from curalign.reporting.tables.sheets.marks import QUOTE, decided, mark, mark_verdict
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import Citation, StandardRow, Support, View, words
from curalign.wording.text import excerpt


def write_coverage(view: View, pen: Pen, say: Say) -> None:
    """Each standard with how far documents reach it and by which sentence, in the framework's order."""
    pen.whole_sheet(say("sheet-name", sheet="coverage"), _columns(view, say), view.rows, held=1, pages=3)


def _columns(view: View, say: Say) -> list[Column[StandardRow]]:
    """A column for each thing that a standard is asked: what it is, then how far each kind of document reaches it."""
    columns: list[Column[StandardRow]] = [
        Column(say("table-code"), 16, lambda row: row.code, "label"),
        Column(say("table-statement"), 50, lambda row: row.statement, "wrapped"),
        Column(say("table-grades"), 9, lambda row: ", ".join(row.grades) or say("table-not-stated")),
        Column(say("table-strand"), 20, lambda row: row.strand, "wrapped"),
        Column(say("table-counted"), 10, lambda row: _counted(row, say)),
        *_support_columns(view, Kind.UNIT, say),
    ]
    columns += [
        Column(say("table-in-school", school=group.name), 14, _strength_in(group.school, view.language))
        for group in view.by_school
    ]
    return columns + (_support_columns(view, Kind.PD, say) if view.has(Kind.PD) else [])


def _support_columns(view: View, kind: Kind, say: Say) -> list[Column[StandardRow]]:
    language = view.language
    name = words.kind(kind, language)

    def of(ask: Callable[[Support], Cell]) -> Callable[[StandardRow], Cell]:
        return lambda row: None if (found := row.support(kind)) is None else ask(found)

    def best(ask: Callable[[Citation], Cell]) -> Callable[[StandardRow], Cell]:
        return of(lambda found: ask(found.shown[0]) if found.shown else None)

    def address(row: StandardRow) -> str | None:
        found = row.support(kind)
        return found.shown[0].url if found is not None and found.shown else None

    taught = words.judged(Verdict.TAUGHT, kind, language)
    verdicts: list[Column[StandardRow]] = [
        Column(say("table-of-verdict", kind=name), 14, of(lambda found: mark_verdict(found, kind, language))),
        Column(say("table-of-taught", kind=name, taught=taught), 12, of(lambda found: found.taught), "probability"),
        Column(say("table-of-instead", kind=name), 18, of(lambda found: ", ".join(found.alternatives)), "wrapped"),
    ]
    return [
        *(verdicts if kind in view.total.counts else []),
        Column(name, 14, of(lambda found: mark(found.strength, language))),
        Column(say("table-of-probability", kind=name), 12, best(lambda link: link.probability), "probability"),
        Column(say("table-of-passages", kind=name), 12, of(lambda found: found.supporting), "number"),
        Column(say("table-of-file", kind=name), 28, best(lambda link: link.file), "wrapped", address),
        Column(say("table-of-place", kind=name), 24, best(lambda link: link.place), "wrapped"),
        Column(say("table-of-quote", kind=name), 46, best(lambda link: excerpt(link.quote, QUOTE)), "wrapped"),
        Column(say("table-of-decision", kind=name), 22, of(lambda found: decided(found, language)), "wrapped"),
    ]


def _strength_in(school: str, language: str) -> Callable[[StandardRow], Cell]:
    def strength(row: StandardRow) -> Cell:
        support = row.support(Kind.UNIT, school)
        return None if support is None else mark(support.strength, language)

    return strength


def _counted(row: StandardRow, say: Say) -> str:
    if row.counted:
        return say("table-yes")
    return say("table-practice") if row.is_practice else say("table-heading")
