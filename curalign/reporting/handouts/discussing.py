"""A sheet to discuss one standard with: the evidence, quoted, three questions, and room for what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from curalign.domain.materials import Kind
from curalign.reporting.handouts.advice import results_of
from curalign.reporting.handouts.gaps import verdict_on
from curalign.reporting.handouts.telling import Teller
from curalign.reporting.handouts.values import Block, Bullets, Handout, Item, Paragraph, Section, Table
from curalign.reporting.view import StandardRow
from curalign.wording import chance
from curalign.wording.catalogue import quote
from curalign.wording.text import excerpt

WORTH_READING = 0.05
"""The chance from which on a passage is worth the time of a meeting; the best of the units is, whatever its chance."""


def gaps_of(tell: Teller) -> tuple[StandardRow, ...]:
    """The standards that ask for a discussion: not taught, or nobody can tell.

    Args:
        tell: What is shown of a check, with the words for it.

    Returns:
        Those of them that nobody has put off, in the framework's order.

    """
    wanted = {row.id for row in (*tell.gaps.missing, *tell.gaps.unsure)}
    return tuple(row for row in tell.view.total.rows if row.id in wanted)


def discuss(tell: Teller, row: StandardRow) -> Handout:
    """The sheet of one standard: its evidence, three questions, and room for what was agreed.

    Args:
        tell: What is shown of a check, with the words for it.
        row: The standard, one of what is shown.

    Returns:
        One or two pages.

    """
    say = tell.say
    support = row.support(Kind.UNIT)
    known = support is not None and support.taught is not None
    verdict = say(
        "standard-judged",
        verdict="no_documents" if support is None else str(verdict_on(support)),
        known="yes" if known else "no",
        probability=(support.taught or 0.0) if support is not None else 0.0,
    )
    results = results_of(tell, row)
    agreed = Table(
        say("handout-agreed"), (say("column-task"), say("column-who"), say("column-when")), (("", "", ""),) * 4
    )
    return tell.handout(
        say("handout-title-standard", name=row.code),
        say("handout-question", audience="standard"),
        (),
        (
            Section(
                say("heading-statement"),
                (Bullets((Item("", excerpt(row.statement, 600), tell.standard(row).source),)), Paragraph(verdict)),
            ),
            Section(say("heading-evidence"), tuple(_evidence(tell, row, Kind.UNIT, 3))),
            *(
                (Section(say("heading-evidence-pd"), tuple(_evidence(tell, row, Kind.PD, 1))),)
                if tell.view.has(Kind.PD)
                else ()
            ),
            *results,
            Section(say("heading-three"), (tell.points(*_questions(tell, bool(results))),)),
            Section(say("heading-agreed"), (agreed,)),
        ),
    )


def _questions(tell: Teller, has_results: bool) -> tuple[str, str, str]:
    """Three, of which the second looks at pupils' work where there are results."""
    say = tell.say
    return say("three-evidence"), say("three-results") if has_results else say("three-where"), say("three-who")


def _evidence(tell: Teller, row: StandardRow, kind: Kind, most: int) -> Iterator[Block]:
    support = row.support(kind)
    shown = support.shown if support is not None else ()
    always = 1 if kind is Kind.UNIT else 0
    links = (*shown[:always], *(link for link in shown[always:most] if link.probability >= WORTH_READING))
    if not links:
        yield Paragraph(tell.say("evidence-none"))
        return
    yield Paragraph(tell.say("evidence-best"))
    yield Bullets(
        tuple(
            Item(
                quoted=quote(link.quote, 220, tell.language),
                source=chance(link.probability, tell.language),
                place=tell.place(link),
            )
            for link in links
        )
    )
