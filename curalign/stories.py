"""From a checked district and the stories in its folder to those that are near to its gaps."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curalign.domain.findings import Finding
from curalign.domain.grades import grade_spans
from curalign.domain.plans import Priorities
from curalign.domain.standards import Standard
from curalign.domain.stories import NO_STORIES, Fit, Match, Profile, Stories, Story
from curalign.domain.subjects import subject_of
from curalign.domain.vectors import READ_AT_ONCE
from curalign.embedding import DEFAULT, ENCODERS, VectorCache, embed, load_encoder, windows
from curalign.pipeline import Checked
from curalign.reading.stories import read_stories
from curalign.settings import Settings
from curalign.storage import VECTORS
from curalign.wording import Facts
from curalign.wording.text import excerpt

GAPS = ("U101", "U102", "U105", "U106", "P201", "P203")
"""The findings that stories are looked up for: what is not taught, or taught and without PD, or not certain."""
NEAR = 0.45
"""The least similarity at which a story is about a standard (decision 40)."""
MOST_STANDARDS = 3
LIKE_SIZE = 2.0
"""Two districts are of like size where the larger has at most so many times the pupils of the smaller."""
LIKE_POVERTY = 0.1
"""Two districts are alike where the shares of pupils in poverty differ by no more than this."""
_UNLIKE = 0.9
"""What a story's similarity is multiplied by for each thing in which its district is known to be unlike."""
_QUOTE = 400
_LEAST_WORDS = 8

Rows = NDArray[np.float32]


def find_stories(folder: Path, checked: Checked, settings: Settings, priorities: Priorities) -> Stories:
    """Find the stories of a district's folder that are near to its gaps.

    Nothing of it is part of a run: a story changes no verdict and is no passage.

    Args:
        folder: The district's folder, which may hold `stories/`.
        checked: What was checked of it, and is shown.
        settings: The district's enrolment and poverty, and how long a saved page may take to read.
        priorities: What is urgent; among its gaps those that pupils missed come first.

    Returns:
        The stories that are near, best first: by the similarity of a paragraph to a gap in a grade and subject of the
        story, a little lower where the story's district is known to be unlike this one.

    """
    stories, problems = read_stories(folder, settings.reading)
    gaps = _gaps(checked.findings, priorities)
    if not stories or not gaps:
        return Stories((), len(stories), problems) if stories or problems else NO_STORIES
    profile = Profile(settings.district.enrolment, settings.district.poverty)
    cache = VectorCache(checked.home / VECTORS)
    with cache:
        near = _Near(gaps, _encoder_name(settings), cache)
        found = [(near.best(story), story) for story in stories]
    urgent = {row.standard.id for row in priorities.rows[: len(priorities.rows) // 4]}
    codes = _codes_by_standard(checked.findings)
    matches = []
    for best, story in found:
        if best is None:
            continue
        fits = (*_fits(story, best.standards, codes, urgent), *_alike(story.profile, profile))
        score = best.similarity * _UNLIKE ** sum(fit.sentence.endswith("-unlike") for fit in fits)
        matches.append((-score, story.path, Match(story, best.standards, best.similarity, best.quote, fits)))
    matches.sort(key=lambda each: each[:2])
    return Stories(tuple(match for *_, match in matches), len(stories), problems)


def _encoder_name(settings: Settings) -> str:
    """The district's encoder where it is a shipped one: a report loads no model of a folder."""
    return settings.embedding.encoder if settings.embedding.encoder in ENCODERS else DEFAULT


def _gaps(findings: Sequence[Finding], priorities: Priorities) -> tuple[Standard, ...]:
    """The standards with a gap that nobody has decided about, the most urgent first."""
    ranks = {row.standard.id: row.rank for row in priorities.rows}
    found = {f.standard.id: f.standard for f in findings if f.standard and f.decision is None and f.code in GAPS}
    return tuple(sorted(found.values(), key=lambda s: (ranks.get(s.id, len(ranks) + 1), s.code)))


def _codes_by_standard(findings: Sequence[Finding]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for finding in findings:
        if finding.standard is not None and finding.decision is None:
            found.setdefault(finding.standard.id, set()).add(finding.code)
    return found


class _Near:
    """Gaps as vectors, to be compared with the paragraphs of stories."""

    def __init__(self, gaps: Sequence[Standard], encoder: str, cache: VectorCache) -> None:
        self._gaps, self._encoder, self._cache = gaps, load_encoder(encoder), cache
        statements = [windows(standard.meaning, READ_AT_ONCE)[0] for standard in gaps]
        self._rows: Rows = embed(statements, self._encoder, cache)

    def best(self, story: Story) -> Match | None:
        """The gaps that a story is nearest to; None where it is near to none of its grades and subjects."""
        fitting = [at for at, standard in enumerate(self._gaps) if _may_be_of(story, standard)]
        told = [text for text in story.paragraphs if len(text.split()) >= _LEAST_WORDS] or list(story.paragraphs)
        if not fitting:
            return None
        read = [windows(f"{story.title}. {text}", READ_AT_ONCE)[0] for text in told]
        similar = embed(read, self._encoder, self._cache) @ self._rows[fitting].T
        nearest = similar.max(axis=0)
        order = [at for at in np.argsort(-nearest, kind="stable")[:MOST_STANDARDS] if nearest[at] >= NEAR]
        if not order:
            return None
        quote = told[int(similar[:, order[0]].argmax())]
        standards = tuple(self._gaps[fitting[at]] for at in order)
        return Match(story, standards, round(float(nearest[order[0]]), 4), _sentences(quote))


def _sentences(text: str) -> str:
    """Whole sentences from the beginning of a text, as many as fit in a quotation; at least one, cut where it must."""
    whole = ""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        if len(whole) + len(sentence) > _QUOTE:
            break
        whole = f"{whole} {sentence}".strip()
    return whole or excerpt(text, _QUOTE)


def _may_be_of(story: Story, standard: Standard) -> bool:
    """Whether a story can be about a standard: it names no grade and subject, or that one."""
    if story.grades and standard.grades and not set(story.grades) & set(standard.grades):
        return False
    named = {subject_of(subject) for subject in story.subjects}
    return not named or not standard.subject or subject_of(standard.subject) in named


def _fits(story: Story, standards: Sequence[Standard], codes: dict[str, set[str]], urgent: set[str]) -> tuple[Fit, ...]:
    """Why a story is shown: its grades, and what kind of gap it is near to."""
    fits = [Fit(sentence="story-fit-grades", facts=Facts(grades=grade_spans(story.grades)))] if story.grades else []
    found = set().union(*(codes.get(standard.id, set()) for standard in standards))
    if found & {"U101", "U102", "U105", "U106"}:
        fits.append(Fit(sentence="story-fit-lessons"))
    if found & {"P201", "P203"}:
        fits.append(Fit(sentence="story-fit-training"))
    if any(standard.id in urgent for standard in standards):
        fits.append(Fit(sentence="story-fit-results"))
    return tuple(fits)


def _alike(theirs: Profile, ours: Profile) -> tuple[Fit, ...]:
    """In what a story's district is like this one and in what not, as far as both are known."""
    fits = []
    if theirs.enrolment and ours.enrolment:
        times = math.exp(abs(math.log(theirs.enrolment / ours.enrolment)))
        size = Facts(theirs=theirs.enrolment, ours=ours.enrolment)
        fits.append(Fit(sentence="story-size-like" if times <= LIKE_SIZE else "story-size-unlike", facts=size))
    if theirs.poverty is not None and ours.poverty is not None:
        like = abs(theirs.poverty - ours.poverty) <= LIKE_POVERTY
        shares = Facts(theirs=round(100 * theirs.poverty), ours=round(100 * ours.poverty))
        fits.append(Fit(sentence="story-poverty-like" if like else "story-poverty-unlike", facts=shares))
    return tuple(fits)
