"""One standard, laid open: the best passages of each kind, what speaks for and against each, and the nearest rival."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.links import Evidence, Link, Links, Strength
from curalign.domain.materials import Kind, Passage
from curalign.domain.places import Suggestion
from curalign.domain.scopes import Scope
from curalign.domain.standards import Standard
from curalign.domain.verdicts import Verdict
from curalign.reporting.view import places, words
from curalign.reporting.view.plain import QUOTE, printable
from curalign.wording import ENGLISH, chance, say
from curalign.wording.text import count, excerpt

VERDICTS = {
    Verdict.TAUGHT: "taught",
    Verdict.NOT_TAUGHT: "not taught",
    Verdict.CANNOT_TELL: "cannot tell",
    Verdict.NO_DOCUMENTS: "no documents to judge by",
}
_RIVALS = "rivals"
_MAX_LOG_ODDS = 20.0
"""Log-odds beyond which one no longer says how many times as likely something is."""
_MAX_CLAIMS = 8
"""How many citations of a standard are listed before they are only counted."""


def explain(coverage: Coverage, standard: Standard, suggestion: Suggestion | None = None) -> Group:
    """Why a standard counts as it does, and why this one and not its nearest rival.

    Per kind of document the verdict with its probability and the best passages, each with its reasons, which add up;
    for the passage that decides, the difference to the standard that it could be about instead, signal by signal. Last,
    where a gap could be closed, if there is a `suggestion`.
    """
    parts: list[RenderableType] = []
    if warning := coverage.alignment.made_with.warning:
        parts.append(Text(f"WARNING: {printable(warning)}\n", style="bold red reverse"))
    parts.append(Text(f"{_code(standard)}  {printable(standard.statement)}", style="bold"))
    reaches = [reach for kind in Kind if (reach := coverage.reach(standard, Scope(kind))) is not None]
    if not reaches:
        parts.append(Text("\nNo document was compared with it: the district does not answer for its grade."))
    for reach in reaches:
        parts.extend(_kind(coverage.alignment.links, reach))
    parts.extend(_claims(coverage, standard))
    if suggestion is not None:
        parts.append(Text(f"\n{say('heading-places')}", style="bold"))
        parts.extend(Text(printable(sentence)) for sentence in places.in_words(suggestion, ENGLISH))
    return Group(*parts)


def _kind(links: Links, reach: Reach) -> Iterator[RenderableType]:
    """How far the documents of one kind teach a standard, with the best passages."""
    yield Text(f"\n{words.kind(reach.kind)}: {_verdict(reach)}", style="bold")
    if not reach.links:
        unread = reach.strength is Strength.UNKNOWN
        yield Text("There was nothing readable to judge by." if unread else "No passage comes near it.")
    deciding = next((link for link in reach.links if link.passage.role.is_evidence), None)
    for link in reach.links:
        yield from (_passage(link), _waterfall(link))
        if rival := rival_of(link, links):
            yield from _contrast(link, rival) if link is deciding else _instead(link, rival)


def _verdict(reach: Reach) -> str:
    if reach.without_documents:
        return "unknown, because no unit document is for it"
    if reach.probability is None:
        return words.strength(reach.strength)
    passages = count(reach.supporting, "passage")
    strength = words.strength(reach.strength)
    found = f"{strength}, best probability {chance(reach.probability)}, {passages} at least partial"
    if reach.verdict is None or reach.taught is None:
        return found
    return f"{VERDICTS[reach.verdict]} (probability that it is taught {chance(reach.taught)}); {found}"


def rival_of(link: Link, links: Links) -> Link | None:
    """The link of the same passage to the other standard that it is most probably about, if it has any."""
    passages = [at for at, passage in enumerate(links.passages) if passage == link.passage]
    rows = np.flatnonzero(np.isin(links.passage, passages))
    ordered = sorted(rows.tolist(), key=lambda row: (-float(links.probability[row]), int(links.standard[row])))
    return next((links[row] for row in ordered if links.standards[links.standard[row]] != link.standard), None)


def differences(link: Link, rival: Link) -> tuple[tuple[Evidence, Evidence, float], ...]:
    """What speaks for a link over a rival of the same passage, signal by signal, and by how much.

    What rivals take away is left out: each of the two is among the rivals of the other, which is what is explained.
    Of a judge by which standards compete the differences sum to the logarithm of the ratio of the two probabilities,
    of any other to the difference of their log-odds.
    """
    by_signal, rivals_by_signal = ({reason.signal: reason for reason in each.evidence} for each in (link, rival))
    found = []
    for signal in dict.fromkeys((*by_signal, *rivals_by_signal)):
        first, second = (each.get(signal, Evidence(signal, 0.0, 0.0)) for each in (by_signal, rivals_by_signal))
        difference = first.log_odds - second.log_odds
        if signal != _RIVALS and difference:
            found.append((first, second, difference))
    return tuple(found)


def _contrast(link: Link, rival: Link) -> Iterator[RenderableType]:
    """Why a passage is rather about the one than the other of two standards."""
    more, less = (link, rival) if link.probability >= rival.probability else (rival, link)
    yield Text(
        f"\nWhy {_code(more.standard)} ({chance(more.probability)}) "
        f"and not {_code(less.standard)} ({chance(less.probability)})?",
        style="bold",
    )
    yield Text(f"{_code(rival.standard)}  {_excerpt(rival.standard.statement)}")
    table = _sums()
    rows = differences(more, less)
    for first, second, difference in rows:
        form = words.SIGNALS.get(first.signal, ".2f")
        beside = f"; for {_code(less.standard)} {second.value:{form}}" if form else ""
        table.add_row(f"{difference:+.2f}", Text(f"{words.explain_signal(first)}{beside}"))
    total = sum(difference for _, _, difference in rows)
    times = f"{math.exp(min(total, _MAX_LOG_ODDS)):,.1f} times"
    competing = any(reason.signal == _RIVALS for reason in link.evidence)
    ratio = f"{_code(more.standard)} is {times} as likely" if competing else f"its odds are {times} as high"
    table.add_row(f"{total:+.2f}", Text(f"in all: {ratio}", style="bold"))
    yield table


def _instead(link: Link, rival: Link) -> Iterator[Text]:
    """One line for what a passage is more likely about; nothing where it is about the standard itself."""
    if rival.probability > link.probability:
        statement = _excerpt(rival.standard.statement)
        yield Text(f"more likely about {_code(rival.standard)} ({chance(rival.probability)}): {statement}")


def _claims(coverage: Coverage, standard: Standard) -> Iterator[Text]:
    """Where documents cite the standard, and how long a pacing guide has it taught."""
    claims = [claim for claim in coverage.alignment.claims if claim.standard == standard]
    if not claims:
        return
    yield Text("\nCited in:", style="bold")
    for claim in sorted(claims, key=lambda claim: claim.passage.order)[:_MAX_CLAIMS]:
        passage = claim.passage
        time = f", {passage.time}" if passage.time else ""
        yield Text(f"{_where(passage)} ({passage.role}{time})")
    if len(claims) > _MAX_CLAIMS:
        yield Text(f"and {count(len(claims) - _MAX_CLAIMS, 'more place')}")


def _passage(link: Link) -> Text:
    passage = link.passage
    role = f"{passage.role}" if passage.role.is_evidence else f"{passage.role}, which is no evidence"
    return Text(f"\n{_where(passage)} ({role})\n“{_excerpt(passage.text)}”")


def _waterfall(link: Link) -> Table:
    """What each signal adds, and the log-odds that it comes to."""
    table = _sums()
    for reason in link.evidence:
        table.add_row(f"{reason.log_odds:+.2f}", Text(words.explain_signal(reason)))
    total = sum(reason.log_odds for reason in link.evidence)
    table.add_row(f"{total:+.2f}", Text(f"log-odds in all: probability {chance(link.probability)}", style="bold"))
    return table


def _sums() -> Table:
    table = Table(box=None, show_header=False, pad_edge=True)
    table.add_column(justify="right")
    table.add_column()
    return table


def _code(standard: Standard) -> str:
    return printable(standard.code)


def _where(passage: Passage) -> str:
    return f"{printable(passage.material.path)}: {printable(str(passage.place))}"


def _excerpt(text: str) -> str:
    return excerpt(printable(text), QUOTE)
