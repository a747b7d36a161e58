"""Emphasis: how often lessons teach a standard, beside the other standards of their grade.

An encoder that learns which of a batch's statements belongs to a text learns how much more likely the pair is than
chance (pointwise mutual information; van den Oord et al. 2018, section 2.3). How often a standard is taught at all is
what it leaves out, and the logarithm of that is what has to be added again (Yi et al. 2019; Menon et al. 2021).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from curalign.domain.codes import plain
from curalign.domain.links import Candidates
from curalign.domain.standards import Standard
from curalign.domain.subjects import subject_of

SIGNAL = "emphasis"

Emphasis = Mapping[str, Mapping[str, float]]
"""For a subject, by the name that `subject_of` gives it, and a bare code: the natural logarithm of how many times as
often the standard is taught as its grade's standards on average."""


def with_emphasis(candidates: Candidates, emphasis: Emphasis) -> Candidates:
    """The same pairs, and what is known of their standards; 0, which says nothing, of one that is not known."""
    known = np.array([_of(standard, emphasis) for standard in candidates.standards], np.float32)
    return replace(candidates, signals={**candidates.signals, SIGNAL: known[candidates.standard]})


def _of(standard: Standard, emphasis: Emphasis) -> float:
    codes = emphasis.get(subject_of(standard.subject), {}) if standard.subject else {}
    return next((codes[key] for name in (standard.code, *standard.aliases) if (key := plain(name)) in codes), 0.0)
