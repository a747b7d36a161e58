"""One standard, laid open: the best passages of each kind, and what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Link
from curalign.domain.materials import Kind
from curalign.domain.standards import Standard
from curalign.reporting import words
from curalign.reporting.plain import QUOTE, printable
from curalign.wording import chance
from curalign.wording.text import count, excerpt

_CLAIMS = 8
"""How many citations of a standard are listed before they are only counted."""


def explain(coverage: Coverage, standard: Standard) -> Group:
    """Why a standard counts as it does: per kind its strength, and the best passages with their reasons."""
    parts: list[RenderableType] = []
    if warning := coverage.alignment.made_with.warning:
        parts.append(Text(f"WARNING: {printable(warning)}\n", style="bold red reverse"))
    parts.append(Text(f"{printable(standard.code)}  {printable(standard.statement)}", style="bold"))
    for kind in Kind:
        reach = coverage.reach(standard, kind)
        if reach is None:
            continue
        parts.append(Text(f"\n{words.kind(kind)}: {_verdict(reach)}", style="bold"))
        for link in reach.links:
            parts.extend((_passage(link), _waterfall(link)))
    parts.extend(_claims(coverage, standard))
    return Group(*parts)


def _verdict(reach: Reach) -> str:
    if reach.without_documents:
        return "unknown, because no unit document is for it"
    if reach.probability is None:
        return words.strength(reach.strength)
    passages = count(reach.supporting, "passage")
    return (
        f"{words.strength(reach.strength)}, best probability {chance(reach.probability)}, {passages} at least partial"
    )


def _claims(coverage: Coverage, standard: Standard) -> Iterator[Text]:
    """Where documents cite the standard, and how long a pacing guide has it taught."""
    claims = [claim for claim in coverage.alignment.claims if claim.standard == standard]
    if not claims:
        return
    yield Text("\nCited in:", style="bold")
    for claim in sorted(claims, key=lambda claim: claim.passage.order)[:_CLAIMS]:
        passage = claim.passage
        time = f", {passage.time}" if passage.time else ""
        yield Text(f"{printable(passage.material.path)}: {printable(str(passage.place))} ({passage.role}{time})")
    if len(claims) > _CLAIMS:
        yield Text(f"and {count(len(claims) - _CLAIMS, 'more place')}")


def _passage(link: Link) -> Text:
    passage = link.passage
    where = f"{printable(passage.material.path)}: {printable(str(passage.place))} ({passage.role})"
    return Text(f"\n{where}\n“{excerpt(printable(passage.text), QUOTE)}”")


def _waterfall(link: Link) -> Table:
    """What each signal adds, and the log-odds that it comes to."""
    table = Table(box=None, show_header=False, pad_edge=True)
    table.add_column(justify="right")
    table.add_column()
    for reason in link.evidence:
        table.add_row(f"{reason.log_odds:+.2f}", Text(words.explain_signal(reason)))
    total = sum(reason.log_odds for reason in link.evidence)
    table.add_row(f"{total:+.2f}", Text(f"log-odds in all: probability {chance(link.probability)}", style="bold"))
    return table
