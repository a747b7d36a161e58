"""Findings meet what people decided about them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from curalign.domain.coverage import Coverage
from curalign.domain.decisions import Decision, Verdict
from curalign.domain.findings import Finding
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework
from curalign.domain.wording import excerpt
from curalign.finding.files import UNJUDGED
from curalign.finding.rule import Sighting

_DOINGS = {Verdict.DEFERRED: "to defer this", Verdict.WRONG: "that this is wrong"}


@dataclass(frozen=True, slots=True)
class _Scope:
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
    scopes = [_Scope(decision, _ids_below(coverage.alignment.framework, decision.standard)) for decision in decisions]
    used: set[int] = set()
    for finding in found:
        ours = [at for at, scope in enumerate(scopes) if scope.covers(finding)]
        used.update(ours)
        yield _decided(finding, [decisions[at] for at in ours], today)
    for at, scope in enumerate(scopes):
        if at not in used and (message := _why_idle(scope, coverage)):
            yield UNJUDGED.finding(Sighting(message))


def _decided(finding: Finding, decisions: Sequence[Decision], today: date) -> Finding:
    holding = next((decision for decision in decisions if decision.holds(today)), None)
    if holding or not decisions:
        return replace(finding, decision=holding)
    last = max(decisions, key=lambda decision: str(decision.expires))
    said = f"The decision of {excerpt(last.owner, 40)} {_DOINGS[last.verdict]} expired on {last.expires}."
    return replace(finding, message=f"{finding.message} {said}")


def _ids_below(framework: Framework, code: str) -> frozenset[str]:
    """The ids of the standards with this code (two frameworks may share it) and of all that stand below them."""
    if code not in framework:
        return frozenset()
    named = framework[code]
    top = {standard.id for standard in framework if standard.code == named.code}
    return frozenset(s.id for s in framework if not top.isdisjoint((s.id, *(a.id for a in framework.ancestors(s)))))


def _why_idle(scope: _Scope, coverage: Coverage) -> str | None:
    """Why a decision covers nothing, in one sentence; None where that cannot be known today."""
    decision = scope.decision
    head = f"The decision for {excerpt(decision.subject, 80)} ({decision.verdict}, {excerpt(decision.owner, 40)})"
    if decision.standard and not scope.about:
        codes = [standard.code for standard in coverage.alignment.framework]
        return f"{head} names no standard that was checked; {_near(decision.standard, codes)} in curalign.toml."
    if decision.file and decision.file not in (files := _files(coverage)):
        return f"{head} names no file that was checked; {_near(decision.file, sorted(files))} in curalign.toml."
    if decision.standard and not _is_judged(scope.about, coverage):
        return None
    return f"{head} is no longer needed, because nothing is found there any more; take it out of curalign.toml."


def _is_judged(about: frozenset[str], coverage: Coverage) -> bool:
    """Whether these standards were looked at, all of them: of a grade left out, nothing could be found."""
    ours = [standard for standard in coverage.standards if standard.id in about]
    reaches = [coverage.reach(standard, kind) for standard in ours for kind in Kind]
    return bool(ours) and all(reach is None or reach.strength is not Strength.UNKNOWN for reach in reaches)


def _files(coverage: Coverage) -> set[str]:
    alignment = coverage.alignment
    problems = (*alignment.problems, *alignment.framework.problems)
    return {material.path for material in alignment.materials} | {p.file for p in problems if p.file}


def _near(name: str, known: Sequence[str]) -> str:
    """How to mend a name: the nearest ones, where there are such."""
    found = difflib.get_close_matches(name, known, n=3)
    return f"did you mean {', '.join(excerpt(one, 80) for one in found)}? Mend it" if found else "mend it"
