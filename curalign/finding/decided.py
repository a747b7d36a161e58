"""Findings meet what people decided about them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision
from curalign.domain.findings import Finding
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.scopes import Scope
from curalign.domain.standards import Framework
from curalign.finding.files import UNJUDGED
from curalign.finding.quoting import truncate
from curalign.finding.rule import Sighting
from curalign.wording import Facts
from curalign.wording.text import excerpt


@dataclass(frozen=True, slots=True)
class _DecisionScope:
    """A decision with the ids of the standards that it speaks of: none where no framework has its code."""

    decision: Decision
    about: frozenset[str]

    def covers(self, finding: Finding) -> bool:
        decision = self.decision
        if decision.codes and finding.code not in decision.codes:
            return False
        if decision.file and finding.file != decision.file:
            return False
        if decision.standard:
            return finding.standard is not None and finding.standard.id in self.about
        # A standard's nearest passage may lie in a file that someone wrote off: that gap stays open.
        return bool(decision.codes) or finding.standard is None


def apply_decisions(
    found: Sequence[Finding], decisions: Sequence[Decision], coverage: Coverage, today: date
) -> Iterator[Finding]:
    """The findings, each with the first decision that covers it, then a note for each decision that covers none.

    A decision that expired before `today` covers nothing any more, and its findings say so.
    """
    scopes = [
        _DecisionScope(decision, _ids_below(coverage.alignment.framework, decision.standard)) for decision in decisions
    ]
    used: set[int] = set()
    for finding in found:
        relevant = [at for at, scope in enumerate(scopes) if scope.covers(finding)]
        used.update(relevant)
        yield _decided(finding, [decisions[at] for at in relevant], today)
    for at, scope in enumerate(scopes):
        if at not in used and (seen := _why_idle(scope, coverage)):
            yield UNJUDGED.finding(seen)


def _decided(finding: Finding, decisions: Sequence[Decision], today: date) -> Finding:
    holding = next((decision for decision in decisions if decision.holds(today)), None)
    if holding or not decisions:
        return replace(finding, decision=holding)
    return replace(finding, expired=max(decisions, key=lambda decision: str(decision.expires)))


def _ids_below(framework: Framework, code: str) -> frozenset[str]:
    """The ids of the standards with this code (two frameworks may share it) and of all that stand below them."""
    if code not in framework:
        return frozenset()
    named = framework[code]
    top = {standard.id for standard in framework if standard.code == named.code}
    return frozenset(s.id for s in framework if not top.isdisjoint((s.id, *(a.id for a in framework.ancestors(s)))))


def _why_idle(scope: _DecisionScope, coverage: Coverage) -> Sighting | None:
    """Why a decision covers nothing; None where that cannot be known today."""
    decision = scope.decision
    if decision.standard and not scope.about:
        codes = [standard.code for standard in coverage.alignment.framework]
        return _idle(decision, "names-no-standard", near=_near(decision.standard, codes))
    if decision.file and decision.file not in (files := _files(coverage)):
        return _idle(decision, "names-no-file", near=_near(decision.file, sorted(files)))
    if decision.standard and not _is_judged(scope.about, coverage):
        return None
    return _idle(decision, "not-needed")


def _idle(decision: Decision, why: str, **more: tuple[str, ...]) -> Sighting:
    about = {name: truncate(str(fact)) for name, fact in decision.facts.items()}
    return Sighting(Facts(about, **more), sentence=f"F303-decision-{why}")


def _is_judged(about: frozenset[str], coverage: Coverage) -> bool:
    """Whether these standards were looked at, all of them: of a grade left out, nothing could be found."""
    relevant = [standard for standard in coverage.standards if standard.id in about]
    reaches = [coverage.reach(standard, Scope(kind)) for standard in relevant for kind in Kind]
    return bool(relevant) and all(reach is None or reach.strength is not Strength.UNKNOWN for reach in reaches)


def _files(coverage: Coverage) -> set[str]:
    alignment = coverage.alignment
    problems = (*alignment.problems, *alignment.framework.problems)
    return {material.path for material in alignment.materials} | {p.file for p in problems if p.file}


def _near(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names that were perhaps meant."""
    return tuple(excerpt(one, 80) for one in difflib.get_close_matches(name, known, n=3))
