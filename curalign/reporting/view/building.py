"""Coverage and findings -> View."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from curalign.domain.coverage import Coverage, Reach
from curalign.domain.decisions import Decision
from curalign.domain.findings import Finding, in_reading_order
from curalign.domain.grades import GRADES
from curalign.domain.identities import identify
from curalign.domain.links import Alignment, Link, MadeWith, Strength
from curalign.domain.materials import Kind, Material, Passage
from curalign.domain.plans import NO_PRIORITIES, Priorities
from curalign.domain.scopes import Scope
from curalign.domain.scores import Taught
from curalign.domain.standards import Standard
from curalign.domain.verdicts import Calibration
from curalign.metrics import count_by_answers, count_taught
from curalign.reporting.view import places
from curalign.reporting.view.comparison import ComparisonView
from curalign.reporting.view.plain import as_printable, relative_url
from curalign.reporting.view.priorities import list_priorities
from curalign.reporting.view.strands import name_strands
from curalign.reporting.view.values import (
    Citation,
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


class Addresses:
    """Where to look: the address of each document, as seen from the report, and the id of each passage.

    A document in an archive has the archive's address.
    """

    def __init__(self, way: str | None, alignment: Alignment) -> None:
        self._way = way
        self._archives = {material.path: material.archive for material in alignment.materials if material.archive}
        self._ids = dict(zip(alignment.passages, identify(alignment.passages), strict=True))

    def of(self, path: str, page: int | None = None) -> str | None:
        """The relative URL of a document; None where it cannot be reached from the report."""
        return None if self._way is None else self._way + relative_url(self._archives.get(path, path), page)

    def id_of(self, passage: Passage) -> str:
        """By which a review names the passage; empty for one that the alignment does not hold."""
        return self._ids.get(passage, "")


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
    links = Addresses(way, alignment)
    rows = _rows(coverage, _decided_gaps(findings), links)
    by_id = {standard.id: row for standard, row in zip(coverage.standards, rows, strict=True)}
    counted = tuple(row for row in rows if row.counted)
    groups = Groups(dict(alignment.calibrations))
    return View(
        run=run,
        district=district,
        made_with=alignment.made_with if supposed is None else _as_if(alignment.made_with, supposed, language),
        thresholds=alignment.thresholds,
        frameworks=alignment.framework.sources,
        rows=rows,
        total=_by_answers(groups.of(say("group-all", language=language), counted), coverage),
        by_grade=tuple(groups.by_grade(counted, shown.grades or alignment.grades, language)),
        by_strand=tuple(groups.by_strand(counted)),
        by_school=tuple(groups.of_school(counted, school) for school in as_printable(coverage.schools)),
        documents=_documents(coverage, by_id, links),
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


def _by_answers(total: Group, coverage: Coverage) -> Group:
    """The whole district, counted by what people answered where they answered enough; a part of it was not drawn."""
    found, sample = total.counts.get(Kind.UNIT), coverage.sample
    if found is None or sample is None or coverage.shown:
        return total
    return replace(total, counts={**total.counts, Kind.UNIT: count_by_answers(found, sample)})


def _as_if(made_with: MadeWith, supposed: ComparisonView, language: str) -> MadeWith:
    """What a result was made with, with a warning that it is none of the district."""
    warning = say("what-if-warning", Facts(added=supposed.added, left=supposed.left_out), language)
    return replace(made_with, warning=" ".join(filter(None, (warning, made_with.warning))))


def build_baseline(
    findings: Sequence[Finding],
    differences: Iterable[tuple[str, tuple[str, ...]]],
    *,
    file: str,
    run: str,
    language: str,
) -> ShownBaseline:
    """What a reader is told of a baseline.

    Args:
        findings: Those of the present check, each marked where the baseline had it.
        differences: What of the baseline is not as it is now, each with the names that its sentence needs.
        file: The baseline's file.
        run: The run that it is of, or nothing.
        language: The language to speak, one of `curalign.wording.LANGUAGES`.

    Returns:
        How many findings are new and known, and what the two do not share.

    """
    known = [finding.known for finding in findings if finding.decision is None]
    facts = Facts(file=file, run=run or "none", new=known.count(False), known=known.count(True))
    told = (say("baseline-differs", Facts(what=what, scope=names), language) for what, names in differences)
    return ShownBaseline(file, run, say("baseline-counts", facts, language), tuple(told))


def _decided_gaps(findings: Iterable[Finding]) -> dict[tuple[str, Kind], Decision]:
    """What was decided of each gap, by the standard's id and the kind of document that does not reach it in full."""
    return {
        (f.standard.id, f.gap): f.decision
        for f in findings
        if f.standard is not None and f.decision is not None and f.gap is not None
    }


def _rows(
    coverage: Coverage, decided: Mapping[tuple[str, Kind], Decision], links: Addresses
) -> tuple[StandardRow, ...]:
    standards = coverage.standards
    framework = coverage.alignment.framework
    strands = name_strands(framework, coverage.everything)  # so that a part calls them as the whole report does
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
            supports=dict(_supports(s, coverage, links, decided)),
            subject=s.subject,
        )
        for s in standards
    )


def _supports(
    standard: Standard, coverage: Coverage, links: Addresses, decided: Mapping[tuple[str, Kind], Decision]
) -> Iterator[tuple[Scope, Support]]:
    """The district's, for each kind of document that it has, each before those of the schools that are to teach it."""
    for scope in coverage.scopes:
        reach = coverage.reach(standard, scope)
        if not scope.school:
            yield scope, _support(reach, links, decided.get((standard.id, scope.kind)))
        elif reach is not None:
            yield scope, _support(reach, links)


def _anchors(standards: Iterable[Standard]) -> dict[str, str]:
    """An id for each standard that a link can carry: its code, numbered where two codes look the same."""
    seen: dict[str, int] = {}
    anchors = {}
    for standard in standards:
        slug = "s-" + (re.sub(r"[^A-Za-z0-9]+", "-", standard.code).strip("-") or "x")
        seen[slug] = seen.get(slug, 0) + 1
        anchors[standard.id] = slug if seen[slug] == 1 else f"{slug}--{seen[slug]}"
    return anchors


def _support(reach: Reach | None, links: Addresses, decision: Decision | None = None) -> Support:
    """A reach as it is shown; where nothing of the kind is there to be judged, it is unknown."""
    if reach is None:
        return Support(Strength.UNKNOWN)
    cited = tuple(_citation(link, links) for link in reach.links)
    decision = decision or reach.decided
    return Support(
        strength=reach.strength,
        probability=reach.probability,
        links=cited,
        supporting=reach.supporting,
        decision=decision,
        without_documents=reach.without_documents,
        verdict=reach.verdict,
        taught=reach.taught,
        alternatives=tuple(standard.code for standard in reach.alternatives),
        reviewed=reach.reviewed,
    )


def _citation(link: Link, links: Addresses) -> Citation:
    passage = link.passage
    spot = passage.place.spot
    return Citation(
        file=passage.material.path,
        url=links.of(passage.material.path, spot.page if spot.unit == "page" else None),
        place=str(passage.place),
        role=passage.role,
        probability=link.probability,
        strength=link.strength,
        quote=passage.text,
        evidence=link.evidence,
        title=passage.material.title,
        headings=passage.headings,
        spot=str(spot),
        passage=links.id_of(passage),
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

    def by_strand(self, counted: Sequence[StandardRow]) -> Iterator[Group]:
        """Strands in the order of their first standards."""
        strands: dict[str, list[StandardRow]] = {}
        for row in counted:
            strands.setdefault(row.strand, []).append(row)
        return (self.of(name, tuple(rows)) for name, rows in strands.items())

    def of_school(self, counted: Sequence[StandardRow], school: str) -> Group:
        """What one school is to teach."""
        return self.of(school, tuple(row for row in counted if row.support(Kind.UNIT, school) is not None), school)


def _documents(coverage: Coverage, by_id: Mapping[str, StandardRow], links: Addresses) -> tuple[Document, ...]:
    """Curriculum before PD, each by path: those of the grades and schools that are shown."""
    alignment = coverage.alignment
    reached = _reached(alignment)
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


def _reached(alignment: Alignment) -> dict[str, dict[str, Strength]]:
    """For each file, the ids of the standards that it reaches at least in part, and how far."""
    links = alignment.links
    found: dict[str, dict[str, Strength]] = {}
    _, partial_from = links.bars
    for at in np.flatnonzero(links.probability >= partial_from):
        passage, standard = links.passages[links.passage[at]], links.standards[links.standard[at]]
        thresholds = links.thresholds.of(standard, passage.material.kind)
        strength = thresholds.strength(float(links.probability[at]), passage.role.teaches)
        of_file = found.setdefault(passage.material.path, {})
        of_file[standard.id] = min(strength, of_file.get(standard.id, strength), key=_RANK.__getitem__)
    return found


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
        place=finding.place,
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
    shown = (Unjudged(p.code, p.file, p.message_in(language), p.place) for p in problems)
    return tuple(sorted(shown, key=lambda p: (p.file, p.place, p.code, p.message)))
