"""For teachers: what each unit teaches, claims and could add; a list for each unit, and one for each school."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.reporting.handouts.advice import most_urgent, teams
from curalign.reporting.handouts.gaps import sort_out
from curalign.reporting.handouts.telling import Teller
from curalign.reporting.handouts.values import Block, Handout, Item, Paragraph, Section
from curalign.reporting.view import Citation, Document, Group, ShownFinding, StandardRow, View
from curalign.wording.text import excerpt

NEAR = ("U106", "U102", "U105")
"""The findings whose nearest passage is a place to start from."""


def for_teachers(tell: Teller) -> Handout:
    """All units, each in a line, then what they claim and what they almost teach, with the sentence."""
    say = tell.say
    units = _units(tell.view)
    header = (say("column-unit"), say("column-teaches"), say("column-claims"), say("column-could-add"))
    rows = (
        (
            excerpt(unit.title, 60),
            str(len(unit.reached)),
            str(len(tell.found("U103", file=unit.file))),
            str(len(tell.found(*NEAR, file=unit.file))),
        )
        for unit in _most_to_do_first(tell, units)
    )
    near = tell.bullets((_near(tell, finding) for finding in tell.found(*NEAR) if finding.file), 3)
    return tell.handout(
        say("handout-title", audience="teachers"),
        say("handout-question", audience="teachers"),
        (tell.headline(), tell.training()),
        (
            Section(
                say("heading-units"),
                (tell.table(say("handout-units"), header, rows, 8), Paragraph(say("handout-own-unit")))
                if units
                else (),
            ),
            Section(say("heading-could-add"), (Paragraph(say("handout-could-add")), *near) if near else ()),
            Section(say("heading-claims"), tell.bullets(map(tell.finding, tell.found("U103")), 3)),
            *most_urgent(tell, 2),
            *teams(tell, 2),
            Section(say("heading-disagree"), (Paragraph(say("handout-disagree")),)),
        ),
        count=tell.view.total,
    )


PASSAGE = 110
"""Characters of a quoted passage where there are many on a page."""


def per_unit(tell: Teller) -> Iterator[Handout]:
    """A list for each unit: what it teaches, claims and could add, with quotes and their places.

    Args:
        tell: What is shown of a check, with the words for it.

    Yields:
        One or two pages for each, in the order of their paths.

    """
    for unit in _units(tell.view):
        yield _unit(tell, unit)


def per_school(tell: Teller) -> Iterator[Handout]:
    """A list for each school: what is taught there, what is not, and its units.

    Args:
        tell: What is shown of a check, with the words for it.

    Yields:
        One or two pages for each; nothing where documents belong to no school.

    """
    for group in tell.view.by_school:
        yield _school(tell, group)


def _unit(tell: Teller, unit: Document) -> Handout:
    say = tell.say
    full = [row for row, strength in unit.reached if strength is Strength.FULL]
    partial = [row for row, strength in unit.reached if strength is not Strength.FULL]
    known = say("unit-count", full=len(full), partial=len(partial))
    headline = known if unit.passages else say("unit-unread")
    taught = [
        tell.quoting(row, _best(row, unit.file), "" if strength is Strength.FULL else say("unit-in-part"), PASSAGE)
        for row, strength in unit.reached
    ]
    add = [_near(tell, finding) for finding in tell.found(*NEAR, file=unit.file)]
    claimed, uncited = (list(map(tell.finding, tell.found(code, file=unit.file))) for code in ("U103", "U104"))
    taught, add, claimed, uncited = ([_inside(unit, item) for item in one] for one in (taught, add, claimed, uncited))
    return tell.handout(
        say("handout-title-unit", name=unit.title),
        say("handout-question", audience="unit"),
        (headline, excerpt(unit.file, 120)),
        (
            Section(
                say("heading-teaches"),
                tell.bullets(taught, 8) or tell.paragraphs(say("unit-nothing") if unit.passages else ""),
            ),
            Section(say("heading-claims"), tell.bullets(claimed, 3)),
            Section(
                say("heading-could-add"),
                (Paragraph(say("handout-could-add")), *tell.bullets(add, 4)) if add else (),
            ),
            Section(say("heading-grade-missing"), tell.bullets(map(tell.standard, _missing_beside(tell, unit)), 3)),
            Section(say("heading-cite"), tell.bullets(uncited, 3)),
            Section(say("heading-helped"), tuple(_training_for(tell, full))),
            Section(say("heading-disagree"), (Paragraph(say("handout-disagree")),)),
        ),
    )


def _inside(unit: Document, item: Item) -> Item:
    """A line of a unit's own list, whose file and title stand above it already."""
    place = item.place.removeprefix(unit.file.rpartition("/")[2]).removeprefix(", ")
    return replace(item, place=place.removeprefix(f"{unit.title} > "))


def _near(tell: Teller, finding: ShownFinding) -> Item:
    return tell.finding(finding, tell.say("near-why", code=finding.code), PASSAGE)


def _missing_beside(tell: Teller, unit: Document) -> Iterator[StandardRow]:
    """What no unit teaches of the grades of this one, and of the subjects of what it teaches."""
    subjects = {row.subject for row, _ in unit.reached}
    for row in tell.gaps.missing:
        if subjects & {row.subject} and (not unit.grades or set(unit.grades) & set(row.grades)):
            yield row


def _training_for(tell: Teller, rows: Iterable[StandardRow]) -> Iterator[Block]:
    """The training that supports what a unit teaches in full, most first."""
    taught = {row.id for row in rows}
    helping = []
    for document in tell.view.documents:
        if document.kind is Kind.PD:
            codes = [row.code for row, strength in document.reached if row.id in taught and strength is Strength.FULL]
            if codes:
                helping.append((-len(codes), Item("", excerpt(document.title, 70), excerpt(", ".join(codes), 60))))
    yield from tell.bullets((item for _, item in sorted(helping, key=lambda pair: pair[0])), 3)


def _school(tell: Teller, group: Group) -> Handout:
    say, view, school = tell.say, tell.view, group.school
    here = sort_out(group.rows, school)
    taught, nowhere = ({row.id for row in rows} for rows in (tell.gaps.taught, tell.gaps.missing))
    elsewhere = tell.bullets((_elsewhere(tell, row) for row in here.missing if row.id in taught), 8)
    numbers = tell.numbers(Kind.UNIT, group)
    headline = say("school-count", **numbers) if numbers else tell.share(group, Kind.UNIT)
    grades = ((grade.name, grade.rows) for grade in view.by_grade)
    own = [unit for unit in _units(view) if unit.school in ("", school)]
    return tell.handout(
        say("handout-title-school", name=group.name),
        say("handout-question", audience="school"),
        (headline, tell.one_by_one(here)),
        (
            Section(
                say("heading-school-grades"),
                (tell.one_by_one_in(say("column-grade"), say("handout-by-grade"), grades, 14, school),),
            ),
            Section(say("heading-elsewhere"), (Paragraph(say("school-elsewhere")), *elsewhere) if elsewhere else ()),
            Section(
                say("heading-nowhere"),
                tell.bullets(map(tell.standard, (row for row in here.missing if row.id in nowhere)), 5)
                or tell.paragraphs(say("handout-nothing-missing")),
            ),
            Section(
                say("heading-school-units"),
                tell.bullets((Item("", excerpt(unit.title, 70)) for unit in own), 8),
            ),
        ),
        count=group,
    )


def _elsewhere(tell: Teller, row: StandardRow) -> Item:
    """A standard with the document of the district that teaches it best."""
    support = row.support(Kind.UNIT)
    best = support.shown[0] if support is not None and support.links else None
    plain = tell.standard(row)
    return plain if best is None else Item("", plain.quoted, plain.source, "", excerpt(best.file, 80))


def _units(view: View) -> list[Document]:
    return [document for document in view.documents if document.kind is Kind.UNIT]


def _most_to_do_first(tell: Teller, units: list[Document]) -> list[Document]:
    return sorted(units, key=lambda unit: -len(tell.found("U103", *NEAR, file=unit.file)))


def _best(row: StandardRow, file: str) -> Citation | None:
    """The best passage of one document for a standard, where it is among those that are shown."""
    found = (link for support in row.supports.values() for link in support.links if link.file == file)
    return max(found, key=lambda link: link.probability, default=None)
