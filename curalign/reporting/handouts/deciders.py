"""Hand-outs for those who decide for the district: the board, administrators and union leaders."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.grades import GRADES
from curalign.reporting.handouts.advice import most_urgent, stories, teams
from curalign.reporting.handouts.gaps import by_subject, most_in, sort_out
from curalign.reporting.handouts.telling import Teller
from curalign.reporting.handouts.values import Block, Bullets, Handout, Item, Section, Table
from curalign.reporting.view import words
from curalign.reporting.view.teams import find_teams
from curalign.wording.text import excerpt

READ_AND_DECIDE = ("U106", "P203")
"""The findings that a person settles by reading."""
UNREAD = ("F301", "F302")


def for_board(tell: Teller) -> Handout:
    """What is taught, where the gaps are, and the money, time and rules that closing them takes."""
    say, gaps = tell.say, tell.gaps
    areas = tell.areas(name for name, _ in most_in(gaps.untrained or (), 3))
    money = (
        say("board-money-no-pd")
        if gaps.untrained is None
        else say("board-money", count=len(gaps.untrained), areas=areas)
    )
    decide = tell.points(
        money,
        say("board-time", count=len(gaps.missing), check=len(gaps.unsure)),
        say("board-rules", deferred=len(gaps.deferred)),
        say("board-again"),
    )
    areas_table = tell.by(say("column-area"), say("handout-by-area"), tell.worst_areas(), 4)
    return tell.handout(
        say("handout-title", audience="board"),
        say("handout-question", audience="board"),
        (tell.headline(), tell.one_by_one(), tell.training()),
        (
            Section(say("heading-decide"), (decide,)),
            Section(say("heading-gaps"), (tell.by_grade(6), *((areas_table,) if _several(tell) else ()))),
            Section(say("heading-missing"), tell.missing(5)),
            *most_urgent(tell, 3),
            *stories(tell, 1),
        ),
        count=tell.view.total,
    )


_MANY_GRADES = 7
"""With more of them, tables by grade fill a page."""


def for_administrators(tell: Teller) -> Handout:
    """Gaps by grade and school, training that supports nothing, what could not be read, and who does what."""
    say = tell.say
    return tell.handout(
        say("handout-title", audience="administrators"),
        say("handout-question", audience="administrators"),
        (tell.headline(), tell.one_by_one(), tell.training()),
        (
            Section(say("heading-work"), _nonempty(_work(tell))),
            Section(say("heading-gaps"), tuple(_where(tell))),
            *most_urgent(tell, 2),
            *teams(tell, 2),
            *stories(tell, 1),
            Section(say("heading-pd-nothing"), tuple(_idle_training(tell))),
            Section(say("heading-unread"), tuple(_unread(tell))),
        ),
        count=tell.view.total,
    )


def for_union(tell: Teller) -> Handout:
    """The work and the training that this asks of teachers, and their say in it."""
    say, todo, gaps = tell.say, tell.to_do, tell.gaps
    write = todo["U101"] + todo["U102"]
    load = tell.points(
        say("union-load", write=write, read=sum(todo[code] for code in READ_AND_DECIDE), claims=todo["U103"]),
        say("union-hours"),
    )
    training = []
    if gaps.untrained is None:
        training.append(say("handout-pd-none"))
    else:
        areas = tell.areas(name for name, _ in most_in(gaps.untrained, 3))
        training.append(say("union-no-training", count=len(gaps.untrained), areas=areas))
    if todo["P202"]:
        training.append(say("union-training-time", count=todo["P202"]))
    return tell.handout(
        say("handout-title", audience="union"),
        say("handout-question", audience="union"),
        (tell.headline(), tell.training()),
        (
            Section(
                say("heading-documents-only"),
                (tell.points(say("union-documents"), say("union-no-blame"), say("union-no-grade")),),
            ),
            Section(say("heading-load"), (load, *_nonempty(_load_by_grade(tell)))),
            Section(say("heading-training"), (tell.points(*training),)),
            Section(
                say("heading-say"),
                (tell.points(say("union-review"), say("union-overrule"), say("union-choose")),),
            ),
            *most_urgent(tell, 3),
        ),
        count=tell.view.total,
    )


def _several(tell: Teller) -> bool:
    return len(tell.view.by_strand) > 1


def _nonempty(table: Table) -> tuple[Block, ...]:
    return (table,) if table.rows else ()


def _work(tell: Teller) -> Table:
    """Every kind of work that findings ask for, with how many ask for it; when is left for a pen."""
    say, todo = tell.say, tell.to_do
    lines = (
        (say("work-write"), todo["U101"], say("who-curriculum")),
        (say("work-read"), todo["U106"], say("who-grade-team")),
        (say("work-deepen"), todo["U102"], say("who-authors")),
        (say("work-claims"), todo["U103"], say("who-authors")),
        (say("work-grade"), todo["U105"], say("who-grade-team")),
        (say("work-cite"), todo["U104"], say("who-authors")),
        (say("work-pd"), todo["P201"], say("who-pd")),
        (say("work-read-pd"), todo["P203"], say("who-pd")),
        (say("work-pd-nothing"), todo["P202"], say("who-pd")),
        (say("work-files"), sum(todo[code] for code in UNREAD), say("who-files")),
    )
    header = (say("column-task"), say("column-count"), say("column-who"), say("column-when"))
    rows = ((task, str(count), who, "") for task, count, who in lines if count)
    return tell.table(say("handout-work"), header, rows, len(lines))


def _where(tell: Teller) -> Iterator[Block]:
    say, view = tell.say, tell.view
    if len(view.by_grade) > 1:
        yield tell.by_grade(7)
    subjects = by_subject(view.total.rows)
    # Results, and meetings of a large district, say better where to begin, and two pages hold no more.
    is_full = view.priorities is not None or (len(view.by_grade) > _MANY_GRADES and bool(find_teams(view)))
    if len(subjects) > 1 and not is_full:
        named = ((excerpt(subject, 50) or say("handout-no-subject"), rows) for subject, rows in subjects.items())
        yield tell.one_by_one_in(say("column-subject"), say("handout-by-subject"), named, 3)
    if _several(tell) and not is_full:
        yield tell.by(say("column-area"), say("handout-by-area"), tell.worst_areas(), 3)
    if view.by_school:
        yield tell.by(say("column-school"), say("handout-by-school"), view.by_school, 4)


def _idle_training(tell: Teller) -> Iterator[Bullets]:
    titles = {document.file: document.title for document in tell.view.documents}
    idle = (f.file or "" for f in tell.view.undecided if f.code == "P202")
    return iter(tell.bullets((Item("", excerpt(titles.get(f, f), 70), excerpt(f, 70)) for f in idle), 2))


def _unread(tell: Teller) -> Iterator[Block]:
    """The files that were not read in full, with what is wrong with each."""
    unread = words.unread(tell.view)
    if not unread:
        yield from tell.paragraphs(tell.say("handout-all-read"))
        return
    told = {problem.file: problem for problem in reversed(tell.view.unjudged)}
    items = (Item("", f"{excerpt(file, 80)}:", "", "", excerpt(told[file].message, 150)) for file in unread)
    yield from tell.bullets(items, 2 if tell.view.priorities is None else 1)


def _load_by_grade(tell: Teller) -> Table:
    """Lessons to write or change, passages to read, and standards without training, for each grade."""
    say = tell.say
    write = {f.standard_id for f in tell.found("U101", "U102")}
    read = [f.standard_id for f in tell.found(*READ_AND_DECIDE)]
    header = (say("column-grade"), say("column-lessons"), say("column-checks"), say("column-untrained"))
    rows = []
    for group in tell.view.by_grade:
        ids = {row.id for row in group.rows}
        untrained = sort_out(group.rows).untrained
        rows.append(
            (
                group.name,
                str(len(ids & write)),
                str(sum(one in ids for one in read)),
                "-" if untrained is None else str(len(untrained)),
            )
        )
    return tell.table(say("handout-load"), header, rows, len(GRADES))
