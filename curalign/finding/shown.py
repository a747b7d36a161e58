"""Which findings of a whole check a filtered report shows. A filter hides findings; it never makes or changes one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curalign.domain.coverage import Coverage
from curalign.domain.findings import Finding
from curalign.finding import files

_OF_FILES = {rule.code for rule in files.RULES}


def find_shown(found: Iterable[Finding], narrowed: Coverage) -> Iterator[Finding]:
    """Those about standards that are shown and about documents of the grades and schools that are.

    What could not be read or judged is always shown. What was found in another school's document about a standard that
    is shown is that school's; the nearest passage to a gap may be anybody's.
    """
    ids = {standard.id for standard in narrowed.standards}
    materials = {material.path: material for material in narrowed.alignment.materials}
    schools = ("", *narrowed.shown.schools)
    for finding in found:
        material = materials.get(finding.file or "")
        if finding.standard is not None:
            is_shown = (
                not narrowed.shown.schools or finding.gap is not None or not material or material.school in schools
            )
            if is_shown and finding.standard.id in ids:
                yield finding
        elif finding.code in _OF_FILES or material is None or narrowed.shown.holds(material):
            yield finding
