"""What else than the documents differs between two runs: the model, the settings, curalign, the framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from curalign.comparing.editions import pair_standards
from curalign.domain.comparisons import Cause, Snapshot
from curalign.domain.grades import grade_spans
from curalign.domain.materials import Kind
from curalign.domain.standards import Framework, Standard

NOT_MEASURED = frozenset(
    {
        "district.name",
        "district.grades",
        "district.subjects",
        "district.enrolment",
        "district.poverty",
        "finding.ignore",
        "finding.fail_on",
        "reading.workers",
        "reading.total_seconds",
    }
)
"""The settings that change nothing of what is said of a standard: what is counted, told or failed on, and how fast."""


def find_causes(before: Snapshot, after: Snapshot) -> tuple[Cause, ...]:
    """Find what else than documents differs between two runs.

    Args:
        before: The earlier one.
        after: The later one.

    Returns:
        Each difference, those that make the two incomparable first.

    """
    causes = list(
        chain(
            _made(before, after),
            _settings(before, after),
            _framework(before.framework, after.framework),
            _scope(before, after),
            _packages(before.packages, after.packages),
        )
    )
    return tuple(sorted(causes, key=lambda cause: not cause.measure))


def _made(before: Snapshot, after: Snapshot) -> Iterator[Cause]:
    for what in ("curalign", "encoder", "judge"):
        was, now = getattr(before.made_with, what), getattr(after.made_with, what)
        if was != now:
            yield Cause(what, was, now)


def _settings(before: Snapshot, after: Snapshot) -> Iterator[Cause]:
    was, now = _flat(before.settings), _flat(after.settings)
    differing = [name for name in dict.fromkeys((*was, *now)) if was.get(name, "") != now.get(name, "")]
    for name in differing:
        if name not in NOT_MEASURED:
            yield Cause("settings", was.get(name, ""), now.get(name, ""), name)
    if not differing and before.made_with.settings != after.made_with.settings:
        yield Cause("settings", before.made_with.settings, after.made_with.settings)


def _flat(settings: Mapping[str, object], above: str = "") -> dict[str, str]:
    """`{"judging": {"full": 0.8}}` as `{"judging.full": "0.8"}`."""
    found: dict[str, str] = {}
    for name, value in settings.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{above}{name}.")
        else:
            shown = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
            found[f"{above}{name}"] = "" if value is None else shown
    return found


def _framework(before: Framework, after: Framework) -> Iterator[Cause]:
    pairs = pair_standards(before.standards, after.standards)
    changed = sum(_judged_by(old, before) != _judged_by(new, after) for old, new in pairs)
    lost, gained = len(before.standards) - len(pairs), len(after.standards) - len(pairs)
    if changed or lost or gained:
        yield Cause("framework", f"{lost}", f"{gained}", f"{changed}")


def _judged_by(standard: Standard, framework: Framework) -> tuple[object, ...]:
    """All of a standard that a passage is compared with, and whether it is counted."""
    return standard.meaning, standard.grades, standard.subject, framework.counts(standard)


def _scope(before: Snapshot, after: Snapshot) -> Iterator[Cause]:
    if before.grades != after.grades:
        was, now = (", ".join(grade_spans(each.grades)) for each in (before, after))
        yield Cause("grades", was, now, measure=False)
    if before.subjects != after.subjects:
        yield Cause("subjects", ", ".join(before.subjects), ", ".join(after.subjects), measure=False)
    for kind in Kind:
        if (kind in before.kinds) != (kind in after.kinds):
            yield Cause("documents", "", "", str(kind), measure=False)


def _packages(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Cause]:
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield Cause("package", before.get(name, ""), after.get(name, ""), name, measure=False)
