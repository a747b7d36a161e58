"""What rules keep of a document's words, and how near a passage comes."""

from __future__ import annotations

from curalign.domain.coverage import Reach
from curalign.domain.links import Link, Thresholds
from curalign.domain.materials import Passage
from curalign.domain.standards import Standard
from curalign.finding.evidence import MIN_WORDS, near_links, nearest_link
from curalign.finding.missing import missing_parts
from curalign.language import words_in
from curalign.wording import Facts
from curalign.wording.text import excerpt

MAX_FACT_LENGTH = 400
"""The most characters of a text among a finding's facts: sentences quote fewer, and the run has all of it."""

MAX_MORE = 2
"""The most passages, codes or parts that a sentence names beside the first."""


def truncate(text: str) -> str:
    """As much of a text as a fact holds."""
    return excerpt(text, MAX_FACT_LENGTH)


def statement_of(standard: Standard) -> str:
    """A standard's statement, or its code where it has none."""
    return truncate(standard.statement or standard.code)


def quoted(passage: Passage) -> str:
    """A passage as people are shown it: one of a few words under its heading, which says what it is about."""
    return truncate(passage.text if len(words_in(passage.text)) >= MIN_WORDS else passage.context)


def how_near(reach: Reach, thresholds: Thresholds) -> Facts:
    """How near the nearest passage of a standard that is not reached comes: none, close, away or far.

    Its probability is that of the standard's being reached at all where somebody calibrated (`scale` is standard), else
    its own beside the one that would count (passage).
    """
    link = nearest_link(reach)
    if link is None:
        return Facts(nearness="none")
    share = link.probability / thresholds.partial
    calibrated = reach.taught is not None
    return Facts(
        nearness="close" if share >= 0.75 else "away" if share >= 0.4 else "far",
        scale="standard" if calibrated else "passage",
        passage=quoted(link.passage),
        probability=reach.taught if reach.taught is not None else link.probability,
        needed=thresholds.partial,
    )


def what_decides(reach: Reach) -> Facts:
    """What a person reads to decide: the nearest passage, what it is more about, and where others stand.

    `nearness` is none where no passage comes near, else some.
    """
    near, alone = near_links(reach), Facts(verdict=str(reach.verdict or ""), probability=reach.taught or 0.0)
    if not near:
        return Facts(alone, nearness="none")
    first, *others = near
    return Facts(
        alone,
        nearness="some",
        passage=quoted(first.passage),
        instead=() if first.instead is None else (truncate(first.instead.code),),
        also=list(dict.fromkeys(_where(link) for link in others))[:MAX_MORE],
    )


def _where(link: Link) -> str:
    """A passage's place in a few words: its file's name, and the innermost heading or else the spot."""
    passage = link.passage
    inside = passage.headings[-1] if passage.headings else str(passage.place.spot)
    return truncate(", ".join(part for part in (passage.material.path.rpartition("/")[2], inside) if part))


def not_mentioned(reach: Reach) -> tuple[str, ...]:
    """The parts of a standard that no passage near it mentions, where they mention others; at most two."""
    texts = [" ".join((*link.passage.headings, link.passage.text)) for link in near_links(reach)]
    return tuple(truncate(part) for part in missing_parts(reach.standard.statement, texts)[:MAX_MORE])
