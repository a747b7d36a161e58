"""P201 to P203: whether professional development (PD) supports what is taught. Without PD, none says anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.findings import Severity
from curalign.domain.materials import Kind, Material
from curalign.domain.measurement import Measurement
from curalign.domain.scopes import PD, UNITS
from curalign.domain.standards import Standard
from curalign.domain.verdicts import VERY_SURE
from curalign.finding.certainty import chance_of_both, is_surely_missing, is_taught, is_to_check
from curalign.finding.evidence import best_in_documents, near_links, nearest_link, shares_of_documents, taught
from curalign.finding.quoting import how_near, not_mentioned, statement_of, truncate, what_decides
from curalign.finding.rule import Rule, Sighting
from curalign.wording import Facts

OF_ONE = 0.1
OF_ALL = 0.5
"""A document is idle only where less than a tenth of its words are about any one standard that may be taught and less
than half about all of them together. Of 27 PD documents of three districts whose truth is known, the 20 that support
something have .13 and .67 at least, the general sessions (safety, wellness, grading software) .07 and .43 at most. What
lists other sessions (a catalogue, a sign-in sheet) lies between: it is not accused, see `NAMED` and
`MIN_IDLE_WORDS`."""
NAMED = 3
"""A document that cites so many standards which may be taught says that it supports some."""
MIN_IDLE_WORDS = 100
"""Words from which a document has enough text to be called idle."""


def find_unsupported(measured: Measurement) -> Iterator[Sighting]:
    """Standards that units teach and PD surely does not support, each with the PD passage that comes nearest."""
    coverage = measured.coverage
    for unit, pd in _taught_beside_pd(coverage):
        if is_surely_missing(pd):
            near = how_near(pd, coverage.alignment.thresholds)
            facts = Facts(near, statement=statement_of(pd.standard))
            yield Sighting.near(nearest_link(pd), facts, pd.standard, chance_of_both(unit, pd))


def find_unsure(measured: Measurement) -> Iterator[Sighting]:
    """Standards that units teach and that a person has to look at: it is not sure enough whether PD supports them."""
    for unit, pd in _taught_beside_pd(measured.coverage):
        if is_to_check(pd):
            near = near_links(pd)
            facts = Facts(what_decides(pd), statement=statement_of(pd.standard), missing=not_mentioned(pd))
            yield Sighting.near(near[0] if near else None, facts, pd.standard, chance_of_both(unit, pd))


def _taught_beside_pd(coverage: Coverage) -> Iterator[tuple[Reach, Reach]]:
    for unit in taught(coverage):
        pd = coverage.reach(unit.standard, PD)
        if pd is not None:
            yield unit, pd


def find_idle_pd(measured: Measurement) -> Iterator[Sighting]:
    """PD documents that surely support nothing that may be taught, parents and practices among it.

    Where nobody calibrated, those none of whose passages is full for anything taught: of all the pairs of a document
    some are partial by chance. What is taught counts here also where the district does not answer for it. Silent where
    nothing is taught at all: then the fault is not the PD's.
    """
    coverage = measured.coverage
    alignment = coverage.alignment
    documents = [m for m in alignment.materials if m.kind is Kind.PD and m.path not in alignment.unjudged]
    if not taught(coverage, coverage.framework):
        return
    if dict(alignment.calibrations).get(Kind.PD) is None:
        yield from _without_full(coverage, documents)
    else:
        yield from _about_little(coverage, documents)


def _without_full(coverage: Coverage, documents: list[Material]) -> Iterator[Sighting]:
    alignment, full = coverage.alignment, coverage.alignment.thresholds.full
    standards = {reach.standard.id: reach.standard for reach in taught(coverage, coverage.framework)}
    best = best_in_documents(alignment.links, [(m.path, id_) for m in documents for id_ in standards])
    for material in documents:
        probability, code = max((best[material.path, s.id], s.code) for s in standards.values())
        if probability < full:
            facts = Facts(_named(material), nearest=truncate(code), probability=probability, needed=full)
            yield Sighting(facts, file=material.path)


def _about_little(coverage: Coverage, documents: list[Material]) -> Iterator[Sighting]:
    standards = [standard for standard in coverage.framework if _may_be_taught(coverage, standard)]
    words, shares = shares_of_documents(coverage.alignment, documents, standards)
    named = _named_in(coverage, standards)
    for material, count, share in zip(documents, words, shares, strict=True):
        if named[material.path] < NAMED and count >= MIN_IDLE_WORDS and share.max() < OF_ONE and share.sum() < OF_ALL:
            facts = Facts(
                _named(material), nearest=truncate(standards[int(np.argmax(share))].code), share=float(share.max())
            )
            yield Sighting(facts, file=material.path, sentence="P202-about-little")


def _named_in(coverage: Coverage, standards: list[Standard]) -> Counter[str]:
    """How many of these standards each document (by path) cites."""
    wanted = {standard.id for standard in standards}
    claims = coverage.alignment.claims
    cited = {(c.passage.material.path, c.standard.id) for c in claims if c.standard and c.standard.id in wanted}
    return Counter(path for path, _ in cited)


def _may_be_taught(coverage: Coverage, standard: Standard) -> bool:
    reach = coverage.reach(standard, UNITS)
    if reach is None:
        return False
    return is_taught(reach) if reach.taught is None else reach.taught > 1 - VERY_SURE


def _named(material: Material) -> Facts:
    return Facts(document=truncate(material.title or material.path))


RULES = (
    Rule("P201", Severity.WARNING, find_unsupported, gap=Kind.PD),
    Rule("P202", Severity.NOTE, find_idle_pd),
    Rule("P203", Severity.WARNING, find_unsure, gap=Kind.PD),
)
