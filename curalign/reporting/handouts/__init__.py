"""View -> hand-outs: what those who decide need, in a page or two, as a page, a Word document or a PDF."""

from __future__ import annotations

from collections.abc import Callable

from curalign.reporting.handouts.deciders import for_administrators, for_board, for_union
from curalign.reporting.handouts.discussing import discuss, gaps_of
from curalign.reporting.handouts.families import for_community, for_parents
from curalign.reporting.handouts.pages import to_page
from curalign.reporting.handouts.printing import find_browser, to_pdf
from curalign.reporting.handouts.telling import Teller
from curalign.reporting.handouts.units import for_teachers, per_school, per_unit
from curalign.reporting.handouts.values import Handout
from curalign.reporting.handouts.word import to_word

AUDIENCES: dict[str, Callable[[Teller], Handout]] = {
    "board": for_board,
    "administrators": for_administrators,
    "teachers": for_teachers,
    "union": for_union,
    "parents": for_parents,
    "community": for_community,
}
"""The roles of "Beyond Islands of Excellence" (Learning First Alliance, 2003), each with what it can decide."""

__all__ = [
    "AUDIENCES",
    "Handout",
    "Teller",
    "discuss",
    "find_browser",
    "gaps_of",
    "per_school",
    "per_unit",
    "to_page",
    "to_pdf",
    "to_word",
]
