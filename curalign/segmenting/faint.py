"""Headings such as `Overview` above half a document: they say nothing of what stands under the headings below them."""

from __future__ import annotations

from collections import Counter

from curalign.domain.materials import Material, Role
from curalign.segmenting.roles import role_of_heading, whole_role

_TOO_MUCH = {Role.NOTE: 400, Role.PLAN: 2000}
"""Words under the headings below one of this role, from which it is a title rather than a note or a plan."""
_GUESSED = 4  # times less where no phrase of the vocabulary is the whole heading


def faint_headings(material: Material) -> frozenset[tuple[str, ...]]:
    """The heading paths under whose own headings stands more than a note or a plan holds."""
    words = Counter[tuple[str, ...]]()
    for section in material.sections:
        above = [section.headings[:n] for n in range(1, len(section.headings))]
        weak = [path for path in above if role_of_heading(path[-1]) in _TOO_MUCH]
        if weak:
            words.update(dict.fromkeys(weak, sum(len(block.text.split()) for block in section.blocks)))
    return frozenset(path for path, n in words.items() if n > _too_much(path[-1]))


def is_faint_title(material: Material) -> bool:
    """Whether a document holds more than its title lets one think: `Genes: lab handouts and notes` is a unit.

    What is called `Teacher notes` and nothing else is that, however long.
    """
    role = role_of_heading(material.title)
    if role not in _TOO_MUCH or whole_role(material.title) is role:
        return False
    return sum(len(block.text.split()) for s in material.sections for block in s.blocks) > _too_much(material.title)


def _too_much(heading: str) -> float:
    role = role_of_heading(heading)
    if role is None:
        return 0
    return _TOO_MUCH[role] if whole_role(heading) is role else _TOO_MUCH[role] / _GUESSED
