"""What several sheets say the same way: strengths and verdicts with their colours, decisions, kinds."""

from __future__ import annotations

from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.sheets.cells import Marked
from curalign.reporting.view import ShownFinding, Support, words

QUOTE = 200
"""Characters of a quoted passage that a cell of a wide table shows; the page has more, the run all of it."""
_COLOUR = {
    Verdict.TAUGHT: Strength.FULL,
    Verdict.NOT_TAUGHT: Strength.NONE,
    Verdict.CANNOT_TELL: Strength.UNKNOWN,
    Verdict.NO_DOCUMENTS: Strength.UNKNOWN,
}


def mark(strength: Strength, language: str) -> Marked:
    """A strength in words and in its colour."""
    return Marked(words.strength(strength, language), strength)


def mark_verdict(support: Support, kind: Kind, language: str) -> Marked | None:
    """A verdict in words and in a colour; None where there is none."""
    if support.verdict is None:
        return None
    return Marked(words.judged(support.verdict, kind, language), _COLOUR[support.verdict])


def decided(on: Support | ShownFinding, language: str) -> str | None:
    """What a person decided, in one line."""
    return None if on.decision is None else words.explain_decision(on.decision, language)
