"""A person's decision overrules the measurement: a standard whose finding was marked wrong counts as taught."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from curalign.covering.rollup import find_offspring, leaves_of, roll_up_strength
from curalign.domain.coverage import Coverage, Reach
from curalign.domain.decisions import Decision, Resolution
from curalign.domain.findings import Finding
from curalign.domain.links import Strength
from curalign.domain.scopes import PD, UNITS, Scope
from curalign.domain.verdicts import Verdict

SAYS_TAUGHT: dict[str, Scope] = {
    "U101": UNITS,
    "U102": UNITS,
    "U103": UNITS,
    "U106": UNITS,
    "P201": PD,
    "P203": PD,
}
"""The findings that say that something is missing, and of which documents: where one is wrong, nothing is.

Of the others nobody can tell what is true instead: a standard that is not `taught but not claimed` may be claimed, or
not taught."""


def overrule(coverage: Coverage, findings: Iterable[Finding]) -> Coverage:
    """The coverage as it is by the word of those who marked findings as wrong; a deferred one changes nothing.

    Args:
        coverage: As it was measured.
        findings: What was found in it, with what was decided of each; decisions that hold no more are not among them.

    Returns:
        The same coverage, in which a standard that a wrong finding calls missing is full and taught, with the
        decision beside it, and its parents are what their children make of them. The probability and the links of its
        best passages stay as they were measured. Schools have no findings of their own, and keep what was measured.

    """
    words = _overruling_decisions(findings)
    if not words:
        return coverage
    reaches = [_overruled(reach, words.get((reach.standard.id, reach.scope))) for reach in coverage.reaches]
    return replace(coverage, reaches=tuple(roll_up_words(coverage, reaches)))


def _overruling_decisions(findings: Iterable[Finding]) -> dict[tuple[str, Scope], Decision]:
    """The first word on each standard, by its id and what was measured."""
    words: dict[tuple[str, Scope], Decision] = {}
    for finding in findings:
        decision, scope = finding.decision, SAYS_TAUGHT.get(finding.code)
        if finding.standard is not None and scope is not None and decision and decision.verdict is Resolution.WRONG:
            words.setdefault((finding.standard.id, scope), decision)
    return words


def _overruled(reach: Reach, decision: Decision | None) -> Reach:
    if decision is None or reach.strength is Strength.FULL:
        return reach
    if reach.verdict is None:  # nobody calibrated, so there is no probability to stand beside
        return replace(reach, strength=Strength.FULL, decided=decision)
    return replace(reach, strength=Strength.FULL, taught=1.0, verdict=Verdict.TAUGHT, decided=decision)


def roll_up_words(coverage: Coverage, reaches: list[Reach]) -> Iterable[Reach]:
    """The reaches, with the district's parents above what people overruled, by a decision or by a review."""
    offspring = find_offspring(coverage.framework, coverage.standards)
    known = {(reach.standard.id, reach.scope): reach for reach in reaches}
    for reach in reaches:
        leaves = leaves_of(reach.standard, offspring)
        below = [known[leaf.id, reach.scope] for leaf in leaves if (leaf.id, reach.scope) in known]
        said = [leaf for leaf in below if leaf.decided is not None or leaf.reviewed is not None]
        if not said:
            yield reach
            continue
        strengths = [leaf.strength for leaf in below]
        by_word = sum(leaf.strength is not Strength.NONE for leaf in said)
        all_untaught = len(said) == len(below) and not by_word  # then what supports the parent was overruled too
        supporting = 0 if all_untaught else reach.supporting + by_word
        yield replace(reach, strength=roll_up_strength(supporting, strengths))
