"""Under which heading a reader looks for a standard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from curalign.domain.codes import parts_of
from curalign.domain.grades import read_grades
from curalign.domain.standards import Framework, Standard
from curalign.wording import ENGLISH, say


def everything(language: str) -> str:
    """The only strand of standards that nothing tells apart."""
    return say("strand-everything", language=language)


def name_strands(framework: Framework, standards: Sequence[Standard], language: str = ENGLISH) -> dict[str, str]:
    """A strand's name for each standard's id: the outermost heading that tells the standards apart.

    A heading that only names a grade, or that all of them share, is passed over, so that strands of the same
    name in several grades are one. Where most standards have no heading, the codes serve: `3.OA.A.1` is in OA.
    """
    lines = {s.id: _headings(framework, s) for s in standards}
    if 2 * sum(not line for line in lines.values()) > len(lines):
        return _strands_in_codes(standards, language)
    _drop_shared(lines)
    return {s.id: lines[s.id][0] if lines[s.id] else s.statement or s.code for s in standards}


def _headings(framework: Framework, standard: Standard) -> list[str]:
    """What stands above a standard, outermost first; a top heading with children is its own."""
    above = list(reversed(framework.ancestors(standard)))
    if framework.children(standard):
        above.append(standard)
    return [a.statement or a.code for a in above if not read_grades(a.statement)]


def _drop_shared(lines: Mapping[str, list[str]]) -> None:
    """Take away outer headings until they tell at least two strands apart, or none is left below them."""
    while lines and len({tuple(line[:1]) for line in lines.values()}) == 1 and all(len(x) > 1 for x in lines.values()):
        for line in lines.values():
            del line[0]


def _strands_in_codes(standards: Sequence[Standard], language: str) -> dict[str, str]:
    """Strands from the codes alone; one strand for all when no code names one."""
    found = {s.id: _strand_in_code(s.code) for s in standards}
    names = set(found.values())
    if "" in names or len(names) == 1 or 2 * len(names) > max(len(found), 8):
        return dict.fromkeys(found, everything(language))
    return found


def _strand_in_code(code: str) -> str:
    """The first part of a code that has a letter and is not a grade."""
    return next((p for p in parts_of(code) if not p.isdigit() and not read_grades(p)), "")
