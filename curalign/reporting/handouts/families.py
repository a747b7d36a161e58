"""Hand-outs for those who do not work in a school: parents and the community. They read of learning goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from curalign.domain.materials import Kind
from curalign.reporting.handouts.gaps import most_in, sort_out
from curalign.reporting.handouts.telling import Teller
from curalign.reporting.handouts.values import Block, Handout, Item, Paragraph, Section
from curalign.reporting.view import Group, StandardRow

MAX_GRADES = 3
"""Grades that a hand-out for parents tells of one by one; of more, it gives a line each."""


def for_parents(tell: Teller) -> Handout:
    """What children learn this year in each grade and subject, what is missing, and whom to ask."""
    say, grades = tell.say, tell.view.by_grade
    learn: Iterable[Section]
    if len(grades) > MAX_GRADES:
        table = tell.table(
            say("handout-by-grade"),
            (say("column-grade"), say("column-taught")),
            ((group.name, tell.share(group, Kind.UNIT)) for group in grades),
            14,
        )
        missing = Section(say("parents-missing"), tell.missing(5, code=False))
        learn = (Section(say("heading-all-grades"), (table, Paragraph(say("parents-own-grade")))), missing)
    else:
        learn = (Section(group.name, tuple(_year(tell, group, 3 - len(grades) // 2))) for group in grades)
    ask = tell.points(say("parents-ask-teacher"), say("parents-ask-school"), say("parents-ask-district"))
    return tell.handout(
        say("handout-title", audience="parents"),
        say("handout-question", audience="parents"),
        (tell.goals(), say("parents-goals")),
        (*learn, Section(say("heading-ask"), (ask,))),
        count=tell.view.total,
    )


def for_community(tell: Teller) -> Handout:
    """What the district aims at, how far it is, and how others can help."""
    say, view, gaps = tell.say, tell.view, tell.gaps
    areas = tell.areas(group.name for group in view.by_strand)
    aim = say("community-aim", count=len(view.counted), areas=areas[:6], more=max(len(areas) - 6, 0))
    lacking = tell.areas(name for name, _ in most_in(gaps.missing, 3))
    examples = tell.bullets((tell.standard(row, code=False) for row in _short(gaps.taught, 2)), 2)
    aims: list[Block] = [Paragraph(aim)]
    if examples:
        aims += [Paragraph(say("community-example")), *examples]
    far: list[Block] = []
    if len(view.by_strand) > 1:
        rows = ((tell.area(group.name), tell.share(group, Kind.UNIT)) for group in tell.worst_areas())
        far += [Paragraph(say("community-lowest"))]
        far += [tell.table(say("goals-by-area"), (say("column-area"), say("column-taught")), rows, 8)]
    far += [Paragraph(say("community-years"))]
    know = say("community-know", areas=lacking) if lacking else say("community-know-any")
    ways = tell.points(know, say("community-places"), say("community-time"), say("community-meet"))
    return tell.handout(
        say("handout-title", audience="community"),
        say("handout-question", audience="community"),
        (tell.goals(),),
        (
            Section(say("heading-aim"), tuple(aims)),
            Section(say("heading-far"), tuple(far)),
            Section(say("heading-help"), (ways,)),
        ),
        count=tell.view.total,
    )


def _year(tell: Teller, group: Group, most: int) -> Iterator[Block]:
    """One grade: its areas by subject, examples, and what is missing."""
    say, gaps = tell.say, sort_out(group.rows)
    yield Paragraph(say("parents-grade", taught=len(gaps.taught), of=len(group.rows)))
    yield tell.points(*(_areas(tell, subject, rows) for subject, rows in by_subject(gaps.taught).items()))
    if gaps.taught:
        yield Paragraph(say("parents-example"))
        yield from tell.bullets((_goal(tell, row) for row in _short(gaps.taught, most)), most)
    if gaps.missing:
        yield Paragraph(say("parents-missing"))
        yield from tell.bullets((_goal(tell, row) for row in gaps.missing), most)
    elif len(gaps.taught) == len(group.rows):
        yield Paragraph(say("parents-all-there"))


def _goal(tell: Teller, row: StandardRow) -> Item:
    return Item("", tell.standard(row).quoted)


def _areas(tell: Teller, subject: str, rows: Sequence[StandardRow]) -> str:
    """What is taught in a subject, by its areas, those with the most goals first."""
    strands = tell.areas(name for name, _ in most_in(rows, len(rows)))
    facts: dict[str, tuple[str, ...] | int] = {"areas": strands[:6], "more": max(len(strands) - 6, 0)}
    if not strands:
        return subject
    if not subject:
        return tell.say("parents-learn-all", **facts)
    return tell.say("parents-learn", subject=subject, **facts)


def by_subject(rows: Iterable[StandardRow]) -> dict[str, list[StandardRow]]:
    """Standards by their subject, in the order of the first of each; "" is none stated."""
    found: dict[str, list[StandardRow]] = {}
    for row in rows:
        found.setdefault(row.subject, []).append(row)
    return found


def _short(rows: Sequence[StandardRow], most: int) -> list[StandardRow]:
    """The shortest statements, which are the easiest to read: one of each subject before a second, in reading order."""
    ranks: dict[str, int] = {}
    ranked = []
    for row in sorted(rows, key=lambda row: (len(row.statement), row.code)):
        rank = ranks[row.subject] = ranks.get(row.subject, -1) + 1
        ranked.append((rank, row))
    chosen = {row.id for _, row in sorted(ranked, key=lambda pair: pair[0])[:most]}
    return [row for row in rows if row.id in chosen]
