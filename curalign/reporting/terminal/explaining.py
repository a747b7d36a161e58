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
from curalign.domain.materials import InstructionalTime, Kind, Passage
from curalign.domain.places import Suggestion
from curalign.domain.scopes import Scope
from curalign.domain.standards import Standard
from curalign.reporting.view import places, words
from curalign.reporting.view.plain import QUOTE, printable
from curalign.wording import ENGLISH, Fact, chance, say
from curalign.wording.text import excerpt

_RIVALS = "rivals"
_MAX_LOG_ODDS = 20.0
"""Log-odds beyond which one no longer says how many times as likely something is."""
_MAX_CLAIMS = 8
"""How many citations of a standard are listed before they are only counted."""


def explain(
    coverage: Coverage, standard: Standard, suggestion: Suggestion | None = None, language: str = ENGLISH
) -> Group:
    """Why a standard counts as it does, and why this one and not its nearest rival.

    Per kind of document the verdict with its probability and the best passages, each with its reasons, which add up;
    for the passage that decides, the difference to the standard that it could be about instead, signal by signal. Last,
    where a gap could be closed, if there is a `suggestion`.
    """
    return Group(*_Explainer(coverage, language).parts(standard, suggestion))


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


class _Explainer:
    """Says why, in one language."""

    def __init__(self, coverage: Coverage, language: str) -> None:
        self._coverage, self._links, self._language = coverage, coverage.alignment.links, language

    def parts(self, standard: Standard, suggestion: Suggestion | None) -> Iterator[RenderableType]:
        """Everything about a standard, from top to bottom."""
        coverage, language = self._coverage, self._language
        if warning := coverage.alignment.made_with.in_language(language).warning:
            yield Text(f"{self.say('warning', text=printable(warning))}\n", style="bold red reverse")
        yield Text(f"{_code(standard)}  {printable(standard.statement)}", style="bold")
        reaches = [reach for kind in Kind if (reach := coverage.reach(standard, Scope(kind))) is not None]
        if not reaches:
            yield Text(f"\n{self.say('explain-not-compared')}")
        for reach in reaches:
            yield from self._kind(reach)
        yield from self._claims(standard)
        if suggestion is not None:
            yield Text(f"\n{self.say('heading-places')}", style="bold")
            yield from (Text(printable(sentence)) for sentence in places.in_words(suggestion, language))

    def say(self, sentence: str, **facts: Fact) -> str:
        """A sentence of the catalogue."""
        return say(sentence, facts, self._language)

    def _chance(self, probability: float) -> str:
        return chance(probability, self._language)

    def _kind(self, reach: Reach) -> Iterator[RenderableType]:
        """How far the documents of one kind teach a standard, with the best passages."""
        yield Text(f"\n{words.kind(reach.kind, self._language)}: {self._verdict(reach)}", style="bold")
        if not reach.links:
            unread = reach.strength is Strength.UNKNOWN
            yield Text(self.say("explain-unreadable") if unread else self.say("explain-nothing-near"))
        deciding = next((link for link in reach.links if link.passage.role.is_evidence), None)
        for link in reach.links:
            yield from (self._passage(link), self._waterfall(link))
            if rival := rival_of(link, self._links):
                yield from self._contrast(link, rival) if link is deciding else self._instead(link, rival)

    def _verdict(self, reach: Reach) -> str:
        if reach.without_documents:
            return self.say("explain-no-documents")
        strength = words.strength(reach.strength, self._language)
        if reach.probability is None:
            return strength
        best = self._chance(reach.probability)
        found = self.say("explain-found", strength=strength, chance=best, count=reach.supporting)
        if reach.verdict is None or reach.taught is None:
            return found
        taught = self._chance(reach.taught)
        return self.say("explain-verdict", verdict=str(reach.verdict), chance=taught, found=found)

    def _contrast(self, link: Link, rival: Link) -> Iterator[RenderableType]:
        """Why a passage is rather about the one than the other of two standards."""
        more, less = (link, rival) if link.probability >= rival.probability else (rival, link)
        facts = {"more": _code(more.standard), "less": _code(less.standard)}
        chances = {"likely": self._chance(more.probability), "unlikely": self._chance(less.probability)}
        yield Text(f"\n{self.say('explain-why-not', **facts, **chances)}", style="bold")
        yield Text(f"{_code(rival.standard)}  {_excerpt(rival.standard.statement)}")
        table = _sums()
        rows = differences(more, less)
        for first, second, difference in rows:
            form = words.SIGNALS.get(first.signal, ".2f")
            value = f"{second.value:{form}}"
            beside = self.say("explain-beside", code=_code(less.standard), value=value) if form else ""
            table.add_row(f"{difference:+.2f}", Text(f"{words.explain_signal(first, self._language)}{beside}"))
        total = sum(difference for _, _, difference in rows)
        times = f"{math.exp(min(total, _MAX_LOG_ODDS)):,.1f}"
        by = "rivals" if any(reason.signal == _RIVALS for reason in link.evidence) else "odds"
        ratio = self.say("explain-ratio", by=by, code=_code(more.standard), times=times)
        table.add_row(f"{total:+.2f}", Text(ratio, style="bold"))
        yield table

    def _instead(self, link: Link, rival: Link) -> Iterator[Text]:
        """One line for what a passage is more likely about; nothing where it is about the standard itself."""
        if rival.probability > link.probability:
            code, probability = _code(rival.standard), self._chance(rival.probability)
            about = self.say("explain-instead", code=code, chance=probability)
            yield Text(f"{about}: {_excerpt(rival.standard.statement)}")

    def _claims(self, standard: Standard) -> Iterator[Text]:
        """Where documents cite the standard, and how long a pacing guide has it taught."""
        claims = [claim for claim in self._coverage.alignment.claims if claim.standard == standard]
        if not claims:
            return
        yield Text(f"\n{self.say('explain-cited')}", style="bold")
        for claim in sorted(claims, key=lambda claim: claim.passage.order)[:_MAX_CLAIMS]:
            passage = claim.passage
            role = self.say("explain-role", role=str(passage.role))
            time = f", {self._time(passage.time)}" if passage.time else ""
            yield Text(f"{self._where(passage)} ({role}{time})")
        if len(claims) > _MAX_CLAIMS:
            yield Text(self.say("explain-more-places", count=len(claims) - _MAX_CLAIMS))

    def _time(self, time: InstructionalTime) -> str:
        unit, n = time.counted
        return self.say("explain-time", unit=unit, count=n, number=f"{n:g}")

    def _passage(self, link: Link) -> Text:
        passage = link.passage
        role = self.say("explain-role", role=str(passage.role))
        if not passage.role.is_evidence:
            role = self.say("explain-no-evidence", role=role)
        quoted = self.say("quoted", text=_excerpt(passage.text))
        return Text(f"\n{self._where(passage)} ({role})\n{quoted}")

    def _waterfall(self, link: Link) -> Table:
        """What each signal adds, and the log-odds that it comes to."""
        table = _sums()
        for reason in link.evidence:
            table.add_row(f"{reason.log_odds:+.2f}", Text(words.explain_signal(reason, self._language)))
        total = sum(reason.log_odds for reason in link.evidence)
        summed = self.say("explain-sum", chance=self._chance(link.probability))
        table.add_row(f"{total:+.2f}", Text(summed, style="bold"))
        return table

    def _where(self, passage: Passage) -> str:
        return f"{printable(passage.material.path)}: {printable(passage.place.in_language(self._language))}"


def _sums() -> Table:
    table = Table(box=None, show_header=False, pad_edge=True)
    table.add_column(justify="right")
    table.add_column()
    return table


def _code(standard: Standard) -> str:
    return printable(standard.code)


def _excerpt(text: str) -> str:
    return excerpt(printable(text), QUOTE)
