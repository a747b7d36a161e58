"""The pages of a review, as HTML: what a reviewer is asked, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from curalign.domain.questionnaire import CHOICES
from curalign.domain.reviews import Answer, Reviews, Round
from curalign.reporting.view.plain import printable
from curalign.reporting.view.templates import open_templates
from curalign.reviewing import results
from curalign.reviewing.session import Item, ReviewSession, seconds_left
from curalign.reviewing.words import text
from curalign.wording import say
from curalign.wording.text import excerpt

PAGES = ("", "guide", "learn", "number", "doubts", "discuss", "results", "log", "reply")
"""Every page by the last part of its address; the first is where one says one's name."""

KEYS = {Answer.YES: "y", Answer.PARTLY: "p", Answer.NO: "n", Answer.CANNOT_TELL: "c"}
_CONTEXT = 400
"""Characters that are shown of what stands before and after a passage."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks for a page ("" before they said their name), what its forms carry, and what was done just now."""

    reviewer: str
    form: str
    done: str = ""


class Pages:
    """Renders the pages of one review in one language. What documents say is escaped, and made printable before."""

    def __init__(self, session: ReviewSession, language: str) -> None:
        self._session, self._language = session, language
        environment = open_templates("curalign.reviewing")
        environment.filters.update(shown=printable, cut=lambda value: excerpt(printable(value), _CONTEXT))
        environment.globals.update(
            t=partial(text, language),
            answers=tuple(KEYS.items()),
            choices=CHOICES,
            role_name=lambda role: say(f"page-role-{role}", language=language),
            language=language,
            district=session.district,
            blind=session.settings.blind,
            readers=session.settings.readers,
        )
        self._templates = environment

    def render(self, name: str, visit: Visit) -> str:
        """One of `PAGES` for a visitor."""
        session = self._session
        reviews = session.read()
        if name == "number":
            reviews = session.draw(reviews)
        makers: dict[str, Callable[[Reviews, Visit], dict[str, Any]]] = {
            "learn": self._learn,
            "number": self._queue_of_numbers,
            "doubts": self._queue_of_doubts,
            "discuss": self._discuss,
            "results": self._results,
            "log": self._log,
            "reply": self._reply,
        }
        more = makers[name](reviews, visit) if name in makers else {}
        template = "item" if name in ("learn", "number", "doubts", "discuss") else name or "home"
        return self._templates.get_template(f"{template}.html.j2").render(
            page=name,
            visit=visit,
            count=session.count(reviews),
            known=reviews.reviewers,
            **self._open(reviews, visit),
            **more,
        )

    def _open(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:
        """How much there is to do in each queue."""
        if not visit.reviewer:
            return {"todo": {}}
        session, who = self._session, visit.reviewer
        queues = {
            "learn": (session.lessons, Round.CALIBRATION),
            "number": (session.numbers(reviews), Round.ALONE),
            "doubts": (session.doubts, Round.ALONE),
        }
        todo = {name: len(session.open_items(items, reviews, who, r)) for name, (items, r) in queues.items()}
        return {"todo": todo | {"discuss": sum(1 for _ in session.disputed(reviews, who))}}

    def _learn(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:
        found = results.learnt(self._session, reviews, visit.reviewer)
        shown = [(item, given, self._session.machine(item)) for item, given in found]
        return self._queue(self._session.lessons, reviews, visit, Round.CALIBRATION) | {"learnt": shown}

    def _queue_of_numbers(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:
        return self._queue(self._session.numbers(reviews), reviews, visit, Round.ALONE)

    def _queue_of_doubts(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:
        return self._queue(self._session.doubts, reviews, visit, Round.ALONE)

    def _queue(self, items: tuple[Item, ...], reviews: Reviews, visit: Visit, round_: Round) -> dict[str, Any]:
        """The next item of a queue, how far it is, and what others and the machine say where that may be seen."""
        left = self._session.open_items(items, reviews, visit.reviewer, round_)
        item = left[0] if left else None
        seen: dict[str, Any] = {"others": (), "machine": None}
        if item is not None and self._session.may_see(reviews, visit.reviewer, item.subject):
            ballot = reviews.ballots.get(item.subject)
            seen = {"others": ballot.final if ballot else (), "machine": self._session.machine(item)}
        minutes = -(-seconds_left(reviews, visit.reviewer, len(left)) // 60)
        return {"item": item, "left": len(left), "total": len(items), "minutes": minutes, "learnt": (), **seen}

    def _discuss(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:
        disputed = list(self._session.disputed(reviews, visit.reviewer))
        item, ballot = disputed[0] if disputed else (None, None)
        machine = None if item is None else self._session.machine(item)
        return {
            "item": item,
            "left": len(disputed),
            "total": len(disputed),
            "minutes": len(disputed),
            "learnt": (),
            "others": ballot.final if ballot else (),
            "machine": machine,
        }

    def _results(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:  # noqa: ARG002  # every page takes the same
        together, pairs = results.agreements(self._session, reviews)
        return {
            "concluded": results.conclude(reviews, self._session.settings.readers),
            "together": together,
            "pairs": pairs,
        }

    def _log(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:
        lines = results.decisions(self._session, reviews, visit.reviewer)
        return {"lines": [(line, self._session.proposed(line.item.subject)) for line in lines]}

    def _reply(self, reviews: Reviews, visit: Visit) -> dict[str, Any]:
        return {"lines": results.to_reply(self._session, reviews, visit.reviewer)}
