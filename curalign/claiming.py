"""Passages -> Claims: the standards that documents cite by their codes."""

from __future__ import annotations

from collections.abc import Iterable

from curalign.domain.citing import Reader
from curalign.domain.links import Claim
from curalign.domain.materials import Passage, Role
from curalign.domain.standards import Framework


def find_claims(passages: Iterable[Passage], framework: Framework) -> tuple[Claim, ...]:
    """One claim for each standard that each passage cites, in order of passage and of place in its text.

    A code in a heading is claimed by the first passage under it; boilerplate claims nothing. A code that has the shape
    and the letters of the framework's codes but names none of its standards is a claim without a standard.
    """
    reader = Reader(framework.codebook)
    seen: set[tuple[str, tuple[str, ...]]] = set()
    claims: list[Claim] = []
    for passage in passages:
        if passage.role is Role.BOILERPLATE:
            continue
        paths = [(passage.material.path, passage.headings[: i + 1]) for i in range(len(passage.headings))]
        fresh = [path[-1] for source, path in paths if (source, path) not in seen]
        seen.update(paths)
        found: dict[str, Claim] = {}
        for text in (*fresh, passage.text):
            listed = passage.role is Role.MENTION
            for each in reader.cite(text, passage.material.grades, listed=listed):
                name = each.standard.id if each.standard else each.cited
                found.setdefault(name, Claim(each.cited, passage, each.standard))
        claims.extend(found.values())
    return tuple(claims)
