"""A JSON report of an earlier check, and which findings of a later one it had already."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from curalign.domain.filters import Filter
from curalign.domain.findings import Finding
from curalign.domain.links import MadeWith
from curalign.domain.standards import Framework
from curalign.errors import RunError
from curalign.regular_files import NotRegularError, read_regular_file

FORMATS = (1, 2)
MAX_BYTES = 2**28
_MADE_WITH = ("curalign", "encoder", "judge", "settings")

_Key = tuple[str, str, str]
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Baseline:
    """An earlier check: its findings, and what it was a check of.

    `findings` are by code, standard (its id, else its code) and file, each as often as it was found; those that people
    had decided about are not among them, for they failed nothing. `frameworks` are their ids and how many
    standards each has; `scope` is what it was narrowed to; `made_with` its curalign, encoder, judge and settings.
    """

    path: str
    run: str
    district: str
    findings: Counter[_Key]
    frameworks: frozenset[tuple[str, int]]
    scope: Mapping[str, tuple[str, ...]]
    made_with: Mapping[str, str]

    def mark_known(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Mark the findings that the baseline had.

        Args:
            findings: Those of a later check.

        Returns:
            The same findings in the same order. One about a standard is known where the baseline had one of its code
            about the standard, wherever the nearest passage stood then; one about a document by its code and file.

        """
        known = self._known(findings)
        return tuple(replace(finding, known=at in known) for at, finding in enumerate(findings))

    def _known(self, findings: Iterable[Finding]) -> set[int]:
        """The positions of those that the baseline had."""
        left, rows = self.findings.copy(), list(enumerate(findings))
        known = {at for at, finding in rows if _take(left, _key(finding))}
        elsewhere = Counter({key[:2]: 0 for key in left})
        for (code, standard, _), number in left.items():
            elsewhere[code, standard] += number
        for at, finding in rows:
            if at not in known and finding.standard and _take(elsewhere, _key(finding)[:2]):
                known.add(at)
        return known

    def differences(
        self, made_with: MadeWith, framework: Framework, shown: Filter, district: str
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What of the baseline is not as it is now.

        Args:
            made_with: What the present check was made with.
            framework: Its standards.
            shown: What it is narrowed to.
            district: What the district is called.

        Returns:
            Any of `district`, `framework`, `scope`, `curalign`, `settings` and `model`, each with names that say more.

        """
        found: list[tuple[str, tuple[str, ...]]] = []
        if self.district and self.district != district:
            found.append(("district", (self.district,)))
        if self.frameworks != frozenset((source.id, source.standards) for source in framework.sources):
            found.append(("framework", ()))
        now = {"grades": shown.grades, "subjects": shown.subjects, "schools": shown.schools}
        if self.scope and self.scope != {name: values for name, values in now.items() if values}:
            found.append(("scope", tuple(value for values in self.scope.values() for value in values)))
        differing = [name for name, was in self.made_with.items() if was != getattr(made_with, name)]
        kinds = {"encoder": "model", "judge": "model"}
        return (*found, *((what, ()) for what in dict.fromkeys(kinds.get(name, name) for name in differing)))


def read_baseline(path: Path) -> Baseline:
    """Read a JSON report of `check`.

    Args:
        path: The file, of format 1 or 2.

    Returns:
        Its findings, and what it was a check of.

    Raises:
        RunError: It cannot be read, or is not such a report.

    """
    try:
        report = json.loads(read_regular_file(path, MAX_BYTES, links=True))
        if report["format"] not in FORMATS:
            raise ValueError(f"its format is {report['format']}")
        ids = {row["code"]: row["id"] for row in report["standards"]}
        made_with = report["made_with"]
        return Baseline(
            str(path),
            str(report.get("run") or ""),
            str(report.get("district") or ""),
            Counter(_key_of(row, ids) for row in report["findings"] if not row.get("decision")),
            frozenset((str(row["id"]), int(row["standards"])) for row in report["frameworks"]),
            {name: tuple(values) for name, values in (report.get("scope") or {}).items() if values},
            {name: str(made_with[name]) for name in _MADE_WITH if made_with.get(name)},
        )
    except NotRegularError as why:
        raise RunError(f"{path}: {why}.") from why
    except OSError as error:
        raise RunError(f"{path}: cannot be read ({error.strerror or error}); check its name.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RunError(
            f"{path}: is not a JSON report of a check; make one with `curalign check FOLDER -o baseline.json`."
        ) from error


def _key_of(row: _Row, ids: Mapping[str, str]) -> _Key:
    standard = row.get("standard_id") or ids.get(row.get("standard") or "", "")
    return str(row["code"]), str(standard or ""), str(row.get("file") or "")


def _key(finding: Finding) -> _Key:
    return finding.code, finding.standard.id if finding.standard else "", finding.file or ""


def _take(left: Counter[Any], key: tuple[str, ...]) -> bool:
    """Whether there is still one of these; it is one less afterwards."""
    if left[key] < 1:
        return False
    left[key] -= 1
    return True
