"""View -> JUnit's XML: a test case for each counted standard and kind of document, as CI servers show them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from curalign.domain.findings import Severity
from curalign.domain.links import Strength
from curalign.domain.materials import Kind
from curalign.domain.verdicts import Verdict
from curalign.reporting.tables.check_json import describe
from curalign.reporting.tables.speaking import scope_of, speak
from curalign.reporting.view import ShownFinding, StandardRow, Support, View, words

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
About = dict[tuple[str, Kind], list[ShownFinding]]
_UNDECIDED = (Verdict.CANNOT_TELL, Verdict.NO_DOCUMENTS)


@dataclass(frozen=True, slots=True)
class Case:
    """One test case: it fails for a message of its own, else is skipped for one, else passes; `out` is said beside."""

    group: str
    name: str
    failure: str = ""
    skipped: str = ""
    out: str = ""


def to_junit(view: View) -> str:
    """Write the view as JUnit's XML.

    Args:
        view: What is shown.

    Returns:
        A suite for each kind of document with a case for each counted standard, and a suite for other findings. A case
        fails for an error that nobody has decided about, as the exit code does, and is skipped where nobody can
        tell. The headline counts are properties. The same for the same view.

    """
    say = speak(view.language)
    about, others = _sorted_by_standard(view)
    suites = [(words.kind(kind, view.language), list(_of_kind(view, kind, about))) for kind in view.kinds]
    suites.append((say("table-other-findings"), [_of_other(finding, view.language) for finding in others]))
    every = [case for _, cases in suites for case in cases]
    root = ET.Element("testsuites", {"name": _xml(words.title(view)), **_totals(every)})
    for at, (name, cases) in enumerate(suites):
        suite = ET.SubElement(root, "testsuite", {"name": _xml(name), **_totals(cases)})
        if at == 0:
            _add_properties(suite, view)
        for case in cases:
            _add(suite, case)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _totals(cases: Sequence[Case]) -> dict[str, str]:
    failed = sum(bool(case.failure) for case in cases)
    skipped = sum(bool(case.skipped and not case.failure) for case in cases)
    numbers = {"tests": len(cases), "failures": failed, "errors": 0, "skipped": skipped, "time": 0}
    return {name: str(number) for name, number in numbers.items()}


def _add_properties(suite: ET.Element, view: View) -> None:
    """The run, what was asked to be shown, and the counts by the keys that they have in JSON: `tally.unit.full`."""
    properties = ET.SubElement(suite, "properties")
    named = {"run": view.run, "scope": scope_of(view.shown), **dict(_flat("tally", describe(view)["tally"]))}
    for name, value in named.items():
        ET.SubElement(properties, "property", {"name": name, "value": _xml(str(value))})


def _flat(name: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}", inner)
    elif value is not None:
        yield name, value


def _add(suite: ET.Element, case: Case) -> None:
    names = {"classname": _xml(case.group), "name": _xml(case.name), "time": "0"}
    element = ET.SubElement(suite, "testcase", names)
    if case.failure:
        first = case.failure.splitlines()[0]
        ET.SubElement(element, "failure", {"message": _xml(first), "type": "error"}).text = _xml(case.failure)
    elif case.skipped:
        ET.SubElement(element, "skipped", {"message": _xml(case.skipped)})
    if case.out:
        ET.SubElement(element, "system-out").text = _xml(case.out)


def _sorted_by_standard(view: View) -> tuple[About, list[ShownFinding]]:
    """The findings by counted standard and kind of document, and all others: about files, headings and practices."""
    cases = {(row.id, kind) for row in view.counted for kind in view.kinds}
    about: About = {}
    others = []
    for finding in view.findings:
        case = (finding.standard_id or "", finding.gap or Kind.UNIT)
        if case in cases:
            about.setdefault(case, []).append(finding)
        else:
            others.append(finding)
    return about, others


def _of_kind(view: View, kind: Kind, about: About) -> Iterator[Case]:
    """A case for each counted standard, in the framework's order."""
    titles = {source.id: source.title for source in view.frameworks}
    for row in view.counted:
        support = row.support(kind) or Support(Strength.UNKNOWN)
        yield _of_standard(row, support, kind, about.get((row.id, kind), []), titles, view.language)


def _of_standard(
    row: StandardRow,
    support: Support,
    kind: Kind,
    findings: Iterable[ShownFinding],
    titles: Mapping[str, str],
    language: str,
) -> Case:
    undecided = [finding for finding in findings if finding.decision is None]
    decided = [words.explain_decision(f.decision, language) for f in findings if f.decision is not None]
    errors = [_said(f) for f in undecided if f.severity is Severity.ERROR]
    others = [_said(f) for f in undecided if f.severity is not Severity.ERROR]
    grades = "-".join(row.grades)
    group = ".".join(part.replace(".", "_") for part in (titles.get(row.framework, row.framework), grades) if part)
    return Case(
        group=group,
        name=f"{row.code} {row.statement}"[:200],
        failure="\n".join(errors),
        skipped="; ".join(decided) or _doubt(support, kind, language),
        out="\n".join([_best(support), *others]).strip(),
    )


def _doubt(support: Support, kind: Kind, language: str) -> str:
    """Why nothing is said of a standard; empty where something is."""
    if support.verdict in _UNDECIDED:
        return words.judged(support.verdict, kind, language)
    return words.strength(support.strength, language) if support.strength is Strength.UNKNOWN else ""


def _best(support: Support) -> str:
    if not support.shown:
        return ""
    best = support.shown[0]
    return " · ".join(part for part in (best.file, best.place, best.quote) if part)


def _said(finding: ShownFinding) -> str:
    where = " · ".join(part for part in (finding.file, finding.place) if part)
    return f"{finding.code} {finding.title}: {finding.message}" + (f" ({where})" if where else "")


def _of_other(finding: ShownFinding, language: str) -> Case:
    is_error = finding.severity is Severity.ERROR and finding.decision is None
    return Case(
        group=finding.code,
        name=" · ".join(part for part in (finding.file, finding.place) if part) or finding.title,
        failure=_said(finding) if is_error else "",
        skipped="" if finding.decision is None else words.explain_decision(finding.decision, language),
        out="" if is_error else _said(finding),
    )


def _xml(text: str) -> str:
    """Text without the few characters that no XML may hold."""
    return _NO_XML.sub("\ufffd", text)
