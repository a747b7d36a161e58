"""What rules keep of a document's words, and how near a passage comes."""

from __future__ import annotations

from curalign.domain.links import Link, Thresholds
from curalign.domain.standards import Standard
from curalign.wording import Facts
from curalign.wording.text import excerpt

MOST = 400
"""The most characters of a text among a finding's facts: sentences quote fewer, and the run has all of it."""


def kept(text: str) -> str:
    """As much of a text as a fact holds."""
    return excerpt(text, MOST)


def statement_of(standard: Standard) -> str:
    """A standard's statement, or its code where it has none."""
    return kept(standard.statement or standard.code)


def how_near(link: Link | None, thresholds: Thresholds) -> Facts:
    """How near a link below the partial threshold comes to counting: none, close, away or far."""
    if link is None:
        return Facts(nearness="none")
    share = link.probability / thresholds.partial
    return Facts(
        nearness="close" if share >= 0.75 else "away" if share >= 0.4 else "far",
        passage=kept(link.passage.text),
        probability=link.probability,
        needed=thresholds.partial,
    )
