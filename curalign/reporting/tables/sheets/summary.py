"""The first sheet: the headline, the numbers of every group, how sure they are, and what they do not speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from curalign.domain import decisions
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.scores import Taught
from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.cells import LINE, Cell, Column, Pen
from curalign.reporting.tables.speaking import Say
from curalign.reporting.view import Group, View, listing, words


def write_summary(view: View, pen: Pen, say: Say) -> None:
    """What a reader needs who opens no other sheet."""
    columns = _tally_columns(view, say)
    sheet = pen.sheet(say("sheet-name", sheet="summary"), [column.width for column in columns])
    sheet.set_row(0, 2 * LINE)
    pen.write(sheet, 0, 0, words.title(view), "title")
    pen.write(sheet, 1, 0, say("table-subtitle", run=view.run))
    row = 2
    if view.made_with.warning:
        pen.write(sheet, row, 0, say("table-warning", text=view.made_with.warning), "alarm")
        row += 1
    shown = filter(None, [words.shown(view)])
    schools = words.school_headlines(view)
    headlines = (*shown, words.headline(view), words.pd_headline(view), *schools, *_decisions(view))
    row = write_sentences(pen, sheet, row, headlines)
    titles = {
        "all": say("table-all"),
        "grade": say("table-by-grade"),
        "strand": say("table-by-strand"),
        "school": say("table-by-school"),
    }
    for scope, groups in listing.scopes(view):
        if len(groups) > 1 or (scope == "all" and view.counted):
            pen.write(sheet, row + 1, 0, titles[scope], "heading")
            row = pen.table(sheet, columns, groups, row + 2)
    for title, sentences in (
        (say("heading-how-sure"), how_sure(view, say)),
        (say("heading-not-judged"), _unjudged(view)),
    ):
        pen.write(sheet, row + 1, 0, title, "heading")
        row = write_sentences(pen, sheet, row + 2, sentences)


def write_sentences(pen: Pen, sheet: Any, row: int, sentences: Iterable[str]) -> int:
    """Write a sentence on each line, and give the row below them."""
    for sentence in sentences:
        pen.write(sheet, row, 0, sentence)
        row += 1
    return row


def how_sure(view: View, say: Say) -> list[str]:
    """From which probabilities on things count, what nobody can know, and what reviewed units promise."""
    doubts = {words.kind(kind, view.language): words.doubt(view, kind) for kind in Kind}
    return [
        words.bounds(view),
        *filter(None, [view.made_with.limits]),
        *words.promises(view),
        *(say("kind-in-full", kind=name, sentence=doubt) for name, doubt in doubts.items() if doubt),
    ]


def _tally_columns(view: View, say: Say) -> list[Column[Group]]:
    """A group's name and size, then for each kind of document how many standards it reaches, and how far."""
    columns: list[Column[Group]] = [
        Column("", 34, lambda group: group.name, "label"),
        Column(say("table-standards"), 11, _size, "number"),
    ]
    for kind in view.kinds:
        name = words.kind(kind, view.language)
        columns += [
            Column(f"{name}: {words.strength(strength, view.language)}", 11, _count(kind, strength), "number")
            for strength in Strength
        ]
        if kind in view.total.counts:
            columns += _count_columns(kind, name, say, view.language)
        else:
            columns.append(Column(say("table-of-percent", kind=name), 11, _percent(kind), "percent"))
    return columns


def _count_columns(kind: Kind, name: str, say: Say, language: str) -> list[Column[Group]]:
    """How many of a group are taught, with the interval, then how many are undecided."""

    def of(ask: Callable[[Taught], int]) -> Callable[[Group], Cell]:
        return lambda group: None if (found := group.counts.get(kind)) is None else ask(found)

    taught, cannot_tell = (words.judged(v, kind, language) for v in (Verdict.TAUGHT, Verdict.CANNOT_TELL))
    return [
        Column(f"{name}: {taught}", 11, of(lambda found: found.count.expected), "number"),
        Column(say("table-of-low", kind=name), 11, of(lambda found: found.count.low), "number"),
        Column(say("table-of-high", kind=name), 11, of(lambda found: found.count.high), "number"),
        Column(say("table-of-of", kind=name), 11, of(lambda found: found.count.of), "number"),
        Column(f"{name}: {cannot_tell}", 11, of(lambda found: found.cannot_tell), "number"),
        Column(say("table-of-no-documents", kind=name), 11, of(lambda found: found.no_documents), "number"),
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


def _unjudged(view: View) -> list[str]:
    problems = (" · ".join(part for part in (p.file, p.place, p.message) if part) for p in view.unjudged)
    return [words.unjudged(view), *view.lacks, *problems]
