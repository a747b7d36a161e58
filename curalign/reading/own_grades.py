"""The grades that a document says it is for: in its path, its headings, or the words that it opens with.

Headings and opening words speak of other grades too: what pupils bring from grade 6, what is left to grade 8. A grade
that they name so is passed over, and so is one after a standard's code, because it tells of the standard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from curalign.domain.boxes import BOX, TICKED, WRITTEN_TICKED
from curalign.domain.codes import LIKE_A_CODE
from curalign.domain.grades import (
    find_grades,
    grades_of_course,
    grades_of_form,
    grades_of_name,
    in_order,
    places_of_grades,
    read_grades,
    unread_grades,
)
from curalign.domain.materials import Block, Form, Section
from curalign.domain.other_grades import is_of_others
from curalign.reading.survey import path_grades

_HEADINGS = 5
_OPENING_BLOCKS, _MAX_OPENING_LENGTH = 8, 300
_PLACE_BLOCKS, _MAX_PLACE = 60, 80
_MAX_GRADE_WORDS = 4
_QUARTERS = frozenset("1234")

_TO_TICK = re.compile(
    r"\bgrad(?:es?|os?)(?:[\s_-]*levels?)?(?:\(s\))?\s*[:|]?\s+"
    rf"(?P<options>[^:\n]{{0,20}}?(?:{BOX.pattern})[^:\n]*)",
    re.IGNORECASE,
)
_TICKED = re.compile(rf"{TICKED}|{WRITTEN_TICKED}")
_CALLED = r"\s*(?:gr(?:ade)?s?|grados?)\.?(?:[\s_-]*levels?)?(?:\(s\))?\s*"
_LABEL = re.compile(rf"{_CALLED}:?\s*", re.IGNORECASE)
_MARKED = re.compile(r"(?:students?|pupils?|assignment|task|test|quiz|criteri\w+|rubric)\b", re.IGNORECASE)
"""Behind what a grade is a mark: `Assignment | Grade`."""
_OWN_LINE = re.compile(rf"{_CALLED}:", re.IGNORECASE)
_PARTED = re.compile(r"[.\-\u2013]")


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
    first = headings if is_workbook(sections) else headings[:_HEADINGS]
    opening = _opening(sections)
    texts = [*first, opening]
    stated = (
        grades_of_form(opening),
        *(find_grades(text, schools=False) for text in texts),
        *map(grades_of_course, texts),
        *map(find_grades, texts),
        _in_a_place(sections),
    )
    return next(filter(None, stated), ())


def _opening(sections: Sequence[Section]) -> str:
    """A document's first words, without the grades that are not its own."""
    blocks = list(islice((block for section in sections for block in section.blocks), _OPENING_BLOCKS + 2))
    left = _MAX_OPENING_LENGTH
    kept: list[str] = []
    for at, block in enumerate(blocks[:_OPENING_BLOCKS]):
        kept += (_without_others(_as_ticked(line)) for line in block.text[: max(0, left)].splitlines())
        left -= len(block.text) + 1
        if grades := _below_label(blocks[at : at + 3]):
            kept.append(f"Grade: {', '.join(grades)}")
    return "\n".join(kept)


def _below_label(rows: Sequence[Block]) -> tuple[str, ...]:
    """The grades of the only row of values below one of labels: `Teacher | Grade | Unit` above `Lee | 2 | Tens`."""
    cells = [row.text.split(" | ") for row in takewhile(lambda row: row.form is Form.ROW, rows)]
    labels = cells[0] if len(cells) > 1 and not _MARKED.match(rows[0].text) else []
    at = next((n for n, label in enumerate(labels) if _LABEL.fullmatch(label)), None)
    values = [row[at].strip() for row in cells[1:] if at is not None and at < len(row) and row[at].strip()]
    return read_grades(values[0]) if len(values) == 1 and not unread_grades(values[0]) else ()


def _in_a_place(sections: Sequence[Section]) -> tuple[str, ...]:
    """The grade of a form's place for it that is a line of its own behind the opening words."""
    blocks = islice((block for section in sections for block in section.blocks), _PLACE_BLOCKS)
    texts = (block.text[:_MAX_PLACE] for block in blocks if block.form is not Form.ROW)
    lines = (_as_ticked(line) for text in texts for line in text.splitlines() if _OWN_LINE.match(line))
    return next(filter(None, map(grades_of_form, lines)), ())


def _as_ticked(line: str) -> str:
    """A line with the ticked grades alone, of `Grade: [ ] 1 [x] 2 [ ] 3`, whose boxes stand before or behind them."""
    found = _TO_TICK.search(line)
    if found is None:
        return line
    options = found["options"]
    boxes = list(BOX.finditer(options))
    starts, ends = [0, *(box.end() for box in boxes)], [*(box.start() for box in boxes), len(options)]
    texts = [options[start:end].partition("|")[0] for start, end in zip(starts, ends, strict=True)]
    beside = texts[:-1] if texts[0].strip() else texts[1:]
    ticked = (text for box, text in zip(boxes, beside, strict=True) if _TICKED.fullmatch(box[0]))
    grades = in_order(grade for text in ticked for grade in read_grades(text))
    if not grades and len({read_grades(text) for text in beside} - {()}) < 2:  # `Grade: ___2___`, a blank filled in
        return line
    return f"{line[: found.start()]} Grade: {', '.join(grades)} ; {line[found.end() :]}"


def _without_others(line: str) -> str:
    for start, end in reversed(places_of_grades(line)):
        before, after = line[:start], line[end:]
        if is_of_others(before, after, in_a_form=True) or _tells_of_a_standard(before, after):
            line = f"{before} ; {after}"
    return line


def _tells_of_a_standard(before: str, after: str) -> bool:
    """Whether a code stands before a grade, and the grade is no cell by itself; `K-2` and `U-3` are no codes."""
    is_cell = not before.rpartition("|")[2].strip() and not after.partition("|")[0].strip()
    return not is_cell and any(len(_PARTED.findall(code[0])) > 1 for code in LIKE_A_CODE.finditer(before))


def _grades_of_parts(names: Sequence[str]) -> Iterator[str]:
    """The grades of a document's parts; `1st` to `4th` by themselves are quarters of a year."""
    named = [name for name in names if _is_of_grade(name)]
    alone = {grade for name in names for grade in grades_of_name(name)}
    yield from (grade for name in named for grade in find_grades(name))
    if named or not alone <= _QUARTERS:
        yield from alone


def _is_of_grade(heading: str) -> bool:
    """Whether a heading or the name of a sheet hardly says more than a grade: `Grade 2`, `2nd Grade Math`."""
    return len(heading.split()) <= _MAX_GRADE_WORDS and bool(find_grades(heading, schools=False))
