"""The grades that a document says it is for: in its path, its headings, or the words that it opens with.

Opening words speak of other grades as often as of their own: what pupils bring from grade 6, what is left to grade 8.
So a grade in them counts where it stands by itself, as in a form or under a title, or where a sentence says that
somebody of that grade is taught; and nothing that follows a standard's code counts, because it tells of the standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.grades import find_grades, grades_of_course, grades_of_name, in_order
from curalign.domain.materials import Section
from curalign.reading.survey import path_grades

HEADINGS = 5
OPENING_BLOCKS, MAX_OPENING_LENGTH = 8, 300
MAX_GRADE_WORDS = 4
MAX_LABEL_WORDS = 9
"""Words of what still may be a line of a form or a title: `Unit 4, Grade 5 Science, Ms. Ortiz, room 12`."""
QUARTERS = frozenset("1234")

_CLAUSES = re.compile(r"(?<=[.!?;,])\s+|[|\n\u2022()]|(?=\b[A-Z]\w+:\s)")
_GRADE = (
    r"(?:(?:grades?|gr\.?)\s*(?:\d{1,2}|K)\b(?:\s*(?:-|\u2013|to|and|,|&)\s*\d{1,2})*"
    r"|\w+(?:[-\s]\w+)?[-\s]grade(?:rs?)?)"
)
_OF_OTHERS = re.compile(
    rf"\b(?:since|until|till|before|after|last|next|past|above|below|beyond)\s+(?:the\s+|year\s+in\s+)?{_GRADE}"
    rf"|\b(?:lea?ve?|left|waits?|put|comes?|come|again|back|later|moves?|goes|belongs?|saw|had|did|met|used|was|were"
    rf"|already|repeated?|look(?:s|ing)?\s+ahead)\b[^.;|]{{0,30}}?\b(?:to|in|until|from|for|by|at)\s+{_GRADE}"
    r"|\b(?:a|an|any|another|every)\s+\w+[-\s]grader\b"
    rf"|^\s*(?:back\s+)?in\s+{_GRADE}\W*$",
    re.IGNORECASE,
)
"""`since third grade`, `I leave them to grade 8`, `explain to a fifth grader`: of other pupils than the document's."""
_TAUGHT = re.compile(
    rf"\b(?:for|to|of|with|in|by)\s+(?:all\s+|our\s+|my\s+|the\s+|students\s+in\s+|pupils\s+in\s+)?{_GRADE}"
    rf"|\b(?:our|my|a|this|these|all|the)\s+{_GRADE}"
    rf"|{_GRADE}\s+(?:students|pupils|learners|children|class(?:es)?|teachers?|team|math\w*|ela|english|reading|writing"
    r"|science|history|social\s+studies|unit|course|curriculum|year|scholars)\b",
    re.IGNORECASE,
)
"""`This unit is for grade 4`, `Fourth-grade students will ...`: a sentence that says whom the document is for."""


def own_grades(path: str, sections: Sequence[Section]) -> tuple[str, ...]:
    """Tell a document's grades: a grade in its path, then one in its words, then what its school is called.

    Args:
        path: Within the district's folder.
        sections: What was read of it.

    Returns:
        Canonical grades in order; () where it states none.

    """
    return path_grades(path, schools=False) or _stated(sections) or path_grades(path)


def is_workbook(sections: Sequence[Section]) -> bool:
    """Whether the headings are names of sheets, which stand side by side."""
    return any(block.spot.unit == "sheet" for section in sections for block in section.blocks)


def _stated(sections: Sequence[Section]) -> tuple[str, ...]:
    """The grades in headings that divide a document, in its first ones, or in its opening words."""
    headings = list(dict.fromkeys(heading for section in sections for heading in section.headings))
    outermost = dict.fromkeys(section.headings[0] for section in sections if section.headings)
    divided = in_order(_grades_of_parts(list(outermost)))
    if len(divided) > 1:
        return divided
    texts = [*(headings if is_workbook(sections) else headings[:HEADINGS]), " | ".join(_opening(sections))]
    stated = (
        *(find_grades(text, schools=False) for text in texts),
        *map(grades_of_course, texts),
        *map(find_grades, texts),
    )
    return next(filter(None, stated), ())


def _opening(sections: Sequence[Section]) -> Iterator[str]:
    """The clauses of a document's first words that can tell whom it is for."""
    left = MAX_OPENING_LENGTH
    for block in islice((block for section in sections for block in section.blocks), OPENING_BLOCKS):
        text = LIKE_A_CODE.split(block.text[: max(0, left)], maxsplit=1)[0]
        yield from filter(_tells_of_itself, _CLAUSES.split(text))
        left -= len(block.text) + 1


def _tells_of_itself(clause: str) -> bool:
    if _OF_OTHERS.search(clause):
        return False
    return len(clause.split()) <= MAX_LABEL_WORDS or bool(_TAUGHT.search(clause))


def _grades_of_parts(names: Sequence[str]) -> Iterator[str]:
    """The grades of a document's parts; `1st` to `4th` by themselves are quarters of a year."""
    named = [name for name in names if _is_of_grade(name)]
    alone = {grade for name in names for grade in grades_of_name(name)}
    yield from (grade for name in named for grade in find_grades(name))
    if named or not alone <= QUARTERS:
        yield from alone


def _is_of_grade(heading: str) -> bool:
    """Whether a heading or the name of a sheet hardly says more than a grade: `Grade 2`, `2nd Grade Math`."""
    return len(heading.split()) <= MAX_GRADE_WORDS and bool(find_grades(heading, schools=False))
