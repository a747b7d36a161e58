"""All rules, and the findings of a coverage in the order in which a director reads them."""

from __future__ import annotations

from collections.abc import Collection

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding
from curalign.errors import SettingsError
from curalign.finding import files, support, units
from curalign.finding.rule import Rule

RULES: dict[str, Rule] = {rule.code: rule for rule in (*units.RULES, *support.RULES, *files.RULES)}


def find_gaps(coverage: Coverage, ignore: Collection[str] = ()) -> tuple[Finding, ...]:
    """The findings of all rules whose codes are not in `ignore`, the worst first.

    Equally bad ones come by code, then in the framework's order, then by file and place.
    Raises SettingsError where `ignore` holds what is no code.
    """
    unknown = sorted(set(ignore) - set(RULES))
    if unknown:
        raise SettingsError(f"finding.ignore: {unknown[0]!r} is no finding's code; known are {', '.join(RULES)}.")
    position = {standard.id: i for i, standard in enumerate(coverage.alignment.framework)}

    def reading_order(finding: Finding) -> tuple[int, str, int, str, str, str]:
        place = position.get(finding.standard.id, len(position)) if finding.standard else len(position)
        return -finding.severity, finding.code, place, finding.file or "", finding.place or "", finding.message

    found = [finding for code, rule in RULES.items() if code not in ignore for finding in rule.find(coverage)]
    return tuple(sorted(found, key=reading_order))
