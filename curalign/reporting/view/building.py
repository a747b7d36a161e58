"""Coverage and findings -> View."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.decisions import Decision
from curalign.domain.findings import Finding, in_reading_order
from curalign.domain.grades import GRADES
from curalign.domain.links import Alignment, MadeWith, Strength
from curalign.domain.materials import Kind, Material
from curalign.domain.plans import NO_PRIORITIES, Priorities
from curalign.domain.scopes import Scope
from curalign.domain.scores import Taught
from curalign.domain.standards import Standard
from curalign.domain.stories import Stories
from curalign.domain.subjects import subject_of
from curalign.domain.verdicts import Calibration
from curalign.metrics import count_by_answers, count_taught
from curalign.reporting.view import places
from curalign.reporting.view.citing import Addresses, Citations
from curalign.reporting.view.comparison import ComparisonView
from curalign.reporting.view.later import Later
from curalign.reporting.view.plain import as_printable
from curalign.reporting.view.priorities import list_priorities
from curalign.reporting.view.stories import list_stories
from curalign.reporting.view.strands import name_strands
from curalign.reporting.view.values import (
    Document,
    Group,
    ShownBaseline,
    ShownFinding,
    StandardRow,
    Support,
    Unjudged,
    View,
)
from curalign.wording import ENGLISH, Facts, say

_RANK = {strength: rank for rank, strength in enumerate(Strength)}
_ORDER = {kind: at for at, kind in enumerate(Kind)}


def build_view(
    coverage: Coverage,
    findings: Sequence[Finding],
    *,
    district: str,
    run: str,
    way: str | None = "",
    language: str = ENGLISH,
    supposed: ComparisonView | None = None,
    baseline: ShownBaseline | None = None,
    priorities: Priorities = NO_PRIORITIES,
) -> View:
    """Everything that a reader is shown, in a fixed order.

    Args:
        coverage: how far the district reaches each standard, narrowed where only a part is to be shown.
        findings: what was found, in any order; of a narrowed coverage, what is to be shown of that.
        district: its name.
        run: the run's id.
        way: leads from the report to the district's folder, as `way_to` gives it; without one no document has an
            address.
        language: the language that reports are to speak, one of `curalign.wording.LANGUAGES`.
        supposed: what would change, where the coverage is of the folder as it would be: every report warns of it.
        baseline: what findings are known from, where they were compared with an earlier check.
        priorities: what is most urgent in the whole district, where it has results.

    Returns:
        What every report renders.

    """
    alignment, shown = coverage.alignment, coverage.shown
    links, groups = Addresses(way, alignment), Groups(dict(alignment.calibrations))
    rows = _rows(coverage, _decided_gaps(findings), Citations(alignment, links, language))
    by_id = {standard.id: row for standard, row in zip(coverage.standards, rows, strict=True)}
    counted = tuple(row for row in rows if row.counted)
    return View(
        run=run,
        district=district,
        made_with=_told(alignment.made_with, supposed, language),
        thresholds=alignment.thresholds,
        frameworks=alignment.framework.sources,
        rows=rows,
        total=_by_answers(groups.of(say("group-all", language=language), counted), coverage),
        by_grade=tuple(groups.by_grade(counted, shown.grades or alignment.grades, language)),
        by_subject=tuple(groups.by_subject(counted, language)),
        by_strand=tuple(groups.by_strand(counted)),
        by_school=tuple(groups.of_school(counted, school) for school in as_printable(coverage.schools)),
        documents=_documents(coverage, by_id, links, language),
        findings=_findings(findings, by_id, links, language),
        unjudged=_unjudged(alignment, language),
        scopes=coverage.scopes,
        guarantee=alignment.guarantee,
        language=language,
        shown=shown,
        lacks=tuple(say("no-documents", lack.facts, language) for lack in coverage.lacks),
        promise=coverage.promise,
        supposed=supposed,
        baseline=baseline,
        priorities=list_priorities(priorities, language, by_id),
    )


def with_stories(view: View, stories: Stories) -> View:
    """Add what other districts tell, in the language of the view.

    Args:
        view: What is shown of a check.
        stories: Those of its folder that are near to its gaps.

    Returns:
        The view with them.

    """
    return replace(view, stories=list_stories(stories, view.language))


def _by_answers(total: Group, coverage: Coverage) -> Group:
    """The whole district, counted by what people answered where they answered enough; a part of it was not drawn."""
    found, sample = total.counts.get(Kind.UNIT), coverage.sample
    if found is None or sample is None or coverage.shown:
        return total
    return replace(total, counts={**total.counts, Kind.UNIT: count_by_answers(found, sample)})


def _told(made_with: MadeWith, supposed: ComparisonView | None, language: str) -> MadeWith:
    """What a result was made with, in a language; with a warning where it is none of the district."""
    made_with = made_with.in_language(language)
    if supposed is None:
        return made_with
    warning = say("what-if-warning", Facts(added=supposed.added, left=supposed.left_out), language)
    return replace(made_with, warning=" ".join(filter(None, (warning, made_with.warning))))


def _decided_gaps(findings: Iterable[Finding]) -> dict[tuple[str, Kind], Decision]:
    """What was decided of each gap, by the standard's id and the kind of document that does not reach it in full."""
    return {
        (f.standard.id, f.gap): f.decision
        for f in findings
        if f.standard is not None and f.decision is not None and f.gap is not None
    }


def _rows(coverage: Coverage, decided: Mapping[tuple[str, Kind], Decision], cite: Citations) -> tuple[StandardRow, ...]:
    standards = coverage.standards
    framework = coverage.alignment.framework
    strands = name_strands(
        framework, coverage.everything, cite.language
    )  # so that a part calls them as the whole report does
    anchors = _anchors(standards)
    return tuple(
        StandardRow(
            anchor=anchors[s.id],
            id=s.id,
            code=s.code,
            statement=s.statement,
            framework=s.framework,
            grades=s.grades,
            strand=strands[s.id],
            counted=framework.counts(s),
            is_practice=s.is_practice,
            supports=dict(_supports(s, coverage, cite, decided)),
            subject=s.subject,
            stages=cite.stages(s),
        )
        for s in standards
    )


def _supports(
    standard: Standard, coverage: Coverage, cite: Citations, decided: Mapping[tuple[str, Kind], Decision]
) -> Iterator[tuple[Scope, Support]]:
    """The district's, for each kind of document that it has, each before those of the schools that are to teach it."""
    for scope in coverage.scopes:
        reach = coverage.reach(standard, scope)
        if not scope.school:
            one_by_one = coverage.framework.counts(standard)
            yield scope, _support(reach, cite, decided.get((standard.id, scope.kind)), one_by_one=one_by_one)
        elif reach is not None:
            yield scope, _support(reach, cite)


def _anchors(standards: Iterable[Standard]) -> dict[str, str]:
    """An id for each standard that a link can carry: its code, numbered where two codes look the same."""
    seen: dict[str, int] = {}
    anchors = {}
    for standard in standards:
        slug = "s-" + (re.sub(r"[^A-Za-z0-9]+", "-", standard.code).strip("-") or "x")
        seen[slug] = seen.get(slug, 0) + 1
        anchors[standard.id] = slug if seen[slug] == 1 else f"{slug}--{seen[slug]}"
    return anchors


def _support(
    reach: Reach | None, cite: Citations, decision: Decision | None = None, *, one_by_one: bool = False
) -> Support:
    """A reach as it is shown; where nothing of the kind is there to be judged, it is unknown.

    Where a page shows it `one_by_one`, its passages come with the words around them, with what the deciding one could
    mean instead, and with those that do not count.
    """
    if reach is None:
        return Support(Strength.UNKNOWN)
    decides = next((link for link in reach.links if link.strength is reach.strength), next(iter(reach.links), None))
    return Support(
        strength=reach.strength,
        probability=reach.probability,
        links=Later(
            partial(cite.in_context, reach.links, decides) if one_by_one else partial(map, cite.of, reach.links)
        ),
        supporting=reach.supporting,
        decision=decision or reach.decided,
        without_documents=reach.without_documents,
        verdict=reach.verdict,
        taught=reach.taught,
        alternatives=tuple(standard.code for standard in reach.alternatives),
        reviewed=reach.reviewed,
        rejected=Later(partial(cite.rejected, reach.standard, reach.kind, reach.links)) if one_by_one else (),
        rests_on=None if decides is None else decides.probability,
    )


class Groups:
    """Makes groups of counted standards, each with how many of them are taught by what the judge was calibrated for."""

    def __init__(self, calibrations: Mapping[Kind, Calibration]) -> None:
        self._spreads = {kind: calibration.spread for kind, calibration in calibrations.items()}

    def of(self, name: str, rows: tuple[StandardRow, ...], school: str = "") -> Group:
        """One group."""
        counts = ((kind, self._count(rows, kind, school)) for kind in Kind)
        return Group(name, rows, school, {kind: count for kind, count in counts if count is not None})

    def _count(self, rows: Iterable[StandardRow], kind: Kind, school: str) -> Taught | None:
        supports = [support for row in rows if (support := row.support(kind, school)) is not None]
        if not supports:
            return None
        return count_taught(((support.verdict, support.taught) for support in supports), self._spreads.get(kind))

    def by_grade(self, counted: Sequence[StandardRow], answered_for: Sequence[str], language: str) -> Iterator[Group]:
        """Grades in order, those the district answers for; standards that state none come last, apart."""
        for grade in GRADES:
            rows = tuple(row for row in counted if grade in row.grades)
            if rows and (not answered_for or grade in answered_for):
                yield self.of(say("group-grade", {"grade": grade}, language), rows)
        if everywhere := tuple(row for row in counted if not row.grades):
            yield self.of(say("group-no-grade", language=language), everywhere)

    def by_subject(self, counted: Sequence[StandardRow], language: str) -> Iterator[Group]:
        """Subjects in the order of their first standards, called as these call them; those that state none are one."""
        subjects: dict[str, list[StandardRow]] = {}
        for row in counted:
            subjects.setdefault(subject_of(row.subject), []).append(row)
        for rows in subjects.values():
            name = rows[0].subject
            titled = f"{name[:1].upper()}{name[1:]}" or say("group-no-subject", language=language)
            yield self.of(titled, tuple(rows))

    def by_strand(self, counted: Sequence[StandardRow]) -> Iterator[Group]:
        """Strands in the order of their first standards."""
        strands: dict[str, list[StandardRow]] = {}
        for row in counted:
            strands.setdefault(row.strand, []).append(row)
        return (self.of(name, tuple(rows)) for name, rows in strands.items())

    def of_school(self, counted: Sequence[StandardRow], school: str) -> Group:
        """What one school is to teach."""
        return self.of(school, tuple(row for row in counted if row.support(Kind.UNIT, school) is not None), school)


def _documents(
    coverage: Coverage, by_id: Mapping[str, StandardRow], links: Addresses, language: str
) -> tuple[Document, ...]:
    """Curriculum before PD, each by path: those of the grades and schools that are shown."""
    alignment = coverage.alignment
    reached, places = _reached(alignment, language)
    passages = Counter(passage.material.path for passage in alignment.passages)
    return tuple(
        Document(
            file=material.path,
            url=links.of(material.path),
            kind=material.kind,
            title=material.title,
            school=material.school,
            grades=material.grades,
            passages=passages[material.path],
            reached=_best_first(reached.get(material.path, {}), by_id),
            places=places.get(material.path, {}),
        )
        for material in sorted(filter(coverage.shown.holds, alignment.materials), key=_by_kind_and_path)
    )


def _best_first(
    reached: Mapping[str, Strength], by_id: Mapping[str, StandardRow]
) -> tuple[tuple[StandardRow, Strength], ...]:
    found = [(row, reached[known]) for known, row in by_id.items() if known in reached]
    return tuple(sorted(found, key=lambda pair: _RANK[pair[1]]))


def _by_kind_and_path(material: Material) -> tuple[int, str]:
    return _ORDER[material.kind], material.path


def _reached(alignment: Alignment, language: str) -> tuple[dict[str, dict[str, Strength]], dict[str, dict[str, str]]]:
    """For each file, how far it reaches each standard that it reaches at least in part, and where it does so best."""
    links = alignment.links
    found: dict[str, dict[str, Strength]] = {}
    places: dict[str, dict[str, str]] = {}
    _, partial_from = links.bars
    counting = np.flatnonzero(links.probability >= partial_from)
    for at in counting[np.argsort(-links.probability[counting], kind="stable")].tolist():
        passage, standard = links.passages[links.passage[at]], links.standards[links.standard[at]]
        thresholds = links.thresholds.of(standard, passage.material.kind)
        strength = thresholds.strength(float(links.probability[at]), passage.role.teaches)
        of_file = found.setdefault(passage.material.path, {})
        if standard.id not in of_file or _RANK[strength] < _RANK[of_file[standard.id]]:
            of_file[standard.id] = strength
            places.setdefault(passage.material.path, {})[standard.id] = passage.place.in_language(language)
    return found, places


def _findings(
    findings: Iterable[Finding], by_id: Mapping[str, StandardRow], links: Addresses, language: str
) -> tuple[ShownFinding, ...]:
    """The worst first; the same rule together; then in the framework's order."""
    order = {known: at for at, known in enumerate(by_id)}
    return tuple(_found(finding, by_id, links, language) for finding in in_reading_order(findings, order))


def _found(finding: Finding, by_id: Mapping[str, StandardRow], links: Addresses, language: str) -> ShownFinding:
    standard = finding.standard
    row = by_id.get(standard.id) if standard else None
    return ShownFinding(
        code=finding.code,
        severity=finding.severity,
        title=finding.title_in(language) or finding.code,
        advice=finding.advice_in(language),
        message=finding.message_in(language),
        standard=standard.code if standard else None,
        standard_id=standard.id if standard else None,
        anchor=row.anchor if row else None,
        file=finding.file,
        url=None if finding.file is None else links.of(finding.file),
        place=finding.place_in(language),
        noted=finding.place,
        decision=finding.decision,
        probability=finding.probability,
        gap=finding.gap,
        known=finding.known,
        suggestion=finding.suggestion,
        suggested=tuple(places.in_words(finding.suggestion, language)) if finding.suggestion else (),
    )


def _unjudged(alignment: Alignment, language: str) -> tuple[Unjudged, ...]:
    """Everything that could not be read or judged, once each, whatever findings were asked to be left out."""
    problems = {
        *alignment.problems,
        *alignment.framework.problems,
        *(p for m in alignment.materials for p in m.problems),
    }
    shown = (Unjudged(p.code, p.file, p.message_in(language), p.place_in(language), p.place) for p in problems)
    return tuple(sorted(shown, key=lambda p: (p.file, p.place, p.code, p.message)))
