"""Headings with nothing under them, such as the lessons of a scope or a question above a picture, are text."""

from __future__ import annotations

import re

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.materials import Block, Form, Section
from curalign.segmenting.roles import role_of_heading, whole_role
from curalign.segmenting.telling import is_byline

_WORD = re.compile(r"[^\W\d_]{3,}")
_TELLING = 3  # such words, from which a heading says something by itself


def as_text(section: Section, *, is_title: bool) -> Section:
    """A section whose last heading is text, where nothing stands under it and it says more than a label does.

    Args:
        section: The section.
        is_title: Whether its heading is the title of a document, above all others.

    Returns:
        The section as it is, or one of the headings above with the last as its only block.

    """
    if section.blocks or not section.headings or is_title or not _says_something(section.headings[-1]):
        return section
    *above, last = section.headings
    return Section(tuple(above), (Block(last, Form.PARAGRAPH, section.spot),))


def _says_something(heading: str) -> bool:
    """Whether a heading cites a standard, or names more than a part of a plan that was left empty."""
    if LIKE_A_CODE.search(heading):
        return True
    role = role_of_heading(heading)
    is_label = role is not None and (not role.is_evidence or whole_role(heading) is not None)
    return len(_WORD.findall(heading)) >= _TELLING and not is_label and not is_byline(heading)
