"""Passages -> Claims: the standards that documents cite by their codes, or whose statements they copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from curalign.claiming.copied import Copied
from curalign.domain.citing import Citation, CodeReader
from curalign.domain.grades import require_grades
from curalign.domain.links import Claim
from curalign.domain.materials import Passage, Role
from curalign.domain.standards import Framework, Standard
from curalign.errors import SettingsError
from curalign.wording.text import excerpt

__all__ = ["claim_passages", "find_claims"]

_OPENING = 60
"""The most characters of a statement by which it is cited where no code stands beside it."""


def find_claims(
    framework: Framework, texts: Sequence[str], grades: Sequence[str] | None = None
) -> list[list[Citation[Standard]]]:
    """Find the standards that texts cite by their codes, in whatever notation.

    Args:
        framework: the standards that may be cited.
        texts: n texts, each read by itself.
        grades: the grades that the texts are for (`3`, `K-2`, `HS`); they decide between standards with one code.

    Returns:
        n lists: `claims[i][j].cited` is the j-th code of text i as it stands there from `.start` to `.end`, and
        `.standard` what it means; None where it looks like one of the framework's codes and is none. Each standard
        comes once a text.

    Raises:
        SettingsError: one of `grades` is not a grade.

    """
    try:
        wanted = require_grades(grades or ())
    except ValueError as error:
        raise SettingsError(f"grades: {error}.") from error
    reader = CodeReader(framework.codebook)
    return [list(_once_each(reader.cite(text, wanted))) for text in texts]


def claim_passages(passages: Iterable[Passage], framework: Framework) -> tuple[Claim, ...]:
    """Find the standards that passages cite by their codes, or whose statements they copy.

    A code in a heading is claimed by the first passage under it; boilerplate claims nothing. A code that has the shape
    and the letters of the framework's codes but names none of its standards is a claim without a standard. A copy of a
    standard's statement claims it as well, unless its code stands in the same passage or in the one beside it.

    Args:
        passages: The passages of any number of documents, those of one document in reading order.
        framework: The standards that may be cited.

    Returns:
        One claim for each standard that each passage cites, in order of passage and of place in its text.

    """
    claiming = [passage for passage in passages if passage.role is not Role.BOILERPLATE]
    cited = _code_claims(claiming, framework)
    copied = Copied(framework)
    claims: list[Claim] = []
    for at, passage in enumerate(claiming):
        claims += cited[at]
        if passage.role in (Role.CLAIM, Role.PLAN):
            near = (claim for own in cited[max(at - 1, 0) : at + 2] for claim in own)
            known = {c.standard.id for c in near if c.standard and c.passage.material.path == passage.material.path}
            found = copied.find(passage.text, passage.grades)
            claims += (Claim(excerpt(s.statement, _OPENING), passage, s) for s in found if s.id not in known)
    return tuple(claims)


def _code_claims(passages: Sequence[Passage], framework: Framework) -> list[list[Claim]]:
    """For each passage, in order, what it cites by codes."""
    reader = CodeReader(framework.codebook)
    seen: set[tuple[str, tuple[str, ...]]] = set()
    claims: list[list[Claim]] = []
    for passage in passages:
        paths = [(passage.material.path, passage.headings[: i + 1]) for i in range(len(passage.headings))]
        fresh = [path[-1] for source, path in paths if (source, path) not in seen]
        seen.update(paths)
        listed = passage.role in (Role.MENTION, Role.CLAIM, Role.PLAN)
        citations = (reader.cite(text, passage.grades, listed=listed) for text in (*fresh, passage.text))
        claims.append([Claim(c.cited, passage, c.standard) for c in _once_each(chain.from_iterable(citations))])
    return claims


def _once_each(citations: Iterable[Citation[Standard]]) -> Iterable[Citation[Standard]]:
    """The first citation of each standard, and of each unknown code."""
    found: dict[str, Citation[Standard]] = {}
    for each in citations:
        found.setdefault(each.standard.id if each.standard else each.cited, each)
    return found.values()
