"""PlanView -> what a terminal shows: what to hold and why, what is forgone, what more would buy, how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from curalign.reporting.terminal.priorities import show_priorities
from curalign.reporting.view.plan import PlanView
from curalign.wording import say

_FORGONE = 12


def plan_to_terminal(view: PlanView) -> RenderableType:
    """Show a plan in words and numbers, without colours that mean anything by themselves.

    Args:
        view: What is shown.

    Returns:
        Something that a console of rich prints.

    """
    steps = _lines(say("plan-steps", language=view.language), view.steps)
    parts = (_chosen(view), _forgone(view), steps, _priorities(view), _sure(view))
    return Group(Text(view.title, style="bold"), *map(Text, view.summary), *(line for part in parts for line in part))


def _chosen(view: PlanView) -> Iterator[RenderableType]:
    if not view.sessions:
        return
    yield _heading(say("plan-chosen", language=view.language))
    for session in view.sessions:
        yield _indented(Text.assemble((session.title, "bold"), f" ({session.about})"))
        yield _indented(Text(session.worth if session.gaps else session.empty), 4)
        for gap in session.gaps:
            yield _indented(Text(f"{gap.line} {gap.warning}".rstrip()), 4)


def _forgone(view: PlanView) -> Iterator[RenderableType]:
    yield _heading(say("plan-forgone", language=view.language))
    if not view.forgone:
        yield _indented(Text(say("plan-forgone-none", language=view.language)))
    for session in view.forgone[:_FORGONE]:
        covers = f" [{', '.join(session.covers)}]" if session.covers else ""
        yield _indented(Text.assemble((session.title, "bold"), f": {session.line}{covers}"))
    if len(view.forgone) > _FORGONE:
        yield _indented(Text(say("more-left", {"count": len(view.forgone) - _FORGONE}, view.language)))


def _priorities(view: PlanView) -> Iterator[RenderableType]:
    if view.priorities is not None:
        yield from show_priorities(view.priorities, limit=10)
        still_open = [f"{row.code}: {row.why}" for row in view.remaining[:5]]
        yield from _lines(say("plan-remaining", language=view.language), still_open)


def _sure(view: PlanView) -> Iterator[RenderableType]:
    yield from _lines(say("plan-how-sure", language=view.language), (*view.sure, *view.notes))


def _lines(title: str, sentences: Iterable[str]) -> Iterator[RenderableType]:
    lines = tuple(sentences)
    if lines:
        yield _heading(title)
        yield from (_indented(Text(line)) for line in lines)


def _heading(title: str) -> Text:
    return Text(f"\n{title}", style="bold")


def _indented(text: Text, by: int = 2) -> Padding:
    """Set in from the left, and as wide as it is: a pipe wants no blanks at the ends of lines."""
    return Padding(text, (0, 0, 0, by), expand=False)
